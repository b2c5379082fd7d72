//! Parts that several kinds share. A part carries its own citations.

use partnership_derive::Described;

use crate::model::{
    AgentId, Alternative, BodyId, Citation, Figure, FundId, PartyId, PersonId, Pillar, RecordId,
    Review, Support, Theme,
};
use crate::value::{Lang, Point, Quantity, Slug, Span, Text};

/// What nearly every kind of record begins with.
#[derive(Clone, Debug, Default, PartialEq, Described)]
pub struct Head {
    /// Its name, by language.
    #[described(required)]
    pub name: Text,
    /// Other names: acronyms, former names, variants, labels that a speaker uses.
    pub alias: Vec<Alias>,
    /// What it is, in our own words.
    pub summary: Text,
    /// The pillars that it belongs to, by notation.
    pub pillar: Vec<Pillar>,
    /// The themes that it belongs to, by notation.
    pub theme: Vec<Theme>,
    /// Numbers of things that a source prints, beside what the record itself holds.
    pub count: Vec<Count>,
    /// Who looked at the record again, and when.
    pub reviewed: Vec<Review>,
}

/// Another name.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part, state = "span")]
pub struct Alias {
    /// The name.
    #[described(required)]
    pub text: Option<String>,
    /// Its language.
    #[described(required)]
    pub lang: Option<Lang>,
    /// What sort of name it is.
    #[described(required)]
    pub form: Option<AliasForm>,
    /// When it was in use.
    pub span: Option<Span>,
    /// Who calls it so, where it is one speaker's label.
    pub used_by: Option<AgentId>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// What sort of name an alias is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum AliasForm {
    /// Initials or another short form.
    #[described(ko = "약어")]
    Acronym,
    /// A name of the past.
    #[described(ko = "옛 이름")]
    Former,
    /// Another spelling or wording.
    #[described(ko = "이형")]
    Variant,
    /// A translation that a source gives.
    #[described(ko = "번역")]
    Translation,
    /// What one speaker or text calls it, though others do not.
    #[described(ko = "호칭")]
    Label,
}

