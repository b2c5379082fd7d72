//! How we know: citations, alternatives and kinds of absence.

use partnership_derive::Described;

use crate::describe::Node;
use crate::model::SourceId;
use crate::value::{Day, Passage, Place, Slug, Text};

/// What a record and each dated part carry beside their fields.
#[derive(Clone, Debug, Default, PartialEq, Described)]
pub struct Support {
    /// Where the values come from. A record's first citation without `fields` supports every field that no other
    /// citation names, save dates, figures and references, which some citation must name; a part's citation without
    /// `fields` supports the whole part.
    pub cite: Vec<Citation>,
    /// Other values that sources give for a field, with rank and reason.
    pub alternative: Vec<Alternative>,
    /// What is known of fields that hold no value.
    pub absent: Vec<Absent>,
}

/// A source, the place in it, the fields that it supports and how it supports them.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(name = "citation")]
pub struct Citation {
    /// The source.
    #[described(required)]
    pub source: SourceId,
    /// The place in the source, as given and never sharpened: `A1 ¶5`, `table 1`, `opening`.
    pub at: Option<Place>,
    /// Names of the fields that it supports, as the description spells them.
    pub fields: Vec<String>,
    /// How the source supports them; `stated` where nothing is written.
    pub basis: Option<Basis>,
    /// Key of the editors' rule by which a value was worked out or assigned; the manifest states it in words.
    pub rule: Option<Slug>,
    /// What a reader of this citation should know.
    pub note: Option<String>,
    /// Paragraph and digest of the passage, so that whoever holds the text can verify the citation.
    pub passage: Option<Passage>,
}

/// How a source supports a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Basis {
    /// The source says it.
    #[default]
    #[described(ko = "명시")]
    Stated,
    /// A second-hand text reports what another says.
    #[described(ko = "전언")]
    Reported,
    /// The source announced it before it happened.
    #[described(ko = "예고")]
    Announced,
    /// The editor worked it out from what the source says.
    #[described(ko = "산출")]
    WorkedOut,
    /// The editor assigned it: a pillar, a theme, an identity.
    #[described(ko = "부여")]
    Assigned,
}

/// Another value of one field.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part)]
pub struct Alternative {
    /// The field that it is about.
    #[described(required)]
    pub field: Option<String>,
    /// The other value, in the form of that field.
    #[described(required)]
    pub value: Option<Node<'static>>,
    /// Whether it may be right too, or is known to be wrong.
    #[described(required)]
    pub rank: Option<Rank>,
    /// Why it is not preferred.
    #[described(required)]
    pub reason: Option<String>,
    /// The sources that demote it, where they are not those of the preferred value.
    pub against: Vec<SourceId>,
    /// Where it comes from.
    pub cite: Vec<Citation>,
}

/// The standing of one of several values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Rank {
    /// The value that the record prefers.
    #[described(ko = "우선")]
    Preferred,
    /// It may be right too.
    #[described(ko = "보통")]
    Normal,
    /// It is known to be wrong: shown, and never a reading of anything.
    #[described(ko = "폐기")]
    Deprecated,
}

/// What is known of a field that holds no value.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Absent {
    /// The field.
    #[described(required)]
    pub field: Option<String>,
    /// Which kind of absence it is.
    #[described(required)]
    pub state: Option<Absence>,
    /// Where it was looked for.
    pub searched: Option<String>,
    /// On which day it was looked for.
    pub on: Option<Day>,
    /// What a reader should know.
    pub note: Option<String>,
    /// Which source would settle it, and where it is to be had.
    pub settle: Option<String>,
    /// Where it is said that there is none.
    pub cite: Vec<Citation>,
}

/// A kind of absence. A field that is neither filled nor declared absent was *not collected*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Absence {
    /// It exists; its value is not known.
    #[described(ko = "알 수 없음")]
    Unknown,
    /// It is known not to exist; a citation says so.
    #[described(ko = "없음")]
    None,
    /// It was looked for, at the named place and day, and not found.
    #[described(ko = "찾지 못함")]
    NotFound,
}

/// Who looked at a record again, and when.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Review {
    /// Who.
    #[described(required)]
    pub by: Option<String>,
    /// When.
    #[described(required)]
    pub on: Option<Day>,
    /// What was looked at.
    pub note: Option<Text>,
}
