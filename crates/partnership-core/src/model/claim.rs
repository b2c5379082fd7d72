//! Claims: what a named speaker or text says.

use partnership_derive::Described;

use crate::model::{
    Action, AgentId, Among, ClaimId, CommitmentId, Figure, FundId, PartyId, Per, RecordId, Review,
    Rung, Support, Theme,
};
use crate::value::{Hedge, Interval, Point, Quantity, Slug, Span, Text};

/// Something that a named speaker or text says, restated in our words.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(happening = "said")]
pub struct Claim {
    /// Stable slug.
    pub id: ClaimId,
    /// What is said, in our words.
    #[described(required)]
    pub text: Text,
    /// Who says it.
    #[described(required)]
    pub speaker: Option<AgentId>,
    /// When it was said.
    #[described(required)]
    pub said: Option<Point>,
    /// What sort of sentence it is.
    #[described(required)]
    pub form: Option<ClaimForm>,
    /// The number and its hedge as the source prints them: `more than 30 per cent`.
    pub printed: Option<String>,
    /// The records that it is about.
    pub about: Vec<RecordId>,
    /// Themes, by notation.
    pub theme: Vec<Theme>,
    /// What a machine can check.
    pub test: Option<Test>,
    /// Who looked at the record again, and when.
    pub reviewed: Vec<Review>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// What sort of sentence a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum ClaimForm {
    /// A number, rank or share.
    #[described(ko = "수치")]
    Figure,
    /// Something that happened or recurs.
    #[described(ko = "사실")]
    Event,
    /// What the speaker holds.
    #[described(ko = "입장")]
    Position,
    /// What the speaker means to do.
    #[described(ko = "의향")]
    Intention,
    /// Why, as the speaker sees it.
    #[described(ko = "이유")]
    Reason,
}

/// What a machine can check of a claim: the kind of test, and the fields that it needs. It holds no verdict.
///
/// A list of periods that is left out is open: it stands for each of the last two full years before the claim was said. Where
/// the sentence leaves the reporter open, the figure does, too; each reporter who holds both ends is a reading.
#[derive(Clone, Debug, Default, PartialEq, Described)]
pub struct Test {
    /// What is compared.
    #[described(required)]
    pub kind: Option<TestKind>,
    /// The statistical key.
    pub figure: Option<Figure>,
    /// The key that it is compared with or is a share of.
    pub of: Option<Figure>,
    /// The party whose rank or record it is, that took the step, or that pays into the fund.
    pub party: Option<PartyId>,
    /// The keys that are added up.
    pub item: Vec<Figure>,
    /// Those among whom it is ranked; each is a reading, where the sentence does not say who counts as one.
    pub among: Vec<Among>,
    /// The periods that a multiple or growth may start from; each is a reading.
    pub base: Vec<Span>,
    /// The periods that it may end in, newest first; each is a reading. Left out, they are open or follow from `years`.
    pub end: Vec<Span>,
    /// How many years the sentence counts from the base; counted either way, they end in one of two years.
    pub years: Option<u16>,
    /// The periods that a level, share or rank may be of, newest first; each is a reading. Left out, they are open.
    pub period: Vec<Span>,
    /// The time over which something recurs, is attended or grows.
    pub over: Option<Span>,
    /// The number that is said, with its hedge: of a share or growth in `%`, of a difference of shares in `points`.
    pub value: Option<Quantity>,
    /// The upper end of a number that is said to lie *between* two: above `value` and of its unit. Neither has a hedge in a
    /// record; a sentence such as *rose by less than 3 per cent* is read as `>0 %` and `<3 %`.
    pub upper: Option<Quantity>,
    /// Which way a comparison or superlative goes; with `below`, growth or a difference is a fall, and its number positive.
    pub sense: Option<Sense>,
    /// Since when, of a superlative.
    pub since: Option<Point>,
    /// The fund whose money is meant.
    pub fund: Option<FundId>,
    /// The rungs of the ladder that are meant.
    pub rung: Vec<Rung>,
    /// Whether a number is of each year or of the whole; with `whole`, the years of a level are added.
    pub per: Option<Per>,
    /// The commitment whose target is said to be met.
    pub commitment: Option<CommitmentId>,
    /// The query whose rows are counted or must recur.
    pub query: Option<String>,
    /// How often something recurs.
    pub every: Option<Every>,
    /// The person or party that attends or is a member.
    pub who: Option<AgentId>,
    /// The party in which an office or membership is held.
    pub organization: Option<PartyId>,
    /// Key of the office or role in it.
    pub role: Option<Slug>,
    /// The record whose date or length is said, or that comes first.
    pub record: Option<RecordId>,
    /// Which of its steps is meant.
    pub action: Option<Action>,
    /// The record that comes second.
    pub then: Option<RecordId>,
    /// Which of its steps is meant.
    pub then_action: Option<Action>,
    /// Which end of a span is meant.
    pub ended: Option<Ended>,
    /// The day that is said; of a count or membership, the day that it is of.
    pub on: Option<Point>,
}

