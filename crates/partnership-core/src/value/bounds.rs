//! What is known of when something began and ended, and the questions that this answers.

use super::{Day, Truth};

/// The days on which something may have started and ended: each end lies somewhere in its range, inclusive.
///
/// A point has the same range twice. `qualified` (EDTF `?`, `~`, `%`) never widens a range; it keeps an
/// answer from being `Yes`.
///
/// ```
/// use partnership_core::value::{Span, Truth};
/// let plan: Span = "2025/2030".parse()?;
/// assert_eq!(plan.bounds().holds_on("2026-06-01".parse()?), Truth::Yes);
/// assert_eq!(plan.bounds().holds_on("2025-03-01".parse()?), Truth::Maybe);
/// assert_eq!(plan.bounds().holds_on("2031-01-01".parse()?), Truth::No);
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// The earliest day on which it may have started.
    pub start_first: Day,
    /// The latest day on which it may have started.
    pub start_last: Day,
    /// The earliest day on which it may have ended.
    pub end_first: Day,
    /// The latest day on which it may have ended; this day still belongs to it.
    pub end_last: Day,
    /// Whether a source's date, or an end of it, is uncertain or approximate.
    pub qualified: bool,
}

impl Bounds {
    /// Whether it touches the days `from` to `to`, both included; for a point, whether it lies within.
    #[must_use]
    pub fn meets(self, from: Day, to: Day) -> Truth {
        if self.end_last < from || self.start_first > to {
            Truth::No
        } else {
            self.at_most_maybe(self.start_last <= to && self.end_first >= from)
        }
    }

    /// Whether it was so on a day.
    #[must_use]
    pub fn holds_on(self, day: Day) -> Truth {
        self.meets(day, day)
    }

    /// Whether it had started by the end of a day.
    #[must_use]
    pub fn started_by(self, day: Day) -> Truth {
        if self.start_first > day { Truth::No } else { self.at_most_maybe(self.start_last <= day) }
    }

    /// Whether its last day lies before a day.
    #[must_use]
    pub fn ended_before(self, day: Day) -> Truth {
        if self.end_first >= day { Truth::No } else { self.at_most_maybe(self.end_last < day) }
    }

    /// What is not excluded: sure if the ranges say so and no qualifier speaks against it.
    fn at_most_maybe(self, sure: bool) -> Truth {
        if sure && !self.qualified { Truth::Yes } else { Truth::Maybe }
    }
}
