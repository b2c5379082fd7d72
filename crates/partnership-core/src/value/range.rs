//! What a filter asks of a quantity.

use std::cmp::Ordering;
use std::fmt;
use std::ops::Bound;
use std::str::FromStr;

use super::quantity::{amount_of, is_unit};
use super::{Fit, Hedge, Interval, Number, Quantity, Truth};
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
    reach: Interval,
    unit: Option<Box<str>>,
}

text_form!(QuantityRange);

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
    /// stands for the numbers that the [`Hedge`] allows: `>200` for all above 200. `Yes` if all of them lie in the
    /// range, `No` if none does, else `Maybe`. Where a source puts the limit of "about", "nearly" or "just over" is
    /// not known, so these are never `Yes`. `Maybe` also where a number takes more than 28 digits.
    #[must_use]
    pub fn meets(&self, quantity: &Quantity) -> Truth {
        if self.unit.is_some() && self.unit() != quantity.unit() {
            return Truth::No;
        }
        let allowed = match quantity.hedge() {
            Hedge::Exact => quantity.value().map(Interval::exactly),
            _ => quantity.allowed_in(0),
        };
        match allowed.map(|allowed| allowed.fits(self.reach)) {
            Some(Fit::Outside) => Truth::No,
            Some(Fit::Inside) if !quantity.hedge().is_vague() => Truth::Yes,
            _ => Truth::Maybe,
        }
    }

    /// Where a number without a hedge and of a unit that is asked for lies: before the range, in it, or after it.
    pub(crate) fn place(&self, value: Number) -> Ordering {
        match Interval::exactly(value).fits(self.reach) {
            Fit::Inside | Fit::Overlapping => Ordering::Equal,
            Fit::Outside => match self.reach.low() {
                Bound::Included(low) | Bound::Excluded(low) if value <= low => Ordering::Less,
                _ => Ordering::Greater,
            },
        }
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
fn between(low: &str, high: &str) -> Option<Interval> {
    match (edge(low)?, edge(high)?) {
        (Bound::Unbounded, Bound::Unbounded) => None,
        (low, high) => Interval::new(low, high),
    }
}

/// An end of a range: nothing, or an amount. `None` refuses.
fn edge(text: &str) -> Option<Bound<Number>> {
    if text.is_empty() { Some(Bound::Unbounded) } else { amount(text).map(Bound::Included) }
}

/// `>=10e6`, or `10e6` alone for equal; approximate comparisons are refused.
fn compared(text: &str) -> Option<Interval> {
    let (hedge, digits) = Hedge::split(text);
    match hedge {
        _ if hedge.is_vague() => None,
        Hedge::Exact => Some(Interval::exactly(amount(digits)?)),
        // Those that are left compare with the number itself.
        _ => hedge.allows(amount(digits)?, Number::ZERO),
    }
}

fn amount(text: &str) -> Option<Number> {
    let (number, power) = amount_of(text)?;
    number.checked_shift(power.unwrap_or(0))
}
