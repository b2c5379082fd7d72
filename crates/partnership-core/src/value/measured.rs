//! Numbers with what they are of, so that none meets another that it cannot meet.

use std::fmt;

use super::{Interval, Number};

/// A number of something: in which unit, who counted, and on which rung of the money ladder it stands.
///
/// Two of them are added, subtracted or divided only where all three are the same; powers of ten are reconciled before.
/// The one question in which two reporters meet is [`Measured::beside`], which never makes a figure of both.
///
/// ```
/// use partnership_core::value::{Measured, Mixed, Quantity};
/// let trade = |text: &str, reporter: &str| {
///     Measured::of(&text.parse::<Quantity>().unwrap(), 9, None, Some(reporter), None).unwrap()
/// };
/// let (korean, asean) = (trade("90.2e9 USD", "kcs"), trade("78.3", "asean-stats"));
/// assert!(matches!(korean.checked_sub(&asean), Err(Mixed::Units(..))));
/// let asean = trade("78.3e9 USD", "asean-stats");
/// assert!(matches!(korean.checked_sub(&asean), Err(Mixed::Reporters(..))));
/// assert_eq!(korean.beside(&asean).unwrap().gap.to_string(), "11900000000");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// What the printed digits allow, in full.
    pub interval: Interval,
    /// The printed number, in full.
    pub number: Number,
    unit: Option<String>,
    reporter: Option<String>,
    rung: Option<String>,
}

/// Why two numbers do not go together.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mixed {
    /// They are in different units.
    Units(String, String),
    /// Different reporters counted them.
    Reporters(String, String),
    /// They stand on different rungs: a pledge is no payment.
    Rungs(String, String),
    /// The result takes more digits than a number has, or is a quotient by zero.
    Digits,
}

/// Two numbers of one unit beside each other: what lies between them, and how many times the second the first is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// The first less the second, as printed.
    pub gap: Number,
    /// What the printed digits allow for it.
    pub gap_within: Interval,
    /// The first by the second, rounded half away from zero to three decimals.
    pub ratio: Number,
    /// What the printed digits allow for it, rounded outward to four decimals.
    pub ratio_within: Interval,
}

impl Measured {
    /// A printed quantity, in a table that gives a power of ten and a unit where the quantity has none; `None` if it takes
    /// more than 28 digits.
    #[must_use]
    pub fn of(
        quantity: &super::Quantity,
        power: i8,
        unit: Option<&str>,
        reporter: Option<&str>,
        rung: Option<&str>,
    ) -> Option<Self> {
        let (interval, number) = (quantity.allowed_in(power)?, quantity.value_in(power)?);
        Some(Self::new(interval, number, quantity.unit().or(unit), reporter, rung))
    }

    /// A number that was worked out already.
    pub(crate) fn new(
        interval: Interval,
        number: Number,
        unit: Option<&str>,
        reporter: Option<&str>,
        rung: Option<&str>,
    ) -> Self {
        let owned = |of: Option<&str>| of.map(str::to_owned);
        let (unit, reporter, rung) = (owned(unit), owned(reporter), owned(rung));
        Self { interval, number, unit, reporter, rung }
    }

    /// The unit; none of a bare number.
    #[must_use]
    pub fn unit(&self) -> Option<&str> {
        self.unit.as_deref()
    }

    /// The sum.
    ///
    /// # Errors
    /// When the two are not of one kind, or the sum takes more than 28 digits.
    pub fn checked_add(&self, other: &Self) -> Result<Self, Mixed> {
        self.meets(other)?;
        let interval = self.interval.checked_add(other.interval).ok_or(Mixed::Digits)?;
        let number = self.number.checked_add(other.number).ok_or(Mixed::Digits)?;
        Ok(Self { interval, number, ..self.clone() })
    }

    /// The difference.
    ///
    /// # Errors
    /// When the two are not of one kind, or the difference takes more than 28 digits.
    pub fn checked_sub(&self, other: &Self) -> Result<Self, Mixed> {
        self.meets(other)?;
        let interval = self.interval.checked_sub(other.interval).ok_or(Mixed::Digits)?;
        let number = self.number.checked_sub(other.number).ok_or(Mixed::Digits)?;
        Ok(Self { interval, number, ..self.clone() })
    }

