//! Questions: the query language, the plan that it and the typed builder share, and its evaluation.
//!
//! A query is words and filters. Words are searched for in names, summaries and other texts; `field:value` filters;
//! `field:a,b` is any of; `-` negates; `OR` and parentheses group; `part:(…)` binds its filters on one part.
//! Every field also takes `any`, `unknown`, `none`, `not-found` and `not-collected`.
//!
//! What a query gives is exact: the index bounds the answer from both sides, and records between the bounds are read.

mod builder;
mod error;
pub(crate) mod eval;
pub mod field;
pub(crate) mod indexed;
pub(crate) mod linked;
mod meant;
mod parse;
mod plan;
mod syntax;
mod values;

pub use builder::{Found, Questions};
pub use error::QueryError;
#[doc(hidden)]
pub use eval::{naive_rows, rows};
pub use field::QueryField;
pub(crate) use meant::role;
pub use parse::{SyntaxError, SyntaxErrorKind};
pub use plan::Plan;
pub use syntax::{Atom, Expr, Limits, Name, Query, Span, Term, Value, Word};
