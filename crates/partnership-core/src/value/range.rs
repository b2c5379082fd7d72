//! What a filter asks of a quantity.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::quantity::{amount_of, is_unit};
use super::{Hedge, Number, Quantity, Truth};
use crate::ParseError;

/// A range of quantities: `>=10e6 USD`, `>200e9 USD`, `1..5` (ends included), `10..`, `..5 %`, `30e6 USD` (equal).
///
/// A range with a unit takes only quantities of that unit; one without asks about the number alone.
///
/// ```
/// use partnership_core::value::{Quantity, QuantityRange, Truth};
/// let large: QuantityRange = ">=150e9 USD".parse()?;
/// let printed: Quantity = ">200e9 USD".parse()?;
/// assert_eq!(large.meets(&printed), Truth::Yes);
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct QuantityRange {
    text: Box<str>,
    reach: Reach,
    unit: Option<Box<str>>,
}

text_form!(QuantityRange);

/// An end of a range of numbers, and whether it belongs to the range; none is no bound at all.
type Edge = Option<(Number, Side)>;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Side {
    Within,
    Without,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Reach {
    low: Edge,
    high: Edge,
}

impl QuantityRange {
    /// The text, as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The unit that it asks for.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        self.unit.as_deref()
    }

    /// Whether a quantity lies in the range.
    ///
    /// `No` for another unit. A number without hedge is taken as printed, so it is `Yes` or `No`. A hedged one
    /// stands for the numbers that the hedge allows: `>200` for all above 200. `Yes` if all of them lie in the
    /// range, `No` if none does, else `Maybe`. `~x` stands for x ± 5 %, `<~x` for x − 5 % to x; where a source
    /// puts the limit of "about" is not known, so these two are never `Yes`. `Maybe` also where a number takes
    /// more than 28 digits.
    #[must_use]
    pub fn meets(&self, quantity: &Quantity) -> Truth {
        if self.unit.is_some() && self.unit() != quantity.unit() {
            return Truth::No;
        }
        let Some(allowed) = quantity.value().and_then(|value| allowed(quantity.hedge(), value))
        else {
            return Truth::Maybe;
        };
        if allowed.misses(self.reach) {
            Truth::No
        } else if allowed.lies_in(self.reach)
            && !matches!(quantity.hedge(), Hedge::About | Hedge::Nearly)
        {
            Truth::Yes
        } else {
            Truth::Maybe
        }
    }

    /// Where a number without a hedge and of a unit that is asked for lies: before the range, in it, or after it.
    pub(crate) fn place(&self, value: Number) -> Ordering {
        let at = Some((value, Side::Within));
        if lies_before(at, self.reach.low) {
            Ordering::Less
        } else if lies_before(self.reach.high, at) {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    }
}

/// The numbers that a hedge before a value allows.
fn allowed(hedge: Hedge, value: Number) -> Option<Reach> {
    let at = Some((value, Side::Within));
    let beside = Some((value, Side::Without));
    let five_per_cent =
        |percent: i128| Some((value.checked_mul(Number::new(percent, 2)?)?, Side::Within));
    let (less, more) = if value.is_negative() { (105, 95) } else { (95, 105) };
    Some(match hedge {
        Hedge::Exact => Reach { low: at, high: at },
        Hedge::About => Reach { low: Some(five_per_cent(less)?), high: Some(five_per_cent(more)?) },
        Hedge::Nearly => Reach { low: Some(five_per_cent(less)?), high: at },
        Hedge::Above => Reach { low: beside, high: None },
        Hedge::AtLeast => Reach { low: at, high: None },
        Hedge::Below => Reach { low: None, high: beside },
        Hedge::AtMost => Reach { low: None, high: at },
    })
}

impl Reach {
    /// Whether the two have no number in common.
    fn misses(self, other: Self) -> bool {
        lies_before(self.high, other.low) || lies_before(other.high, self.low)
    }

    /// Whether each of its numbers is one of the other's.
    fn lies_in(self, other: Self) -> bool {
        let low = match (self.low, other.low) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some((own, side)), Some((limit, limit_side))) => {
                own > limit
                    || (own == limit && (side == Side::Without || limit_side == Side::Within))
            }
        };
        let high = match (self.high, other.high) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some((own, side)), Some((limit, limit_side))) => {
                own < limit
                    || (own == limit && (side == Side::Without || limit_side == Side::Within))
            }
        };
        low && high
    }
}

/// Whether everything up to `high` lies before everything from `low`.
fn lies_before(high: Edge, low: Edge) -> bool {
    match (high, low) {
        (Some((high, high_side)), Some((low, low_side))) => {
            high < low || (high == low && (high_side == Side::Without || low_side == Side::Without))
        }
        _ => false,
    }
}

impl fmt::Display for QuantityRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl FromStr for QuantityRange {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        parse(text).ok_or_else(|| {
            let expected = "a comparison such as `>=10e6 USD`, a range such as `1..5`, or one value such as `30e6 USD`";
            ParseError::new("a range of quantities", text, expected)
        })
    }
}

fn parse(text: &str) -> Option<QuantityRange> {
    let (amounts, unit) = match text.split_once(' ') {
        Some((amounts, unit)) => (amounts, Some(unit)),
        None => (text, None),
    };
    if !unit.is_none_or(is_unit) {
        return None;
    }
    let reach = match amounts.split_once("..") {
        Some((low, high)) => between(low, high)?,
        None => compared(amounts)?,
    };
    Some(QuantityRange { text: text.into(), reach, unit: unit.map(Into::into) })
}

/// `1..5`, `1..` or `..5`.
fn between(low: &str, high: &str) -> Option<Reach> {
    let (low, high) = (edge(low)?, edge(high)?);
    match (low, high) {
        (None, None) => None,
        (Some((from, _)), Some((to, _))) if from > to => None,
        _ => Some(Reach { low, high }),
    }
}

/// An end of a range: nothing, or an amount. The outer `None` refuses.
fn edge(text: &str) -> Option<Edge> {
    if text.is_empty() { Some(None) } else { Some(Some((amount(text)?, Side::Within))) }
}

/// `>=10e6`, or `10e6` alone for equal; approximate comparisons are refused.
fn compared(text: &str) -> Option<Reach> {
    let (hedge, digits) = Hedge::split(text);
    match hedge {
        Hedge::About | Hedge::Nearly => None,
        _ => allowed(hedge, amount(digits)?),
    }
}

fn amount(text: &str) -> Option<Number> {
    let (number, power) = amount_of(text)?;
    number.checked_shift(power.unwrap_or(0))
}
