//! The typed builder: the same plans as the query text, from typed values. It cannot fail.

use std::marker::PhantomData;

use super::eval;
use super::plan::Plan;
use super::syntax::{Expr, Limits, Query};
use crate::model::{
    Assessment, Basis, BodyId, Claim, Commitment, Concept, Event, Fund, Instrument, Kind,
    Partnership, Party, PartyId, Person, Pillar, Project, RecordId, Series, Source, StatusCode,
    Theme, Typed, typed,
};
use crate::value::{DateRange, Truth};
use crate::view::{Verdict, View};

/// Filters on records of one kind, read as English: `view.projects().pillar("B".parse()?)`.
///
/// Filters take a value or `None`, which lifts nothing and sets nothing. A value that the record does not hold gives no
/// rows. Rows come in the documented order.
///
/// ```
/// # #[cfg(feature = "embedded")] {
/// use partnership_core::{Dataset, model::PartyId, value::DateRange};
/// let view = Dataset::embedded().view();
/// let (forum, years): (PartyId, DateRange) = ("asean-rok-summit".parse()?, "2019..2024".parse()?);
/// let summits = view.events().forum(forum).dated(years);
/// assert!(summits.iter().all(|row| row.ordinal.len() <= 2));
/// # }
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Questions<'v, T> {
    view: &'v View<'v>,
    terms: Vec<Expr>,
    kind: PhantomData<T>,
}

/// A typed record of an answer, and how surely it belongs there. It reads as the record.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<T> {
    /// The record, as the view shows it.
    pub record: T,
    /// How surely it belongs to the answer, and why not more.
    pub verdict: Verdict,
}

impl<T> std::ops::Deref for Found<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.record
    }
}

impl<'v, T: Typed> Questions<'v, T> {
    fn new(view: &'v View<'v>) -> Self {
        let terms = vec![Expr::filter("kind", &[T::KIND.as_str()])];
        Self { view, terms, kind: PhantomData }
    }

    /// Only those with this value in that field, both as the query language writes them.
    #[must_use]
    pub fn filter(mut self, field: &str, value: impl AsRef<str>) -> Self {
        self.terms.push(Expr::filter(field, &[value.as_ref()]));
        self
    }

    /// Only those without this value in that field.
    #[must_use]
    pub fn without(mut self, field: &str, value: impl AsRef<str>) -> Self {
        self.terms.push(Expr::filter(field, &[value.as_ref()]).negate());
        self
    }

    /// Only those that have these words in some text.
    #[must_use]
    pub fn words(mut self, words: &str) -> Self {
        self.terms.push(Expr::word(words));
        self
    }

    fn with(self, field: &str, value: Option<impl std::fmt::Display>) -> Self {
        match value {
            Some(value) => self.filter(field, value.to_string()),
            None => self,
        }
    }

    /// Only those of this pillar, or of one that means the same in another scheme.
    #[must_use]
    pub fn pillar(self, pillar: impl Into<Option<Pillar>>) -> Self {
        self.with("pillar", pillar.into())
    }

    /// Only those of this theme.
    #[must_use]
    pub fn theme(self, theme: impl Into<Option<Theme>>) -> Self {
        self.with("theme", theme.into())
    }

    /// Only those whose own day or span lies within, or may.
    #[must_use]
    pub fn dated(self, range: impl Into<Option<DateRange>>) -> Self {
        self.with("date", range.into())
    }

    /// Only those that refer to this record.
    #[must_use]
    pub fn linking(self, id: impl Into<Option<RecordId>>) -> Self {
        self.with("links", id.into())
    }

    /// Only those with a citation of this basis.
    #[must_use]
    pub fn basis(self, basis: impl Into<Option<Basis>>) -> Self {
        self.with("basis", basis.into())
    }

    /// The query that asks the same.
    pub fn query(&self) -> Option<Query> {
        Query::new(Expr::all(self.terms.iter().cloned()), &Limits::default()).ok()
    }

    /// The rows, in the documented order.
    pub fn iter(&self) -> std::vec::IntoIter<Found<T>> {
        let plan = self.query().and_then(|query| Plan::of(&query, self.view.dataset()).ok());
        let found = plan.map(|plan| eval::rows(self.view, &plan)).unwrap_or_default();
        let rows = found.into_iter().filter_map(|(number, verdict)| {
            let shown = self.view.shown(number);
            Some(Found { record: typed(shown)?, verdict })
        });
        rows.collect::<Vec<_>>().into_iter()
    }

    /// How many rows there surely are, and how many more there may be.
    pub fn count(&self) -> (usize, usize) {
        let rows = self.iter();
        let (sure, maybe): (Vec<_>, Vec<_>) = rows.partition(|row| row.verdict.truth == Truth::Yes);
        (sure.len(), maybe.len())
    }
}

impl<T: Typed> IntoIterator for &Questions<'_, T> {
    type Item = Found<T>;
    type IntoIter = std::vec::IntoIter<Found<T>>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Questions<'_, Project> {
    /// Only those funded by this party or fund.
    #[must_use]
    pub fn funder(self, party: impl Into<Option<BodyId>>) -> Self {
        self.with("funder", party.into())
    }

    /// Only those with this reported status.
    #[must_use]
    pub fn status(self, status: impl Into<Option<StatusCode>>) -> Self {
        self.with("status", status.into())
    }

    /// Only those that carry this out.
    #[must_use]
    pub fn implementing(self, id: impl Into<Option<RecordId>>) -> Self {
        self.with("implements", id.into())
    }
}

impl Questions<'_, Event> {
    /// Only those of this series of meetings.
    #[must_use]
    pub fn forum(self, party: impl Into<Option<PartyId>>) -> Self {
        self.with("forum", party.into())
    }

    /// Only those held in this country.
    #[must_use]
    pub fn in_country(self, party: impl Into<Option<PartyId>>) -> Self {
        self.with("country", party.into())
    }
}

/// One method a kind, named by its plural.
macro_rules! plurals {
    ($($plural:ident $kind:ident;)*) => {
        impl<'a> View<'a> {
            $(
                #[doc = concat!("Records of kind `", stringify!($kind), "`, in the documented order.")]
                pub fn $plural<'v>(&'v self) -> Questions<'v, $kind> where 'a: 'v {
                    Questions::new(self)
                }
            )*
        }

        const _: () = {
            // A kind that is added is missed here: the list below no longer has as many entries as there are kinds.
            assert!([$(<$kind as Typed>::KIND as usize),*].len() == Kind::ALL.len());
        };
    };
}

plurals! {
    partnerships Partnership;
    concepts Concept;
    sources Source;
    parties Party;
    persons Person;
    instruments Instrument;
    commitments Commitment;
    assessments Assessment;
    projects Project;
    funds Fund;
    events Event;
    series Series;
    claims Claim;
}
