//! Tables of what was read, copied by hand: a line a fact, cells between tabs. An empty cell, or one
//! that is left out at the end, is nothing.

use std::collections::HashMap;
use std::hash::Hash;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// A table of `tests/record/`. Lines that begin with `#` say what it is; two of them say how it is held to the record.
pub(crate) struct Table {
    /// The query whose rows are the first cells of its lines, no more and no fewer.
    pub(crate) whole: Option<String>,
    /// The parts of a record that its lines are; without it, a line is a record.
    pub(crate) parts: Option<String>,
    /// What the cells are: places in the record, or figures that are worked out.
    pub(crate) columns: Vec<String>,
    /// Its lines.
    pub(crate) lines: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn read(name: &str) -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/record/{name}.tsv"));
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{name}: {error}"));
        let said = |key: &str| {
            text.lines().find_map(|line| line.strip_prefix(key)).map(|said| said.trim().to_owned())
        };
        let mut rest = text.lines().filter(|line| !line.starts_with('#')).map(cells);
        let columns = rest.next().unwrap_or_default();
        let mut lines: Vec<_> = rest.collect();
        for line in &mut lines {
            assert!(
                line.len() <= columns.len(),
                "{name}: {line:?} has more cells than {columns:?}"
            );
            line.resize(columns.len(), String::new());
        }
        assert!(!lines.is_empty(), "{name}: no line");
        Self { whole: said("# whole:"), parts: said("# parts:"), columns, lines }
    }

    /// The lines that begin as that one does, with one cell of it changed: what a slip of the pen would make of them.
    pub(crate) fn with_slip(&self, line: usize, column: usize) -> Self {
        let first = &self.lines[line][0];
        let beside = self.lines.iter().enumerate().filter(|(_, other)| other[0] == *first);
        let lines = beside.map(|(at, other)| {
            let mut other = other.clone();
            if at == line {
                other[column] = slip(&other[column]);
            }
            other
        });
        Self {
            whole: None,
            parts: self.parts.clone(),
            columns: self.columns.clone(),
            lines: lines.collect(),
        }
    }
}

fn cells(line: &str) -> Vec<String> {
    line.split('\t').map(str::to_owned).collect()
}

/// The cell with its last digit or letter changed; something where there was nothing.
fn slip(cell: &str) -> String {
    let found = cell.char_indices().rev().find(|(_, letter)| letter.is_ascii_alphanumeric());
    let Some((at, letter)) = found else { return format!("{cell}1") };
    let other = match letter {
        '9' => '0',
        'z' => 'a',
        'Z' => 'A',
        other => char::from(other as u8 + 1),
    };
    format!("{}{other}{}", &cell[..at], &cell[at + 1..])
}

/// Fails with all that a table and the record do not agree on.
pub(crate) fn assert_held(name: &str, differences: fn(&Table) -> Vec<String>) {
    let found = differences(&Table::read(name));
    assert!(found.is_empty(), "{name}: {} differences\n  {}", found.len(), found.join("\n  "));
}

/// What is asked for again and again, worked out once.
pub(crate) struct Kept<K, V>(Mutex<Option<HashMap<K, Arc<V>>>>);

impl<K: Eq + Hash, V> Kept<K, V> {
    pub(crate) const fn new() -> Self {
        Self(Mutex::new(None))
    }

    pub(crate) fn get(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get_or_insert_default().entry(key).or_insert_with(|| Arc::new(make())).clone()
    }
}
