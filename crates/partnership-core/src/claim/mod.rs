//! Claims held against the record.
//!
//! What the words of a claim allow is an interval, and so is what the record gives. A *reading* fixes what the sentence leaves
//! open (a year, a reporter, how a group is counted) and nothing else; for each, the two are compared. Two reporters never
//! meet in one reading, a claimant's own figure is never evidence, and what is known to be wrong is never a reading.

mod beside;
mod count;
mod dated;
mod figures;
mod fund;
mod judge;
mod kept;
mod level;
mod members;
mod mirror;
mod multiple;
mod own;
mod pairs;
mod presence;
mod printed;
mod rank;
mod reading;
mod recurrence;
mod share;
mod target;
mod told;
mod trace;
mod when;

pub use judge::{ClaimVerdict, Turning};
pub use printed::{PrintedForm, PrintedVerdict};
pub use reading::{CountedAs, Evidence, Reading};
pub use trace::SeriesFigure;

pub(crate) use figures::{Figures, Key};
pub(crate) use judge::judge;
pub(crate) use kept::Kept;
pub(crate) use mirror::{Flow, Given};
pub(crate) use own::Own;
pub(crate) use printed::Subject;
pub(crate) use told::Told;

use crate::model::{Test, TestKind};
use crate::value::{Bounds, Day};
use crate::view::View;

/// What a test is asked of: the figures, whose word does not count, and when the sentence was said.
pub(crate) struct Case<'c, 'a> {
    pub(crate) figures: &'c Figures<'a>,
    /// The view that evidence is read through: nothing is left out by valid time.
    pub(crate) view: &'c View<'a>,
    pub(crate) own: Own,
    /// When it was said, as far as that is known.
    pub(crate) said: Option<Bounds>,
    /// The last day whose figures count.
    pub(crate) day: Day,
    pub(crate) told: Told,
    pub(crate) kept: Kept,
}

/// What a test comes to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Finding {
    pub(crate) reading: Vec<Reading>,
    /// Later years of an open one: shown, and no reading.
    pub(crate) since: Vec<Reading>,
    /// What would have to be known.
    pub(crate) missing: Vec<String>,
}

impl Finding {
    pub(crate) fn lacking(missing: impl Into<String>) -> Self {
        Self { missing: vec![missing.into()], ..Self::default() }
    }
}

impl Case<'_, '_> {
    /// The names of some parties, in the language of the view.
    fn names(&self, ids: &[String]) -> Vec<String> {
        ids.iter().map(|id| self.name(id)).collect()
    }

    /// The name of a party, in the language of the view; in English its initials, where it has such.
    fn name(&self, id: &str) -> String {
        let initials = || {
            let tree = self.view.dataset().tree(self.view.dataset().find(id)?);
            let shown = self.view.lens().shown(&tree);
            let is_short = |alias: &&crate::describe::Struct<'_>| {
                alias.leaf("form") == Some("acronym") && alias.leaf("lang") == Some("en")
            };
            let found = shown.parts("alias").find(is_short)?.leaf("text").map(str::to_owned);
            found.filter(|_| self.told.lang() != "ko")
        };
        initials().unwrap_or_else(|| self.view.name_or_id(id))
    }

    /// A figure that no reporter gives, in words.
    fn lacks(&self, key: &figures::Key, period: &crate::value::Span) -> String {
        let measure = self.view.concept_of("measure", &key.measure);
        let parties: Vec<String> = key.area.iter().chain(&key.counterpart).cloned().collect();
        let measure = measure.unwrap_or_else(|| key.measure.clone());
        self.told.figure(&measure, &self.names(&parties), Some(period))
    }

    /// Holds a test against the record.
    pub(crate) fn find(&self, test: &Test) -> Finding {
        let found = match test.kind {
            Some(TestKind::Multiple | TestKind::Growth | TestKind::Difference) => {
                multiple::find(self, test)
            }
            Some(TestKind::MeanGrowth) => multiple::mean(self, test),
            Some(TestKind::Share) => share::find(self, test),
            Some(TestKind::Rank) => rank::find(self, test),
            Some(TestKind::Threshold) => level::find(self, test),
            Some(TestKind::Sum) => level::sum(self, test),
            Some(TestKind::Compare) => level::compare(self, test),
            Some(TestKind::Superlative) => level::superlative(self, test),
            Some(TestKind::Funding) => fund::find(self, test),
            Some(TestKind::Count) => count::find(self, test),
            Some(TestKind::Member) => count::member(self, test),
            Some(TestKind::Recurrence) => recurrence::find(self, test),
            Some(TestKind::Presence) => presence::find(self, test),
            Some(TestKind::Dated) => dated::find(self, test),
            Some(TestKind::Order) => dated::order(self, test),
            Some(TestKind::Length) => dated::length(self, test),
            Some(TestKind::TargetMet) => target::find(self, test),
            None => None,
        };
        found.unwrap_or_else(|| Finding::lacking(self.told.no_test()))
    }
}
