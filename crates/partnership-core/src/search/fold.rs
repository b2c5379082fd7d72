//! Folding of text for search, and the words of a text.

use std::ops::Range;

use unicode_normalization::char::{compose, decompose_compatible, is_combining_mark};

/// Longest chain of hyphenated words that is also kept in one piece.
const CHAIN: usize = 3;
/// Syllables of a word of Hangul that are looked for inside longer ones; no word that is one says as much.
const INSIDE: usize = 12;

/// A word of a text, as it is searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The folded word.
    pub text: String,
    /// The bytes of the text, before folding, that it was read from; always on character boundaries.
    pub at: Range<usize>,
    /// How the word was made.
    pub kind: WordKind,
}

/// How a [`Word`] was made. A query asks with plain and counted words; the others are only found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// A word that stands in the text.
    Plain,
    /// Two or three hyphenated words in one piece: `thinktank` of "think-tank"; never figures alone, such as "2019-2024".
    Joined,
    /// A figure and the Hangul right after it: `3억`, `2024년`. Who asks for this means both together.
    Counted,
    /// Two neighbouring syllables inside a longer word of Hangul.
    Pair,
}

/// The text without the differences that search ignores: width and compatibility forms, accents and other combining
/// marks, invisible joiners, case, and `ß ł ø đ æ œ`. Hangul comes out in whole syllables. Folding twice changes nothing.
///
/// ```
/// use partnership_core::search::fold;
///
/// assert_eq!(fold("ＫＡＤＩＦ Łódź Straße"), "kadif lodz strasse");
/// assert_eq!(fold("청소년"), "청소년");
/// ```
pub fn fold(text: &str) -> String {
    letters(text).iter().map(|letter| letter.folded).collect()
}

/// The words of a text in order, each followed by what it is also found by.
///
/// A word is a run of letters and figures, or of Hangul (`KADIF는` is two words). A figure keeps its decimal points and
/// loses its thousands commas (`1,234.5` is `1234.5`), initials lose their points (`U.S.` is `us`), and a possessive `’s`
/// is dropped.
///
/// ```
/// use partnership_core::search::{WordKind, words};
///
/// let text = "Lao PDR’s think-tank: 1,234.5";
/// let found: Vec<String> = words(text).into_iter().map(|word| word.text).collect();
/// assert_eq!(found, ["lao", "pdr", "think", "tank", "thinktank", "1234.5"]);
/// assert!(words("청소년").iter().any(|word| word.text == "소년" && word.kind == WordKind::Pair));
/// ```
pub fn words(text: &str) -> Vec<Word> {
    let letters = letters(text);
    let mut words = Vec::new();
    let mut chain: Vec<usize> = Vec::new();
    let (mut at, mut figure) = (0, 0..0);
    while at < letters.len() {
        let end = word_end(&letters, at);
        if end == at {
            at += 1;
            continue;
        }
        chain.push(words.len());
        words.push(plain(&letters[at..end]));
        push_pairs(&letters[at..end], &mut words);
        if !figure.is_empty() && figure.end == at && is_hangul(&letters, at) {
            let text = [plain(&letters[figure.clone()]), plain(&letters[at..end])];
            let text = text.map(|part| part.text).concat();
            let at = span(&letters[figure.start..end]);
            words.push(Word { text, at, kind: WordKind::Counted });
        }
        figure = if number_end(&letters, at) == end { at..end } else { 0..0 };
        at = skip_possessive(&letters, end);
        if at == end && is_hyphen(&letters, at) && word_end(&letters, at + 1) > at + 1 {
            at += 1;
        } else {
            push_joined(&chain, &mut words);
            chain.clear();
        }
    }
    words
}

/// The neighbouring syllables of a word that is looked for inside longer ones; none for other words.
pub(super) fn pairs(word: &str) -> Vec<String> {
    if !may_be_inside(word) {
        return Vec::new();
    }
    let syllables: Vec<char> = word.chars().collect();
    syllables.windows(2).map(|pair| pair.iter().collect()).collect()
}

