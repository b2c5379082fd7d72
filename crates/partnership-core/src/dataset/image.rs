//! The byte image of a dataset: checked once, then read record by record.
//!
//! Layout: magic, CRC-32 of all that follows it, then the sections, each with its packed and its plain length. A section
//! whose two lengths differ is compressed and is unpacked on first use. Texts and records are lists whose blocks are
//! compressed each by itself. A text that only one record has stands in that record; all others, and those of the index,
//! stand among the texts, sorted, each once.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::OnceLock;

use super::bytes::Cursor;
use super::items::{Items, is_believed};
use super::{DatasetError, Directory, Index, Manifest, Number};
use crate::describe::{Described, Node, Shape, Shaped, Struct, StructType};
use crate::model::Kind;
use crate::search::Terms;
use crate::value::Day;

/// Name and layout version; a change of layout changes it.
pub(super) const MAGIC: &[u8; 8] = b"PSHIP\x00\x02\x00";

/// The sections, in the order of the file.
#[derive(Clone, Copy)]
pub(super) enum Section {
    Manifest,
    Texts,
    Ids,
    Records,
    Index,
    Terms,
}
const SECTIONS: usize = 6;

/// An opened image.
#[derive(Debug)]
pub(crate) struct Image {
    bytes: Cow<'static, [u8]>,
    /// Range in the file and plain length of each section.
    parts: [(std::ops::Range<usize>, usize); SECTIONS],
    plain: [OnceLock<Vec<u8>>; SECTIONS],
    texts: OnceLock<Items>,
    records: OnceLock<Items>,
    ids: Ids,
    directory: OnceLock<Directory>,
    head: Head,
}

/// What stands beside the manifest.
#[derive(Debug)]
struct Head {
    digest: String,
    newest: Option<Day>,
}

/// Kind and id of each record, in the documented order, and the order by id.
#[derive(Debug, Default)]
struct Ids {
    text: String,
    ends: Vec<u32>,
    /// How many records there are up to and including each kind.
    kinds: Vec<u32>,
    sorted: Vec<u32>,
}

impl Ids {
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut from = Cursor(bytes);
        let mut kinds = Vec::with_capacity(Kind::ALL.len());
        let mut total = 0_u32;
        for _ in Kind::ALL {
            total = total.checked_add(u32::try_from(from.number()?).ok()?)?;
            kinds.push(total);
        }
        if total as usize > from.0.len() {
            return None;
        }
        let ends = from.ends_of(total as usize)?;
        let mut sorted = Vec::with_capacity(total as usize);
        for _ in 0..total {
            let number = u32::try_from(from.number()?).ok()?;
            sorted.push((number < total).then_some(number)?);
        }
        let text = std::str::from_utf8(from.0).ok()?.to_owned();
        (text.len() == ends.last().map_or(0, |end| *end as usize)).then_some(Self {
            text,
            ends,
            kinds,
            sorted,
        })
    }

    fn get(&self, number: Number) -> &str {
        let at = number as usize;
        let Some(end) = self.ends.get(at) else { return "" };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start as usize..*end as usize).unwrap_or_default()
    }
}

impl Image {
    pub(crate) fn open(bytes: Cow<'static, [u8]>) -> Result<Self, DatasetError> {
        const TAIL: &str = "they end too early";
        let mut from = Cursor(&bytes);
        if from.take(MAGIC.len()) != Some(MAGIC) {
            return Err(DatasetError::Bytes("they do not begin as one"));
        }
        let sum = from.take(4).ok_or(DatasetError::Bytes(TAIL))?;
        if sum != crc32fast::hash(from.0).to_le_bytes() {
            return Err(DatasetError::Bytes("their checksum does not fit"));
        }
        let image = Self::read(&bytes, from).ok_or(DatasetError::Bytes(TAIL))?;
        Ok(Self { bytes, ..image })
    }

