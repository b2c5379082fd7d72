//! Sentences held against the record: how each is read, its verdict with the readings, or why it is not read.

use partnership_derive::Described;

use super::{Answer, Row};
use crate::claim::{
    Case, ClaimVerdict, Evidence, Figures, Kept, Own, Reading, Told, Turning, judge,
};
use crate::describe::Struct;
use crate::error::counted;
use crate::model::{Figure, Test, TestKind};
use crate::sentence::{Known, KnownAs, Names, Part, Refusal, When, read, split};
use crate::value::{Hedge, Point, Quantity, Span};
use crate::view::View;

/// A sentence, how it is read, and whether the record bears it out; or why it is not read.
#[derive(Clone, Debug, Default, PartialEq, Described)]
pub struct Sentence {
    /// Its place among those that are told: `s1`.
    #[described(required)]
    pub id: String,
    /// The sentence, as it is written.
    pub label: String,
    /// The byte of the text at which it begins.
    pub start: usize,
    /// Whether it is read.
    #[described(required)]
    pub state: SentenceState,
    /// How it is read, in words; empty where it is not.
    pub read_as: String,
    /// The test that it is read as.
    pub test: Option<Test>,
    /// Whether the record bears it out; none where it is not read.
    pub verdict: Option<ClaimVerdict>,
    /// What the verdict depends on.
    pub depends_on: Vec<Turning>,
    /// What the sentence may mean, each with what the words allow and what the record gives.
    pub reading: Vec<Reading>,
    /// What the record lacks: a reading of it takes no part.
    pub missing: Vec<String>,
    /// Later years of a sentence that leaves the year open: shown, and no reading.
    pub since: Vec<Reading>,
    /// Why it is not read.
    pub refused: Option<String>,
    /// The words that were not understood.
    pub unread: Vec<String>,
    /// What was recognised in a sentence that is not read.
    pub known: Vec<Known>,
    /// The nearest sentence that is read, with what is missing in capitals.
    pub nearest: Option<String>,
    /// What the record gives for what was recognised.
    pub beside: Vec<Evidence>,
    /// The version of the table that says what words allow.
    pub hedges: u16,
}

/// Whether a sentence is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum SentenceState {
    /// It is, and has a verdict.
    #[described(ko = "읽음")]
    Read,
    /// It is not understood: why is said.
    #[described(ko = "읽지 못함")]
    NotRead,
    /// It has no number, rank or date, and is not tried.
    #[default]
    #[described(ko = "검증할 것 없음")]
    Nothing,
}

impl Sentence {
    /// Every citation of what its readings, later years and rows beside rest on.
    pub(super) fn every_cite(&self) -> impl Iterator<Item = &Struct<'static>> {
        let readings = self.reading.iter().chain(&self.since).flat_map(Reading::cites);
        readings.chain(self.beside.iter().flat_map(|evidence| &evidence.cite))
    }
}

/// Of a longer text the first so many bytes are read.
const MOST_BYTES: usize = 1_000_000;
/// No more sentences of a text are held against the record.
const MOST_SENTENCES: usize = 2_000;

