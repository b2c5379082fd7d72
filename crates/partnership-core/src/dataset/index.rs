//! The index of field and value, made from the description for all fields alike.
//!
//! For each field: its values, and for each value the records that surely have it and those that may. A set of records
//! is a bitmap, so that *and*, *or* and *not* cost a word per 64 records.

use super::bytes::{Cursor, put, put_signed, put_text};
use super::image::Image;
use super::write::Numbered;
use crate::query::indexed::{DayKey, Indexed, Postings};
use crate::value::{Bounds, Day};

/// A set of records, by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Set {
    words: Vec<u64>,
    length: usize,
}

impl Set {
    pub(crate) fn empty(length: usize) -> Self {
        Self { words: vec![0; length.div_ceil(64)], length }
    }

    pub(crate) fn all(length: usize) -> Self {
        Self::empty(length).complement()
    }

    pub(crate) fn insert(&mut self, number: u32) {
        if (number as usize) < self.length {
            self.words[number as usize / 64] |= 1 << (number % 64);
        }
    }

    pub(crate) fn insert_range(&mut self, range: std::ops::Range<u32>) {
        range.for_each(|number| self.insert(number));
    }

    pub(crate) fn contains(&self, number: u32) -> bool {
        self.words.get(number as usize / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    pub(crate) fn meet(&mut self, other: &Set) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, with)| *word &= with);
    }

    pub(crate) fn join(&mut self, other: &Set) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, with)| *word |= with);
    }

    pub(crate) fn complement(mut self) -> Self {
        self.words.iter_mut().for_each(|word| *word = !*word);
        if let (Some(last), rest @ 1..) = (self.words.last_mut(), self.length % 64) {
            *last &= (1 << rest) - 1;
        }
        self
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        self.words.iter().enumerate().flat_map(|(at, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(at as u32 * 64 + bit)
            })
        })
    }
}

/// A value of the index.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Key<'a> {
    /// An exact text.
    Text(&'a str),
    /// An interval of days.
    Days(Bounds),
}

/// The opened index.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Index<'a> {
    bytes: &'a [u8],
    image: &'a Image,
}

impl<'a> Index<'a> {
    pub(super) fn open(bytes: &'a [u8], image: &'a Image) -> Self {
        Self { bytes, image }
    }

    /// The bytes of a field, and whether its values are days.
    fn block(&self, field: &str) -> Option<(bool, Cursor<'a>)> {
        let mut from = Cursor(self.bytes);
        for _ in 0..from.count()? {
            let name = from.text()?;
            let days = from.byte()? == 1;
            let length = usize::try_from(from.number()?).ok()?;
            let block = from.take(length)?;
            if name == field {
                return Some((days, Cursor(block)));
            }
        }
        None
    }

    /// Adds the records with exactly this value.
    pub(crate) fn exact(&self, field: &str, value: &str, sure: &mut Set, possible: &mut Set) {
        let Some((false, mut from)) = self.block(field) else { return };
        let Some(wanted) = self.image.string(value) else { return };
        let mut at = 0_u64;
        while !from.is_empty() {
            let Some((step, length)) = from.number().zip(from.number()) else { return };
            at = at.saturating_add(step);
            let Some(postings) = from.take(length as usize) else { return };
            if at == wanted {
                return add(postings, true, sure, possible);
            }
            if at > wanted {
                return;
            }
        }
    }

    /// Adds the records with a value that passes; a value that only may pass makes its records possible ones.
    pub(crate) fn matching(
        &self,
        field: &str,
        mut passes: impl FnMut(Key<'a>) -> crate::value::Truth,
        sure: &mut Set,
        possible: &mut Set,
    ) {
        use crate::value::Truth;
        let Some((days, mut from)) = self.block(field) else { return };
        let (mut at, mut first) = (0_u64, 0);
        while !from.is_empty() {
            let key = if days {
                let Some(bounds) = read_days(&mut from, &mut first) else { return };
                Key::Days(bounds)
            } else {
                let Some(step) = from.number() else { return };
                at = at.saturating_add(step);
                Key::Text(self.image.text(at))
            };
            let Some(postings) = from.number().and_then(|length| from.take(length as usize)) else {
                return;
            };
            match passes(key) {
                Truth::No => {}
                truth => add(postings, truth == Truth::Yes, sure, possible),
            }
        }
    }
}

/// Adds the records of one value. Each is a step from the one before, times two, plus one if it is only possible.
fn add(postings: &[u8], surely: bool, sure: &mut Set, possible: &mut Set) {
    let mut from = Cursor(postings);
    let mut at = 0_u64;
    while let Some(number) = from.number() {
        at = at.saturating_add(number >> 1);
        let Ok(record) = u32::try_from(at) else { return };
        possible.insert(record);
        if surely && number & 1 == 0 {
            sure.insert(record);
        }
    }
}

/// Reads an interval: four steps, each from the day before it in order, and whether it is qualified.
fn read_days(from: &mut Cursor<'_>, first: &mut i64) -> Option<Bounds> {
    let mut at = *first;
    let mut days = [Day::MIN; 4];
    for (place, day) in days.iter_mut().enumerate() {
        at = at.checked_add(from.signed()?)?;
        *day = Day::from_number(i32::try_from(at).ok()?);
        if place == 0 {
            *first = at;
        }
    }
    let [start_first, start_last, end_first, end_last] = days;
    Some(Bounds { start_first, start_last, end_first, end_last, qualified: from.byte()? == 1 })
}

/// Writes the index.
pub(super) struct Writer<'a> {
    strings: &'a Numbered<'a>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(strings: &'a Numbered<'a>) -> Self {
        Self { strings }
    }

    pub(super) fn write(&self, indexed: &Indexed) -> Vec<u8> {
        let mut to = Vec::new();
        put(&mut to, (indexed.texts.len() + indexed.days.len()) as u64);
        for (field, values) in &indexed.texts {
            let mut block = Vec::new();
            let mut at = 0;
            // Texts are sorted as their numbers are.
            for (value, records) in values {
                let number = self.strings.get(value);
                put(&mut block, number - at);
                at = number;
                put_postings(&mut block, records);
            }
            put_block(&mut to, field, 0, &block);
        }
        for (field, values) in &indexed.days {
            let mut block = Vec::new();
            let mut first = 0;
            for (bounds, records) in values {
                put_days(&mut block, bounds, &mut first);
                put_postings(&mut block, records);
            }
            put_block(&mut to, field, 1, &block);
        }
        to
    }
}

fn put_block(to: &mut Vec<u8>, field: &str, days: u8, block: &[u8]) {
    put_text(to, field);
    to.push(days);
    put(to, block.len() as u64);
    to.extend_from_slice(block);
}

fn put_postings(to: &mut Vec<u8>, records: &Postings) {
    let (mut postings, mut at) = (Vec::new(), 0);
    for (record, sure) in records {
        put(&mut postings, u64::from(record - at) << 1 | u64::from(!sure));
        at = *record;
    }
    put(to, postings.len() as u64);
    to.extend(postings);
}

fn put_days(to: &mut Vec<u8>, (days, qualified): &DayKey, first: &mut i64) {
    let mut at = *first;
    for day in days {
        put_signed(to, i64::from(*day) - at);
        at = i64::from(*day);
    }
    *first = i64::from(days[0]);
    to.push(u8::from(*qualified));
}
