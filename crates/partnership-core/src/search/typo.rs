//! Typing mistakes: one letter too many, too few or another, or two swapped.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

use super::fold::is_syllable;

/// Whether typing mistakes are looked for in a word as long as this.
pub(super) fn may_be_mistyped(word: &str) -> bool {
    let least = if word.chars().all(is_syllable) { 3 } else { 5 };
    word.chars().all(char::is_alphabetic) && word.chars().count() >= least
}

/// Whether one typing mistake lies between two words.
pub(super) fn is_near(a: &str, b: &str) -> bool {
    is_one_change(&letters(a), &letters(b))
}

/// The letters of a word: of Hangul those that its syllables are made of.
pub(super) fn letters(word: &str) -> Cow<'_, str> {
    if word.is_ascii() { word.into() } else { word.nfd().collect() }
}

/// Whether the optimal string alignment distance is at most one: what differs, after what both begin and end with, is one
/// letter against none or one, or two letters swapped. `strsim` counts the whole distance, which took twenty times as
/// long over all terms.
pub(super) fn is_one_change(a: &str, b: &str) -> bool {
    let begin: usize =
        a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (a, b) = (&a[begin..], &b[begin..]);
    let end: usize = a
        .chars()
        .rev()
        .zip(b.chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    let (mut a, mut b) = (a[..a.len() - end].chars(), b[..b.len() - end].chars());
    match (a.next(), a.next(), b.next(), b.next()) {
        (_, None, _, None) => true,
        (Some(a1), Some(a2), Some(b1), Some(b2)) => {
            a1 == b2 && a2 == b1 && a.next().is_none() && b.next().is_none()
        }
        _ => false,
    }
}