/// A number of things that a source prints for a day, or over a time. What the record holds is the answer of the query.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part, happening = "on")]
pub struct Count {
    /// What is counted.
    #[described(required)]
    pub what: Text,
    /// The query whose rows are the ones that the record holds.
    #[described(required)]
    pub query: Option<String>,
    /// The number as printed, with what it counts: `100 projects`.
    #[described(required)]
    pub value: Option<Quantity>,
    /// The day, month or year on which what is counted holds: members, projects under way. A span, `1990/2019`, where it is
    /// counted over a time: what began in it, ended since or not; `/2021` where the source does not say from when.
    pub on: Option<Span>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// Something done with a text, a project or a negotiation, and when. It has happened ever since.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part, happening = "date")]
pub struct Step {
    /// What was done.
    #[described(required)]
    pub action: Option<Action>,
    /// The day or days on which it was done, or within which it was.
    pub date: Option<Span>,
    /// For whom; empty means for all.
    pub party: Vec<PartyId>,
    /// The printed number of a round of negotiations.
    pub round: Option<u16>,
    /// Where it was done.
    pub place: Option<Spot>,
    /// What a reader should know, in our words.
    pub summary: Text,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// What may be done with a text, a project or a negotiation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Action {
    /// Talked about.
    #[described(ko = "논의")]
    Discussed,
    /// Put forward.
    #[described(ko = "제안")]
    Proposed,
    /// Examined, jointly or by one side.
    #[described(ko = "연구")]
    Studied,
    /// Being written.
    #[described(ko = "작성")]
    Drafted,
    /// Agreed to be done, its content still open (an agreement to open negotiations is one).
    #[described(ko = "원칙적 합의")]
    AgreedInPrinciple,
    /// Negotiations opened.
    #[described(ko = "협상 개시")]
    NegotiationsLaunched,
    /// A round of negotiations held.
    #[described(ko = "협상 회차")]
    Round,
    /// Negotiations ended with a text.
    #[described(ko = "타결")]
    Concluded,
    /// Initialled.
    #[described(ko = "가서명")]
    Initialled,
    /// Adopted by a meeting or body.
    #[described(ko = "채택")]
    Adopted,
    /// Signed.
    #[described(ko = "서명")]
    Signed,
    /// Ratified or approved at home.
    #[described(ko = "비준")]
    Ratified,
    /// Acceded to.
    #[described(ko = "가입")]
    Acceded,
    /// Entered into force.
    #[described(ko = "발효")]
    InForce,
    /// Changed by a later text.
    #[described(ko = "개정")]
    Amended,
    /// Left by a party.
    #[described(ko = "탈퇴")]
    Withdrawn,
    /// Ended.
    #[described(ko = "종료")]
    Terminated,
    /// Made known.
    #[described(ko = "발표")]
    Announced,
    /// Approved by whoever decides on it.
    #[described(ko = "승인")]
    Approved,
    /// Begun in public.
    #[described(ko = "출범")]
    Launched,
    /// Planned to begin (IATI activity date 1).
    #[described(ko = "시작 예정")]
    PlannedStart,
    /// Began (IATI activity date 2).
    #[described(ko = "시작")]
    Start,
    /// Planned to end (IATI activity date 3).
    #[described(ko = "종료 예정")]
    PlannedEnd,
    /// Ended (IATI activity date 4).
    #[described(ko = "완료")]
    End,
}

/// A status that a publisher reported. It holds until the next one.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part, until = "date")]
pub struct Status {
    /// The status.
    #[described(required)]
    pub status: Option<StatusCode>,
    /// From when.
    #[described(required)]
    pub date: Option<Point>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// IATI activity status (codes 1 to 6), with `postponed` for meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum StatusCode {
    /// Being scoped or planned (1).
    #[described(ko = "준비")]
    Pipeline,
    /// Being carried out (2).
    #[described(ko = "이행")]
    Implementation,
    /// Physically complete, accounts still open (3).
    #[described(ko = "마무리")]
    Finalisation,
    /// Complete (4).
    #[described(ko = "완료")]
    Closed,
    /// Cancelled (5).
    #[described(ko = "취소")]
    Cancelled,
    /// Halted for a time (6).
    #[described(ko = "중단")]
    Suspended,
    /// Put off (of meetings).
    #[described(ko = "연기")]
    Postponed,
}

/// Somebody who takes part, and as what.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part)]
pub struct Participant {
    /// The party or fund that takes part, or that the person stands for.
    pub organization: Option<BodyId>,
    /// The person, where one is named.
    pub person: Option<PersonId>,
    /// As what.
    #[described(required)]
    pub role: Option<ParticipantRole>,
    /// Key of the office in which the person took part, as the organisation declares it.
    pub office: Option<Slug>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// The part that somebody plays. The first four are IATI organisation roles, the others are those of meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum ParticipantRole {
    /// Gives the money (1).
    #[described(ko = "재원")]
    Funding,
    /// Answers for it (2).
    #[described(ko = "책임")]
    Accountable,
    /// Manages it for whoever funds it (3).
    #[described(ko = "관리")]
    Extending,
    /// Carries it out (4).
    #[described(ko = "시행")]
    Implementing,
    /// Backs it, in whichever way the source leaves open.
    #[described(ko = "후원")]
    Supporting,
    /// Benefits from it.
    #[described(ko = "수혜")]
    Beneficiary,
    /// Chairs.
    #[described(ko = "의장")]
    Chair,
    /// Chairs together with another.
    #[described(ko = "공동의장")]
    CoChair,
    /// Leads a delegation.
    #[described(ko = "수석대표")]
    Head,
    /// Takes part.
    #[described(ko = "참가")]
    Member,
    /// Watches.
    #[described(ko = "참관")]
    Observer,
    /// Gives the place.
    #[described(ko = "주최")]
    Host,
    /// Brings it about.
    #[described(ko = "주관")]
    Organiser,
    /// Speaks or performs.
    #[described(ko = "발표")]
    Speaker,
}

/// A number that is to be reached. It is scored against what measures it: a statistical key, the payments into a fund, or
/// results that are counted. Nothing of that is stored.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part)]
pub struct Target {
    /// The statistical key that measures it, where one does: yearly levels of every reporter, each scored by itself. A key
    /// that names no area is measured where a series names none either, or by both directions between the two sides.
    pub figure: Option<Figure>,
    /// The fund that measures it, where one does: by what was paid in, of which a pledge is nothing.
    pub fund: Option<FundId>,
    /// What the results that measure it count, as their `what` says it: results of the same record, or of a project that
    /// carries the commitment out.
    pub counted_as: Text,
    /// What is to be reached.
    pub what: Text,
    /// The number, with unit. Where it is printed bare, a rule of ours compares: an aim of N is reached at N or more. It may
    /// be written `>=N` then, though no page prints "at least"; both are scored alike. `<=` and `<` are reached at or below.
    #[described(required)]
    pub value: Option<Quantity>,
    /// By when; of a year until its last day.
    pub by: Option<Point>,
    /// Whether the number is of each year or of the whole.
    #[described(required)]
    pub per: Option<Per>,
    /// From which number, where the source names one.
    pub baseline: Option<Quantity>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// Whether a number is of each year or of the whole time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Per {
    /// Of each year.
    #[described(ko = "연간")]
    Year,
    /// Of the whole.
    #[described(ko = "전체")]
    Whole,
}

/// Something reached, as reported, in its own unit.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(name = "result", part, happening = "span")]
pub struct Reached {
    /// What was reached.
    #[described(required)]
    pub what: Text,
    /// The number as printed, with unit.
    #[described(required)]
    pub value: Option<Quantity>,
    /// The time over which it was reached.
    pub span: Option<Span>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// A tie to another record, and how sure it is.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part)]
pub struct Link {
    /// The other record.
    #[described(required)]
    pub to: Option<RecordId>,
    /// How sure the tie is.
    #[described(required)]
    pub sure: Option<Sure>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// How sure a tie is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Sure {
    /// A source names both ends.
    #[described(ko = "명시")]
    Stated,
    /// A source ties them, though not to the numbered line.
    #[described(ko = "유력")]
    Strong,
    /// The editors' own.
    #[described(ko = "추정")]
    Inferred,
}

/// A day on which somebody was seen in a post, or something in a state.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Seen {
    /// The day.
    #[described(required)]
    pub on: Option<Point>,
    /// Where it was seen.
    pub cite: Vec<Citation>,
}

/// A place where something happens.
#[derive(Clone, Debug, Default, PartialEq, Described)]
pub struct Spot {
    /// The country, as a party.
    pub country: Option<PartyId>,
    /// The city.
    pub city: Text,
    /// The house or hall.
    pub venue: Text,
    /// Whether it was held online; `no` where nothing is written.
    pub online: Option<Online>,
    /// Other values that sources give for a field of the place, with rank and reason.
    pub alternative: Vec<Alternative>,
}

/// Whether something was held online.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Online {
    /// In person.
    #[described(ko = "대면")]
    No,
    /// Online.
    #[described(ko = "화상")]
    Yes,
    /// Both.
    #[described(ko = "혼합")]
    Hybrid,
}