    /// What it is of another, in per cent: rounded half away from zero to one decimal, and what the printed digits allow.
    ///
    /// # Errors
    /// When the two are not of one kind, the other is zero, or a number takes more than 28 digits.
    pub fn per_cent_of(&self, other: &Self) -> Result<(Number, Interval), Mixed> {
        self.meets(other)?;
        let number = self.number.per_cent_of(other.number, 1).ok_or(Mixed::Digits)?;
        let hundred = Interval::exactly(Number::from(100_u32));
        let within = self.interval.checked_div(other.interval);
        let within = within.and_then(|ratio| ratio.checked_mul(hundred)).ok_or(Mixed::Digits)?;
        Ok((number, within.outward(2)))
    }

    /// The two beside each other: who counted may differ, units may not.
    ///
    /// # Errors
    /// When units or rungs differ, the other is zero, or a number takes more than 28 digits.
    pub fn beside(&self, other: &Self) -> Result<Compared, Mixed> {
        self.is_alike(other)?;
        let (a, b) = (self.interval, other.interval);
        let compared = || {
            Some(Compared {
                gap: self.number.checked_sub(other.number)?,
                gap_within: a.checked_sub(b)?,
                ratio: self.number.per_cent_of(other.number, 1)?.checked_shift(-2)?,
                ratio_within: a.checked_div(b)?.outward(4),
            })
        };
        compared().ok_or(Mixed::Digits)
    }

    fn meets(&self, other: &Self) -> Result<(), Mixed> {
        self.is_alike(other)?;
        differs(&self.reporter, &other.reporter)
            .map_or(Ok(()), |(a, b)| Err(Mixed::Reporters(a, b)))
    }

    fn is_alike(&self, other: &Self) -> Result<(), Mixed> {
        if let Some((a, b)) = differs(&self.unit, &other.unit) {
            return Err(Mixed::Units(a, b));
        }
        differs(&self.rung, &other.rung).map_or(Ok(()), |(a, b)| Err(Mixed::Rungs(a, b)))
    }
}

fn differs(a: &Option<String>, b: &Option<String>) -> Option<(String, String)> {
    let text = |of: &Option<String>| of.clone().unwrap_or_default();
    (a != b).then(|| (text(a), text(b)))
}

impl fmt::Display for Mixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = |of: &str| if of.is_empty() { "none".to_owned() } else { format!("`{of}`") };
        match self {
            Self::Units(a, b) => write!(f, "units differ: {} and {}", told(a), told(b)),
            Self::Reporters(a, b) => write!(f, "reporters differ: {} and {}", told(a), told(b)),
            Self::Rungs(a, b) => write!(f, "rungs differ: {} and {}", told(a), told(b)),
            Self::Digits => f.write_str("the result takes more digits than a number has"),
        }
    }
}

impl std::error::Error for Mixed {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Quantity;

    fn of(text: &str, power: i8, reporter: &str, rung: &str) -> Measured {
        let quantity: Quantity = text.parse().unwrap();
        Measured::of(&quantity, power, Some("USD"), Some(reporter), Some(rung)).unwrap()
    }

    #[test]
    fn powers_of_ten_are_reconciled_and_all_else_must_be_the_same() {
        let (a, b) = (of("90.2", 9, "kcs", "paid"), of("40900e6", 9, "kcs", "paid"));
        assert_eq!(a.checked_sub(&b).unwrap().number.to_string(), "49300000000");
        assert_eq!(a.checked_add(&b).unwrap().interval.to_string(), "[131049500000, 131150500000)");
        assert_eq!(b.per_cent_of(&a).unwrap().0.to_string(), "45.3");
        let told = |other: &Measured| a.checked_add(other).unwrap_err().to_string();
        assert_eq!(
            told(&of("1", 9, "asean-stats", "paid")),
            "reporters differ: `kcs` and `asean-stats`"
        );
        assert_eq!(told(&of("1", 9, "kcs", "pledge")), "rungs differ: `paid` and `pledge`");
        assert_eq!(told(&of("1 KRW", 9, "kcs", "paid")), "units differ: `USD` and `KRW`");
    }

    #[test]
    fn two_reporters_meet_only_beside_each_other() {
        let (a, b) = (of("78.3", 9, "asean-stats", ""), of("90.2", 9, "kcs", ""));
        assert!(a.per_cent_of(&b).is_err() && a.checked_sub(&b).is_err());
        let compared = a.beside(&b).unwrap();
        assert_eq!(compared.gap.to_string(), "-11900000000");
        assert_eq!(compared.ratio.to_string(), "0.868");
        assert_eq!(compared.ratio_within.to_string(), "(0.867, 0.8692)");
        assert_eq!(a.beside(&of("0", 9, "kcs", "")).unwrap_err(), Mixed::Digits);
        assert!(a.beside(&of("1 KRW", 9, "kcs", "")).is_err());
    }
}
