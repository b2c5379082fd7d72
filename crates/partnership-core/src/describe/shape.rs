//! Shapes: what a field may hold, with its name and documentation.

use std::borrow::Cow;

use crate::error::{ParseError, nearest};
use crate::model::Kind;

/// A field of a record or of one of its parts.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in TOML, JSON, Rust, queries and tables.
    pub name: &'static str,
    /// What it means, from the doc comment of the Rust field.
    pub doc: &'static str,
    /// Whether a record without it is refused.
    pub required: bool,
    /// What it holds.
    pub shape: &'static Shape,
}

/// What a field holds. Options are not in it: every field but a required one may be absent.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A text of one form: a date, a sum of money, a reference.
    Leaf(&'static LeafType),
    /// One word of a closed list.
    Words(&'static WordType),
    /// The same text in several languages, by BCP 47 tag.
    Text,
    /// A value of the type of another field of the same owner (in alternatives).
    Any,
    /// A value with fields of its own.
    Struct(&'static StructType),
    /// Several values in a stable order.
    List(&'static Shape),
}

impl Shape {
    /// Whether two fields hold the same. Addresses do not tell: a compiler may keep one description in several places.
    pub fn is_like(&self, other: &Shape) -> bool {
        match (self, other) {
            (Shape::List(a), Shape::List(b)) => a.is_like(b),
            (Shape::Leaf(a), Shape::Leaf(b)) => a.what == b.what && a.class == b.class,
            (Shape::Words(a), Shape::Words(b)) => a.name == b.name,
            (Shape::Struct(a), Shape::Struct(b)) => a.name == b.name,
            (Shape::Text, Shape::Text) | (Shape::Any, Shape::Any) => true,
            _ => false,
        }
    }

    /// The shape of the single values: itself, or what a list holds.
    pub fn single(&'static self) -> &'static Shape {
        match self {
            Shape::List(item) => item.single(),
            shape => shape,
        }
    }

    /// The struct that single values are, if they are.
    pub fn struct_type(&'static self) -> Option<&'static StructType> {
        match self.single() {
            Shape::Struct(of) => Some(of),
            _ => None,
        }
    }

    /// How single values are compared and asked for.
    pub fn class(&'static self) -> Class {
        match self.single() {
            Shape::Leaf(leaf) => leaf.class,
            Shape::Words(_) => Class::Word,
            Shape::Text => Class::Text,
            Shape::Any => Class::Any,
            Shape::Struct(_) | Shape::List(_) => Class::Struct,
        }
    }

    /// The name of the type in words, as error messages and the reference give it.
    pub fn what(&'static self) -> &'static str {
        match self.single() {
            Shape::Leaf(leaf) => leaf.what,
            Shape::Words(words) => words.what,
            Shape::Text => "a text by language",
            Shape::Any => "a value of that field",
            Shape::Struct(of) => of.name,
            Shape::List(_) => "a list",
        }
    }
}

/// A form of text: what it is called, how it looks, and the parser that decides.
#[derive(Clone, Copy, Debug)]
pub struct LeafType {
    /// With its article: `a date`.
    pub what: &'static str,
    /// One that is accepted.
    pub example: &'static str,
    /// How it is compared and asked for.
    pub class: Class,
    /// Refuses what is not of the form.
    pub check: fn(&str) -> Result<(), ParseError>,
}

/// How values are compared, indexed and asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The record's own id.
    Id,
    /// A word of a closed list.
    Word,
    /// Free text, by language or plain.
    Text,
    /// A point in time.
    Point,
    /// A span of time.
    Span,
    /// A number with precision, power and unit.
    Quantity,
    /// A number with a currency.
    Money,
    /// A whole number.
    Count,
    /// Yes or no.
    Flag,
    /// The id of a record of one of these kinds.
    Ref(&'static [Kind]),
    /// A concept of the schemes that serve this field, by notation.
    Concept(&'static str),
    /// A code or other exact text.
    Code,
    /// A value of another field's type.
    Any,
    /// A value with fields.
    Struct,
}

/// A closed list of words.
#[derive(Clone, Copy, Debug)]
pub struct WordType {
    /// What such a word is called: `party-form`.
    pub name: &'static str,
    /// The same with its article: `a party form`.
    pub what: &'static str,
    /// What it says, from the doc comment of the Rust enum.
    pub doc: &'static str,
    /// The words, in order of declaration.
    pub words: &'static [Word],
}

/// One word of a closed list.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// As data and queries write it.
    pub name: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// Its label in Korean; empty where none is given.
    pub ko: &'static str,
}

impl WordType {
    /// The word of that name.
    pub fn find(&self, name: &str) -> Option<&Word> {
        self.words.iter().find(|word| word.name == name)
    }

    /// The label of a word in a language: Korean where one is given, else English.
    pub fn label(&self, name: &'static str, lang: &str) -> Cow<'static, str> {
        match self.find(name) {
            Some(word) if lang == "ko" && !word.ko.is_empty() => word.ko.into(),
            _ if name.contains('-') => name.replace('-', " ").into(),
            _ => name.into(),
        }
    }

    /// The error for a text that is none of the words, naming all of them and the nearest.
    pub fn refuse(&self, text: &str) -> ParseError {
        let list: Vec<_> = self.words.iter().map(|word| format!("`{}`", word.name)).collect();
        let expected = match list.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
            None => String::new(),
        };
        let near = nearest(text, self.words.iter().map(|word| word.name));
        ParseError::new(self.what, text, expected).with_nearest(near)
    }
}

/// A type with fields: a kind of record, a dated part or a plain value.
#[derive(Clone, Copy, Debug)]
pub struct StructType {
    /// Its name in data: `project`, `step`.
    pub name: &'static str,
    /// What it is, from the doc comment of the Rust type.
    pub doc: &'static str,
    /// Its fields, in the order in which every surface gives them.
    pub fields: &'static [Field],
    /// How a view on a day reads it.
    pub time: Time,
    /// Whether it carries citations of its own.
    pub part: bool,
}

impl StructType {
    /// The place of a field.
    pub fn index(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// The field that a path leads to: `step[2].date`, `name.ko`.
    pub fn field_at(&self, path: &str) -> Option<&'static Field> {
        let (first, rest) = path.split_once('.').unwrap_or((path, ""));
        let field = self.field(first.split('[').next().unwrap_or(first))?;
        match field.shape.struct_type() {
            Some(of) if !rest.is_empty() => of.field_at(rest),
            _ => Some(field),
        }
    }

    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// How a view on a day reads a record or part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// It has no time of its own.
    Timeless,
    /// It holds throughout the first of these fields that is filled.
    State(&'static [&'static str]),
    /// It happened within the first of these fields that is filled, and has happened ever since.
    Happening(&'static [&'static str]),
    /// It happened within the first of the first fields that is filled; if none is, it holds throughout the first of the
    /// second fields.
    HappeningElse(&'static [&'static str], &'static [&'static str]),
    /// It holds from this field until that of the next one in its list.
    Until(&'static str),
}

impl Time {
    /// The fields that say when, best first.
    pub fn fields(&self) -> &'static [&'static str] {
        match self {
            Time::State(fields) | Time::Happening(fields) => fields,
            Time::HappeningElse(happening, _) => happening,
            Time::Timeless | Time::Until(_) => &[],
        }
    }
}

/// How many fields several lists hold.
pub(crate) const fn length(lists: &[&[Field]]) -> usize {
    let (mut total, mut at) = (0, 0);
    while at < lists.len() {
        total += lists[at].len();
        at += 1;
    }
    total
}

/// Several lists of fields as one.
pub(crate) const fn joined<const N: usize>(lists: &[&[Field]]) -> [Field; N] {
    let mut all = [Field { name: "", doc: "", required: false, shape: &Shape::Text }; N];
    let (mut at, mut list) = (0, 0);
    while list < lists.len() {
        let mut item = 0;
        while item < lists[list].len() {
            all[at] = lists[list][item];
            at += 1;
            item += 1;
        }
        list += 1;
    }
    all
}
