//! Text search over the names, summaries and other texts of records, in English and Korean.
//!
//! A word of a query finds a word that is the same after folding, that begins with it (two letters and more), for Hangul
//! also one that has it inside (two syllables to twelve); and, when there is none of these, one that is a single typing
//! mistake away.
//!
//! All is counted in integers, so that every platform gives the same order.

mod builder;
mod fold;
mod index;
mod typo;

use std::ops::Range;

pub use builder::Builder;
pub use fold::{Word, WordKind, fold, words};
pub use index::{Corrupt, Found, Posting, Postings, Terms, Weight};

use fold::{insides, may_be_inside};
use typo::{is_near, may_be_mistyped};

/// Words after a figure that say how large it is and of what: the record writes these apart from it.
const SCALES: [&str; 16] = [
    "thousand",
    "million",
    "millions",
    "billion",
    "billions",
    "trillion",
    "trillions",
    "mn",
    "bn",
    "tn",
    "usd",
    "us",
    "dollars",
    "percent",
    "per",
    "cent",
];
/// Words of a query that are looked at; the others are passed over.
const WORDS: usize = 64;
/// How well a word was met: a factor of the score.
const EXACT: u32 = 4;
const BEGINNING: u32 = 3;
const INSIDE: u32 = 2;
const MISTYPED: u32 = 1;

/// A record that a query finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The record's number.
    pub record: u32,
    /// How well it fits; comparable within one answer only.
    pub score: u32,
}

/// The records that fit a query best, at most so many: those with all its words, or, if there is none, with some.
///
/// Every word is looked for as it is. The last one, perhaps not yet typed to its end, and each that is not found are
/// taken as beginnings too; what is still not found is taken as mistyped, by one letter, if it has five and is not typed
/// in capitals. Where no record has all words, those that only say how large a figure before them is (`192 billion`) are
/// left out; where none has all others, a figure, a single letter or a word that is taken as mistyped finds none alone.
/// Quotes have no meaning here.
///
/// The score is `65536 × matched words + points`, equal scores go by record number. The points are the sum over the words
/// of `rarity × (2 × weight × manner + count − 1)`, where
///
/// - rarity is 1 for a word of more than half of the records, 2 of more than a quarter, and so on up to 8;
/// - weight is the number of the [`Weight`];
/// - manner is 4 for the word itself, 3 for a beginning, 2 inside a longer word, 1 for a mistyped word;
///
/// and `32 × weight` more when all words stand as they are in the same kind of place, and that is an alias, a name or an
/// id.
///
/// ```
/// use partnership_core::search::{Builder, Terms, Weight, search};
///
/// let mut builder = Builder::default();
/// builder.add(0, Weight::Name, "Korea-ASEAN Digital Innovation Flagship");
/// builder.add(0, Weight::Alias, "KADIF");
/// builder.add(1, Weight::Summary, "A flagship that follows KADIF");
/// let bytes = builder.finish();
/// let hits = search(&Terms::open(&bytes)?, "kadfi flag", 10);
/// assert_eq!(hits.iter().map(|hit| hit.record).collect::<Vec<_>>(), [0, 1]);
/// # Ok::<(), partnership_core::search::Corrupt>(())
/// ```
pub fn search(terms: &Terms<'_>, query: &str, max: usize) -> Vec<Hit> {
    search_all(terms, query, max).hits
}

/// What a search finds, and which words of the query the records have or not.
pub(crate) struct Searched {
    pub(crate) hits: Vec<Hit>,
    /// Words that were left out, since no record has all.
    pub(crate) left_out: Vec<Asked>,
    /// Whether the records have only some of the other words.
    pub(crate) some: bool,
    /// Words that no record has, where they have only some.
    pub(crate) nowhere: Vec<Asked>,
}

/// The same as [`search`], with what it passed over.
pub(crate) fn search_all(terms: &Terms<'_>, query: &str, max: usize) -> Searched {
    let mut asked = asked(query);
    let fits_of = |asked: &[Asked]| -> Vec<Vec<Fit>> {
        let last = asked.len().saturating_sub(1);
        asked.iter().enumerate().map(|(at, word)| fits(terms, word, at == last)).collect()
    };
    let mut found = fits_of(&asked);
    let mut hits = with_all(&found);
    let mut left_out = Vec::new();
    if hits.is_empty() {
        left_out = scales(&mut asked);
        if !left_out.is_empty() {
            found = fits_of(&asked);
            hits = with_all(&found);
        }
    }
    let some = hits.is_empty();
    let mut nowhere = Vec::new();
    if some {
        let pairs = asked.iter().zip(&found);
        nowhere = pairs.filter(|(_, fits)| fits.is_empty()).map(|(word, _)| word.clone()).collect();
        hits = with_some(found);
    }
    let hits = best(hits.iter().map(Fit::hit).collect(), max);
    Searched { hits, left_out, some, nowhere }
}

