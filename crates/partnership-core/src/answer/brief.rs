//! The briefing: one page on a partnership, made from the record alone. Every line names a record and its sources.

use std::cell::OnceCell;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::coverage;
use super::sides::Sides;
use super::told::kept;
use super::words::{plain, say, unnamed};
use super::{Answer, Row};
use crate::describe::{Node, Struct};
use crate::model::{Kind, label};
use crate::order::Order;
use crate::query::{Plan, eval, linked};
use crate::sorted::SortedMap;
use crate::value::{Day, Truth};
use crate::view::{EventState, Verdict, View, Why, bounds, supporting};

/// A section of a briefing.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Section {
    /// Its heading, in the language of the view.
    pub title: String,
    /// Its lines; a section without any is left out.
    pub line: Vec<Line>,
}

/// A line of a briefing.
#[derive(Clone, Debug)]
pub struct Line {
    /// What stands first and sets the line apart: a date, a pillar, an amount; may be empty.
    pub lead: String,
    /// What it says, in the language of the view where the record holds it.
    pub text: String,
    /// The record that it is of.
    pub id: String,
    /// How sure it is.
    pub verdict: Verdict,
    /// What supports it.
    pub cite: Vec<Struct<'static>>,
}

impl Serialize for Line {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        self.verdict.entries(&mut map)?;
        map.serialize_entry("lead", &self.lead)?;
        map.serialize_entry("text", &self.text)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("cite", &self.cite)?;
        map.end()
    }
}

/// Texts that a page has room for beside those in force, and so on.
const TEXTS: usize = 6;
/// What is to stand before all plans and policies, however many records refer to them.
const WEIGHTY: usize = usize::MAX >> 1;
const NEXT: usize = 8;
/// A meeting that was not confirmed is told of for so many days.
const RECENT: i32 = 120;
const GAPS: usize = 6;

impl View<'_> {
    /// One page on the partnership: what it is, milestones, texts now, pillars with what is held under each, funds,
    /// figures with their reporters, what comes next, gaps. The same view always gives the same page.
    pub fn brief(&self) -> Answer {
        let page = Page::of(self);
        let sections = [
            (page.word("The partnership", "동반자 관계"), page.partnership()),
            (page.word("Milestones", "주요 연혁"), page.milestones()),
            (page.word("Texts now", "현행 문서"), page.texts()),
            (page.word("Pillars, and what is held under each", "분야별 사업"), page.pillars()),
            (page.word("Funds", "기금"), page.funds()),
            (page.word("Figures, by reporter", "통계 (작성 기관별)"), page.figures()),
            (page.word("What comes next", "다음 일정"), page.next()),
            (page.word("What the record does not hold", "기록에 없는 것"), page.gaps()),
        ];
        let rows = sections.into_iter().filter(|(_, line)| !line.is_empty());
        let rows = rows.map(|(title, line)| Row::Section(Section { title, line }));
        let answer = Answer::new(self, "brief", "", rows.collect());
        if answer.rows().is_empty() {
            let plan = Plan::parse("", self.dataset());
            return match plan {
                Ok(plan) => answer.because(super::envelope::why_empty(self, &plan)),
                Err(_) => answer,
            };
        }
        answer
    }
}

pub(super) struct Page<'v> {
    pub(super) view: &'v View<'v>,
    pub(super) lang: String,
    /// How many records refer to each, from the first time that it is asked for.
    links: OnceCell<SortedMap<&'v str, usize>>,
    pub(super) sides: OnceCell<Sides>,
}

impl<'v> Page<'v> {
    pub(super) fn of(view: &'v View<'v>) -> Self {
        Self {
            view,
            lang: view.language().to_string(),
            links: OnceCell::new(),
            sides: OnceCell::new(),
        }
    }

    /// How many records refer to one: what matters is what others rest on.
    pub(super) fn weight(&self, id: &str) -> usize {
        let links = self.links.get_or_init(|| linked::counts(self.view));
        links.get(id).copied().unwrap_or_default()
    }

