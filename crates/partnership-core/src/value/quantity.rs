//! Numbers of something, as a source prints them.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use super::text::is_one_line;
use super::{Hedge, Interval, Number, QuantityRange, Truth};
use crate::ParseError;

/// A number as a source prints it: `[hedge] digits [e power] [space unit]`.
///
/// `30e6 USD` is thirty million dollars printed to the million, `>200e9 USD` more than two hundred billion,
/// `40000 persons` and `23` are counts. The digits are kept; equality is equality of texts, since `1.5` and
/// `1.50` say different things. Values are compared by [`Quantity::compare_to`].
///
/// ```
/// let budget: partnership_core::value::Quantity = "~30e6 USD".parse()?;
/// assert_eq!(budget.number().to_string(), "30");
/// assert_eq!(budget.value().map(|value| value.to_string()).as_deref(), Some("30000000"));
/// assert_eq!(budget.unit(), Some("USD"));
/// assert_eq!(budget.to_string(), "~30e6 USD");
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone)]
pub struct Quantity {
    hedge: Hedge,
    number: Number,
    power: Option<i8>,
    unit: Option<Box<str>>,
}

text_form!(Quantity);

impl Quantity {
    /// How the number is hedged.
    #[must_use]
    pub fn hedge(&self) -> Hedge {
        self.hedge
    }

    /// The digits, as printed, without the power of ten.
    #[must_use]
    pub fn number(&self) -> Number {
        self.number
    }

    /// The power of ten, −99 to 99; 0 if none is written.
    #[must_use]
    pub fn power(&self) -> i8 {
        self.power.unwrap_or(0)
    }

    /// The power of ten, if one is written; a table may give one for all its rows that write none.
    #[must_use]
    pub fn printed_power(&self) -> Option<i8> {
        self.power
    }

    /// The unit: a currency, `%`, or words.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        self.unit.as_deref()
    }

    /// Digits and power together, exactly and without the hedge; `None` if that takes more than 28 digits.
    #[must_use]
    pub fn value(&self) -> Option<Number> {
        self.number.checked_shift(self.power())
    }

    /// The same in a table that gives a power of ten for its rows: theirs counts only where none is written.
    #[must_use]
    pub fn value_in(&self, power: i8) -> Option<Number> {
        self.number.checked_shift(self.power.unwrap_or(power))
    }

    /// The values that round to the printed digits, half away from zero, without the hedge.
    ///
    /// `30e6` is 29.5 (included) to 30.5 million (excluded). `None` if an end takes more than 28 digits.
    #[must_use]
    pub fn printed_interval(&self) -> Option<Interval> {
        Self { hedge: Hedge::Exact, ..self.clone() }.allowed_in(0)
    }

    /// What the printed number allows, with its hedge, in a table that gives a power of ten for its rows: theirs counts
    /// only where none is written. See [`Hedge`]. `None` if an end takes more than 28 digits.
    #[must_use]
    pub fn allowed_in(&self, power: i8) -> Option<Interval> {
        let power = self.power.unwrap_or(power);
        self.hedge.allows(self.number.checked_shift(power)?, self.half()?.checked_shift(power)?)
    }

    /// Half a unit of the last printed digit, without the power of ten.
    fn half(&self) -> Option<Number> {
        Number::new(5, self.number.scale() + 1)
    }

    /// Compares the values, hedges aside; `None` for different units, or if a value takes more than 28 digits.
    ///
    /// ```
    /// use partnership_core::value::Quantity;
    /// let (a, b, c): (Quantity, Quantity, Quantity) = ("1.5e6 USD".parse()?, "900000 USD".parse()?, "1 KRW".parse()?);
    /// assert_eq!(a.compare_to(&b), Some(std::cmp::Ordering::Greater));
    /// assert_eq!(a.compare_to(&c), None);
    /// # Ok::<(), partnership_core::ParseError>(())
    /// ```
    #[must_use]
    pub fn compare_to(&self, other: &Self) -> Option<Ordering> {
        if self.unit != other.unit {
            return None;
        }
        Some(self.value()?.cmp(&other.value()?))
    }

    /// Whether it lies in a range, as [`QuantityRange::meets`] tells.
    #[must_use]
    pub fn meets(&self, range: &QuantityRange) -> Truth {
        range.meets(self)
    }

    /// What makes the text: two quantities are equal if this is.
    fn key(&self) -> (Hedge, i128, u32, Option<i8>, Option<&str>) {
        (self.hedge, self.number.mantissa(), self.number.scale(), self.power, self.unit())
    }
}

impl PartialEq for Quantity {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Quantity {}

impl Hash for Quantity {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.hedge, self.number)?;
        if let Some(power) = self.power {
            write!(f, "e{power}")?;
        }
        match &self.unit {
            Some(unit) => write!(f, " {unit}"),
            None => Ok(()),
        }
    }
}

impl FromStr for Quantity {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        parse(text).ok_or_else(|| {
            let expected = "digits with an optional power of ten and unit, such as `30e6 USD`, `>200e9 USD`, `40000 persons` or `23`";
            ParseError::new("a quantity", text, expected)
        })
    }
}

fn parse(text: &str) -> Option<Quantity> {
    let (hedge, rest) = Hedge::split(text);
    let (amount, unit) = match rest.split_once(' ') {
        Some((amount, unit)) => (amount, Some(unit)),
        None => (rest, None),
    };
    // A multiple in a word is of nothing.
    if !unit.is_none_or(is_unit) || (hedge == Hedge::Word && unit.is_some()) {
        return None;
    }
    let (number, power) = amount_of(amount)?;
    Some(Quantity { hedge, number, power, unit: unit.map(Into::into) })
}

/// Digits and the power of ten written after them.
pub(crate) fn amount_of(text: &str) -> Option<(Number, Option<i8>)> {
    let (digits, power) = match text.split_once('e') {
        Some((digits, power)) => (digits, Some(power_of(power)?)),
        None => (text, None),
    };
    Some((digits.parse().ok()?, power))
}

/// A power in its one spelling: no `+`, no leading zero, at most two digits.
fn power_of(text: &str) -> Option<i8> {
    let power: i8 = text.parse().ok()?;
    (power.unsigned_abs() < 100 && power.to_string() == text).then_some(power)
}

/// Whether a text can be a unit: one line of at most 64 bytes that cannot be taken for a further number, nor
/// for a power of ten that a space cut off, as in `30 e6`.
pub(crate) fn is_unit(text: &str) -> bool {
    let is_of_number = |c: char| c.is_ascii_digit() || "~<>=+-.,".contains(c);
    let is_power = text.strip_prefix(['e', 'E']).is_some_and(|rest| rest.starts_with(is_of_number));
    let starts_well = !text.starts_with(is_of_number) && !is_power;
    starts_well && text.len() <= 64 && !text.contains("..") && is_one_line(text)
}
