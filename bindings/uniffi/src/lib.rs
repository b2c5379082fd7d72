//! The library under the Kotlin and Swift packages. It decides nothing: it parses what it is given, asks the core, and
//! converts the answer. Its README tells which types are typed and why.
#![expect(
    clippy::result_large_err,
    reason = "an error is made once for a question that failed, and crosses the border as it is"
)]

uniffi::setup_scaffolding!("partnership");

mod answer;
mod card;
mod cite;
mod dataset;
mod error;
mod filter;
mod guard;
mod ledger;
mod parts;
mod read;
mod records;
mod shown;
mod told;
mod values;
mod view;
mod words;

pub use answer::*;
pub use card::*;
pub use cite::*;
pub use dataset::*;
pub use error::*;
pub use filter::*;
pub use ledger::*;
pub use parts::*;
pub use records::*;
pub use told::*;
pub use values::*;
pub use view::*;
pub use words::*;
