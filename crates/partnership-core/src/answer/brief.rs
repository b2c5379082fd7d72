//! The briefing: one page on a partnership, made from the record alone. Every line names a record and its sources.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::coverage;
use super::sides::Sides;
use super::told::kept;
use super::words::{plain, say, unnamed};
use super::{Answer, Row};
use crate::describe::{Node, Struct};
use crate::model::{Kind, label};
use crate::query::{Plan, eval, linked};
use crate::value::{Day, Truth};
use crate::view::{EventState, Verdict, View, bounds, supporting};

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

/// Texts that a page has room for, and so on.
const TEXTS: usize = 10;
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
    links: OnceCell<BTreeMap<&'v str, usize>>,
    pub(super) sides: OnceCell<Sides>,
}

impl<'v> Page<'v> {
    fn of(view: &'v View<'v>) -> Self {
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
            _ if number == 1 => format!("1 {english}"),
            _ => format!("{number} {english}s"),
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
            lines.push(Line { verdict, ..self.line("", text, &record, cite) });
            // The level of the day is the last that had begun by then.
            let day = self.view.day();
            let level = record.parts("level").filter(|level| begun(level, day) != Truth::No).last();
            if let Some(level) = level {
                let date = level.leaf("date").unwrap_or_default();
                let name = plain(level.get("name").unwrap_or(&Node::List(Vec::new())), &self.lang);
                let lead = self.word("Level now", "현재 단계");
                lines.push(self.line(
                    lead,
                    format!("{name}, {}", self.since(date)),
                    &record,
                    kept(level.parts("cite")),
                ));
            }
        }
        lines
    }

    /// The text that set up the level of the day; plans, visions and policies whose years hold on it; what is in force.
    fn texts(&self) -> Vec<Line> {
        let day = self.view.day();
        let mut lines: Vec<(usize, Line)> = Vec::new();
        for (_, _, partnership) in self.rows("kind:partnership") {
            let level =
                partnership.parts("level").filter(|level| begun(level, day) != Truth::No).last();
            let by = level.and_then(|level| Some((level, level.leaf("by")?, level.leaf("date")?)));
            let is_text = |id: &str| {
                let dataset = self.view.dataset();
                dataset.find(id).is_some_and(|number| dataset.kind(number) == Kind::Instrument)
            };
            if let Some((level, by, date)) = by.filter(|(_, by, _)| is_text(by)) {
                let lead = self.since(date);
                let line = self.line(lead, self.named(by), &partnership, kept(level.parts("cite")));
                lines.push((usize::MAX, Line { id: by.to_owned(), ..line }));
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
            let span = record.leaf("span");
            let running = span.and_then(bounds).map(|days| days.holds_on(day));
            let forced = record.parts("step").any(|step| {
                step.leaf("action") == Some("in-force") && begun(step, day) == Truth::Yes
            });
            let held = match running {
                Some(truth) => truth,
                None if forced => Truth::Yes,
                None => Truth::No,
            };
            if held == Truth::No || lines.iter().any(|(_, line)| line.id == id) {
                continue;
            }
            let lead = span.map_or_else(|| self.word("in force", "발효"), str::to_owned);
            let cite = kept(supporting(&record, if span.is_some() { "span" } else { "name" }));
            let line = Line {
                verdict: verdict.and(Verdict::of(held, crate::view::Why::FactDate)),
                ..self.line(lead, self.name(&record), &record, cite)
            };
            lines.push((self.weight(id), line));
        }
        lines.sort_by(|(a, x), (b, y)| b.cmp(a).then_with(|| x.id.cmp(&y.id)));
        lines.into_iter().take(TEXTS).map(|(_, line)| line).collect()
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
        lines.sort_by(|(a, x), (b, y)| a.cmp(b).then_with(|| x.id.cmp(&y.id)));
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
        let lines = kept;
        lines.into_iter().take(NEXT).map(|(_, line)| line).collect()
    }

    /// The limits that the dataset states, announced numbers of which less is held, and what was looked for in vain.
    fn gaps(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for limit in &self.view.dataset().manifest().limits {
            let text = limit.best(self.view.language()).map_or("", |(_, text)| text).to_owned();
            let id = self.view.dataset().manifest().slug().to_owned();
            lines.push(Line {
                lead: String::new(),
                text,
                id,
                verdict: Verdict::YES,
                cite: Vec::new(),
            });
        }
        // Of each text, project and fund the number with most missing, first of those to which most others refer; numbers
        // of a day that is past are of that day.
        let mut announced: Vec<(usize, Line)> = Vec::new();
        let all = "kind:instrument,project,fund,event";
        for (_, _, record) in self.rows_within(all, "count.value:any") {
            let mut open = coverage::of(self.view, &record);
            open.retain(|entry| entry.missing.is_some_and(|missing| missing > 0));
            open.sort_by_key(|entry| std::cmp::Reverse(entry.cite.len()));
            open.truncate(1);
            for entry in open {
                let text = format!("{}: {}", self.name(&record), entry.said(&self.lang));
                let weight = self.weight(record.leaf("id").unwrap_or_default());
                announced.push((weight, self.line("", text, &record, entry.cite)));
            }
        }
        announced.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        lines.extend(announced.into_iter().take(GAPS).map(|(_, line)| line));
        let mut texts = self.rows("kind:instrument text:not-found");
        texts.sort_by_cached_key(|(_, _, record)| {
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
