//! Series of statistics.

use partnership_derive::Described;

use crate::model::{Among, Citation, Head, Measure, PartyId, Rank, SeriesId, SourceId, Support};
use crate::value::{Point, Quantity, Span, Text};

/// One measure as one reporter sees it. A dimension is fixed here or is a column of the observations, never both.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Series {
    /// Stable slug.
    pub id: SeriesId,
    /// Names and summary.
    #[described(flatten)]
    pub head: Head,
    /// What is measured.
    #[described(required)]
    pub measure: Option<Measure>,
    /// Who counted.
    #[described(required)]
    pub reporter: Option<PartyId>,
    /// Whose figure it is (SDMX `REF_AREA`).
    pub area: Option<PartyId>,
    /// With whom (SDMX `COUNTERPART_AREA`).
    pub counterpart: Option<PartyId>,
    /// The unit (SDMX `UNIT_MEASURE`); none for bare numbers.
    pub unit: Option<String>,
    /// The power of ten that values without one are in (SDMX `UNIT_MULT`).
    pub power: Option<i8>,
    /// What the values are: levels, growth, shares, ranks.
    #[described(required)]
    pub transform: Option<Transform>,
    /// Those among whom ranks or shares are taken.
    pub among: Option<Among>,
    /// Whose values the table has, where its rows are of many: among these a rank may be taken from it, and what it leaves out
    /// cannot be ranked.
    pub holds: Option<Holds>,
    /// How the reporter defines the measure.
    pub definition: Text,
    /// Where the series breaks.
    pub break_at: Vec<Break>,
    /// The values, by dimension, period and rank.
    pub observation: Vec<Observation>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// Whose values a table has.
#[derive(Clone, Debug, Default, PartialEq, Described)]
pub struct Holds {
    /// The set: `all`, or a group whose members, and nobody else, are in it.
    pub set: Option<String>,
    /// Of `all` only those that were among so many of the largest in some period.
    pub first: Option<u16>,
}

/// What the values of a series are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Transform {
    /// Levels.
    #[described(ko = "수준")]
    Level,
    /// Growth over the period before.
    #[described(ko = "증감률")]
    Growth,
    /// Shares of a whole.
    #[described(ko = "비중")]
    Share,
    /// Ranks.
    #[described(ko = "순위")]
    Rank,
    /// Averages over the period.
    #[described(ko = "평균")]
    Average,
    /// Sums up to the end of the period.
    #[described(ko = "누계")]
    Cumulative,
}

/// A day from which the values are no longer comparable.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part)]
pub struct Break {
    /// From when.
    #[described(required)]
    pub date: Option<Point>,
    /// Why.
    #[described(required)]
    pub why: Text,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// One value of a series: a row of its table.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(happening = "period")]
pub struct Observation {
    /// Whose figure it is, where the series leaves it open.
    pub area: Option<PartyId>,
    /// With whom, where the series leaves it open.
    pub counterpart: Option<PartyId>,
    /// The period.
    #[described(required)]
    pub period: Option<Span>,
    /// The number as printed, in the power of the series unless it writes its own; empty where it is missing.
    pub value: Option<Quantity>,
    /// The standing of the value itself (SDMX `OBS_STATUS`).
    pub status: Option<ObservationStatus>,
    /// Its standing among several values of one period; `preferred` where nothing is written.
    pub rank: Option<Rank>,
    /// Why it is not preferred.
    pub reason: Option<String>,
    /// The sources that demote it, where they are not those of the preferred value.
    pub against: Vec<SourceId>,
    /// What a reader of this value should know.
    pub note: Option<String>,
    /// Where it comes from, where not from the source of the table.
    pub cite: Vec<Citation>,
}

/// The standing of a value (SDMX `CL_OBS_STATUS`, in words).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum ObservationStatus {
    /// Normal (A).
    #[described(ko = "정상")]
    Normal,
    /// Estimated (E).
    #[described(ko = "추정")]
    Estimated,
    /// Provisional (P).
    #[described(ko = "잠정")]
    Provisional,
    /// The table has no value (M).
    #[described(ko = "결측")]
    Missing,
    /// Doubtful (D).
    #[described(ko = "의문")]
    Doubtful,
}
