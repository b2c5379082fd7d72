//! Dates as sources print them: EDTF (ISO 8601-2) of levels 0 and 1, behind our own types.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use edtf_core::{Bound, Edtf};

use super::{Bounds, Day};
use crate::ParseError;

const POINT: &str = "a date such as `2024`, `2024-10`, `2024-10-10` or `2025~`";
const SPAN: &str = "a date such as `2024-10`, or two with a slash, such as `2025/2030`, open `2023-05/..` or unknown `2018-01/`";
const RANGE: &str =
    "a date such as `2024` or `2024-10`, or a range such as `2019..2024`, `2019..` or `..2020`";

/// Something happened on some day, or days, from `first` to `last`: an EDTF date that is no interval.
///
/// Level 0 or 1, years −9999 to 9999, no time of day. The text is kept as written; ordered by first day,
/// then by text. Seasons (`2001-21` spring … `2001-24` winter) are the northern ones; winter runs into
/// the next year.
///
/// ```
/// let point: partnership_core::value::Point = "2024-10".parse()?;
/// assert_eq!(point.first().to_string(), "2024-10-01");
/// assert_eq!(point.last().to_string(), "2024-10-31");
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone)]
pub struct Point {
    text: Box<str>,
    first: Day,
    last: Day,
    qualified: bool,
}

/// Something was so throughout: an EDTF interval, or one date `v` that means `v/v`.
///
/// `2025/2030` has two known ends, `2023-05/..` has not ended, the end of `2018-01/` is not known. Both ends
/// belong to it. Kept and ordered like [`Point`].
///
/// ```
/// use partnership_core::value::{End, Span};
/// let span: Span = "2023-05/..".parse()?;
/// assert_eq!(*span.end(), End::Open);
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone)]
pub struct Span {
    text: Box<str>,
    start: End,
    end: End,
}

/// One end of a [`Span`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// A date.
    Known(Point),
    /// Written `..`: before, or after, every day.
    Open,
    /// Written as nothing: there is such a day, but it is not known.
    Unknown,
}

/// The days that a question is about: `2024`, `2024-10`, `2019..2024`, `..2020`, `2019..`; ends included.
///
/// A side left out is [`Day::MIN`] or [`Day::MAX`]. Each written side is a [`Point`]: the range runs from the
/// first day of the one to the last day of the other, and qualifiers do not change it.
///
/// ```
/// let range: partnership_core::value::DateRange = "2019..2024-10".parse()?;
/// assert_eq!((range.from.to_string(), range.to.to_string()), ("2019-01-01".into(), "2024-10-31".into()));
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct DateRange {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    text: Box<str>,
}

text_form!(Point, Span, DateRange);

impl Point {
    /// The text, as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The first day that it may mean; never a sentinel.
    #[must_use]
    pub fn first(&self) -> Day {
        self.first
    }

    /// The last day that it may mean; never a sentinel.
    #[must_use]
    pub fn last(&self) -> Day {
        self.last
    }

    /// Whether it carries `?`, `~` or `%`.
    #[must_use]
    pub fn qualified(&self) -> bool {
        self.qualified
    }

    /// Both ends on the same range of days.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        Bounds {
            start_first: self.first,
            start_last: self.last,
            end_first: self.first,
            end_last: self.last,
            qualified: self.qualified,
        }
    }
}

impl From<Day> for Point {
    /// The point of one day. A sentinel becomes the calendar's first or last day.
    fn from(day: Day) -> Self {
        let day = day.clamp(Day::FIRST, Day::LAST);
        Self { text: day.to_string().into(), first: day, last: day, qualified: false }
    }
}

impl Span {
    /// The text, as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where it starts.
    #[must_use]
    pub fn start(&self) -> &End {
        &self.start
    }

    /// Where it ends.
    #[must_use]
    pub fn end(&self) -> &End {
        &self.end
    }

    /// The single date `v` that was written for `v/v`.
    #[must_use]
    pub fn point(&self) -> Option<&Point> {
        self.start.point().filter(|_| !self.text.contains('/'))
    }

    /// What is known of its start and end.
    ///
    /// An open end lies beyond every day. An unknown one lies anywhere beyond the other end, so whatever
    /// is asked of days beyond that is `maybe`. No end is put before the earliest start, and no start after
    /// the latest end. One qualified end qualifies the whole.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        let (start_first, start_last) = match (&self.start, &self.end) {
            (End::Known(start), _) => (start.first, start.last),
            (End::Open, _) => (Day::MIN, Day::MIN),
            (End::Unknown, End::Known(end)) => (Day::MIN, end.last),
            (End::Unknown, _) => (Day::MIN, Day::MAX),
        };
        let (end_first, end_last) = match &self.end {
            End::Known(end) => (end.first, end.last),
            End::Open => (Day::MAX, Day::MAX),
            End::Unknown => (start_first, Day::MAX),
        };
        let qualified = [&self.start, &self.end]
            .into_iter()
            .any(|end| end.point().is_some_and(Point::qualified));
        Bounds {
            start_first,
            start_last: start_last.min(end_last),
            end_first: end_first.max(start_first),
            end_last,
            qualified,
        }
    }
}

