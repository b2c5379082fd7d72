//! Pages: the rows of an answer, a screenful at a time.

use std::ops::Range;

use super::{Answer, RecordRow, Row};
use crate::query::{Plan, eval};
use crate::value::Truth;
use crate::view::View;

/// Some rows of an answer, with the sources of these rows alone.
#[derive(Clone, Debug)]
pub struct Page {
    /// The rows, in the documented order, as an answer of their own.
    pub answer: Answer,
    /// How many rows there are on all pages.
    pub total: usize,
    /// How many of these are only maybe so.
    pub maybe: usize,
}

impl View<'_> {
    /// The rows of a plan from one place to another; places past the end have none. Only these records are read.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use partnership_core::{Dataset, query::Plan};
    /// let view = Dataset::embedded().view();
    /// let page = view.page(&Plan::parse("member:asean", view.dataset())?, 10..20);
    /// assert_eq!((page.answer.rows().len(), page.total), (1, 11));
    /// # }
    /// # Ok::<(), partnership_core::QueryError>(())
    /// ```
    pub fn page(&self, plan: &Plan, places: Range<usize>) -> Page {
        let found = eval::rows(self, plan);
        let total = found.len();
        let maybe = found.iter().filter(|(_, held)| held.truth == Truth::Maybe).count();
        let rows = found.get(within(places, total)).unwrap_or_default().iter();
        let rows = rows.map(|(number, held)| Row::Record(RecordRow::of(self, *number, *held)));
        let answer = Answer::new(self, "list", plan.text(), rows.collect());
        Page { answer: super::explained(self, plan, answer, total), total, maybe }
    }
}

impl Answer {
    /// The rows from one place to another, with their sources; places past the end have none.
    pub fn page(&self, places: Range<usize>) -> Page {
        let total = self.rows().len();
        let maybe = self.rows().iter().filter(|row| row.is_maybe()).count();
        Page { answer: self.part(within(places, total)), total, maybe }
    }
}

/// The places that there are.
fn within(places: Range<usize>, total: usize) -> Range<usize> {
    let start = places.start.min(total);
    start..places.end.clamp(start, total)
}