/// Whether the word is looked for inside longer ones: it is of Hangul, and of two syllables to [`INSIDE`].
pub(super) fn may_be_inside(word: &str) -> bool {
    let bytes = 2 * SYLLABLE..=INSIDE * SYLLABLE;
    bytes.contains(&word.len()) && is_hangul_word(word)
}

/// What stands inside a word of Hangul, from each syllable but the first and the last on, cut to [`INSIDE`] syllables:
/// every word that is found inside this one is the beginning of one of these. None for other words.
pub(super) fn insides(word: &str) -> impl Iterator<Item = &str> {
    let word = if is_hangul_word(word) { word } else { "" };
    let starts = (SYLLABLE..word.len().saturating_sub(SYLLABLE)).step_by(SYLLABLE);
    starts.filter_map(move |start| word.get(start..word.len().min(start + INSIDE * SYLLABLE)))
}

/// The bytes of a syllable of Hangul.
const SYLLABLE: usize = '가'.len_utf8();

fn is_hangul_word(word: &str) -> bool {
    word.chars().all(is_syllable)
}

/// Whether the letter is a whole syllable of Hangul.
pub(super) fn is_syllable(letter: char) -> bool {
    ('\u{ac00}'..='\u{d7a3}').contains(&letter)
}

/// A folded character and the bytes that it was read from.
struct Letter {
    folded: char,
    start: usize,
    end: usize,
}

fn letters(text: &str) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(text.len());
    for (start, original) in text.char_indices() {
        let end = start + original.len_utf8();
        if original.is_ascii() {
            letters.push(Letter { folded: original.to_ascii_lowercase(), start, end });
        } else {
            let before = letters.len();
            fold_char(original, |folded| push_letter(&mut letters, Letter { folded, start, end }));
            // A mark belongs to the letter before it.
            if letters.len() == before
                && let Some(last) = letters.last_mut()
            {
                last.end = end;
            }
        }
    }
    letters
}

/// Adds a letter; one that completes the syllable before it becomes part of that.
fn push_letter(letters: &mut Vec<Letter>, letter: Letter) {
    if let Some(last) = letters.last_mut()
        && let Some(whole) = compose(last.folded, letter.folded)
    {
        last.folded = whole;
        last.end = letter.end;
    } else {
        letters.push(letter);
    }
}

fn fold_char(original: char, mut emit: impl FnMut(char)) {
    if is_syllable(original) {
        return emit(original);
    }
    decompose_compatible(original, |part| {
        if !is_ignored(part) {
            part.to_lowercase().for_each(|lower| fold_lower(lower, &mut emit));
        }
    });
}

/// Letters that no normalisation takes apart.
fn fold_lower(lower: char, emit: &mut impl FnMut(char)) {
    match lower {
        'ß' => ['s', 's'].into_iter().for_each(emit),
        'æ' => ['a', 'e'].into_iter().for_each(emit),
        'œ' => ['o', 'e'].into_iter().for_each(emit),
        'ł' => emit('l'),
        'ø' => emit('o'),
        'đ' => emit('d'),
        'ı' => emit('i'),
        'ς' => emit('σ'),
        other => emit(other),
    }
}

/// Marks, the soft hyphen and the invisible joiners.
fn is_ignored(part: char) -> bool {
    matches!(part, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}')
        || is_combining_mark(part)
}

fn is_word(letters: &[Letter], at: usize) -> bool {
    // U+02BC is a letter by category, and an apostrophe by use.
    letters
        .get(at)
        .is_some_and(|letter| letter.folded.is_alphanumeric() && letter.folded != '\u{2bc}')
}

fn is_digit(letters: &[Letter], at: usize) -> bool {
    letters.get(at).is_some_and(|letter| letter.folded.is_ascii_digit())
}

fn is_alphabetic(letters: &[Letter], at: usize) -> bool {
    is_word(letters, at) && letters.get(at).is_some_and(|letter| letter.folded.is_alphabetic())
}

