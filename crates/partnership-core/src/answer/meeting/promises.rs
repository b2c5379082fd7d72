//! What is due and what is overdue, from the ledger.

use super::{MeetingLine, MeetingPart, Sheet, Told};
use crate::answer::told::kept;
use crate::answer::words::amount_in;
use crate::answer::{Promise, TargetRow, share};
use crate::describe::Struct;
use crate::model::ClauseForm;
use crate::order::Order;
use crate::promise::{DerivedStatus, Measured, Score, TargetResult};
use crate::sorted::SortedMap;
use crate::value::{Day, Point};
use crate::view::{Verdict, bounds, supporting};

/// Lines that the pages have room for.
const DUE: usize = 8;
const OVERDUE: usize = 6;
/// A plan whose years end within so many days ends soon.
const SOON: i32 = 400;

impl Sheet<'_> {
    /// Promises whose deadline lies ahead, and plans whose years end soon, the next first.
    pub(super) fn due(&self) -> Told {
        let day = self.page.view.day();
        let mut lines: Vec<(Day, MeetingLine)> = self.ending(day);
        let ahead = self.once(|promise| {
            use DerivedStatus::{Ended, Met, Missed, Overdue, Unsettled};
            let is_open =
                !matches!(promise.derived.status, Ended | Met | Missed | Overdue | Unsettled);
            promise.derived.last_day.filter(|last| is_open && *last >= day)
        });
        let told = |(last, promise)| (last, self.told(MeetingPart::Due, promise));
        lines.extend(ahead.into_iter().map(told));
        lines.order_by(|(a, x), (b, y)| a.cmp(b).then_with(|| x.id.cmp(&y.id)));
        cut(lines.into_iter().map(|(_, line)| line).collect(), DUE)
    }

    /// Promises whose deadline has passed, and of which nothing says that they were kept, the newest first.
    pub(super) fn overdue(&self) -> Told {
        use DerivedStatus::{Missed, Overdue, Unsettled};
        let passed = self.once(|promise| {
            let is_open = matches!(promise.derived.status, Missed | Overdue | Unsettled);
            promise.derived.last_day.filter(|_| is_open)
        });
        let told = |(last, promise)| (last, self.told(MeetingPart::Overdue, promise));
        let mut lines: Vec<(Day, MeetingLine)> = passed.into_iter().map(told).collect();
        lines.order_by(|(a, x), (b, y)| b.cmp(a).then_with(|| x.id.cmp(&y.id)));
        cut(lines.into_iter().map(|(_, line)| line).collect(), OVERDUE)
    }

    /// Promises of which some day is told and that were made before the meeting. Of those that say the same again the one that
    /// is most of a clause, and of several the first.
    fn once(&self, of: impl Fn(&Promise) -> Option<Day>) -> Vec<(Day, &Promise)> {
        let all = self.promises.iter().filter(|promise| self.is_made(promise));
        let told = all.filter_map(|promise| Some((of(promise)?, promise)));
        let mut kept: SortedMap<&str, (Day, &Promise)> = SortedMap::default();
        for (day, promise) in told {
            let told = kept.or_insert_with(self.origin(promise), || (day, promise));
            if rank(promise) < rank(told.1) {
                *told = (day, promise);
            }
        }
        kept.into_values().collect()
    }

    /// The id of the first promise that says the same.
    fn origin<'p>(&'p self, promise: &'p Promise) -> &'p str {
        let mut at = promise;
        // A promise restates an earlier one: the way back ends, and is never longer than there are promises.
        for _ in &self.promises {
            let Some(earlier) = &at.restates else { break };
            let Some(found) = self.promises.iter().find(|one| one.id == earlier.as_str()) else {
                break;
            };
            at = found;
        }
        &at.id
    }

    /// What a meeting brings forth takes no part in its own preparation.
    pub(super) fn is_made(&self, promise: &Promise) -> bool {
        promise.made.as_ref().is_none_or(|made| made.first() < self.meeting.first)
    }

    /// The plans of the sides whose years end soon.
    fn ending(&self, day: Day) -> Vec<(Day, MeetingLine)> {
        let mut lines = Vec::new();
        let sides = self.page.sides();
        for (_, _, record) in self.page.rows("kind:instrument form:plan-of-action") {
            let days = record.leaf("span").and_then(bounds);
            let is_soon = days.is_some_and(|days| {
                days.start_first <= day && days.end_last >= day && days.end_last <= day.plus(SOON)
            });
            let (Some(span), Some(days)) = (record.leaf("span").filter(|_| is_soon), days) else {
                continue;
            };
            if sides.are_joined_in(&record) {
                continue;
            }
            let name = self.page.name(&record);
            let text = match self.page.lang.as_str() {
                "ko" => format!("{name}: 대상 기간이 끝남"),
                _ => format!("{name}: its years end"),
            };
            let told = (span.rsplit('/').next().unwrap_or_default(), text);
            let sure = (record.leaf("id").unwrap_or_default(), Verdict::YES);
            let cite = kept(supporting(&record, "span"));
            lines.push((days.end_last, self.line(MeetingPart::Due, told, sure, cite)));
        }
        lines
    }

    fn told(&self, part: MeetingPart, promise: &Promise) -> MeetingLine {
        let by = || promise.target.iter().find_map(|target| target.by.as_ref());
        let lead = promise.due.as_ref().or_else(by).map(Point::to_string).unwrap_or_default();
        let whose: Vec<String> = promise.obligor.iter().map(|one| self.short(&one.id)).collect();
        let mut text = promise.label.clone();
        if !whose.is_empty() {
            text += &format!(" ({})", whose.join(", "));
        }
        let mut told: Vec<String> = promise.target.iter().map(|one| self.scored(one)).collect();
        // Of a number that is open its figures tell enough.
        let mut scores = promise.target.iter().flat_map(|target| &target.score);
        let is_open = promise.derived.status == DerivedStatus::Open;
        if !is_open || !scores.any(|score| score.latest.is_some()) {
            told.insert(0, self.stands(promise));
        }
        text += &format!(": {}", told.join("; "));
        let verdict = why(promise);
        self.line(part, (lead, text), (&promise.id, verdict), cites(promise))
    }

    /// How it stands, in words that need no table.
    fn stands(&self, promise: &Promise) -> String {
        use DerivedStatus::{Open, Overdue};
        match promise.derived.status {
            Overdue if promise.target.is_empty() => self.word(
                "overdue, nothing in the record says that it was done",
                "기한 경과, 이행되었다는 기록 없음",
            ),
            Open => self.word("no work on it in the record", "이행 사업 기록 없음"),
            status => status.label(&self.page.lang).into_owned(),
        }
    }

    /// A number that is to be reached, and how far each reporter's figures go.
    fn scored(&self, target: &TargetRow) -> String {
        let amount = amount_in(&target.value.to_string(), 0, "", &self.page.lang);
        let told = target.score.iter().filter_map(|score| self.reached(target, score));
        let told: Vec<String> = told.collect();
        let all = format!("{}: {amount}", target.what);
        if told.is_empty() { all } else { format!("{all} – {}", told.join("; ")) }
    }

    fn reached(&self, target: &TargetRow, score: &Score) -> Option<String> {
        let who = score.reporter_label.as_deref().map(|who| format!("{who} "));
        let who = who.unwrap_or_default();
        let result = score.result.label(&self.page.lang);
        match (score.result, &score.decided_by, &score.latest) {
            (TargetResult::Pending, _, Some(latest)) => {
                Some(format!("{who}{}", self.figure(latest)))
            }
            (TargetResult::Pending, ..) => None,
            (_, Some(decided), _) => Some(format!("{who}{}, {result}", self.figure(decided))),
            (_, None, latest) => {
                let by = target.by.as_ref().map(Point::to_string).unwrap_or_default();
                let latest = latest.as_ref().map(|latest| format!(" ({})", self.figure(latest)));
                Some(format!("{who}{by} {result}{}", latest.unwrap_or_default()))
            }
        }
    }

    /// `2020: 143.9 billion USD, 71.92–71.98 %`.
    fn figure(&self, measured: &Measured) -> String {
        let facts = measured.fact.iter();
        let printed = facts.map(|one| amount_in(&one.value.to_string(), 0, "", &self.page.lang));
        let printed: Vec<String> = printed.collect();
        let share = match self.page.lang.as_str() {
            "ko" => format!("목표의 {}", share(measured.share)),
            _ => format!("{} of it", share(measured.share)),
        };
        format!("{}: {}, {share}", measured.period, printed.join(" + "))
    }
}

