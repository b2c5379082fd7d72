//! The dataset, and what the library itself can be asked.

use std::sync::Arc;

use partnership_core::check;
use partnership_core::describe::{Class, Shape, Shaped, StructType, WordType};
use partnership_core::{DatasetError, ParseError, answer, model, view};

use crate::guard::guard;
use crate::{DatasetView, LocalText, PartnershipError};

/// A record of a partnership, ready for questions. Cheap to share between threads; nothing in it changes.
#[derive(Debug, uniffi::Object)]
pub struct Dataset {
    pub(crate) held: Held,
}

/// A dataset, wherever it comes from.
#[derive(Clone, Debug)]
pub(crate) enum Held {
    /// The one inside.
    Embedded,
    /// One that was read.
    Read(Arc<partnership_core::Dataset>),
}

impl Held {
    pub(crate) fn dataset(&self) -> &partnership_core::Dataset {
        match self {
            Held::Embedded => partnership_core::Dataset::embedded(),
            Held::Read(dataset) => dataset,
        }
    }
}

/// What a dataset says of itself.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct About {
    /// Its slug.
    pub id: String,
    /// Its title.
    pub title: LocalText,
    /// Its release.
    pub version: String,
    /// The day on which somebody last looked for news; questions that need a day take it where none is given.
    pub checked_on: String,
    /// The newest day on which a source that it cites was published.
    pub newest_source: Option<String>,
    /// SHA-256 of its packed lines, in hexadecimal.
    pub digest: String,
    /// Its licence, as an SPDX identifier.
    pub licence: String,
    /// The languages of its texts; the first is that of every text.
    pub language: Vec<String>,
    /// What it does not hold, in a sentence each.
    pub limits: Vec<LocalText>,
    /// How many records it holds.
    pub count: i32,
    /// Fields of a packed file that this release does not know, and left out.
    pub dropped: Vec<String>,
}

#[uniffi::export]
impl Dataset {
    /// The record that is inside this library.
    #[uniffi::constructor]
    pub fn embedded() -> Result<Arc<Self>, PartnershipError> {
        guard(|| {
            partnership_core::Dataset::embedded();
            Ok(Arc::new(Self { held: Held::Embedded }))
        })
    }

    /// A dataset from a packed file (`NAME.partnership`). Throws with every fault if it breaks rules.
    #[uniffi::constructor]
    pub fn load(path: String) -> Result<Arc<Self>, PartnershipError> {
        guard(|| {
            let file = std::fs::File::open(&path)
                .map_err(|source| DatasetError::Io { path: path.clone(), source })?;
            Ok(read(partnership_core::Dataset::read_packed(&path, file)?))
        })
    }

    /// A dataset from the bytes of a packed file. Throws with every fault if it breaks rules.
    #[uniffi::constructor]
    pub fn load_bytes(bytes: Vec<u8>) -> Result<Arc<Self>, PartnershipError> {
        guard(|| Ok(read(partnership_core::Dataset::from_packed(&bytes)?)))
    }

    /// What the dataset says of itself.
    pub fn about(&self) -> Result<About, PartnershipError> {
        guard(|| Ok(About::of(self.held.dataset())))
    }

    /// The dataset as it is asked: on a day of validity, as known on a day, in a language.
    ///
    /// Days are written `2025-10-25`. Without `on` nothing is filtered by time; without `known_on` nothing is hidden.
    /// Nothing here reads a clock. Throws if a text is no day or no language.
    #[uniffi::method(default(on = None, known_on = None, lang = "en"))]
    pub fn view(
        &self,
        on: Option<String>,
        known_on: Option<String>,
        lang: String,
    ) -> Result<Arc<DatasetView>, PartnershipError> {
        guard(|| {
            let day = |text: Option<String>| text.map(|text| text.parse()).transpose();
            let view = DatasetView {
                held: self.held.clone(),
                on: day(on)?,
                known_on: day(known_on)?,
                lang: lang.parse()?,
            };
            Ok(Arc::new(view))
        })
    }