    /// Reads the table of sections and what every question needs.
    fn read(bytes: &[u8], mut from: Cursor<'_>) -> Option<Self> {
        let digest = from.text()?.to_owned();
        let newest = match from.signed()? {
            i64::MIN => None,
            day => Some(Day::from_number(i32::try_from(day).ok()?)),
        };
        let mut lengths = [(0, 0); SECTIONS];
        for length in &mut lengths {
            *length = (from.size()?, from.size()?);
        }
        let mut at = bytes.len() - from.0.len();
        let mut parts: [(std::ops::Range<usize>, usize); SECTIONS] = Default::default();
        for (part, (packed, plain)) in parts.iter_mut().zip(lengths) {
            let end = at.checked_add(packed)?;
            if end > bytes.len() || !is_believed(packed, plain) {
                return None;
            }
            *part = (at..end, plain);
            at = end;
        }
        let mut image = Self {
            bytes: Cow::Borrowed(&[]),
            parts,
            plain: Default::default(),
            texts: OnceLock::new(),
            records: OnceLock::new(),
            ids: Ids::default(),
            directory: OnceLock::new(),
            head: Head { digest, newest },
        };
        let (range, plain) = image.parts[Section::Ids as usize].clone();
        image.ids = Ids::read(&unpacked(bytes.get(range)?, plain)?)?;
        Some(image)
    }

    fn section(&self, section: Section) -> &[u8] {
        let (range, plain) = self.parts[section as usize].clone();
        let packed = self.bytes.get(range).unwrap_or_default();
        if packed.len() == plain {
            return packed;
        }
        self.plain[section as usize]
            .get_or_init(|| unpacked(packed, plain).unwrap_or_default().into_owned())
    }

    fn list<'a>(&'a self, section: Section, items: &'a OnceLock<Items>) -> List<'a> {
        let bytes = self.section(section);
        List { bytes, items: items.get_or_init(|| Items::read(bytes).unwrap_or_default()) }
    }

    fn texts(&self) -> List<'_> {
        self.list(Section::Texts, &self.texts)
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn digest(&self) -> &str {
        &self.head.digest
    }

    pub(crate) fn newest_source(&self) -> Option<Day> {
        self.head.newest
    }

    pub(crate) fn manifest(&self) -> Result<Manifest, DatasetError> {
        let mut trees =
            Trees { from: Cursor(self.section(Section::Manifest)), texts: self.texts() };
        let tree = trees.read(Manifest::TYPE).map(Node::Struct);
        let manifest = tree.and_then(|tree| Manifest::read(&tree));
        manifest.ok_or(DatasetError::Bytes("they hold no manifest"))
    }

    pub(crate) fn len(&self) -> usize {
        self.ids.ends.len()
    }

    pub(crate) fn id(&self, number: Number) -> &str {
        self.ids.get(number)
    }

    pub(crate) fn kind(&self, number: Number) -> Kind {
        let at = self.ids.kinds.partition_point(|end| *end <= number);
        Kind::ALL.get(at).copied().unwrap_or(Kind::Claim)
    }

    /// The numbers of the records of a kind.
    pub(crate) fn numbers(&self, kind: Kind) -> std::ops::Range<Number> {
        let at = kind as usize;
        let end = self.ids.kinds.get(at).copied().unwrap_or_default();
        at.checked_sub(1).map_or(0, |before| self.ids.kinds[before])..end
    }

    pub(crate) fn find(&self, id: &str) -> Option<Number> {
        let found = self.ids.sorted.binary_search_by(|number| self.ids.get(*number).cmp(id));
        found.ok().map(|at| self.ids.sorted[at])
    }

