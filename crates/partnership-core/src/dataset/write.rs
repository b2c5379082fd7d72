//! Writing an image: texts numbered, records encoded, sections compressed.

use std::collections::BTreeMap;

use super::Manifest;
use super::bytes::{put, put_signed, put_text};
use super::image::{MAGIC, Section};
use super::items;
use crate::describe::{Node, Shape, Shaped, Struct};
use crate::model::Kind;
use crate::value::Day;

/// Plain bytes of a block of texts, and of one of records: small ones unpack less that is not asked for, large ones pack
/// better.
const TEXTS: usize = 4 << 10;
const RECORDS: usize = 8 << 10;

/// The numbers of the texts that stand apart from the records, while an image is written.
pub(super) struct Numbered<'a>(BTreeMap<&'a str, u64>);

impl<'a> Numbered<'a> {
    /// Of the texts of the records those that several have, or one several times; and some more.
    pub(super) fn of(
        records: &'a [Struct<'static>],
        more: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let mut all: BTreeMap<&str, u64> = more.into_iter().map(|text| (text, 2)).collect();
        let mut add = |text| *all.entry(text).or_default() += 1;
        let mut waiting: Vec<&Node<'_>> = Vec::new();
        for record in records {
            waiting.extend(record.places().iter().map(|(_, node)| node));
            while let Some(node) = waiting.pop() {
                match node {
                    Node::Leaf(text) => add(text),
                    Node::Map(pairs) => {
                        for (tag, text) in pairs {
                            add(tag);
                            add(text);
                        }
                    }
                    Node::List(items) => waiting.extend(items),
                    Node::Struct(value) => {
                        waiting.extend(value.places().iter().map(|(_, node)| node))
                    }
                }
            }
        }
        all.retain(|_, times| *times > 1);
        all.values_mut().zip(0..).for_each(|(slot, number)| *slot = number);
        Self(all)
    }

    /// The number of a text; every text that is asked for has one.
    pub(super) fn get(&self, text: &str) -> u64 {
        self.0.get(text).copied().unwrap_or_default()
    }

    fn section(&self) -> Vec<u8> {
        items::write(self.0.keys().map(|text| text.as_bytes()), TEXTS)
    }

    /// A text of a record: its number, or the text itself.
    fn put(&self, to: &mut Vec<u8>, text: &str) {
        match self.0.get(text) {
            Some(number) => put(to, number + 1),
            None => {
                put(to, 0);
                put_text(to, text);
            }
        }
    }

    fn write(&self, to: &mut Vec<u8>, node: &Node<'_>, shape: &'static Shape) {
        match (node, shape) {
            (Node::Leaf(text), Shape::Any) => {
                to.push(0);
                self.put(to, text);
            }
            (Node::Map(_), Shape::Any) => {
                to.push(1);
                self.write(to, node, &Shape::Text);
            }
            (Node::List(items), Shape::Any) => {
                to.push(2);
                put(to, items.len() as u64);
                for item in items {
                    self.put(to, item.as_str().unwrap_or_default());
                }
            }
            (Node::Leaf(text), _) => self.put(to, text),
            (Node::Map(pairs), _) => {
                put(to, pairs.len() as u64);
                for (tag, text) in pairs {
                    self.put(to, tag);
                    self.put(to, text);
                }
            }
            (Node::List(items), shape) => {
                put(to, items.len() as u64);
                let item = if let Shape::List(item) = shape { item } else { shape };
                for node in items {
                    self.write(to, node, item);
                }
            }
            (Node::Struct(value), _) => self.write_struct(to, value),
        }
    }

    fn write_struct(&self, to: &mut Vec<u8>, value: &Struct<'_>) {
        put(to, value.len() as u64);
        for (index, node) in value.places() {
            to.push(*index);
            self.write(to, node, value.of.fields[usize::from(*index)].shape);
        }
    }
}

/// What is written: records in the documented order, and what was made of them.
pub(super) struct Parts<'a> {
    pub(super) manifest: &'a Manifest,
    pub(super) digest: &'a str,
    pub(super) newest: Option<Day>,
    pub(super) records: &'a [Struct<'static>],
    pub(super) kinds: &'a [Kind],
    pub(super) strings: &'a Numbered<'a>,
    pub(super) index: Vec<u8>,
    pub(super) terms: Vec<u8>,
}

impl Parts<'_> {
    /// The image. The same records give the same bytes on every machine.
    pub(super) fn write(self) -> Vec<u8> {
        let mut manifest = Vec::new();
        if let Some(Node::Struct(tree)) = self.manifest.write() {
            self.strings.write_struct(&mut manifest, &tree);
        }
        let sections =
            [manifest, self.strings.section(), self.ids(), self.trees(), self.index, self.terms];
        let mut body = Vec::new();
        put_text(&mut body, self.digest);
        put_signed(&mut body, self.newest.map_or(i64::MIN, |day| i64::from(day.number())));
        let mut blob = Vec::new();
        for (at, plain) in sections.iter().enumerate() {
            // The ids are read at every start, and lists are packed block by block.
            let packed = match at {
                _ if [Section::Ids, Section::Texts, Section::Records]
                    .iter()
                    .any(|of| *of as usize == at) =>
                {
                    plain.clone()
                }
                _ => items::shorter(plain),
            };
            put(&mut body, packed.len() as u64);
            put(&mut body, plain.len() as u64);
            blob.extend(packed);
        }
        body.extend(blob);
        let mut image = MAGIC.to_vec();
        image.extend_from_slice(&crc32fast::hash(&body).to_le_bytes());
        image.extend(body);
        image
    }

    fn ids(&self) -> Vec<u8> {
        let ids: Vec<&str> =
            self.records.iter().map(|record| record.leaf("id").unwrap_or_default()).collect();
        let mut sorted: Vec<usize> = (0..ids.len()).collect();
        sorted.sort_by_key(|number| ids[*number]);
        let mut to = Vec::new();
        for kind in Kind::ALL {
            put(&mut to, self.kinds.iter().filter(|of| *of == kind).count() as u64);
        }
        ids.iter().for_each(|id| put(&mut to, id.len() as u64));
        sorted.iter().for_each(|number| put(&mut to, *number as u64));
        ids.iter().for_each(|id| to.extend_from_slice(id.as_bytes()));
        to
    }

    fn trees(&self) -> Vec<u8> {
        let tree = |record| {
            let mut tree = Vec::new();
            self.strings.write_struct(&mut tree, record);
            tree
        };
        let trees: Vec<Vec<u8>> = self.records.iter().map(tree).collect();
        items::write(trees.iter().map(Vec::as_slice), RECORDS)
    }
}
