//! The ledger of the record as a page: `docs/ledger.md`, with counts that add up.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Result;
use partnership_core::Dataset;
use partnership_core::answer::{LedgerFilter, Promise, Row};
use partnership_core::model::ClauseForm;
use partnership_core::promise::{DerivedStatus, TargetResult};
use partnership_core::value::Point;

/// The page.
pub(super) fn page(dataset: &Dataset) -> Result<String> {
    let view = dataset.view();
    let answer = view.ledger("", LedgerFilter::default())?;
    let promises: Vec<&Promise> = answer
        .rows()
        .iter()
        .filter_map(|row| match row {
            Row::Promise(promise) => Some(&**promise),
            _ => None,
        })
        .collect();
    let mut page = format!(
        "# The ledger of the record\n\n<!-- made by `cargo xtask codegen` from `data/`; do not edit -->\n\n\
         Every commitment that the record holds, as it stands on {}, with counts that add up. [promises.md](promises.md) says\n\
         what the words mean; `partnership commitments` tells each with its sources, and of any other day.\n",
        answer.day()
    );
    page += &statuses(&promises);
    page += &texts(&promises);
    page += &numbers(&promises);
    page += &told(&promises);
    Ok(page)
}

/// A table of counts with its sums: a row for each key, a column for each head.
fn crossed(corner: &str, heads: &[String], rows: &[(String, Vec<usize>)]) -> String {
    let used: Vec<usize> = (0..heads.len())
        .filter(|at| rows.iter().any(|(_, counts)| counts.get(*at).is_some_and(|count| *count > 0)))
        .collect();
    let head: Vec<&str> = used.iter().map(|at| heads[*at].as_str()).collect();
    let mut text = format!("\n| {corner} | {} | all |\n", head.join(" | "));
    text += &format!("| --- |{}\n", " ---: |".repeat(used.len() + 1));
    let cell = |count: usize| if count == 0 { String::new() } else { count.to_string() };
    let mut line = |name: &str, counts: &[usize]| {
        let cells: Vec<String> = used.iter().map(|at| cell(counts[*at])).collect();
        // Writing to a text cannot fail.
        let _ =
            writeln!(text, "| {name} | {} | {} |", cells.join(" | "), counts.iter().sum::<usize>());
    };
    let mut sums = vec![0; heads.len()];
    for (name, counts) in rows.iter().filter(|(_, counts)| counts.iter().any(|count| *count > 0)) {
        line(name, counts);
        sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
    }
    line("**all**", &sums);
    text
}

fn forms() -> Vec<String> {
    ClauseForm::ALL.iter().map(|form| form.label("en").into_owned()).collect()
}

/// How many of the promises are of each form.
fn by_form(promises: &[&Promise]) -> Vec<usize> {
    let count =
        |form: &ClauseForm| promises.iter().filter(|one| one.form.as_ref() == Some(form)).count();
    ClauseForm::ALL.iter().map(count).collect()
}

/// Derived status by form.
fn statuses(promises: &[&Promise]) -> String {
    let rows = DerivedStatus::ALL.iter().map(|status| {
        let of: Vec<&Promise> =
            promises.iter().copied().filter(|one| one.derived.status == *status).collect();
        (status.label("en").into_owned(), by_form(&of))
    });
    let rows: Vec<_> = rows.collect();
    format!(
        "\n## By derived status, and how much of a clause is held\n\nOnly a *line* was read in full; an *area* or *heading* is what \
         others report of a text.\n{}",
        crossed("status", &forms(), &rows)
    )
}

/// The texts in which they stand, by form; then those outside of any.
fn texts(promises: &[&Promise]) -> String {
    let mut by_text: BTreeMap<(bool, String), Vec<&Promise>> = BTreeMap::new();
    for one in promises {
        let name = match &one.instrument {
            Some(text) => (false, format!("{} (`{}`)", escaped(&text.label), text.id)),
            None => (true, "outside of any text".to_owned()),
        };
        by_text.entry(name).or_default().push(one);
    }
    let rows: Vec<_> = by_text.into_iter().map(|((_, name), of)| (name, by_form(&of))).collect();
    format!("\n## By text\n{}", crossed("text", &forms(), &rows))
}

