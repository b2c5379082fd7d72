//! Typed filters: the same questions as the query language asks, without its grammar.

use std::ops::Range;

use partnership_core::query::{Expr, Limits, Plan, Query};
use partnership_core::{ParseError, QueryError};

use crate::{Basis, EventState, Kind, PartnershipError, StatusCode};

/// A condition on records. Several are meant together; a list of values is any of them.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
pub enum Filter {
    /// Of these ids.
    Id(Vec<String>),
    /// With these words in some text.
    Words(String),
    /// Of this pillar, or of one that means the same in another scheme.
    Pillar(String),
    /// Of this theme.
    Theme(String),
    /// Whose own day or span lies within, or may: `2024`, `2019..2024`.
    Dated(String),
    /// That refer to this record.
    Linking(String),
    /// With a citation of this basis.
    Based(Basis),
    /// With this reported status.
    Status(StatusCode),
    /// Of projects: funded by this party or fund.
    Funder(String),
    /// That carry this out.
    Implementing(String),
    /// Of events: of this series of meetings.
    Forum(String),
    /// Of events: that stand so on the day of the view.
    State(EventState),
    /// In this country.
    Country(String),
    /// Of parties and persons: members of this party.
    Member(String),
    /// With any of these values in a field, both as the query language writes them.
    Any {
        /// The field: `budget`, `step.action`.
        field: String,
        /// The values: `>=1e6 USD`.
        values: Vec<String>,
    },
    /// With none of these values in a field.
    Without {
        /// The field.
        field: String,
        /// The values.
        values: Vec<String>,
    },
}

impl Filter {
    fn expression(&self) -> Option<Expr> {
        let is = |field: &str, value: &str| Some(Expr::filter(field, &[value]));
        match self {
            Filter::Id(ids) => any("id", ids),
            Filter::Words(words) => Some(Expr::word(words)),
            Filter::Pillar(notation) => is("pillar", notation),
            Filter::Theme(notation) => is("theme", notation),
            Filter::Dated(range) => is("date", range),
            Filter::Linking(id) => is("links", id),
            Filter::Based(basis) => is("basis", basis.as_str()),
            Filter::Status(status) => is("status", status.as_str()),
            Filter::Funder(id) => is("funder", id),
            Filter::Implementing(id) => is("implements", id),
            Filter::Forum(id) => is("forum", id),
            Filter::State(state) => is("state", state.as_str()),
            Filter::Country(id) => is("country", id),
            Filter::Member(id) => is("member", id),
            Filter::Any { field, values } => any(field, values),
            Filter::Without { field, values } => any(field, values).map(Expr::negate),
        }
    }
}

/// None for no values, which set no condition.
fn any(field: &str, values: &[String]) -> Option<Expr> {
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    (!values.is_empty()).then(|| Expr::filter(field, &values))
}

/// The plan of the filters on records of a kind.
pub(crate) fn plan(
    kind: Kind,
    filters: &[Filter],
    dataset: &partnership_core::Dataset,
) -> Result<Plan, PartnershipError> {
    let terms = std::iter::once(Expr::filter("kind", &[kind.as_str()]));
    let terms = terms.chain(filters.iter().filter_map(Filter::expression));
    let query = Query::new(Expr::all(terms), &Limits::default()).map_err(QueryError::from)?;
    Ok(Plan::of(&query, dataset)?)
}

/// The places of the rows of a page. A page past the end is an empty one; what is no page is refused.
pub(crate) fn places(start: i32, size: i32) -> Result<Range<usize>, ParseError> {
    let refuse = |what, number: i32, expected| ParseError::new(what, &number.to_string(), expected);
    let from = usize::try_from(start)
        .map_err(|_| refuse("the start of a page", start, "a whole number from 0"))?;
    match usize::try_from(size) {
        Ok(size) if size > 0 => Ok(from..from.saturating_add(size)),
        _ => Err(refuse("the size of a page", size, "a whole number from 1")),
    }
}
