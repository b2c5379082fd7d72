//! The values of a series as a table.

use partnership_core::answer::{amount_in, citations};
use partnership_core::describe::{Node, Struct};

use super::answer::Page;
use super::{Block, Words};

/// What is said about a value stands together in the last column but one.
const REMARKS: &[&str] = &["status", "rank", "reason", "against", "note"];

/// A heading and the table; nothing where the record has no values.
pub(super) fn blocks(page: &Page<'_>, record: &Struct<'_>) -> Vec<Block> {
    let rows: Vec<&Struct<'_>> = record.parts("observation").collect();
    let Some(first) = rows.first() else { return Vec::new() };
    let used = |name: &str| rows.iter().any(|row| row.get(name).is_some());
    let names = first.of.fields.iter().map(|field| field.name);
    let names = names.filter(|name| *name != "cite" && !REMARKS.contains(name) && used(name));
    let names: Vec<&str> = names.collect();
    let remarks = REMARKS.iter().any(|name| used(name));
    let cells = |row: &&Struct<'_>| {
        let mut cells: Vec<Words> = names.iter().map(|name| page.cell(record, row, name)).collect();
        cells.extend(remarks.then(|| page.remarks(row)));
        let own: Vec<_> = row.parts("cite").collect();
        let cites = if own.is_empty() { citations(record, "observation") } else { own };
        cells.push(page.places(cites));
        cells
    };
    let mut head: Vec<_> = names.iter().map(|name| page.label(name).into_owned()).collect();
    head.extend(remarks.then(|| page.say("remarks", "비고").to_owned()));
    head.push(page.say("source", "출처").to_owned());
    let table = Block::Table { head, rows: rows.iter().map(cells).collect() };
    vec![Block::Heading(page.say("Observations", "관측값").into()), table]
}

impl Page<'_> {
    /// A value in the unit and power of its series; whatever else the row says, as it is.
    pub(super) fn cell(&self, record: &Struct<'_>, row: &Struct<'_>, name: &str) -> Words {
        let unit = record.leaf("unit").unwrap_or_default();
        let power = record.leaf("power").and_then(|power| power.parse().ok()).unwrap_or_default();
        match (row.get(name), row.of.field(name)) {
            (Some(Node::Leaf(text)), _) if name == "value" => {
                amount_in(text, power, unit, &self.lang).into()
            }
            (Some(node), Some(field)) => self.value(field, node),
            _ => Words::default(),
        }
    }

    fn remarks(&self, row: &Struct<'_>) -> Words {
        let mut words = Words::default();
        for name in REMARKS {
            let (Some(node), Some(field)) = (row.get(name), row.of.field(name)) else { continue };
            let before = match (words.is_empty(), *name) {
                (true, _) => "",
                (_, "reason") => ": ",
                (_, "against") => self.say("; against ", "; 반대 출처 "),
                _ => "; ",
            };
            words = words.plain(before);
            self.value(field, node).iter().for_each(|(tone, text)| words.add(tone, text));
        }
        words
    }
}
