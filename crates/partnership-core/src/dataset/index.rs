//! The index of field and value, made from the description for all fields alike.
//!
//! For each field: its values, and for each value the records that surely have it and those that may.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::bracket::Bracket;
use super::bytes::{Cursor, List, Numbers, put, put_list, put_numbers, put_signed, search};
use super::image::Image;
use super::sums::Sums;
use super::write::Numbered;
use crate::query::indexed::{DayKey, Indexed, Postings};
use crate::sorted::SortedMap;
use crate::value::{Bounds, Day, QuantityRange, Truth};

/// How the block of a field begins whose values are texts, and one whose values are days.
const TEXTS: u8 = 0;
const DAYS: u8 = 1;

/// Where the fields of an index stand, in the order of their names, and what was read of them.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    names: List,
    blocks: List,
    fields: Vec<Field>,
}

/// Values that are dates, each with its postings.
type Days = Box<[(Bounds, Range<usize>)]>;

/// What is read of a field on the first question about it.
#[derive(Debug, Default)]
struct Field {
    days: OnceLock<Days>,
    sums: OnceLock<Box<Sums>>,
}

/// The values of a field that are texts, read where they stand.
struct Texts {
    /// Their numbers, in order.
    numbers: Numbers,
    /// For each its postings.
    postings: List,
}

impl Directory {
    /// Of damaged bytes there are no fields.
    pub(super) fn read(bytes: &[u8]) -> Self {
        Self::of(bytes).unwrap_or_default()
    }

    fn of(bytes: &[u8]) -> Option<Self> {
        let mut from = Cursor(bytes);
        let count = from.count()?;
        let (names, blocks) = (from.list(count, bytes)?, from.list(count, bytes)?);
        let mut fields = Vec::with_capacity(count);
        fields.resize_with(count, Field::default);
        Some(Self { names, blocks, fields })
    }
}

/// The index of an image, which is read where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Index<'a> {
    image: &'a Image,
}

impl<'a> Index<'a> {
    pub(super) fn of(image: &'a Image) -> Self {
        Self { image }
    }

    /// Where the bytes of a field end among those of the index, the bytes up to there, and those of the field.
    fn field(&self, name: &str) -> Option<(&'a Field, &'a [u8], Cursor<'a>)> {
        let (bytes, Directory { names, blocks, fields }) = self.image.index_parts();
        let at = search(names.len(), name.as_bytes(), |at| names.get(bytes, at))?;
        let Range { start, end } = blocks.range(bytes, at)?;
        Some((fields.get(at)?, bytes.get(..end)?, Cursor(bytes.get(start..end)?)))
    }

    /// The values of a field, if they are texts.
    fn texts(&self, name: &str) -> Option<Texts> {
        let (_, bytes, mut from) = self.field(name)?;
        if from.byte()? != TEXTS {
            return None;
        }
        let count = from.count()?;
        Some(Texts { numbers: from.numbers(count, bytes)?, postings: from.list(count, bytes)? })
    }

