//! The one error, and what each says of itself.

use std::error::Error;

use partnership_core::check::{Fault, Seg};
use partnership_core::{DatasetError, ParseError, QueryError};

/// Why a question has no answer, or bytes are no dataset. Every case has a message, a place and a suggestion.
#[derive(Clone, Debug, PartialEq, thiserror::Error, uniffi::Error)]
#[error("{}", self.problem().message)]
pub enum PartnershipError {
    /// A text that is not a question, or asks for a field or value that the record cannot have.
    Question {
        /// What is wrong, and where.
        problem: Problem,
    },
    /// An id that no record has.
    Id {
        /// What is wrong, and where.
        problem: Problem,
    },
    /// A text or number that is not a value: a day, a language, the start of a page.
    Value {
        /// What is wrong, and where.
        problem: Problem,
    },
    /// Bytes or a file that are not a dataset.
    Dataset {
        /// What is wrong.
        problem: Problem,
        /// Every fault of the dataset, where it can be read and breaks rules.
        faults: Vec<Problem>,
    },
    /// A fault of this library. The object that was asked stays usable.
    Internal {
        /// What was said.
        problem: Problem,
    },
}

/// What is wrong.
#[derive(Clone, Debug, Default, PartialEq, uniffi::Record)]
pub struct Problem {
    /// The input in backticks, what it is not, what was expected.
    pub message: String,
    /// A stable code, which `explain` tells more of.
    pub code: Option<String>,
    /// Where.
    pub place: Option<Place>,
    /// What is accepted there, where that is a list that a person can read.
    pub expected: Vec<String>,
    /// The nearest value that is accepted.
    pub suggestion: Option<String>,
    /// What to write or do instead, in words.
    pub help: Option<String>,
}

/// Where something is wrong. A given text is the three parts one after another, so that no language has to count letters.
#[derive(Clone, Debug, Default, PartialEq, uniffi::Record)]
pub struct Place {
    /// The file, line and column, or the record and field; empty for a text that was given.
    pub at: String,
    /// What stands before it.
    pub before: String,
    /// What is meant.
    pub meant: String,
    /// What stands after it.
    pub after: String,
}

impl PartnershipError {
    /// What is wrong.
    pub fn problem(&self) -> &Problem {
        match self {
            Self::Question { problem }
            | Self::Id { problem }
            | Self::Value { problem }
            | Self::Dataset { problem, .. }
            | Self::Internal { problem } => problem,
        }
    }

    pub(crate) fn internal(said: &str) -> Self {
        let message = format!("a fault of partnership itself: {said}");
        Self::Internal { problem: Problem { message, ..Problem::default() } }
    }

    /// A question about ids, whose only fault can be an id.
    pub(crate) fn id(error: QueryError) -> Self {
        Self::Id { problem: error.into() }
    }
}

impl From<QueryError> for PartnershipError {
    fn from(error: QueryError) -> Self {
        Self::Question { problem: error.into() }
    }
}

impl From<QueryError> for Problem {
    fn from(error: QueryError) -> Self {
        let cut = |from, to| error.text.get(from..to).unwrap_or_default().to_owned();
        let place = Place {
            at: String::new(),
            before: cut(0, error.span.start),
            meant: cut(error.span.start, error.span.end),
            after: cut(error.span.end, error.text.len()),
        };
        Self {
            message: error.message,
            code: Some(error.code.to_owned()),
            place: Some(place),
            expected: error.expected,
            suggestion: error.nearest,
            help: error.help,
        }
    }
}

impl From<ParseError> for PartnershipError {
    fn from(error: ParseError) -> Self {
        let place = Place { meant: error.text().to_owned(), ..Place::default() };
        let problem = Problem {
            message: error.to_string(),
            place: Some(place),
            expected: vec![error.expected().to_owned()],
            suggestion: error.nearest().map(str::to_owned),
            ..Problem::default()
        };
        Self::Value { problem }
    }
}

impl From<DatasetError> for PartnershipError {
    fn from(error: DatasetError) -> Self {
        let message = match error.source() {
            Some(why) => format!("{error}: {why}"),
            None => error.to_string(),
        };
        let at = match &error {
            DatasetError::Line { line, .. } => Some(format!("line {line}")),
            DatasetError::Io { path, .. } => Some(path.clone()),
            _ => None,
        };
        let place = at.map(|at| Place { at, ..Place::default() });
        let faults = if let DatasetError::Faults(faults) = error { faults } else { Vec::new() };
        Self::Dataset {
            problem: Problem { message, place, ..Problem::default() },
            faults: faults.into_iter().map(Problem::from).collect(),
        }
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        let at = match (&fault.place, &fault.record) {
            (Some(place), _) => format!("{}:{}:{}", place.path, place.line, place.column),
            (None, Some(record)) => fault.path.iter().fold(record.clone(), |at, seg| match seg {
                Seg::Field(name) => format!("{at}.{name}"),
                Seg::Key(name) => format!("{at}.{name}"),
                Seg::Item(item) => format!("{at}[{item}]"),
            }),
            (None, None) => String::new(),
        };
        Self {
            message: fault.message,
            code: Some(fault.code.to_string()),
            place: Some(Place { at, ..Place::default() }),
            expected: Vec::new(),
            suggestion: fault.nearest,
            help: fault.fix,
        }
    }
}
