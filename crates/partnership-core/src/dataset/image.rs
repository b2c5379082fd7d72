//! The byte image of a dataset: checked once, then read record by record.
//!
//! Layout: magic, CRC-32 of all that follows it, the digest, the day of the newest source, the length of each section, the
//! sections. Only records are packed; all else is read where it stands. A text that only one record has stands in that
//! record; ids, all others, and those of the index stand each once and have numbers: first the ids as the records are in
//! order, then the other texts, sorted.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use super::bytes::{Bytes, Cursor, Numbers, Texts, search};
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
    bytes: Bytes,
    /// Where each section stands.
    parts: [Range<usize>; SECTIONS],
    ids: Ids,
    texts: Texts,
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
    texts: Texts,
    /// Each id ready, once many are asked for.
    ready: OnceLock<Box<[Cow<'static, str>]>>,
}

impl Ids {
    fn read(bytes: &Bytes, part: Range<usize>) -> Option<Self> {
        let section = bytes.get(part.clone())?;
        let mut from = Cursor(section);
        let mut kinds = Vec::with_capacity(Kind::ALL.len());
        let mut total = 0_u32;
        for _ in Kind::ALL {
            total = total.checked_add(u32::try_from(from.number()?).ok()?)?;
            kinds.push(total);
        }
        let sorted = from.numbers(total as usize, section)?;
        let list = from.list(total as usize, section)?;
        let texts = Texts::read(list, bytes, part)?;
        Some(Self { kinds, sorted, texts, ready: OnceLock::new() })
    }
}

impl Image {
    pub(crate) fn open(bytes: Cow<'static, [u8]>) -> Result<Self, DatasetError> {
        const TAIL: &str = "they end too early";
        let bytes = Bytes(bytes);
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
    fn read(bytes: &Bytes, mut from: Cursor<'_>) -> Option<Self> {
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
        let texts = from.list(count, texts)?;
        Some(Self {
            bytes: Bytes(Cow::Borrowed(&[])),
            ids: Ids::read(bytes, parts[Section::Ids as usize].clone())?,
            texts: Texts::read(texts, bytes, parts[Section::Texts as usize].clone())?,
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
        let mut trees =
            Trees { from: Cursor(self.section(Section::Manifest)), image: self, text: lent };
        let tree = trees.read(Manifest::TYPE).map(Node::Struct);
        let manifest = tree.and_then(|tree| Manifest::read(&tree));
        manifest.ok_or(DatasetError::Bytes("they hold no manifest"))
    }

    pub(crate) fn len(&self) -> usize {
        self.ids.texts.len()
    }

    pub(crate) fn id(&self, number: Number) -> &str {
        self.ids.texts.get(self.section(Section::Ids), number as usize).unwrap_or_default()
    }

    /// All ids by number, for whoever asks for many.
    pub(crate) fn ids(&self) -> &[Cow<'static, str>] {
        self.ids.ready.get_or_init(|| {
            let section = self.section(Section::Ids);
            (0..self.len()).map_while(|at| self.ids.texts.lasting(section, at)).collect()
        })
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
        let ids = self.section(Section::Ids);
        let get = |at| Some(self.ids.texts.get(ids, sorted(at)?)?.as_bytes());
        let found = search(self.len(), id.as_bytes(), get)?;
        Number::try_from(sorted(found)?).ok()
    }

    pub(crate) fn tree(&self, number: Number) -> Struct<'_> {
        self.beginning(number, usize::MAX)
    }

    /// So many fields of a record, of which only those that are filled take part.
    pub(crate) fn beginning(&self, number: Number, fields: usize) -> Struct<'_> {
        self.record(number, fields, lent)
    }

    /// The same for as long as there is need of it.
    pub(crate) fn lasting(&self, number: Number, fields: usize) -> Struct<'static> {
        self.record(number, fields, lasting)
    }

