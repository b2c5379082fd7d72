//! Records on their way to an image: put in order, indexed, written.

use std::borrow::Cow;

use super::index::Writer;
use super::write::{Numbered, Parts};
use super::{Dataset, DatasetError, Manifest, pack};
use crate::describe::{Node, Struct};
use crate::model::Kind;
use crate::order::Order;
use crate::query::indexed::{self, Indexed};
use crate::search::Builder;
use crate::sorted::SortedMap;
use crate::value::Day;
use crate::view::own_days;

/// A manifest and records that are not yet a dataset.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What the dataset says of itself.
    pub manifest: Manifest,
    /// Kind and tree of each record, in any order.
    pub records: Vec<(Kind, Struct<'static>)>,
}

impl Draft {
    /// The dataset of these records, once they break no rule.
    ///
    /// # Errors
    /// When the records break a rule; all faults are in the error.
    pub fn build(self) -> Result<Dataset, DatasetError> {
        let faults = crate::check::faults(&self, &|_| false);
        if !faults.is_empty() {
            return Err(DatasetError::Faults(faults.told()));
        }
        let dataset = Dataset::from_image(Cow::Owned(self.image()))?;
        match crate::check::question_faults(&dataset) {
            faults if faults.is_empty() => Ok(dataset),
            faults => Err(DatasetError::Faults(faults.told())),
        }
    }

    /// The image of these records. They are taken as they are: check them first.
    pub fn image(mut self) -> Vec<u8> {
        self.records.order_by_kept_key(|(kind, record)| {
            let first = own_days(record).map(|days| days.start_first).min();
            (*kind, first.unwrap_or(Day::MAX), record.leaf("id").unwrap_or_default().to_owned())
        });
        let lines = pack::lines(&self.manifest, self.records.clone());
        let digest = pack::digest(&lines);
        let newest = newest(&self.records);
        let (kinds, records): (Vec<_>, Vec<_>) = self.records.into_iter().unzip();
        let concepts = Concepts::of(
            records
                .iter()
                .zip(&kinds)
                .filter(|(_, kind)| **kind == Kind::Concept)
                .map(|(r, _)| r.clone()),
        );
        let indexed = Indexed::of(&records, &concepts);
        let strings = Numbered::of(&records, indexed.texts());
        let index = Writer::new(&strings).write(&indexed);
        let terms = terms(&records);
        let parts = Parts {
            manifest: &self.manifest,
            digest: &digest,
            newest,
            records: &records,
            kinds: &kinds,
            strings: &strings,
            index,
            terms,
        };
        parts.write()
    }
}

