//! Rows as CSV: made safe for spreadsheets, or as they are.

use partnership_core::answer::{
    Answer, Cell, Checked, FieldChange, MeetingLine, Purse, Row, Serving, Strand, Unserved, plain,
};
use partnership_core::claim::{Reading, SeriesFigure};
use partnership_core::describe::{Class, Field, Node, Shape, Shaped};

use super::columns::{list, sources, text};
use super::{escape, sentences};

/// Whom the cells are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// A spreadsheet: what it would take for a formula has an apostrophe before it; hidden characters are shown.
    Spreadsheet,
    /// A program: cells as they are.
    Raw,
}

/// The rows of an answer, with names of columns.
pub(crate) fn answer(answer: &Answer, lang: &str, profile: Profile) -> String {
    let (head, rows) = columns(answer, lang);
    table(&head, &rows, profile)
}

/// Columns with names.
pub(crate) fn table(head: &[String], rows: &[Vec<Cell>], profile: Profile) -> String {
    let mut to = csv::Writer::from_writer(Vec::new());
    let safe = |cell: &Cell| match profile {
        Profile::Raw => cell.text.clone(),
        Profile::Spreadsheet if cell.number && is_number(&cell.text) => cell.text.clone(),
        Profile::Spreadsheet => escape::spreadsheet(&cell.text).into_owned(),
    };
    // Writing into memory does not fail, and every row has as many cells as the head.
    let _ = to.write_record(head);
    for row in rows {
        let _ = to.write_record(row.iter().map(safe));
    }
    to.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
}

fn columns(answer: &Answer, lang: &str) -> (Vec<String>, Vec<Vec<Cell>>) {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    match answer.command() {
        "timeline" => (
            names(&["date", "what", "label", "detail", "kind", "id", "truth", "source"]),
            answer.rows().iter().filter_map(moment).collect(),
        ),
        "cite" => (
            names(&["kind", "id", "text", "source"]),
            answer.rows().iter().filter_map(reference).collect(),
        ),
        "diff" => (
            names(&[
                "kind", "id", "label", "change", "path", "field", "old", "new", "reason", "source",
            ]),
            answer.rows().iter().flat_map(|row| changes(row, lang)).collect(),
        ),
        "coverage" => (
            names(&["group", "key", "label", "form", "count", "of", "missing", "note"]),
            answer.rows().iter().filter_map(counted).collect(),
        ),
        "wanted" => (
            names(&[
                "kind", "id", "label", "part", "what", "state", "missing", "settle", "searched",
                "note", "used", "source",
            ]),
            answer.rows().iter().filter_map(wanted).collect(),
        ),
        "verify" => (
            names(&["state", "at", "passage", "paragraph", "now", "count", "used", "opening"]),
            answer.rows().iter().filter_map(verified).collect(),
        ),
        "total" => (
            names(&[
                "id",
                "measure",
                "reporter",
                "area",
                "counterpart",
                "period",
                "set",
                "members",
                "counted",
                "without",
                "value",
                "share",
                "whole",
                "printed",
                "series",
                "truth",
                "source",
            ]),
            answer.rows().iter().filter_map(total).collect(),
        ),
        "mirror" => super::columns::mirror(answer),
        "figures" => described(answer, lang, &[SeriesFigure::SHAPE]),
        "printed" => super::columns::printed(answer),
        "rank" => (
            names(&[
                "id",
                "label",
                "measure",
                "reporter",
                "area",
                "counterpart",
                "period",
                "rank",
                "of",
                "among",
                "value",
                "share",
                "before",
                "after",
                "one",
                "series",
                "truth",
                "source",
            ]),
            answer.rows().iter().filter_map(standing).collect(),
        ),
        "implements" => described(answer, lang, &[Serving::SHAPE, Purse::SHAPE]),
        "unserved" => described(answer, lang, &[Unserved::SHAPE]),
        "lineage" => described(answer, lang, &[Strand::SHAPE]),
        "brief" => described(answer, lang, &[MeetingLine::SHAPE]),
        "check" if sentences::are_told(answer) => (
            names(&[
                "id",
                "start",
                "label",
                "state",
                "verdict",
                "read_as",
                "depends_on",
                "missing",
                "refused",
                "nearest",
                "source",
            ]),
            answer.rows().iter().filter_map(sentences::cells).collect(),
        ),
        "check" => (
            names(&[
                "id",
                "speaker",
                "said",
                "label",
                "printed",
                "test",
                "verdict",
                "depends_on",
                "base",
                "period",
                "reporter",
                "counted",
                "among",
                "printing",
                "allowed",
                "found",
                "unit",
                "fit",
                "why",
                "arithmetic",
                "note",
                "missing",
                "source",
            ]),
            answer.rows().iter().filter_map(super::checked::row).flat_map(readings).collect(),
        ),
        _ => answer.table(lang),
    }
}

