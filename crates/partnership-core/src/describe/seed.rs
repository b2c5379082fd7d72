//! serde for the tree: one way to and from JSON (or any self-describing format) for every type.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserializer, Serialize, Serializer};

use super::{Class, Node, Shape, Shaped, Struct};
use crate::error::{nearest, with_article};
use crate::value::LONGEST;

/// A node beside its shape, as JSON shows it: whole numbers and flags bare, all other leaves as texts.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a, 'n>(pub &'a Node<'n>, pub &'static Shape);

impl Serialize for Shown<'_, '_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match (self.0, self.1) {
            (Node::Leaf(text), shape) => match shape.class() {
                Class::Count => match text.parse::<i64>() {
                    Ok(number) => to.serialize_i64(number),
                    Err(_) => to.serialize_str(text),
                },
                Class::Flag => to.serialize_bool(text == "true"),
                _ => to.serialize_str(text),
            },
            (Node::Map(pairs), _) => {
                let mut map = to.serialize_map(Some(pairs.len()))?;
                for (tag, text) in pairs {
                    map.serialize_entry(tag, text)?;
                }
                map.end()
            }
            (Node::List(items), shape) => {
                let mut list = to.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(&Shown(item, shape.single()))?;
                }
                list.end()
            }
            (Node::Struct(value), _) => value.serialize(to),
        }
    }
}

impl Serialize for Struct<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.len()))?;
        for (field, node) in self.iter() {
            map.serialize_entry(field.name, &Shown(node, field.shape))?;
        }
        map.end()
    }
}

/// Serializes a typed value through its tree.
pub(crate) fn serialize<T: Shaped, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    match value.write() {
        Some(node) => Shown(&node, T::SHAPE).serialize(to),
        None => to.serialize_none(),
    }
}

/// Deserializes a typed value through its tree, checking every leaf.
pub(crate) fn deserialize<'de, T: Shaped, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let node = Seed::new(T::SHAPE).deserialize(from)?;
    T::read(&node).ok_or_else(|| de::Error::custom(format_args!("not {}", T::SHAPE.what())))
}

/// Reads a node of a shape: every leaf is checked, an unknown field is refused (or, from a packed file
/// of a newer minor format, left out and named in `dropped`).
pub struct Seed<'s> {
    shape: &'static Shape,
    dropped: Option<&'s std::cell::RefCell<Vec<String>>>,
}

impl Seed<'static> {
    /// Refuses unknown fields.
    pub fn new(shape: &'static Shape) -> Self {
        Self { shape, dropped: None }
    }
}

impl<'s> Seed<'s> {
    /// Leaves unknown fields out and names them.
    pub(crate) fn lenient(
        shape: &'static Shape,
        dropped: &'s std::cell::RefCell<Vec<String>>,
    ) -> Self {
        Self { shape, dropped: Some(dropped) }
    }

    fn of(&self, shape: &'static Shape) -> Self {
        Self { shape, dropped: self.dropped }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node<'static>;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl Seed<'_> {
    fn leaf<E: de::Error>(&self, text: &str) -> Result<Node<'static>, E> {
        if text.len() > LONGEST {
            return Err(E::custom(format_args!(
                "a text of {} bytes; expected at most {LONGEST}",
                text.len()
            )));
        }
        let checked = match self.shape {
            Shape::Leaf(leaf) => (leaf.check)(text),
            Shape::Words(words) => match words.find(text) {
                Some(_) => Ok(()),
                None => Err(words.refuse(text)),
            },
            Shape::Any => Ok(()),
            shape => {
                return Err(E::custom(format_args!("expected {}, found a text", shape.what())));
            }
        };
        checked.map_err(E::custom)?;
        Ok(Node::Leaf(text.to_owned().into()))
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node<'static>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.shape.what())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        self.leaf(text)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
        match self.shape.class() {
            Class::Count | Class::Any => self.leaf(&number.to_string()),
            _ => Err(E::custom(format_args!(
                "expected {} as a text, found a number",
                self.shape.what()
            ))),
        }
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
        match i64::try_from(number) {
            Ok(number) => self.visit_i64(number),
            Err(_) => Err(E::custom("a number that is too large")),
        }
    }

    fn visit_bool<E: de::Error>(self, flag: bool) -> Result<Self::Value, E> {
        match self.shape.class() {
            Class::Flag => self.leaf(if flag { "true" } else { "false" }),
            _ => Err(E::custom(format_args!("expected {}, found a flag", self.shape.what()))),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
        let item = match self.shape {
            Shape::List(item) => item,
            Shape::Any => <String as Shaped>::SHAPE,
            shape => {
                return Err(de::Error::custom(format_args!(
                    "expected {}, found a list",
                    shape.what()
                )));
            }
        };
        let mut items = Vec::new();
        while let Some(node) = from.next_element_seed(self.of(item))? {
            items.push(node);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
        let of = match self.shape {
            Shape::Struct(of) => of,
            Shape::Text | Shape::Any => {
                let mut pairs = Vec::new();
                while let Some((tag, text)) = from.next_entry::<String, String>()? {
                    crate::value::check_tagged(&tag, &text).map_err(de::Error::custom)?;
                    if pairs.iter().any(|(known, _): &(Cow<'_, str>, _)| *known == tag) {
                        return Err(de::Error::custom(format_args!("`{tag}` stands twice")));
                    }
                    pairs.push((tag.into(), text.into()));
                }
                return Ok(Node::Map(pairs));
            }
            shape => {
                return Err(de::Error::custom(format_args!(
                    "expected {}, found a table",
                    shape.what()
                )));
            }
        };
        let mut value = Struct::new(of);
        while let Some(name) = from.next_key::<String>()? {
            match (of.index(&name), self.dropped) {
                (Some(index), _) => {
                    let node = from.next_value_seed(self.of(of.fields[index].shape))?;
                    if value.at(index).is_some() {
                        return Err(de::Error::custom(format_args!("`{name}` stands twice")));
                    }
                    value.put(index, node);
                }
                (None, Some(dropped)) => {
                    from.next_value::<de::IgnoredAny>()?;
                    dropped.borrow_mut().push(format!("{}.{name}", of.name));
                }
                (None, None) => {
                    let near = nearest(&name, of.fields.iter().map(|field| field.name));
                    let near =
                        near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
                    return Err(de::Error::custom(format_args!(
                        "`{name}` is not a field of {}{near}",
                        with_article(of.name)
                    )));
                }
            }
        }
        Ok(Node::Struct(value))
    }
}
