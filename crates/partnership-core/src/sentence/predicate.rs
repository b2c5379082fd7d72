//! What is said of a figure: that it changed, stood or is a record.

use super::amount::{Amount, Ends, Unit};
use super::cursor::At;
use super::figure::{Subject, written};
use super::time::{Time, year_of};
use super::{Frame, quantity, spans, with_ends};
use crate::model::{Sense, Test, TestKind};
use crate::value::Span;

/// A way to read what is said of a subject.
type Way<'r> = fn(&mut At<'r>, &Subject, &Frame) -> Option<Test>;

const ROSE: [&str; 17] = [
    "has grown",
    "has risen",
    "has increased",
    "has expanded",
    "have grown",
    "have risen",
    "have increased",
    "grew",
    "rose",
    "increased",
    "expanded",
    "went up",
    "climbed",
    "is rising",
    "is growing",
    "are rising",
    "grows",
];
const FELL: [&str; 9] = [
    "has fallen",
    "has dropped",
    "has declined",
    "has decreased",
    "fell",
    "dropped",
    "declined",
    "decreased",
    "went down",
];
const IS: [&str; 19] = [
    "has been",
    "have been",
    "is",
    "are",
    "was",
    "were",
    "reached",
    "has reached",
    "have reached",
    "hit",
    "stood at",
    "stands at",
    "came to",
    "amounted to",
    "amounts to",
    "totalled",
    "totaled",
    "has totalled",
    "recorded",
];
const CROSSED: [&str; 12] = [
    "has exceeded",
    "has crossed",
    "has surpassed",
    "exceeded",
    "exceeds",
    "crossed",
    "passed",
    "surpassed",
    "topped",
    "broke",
    "went above",
    "rose above",
];
const HAS: [&str; 3] = ["has", "have", "had"];

/// What a verb of direction says beside a number that has no lower end: what rose by less than 3 did rise.
fn bounded(ends: Ends, none: &str) -> Ends {
    let (value, upper) = ends;
    let is_open = value.starts_with('<') && !value.starts_with("<~") && upper.is_none();
    if is_open { (format!(">{none}"), Some(value)) } else { (value, upper) }
}