/// The newest day on which a source was published, leaving out what the editors wrote for the record itself.
fn newest(records: &[(Kind, Struct<'static>)]) -> Option<Day> {
    let sources = records.iter().filter(|(kind, _)| *kind == Kind::Source);
    sources
        .filter(|(_, record)| !is_of_the_editors(record))
        .flat_map(|(_, record)| own_days(record))
        .filter(|days| !days.qualified)
        .map(|days| days.end_last)
        .max()
}

/// The texts of a value that is one or several.
fn leaves(node: Node<'static>) -> Vec<Cow<'static, str>> {
    match node {
        Node::Leaf(text) => vec![text],
        Node::List(items) => items.into_iter().flat_map(leaves).collect(),
        Node::Map(_) | Node::Struct(_) => Vec::new(),
    }
}

/// Whether a source is the editors' own: a work of reference that bears their title and is to be had nowhere else.
fn is_of_the_editors(source: &Struct<'_>) -> bool {
    let elsewhere = ["url", "archived", "copy"].iter().any(|field| source.get(field).is_some());
    let (tier, title_by) = (source.leaf("tier"), source.leaf("title_by"));
    tier == Some("reference") && title_by == Some("editor") && !elsewhere
}

/// The words of all records, for text search.
fn terms(records: &[Struct<'static>]) -> Vec<u8> {
    let mut to = Builder::default();
    for (number, record) in records.iter().enumerate() {
        for (weight, text) in indexed::texts(record) {
            to.add(number as u32, weight, &text);
        }
    }
    to.finish()
}

/// The concepts of a dataset, by the field that they serve and their notation.
#[derive(Debug, Default)]
pub(crate) struct Concepts(Vec<Concept>);

#[derive(Debug)]
struct Concept {
    id: Cow<'static, str>,
    scheme: Cow<'static, str>,
    serves: Cow<'static, str>,
    notation: Cow<'static, str>,
    same: Vec<Cow<'static, str>>,
    broader: Vec<Cow<'static, str>>,
}

impl Concepts {
    /// How many fields of a concept come first, up to the last that is read.
    pub(crate) fn fields() -> usize {
        let of = Kind::Concept.described();
        ["broader", "exact", "close"]
            .iter()
            .filter_map(|name| of.index(name))
            .max()
            .map_or(0, |last| last + 1)
    }

    pub(crate) fn of(records: impl Iterator<Item = Struct<'static>>) -> Self {
        let concept = |mut record: Struct<'static>| {
            let mut list = |name| record.remove(name).map(leaves).unwrap_or_default();
            let same = [list("exact"), list("close")].concat();
            let broader = list("broader");
            let mut text = |name| match record.remove(name) {
                Some(Node::Leaf(text)) => text,
                _ => Cow::default(),
            };
            let (id, scheme, serves) = (text("id"), text("scheme"), text("serves"));
            Concept { id, scheme, serves, notation: text("notation"), same, broader }
        };
        Self(records.map(concept).collect())
    }

    /// The concepts of a field that a notation may mean: one, none, or one of each of several schemes.
    pub(crate) fn named(&self, serves: &str, notation: &str) -> Vec<&str> {
        let (scheme, notation) = Self::parts(notation);
        let fits = |concept: &&Concept| {
            concept.serves == serves
                && concept.notation == notation
                && scheme.is_none_or(|of| of == concept.scheme)
        };
        self.0.iter().filter(fits).map(|concept| concept.id.as_ref()).collect()
    }

    /// The scheme that a notation names, if it does, and the notation in it.
    pub(crate) fn parts(notation: &str) -> (Option<&str>, &str) {
        match notation.split_once(':') {
            Some((scheme, notation)) => (Some(scheme), notation),
            None => (None, notation),
        }
    }

    /// All notations of a field, each with its concept's id.
    pub(crate) fn notations(&self, serves: &str) -> Vec<(&str, &str)> {
        let of = self.0.iter().filter(|concept| concept.serves == serves);
        of.map(|concept| (concept.notation.as_ref(), concept.id.as_ref())).collect()
    }

    /// The notation of a concept.
    pub(crate) fn notation(&self, id: &str) -> Option<&str> {
        self.0.iter().find(|concept| concept.id == id).map(|concept| concept.notation.as_ref())
    }

    /// A concept with those that mean the same in other schemes and those that are narrower.
    pub(crate) fn within(&self, id: &str) -> Vec<&str> {
        let mut found: SortedMap<&str, ()> = SortedMap::default();
        let mut waiting: Vec<&str> =
            self.0.iter().filter(|c| c.id == id).map(|c| c.id.as_ref()).collect();
        while let Some(at) = waiting.pop() {
            if found.insert(at, ()).is_some() {
                continue;
            }
            for concept in &self.0 {
                let here = concept.id == at;
                if here {
                    let known = concept
                        .same
                        .iter()
                        .filter_map(|same| self.0.iter().find(|c| c.id == *same));
                    waiting.extend(known.map(|c| c.id.as_ref()));
                } else if concept.same.iter().any(|same| same == at)
                    || concept.broader.iter().any(|up| up == at)
                {
                    waiting.push(&concept.id);
                }
            }
        }
        found.into_keys().collect()
    }
}
