//! What a text is refused with, and how a refused text is shown.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

/// A text that does not name a value of the model.
///
/// The message names the text, what it is not, and what was expected. The text is cut at 80 characters;
/// control characters and the twelve characters that steer the direction of writing are shown escaped.
///
/// ```
/// use partnership_core::ParseError;
/// let error = ParseError::new("a kind", "evnt", "`event` or `source`").with_nearest(Some("event"));
/// assert_eq!(error.to_string(), "`evnt` is not a kind; expected `event` or `source`; did you mean `event`?");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not {what}; expected {expected}{}", Shown(.text), Hint(.nearest.as_deref()))]
pub struct ParseError {
    what: &'static str,
    text: Box<str>,
    expected: Cow<'static, str>,
    nearest: Option<Box<str>>,
}

impl ParseError {
    /// Says that `text` is not `what` ("a date"), and what was expected ("a date such as `2024`").
    #[must_use]
    pub fn new(what: &'static str, text: &str, expected: impl Into<Cow<'static, str>>) -> Self {
        Self { what, text: text.into(), expected: expected.into(), nearest: None }
    }

    /// Adds the value that was probably meant; `None` adds nothing.
    #[must_use]
    pub fn with_nearest(mut self, nearest: Option<&str>) -> Self {
        self.nearest = nearest.map(Into::into).or(self.nearest);
        self
    }

    /// What the text is not, with its article: "a date".
    #[must_use]
    pub fn what(&self) -> &'static str {
        self.what
    }

    /// The refused text, whole and unescaped.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What would have been taken.
    #[must_use]
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// The value that was probably meant.
    #[must_use]
    pub fn nearest(&self) -> Option<&str> {
        self.nearest.as_deref()
    }
}

/// A noun with its article: `an event`, `a party`.
pub(crate) fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {noun}")
}

/// A number with what it counts, of a noun whose plural ends with an *s*.
///
/// ```
/// assert_eq!(partnership_core::counted(1, "sentence"), "1 sentence");
/// assert_eq!(partnership_core::counted(12, "sentence"), "12 sentences");
/// ```
pub fn counted(number: impl fmt::Display, noun: &str) -> String {
    match number.to_string() {
        one if one == "1" => format!("{one} {noun}"),
        other => format!("{other} {noun}s"),
    }
}

/// The most similar of the names in `among`, if one is similar enough to be meant; the first of equals.
///
/// Letter case does not count. Texts of more than 64 characters are no misspelt names and get no answer.
pub fn nearest<'a>(text: &str, among: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if text.chars().nth(64).is_some() {
        return None;
    }
    let wanted = text.to_lowercase();
    let mut best = (0.8, None);
    for name in among {
        let lower = name.to_lowercase();
        let score = match is_swapped(&wanted, &lower) {
            true => SWAPPED,
            false => strsim::jaro_winkler(&wanted, &lower),
        };
        if score > best.0 {
            best = (score, Some(name));
        }
    }
    best.1
}

/// How similar two texts are that differ by two letters in each other's place: `akfc`, `akcf`. More than with a letter more.
const SWAPPED: f64 = 0.99;

fn is_swapped(a: &str, b: &str) -> bool {
    let differ = a.len() == b.len() && a != b;
    let mut apart = a.chars().zip(b.chars()).skip_while(|(a, b)| a == b);
    let (first, second) = (apart.next(), apart.next());
    let turned = first.zip(second).is_some_and(|((a, b), (c, d))| (a, b) == (d, c));
    differ && turned && apart.all(|(a, b)| a == b)
}

/// Whether a character is one of the twelve of Unicode's property `Bidi_Control`.
pub(crate) fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A foreign text made safe to print inside a message.
struct Shown<'a>(&'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, c) in self.0.chars().enumerate() {
            if at == 80 {
                return f.write_char('…');
            } else if c.is_control() || is_direction_control(c) {
                write!(f, "{}", c.escape_unicode())?;
            } else {
                f.write_char(c)?;
            }
        }
        Ok(())
    }
}

/// A foreign text made safe to print inside a message, and short.
pub(crate) fn shown(text: &str) -> String {
    Shown(text).to_string()
}

/// The tail of a message that has a guess.
struct Hint<'a>(Option<&'a str>);

impl fmt::Display for Hint<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(nearest) => write!(f, "; did you mean `{}`?", Shown(nearest)),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ParseError, nearest};

    #[test]
    fn a_message_is_short_and_hides_nothing() {
        let long = "ab\u{202e}\u{7}".to_owned() + &"x".repeat(100);
        let error = ParseError::new("a day", &long, "one").with_nearest(None);
        let shown = format!("ab\\u{{202e}}\\u{{7}}{}…", "x".repeat(76));
        assert_eq!(error.to_string(), format!("`{shown}` is not a day; expected one"));
        assert_eq!(
            (error.text(), error.what(), error.expected(), error.nearest()),
            (&*long, "a day", "one", None)
        );
    }

    #[test]
    fn the_nearest_name_is_the_first_of_the_most_similar() {
        assert_eq!(nearest("PILLER", ["party", "pillar", "Pillar"]), Some("pillar"));
        assert_eq!(nearest("akfc", ["akfcc", "akcf"]), Some("akcf"));
        assert_eq!(nearest("colour", ["party", "pillar"]), None);
        assert_eq!(nearest(&"pillar".repeat(11), ["pillar"]), None);
    }
}
