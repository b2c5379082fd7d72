//! Writes the index of terms.

use std::collections::HashMap;

use crate::order::Order;
use crate::sorted::SortedSet;

use super::fold::{WordKind, insides, words};
use super::index::{BLOCK, CODES, MOST, Posting, VERSION, Weight, inside_term};

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
    records: SortedSet<u32>,
}

impl Builder {
    /// Adds a text of a record.
    pub fn add(&mut self, record: u32, weight: Weight, text: &str) {
        for word in words(text).into_iter().filter(|word| word.kind != WordKind::Pair) {
            if word.kind == WordKind::Plain {
                insides(&word.text)
                    .for_each(|inside| self.put(inside_term(inside), record, weight));
            }
            self.put(word.text, record, weight);
            self.records.insert(record);
        }
    }

    fn put(&mut self, term: String, record: u32, weight: Weight) {
        add_posting(self.terms.entry(term).or_default(), Posting { record, weight, count: 1 });
    }

    /// The bytes of the index, for `Terms::open`.
    pub fn finish(self) -> Vec<u8> {
        let mut terms: Vec<(String, Vec<Posting>)> = self.terms.into_iter().collect();
        terms.order_by(|a, b| a.0.cmp(&b.0));
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
    postings.order_by_key(|posting| posting.record);
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
