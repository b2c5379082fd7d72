//! The words and numbers of a sentence.

use std::ops::Range;

use crate::search::fold;

/// A word or number of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Folded; of a number its digits, without commas between thousands.
    pub(super) text: String,
    /// The bytes that it was read from.
    pub(super) at: Range<usize>,
    pub(super) sort: Sort,
    /// Whether a dash binds it to what stands before: `second-largest`, `2007–2016`.
    pub(super) bound: bool,
}

/// What sort of token it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Word,
    /// Of digits.
    Number,
    /// A number with a minus before it.
    Minus,
    /// `'s`, or the apostrophe after a plural.
    Possessive,
    Comma,
    /// A sign that may say something and is in no word: `≥`, `?`. Nothing reads it, so that it is told.
    Mark,
}

impl Token {
    pub(super) fn is_number(&self) -> bool {
        matches!(self.sort, Sort::Number | Sort::Minus)
    }
}

/// Dashes of any length, as people type them.
const DASHES: [char; 6] = ['-', '‐', '‑', '–', '—', '−'];
const APOSTROPHES: [char; 4] = ['\'', '’', '‘', 'ʼ'];
const MONEY: [char; 4] = ['$', '€', '£', '₩'];
/// Signs that say nothing: of quotation, emphasis and the end of a sentence.
const SILENT: &str = "'’‘ʼ\"“”„«»()[];:.!。*_\u{feff}";

/// Reads a text from left to right, once. Every sign is read, or says nothing wherever it stands, or is a token of its own.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let (mut tokens, mut at, mut bound): (Vec<Token>, usize, bool) = (Vec::new(), 0, false);
    let char_at = |at: usize| chars.get(at).map(|(_, c)| *c);
    let place = |at: usize| chars.get(at).map_or(text.len(), |(place, _)| *place);
    while let Some(c) = char_at(at) {
        let before = at.checked_sub(1).and_then(char_at);
        let (end, token) = if c.is_ascii_digit() {
            let end = number_end(&chars, at);
            let digits: String =
                chars[at..end].iter().map(|(_, c)| *c).filter(|c| *c != ',').collect();
            let is_minus = before.is_some_and(|c| DASHES.contains(&c))
                && !at.checked_sub(2).and_then(char_at).is_some_and(char::is_alphanumeric);
            bound &= !is_minus;
            (end, Some((digits, if is_minus { Sort::Minus } else { Sort::Number })))
        } else if c.is_alphabetic() {
            let end = word_end(&chars, at);
            let raw: String =
                chars[at..end].iter().map(|(_, c)| *c).filter(|c| *c != '.').collect();
            // `US$` is one word, and a dollar sign alone is none that says whose.
            let end = if char_at(end) == Some('$') { end + 1 } else { end };
            let raw = if char_at(end - 1) == Some('$') { raw + "$" } else { raw };
            (end, Some((fold(&raw), Sort::Word)))
        } else if APOSTROPHES.contains(&c) && before.is_some_and(char::is_alphanumeric) {
            let is_s = char_at(at + 1).is_some_and(|c| c.eq_ignore_ascii_case(&'s'))
                && !char_at(at + 2).is_some_and(char::is_alphanumeric);
            let is_plural = before.is_some_and(|c| c.eq_ignore_ascii_case(&'s'))
                && char_at(at + 1).is_none_or(char::is_whitespace);
            match (is_s, is_plural) {
                (true, _) => (at + 2, Some(("'s".to_owned(), Sort::Possessive))),
                (false, true) => (at + 1, Some(("'s".to_owned(), Sort::Possessive))),
                _ => (at + 1, None),
            }
        } else if c == ',' {
            (at + 1, Some((",".to_owned(), Sort::Comma)))
        } else if c == '%' {
            (at + 1, Some(("%".to_owned(), Sort::Word)))
        } else if MONEY.contains(&c) {
            (at + 1, Some((c.to_string(), Sort::Word)))
        } else {
            let next = char_at(at + 1);
            let is_digit = next.is_some_and(|c| c.is_ascii_digit());
            let is_silent = match c {
                // `.5` is no five; `No.2` is a two.
                '.' => !is_digit || tokens.last().is_some_and(|last| last.text == "no"),
                // `US$(5)` is less than nothing.
                '(' | '[' => !before.is_some_and(|c| MONEY.contains(&c)),
                // `− 5` may be less than nothing, too.
                c if DASHES.contains(&c) => {
                    let is_apart = before.is_none_or(char::is_whitespace)
                        && next.is_some_and(char::is_whitespace);
                    !(is_apart && char_at(at + 2).is_some_and(|c| c.is_ascii_digit()))
                }
                c => c.is_whitespace() || SILENT.contains(c),
            };
            (at + 1, (!is_silent).then(|| (c.to_string(), Sort::Mark)))
        };
        if let Some((text, sort)) = token {
            tokens.push(Token { text, at: place(at)..place(end), sort, bound });
            bound = false;
        } else {
            bound = DASHES.contains(&c) && before.is_some_and(|c| !c.is_whitespace());
        }
        at = end;
    }
    tokens
}

