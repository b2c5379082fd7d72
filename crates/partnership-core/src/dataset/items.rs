//! A list of byte strings, packed in small blocks, so that an answer unpacks only what it reads.
//!
//! Layout: how many items, the length of each; how many blocks, of each how many items it has and its packed length; the
//! blocks. A block whose packed length is its plain one is not packed.

use std::ops::Range;
use std::sync::OnceLock;

use super::bytes::{Cursor, put};
use super::{LIMIT, lz4};

/// Where the items of a section stand.
#[derive(Debug, Default)]
pub(super) struct Items {
    /// Where each item ends in the plain bytes of all.
    ends: Vec<u32>,
    blocks: Vec<Block>,
}

#[derive(Debug)]
struct Block {
    /// The number of the item after its last.
    end: usize,
    packed: Range<usize>,
    plain: Range<usize>,
    unpacked: OnceLock<Vec<u8>>,
}

impl Items {
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut from = Cursor(bytes);
        let ends = from.ends()?;
        let count = from.count()?;
        let lengths: Vec<_> =
            (0..count).map(|_| Some((from.size()?, from.size()?))).collect::<Option<_>>()?;
        let (mut at, mut item, mut start) = (bytes.len() - from.0.len(), 0_usize, 0);
        let mut blocks = Vec::with_capacity(count);
        for (items, packed) in lengths {
            item = item.checked_add(items)?;
            let last = item.checked_sub(1).and_then(|last| ends.get(last));
            let plain = start..last.map_or(0, |end| *end as usize);
            let end = at.checked_add(packed).filter(|end| *end <= bytes.len())?;
            is_believed(packed, plain.end.checked_sub(plain.start)?).then_some(())?;
            start = plain.end;
            blocks.push(Block { end: item, packed: at..end, plain, unpacked: OnceLock::new() });
            at = end;
        }
        (item == ends.len()).then_some(Self { ends, blocks })
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The item of that number, of the bytes that were read.
    pub(super) fn get<'a>(&'a self, bytes: &'a [u8], at: usize) -> Option<&'a [u8]> {
        let end = *self.ends.get(at)? as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        let block = self.blocks.get(self.blocks.partition_point(|block| block.end <= at))?;
        let (packed, plain) = (bytes.get(block.packed.clone())?, block.plain.len());
        let unpacked = if packed.len() == plain {
            packed
        } else {
            block
                .unpacked
                .get_or_init(|| lz4_flex::block::decompress(packed, plain).unwrap_or_default())
        };
        unpacked.get(start - block.plain.start..end - block.plain.start)
    }
}

/// Whether something packed may unpack to so much: no block of LZ4 gives more than 255 times its size.
pub(super) fn is_believed(packed: usize, plain: usize) -> bool {
    plain <= LIMIT.min(packed.saturating_mul(255))
}

/// The bytes of a list. A block ends with the item with which it has a size or more.
pub(super) fn write<'a>(items: impl Iterator<Item = &'a [u8]>, size: usize) -> Vec<u8> {
    let (mut lengths, mut table, mut packed) = (Vec::new(), Vec::new(), Vec::new());
    let (mut block, mut held) = (Vec::new(), 0);
    let (mut count, mut blocks) = (0, 0);
    let mut close = |block: &mut Vec<u8>, held: &mut u64| {
        let small = shorter(block);
        put(&mut table, *held);
        put(&mut table, small.len() as u64);
        packed.extend(small);
        block.clear();
        *held = 0;
        blocks += 1;
    };
    for item in items {
        put(&mut lengths, item.len() as u64);
        block.extend_from_slice(item);
        count += 1;
        held += 1;
        if block.len() >= size {
            close(&mut block, &mut held);
        }
    }
    if held > 0 {
        close(&mut block, &mut held);
    }
    let mut to = Vec::new();
    put(&mut to, count);
    to.extend(lengths);
    put(&mut to, blocks);
    to.extend(table);
    to.extend(packed);
    to
}

/// The bytes packed, if that saves a fifth: what saves less is not worth the time that it takes to unpack.
pub(super) fn shorter(plain: &[u8]) -> Vec<u8> {
    let packed = lz4::pack(plain);
    if packed.len() < plain.len() / 5 * 4 { packed } else { plain.to_vec() }
}
