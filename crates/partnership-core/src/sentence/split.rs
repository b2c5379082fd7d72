//! The sentences of a text.

use std::ops::Range;

use super::amount::{ORDINALS, is_multiple, is_number_word};

/// A sentence of a text: where it stands, and whether it may be one to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// The bytes of the text.
    pub(crate) at: Range<usize>,
    /// Whether it has a number, a rank, a date, or says *every*, *first* or *largest*.
    pub(crate) is_checkable: bool,
}

/// Words after whose point a sentence goes on.
const SHORT: [&str; 16] = [
    "mr", "mrs", "ms", "dr", "prof", "gen", "st", "no", "vs", "approx", "e.g", "i.e", "etc", "u.s",
    "u.n", "jan",
];

/// Words that make a sentence one to check, as figures do; beside ordinals, multiples and numbers in words.
const TELLING: [&str; 20] = [
    "every",
    "largest",
    "biggest",
    "highest",
    "lowest",
    "half",
    "quarter",
    "twice",
    "record",
    "never",
    "always",
    "only",
    "all",
    "each",
    "million",
    "billion",
    "trillion",
    "hundred",
    "hundreds",
    "thousands",
];

/// Whether a word is one of a number, rank or claim of all; *one* is most often none.
fn is_telling(word: &str) -> bool {
    let word = word.to_lowercase();
    let word = word.as_str();
    let is_number = is_number_word(word) && word != "one";
    TELLING.contains(&word) || ORDINALS.contains(&word) || is_number || is_multiple(word)
}

/// Splits a text at points, question marks, exclamation marks and empty lines; reads it once.
pub(crate) fn split(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut chars = text.char_indices().peekable();
    let mut lines = 0;
    while let Some((at, c)) = chars.next() {
        lines = match c {
            '\n' => lines + 1,
            c if c.is_whitespace() => lines,
            _ => 0,
        };
        let end = at + c.len_utf8();
        let next = chars.peek().map(|(_, c)| *c);
        let ends = match c {
            '!' | '?' | '。' => true,
            '.' => {
                next.is_none_or(|c| c.is_whitespace() || "\"'”’)]".contains(c))
                    && !is_short(&text[from..at])
            }
            _ => lines >= 2,
        };
        if ends {
            push(text, from..end, &mut parts);
            from = end;
            lines = 0;
        }
    }
    push(text, from..text.len(), &mut parts);
    parts
}

/// Whether a text ends in a word that is shortened, or in one letter.
fn is_short(text: &str) -> bool {
    // The last word alone is looked at, so that a text of points takes no longer.
    let tail: String = text.chars().rev().take(8).take_while(|c| !c.is_whitespace()).collect();
    let word: String = tail
        .chars()
        .rev()
        .filter(|c| c.is_alphanumeric() || *c == '.')
        .collect::<String>()
        .to_lowercase();
    SHORT.contains(&word.as_str())
        || (word.chars().count() == 1 && word.chars().all(char::is_alphabetic))
}

fn push(text: &str, range: Range<usize>, to: &mut Vec<Part>) {
    let whole = &text[range.clone()];
    let marks = |c: char| c.is_whitespace() || "*#>\"“”'‘’()[]-–—•|".contains(c);
    let mut trimmed = whole;
    while let Some(c) = trimmed.chars().next().filter(|c| marks(*c)) {
        let rest = &trimmed[c.len_utf8()..];
        // A minus is no mark of a list, and a sign of more is none of a quotation.
        if "-–—>".contains(c) && rest.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        trimmed = rest;
    }
    let from = range.start + (whole.len() - trimmed.len());
    let trimmed = trimmed.trim_end_matches(|c: char| c.is_whitespace() || "\"“”*_)]|".contains(c));
    if !trimmed.chars().any(char::is_alphanumeric) {
        return;
    }
    let is_checkable = trimmed.chars().any(|c| c.is_ascii_digit())
        || trimmed.split(|c: char| !c.is_alphanumeric()).any(is_telling);
    to.push(Part { at: from..from + trimmed.len(), is_checkable });
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_text_is_its_sentences() {
        let text = "Mr. Kim met the U.S. envoy in 2023. It went well!\n\nThree came, and no one left. Trade was US$1.5 bn.  “Every year it grows.”\n# Title\n\n-5 is 2. - 3 came.";
        let told: Vec<_> =
            split(text).into_iter().map(|part| (&text[part.at], part.is_checkable)).collect();
        let expected = [
            ("Mr. Kim met the U.S. envoy in 2023.", true),
            ("It went well!", false),
            ("Three came, and no one left.", true),
            ("Trade was US$1.5 bn.", true),
            ("Every year it grows.", true),
            ("Title", false),
            ("-5 is 2.", true),
            ("3 came.", true),
        ];
        assert_eq!(told, expected);
    }
}
