//! The language of a text.

use std::str::FromStr;

use crate::ParseError;

/// A language by its BCP 47 tag: language, then optionally script, region and variants.
///
/// Well-formed, not looked up in the registry; extensions and private tags are not taken. Read in any case
/// and kept in the canonical one: `zh-Hant-TW`.
///
/// ```
/// let lang: partnership_core::value::Lang = "EN-gb".parse()?;
/// assert_eq!(lang.as_str(), "en-GB");
/// assert_eq!(lang.language(), "en");
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(Box<str>);

str_newtype!(Lang);

impl Lang {
    /// English, which stands in where a text is not held in another language.
    #[must_use]
    pub fn english() -> Self {
        Self("en".into())
    }

    /// The language alone, without script, region and variants.
    #[must_use]
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

impl FromStr for Lang {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        canonical(text).map(Self).ok_or_else(|| {
            ParseError::new(
                "a language",
                text,
                "a BCP 47 tag such as `en`, `ko`, `en-GB` or `zh-Hant`",
            )
        })
    }
}

/// How far a tag has been read; subtags come in this order.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Part {
    Language,
    Script,
    Region,
    Variant,
}

fn canonical(text: &str) -> Option<Box<str>> {
    // Longer tags exist on paper only; the limit bounds the search for repeated variants.
    if text.len() > 48 {
        return None;
    }
    let mut subtags = text.split('-');
    let language =
        subtags.next().filter(|tag| (2..=3).contains(&tag.len()) && is_alphabetic(tag))?;
    let mut tag = language.to_ascii_lowercase();
    let mut last = Part::Language;
    for subtag in subtags {
        let (part, written) = classify(subtag)?;
        let repeated = part == Part::Variant && tag.split('-').any(|earlier| earlier == written);
        if part < last || (part == last && part != Part::Variant) || repeated {
            return None;
        }
        last = part;
        tag = format!("{tag}-{written}");
    }
    Some(tag.into())
}

fn classify(subtag: &str) -> Option<(Part, String)> {
    let digit_first = subtag.starts_with(|c: char| c.is_ascii_digit());
    match subtag.len() {
        4 if is_alphabetic(subtag) => {
            let (head, tail) = subtag.split_at(1);
            Some((Part::Script, head.to_ascii_uppercase() + &tail.to_ascii_lowercase()))
        }
        2 if is_alphabetic(subtag) => Some((Part::Region, subtag.to_ascii_uppercase())),
        3 if subtag.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some((Part::Region, subtag.into()))
        }
        4 if digit_first && is_alphanumeric(subtag) => {
            Some((Part::Variant, subtag.to_ascii_lowercase()))
        }
        5..=8 if is_alphanumeric(subtag) => Some((Part::Variant, subtag.to_ascii_lowercase())),
        _ => None,
    }
}

fn is_alphabetic(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_alphanumeric(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
