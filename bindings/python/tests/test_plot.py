"""Charts, drawn offline as SVG and PNG, in light and dark, each with its sources. `PARTNERSHIP_CHARTS` keeps them."""

import os
import pathlib
import sys

import partnership
import pytest

pytest.importorskip("altair")
pytest.importorskip("vl_convert")
DATASET = partnership.Dataset.embedded()
DRAWN = {
    "two-reporters": lambda: DATASET.query("kind:series measure:goods-trade transform:level -counterpart:none"),
    "one-series": lambda: DATASET["kcs-goods-trade"],
    "timeline": lambda: DATASET.timeline("kind:partnership,instrument date:2005..2026 -form:list"),
    "ledger": lambda: DATASET.ledger(),
    "coverage": lambda: DATASET.query("count:any"),
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", DRAWN)
def test_a_chart_is_drawn_with_its_sources(name, theme, tmp_path):
    folder = pathlib.Path(os.environ.get("PARTNERSHIP_CHARTS", tmp_path))
    chart = drawn(name, theme)
    svg, png = folder / f"{name}-{theme}.svg", folder / f"{name}-{theme}.png"
    chart.save(svg)
    chart.save(png, scale_factor=2)
    assert "Sources:" in svg.read_text("utf-8") and png.read_bytes().startswith(b"\x89PNG")


def drawn(name, theme):
    of = DRAWN[name]()
    if name == "coverage":
        of = DATASET.show(*(row.id for row in of))
    return of.plot(theme=theme)


def test_what_cannot_be_drawn_is_refused(monkeypatch):
    with pytest.raises(ValueError, match="nothing to draw"):
        DATASET["kr"].plot()
    with pytest.raises(ValueError, match="is not a theme"):
        DATASET["kcs-goods-trade"].plot(theme="blue")
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(ImportError, match=r"partnership\[plot\]"):
        DATASET["kcs-goods-trade"].plot()
