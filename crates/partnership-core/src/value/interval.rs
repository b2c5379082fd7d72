//! Exact arithmetic on what a printed number allows.

use std::fmt;
use std::ops::{Bound, Neg};
use std::str::FromStr;

use partnership_derive::Described;

use super::Number;
use crate::ParseError;

/// The numbers between two ends; an end belongs to it (`[`, `]`), does not (`(`, `)`), or is not there (`∞`).
///
/// A printed number stands for all that round to it: "23-fold" is `[22.5, 23.5)`. Sums, differences and products hold
/// exactly the results of the numbers within. A quotient is exact too, if its ends have at most
/// [`Interval::DECIMALS`] decimals; else such an end is rounded outward, so that the interval always contains every
/// quotient, and lies open there. There are no floats. What would take more than 28 digits is `None`, never something near.
///
/// ```
/// use partnership_core::value::{Fit, Interval};
/// let (traded, aim): (Interval, Interval) = ("[119.85, 119.95)".parse()?, "[150, ∞)".parse()?);
/// assert_eq!(traded.fits(aim), Fit::Outside);
/// let share = traded.checked_div("[150, 150]".parse()?).unwrap();
/// assert_eq!(share.to_string(), "[0.799, 0.799666666667)");
/// assert_eq!(share.outward(3).to_string(), "[0.799, 0.8)");
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    low: Bound<Number>,
    high: Bound<Number>,
}

text_form!(Interval);

/// How what is measured lies to what is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Fit {
    /// All of it is allowed.
    #[described(ko = "범위 안")]
    Inside,
    /// Some of it is: too close to tell at the printed precision.
    #[described(ko = "일부 겹침")]
    Overlapping,
    /// Nothing of it is.
    #[described(ko = "범위 밖")]
    Outside,
}

/// An end as a place on the line of numbers, in order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Below,
    At(Number),
    Above,
}

/// An end, and whether it is reached.
type Edge = (Place, bool);

impl Interval {
    /// The most decimals of the end of a quotient; one that has more is rounded outward.
    pub const DECIMALS: u32 = 12;
    /// All numbers.
    pub const ALL: Self = Self { low: Bound::Unbounded, high: Bound::Unbounded };

    /// The numbers between two ends; `None` if there are none.
    #[must_use]
    pub fn new(low: Bound<Number>, high: Bound<Number>) -> Option<Self> {
        let holds = match (low, high) {
            (Bound::Included(low), Bound::Included(high)) => low <= high,
            (
                Bound::Included(low) | Bound::Excluded(low),
                Bound::Included(high) | Bound::Excluded(high),
            ) => low < high,
            _ => true,
        };
        holds.then_some(Self { low, high })
    }

    /// One number alone.
    #[must_use]
    pub fn exactly(number: Number) -> Self {
        Self { low: Bound::Included(number), high: Bound::Included(number) }
    }

    /// A number and all above it.
    #[must_use]
    pub fn at_least(number: Number) -> Self {
        Self { low: Bound::Included(number), high: Bound::Unbounded }
    }

    /// A number and all below it.
    #[must_use]
    pub fn at_most(number: Number) -> Self {
        Self { low: Bound::Unbounded, high: Bound::Included(number) }
    }

    /// All above a number.
    #[must_use]
    pub fn above(number: Number) -> Self {
        Self { low: Bound::Excluded(number), high: Bound::Unbounded }
    }

    /// All below a number.
    #[must_use]
    pub fn below(number: Number) -> Self {
        Self { low: Bound::Unbounded, high: Bound::Excluded(number) }
    }

    /// The lower end.
    #[must_use]
    pub fn low(&self) -> Bound<Number> {
        self.low
    }

    /// The upper end.
    #[must_use]
    pub fn high(&self) -> Bound<Number> {
        self.high
    }

    /// Whether a number lies within.
    #[must_use]
    pub fn contains(&self, number: Number) -> bool {
        Self::exactly(number).fits(*self) == Fit::Inside
    }

    /// How it lies to what is allowed: all of it inside, none of it, or some.
    #[must_use]
    pub fn fits(self, allowed: Self) -> Fit {
        let low = self.low_edge().0.cmp(&allowed.low_edge().0);
        let high = self.high_edge().0.cmp(&allowed.high_edge().0);
        // At the same place an end that is not reached lies further in than one that is.
        let within = |order: std::cmp::Ordering, own: Bound<Number>, limit: Bound<Number>| {
            order.is_gt() || (order.is_eq() && !(is_included(own) && is_excluded(limit)))
        };
        if within(low, self.low, allowed.low) && within(high.reverse(), self.high, allowed.high) {
            Fit::Inside
        } else if lies_before(self.high, allowed.low) || lies_before(allowed.high, self.low) {
            Fit::Outside
        } else {
            Fit::Overlapping
        }
    }