fn total(row: &Row) -> Option<Vec<Cell>> {
    let Row::Total(row) = row else { return None };
    let share = row.share.first();
    let number = |count: usize| Cell { text: count.to_string(), number: true };
    let mut cells = texts([
        &row.id,
        &row.measure.to_string(),
        row.reporter.as_str(),
        &text(&row.area),
        &text(&row.counterpart),
        &row.period.to_string(),
        &row.set,
    ]);
    cells.extend([number(row.member.len()), number(row.addend.len())]);
    cells.extend(texts([
        &joined(row.gap.iter().map(|gap| &gap.party), " "),
        &text(&row.value),
        &text(&share.map(|share| &share.value)),
        &text(&share.map(|share| &share.whole)),
        &joined(row.printed.iter().map(|one| &one.value), "; "),
        &joined(&row.series, " "),
        row.truth.as_str(),
        &joined(row.cite.iter().filter_map(|cite| cite.leaf("source")), " "),
    ]));
    Some(cells)
}

fn standing(row: &Row) -> Option<Vec<Cell>> {
    let Row::Standing(row) = row else { return None };
    let number = |count: usize| Cell { text: count.to_string(), number: true };
    let mut cells = texts([
        &row.id,
        &text(&row.label),
        &row.measure.to_string(),
        row.reporter.as_str(),
        &text(&row.area),
        &text(&row.counterpart),
        &row.period.to_string(),
    ]);
    cells.extend([number(row.rank), number(row.of)]);
    cells.extend(texts([
        &row.among,
        &row.value.to_string(),
        &text(&row.share.first().map(|share| &share.value)),
        &joined(row.before.iter().map(|other| &other.party), " "),
        &text(&row.after.as_ref().map(|other| &other.party)),
        &joined(row.one.iter().filter_map(|one| one.set.as_ref()), " "),
        &joined(&row.series, " "),
        row.truth.as_str(),
        &joined(row.cite.iter().filter_map(|cite| cite.leaf("source")), " "),
    ]));
    Some(cells)
}

