//! The index of terms: which records hold a word, and where in the record it stands.
//!
//! The bytes, all numbers little-endian:
//!
//! - version (1 byte), how many records are indexed (4), how many blocks there are (4);
//! - for each block where it starts, counted from the end of this table (4 each);
//! - the blocks, sixteen terms each, in the order of the terms' bytes. A block is the length of its terms (varint), its
//!   terms, its postings. A term is one byte (the length that it shares with the term before it, and of its own bytes, 4
//!   bits each; 15 says that a varint with the rest follows), its own bytes, the length of its postings (varint).
//!   A posting is a varint: the step from the record before it, and three bits for weight and count.
//!
//! 19,573 invented terms with 137,855 postings in 2,000 records take 18.1 bytes a term: 5.8 for the term, and 12.2 for
//! its seven postings, 1.7 each.

use std::collections::{BTreeSet, HashMap};

use super::fold::{WordKind, words};

const VERSION: u8 = 1;
const BLOCK: usize = 16;
/// Stands before the pairs of syllables, which are no words; no word begins with it.
const PAIR: char = '\u{1}';
/// A term is repeated this often at most, for the index.
const MOST: u8 = 3;

/// Where in a record a word stands; of several places the best counts. The number is a factor of the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Any other text of the record.
    Other = 1,
    /// The text that sums the record up.
    Summary = 2,
    /// Another name, an acronym, a former name.
    Alias = 4,
    /// The name or title.
    Name = 6,
    /// The id.
    Id = 8,
}

/// What the three bits of a posting say: the weight, and how often. 7 stands for all else: a byte follows, whose two low
/// bits are how often, and whose other bits a place among the first five.
const CODES: [(Weight, u8); 7] = [
    (Weight::Other, 1),
    (Weight::Summary, 1),
    (Weight::Alias, 1),
    (Weight::Name, 1),
    (Weight::Id, 1),
    (Weight::Other, 2),
    (Weight::Other, MOST),
];

/// That a record holds a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The record's number.
    pub record: u32,
    /// The best place of the term.
    pub weight: Weight,
    /// How often the record holds the term; 3 is three times or more.
    pub count: u8,
}

/// A term that was found, and the records that hold it.
#[derive(Clone, Debug)]
pub struct Found<'a> {
    /// The term, folded.
    pub term: String,
    /// The records that hold it, by number.
    pub postings: Postings<'a>,
}

/// The bytes are not an index of terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corrupt;

impl std::fmt::Display for Corrupt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the index of terms is damaged")
    }
}

impl std::error::Error for Corrupt {}

/// Collects the words of records. The order in which texts are added does not change the bytes.
///
/// ```
/// use partnership_core::search::{Builder, Terms, Weight};
///
/// let mut builder = Builder::default();
/// builder.add(7, Weight::Name, "ASEAN-Korea Cooperation Fund");
/// let bytes = builder.finish();
/// assert_eq!(Terms::open(&bytes)?.exact("fund")[0].record, 7);
/// # Ok::<(), partnership_core::search::Corrupt>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Builder {
    terms: HashMap<String, Vec<Posting>>,
    records: BTreeSet<u32>,
}

impl Builder {
    /// Adds a text of a record.
    pub fn add(&mut self, record: u32, weight: Weight, text: &str) {
        for word in words(text) {
            let term = if word.kind == WordKind::Pair { pair_term(&word.text) } else { word.text };
            add_posting(self.terms.entry(term).or_default(), Posting { record, weight, count: 1 });
            self.records.insert(record);
        }
    }

    /// The bytes of the index, for [`Terms::open`].
    pub fn finish(self) -> Vec<u8> {
        let mut terms: Vec<(String, Vec<Posting>)> = self.terms.into_iter().collect();
        terms.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let (mut table, mut blocks) = (Vec::new(), Vec::new());
        for block in terms.chunks(BLOCK) {
            table.extend(number(blocks.len()));
            write_block(block, &mut blocks);
        }
        let mut bytes = vec![VERSION];
        bytes.extend(number(self.records.len()));
        bytes.extend(number(terms.len().div_ceil(BLOCK)));
        bytes.extend(table);
        bytes.extend(blocks);
        bytes
    }
}