/// The end of digits with commas between thousands and a decimal point.
fn number_end(chars: &[(usize, char)], from: usize) -> usize {
    let digit = |at: usize| chars.get(at).is_some_and(|(_, c)| c.is_ascii_digit());
    let mut at = from;
    while digit(at) {
        at += 1;
    }
    while chars.get(at).is_some_and(|(_, c)| *c == ',')
        && digit(at + 1)
        && digit(at + 2)
        && digit(at + 3)
        && !digit(at + 4)
    {
        at += 4;
    }
    if chars.get(at).is_some_and(|(_, c)| *c == '.') && digit(at + 1) {
        at += 1;
        while digit(at) {
            at += 1;
        }
    }
    at
}

/// The end of a run of letters; the points of initials belong to it.
fn word_end(chars: &[(usize, char)], from: usize) -> usize {
    let letter = |at: usize| chars.get(at).is_some_and(|(_, c)| is_of_word(*c));
    let mut at = from;
    while letter(at) {
        at += 1;
        let is_initial = at == from + 1 || chars.get(at - 2).is_some_and(|(_, c)| *c == '.');
        if is_initial
            && chars.get(at).is_some_and(|(_, c)| *c == '.')
            && letter(at + 1)
            && !letter(at + 2)
        {
            at += 1;
        }
    }
    at
}

fn is_of_word(c: char) -> bool {
    c.is_alphabetic()
        || (!c.is_ascii() && c.is_alphanumeric())
        || unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::{Sort, tokens};

    fn told(text: &str) -> String {
        let told = tokens(text).into_iter().map(|token| {
            let dash = if token.bound { "-" } else { "" };
            format!("{dash}{}", token.text)
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_numbers_and_marks() {
        assert_eq!(told("Korea’s second-largest, 23-fold."), "korea 's second -largest , 23 -fold");
        assert_eq!(told("US$1,234.5bn; 9.8% in 2007–2016"), "us$ 1234.5 bn 9.8 % in 2007 -2016");
        assert_eq!(told("the members' U.S. dollars, by -5"), "the members 's us dollars , by 5");
        assert_eq!(told(""), "");
        assert_eq!(told("10,00 $5"), "10 , 00 $ 5");
        assert_eq!(told("(“No.2”: a – b); *U.S.* end."), "no 2 a b us end");
    }

    /// What is not read is no less of a token.
    #[test]
    fn no_sign_vanishes() {
        assert_eq!(told("US$.2 was .5"), "us$ . 2 was . 5");
        assert_eq!(told("≥5 ~5 <5 ≠5 ±5 5+ 5‰ ¥5"), "≥ 5 ~ 5 < 5 ≠ 5 ± 5 5 + 5 ‰ ¥ 5");
        assert_eq!(told("18７ 187½ 7² a/b?"), "18 ７ 187 ½ 7 ² a / b ?");
        assert_eq!(told("US$(5) was − 5"), "us$ ( 5 was − 5");
        for text in ["US$−187", "US$-187", "by -5", "-5", "(-5"] {
            let last = tokens(text).pop().expect("a number");
            assert_eq!((last.sort, last.bound), (Sort::Minus, false), "{text}");
        }
    }
}
