"""The notebooks run, say again what they say, and leave no trace of a machine."""

import pathlib
import re

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("altair")
pytest.importorskip("polars")
FOLDER = pathlib.Path(__file__).parents[1] / "examples"
TRACE = re.compile(r"/(home|root|tmp|Users)/|site-packages|0x[0-9a-f]{6,}")


def texts(book):
    for cell in book.cells:
        for output in cell.get("outputs", []):
            yield output.get("text", output.get("data", {}).get("text/plain"))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_notebook_says_again_what_it_says(path):
    text = path.read_text("utf-8")
    assert not TRACE.search(text)
    kept = nbformat.reads(text, 4)
    run = nbclient.NotebookClient(nbformat.reads(text, 4), timeout=120, kernel_name="python3").execute()
    said = [one for one in texts(run) if one is None or not one.startswith("alt.")]
    assert said == [one for one in texts(kept) if one is None or not one.startswith("alt.")]
