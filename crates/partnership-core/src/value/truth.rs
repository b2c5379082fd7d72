//! Yes, no, and what the record cannot decide.

use std::fmt;
use std::ops::{BitAnd, BitOr, Not};
use std::str::FromStr;

use crate::ParseError;

/// Whether something holds, in the three-valued logic of Kleene: *and* is the least, *or* the greatest.
///
/// Ordered `No` < `Maybe` < `Yes`. The default is `Yes`: what no condition touches holds.
///
/// ```
/// use partnership_core::value::Truth;
/// assert_eq!(Truth::Yes & Truth::Maybe, Truth::Maybe);
/// assert_eq!(Truth::No | Truth::Maybe, Truth::Maybe);
/// assert_eq!(!Truth::Maybe, Truth::Maybe);
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// It does not hold, whatever the open facts turn out to be.
    No,
    /// It holds for some of the possible facts and not for others.
    Maybe,
    /// It holds, whatever the open facts turn out to be.
    #[default]
    Yes,
}

text_form!(Truth);

impl Truth {
    /// Both hold: the lesser of the two.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// One of the two holds: the greater of the two.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// The word: `no`, `maybe` or `yes`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Maybe => "maybe",
            Self::Yes => "yes",
        }
    }

    /// The label that a person reads, in English or (with `ko`) in Korean.
    #[must_use]
    pub fn label(self, lang: &str) -> &'static str {
        match (self, lang) {
            (Self::No, "ko") => "아니요",
            (Self::Maybe, "ko") => "불확실",
            (Self::Yes, "ko") => "예",
            _ => self.as_str(),
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

impl BitAnd for Truth {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        self.and(other)
    }
}

impl BitOr for Truth {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

impl Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Maybe => Self::Maybe,
            Self::Yes => Self::No,
        }
    }
}

impl fmt::Display for Truth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Truth {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        match text {
            "no" => Ok(Self::No),
            "maybe" => Ok(Self::Maybe),
            "yes" => Ok(Self::Yes),
            _ => Err(ParseError::new("a truth", text, "`no`, `maybe` or `yes`")),
        }
    }
}