impl View<'_> {
    /// Holds one English sentence against the record, as said on the day of the view. One that is not understood is a row
    /// without a verdict: it says why, what was recognised, and the nearest sentence that is read.
    ///
    /// ```
    /// use partnership_core::{Dataset, answer::Row, claim::ClaimVerdict};
    ///
    /// # #[cfg(feature = "embedded")] {
    /// let answer = Dataset::embedded().view().sentence("Trade between ASEAN and Korea grew 23-fold from 1989 to 2023");
    /// let [Row::Sentence(row)] = answer.rows() else { panic!("one sentence is one row") };
    /// assert_eq!(row.verdict, Some(ClaimVerdict::Supported));
    /// # }
    /// ```
    #[must_use]
    pub fn sentence(&self, text: &str) -> Answer {
        let whole = Part { at: 0..text.len(), is_checkable: true };
        let rows = self.sentences_of(text, &[whole], true);
        Answer::new(self, "check", text, rows)
    }

    /// Holds a whole text against the record: every sentence that has a number, a rank or a date, or says *every*, *first* or
    /// *largest*; the others are rows, too, and have nothing to check. A note counts each sort.
    #[must_use]
    pub fn sentences(&self, text: &str) -> Answer {
        let whole = text.len();
        let mut end = whole.min(MOST_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = &text[..end];
        let parts = split(text);
        let all = parts.len();
        let told = &parts[..all.min(MOST_SENTENCES)];
        let rows = self.sentences_of(text, told, false);
        let count = |state: SentenceState| {
            let is_so = |row: &&Row| matches!(row, Row::Sentence(row) if row.state == state);
            rows.iter().filter(is_so).count()
        };
        let (read, unread) = (count(SentenceState::Read), count(SentenceState::NotRead));
        let note =
            self.counted_sentences((read, unread, count(SentenceState::Nothing)), all - told.len());
        let answer = Answer::new(self, "check", "", rows).note(note);
        match end < whole {
            true => answer.note(self.cut(end)),
            false => answer,
        }
    }

    fn cut(&self, end: usize) -> String {
        match self.language().as_str() {
            "ko" => format!("처음 {end}바이트만 읽음"),
            _ => format!("only the first {end} bytes of the text are read"),
        }
    }

    fn counted_sentences(&self, counts: (usize, usize, usize), left: usize) -> String {
        let (read, unread, nothing) = counts;
        let (checkable, all) = (read + unread, read + unread + nothing + left);
        match self.language().as_str() {
            "ko" => format!(
                "문장 {all}개 가운데 수치, 순위, 날짜가 있는 것 {checkable}개: 읽음 {read}, 읽지 못함 {unread}, 한도 초과 {left}; 나머지 {nothing}개는 검증할 것이 없음"
            ),
            _ => {
                let left =
                    if left == 0 { String::new() } else { format!(", {left} beyond the limit") };
                let sentences = counted(all, "sentence");
                let have = if nothing == 1 { "has" } else { "have" };
                format!(
                    "{sentences}, {checkable} with a number, rank or date: {read} read, {unread} not read{left}; {nothing} {have} nothing to check"
                )
            }
        }
    }

    fn sentences_of(&self, text: &str, parts: &[Part], alone: bool) -> Vec<Row> {
        let names = self.dataset().names();
        let day = self.day();
        let when = When { day, on: self.valid_on() };
        let tried = parts.iter().filter(|part| part.is_checkable);
        let read: Vec<(&Part, Result<Test, Box<Refusal>>)> =
            tried.map(|part| (part, read(names, &text[part.at.clone()], when))).collect();
        // What was so in an earlier year counts, too: nothing is left out by valid time.
        let open = self.dataset().view().seen_from(&self.standpoint()).on(None);
        // Only of one sentence is shown what the record has beside it: a text has many, and each table would be read.
        let beside: Vec<Test> = match &read[..] {
            [(_, Err(refusal))] if alone => figures_of(names, refusal)
                .into_iter()
                .map(|figure| Test { figure: Some(figure), ..Test::default() })
                .collect(),
            _ => Vec::new(),
        };
        let tests = read.iter().filter_map(|(_, read)| read.as_ref().ok());
        // Figures are those up to the day of the view.
        let figures = Figures::of(self, tests.chain(&beside));
        let case = Case {
            figures: &figures,
            view: &open,
            own: Own::default(),
            said: Some(Point::from(day).bounds()),
            day,
            told: Told::new(self.language().as_str()),
            kept: Kept::default(),
        };
        let mut read = read.into_iter().map(|(_, read)| read);
        let rows = parts.iter().enumerate().map(|(at, part)| {
            let mut row = Sentence {
                id: format!("s{}", at + 1),
                label: text[part.at.clone()].to_owned(),
                start: part.at.start,
                hedges: Hedge::VERSION,
                ..Sentence::default()
            };
            match if part.is_checkable { read.next() } else { None } {
                None => {}
                Some(Ok(test)) => {
                    row.state = SentenceState::Read;
                    let finding = case.find(&test);
                    let (verdict, depends_on) = judge(&finding.reading);
                    row.read_as = self.read_as(names, &test);
                    (row.verdict, row.depends_on) = (Some(verdict), depends_on);
                    (row.reading, row.missing, row.since) =
                        (finding.reading, finding.missing, finding.since);
                    row.test = Some(test);
                }
                Some(Err(refusal)) => {
                    row.state = SentenceState::NotRead;
                    let years =
                        refusal.known.iter().filter(|known| known.known_as == KnownAs::Year);
                    let years: Vec<Span> =
                        years.filter_map(|known| known.words.parse().ok()).collect();
                    let figures: Vec<Figure> =
                        beside.iter().filter_map(|test| test.figure.clone()).collect();
                    row.beside = case.beside(&figures, &years);
                    row.refused = Some(refusal.why);
                    row.unread = refusal.unread;
                    row.known = refusal.known;
                    row.nearest = refusal.nearest;
                }
            }
            Row::Sentence(Box::new(row))
        });
        rows.collect()
    }

    /// A test in words: everything that the sentence is taken to mean, so that nobody takes a verdict for another sentence's.
    fn read_as(&self, names: &Names, test: &Test) -> String {
        let lang = self.language();
        let is_korean = lang.as_str() == "ko";
        let say = |english: &str, korean: &str| {
            if is_korean { korean.to_owned() } else { english.to_owned() }
        };
        let name = |id: &str| match names.short(id) {
            short if !is_korean && short != id => short.to_owned(),
            _ => self.name_or_id(id),
        };
        let mut parts: Vec<String> = Vec::new();
        parts.extend(test.kind.map(|kind| kind.label(lang.as_str()).into_owned()));
        let figure = |figure: &Figure| {
            let measure =
                figure.measure.as_ref().map(|measure| measure.as_str()).unwrap_or_default();
            let measure = self.concept_of("measure", measure).unwrap_or_else(|| measure.to_owned());
            let parties = figure.area.iter().chain(&figure.counterpart).map(|id| name(id.as_str()));
            let parties: Vec<String> = parties.collect();
            let parties = if parties.is_empty() {
                String::new()
            } else {
                format!(", {}", parties.join(" – "))
            };
            format!("{measure}{parties}")
        };
        parts.extend(test.party.as_ref().map(|party| name(party.as_str())));
        parts.extend(test.figure.as_ref().map(figure));
        let within = if test.kind == Some(TestKind::Compare) {
            say("against", "비교 대상")
        } else {
            say("of", "전체")
        };
        parts.extend(test.of.as_ref().map(|of| format!("{within} {}", figure(of))));
        let reporter = test.figure.as_ref().and_then(|figure| figure.reporter.as_ref());
        parts.extend(reporter.map(|id| format!("{} {}", say("by", "집계"), name(id.as_str()))));
        parts.extend(test.fund.as_ref().map(|fund| name(fund.as_str())));
        parts.extend(test.rung.iter().map(|rung| rung.label(lang.as_str()).into_owned()));
        for id in [&test.record, &test.then].into_iter().flatten() {
            parts.push(name(id.as_str()));
        }
        parts.extend(test.commitment.as_ref().map(|id| name(id.as_str())));
        parts.extend(test.action.map(|action| action.label(lang.as_str()).into_owned()));
        parts.extend(test.who.as_ref().map(|who| name(who.as_str())));
        let role =
            test.role.as_ref().map(|role| format!(" ({})", role.to_string().replace('-', " ")));
        let organization = test.organization.as_ref().map(|id| name(id.as_str()));
        parts.extend(organization.map(|of| format!("{of}{}", role.unwrap_or_default())));
        parts.extend(test.query.clone());
        parts.extend(self.time_of(test, &say));
        parts.extend(test.sense.map(|sense| sense.label(lang.as_str()).into_owned()));
        let is_whole = matches!(test.kind, Some(TestKind::Rank | TestKind::Count));
        parts.extend(test.value.as_ref().map(|value| match is_whole {
            true => said(value, test.upper.as_ref()),
            false => allowed(value, test),
        }));
        parts.join("; ")
    }

    /// The times of a test in words; what the sentence leaves open is said to be so.
    fn time_of(&self, test: &Test, say: &dyn Fn(&str, &str) -> String) -> Vec<String> {
        let listed =
            |spans: &[Span]| spans.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let year = self.day().year();
        let open = || {
            say(
                &format!("the last full years, {} and {} (none is named)", year - 1, year - 2),
                &format!("최근 연도 {}, {}년(명시되지 않음)", year - 1, year - 2),
            )
        };
        let mut parts = Vec::new();
        if !test.base.is_empty() {
            let end = match (&test.end[..], test.years) {
                ([], Some(years)) => {
                    let on = format!("{} on", counted(years, "year"));
                    say(&on, &format!("{years}년 뒤"))
                }
                ([], None) => open(),
                (end, _) => listed(end),
            };
            parts.push(format!("{} → {end}", listed(&test.base)));
        }
        parts
            .extend(test.over.as_ref().map(|over| say(&format!("over {over}"), &over.to_string())));
        let has_period = matches!(
            test.kind,
            Some(
                TestKind::Share
                    | TestKind::Rank
                    | TestKind::Threshold
                    | TestKind::Funding
                    | TestKind::Compare
                    | TestKind::Superlative
            )
        );
        match (&test.period[..], has_period) {
            ([], true) => parts.push(open()),
            ([], false) => {}
            (period, _) => parts.push(listed(period)),
        }
        parts.extend(
            test.since
                .as_ref()
                .map(|since| say(&format!("since {since}"), &format!("{since}년부터"))),
        );
        parts.extend(test.on.as_ref().map(Point::to_string));
        parts
    }
}