impl Test {
    /// What its number allows, or its two: from the rounding of the lower to that of the upper. `None` where it has none, or
    /// an end takes more than 28 digits.
    #[must_use]
    pub fn allowed(&self) -> Option<Interval> {
        let low = self.value.as_ref()?.allowed_in(0)?;
        match &self.upper {
            Some(upper) => Hedge::between(low, upper.allowed_in(0)?),
            None => Some(low),
        }
    }
}

/// Kinds of test. Each names the fields that it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum TestKind {
    /// A level has become so many times another: `figure` or `fund`, `base`, `value`; `end` or `years`, unless open.
    #[described(ko = "배수")]
    Multiple,
    /// A level has grown by so many per cent: `figure` or `fund`, `base`, `value`; `end`, unless open.
    #[described(ko = "증가율")]
    Growth,
    /// It has grown by so many per cent a year on average: `figure`, `over`, `value`.
    #[described(ko = "평균 증가율")]
    MeanGrowth,
    /// It differs by so much: `figure` or `fund`, `base`, `value`; `of`, if it is a share; `end`, unless open.
    #[described(ko = "차이")]
    Difference,
    /// One level lies above or below another: `figure`, `of`, `period`, `sense`.
    #[described(ko = "비교")]
    Compare,
    /// It is such a share of another: `figure`, `of`, `value`; `period`, unless open.
    #[described(ko = "비중")]
    Share,
    /// It ranks so: `figure`, `party`, `among`, `value`; `period`, unless open.
    #[described(ko = "순위")]
    Rank,
    /// It is the largest or first: `figure`, `party`, `among`, `period`, `sense`.
    #[described(ko = "최상급")]
    Superlative,
    /// A level lies above, below or at a number: `figure`, `value`; `period`, unless open; `per`, if years are added.
    #[described(ko = "기준값")]
    Threshold,
    /// Parts add up to a number: `item`, `period`, `value`.
    #[described(ko = "합계")]
    Sum,
    /// A fund's level or sum: `fund`, `per`, `value`; `period`, unless open.
    #[described(ko = "기금")]
    Funding,
    /// A target is met: `commitment`.
    #[described(ko = "목표")]
    TargetMet,
    /// So many rows: `query`, `value`.
    #[described(ko = "개수")]
    Count,
    /// Something recurs each year: `query`, `every`, `over`.
    #[described(ko = "반복")]
    Recurrence,
    /// Somebody, or the holder of an office, attended all: `query`, `over`, and `who` or `organization` with `role`.
    #[described(ko = "참석")]
    Presence,
    /// Somebody is a member: `who`, `organization`, `period`.
    #[described(ko = "회원")]
    Member,
    /// Something is of that day: `record`, `on`.
    #[described(ko = "날짜")]
    Dated,
    /// Something lasts so long: `record`, `value`.
    #[described(ko = "기간")]
    Length,
    /// One came before another: `record`, `then`.
    #[described(ko = "순서")]
    Order,
}

/// Which way a comparison goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Sense {
    /// Above, largest, latest.
    #[described(ko = "위")]
    Above,
    /// Below, smallest.
    #[described(ko = "아래")]
    Below,
    /// First.
    #[described(ko = "처음")]
    First,
}

/// How often something recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Every {
    /// Each year.
    #[described(ko = "매년")]
    Year,
    /// At each of the rows.
    #[described(ko = "매번")]
    Time,
}

/// Which end of a span a sentence means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Ended {
    /// Its start.
    #[described(ko = "시작")]
    Start,
    /// Its end.
    #[described(ko = "끝")]
    End,
}
