//! Faults on their way to a reader: a hostile file may have any number of them, and costs no more memory than a bad one.

use super::code::Code;
use super::fault::Fault;

/// So many faults of one dataset are told. Who mends these has the next ones told.
const TOLD: usize = 500;

/// So many of one file, or of one rule's walk, are kept. Those of a dataset are put in order before the first are told.
const KEPT: usize = 4_096;

/// Faults, each perhaps with its place, of which no more than [`KEPT`] are kept.
#[derive(Debug)]
pub(crate) struct Found<T = Fault> {
    pub(super) kept: Vec<T>,
    pub(super) more: usize,
}

impl<T> Default for Found<T> {
    fn default() -> Self {
        Self { kept: Vec::new(), more: 0 }
    }
}

impl<T> Found<T> {
    pub(super) fn push(&mut self, fault: T) {
        match self.kept.len() < KEPT {
            true => self.kept.push(fault),
            false => self.more += 1,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }
}

impl Found {
    /// The faults as they are told: of too many the first, and a closing one that says how many more there are.
    pub(crate) fn told(self) -> Vec<Fault> {
        let Self { mut kept, more } = self;
        let more = more + kept.len().saturating_sub(TOLD);
        if more > 0 {
            kept.truncate(TOLD);
            let message = format!("{more} more are not told");
            kept.push(Fault::new(Code::MORE, message).fix("mend those that are told first"));
        }
        kept
    }
}

/// How many faults there are: `1 fault`, `3 faults`, `more than 500 faults`.
///
/// ```
/// assert_eq!(partnership_core::check::counted(&[]), "0 faults");
/// ```
pub fn counted(faults: &[Fault]) -> String {
    match faults {
        [told @ .., last] if last.code == Code::MORE => format!("more than {} faults", told.len()),
        all => crate::error::counted(all.len(), "fault"),
    }
}
