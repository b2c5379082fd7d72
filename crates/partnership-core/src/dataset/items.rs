//! A list of byte strings, packed in small blocks, so that an answer unpacks only what it reads.
//!
//! Layout: the length of the sample; how many blocks; for each the number of the item after its last, where it ends, and
//! its plain length; the sample; the blocks. A block is how many items it has, the length of each, the items. What is as
//! long packed as plain is not packed. The sample is the beginnings of some items: a block is packed as if it stood
//! after it, so that small blocks take no more room than large ones.

use std::ops::Range;
use std::sync::OnceLock;

use lz4_flex::block::decompress_with_dict;

use super::LIMIT;
use super::bytes::{Cursor, List, Numbers, put, put_list, put_numbers};
use super::lz4::Packer;

/// How long the sample is at most, about, and what an item gives to it at most. Both must be in the reach of LZ4.
const SAMPLE: usize = 48 << 10;
const BEGINNING: usize = 400;

/// Where the items of a section stand.
#[derive(Debug, Default)]
pub(super) struct Items {
    lasts: Numbers,
    lengths: Numbers,
    sample: Range<usize>,
    packed: List,
    blocks: Vec<OnceLock<Box<Block>>>,
}

/// A block of which an item was asked for.
#[derive(Debug, Default)]
struct Block {
    /// Its bytes, unless they stand in the file as they are.
    unpacked: Option<Vec<u8>>,
    /// Where each item stands in them.
    items: Vec<Range<u32>>,
}

impl Items {
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut from = Cursor(bytes);
        let (sample, count) = (from.count()?, from.count()?);
        let (lasts, lengths) = (from.numbers(count, bytes)?, from.numbers(count, bytes)?);
        let start = bytes.len() - from.take(sample)?.len() - from.0.len();
        let packed = from.list(count, bytes)?;
        let mut blocks = Vec::with_capacity(count);
        blocks.resize_with(count, OnceLock::new);
        Some(Self { lasts, lengths, sample: start..start + sample, packed, blocks })
    }

    /// The item of that number.
    pub(super) fn get<'a>(&'a self, bytes: &'a [u8], at: usize) -> Option<&'a [u8]> {
        let place = self.lasts.below(bytes, at.checked_add(1)?);
        let first = self.lasts.range(bytes, place)?.start;
        let packed = self.packed.get(bytes, place)?;
        let block = self.blocks.get(place)?.get_or_init(|| {
            let sample = bytes.get(self.sample.clone()).unwrap_or_default();
            let length = self.lengths.get(bytes, place).unwrap_or_default();
            Box::new(Block::read(packed, sample, length).unwrap_or_default())
        });
        let item = block.items.get(at.checked_sub(first)?)?;
        let plain = block.unpacked.as_deref().unwrap_or(packed);
        plain.get(item.start as usize..item.end as usize)
    }
}

impl Block {
    fn read(packed: &[u8], sample: &[u8], length: usize) -> Option<Self> {
        let unpacked = match packed.len() == length {
            true => None,
            false if !is_believed(packed.len(), length) => return None,
            false => Some(decompress_with_dict(packed, length, sample).ok()?),
        };
        let plain = unpacked.as_deref().unwrap_or(packed);
        let mut from = Cursor(plain);
        let lengths: Vec<_> = (0..from.count()?).map(|_| from.size()).collect::<Option<_>>()?;
        let mut at = plain.len() - from.0.len();
        let items = lengths.into_iter().map(|length| {
            let start = at;
            at = at.checked_add(length)?;
            Some(u32::try_from(start).ok()?..u32::try_from(at).ok()?)
        });
        let items = items.collect::<Option<_>>()?;
        Some(Self { unpacked, items })
    }
}

/// Whether something packed may unpack to so much: no block of LZ4 gives more than 255 times its size.
fn is_believed(packed: usize, plain: usize) -> bool {
    plain <= LIMIT.min(packed.saturating_mul(255))
}

/// The bytes of a list. A block ends with the item with which it has a size or more.
pub(super) fn write(items: &[Vec<u8>], size: usize) -> Vec<u8> {
    let sample = sample(items);
    let packer = Packer::after(&sample);
    let (mut lasts, mut lengths, mut packed) = (Vec::new(), Vec::new(), Vec::new());
    let mut start = 0;
    while start < items.len() {
        let mut plain = 0;
        let more = items[start..].iter().take_while(|item| {
            let is_open = plain < size;
            plain += item.len();
            is_open
        });
        let end = start + more.count();
        let mut block = Vec::new();
        put(&mut block, (end - start) as u64);
        items[start..end].iter().for_each(|item| put(&mut block, item.len() as u64));
        items[start..end].iter().for_each(|item| block.extend_from_slice(item));
        lasts.push(end);
        lengths.push(block.len());
        packed.push(shorter(block, &packer));
        start = end;
    }
    let mut to = Vec::new();
    put(&mut to, sample.len() as u64);
    put(&mut to, lasts.len() as u64);
    put_numbers(&mut to, &lasts);
    put_numbers(&mut to, &lengths);
    to.extend_from_slice(&sample);
    put_list(&mut to, packed.iter().map(Vec::as_slice));
    to
}

/// The beginnings of items, spread evenly: of every eighth at most, since the sample takes room, too.
fn sample(items: &[Vec<u8>]) -> Vec<u8> {
    let total: usize = items.iter().map(Vec::len).sum();
    let chosen = items.iter().step_by((total / SAMPLE).max(8));
    chosen.flat_map(|item| &item[..item.len().min(BEGINNING)]).copied().collect()
}

/// The bytes packed, if that saves a fifth: what saves less is not worth the time that it takes to unpack.
fn shorter(plain: Vec<u8>, packer: &Packer<'_>) -> Vec<u8> {
    let packed = packer.pack(&plain);
    if packed.len() < plain.len() / 5 * 4 { packed } else { plain }
}
