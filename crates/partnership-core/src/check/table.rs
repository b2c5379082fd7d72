//! Tables of observations: CSV beside the series.

use std::ops::Range;

use super::code::Code;
use super::fault::Fault;
use super::walk::refused;
use crate::describe::{Described, Node, Shape, Struct};
use crate::error::nearest;
use crate::model::{Citation, Observation};

/// Columns that make the citation of a row.
const CITING: &[&str] = &["source", "at", "basis", "rule"];
const MAX_ROWS: usize = 1 << 17;

type Faults = Vec<(Range<usize>, Fault)>;

/// The rows of a table as observations, and every fault in it.
pub(super) fn read(text: &str) -> (Vec<Node<'static>>, Faults) {
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut records = reader.records();
    let Some(Ok(head)) = records.next() else {
        faults.push((
            0..0,
            Fault::new(Code::TABLE, "the table is empty; its first row names the columns"),
        ));
        return (rows, faults);
    };
    let columns: Vec<String> = head.iter().map(|name| name.trim().to_owned()).collect();
    let known: Vec<&str> = Observation::TYPE
        .fields
        .iter()
        .map(|field| field.name)
        .filter(|name| *name != "cite")
        .collect();
    for (at, name) in columns.iter().enumerate() {
        let span = cell(text, 0, at);
        if columns[..at].contains(name) {
            faults
                .push((span, Fault::new(Code::TABLE, format!("the column `{name}` stands twice"))));
        } else if !known.contains(&name.as_str()) && !CITING.contains(&name.as_str()) {
            let near = nearest(name, known.iter().chain(CITING).copied());
            faults.push((
                span,
                Fault::new(
                    Code::UNKNOWN_FIELD,
                    format!("`{name}` is not a column of a table of observations"),
                )
                .near(near),
            ));
        }
    }
    for (number, record) in records.enumerate().take(MAX_ROWS) {
        let line = number + 1;
        let Ok(record) = record else {
            faults.push((row(text, line), Fault::new(Code::TABLE, "this row is not CSV")));
            continue;
        };
        if record.len() != columns.len() {
            let message =
                format!("this row has {} cells, the first has {}", record.len(), columns.len());
            faults.push((row(text, line), Fault::new(Code::TABLE, message)));
            continue;
        }
        rows.push(Node::Struct(observation(text, line, &columns, &record, &mut faults)));
    }
    (rows, faults)
}

fn observation(
    text: &str,
    line: usize,
    columns: &[String],
    record: &csv::StringRecord,
    to: &mut Faults,
) -> Struct<'static> {
    let mut value = Struct::new(Observation::TYPE);
    let mut cite = Struct::new(Citation::TYPE);
    for (at, (name, cell_text)) in
        columns.iter().zip(record).enumerate().filter(|(_, (_, text))| !text.is_empty())
    {
        let target = if CITING.contains(&name.as_str()) { &mut cite } else { &mut value };
        let Some(field) = target.of.field(name) else { continue };
        let items: Vec<&str> = match field.shape {
            Shape::List(_) => cell_text.split(' ').collect(),
            _ => vec![cell_text],
        };
        let mut nodes = Vec::new();
        for item in items {
            match refused(item, field.shape.single()) {
                None => nodes.push(Node::Leaf(item.to_owned().into())),
                Some(fault) => to.push((cell(text, line, at), fault)),
            }
        }
        match (field.shape, nodes.pop()) {
            (Shape::List(_), Some(last)) => {
                nodes.push(last);
                target.set(name, Node::List(nodes));
            }
            (_, Some(only)) => target.set(name, only),
            (_, None) => {}
        }
    }
    if cite.get("source").is_some() {
        value.set("cite", Node::List(vec![Node::Struct(cite)]));
    } else if !cite.is_empty() {
        to.push((
            row(text, line),
            Fault::new(Code::TABLE, "this row has a place or basis, and no source"),
        ));
    }
    value
}

/// The bytes of a cell of an observation; of the row where it has no such column.
pub(super) fn span(text: &str, observation: usize, column: Option<&str>) -> Range<usize> {
    let head = text.lines().next().unwrap_or_default();
    let at = column.and_then(|name| head.split(',').position(|column| column.trim() == name));
    match at {
        Some(at) => cell(text, observation + 1, at),
        None => row(text, observation + 1),
    }
}

/// The bytes of a row, from 0 for the names of columns. Rows with line breaks in cells are not told apart.
fn row(text: &str, wanted: usize) -> Range<usize> {
    let mut start = 0;
    for (at, line) in text.split('\n').enumerate() {
        if at == wanted {
            return start..start + line.trim_end_matches('\r').len();
        }
        start += line.len() + 1;
    }
    text.len()..text.len()
}

/// The bytes of a cell of a row.
fn cell(text: &str, line: usize, wanted: usize) -> Range<usize> {
    let row = row(text, line);
    let (mut start, mut at, mut quoted) = (row.start, 0, false);
    for (offset, letter) in text[row.clone()].char_indices() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => {
                if at == wanted {
                    return start..row.start + offset;
                }
                at += 1;
                start = row.start + offset + 1;
            }
            _ => {}
        }
    }
    if at == wanted { start..row.end } else { row }
}
