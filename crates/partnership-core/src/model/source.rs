//! The ground: the partnership itself, its concepts, its sources.

use partnership_derive::Described;

use crate::model::{
    AgentId, Alias, ConceptId, Head, PartnershipId, PartyId, RecordId, Review, SourceId, Support,
};
use crate::value::{Day, Lang, Point, Slug, Text, Url};

/// The relation itself, one a dataset.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Partnership {
    /// Stable slug.
    pub id: PartnershipId,
    /// Names and summary.
    #[described(flatten)]
    pub head: Head,
    /// Its sides.
    #[described(required)]
    pub side: Vec<PartyId>,
    /// Its levels, each with the day from which it holds until the next.
    pub level: Vec<Level>,
    /// The bodies that steer it.
    pub body: Vec<PartyId>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// A level of the relation. It holds until the next one.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part, until = "date")]
pub struct Level {
    /// The level as the sides call it.
    #[described(required)]
    pub name: Text,
    /// From when.
    #[described(required)]
    pub date: Option<Point>,
    /// The text or meeting that set it up.
    pub by: Option<RecordId>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// A term of a scheme that the dataset declares (SKOS concept).
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Concept {
    /// Stable slug.
    pub id: ConceptId,
    /// Its label, by language (SKOS `prefLabel`).
    #[described(required)]
    pub name: Text,
    /// The scheme that it is a term of.
    #[described(required)]
    pub scheme: Option<Slug>,
    /// The field of records that the scheme serves: `pillar`, `theme`, `measure`.
    #[described(required)]
    pub serves: Option<Slug>,
    /// What records write: `B`, `cyber-security`.
    #[described(required)]
    pub notation: Option<String>,
    /// Further labels (SKOS `altLabel`).
    pub alias: Vec<Alias>,
    /// What it covers, in our own words.
    pub summary: Text,
    /// Wider concepts.
    pub broader: Vec<ConceptId>,
    /// Concepts of other schemes with the same meaning.
    pub exact: Vec<ConceptId>,
    /// Concepts of other schemes with nearly the same meaning.
    pub close: Vec<ConceptId>,
    /// Measures whose sum this measure is.
    pub sum: Vec<ConceptId>,
    /// Two measures of which this measure is the first less the other.
    pub balance_of: Vec<ConceptId>,
    /// The measure that the other side counts for the same flow.
    pub mirror: Option<ConceptId>,
    /// The measures of which this one is the rank that a figure takes among others.
    pub rank_of: Vec<ConceptId>,
    /// The measures of which this one is the counterpart's share in the whole.
    pub share_of: Vec<ConceptId>,
    /// Whether it is the same told of either party: trade of one with another is that of the other with the one.
    pub two_way: Option<bool>,
    /// Whether it is counted on a day: the last count within a year stands for the year. A flow is counted over it.
    pub stock: Option<bool>,
    /// Who looked at the record again, and when.
    pub reviewed: Vec<Review>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// A document or page. It is the ground and needs no citation itself.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(happening = "issued")]
pub struct Source {
    /// Stable slug.
    pub id: SourceId,
    /// Its title, by language.
    #[described(required)]
    pub title: Text,
    /// Whose words the title is.
    #[described(required)]
    pub title_by: Option<TitleBy>,
    /// Who answers for it.
    pub publisher: Text,
    /// Who wrote it or speaks in it.
    pub author: Vec<AgentId>,
    /// When it was published (CSL `issued`); empty means undated.
    pub issued: Option<Point>,
    /// The day on which it was read (CSL `accessed`).
    #[described(required)]
    pub accessed: Option<Day>,
    /// Where it was published.
    pub url: Option<Url>,
    /// A copy kept by an archive.
    pub archived: Option<Url>,
    /// The copy that was read, if not the publisher's.
    pub copy: Option<ReadCopy>,
    /// The language of the text that was read.
    #[described(required)]
    pub language: Option<Lang>,
    /// Who speaks in it.
    #[described(required)]
    pub tier: Option<Tier>,
    /// How much of it was read.
    #[described(required)]
    pub read: Option<Extent>,
    /// The release or vintage of a table.
    pub version: Option<String>,
    /// The licence that it states.
    pub licence: Option<String>,
    /// What a reader should know, in our words.
    pub summary: Text,
    /// Who looked at the record again, and when.
    pub reviewed: Vec<Review>,
}

/// A copy on another site than the publisher's.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(name = "copy")]
pub struct ReadCopy {
    /// The site.
    #[described(required)]
    pub site: Option<String>,
    /// The address there.
    pub url: Option<Url>,
}

/// Whose words a title is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum TitleBy {
    /// The publisher's.
    #[described(ko = "발행처")]
    Publisher,
    /// A description by the editors.
    #[described(ko = "편집자")]
    Editor,
}

/// Who speaks in a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Tier {
    /// A text that the parties themselves agreed or issued.
    #[described(ko = "공식 문서")]
    OfficialText,
    /// A page of a party or its body.
    #[described(ko = "공식 누리집")]
    OfficialSite,
    /// A statistics office or its tables.
    #[described(ko = "통계 기관")]
    Statistics,
    /// A newspaper, agency, journal or broadcaster.
    #[described(ko = "언론")]
    Press,
    /// A work of reference, or an editors' own text.
    #[described(ko = "참고 자료")]
    Reference,
}

/// How much of a source was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
#[described(name = "extent-read")]
pub enum Extent {
    /// All of it.
    #[described(ko = "전체")]
    Whole,
    /// Some of it.
    #[described(ko = "일부")]
    Part,
    /// The opening lines of the page.
    #[described(ko = "첫머리")]
    Opening,
    /// A table.
    #[described(ko = "표")]
    Table,
    /// Only what another text says of it.
    #[described(ko = "다른 글에서")]
    SeenElsewhere,
}
