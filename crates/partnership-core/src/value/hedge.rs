//! What the words around a number allow: one table, with a version.

use std::fmt;
use std::ops::Bound;
use std::str::FromStr;

use super::{Interval, Number};
use crate::ParseError;

/// How a source hedges a number.
///
/// What each allows is fixed, in exact decimals, and numbered by [`Hedge::VERSION`]. `N` is the number as written and
/// `u` the unit of its last written digit; `[` means that an end is allowed, `(` that it is not.
///
/// | sign | words | allows |
/// | --- | --- | --- |
/// | none | (bare number), just, only, a total of | `[N − u/2, N + u/2)`: what rounds to it |
/// | `=` | exactly, precisely | `[N, N]` |
/// | `~` | about, around, roughly, some | `[N − d, N + d]`, d the greater of 5 % of N and u/2 |
/// | `<~` | nearly, almost, close to, just under | `[0.95 N, N)` |
/// | `>~` | just over, slightly more than | `(N, 1.05 N]` |
/// | `>` | more than, over, above; crossed, passed | `(N, ∞)` |
/// | `>=` | at least, no fewer than, N or more | `[N, ∞)` |
/// | `<` | less than, under, below | `(−∞, N)` |
/// | `<=` | up to, at most, no more than | `(−∞, N]` |
/// | `x` | doubled, twice, tripled, halved: a multiple in a word | `[N − N/8, N + N/8)`; from 5 on `[N − ½, N + ½)` |
///
/// *Between A and B* is no sign but two bare numbers: see [`Hedge::between`].
///
/// Below zero a bare number and the signs with `~` are mirrored at zero; `>` and `<` compare as numbers do.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hedge {
    /// Nothing: the number, to its printed digits.
    #[default]
    Exact,
    /// `=`: exactly; the word takes the rounding away.
    Precise,
    /// `~`: about.
    About,
    /// `<~`: nearly, a little less than.
    Nearly,
    /// `>~`: just over.
    JustOver,
    /// `>`: more than.
    Above,
    /// `>=`: at least.
    AtLeast,
    /// `<`: less than.
    Below,
    /// `<=`: at most.
    AtMost,
    /// `x`: a multiple in a word, such as *doubled*.
    Word,
}

/// The longest sign first, so that none hides another.
const HEDGES: [(&str, Hedge); 9] = [
    (">=", Hedge::AtLeast),
    ("<=", Hedge::AtMost),
    ("<~", Hedge::Nearly),
    (">~", Hedge::JustOver),
    ("=", Hedge::Precise),
    ("~", Hedge::About),
    (">", Hedge::Above),
    ("<", Hedge::Below),
    ("x", Hedge::Word),
];

impl Hedge {
    /// The version of the table. A bound that changes makes a new one.
    pub const VERSION: u16 = 1;

    /// The sign, as written before the digits; empty for [`Hedge::Exact`].
    #[must_use]
    pub fn as_str(self) -> &'static str {
        HEDGES.iter().find(|(_, hedge)| *hedge == self).map_or("", |(sign, _)| sign)
    }

    /// The numbers that it allows around a number, of which `half` is half a unit of the last written digit; `None` if an
    /// end takes more than 28 digits.
    ///
    /// ```
    /// use partnership_core::value::{Hedge, Number};
    /// let (seven, half): (Number, Number) = ("7".parse()?, "0.5".parse()?);
    /// assert_eq!(Hedge::About.allows(seven, half).unwrap().to_string(), "[6.5, 7.5]");
    /// assert_eq!(Hedge::Nearly.allows(seven, half).unwrap().to_string(), "[6.65, 7)");
    /// # Ok::<(), partnership_core::ParseError>(())
    /// ```
    #[must_use]
    pub fn allows(self, number: Number, half: Number) -> Option<Interval> {
        if number.is_negative() && !self.compares() {
            return self.allows(-number, half).map(|mirrored| -mirrored);
        }
        let share = |thousandths: i128| number.checked_mul(Number::new(thousandths, 3)?);
        let around = |by: Number| {
            let (low, high) = (number.checked_sub(by)?, number.checked_add(by)?);
            Interval::new(Bound::Included(low), Bound::Excluded(high))
        };
        match self {
            // Nothing rounds to zero but what lies nearer to it than half a unit.
            Self::Exact if number.is_zero() => {
                Interval::new(Bound::Excluded(-half), Bound::Excluded(half))
            }
            Self::Exact => around(half),
            Self::Precise => Some(Interval::exactly(number)),
            Self::About => {
                let by = share(50)?.max(half);
                let (low, high) = (number.checked_sub(by)?, number.checked_add(by)?);
                Interval::new(Bound::Included(low), Bound::Included(high))
            }
            Self::Nearly => Interval::new(Bound::Included(share(950)?), Bound::Excluded(number)),
            Self::JustOver => Interval::new(Bound::Excluded(number), Bound::Included(share(1050)?)),
            Self::Above => Some(Interval::above(number)),
            Self::AtLeast => Some(Interval::at_least(number)),
            Self::Below => Some(Interval::below(number)),
            Self::AtMost => Some(Interval::at_most(number)),
            Self::Word if number >= Number::from(5_u32) => around(Number::new(5, 1)?),
            Self::Word => around(share(125)?),
        }
    }

    /// What *between A and B* allows, of two printed numbers: from the lower end of the one to the upper end of the other.
    /// `None` if they stand the wrong way round.
    #[must_use]
    pub fn between(low: Interval, high: Interval) -> Option<Interval> {
        Interval::new(low.low(), high.high())
    }

    /// Whether it only says on which side of the number to look.
    fn compares(self) -> bool {
        matches!(self, Self::Precise | Self::Above | Self::AtLeast | Self::Below | Self::AtMost)
    }

    /// Whether where it ends is our convention, and not in the words.
    pub(crate) fn is_vague(self) -> bool {
        matches!(self, Self::About | Self::Nearly | Self::JustOver | Self::Word)
    }

    /// Takes a sign off the start of a text.
    pub(crate) fn split(text: &str) -> (Self, &str) {
        let found =
            HEDGES.iter().find_map(|(sign, hedge)| Some((*hedge, text.strip_prefix(sign)?)));
        found.unwrap_or((Self::Exact, text))
    }
}

text_form!(Hedge);

impl fmt::Display for Hedge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Hedge {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        match Self::split(text) {
            (hedge, "") => Ok(hedge),
            _ => {
                let signs = "`=`, `~`, `<~`, `>~`, `>`, `>=`, `<`, `<=`, `x` or nothing";
                Err(ParseError::new("a hedge", text, signs))
            }
        }
    }
}
