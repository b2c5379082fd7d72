//! Tables of observations: CSV beside the series.

use std::ops::Range;

use super::code::Code;
use super::fault::Fault;
use super::found::Found;
use super::walk::refused;
use crate::describe::{Described, Node, Shape, Struct};
use crate::error::nearest;
use crate::model::{Citation, Observation};
use crate::sorted::SortedSet;

/// Columns that make the citations of a row.
const CITING: &[&str] = &["source", "at", "basis", "rule"];
/// What stands between the sources of a row, and between the places in them.
const BETWEEN: char = '|';
const MAX_ROWS: usize = 1 << 17;
/// Of a heading that is no heading not every word is told.
const MAX_HEADING: usize = 32;

type Faults = Found<(Range<usize>, Fault)>;

/// What was read of a table.
#[derive(Default)]
pub(super) struct Table {
    /// The rows as observations.
    pub(super) rows: Vec<Node<'static>>,
    /// The byte at which each of them begins.
    pub(super) starts: Vec<usize>,
    /// Every fault in it.
    pub(super) faults: Faults,
}

/// Reads a table.
pub(super) fn read(text: &str) -> Table {
    let mut table = Table::default();
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut records = reader.records();
    let Some(Ok(head)) = records.next() else {
        let fault = Fault::new(Code::TABLE, "the table is empty; its first row names the columns");
        table.faults.push((0..0, fault));
        return table;
    };
    let columns: Vec<String> = head.iter().map(|name| name.trim().to_owned()).collect();
    heading(text, &columns, start(text, &head), &mut table.faults);
    for (number, record) in records.enumerate() {
        let Ok(record) = record else {
            table.faults.push((0..0, Fault::new(Code::TABLE, "the table is not CSV")));
            break;
        };
        let start = start(text, &record);
        if number == MAX_ROWS {
            let message = format!("the table has more than {MAX_ROWS} rows");
            table.faults.push((row(text, start), Fault::new(Code::TABLE, message)));
            break;
        }
        if record.len() != columns.len() {
            let message =
                format!("this row has {} cells, the first has {}", record.len(), columns.len());
            table.faults.push((row(text, start), Fault::new(Code::TABLE, message)));
            continue;
        }
        let read = observation(text, start, &columns, &record, &mut table.faults);
        table.rows.push(Node::Struct(read));
        table.starts.push(start);
    }
    table
}

/// Checks the names of columns.
fn heading(text: &str, columns: &[String], start: usize, to: &mut Faults) {
    let fields = Observation::TYPE.fields.iter().map(|field| field.name);
    let known: Vec<&str> =
        fields.filter(|name| *name != "cite").chain(CITING.iter().copied()).collect();
    let mut seen = SortedSet::default();
    for (at, name) in columns.iter().enumerate() {
        let fault = if !seen.insert(name) {
            Fault::new(Code::TABLE, format!("the column `{name}` stands twice"))
        } else if !known.contains(&name.as_str()) {
            let message = format!("`{name}` is not a column of a table of observations");
            Fault::new(Code::UNKNOWN_FIELD, message).near(nearest(name, known.iter().copied()))
        } else {
            continue;
        };
        to.push((cell(text, start, at), fault));
        if to.kept.len() == MAX_HEADING {
            return;
        }
    }
}

