//! Codes of countries, by their grammar alone: which codes exist is for the dataset to say.

use std::fmt;
use std::str::FromStr;

use crate::ParseError;

/// A country by its ISO 3166-1 alpha-2 code. Read in either case, kept in upper case.
///
/// ```
/// let kenya: partnership_core::value::CountryAlpha2 = "ke".parse()?;
/// assert_eq!(kenya.as_str(), "KE");
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryAlpha2([u8; 2]);

/// A country by its ISO 3166-1 alpha-3 code. Read in either case, kept in upper case.
///
/// ```
/// let korea: partnership_core::value::CountryAlpha3 = "KOR".parse()?;
/// assert_eq!(korea.to_string(), "KOR");
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryAlpha3([u8; 3]);

/// A country by its ISO 3166-1 numeric code (also UN M49): three digits, leading zeros kept.
///
/// ```
/// let brunei: partnership_core::value::CountryNumeric = "096".parse()?;
/// assert_eq!(brunei.to_string(), "096");
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryNumeric([u8; 3]);

macro_rules! ascii_code {
    ($name:ident, $is:ident, $what:literal, $expected:literal) => {
        impl $name {
            /// The code.
            #[must_use]
            pub fn as_str(&self) -> &str {
                // The bytes are ASCII, so the fallback is never taken.
                std::str::from_utf8(&self.0).unwrap_or_default()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = ParseError;

            fn from_str(text: &str) -> Result<Self, ParseError> {
                match text.as_bytes().try_into() {
                    Ok(bytes) if text.bytes().all(|byte| byte.$is()) => {
                        let mut code: Self = Self(bytes);
                        code.0.make_ascii_uppercase();
                        Ok(code)
                    }
                    _ => Err(ParseError::new($what, text, $expected)),
                }
            }
        }

        text_form!($name);
    };
}

ascii_code!(CountryAlpha2, is_ascii_alphabetic, "a country code", "two letters, such as `KE`");
ascii_code!(CountryAlpha3, is_ascii_alphabetic, "a country code", "three letters, such as `KEN`");
ascii_code!(CountryNumeric, is_ascii_digit, "a country number", "three digits, such as `404`");
