//! Which meeting is meant, which one of its forum was before it, and what is told of both.

use super::{MeetingLine, MeetingPart, Sheet};
use crate::answer::brief::Page;
use crate::answer::told::kept;
use crate::describe::{Node, Struct};
use crate::error::nearest;
use crate::model::Kind;
use crate::order::Order;
use crate::query::QueryError;
use crate::value::{Bounds, Day, Truth};
use crate::view::{EventState, Verdict, View, bounds, supporting};

/// A meeting, with the one before it.
pub(super) struct Meeting {
    pub(super) number: u32,
    pub(super) id: String,
    /// The first day on which it may be.
    pub(super) first: Day,
    /// Whether the view knows of it.
    pub(super) is_known: bool,
    pub(super) before: Option<Before>,
}

/// A meeting of the same forum that was held before.
pub(super) struct Before {
    number: u32,
    pub(super) last: Day,
}

/// The days of a meeting: its own, or those within which it lies.
fn days(event: &Struct<'_>) -> Option<Bounds> {
    ["date", "within"].iter().find_map(|field| bounds(event.leaf(field)?))
}

fn forums<'r>(event: &'r Struct<'_>) -> Vec<&'r str> {
    event.list("forum").iter().filter_map(Node::as_str).collect()
}

fn refused(asked: &str, message: String) -> QueryError {
    QueryError::new("P0304", 0..asked.len(), message).within(asked)
}

impl Meeting {
    /// The meeting of an id, or the next one of a forum after the day of the view.
    pub(super) fn find(all: &Page<'_>, view: &View<'_>, asked: &str) -> Result<Self, QueryError> {
        let dataset = view.dataset();
        let of_kind = |number: &u32| matches!(dataset.kind(*number), Kind::Event | Kind::Party);
        let Some(number) = dataset.find(asked).filter(of_kind) else {
            return Err(unheard(view, asked));
        };
        let number = match dataset.kind(number) {
            Kind::Party => next_of(all, view, dataset.id(number), asked)?,
            _ => number,
        };
        let event = dataset.tree(number);
        // A meeting without a day of its own is asked of on the day of the view.
        let Some(first) = days(&event).map(|days| days.start_first).or(view.valid_on()) else {
            let message = format!("`{asked}` has no day in the record; expected one with `on`");
            return Err(refused(asked, message));
        };
        let is_known = all.view.lens().record(Kind::Event, &event).truth != Truth::No;
        let before = before(all, &forums(&event), first);
        Ok(Self { number, id: dataset.id(number).to_owned(), first, is_known, before })
    }

    /// Why a day from which changes are told cannot be after the meeting.
    pub(super) fn is_before(&self, asked: &str, since: Day) -> QueryError {
        let message = format!(
            "`{since}` is not before the meeting of {}; expected an earlier day",
            self.first
        );
        refused(asked, message)
    }
}

/// The ids of meetings and forums, the nearest of which may be meant.
fn unheard(view: &View<'_>, asked: &str) -> QueryError {
    let dataset = view.dataset();
    let mut ids: Vec<&str> =
        dataset.numbers(Kind::Event).map(|number| dataset.id(number)).collect();
    ids.order();
    let mut error =
        refused(asked, format!("`{asked}` is not the id of a meeting, and of no forum either"));
    error.nearest = nearest(asked, ids).map(str::to_owned);
    error.help = error.nearest.as_ref().map(|near| format!("did you mean `{near}`?"));
    error
}

/// The meetings of a forum that the view knows of, by their first days.
fn meetings(all: &Page<'_>, forum: &str) -> Vec<(Bounds, u32)> {
    let rows = all.rows(&format!("kind:event forum:{forum}"));
    let dated = rows.into_iter().filter_map(|(number, _, event)| Some((days(&event)?, number)));
    let mut dated: Vec<(Bounds, u32)> = dated.collect();
    dated.order_by_key(|(days, number)| (days.start_first, days.end_last, *number));
    dated
}

fn next_of(all: &Page<'_>, view: &View<'_>, forum: &str, asked: &str) -> Result<u32, QueryError> {
    let meetings = meetings(all, forum);
    let day = view.day();
    if let Some((_, number)) = meetings.iter().find(|(days, _)| days.start_first >= day) {
        return Ok(*number);
    }
    let message = format!("`{asked}` has no meeting on or after {day} in the record");
    let mut error = refused(asked, message);
    let last = meetings.last().map(|(_, number)| view.dataset().id(*number).to_owned());
    error.help = last.as_ref().map(|last| format!("the last that it holds is `{last}`"));
    error.nearest = last;
    Err(error)
}

/// The last meeting of some forums that was held before a day.
fn before(all: &Page<'_>, forums: &[&str], day: Day) -> Option<Before> {
    let earlier = forums.iter().flat_map(|forum| meetings(all, forum));
    let held = earlier.filter(|(days, number)| {
        days.end_last < day && EventState::of(&all.view.shown(*number), day) == EventState::Held
    });
    let last = held.max_by_key(|(days, number)| (days.end_last, *number));
    last.map(|(days, number)| Before { number, last: days.end_last })
}

impl Sheet<'_> {
    /// The meeting; the one before it, with what came of that.
    pub(super) fn heading(&self) -> Vec<MeetingLine> {
        let event = self.ahead.view.shown(self.meeting.number);
        let mut text = self.named_with_number(&event);
        let state = EventState::of(&event, self.page.view.day());
        if state != EventState::Held {
            text += &format!(" ({})", state.label(&self.page.lang));
        }
        let mut lines = vec![self.told_of(&event, text)];
        let Some(before) = &self.meeting.before else { return lines };
        let event = self.ahead.view.shown(before.number);
        let summary = event.get("summary").and_then(|text| text.text(&self.page.lang));
        let mut text = format!(
            "{}: {}",
            self.word("the one before", "직전 회의"),
            self.named_with_number(&event)
        );
        if let Some(summary) = summary {
            text += &format!(". {summary}");
        }
        lines.push(self.told_of(&event, text));
        for outcome in event.list("outcome").iter().filter_map(Node::as_str) {
            let lead = self.word("came of it", "그 결과");
            let cite = kept(supporting(&event, "outcome"));
            let told = (lead, self.page.named(outcome));
            lines.push(self.line(MeetingPart::Meeting, told, (outcome, Verdict::YES), cite));
        }
        lines
    }

    fn told_of(&self, event: &Struct<'_>, text: String) -> MeetingLine {
        let field = if event.get("date").is_some() { "date" } else { "within" };
        let lead = event.leaf(field).unwrap_or_default();
        let cite = supporting(event, field).chain(supporting(event, "name"));
        let cite = cite.chain(event.parts("ordinal").flat_map(|ordinal| ordinal.parts("cite")));
        let id = event.leaf("id").unwrap_or_default();
        self.line(MeetingPart::Meeting, (lead, text), (id, Verdict::YES), kept(cite))
    }

    /// The name of a meeting, with the number that a source prints.
    fn named_with_number(&self, event: &Struct<'_>) -> String {
        let name = self.page.name(event);
        let number = event.parts("ordinal").find_map(|ordinal| ordinal.leaf("number"));
        match (number, self.page.lang.as_str()) {
            (Some(number), "ko") => format!("{name} (제{number}차)"),
            (Some(number), _) => format!("{name} (number {number})"),
            (None, _) => name,
        }
    }
}
