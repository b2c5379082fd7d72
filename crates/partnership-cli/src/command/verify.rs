//! `verify`: whether the passages that citations point to are where they say, in a copy of the text of their source.

use std::path::{Path, PathBuf};

use partnership_core::answer::{Answer, Row, Verified};
use partnership_core::check::folder::File;
use toml_edit::{DocumentMut, InlineTable, Item, Value};

use crate::data;
use crate::failure::Failure;
use crate::session::{Said, Session};
use crate::write::atomic_write;
use partnership_core::counted;

/// Texts are read whole; more than this is no source that somebody read.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Check the citations of a source against a copy of its text
///
/// Of each place that citations of the source give, tells whether the text has it, and whether what stands there is what
/// was read: the paragraph and digest that the citation records as its `passage`. Then lists the paragraphs that no
/// citation names. The text goes nowhere. The exit code is 1 if a place is missing, changed, misplaced, moved or not to be
/// found by rule.
///
/// Paragraphs are separated by empty lines and counted from 1. `title`, `introduction`, `Q3`, `A3`, `A3 ¶2`, `biography`,
/// `editor's note`, `second photo caption`, `¶2` and `§2` are found by rule, as are ranges and lists of them; any other
/// place is where its passage stands, or where --place says.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership verify interview-lee-2025 interview.txt
  partnership verify pact-text pact.txt --place 'table 1=12'
  partnership --data data/asean-rok verify pact-text pact.txt --write")]
pub(crate) struct VerifyArgs {
    /// Id of the source
    #[arg(value_name = "SOURCE")]
    source: String,
    /// A copy of its text, as plain text in UTF-8
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Which paragraph a place names that no rule finds
    #[arg(long, value_name = "PLACE=NUMBER", value_parser = known)]
    place: Vec<(String, u32)>,
    /// Record passages in the folder of --data: new ones where there are none, new numbers where they moved
    #[arg(long)]
    write: bool,
}

fn known(text: &str) -> Result<(String, u32), String> {
    let pair = text.rsplit_once('=').map(|(place, number)| (place.trim(), number.trim().parse()));
    match pair {
        Some((place, Ok(number))) if !place.is_empty() && number > 0 => {
            Ok((place.to_owned(), number))
        }
        _ => Err("expected a place and the number of a paragraph, such as `table 1=12`".to_owned()),
    }
}

impl VerifyArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let dataset = session.dataset()?;
        let text = data::plain_text(&self.file, LARGEST, "give the text of the source alone")?;
        let (mut faults, mut found) = (false, Vec::new());
        let said = session.answer(&dataset, |view| {
            let answer = view.verify(&self.source, &text, &self.place)?;
            faults = verified(&answer).any(|row| row.state.is_fault());
            found = verified(&answer).cloned().collect();
            Ok(answer)
        })?;
        if !self.write {
            return Ok(Said { code: u8::from(faults), ..said });
        }
        let (citations, files) = record(session.globals.data.as_deref(), &found)?;
        let note = format!("{} in {}", counted(citations, "passage"), counted(files, "file"));
        Ok(Said { code: u8::from(faults), ..said }.note(format!("recorded: {note}")))
    }
}

fn verified(answer: &Answer) -> impl Iterator<Item = &Verified> {
    answer.rows().iter().filter_map(|row| match row {
        Row::Verified(row) => Some(row),
        _ => None,
    })
}

/// Writes the passages of what was found into the citations of a folder; gives how many, in how many files.
fn record(root: Option<&Path>, found: &[Verified]) -> Result<(usize, usize), Failure> {
    let Some(root) = root.filter(|root| root.is_dir()) else {
        let message = "passages are recorded in a folder, and `--data` names none".to_owned();
        return Err(Failure::usage(message, "give the folder: `--data data/asean-rok`"));
    };
    let (mut citations, mut files) = (0, 0);
    for file in data::read(root)?.files {
        let Some((text, count)) = recorded(&file, found) else { continue };
        let path = root.join(&file.path);
        let failed = |error| Failure::File { doing: "write", path: path.clone(), error };
        atomic_write(&path, text.as_bytes()).map_err(failed)?;
        (citations, files) = (citations + count, files + 1);
    }
    Ok((citations, files))
}

/// A file with the passages of its citations, and how many are new; none where nothing is.
fn recorded(file: &File, found: &[Verified]) -> Option<(String, usize)> {
    if !file.path.ends_with(".toml") {
        return None;
    }
    let mut document: DocumentMut = file.text.parse().ok()?;
    let mut count = 0;
    // Values of the model are not nested deeply: a folder that was read has no deeper ones.
    for (_, item) in document.iter_mut() {
        each(item, &mut |cite| count += usize::from(fill(cite, found)));
    }
    (count > 0).then(|| (document.to_string(), count))
}

fn each(item: &mut Item, to: &mut impl FnMut(&mut InlineTable)) {
    match item {
        Item::Value(value) => within(value, to),
        Item::Table(table) => table.iter_mut().for_each(|(_, item)| each(item, to)),
        Item::ArrayOfTables(list) => {
            list.iter_mut().flat_map(|table| table.iter_mut()).for_each(|(_, item)| each(item, to));
        }
        Item::None => {}
    }
}

fn within(value: &mut Value, to: &mut impl FnMut(&mut InlineTable)) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| within(item, to)),
        Value::InlineTable(table) => {
            table.iter_mut().for_each(|(_, value)| within(value, to));
            to(table);
        }
        _ => {}
    }
}

/// Fills the passage of a citation; whether it did.
fn fill(cite: &mut InlineTable, found: &[Verified]) -> bool {
    let text =
        |cite: &InlineTable, key: &str| cite.get(key).and_then(Value::as_str).map(str::to_owned);
    let (source, at, passage) = (text(cite, "source"), text(cite, "at"), text(cite, "passage"));
    let is_its = |row: &&Verified| {
        Some(&row.source) == source.as_ref() && row.at == at && row.passage == passage
    };
    let Some(row) = found.iter().find(is_its) else { return false };
    let can = matches!(row.state.as_str(), "placed" | "moved");
    let Some(now) = row.now.as_ref().filter(|_| can) else { return false };
    if let Some(old) = cite.get_mut("passage") {
        let decor = old.decor().clone();
        *old = Value::from(now.as_str());
        *old.decor_mut() = decor;
        return true;
    }
    // The blank before the closing brace hangs on the last value.
    let last = cite.iter().last().map(|(key, _)| key.to_owned());
    let end = last.and_then(|key| {
        let decor = cite.get_mut(&key)?.decor_mut();
        let end = decor.suffix().and_then(|end| end.as_str()).map(str::to_owned);
        decor.set_suffix("");
        end
    });
    cite.insert("passage", Value::from(now.as_str()).decorated(" ", end.unwrap_or_default()));
    true
}
