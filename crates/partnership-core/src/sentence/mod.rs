//! Free English sentences, read into the test that a claim of the record has.
//!
//! The grammar is small and written down in [`FORMS`]. Its names are those of the dataset: parties and their aliases, measures
//! and theirs, offices, series of meetings, texts, funds. Every word of a sentence is read or it is refused: nothing is
//! skipped, and no measure, party, year or unit is assumed. A refusal tells what was recognised, what was not, and the
//! nearest form that is read. The test is then held against the record by the code that checks claims.

mod amount;
mod between;
mod cursor;
mod deed;
mod figure;
mod form;
mod names;
mod predicate;
mod rank;
mod refuse;
mod split;
mod time;
mod token;

pub use form::FORMS;
pub(crate) use names::Names;
pub(crate) use refuse::Refusal;
pub use refuse::{Known, KnownAs};
pub(crate) use split::{Part, split};

use cursor::{At, Reader};
use time::Time;

use crate::model::{Figure, Test};
use crate::value::{Day, Quantity, Span};

/// A longer sentence is not read.
pub const MOST_BYTES: usize = 1_000;

/// When a sentence is said, and the day that it is asked of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct When {
    /// The day on which it is said.
    pub(crate) day: Day,
    /// The day whose states are asked for, if one is: of it is what a sentence tells without a time.
    pub(crate) on: Option<Day>,
}

/// What stands before a sentence and holds for all of it.
#[derive(Clone, Debug, Default)]
struct Frame {
    /// On whose figures.
    reporter: Option<String>,
    /// When.
    time: Time,
    /// The last full year before the day on which the sentence is said.
    last_year: i32,
    /// The day whose states are asked for, if one is.
    on: Option<Day>,
}

impl Frame {
    /// A figure of the reporter that is named.
    fn reported(&self, figure: &Figure) -> Figure {
        let reporter = self.reporter.as_ref().and_then(|id| id.parse().ok());
        Figure { reporter: reporter.or_else(|| figure.reporter.clone()), ..figure.clone() }
    }
}

/// Reads a sentence.
///
/// # Errors
/// When it is none of the grammar; the refusal says what was recognised.
pub(crate) fn read(names: &Names, text: &str, when: When) -> Result<Test, Box<Refusal>> {
    if text.len() > MOST_BYTES {
        return Err(Box::new(Refusal::too_long()));
    }
    let tokens = token::tokens(text);
    let reader = Reader::new(names, text, &tokens);
    if let Some(mark) = tokens.iter().find(|token| matches!(token.text.as_str(), "?" | "？")) {
        let stated = text.trim_end_matches(|c: char| c.is_whitespace() || "?？!\"”'’)".contains(c));
        let is_read = !stated.contains(['?', '？']) && read(names, stated, when).is_ok();
        let nearest = is_read.then(|| stated.trim_start().to_owned());
        let _: Option<()> = reader.start().stop(
            "a question states nothing that can be held against the record",
            &mark.text,
            nearest,
        );
        return Err(Box::new(refuse::refusal(&reader)));
    }
    match sentence(reader.start(), when) {
        Some(test) => Ok(test),
        None => Err(Box::new(refuse::refusal(&reader))),
    }
}

