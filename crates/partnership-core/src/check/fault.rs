//! A fault of a dataset, and its place.

use std::fmt;
use std::ops::Range;

use super::code::Code;

/// One step from a record to the value that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seg {
    /// A field.
    Field(&'static str),
    /// A key that is no field, or a language tag.
    Key(String),
    /// A value of a list, counted from 0.
    Item(usize),
}

impl Seg {
    /// The name of the field, if it is one.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            Seg::Field(name) => Some(name),
            Seg::Key(_) | Seg::Item(_) => None,
        }
    }
}

/// Where in a file a fault is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePlace {
    /// The file, relative to the dataset's folder, with `/` between its parts.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The character in it, from 1.
    pub column: usize,
    /// The bytes of the file that are meant.
    pub span: Range<usize>,
}

/// One thing that is wrong with a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// Which rule is broken.
    pub code: Code,
    /// What is wrong: the input in backticks, what it is not, what was expected.
    pub message: String,
    /// What to do about it.
    pub fix: Option<String>,
    /// The nearest valid value.
    pub nearest: Option<String>,
    /// The record.
    pub record: Option<String>,
    /// From the record to the value.
    pub path: Vec<Seg>,
    /// The place in a file, where the dataset is a folder.
    pub place: Option<FilePlace>,
}

impl Fault {
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            fix: None,
            nearest: None,
            record: None,
            path: Vec::new(),
            place: None,
        }
    }

    pub(crate) fn at(self, record: &str, path: &[Seg]) -> Self {
        Self { record: Some(record.to_owned()), path: path.to_vec(), ..self }
    }

    pub(crate) fn fix(self, fix: impl Into<String>) -> Self {
        Self { fix: Some(fix.into()), ..self }
    }

    pub(crate) fn near(mut self, nearest: Option<&str>) -> Self {
        if let Some(near) = nearest {
            self.fix.get_or_insert_with(|| format!("did you mean `{near}`?"));
            self.nearest = Some(near.to_owned());
        }
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(to, "{}:{}:{}: ", place.path, place.line, place.column)?;
        } else if let Some(record) = &self.record {
            write!(to, "{record}: ")?;
        }
        write!(to, "{} {}", self.code, self.message)
    }
}
