//! Years, months and days, and the times that a sentence is of.

use super::cursor::At;
use crate::value::Span;

/// The time that a sentence names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Time {
    /// From when something is counted.
    pub(super) base: Option<String>,
    /// Until when.
    pub(super) end: Option<String>,
    /// How many years are counted from the base.
    pub(super) years: Option<u16>,
    /// The one time that something is of.
    pub(super) at: Option<String>,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

impl Time {
    /// Takes what another names; `None` where both name the same.
    pub(super) fn and(self, other: Self) -> Option<Self> {
        fn one<T>(a: Option<T>, b: Option<T>) -> Option<Option<T>> {
            match (a, b) {
                (Some(_), Some(_)) => None,
                (a, b) => Some(a.or(b)),
            }
        }
        Some(Self {
            base: one(self.base, other.base)?,
            end: one(self.end, other.end)?,
            years: one(self.years, other.years)?,
            at: one(self.at, other.at)?,
        })
    }
}

pub(super) fn span(text: &str) -> Option<Span> {
    text.parse().ok()
}

/// Whether digits are those of a year.
pub(super) fn is_year(digits: &str) -> bool {
    digits.len() == 4
        && digits.starts_with(['1', '2'])
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The year of a text that begins with one.
pub(super) fn year_of(text: &str) -> Option<i32> {
    text.get(..4)?.parse().ok()
}

impl At<'_> {
    /// A year in four digits.
    pub(super) fn year(&mut self) -> Option<String> {
        let token = self.next().filter(|token| token.sort == super::token::Sort::Number)?;
        is_year(&token.text).then(|| {
            self.take(1);
            token.text.clone()
        })
    }

    /// A year, month or day: `2024`, `July 2024`, `15 November 2020`, `November 15, 2020`.
    pub(super) fn date(&mut self) -> Option<String> {
        self.or_stay(|at| {
            let day = at.day();
            let Some(month) = at.month() else {
                return if day.is_none() { at.year() } else { None };
            };
            let day = day.or_else(|| at.day());
            at.comma();
            let year = at.year()?;
            let text = match day {
                Some(day) => format!("{year}-{month:02}-{day:02}"),
                None => format!("{year}-{month:02}"),
            };
            span(&text).map(|_| text)
        })
    }

    fn month(&mut self) -> Option<usize> {
        let word = &self.next()?.text;
        let place = MONTHS.iter().position(|month| month == word)?;
        self.take(1);
        Some(place + 1)
    }

    fn day(&mut self) -> Option<u8> {
        let token = self.next().filter(|token| token.is_number() && token.text.len() <= 2)?;
        let day: u8 = token.text.parse().ok().filter(|day| (1..=31).contains(day))?;
        self.take(1);
        self.eat(crate::value::ending(day.into()));
        Some(day)
    }

    /// Whether a time may start here.
    pub(super) fn is_time(&self) -> bool {
        let starts =
            ["since", "from", "in", "by", "between", "over", "during", "on", "at", "for", ","];
        self.next().is_some_and(|token| starts.contains(&token.text.as_str()))
    }

    /// The times at this place, one after the other: `since 1989`, `from 1989 to 2023`, `in 2022`.
    pub(super) fn times(&mut self) -> Option<Time> {
        let mut time = Time::default();
        loop {
            let mut there = *self;
            there.comma();
            let Some(more) = there.time() else { return Some(time) };
            time = time.and(more)?;
            *self = there;
        }
    }

    fn time(&mut self) -> Option<Time> {
        self.or_stay(|at| {
            let from = *at;
            if at.eat("since") {
                let year = at.year();
                if year.is_none() {
                    let rest = at.reader.written(at.at, at.reader.tokens.len());
                    let why = format!("`{rest}` is no year in digits");
                    return at.stop(why, rest, None);
                }
                return Some(Time { base: year, ..Time::default() });
            }
            if at.any(&["over the", "in the", "during the", "within the"]) {
                let years = at.number()?.parse().ok()?;
                let base = (at.any(&["years since", "years from", "years after"]))
                    .then(|| at.year())??;
                return Some(Time { base: Some(base), years: Some(years), ..Time::default() });
            }
            if at.eat("from") {
                let base = at.year()?;
                let end = if at.any(&["to", "until", "through", "till"]) {
                    Some(at.year()?)
                } else {
                    at.bound_year()
                };
                return at.ordered(from, Some(base), end);
            }
            if at.eat("between") {
                let base = at.year()?;
                let end = at.eat("and").then(|| at.year())??;
                return at.ordered(from, Some(base), Some(end));
            }
            if at.any(&["at the end of", "by the end of", "in", "during", "on", "for"]) {
                let date = at.date()?;
                return match at.bound_year() {
                    Some(end) if date.len() == 4 => at.ordered(from, Some(date), Some(end)),
                    Some(_) => None,
                    None => Some(Time { at: Some(date), ..Time::default() }),
                };
            }
            at.eat("by").then(|| at.year())?.map(|year| Time { end: Some(year), ..Time::default() })
        })
    }

    /// A year that a dash binds to the one before.
    fn bound_year(&mut self) -> Option<String> {
        self.next().filter(|token| token.bound)?;
        self.year()
    }

    fn ordered(&self, from: At<'_>, base: Option<String>, end: Option<String>) -> Option<Time> {
        if let (Some(first), Some(last)) = (&base, &end)
            && last <= first
        {
            let nearest = Some(format!("… from {last} to {first}"));
            return self.stop("the end lies before the beginning", self.since(from), nearest);
        }
        Some(Time { base, end, ..Time::default() })
    }
}
