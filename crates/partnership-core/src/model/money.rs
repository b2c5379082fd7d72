//! Money: funds, contributions, budgets, transactions. Rungs, currencies and spans are never added across.

use partnership_derive::Described;

use crate::model::{AgentId, BodyId, FundId, Head, Link, Participant, Per, Status, Support};
use crate::value::{Money, Point, Span};

/// A fund.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(state = "span")]
pub struct Fund {
    /// Stable slug.
    pub id: FundId,
    /// Names and summary.
    #[described(flatten)]
    pub head: Head,
    /// From when until when it exists.
    pub span: Option<Span>,
    /// Who takes part, by role.
    pub participant: Vec<Participant>,
    /// Statuses that publishers reported.
    pub status: Vec<Status>,
    /// The funds that this one is the total of.
    pub made_of: Vec<FundId>,
    /// What it serves: lines, pledges, reforms.
    pub implements: Vec<Link>,
    /// What is paid into it, or promised.
    pub contribution: Vec<Contribution>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// Money paid into a fund, or promised to it.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part, happening = "date", state = "span")]
pub struct Contribution {
    /// How far the money has come; `unstated` where the source leaves it open.
    #[described(required)]
    pub rung: Option<Rung>,
    /// The sum.
    #[described(required)]
    pub amount: Option<Money>,
    /// Whether the sum is of each year or of the whole span.
    #[described(required)]
    pub per: Option<Per>,
    /// The years that it is of.
    pub span: Option<Span>,
    /// When it was promised or paid.
    pub date: Option<Point>,
    /// Who pays.
    pub payer: Option<AgentId>,
    /// The fund whose earlier contribution it says again.
    pub restates: Option<FundId>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// A rung of the ladder of money (IATI transaction types).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Rung {
    /// Promised.
    #[described(ko = "공약")]
    Pledge,
    /// Bound by a contract or decision (2).
    #[described(ko = "약정")]
    Commitment,
    /// Paid over (3).
    #[described(ko = "집행")]
    Disbursement,
    /// Spent (4).
    #[described(ko = "지출")]
    Expenditure,
    /// The source does not say how far it has come.
    #[described(ko = "명시되지 않음")]
    Unstated,
}

/// A budget of a project.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part)]
pub struct Budget {
    /// The sum; one sum printed in two currencies stands as two values, at no rate.
    #[described(required)]
    pub amount: Vec<Money>,
    /// The time that it is for.
    pub span: Option<Span>,
    /// Whether it is the first or a later budget.
    pub form: Option<BudgetForm>,
    /// Whether it is bound.
    pub status: Option<BudgetStatus>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// IATI budget type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum BudgetForm {
    /// The first (1).
    #[described(ko = "최초")]
    Original,
    /// A later one (2).
    #[described(ko = "수정")]
    Revised,
}

/// IATI budget status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum BudgetStatus {
    /// Not bound (1).
    #[described(ko = "예상")]
    Indicative,
    /// Bound (2).
    #[described(ko = "확정")]
    Committed,
}

/// Money that moved or was bound in a project.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part, happening = "date")]
pub struct Transaction {
    /// How far the money has come.
    #[described(required)]
    pub rung: Option<Rung>,
    /// The sum.
    #[described(required)]
    pub amount: Option<Money>,
    /// When.
    #[described(required)]
    pub date: Option<Point>,
    /// Who gives.
    pub provider: Option<BodyId>,
    /// Who receives.
    pub receiver: Option<BodyId>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}
