//! What became of a promise: how a number that was to be reached stands, and how a commitment does, on a day.
//!
//! Nothing of this is stored. [`score`] and [`DerivedStatus::of`] are functions of facts and of a day that they are
//! told; the facts are gathered through a view, so that they follow both of its days.

mod counts;
mod evidence;
mod facts;
mod figures;
mod gather;
mod score;
mod status;
mod work;

pub(crate) use evidence::{Scoring, read as aim_of};
pub use facts::Derived;
pub(crate) use gather::{Tie, cites, parts, value};
pub use score::{Aim, Counted, Fact, Measured, Score, TargetResult, score};
pub use status::{DerivedStatus, Done, Due, Facts, Lacking, Numbers, Row as StatusRow, When};
pub(crate) use work::standing;
