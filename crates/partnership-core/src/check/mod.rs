//! Validation: every fault of a dataset in one run, each with a stable code, its place and a fix.
//!
//! | module | is |
//! | --- | --- |
//! | `fault` | a fault and its place |
//! | `code` | the codes, with what each means |
//! | `copy` | a copy of the text of a source, and the places in it |
//! | `found` | faults on their way to a reader, in bounded number |
//! | `rules`, `loops` | the rules of a record and between records |
//! | `syntax`, `walk`, `table`, `place` | what `folder` is made of |
//! | `folder` | reading a dataset folder, and the place of each fault in it (feature `folder`) |

mod code;
mod copy;
mod fault;
#[cfg(feature = "folder")]
pub mod folder;
mod found;
mod loops;
#[cfg(feature = "folder")]
mod place;
mod record;
mod rules;
mod support;
#[cfg(feature = "folder")]
mod syntax;
#[cfg(feature = "folder")]
mod table;
#[cfg(feature = "folder")]
mod walk;

pub use code::{Code, explain};
pub use copy::{About, Located, TextCopy};
pub use fault::{Fault, FilePlace, Seg};
pub use found::counted;
pub(crate) use rules::{faults, question_faults};
