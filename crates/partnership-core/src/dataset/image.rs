//! The byte image of a dataset: checked once, then read record by record.
//!
//! Layout: magic, CRC-32 of all that follows it, then the sections, each with its packed and its plain length. A section
//! whose two lengths differ is compressed and is unpacked on first use.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::bytes::Cursor;
use super::{DatasetError, Directory, Index, Manifest, Number};
use crate::describe::{Node, Shape, Struct, StructType};
use crate::model::Kind;
use crate::search::Terms;
use crate::value::Day;

/// Name and layout version; a change of layout changes it.
pub(super) const MAGIC: &[u8; 8] = b"PSHIP\x00\x01\x00";
/// No section unpacks to more than this.
const LIMIT: usize = 64 << 20;

/// The sections, in the order of the file.
#[derive(Clone, Copy)]
pub(super) enum Section {
    Manifest,
    Strings,
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
    strings: OnceLock<Strings>,
    ids: Ids,
    places: OnceLock<Vec<u32>>,
    directory: OnceLock<Directory>,
    head: Head,
}

/// What stands beside the manifest.
#[derive(Debug)]
struct Head {
    digest: String,
    newest: Option<Day>,
}

/// All texts, sorted, each once.
#[derive(Debug, Default)]
struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut from = Cursor(bytes);
        let count = from.count()?;
        let mut ends = Vec::with_capacity(count);
        let mut end = 0_u32;
        for _ in 0..count {
            end = end.checked_add(u32::try_from(from.number()?).ok()?)?;
            ends.push(end);
        }
        let text = std::str::from_utf8(from.0).ok()?.to_owned();
        (text.len() == end as usize).then_some(Self { text, ends })
    }

    fn get(&self, at: u64) -> Option<&str> {
        let at = usize::try_from(at).ok()?;
        let end = *self.ends.get(at)? as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.text.get(start..end)
    }

    fn find(&self, text: &str) -> Option<u64> {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = low + (high - low) / 2;
            match self.get(middle as u64)?.cmp(text) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return Some(middle as u64),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
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
        let (mut ends, mut sorted) =
            (Vec::with_capacity(total as usize), Vec::with_capacity(total as usize));
        let mut end = 0_u32;
        for _ in 0..total {
            end = end.checked_add(u32::try_from(from.number()?).ok()?)?;
            ends.push(end);
        }
        for _ in 0..total {
            let number = u32::try_from(from.number()?).ok()?;
            sorted.push((number < total).then_some(number)?);
        }
        let text = std::str::from_utf8(from.0).ok()?.to_owned();
        (text.len() == end as usize).then_some(Self { text, ends, kinds, sorted })
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
            let (packed, plain) = (from.number()?, from.number()?);
            *length = (usize::try_from(packed).ok()?, usize::try_from(plain).ok()?);
        }
        let mut at = bytes.len() - from.0.len();
        let mut parts: [(std::ops::Range<usize>, usize); SECTIONS] = Default::default();
        for (part, (packed, plain)) in parts.iter_mut().zip(lengths) {
            let end = at.checked_add(packed)?;
            // No block of LZ4 unpacks to more than 255 times its size, so a length that says more is not believed.
            if end > bytes.len() || plain > LIMIT.min(packed.saturating_mul(255)) {
                return None;
            }
            *part = (at..end, plain);
            at = end;
        }
        let mut image = Self {
            bytes: Cow::Borrowed(&[]),
            parts,
            plain: Default::default(),
            strings: OnceLock::new(),
            ids: Ids::default(),
            places: OnceLock::new(),
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

    fn strings(&self) -> &Strings {
        self.strings
            .get_or_init(|| Strings::read(self.section(Section::Strings)).unwrap_or_default())
    }

    /// Where each record begins in its section.
    fn places(&self) -> &[u32] {
        self.places.get_or_init(|| {
            let bytes = self.section(Section::Records);
            let mut from = Cursor(bytes);
            let mut at = 0_u32;
            let lengths = (0..self.len()).map_while(|_| {
                at = at.checked_add(u32::try_from(from.number()?).ok()?)?;
                Some(at)
            });
            let ends: Vec<u32> = lengths.collect();
            let start = (bytes.len() - from.0.len()) as u32;
            std::iter::once(start)
                .chain(ends.iter().map(|end| start.saturating_add(*end)))
                .collect()
        })
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
        let failed = || DatasetError::Bytes("they hold no manifest");
        let text = std::str::from_utf8(self.section(Section::Manifest)).map_err(|_| failed())?;
        serde_json::from_str(text).map_err(|_| failed())
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
        let places = self.places();
        let at = number as usize;
        let bytes = places.get(at).zip(places.get(at + 1)).and_then(|(start, end)| {
            self.section(Section::Records).get(*start as usize..*end as usize)
        });
        let decoded = bytes.and_then(|bytes| read_struct(&mut Cursor(bytes), of, self.strings()));
        decoded.unwrap_or_else(|| Struct::new(of))
    }

    pub(crate) fn index(&self) -> Index<'_> {
        let bytes = self.section(Section::Index);
        let directory = self.directory.get_or_init(|| Directory::read(bytes));
        Index::open(bytes, directory, self)
    }

    pub(crate) fn terms(&self) -> Option<Terms<'_>> {
        Terms::open(self.section(Section::Terms)).ok()
    }

    /// The number of a text among all texts.
    pub(crate) fn string(&self, text: &str) -> Option<u64> {
        self.strings().find(text)
    }

    pub(crate) fn text(&self, string: u64) -> &str {
        self.strings().get(string).unwrap_or_default()
    }
}

