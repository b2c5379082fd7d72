//! Text search in a view.

use std::ops::Range;

use serde::Serialize;

use super::{Answer, Empty, EmptyReason, RecordRow, Row};
use crate::query::indexed::texts;
use crate::search::{self, Asked, Weight};
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
        let terms = self.dataset().terms();
        let hits = terms.map(|terms| search::search(&terms, text, MOST)).unwrap_or_default();
        // Once, not for each record: the text may be long.
        let (asked, wanted) = (search::asked(text), search::fold(text.trim()));
        let mut rows: Vec<(bool, RecordRow)> = Vec::new();
        for hit in &hits {
            let kind = self.dataset().kind(hit.record);
            let verdict = self.lens().record(kind, &self.dataset().tree(hit.record));
            if verdict.truth == Truth::No {
                continue;
            }
            let mut row = RecordRow::of(self, hit.record, verdict);
            let Some(matched) = best_text(&row, &asked) else { continue };
            row.matched = Some(Match { score: hit.score, ..matched });
            rows.push((is_called(&row, &wanted), row));
        }
        // What is called just so comes before what only has the words; the order of each half stays.
        rows.sort_by_key(|(called, _)| !called);
        let rows = rows.into_iter().map(|(_, row)| Row::Record(row));
        let answer = Answer::new(self, "search", text, rows.collect());
        if !answer.rows().is_empty() {
            return answer;
        }
        let hidden = !hits.is_empty();
        let (reason, text) = match (self.known(), self.valid_on()) {
            _ if text.trim().is_empty() => {
                (EmptyReason::NoMatch, "a search needs a word".to_owned())
            }
            (Some(day), _) if hidden => {
                let text = format!("no source published by {day} supports what has these words");
                (EmptyReason::NotKnownYet, text)
            }
            (_, Some(day)) if hidden => {
                (EmptyReason::NotValidThen, format!("what has these words was not so on {day}"))
            }
            _ => {
                let mut told = format!("no text of the record has `{}`", crate::error::shown(text));
                if let Some(meant) = self.meant(&asked) {
                    told += &format!("; did you mean `{}`?", crate::error::shown(&meant));
                }
                (EmptyReason::NoMatch, told)
            }
        };
        answer.because(Empty { reason, text, term: None })
    }

    /// The word that may be meant by one that is nowhere, as the record writes it.
    fn meant(&self, asked: &[Asked]) -> Option<String> {
        let (number, word) = search::meant(&self.dataset().terms()?, asked)?;
        let (kind, tree) = (self.dataset().kind(number), self.dataset().tree(number));
        let row = match self.lens().record(kind, &tree) {
            verdict if verdict.truth == Truth::No => return None,
            verdict => RecordRow::of(self, number, verdict),
        };
        let Match { text, span, .. } = best_text(&row, &[word])?;
        text.get(span.first()?.clone()).map(str::to_owned)
    }
}

/// Whether the words are the whole id, name or other name of a record.
fn is_called(row: &RecordRow, wanted: &str) -> bool {
    let names = texts(&row.record).into_iter();
    let mut names = names.filter(|(weight, _)| matches!(weight, Weight::Name | Weight::Alias));
    search::fold(row.id()) == wanted || names.any(|(_, name)| search::fold(&name) == wanted)
}

/// The text of a row that the words match best: the one with most letters matched, of the heaviest weight.
fn best_text(row: &RecordRow, asked: &[Asked]) -> Option<Match> {
    let texts = texts(&row.record);
    let marked = texts.iter().map(|(weight, text)| (*weight, text, search::marked(text, asked)));
    let best = marked.max_by_key(|(weight, _, spans)| {
        let letters: usize = spans.iter().map(|span| span.len()).sum();
        (letters, *weight)
    })?;
    let (_, text, span) = best;
    (!span.is_empty()).then(|| Match { score: 0, text: text.to_string(), span })
}
