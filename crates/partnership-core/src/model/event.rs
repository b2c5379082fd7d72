//! Events.

use partnership_derive::Described;

use crate::model::{EventId, Head, Link, Participant, PartyId, RecordId, Spot, Status, Support};
use crate::value::{Span, Text};

/// A meeting of a series, or a happening of its own.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(happening = "date|within")]
pub struct Event {
    /// Stable slug; it holds no number that is not printed.
    pub id: EventId,
    /// Names and summary.
    #[described(flatten)]
    pub head: Head,
    /// The series of meetings that it belongs to.
    pub forum: Vec<PartyId>,
    /// Its numbers, as printed.
    pub ordinal: Vec<Ordinal>,
    /// The days that it lasted.
    pub date: Option<Span>,
    /// The bounds in which its day lies, where only they are known.
    pub within: Option<Span>,
    /// Where it took place.
    pub place: Option<Spot>,
    /// The larger meeting beside which it was held.
    pub beside: Option<EventId>,
    /// Its motto or theme, as printed.
    pub motto: Text,
    /// Who took part, by role.
    pub participant: Vec<Participant>,
    /// The records that it is about: the project that it kicks off, the text that it launches.
    pub about: Vec<RecordId>,
    /// What it carries out: provisions, lines, pledges.
    pub implements: Vec<Link>,
    /// What came of it.
    pub outcome: Vec<RecordId>,
    /// Statuses that publishers reported.
    pub status: Vec<Status>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// The number of a meeting in a series, as printed; never counted by us.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part)]
pub struct Ordinal {
    /// The series.
    #[described(required)]
    pub forum: Option<PartyId>,
    /// The number.
    #[described(required)]
    pub number: Option<u16>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}