/// Texts, each once.
fn joined(all: impl IntoIterator<Item = impl ToString>, between: &str) -> String {
    let mut texts: Vec<String> = Vec::new();
    for text in all.into_iter().map(|one| one.to_string()) {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts.join(between)
}

/// Rows that are described: every field is a column, under `row` the type where there are several.
fn described(answer: &Answer, lang: &str, of: &[&'static Shape]) -> (Vec<String>, Vec<Vec<Cell>>) {
    let types: Vec<_> = of.iter().filter_map(|shape| shape.struct_type()).collect();
    let mut fields: Vec<&'static Field> = Vec::new();
    for field in types.iter().flat_map(|of| of.fields) {
        if field.name != "cite" && !fields.iter().any(|known| known.name == field.name) {
            fields.push(field);
        }
    }
    let text = |text: &str| Cell { text: text.to_owned(), number: false };
    let several = types.len() > 1;
    let rows = answer.rows().iter().filter_map(Row::tree).map(|row| {
        let mut cells: Vec<Cell> = several.then(|| text(row.of.name)).into_iter().collect();
        cells.extend(fields.iter().map(|field| Cell {
            text: row.get(field.name).map(|node| cell(node, lang)).unwrap_or_default(),
            number: field.shape.class() == Class::Count,
        }));
        cells.push(text(&sources(row.parts("cite"))));
        cells
    });
    let rows = rows.collect();
    let mut names: Vec<String> = several.then(|| "row".to_owned()).into_iter().collect();
    names.extend(fields.iter().map(|field| field.name.to_owned()));
    names.push("source".to_owned());
    (names, rows)
}

/// A value in one cell: words as data has them, ids with a blank between, parts in words.
fn cell(node: &Node<'_>, lang: &str) -> String {
    let leaves: Option<Vec<&str>> = node.items().map(Node::as_str).collect();
    leaves.map_or_else(|| plain(node, lang), |leaves| leaves.join(" "))
}

/// A line for each reading of a claim; one for a claim without any.
fn readings(claim: &Checked) -> Vec<Vec<Cell>> {
    let head = [
        claim.id.clone(),
        text(&claim.speaker),
        text(&claim.said),
        claim.label.clone(),
        text(&claim.printed),
        text(&claim.test),
        claim.verdict.to_string(),
        list(&claim.depends_on),
    ];
    let line = |rest: [String; 15]| {
        let cells = head.iter().cloned().chain(rest);
        cells.map(|text| Cell { text, number: false }).collect::<Vec<_>>()
    };
    if claim.reading.is_empty() {
        let mut rest: [String; 15] = std::array::from_fn(|_| String::new());
        rest[13] = list(&claim.missing);
        rest[14] = sources(&claim.cite);
        return vec![line(rest)];
    }
    let reading = |reading: &Reading| {
        line([
            text(&reading.base),
            text(&reading.period),
            text(&reading.reporter),
            text(&reading.counted),
            text(&reading.among),
            text(&reading.printing),
            reading.allowed.clone(),
            reading.found.clone(),
            text(&reading.unit),
            reading.fit.to_string(),
            list(&reading.why),
            reading.arithmetic.clone(),
            list(&reading.note),
            list(&claim.missing),
            sources(reading.cites()),
        ])
    };
    claim.reading.iter().map(reading).collect()
}

fn moment(row: &Row) -> Option<Vec<Cell>> {
    let Row::Moment(moment) = row else { return None };
    Some(texts([
        &moment.date,
        &moment.what,
        &moment.label,
        &moment.detail,
        moment.kind.as_str(),
        &moment.id,
        moment.verdict.truth.as_str(),
        &sources(&moment.cite),
    ]))
}

fn reference(row: &Row) -> Option<Vec<Cell>> {
    let Row::Reference(row) = row else { return None };
    Some(texts([row.kind, &row.id, &row.text, &row.source.join(" ")]))
}

/// A line for each field that differs; one for a record that is new or gone.
fn changes(row: &Row, lang: &str) -> Vec<Vec<Cell>> {
    let Row::Change(change) = row else { return Vec::new() };
    let record = [change.kind.as_str(), &change.id, &change.label, change.change.as_str()];
    let line = |rest: [&str; 6]| texts(record).into_iter().chain(texts(rest)).collect();
    if change.field.is_empty() {
        let to = change.to.as_ref().map_or("", |to| to.as_str());
        return vec![line(["", "", "", to, "", &sources(&change.cite)])];
    }
    let value =
        |node: &Option<Node<'_>>| node.as_ref().map_or_else(String::new, |node| plain(node, lang));
    let field = |field: &FieldChange| {
        line([
            &field.path,
            field.change.as_str(),
            &value(&field.old),
            &value(&field.new),
            field.reason.as_deref().unwrap_or_default(),
            &sources(&field.cite),
        ])
    };
    change.field.iter().map(field).collect()
}

fn counted(row: &Row) -> Option<Vec<Cell>> {
    let number = |count: Option<usize>| Cell {
        text: count.map(|count| count.to_string()).unwrap_or_default(),
        number: true,
    };
    let text = |text: &str| Cell { text: text.to_owned(), number: false };
    Some(match row {
        Row::Tally(row) => vec![
            text(row.group.as_str()),
            text(&row.key),
            text(&row.label),
            text(row.form.map_or("", |form| form.as_str())),
            number(Some(row.count)),
            number(row.of),
            number(None),
            text(row.note.as_deref().unwrap_or_default()),
        ],
        Row::Coverage(row) => vec![
            text("announced"),
            text(&row.id),
            text(&row.what),
            text(""),
            number(Some(row.held)),
            text(&row.announced.to_string()),
            number(row.missing),
            text(""),
        ],
        _ => return None,
    })
}

fn wanted(row: &Row) -> Option<Vec<Cell>> {
    let Row::Wanted(row) = row else { return None };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let missing = row.missing.map(|count| count.to_string()).unwrap_or_default();
    let sources: Vec<&str> = row.cite.iter().filter_map(|cite| cite.leaf("source")).collect();
    Some(texts([
        row.kind.as_str(),
        &row.id,
        &row.label,
        &text(&row.part),
        &row.what,
        &row.state,
        &missing,
        &text(&row.settle),
        &text(&row.searched),
        &text(&row.note),
        &row.used.to_string(),
        &sources.join(" "),
    ]))
}

fn verified(row: &Row) -> Option<Vec<Cell>> {
    let Row::Verified(row) = row else { return None };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let paragraph: Vec<String> = row.paragraph.iter().map(u32::to_string).collect();
    Some(texts([
        row.state.as_str(),
        &text(&row.at),
        &text(&row.passage),
        &paragraph.join(" "),
        &text(&row.now),
        &row.count.to_string(),
        &joined(&row.used, " "),
        &text(&row.opening),
    ]))
}

fn texts<const N: usize>(cells: [&str; N]) -> Vec<Cell> {
    cells.into_iter().map(|text| Cell { text: text.to_owned(), number: false }).collect()
}

#[cfg(test)]
mod tests {
    use super::{Profile, table};
    use partnership_core::answer::Cell;

    #[test]
    fn numbers_stay_numbers_and_texts_are_never_formulas() {
        let cell = |text: &str, number| Cell { text: text.to_owned(), number };
        let rows = [vec![cell("-5", true), cell("-5", false), cell("=A1,\"x\"\u{1b}", true)]];
        let head = ["a", "b", "c"].map(str::to_owned);
        let told = [Profile::Spreadsheet, Profile::Raw].map(|profile| table(&head, &rows, profile));
        insta::assert_snapshot!(told.concat().escape_debug().to_string().replace("\\n", "\n"), @r#"
        a,b,c
        -5,\'-5,\"\'=A1,\"\"x\"\"\\u{1b}\"
        a,b,c
        -5,-5,\"=A1,\"\"x\"\"\u{1b}\"
        "#);
    }
}
