//! Variable-length numbers and bounded reading: nothing here panics on damaged bytes.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::{Deref, Range};

/// Appends a number, seven bits a byte, lowest first.
pub(crate) fn put(to: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        to.push((number as u8) | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

/// Appends a signed number: small ones of either sign are short.
pub(crate) fn put_signed(to: &mut Vec<u8>, number: i64) {
    put(to, ((number << 1) ^ (number >> 63)) as u64);
}

/// Appends a text with its length.
pub(crate) fn put_text(to: &mut Vec<u8>, text: &str) {
    put(to, text.len() as u64);
    to.extend_from_slice(text.as_bytes());
}

/// Appends numbers that are read where they stand: each takes as many bytes as the largest needs.
pub(crate) fn put_numbers(to: &mut Vec<u8>, numbers: &[usize]) {
    let largest = numbers.iter().max().copied().unwrap_or_default();
    let width = (1..8).find(|width| largest >> (8 * width) == 0).unwrap_or(8);
    to.push(width as u8);
    numbers.iter().for_each(|number| to.extend_from_slice(&number.to_le_bytes()[..width]));
}

/// Appends byte strings that are read where they stand.
pub(crate) fn put_list<'b>(to: &mut Vec<u8>, list: impl IntoIterator<Item = &'b [u8]>) {
    let (mut ends, mut all) = (Vec::new(), Vec::new());
    for bytes in list {
        all.extend_from_slice(bytes);
        ends.push(all.len());
    }
    put_numbers(to, &ends);
    to.extend(all);
}

/// The place of numbers that are read where they stand, so that opening them costs nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbers {
    width: usize,
    place: Range<usize>,
}

impl Numbers {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.place.len() / self.width.max(1)
    }

    /// The number at a place.
    #[inline]
    pub(crate) fn get(&self, bytes: &[u8], at: usize) -> Option<usize> {
        let from =
            bytes.get(self.place.start..self.place.end)?.get(at.checked_mul(self.width)?..)?;
        match (self.width, from) {
            (1, [low, ..]) => Some(usize::from(*low)),
            (2, [low, high, ..]) => Some(usize::from(u16::from_le_bytes([*low, *high]))),
            (3, [low, high, top, ..]) => Some(u32::from_le_bytes([*low, *high, *top, 0]) as usize),
            (width, _) => {
                let of = from.get(..width)?;
                Some(of.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
            }
        }
    }

    /// How many come first that are below a number, of numbers in order.
    pub(crate) fn below(&self, bytes: &[u8], number: usize) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.get(bytes, middle) {
                Some(other) if other < number => low = middle + 1,
                _ => high = middle,
            }
        }
        low
    }

    /// Of numbers that say where things end, where the thing at a place stands.
    pub(crate) fn range(&self, bytes: &[u8], at: usize) -> Option<Range<usize>> {
        let start = at.checked_sub(1).map_or(Some(0), |before| self.get(bytes, before))?;
        Some(start..self.get(bytes, at)?)
    }
}

/// The places of byte strings, one after the other, that are read where they stand.
#[derive(Clone, Debug, Default)]
pub(crate) struct List {
    ends: Numbers,
    start: usize,
}

impl List {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Where the one at a place stands.
    pub(crate) fn range(&self, bytes: &[u8], at: usize) -> Option<Range<usize>> {
        let Range { start, end } = self.ends.range(bytes, at)?;
        Some(self.start.checked_add(start)?..self.start.checked_add(end)?)
    }

    /// The one at a place.
    pub(crate) fn get<'b>(&self, bytes: &'b [u8], at: usize) -> Option<&'b [u8]> {
        bytes.get(self.range(bytes, at)?)
    }

    /// Where all of them stand.
    fn all(&self, bytes: &[u8]) -> Option<Range<usize>> {
        let length =
            self.len().checked_sub(1).map_or(Some(0), |last| self.ends.get(bytes, last))?;
        Some(self.start..self.start.checked_add(length)?)
    }
}

