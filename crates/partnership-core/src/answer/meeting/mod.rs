//! The two pages for a meeting: what is due, what changed, who holds which post, what both sides count, what is open.
//! Every line names a record and its sources.

mod changes;
mod figures;
mod find;
mod open;
mod posts;
mod promises;
mod said;

use partnership_derive::Described;

use super::brief::Page;
use super::pillars::short;
use super::words::say;
use super::{Answer, Promise, Row};
use crate::describe::Struct;
use crate::query::{Plan, QueryError};
use crate::value::{Day, Truth};
use crate::view::{Verdict, View, Why};
use find::Meeting;

/// A line of the two pages for a meeting.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct MeetingLine {
    /// How sure it is.
    #[described(required)]
    pub truth: Truth,
    /// Why not surer.
    pub why: Vec<Why>,
    /// The part of the pages in which it stands.
    #[described(required)]
    pub part: MeetingPart,
    /// What stands first and sets the line apart: a date, a post, a side; may be empty.
    pub lead: String,
    /// What it says, in the language of the view where the record holds it.
    #[described(required)]
    pub text: String,
    /// The record that it is of.
    #[described(required)]
    pub id: String,
    /// Whether nothing but the press supports it.
    #[described(required)]
    pub press: bool,
    /// What supports it: two places at most.
    pub cite: Vec<Struct<'static>>,
}

/// The parts of the two pages, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum MeetingPart {
    /// The meeting, and the one before it with what came of it.
    #[described(ko = "회의")]
    Meeting,
    /// What is to be done, and by when.
    #[described(ko = "기한이 다가오는 것")]
    Due,
    /// What was to be done by now, and is not known to be done.
    #[described(ko = "기한이 지난 것")]
    Overdue,
    /// What changed since the meeting before.
    #[described(ko = "그동안 달라진 것")]
    Changed,
    /// Who holds which post on the day.
    #[described(ko = "직위")]
    Posts,
    /// What each side counts, and how far they are apart.
    #[described(ko = "양측의 통계")]
    Figures,
    /// Where sources, or statuses, do not agree.
    #[described(ko = "서로 다른 것")]
    Disagreements,
    /// What each side said last.
    #[described(ko = "양측의 최근 발언")]
    Said,
    /// What the record does not tell.
    #[described(ko = "알 수 없는 것")]
    Unknown,
}

impl MeetingPart {
    /// Its heading, in English or (with `ko`) in Korean.
    #[must_use]
    pub fn title(self, lang: &str) -> &'static str {
        let (english, korean) = match self {
            Self::Meeting => ("The meeting", "회의"),
            Self::Due => ("What is due", "기한이 다가오는 것"),
            Self::Overdue => ("What is overdue, or was missed", "기한이 지났거나 미달한 것"),
            Self::Changed => ("What changed since the meeting before", "직전 회의 이후 달라진 것"),
            Self::Posts => ("Who holds which post on the day", "그날의 재임자"),
            Self::Figures => ("Figures of both sides, and the gap", "양측의 통계와 차이"),
            Self::Disagreements => ("What is not agreed", "서로 다른 것"),
            Self::Said => ("What each side said last", "양측의 최근 발언"),
            Self::Unknown => ("What is not known", "알 수 없는 것"),
        };
        say(lang, english, korean)
    }
}

/// What the lines of the pages are made from.
struct Sheet<'v> {
    /// The view on its day.
    page: Page<'v>,
    /// The same without a day: what lies ahead, and what was before.
    ahead: Page<'v>,
    meeting: Meeting,
    /// After this day a change is news.
    since: Day,
    /// The last day before the meeting, or that of the view if it is earlier.
    until: Day,
    promises: Vec<Promise>,
}

impl View<'_> {
    /// The two pages for a meeting, or for the next meeting of a forum: what is due and overdue, what changed since the meeting
    /// of the forum before it (or since a day), who holds which post, what both sides count and how far apart, open
    /// disagreements, what each side said last, and what is not known. A view without a day takes that of the meeting;
    /// what comes of the meeting itself takes no part. The same view always gives the same pages.
    ///
    /// # Errors
    /// When the id is of no meeting and of no forum with a next one, when the meeting has no day, or lies before `since`.
    pub fn brief_for(&self, meeting: &str, since: Option<Day>) -> Result<Answer, QueryError> {
        let open = self.moved(None);
        let ahead = Page::of(&open);
        let found = Meeting::find(&ahead, self, meeting)?;
        let day = self.valid_on().unwrap_or(found.first);
        let until = found.first.plus(-1).min(day);
        let since = match since {
            Some(since) if since > until => return Err(found.is_before(meeting, since)),
            Some(since) => since,
            // A year, where no meeting before it is held.
            None => found.before.as_ref().map_or(found.first.plus(-365), |before| before.last),
        };
        let view = self.moved(Some(day));
        let text = format!("for:{} since:{since}", found.id);
        if !found.is_known {
            let answer = Answer::new(&view, "brief", &text, Vec::new());
            let plan = Plan::parse(&format!("id:{}", found.id), self.dataset())?;
            return Ok(answer.because(super::envelope::why_empty(&open, &plan)));
        }
        let promises = view.promises(&Plan::parse("kind:commitment", view.dataset())?);
        let page = Page::of(&view);
        let sheet = Sheet { page, ahead, meeting: found, since, until, promises };
        let (rows, notes) = sheet.rows();
        let rows = rows.into_iter().map(|line| Row::Meeting(Box::new(line)));
        let answer = Answer::new(&view, "brief", &text, rows.collect());
        Ok(notes.into_iter().fold(answer, Answer::note))
    }
}