/// The terms of a dataset. Opening reads no more than the head; damaged bytes give fewer or other records, no panic.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    records: u32,
    table: &'a [u8],
    blocks: &'a [u8],
}

impl<'a> Terms<'a> {
    /// Reads the head of an index that [`Builder::finish`] made.
    ///
    /// # Errors
    ///
    /// The version is another one, or the bytes end before the blocks begin.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Corrupt> {
        let (&[VERSION], rest) = bytes.split_first_chunk().ok_or(Corrupt)? else {
            return Err(Corrupt);
        };
        let (records, rest) = rest.split_first_chunk().ok_or(Corrupt)?;
        let (count, rest) = rest.split_first_chunk().ok_or(Corrupt)?;
        let table =
            usize::try_from(u32::from_le_bytes(*count)).ok().and_then(|count| count.checked_mul(4));
        let (table, blocks) = rest.split_at_checked(table.ok_or(Corrupt)?).ok_or(Corrupt)?;
        Ok(Self { records: u32::from_le_bytes(*records), table, blocks })
    }

    /// How many records hold a word at all.
    pub fn records(&self) -> u32 {
        self.records
    }

    /// The records that hold a folded word, by number.
    pub fn exact(&self, term: &str) -> Vec<Posting> {
        self.postings(term).collect()
    }

    /// The first terms that begin so, the term itself among them, in the order of their bytes; none for an empty term.
    pub fn prefix(&self, term: &str, limit: usize) -> Vec<Found<'a>> {
        let mut found = Vec::new();
        self.each_prefix(term, |cursor| {
            found.extend((found.len() < limit).then(|| cursor.found()).flatten());
            found.len() < limit
        });
        found
    }

    /// The terms that one change makes equal: a letter more, fewer or other, or two neighbours swapped. Those with the
    /// same first letter; all others only if there is none. Nothing is near a word of fewer than five letters (Hangul:
    /// three syllables) or with a figure in it.
    pub fn near(&self, term: &str) -> Vec<Found<'a>> {
        if !may_be_mistyped(term) {
            return Vec::new();
        }
        let mut found = Vec::new();
        let first = term.chars().next().map_or(0, char::len_utf8);
        self.each_prefix(&term[..first], |cursor| {
            found.extend(cursor.near(term));
            true
        });
        let mut cursor = self.cursor(if found.is_empty() { 0 } else { usize::MAX });
        while cursor.advance() {
            found.extend(cursor.near(term));
        }
        found
    }

    /// The records that hold a folded word, read as they are asked for.
    pub(super) fn postings(&self, term: &str) -> Postings<'a> {
        match self.seek(term.as_bytes()) {
            Some(cursor) if cursor.term == term.as_bytes() => cursor.postings(),
            _ => Postings::default(),
        }
    }

    /// The records that hold two neighbouring syllables inside a word.
    pub(super) fn pair(&self, pair: &str) -> Postings<'a> {
        self.postings(&pair_term(pair))
    }

    /// Shows each term that begins so, until told to stop.
    pub(super) fn each_prefix(&self, term: &str, mut show: impl FnMut(&Cursor<'a>) -> bool) {
        let Some(mut cursor) = self.seek(term.as_bytes()).filter(|_| !term.is_empty()) else {
            return;
        };
        while cursor.term.starts_with(term.as_bytes()) && show(&cursor) && cursor.advance() {}
    }

    /// The first term that is not before this one.
    fn seek(&self, term: &[u8]) -> Option<Cursor<'a>> {
        let (mut low, mut high) = (0, self.table.len() / 4);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.first_term(middle) <= Some(term) { low = middle + 1 } else { high = middle }
        }
        let mut cursor = self.cursor(low.saturating_sub(1));
        while cursor.advance() {
            if cursor.term.as_slice() >= term {
                return Some(cursor);
            }
        }
        None
    }

    fn cursor(&self, block: usize) -> Cursor<'a> {
        Cursor { all: *self, next: block, terms: &[], rest: &[], term: Vec::new(), postings: &[] }
    }

    /// The terms and the postings of a block; none when it is damaged.
    fn block(&self, at: usize) -> Option<(&'a [u8], &'a [u8])> {
        let end = self.start(at + 1).unwrap_or(self.blocks.len());
        let mut block = self.blocks.get(self.start(at)?..end)?;
        let length = read_length(&mut block)?;
        block.split_at_checked(length)
    }

    fn start(&self, at: usize) -> Option<usize> {
        let (start, _) = self.table.get(at.checked_mul(4)?..)?.split_first_chunk()?;
        usize::try_from(u32::from_le_bytes(*start)).ok()
    }

    fn first_term(&self, at: usize) -> Option<&'a [u8]> {
        let (mut terms, _) = self.block(at)?;
        let (_, own) = read_head(&mut terms)?;
        terms.get(..own)
    }
}

