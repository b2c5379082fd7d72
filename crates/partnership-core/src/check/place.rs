//! Where faults are: from paths and bytes to lines and columns.

use crate::order::Order;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::fault::{Fault, FilePlace, Seg};
use super::folder::File;
use super::found::Found;

/// A file, by its place in the list of files, and the bytes of it that are meant; none where the fault has its place.
pub(super) type At = Option<(usize, Range<usize>)>;

/// The bytes of the value at a path, or of the deepest one on the way to it.
pub(super) fn find<'p>(
    tree: &Spanned<DeTable<'_>>,
    path: impl Iterator<Item = &'p Seg>,
) -> Range<usize> {
    let mut span = 0..0;
    let mut table = Some(tree.get_ref());
    let mut list: Option<&toml::de::DeArray<'_>> = None;
    for seg in path {
        let name = match seg {
            Seg::Field(name) => *name,
            Seg::Key(name) => name.as_str(),
            Seg::Item(at) => {
                let Some(item) = list.and_then(|list| list.get(*at)) else { continue };
                span = item.span();
                (table, list) = (item.get_ref().as_table(), item.get_ref().as_array());
                continue;
            }
        };
        let found = table.and_then(|table| table.iter().find(|(key, _)| key.get_ref() == name));
        let Some((key, value)) = found else { break };
        span = if value.get_ref().is_table() && value.span().is_empty() {
            key.span()
        } else {
            value.span()
        };
        (table, list) = (value.get_ref().as_table(), value.get_ref().as_array());
    }
    first_line(&span)
}

/// A long value is pointed at by its beginning.
pub(super) fn first_line(span: &Range<usize>) -> Range<usize> {
    span.start..span.end.min(span.start + 120)
}

/// The faults in the order of files and places. Lines and columns are counted in one pass over each file.
pub(super) fn placed(files: &[File], faults: Found<(At, Fault)>) -> Vec<Fault> {
    let more = faults.more;
    let mut all: Vec<_> = faults
        .kept
        .into_iter()
        .map(|(at, fault)| {
            let path = match &at {
                Some((file, _)) => files[*file].path.clone(),
                None => fault.place.as_ref().map(|place| place.path.clone()).unwrap_or_default(),
            };
            (path, at, fault)
        })
        .collect();
    let start = |at: &At| at.as_ref().map_or(0, |(_, span)| span.start);
    all.order_by(|(a, x, one), (b, y, other)| {
        a.cmp(b).then(start(x).cmp(&start(y))).then(one.code.cmp(&other.code))
    });
    let mut counted = Counted::default();
    let mut kept: Vec<Fault> = all
        .into_iter()
        .map(|(_, at, fault)| match at {
            Some((file, span)) => {
                if counted.file != Some(file) {
                    counted = Counted { file: Some(file), ..Counted::default() };
                }
                Fault { place: Some(counted.place(&files[file], span)), ..fault }
            }
            None => fault,
        })
        .collect();
    kept.dedup();
    Found { kept, more }.told()
}

/// How far a file has been counted.
#[derive(Default)]
struct Counted {
    file: Option<usize>,
    at: usize,
    /// Line breaks before it, and characters between it and the last of them.
    lines: usize,
    letters: usize,
}

impl Counted {
    /// The place of some bytes that begin no earlier than those asked for before.
    fn place(&mut self, file: &File, span: Range<usize>) -> FilePlace {
        let text = &file.text;
        let (start, end) = (floor(text, span.start), floor(text, span.end.max(span.start)));
        let fresh = text.get(self.at..start).unwrap_or_default();
        match fresh.rfind('\n') {
            Some(last) => {
                self.lines += fresh.matches('\n').count();
                self.letters = fresh[last + 1..].chars().count();
            }
            None => self.letters += fresh.chars().count(),
        }
        self.at = start.max(self.at);
        let (line, column) = (self.lines + 1, self.letters + 1);
        FilePlace { path: file.path.clone(), line, column, span: start..end }
    }
}

/// The last boundary of characters that is no later.
fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
