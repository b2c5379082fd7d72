//! Why a text is not a question that the record can be asked.

use crate::order::Order;
use std::ops::Range;

use super::parse::SyntaxError;

/// Why a text is not a question that the record can be asked, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
#[non_exhaustive]
pub struct QueryError {
    /// A stable code: `partnership explain` tells more of it.
    pub code: &'static str,
    /// What is wrong, with the input in backticks and what was expected.
    pub message: String,
    /// The query, as the span counts it.
    pub text: String,
    /// The bytes of the query that are meant; on character boundaries.
    pub span: Range<usize>,
    /// What is accepted there, where that is a list that a person can read.
    pub expected: Vec<String>,
    /// The nearest of them.
    pub nearest: Option<String>,
    /// What to write instead.
    pub help: Option<String>,
}

impl QueryError {
    pub(crate) fn new(code: &'static str, span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            text: String::new(),
            span,
            expected: Vec::new(),
            nearest: None,
            help: None,
        }
    }

    /// With the query that its span counts.
    pub(crate) fn within(self, text: &str) -> Self {
        Self { text: text.to_owned(), ..self }
    }

    /// With what is accepted, if that is short enough to read, and the nearest of it.
    pub(crate) fn among<'a>(
        mut self,
        given: &str,
        accepted: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let mut accepted: Vec<&str> = accepted.into_iter().collect();
        accepted.order();
        accepted.dedup();
        self.nearest = crate::error::nearest(given, accepted.iter().copied()).map(str::to_owned);
        if let Some(near) = &self.nearest {
            self.help = Some(format!("did you mean `{near}`?"));
        }
        if accepted.len() <= 24 {
            self.expected = accepted.into_iter().map(str::to_owned).collect();
        }
        self
    }
}

impl From<SyntaxError> for QueryError {
    fn from(error: SyntaxError) -> Self {
        Self { help: error.help, ..Self::new(error.kind.code(), error.span, error.message) }
    }
}
