//! The passage of a source that a citation was read from, so that it can be verified later.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use crate::ParseError;

/// Digits of a digest that is written; one that is read may have from 8 to 64.
const DIGITS: usize = 16;

/// A paragraph of a source's plain text, and the first digits of the SHA-256 digest of the passage: `11:9f3a02c4`.
///
/// Paragraphs are counted from 1. A passage of several paragraphs goes by the first of them, and its digest is that of
/// all, with a blank between. Before it is digested a text goes to its plain form, see [`Passage::plain`]. The digest is
/// 8 to 64 small hexadecimal digits; more digits make a stronger claim.
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
    /// The passage of that text, whose first paragraph has that number.
    ///
    /// ```
    /// use partnership_core::value::Passage;
    /// let (one, other) = (Passage::of(3, "The  “lake”"), Passage::of(3, "The \"lake\""));
    /// assert_eq!(one, other);
    /// assert!(one.fits("The\n«lake»"));
    /// ```
    #[must_use]
    pub fn of(paragraph: u32, text: &str) -> Self {
        Self { paragraph, digest: digest(text)[..DIGITS].into() }
    }

    /// Whether the digest is that of the text.
    #[must_use]
    pub fn fits(&self, text: &str) -> bool {
        digest(text).starts_with(&*self.digest)
    }

    /// A text without what copies of it differ in: in Unicode normal form C, with one blank for any white space and none
    /// at its ends, and with straight quotation marks.
    #[must_use]
    pub fn plain(text: &str) -> String {
        let composed: String = text.nfc().map(straight).collect();
        composed.split_whitespace().collect::<Vec<_>>().join(" ")
    }

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

fn digest(text: &str) -> String {
    let digest = Sha256::digest(Passage::plain(text).as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every quotation mark and apostrophe as the straight one.
fn straight(mark: char) -> char {
    match mark {
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '「' | '」' | '『' | '』' | '＂' => {
            '"'
        }
        mark => mark,
    }
}
