//! The core of `partnership`; its documentation is its README, whose examples run.
#![cfg_attr(feature = "embedded", doc = include_str!("../README.md"))]

pub mod answer;
pub mod check;
pub mod claim;
pub mod dataset;
pub mod describe;
mod error;
pub mod model;
mod order;
pub mod outline;
pub mod promise;
pub mod query;
pub mod search;
pub mod sentence;
mod sorted;
pub mod value;
pub mod view;

pub use dataset::{Dataset, DatasetError};
pub use error::{ParseError, counted, nearest};
pub use model::Kind;
pub use query::QueryError;
pub use view::View;
