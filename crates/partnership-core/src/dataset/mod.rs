//! A dataset: its manifest, its records, and the indexes that every question uses.
//!
//! There is one representation, a byte image with a checksum: code generation writes it for the embedded record, and a
//! folder or packed file is turned into the same image when it is loaded. Records are read out of it one by one.

mod bracket;
mod bytes;
mod draft;
mod image;
mod index;
mod items;
mod lz4;
mod manifest;
mod pack;
mod sums;
mod write;

use std::borrow::Cow;
use std::io::Read;
use std::sync::OnceLock;

pub use draft::Draft;
pub use manifest::{Manifest, Redirect, Rule};

use crate::describe::Struct;
use crate::model::{Kind, Record, Typed};
use crate::query::indexed::NOTATION;
use crate::search::Terms;
use crate::sentence::Names;
use crate::value::Day;
use crate::view::View;

pub(crate) use bracket::{Bracket, Known};
pub(crate) use image::Image;
pub(crate) use index::{Directory, Index};
#[cfg(feature = "folder")]
pub(crate) use {manifest::FORMAT, pack::shape_of};

/// Why bytes or files are not a dataset.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DatasetError {
    /// The bytes are damaged, cut off, or of another release.
    #[error("not a dataset of this release: {0}")]
    Bytes(&'static str),
    /// A line of a packed file is not what it should be.
    #[error("line {line}: {reason}")]
    Line {
        /// Counted from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// The file is of a newer major format than this release reads.
    #[error("the file has format {found}; this release reads format {known}: take a newer release")]
    Newer {
        /// The format of the file.
        found: String,
        /// The newest format that this release reads.
        known: &'static str,
    },
    /// The dataset has faults; they are listed, of very many the first.
    #[error("the dataset has {}", crate::check::counted(.0))]
    Faults(Vec<crate::check::Fault>),
    /// A file or folder cannot be read.
    #[error("cannot read `{path}`")]
    Io {
        /// Which.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
}

/// A record of a partnership, ready for questions. Cheap to share between threads; nothing in it changes.
#[derive(Debug)]
pub struct Dataset {
    image: Image,
    manifest: Manifest,
    dropped: Vec<String>,
    concepts: OnceLock<Concepts>,
    names: OnceLock<Box<Names>>,
}

/// No block of an image unpacks to more than this.
const LIMIT: usize = 64 << 20;

/// No packed file is larger than this; a device that never ends is let go early.
const PACKED_LIMIT: u64 = 64 << 20;

/// Identifies a record of a dataset by its number in the documented order.
pub(crate) type Number = u32;

impl Dataset {
    /// The record of ASEAN and the Republic of Korea that is inside this library.
    #[cfg(feature = "embedded")]
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Dataset> = OnceLock::new();
        EMBEDDED.get_or_init(|| {
            Dataset::from_image(Cow::Borrowed(partnership_data::BYTES))
                .expect("the embedded bytes are written by this release and checked in its tests")
        })
    }

    /// A dataset from the bytes of a packed file (`NAME.partnership`).
    ///
    /// # Errors
    /// When a line is not what the format asks for, the format is newer, or the records break a rule.
    pub fn from_packed(bytes: &[u8]) -> Result<Self, DatasetError> {
        let (draft, dropped) = pack::read(bytes)?;
        let mut dataset = draft.build()?;
        dataset.dropped = dropped;
        Ok(dataset)
    }

    /// A dataset from a folder of TOML and CSV, or from a packed file.
    ///
    /// # Errors
    /// When files cannot be read or break a rule; all faults are in the error.
    #[cfg(feature = "folder")]
    pub fn load(path: impl AsRef<std::path::Path>) -> Result<Self, DatasetError> {
        let path = path.as_ref();
        if path.is_dir() {
            return crate::check::folder::load(path);
        }
        let name = path.display().to_string();
        match std::fs::File::open(path) {
            Ok(file) => Self::read_packed(&name, file),
            Err(source) => Err(DatasetError::Io { path: name, source }),
        }
    }

    /// A dataset from a packed file that somebody opened and calls so. Of one larger than 64 MiB, or without an end, no
    /// more is read.
    ///
    /// # Errors
    /// When it cannot be read, and as [`Dataset::from_packed`].
    pub fn read_packed(name: &str, from: impl Read) -> Result<Self, DatasetError> {
        let mut bytes = Vec::new();
        from.take(PACKED_LIMIT + 1)
            .read_to_end(&mut bytes)
            .map_err(|source| DatasetError::Io { path: name.to_owned(), source })?;
        if bytes.len() as u64 > PACKED_LIMIT {
            let reason = format!("the file is larger than {} MiB", PACKED_LIMIT >> 20);
            return Err(DatasetError::Line { line: 1, reason });
        }
        Self::from_packed(&bytes)
    }

    /// A dataset from an image, as code generation writes it.
    ///
    /// # Errors
    /// When the checksum or the layout is wrong.
    pub fn from_image(bytes: Cow<'static, [u8]>) -> Result<Self, DatasetError> {
        let image = Image::open(bytes)?;
        let manifest = image.manifest()?;
        let (concepts, names) = (OnceLock::new(), OnceLock::new());
        Ok(Self { image, manifest, dropped: Vec::new(), concepts, names })
    }

    /// The bytes of the image.
    pub fn image(&self) -> &[u8] {
        self.image.bytes()
    }

    /// The dataset as one packed file: canonical JSON Lines, first the manifest, then one record a line by id.
    pub fn to_packed(&self) -> String {
        pack::write(self)
    }

    /// What the dataset says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// SHA-256 of the packed lines, in hexadecimal: *the* digest of the dataset.
    pub fn digest(&self) -> &str {
        self.image.digest()
    }

    /// The newest day on which a source that it cites was published; what the editors wrote for the record is left out.
    pub fn newest_source(&self) -> Option<Day> {
        self.image.newest_source()
    }

    /// Fields of a packed file that this release does not know, and left out.
    pub fn dropped(&self) -> &[String] {
        &self.dropped
    }

    /// The view without filters: no day of validity, no day of knowledge, English.
    pub fn view(&self) -> View<'_> {
        View::new(self)
    }

    /// How many records it holds.
    pub fn len(&self) -> usize {
        self.image.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The typed record of that id, redirects followed.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use partnership_core::{Dataset, model::Project};
    /// let kadif: Project = Dataset::embedded().get("kadif").expect("the record holds it");
    /// assert!(kadif.name.get(&"en".parse()?).is_some());
    /// # }
    /// # Ok::<(), partnership_core::ParseError>(())
    /// ```
    pub fn get<T: Typed>(&self, id: &str) -> Option<T> {
        let number = self.find(id)?;
        (self.kind(number) == T::KIND).then_some(())?;
        crate::model::typed(self.tree(number))
    }

    /// The record of that id, whatever its kind, redirects followed.
    pub fn record(&self, id: &str) -> Option<Record> {
        let number = self.find(id)?;
        Record::read(self.kind(number), &self.tree(number))
    }

    /// All ids, in the documented order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.image.ids().iter().map(AsRef::as_ref)
    }

    /// The number of the record of that id, redirects followed.
    pub(crate) fn find(&self, id: &str) -> Option<Number> {
        self.image.find(id).or_else(|| self.image.find(self.manifest.redirected(id)?))
    }

    /// What gives the ids of many records by their numbers.
    pub(crate) fn each_id<'a>(&'a self) -> impl Fn(Number) -> &'a str {
        let ids = self.image.ids();
        move |number| ids.get(number as usize).map(AsRef::as_ref).unwrap_or_default()
    }

    /// The id of a record; empty for a number that there is not.
    pub(crate) fn id(&self, number: Number) -> &str {
        self.image.id(number)
    }

    pub(crate) fn kind(&self, number: Number) -> Kind {
        self.image.kind(number)
    }

    /// The numbers of the records of a kind.
    pub(crate) fn numbers(&self, kind: Kind) -> std::ops::Range<Number> {
        self.image.numbers(kind)
    }

    /// The tree of a record, read out of the image.
    pub(crate) fn tree(&self, number: Number) -> Struct<'_> {
        self.image.tree(number)
    }

    /// The same for as long as there is need of it.
    pub(crate) fn lasting_tree(&self, number: Number) -> Struct<'static> {
        self.image.lasting(number, usize::MAX)
    }

    /// The name of a record in a language: no more of the record is read.
    pub(crate) fn label(&self, number: Number, lang: &str) -> Option<String> {
        let tree = self.image.beginning(number, crate::model::label_end(self.kind(number)));
        crate::model::label(&tree, lang).map(str::to_owned)
    }

    pub(crate) fn index(&self) -> Index<'_> {
        self.image.index()
    }

    pub(crate) fn terms(&self) -> Option<Terms<'_>> {
        self.image.terms()
    }

    pub(crate) fn concepts(&self) -> &Concepts {
        self.concepts.get_or_init(|| self.read_concepts(self.numbers(Kind::Concept)))
    }

    /// The concepts of one notation: what names a few of them reads no others.
    pub(crate) fn concepts_of(&self, notation: &str) -> Concepts {
        self.read_concepts(self.index().having(NOTATION, Concepts::parts(notation).1))
    }

    fn read_concepts(&self, numbers: impl Iterator<Item = Number>) -> Concepts {
        Concepts::of(numbers.map(|number| self.image.lasting(number, Concepts::fields())))
    }

    /// The words by which sentences name what it holds; read when the first sentence is.
    pub(crate) fn names(&self) -> &Names {
        self.names.get_or_init(|| Box::new(Names::of(self)))
    }
}

pub(crate) use draft::Concepts;