/// The bytes of an image: of the embedded record they stay for good.
#[derive(Debug)]
pub(crate) struct Bytes(pub(crate) Cow<'static, [u8]>);

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl Bytes {
    /// A part of them as text, if it is one: lent where they stay, else a copy.
    fn text(&self, part: Range<usize>) -> Option<Cow<'static, str>> {
        Some(match &self.0 {
            Cow::Borrowed(bytes) => std::str::from_utf8(bytes.get(part)?).ok()?.into(),
            Cow::Owned(bytes) => std::str::from_utf8(bytes.get(part)?).ok()?.to_owned().into(),
        })
    }
}

/// Texts one after the other, which were seen to be texts once for all.
#[derive(Debug)]
pub(crate) struct Texts {
    list: List,
    all: Cow<'static, str>,
}

impl Texts {
    /// The texts of a list in a section of these bytes.
    pub(crate) fn read(list: List, bytes: &Bytes, section: Range<usize>) -> Option<Self> {
        let Range { start, end } = list.all(bytes.get(section.clone())?)?;
        let place = section.start.checked_add(start)?..section.start.checked_add(end)?;
        Some(Self { all: bytes.text(place)?, list })
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The text at a place; these bytes are those of its section.
    #[inline]
    pub(crate) fn get(&self, section: &[u8], at: usize) -> Option<&str> {
        self.all.get(self.list.ends.range(section, at)?)
    }

    /// The same for as long as there is need of it: a copy, where the texts themselves are one.
    pub(crate) fn lasting(&self, section: &[u8], at: usize) -> Option<Cow<'static, str>> {
        let place = self.list.ends.range(section, at)?;
        match &self.all {
            Cow::Borrowed(all) => all.get(place).map(Cow::Borrowed),
            Cow::Owned(all) => all.get(place).map(|text| Cow::Owned(text.to_owned())),
        }
    }
}

/// Where something stands among so many that are in order.
pub(crate) fn search<'b>(
    count: usize,
    wanted: &[u8],
    get: impl Fn(usize) -> Option<&'b [u8]>,
) -> Option<usize> {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        match get(middle)?.cmp(wanted) {
            Ordering::Less => low = middle + 1,
            Ordering::Equal => return Some(middle),
            Ordering::Greater => high = middle,
        }
    }
    None
}

/// A position in bytes; every read gives `None` past the end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'a>(pub(crate) &'a [u8]);

impl<'a> Cursor<'a> {
    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    #[inline]
    pub(crate) fn number(&mut self) -> Option<u64> {
        // By far the most are of one byte.
        if let Some((first @ 0..0x80, rest)) = self.0.split_first() {
            self.0 = rest;
            return Some(u64::from(*first));
        }
        self.long_number()
    }

    fn long_number(&mut self) -> Option<u64> {
        let (mut number, mut shift) = (0_u64, 0);
        loop {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
            if shift > 63 {
                return None;
            }
        }
    }

    pub(crate) fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some(((number >> 1) as i64) ^ -((number & 1) as i64))
    }

    /// A count of things that take at least one byte each, so never more than the bytes that are left.
    pub(crate) fn count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.0.len()).then_some(count)
    }

    /// A number that is a length.
    pub(crate) fn size(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    /// So many numbers that are read where they stand; these bytes are the last ones of some.
    pub(crate) fn numbers(&mut self, count: usize, of: &[u8]) -> Option<Numbers> {
        let width = usize::from(self.byte()?);
        let start = of.len().checked_sub(self.0.len())?;
        let length = self.take(count.checked_mul(width)?)?.len();
        (1..=8).contains(&width).then(|| Numbers { width, place: start..start + length })
    }

    /// So many byte strings that are read where they stand; these bytes are the last ones of some.
    pub(crate) fn list(&mut self, count: usize, of: &[u8]) -> Option<List> {
        let ends = self.numbers(count, of)?;
        let start = of.len().checked_sub(self.0.len())?;
        let length = count.checked_sub(1).map_or(Some(0), |last| ends.get(of, last))?;
        self.take(length)?;
        Some(List { ends, start })
    }

    pub(crate) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    pub(crate) fn text(&mut self) -> Option<&'a str> {
        let length = usize::try_from(self.number()?).ok()?;
        std::str::from_utf8(self.take(length)?).ok()
    }
}
