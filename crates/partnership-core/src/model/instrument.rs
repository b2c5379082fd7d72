//! Instruments: texts and negotiations.

use partnership_derive::Described;

use crate::model::{EventId, Head, InstrumentId, Link, PartyId, SourceId, Step, Support};
use crate::value::Span;

/// A declaration, statement, vision, plan, agreement, policy, list or negotiation. Its clauses are commitments;
/// whether it is in force for a party is read off its steps.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Instrument {
    /// Stable slug.
    pub id: InstrumentId,
    /// Names and summary.
    #[described(flatten)]
    pub head: Head,
    /// What sort of text it is.
    #[described(required)]
    pub form: Option<InstrumentForm>,
    /// Whom it is meant to bind, or whose it is.
    pub party: Vec<PartyId>,
    /// What was done with it, and when.
    pub step: Vec<Step>,
    /// The years that it plans for.
    pub span: Option<Span>,
    /// The meeting at which it was adopted.
    pub event: Option<EventId>,
    /// The source that holds its full text.
    pub text: Option<SourceId>,
    /// What it carries out.
    pub implements: Vec<Link>,
    /// The texts that it changes.
    pub amends: Vec<InstrumentId>,
    /// The text that it succeeds.
    pub follows: Option<InstrumentId>,
    /// The text or vision that it is a part of.
    pub part_of: Option<InstrumentId>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// What sort of text an instrument is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum InstrumentForm {
    /// A treaty or agreement.
    #[described(ko = "조약")]
    Treaty,
    /// A protocol to a treaty.
    #[described(ko = "의정서")]
    Protocol,
    /// A declaration.
    #[described(ko = "선언")]
    Declaration,
    /// A joint statement.
    #[described(ko = "공동성명")]
    JointStatement,
    /// A vision.
    #[described(ko = "비전")]
    Vision,
    /// A plan of action.
    #[described(ko = "행동계획")]
    PlanOfAction,
    /// A policy or initiative of one side.
    #[described(ko = "정책")]
    Policy,
    /// A list of projects.
    #[described(ko = "목록")]
    List,
    /// Talks towards a text.
    #[described(ko = "협상")]
    Negotiation,
}
