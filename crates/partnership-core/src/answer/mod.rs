//! Answers: rows with their citations, the view that they were asked of, and why they are empty if they are.
//!
//! One envelope serves every question and every surface. Its JSON has the keys `dataset`, `view`, `query`, `count`,
//! `row`, `source`, `note`, `empty`, in this order, always; `source` lists each source once, in order of first use.

mod bibtex;
mod brief;
mod checked;
mod cite;
mod counted;
mod coverage;
mod csl;
mod difference;
mod disagree;
mod envelope;
mod figures;
mod flat;
mod found;
mod implements;
mod ledger;
mod lineage;
mod meeting;
mod milestones;
mod notes;
mod observed;
mod package;
mod page;
mod pillars;
mod printed;
mod purses;
mod record;
mod review;
mod row;
mod scope;
mod search;
mod sentences;
mod sides;
mod supports;
mod tables;
mod tally;
mod targets;
mod timeline;
mod told;
mod totals;
mod traced;
mod unserved;
mod verify;
mod wanted;
mod words;

pub use brief::{Line, Section};
pub use checked::{Checked, Claims};
pub use cite::Reference;
pub use coverage::Coverage;
pub(crate) use coverage::held;
pub use csl::{Bibliography, Csl, CslDate, CslName, EDITORS, released};
pub use difference::{Change, ChangeForm, FieldChange, FieldChangeForm};
pub use disagree::{Disagreement, DisagreementForm};
pub use envelope::{Answer, Empty, EmptyReason};
pub use implements::{Serving, clause_named};
pub use ledger::{Assessed, LedgerFilter, Named, Promise, Reported, Served, Sum};
pub use lineage::{Strand, StrandForm};
pub use meeting::{MeetingLine, MeetingPart};
pub use observed::{Observed, comparable, observed};
pub use page::Page;
pub use printed::Printed;
pub use purses::Purse;
pub use record::{Cell, RecordRow};
pub use row::Row;
pub use search::Match;
pub use sentences::{Sentence, SentenceState};
pub use supports::Supported;
pub use tables::{Column, ColumnForm, SEPARATOR, Table};
pub use tally::{Tally, TallyGroup};
pub use targets::TargetRow;
pub use timeline::Moment;
pub use told::citations;
pub use totals::{
    Addend, Beside, Counted, Gap, GapReason, MirrorGap, MirrorSide, Mirrored, Ranked, Share,
    Standing, Total,
};
pub use unserved::{Unserved, surely};
pub use verify::{PassageState, Verified};
pub use wanted::Wanted;
pub use words::{amount, amount_in, plain, share};

use crate::query::{Plan, QueryError, eval};
use crate::value::Truth;
use crate::view::View;

impl<'a> View<'a> {
    /// The records that a query asks for, in the documented order.
    ///
    /// # Errors
    /// When the text breaks the grammar, or names a field or value that the record cannot have.
    pub fn query(&self, text: &str) -> Result<Answer, QueryError> {
        let plan = Plan::parse(text, self.dataset())?;
        Ok(self.list("list", &plan))
    }

    /// The records of a plan, in the documented order.
    pub fn list(&self, command: &'static str, plan: &Plan) -> Answer {
        let found = eval::rows(self, plan);
        let rows = found
            .iter()
            .map(|(number, verdict)| Row::Record(RecordRow::of(self, *number, *verdict)));
        let answer = Answer::new(self, command, plan.text(), rows.collect());
        explained(self, plan, answer, found.len())
    }

    /// The ids of the records of a plan, in the documented order, each with how surely it belongs there. Only records
    /// of which the index does not tell are read.
    pub fn ids(&self, plan: &Plan) -> Vec<(&'a str, Truth)> {
        eval::ids(self, plan)
    }

    /// Whole records by id, redirects followed: each with what links to it, what is derived and what is not collected.
    ///
    /// # Errors
    /// When an id is of no record; the nearest ids are named.
    pub fn show(&self, ids: &[&str]) -> Result<Answer, QueryError> {
        record::show(self, ids)
    }
}

/// The answer to a plan with what a reader should know, and why there is no row if there is none.
fn explained(view: &View<'_>, plan: &Plan, answer: Answer, total: usize) -> Answer {
    let answer = notes::of(view, plan).into_iter().fold(answer, Answer::note);
    if total == 0 { answer.because(envelope::why_empty(view, plan)) } else { answer }
}
