//! The columns of CSV of figures that are worked out: a line for each value, so that each has its own reporter and sources.

use partnership_core::answer::{Answer, Cell, MirrorSide, Mirrored, Printed, Row};
use partnership_core::claim::Reading;
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

/// A line for each way in which a printed figure is worked out; one for a figure that cannot be.
pub(super) fn printed(answer: &Answer) -> Columns {
    let rows = answer.rows().iter().filter_map(super::printed::row);
    let lines = rows.flat_map(|row| match row.reading.as_slice() {
        [] => vec![worked_out(row, None)],
        readings => readings.iter().map(|reading| worked_out(row, Some(reading))).collect(),
    });
    let names = [
        "verdict",
        "id",
        "form",
        "measure",
        "reporter",
        "area",
        "counterpart",
        "period",
        "value",
        "rank",
        "reason",
        "by",
        "allowed",
        "found",
        "unit",
        "fit",
        "counted",
        "arithmetic",
        "note",
        "missing",
        "source",
    ];
    (names.map(str::to_owned).to_vec(), lines.collect())
}

fn worked_out(row: &Printed, reading: Option<&Reading>) -> Vec<Cell> {
    let of = |field: fn(&Reading) -> String| reading.map(field).unwrap_or_default();
    texts([
        row.verdict.to_string(),
        row.id.clone(),
        row.form.to_string(),
        text(&row.measure),
        text(&row.reporter),
        text(&row.area),
        text(&row.counterpart),
        text(&row.period),
        text(&row.value),
        text(&row.rank),
        text(&row.reason),
        row.by.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        of(|reading| reading.allowed.clone()),
        of(|reading| reading.found.clone()),
        of(|reading| text(&reading.unit)),
        of(|reading| reading.fit.to_string()),
        of(|reading| text(&reading.counted)),
        of(|reading| reading.arithmetic.clone()),
        of(|reading| list(&reading.note)),
        list(&row.missing),
        sources(reading.into_iter().flat_map(Reading::cites)),
    ])
}

/// A value, or nothing.
pub(super) fn text(of: &Option<impl ToString>) -> String {
    of.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// Values, with a semicolon between.
pub(super) fn list(of: &[impl ToString]) -> String {
    of.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// The ids of the sources of citations, with a blank between.
pub(super) fn sources<'c, 'n: 'c>(cites: impl IntoIterator<Item = &'c Struct<'n>>) -> String {
    let mut ids: Vec<&str> = cites.into_iter().filter_map(|cite| cite.leaf("source")).collect();
    ids.dedup();
    ids.join(" ")
}

fn texts<const N: usize>(cells: [String; N]) -> Vec<Cell> {
    cells.into_iter().map(|text| Cell { text, number: false }).collect()
}
