//! The generic tree of a record: what every walk over the description sees.

use std::borrow::Cow;
use std::fmt;

use super::shape::{Field, StructType};

/// A value of a record, as data has it: leaves are texts in the form that their type prints.
#[derive(Clone, PartialEq, Eq)]
pub enum Node<'a> {
    /// One value.
    Leaf(Cow<'a, str>),
    /// Texts by language tag, in the order of the data.
    Map(Vec<(Cow<'a, str>, Cow<'a, str>)>),
    /// Several values.
    List(Vec<Node<'a>>),
    /// A value with fields.
    Struct(Struct<'a>),
}

impl<'a> Node<'a> {
    /// The text of a leaf.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Node::Leaf(text) => Some(text),
            _ => None,
        }
    }

    /// The struct, if it is one.
    pub fn as_struct(&self) -> Option<&Struct<'a>> {
        match self {
            Node::Struct(value) => Some(value),
            _ => None,
        }
    }

    /// The texts by language, if it is such a value.
    pub fn as_map(&self) -> Option<&[(Cow<'a, str>, Cow<'a, str>)]> {
        match self {
            Node::Map(pairs) => Some(pairs),
            _ => None,
        }
    }

    /// The values of a list; of anything else, the value itself.
    pub fn items(&self) -> std::slice::Iter<'_, Node<'a>> {
        match self {
            Node::List(items) => items.iter(),
            one => std::slice::from_ref(one).iter(),
        }
    }

    /// The text in that language, else in English, else the first.
    pub fn text(&self, lang: &str) -> Option<&str> {
        match self {
            Node::Leaf(text) => Some(text),
            Node::Map(pairs) => ["", "en"]
                .iter()
                .map(|fallback| if fallback.is_empty() { lang } else { fallback })
                .find_map(|want| pairs.iter().find(|(tag, _)| tag == want))
                .or_else(|| pairs.first())
                .map(|(_, text)| text.as_ref()),
            _ => None,
        }
    }

    /// The same tree, owning its texts.
    pub fn into_owned(self) -> Node<'static> {
        match self {
            Node::Leaf(text) => Node::Leaf(Cow::Owned(text.into_owned())),
            Node::Map(pairs) => Node::Map(
                pairs
                    .into_iter()
                    .map(|(tag, text)| {
                        (Cow::Owned(tag.into_owned()), Cow::Owned(text.into_owned()))
                    })
                    .collect(),
            ),
            Node::List(items) => Node::List(items.into_iter().map(Node::into_owned).collect()),
            Node::Struct(value) => Node::Struct(value.into_owned()),
        }
    }
}

impl fmt::Debug for Node<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Node::Leaf(text) => write!(to, "{text:?}"),
            Node::Map(pairs) => to.debug_map().entries(pairs.iter().map(|(k, v)| (k, v))).finish(),
            Node::List(items) => to.debug_list().entries(items).finish(),
            Node::Struct(value) => value.fmt(to),
        }
    }
}

/// A value with fields, those that are filled, in the order of the description.
#[derive(Clone)]
pub struct Struct<'a> {
    /// What it is made of.
    pub of: &'static StructType,
    fields: Vec<(u8, Node<'a>)>,
}

impl<'a> Struct<'a> {
    /// A value with nothing filled.
    pub fn new(of: &'static StructType) -> Self {
        Self { of, fields: Vec::new() }
    }

    /// The same with room for some fields.
    pub(crate) fn with_room(of: &'static StructType, fields: usize) -> Self {
        Self { of, fields: Vec::with_capacity(fields) }
    }

    /// The field at that place of the description.
    pub fn at(&self, index: usize) -> Option<&Node<'a>> {
        let found = self.fields.binary_search_by_key(&index, |(at, _)| usize::from(*at));
        found.ok().map(|at| &self.fields[at].1)
    }

    /// The field of that name, if it is filled.
    pub fn get(&self, name: &str) -> Option<&Node<'a>> {
        self.of.index(name).and_then(|index| self.at(index))
    }

    /// The leaf of that name.
    pub fn leaf(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Node::as_str)
    }

    /// The values of a field; none where it is not filled.
    pub fn list(&self, name: &str) -> &[Node<'a>] {
        match self.get(name) {
            Some(Node::List(items)) => items,
            Some(one) => std::slice::from_ref(one),
            None => &[],
        }
    }

    /// The parts of a field; none where it is not filled.
    pub fn parts(&self, name: &str) -> impl Iterator<Item = &Struct<'a>> {
        self.list(name).iter().filter_map(Node::as_struct)
    }

    /// Fills or replaces the field at that place; places past the description are ignored.
    pub fn put(&mut self, index: usize, node: Node<'a>) {
        let Ok(place) = u8::try_from(index) else { return };
        if index >= self.of.fields.len() {
            return;
        }
        // Mostly in order.
        if self.fields.last().is_none_or(|(last, _)| *last < place) {
            return self.fields.push((place, node));
        }
        match self.fields.binary_search_by_key(&place, |(at, _)| *at) {
            Ok(at) => self.fields[at].1 = node,
            Err(at) => self.fields.insert(at, (place, node)),
        }
    }

    /// Fills or replaces the field of that name, if there is one.
    pub fn set(&mut self, name: &str, node: Node<'a>) {
        if let Some(index) = self.of.index(name) {
            self.put(index, node);
        }
    }

    /// Empties the field of that name and gives what it held.
    pub fn remove(&mut self, name: &str) -> Option<Node<'a>> {
        let index = self.of.index(name)?;
        let at = self.fields.iter().position(|(at, _)| usize::from(*at) == index)?;
        Some(self.fields.remove(at).1)
    }

    /// The filled fields, in the order of the description.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Field, &Node<'a>)> {
        let of = self.of;
        self.fields.iter().map(move |(at, node)| (&of.fields[usize::from(*at)], node))
    }

    /// How many fields are filled.
    pub fn len(&self) -> usize {
        self.fields.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Places and values, for the writer of bytes.
    pub(crate) fn places(&self) -> &[(u8, Node<'a>)] {
        &self.fields
    }

    /// The same value, owning its texts.
    pub fn into_owned(self) -> Struct<'static> {
        let fields = self.fields.into_iter().map(|(at, node)| (at, node.into_owned()));
        Struct { of: self.of, fields: fields.collect() }
    }
}

impl PartialEq for Struct<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.of.name == other.of.name && self.fields == other.fields
    }
}

impl Eq for Struct<'_> {}

impl fmt::Debug for Struct<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct(self.of.name);
        for (field, node) in self.iter() {
            shown.field(field.name, node);
        }
        shown.finish()
    }
}
