"""Charts of answers and records, by Altair. Each says its source; what is drawn is what the record holds."""

import datetime

from . import _native

THEMES = {
    "light": {"background": "#ffffff", "ink": "#1b1b1f", "faint": "#d9d9de", "quiet": "#5c5c66"},
    "dark": {"background": "#16161a", "ink": "#ececf1", "faint": "#3a3a44", "quiet": "#a6a6b3"},
}
# Okabe and Ito: told apart without seeing all colours; on dark the lighter blue comes first.
COLOURS = {
    "light": ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#999933"],
    "dark": ["#56b4e9", "#e69f00", "#2bbf92", "#cc79a7", "#4f9bd9", "#e8793a", "#c9c95a"],
}
# Powers of ten as words that are not those of measuring.
SHORT = "datum.value == 0 ? '0' : replace(replace(replace(datum.label, 'G', ' bn'), 'T', ' tn'), 'M', ' m')"
WIDTH = 620


def _altair():
    try:
        import altair
    except ImportError as error:
        message = "charts need Altair: `pip install partnership[plot]`"
        raise ImportError(message, name=error.name) from error
    return altair


def answer(of, theme):
    _known(theme)
    if of.command == "timeline":
        return timeline(of, theme)
    if of.command == "commitments" and len(of):
        return ledger(of, theme)
    series = [row for row in of if type(row).__name__ == "Series"]
    if series:
        return lines(series, theme)
    covered = [entry for row in of for entry in getattr(row, "coverage", ())]
    if covered:
        return coverage(covered, theme)
    raise ValueError("nothing to draw: a chart takes a timeline, a ledger, series, or records that announce a number")


def record(of, theme):
    _known(theme)
    if type(of).__name__ == "Series":
        return lines([of], theme)
    if of.coverage:
        return coverage(of.coverage, theme)
    raise ValueError(f"nothing to draw: `{of.id}` is no series and announces no number")


def _known(theme):
    if theme not in THEMES:
        raise ValueError(f"`{theme}` is not a theme; expected `light` or `dark`")


def lines(series, theme):
    """Series over time, a line for each reporter; several measures or units stand one below the other."""
    alt = _altair()
    groups = {}
    for one in series:
        key, values = _native._drawn(one)
        groups.setdefault(tuple(key), []).append((one, values))
    charts = [_panel(alt, group, theme) for group in groups.values()]
    charts = [chart for chart in charts if chart is not None]
    if not charts:
        raise ValueError("nothing to draw: these series have no whole values")
    return _dressed(alt, alt.vconcat(*charts).resolve_scale(color="independent"), theme, _sources(source for one in series for source in one.sources))