/// The plain bytes of a section.
fn unpacked(packed: &[u8], plain: usize) -> Option<Cow<'_, [u8]>> {
    if packed.len() == plain {
        return Some(Cow::Borrowed(packed));
    }
    lz4_flex::block::decompress(packed, plain).ok().map(Cow::Owned)
}

fn read_struct<'a>(
    from: &mut Cursor<'_>,
    of: &'static StructType,
    strings: &'a Strings,
) -> Option<Struct<'a>> {
    let mut value = Struct::new(of);
    for _ in 0..from.count()? {
        let index = usize::from(from.byte()?);
        let field = of.fields.get(index)?;
        value.put(index, read_node(from, field.shape, strings)?);
    }
    Some(value)
}

fn read_node<'a>(
    from: &mut Cursor<'_>,
    shape: &'static Shape,
    strings: &'a Strings,
) -> Option<Node<'a>> {
    match shape {
        Shape::Leaf(_) | Shape::Words(_) => Some(Node::Leaf(strings.get(from.number()?)?.into())),
        Shape::Text => read_map(from, strings),
        Shape::Struct(of) => read_struct(from, of, strings).map(Node::Struct),
        Shape::List(item) => {
            let count = from.count()?;
            (0..count)
                .map(|_| read_node(from, item, strings))
                .collect::<Option<_>>()
                .map(Node::List)
        }
        Shape::Any => match from.byte()? {
            0 => Some(Node::Leaf(strings.get(from.number()?)?.into())),
            1 => read_map(from, strings),
            _ => {
                let count = from.count()?;
                let leaf =
                    |from: &mut Cursor<'_>| Some(Node::Leaf(strings.get(from.number()?)?.into()));
                (0..count).map(|_| leaf(from)).collect::<Option<_>>().map(Node::List)
            }
        },
    }
}

fn read_map<'a>(from: &mut Cursor<'_>, strings: &'a Strings) -> Option<Node<'a>> {
    let count = from.count()?;
    let pair = |from: &mut Cursor<'_>| {
        Some((strings.get(from.number()?)?.into(), strings.get(from.number()?)?.into()))
    };
    (0..count).map(|_| pair(from)).collect::<Option<_>>().map(Node::Map)
}
