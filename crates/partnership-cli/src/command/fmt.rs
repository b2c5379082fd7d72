//! `fmt`: the files of a dataset in their normal form. Only what cannot change a value's meaning is touched.

use std::ops::Range;
use std::path::{Path, PathBuf};

use partnership_core::check::folder::File;
use toml_edit::{Document, Item, Value};
use unicode_normalization::UnicodeNormalization as _;

use crate::data;
use crate::failure::Failure;
use crate::render::escape::terminal;
use crate::session::{Said, Session};
use crate::write::{atomic_write, sweep};
use partnership_core::counted;

/// Bring the files of a dataset into their normal form
///
/// Texts go to Unicode normal form C, blanks at the ends of lines go, and a file ends with one line feed. Comments, the
/// order of keys and the layout stay. A file that is not TOML is left alone.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership fmt data/asean-rok
  partnership fmt --check")]
pub(crate) struct FmtArgs {
    /// The folder; without, that of --data, else this one
    #[arg(value_name = "DIR")]
    path: Option<PathBuf>,
    /// Change nothing; end with 1 if a file would change
    #[arg(long)]
    check: bool,
}

impl FmtArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let asked = self.path.or_else(|| session.globals.data.clone());
        let root = asked.unwrap_or_else(|| PathBuf::from("."));
        if root.is_file() {
            let message =
                format!("`{}` is a file; `fmt` formats the files of a folder", root.display());
            return Err(Failure::usage(
                message,
                "a packed file has one form only: `partnership pack` writes it",
            ));
        }
        let files = data::read(&root)?.files;
        if !self.check {
            // What a killed run left in any folder of the dataset goes, whether or not a file in it changes.
            let folders = files.iter().filter_map(|file| Path::new(&file.path).parent());
            let mut folders: Vec<&Path> = folders.collect();
            folders.dedup();
            folders.into_iter().for_each(|folder| sweep(&root.join(folder)));
        }
        let (mut text, mut changed, mut skipped) = (String::new(), 0, Vec::new());
        for file in &files {
            let Some(normal) = normal(file) else {
                skipped.push(file.path.as_str());
                continue;
            };
            if normal == file.text {
                continue;
            }
            changed += 1;
            text.push_str(&format!("{}\n", terminal(&file.path)));
            if !self.check {
                let path = root.join(&file.path);
                let failed = |error| Failure::File { doing: "write", path: path.clone(), error };
                atomic_write(&path, normal.as_bytes()).map_err(failed)?;
            }
        }
        let did = if self.check { "would change" } else { "changed" };
        let total = counted(files.len(), "file");
        let mut note = format!("{changed} of {total} {did}");
        if !skipped.is_empty() {
            note += &format!("; left alone, since not TOML: {}", skipped.join(", "));
        }
        let code = u8::from(self.check && changed > 0);
        Ok(Said { code, ..Said::text(text).note(note) })
    }
}

/// The text of a file in its normal form; none where it is not what its name says.
fn normal(file: &File) -> Option<String> {
    let text: String = file.text.trim_start_matches('\u{feff}').nfc().collect();
    let kept = match file.path.rsplit_once('.') {
        Some((_, "toml")) => long_strings(&text)?,
        // In a table a blank may be part of a cell, and a quote may hold line ends: only the end of the file is touched.
        Some((_, "csv")) => return Some(ended(text.trim_end_matches(['\r', '\n']))),
        _ => return Some(file.text.clone()),
    };
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let end = at + line.len();
        let inside = kept.iter().any(|range| range.start < end && end < range.end);
        lines.push(if inside { line } else { line.trim_end_matches([' ', '\t', '\r']) });
        at = end + 1;
    }
    while lines.len() > 1 && lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    let normal = ended(&lines.join("\n"));
    // Composing could join a sign of the grammar with a mark after it: then the file stays as it is.
    match file.path.ends_with(".toml") && long_strings(&normal).is_none() {
        true => None,
        false => Some(normal),
    }
}

/// A text with one line feed at its end; nothing stays nothing.
fn ended(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{text}\n") }
}

/// Where strings of several lines stand, in which a blank at the end of a line is part of the value.
fn long_strings(text: &str) -> Option<Vec<Range<usize>>> {
    let document = Document::parse(text).ok()?;
    let mut ranges = Vec::new();
    let mut note = |value: &Value| {
        let span = value.span().filter(|span| {
            let raw = text.get(span.clone()).unwrap_or_default();
            raw.starts_with("\"\"\"") || raw.starts_with("'''")
        });
        ranges.extend(span);
    };
    let mut waiting: Vec<&Item> = document.iter().map(|(_, item)| item).collect();
    while let Some(item) = waiting.pop() {
        match item {
            Item::None => {}
            Item::Value(value) => each(value, &mut note),
            Item::Table(table) => waiting.extend(table.iter().map(|(_, item)| item)),
            Item::ArrayOfTables(list) => {
                waiting.extend(list.iter().flat_map(|table| table.iter()).map(|(_, item)| item));
            }
        }
    }
    Some(ranges)
}

/// A value and all inside of it.
fn each<'v>(value: &'v Value, to: &mut impl FnMut(&'v Value)) {
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(items) => waiting.extend(items.iter()),
            Value::InlineTable(table) => waiting.extend(table.iter().map(|(_, value)| value)),
            leaf => to(leaf),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::normal;
    use partnership_core::check::folder::File;

    fn formatted(path: &str, text: &str) -> Option<String> {
        normal(&File { path: path.to_owned(), text: text.to_owned() })
    }

    #[test]
    fn only_form_changes_and_only_once() {
        let text = "# 한국 \r\na = \"e\u{301}\" \t\n\n[[b]]\nc = \"\"\"x  \ny  \"\"\"  \nd = [\n  '''z \n''', \n]\n\n\n";
        let once = formatted("events/a.toml", text).unwrap();
        let meant =
            "# 한국\na = \"é\"\n\n[[b]]\nc = \"\"\"x  \ny  \"\"\"\nd = [\n  '''z \n''',\n]\n";
        assert_eq!(once, meant);
        assert_eq!(formatted("events/a.toml", &once), Some(once));
        assert_eq!(formatted("series/a.csv", "a,b\n1, \n\n").unwrap(), "a,b\n1, \n");
        assert_eq!(formatted("a.toml", "a = \n"), None);
        assert_eq!(formatted("redirects.toml", "").unwrap(), "");
    }
}
