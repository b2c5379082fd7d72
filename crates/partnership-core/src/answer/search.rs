//! Text search in a view.

use std::ops::Range;

use serde::Serialize;

use super::{Answer, Empty, EmptyReason, RecordRow, Row};
use crate::query::indexed::texts;
use crate::search;
use crate::value::Truth;
use crate::view::View;

/// What a search matched in a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Match {
    /// The higher, the better; comparable within one answer only.
    pub score: u32,
    /// The text that matched best.
    pub text: String,
    /// The bytes of that text that matched.
    pub span: Vec<Range<usize>>,
}

/// No search gives more rows.
const MOST: usize = 500;

impl View<'_> {
    /// Records by the words of their names, summaries and other texts, best first. Case, accents and width do not
    /// matter; a typo in a longer word is forgiven; Korean words are found inside longer ones.
    pub fn search(&self, text: &str) -> Answer {
        let hits = self
            .dataset()
            .terms()
            .map(|terms| search::search(&terms, text, MOST))
            .unwrap_or_default();
        let rows = hits.into_iter().filter_map(|hit| {
            let kind = self.dataset().kind(hit.record);
            let verdict = self.lens().record(kind, &self.dataset().tree(hit.record));
            if verdict.truth == Truth::No {
                return None;
            }
            let mut row = RecordRow::of(self, hit.record, verdict);
            let matched = best_text(&row, text)?;
            row.matched = Some(Match { score: hit.score, ..matched });
            Some(Row::Record(row))
        });
        let answer = Answer::new(self, "search", text, rows.collect());
        if !answer.rows().is_empty() {
            return answer;
        }
        let reason = if text.trim().is_empty() {
            "a search needs a word".to_owned()
        } else {
            format!("no text of the record has `{}`", crate::error::shown(text))
        };
        answer.because(Empty { reason: EmptyReason::NoMatch, text: reason, term: None })
    }
}

/// The text of a row that the words match best: the one with most letters matched, of the heaviest weight.
fn best_text(row: &RecordRow, query: &str) -> Option<Match> {
    let texts = texts(&row.record);
    let marked = texts.iter().map(|(weight, text)| (*weight, text, search::highlight(text, query)));
    let best = marked.max_by_key(|(weight, _, spans)| {
        let letters: usize = spans.iter().map(|span| span.len()).sum();
        (letters, *weight)
    })?;
    let (_, text, span) = best;
    (!span.is_empty()).then(|| Match { score: 0, text: text.to_string(), span })
}
