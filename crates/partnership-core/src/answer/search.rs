//! Text search in a view.

use std::ops::Range;

use serde::Serialize;

use super::words::say;
use super::{Answer, Empty, EmptyReason, RecordRow, Row};
use crate::describe::Struct;
use crate::order::Order;
use crate::query::indexed::texts;
use crate::search::{self, Asked, Searched, Weight};
use crate::sorted::SortedMap;
use crate::value::{Truth, ordinals};
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
    /// matter; a typo in a longer word is forgiven; Korean words are found inside longer ones. A meeting is found by its
    /// printed number, too: `26th`, `26차`.
    pub fn search(&self, text: &str) -> Answer {
        let terms = self.dataset().terms();
        let searched = terms.map(|terms| search::search_all(&terms, text, MOST));
        let (hits, notes, some) = searched.map_or_else(Default::default, |searched| {
            let notes = passed_over(&searched, self.language().as_str());
            (searched.hits, notes, searched.some)
        });
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
        if some {
            lift_meetings(&mut rows, &asked);
        }
        // What is called just so comes before what only has the words; the order of each half stays.
        rows.order_by_key(|(called, _)| !called);
        let rows = rows.into_iter().map(|(_, row)| Row::Record(row));
        let answer = Answer::new(self, "search", text, rows.collect());
        if !answer.rows().is_empty() {
            return notes.into_iter().fold(answer, Answer::note);
        }
        let hidden = !hits.is_empty();
        let lang = self.language().as_str();
        let (reason, text) = match (self.known(), self.valid_on()) {
            _ if text.trim().is_empty() => {
                let text = say(lang, "a search needs a word", "검색할 단어가 필요함");
                (EmptyReason::NoMatch, text.to_owned())
            }
            (Some(day), _) if hidden => {
                let text = match lang {
                    "ko" => format!(
                        "{day}까지 발행된 출처 가운데 이 단어를 담은 기록을 뒷받침하는 것이 없음"
                    ),
                    _ => format!("no source published by {day} supports what has these words"),
                };
                (EmptyReason::NotKnownYet, text)
            }
            (_, Some(day)) if hidden => {
                let text = match lang {
                    "ko" => format!("이 단어를 담은 기록은 {day}에는 해당하지 않음"),
                    _ => format!("what has these words was not so on {day}"),
                };
                (EmptyReason::NotValidThen, text)
            }
            _ => {
                let word = crate::error::shown(text);
                let mut told = match lang {
                    "ko" => format!("기록의 어떤 글에도 `{word}`이(가) 없음"),
                    _ => format!("no text of the record has `{word}`"),
                };
                if let Some(meant) = self.meant(&asked) {
                    let meant = crate::error::shown(&meant);
                    told += &match lang {
                        "ko" => format!("; `{meant}`을(를) 찾으십니까?"),
                        _ => format!("; did you mean `{meant}`?"),
                    };
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

/// What a reader should know where no record has all the words.
fn passed_over(searched: &Searched, lang: &str) -> Vec<String> {
    let words = |words: &[Asked]| {
        let words = words.iter().map(|word| format!("`{}`", crate::error::shown(&word.shown())));
        words.collect::<Vec<_>>().join(", ")
    };
    let mut notes = Vec::new();
    if !searched.left_out.is_empty() {
        let text = say(
            lang,
            "left out, since no text has it beside the figure",
            "숫자와 함께 쓰인 글이 없어 제외함",
        );
        notes.push(format!("{text}: {}", words(&searched.left_out)));
    }
    if searched.some {
        notes.push(
            say(
                lang,
                "no record has all these words; each has some",
                "모든 단어를 담은 기록은 없으며, 일부만 담고 있음",
            )
            .to_owned(),
        );
    }
    if !searched.nowhere.is_empty() {
        let text = say(lang, "no text of the record has", "기록의 어떤 글에도 없음");
        notes.push(format!("{text}: {}", words(&searched.nowhere)));
    }
    notes
}

/// Puts a meeting of the number that is asked for before its series, where that has other words: of `26차 한-아세안 정상회의`
/// the meeting has the number, and the series the name.
fn lift_meetings(rows: &mut [(bool, RecordRow)], asked: &[Asked]) {
    let numbers: Vec<&Asked> = asked.iter().filter(|word| word.has_figure()).collect();
    let ids: Vec<String> = rows.iter().map(|(_, row)| row.id().to_owned()).collect();
    let series = |row: &RecordRow| {
        let number =
            |text: String| numbers.iter().any(|word| search::holds(&text, &[(*word).clone()]));
        let of = |ordinal: &Struct<'_>| {
            let printed = ordinal.leaf("number")?.parse().ok()?;
            let forum =
                ordinal.leaf("forum").filter(|_| ordinals(printed).into_iter().any(number))?;
            ids.iter().position(|id| id == forum)
        };
        row.record.parts("ordinal").find_map(of)
    };
    let places = rows.iter().enumerate().map(|(at, (_, row))| {
        series(row).filter(|forum| *forum < at).map_or((at, true), |forum| (forum, false))
    });
    let places: SortedMap<String, (usize, bool)> = ids.iter().cloned().zip(places).collect();
    rows.order_by_key(|(_, row)| places.get(row.id()).copied());
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
