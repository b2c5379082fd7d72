//! Amounts of money.

use std::fmt;
use std::str::FromStr;

use super::Quantity;
use crate::ParseError;
use crate::error::nearest;

/// A [`Quantity`] whose unit is a currency of ISO 4217: `30e6 USD`.
///
/// No rate of exchange is known or implied: amounts in two currencies do not compare.
///
/// ```
/// let budget: partnership_core::value::Money = "30e6 USD".parse()?;
/// assert_eq!(budget.currency(), "USD");
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Money(Quantity);

text_form!(Money);

/// The alphabetic codes of ISO 4217 (list one, as in force on 1 January 2026), funds and the units of
/// international bodies included, precious metals and the two codes for tests and for no currency left out.
#[rustfmt::skip]
pub const CURRENCIES: [&str; 172] = [
    "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BHD", "BIF",
    "BMD", "BND", "BOB", "BOV", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHE", "CHF",
    "CHW", "CLF", "CLP", "CNY", "COP", "COU", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD",
    "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD",
    "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES",
    "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD",
    "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MXV", "MYR",
    "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN",
    "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE",
    "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD",
    "TWD", "TZS", "UAH", "UGX", "USD", "USN", "UYI", "UYU", "UYW", "UZS", "VED", "VES", "VND", "VUV",
    "WST", "XAD", "XAF", "XBA", "XBB", "XBC", "XBD", "XCD", "XCG", "XDR", "XOF", "XPF", "XSU", "XUA",
    "YER", "ZAR", "ZMW", "ZWG",
];

impl Money {
    /// The currency, by its ISO 4217 code.
    #[must_use]
    pub fn currency(&self) -> &str {
        // Every amount has a unit, so the fallback is never taken.
        self.0.unit().unwrap_or_default()
    }

    /// The amount as a quantity, with its hedge, digits and unit.
    #[must_use]
    pub fn quantity(&self) -> &Quantity {
        &self.0
    }
}

impl AsRef<Quantity> for Money {
    fn as_ref(&self) -> &Quantity {
        &self.0
    }
}

impl From<Money> for Quantity {
    fn from(money: Money) -> Self {
        money.0
    }
}

impl TryFrom<Quantity> for Money {
    type Error = ParseError;

    fn try_from(quantity: Quantity) -> Result<Self, ParseError> {
        let unit = quantity.unit().unwrap_or_default();
        if CURRENCIES.binary_search(&unit).is_ok() {
            return Ok(Self(quantity));
        }
        let guess = nearest(unit, CURRENCIES);
        Err(refuse(&quantity.to_string()).with_nearest(guess))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Money {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        text.parse::<Quantity>().map_err(|_| refuse(text))?.try_into()
    }
}

fn refuse(text: &str) -> ParseError {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let expected = match digits > 28 {
        true => "at most 28 digits, a space and an ISO 4217 currency, such as `30e6 USD`",
        false => "digits, a space and an ISO 4217 currency, such as `30e6 USD`",
    };
    ParseError::new("an amount of money", text, expected)
}
