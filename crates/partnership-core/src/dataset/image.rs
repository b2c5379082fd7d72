//! The byte image of a dataset: checked once, then read record by record.
//!
//! Layout: magic, CRC-32 of all that follows it, the digest, the day of the newest source, the length of each section, the
//! sections. Only records are packed; all else is read where it stands. A text that only one record has stands in that
//! record; ids, all others, and those of the index stand each once and have numbers: first the ids as the records are in
//! order, then the other texts, sorted.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use super::bytes::{Cursor, List, Numbers, search};
use super::items::Items;
use super::{DatasetError, Directory, Index, Manifest, Number};
use crate::describe::{Described, Node, Shape, Shaped, Struct, StructType};
use crate::model::Kind;
use crate::search::Terms;
use crate::value::Day;

/// Name and layout version; a change of layout changes it.
pub(super) const MAGIC: &[u8; 8] = b"PSHIP\x00\x03\x00";

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
    /// Where each section stands.
    parts: [Range<usize>; SECTIONS],
    ids: Ids,
    texts: List,
    records: Items,
    directory: OnceLock<Directory>,
    head: Head,
}

/// What stands beside the manifest.
#[derive(Debug)]
struct Head {
    digest: String,
    newest: Option<Day>,
}

/// Where kind and id of each record stand, in the documented order, and the order by id.
#[derive(Debug)]
struct Ids {
    /// How many records there are up to and including each kind.
    kinds: Vec<u32>,
    sorted: Numbers,
    list: List,
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
        let sorted = from.numbers(total as usize, bytes)?;
        Some(Self { kinds, sorted, list: from.list(total as usize, bytes)? })
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
        let mut parts: [Range<usize>; SECTIONS] = Default::default();
        for part in &mut parts {
            *part = 0..from.size()?;
        }
        let mut at = bytes.len() - from.0.len();
        for part in &mut parts {
            *part = at..at.checked_add(part.end).filter(|end| *end <= bytes.len())?;
            at = part.end;
        }
        let section = |section: Section| bytes.get(parts[section as usize].clone());
        let texts = section(Section::Texts)?;
        let mut from = Cursor(texts);
        let count = from.count()?;
        Some(Self {
            bytes: Cow::Borrowed(&[]),
            ids: Ids::read(section(Section::Ids)?)?,
            texts: from.list(count, texts)?,
            records: Items::read(section(Section::Records)?)?,
            parts,
            directory: OnceLock::new(),
            head: Head { digest, newest },
        })
    }

    fn section(&self, section: Section) -> &[u8] {
        self.bytes.get(self.parts[section as usize].clone()).unwrap_or_default()
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
        let mut trees = Trees { from: Cursor(self.section(Section::Manifest)), image: self };
        let tree = trees.read(Manifest::TYPE, usize::MAX).map(Node::Struct);
        let manifest = tree.and_then(|tree| Manifest::read(&tree));
        manifest.ok_or(DatasetError::Bytes("they hold no manifest"))
    }

    pub(crate) fn len(&self) -> usize {
        self.ids.list.len()
    }

    pub(crate) fn id(&self, number: Number) -> &str {
        self.id_bytes(number as usize)
            .and_then(|id| std::str::from_utf8(id).ok())
            .unwrap_or_default()
    }

    fn id_bytes(&self, number: usize) -> Option<&[u8]> {
        self.ids.list.get(self.section(Section::Ids), number)
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
        let sorted = |at| self.ids.sorted.get(self.section(Section::Ids), at);
        let found = search(self.len(), id.as_bytes(), |at| self.id_bytes(sorted(at)?))?;
        Number::try_from(sorted(found)?).ok()
    }

    pub(crate) fn tree(&self, number: Number) -> Struct<'_> {
        self.beginning(number, usize::MAX)
    }

    /// So many fields of a record, of which only those that are filled take part.
    pub(crate) fn beginning(&self, number: Number, fields: usize) -> Struct<'_> {
        let of = self.kind(number).described();
        let bytes = self.records.get(self.section(Section::Records), number as usize);
        let decoded =
            bytes.and_then(|bytes| Trees { from: Cursor(bytes), image: self }.read(of, fields));
        let mut tree = decoded.unwrap_or_else(|| Struct::new(of));
        tree.set("id", Node::Leaf(self.id(number).into()));
        tree
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

    /// The number of a text: first come the ids, then the texts.
    pub(crate) fn string(&self, text: &str) -> Option<u64> {
        if let Some(number) = self.find(text) {
            return Some(number.into());
        }
        let get = |at| self.texts.get(self.section(Section::Texts), at);
        let found = search(self.texts.len(), text.as_bytes(), get)?;
        Some((self.len() + found) as u64)
    }

    /// The text of a number; empty for a number that there is not.
    pub(crate) fn text(&self, string: u64) -> &str {
        self.numbered(string).unwrap_or_default()
    }

    fn numbered(&self, string: u64) -> Option<&str> {
        let number = usize::try_from(string).ok()?;
        let bytes = match number.checked_sub(self.len()) {
            None => self.id_bytes(number),
            Some(text) => self.texts.get(self.section(Section::Texts), text),
        };
        std::str::from_utf8(bytes?).ok()
    }
}

/// No more room than this is made for a number of things that is not known to be true.
const ROOM: usize = 64;

/// Reads the tree of a record.
struct Trees<'a> {
    from: Cursor<'a>,
    image: &'a Image,
}

impl<'a> Trees<'a> {
    fn read(&mut self, of: &'static StructType, fields: usize) -> Option<Struct<'a>> {
        let count = self.from.count()?;
        let mut value = Struct::with_room(of, count.min(ROOM));
        for _ in 0..count {
            let index = usize::from(self.from.byte()?);
            if index >= fields {
                break;
            }
            let field = of.fields.get(index)?;
            value.put(index, self.node(field.shape)?);
        }
        Some(value)
    }

    fn node(&mut self, shape: &'static Shape) -> Option<Node<'a>> {
        match shape {
            Shape::Leaf(_) | Shape::Words(_) => self.leaf(),
            Shape::Text => self.map(),
            Shape::Struct(of) => self.read(of, usize::MAX).map(Node::Struct),
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
        let mut items = Vec::with_capacity(count.min(ROOM));
        for _ in 0..count {
            items.push(item(self)?);
        }
        Some(Node::List(items))
    }

    fn map(&mut self) -> Option<Node<'a>> {
        let count = self.from.count()?;
        let mut pairs = Vec::with_capacity(count.min(ROOM));
        for _ in 0..count {
            pairs.push((self.text()?, self.text()?));
        }
        Some(Node::Map(pairs))
    }

    fn leaf(&mut self) -> Option<Node<'a>> {
        self.text().map(Node::Leaf)
    }

    /// A text that stands here, after a nought and its length; or the number of one among the texts, plus one.
    fn text(&mut self) -> Option<Cow<'a, str>> {
        let text = match self.from.number()?.checked_sub(1) {
            None => self.from.text(),
            Some(number) => self.image.numbered(number),
        };
        text.map(Cow::Borrowed)
    }
}