def _panel(alt, group, theme):
    rows = []
    for one, values in group:
        reporter = one.reporter.label if one.reporter is not None else one.id
        observations = one.observation
        for at, number, is_of_a_year in values:
            row = observations[at]
            where = " / ".join(place.label for place in (row.area, row.counterpart) if place is not None)
            name = f"{reporter}: {where}" if where else reporter
            drawn = {"day": _day(row.period), "number": number, "reporter": name, "period": str(row.period)}
            rows.append({**drawn, "hedge": row.value.hedge, "whole": is_of_a_year})
    if not rows:
        return None
    first, _ = group[0]
    measure = first.measure
    label = measure.concept.label if measure is not None and measure.concept is not None else str(measure)
    where = " – ".join(place.label for place in (first.area, first.counterpart) if place is not None)
    names = sorted({row["reporter"] for row in rows})
    base = alt.Chart(
        alt.Data(values=rows), width=WIDTH, height=240, title=alt.Title(f"{label}, {first.transform.label()}", subtitle=where)
    ).encode(
        x=alt.X("day:T", title=None).axis(labelFlush=False),
        y=alt.Y("number:Q", title=first.unit or "", scale=alt.Scale(zero=False)).axis(format="~s", labelExpr=SHORT),
        color=_colour(alt, "reporter:N", names, theme).legend(orient="top", columns=2, labelLimit=WIDTH // 2),
        tooltip=["reporter:N", "period:N", "hedge:N", "number:Q"],
    )
    # Years are joined; half a year or a quarter stands by itself, since it is less of the same.
    years = base.transform_filter("datum.whole").mark_line(point=True)
    return years + base.transform_filter("!datum.whole").mark_point(shape="diamond", filled=False, opacity=1, size=50)


def _colour(alt, field, names, theme):
    colours = COLOURS[theme]
    scale = {"range": colours[: len(names)]} if len(names) <= len(colours) else {"scheme": "tableau20"}
    return alt.Color(field, title=None, scale=alt.Scale(domain=names, **scale))


def timeline(of, theme):
    """Moments by day, a row for each record."""
    alt = _altair()
    rows = []
    for moment in of:
        first, last = _day(moment.date), _day(moment.date, last=True)
        said = f"{moment.date} {moment.said}: {moment.detail or moment.label}"
        values = {"what": moment.said, "label": _cut(moment.label, 44), "said": said, "truth": moment.truth.value}
        if first is not None:
            rows.append({"first": first, "last": last or first, **values})
    if not rows:
        raise ValueError("nothing to draw: this timeline is empty, or has no beginning")
    labels = list(dict.fromkeys(row["label"] for row in rows))
    base = alt.Chart(alt.Data(values=rows), width=WIDTH, height=alt.Step(22)).encode(
        y=alt.Y("label:N", title=None, sort=labels).axis(labelLimit=300),
        x=alt.X("first:T", title=None).axis(labelFlush=False),
        color=_colour(alt, "what:N", sorted({row["what"] for row in rows}), theme).legend(orient="top", columns=5, symbolOpacity=1),
        opacity=alt.Opacity("truth:N", legend=None, scale=alt.Scale(domain=["yes", "maybe"], range=[1, 0.45])),
        tooltip=["said:N", "truth:N"],
    )
    chart = base.mark_bar(height=8, cornerRadius=2).encode(x2="last:T") + base.mark_point(filled=True, size=60)
    return _dressed(alt, chart, theme, _sources(of.sources))


def coverage(of, theme):
    """What is announced beside what the record holds of it, and may hold."""
    alt = _altair()
    rows, labels = [], []
    for entry in of:
        label = _cut(f"{entry.announced.words}: {entry.what} ({entry.record.id})", 64)
        if label in labels:
            continue
        labels.append(label)
        for name, number in (("held", entry.held), ("maybe held", entry.maybe), ("missing", entry.missing or 0)):
            rows.append({"label": label, "part": name, "number": number})
    parts = ["held", "maybe held", "missing"]
    held, maybe = ("#0072b2", "#56b4e9") if theme == "light" else ("#56b4e9", "#2f6f9f")
    colours = [held, maybe, THEMES[theme]["faint"]]
    chart = alt.Chart(alt.Data(values=rows), width=WIDTH, height=alt.Step(28)).mark_bar().encode(
        y=alt.Y("label:N", title=None, sort=labels).axis(labelLimit=420),
        x=alt.X("number:Q", title=None, stack=True).axis(tickCount=8),
        color=alt.Color("part:N", title=None, scale=alt.Scale(domain=parts, range=colours)).legend(orient="top"),
        order=alt.Order("order:Q"),
        tooltip=["label:N", "part:N", "number:Q"],
    )
    chart = chart.transform_calculate(order="indexof(['held', 'maybe held', 'missing'], datum.part)")
    sources = _sources(cite.source for entry in of for cite in entry.cite)
    return _dressed(alt, chart, theme, sources)


# A hue for what a status says: going on blue, reached green, not reached orange; grey says nothing of success.
STATUSES = {
    "not-started": "#c4c4cc",
    "under-way": "#2f86c6",
    "open": "#a6cfe8",
    "met": "#009e73",
    "ended": "#8c96a5",
    "unsettled": "#f0e442",
    "missed": "#d55e00",
    "overdue": "#e69f00",
    "unknown": "#cc79a7",
}


def ledger(of, theme):
    """Promises by pillar and derived status; what is only maybe so is paler."""
    alt = _altair()
    counts, order = {}, {}
    for row in of:
        pillar = row.pillar.label if row.pillar is not None else "no pillar"
        order.setdefault(pillar)
        status = row.derived.status
        key = pillar, status.label(), status.value, row.derived.truth.value
        counts[key] = counts.get(key, 0) + 1
    rows = [
        {"pillar": pillar, "status": label, "rank": list(STATUSES).index(word), "truth": truth, "number": number}
        for (pillar, label, word, truth), number in counts.items()
    ]
    drawn = sorted({(row["rank"], row["status"]) for row in rows})
    scale = alt.Scale(domain=[label for _, label in drawn], range=[list(STATUSES.values())[rank] for rank, _ in drawn])
    chart = alt.Chart(alt.Data(values=rows), width=WIDTH, height=alt.Step(34)).mark_bar().encode(
        y=alt.Y("pillar:N", title=None, sort=list(order)).axis(labelLimit=300),
        x=alt.X("sum(number):Q", title="promises").axis(tickMinStep=1),
        color=alt.Color("status:N", title=None, scale=scale).legend(orient="top", columns=5, symbolOpacity=1),
        opacity=alt.Opacity("truth:N", legend=None, scale=alt.Scale(domain=["yes", "maybe"], range=[1, 0.5])),
        order=alt.Order("rank:Q"),
        tooltip=["pillar:N", "status:N", "truth:N", "number:Q"],
    )
    return _dressed(alt, chart, theme, _sources(of.sources))


def _dressed(alt, chart, theme, source):
    colours = THEMES[theme]
    note = alt.Chart(alt.Data(values=[{"text": source}]), width=WIDTH, height=14 * (source.count("\n") + 1))
    # A lone text mark; the line of the source stays with the picture wherever it goes.
    note = note.mark_text(align="left", baseline="top", fontSize=10, color=colours["quiet"], lineBreak="\n").encode(
        text="text:N", x=alt.value(0), y=alt.value(0)
    )
    font = "'Noto Sans', 'Noto Sans KR', 'Helvetica Neue', Arial, sans-serif"
    ink = {"labelColor": colours["ink"], "titleColor": colours["ink"]}
    return (
        alt.vconcat(chart, note, background=colours["background"], padding=12)
        .resolve_scale(color="independent")
        .configure(font=font)
        .configure_axis(**ink, gridColor=colours["faint"], domainColor=colours["quiet"], tickColor=colours["quiet"])
        .configure_legend(**ink)
        .configure_title(anchor="start", color=colours["ink"], subtitleColor=colours["quiet"])
        .configure_view(stroke=None)
    )


def _sources(sources):
    """The source line, in lines that fit below the chart."""
    names = list(dict.fromkeys(f"{source.label} ({source.id})" for source in sources))
    shown, rest = names[:4], len(names) - 4
    lines = [_cut(name, 104) for name in shown]
    if rest > 0:
        lines.append(f"and {rest} more")
    return "Sources: " + "\n".join(lines) if lines else "Sources: none"


def _day(date, *, last=False):
    if isinstance(date, datetime.date):
        return date.isoformat()
    day = date.last if last else date.first
    return None if day is None else day.isoformat()


def _cut(text, most):
    return text if len(text) <= most else text[: most - 1] + "…"