    pub(crate) fn tree(&self, number: Number) -> Struct<'_> {
        let of = self.kind(number).described();
        let bytes = self.list(Section::Records, &self.records).get(number as usize);
        let decoded =
            bytes.and_then(|bytes| Trees { from: Cursor(bytes), texts: self.texts() }.read(of));
        decoded.unwrap_or_else(|| Struct::new(of))
    }

    pub(crate) fn index(&self) -> Index<'_> {
        Index::of(self)
    }

    /// The bytes of the index, and where things stand in them.
    pub(super) fn index_parts(&self) -> (&[u8], &Directory) {
        let bytes = self.section(Section::Index);
        (bytes, self.directory.get_or_init(|| Directory::read(bytes)))
    }

    pub(crate) fn terms(&self) -> Option<Terms<'_>> {
        Terms::open(self.section(Section::Terms)).ok()
    }

    /// The number of a text among the texts.
    pub(crate) fn string(&self, text: &str) -> Option<u64> {
        let texts = self.texts();
        let (mut low, mut high) = (0, texts.items.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match texts.get(middle)?.cmp(text.as_bytes()) {
                Ordering::Less => low = middle + 1,
                Ordering::Equal => return Some(middle as u64),
                Ordering::Greater => high = middle,
            }
        }
        None
    }

    pub(crate) fn text(&self, string: u64) -> &str {
        self.texts().text(string).unwrap_or_default()
    }
}

/// The plain bytes of a section.
fn unpacked(packed: &[u8], plain: usize) -> Option<Cow<'_, [u8]>> {
    if packed.len() == plain {
        return Some(Cow::Borrowed(packed));
    }
    lz4_flex::block::decompress(packed, plain).ok().map(Cow::Owned)
}

/// A section that is a list.
#[derive(Clone, Copy)]
struct List<'a> {
    bytes: &'a [u8],
    items: &'a Items,
}

impl<'a> List<'a> {
    fn get(self, at: usize) -> Option<&'a [u8]> {
        self.items.get(self.bytes, at)
    }

    fn text(self, at: u64) -> Option<&'a str> {
        std::str::from_utf8(self.get(usize::try_from(at).ok()?)?).ok()
    }
}

/// Reads the tree of a record.
struct Trees<'a> {
    from: Cursor<'a>,
    texts: List<'a>,
}

impl<'a> Trees<'a> {
    fn read(&mut self, of: &'static StructType) -> Option<Struct<'a>> {
        let mut value = Struct::new(of);
        for _ in 0..self.from.count()? {
            let index = usize::from(self.from.byte()?);
            let field = of.fields.get(index)?;
            value.put(index, self.node(field.shape)?);
        }
        Some(value)
    }

    fn node(&mut self, shape: &'static Shape) -> Option<Node<'a>> {
        match shape {
            Shape::Leaf(_) | Shape::Words(_) => self.leaf(),
            Shape::Text => self.map(),
            Shape::Struct(of) => self.read(of).map(Node::Struct),
            Shape::List(item) => self.list(|trees| trees.node(item)),
            Shape::Any => match self.from.byte()? {
                0 => self.leaf(),
                1 => self.map(),
                _ => self.list(Self::leaf),
            },
        }
    }

    fn list(&mut self, mut item: impl FnMut(&mut Self) -> Option<Node<'a>>) -> Option<Node<'a>> {
        let count = self.from.count()?;
        (0..count).map(|_| item(self)).collect::<Option<_>>().map(Node::List)
    }

    fn map(&mut self) -> Option<Node<'a>> {
        let count = self.from.count()?;
        (0..count).map(|_| Some((self.text()?, self.text()?))).collect::<Option<_>>().map(Node::Map)
    }

    fn leaf(&mut self) -> Option<Node<'a>> {
        self.text().map(Node::Leaf)
    }

    /// A text that stands here, after a nought and its length; or the number of one among the texts, plus one.
    fn text(&mut self) -> Option<Cow<'a, str>> {
        let text = match self.from.number()?.checked_sub(1) {
            None => self.from.text(),
            Some(number) => self.texts.text(number),
        };
        text.map(Cow::Borrowed)
    }
}
