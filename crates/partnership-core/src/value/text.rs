//! Text in one or more languages.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use unicode_normalization::is_nfc;

use super::Lang;
use crate::ParseError;
use crate::error::is_direction_control;

/// A text in one or more languages, in the order given; each language once, each text checked by [`check_text`].
///
/// ```
/// use partnership_core::value::{Lang, Text};
/// let (en, ko): (Lang, Lang) = ("en".parse()?, "ko".parse()?);
/// let name = Text::new([(en.clone(), "summit"), (ko.clone(), "정상회의")])?;
/// assert_eq!(name.get(&ko), Some("정상회의"));
/// assert_eq!(name.best(&"fr".parse()?), Some((&en, "summit")));
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Text(Box<[(Lang, Box<str>)]>);

impl Text {
    /// A text of these pairs.
    ///
    /// # Errors
    ///
    /// When there is none, when a language comes twice, or when a text is refused by [`check_text`].
    pub fn new<T: Into<Box<str>>>(
        pairs: impl IntoIterator<Item = (Lang, T)>,
    ) -> Result<Self, ParseError> {
        let mut kept: Vec<(Lang, Box<str>)> = Vec::new();
        for (lang, text) in pairs {
            let text = text.into();
            check_text(&text)?;
            if kept.iter().any(|(earlier, _)| *earlier == lang) {
                return Err(ParseError::new(
                    "a further language",
                    lang.as_str(),
                    "each language once",
                ));
            }
            kept.push((lang, text));
        }
        if kept.is_empty() {
            return Err(ParseError::new("a text", "", "at least one language"));
        }
        Ok(Self(kept.into()))
    }

    /// A text of pairs that were checked when they came in.
    pub(crate) fn checked<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Option<Self> {
        let pairs = pairs.map(|(tag, text)| Some((tag.parse().ok()?, text.into())));
        pairs.collect::<Option<Box<[_]>>>().filter(|pairs| !pairs.is_empty()).map(Self)
    }

    /// A text of these pairs of a language's tag and a text.
    ///
    /// # Errors
    ///
    /// When a tag is no [`Lang`], and as [`Text::new`].
    pub fn from_pairs<'a>(
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, ParseError> {
        let pairs = pairs.into_iter().map(|(tag, text)| Ok((tag.parse()?, text)));
        Self::new(pairs.collect::<Result<Vec<(Lang, &str)>, ParseError>>()?)
    }

    /// The text in exactly this language.
    #[must_use]
    pub fn get(&self, lang: &Lang) -> Option<&str> {
        self.iter().find(|(held, _)| *held == lang).map(|(_, text)| text)
    }

    /// The best text for a reader of a language, and its language: exactly that one, else the same language
    /// of another script or region, else English, else the first.
    #[must_use]
    pub fn best(&self, lang: &Lang) -> Option<(&Lang, &str)> {
        let first = |wanted: &dyn Fn(&Lang) -> bool| self.iter().find(|(held, _)| wanted(held));
        first(&|held| held == lang)
            .or_else(|| first(&|held| held.language() == lang.language()))
            .or_else(|| first(&|held| held.language() == "en"))
            .or_else(|| self.iter().next())
    }

    /// All languages and texts, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &str)> {
        self.0.iter().map(|(lang, text)| (lang, &**text))
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (lang, text) in self.iter() {
            map.serialize_entry(lang, text)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map from languages to texts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut pairs: Vec<(Lang, String)> = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Text::new(pairs).map_err(A::Error::custom)
    }
}

/// Checks a text that is kept and shown: not empty, at most 16 KiB long, in Unicode's form NFC, without control characters other
/// than new line and tab, without the twelve that steer the direction of writing, without space at its ends.
///
/// # Errors
///
/// When one of these does not hold; the first fault is named, with its byte.
///
/// ```
/// use partnership_core::value::check_text;
/// assert!(check_text("ASEAN–ROK 정상회의").is_ok());
/// assert!(check_text(" padded").is_err());
/// ```
pub fn check_text(text: &str) -> Result<(), ParseError> {
    let refuse = |expected: String| Err(ParseError::new("a text", text, expected));
    if text.is_empty() {
        return refuse("at least one character".into());
    }
    if text.len() > LONGEST {
        return refuse(format!("at most {LONGEST} bytes"));
    }
    if text.trim() != text {
        return refuse("no space at its start or end".into());
    }
    // Below this nothing composes with anything, and a syllable of Hangul is composed.
    let mut is_composed = true;
    for (at, c) in text.char_indices() {
        if matches!(c, ' '..='~' | '\u{ac00}'..='\u{d7a3}') {
            continue;
        }
        let code = u32::from(c);
        is_composed &= c < '\u{300}';
        if is_direction_control(c) {
            return refuse(format!(
                "no character that steers the direction of writing (U+{code:04X} at byte {at})"
            ));
        }
        if c.is_control() && !matches!(c, '\n' | '\t') {
            return refuse(format!(
                "no control character but new line and tab (U+{code:04X} at byte {at})"
            ));
        }
    }
    if !is_composed && !is_nfc(text) {
        return refuse("Unicode's composed form, NFC".into());
    }
    Ok(())
}

/// Checks a text that also stands on one line, in words with single spaces.
pub(crate) fn is_one_line(text: &str) -> bool {
    check_text(text).is_ok() && !text.contains(['\n', '\t']) && !text.contains("  ")
}

/// No text is longer, in bytes: a hostile one costs no more than a bad one.
pub(crate) const LONGEST: usize = 16 << 10;

/// Refuses a tag that is no language and a text that [`check_text`] refuses.
pub(crate) fn check_tagged(tag: &str, text: &str) -> Result<(), ParseError> {
    tag.parse::<Lang>()?;
    check_text(text)
}

/// Whether a character hides or moves others: a control, save line break and tab, or a bidirectional one.
pub(crate) fn is_hidden(letter: char) -> bool {
    is_direction_control(letter) || (letter.is_control() && !matches!(letter, '\n' | '\t'))
}