/// A place among the terms; before the first until it is advanced.
pub(super) struct Cursor<'a> {
    all: Terms<'a>,
    next: usize,
    /// What is left of the block: terms, and the postings of these terms.
    terms: &'a [u8],
    rest: &'a [u8],
    term: Vec<u8>,
    postings: &'a [u8],
}

impl<'a> Cursor<'a> {
    pub(super) fn term(&self) -> &[u8] {
        &self.term
    }

    pub(super) fn postings(&self) -> Postings<'a> {
        Postings { bytes: self.postings, next: 0 }
    }

    /// This term, if it is a word that one change makes equal; one of another length is refused without reading it.
    fn near(&self, word: &str) -> Option<Found<'a>> {
        let length = word.len().abs_diff(self.term.len()) <= 4;
        let other = std::str::from_utf8(&self.term)
            .ok()
            .filter(|other| length && !other.starts_with(PAIR))?;
        is_near(word, other).then(|| self.found()).flatten()
    }

    fn found(&self) -> Option<Found<'a>> {
        let term = String::from_utf8(self.term.clone()).ok()?;
        Some(Found { term, postings: self.postings() })
    }

    /// Goes to the next term; what is left of a damaged block is passed over.
    fn advance(&mut self) -> bool {
        loop {
            if self.read().is_some() {
                return true;
            }
            if self.next >= self.all.table.len() / 4 {
                self.terms = &[];
                return false;
            }
            (self.terms, self.rest) = self.all.block(self.next).unwrap_or_default();
            self.term.clear();
            self.next += 1;
        }
    }

    fn read(&mut self) -> Option<()> {
        let mut terms = std::mem::take(&mut self.terms);
        let (shared, own) = read_head(&mut terms)?;
        let (own, mut terms) = terms.split_at_checked(own)?;
        let length = read_length(&mut terms)?;
        let (postings, rest) = self.rest.split_at_checked(length)?;
        if shared > self.term.len() {
            return None;
        }
        self.term.truncate(shared);
        self.term.extend_from_slice(own);
        (self.terms, self.postings, self.rest) = (terms, postings, rest);
        Some(())
    }
}

/// The records that hold a term, by number, read one by one.
#[derive(Clone, Debug, Default)]
pub struct Postings<'a> {
    bytes: &'a [u8],
    /// The lowest number that the next record can have.
    next: u64,
}

impl Postings<'_> {
    fn read(&mut self) -> Option<Posting> {
        let step = read_varint(&mut self.bytes)?;
        let (weight, count) = match CODES.get((step & 7) as usize) {
            Some(&known) => known,
            None => {
                let (&both, rest) = self.bytes.split_first()?;
                self.bytes = rest;
                (CODES.get(usize::from(both >> 2))?.0, (both & MOST).max(1))
            }
        };
        let record = u32::try_from(self.next.checked_add(step >> 3)?).ok()?;
        self.next = u64::from(record) + 1;
        Some(Posting { record, weight, count })
    }
}

impl Iterator for Postings<'_> {
    type Item = Posting;

    fn next(&mut self) -> Option<Posting> {
        let posting = self.read();
        if posting.is_none() {
            self.bytes = &[];
        }
        posting
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.bytes.len()))
    }
}