    /// The least interval that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        let low = [self.low_edge(), other.low_edge()].into_iter().reduce(lesser);
        let high = [self.high_edge(), other.high_edge()].into_iter().reduce(greater);
        Self { low: bound(low), high: bound(high) }
    }

    /// All sums of a number of the one and a number of the other.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let sum = |a: Bound<Number>, b: Bound<Number>| match (number_of(a), number_of(b)) {
            (Some(x), Some(y)) => Some(ending(x.checked_add(y)?, is_included(a) && is_included(b))),
            _ => Some(Bound::Unbounded),
        };
        Some(Self { low: sum(self.low, other.low)?, high: sum(self.high, other.high)? })
    }

    /// All differences.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(-other)
    }

    /// All products.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        let (mut low, mut high): (Option<Edge>, Option<Edge>) = (None, None);
        for own in [self.low_edge(), self.high_edge()] {
            for its in [other.low_edge(), other.high_edge()] {
                let product = product(own, its)?;
                low = Some(low.map_or(product, |least| lesser(least, product)));
                high = Some(high.map_or(product, |most| greater(most, product)));
            }
        }
        Some(Self { low: bound(low), high: bound(high) })
    }

    /// All quotients by numbers that are above zero; `None` if the divisor reaches zero, or holds numbers below.
    #[must_use]
    pub fn checked_div(self, divisor: Self) -> Option<Self> {
        let least = number_of(divisor.low).filter(|low| *low > Number::ZERO)?;
        let by_least =
            |end: Number, closed, up| quotient(end, least, closed && is_included(divisor.low), up);
        let by_most = |end: Number, closed, up| match number_of(divisor.high) {
            Some(most) => quotient(end, most, closed && is_included(divisor.high), up),
            None => Some(Bound::Excluded(Number::ZERO)),
        };
        let end = |end: Bound<Number>, up: bool| match number_of(end) {
            None => Some(Bound::Unbounded),
            Some(zero) if zero.is_zero() => Some(ending(Number::ZERO, is_included(end))),
            // The lower end of a number below zero and the upper of one above come of the least divisor.
            Some(number) if number.is_negative() == up => by_most(number, is_included(end), up),
            Some(number) => by_least(number, is_included(end), up),
        };
        Some(Self { low: end(self.low, false)?, high: end(self.high, true)? })
    }

    /// The same with ends of so many decimals at most, rounded outward: it holds all that it held.
    #[must_use]
    pub fn outward(self, decimals: u32) -> Self {
        let round = |end: Bound<Number>, up: bool| match number_of(end) {
            None => Bound::Unbounded,
            Some(number) => match quotient_to(number, Number::from(1_u32), decimals, up) {
                Some((rounded, true)) => ending(rounded, is_included(end)),
                Some((rounded, false)) => Bound::Excluded(rounded),
                None => end,
            },
        };
        Self { low: round(self.low, false), high: round(self.high, true) }
    }

    /// The same times a power of ten; `None` if an end takes more than 28 digits.
    pub(crate) fn shifted(self, power: i8) -> Option<Self> {
        let end = |end: Bound<Number>| match number_of(end) {
            None => Some(Bound::Unbounded),
            Some(number) => Some(ending(number.checked_shift(power)?, is_included(end))),
        };
        Some(Self { low: end(self.low)?, high: end(self.high)? })
    }

    /// How far its ends lie apart; `None` if it has not two, or that takes more than 28 digits.
    pub(crate) fn width(self) -> Option<Number> {
        number_of(self.high)?.checked_sub(number_of(self.low)?)
    }

    fn low_edge(self) -> Edge {
        number_of(self.low)
            .map_or((Place::Below, false), |low| (Place::At(low), is_included(self.low)))
    }

    fn high_edge(self) -> Edge {
        number_of(self.high)
            .map_or((Place::Above, false), |high| (Place::At(high), is_included(self.high)))
    }
}

impl Neg for Interval {
    type Output = Self;

    fn neg(self) -> Self {
        Self { low: self.high.map(Neg::neg), high: self.low.map(Neg::neg) }
    }
}

fn number_of(end: Bound<Number>) -> Option<Number> {
    match end {
        Bound::Included(number) | Bound::Excluded(number) => Some(number),
        Bound::Unbounded => None,
    }
}

fn is_included(end: Bound<Number>) -> bool {
    matches!(end, Bound::Included(_))
}

fn is_excluded(end: Bound<Number>) -> bool {
    matches!(end, Bound::Excluded(_))
}

