//! The ledger as typed rows: what was promised, and what became of it.

mod read;
mod words;

use partnership_core::answer::{LedgerFilter, Row};

use crate::shown::Shown;
use crate::{
    Amount, Answer, Citation, ClauseForm, DatasetView, Edtf, Kind, Named, ObservationStatus,
    PartnershipError, Per, StatusCode, Sure, Told, Truth, Why,
};

pub use words::*;

/// The ledger of the commitments of a query.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Ledger {
    /// By pillar, then in the documented order; those without a pillar last.
    pub rows: Vec<Promise>,
    /// What was asked, and the sources.
    pub answer: Answer,
}

/// A commitment with all that the record holds on what became of it: what was reported, what was assessed and what follows
/// from facts stand side by side and are never merged.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Promise {
    /// How surely it belongs to the answer.
    pub truth: Truth,
    /// Why not more surely.
    pub why: Vec<Why>,
    /// Its id.
    pub id: String,
    /// Its name, in the language of the view.
    pub label: String,
    /// How much of a clause it is: only `line` is a line of a plan, read in full.
    pub form: Option<ClauseForm>,
    /// The text that it stands in.
    pub instrument: Option<Named>,
    /// Its number as printed.
    pub number: Option<String>,
    /// The pillar under which it stands in the ledger.
    pub pillar: Option<Named>,
    /// Whose duty it is.
    pub obligor: Vec<Named>,
    /// When it was made.
    pub made: Option<Edtf>,
    /// By when the whole of it is due.
    pub due: Option<Edtf>,
    /// The earlier commitment that it says again.
    pub restates: Option<Named>,
    /// The numbers that are to be reached, scored.
    pub target: Vec<ScoredTarget>,
    /// What carries it out, in the documented order.
    pub served_by: Vec<Served>,
    /// What publishers reported of what carries it out: the last by the day of the view.
    pub reported: Vec<Reported>,
    /// What assessors judged of it or of the text that it stands in.
    pub assessed: Vec<Assessed>,
    /// What follows from facts and the day.
    pub derived: Derived,
    /// Where these, or sources, do not agree.
    pub disagreement: Vec<Disagreement>,
    /// The newest day on which a source speaks of it or of what carries it out; none where all are undated.
    pub last_word: Option<String>,
    /// What supports the commitment itself.
    pub cite: Vec<Citation>,
}

/// A number that is to be reached, and how it stands on the day of the view.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ScoredTarget {
    /// What is to be reached, in the language of the view.
    pub what: String,
    /// The number.
    pub value: Amount,
    /// The numbers that reach it, as an interval: `[150000000000, ∞)`.
    pub reached_by: String,
    /// By when.
    pub by: Option<Edtf>,
    /// The last day on which it is pending.
    pub last_day: Option<String>,
    /// Whether it is of each year or of the whole.
    pub per: Per,
    /// From which number, where the source names one.
    pub baseline: Option<Amount>,
    /// How it stands, on the figures of each reporter; one score without a reporter where none has figures.
    pub score: Vec<Score>,
    /// What supports the target itself.
    pub cite: Vec<Citation>,
}

/// How a target stands on the figures of one reporter.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Score {
    /// Who counted; none where a fund or results measure it, or nothing does.
    pub reporter: Option<Named>,
    /// How it stands.
    pub result: TargetResult,
    /// How sure that is.
    pub truth: Truth,
    /// Why not surer.
    pub why: Vec<Why>,
    /// What decides it; none while it is pending, or where that is not in the record.
    pub decided_by: Option<Measured>,
    /// What is not in the record that would decide it.
    pub missing: Vec<String>,
    /// The newest that the record holds by the day of the view, or by the deadline once that has passed; none where that is
    /// what decides it.
    pub latest: Option<Measured>,
}

/// What was reached in a period: a figure as printed, or the sum of several.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Measured {
    /// The period.
    pub period: Edtf,
    /// What it is made of; more than one are added.
    pub fact: Vec<Fact>,
    /// The numbers that it may be, in the unit of the target, as an interval.
    pub amount: String,
    /// What part of the target that is, in per cent, as an interval.
    pub share: String,
    /// The reckoning in signs.
    pub arithmetic: String,
}

/// A figure of the record.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Fact {
    /// The record that holds it: a series, a fund, a project.
    pub id: String,
    /// The period that it is of.
    pub period: Edtf,
    /// The number as printed, with the power of ten and the unit that its table gives it.
    pub value: Amount,
    /// Whether a source calls it other than normal.
    pub status: Option<ObservationStatus>,
    /// What supports it.
    pub cite: Vec<Citation>,
}