/// Whether typing mistakes are looked for in a word as long as this.
pub(super) fn may_be_mistyped(word: &str) -> bool {
    let least = if word.chars().all(super::fold::is_syllable) { 3 } else { 5 };
    word.chars().all(char::is_alphabetic) && word.chars().count() >= least
}

/// Whether the optimal string alignment distance is at most one: what differs, after what both begin and end with, is one
/// letter against none or one, or two letters swapped. `strsim` counts the whole distance, which took twenty times as
/// long over all terms.
pub(super) fn is_near(a: &str, b: &str) -> bool {
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

fn pair_term(pair: &str) -> String {
    let mut term = String::from(PAIR);
    term.push_str(pair);
    term
}

/// Texts of a record mostly come one after the other, so the place to add to is mostly the last.
fn add_posting(postings: &mut Vec<Posting>, new: Posting) {
    match postings.last_mut() {
        Some(last) if last.record == new.record => merge(last, new),
        _ => postings.push(new),
    }
}

fn merge(into: &mut Posting, other: Posting) {
    into.weight = into.weight.max(other.weight);
    into.count = into.count.saturating_add(other.count).min(MOST);
}

/// An index of 4 GiB and more is refused when it is opened.
fn number(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

fn write_block(block: &[(String, Vec<Posting>)], bytes: &mut Vec<u8>) {
    let (mut terms, mut all_postings) = (Vec::new(), Vec::new());
    let mut before: &[u8] = &[];
    for (term, postings) in block {
        let postings = write_postings(postings.clone());
        write_term(before, term.as_bytes(), &mut terms);
        write_varint(postings.len() as u64, &mut terms);
        all_postings.extend(postings);
        before = term.as_bytes();
    }
    write_varint(terms.len() as u64, bytes);
    bytes.extend(terms);
    bytes.extend(all_postings);
}

fn write_term(before: &[u8], term: &[u8], bytes: &mut Vec<u8>) {
    let shared = before.iter().zip(term).take_while(|(a, b)| a == b).count();
    let own = term.len() - shared;
    bytes.push((shared.min(15) << 4 | own.min(15)) as u8);
    for length in [shared, own].into_iter().filter(|&length| length >= 15) {
        write_varint((length - 15) as u64, bytes);
    }
    bytes.extend(&term[shared..]);
}

fn write_postings(mut postings: Vec<Posting>) -> Vec<u8> {
    postings.sort_by_key(|posting| posting.record);
    postings.dedup_by(|later, kept| {
        let same = later.record == kept.record;
        if same {
            merge(kept, *later);
        }
        same
    });
    let (mut bytes, mut next) = (Vec::new(), 0);
    for Posting { record, weight, count } in postings {
        let code =
            |count| CODES.iter().position(|known| *known == (weight, count)).unwrap_or(7) as u64;
        write_varint((u64::from(record) - next) << 3 | code(count), &mut bytes);
        if code(count) == 7 {
            bytes.push((code(1) as u8) << 2 | count);
        }
        next = u64::from(record) + 1;
    }
    bytes
}

fn write_varint(mut number: u64, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

#[inline]
fn read_varint(bytes: &mut &[u8]) -> Option<u64> {
    let (mut number, mut shift) = (0, 0);
    while shift < 63 {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
        shift += 7;
    }
    None
}

fn read_length(bytes: &mut &[u8]) -> Option<usize> {
    usize::try_from(read_varint(bytes)?).ok()
}

/// The length that a term shares with the one before it, and that of its own bytes.
fn read_head(bytes: &mut &[u8]) -> Option<(usize, usize)> {
    let (&head, rest) = bytes.split_first()?;
    *bytes = rest;
    Some((read_nibble(head >> 4, bytes)?, read_nibble(head & 15, bytes)?))
}

fn read_nibble(nibble: u8, bytes: &mut &[u8]) -> Option<usize> {
    match nibble {
        15 => read_length(bytes)?.checked_add(15),
        short => Some(usize::from(short)),
    }
}