/// Takes out of a query the words that say how large the figure before them is, and of what.
fn scales(asked: &mut Vec<Asked>) -> Vec<Asked> {
    let (mut kept, mut left_out): (Vec<Asked>, Vec<Asked>) = (Vec::new(), Vec::new());
    let mut after_figure = false;
    for word in asked.drain(..) {
        let is_scale = after_figure && SCALES.contains(&word.word.as_str());
        after_figure = is_scale || word.word.chars().any(char::is_numeric);
        if is_scale { left_out.push(word) } else { kept.push(word) }
    }
    *asked = kept;
    left_out
}

/// For the first word of a query that finds nothing, however it is meant, the term that may be meant, and a record that has
/// it in a good place. Shorter words and acronyms are told here, and not taken for others by [`search`].
pub(crate) fn meant(terms: &Terms<'_>, asked: &[Asked]) -> Option<(u32, Asked)> {
    let unknown = asked.iter().find(|asked| fits(terms, asked, true).is_empty())?;
    let found = terms.meant(&unknown.word)?;
    let best = found.postings.max_by_key(|posting| (posting.weight, !posting.record))?;
    Some((best.record, Asked { word: found.term, acronym: true }))
}

/// The records that have all these words in any way but mistyped, by number; none for a text without a word.
pub fn candidates(terms: &Terms<'_>, word: &str) -> Vec<u32> {
    all_of(terms, &asked(word))
}

fn all_of(terms: &Terms<'_>, asked: &[Asked]) -> Vec<u32> {
    let mut sets = asked.iter().map(|asked| records(terms, &asked.word));
    let first = sets.next().unwrap_or_default();
    sets.fold(first, |kept, set| common(kept, &set))
}

/// Calls for the records that may have all these words in one text, in any way but mistyped, in no order and perhaps
/// several times; and whether the record surely has. The others have the words in several texts.
pub(crate) fn each_candidate(terms: &Terms<'_>, asked: &[Asked], mut to: impl FnMut(u32, bool)) {
    match asked {
        [one] => each_record(terms, &one.word, |record| to(record, true)),
        words => all_of(terms, words).into_iter().for_each(|record| to(record, false)),
    }
}

/// Whether a text has all these words in any way but mistyped; no for a text without a word. An index of this one text
/// gives the same answer; one of several texts answers as for all of them, a line each.
pub fn matches(text: &str, word: &str) -> bool {
    holds(text, &asked(word))
}

/// The same for words that were read before.
pub(crate) fn holds(text: &str, asked: &[Asked]) -> bool {
    have(&words(text), asked)
}

/// The same for the words of a text that were read before, too.
pub(crate) fn have(words: &[Word], asked: &[Asked]) -> bool {
    !asked.is_empty() && asked.iter().all(|asked| words.iter().any(|word| finds(&asked.word, word)))
}

/// Whether a word that is asked for finds a word of a text.
fn finds(asked: &str, word: &Word) -> bool {
    let inside = || word.kind == WordKind::Plain && may_be_inside(asked) && has_inside(word, asked);
    begins(word, asked) || inside()
}

fn has_inside(word: &Word, asked: &str) -> bool {
    insides(&word.text).any(|inside| inside.starts_with(asked))
}

/// The bytes of the text that the words of a query find, in order, apart from each other, on character boundaries. Whole
/// words, and for syllables inside a word these; a mistyped word only where it finds nothing else.
///
/// ```
/// use partnership_core::search::highlight;
///
/// assert_eq!(highlight("The KADIF project", "project kad"), [4..9, 10..17]);
/// ```
pub fn highlight(text: &str, query: &str) -> Vec<Range<usize>> {
    marked(text, &asked(query))
}

/// The same for the words of a query that were read before.
pub(crate) fn marked(text: &str, asked: &[Asked]) -> Vec<Range<usize>> {
    let words = words(text);
    let mut ranges: Vec<Range<usize>> =
        asked.iter().flat_map(|asked| places(&words, asked)).collect();
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    ranges.dedup_by(|later, kept| {
        let touch = later.start <= kept.end;
        kept.end = if touch { kept.end.max(later.end) } else { kept.end };
        touch
    });
    ranges
}

/// How well a record fits one word, or several.
#[derive(Clone, Copy)]
struct Fit {
    record: u32,
    matched: u32,
    points: u32,
    /// The place of all words; the lowest where they differ, or where one was not met as it is.
    weight: Weight,
    /// Whether some word of it finds records alone.
    alone: bool,
}

impl Fit {
    fn of(posting: Posting, manner: u32) -> Self {
        let points = 2 * posting.weight as u32 * manner + u32::from(posting.count) - 1;
        let weight = if manner == EXACT { posting.weight } else { Weight::Other };
        Self { record: posting.record, matched: 1, points, weight, alone: true }
    }