impl From<Point> for Span {
    fn from(point: Point) -> Self {
        Self { text: point.text.clone(), start: End::Known(point.clone()), end: End::Known(point) }
    }
}

impl End {
    /// The date, if there is one.
    #[must_use]
    pub fn point(&self) -> Option<&Point> {
        match self {
            Self::Known(point) => Some(point),
            Self::Open | Self::Unknown => None,
        }
    }
}

impl DateRange {
    /// The days from one to another, both included; none if they stand the wrong way round.
    #[must_use]
    pub fn new(from: Day, to: Day) -> Option<Self> {
        let side = |day: Day| if day.is_finite() { day.to_string() } else { String::new() };
        let text = if from == to { side(from) } else { format!("{}..{}", side(from), side(to)) };
        (from <= to && (from.is_finite() || to.is_finite())).then(|| Self {
            from,
            to,
            text: text.into(),
        })
    }

    /// The text, as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl FromStr for Point {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        if let Some(point) = plain(text) {
            return Ok(point);
        }
        match level_one(text) {
            Ok(Edtf::Date(date)) => read_point(text, &Edtf::Date(date))
                .map_err(|why| refusal("a date", text, POINT, why)),
            Ok(Edtf::Interval(_)) => Err(refusal("a date", text, POINT, "this is an interval")),
            Ok(_) => Err(refusal("a date", text, POINT, "a time of day is not kept")),
            Err(why) => Err(refusal("a date", text, POINT, why)),
        }
    }
}

impl FromStr for Span {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let is_plain = |(start, end)| plain(start).is_some() && plain(end).is_some();
        let known = match text.split_once('/') {
            None => plain(text).map(Span::from),
            Some(ends) => is_plain(ends).then(|| read_span(text).ok()).flatten(),
        };
        if let Some(span) = known {
            return Ok(span);
        }
        match level_one(text) {
            Ok(Edtf::Interval(_)) => {
                read_span(text).map_err(|why| refusal("a span", text, SPAN, why))
            }
            Ok(Edtf::Date(date)) => match read_point(text, &Edtf::Date(date)) {
                Ok(point) => Ok(point.into()),
                Err(why) => Err(refusal("a span", text, SPAN, why)),
            },
            Ok(_) => Err(refusal("a span", text, SPAN, "a time of day is not kept")),
            Err(why) => Err(refusal("a span", text, SPAN, why)),
        }
    }
}

impl FromStr for DateRange {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let refuse = |why: &str| refusal("a date or a range of dates", text, RANGE, why);
        let (from, to) = match text.split_once("..") {
            Some(("", "")) => return Err(refuse("no side is given")),
            Some((from, to)) => (side(from).map_err(refuse)?, side(to).map_err(refuse)?),
            None => side(text).map_err(refuse).map(|point| (point.clone(), point))?,
        };
        let from = from.map_or(Day::MIN, |point| point.first);
        let to = to.map_or(Day::MAX, |point| point.last);
        if from > to {
            return Err(refuse("the end lies before the start"));
        }
        Ok(Self { from, to, text: text.into() })
    }
}

/// A side of a range: nothing, or a point.
fn side(text: &str) -> Result<Option<Point>, &'static str> {
    if text.is_empty() {
        return Ok(None);
    }
    if let Some(point) = plain(text) {
        return Ok(Some(point));
    }
    match level_one(text)? {
        Edtf::Date(date) => read_point(text, &Edtf::Date(date)).map(Some),
        Edtf::Interval(_) => Err("a slash is for spans; between the ends of a range stands `..`"),
        _ => Err("a time of day is not kept"),
    }
}

/// A year, month or day without more: by far the most dates are one, which needs no grammar.
fn plain(text: &str) -> Option<Point> {
    let parts: &[(usize, usize)] = match text.len() {
        4 => &[(0, 4)],
        7 => &[(0, 4), (5, 7)],
        10 => &[(0, 4), (5, 7), (8, 10)],
        _ => return None,
    };
    let is_plain = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    if !text.bytes().enumerate().all(is_plain) {
        return None;
    }
    let mut numbers = parts.iter().map(|(from, to)| text[*from..*to].parse::<u16>().ok());
    let year = numbers.next()??.into();
    let (month, day) = (numbers.next().flatten(), numbers.next().flatten());
    let narrow = |number: u16| u8::try_from(number).ok();
    let first_month = narrow(month.unwrap_or(1))?;
    let first = Day::new(year, first_month, narrow(day.unwrap_or(1))?)?;
    let last = match (month, day) {
        (_, Some(_)) => first,
        // The day before the month that follows.
        (Some(1..=11), None) => Day::new(year, first_month + 1, 1)?.plus(-1),
        _ => Day::new(year, 12, 31)?,
    };
    Some(Point { text: text.into(), first, last, qualified: false })
}

