//! The kinds of record, in the order in which every surface lists them.

use partnership_derive::Described;

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Kind {
    /// The relation itself: its sides, its dated levels, its steering bodies.
    #[described(ko = "동반자 관계")]
    Partnership,
    /// A term of a scheme that the dataset declares: a pillar, a theme, a measure.
    #[described(ko = "개념")]
    Concept,
    /// A document or page that supports facts.
    #[described(ko = "출처")]
    Source,
    /// A country, organisation, bloc, body or forum.
    #[described(ko = "당사자")]
    Party,
    /// A person, with dated posts.
    #[described(ko = "인물")]
    Person,
    /// A declaration, statement, vision, plan, agreement, policy, list or negotiation.
    #[described(ko = "문서")]
    Instrument,
    /// A discrete public statement of intent: a line of a plan, a provision, a pledge.
    #[described(ko = "약속")]
    Commitment,
    /// A dated judgement by a named assessor, in the assessor's own vocabulary.
    #[described(ko = "평가")]
    Assessment,
    /// A programme, project, component or activity.
    #[described(ko = "사업")]
    Project,
    /// A fund with dated contributions.
    #[described(ko = "기금")]
    Fund,
    /// A meeting of a series, or a happening of its own.
    #[described(ko = "행사")]
    Event,
    /// An indicator as one reporter sees it, with observations.
    #[described(ko = "통계")]
    Series,
    /// Something that a named speaker or text says.
    #[described(ko = "주장")]
    Claim,
}

impl Kind {
    /// The plural, as commands, folders and queries name it: `parties`, `series`.
    pub const fn plural(self) -> &'static str {
        match self {
            Kind::Partnership => "partnerships",
            Kind::Concept => "concepts",
            Kind::Source => "sources",
            Kind::Party => "parties",
            Kind::Person => "persons",
            Kind::Instrument => "instruments",
            Kind::Commitment => "commitments",
            Kind::Assessment => "assessments",
            Kind::Project => "projects",
            Kind::Fund => "funds",
            Kind::Event => "events",
            Kind::Series => "series",
            Kind::Claim => "claims",
        }
    }
}
