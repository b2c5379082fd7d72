//! Where in a source something stands.

use std::cmp::Ordering;
use std::str::FromStr;

use super::text::is_one_line;
use crate::ParseError;

/// A place in a source, as the source counts: `A1 ¶5`, `§3`, `table 1`, `opening`. Never sharpened.
///
/// Ordered by its parts, so that `§10` comes after `§9`, then by text.
///
/// ```
/// let place: partnership_core::value::Place = "A1 ¶5".parse()?;
/// assert_eq!(place.parts(), [("A", 1), ("¶", 5)]);
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Place(Box<str>);

str_newtype!(Place);

impl Place {
    /// The place as units and numbers, to sort and to compare by; a unit without a number has 0.
    ///
    /// A best effort: signs between the parts are dropped, and numbers above `u32::MAX` are cut to it.
    #[must_use]
    pub fn parts(&self) -> Vec<(&str, u32)> {
        let mut parts = Vec::new();
        let mut rest = &*self.0;
        while !rest.is_empty() {
            let (unit, tail) =
                rest.split_at(rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len()));
            let (digits, tail) =
                tail.split_at(tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len()));
            let unit = unit.trim_matches([' ', ',', ';', '.', ':', '-', '–', '(', ')']);
            if !(unit.is_empty() && digits.is_empty()) {
                parts.push((unit, number(digits)));
            }
            rest = tail;
        }
        parts
    }
}

fn number(digits: &str) -> u32 {
    digits
        .bytes()
        .fold(0_u32, |sum, digit| sum.saturating_mul(10).saturating_add(u32::from(digit - b'0')))
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts().cmp(&other.parts()).then_with(|| self.0.cmp(&other.0))
    }
}

impl FromStr for Place {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        if is_one_line(text) {
            return Ok(Self(text.into()));
        }
        Err(ParseError::new(
            "a place in a source",
            text,
            "plain words on one line, such as `A1 ¶5` or `table 1`",
        ))
    }
}