/// A project, text or meeting that carries a commitment out.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Served {
    /// The kind of record.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its name, in the language of the view.
    pub label: String,
    /// How sure the tie is.
    pub sure: Sure,
    /// How it lies to the day of the view.
    pub stands: SpanState,
    /// How sure that is.
    pub truth: Truth,
    /// Its own day or span.
    pub span: Option<Edtf>,
    /// Its budgets and transactions, each by itself: sums are never added up.
    pub money: Vec<Sum>,
    /// Who says that it carries the commitment out.
    pub cite: Vec<Citation>,
}

/// A sum of money.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Sum {
    /// Its rung of the ladder; none of a budget.
    pub rung: Option<Rung>,
    /// The sum, as printed; in two currencies at no rate.
    pub amount: Vec<Amount>,
    /// When, or for when.
    pub date: Option<Edtf>,
    /// What supports it.
    pub cite: Vec<Citation>,
}

/// A status that a publisher reported.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Reported {
    /// The record that it was reported of.
    pub of: Named,
    /// The status.
    pub status: StatusCode,
    /// From when.
    pub date: Edtf,
    /// Who reported it, and where.
    pub cite: Vec<Citation>,
}

/// A judgement, in the assessor's own vocabulary.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Assessed {
    /// The assessment.
    pub id: String,
    /// What was judged: the commitment, or the text that it stands in.
    pub of: Named,
    /// Who judged.
    pub assessor: Named,
    /// When.
    pub date: Option<Edtf>,
    /// The window that it looks at.
    pub span: Option<Edtf>,
    /// Whose vocabulary it is in.
    pub scheme: Option<Scheme>,
    /// Whether it is of a window that still runs, or of one that has closed.
    pub stage: Option<Stage>,
    /// The word or score in that vocabulary.
    pub verdict: Option<String>,
    /// A share or number, as printed.
    pub value: Option<Amount>,
    /// Of which units.
    pub unit_of: String,
    /// In which sense they are done.
    pub done: String,
    /// What supports it.
    pub cite: Vec<Citation>,
}

/// What follows from facts and the day of the view.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Derived {
    /// The status.
    pub status: DerivedStatus,
    /// How sure it is: a maybe where an open fact would give another.
    pub truth: Truth,
    /// Why not surer.
    pub why: Vec<Why>,
    /// What would tell more, and is not in the record.
    pub lacking: Vec<Lacking>,
    /// The last day of its deadline: its own, else the last of its numbers.
    pub last_day: Option<String>,
}

/// A disagreement, which is an answer of its own.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Disagreement {
    /// What disagrees with what.
    pub form: DisagreementForm,
    /// The records between which it is; none where sources differ.
    pub between: Vec<Named>,
    /// It, in the language of the view.
    pub text: String,
    /// What supports the one that is not supported elsewhere in the row.
    pub cite: Vec<Citation>,
}

#[uniffi::export]
impl DatasetView {
    /// What was promised, and what became of it: the commitments of a query by pillar, with what was reported, assessed
    /// and derived of each side by side.
    ///
    /// Only those with a deadline by a day (`2027-12-31`), those that are overdue, or those of which no source speaks for
    /// a time (`90d`, `18m`, `2y`).
    #[uniffi::method(default(text = "", due_by = None, overdue = false, stale_for = None))]
    pub fn ledger(
        &self,
        text: String,
        due_by: Option<String>,
        overdue: bool,
        stale_for: Option<String>,
    ) -> Result<Ledger, PartnershipError> {
        self.ask(|view| {
            let answer = view.ledger(&text, kept(due_by, overdue, stale_for)?)?;
            let shown = Shown::new(view, &answer);
            let promises = answer.rows().iter().filter_map(|row| match row {
                Row::Promise(promise) => Some(Promise::of(&shown, promise)),
                _ => None,
            });
            Ok(Ledger { rows: promises.collect(), answer: Answer::whole(&shown, &answer) })
        })
    }

    /// The same as `ledger`, told field by field, as a table or file wants it.
    #[uniffi::method(default(text = "", due_by = None, overdue = false, stale_for = None))]
    pub fn told_ledger(
        &self,
        text: String,
        due_by: Option<String>,
        overdue: bool,
        stale_for: Option<String>,
    ) -> Result<Told, PartnershipError> {
        self.ask(|view| Ok(Told::of(view, &view.ledger(&text, kept(due_by, overdue, stale_for)?)?)))
    }
}

fn kept(
    due_by: Option<String>,
    overdue: bool,
    stale_for: Option<String>,
) -> Result<LedgerFilter, PartnershipError> {
    let due_by = due_by.map(|day| day.parse()).transpose()?;
    let stale_for = stale_for.map(|period| period.parse()).transpose()?;
    Ok(LedgerFilter { due_by, overdue, stale_for })
}