/// Lines of a part, and how many more there would be.
type Told = (Vec<MeetingLine>, usize);

impl Sheet<'_> {
    fn rows(&self) -> (Vec<MeetingLine>, Vec<String>) {
        let mut notes = vec![match self.page.lang.as_str() {
            "ko" => format!("달라진 것: {} 이후 {}까지", self.since, self.until),
            _ => format!("changes are those after {} and up to {}", self.since, self.until),
        }];
        let mut lines = self.heading();
        let (posts, vacant) = self.posts();
        let day = self.page.view.day();
        let parts = [
            (self.due(), format!("partnership commitments --on {day}")),
            (self.overdue(), format!("partnership commitments --overdue --on {day}")),
            (self.changes(), format!("partnership timeline date:{}..{}", self.since, self.until)),
            ((posts, 0), String::new()),
            ((self.figures(), 0), String::new()),
            (self.disagreements(), format!("partnership commitments --on {day}")),
            (self.said(), format!("partnership timeline kind:claim date:..{}", self.until)),
            ((self.unknown(vacant), 0), String::new()),
        ];
        for ((told, more), command) in parts {
            if let (Some(first), true) = (told.first(), more > 0) {
                notes.push(self.more(first.part, more, &command));
            }
            lines.extend(told);
        }
        if self.page.view.known().is_none() && day < self.page.view.dataset().manifest().checked() {
            notes.push(self.word(
                "sources that came out after the day are told, too; `--known-on DATE` leaves them out",
                "그날 이후에 나온 출처도 쓰임, `--known-on 날짜`로 제외",
            ));
        }
        notes.push(self.word(
            "what the record as a whole lacks, `partnership brief` and `partnership wanted` tell",
            "기록 전체에 없는 것은 `partnership brief`와 `partnership wanted`에 있음",
        ));
        (lines, notes)
    }

    fn more(&self, part: MeetingPart, more: usize, command: &str) -> String {
        let part = part.label(&self.page.lang);
        match self.page.lang.as_str() {
            "ko" => format!("{part}: {more}건 더 있음, `{command}`"),
            _ => format!("{part}: {more} more, see `{command}`"),
        }
    }

    /// The acronym of a party, where it has one, else its name.
    fn short(&self, id: &str) -> String {
        let dataset = self.page.view.dataset();
        let Some(number) = dataset.find(id) else { return id.to_owned() };
        let record = self.page.view.shown(number);
        short(&record, &self.page.name(&record))
    }

    fn word(&self, english: &str, korean: &str) -> String {
        self.page.word(english, korean)
    }

    fn line(
        &self,
        part: MeetingPart,
        (lead, text): (impl Into<String>, impl Into<String>),
        (id, verdict): (&str, Verdict),
        cite: Vec<Struct<'static>>,
    ) -> MeetingLine {
        let is_press = |cite: &Struct<'_>| {
            let source = cite.leaf("source").unwrap_or_default();
            self.page.view.lens().tier(source).as_deref() == Some("press")
        };
        MeetingLine {
            truth: verdict.truth,
            why: verdict.reasons().collect(),
            part,
            lead: lead.into(),
            text: text.into(),
            id: id.to_owned(),
            press: !cite.is_empty() && cite.iter().all(is_press),
            cite: places(cite),
        }
    }
}

/// The first two places, each once.
fn places(cites: Vec<Struct<'static>>) -> Vec<Struct<'static>> {
    let mut places: Vec<Struct<'static>> = Vec::new();
    for cite in cites {
        let is_same = |known: &Struct<'_>| {
            ["source", "at"].iter().all(|field| known.leaf(field) == cite.leaf(field))
        };
        if places.len() < 2 && !places.iter().any(is_same) {
            places.push(cite);
        }
    }
    places
}
