//! A typed, sourced, queryable record of an international partnership, and the library that answers questions about it.
//!
//! The record of ASEAN and the Republic of Korea is inside (feature `embedded`, on by default); another one is a folder
//! (feature `folder`) or one packed file. Nothing here reads a clock, asks a network or prints.
//!
//! ```
//! # #[cfg(feature = "embedded")] {
//! use partnership_core::Dataset;
//!
//! let dataset = Dataset::embedded();
//! let view = dataset.view();
//! let answer = view.query("kind:project pillar:B")?;
//! assert!(answer.rows().iter().any(|row| row.id() == "kadif"));
//! # }
//! # Ok::<(), partnership_core::QueryError>(())
//! ```
//!
//! Rows come by kind in the order of [`model::Kind`], then by first day, undated ones last, then by id. Dates are
//! proleptic Gregorian and both ends of a range are included. Every answer can print its sources.

pub mod answer;
pub mod check;
pub mod dataset;
pub mod describe;
mod error;
pub mod model;
pub mod query;
pub mod search;
pub mod value;
pub mod view;

pub use dataset::{Dataset, DatasetError};
pub use error::{ParseError, nearest};
pub use model::Kind;
pub use query::QueryError;
pub use view::View;
