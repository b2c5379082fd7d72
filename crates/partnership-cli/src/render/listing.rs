//! Lists that are no answers of the record: faults, codes, query fields. Each has all forms.

use partnership_core::answer::Cell;
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::Value;

use super::csv::{self, Profile};
use super::{Block, Words};
use crate::args::Format;

/// A list with named columns.
pub(crate) struct Listing {
    /// Names of the columns.
    pub(crate) head: &'static [&'static str],
    /// The rows, each with a value for every column.
    pub(crate) rows: Vec<Vec<Value>>,
}

/// A row with the names of its columns.
struct Named<'l>(&'l [&'static str], &'l [Value]);

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        for (name, value) in self.0.iter().zip(self.1) {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Listing {
    /// The list in a form; the text is that of its table.
    pub(crate) fn to(&self, format: Format, width: usize, profile: Profile) -> String {
        match format {
            Format::Text => super::to_text(&[self.table()], width),
            Format::Md => super::to_markdown(&[self.table()]),
            Format::Html => super::to_html(&[self.table()], "en"),
            Format::Csv => {
                let head: Vec<_> = self.head.iter().map(|name| (*name).to_owned()).collect();
                let cells = |row: &Vec<Value>| row.iter().map(cell).collect();
                csv::table(&head, &self.rows.iter().map(cells).collect::<Vec<_>>(), profile)
            }
            Format::Jsonl => self.named().map(|row| safe(serde_json::to_string(&row))).collect(),
            Format::Json => {
                #[derive(serde::Serialize)]
                struct All<'l> {
                    count: usize,
                    row: Vec<Named<'l>>,
                }
                let all = All { count: self.rows.len(), row: self.named().collect() };
                safe(serde_json::to_string_pretty(&all))
            }
        }
    }

    fn named(&self) -> impl Iterator<Item = Named<'_>> {
        self.rows.iter().map(|row| Named(self.head, row))
    }

    fn table(&self) -> Block {
        let words =
            |row: &Vec<Value>| row.iter().map(|value| Words::from(cell(value).text)).collect();
        Block::Table {
            head: self.head.iter().map(|name| (*name).to_owned()).collect(),
            rows: self.rows.iter().map(words).collect(),
        }
    }
}

fn cell(value: &Value) -> Cell {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            items.iter().map(|item| cell(item).text).collect::<Vec<_>>().join(" ")
        }
        other => other.to_string(),
    };
    Cell { text, number: value.is_number() }
}

fn safe(json: serde_json::Result<String>) -> String {
    super::json::written(&json.unwrap_or_default())
}
