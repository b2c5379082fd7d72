//! Writing an image: texts numbered, records encoded, sections compressed.

use std::collections::{BTreeMap, HashMap};

use super::Manifest;
use super::bytes::{put, put_list, put_numbers, put_signed, put_text};
use super::image::MAGIC;
use super::items;
use crate::describe::{Node, Shape, Shaped, Struct};
use crate::model::Kind;
use crate::order::Order;
use crate::value::Day;

/// Plain bytes of a block of records: small ones unpack less that is not asked for, large ones pack better.
const RECORDS: usize = 1 << 10;

/// The numbers of the texts that stand apart from the records, while an image is written: first the ids, then the others.
pub(super) struct Numbered<'a> {
    ids: HashMap<&'a str, u64>,
    texts: BTreeMap<&'a str, u64>,
}

impl<'a> Numbered<'a> {
    /// Of the texts of the records, in their order, the ids and those that stand several times; and some more.
    pub(super) fn of(
        records: &'a [Struct<'static>],
        more: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let ids = records.iter().map(|record| record.leaf("id").unwrap_or_default());
        let ids: HashMap<&str, u64> = ids.zip(0..).collect();
        let mut texts: BTreeMap<&str, u64> = BTreeMap::new();
        for text in more {
            texts.insert(text, 2);
        }
        let mut add = |text| *texts.entry(text).or_default() += 1;
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
        texts.retain(|text, times| *times > 1 && !ids.contains_key(text));
        texts.values_mut().zip(ids.len() as u64..).for_each(|(slot, number)| *slot = number);
        Self { ids, texts }
    }

    /// The number of a text, if it has one.
    pub(super) fn get(&self, text: &str) -> Option<u64> {
        self.ids.get(text).or_else(|| self.texts.get(text)).copied()
    }

    fn section(&self) -> Vec<u8> {
        let mut to = Vec::new();
        put(&mut to, self.texts.len() as u64);
        put_list(&mut to, self.texts.keys().map(|text| text.as_bytes()));
        to
    }

    /// A text of a record: its number, or the text itself.
    fn put(&self, to: &mut Vec<u8>, text: &str) {
        match self.get(text) {
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
        self.write_fields(to, value, value.places().iter());
    }

    /// A record without its id, which stands among the ids.
    fn write_record(&self, to: &mut Vec<u8>, record: &Struct<'_>) {
        let id = record.of.index("id");
        let fields = record.places().iter();
        self.write_fields(to, record, fields.filter(|(at, _)| Some(usize::from(*at)) != id));
    }

    fn write_fields<'f, 'n: 'f>(
        &self,
        to: &mut Vec<u8>,
        value: &Struct<'_>,
        fields: impl Iterator<Item = &'f (u8, Node<'n>)> + Clone,
    ) {
        put(to, fields.clone().count() as u64);
        for (index, node) in fields {
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
        sections.iter().for_each(|section| put(&mut body, section.len() as u64));
        sections.iter().for_each(|section| body.extend_from_slice(section));
        let mut image = MAGIC.to_vec();
        image.extend_from_slice(&crc32fast::hash(&body).to_le_bytes());
        image.extend(body);
        image
    }

    fn ids(&self) -> Vec<u8> {
        let ids: Vec<&str> =
            self.records.iter().map(|record| record.leaf("id").unwrap_or_default()).collect();
        let mut sorted: Vec<usize> = (0..ids.len()).collect();
        sorted.order_by_key(|number| ids[*number]);
        let mut to = Vec::new();
        for kind in Kind::ALL {
            put(&mut to, self.kinds.iter().filter(|of| *of == kind).count() as u64);
        }
        put_numbers(&mut to, &sorted);
        put_list(&mut to, ids.iter().map(|id| id.as_bytes()));
        to
    }

    fn trees(&self) -> Vec<u8> {
        let tree = |record| {
            let mut tree = Vec::new();
            self.strings.write_record(&mut tree, record);
            tree
        };
        let trees: Vec<Vec<u8>> = self.records.iter().map(tree).collect();
        items::write(&trees, RECORDS)
    }
}
