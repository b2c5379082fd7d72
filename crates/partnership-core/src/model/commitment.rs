//! Commitments and their assessments.

use partnership_derive::Described;

use crate::model::{
    AgentId, AssessmentId, CommitmentId, Head, InstrumentId, Link, PartyId, RecordId, Support,
    Target,
};
use crate::value::{Point, Quantity, Span, Text};

/// A discrete, public statement of intent: a clause of a text, or a pledge.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(happening = "made")]
pub struct Commitment {
    /// Stable slug.
    pub id: CommitmentId,
    /// Names and summary.
    #[described(flatten)]
    pub head: Head,
    /// How much of a clause it is. Only `line` is a line of a plan, read in full.
    #[described(required)]
    pub form: Option<ClauseForm>,
    /// The text that it stands in.
    pub instrument: Option<InstrumentId>,
    /// The clause that it stands under.
    pub under: Option<CommitmentId>,
    /// Its number as printed; never counted by us.
    pub number: Option<String>,
    /// When it was made.
    pub made: Option<Point>,
    /// Whose duty it is.
    pub obligor: Vec<PartyId>,
    /// By when the whole of it is due.
    pub due: Option<Point>,
    /// The numbers that are to be reached.
    pub target: Vec<Target>,
    /// What it continues, or where it was dropped.
    pub lineage: Vec<Lineage>,
    /// The earlier commitment that it says again.
    pub restates: Option<CommitmentId>,
    /// What it carries out.
    pub implements: Vec<Link>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// How much of a clause was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum ClauseForm {
    /// A numbered line, read in full.
    #[described(ko = "조항")]
    Line,
    /// A numbered line, read in part.
    #[described(ko = "조항 일부")]
    LineInPart,
    /// A number whose wording was not seen.
    #[described(ko = "번호만")]
    NumberOnly,
    /// A heading.
    #[described(ko = "제목")]
    Heading,
    /// A paragraph of a statement.
    #[described(ko = "문단")]
    Paragraph,
    /// An area that another text attributes to a plan.
    #[described(ko = "분야")]
    Area,
    /// A provision that another text reports.
    #[described(ko = "규정")]
    Provision,
    /// A pledge by a speaker.
    #[described(ko = "공약")]
    Pledge,
}

/// What a clause continues. Only reviewed links are stored.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part)]
pub struct Lineage {
    /// How it continues.
    #[described(required)]
    pub how: Option<LineageForm>,
    /// The earlier clause.
    pub of: Option<CommitmentId>,
    /// The plan that no longer has it.
    pub into: Option<InstrumentId>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// How a clause continues an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum LineageForm {
    /// As it was.
    #[described(ko = "계승")]
    Carried,
    /// Made stronger.
    #[described(ko = "강화")]
    Strengthened,
    /// Made weaker.
    #[described(ko = "약화")]
    Weakened,
    /// Joined with others.
    #[described(ko = "통합")]
    Merged,
    /// One of several that came of it.
    #[described(ko = "분할")]
    Split,
    /// No longer there.
    #[described(ko = "삭제")]
    Dropped,
    /// Not there before.
    #[described(ko = "신설")]
    New,
}

/// A dated judgement by a named assessor, in the assessor's own vocabulary.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(happening = "date")]
pub struct Assessment {
    /// Stable slug.
    pub id: AssessmentId,
    /// Names and summary.
    #[described(flatten)]
    pub head: Head,
    /// What is judged.
    #[described(required)]
    pub of: Option<RecordId>,
    /// By whom.
    #[described(required)]
    pub assessor: Option<AgentId>,
    /// When.
    #[described(required)]
    pub date: Option<Point>,
    /// Over which time: the window that it looks at.
    pub span: Option<Span>,
    /// Whose vocabulary the verdict is in.
    #[described(required)]
    pub scheme: Option<Scheme>,
    /// Whether it is of a window that still runs, or of one that has closed.
    pub stage: Option<Stage>,
    /// The word or score in that vocabulary: of OGP `No Evidence Available`, `Not Started`, `Limited`, `Substantial` or
    /// `Complete`; of the G20 Research Group `-1`, `0` or `+1`.
    pub verdict: Option<String>,
    /// A share or number, as printed.
    pub value: Option<Quantity>,
    /// Of which units it is a share or number. Two are compared only where this and `done` agree.
    pub unit_of: Text,
    /// In which sense they are done.
    pub done: Text,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// How far the window of an assessment has run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Stage {
    /// Within the window.
    #[described(ko = "중간")]
    Interim,
    /// After it.
    #[described(ko = "최종")]
    Final,
}

/// A vocabulary of assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Scheme {
    /// Open Government Partnership, completion.
    #[described(ko = "열린정부파트너십")]
    Ogp,
    /// G20 Research Group: −1, 0, +1.
    #[described(ko = "G20 연구그룹")]
    G20,
    /// The assessor's own words.
    #[described(ko = "자체")]
    Own,
}