impl<'r> At<'r> {
    /// What is said of a figure, to the end of the sentence.
    pub(super) fn predicate(&mut self, subject: &Subject, frame: &Frame) -> Option<Test> {
        if self.eat("will") {
            return self.stop(
                "a forecast is no statement on the record",
                "will",
                self.target_of(subject),
            );
        }
        if self.any(&["did not", "has not", "have not", "is not", "was not", "does not"]) {
            return self.stop("what did not happen is not in the grammar", "not", None);
        }
        let ways: [Way<'r>; 5] =
            [Self::became, Self::multiplied, Self::changed, Self::record_high, Self::stood];
        ways.iter().find_map(|way| self.or_stay(|at| way(at, subject, frame)))
    }

    /// The latest target of what a sentence is about, as it would be asked for.
    fn target_of(&self, subject: &Subject) -> Option<String> {
        let Subject::Level(level) = subject else { return None };
        let names = self.reader.names;
        let measure = level.measure.as_ref()?.as_str();
        let of = names.aims.iter().filter(|aim| aim.measure == measure);
        let aim = of.max_by(|a, b| a.by.cmp(&b.by))?;
        let (number, unit) = (aim.value.number(), aim.value.unit().unwrap_or_default());
        let power = match aim.value.power() {
            9 => " billion",
            6 => " million",
            _ => return None,
        };
        let amount = written(unit, &format!("{number}{power}"));
        let word = names.measures.get(measure).map_or(measure, |said| said.word.as_str());
        Some(format!("The target of {amount} of {word} by {} was met", aim.by))
    }

    /// `has become 25 times that of 1989 by 2022`.
    fn became(&mut self, subject: &Subject, frame: &Frame) -> Option<Test> {
        let at = self;
        at.any(&[
            "has become",
            "have become",
            "became",
            "has risen to",
            "rose to",
            "has grown to",
            "grew to",
            "is",
            "was",
        ])
        .then_some(())?;
        let value = at.multiple()?;
        at.any(&["that of", "those of", "what it was in", "the level of", "the figure of", "the"])
            .then_some(())?;
        let base = at.year()?;
        at.any(&["level", "figure"]);
        let time = Time { base: Some(base), ..Time::default() }.and(at.times()?)?;
        at.change(TestKind::Multiple, subject, value, None, time, frame)
    }

    /// `grew 23-fold since 1989`, `more than doubled`.
    fn multiplied(&mut self, subject: &Subject, frame: &Frame) -> Option<Test> {
        let at = self;
        let rises = at.any(&ROSE);
        if !rises {
            at.any(&HAS);
        }
        let value = at.multiple()?;
        let value = if rises { bounded(value, "1") } else { value };
        let time = at.times()?;
        at.change(TestKind::Multiple, subject, value, None, time, frame)
    }

    /// `fell by 9.8 per cent in 2023`, `rose by US$30 billion`, `has risen since 2021`.
    fn changed(&mut self, subject: &Subject, frame: &Frame) -> Option<Test> {
        let at = self;
        let falls = at.any(&FELL);
        if !falls && !at.any(&ROSE) {
            return None;
        }
        let sense = falls.then_some(Sense::Below);
        let unit = at.unit_of(subject);
        let from = *at;
        at.eat("by");
        let Some(amount) = at.amount() else {
            at.at = from.at;
            let time = at.times()?;
            let points = matches!(subject, Subject::Share(..));
            let unit = if points { "points" } else { unit? };
            let value = format!("{}0 {unit}", if falls { "<" } else { ">" });
            at.is_end().then_some(())?;
            return at.change(TestKind::Difference, subject, (value, None), None, time, frame);
        };
        match amount.unit {
            Unit::Percent => {
                let yearly = at.any(&[
                    "a year on average",
                    "a year",
                    "per year",
                    "annually",
                    "each year",
                    "on average",
                ]);
                let time = at.times()?;
                let kind = if yearly { TestKind::MeanGrowth } else { TestKind::Growth };
                at.change(kind, subject, bounded(amount.ends("%"), "0 %"), sense, time, frame)
            }
            Unit::Points => {
                let time = at.times()?;
                matches!(subject, Subject::Share(..)).then_some(())?;
                let value = bounded(amount.ends("points"), "0 points");
                at.change(TestKind::Difference, subject, value, sense, time, frame)
            }
            _ => {
                if at.eat("basis points") {
                    let words = at.since(from).trim_start_matches("by ");
                    let nearest =
                        amount.digits.parse::<crate::value::Number>().ok().and_then(|number| {
                            let points = format!("{} percentage points", number.checked_shift(-2)?);
                            Some(at.reader.text.replacen(words, &points, 1))
                        });
                    return at.stop("basis points are no unit here", words, nearest);
                }
                if !at.is_end() && !at.is_time() && !at.any(&["persons", "people"]) {
                    return None;
                }
                let unit = at.unit_for(subject, &amount, from)?;
                let time = at.times()?;
                let value = bounded(amount.ends(&unit), &format!("0 {unit}"));
                at.change(TestKind::Difference, subject, value, sense, time, frame)
            }
        }
    }

    /// A change of a subject over a time. Growth in a year is over the year before; no base is assumed for anything else.
    fn change(
        &self,
        kind: TestKind,
        subject: &Subject,
        value: Ends,
        sense: Option<Sense>,
        time: Time,
        frame: &Frame,
    ) -> Option<Test> {
        self.is_end().then_some(())?;
        let time = time.and(frame.time.clone())?;
        let test = Test { kind: Some(kind), sense, ..self.test_of(subject, frame)? };
        let mut test = with_ends(&value, test)?;
        if kind == TestKind::MeanGrowth {
            let over = match (&time.base, &time.end) {
                (Some(base), Some(end)) => format!("{base}/{end}"),
                _ => {
                    return self.stop(
                        "from which year to which is not said",
                        "",
                        Some("… a year from YEAR to YEAR".to_owned()),
                    );
                }
            };
            return Some(Test { over: super::time::span(&over), ..test });
        }
        let before = |year: &str| year_of(year).map(|year| format!("{:04}", year - 1));
        let (base, end) = match (&time.base, &time.end, &time.at) {
            (Some(base), end, None) => (base.clone(), end.clone()),
            (Some(base), None, Some(end)) => (base.clone(), Some(end.clone())),
            (None, None, Some(at)) if at.len() == 4 && kind != TestKind::Multiple => {
                (before(at)?, Some(at.clone()))
            }
            (None, ..) => {
                return self.stop(
                    "from which year is not said",
                    "",
                    Some(format!("{} since YEAR", self.reader.text.trim_end_matches('.'))),
                );
            }
            _ => return None,
        };
        test.base = spans(&[base]);
        test.end = spans(end.as_slice());
        test.years = time.years;
        Some(test)
    }

    /// `reached a record in 2022`, `passed US$200 billion for the first time`.
    fn record_high(&mut self, subject: &Subject, frame: &Frame) -> Option<Test> {
        let at = self;
        let Subject::Level(_) = subject else { return None };
        let highest = [
            "reached a record",
            "hit a record",
            "set a record",
            "was a record",
            "reached its highest level",
            "was the highest so far",
        ];
        let lowest = ["reached a record low", "hit a record low", "reached its lowest level"];
        let (sense, value) = if at.any(&lowest) {
            (Sense::Below, None)
        } else if at.any(&highest) {
            at.any(&["high", "level", "volume"]);
            (Sense::Above, None)
        } else {
            at.any(&CROSSED).then_some(())?;
            let from = *at;
            let amount =
                at.amount().filter(|amount| amount.hedge.is_empty() && amount.upper.is_none())?;
            let unit = at.unit_for(subject, &amount, from)?;
            at.eat("for the first time").then_some(())?;
            (Sense::First, Some(Amount { hedge: ">", ..amount }.of(&unit)))
        };
        let start = *at;
        let time = at.times()?.and(frame.time.clone())?;
        at.is_end().then_some(())?;
        if time.years.is_some() || (time.at.is_none() && time.end.is_some()) {
            return at.of_year(start, &time, "a record is of one year");
        }
        let value = match value {
            Some(value) => Some(quantity(&value)?),
            None => None,
        };
        let test = at.test_of(subject, frame)?;
        let since = time.base.as_deref().and_then(|base| base.parse().ok());
        let period = spans(time.at.or(time.end).as_slice());
        Some(Test {
            kind: Some(TestKind::Superlative),
            sense: Some(sense),
            value,
            period,
            since,
            ..test
        })
    }

    /// `was US$90.2 billion in 2008`, `exceeded US$200 billion`, `was 17.3 per cent`.
    fn stood(&mut self, subject: &Subject, frame: &Frame) -> Option<Test> {
        let at = self;
        let verb = *at;
        let crossed = at.any(&CROSSED);
        if !crossed && !at.any(&IS) {
            return None;
        }
        let has_crossed = crossed && at.since(verb).starts_with("has ");
        let from = *at;
        let amount = at.amount()?;
        if crossed && (!amount.hedge.is_empty() || amount.upper.is_some()) {
            return None;
        }
        let amount = if crossed { Amount { hedge: ">", ..amount } } else { amount };
        let (kind, value) = match subject {
            Subject::Share(..) => {
                (amount.unit == Unit::Percent).then_some(())?;
                (TestKind::Share, amount.ends("%"))
            }
            Subject::Level(_) => {
                (TestKind::Threshold, amount.ends(&at.unit_for(subject, &amount, from)?))
            }
            Subject::Fund(..) => {
                (TestKind::Funding, amount.ends(&at.unit_for(subject, &amount, from)?))
            }
        };
        let times_more = at.any(&["times more", "times higher", "times as much"]);
        if times_more {
            return None;
        }
        let start = *at;
        let time = at.times()?.and(frame.time.clone())?;
        at.is_end().then_some(())?;
        if crossed && time.at.is_none() && (time.end.is_some() || has_crossed) {
            return at.of_year(start, &time, "in which year is not said");
        }
        let period = match subject {
            Subject::Fund(..) => at.level_time(time)?,
            _ => at.one_year(start, time)?,
        };
        with_ends(&value, Test { kind: Some(kind), period, ..at.test_of(subject, frame)? })
    }

    /// Refuses a time that is not one year, with the sentence that says one.
    fn of_year<T>(&self, from: At<'r>, time: &Time, why: &str) -> Option<T> {
        let words = self.since(from);
        let text = self.reader.text.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
        let year = match (&time.base, &time.end) {
            (None, Some(end)) => end,
            _ => "YEAR",
        };
        let nearest = match text.strip_suffix(words) {
            Some(said) => format!("{} in {year}", said.trim_end_matches([' ', ','])),
            None => return self.stop(why, words, None),
        };
        self.stop(why, words, Some(nearest))
    }

    /// The one year of what has another value in each.
    pub(super) fn one_year(&self, from: At<'r>, time: Time) -> Option<Vec<Span>> {
        if time.base.is_some() && (time.end.is_some() || time.years.is_some()) {
            return self.of_year(from, &time, "a level, share or rank is of one year");
        }
        self.level_time(time)
    }

    /// The one time of a level; none leaves it open.
    pub(super) fn level_time(&self, time: Time) -> Option<Vec<Span>> {
        match time {
            Time { base: None, years: None, at, end } if at.is_none() || end.is_none() => {
                Some(spans(at.or(end).as_slice()))
            }
            Time { base: Some(base), end: Some(end), years: None, at: None } => {
                Some(spans(&[format!("{base}/{end}")]))
            }
            _ => None,
        }
    }
}