/// How much of a clause a promise is, the most first; then when it was made.
fn rank(promise: &Promise) -> (u8, Option<Day>) {
    use ClauseForm::{Area, Heading, Line, LineInPart, NumberOnly, Paragraph, Pledge, Provision};
    let form = match promise.form {
        Some(Line) => 0,
        Some(LineInPart) => 1,
        Some(Paragraph) => 2,
        Some(Provision) => 3,
        Some(Pledge) => 4,
        Some(Area) => 5,
        Some(Heading | NumberOnly) | None => 6,
    };
    (form, promise.made.as_ref().map(Point::first))
}

/// How sure it is that the promise belongs there and stands so.
fn why(promise: &Promise) -> Verdict {
    let reasons = promise.why.iter().chain(&promise.derived.why);
    reasons.fold(Verdict::YES, |all, why| all.and(Verdict::maybe(*why)))
}

/// What supports the promise and its deadline, then the figures.
fn cites(promise: &Promise) -> Vec<Struct<'static>> {
    let tells = |cite: &&Struct<'static>| {
        let fields = cite.list("fields");
        let is_of = |field: &str| fields.iter().any(|name| name.as_str() == Some(field));
        fields.is_empty() || ["name", "due", "value"].into_iter().any(is_of)
    };
    let numbers = promise.target.iter().flat_map(|target| &target.cite).filter(tells).take(1);
    let own = promise.cite.iter().filter(tells).take(1);
    let mut all: Vec<Struct<'static>> = own.chain(numbers).cloned().collect();
    for score in promise.target.iter().flat_map(|target| &target.score) {
        let measured = score.decided_by.iter().chain(&score.latest).take(1);
        let facts = measured.flat_map(|measured| &measured.fact);
        all.extend(facts.flat_map(|fact| fact.cite.iter().take(1)).cloned());
    }
    all
}

/// The first lines, and how many more there are.
pub(super) fn cut(mut lines: Vec<MeetingLine>, room: usize) -> Told {
    let more = lines.len().saturating_sub(room);
    lines.truncate(room);
    (lines, more)
}