/// The numbers that were to be reached: one score for each reporter.
fn numbers(promises: &[&Promise]) -> String {
    let heads: Vec<String> =
        TargetResult::ALL.iter().map(|result| result.label("en").into_owned()).collect();
    let mut rows = Vec::new();
    let (mut set, mut scores) = (0, 0);
    for one in promises {
        for target in &one.target {
            set += 1;
            scores += target.score.len();
            let count = |result: &TargetResult| {
                target.score.iter().filter(|score| score.result == *result).count()
            };
            let by = target.by.as_ref().map_or("no deadline".to_owned(), |by| format!("by {by}"));
            let name = format!("{}: {}, {by} (`{}`)", escaped(&target.what), target.value, one.id);
            rows.push((name, TargetResult::ALL.iter().map(count).collect()));
        }
    }
    let setting = promises.iter().filter(|one| !one.target.is_empty()).count();
    format!(
        "\n## Numbers by result\n\n{setting} commitments set {set} numbers, which have {scores} scores: one on the figures of each \
         reporter.\n{}",
        crossed("number", &heads, &rows)
    )
}

/// Each commitment under its pillar.
fn told(promises: &[&Promise]) -> String {
    let mut text = "\n## Each commitment\n".to_owned();
    for of in promises.chunk_by(|a, b| a.pillar == b.pillar) {
        let pillar = of.first().and_then(|one| one.pillar.as_ref());
        let pillar = pillar.map_or("Without a pillar", |pillar| pillar.label.as_str());
        // Writing to a text cannot fail.
        let _ = write!(
            text,
            "\n### {pillar}: {}\n\n| commitment | form | owed by | made | due | derived | carried out by | assessed | sources |\n\
             | --- | --- | --- | --- | --- | --- | ---: | ---: | --- |\n",
            of.len()
        );
        of.iter().for_each(|one| text += &line(one));
    }
    text
}

fn line(one: &Promise) -> String {
    let date = |date: &Option<Point>| date.as_ref().map(ToString::to_string).unwrap_or_default();
    let owes: Vec<&str> = one.obligor.iter().map(|party| party.id.as_str()).collect();
    let maybe = if one.derived.truth.as_str() == "maybe" { ", maybe" } else { "" };
    let mut sources: Vec<&str> = Vec::new();
    for source in one.cite.iter().filter_map(|cite| cite.leaf("source")) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let cells = [
        format!("{} (`{}`)", escaped(&one.label), one.id),
        one.form.map(|form| form.label("en").into_owned()).unwrap_or_default(),
        owes.join(", "),
        date(&one.made),
        date(&one.due),
        format!("{}{maybe}", one.derived.status.label("en")),
        some(one.served_by.len()),
        some(one.assessed.len()),
        sources.join(", "),
    ];
    format!("| {} |\n", cells.join(" | "))
}

fn some(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

/// A text in which no sign ends a cell or begins a link.
fn escaped(text: &str) -> String {
    text.replace('|', "\\|").replace('[', "\\[").replace('<', "&lt;").replace('*', "\\*")
}

#[cfg(test)]
mod tests {
    use super::crossed;

    #[test]
    fn rows_and_columns_add_up_and_what_is_not_there_is_left_out() {
        let heads = ["line", "area", "pledge"].map(str::to_owned);
        let rows = [
            ("open".to_owned(), vec![1, 0, 2]),
            ("ended".to_owned(), vec![0, 0, 3]),
            ("met".to_owned(), vec![0, 0, 0]),
        ];
        let table = "\n| status | line | pledge | all |\n| --- | ---: | ---: | ---: |\n\
                     | open | 1 | 2 | 3 |\n| ended |  | 3 | 3 |\n| **all** | 1 | 5 | 6 |\n";
        assert_eq!(crossed("status", &heads, &rows), table);
    }
}