    /// The values of a field, if they are days.
    fn intervals(&self, name: &str) -> Option<&'a [(Bounds, Range<usize>)]> {
        let (field, bytes, mut from) = self.field(name)?;
        if from.byte()? != DAYS {
            return None;
        }
        Some(field.days.get_or_init(|| {
            let mut first = 0;
            let next = || {
                let days = read_days(&mut from, &mut first)?;
                let length = from.count()?;
                let start = bytes.len() - from.take(length)?.len() - from.0.len();
                Some((days, start..start + length))
            };
            std::iter::from_fn(next).collect()
        }))
    }

    /// The places of the postings of a field.
    fn all(&self, field: &str) -> impl Iterator<Item = Range<usize>> {
        let (bytes, _) = self.image.index_parts();
        let texts = self.texts(field).into_iter().flat_map(move |Texts { postings, .. }| {
            (0..postings.len()).map_while(move |at| postings.range(bytes, at))
        });
        let days = self.intervals(field).unwrap_or_default();
        texts.chain(days.iter().map(|(_, postings)| postings.clone()))
    }

    /// Adds the records with exactly this value.
    pub(crate) fn exact(&self, field: &str, value: &str, to: &mut Bracket) {
        self.place(field, value).iter().for_each(|postings| self.add(postings, Truth::Yes, to));
    }

    /// The records that have exactly this value in some view.
    pub(crate) fn having(&self, field: &str, value: &str) -> impl Iterator<Item = u32> + use<'a> {
        let postings = self.place(field, value).unwrap_or_default();
        self.records(&postings).map(|(record, _)| record)
    }

    /// The place of the postings of a value.
    fn place(&self, field: &str, value: &str) -> Option<Range<usize>> {
        let Texts { numbers, postings } = self.texts(field)?;
        let (bytes, _) = self.image.index_parts();
        let wanted = usize::try_from(self.image.string(value)?).ok()?;
        let at = numbers.below(bytes, wanted);
        (numbers.get(bytes, at)? == wanted).then_some(postings.range(bytes, at)?)
    }

    /// Adds the records with any value.
    pub(crate) fn any(&self, field: &str, to: &mut Bracket) {
        self.all(field).for_each(|postings| self.add(&postings, Truth::Yes, to));
    }

    /// Adds the records with an interval of days that passes.
    pub(crate) fn days(
        &self,
        field: &str,
        mut passes: impl FnMut(Bounds) -> Truth,
        to: &mut Bracket,
    ) {
        for (days, postings) in self.intervals(field).unwrap_or_default() {
            match passes(*days) {
                Truth::No => {}
                truth => self.add(postings, truth, to),
            }
        }
    }

    /// Adds the records with a quantity in a range.
    pub(crate) fn quantities(&self, field: &str, range: &QuantityRange, to: &mut Bracket) {
        let Some((known, ..)) = self.field(field) else { return };
        let sums = known.sums.get_or_init(|| Box::new(Sums::of(self.values(field).into_iter())));
        sums.each_in(range, &mut |postings, truth| self.add(postings, truth, to));
    }

    /// Calls for each text of a field and each record that has it in some view, and with whether it does so surely in the
    /// plain one.
    pub(crate) fn each(&self, field: &str, to: &mut dyn FnMut(&'a str, u32, bool)) {
        for (text, postings) in self.values(field) {
            self.records(&postings).for_each(|(record, sure)| to(text, record, sure));
        }
    }

    /// The texts of a field, each with the place of its postings.
    fn values(&self, field: &str) -> Vec<(&'a str, Range<usize>)> {
        let Some(Texts { numbers, postings }) = self.texts(field) else { return Vec::new() };
        let (bytes, _) = self.image.index_parts();
        let value = |at| {
            let number = numbers.get(bytes, at)?;
            Some((self.image.text(number as u64), postings.range(bytes, at)?))
        };
        (0..numbers.len()).map_while(value).collect()
    }

    /// Adds the records of one value, which is so true.
    fn add(&self, postings: &Range<usize>, truth: Truth, to: &mut Bracket) {
        let mut each = to.join_each(truth);
        self.records(postings).for_each(|(record, sure)| each.record(record, sure));
    }

    /// The records of one value. Each is a step from the one before, times two, plus one if only some views give the
    /// record this value.
    fn records(&self, postings: &Range<usize>) -> impl Iterator<Item = (u32, bool)> + use<'a> {
        let (bytes, _) = self.image.index_parts();
        let mut from = Cursor(bytes.get(postings.clone()).unwrap_or_default());
        let mut at = 0_u64;
        std::iter::from_fn(move || {
            let number = from.number()?;
            at = at.saturating_add(number >> 1);
            Some((u32::try_from(at).ok()?, number & 1 == 0))
        })
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
        let texts = indexed.texts.iter().map(|(field, values)| (field, self.texts(values)));
        let days = indexed.days.iter().map(|(field, values)| (field, intervals(values)));
        let blocks: SortedMap<&String, Vec<u8>> = texts.chain(days).collect();
        let mut to = Vec::new();
        put(&mut to, blocks.len() as u64);
        put_list(&mut to, blocks.keys().map(|name| name.as_bytes()));
        put_list(&mut to, blocks.values().map(Vec::as_slice));
        to
    }

    fn texts(&self, values: &BTreeMap<String, Postings>) -> Vec<u8> {
        // Every text of the index has a number.
        let numbered = values.iter().filter_map(|(text, records)| {
            Some((usize::try_from(self.strings.get(text)?).ok()?, postings(records)))
        });
        let numbered: SortedMap<usize, Vec<u8>> = numbered.collect();
        let mut block = vec![TEXTS];
        put(&mut block, numbered.len() as u64);
        put_numbers(&mut block, &numbered.keys().copied().collect::<Vec<_>>());
        put_list(&mut block, numbered.values().map(Vec::as_slice));
        block
    }
}

fn intervals(values: &BTreeMap<DayKey, Postings>) -> Vec<u8> {
    let (mut block, mut first) = (vec![DAYS], 0);
    for (days, records) in values {
        put_days(&mut block, days, &mut first);
        let postings = postings(records);
        put(&mut block, postings.len() as u64);
        block.extend(postings);
    }
    block
}

fn postings(records: &Postings) -> Vec<u8> {
    let (mut postings, mut at) = (Vec::new(), 0);
    for (record, sure) in records {
        put(&mut postings, u64::from(record - at) << 1 | u64::from(!sure));
        at = *record;
    }
    postings
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
