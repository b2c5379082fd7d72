//! Records found and not yet read: for surfaces that hand out records one by one and read each when it is looked at.

use super::RecordRow;
use crate::Dataset;
use crate::model::Kind;
use crate::query::{Plan, eval};
use crate::view::{Verdict, View};

impl View<'_> {
    /// The records of a plan, each by its number in the documented order, and how surely it belongs there.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use partnership_core::{Dataset, query::Plan};
    /// let view = Dataset::embedded().view();
    /// let plan = Plan::parse("id:kadif", view.dataset())?;
    /// let (number, verdict) = view.found(&plan)[0];
    /// assert_eq!(view.row(number, verdict).id(), "kadif");
    /// # }
    /// # Ok::<(), partnership_core::QueryError>(())
    /// ```
    pub fn found(&self, plan: &Plan) -> Vec<(u32, Verdict)> {
        eval::rows(self, plan)
    }

    /// Whether the record of a number is in the view, and how surely.
    pub fn holds(&self, number: u32) -> Verdict {
        self.lens().record(self.dataset().kind(number), &self.dataset().tree(number))
    }

    /// The record of a number as the view shows it.
    pub fn row(&self, number: u32, verdict: Verdict) -> RecordRow {
        RecordRow::of(self, number, verdict)
    }

    /// The same, with what links to it, what is derived and what is not collected, as [`View::show`] gives it.
    pub fn whole_row(&self, number: u32, verdict: Verdict) -> RecordRow {
        RecordRow::of(self, number, verdict).whole(self)
    }

    /// The ids of the concepts that a notation of a field may stand for: one, none, or one of each of several schemes.
    pub fn concepts_of(&self, serves: &str, notation: &str) -> Vec<String> {
        let named = self.dataset().concepts().named(serves, notation);
        named.into_iter().map(str::to_owned).collect()
    }
}

impl Dataset {
    /// The number of the record of an id in the documented order, redirects followed.
    pub fn number_of(&self, id: &str) -> Option<u32> {
        self.find(id)
    }

    /// The id of the record of a number; empty for a number that there is not.
    pub fn id_of(&self, number: u32) -> &str {
        self.id(number)
    }

    /// The kind of the record of a number that [`Dataset::number_of`] or [`View::found`] gave.
    pub fn kind_of(&self, number: u32) -> Kind {
        self.kind(number)
    }
}
