//! What is not agreed, and what is not known.

use super::posts::Post;
use super::promises::cut;
use super::{MeetingLine, MeetingPart, Sheet, Told};
use crate::answer::DisagreementForm;
use crate::answer::told::kept;
use crate::answer::words::{amount_in, plain};
use crate::describe::{Node, Struct};
use crate::order::Order;
use crate::value::{Day, Quantity, Truth};
use crate::view::{EventState, Verdict, bounds, supporting};

/// Lines that the pages have room for.
const DISAGREEMENTS: usize = 4;
/// How a record is put, and not what it says.
const OF_FORM: &[&str] = &["form", "name", "summary", "motto", "pillar", "theme"];
/// Parts of which sources may differ.
const OF_RECORDS: &[&str] = &["target", "level", "step", "budget", "contribution", "participant"];
const TEXTS: usize = 3;
const ANNOUNCED: usize = 3;
/// A record whose newest source is so many days old does not tell of today.
const STALE: i32 = 60;

impl Sheet<'_> {
    /// Where statuses of promises do not agree; then where sources differ on what the relation rests on, the weightiest first.
    pub(super) fn disagreements(&self) -> Told {
        let mut lines = Vec::new();
        for promise in self.promises.iter().filter(|promise| self.is_made(promise)) {
            let told = promise.disagreement.iter();
            for one in told.filter(|one| one.form != DisagreementForm::Sources) {
                let cite = if one.cite.is_empty() { &promise.cite } else { &one.cite };
                let lead = one.form.label(&self.page.lang);
                let told = (lead, format!("{}: {}", promise.label, one.text));
                let sure = (promise.id.as_str(), Verdict::YES);
                lines.push(self.line(MeetingPart::Disagreements, told, sure, cite.clone()));
            }
        }
        lines.extend(self.differing());
        cut(lines, DISAGREEMENTS)
    }

    /// Values beside those that the record prefers, which may be right: of each record the first of substance.
    fn differing(&self) -> Vec<MeetingLine> {
        let mut lines: Vec<(usize, MeetingLine)> = Vec::new();
        let between = self.between();
        let is_ours = |record: &Struct<'_>| match record.of.name {
            "instrument" => self.page.sides().are_both_in(record),
            "event" => record
                .list("forum")
                .iter()
                .filter_map(Node::as_str)
                .any(|forum| between.contains(forum)),
            _ => true,
        };
        let kinds = "kind:partnership,instrument,event,fund,commitment,project";
        for (number, verdict, record) in self.page.rows(kinds) {
            if !is_ours(&record) {
                continue;
            }
            let days = record.leaf("made").and_then(bounds);
            let is_made = days.is_none_or(|days| days.start_first < self.meeting.first);
            let text = self.differs(&record).filter(|_| is_made && number != self.meeting.number);
            let Some((text, cite)) = text else { continue };
            let id = record.leaf("id").unwrap_or_default();
            let lead = self.word("sources differ", "출처 사이");
            let told = (lead, format!("{}: {text}", self.page.name(&record)));
            let line = self.line(MeetingPart::Disagreements, told, (id, verdict), cite);
            lines.push((self.page.weight(id), line));
        }
        lines.order_by(|(a, x), (b, y)| b.cmp(a).then_with(|| x.id.cmp(&y.id)));
        lines.into_iter().map(|(_, line)| line).collect()
    }

    /// The first value of a record, or of a part of it, of which sources give another.
    fn differs(&self, record: &Struct<'_>) -> Option<(String, Vec<Struct<'static>>)> {
        let lang = &self.page.lang;
        let parts = OF_RECORDS.iter().flat_map(|part| {
            record
                .parts(part)
                .map(|owner| (crate::describe::label(part, lang).into_owned() + " ", owner))
        });
        let owners = std::iter::once((String::new(), record)).chain(parts);
        let mut others = owners.flat_map(|(part, owner)| {
            let normal = owner.parts("alternative");
            let normal = normal.filter(|one| one.leaf("rank") == Some("normal"));
            normal.map(move |one| (part.clone(), owner, one))
        });
        others.find_map(|(part, owner, other)| {
            let field = other.leaf("field").filter(|field| !OF_FORM.contains(field))?;
            let undecided = || self.word("no value preferred", "정한 값 없음");
            let own = owner.get(field).map_or_else(undecided, |own| self.in_words(own));
            let reason = other.get("reason").map(|reason| plain(reason, lang)).unwrap_or_default();
            let or = self.word("or", "또는");
            let other_value = self.in_words(other.get("value")?);
            let name = match field {
                "span" | "date" => self.word("time", "기간"),
                field => crate::describe::label(field, lang).into_owned(),
            };
            let text = format!("{part}{name} {own}, {or} {other_value}: {reason}");
            Some((text, kept(other.parts("cite"))))
        })
    }

    /// A value as people read it: an amount, a record by its name, a time with its ends.
    fn in_words(&self, node: &Node<'_>) -> String {
        let lang = &self.page.lang;
        let Some(text) = node.as_str() else { return plain(node, lang) };
        let is_time = text.starts_with(|c: char| c.is_ascii_digit()) && bounds(text).is_some();
        match text.split_once('/') {
            Some((from, "..")) if is_time => format!("{from}–"),
            Some((from, to)) if is_time => format!("{from} – {to}"),
            _ if is_time => text.to_owned(),
            _ if text.parse::<Quantity>().is_ok() => amount_in(text, 0, "", lang),
            _ => self.page.view.name_or_id(text),
        }
    }

    /// What an officer would ask and the record does not tell.
    pub(super) fn unknown(&self, vacant: Vec<Post>) -> Vec<MeetingLine> {
        let mut lines = self.of_the_meeting();
        let none = self.word("nobody is known to hold it on the day", "그날의 재임자는 알 수 없음");
        lines.extend(vacant.into_iter().map(|post| {
            let told = (self.word("post", "직위"), format!("{}: {none}", post.name));
            self.line(MeetingPart::Unknown, told, (&post.party, Verdict::YES), post.cite)
        }));
        lines.extend(self.unread());
        lines.extend(self.unconfirmed());
        lines
    }

    /// Whether the meeting has a day and is confirmed; and how old the newest source is.
    fn of_the_meeting(&self) -> Vec<MeetingLine> {
        let event = self.ahead.view.shown(self.meeting.number);
        let mut lines = Vec::new();
        if event.get("date").is_none() {
            let text = self.word(
                "its day is not in the record; nothing that it holds says that it took place",
                "날짜가 기록에 없고, 열렸다는 출처도 없음",
            );
            let told = (self.word("the meeting", "회의"), text);
            let cite = kept(supporting(&event, "within"));
            lines.push(self.line(
                MeetingPart::Unknown,
                told,
                (&self.meeting.id, Verdict::YES),
                cite,
            ));
        }
        lines.extend(self.newest());
        lines
    }

    /// The newest source by the day of the view, where it is old.
    fn newest(&self) -> Option<MeetingLine> {
        let day = self.page.view.day();
        let mut newest: Option<(Day, Struct<'_>)> = None;
        for (_, _, source) in self.page.rows("kind:source") {
            let Some(issued) = source.leaf("issued").and_then(bounds).map(|days| days.end_last)
            else {
                continue;
            };
            if issued <= day && newest.as_ref().is_none_or(|(known, _)| *known < issued) {
                newest = Some((issued, source));
            }
        }
        let (issued, source) = newest.filter(|(issued, _)| issued.plus(STALE) < day)?;
        let text = match self.page.lang.as_str() {
            "ko" => format!("{issued} 이후의 출처가 없음"),
            _ => {
                format!("no source is newer than {issued}: what came after it is not in the record")
            }
        };
        let id = source.leaf("id").unwrap_or_default();
        let told = (self.word("the record", "기록"), text);
        Some(self.line(MeetingPart::Unknown, told, (id, Verdict::YES), Vec::new()))
    }

    /// Texts of the sides that were looked for in vain: what came of the meeting before, and what runs on the day.
    fn unread(&self) -> Vec<MeetingLine> {
        let day = self.page.view.day();
        let mut texts: Vec<(usize, MeetingLine)> = Vec::new();
        let event = self.ahead.view.shown(self.meeting.number);
        let comes: Vec<&str> = event.list("outcome").iter().filter_map(Node::as_str).collect();
        let running = format!("span:{day} OR step.date:{}..{}", self.since, self.until);
        for (_, verdict, record) in
            self.page.rows_within("kind:instrument text:not-found", &running)
        {
            let sides = self.page.sides();
            let is_of_both = sides.are_both_in(&record) && !sides.are_joined_in(&record);
            let id = record.leaf("id").unwrap_or_default();
            if !is_of_both || comes.contains(&id) {
                continue;
            }
            let text = format!(
                "{}: {}",
                self.page.name(&record),
                self.word("its text was looked for and not found", "전문을 찾지 못함")
            );
            let told = (self.word("text", "전문"), text);
            let cite = kept(supporting(&record, "name"));
            texts.push((
                self.page.weight(id),
                self.line(MeetingPart::Unknown, told, (id, verdict), cite),
            ));
        }
        texts.order_by(|(a, x), (b, y)| b.cmp(a).then_with(|| x.id.cmp(&y.id)));
        texts.into_iter().take(TEXTS).map(|(_, line)| line).collect()
    }

    /// Meetings since the one before whose day has passed and of which nothing says that they took place.
    fn unconfirmed(&self) -> Vec<MeetingLine> {
        let mut lines = Vec::new();
        let (bodies, between) = (self.bodies(), self.between());
        for (number, verdict, event) in self.page.rows("kind:event") {
            let Some(date) = event.leaf("date") else { continue };
            let is_news = bounds(date).is_some_and(|days| self.is_news(days).truth != Truth::No);
            let state = EventState::of(&event, self.page.view.day());
            let is_ours = self.class(&event, &bodies, &between) == Some(1);
            let is_open = is_news && state == EventState::NotConfirmed;
            if number == self.meeting.number || !is_ours || !is_open {
                continue;
            }
            let text = format!("{} ({})", self.page.name(&event), state.label(&self.page.lang));
            let cite = kept(supporting(&event, "date"));
            let id = event.leaf("id").unwrap_or_default();
            lines.push(self.line(MeetingPart::Unknown, (date, text), (id, verdict), cite));
        }
        lines.truncate(ANNOUNCED);
        lines
    }
}