    fn record<'a, 't>(&'a self, number: Number, fields: usize, text: Read<'a, 't>) -> Struct<'t> {
        let of = self.kind(number).described();
        let id = text(self, Place::Number(number.into())).unwrap_or_default();
        let bytes = self.records.get(self.section(Section::Records), number as usize);
        let called = |room: usize| {
            let mut tree = Struct::with_room(of, room.saturating_add(1));
            tree.set("id", Node::Leaf(id.clone()));
            tree
        };
        let decoded = bytes.and_then(|bytes| {
            let mut trees = Trees { from: Cursor(bytes), image: self, text };
            let mut tree = called(trees.room()?);
            trees.fields(&mut tree, fields)?;
            Some(tree)
        });
        decoded.unwrap_or_else(|| called(0))
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
        let section = self.section(Section::Texts);
        let get = |at| self.texts.get(section, at).map(str::as_bytes);
        let found = search(self.texts.len(), text.as_bytes(), get)?;
        Some((self.len() + found) as u64)
    }

    /// The text of a number; empty for a number that there is not.
    pub(crate) fn text(&self, string: u64) -> &str {
        let found = self.numbered(string);
        found.and_then(|(texts, section, at)| texts.get(section, at)).unwrap_or_default()
    }

    /// Among which texts one stands, and where.
    fn numbered(&self, string: u64) -> Option<(&Texts, &[u8], usize)> {
        let number = usize::try_from(string).ok()?;
        Some(match number.checked_sub(self.len()) {
            None => (&self.ids.texts, self.section(Section::Ids), number),
            Some(at) => (&self.texts, self.section(Section::Texts), at),
        })
    }
}

/// Where a text of a record stands.
enum Place<'a> {
    /// Among those that have numbers.
    Number(u64),
    /// In the record.
    Here(&'a str),
}

/// How texts are read: lent by the image, or to last.
type Read<'a, 't> = fn(&'a Image, Place<'a>) -> Option<Cow<'t, str>>;

fn lent<'a>(image: &'a Image, place: Place<'a>) -> Option<Cow<'a, str>> {
    Some(Cow::Borrowed(match place {
        Place::Here(text) => text,
        Place::Number(number) => {
            let (texts, section, at) = image.numbered(number)?;
            texts.get(section, at)?
        }
    }))
}

fn lasting(image: &Image, place: Place<'_>) -> Option<Cow<'static, str>> {
    match place {
        Place::Here(text) => Some(Cow::Owned(text.to_owned())),
        Place::Number(number) => {
            let (texts, section, at) = image.numbered(number)?;
            texts.lasting(section, at)
        }
    }
}

/// No more room than this is made for a number of things that is not known to be true.
const ROOM: usize = 64;

/// Reads the tree of a record.
struct Trees<'a, 't> {
    from: Cursor<'a>,
    image: &'a Image,
    text: Read<'a, 't>,
}

impl<'t> Trees<'_, 't> {
    fn read(&mut self, of: &'static StructType) -> Option<Struct<'t>> {
        let mut value = Struct::with_room(of, self.room()?);
        self.fields(&mut value, usize::MAX)?;
        Some(value)
    }

    /// How much room to make for as many things as are said to follow.
    fn room(&self) -> Option<usize> {
        Some(Cursor(self.from.0).count()?.min(ROOM))
    }

    /// Reads so many fields of a value.
    fn fields(&mut self, value: &mut Struct<'t>, fields: usize) -> Option<()> {
        for _ in 0..self.from.count()? {
            let index = usize::from(self.from.byte()?);
            if index >= fields {
                break;
            }
            let field = value.of.fields.get(index)?;
            value.put(index, self.node(field.shape)?);
        }
        Some(())
    }

    fn node(&mut self, shape: &'static Shape) -> Option<Node<'t>> {
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

    fn list(&mut self, mut item: impl FnMut(&mut Self) -> Option<Node<'t>>) -> Option<Node<'t>> {
        let count = self.from.count()?;
        let mut items = Vec::with_capacity(count.min(ROOM));
        for _ in 0..count {
            items.push(item(self)?);
        }
        Some(Node::List(items))
    }

    fn map(&mut self) -> Option<Node<'t>> {
        let count = self.from.count()?;
        let mut pairs = Vec::with_capacity(count.min(ROOM));
        for _ in 0..count {
            pairs.push((self.text()?, self.text()?));
        }
        Some(Node::Map(pairs))
    }

    fn leaf(&mut self) -> Option<Node<'t>> {
        self.text().map(Node::Leaf)
    }

    /// A text that stands here, after a nought and its length; or the number of one among the texts, plus one.
    fn text(&mut self) -> Option<Cow<'t, str>> {
        let place = match self.from.number()?.checked_sub(1) {
            None => Place::Here(self.from.text()?),
            Some(number) => Place::Number(number),
        };
        (self.text)(self.image, place)
    }
}