    /// Panics below the guard. For the tests that a panic becomes an ordinary error.
    pub fn panic_for_tests(&self) -> Result<(), PartnershipError> {
        guard(|| {
            let none: &[u8] = &[];
            let at = std::hint::black_box(7);
            std::hint::black_box(none[at]);
            Ok(())
        })
    }
}

fn read(dataset: partnership_core::Dataset) -> Arc<Dataset> {
    Arc::new(Dataset { held: Held::Read(Arc::new(dataset)) })
}

impl About {
    fn of(dataset: &partnership_core::Dataset) -> Self {
        let manifest = dataset.manifest();
        let text = |text: &partnership_core::value::Text| LocalText {
            shown: text.iter().next().map(|(_, text)| text.to_owned()).unwrap_or_default(),
            all: text.iter().map(|(tag, text)| (tag.to_string(), text.to_owned())).collect(),
        };
        Self {
            id: manifest.slug().to_owned(),
            title: text(&manifest.title),
            version: manifest.release().to_owned(),
            checked_on: manifest.checked().to_string(),
            newest_source: dataset.newest_source().map(|day| day.to_string()),
            digest: dataset.digest().to_owned(),
            licence: manifest.licence.clone().unwrap_or_default(),
            language: manifest.language.iter().map(ToString::to_string).collect(),
            limits: manifest.limits.iter().map(text).collect(),
            count: crate::shown::number(dataset.len()),
            dropped: dataset.dropped().to_vec(),
        }
    }
}

/// What a code means and how to mend it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Explanation {
    /// The code: `P0204`.
    pub code: String,
    /// What the rule is called.
    pub title: String,
    /// What it means and what to do.
    pub text: String,
}

/// Explains the code of a problem. Throws if there is no such code.
#[uniffi::export]
pub fn explain(code: String) -> Result<Explanation, PartnershipError> {
    guard(|| {
        let near = || partnership_core::nearest(&code, check::Code::all().map(check::Code::as_str));
        match check::explain(&code) {
            Some((code, title, text)) => Ok(Explanation {
                code: code.to_string(),
                title: title.to_owned(),
                text: text.to_owned(),
            }),
            None => Err(ParseError::new("a code", &code, "one such as `P0204`")
                .with_nearest(near())
                .into()),
        }
    })
}

/// A closed list of words.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct WordList {
    /// What such a word is called: `party-form`.
    pub name: String,
    /// Its words, in order.
    pub word: Vec<ListedWord>,
}

/// A word of a closed list.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ListedWord {
    /// The word, as queries write it.
    pub word: String,
    /// What it means.
    pub doc: String,
    /// Its label in English and Korean.
    pub label: LocalText,
}

/// Every closed list of words with their labels, for pickers and legends.
#[uniffi::export]
pub fn word_lists() -> Result<Vec<WordList>, PartnershipError> {
    guard(|| {
        let mut lists = Vec::new();
        for shape in [
            model::Kind::SHAPE,
            view::Why::SHAPE,
            view::EventState::SHAPE,
            answer::EmptyReason::SHAPE,
        ] {
            collect(shape, &mut lists);
        }
        for kind in model::Kind::ALL {
            walk(kind.described(), &mut lists);
        }
        Ok(lists.into_iter().map(WordList::of).collect())
    })
}

fn walk(of: &'static StructType, lists: &mut Vec<&'static WordType>) {
    for field in of.fields {
        collect(field.shape, lists);
        if field.shape.class() == Class::Struct
            && let Some(inner) = field.shape.struct_type()
        {
            walk(inner, lists);
        }
    }
}

fn collect(shape: &'static Shape, lists: &mut Vec<&'static WordType>) {
    if let Shape::Words(of) = shape.single()
        && !lists.iter().any(|known| known.name == of.name)
    {
        lists.push(of);
    }
}

impl WordList {
    fn of(of: &'static WordType) -> Self {
        let word = of.words.iter().map(|word| ListedWord {
            word: word.name.to_owned(),
            doc: word.doc.to_owned(),
            label: LocalText::label("en", |tag| of.label(word.name, tag).into_owned()),
        });
        Self { name: of.name.to_owned(), word: word.collect() }
    }
}
