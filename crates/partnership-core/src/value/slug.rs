//! The text of an identifier.

use std::str::FromStr;

use crate::ParseError;

/// The text of an id: words of `a`–`z` and digits, joined by single hyphens; at most 64 bytes.
///
/// ```
/// let slug: partnership_core::value::Slug = "asean-rok-summit-2024".parse()?;
/// assert_eq!(slug.as_str(), "asean-rok-summit-2024");
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Box<str>);

str_newtype!(Slug);

impl FromStr for Slug {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let is_word = |word: &str| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        if text.len() <= 64 && text.split('-').all(is_word) {
            return Ok(Self(text.into()));
        }
        let expected = "at most 64 small letters and digits in words joined by `-`, such as `asean-rok-summit-2024`";
        Err(ParseError::new("an id", text, expected))
    }
}
