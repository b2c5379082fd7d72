//! Exact decimal numbers that keep the digits as printed.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::ParseError;

/// An exact decimal number of at most 28 digits, with its printed scale: `1.50` stays `1.50`.
///
/// Written `-?digits[.digits]`, without superfluous zeros in front. Equality and order are by value, so
/// `1.50 == 1.5`; [`Number::same_text`] tells them apart. Arithmetic is exact or gives `None`.
///
/// ```
/// use partnership_core::value::Number;
/// let (a, b): (Number, Number) = ("1.50".parse()?, "0.05".parse()?);
/// assert_eq!(a.checked_add(b).map(|sum| sum.to_string()).as_deref(), Some("1.55"));
/// assert_eq!(a.checked_mul(b).map(|product| product.to_string()).as_deref(), Some("0.0750"));
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(Decimal);

text_form!(Number);

/// The most digits that a number is printed with, before and after the point together.
const DIGITS: u32 = 28;

impl Number {
    /// Zero, without decimals.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The number `mantissa · 10^-scale`, if it prints with at most 28 digits.
    #[must_use]
    pub fn new(mantissa: i128, scale: u32) -> Option<Self> {
        if scale >= DIGITS {
            return None;
        }
        Decimal::try_from_i128_with_scale(mantissa, scale).ok().and_then(kept)
    }

    /// The number `mantissa · 10^-scale` without superfluous zeros behind the point, if it prints with at most 28 digits.
    pub(crate) fn trimmed(mut mantissa: i128, mut scale: u32) -> Option<Self> {
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Self::new(mantissa, scale)
    }

    /// The same number without superfluous zeros behind the point.
    pub(crate) fn plain(self) -> Self {
        Self::trimmed(self.mantissa(), self.scale()).unwrap_or(self)
    }

    /// All digits, as one whole number: of `1.50`, 150.
    #[must_use]
    pub fn mantissa(self) -> i128 {
        self.0.mantissa()
    }

    /// The number of digits after the point, as printed: of `1.50`, 2.
    #[must_use]
    pub fn scale(self) -> u32 {
        self.0.scale()
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.mantissa() < 0
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether it prints as the same text, and is not merely of the same value.
    #[must_use]
    pub fn same_text(self, other: Self) -> bool {
        (self.mantissa(), self.scale()) == (other.mantissa(), other.scale())
    }

    /// The exact sum, with the greater scale of the two; `None` if it takes more than 28 digits.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let scale = self.scale().max(other.scale());
        let sum = self.scaled_mantissa(scale)?.checked_add(other.scaled_mantissa(scale)?)?;
        Self::new(sum, scale)
    }

    /// The exact difference, with the greater scale of the two; `None` if it takes more than 28 digits.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(-other)
    }

    /// The exact product, with the sum of both scales; `None` if it takes more than 28 digits.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        Self::new(self.mantissa().checked_mul(other.mantissa())?, self.scale() + other.scale())
    }

    /// The number times a power of ten, exactly; `None` if it takes more than 28 digits.
    #[must_use]
    pub fn checked_shift(self, power: i8) -> Option<Self> {
        let scale = i64::from(self.scale()) - i64::from(power);
        match u32::try_from(scale) {
            Ok(scale) => Self::new(self.mantissa(), scale),
            Err(_) => {
                let factor = 10_i128.checked_pow(u32::try_from(-scale).ok()?)?;
                Self::new(self.mantissa().checked_mul(factor)?, 0)
            }
        }
    }

    /// Compares two ratios, each a numerator and a denominator, by exact products instead of quotients.
    ///
    /// `None` if a denominator is zero or a product takes more than 28 digits.
    ///
    /// ```
    /// use partnership_core::value::Number;
    /// let number = |whole: i64| Number::from(whole);
    /// let order = Number::compare_ratios((number(2), number(3)), (number(3), number(4)));
    /// assert_eq!(order, Some(std::cmp::Ordering::Less));
    /// ```
    #[must_use]
    pub fn compare_ratios(left: (Self, Self), right: (Self, Self)) -> Option<Ordering> {
        if left.1.is_zero() || right.1.is_zero() {
            return None;
        }
        let order = left.0.checked_mul(right.1)?.cmp(&right.0.checked_mul(left.1)?);
        Some(if left.1.is_negative() == right.1.is_negative() { order } else { order.reverse() })
    }

    /// The share in per cent that it is of a whole, rounded half away from zero to so many decimals; `None` of zero, and
    /// where a number takes more than 28 digits.
    ///
    /// ```
    /// use partnership_core::value::Number;
    /// let share = Number::from(1_u32).per_cent_of(Number::from(3_u32), 1);
    /// assert_eq!(share.map(|share| share.to_string()).as_deref(), Some("33.3"));
    /// ```
    #[must_use]
    pub fn per_cent_of(self, whole: Self, decimals: u32) -> Option<Self> {
        let scale = self.scale().max(whole.scale());
        let (part, whole) = (self.scaled_mantissa(scale)?, whole.scaled_mantissa(scale)?);
        let (sign, part, whole) =
            (part.signum() * whole.signum(), part.checked_abs()?, whole.checked_abs()?);
        let twice =
            part.checked_mul(10_i128.checked_pow(decimals.checked_add(2)?)?)?.checked_mul(2)?;
        let rounded = twice.checked_add(whole)?.checked_div(whole.checked_mul(2)?)?;
        Self::new(sign * rounded, decimals)
    }

    /// The mantissa that the number would have with a scale that is no smaller than its own.
    fn scaled_mantissa(self, scale: u32) -> Option<i128> {
        self.mantissa().checked_mul(10_i128.checked_pow(scale.checked_sub(self.scale())?)?)
    }
}

/// A decimal that prints with at most 28 digits; zero without a sign.
fn kept(decimal: Decimal) -> Option<Number> {
    let fits = decimal.mantissa().unsigned_abs() < 10_u128.pow(DIGITS) && decimal.scale() < DIGITS;
    fits.then_some(Number(decimal))
}

impl std::ops::Neg for Number {
    type Output = Self;

    fn neg(self) -> Self {
        if self.is_zero() { self } else { Self(-self.0) }
    }
}

impl From<i64> for Number {
    fn from(whole: i64) -> Self {
        Self(whole.into())
    }
}

impl From<u32> for Number {
    fn from(whole: u32) -> Self {
        Self(whole.into())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0.array_string().as_ref())
    }
}

impl FromStr for Number {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        parse(text).ok_or_else(|| {
            let expected =
                "at most 28 digits such as `1200` or `-3.50`, without separators and leading zeros";
            ParseError::new("a number", text, expected)
        })
    }
}

fn parse(text: &str) -> Option<Number> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if text.len() > 30 || !is_digits(whole) || !is_digits(decimals) {
        return None;
    }
    let number = Decimal::from_str_exact(text).ok().and_then(kept)?;
    let negative_zero = number.is_zero() && text.starts_with('-');
    (!negative_zero && number.to_string() == text).then_some(number)
}