fn sentence<'r>(mut at: At<'r>, when: When) -> Option<Test> {
    let last_year = when.day.year().saturating_sub(1);
    let mut frame = Frame { last_year, on: when.on, ..Frame::default() };
    at.before(&mut frame)?;
    let ways: [fn(&mut At<'r>, &Frame) -> Option<Test>; 14] = [
        At::rank,
        At::share_by_part,
        At::share_by_whole,
        At::compared,
        At::people,
        At::fund,
        At::target,
        At::counted,
        At::recurs,
        At::attended,
        At::member,
        |at, _| at.ordered_deeds(),
        At::dated,
        At::of_figure,
    ];
    let test = ways.iter().find_map(|way| {
        let mut there = at;
        way(&mut there, &frame).filter(|_| there.is_end())
    })?;
    // A reporter that counts nothing of it would leave every reading empty: that is said, and is no verdict.
    at.check_reporter(&test, &frame)?;
    Some(test)
}

impl At<'_> {
    /// `According to Korean customs,`, `In 2022`.
    fn before(&mut self, frame: &mut Frame) -> Option<()> {
        loop {
            let from = *self;
            if self.eat("according to") || self.eat("on") {
                let Some(reporter) = self.party() else {
                    let start = *self;
                    while self.next().is_some_and(|token| token.text != ",") {
                        self.at += 1;
                    }
                    let words = self.since(start);
                    let held = self.reporters_of_rest();
                    let why = match held.is_empty() {
                        true => format!("no reporter `{words}` is held"),
                        false => format!(
                            "no reporter `{words}` is held; those that are: {}",
                            held.join(", ")
                        ),
                    };
                    let first = held.first().copied().unwrap_or("REPORTER");
                    let nearest = format!("According to {first}, {}", self.after_comma());
                    return self.stop(why, words, Some(nearest));
                };
                self.possessive();
                self.any(&["figures", "statistics", "data", "numbers"]);
                if frame.reporter.is_some() {
                    return self.stop("a second reporter is named", self.since(from), None);
                }
                self.comma();
                frame.reporter = Some(reporter.to_owned());
            } else if self.eat("in") {
                let Some(date) = self.date() else {
                    *self = from;
                    return Some(());
                };
                if frame.time.at.is_some() {
                    return self.stop("a second time is named", self.since(from), None);
                }
                self.comma();
                frame.time = Time { at: Some(date), ..Time::default() };
            } else {
                return Some(());
            }
        }
    }

    /// Who counts what the rest of the sentence is about.
    fn reporters_of_rest(&self) -> Vec<&str> {
        let names = self.reader.names;
        let is_measure = |named: &names::Named| matches!(named, names::Named::Measure(_));
        let mut found =
            (0..self.rest().len()).filter_map(|at| names.find(&self.rest()[at..], is_measure));
        let Some((_, named)) = found.next() else { return Vec::new() };
        let said = named.iter().filter_map(|named| names.measures.get(cursor::id_of(named)));
        said.flat_map(|said| &said.reporters).map(|id| names.short(id)).collect()
    }

    fn after_comma(&self) -> &str {
        let text = self.reader.text;
        text.split_once(',').map_or(text, |(_, rest)| rest.trim())
    }

    fn of_figure(&mut self, frame: &Frame) -> Option<Test> {
        let subject = self.subject()?;
        self.predicate(&subject, frame)
    }

    fn check_reporter(&self, test: &Test, frame: &Frame) -> Option<()> {
        let Some(reporter) = &frame.reporter else { return Some(()) };
        let names = self.reader.names;
        let Some(measure) = test.figure.as_ref().and_then(|figure| figure.measure.as_ref()) else {
            return self.stop("only figures have a reporter", "", None);
        };
        let counts = |measure: &str| {
            names.measures.get(measure).is_some_and(|said| said.reporters.contains(reporter))
        };
        if counts(measure.as_str()) || names.parts_of(measure.as_str()).any(counts) {
            return Some(());
        }
        let held = names.measures.get(measure.as_str());
        let held: Vec<&str> =
            held.iter().flat_map(|said| &said.reporters).map(|id| names.short(id)).collect();
        let short = names.short(reporter);
        let why = format!("`{short}` is no reporter of that; those are: {}", held.join(", "));
        let nearest = held.first().map(|first| format!("According to {first}, …"));
        self.stop(why, short, nearest)
    }
}

fn quantity(text: &str) -> Option<Quantity> {
    text.parse().ok()
}

/// A test with the number that is said, or the two that it lies between.
fn with_ends(ends: &amount::Ends, test: Test) -> Option<Test> {
    let value = Some(quantity(&ends.0)?);
    let upper = match &ends.1 {
        Some(upper) => Some(quantity(upper)?),
        None => None,
    };
    Some(Test { value, upper, ..test })
}

fn spans(texts: &[String]) -> Vec<Span> {
    texts.iter().filter_map(|text| text.parse().ok()).collect()
}
