//! Pages: what an answer looks like, as blocks of words. Cards, tables, timelines and briefings are made of the same
//! blocks, and each printer (text, Markdown, HTML) prints them in its own way. Words hold data as it is; printers escape it.

pub(crate) mod answer;
mod brief;
mod card;
mod checked;
mod columns;
mod coverage;
pub(crate) mod csv;
pub(crate) mod diagnostic;
mod difference;
pub(crate) mod escape;
mod html;
pub(crate) mod json;
mod lineage;
pub(crate) mod listing;
mod md;
mod mirror;
mod observations;
mod printed;
mod promises;
mod search;
mod sentences;
mod sources;
mod table;
mod text;
mod ties;
mod timeline;
mod totals;
mod traced;
mod value;
mod verify;
mod width;

/// A part of a page.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    /// What the page is about.
    Title(Words),
    /// What the blocks after it are about.
    Heading(Words),
    /// Running text.
    Para(Words),
    /// Rows, each with a lead in a gutter of its own.
    Rows(Vec<Entry>),
    /// Short notes at the foot of what is taken along on paper.
    Notes(Vec<Entry>),
    /// Rows on a line of time: the gutter ends in a rule.
    Ruled(Vec<Entry>),
    /// Columns with names.
    Table { head: Vec<String>, rows: Vec<Vec<Words>> },
}

/// A row with a lead.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// How deep it lies in the row before.
    pub(crate) depth: usize,
    /// What sets it apart; may be empty.
    pub(crate) lead: Words,
    /// What it says.
    pub(crate) text: Words,
}

impl Entry {
    pub(crate) fn new(lead: impl Into<Words>, text: impl Into<Words>) -> Self {
        Self { depth: 0, lead: lead.into(), text: text.into() }
    }

    pub(crate) fn deeper(self, depth: usize) -> Self {
        Self { depth, ..self }
    }
}

/// How words stand out. The sense never hangs on it: colour is an addition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    /// What a reader looks for first.
    Strong,
    /// A name of a field, a date: never broken.
    Lead,
    /// An id, a remark.
    Dim,
    /// The mark of a citation: never broken, unless it is long.
    Mark,
    /// The number of a source, where the source stands.
    Note,
    /// What is not sure.
    Maybe,
    /// An address: never broken, so that it stays one.
    Link,
}

/// A run of words, each with its tone.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words(Vec<(Tone, String)>);

impl Words {
    /// The same with words of a tone after it.
    pub(crate) fn with(mut self, tone: Tone, text: impl Into<String>) -> Self {
        self.add(tone, text);
        self
    }

    /// The same with plain words after it.
    pub(crate) fn plain(self, text: impl Into<String>) -> Self {
        self.with(Tone::Plain, text)
    }

    /// Adds words of a tone.
    pub(crate) fn add(&mut self, tone: Tone, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.0.push((tone, text));
        }
    }

    /// The same with a blank and other words after it; with none, the same.
    pub(crate) fn and(mut self, other: Words) -> Self {
        if !self.0.is_empty() && !other.0.is_empty() {
            self.add(Tone::Plain, " ");
        }
        self.0.extend(other.0);
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (Tone, &str)> {
        self.0.iter().map(|(tone, text)| (*tone, text.as_str()))
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Words::default().plain(text)
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Words::default().plain(text)
    }
}

/// A page as HTML, as Markdown, and as text of a width.
pub(crate) use html::page as to_html;
pub(crate) use md::page as to_markdown;
pub(crate) use text::page as to_text;
