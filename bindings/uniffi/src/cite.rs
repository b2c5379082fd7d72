//! Citations and sources.

use partnership_core::describe::Struct;
use partnership_core::{model, value::Text};

use crate::shown::{Shown, date, leaf, leaves, word};
use crate::{Answer, Basis, Edtf, Extent, LocalText, Named, Tier, TitleBy};

/// A source, the place in it, the fields that it supports and how it supports them.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Citation {
    /// The id of the source.
    pub source: String,
    /// The number of the source in this answer, from 1: `answer.source[number - 1]`.
    pub number: i32,
    /// The place in the source, as given: `A1 ¶5`, `table 1`, `opening`.
    pub at: Option<String>,
    /// The fields that it supports; none where it supports the whole part, or every field that no other citation names.
    pub fields: Vec<String>,
    /// How the source supports them.
    pub basis: Basis,
    /// The key of the editors' rule by which a value was worked out or assigned.
    pub rule: Option<String>,
    /// What that rule says.
    pub rule_text: Option<LocalText>,
    /// What a reader of this citation should know.
    pub note: Option<String>,
    /// Paragraph and digest of the passage.
    pub passage: Option<String>,
}

/// A document or page.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Option<LocalText>,
    /// Whose words the title is.
    pub title_by: Option<TitleBy>,
    /// Who answers for it.
    pub publisher: Option<LocalText>,
    /// Who wrote it or speaks in it.
    pub author: Vec<Named>,
    /// When it was published; none means undated.
    pub issued: Option<Edtf>,
    /// The day on which it was read.
    pub accessed: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// A copy kept by an archive.
    pub archived: Option<String>,
    /// The copy that was read, if not the publisher's.
    pub copy: Option<ReadCopy>,
    /// The language of the text that was read.
    pub language: Option<String>,
    /// Who speaks in it.
    pub tier: Option<Tier>,
    /// How much of it was read.
    pub read: Option<Extent>,
    /// The release or vintage of a table.
    pub version: Option<String>,
    /// The licence that it states.
    pub licence: Option<String>,
    /// What a reader should know.
    pub summary: Option<LocalText>,
    /// Who looked at the record again, and when.
    pub reviewed: Vec<Review>,
}

/// A copy on another site than the publisher's.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ReadCopy {
    /// The site.
    pub site: Option<String>,
    /// The address there.
    pub url: Option<String>,
}

/// Who looked at a record again, and when.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Review {
    /// Who.
    pub by: Option<String>,
    /// When.
    pub on: Option<String>,
    /// What was looked at.
    pub note: Option<LocalText>,
}

/// How to cite a source, or a record with its sources.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Reference {
    /// The record.
    pub id: String,
    /// Its kind; `dataset` for the dataset itself.
    pub kind: String,
    /// A line for a bibliography.
    pub text: String,
    /// The ids of the sources that it rests on.
    pub source: Vec<String>,
    /// The same as CSL-JSON, for reference managers.
    pub csl: Option<String>,
}

/// How to cite some records.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct References {
    /// One a record, in the order asked for.
    pub rows: Vec<Reference>,
    /// What was asked, and the sources.
    pub answer: Answer,
}

impl Citation {
    pub(crate) fn of(shown: &Shown<'_>, cite: &Struct<'_>) -> Self {
        let source = leaf(cite, "source").unwrap_or_default();
        let rule = leaf(cite, "rule");
        let manifest = shown.view.dataset().manifest();
        let rule_text = rule.as_deref().and_then(|key| manifest.rule_text(key));
        Self {
            number: shown.number(&source),
            source,
            at: leaf(cite, "at"),
            fields: leaves(cite, "fields"),
            basis: word::<model::Basis, _>(cite, "basis").unwrap_or(Basis::Stated),
            rule_text: rule_text.map(|text| LocalText::of(shown, text)),
            rule,
            note: leaf(cite, "note"),
            passage: leaf(cite, "passage"),
        }
    }
}

impl LocalText {
    /// A text that stands in no record.
    pub(crate) fn of(shown: &Shown<'_>, text: &Text) -> Self {
        let best = text.best(shown.view.language()).map(|(_, text)| text.to_owned());
        let all = text.iter().map(|(tag, text)| (tag.to_string(), text.to_owned()));
        Self { shown: best.unwrap_or_default(), all: all.collect() }
    }
}

impl Source {
    pub(crate) fn of(shown: &Shown<'_>, source: &Struct<'_>) -> Self {
        Self {
            id: leaf(source, "id").unwrap_or_default(),
            title: shown.text(source, "title"),
            title_by: word::<model::TitleBy, _>(source, "title_by"),
            publisher: shown.text(source, "publisher"),
            author: shown.many(source, "author"),
            issued: date(source, "issued"),
            accessed: leaf(source, "accessed"),
            url: leaf(source, "url"),
            archived: leaf(source, "archived"),
            copy: shown.part(source, "copy", |_, copy| ReadCopy {
                site: leaf(copy, "site"),
                url: leaf(copy, "url"),
            }),
            language: leaf(source, "language"),
            tier: word::<model::Tier, _>(source, "tier"),
            read: word::<model::Extent, _>(source, "read"),
            version: leaf(source, "version"),
            licence: leaf(source, "licence"),
            summary: shown.text(source, "summary"),
            reviewed: shown.parts(source, "reviewed", Review::of),
        }
    }
}

impl Review {
    fn of(shown: &Shown<'_>, review: &Struct<'_>) -> Self {
        Self { by: leaf(review, "by"), on: leaf(review, "on"), note: shown.text(review, "note") }
    }
}

impl Reference {
    pub(crate) fn of(row: &partnership_core::answer::Reference) -> Self {
        Self {
            id: row.id.clone(),
            kind: row.kind.to_owned(),
            text: row.text.clone(),
            source: row.source.clone(),
            // CSL of ours is text in tables.
            csl: serde_json::to_string(&row.csl).ok(),
        }
    }
}
