//! The columns of CSV of figures that are worked out: a line for each value, so that each has its own reporter and sources.

use partnership_core::answer::{Answer, Cell, MirrorSide, Mirrored, Row};
use partnership_core::describe::Struct;

/// Names of columns, and their lines.
type Columns = (Vec<String>, Vec<Vec<Cell>>);

/// A line for each reporter of a flow in a period; what lies between it and the first of the other end stands with it.
pub(super) fn mirror(answer: &Answer) -> Columns {
    let rows = answer.rows().iter().filter_map(|row| match row {
        Row::Mirrored(row) => Some(row),
        _ => None,
    });
    let lines = rows.flat_map(|row| row.side.iter().map(|side| line(row, side))).collect();
    let names = [
        "measure",
        "area",
        "counterpart",
        "period",
        "reporter",
        "counts",
        "counted",
        "value",
        "also",
        "status",
        "why",
        "other",
        "gap",
        "gap_within",
        "ratio",
        "ratio_within",
        "reason",
        "series",
        "source",
    ];
    (names.map(str::to_owned).to_vec(), lines)
}

fn line(row: &Mirrored, side: &MirrorSide) -> Vec<Cell> {
    let gap = row.gap.iter().find(|gap| gap.reporter == side.reporter);
    texts([
        row.measure.to_string(),
        text(&row.area),
        text(&row.counterpart),
        row.period.to_string(),
        side.reporter.to_string(),
        side.measure.to_string(),
        side.counted.to_string(),
        side.value.to_string(),
        list(&side.also),
        text(&side.status),
        list(&side.why),
        text(&gap.map(|gap| &gap.other)),
        text(&gap.map(|gap| &gap.gap)),
        text(&gap.map(|gap| &gap.gap_within)),
        text(&gap.map(|gap| &gap.ratio)),
        text(&gap.map(|gap| &gap.ratio_within)),
        row.reason.join("; "),
        side.series.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        sources(&side.cite),
    ])
}

fn text(of: &Option<impl ToString>) -> String {
    of.as_ref().map(ToString::to_string).unwrap_or_default()
}

fn list(of: &[impl ToString]) -> String {
    of.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

fn sources(cites: &[Struct<'static>]) -> String {
    let mut ids: Vec<&str> = cites.iter().filter_map(|cite| cite.leaf("source")).collect();
    ids.dedup();
    ids.join(" ")
}

fn texts<const N: usize>(cells: [String; N]) -> Vec<Cell> {
    cells.into_iter().map(|text| Cell { text, number: false }).collect()
}
