//! The index of field and value, made from the description for all fields alike.
//!
//! For each field: its values, and for each value the records that surely have it and those that may.

use std::ops::Range;
use std::sync::OnceLock;

use super::bracket::{Bracket, Known};
use super::bytes::{Cursor, put, put_signed, put_text};
use super::image::Image;
use super::sums::Sums;
use super::write::Numbered;
use crate::query::indexed::{DayKey, Indexed, Postings};
use crate::value::{Bounds, Day, QuantityRange, Truth};

/// Where the fields and values of an index stand: read once, value by value on the first question about a field.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    /// In the order of the names.
    fields: Vec<Field>,
}

#[derive(Debug)]
struct Field {
    name: Range<usize>,
    days: bool,
    block: Range<usize>,
    values: OnceLock<Values>,
    sums: OnceLock<Sums>,
}

/// The values of a field, each with the place of its postings.
#[derive(Debug)]
enum Values {
    /// Numbers of texts, in order.
    Texts(Vec<(u64, Range<usize>)>),
    Days(Vec<(Bounds, Range<usize>)>),
}

impl Directory {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut from = Cursor(bytes);
        let count = from.count().unwrap_or_default();
        let at = |from: &Cursor<'_>| bytes.len() - from.0.len();
        let mut field = || {
            let length = from.count()?;
            let name = at(&from)..at(&from) + length;
            from.take(length)?;
            let days = from.byte()? == 1;
            let length = from.count()?;
            let block = at(&from)..at(&from) + length;
            from.take(length)?;
            Some(Field { name, days, block, values: OnceLock::new(), sums: OnceLock::new() })
        };
        let mut fields: Vec<_> = (0..count).map_while(|_| field()).collect();
        fields.sort_by_key(|field| bytes.get(field.name.clone()));
        Self { fields }
    }
}

impl Field {
    fn values(&self, bytes: &[u8]) -> &Values {
        self.values.get_or_init(|| {
            let block = bytes.get(self.block.clone()).unwrap_or_default();
            let mut from = Cursor(block);
            let start = self.block.start;
            let postings = |from: &mut Cursor<'_>| {
                let length = from.count()?;
                let at = start + block.len() - from.0.len();
                from.take(length)?;
                Some(at..at + length)
            };
            if self.days {
                let mut first = 0;
                let next = || Some((read_days(&mut from, &mut first)?, postings(&mut from)?));
                Values::Days(std::iter::from_fn(next).collect())
            } else {
                let mut at = 0_u64;
                let next = || {
                    at = at.saturating_add(from.number()?);
                    Some((at, postings(&mut from)?))
                };
                Values::Texts(std::iter::from_fn(next).collect())
            }
        })
    }
}

/// The index of an image, which is unpacked when a field is first asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Index<'a> {
    image: &'a Image,
}

impl<'a> Index<'a> {
    pub(super) fn of(image: &'a Image) -> Self {
        Self { image }
    }

    /// A field, with the bytes that it points into.
    fn field(&self, name: &str) -> Option<(&'a [u8], &'a Field)> {
        let (bytes, Directory { fields }) = self.image.index_parts();
        let known = |known: &Field| bytes.get(known.name.clone()).unwrap_or_default();
        let at = fields.binary_search_by(|field| known(field).cmp(name.as_bytes())).ok()?;
        Some((bytes, fields.get(at)?))
    }

    fn values(&self, field: &str) -> Option<&'a Values> {
        let (bytes, field) = self.field(field)?;
        Some(field.values(bytes))
    }

    /// Adds the records with exactly this value.
    pub(crate) fn exact(&self, field: &str, value: &str, to: &mut Bracket) {
        let Some(Values::Texts(values)) = self.values(field) else { return };
        let Some(wanted) = self.image.string(value) else { return };
        if let Ok(at) = values.binary_search_by_key(&wanted, |(number, _)| *number) {
            self.add(&values[at].1, Truth::Yes, to);
        }
    }

    /// Adds the records with any value.
    pub(crate) fn any(&self, field: &str, to: &mut Bracket) {
        match self.values(field) {
            Some(Values::Texts(values)) => {
                values.iter().for_each(|(_, postings)| self.add(postings, Truth::Yes, to));
            }
            Some(Values::Days(values)) => {
                values.iter().for_each(|(_, postings)| self.add(postings, Truth::Yes, to));
            }
            None => {}
        }
    }

    /// Adds the records with an interval of days that passes.
    pub(crate) fn days(
        &self,
        field: &str,
        mut passes: impl FnMut(Bounds) -> Truth,
        to: &mut Bracket,
    ) {
        let Some(Values::Days(values)) = self.values(field) else { return };
        for (days, postings) in values {
            match passes(*days) {
                Truth::No => {}
                truth => self.add(postings, truth, to),
            }
        }
    }

    /// Adds the records with a quantity in a range.
    pub(crate) fn quantities(&self, field: &str, range: &QuantityRange, to: &mut Bracket) {
        let Some((bytes, field)) = self.field(field) else { return };
        let Values::Texts(values) = field.values(bytes) else { return };
        let sums = field.sums.get_or_init(|| {
            let texts = values.iter().map(|(text, postings)| (self.image.text(*text), postings));
            Sums::of(texts.map(|(text, postings)| (text, postings.clone())))
        });
        sums.each_in(range, &mut |postings, truth| self.add(postings, truth, to));
    }

    /// Adds the records of one value, which is so true. Each is a step from the one before, times two, plus one if only
    /// some views give the record this value.
    fn add(&self, postings: &Range<usize>, truth: Truth, to: &mut Bracket) {
        let (bytes, _) = self.image.index_parts();
        let mut from = Cursor(bytes.get(postings.clone()).unwrap_or_default());
        let mut at = 0_u64;
        while let Some(number) = from.number() {
            at = at.saturating_add(number >> 1);
            let Ok(record) = u32::try_from(at) else { return };
            let known = if number & 1 == 0 { Known::Exactly(truth) } else { Known::Open };
            to.join_one(record, known);
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
