//! What a ledger holds, in numbers that add up.

use super::Promise;
use super::words::say;
use crate::model::ClauseForm;
use crate::promise::{DerivedStatus, TargetResult};

/// How many promises there are of each form and of each derived status, and how many scores of each result.
pub(super) fn notes(rows: &[Promise], lang: &str) -> Vec<String> {
    if rows.is_empty() {
        return Vec::new();
    }
    let forms = ClauseForm::ALL.iter().map(|form| {
        let count = rows.iter().filter(|row| row.form == Some(*form)).count();
        (form.label(lang).into_owned(), count)
    });
    let statuses = DerivedStatus::ALL.iter().map(|status| {
        let count = rows.iter().filter(|row| row.derived.status == *status).count();
        (status.label(lang).into_owned(), count)
    });
    let scores: Vec<TargetResult> = rows
        .iter()
        .flat_map(|row| row.target.iter().flat_map(|target| &target.score))
        .map(|score| score.result)
        .collect();
    let results = TargetResult::ALL.iter().map(|result| {
        let count = scores.iter().filter(|score| *score == result).count();
        (result.label(lang).into_owned(), count)
    });
    let mut notes = vec![
        sentence(say(lang, "by form", "형식별"), rows.len(), forms),
        sentence(say(lang, "by derived status", "도출 상태별"), rows.len(), statuses),
    ];
    if !scores.is_empty() {
        let title = say(lang, "scores of their numbers", "목표 수치 판정");
        notes.push(sentence(title, scores.len(), results));
    }
    notes
}

/// `by form: 5 = line 2 + area 3`.
pub(super) fn sentence(
    title: &str,
    all: usize,
    counts: impl Iterator<Item = (String, usize)>,
) -> String {
    let counts = counts.filter(|(_, count)| *count > 0);
    let parts: Vec<String> = counts.map(|(name, count)| format!("{name} {count}")).collect();
    format!("{title}: {all} = {}", parts.join(" + "))
}
