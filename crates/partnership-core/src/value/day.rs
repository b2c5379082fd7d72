//! A day of the calendar.

use std::fmt;
use std::str::FromStr;

use crate::ParseError;

/// A day of the proleptic Gregorian calendar in the years −9999 to 9999, written `2024-10-10`.
///
/// Kept as the number of days since 1970-01-01. Two sentinels stand before and after every day; they are
/// bounds, print as `-∞` and `+∞`, and cannot be typed.
///
/// ```
/// use partnership_core::value::Day;
/// let day: Day = "2024-02-28".parse()?;
/// assert_eq!(day.plus(2).to_string(), "2024-03-01");
/// assert!(day < Day::MAX);
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

text_form!(Day);

impl Day {
    /// Before every day.
    pub const MIN: Self = Self(i32::MIN);
    /// After every day.
    pub const MAX: Self = Self(i32::MAX);
    /// -9999-01-01, the first day of the calendar.
    pub const FIRST: Self = Self(number_of(-9999, 1, 1));
    /// 9999-12-31, the last day of the calendar.
    pub const LAST: Self = Self(number_of(9999, 12, 31));

    /// The day of a date, if the calendar has it and its year is −9999 to 9999.
    #[must_use]
    pub const fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if year < -9999
            || year > 9999
            || month < 1
            || month > 12
            || day < 1
            || day > days_in(year, month)
        {
            return None;
        }
        Some(Self(number_of(year, month, day)))
    }

    /// Days since 1970-01-01; the sentinels have the least and the greatest number.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day of a number; numbers outside the years −9999 to 9999 give a sentinel.
    #[must_use]
    pub const fn from_number(number: i32) -> Self {
        if number < Self::FIRST.0 {
            Self::MIN
        } else if number > Self::LAST.0 {
            Self::MAX
        } else {
            Self(number)
        }
    }

    /// Whether this is a day and not a sentinel.
    #[must_use]
    pub const fn is_finite(self) -> bool {
        Self::FIRST.0 <= self.0 && self.0 <= Self::LAST.0
    }

    /// The astronomical year: 0 is the year before 1. Of a sentinel, some year beyond all others.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.date().0
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.date().1
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day_of_month(self) -> u8 {
        self.date().2
    }

    /// The day so many days later (or earlier); past the calendar's ends a sentinel. Sentinels stay.
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        if self.is_finite() { Self::from_number(self.0.saturating_add(days)) } else { self }
    }

    /// Year, month and day, by the shift of the year's start to March that makes months regular.
    const fn date(self) -> (i32, u8, u8) {
        let shifted = self.0 as i64 + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = era * 400 + year_of_era + (month <= 2) as i64;
        (year as i32, month as u8, day as u8)
    }
}

/// Days from 1970-01-01 to a date that the calendar has.
const fn number_of(year: i32, month: u8, day: u8) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month as i32 + 9) % 12;
    let of_year = (153 * month_from_march + 2) / 5 + day as i32 - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year - 719_468
}

const fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        match *self {
            Self::MIN => f.write_str("-∞"),
            Self::MAX => f.write_str("+∞"),
            _ if year < 0 => write!(f, "-{:04}-{month:02}-{day:02}", -year),
            _ => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

impl FromStr for Day {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        parse(text).ok_or_else(|| {
            ParseError::new("a day", text, "a day of the calendar such as `2024-10-10`")
        })
    }
}

fn parse(text: &str) -> Option<Day> {
    let (negative, date) = text.strip_prefix('-').map_or((false, text), |date| (true, date));
    let bytes: &[u8; 10] = date.as_bytes().try_into().ok()?;
    if bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let year = i32::from(digits(&bytes[..4])?);
    let (month, day) = (digits(&bytes[5..7])?, digits(&bytes[8..])?);
    if negative && year == 0 {
        return None;
    }
    Day::new(
        if negative { -year } else { year },
        u8::try_from(month).ok()?,
        u8::try_from(day).ok()?,
    )
}

/// The number that up to four ASCII digits write.
fn digits(bytes: &[u8]) -> Option<u16> {
    bytes
        .iter()
        .try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u16::from(byte - b'0')))
}
