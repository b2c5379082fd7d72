//! What is derived from facts and a day, and never stored: the state of a meeting.

use partnership_derive::Described;

use super::days::{bounds, first_of};
use crate::describe::Struct;
use crate::value::{Day, Truth};

/// How a meeting stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum EventState {
    /// A source says or reports that it took place.
    #[described(ko = "개최됨")]
    Held,
    /// Its day has not come.
    #[described(ko = "예정")]
    Ahead,
    /// Its day has passed; it was announced, and nothing in the record says that it took place.
    #[described(ko = "확인되지 않음")]
    NotConfirmed,
    /// It was called off.
    #[described(ko = "취소")]
    Cancelled,
    /// It was put off.
    #[described(ko = "연기")]
    Postponed,
    /// Its day is not in the record.
    #[described(ko = "날짜 없음")]
    Undated,
}

impl EventState {
    /// The state of an event, as a view shows it, on a day.
    pub(crate) fn of(event: &Struct<'_>, day: Day) -> Self {
        let latest = event.parts("status").filter(|status| {
            status
                .leaf("date")
                .and_then(bounds)
                .is_some_and(|days| days.started_by(day) != Truth::No)
        });
        match latest.last().and_then(|status| status.leaf("status")) {
            Some("cancelled") => return Self::Cancelled,
            Some("postponed") => return Self::Postponed,
            _ => {}
        }
        let Some(days) = first_of(event, &["date", "within"]) else { return Self::Undated };
        // Of a meeting that is only known to lie within some days, any of them may be its day.
        let last = if event.get("date").is_some() { days.start_last } else { days.end_last };
        if last > day {
            return Self::Ahead;
        }
        if only_announced(event.parts("cite")) { Self::NotConfirmed } else { Self::Held }
    }
}

/// Whether some citations of a happening are all from beforehand: none of them states or reports it.
pub(super) fn only_announced<'c>(cites: impl Iterator<Item = &'c Struct<'c>>) -> bool {
    let mut announced = false;
    for cite in cites {
        match cite.leaf("basis").unwrap_or("stated") {
            "announced" => announced = true,
            "stated" | "reported" => return false,
            _ => {}
        }
    }
    announced
}