    fn and(self, other: Self) -> Self {
        let weight = if self.weight == other.weight { self.weight } else { Weight::Other };
        Self {
            matched: self.matched + other.matched,
            points: self.points + other.points,
            weight,
            alone: self.alone || other.alone,
            ..self
        }
    }

    fn hit(&self) -> Hit {
        let bonus = if self.weight >= Weight::Alias { 32 * self.weight as u32 } else { 0 };
        Hit { record: self.record, score: (self.matched << 16) + (self.points + bonus).min(0xffff) }
    }

    /// By record, the best first.
    fn order(&self) -> u64 {
        u64::from(self.record) << 32 | u64::from(u32::MAX - self.points)
    }
}

/// A word of a query.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// Folded.
    word: String,
    /// Typed in capitals: an acronym, by which no other word is meant.
    acronym: bool,
}

impl Asked {
    /// Whether it has a figure: a number, an ordinal.
    pub(crate) fn has_figure(&self) -> bool {
        self.word.contains(char::is_numeric)
    }

    /// The word for a reader.
    pub(crate) fn shown(&self) -> String {
        if self.acronym { self.word.to_uppercase() } else { self.word.clone() }
    }
}

/// The words of a query, each once, the last one last.
pub(crate) fn asked(query: &str) -> Vec<Asked> {
    // The common case, for which nothing needs to be folded.
    if !query.is_empty() && query.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return vec![Asked { word: query.to_ascii_lowercase(), acronym: is_acronym(query) }];
    }
    let mut found = words(query);
    found.retain(|word| matches!(word.kind, WordKind::Plain | WordKind::Counted));
    let mut asked: Vec<Asked> = Vec::new();
    for (at, word) in found.iter().enumerate() {
        // A counted word follows its two parts, and stands for them.
        let next = found.iter().skip(at + 1).take(2);
        if next.into_iter().any(|next| next.at.start <= word.at.start) {
            continue;
        }
        if let Some(at) = asked.iter().position(|known| known.word == word.text) {
            asked.remove(at);
        } else if asked.len() == WORDS {
            break;
        }
        let acronym = query.get(word.at.clone()).is_some_and(is_acronym);
        asked.push(Asked { word: word.text.clone(), acronym });
    }
    asked
}

fn is_acronym(typed: &str) -> bool {
    typed.chars().all(|letter| letter.is_uppercase() || !letter.is_alphabetic())
}

fn may_begin(word: &str) -> bool {
    word.chars().nth(1).is_some()
}

/// The records that fit one word of a query, by number.
fn fits(terms: &Terms<'_>, asked: &Asked, last: bool) -> Vec<Fit> {
    let word = asked.word.as_str();
    let postings = terms.postings(word);
    let mut fits = Vec::with_capacity(postings.size_hint().1.unwrap_or(0));
    fits.extend(postings.map(|posting| Fit::of(posting, EXACT)));
    let exact = fits.len();
    if may_begin(word) && (last || exact == 0) {
        terms.each_prefix(word, |cursor| {
            let postings = cursor.postings().map(|posting| Fit::of(posting, BEGINNING));
            fits.extend(postings.filter(|_| cursor.term().len() > word.len()));
            true
        });
    }
    terms.each_inside(word, |cursor| {
        fits.extend(cursor.postings().map(|posting| Fit::of(posting, INSIDE)));
    });
    if fits.is_empty() && !asked.acronym {
        let near = terms.near(word).into_iter().flat_map(|found| found.postings);
        fits.extend(near.map(|posting| Fit { alone: false, ..Fit::of(posting, MISTYPED) }));
    }
    if fits.len() > exact {
        fits = best_of_each(fits);
    }
    fits.iter_mut().for_each(|fit| fit.alone &= says_enough(word));
    weigh(fits, terms.records())
}

/// Whether a word finds a record even where the others of the query do not: a figure or a single letter does not.
fn says_enough(word: &str) -> bool {
    let is_figure = |letter: char| letter.is_numeric() || letter == '.';
    word.chars().nth(1).is_some() && !word.chars().all(is_figure)
}

/// The best fit of each record, of equal ones the first, by record.
fn best_of_each(mut fits: Vec<Fit>) -> Vec<Fit> {
    let span = fits.iter().map(|fit| fit.record as usize + 1).max().unwrap_or(0);
    if span / 8 > fits.len() {
        fits.sort_by_key(Fit::order);
        fits.dedup_by_key(|fit| fit.record);
        return fits;
    }
    // Many fits among few records: a place for each record is faster than sorting.
    let mut places: Vec<Option<Fit>> = vec![None; span];
    for fit in fits {
        let place = &mut places[fit.record as usize];
        if place.is_none_or(|best| best.points < fit.points) {
            *place = Some(fit);
        }
    }
    places.into_iter().flatten().collect()
}