/// A number, or the two that something is said to lie between.
fn said(value: &Quantity, upper: Option<&Quantity>) -> String {
    upper.map_or_else(|| value.to_string(), |upper| format!("{value} – {upper}"))
}

/// A number with what its words allow.
fn allowed(value: &Quantity, test: &Test) -> String {
    let said = said(value, test.upper.as_ref());
    match test.allowed() {
        Some(allowed) => format!("{said}: {allowed}"),
        None => said,
    }
}

/// The figures that a refused sentence may be about: each measure that is named, else each that has a table, of its parties.
fn figures_of(names: &Names, refusal: &Refusal) -> Vec<Figure> {
    let of = |known_as: KnownAs| {
        let found = refusal.known.iter().filter(move |known| known.known_as == known_as);
        found.filter_map(|known| known.id.first()).collect::<Vec<_>>()
    };
    let (parties, measures) = (of(KnownAs::Party), of(KnownAs::Measure));
    let measures: Vec<String> = match measures.is_empty() {
        true => names.with_tables().map(str::to_owned).collect(),
        false => measures.into_iter().cloned().collect(),
    };
    let pairs: Vec<(Option<&String>, Option<&String>)> = match parties[..] {
        [] => Vec::new(),
        [one] => vec![(Some(one), None)],
        [one, two, ..] => vec![(Some(one), Some(two)), (Some(two), Some(one))],
    };
    let figure =
        |measure: &String, (area, counterpart): (Option<&String>, Option<&String>)| Figure {
            measure: measure.parse().ok(),
            area: area.and_then(|id| id.parse().ok()),
            counterpart: counterpart.and_then(|id| id.parse().ok()),
            reporter: None,
        };
    let all =
        measures.iter().flat_map(|measure| pairs.iter().map(move |pair| figure(measure, *pair)));
    all.collect()
}