fn is_hangul(letters: &[Letter], at: usize) -> bool {
    letters.get(at).is_some_and(|letter| is_syllable(letter.folded))
}

fn is_word_but_hangul(letters: &[Letter], at: usize) -> bool {
    is_word(letters, at) && !is_hangul(letters, at)
}

fn is(letters: &[Letter], at: usize, wanted: char) -> bool {
    letters.get(at).is_some_and(|letter| letter.folded == wanted)
}

fn is_hyphen(letters: &[Letter], at: usize) -> bool {
    is(letters, at, '-') || is(letters, at, '\u{2010}')
}

/// Where the word that starts here ends; here, when none does. Hangul and other writing part, as in `KADIF는`.
fn word_end(letters: &[Letter], start: usize) -> usize {
    let end = number_end(letters, start).max(initials_end(letters, start));
    let hangul = is_hangul(letters, end) && !is_digit(letters, start);
    let run = if hangul { is_hangul } else { is_word_but_hangul };
    end + count(letters, end, run)
}

/// How many letters from here on are such.
fn count(letters: &[Letter], from: usize, such: fn(&[Letter], usize) -> bool) -> usize {
    (from..letters.len()).take_while(|&at| such(letters, at)).count()
}

/// The end of `1,234.5`, of `12.4`, and of `1.1.1`.
fn number_end(letters: &[Letter], start: usize) -> usize {
    let whole = count(letters, start, is_digit);
    let mut end = start + whole;
    while (1..=3).contains(&whole)
        && is(letters, end, ',')
        && count(letters, end + 1, is_digit) == 3
    {
        end += 4;
    }
    while end > start && is(letters, end, '.') && is_digit(letters, end + 1) {
        end += 1 + count(letters, end + 1, is_digit);
    }
    end
}

/// The end of `U.S.`, before its last point; a letter alone is no initials.
fn initials_end(letters: &[Letter], start: usize) -> usize {
    let single = |at| is_alphabetic(letters, at) && !is_word(letters, at + 1);
    let mut end = start;
    while single(end) && is(letters, end + 1, '.') && single(end + 2) {
        end += 2;
    }
    end
}

/// The place after `’s`, when it ends the word.
fn skip_possessive(letters: &[Letter], end: usize) -> usize {
    let apostrophe = letters
        .get(end)
        .is_some_and(|letter| matches!(letter.folded, '\'' | '’' | '‘' | '\u{2bc}'));
    let possessive = apostrophe && is(letters, end + 1, 's') && !is_word(letters, end + 2);
    if possessive { end + 2 } else { end }
}

fn span(letters: &[Letter]) -> Range<usize> {
    letters.first().map_or(0, |first| first.start)..letters.last().map_or(0, |last| last.end)
}

fn plain(letters: &[Letter]) -> Word {
    let number = is_digit(letters, 0);
    let kept = letters
        .iter()
        .map(|letter| letter.folded)
        .filter(|&folded| folded != ',' && (number || folded != '.'));
    Word { text: kept.collect(), at: span(letters), kind: WordKind::Plain }
}

/// Adds the pairs of syllables. A word of two needs none: it says as much itself.
fn push_pairs(word: &[Letter], words: &mut Vec<Word>) {
    if word.len() < 3 {
        return;
    }
    for pair in word.windows(2).filter(|pair| pair.iter().all(|letter| is_syllable(letter.folded)))
    {
        let text = pair.iter().map(|letter| letter.folded).collect();
        words.push(Word { text, at: span(pair), kind: WordKind::Pair });
    }
}

fn push_joined(chain: &[usize], words: &mut Vec<Word>) {
    let parts: Vec<&Word> = chain.iter().filter_map(|&at| words.get(at)).collect();
    let figures =
        parts.iter().all(|part| part.text.starts_with(|first: char| first.is_ascii_digit()));
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
    if (2..=CHAIN).contains(&parts.len()) && !figures {
        let text = parts.iter().map(|part| part.text.as_str()).collect();
        let at = first.at.start..last.at.end;
        words.push(Word { text, at, kind: WordKind::Joined });
    }
}
