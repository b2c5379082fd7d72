//! The ledger of promises, and numbers that were to be reached.

use partnership_core::answer::{
    Assessed, Promise, Reported, Row, Served, Sum, TargetRow, amount_in, share,
};
use partnership_core::model::{Rung, Scheme};
use partnership_core::promise::{Measured, Score, TargetResult};
use partnership_core::value::{Point, Truth};
use partnership_core::view::Why;

use super::answer::Page;
use super::{Block, Entry, Tone, Words};

/// Each number with its scores.
pub(super) fn targets(page: &Page<'_>) -> Vec<Block> {
    let rows = page.answer.rows().iter().filter_map(|row| match row {
        Row::Target(row) => Some(row),
        _ => None,
    });
    let entries = rows.flat_map(|row| {
        let words = Words::default().with(Tone::Strong, &row.label);
        let head =
            words.with(Tone::Dim, format!(" ({})", row.id)).and(page.unsure(row.truth, &row.why));
        let numbers = page.target(row, 1);
        [Entry::new("", head)].into_iter().chain(numbers).collect::<Vec<_>>()
    });
    vec![Block::Rows(entries.collect())]
}

/// Each promise under its pillar.
pub(super) fn ledger(page: &Page<'_>) -> Vec<Block> {
    let rows = page.answer.rows().iter().filter_map(|row| match row {
        Row::Promise(row) => Some(row.as_ref()),
        _ => None,
    });
    let rows: Vec<&Promise> = rows.collect();
    let pillars = rows.chunk_by(|a, b| a.pillar == b.pillar);
    let blocks = pillars.flat_map(|pillar| {
        let name = pillar.first().and_then(|row| row.pillar.as_ref());
        let none = page.say("No pillar", "분야 없음");
        let heading = name.map_or(none, |pillar| pillar.label.as_str());
        let entries = pillar.iter().flat_map(|row| page.promise(row));
        [Block::Heading(heading.into()), Block::Rows(entries.collect())]
    });
    blocks.collect()
}

