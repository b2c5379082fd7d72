//! How what carries a commitment out stands on a day.

use super::status::When;
use crate::describe::Struct;
use crate::model::Kind;
use crate::value::{Day, Truth};
use crate::view::{EventState, Verdict, Why, bounds};

/// How an undertaking, text or meeting stands on a day, and how surely.
pub(crate) type Standing = (When, Verdict);

/// Several of them together, best first: what runs, else what is over, else what lies ahead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Work(pub(crate) Standing);

impl Work {
    /// Nothing at all.
    pub(crate) const NONE: Self = Self((When::None, Verdict::YES));

    /// The better of the two; of two alike the surer.
    pub(crate) fn or(self, other: Standing) -> Self {
        let rank = |(when, verdict): Standing| {
            let order = match when {
                When::Running => 3,
                When::Over => 2,
                When::Ahead => 1,
                When::None => 0,
            };
            (order, verdict.truth)
        };
        if rank(other) > rank(self.0) { Self(other) } else { self }
    }
}

/// How a record that carries something out stands; a commitment that carries out another is no work.
pub(crate) fn standing(kind: Kind, record: &Struct<'_>, day: Day) -> Standing {
    match kind {
        Kind::Event => match EventState::of(record, day) {
            EventState::Held => (When::Over, Verdict::YES),
            EventState::NotConfirmed => (When::Over, Verdict::maybe(Why::Announced)),
            EventState::Ahead => (When::Ahead, Verdict::YES),
            EventState::Cancelled | EventState::Postponed | EventState::Undated => Work::NONE.0,
        },
        Kind::Instrument => text(record, day),
        Kind::Project => undertaking(record, day),
        _ => Work::NONE.0,
    }
}

/// A text: done once it was concluded, adopted, signed or came into force; on its way from its first step on.
fn text(record: &Struct<'_>, day: Day) -> Standing {
    let done = |step: &&Struct<'_>| {
        let action = step.leaf("action").unwrap_or_default();
        ["concluded", "adopted", "signed", "in-force"].contains(&action)
    };
    let reached = |steps: &mut dyn Iterator<Item = &Struct<'_>>| {
        steps.filter_map(|step| bounds(step.leaf("date")?)).map(|days| days.started_by(day)).max()
    };
    let is_done = reached(&mut record.parts("step").filter(done));
    let begun = reached(&mut record.parts("step"));
    match (is_done, begun) {
        (Some(Truth::Yes), _) => (When::Over, Verdict::YES),
        (Some(Truth::Maybe), _) => (When::Over, Verdict::maybe(Why::FactDate)),
        (_, Some(Truth::Yes)) => (When::Running, Verdict::YES),
        (_, Some(Truth::Maybe)) => (When::Running, Verdict::maybe(Why::FactDate)),
        (_, Some(Truth::No)) => (When::Ahead, Verdict::YES),
        (_, None) => (When::None, Verdict::maybe(Why::Undated)),
    }
}

/// A project: as its last reported status of the day says if that ends it or puts it ahead; over once a step ended it; else
/// as its span or its first steps say. One whose end is not known only maybe runs.
fn undertaking(record: &Struct<'_>, day: Day) -> Standing {
    let begun = |part: &&Struct<'_>| {
        part.leaf("date").and_then(bounds).is_some_and(|days| days.started_by(day) == Truth::Yes)
    };
    match record.parts("status").filter(begun).last().and_then(|status| status.leaf("status")) {
        Some("closed" | "cancelled") => return (When::Over, Verdict::YES),
        Some("pipeline") => return (When::Ahead, Verdict::YES),
        _ => {}
    }
    let has = |actions: &[&str]| {
        let is = |step: &&Struct<'_>| actions.contains(&step.leaf("action").unwrap_or_default());
        record.parts("step").filter(is).any(|step| begun(&step))
    };
    if has(&["end", "terminated"]) {
        return (When::Over, Verdict::YES);
    }
    if let Some(days) = record.leaf("span").and_then(bounds) {
        return match (days.started_by(day), days.ended_before(day)) {
            (Truth::No, _) => (When::Ahead, Verdict::YES),
            (_, Truth::Yes) => (When::Over, Verdict::YES),
            (Truth::Yes, Truth::No) => (When::Running, Verdict::YES),
            (Truth::Yes, _) if days.end_last == Day::MAX => {
                (When::Running, Verdict::maybe(Why::OpenTerm))
            }
            _ => (When::Running, Verdict::maybe(Why::FactDate)),
        };
    }
    if has(&["start", "launched", "approved", "adopted", "signed"]) {
        (When::Running, Verdict::maybe(Why::OpenTerm))
    } else if record.parts("step").any(|step| step.leaf("action") == Some("planned-start")) {
        (When::Ahead, Verdict::maybe(Why::Announced))
    } else {
        // What was only proposed, studied or announced is no work.
        (When::None, Verdict::maybe(Why::Undated))
    }
}