/// Multiplies with the rarity of the word, from the number of records that fit it.
fn weigh(mut fits: Vec<Fit>, records: u32) -> Vec<Fit> {
    let held = u32::try_from(fits.len()).unwrap_or(u32::MAX).max(1);
    let rarity = 1 + (records / held).max(1).ilog2().min(7);
    fits.iter_mut().for_each(|fit| fit.points *= rarity);
    fits
}

/// The records that fit every word.
fn with_all(found: &[Vec<Fit>]) -> Vec<Fit> {
    let Some((rarest, kept)) = found.iter().enumerate().min_by_key(|(_, fits)| fits.len()) else {
        return Vec::new();
    };
    let others = found.iter().enumerate().filter(|(at, _)| *at != rarest);
    others.fold(kept.clone(), |kept, (_, fits)| both(kept, fits))
}

fn both(mut kept: Vec<Fit>, others: &[Fit]) -> Vec<Fit> {
    let mut at = 0;
    kept.retain_mut(|fit| {
        at += others[at..].iter().take_while(|other| other.record < fit.record).count();
        let other = others.get(at).filter(|other| other.record == fit.record);
        other.map(|&other| *fit = fit.and(other)).is_some()
    });
    kept
}

/// The records that fit any word.
fn with_some(found: Vec<Vec<Fit>>) -> Vec<Fit> {
    let mut fits: Vec<Fit> = found.into_iter().flatten().collect();
    fits.sort_by_key(|fit| fit.record);
    fits.dedup_by(|later, kept| {
        let same = later.record == kept.record;
        if same {
            *kept = kept.and(*later);
        }
        same
    });
    fits.retain(|fit| fit.alone);
    // The bonus is for all words, and one alone would take it for itself.
    fits.iter_mut().for_each(|fit| fit.weight = Weight::Other);
    fits
}

fn best(mut hits: Vec<Hit>, max: usize) -> Vec<Hit> {
    let order = |hit: &Hit| u64::from(!hit.score) << 32 | u64::from(hit.record);
    if (1..hits.len()).contains(&max) {
        hits.select_nth_unstable_by_key(max - 1, order);
    }
    hits.truncate(max);
    hits.sort_unstable_by_key(order);
    hits
}

/// The records that one word finds, by number.
fn records(terms: &Terms<'_>, word: &str) -> Vec<u32> {
    let mut records = Vec::new();
    each_record(terms, word, |record| records.push(record));
    records.sort_unstable();
    records.dedup();
    records
}

/// Calls for the records that one word finds, in no order and perhaps several times.
fn each_record(terms: &Terms<'_>, word: &str, mut to: impl FnMut(u32)) {
    let mut give = |postings: Postings<'_>| postings.records().for_each(&mut to);
    if may_begin(word) {
        terms.each_prefix(word, |cursor| {
            give(cursor.postings());
            true
        });
    } else {
        give(terms.postings(word));
    }
    terms.each_inside(word, |cursor| give(cursor.postings()));
}

fn common(mut kept: Vec<u32>, others: &[u32]) -> Vec<u32> {
    let mut others = others.iter().peekable();
    kept.retain(|record| {
        while others.next_if(|other| *other < record).is_some() {}
        others.next_if(|other| *other == record).is_some()
    });
    kept
}

/// Whether a word of a text is the one asked for, or begins with it.
fn begins(word: &Word, asked: &str) -> bool {
    word.kind != WordKind::Pair
        && (word.text == asked || (may_begin(asked) && word.text.starts_with(asked)))
}

/// Where the words of a text meet the one asked for.
fn places(words: &[Word], asked: &Asked) -> Vec<Range<usize>> {
    let Asked { word: asked, acronym } = asked;
    let whole = words.iter().filter(|word| begins(word, asked)).map(|word| word.at.clone());
    let mut places: Vec<Range<usize>> = whole.chain(inside(words, &fold::pairs(asked))).collect();
    if places.is_empty() && !acronym && may_be_mistyped(asked) {
        let near =
            words.iter().filter(|word| word.kind != WordKind::Pair && is_near(asked, &word.text));
        places.extend(near.map(|word| word.at.clone()));
    }
    places
}

/// Where all these pairs of syllables follow each other.
fn inside(words: &[Word], pairs: &[String]) -> Vec<Range<usize>> {
    let follow = |run: &&[Word]| {
        let same = run
            .iter()
            .zip(pairs)
            .all(|(word, pair)| word.kind == WordKind::Pair && word.text == *pair);
        same && run.windows(2).all(|two| two[1].at.start < two[0].at.end)
    };
    let runs = words.windows(pairs.len().max(1)).filter(|run| !pairs.is_empty() && follow(run));
    runs.filter_map(|run| Some(run.first()?.at.start..run.last()?.at.end)).collect()
}
