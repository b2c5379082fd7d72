//! Why a command has no answer: the exit code, the words for a person, the JSON for a program.

use std::io;
use std::path::PathBuf;

use partnership_core::check::Fault;
use partnership_core::check::folder::File;
use partnership_core::value::Day;
use partnership_core::{DatasetError, ParseError, QueryError};
use serde::Serialize;

use crate::render::{diagnostic, escape};

/// Why a command has no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The text is no question that the record can be asked.
    Query(Box<QueryError>),
    /// The words of the command line do not fit together.
    Usage { message: String, help: Option<String> },
    /// The dataset has faults.
    Faults { root: PathBuf, files: Vec<File>, faults: Vec<Fault> },
    /// The path is not that of a dataset, or cannot be read.
    Dataset { path: PathBuf, error: DatasetError },
    /// Nobody looked for news for longer than was asked for.
    Old { checked: Day, today: Day, most: u32 },
    /// A file cannot be written, or read.
    File { doing: &'static str, path: PathBuf, error: io::Error },
}

impl From<QueryError> for Failure {
    fn from(error: QueryError) -> Self {
        Failure::Query(Box::new(error))
    }
}

impl From<ParseError> for Failure {
    fn from(error: ParseError) -> Self {
        Failure::Usage { message: error.to_string(), help: None }
    }
}

impl Failure {
    /// A refusal of the command line, with what to do instead.
    pub(crate) fn usage(message: impl Into<String>, help: impl Into<String>) -> Self {
        Failure::Usage { message: message.into(), help: Some(help.into()) }
    }

    /// The exit code, as the help documents it.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Failure::Faults { .. } => 1,
            Failure::Query(_) | Failure::Usage { .. } => 2,
            Failure::Old { .. } => 3,
            Failure::File { .. } | Failure::Dataset { error: DatasetError::Io { .. }, .. } => 4,
            Failure::Dataset { .. } => 1,
        }
    }

    /// What is wrong, in a line.
    fn message(&self) -> String {
        match self {
            Failure::Query(error) => error.to_string(),
            Failure::Usage { message, .. } => message.clone(),
            Failure::Faults { root, faults, .. } => {
                format!("`{}` has {}", root.display(), partnership_core::check::counted(faults))
            }
            Failure::Dataset { path, error: DatasetError::Io { source, .. } } => {
                format!("cannot read `{}`: {}", path.display(), said(source))
            }
            Failure::Dataset { path, error } => format!("`{}`: {error}", path.display()),
            Failure::Old { checked, today, most } => {
                let days = today.number().saturating_sub(checked.number());
                if days < 0 {
                    return format!(
                        "the record says that it was checked on {checked}, which is after {today}"
                    );
                }
                let days =
                    partnership_core::counted(usize::try_from(days).unwrap_or_default(), "day");
                format!(
                    "the record was checked on {checked}, {days} before {today}; `--max-age` allows {most}"
                )
            }
            Failure::File { doing, path, error } => {
                format!("cannot {doing} `{}`: {}", path.display(), said(error))
            }
        }
    }

    fn help(&self) -> Option<String> {
        match self {
            Failure::Query(error) => error.help.clone(),
            Failure::Usage { help, .. } => help.clone(),
            Failure::Old { checked, today, .. } if checked > today => {
                Some("put `checked_on` right in `dataset.toml`, or the clock".to_owned())
            }
            Failure::Old { .. } => {
                Some("take a newer release of the record, and give it with `--data`".to_owned())
            }
            _ => None,
        }
    }

    /// For a person: with the place, where there is one.
    pub(crate) fn to_text(&self, width: usize) -> String {
        match self {
            Failure::Query(error) => diagnostic::query(error, width),
            Failure::Faults { root, files, faults } => {
                diagnostic::faults(faults, files, Some(root), width)
            }
            _ => diagnostic::plain(&self.message(), self.help().as_deref()),
        }
    }

    /// For a program: the envelope of an answer that is none.
    pub(crate) fn to_json(&self) -> String {
        let (code, span, expected, nearest) = match self {
            Failure::Query(error) => (
                Some(error.code),
                Some(error.span.clone()),
                error.expected.as_slice(),
                error.nearest.as_deref(),
            ),
            _ => (None, None, [].as_slice(), None),
        };
        let question = match self {
            Failure::Query(error) => Some(error.text.as_str()),
            _ => None,
        };
        let faults = match self {
            Failure::Faults { faults, .. } => faults.iter().map(diagnostic::Told::of).collect(),
            _ => Vec::new(),
        };
        let error = Refusal {
            code,
            text: self.message(),
            start: span.as_ref().map(|span| span.start),
            end: span.map(|span| span.end),
            expected,
            nearest,
            help: self.help(),
            fault: faults,
        };
        let envelope = Envelope {
            dataset: None,
            view: None,
            query: question.map(|text| Question { text }),
            count: 0,
            row: [],
            source: [],
            note: [],
            empty: None,
            error,
        };
        escape::json(&serde_json::to_string(&envelope).unwrap_or_default()).into_owned()
    }
}

/// What the system says, without the number that Rust adds to it.
fn said(error: &io::Error) -> String {
    let text = error.to_string();
    match text.split_once(" (os error") {
        Some((text, _)) => text.to_lowercase(),
        None => text,
    }
}

/// The keys of every answer, and the error.
#[derive(Serialize)]
struct Envelope<'e> {
    dataset: Option<()>,
    view: Option<()>,
    query: Option<Question<'e>>,
    count: usize,
    row: [(); 0],
    source: [(); 0],
    note: [(); 0],
    empty: Option<()>,
    error: Refusal<'e>,
}

#[derive(Serialize)]
struct Question<'e> {
    text: &'e str,
}

#[derive(Serialize)]
struct Refusal<'e> {
    code: Option<&'static str>,
    text: String,
    start: Option<usize>,
    end: Option<usize>,
    expected: &'e [String],
    nearest: Option<&'e str>,
    help: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fault: Vec<diagnostic::Told<'e>>,
}
