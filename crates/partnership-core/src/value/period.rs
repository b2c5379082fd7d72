//! A length of time, as people say it.

use std::fmt;
use std::str::FromStr;

use super::Day;
use crate::ParseError;

/// So many days, months or years: `90d`, `18m`, `2y`.
///
/// ```
/// use partnership_core::value::{Day, Period};
/// let day: Day = "2026-03-31".parse()?;
/// assert_eq!("1m".parse::<Period>()?.before(day).to_string(), "2026-02-28");
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    number: u16,
    unit: Unit,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Unit {
    Days,
    Months,
    Years,
}

text_form!(Period);

impl Period {
    /// The day that lies so long before another; of a month that has no such day its last. Past the calendar's start it is
    /// a sentinel.
    #[must_use]
    pub fn before(self, day: Day) -> Day {
        let months = match self.unit {
            Unit::Days => return day.plus(-i32::from(self.number)),
            Unit::Months => i32::from(self.number),
            Unit::Years => i32::from(self.number) * 12,
        };
        if !day.is_finite() {
            return day;
        }
        let month = day.year() * 12 + i32::from(day.month()) - 1 - months;
        let (year, of_year) = (month.div_euclid(12), u8::try_from(month.rem_euclid(12) + 1));
        let last = (1..=day.day_of_month()).rev();
        let found = of_year
            .ok()
            .and_then(|of_year| last.clone().find_map(|at| Day::new(year, of_year, at)));
        found.unwrap_or(Day::MIN)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Days => 'd',
            Unit::Months => 'm',
            Unit::Years => 'y',
        };
        write!(f, "{}{unit}", self.number)
    }
}

impl FromStr for Period {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        parse(text).ok_or_else(|| {
            ParseError::new(
                "a length of time",
                text,
                "a number of days, months or years: `90d`, `18m`, `2y`",
            )
        })
    }
}

fn parse(text: &str) -> Option<Period> {
    let unit = match text.chars().next_back()? {
        'd' => Unit::Days,
        'm' => Unit::Months,
        'y' => Unit::Years,
        _ => return None,
    };
    let digits = &text[..text.len() - 1];
    let number: u16 = digits.parse().ok()?;
    (number > 0 && number.to_string() == digits).then_some(Period { number, unit })
}
