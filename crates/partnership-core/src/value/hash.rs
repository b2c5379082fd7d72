//! The passage of a source that a citation was read from, so that it can be verified later.

use std::fmt;
use std::str::FromStr;

use crate::ParseError;

/// A paragraph of a source's plain text, and the first digits of its SHA-256 digest: `11:9f3a02c4`.
///
/// The digest is 8 to 64 small hexadecimal digits; more digits make a stronger claim.
///
/// ```
/// let passage: partnership_core::value::Passage = "11:9f3a02c4".parse()?;
/// assert_eq!((passage.paragraph(), passage.digest()), (11, "9f3a02c4"));
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Passage {
    paragraph: u32,
    digest: Box<str>,
}

text_form!(Passage);

impl Passage {
    /// The number of the paragraph in the plain text.
    #[must_use]
    pub fn paragraph(&self) -> u32 {
        self.paragraph
    }

    /// The first digits of the digest.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }
}

impl fmt::Display for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.paragraph, self.digest)
    }
}

impl FromStr for Passage {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        parse(text).ok_or_else(|| {
            let expected =
                "a paragraph's number and 8 to 64 small hexadecimal digits, such as `11:9f3a02c4`";
            ParseError::new("a passage", text, expected)
        })
    }
}

fn parse(text: &str) -> Option<Passage> {
    let (number, digest) = text.split_once(':')?;
    let paragraph: u32 = number.parse().ok()?;
    let is_digest = digest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let in_one_form =
        paragraph.to_string() == number && (8..=64).contains(&digest.len()) && is_digest;
    in_one_form.then(|| Passage { paragraph, digest: digest.into() })
}