impl Page<'_> {
    fn promise(&self, row: &Promise) -> Vec<Entry> {
        let status = row.derived.status.label(&self.lang).into_owned();
        let head = Words::default()
            .with(Tone::Strong, &row.label)
            .with(Tone::Dim, format!(" ({})", row.id))
            .and(self.unsure(row.truth, &row.why));
        let mut entries = vec![Entry::new(Words::default().with(Tone::Lead, status), head)];
        let mut push = |lead: &str, text: Words| {
            if !text.is_empty() {
                entries.push(Entry::new(Words::default().with(Tone::Dim, lead), text).deeper(1));
            }
        };
        push("", Words::from(self.owed(row)).and(self.marks(&row.cite)));
        push(self.say("derived", "도출"), self.derived(row));
        for served in &row.served_by {
            push(self.say("by", "이행"), self.served(served));
        }
        for reported in &row.reported {
            push(self.say("reported", "발표"), self.reported(reported));
        }
        for assessed in &row.assessed {
            push(self.say("assessed", "평가"), self.assessed(row, assessed));
        }
        for one in &row.disagreement {
            push(
                self.say("differs", "불일치"),
                Words::from(one.text.as_str()).and(self.marks(&one.cite)),
            );
        }
        entries.extend(row.target.iter().flat_map(|target| self.target(target, 1)));
        entries
    }

    /// What it is, who owes it, and when: `pledge of the ROK, made 2024-10-10, due 2025, in …`.
    fn owed(&self, row: &Promise) -> String {
        let mut parts: Vec<String> = Vec::new();
        let form = row.form.map(|form| form.label(&self.lang).into_owned()).unwrap_or_default();
        let number = row.number.as_ref().map(|number| format!(" {number}")).unwrap_or_default();
        parts.push(format!("{form}{number}"));
        let owes: Vec<&str> = row.obligor.iter().map(|party| party.label.as_str()).collect();
        if !owes.is_empty() {
            parts.push(format!("{} {}", self.say("owed by", "이행 주체:"), owes.join(", ")));
        }
        let mut dated = |lead: &str, date: &Option<Point>| {
            parts.extend(date.as_ref().map(|date| format!("{lead} {date}")));
        };
        dated(self.say("made", "약속일:"), &row.made);
        dated(self.say("due", "기한:"), &row.due);
        parts.extend(row.instrument.as_ref().map(|text| text.label.clone()));
        let again = self.say("says again", "재확인:");
        parts.extend(row.restates.as_ref().map(|id| format!("{again} {id}")));
        parts.join("; ")
    }

    /// What follows from facts, how sure that is, and what the record would need to say more.
    fn derived(&self, row: &Promise) -> Words {
        let comma = if row.derived.lacking.is_empty() { "" } else { ";" };
        let status = Words::from(row.derived.status.label(&self.lang).as_ref());
        let status = status.and(self.unsure(row.derived.truth, &row.derived.why));
        status.plain(comma).and(self.lacking(row))
    }

    fn lacking(&self, row: &Promise) -> Words {
        let lacking = row.derived.lacking.iter().map(|one| self.lowered(&one.label(&self.lang)));
        let lacking: Vec<String> = lacking.collect();
        match lacking.is_empty() {
            true => Words::default(),
            false => {
                let lead = self.say("not in the record:", "기록에 없음:");
                Words::default().with(Tone::Dim, format!("{lead} {}", lacking.join(", ")))
            }
        }
    }

    fn lowered(&self, text: &str) -> String {
        let mut letters = text.chars();
        let first = letters.next().map(|first| first.to_lowercase().collect::<String>());
        first.unwrap_or_default() + letters.as_str()
    }

    fn served(&self, served: &Served) -> Words {
        let sure = served.sure.label(&self.lang);
        let stands = served.stands.label(&self.lang);
        let maybe =
            if served.truth == Truth::Maybe { self.say(", maybe", ", 불확실") } else { "" };
        let span = served.span.as_ref().map(|span| format!(", {span}")).unwrap_or_default();
        let about = format!(" ({}{span}; {stands}{maybe}; {sure})", served.id);
        let words =
            Words::from(served.label.as_str()).with(Tone::Dim, about).and(self.marks(&served.cite));
        served.money.iter().fold(words, |words, sum| self.sum(words, sum))
    }

    /// A sum after other words: `; budget 30 million USD [2]`.
    pub(super) fn sum(&self, words: Words, sum: &Sum) -> Words {
        let amounts = sum.amount.iter();
        let amounts: Vec<String> =
            amounts.map(|amount| amount_in(&amount.to_string(), 0, "", &self.lang)).collect();
        let date = sum.date.as_ref().map(|date| format!(" ({date})")).unwrap_or_default();
        let text = format!("; {} {}{date}", self.rung(sum.rung), amounts.join(" / "));
        words.plain(text).and(self.marks(&sum.cite))
    }

    /// A rung of the ladder, or `budget`.
    pub(super) fn rung(&self, rung: Option<Rung>) -> String {
        let budget = || self.label("budget").into_owned();
        rung.map_or_else(budget, |rung| rung.label(&self.lang).into_owned())
    }

    fn reported(&self, one: &Reported) -> Words {
        let status = one.status.label(&self.lang);
        let text = format!("{status}, {} ({})", one.date, one.of);
        Words::from(text).and(self.marks(&one.cite))
    }

    /// In the assessor's own words, which are never put into another vocabulary.
    fn assessed(&self, row: &Promise, one: &Assessed) -> Words {
        let whole = if one.of.as_str() == row.id {
            ""
        } else {
            self.say(" of the whole text", " (문서 전체)")
        };
        let value = one.value.iter().map(ToString::to_string);
        let mut said: Vec<String> = one.verdict.iter().cloned().chain(value).collect();
        said.extend([&one.unit_of, &one.done].into_iter().filter(|text| !text.is_empty()).cloned());
        let scheme = one.scheme.filter(|scheme| *scheme != Scheme::Own);
        let mut about = vec![one.assessor.label.clone()];
        about.extend(scheme.map(|scheme| scheme.label(&self.lang).to_uppercase()));
        about.extend(one.date.iter().map(ToString::to_string));
        about.extend(one.span.iter().map(ToString::to_string));
        about.extend(one.stage.map(|stage| stage.label(&self.lang).into_owned()));
        let text = format!("“{}”{whole}", said.join(", "));
        let about = format!(" ({})", about.join(", "));
        Words::from(text).with(Tone::Dim, about).and(self.marks(&one.cite))
    }

    /// A number and its scores, a line each.
    fn target(&self, row: &TargetRow, depth: usize) -> Vec<Entry> {
        let value = amount_in(row.value.to_string().trim_start_matches(">="), 0, "", &self.lang);
        let by = row.by.as_ref().map(|by| format!(", {} {by}", self.say("by", "기한")));
        let text = format!("{}: {value}{}", row.what, by.unwrap_or_default());
        let lead = Words::default().with(Tone::Dim, self.say("number", "목표"));
        let head = Entry::new(lead, Words::from(text).and(self.marks(&row.cite))).deeper(depth);
        let scores = row.score.iter().map(|score| self.score(score).deeper(depth + 1));
        [head].into_iter().chain(scores).collect()
    }

    fn score(&self, score: &Score) -> Entry {
        let result = score.result.label(&self.lang).into_owned();
        let mut words = Words::default();
        if let Some(reporter) = &score.reporter_label {
            words.add(Tone::Plain, format!("{reporter}: "));
        }
        if let Some(decided) = &score.decided_by {
            words = self.measured(words, decided);
        }
        if score.result == TargetResult::NotInRecord {
            words.add(Tone::Plain, score.missing.join("; "));
        }
        if let Some(latest) = &score.latest {
            let lead =
                if score.decided_by.is_some() || !score.missing.is_empty() { "; " } else { "" };
            words.add(Tone::Dim, format!("{lead}{} ", self.stood(score)));
            words = self.measured(words, latest);
        }
        let words = words.and(self.unsure(score.truth, &score.why));
        Entry::new(Words::default().with(Tone::Lead, result), words)
    }

    fn stood(&self, score: &Score) -> &'static str {
        match score.result {
            TargetResult::Pending => self.say("stands at", "현재"),
            _ => self.say("stood at", "당시"),
        }
    }

    /// A figure with its share, its sources and the reckoning.
    fn measured(&self, words: Words, measured: &Measured) -> Words {
        let facts = measured.fact.iter().map(|fact| {
            let value = amount_in(&fact.value.to_string(), 0, "", &self.lang);
            let status =
                fact.status.as_ref().map(|status| format!(", {status}")).unwrap_or_default();
            format!("{value} ({}{status})", fact.id)
        });
        let facts: Vec<String> = facts.collect();
        let share = share(measured.share);
        let text = format!("{share}, {}: {}", measured.period, facts.join(" + "));
        let cites = measured.fact.iter().flat_map(|fact| &fact.cite);
        let marked = words.plain(text).and(self.marks(cites));
        marked.with(Tone::Dim, format!("; {}", measured.arithmetic))
    }

    /// `maybe`, with its reasons.
    pub(super) fn unsure(&self, truth: Truth, why: &[Why]) -> Words {
        if truth != Truth::Maybe {
            return Words::default();
        }
        let reasons: Vec<String> = why.iter().map(|why| why.said(&self.lang)).collect();
        let text = format!("({}: {})", self.say("maybe", "불확실"), reasons.join("; "));
        Words::default().with(Tone::Maybe, text)
    }
}