    /// The same view without a day of validity.
    pub(super) fn without_day(&self) -> View<'_> {
        self.view.moved(None)
    }

    /// A fixed phrase in the language of the view.
    pub(super) fn word(&self, english: &str, korean: &str) -> String {
        say(&self.lang, english, korean).to_owned()
    }

    fn since(&self, date: &str) -> String {
        if self.lang == "ko" { format!("{date}부터") } else { format!("since {date}") }
    }

    /// A number with what it counts, in the language of the view.
    pub(super) fn counted(&self, number: usize, english: &str, korean: &str) -> String {
        match self.lang.as_str() {
            "ko" => format!("{korean} {number}"),
            _ => crate::error::counted(number, english),
        }
    }

    /// The records of a query; a query of ours is always one of the language.
    pub(super) fn found(&self, query: &str) -> Vec<(u32, Verdict)> {
        let plan = Plan::parse(query, self.view.dataset());
        plan.map(|plan| eval::rows(self.view, &plan)).unwrap_or_default()
    }

    /// The same as the view shows them.
    pub(super) fn rows(&self, query: &str) -> Vec<(u32, Verdict, Struct<'v>)> {
        self.found(query).into_iter().map(|found| self.row(found)).collect()
    }

    /// Of the rows of a query those that another one finds, too: how sure they are is only what the first says.
    pub(super) fn rows_within(&self, query: &str, within: &str) -> Vec<(u32, Verdict, Struct<'v>)> {
        let plan = Plan::parse(within, self.view.dataset());
        let within = plan.map(|plan| eval::numbers(self.view, &plan)).unwrap_or_default();
        let is_within =
            |number: u32| within.binary_search_by_key(&number, |(number, _)| *number).is_ok();
        let found = self.found(query).into_iter().filter(|(number, _)| is_within(*number));
        found.map(|found| self.row(found)).collect()
    }

    pub(super) fn row(&self, (number, verdict): (u32, Verdict)) -> (u32, Verdict, Struct<'v>) {
        (number, verdict, self.view.shown(number))
    }

    pub(super) fn name(&self, record: &Struct<'_>) -> String {
        let id = || unnamed(record.leaf("id").unwrap_or_default(), &self.lang);
        label(record, &self.lang).map_or_else(id, str::to_owned)
    }

    pub(super) fn named(&self, id: &str) -> String {
        self.view.name_of(id).unwrap_or_else(|| unnamed(id, &self.lang))
    }

    pub(super) fn line(
        &self,
        lead: impl Into<String>,
        text: impl Into<String>,
        record: &Struct<'_>,
        cite: Vec<Struct<'static>>,
    ) -> Line {
        let id = record.leaf("id").unwrap_or_default().to_owned();
        Line { lead: lead.into(), text: text.into(), id, verdict: Verdict::YES, cite: few(cite) }
    }

    fn partnership(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for (_, verdict, record) in self.rows("kind:partnership") {
            // A summary is of today; a view on a day tells its level instead.
            let summary = record.get("summary").filter(|_| self.view.valid_on().is_none());
            let summary = summary.and_then(|text| text.text(&self.lang));
            let text = match summary {
                Some(summary) => format!("{}: {summary}", self.name(&record)),
                None => self.name(&record),
            };
            let cite = kept(supporting(&record, "summary").chain(supporting(&record, "name")));
            // Of what has no name yet the title of the page says enough.
            if summary.is_some() || label(&record, &self.lang).is_some() {
                lines.push(Line { verdict, ..self.line("", text, &record, cite) });
            }
            if let Some((level, verdict)) = self.level(&record) {
                let date = level.leaf("date").unwrap_or_default();
                let name = plain(level.get("name").unwrap_or(&Node::List(Vec::new())), &self.lang);
                let lead = self.word("Level now", "현재 단계");
                let text = format!("{name}, {}", self.since(date));
                let line = self.line(lead, text, &record, kept(level.parts("cite")));
                lines.push(Line { verdict, ..line });
            }
        }
        lines
    }

    /// The level of the day, the last that had begun by then, and how surely it is that.
    fn level<'r, 'n>(&self, record: &'r Struct<'n>) -> Option<(&'r Struct<'n>, Verdict)> {
        let begun = |level: &Struct<'_>| Verdict::of(begun(level, self.view.day()), Why::FactDate);
        let levels = self.parts(record, "level").into_iter();
        let mut levels = levels.map(|(level, held)| (level, held.and(begun(level))));
        levels.rfind(|(_, verdict)| verdict.truth != Truth::No)
    }

    /// The text that set up the level of the day; plans, visions and policies whose years hold on it; what is in force.
    fn texts(&self) -> Vec<Line> {
        let day = self.view.day();
        let mut lines: Vec<(usize, Line)> = Vec::new();
        for (_, _, partnership) in self.rows("kind:partnership") {
            let is_text = |id: &str| {
                let dataset = self.view.dataset();
                dataset.find(id).is_some_and(|number| dataset.kind(number) == Kind::Instrument)
            };
            let Some((level, verdict)) = self.level(&partnership) else { continue };
            let (by, date) = (level.leaf("by"), level.leaf("date"));
            if let (Some(by), Some(date)) = (by.filter(|by| is_text(by)), date) {
                let lead = self.since(date);
                let line = self.line(lead, self.named(by), &partnership, kept(level.parts("cite")));
                lines.push((usize::MAX, Line { id: by.to_owned(), verdict, ..line }));
            }
        }
        let sides = self.sides();
        let within = format!("span:{day} OR step.action:in-force");
        let all = "kind:instrument -form:list -form:negotiation";
        for (_, verdict, record) in self.rows_within(all, &within) {
            let id = record.leaf("id").unwrap_or_default();
            if sides.are_apart_from(&record) {
                continue;
            }
            if lines.iter().any(|(_, line)| line.id == id) {
                continue;
            }
            // A treaty may have both: what it says of its years is of now, else that it entered into force.
            let span = record.leaf("span").and_then(|span| Some((span, bounds(span)?)));
            let mut text = self.name(&record);
            let (lead, held, cite) = match (span, self.in_force(&record)) {
                (Some((span, days)), _) => {
                    let held = Verdict::of(days.holds_on(day), Why::FactDate);
                    (span.to_owned(), held, kept(supporting(&record, "span")))
                }
                (None, Some((step, held))) => {
                    text += &format!(" ({})", self.word("in force", "발효"));
                    let lead = step.leaf("date").map(|date| self.since(date));
                    (lead.unwrap_or_default(), held, kept(step.parts("cite")))
                }
                (None, None) => continue,
            };
            if held.truth == Truth::No {
                continue;
            }
            let line = self.line(lead, text, &record, cite);
            // All that is in force is told of; of plans and policies those to which most others refer.
            let weight = if span.is_none() { WEIGHTY } else { 0 } + self.weight(id);
            lines.push((weight, Line { verdict: verdict.and(held), ..line }));
        }
        lines.order_by(|(a, x), (b, y)| b.cmp(a).then_with(|| x.id.cmp(&y.id)));
        let forced = lines.iter().filter(|(weight, _)| *weight >= WEIGHTY).count();
        let mut lines: Vec<_> = lines.into_iter().map(|(_, line)| line).collect();
        self.cut(&mut lines, forced + TEXTS);
        lines
    }

    /// The step by which a text is in force on the day, the first of the surest, and how surely it is.
    fn in_force<'r, 'n>(&self, record: &'r Struct<'n>) -> Option<(&'r Struct<'n>, Verdict)> {
        let day = self.view.day();
        let mut best: Option<(&Struct<'_>, Verdict)> = None;
        for (step, held) in self.parts(record, "step") {
            let mut held = held.and(Verdict::of(begun(step, day), Why::FactDate));
            if self.view.lens().announced_only(step) {
                held = held.and(Verdict::maybe(Why::Announced));
            }
            let surer = best.is_none_or(|(_, best)| held.truth > best.truth);
            if step.leaf("action") == Some("in-force") && held.truth != Truth::No && surer {
                best = Some((step, held));
            }
        }
        best
    }

    /// Leaves of lines those for which there is room, and says how many more there are.
    pub(super) fn cut(&self, lines: &mut Vec<Line>, room: usize) {
        let more = lines.len().saturating_sub(room);
        // A line that says there is one more takes as much room as the one.
        if more < 2 {
            return;
        }
        lines.truncate(room);
        lines.push(self.remark(
            String::new(),
            match self.lang.as_str() {
                "ko" => format!("외 {more}건"),
                _ => format!("and {more} more"),
            },
        ));
    }

    /// A line of the dataset itself.
    fn remark(&self, lead: String, text: String) -> Line {
        let id = self.view.dataset().manifest().slug().to_owned();
        Line { lead, text, id, verdict: Verdict::YES, cite: Vec::new() }
    }

    /// What lies ahead of the day: meetings, deadlines, targets; and meetings whose day has passed unconfirmed.
    fn next(&self) -> Vec<Line> {
        // What lies ahead of a day is no part of a view on it: the same record is asked without one.
        let day = self.view.day();
        let ahead = self.without_day();
        let page = Page::of(&ahead);
        let checked = self.view.dataset().manifest().checked();
        let mut lines: Vec<(Day, Line)> = Vec::new();
        let recent = day.plus(-RECENT);
        let within = format!(
            "date:{recent}.. OR status.date:{recent}.. OR due:{day}.. OR target.by:{day}.."
        );
        let all = "kind:event,instrument,commitment,project";
        for (number, verdict, record) in page.rows_within(all, &within) {
            let state = (record.of.name == "event").then(|| EventState::of(&record, day));
            for moment in page.view.moments(number, verdict, &record) {
                // Of the years after an earlier day only the next is what came next; of now, all that is planned.
                let near =
                    moment.days.start_first <= day.plus(400) || moment.days.start_first > checked;
                let ahead = moment.kind == Kind::Event && moment.days.start_first > day && near;
                let due = (moment.what == "due" || moment.what == "target")
                    && moment.days.end_last >= day;
                let recent = state == Some(EventState::NotConfirmed)
                    && moment.days.end_last.plus(RECENT) >= day;
                if ahead || due || recent {
                    let text = if recent {
                        format!("{} ({})", moment.label, EventState::NotConfirmed.label(&self.lang))
                    } else if due {
                        format!("{} ({})", moment.text(), moment.said)
                    } else {
                        moment.label
                    };
                    let line = Line {
                        lead: moment.date,
                        text,
                        id: moment.id,
                        verdict: moment.verdict,
                        cite: few(moment.cite),
                    };
                    lines.push((moment.days.end_last, line));
                }
            }
        }
        lines.order_by(|(a, x), (b, y)| a.cmp(b).then_with(|| x.id.cmp(&y.id)));
        // A deadline and the number that is due by it are one line: the one that gives the number.
        let mut kept: Vec<(Day, Line)> = Vec::new();
        for (day, line) in lines {
            match kept.iter_mut().find(|(_, other)| other.id == line.id && other.lead == line.lead)
            {
                Some((_, other)) if line.text.len() > other.text.len() => *other = line,
                Some(_) => {}
                None => kept.push((day, line)),
            }
        }
        let mut lines: Vec<_> = kept.into_iter().map(|(_, line)| line).collect();
        self.cut(&mut lines, NEXT);
        lines
    }

    /// The limits that the dataset states, announced numbers of which less is held, and what was looked for in vain.
    fn gaps(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        // They are of the record as it is, and may tell of what an earlier day did not know.
        let manifest = self.view.dataset().manifest();
        let days = [self.view.valid_on(), self.view.known()];
        let as_of = match days.into_iter().flatten().any(|day| day < manifest.checked()) {
            true if self.lang == "ko" => format!("{} 기준", manifest.checked()),
            true => format!("as of {}", manifest.checked()),
            false => String::new(),
        };
        for limit in &manifest.limits {
            let text = limit.best(self.view.language()).map_or("", |(_, text)| text).to_owned();
            lines.push(self.remark(as_of.clone(), text));
        }
        // Of each text, project and fund the newest number of which less is held, first of those to which most others refer;
        // numbers of a day that is past are of that day.
        let mut announced: Vec<(usize, Line)> = Vec::new();
        let all = "kind:instrument,project,fund,event";
        for (_, _, record) in self.rows_within(all, "count.value:any") {
            if let Some(entry) = coverage::newest_open(self.view, &record) {
                let text = format!("{}: {}", self.name(&record), entry.said(&self.lang));
                let weight = self.weight(record.leaf("id").unwrap_or_default());
                announced.push((weight, self.line("", text, &record, entry.cite)));
            }
        }
        announced.order_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        let mut announced: Vec<_> = announced.into_iter().map(|(_, line)| line).collect();
        self.cut(&mut announced, GAPS);
        lines.extend(announced);
        let mut texts = self.rows("kind:instrument text:not-found");
        texts.order_by_kept_key(|(_, _, record)| {
            std::cmp::Reverse(self.weight(record.leaf("id").unwrap_or_default()))
        });
        let named = texts.iter().take(GAPS).map(|(_, _, record)| self.name(record));
        let mut unread: Vec<String> = named.collect();
        let more = texts.len().saturating_sub(GAPS);
        if more > 0 {
            unread.push(format!("{} {more}", self.word("and", "외")));
        }
        if let Some((_, _, first)) = texts.first() {
            let text = format!(
                "{}: {}",
                self.word("Full text not found", "전문을 찾지 못함"),
                unread.join("; ")
            );
            lines.push(self.line("", text, first, Vec::new()));
        }
        lines
    }
}

/// Whether something had begun by a day.
pub(super) fn begun(part: &Struct<'_>, day: Day) -> Truth {
    part.leaf("date").and_then(bounds).map_or(Truth::Maybe, |days| days.started_by(day))
}

/// A line has room for three citations.
pub(super) fn few(mut cites: Vec<Struct<'static>>) -> Vec<Struct<'static>> {
    cites.dedup_by(|a, b| a.leaf("source") == b.leaf("source") && a.leaf("at") == b.leaf("at"));
    cites.truncate(3);
    cites
}
