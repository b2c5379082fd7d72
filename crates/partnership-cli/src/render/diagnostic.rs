//! Errors as people read them: the text with a caret under what is meant, and what to write instead.
//!
//! annotate-snippets panics on a span that is not of its text and prints titles as they are: spans are clamped and
//! texts are escaped here, before it sees them.

use std::ops::Range;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use anstyle::AnsiColor;
use partnership_core::QueryError;
use partnership_core::check::folder::File;
use partnership_core::check::{Fault, Seg};
use serde::Serialize;

use super::escape::{in_place, terminal};

/// A question that was refused.
pub(crate) fn query(error: &QueryError, width: usize) -> String {
    let title = Level::ERROR.primary_title(terminal(&error.message)).id(error.code);
    let span = clamped(&error.text, &error.span);
    let snippet = Snippet::source(in_place(&error.text))
        .path("query")
        .annotation(AnnotationKind::Primary.span(span));
    let mut groups = vec![title.element(snippet)];
    // A short list stands in the message already.
    let told = error.expected.iter().all(|word| error.message.contains(word.as_str()));
    if !error.expected.is_empty() && !told {
        let list = format!("expected one of {}", error.expected.join(", "));
        groups.push(Group::with_title(Level::NOTE.secondary_title(terminal(&list).into_owned())));
    }
    groups.extend(error.help.as_deref().and_then(|text| help(text, &error.message)));
    rendered(&groups, width)
}

/// The faults of a dataset, and how many there are.
pub(crate) fn faults(
    faults: &[Fault],
    files: &[File],
    root: Option<&Path>,
    width: usize,
) -> String {
    let mut text = String::new();
    for fault in faults {
        text.push_str(&one(fault, files, root, width));
        text.push('\n');
    }
    text + &summary(faults) + "\n"
}

/// An error without a place.
pub(crate) fn plain(message: &str, advice: Option<&str>) -> String {
    let (red, cyan) = (AnsiColor::Red.on_default().bold(), AnsiColor::Cyan.on_default().bold());
    let mut text = format!("{red}error{red:#}: {}\n", terminal(message));
    if let Some(advice) = advice {
        text += &format!("{cyan}help{cyan:#}: {}\n", terminal(advice));
    }
    text
}

/// `3 faults in 2 files; …`
fn summary(faults: &[Fault]) -> String {
    let mut files: Vec<&str> = faults
        .iter()
        .filter_map(|fault| fault.place.as_ref())
        .map(|place| place.path.as_str())
        .collect();
    files.sort_unstable();
    files.dedup();
    let places = if files.is_empty() {
        String::new()
    } else {
        format!(" in {}", partnership_core::counted(files.len(), "file"))
    };
    let more = faults
        .first()
        .map(|fault| format!("; `partnership explain {}` tells more", fault.code))
        .unwrap_or_default();
    format!("{}{places}{more}", partnership_core::check::counted(faults))
}

fn one(fault: &Fault, files: &[File], root: Option<&Path>, width: usize) -> String {
    let place = fault.place.as_ref();
    let file = place.and_then(|place| files.iter().find(|file| file.path == place.path));
    let message = match (&fault.record, file) {
        (Some(record), None) => format!("{record}: {}", fault.message),
        _ => fault.message.clone(),
    };
    let title = Level::ERROR.primary_title(terminal(&message).into_owned()).id(fault.code.as_str());
    let path = place.map(|place| match root {
        Some(root) if root != Path::new(".") => root.join(&place.path).display().to_string(),
        _ => place.path.clone(),
    });
    let path = path.map(|path| terminal(&path).into_owned());
    let mut groups = match (place, file, path) {
        (Some(place), Some(file), Some(path)) => {
            let span = clamped(&file.text, &place.span);
            let (around, span) = window(&file.text, &span);
            let snippet = Snippet::source(in_place(around))
                .path(path)
                .line_start(place.line)
                .annotation(AnnotationKind::Primary.span(span));
            vec![title.element(snippet)]
        }
        (Some(place), None, Some(path)) => {
            let origin = annotate_snippets::Origin::path(path).line(place.line);
            vec![title.element(origin)]
        }
        _ => vec![Group::with_title(title)],
    };
    groups.extend(fault.fix.as_deref().and_then(|text| help(text, &fault.message)));
    rendered(&groups, width)
}

/// What to do, unless the message says so.
fn help(text: &str, message: &str) -> Option<Group<'static>> {
    let title = || Level::HELP.secondary_title(terminal(text).into_owned());
    (!message.contains(text)).then(|| Group::with_title(title()))
}

fn rendered(groups: &[Group<'_>], width: usize) -> String {
    let text = Renderer::styled().term_width(width.clamp(40, 200)).render(groups);
    format!("{text}\n")
}

/// A span that lies in the text, on boundaries of characters.
fn clamped(text: &str, span: &Range<usize>) -> Range<usize> {
    let down = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (start, end) = (down(span.start), down(span.end));
    start..end.max(start)
}

/// The lines of a span, at most three: their text, and the span in it.
fn window<'t>(text: &'t str, span: &Range<usize>) -> (&'t str, Range<usize>) {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let rest = &text[start..];
    let ends = rest.match_indices('\n').map(|(at, _)| start + at);
    let end = ends.take(3).find(|end| *end >= span.end);
    let end = end.or_else(|| rest.find('\n').map(|at| start + at)).unwrap_or(text.len());
    (&text[start..end], span.start - start..span.end.min(end).max(span.start) - start)
}

/// A fault for a program.
#[derive(Debug, Serialize)]
pub(crate) struct Told<'f> {
    code: &'static str,
    title: &'static str,
    message: &'f str,
    fix: Option<&'f str>,
    nearest: Option<&'f str>,
    record: Option<&'f str>,
    field: String,
    file: Option<&'f str>,
    line: Option<usize>,
    column: Option<usize>,
}

impl<'f> Told<'f> {
    pub(crate) fn of(fault: &'f Fault) -> Self {
        let path = fault.path.iter().map(|seg| match seg {
            Seg::Field(name) => (*name).to_owned(),
            Seg::Key(key) => key.clone(),
            Seg::Item(at) => at.to_string(),
        });
        Self {
            code: fault.code.as_str(),
            title: fault.code.title(),
            message: &fault.message,
            fix: fault.fix.as_deref(),
            nearest: fault.nearest.as_deref(),
            record: fault.record.as_deref(),
            field: path.collect::<Vec<_>>().join("."),
            file: fault.place.as_ref().map(|place| place.path.as_str()),
            line: fault.place.as_ref().map(|place| place.line),
            column: fault.place.as_ref().map(|place| place.column),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{clamped, window};

    #[test]
    fn spans_are_clamped_to_characters_of_the_text() {
        let text = "청소년 a";
        assert_eq!(clamped(text, &(1..4)), 0..3);
        assert_eq!(clamped(text, &(9..999)), 9..11);
        let reversed = std::ops::Range { start: 900, end: 3 };
        assert_eq!(clamped(text, &reversed), 11..11);
        assert_eq!(window("a\nbc\nd\n", &(3..4)), ("bc", 1..2));
        assert_eq!(window("a\nb\nc\nd\ne", &(2..9)), ("b", 0..1));
    }
}
