//! BibTeX, of the entry types and fields of biblatex: it is the one dialect that knows pages, data sets and EDTF dates.
//!
//! Written here, in a page: the crate `biblatex` is made for reading, and its parser would ship with it.

use std::fmt::Write;

use super::csl::{Bibliography, Csl, CslDate};
use crate::value::is_hidden;

impl Bibliography {
    /// The works as entries of a `.bib` file in UTF-8, each under its id, in their order.
    #[must_use]
    pub fn bibtex(&self) -> String {
        let entries: Vec<String> = self.0.iter().map(entry).collect();
        entries.join("\n")
    }
}

fn entry(work: &Csl) -> String {
    let kind = match work.form {
        "dataset" => "dataset",
        "entry" => "inreference",
        "article-newspaper" | "webpage" if work.url.is_some() => "online",
        _ => "misc",
    };
    // What a page, text or piece of the press has is an organization; only data and reference works have publishers there.
    let publisher =
        if matches!(kind, "dataset" | "inreference") { "publisher" } else { "organization" };
    let (book, publisher_name) = match kind {
        "inreference" => (whole(&work.container), whole(&work.publisher)),
        _ if work.publisher.is_empty() => (String::new(), whole(&work.container)),
        _ => (String::new(), whole(&work.publisher)),
    };
    let authors: Vec<String> = work.author.iter().map(|author| whole(&author.literal)).collect();
    let day = |date: &Option<CslDate>| date.as_ref().map_or("", |date| &date.edtf).to_owned();
    let copy = match work.source.as_str() {
        "" => String::new(),
        site => format!("read in the copy of {}", escaped(site)),
    };
    let note = [copy, escaped(&work.note)].into_iter().filter(|part| !part.is_empty());
    // No language: the field wants the names of babel, and a title is in the language of the view.
    let fields = [
        ("author", authors.join(" and ")),
        ("title", whole(&work.title)),
        ("booktitle", book),
        (publisher, publisher_name),
        ("version", escaped(&work.version)),
        ("date", day(&work.issued)),
        ("url", work.url.as_deref().map(verbatim).unwrap_or_default()),
        ("urldate", day(&work.accessed)),
        ("note", note.collect::<Vec<_>>().join("; ")),
    ];
    let mut text = format!("@{kind}{{{},\n", key(&work.id));
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        // A `String` takes all that is written to it.
        let _ = writeln!(text, "  {name} = {{{value}}},");
    }
    text + "}\n"
}

/// An id as a key: the name of a release may hold what ends one.
fn key(id: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '_');
    id.chars().map(|letter| if plain(letter) { letter } else { '-' }).collect()
}

/// A text in braces of its own: no style changes its letters, and an *and* in it parts no names.
fn whole(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{{{}}}", escaped(text)) }
}

/// A text for LaTeX. A brace gets a name and no backslash, since readers count braces before they see backslashes.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => safe.push_str("\\textbackslash{}"),
            '{' => safe.push_str("\\textbraceleft{}"),
            '}' => safe.push_str("\\textbraceright{}"),
            '~' => safe.push_str("\\textasciitilde{}"),
            '^' => safe.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => safe.extend(['\\', letter]),
            '\n' | '\t' => safe.push(' '),
            _ if is_hidden(letter) => {}
            _ => safe.push(letter),
        }
    }
    safe
}

/// An address, which biblatex takes as it stands; only what would end the field is written as addresses write it.
fn verbatim(url: &str) -> String {
    let mut safe = String::with_capacity(url.len());
    for letter in url.chars() {
        match letter {
            '{' => safe.push_str("%7B"),
            '}' => safe.push_str("%7D"),
            '\\' => safe.push_str("%5C"),
            _ if letter.is_whitespace() || is_hidden(letter) => {}
            _ => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{escaped, key, verbatim};

    #[test]
    fn a_key_holds_nothing_that_ends_it() {
        assert_eq!(key("asean-rok-2026.11.25"), "asean-rok-2026.11.25");
        assert_eq!(key("hd-1.0}, x = {y"), "hd-1.0---x----y");
        assert_eq!(key("hd-2.0 beta"), "hd-2.0-beta");
    }

    #[test]
    fn what_latex_reads_as_a_command_is_escaped() {
        assert_eq!(escaped("R&D 5% #1 a_b $ 한국"), r"R\&D 5\% \#1 a\_b \$ 한국");
        assert_eq!(escaped("{x}"), r"\textbraceleft{}x\textbraceright{}");
        assert_eq!(
            escaped("a\\b~c^d\ne\u{202e}"),
            r"a\textbackslash{}b\textasciitilde{}c\textasciicircum{}d e"
        );
        assert_eq!(verbatim("https://a.b/{c}?d=1&e=%20_#f"), "https://a.b/%7Bc%7D?d=1&e=%20_#f");
    }
}