fn observation(
    text: &str,
    start: usize,
    columns: &[String],
    record: &csv::StringRecord,
    to: &mut Faults,
) -> Struct<'static> {
    let mut value = Struct::new(Observation::TYPE);
    let cells = || columns.iter().zip(record).enumerate().filter(|(_, (_, text))| !text.is_empty());
    let source = columns.iter().position(|name| name == "source").and_then(|at| record.get(at));
    let sources = source.map_or(1, |text| text.split(BETWEEN).count());
    let mut cites = vec![Struct::new(Citation::TYPE); sources];
    for (at, (name, cell_text)) in cells().filter(|(_, (name, _))| CITING.contains(&name.as_str()))
    {
        let Some(field) = Citation::TYPE.field(name) else { continue };
        let parts: Vec<&str> = cell_text.split(BETWEEN).collect();
        if parts.len() != sources && (parts.len() > 1 || name == "at") {
            let message = format!("{} in `{name}` for {sources} in `source`", parts.len());
            let fix = "write as many, with ` | ` between them; one may be empty";
            to.push((cell(text, start, at), Fault::new(Code::TABLE, message).fix(fix)));
            continue;
        }
        for (number, cite) in cites.iter_mut().enumerate() {
            let part = parts.get(number).or(parts.first()).copied().unwrap_or_default().trim();
            match refused(part, field.shape.single()) {
                _ if part.is_empty() => {}
                None => cite.set(name, Node::Leaf(part.to_owned().into())),
                Some(fault) => to.push((cell(text, start, at), fault)),
            }
        }
    }
    for (at, (name, cell_text)) in cells() {
        let Some(field) = value.of.field(name).filter(|_| !CITING.contains(&name.as_str())) else {
            continue;
        };
        let items: Vec<&str> = match field.shape {
            Shape::List(_) => cell_text.split(' ').collect(),
            _ => vec![cell_text],
        };
        let mut nodes = Vec::new();
        for item in items {
            match refused(item, field.shape.single()) {
                None => nodes.push(Node::Leaf(item.to_owned().into())),
                Some(fault) => to.push((cell(text, start, at), fault)),
            }
        }
        // What cannot be read was told of, and is no empty cell.
        if name == "value" && nodes.is_empty() {
            value.set("status", Node::Leaf("missing".into()));
        }
        match (field.shape, nodes.pop()) {
            (Shape::List(_), Some(last)) => {
                nodes.push(last);
                value.set(name, Node::List(nodes));
            }
            (_, Some(only)) => value.set(name, only),
            (_, None) => {}
        }
    }
    if cites.iter().all(|cite| cite.get("source").is_some()) {
        value.set("cite", Node::List(cites.into_iter().map(Node::Struct).collect()));
    } else if cites.iter().any(|cite| !cite.is_empty()) {
        to.push((
            row(text, start),
            Fault::new(Code::TABLE, "this row has a place or basis, and no source"),
        ));
    }
    value
}

/// The bytes of a cell of the row that begins there; of the row where it has no such column.
pub(super) fn span(text: &str, start: usize, column: Option<&str>) -> Range<usize> {
    let head = text.lines().next().unwrap_or_default();
    let at = column.and_then(|name| head.split(',').position(|column| column.trim() == name));
    match at {
        Some(at) => cell(text, start, at),
        None => row(text, start),
    }
}

/// Where a row begins: the reader may still stand on the line break before it.
fn start(text: &str, record: &csv::StringRecord) -> usize {
    let at = record.position().map_or(0, |place| place.byte() as usize);
    let rest = text.get(at..).unwrap_or_default();
    at + rest.len() - rest.trim_start_matches(['\r', '\n']).len()
}

/// The bytes of the line that begins there.
fn row(text: &str, start: usize) -> Range<usize> {
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    start..start + line.len()
}

/// The bytes of a cell of the row that begins there, whose cells may hold line breaks.
fn cell(text: &str, start: usize, wanted: usize) -> Range<usize> {
    let (mut from, mut at, mut quoted) = (start, 0, false);
    for (offset, letter) in text.get(start..).unwrap_or_default().char_indices() {
        match letter {
            '"' => quoted = !quoted,
            ',' | '\r' | '\n' if !quoted => {
                if at == wanted {
                    return from..start + offset;
                }
                if letter != ',' {
                    return row(text, start);
                }
                at += 1;
                from = start + offset + 1;
            }
            _ => {}
        }
    }
    if at == wanted { from..text.len() } else { row(text, start) }
}