fn ending(number: Number, closed: bool) -> Bound<Number> {
    if closed { Bound::Included(number) } else { Bound::Excluded(number) }
}

fn bound(edge: Option<Edge>) -> Bound<Number> {
    match edge {
        Some((Place::At(number), closed)) => ending(number, closed),
        _ => Bound::Unbounded,
    }
}

/// Whether everything up to `high` lies before everything from `low`.
fn lies_before(high: Bound<Number>, low: Bound<Number>) -> bool {
    match (number_of(high), number_of(low)) {
        (Some(end), Some(start)) => {
            end < start || (end == start && !(is_included(high) && is_included(low)))
        }
        _ => false,
    }
}

/// The lower of two edges; of two at one place the one that is reached.
fn lesser(a: Edge, b: Edge) -> Edge {
    if (b.0, !b.1) < (a.0, !a.1) { b } else { a }
}

fn greater(a: Edge, b: Edge) -> Edge {
    if b > a { b } else { a }
}

/// The product of two edges. It is reached if both are; zero, if it is reached, makes zero of whatever there is.
fn product(a: Edge, b: Edge) -> Option<Edge> {
    let is_zero = |edge: Edge| matches!(edge.0, Place::At(number) if number.is_zero());
    if is_zero(a) || is_zero(b) {
        let makes_zero = |edge: Edge| edge.1 && is_zero(edge);
        let reached = makes_zero(a) || makes_zero(b) || (a.1 && b.1);
        return Some((Place::At(Number::ZERO), reached));
    }
    if let (Place::At(x), Place::At(y)) = (a.0, b.0) {
        return Some((Place::At(x.checked_mul(y)?), a.1 && b.1));
    }
    let is_below = |place| place < Place::At(Number::ZERO);
    let endless = if is_below(a.0) == is_below(b.0) { Place::Above } else { Place::Below };
    Some((endless, false))
}

fn quotient(number: Number, divisor: Number, closed: bool, up: bool) -> Option<Bound<Number>> {
    let (rounded, exact) = quotient_to(number, divisor, Interval::DECIMALS, up)?;
    Some(ending(rounded, closed && exact))
}

/// A quotient by a number above zero, rounded down or up to so many decimals, and whether it is exact.
fn quotient_to(number: Number, divisor: Number, decimals: u32, up: bool) -> Option<(Number, bool)> {
    let by = divisor.mantissa();
    let mut quotient = number.mantissa().checked_div_euclid(by)?;
    let mut rest = number.mantissa().checked_rem_euclid(by)?;
    // Digit by digit, so that no step takes more than a digit beyond those of the divisor.
    let steps = i64::from(decimals) + i64::from(divisor.scale()) - i64::from(number.scale());
    for _ in 0..steps {
        let next = rest.checked_mul(10)?;
        quotient = quotient.checked_mul(10)?.checked_add(next / by)?;
        rest = next % by;
    }
    let mut exact = rest == 0;
    for _ in steps..0 {
        exact &= quotient.rem_euclid(10) == 0;
        quotient = quotient.div_euclid(10);
    }
    let rounded = quotient.checked_add(i128::from(up && !exact))?;
    Some((Number::trimmed(rounded, decimals)?, exact))
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Decimals without end zeros: nobody printed these numbers.
        let plain =
            |number: Number| Number::trimmed(number.mantissa(), number.scale()).unwrap_or(number);
        match self.low.map(plain) {
            Bound::Included(low) => write!(f, "[{low}, ")?,
            Bound::Excluded(low) => write!(f, "({low}, ")?,
            Bound::Unbounded => f.write_str("(-∞, ")?,
        }
        match self.high.map(plain) {
            Bound::Included(high) => write!(f, "{high}]"),
            Bound::Excluded(high) => write!(f, "{high})"),
            Bound::Unbounded => f.write_str("∞)"),
        }
    }
}

impl FromStr for Interval {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        parse(text).ok_or_else(|| {
            let expected = "two ends in brackets, such as `[22.5, 23.5)` or `(200, ∞)`, with a number between them";
            ParseError::new("an interval", text, expected)
        })
    }
}

fn parse(text: &str) -> Option<Interval> {
    let (low, high) = text.split_once(", ")?;
    let low = match low.split_at_checked(1)? {
        ("(", "-∞") => Bound::Unbounded,
        (bracket @ ("[" | "("), number) => ending(number.parse().ok()?, bracket == "["),
        _ => return None,
    };
    let high = match high.split_at_checked(high.len().checked_sub(1)?)? {
        ("∞", ")") => Bound::Unbounded,
        (number, bracket @ ("]" | ")")) => ending(number.parse().ok()?, bracket == "]"),
        _ => return None,
    };
    Interval::new(low, high)
}