/// Parses what we take of EDTF: levels 0 and 1, in the one spelling that the standard prefers.
fn level_one(text: &str) -> Result<Edtf, &'static str> {
    if text.is_empty() {
        return Err("nothing is written");
    }
    // The longest of the forms that we take, and so a bound on the work.
    if text.len() > 32 {
        return Err("too long");
    }
    let edtf = Edtf::parse(text).map_err(|error| error.message)?;
    if edtf.level() > 1 || edtf.to_string() != text {
        return Err("EDTF of level 2 is not taken");
    }
    Ok(edtf)
}

fn read_point(text: &str, date: &Edtf) -> Result<Point, &'static str> {
    let bounds = date.bounds();
    let (Some(first), Some(last)) = (day(bounds.earliest), day(bounds.latest)) else {
        return Err("years run from -9999 to 9999");
    };
    Ok(Point {
        text: text.into(),
        first,
        last,
        qualified: date.is_uncertain() || date.is_approximate(),
    })
}

/// Reads the ends of a text that is known to be an interval.
fn read_span(text: &str) -> Result<Span, &'static str> {
    let (start, end) = text.split_once('/').ok_or("a slash is missing")?;
    let (start, end) = (read_end(start)?, read_end(end)?);
    if let (End::Known(start), End::Known(end)) = (&start, &end)
        && end.last < start.first
    {
        return Err("the end lies before the start");
    }
    Ok(Span { text: text.into(), start, end })
}

fn read_end(text: &str) -> Result<End, &'static str> {
    match text {
        "" => Ok(End::Unknown),
        ".." => Ok(End::Open),
        _ => side(text)?.map(End::Known).ok_or("an end is missing"),
    }
}

fn day(bound: Bound) -> Option<Day> {
    match bound {
        Bound::Date(date) => Day::new(i32::try_from(date.year).ok()?, date.month, date.day),
        _ => None,
    }
}

fn refusal(what: &'static str, text: &str, expected: &str, why: &str) -> ParseError {
    ParseError::new(what, text, format!("{expected} ({why})"))
}

macro_rules! ordered_by_first_day {
    ($($name:ident),+) => {$(
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.text == other.text
            }
        }

        impl Eq for $name {}

        impl Hash for $name {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.text.hash(state);
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                let first = |value: &Self| value.bounds().start_first;
                first(self).cmp(&first(other)).then_with(|| self.text.cmp(&other.text))
            }
        }
    )+};
}

ordered_by_first_day!(Point, Span);

macro_rules! printed_as_written {
    ($($name:ident),+) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.text)
            }
        }
    )+};
}

printed_as_written!(Point, Span, DateRange);

#[cfg(test)]
mod tests {
    use super::{level_one, plain, read_point, read_span};

    #[test]
    fn a_plain_date_is_what_the_grammar_says() {
        let numbers =
            ["00", "01", "02", "06", "11", "12", "13", "28", "29", "30", "31", "32", "1", "x1"];
        let mut texts: Vec<String> = Vec::new();
        for year in ["0000", "0999", "1989", "2000", "2023", "2024", "9999", "989", "-001", "19x9"]
        {
            texts.push(year.to_owned());
            for month in numbers {
                texts.push(format!("{year}-{month}"));
                texts.extend(numbers.map(|day| format!("{year}-{month}-{day}")));
            }
        }
        texts
            .extend(["2024~", "2024/2025", "2024-1x", "20240101", "2024/01/01"].map(str::to_owned));
        for text in texts {
            let slow = level_one(&text).and_then(|date| read_point(&text, &date));
            match (plain(&text), slow) {
                (Some(fast), slow) => {
                    assert_eq!(Ok(fast.bounds()), slow.map(|point| point.bounds()), "{text}")
                }
                (None, Ok(point)) => assert!(
                    point.qualified
                        || !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'),
                    "{text}"
                ),
                (None, Err(_)) => {}
            }
        }
    }

    #[test]
    fn a_span_of_plain_dates_is_one_where_the_grammar_takes_it() {
        let ends = ["2023", "2024", "2024-01", "2024-06", "2024-12", "2024-06-01", "2024-06-30"];
        for (start, end) in ends.iter().flat_map(|start| ends.map(|end| (start, end))) {
            let text = format!("{start}/{end}");
            assert_eq!(read_span(&text).is_ok(), level_one(&text).is_ok(), "{text}");
        }
    }
}
