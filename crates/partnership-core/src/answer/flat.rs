//! Targets and promises as lines of a table, each value in one cell.

use super::ledger::{Assessed, Named, Served};
use super::{Answer, Cell, Promise, Row, TargetRow};
use crate::describe::Struct;
use crate::promise::Measured;

/// The columns of targets: a line for each score.
const TARGETS: [&str; 24] = [
    "kind",
    "id",
    "truth",
    "label",
    "form",
    "at",
    "what",
    "value",
    "by",
    "per",
    "reporter",
    "result",
    "result_truth",
    "period",
    "figure",
    "amount",
    "share",
    "missing",
    "latest_period",
    "latest_figure",
    "latest_amount",
    "latest_share",
    "pillar",
    "source",
];

/// The columns of the ledger: a line for each promise.
const PROMISES: [&str; 23] = [
    "id",
    "truth",
    "label",
    "form",
    "pillar",
    "instrument",
    "number",
    "obligor",
    "made",
    "due",
    "last_day",
    "derived",
    "derived_truth",
    "lacking",
    "reported",
    "assessed",
    "target",
    "served_by",
    "money",
    "disagreement",
    "restates",
    "last_word",
    "source",
];

impl Answer {
    /// The table of an answer of targets or promises; none of another answer.
    pub(super) fn flat(&self) -> Option<(Vec<String>, Vec<Vec<Cell>>)> {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let cells = |line: Vec<String>| {
            line.into_iter().map(|text| Cell { text, number: false }).collect::<Vec<_>>()
        };
        match self.command() {
            "targets" => {
                let rows = self.rows().iter().filter_map(|row| match row {
                    Row::Target(row) => Some(lines(row)),
                    _ => None,
                });
                Some((names(&TARGETS), rows.flatten().map(cells).collect()))
            }
            "commitments" => {
                let rows = self.rows().iter().filter_map(|row| match row {
                    Row::Promise(row) => Some(cells(line(row))),
                    _ => None,
                });
                Some((names(&PROMISES), rows.collect()))
            }
            _ => None,
        }
    }
}

fn lines(row: &TargetRow) -> Vec<Vec<String>> {
    let figures = |measured: &Option<Measured>| {
        let facts = measured.iter().flat_map(|measured| &measured.fact);
        let facts: Vec<String> = facts.map(|fact| fact.value.to_string()).collect();
        let of = |text: fn(&Measured) -> String| measured.as_ref().map(text).unwrap_or_default();
        [
            of(|measured| measured.period.to_string()),
            facts.join(" + "),
            of(|measured| measured.amount.to_string()),
            of(|measured| measured.share.to_string()),
        ]
    };
    let scores = row.score.iter().map(|score| {
        let head = [
            row.kind.to_string(),
            row.id.clone(),
            row.truth.to_string(),
            row.label.clone(),
            row.form.map(|form| form.to_string()).unwrap_or_default(),
            row.at.to_string(),
            row.what.clone(),
            row.value.to_string(),
            text(&row.by),
            row.per.to_string(),
            text(&score.reporter),
            score.result.to_string(),
            score.truth.to_string(),
        ];
        let tail = [joined(&row.pillar, "; "), sources(row.every_cite())];
        let decided = figures(&score.decided_by);
        let latest = figures(&score.latest);
        let missing = score.missing.join("; ");
        head.into_iter().chain(decided).chain([missing]).chain(latest).chain(tail).collect()
    });
    scores.collect()
}

fn line(row: &Promise) -> Vec<String> {
    let named =
        |named: &Option<Named>| named.as_ref().map(|one| one.id.clone()).unwrap_or_default();
    let all = |texts: Vec<String>| texts.join("; ");
    let target = row.target.iter().map(|target| {
        let scores = target.score.iter().map(|score| {
            let reporter = score.reporter.iter().map(|id| format!(" ({id})"));
            format!("{}{}", score.result, reporter.collect::<String>())
        });
        format!("{}: {}", target.value, scores.collect::<Vec<_>>().join(", "))
    });
    let served = |served: &Served| format!("{} ({}, {})", served.id, served.sure, served.stands);
    let money = row.served_by.iter().flat_map(|served| {
        let sum = |sum: &super::Sum| {
            let date = sum.date.iter().map(|date| format!(" {date}")).collect::<String>();
            let rung = sum.rung.map_or_else(|| "budget".to_owned(), |rung| rung.to_string());
            format!("{} {rung}{date}: {}", served.id, joined(&sum.amount, " / "))
        };
        served.money.iter().map(sum)
    });
    let assessed = |one: &Assessed| {
        let value = one.value.iter().map(ToString::to_string);
        let said = one.verdict.iter().cloned().chain(value);
        let units = [one.unit_of.as_str(), one.done.as_str()];
        let units = units.into_iter().filter(|text| !text.is_empty()).map(str::to_owned);
        let said: Vec<String> = said.chain(units).collect();
        format!("{}: {} ({})", one.of, said.join(" "), one.assessor.id)
    };
    let reported =
        row.reported.iter().map(|one| format!("{}: {} ({})", one.of, one.status, one.date));
    vec![
        row.id.clone(),
        row.truth.to_string(),
        row.label.clone(),
        row.form.map(|form| form.to_string()).unwrap_or_default(),
        named(&row.pillar),
        named(&row.instrument),
        text(&row.number),
        all(row.obligor.iter().map(|one| one.id.clone()).collect()),
        text(&row.made),
        text(&row.due),
        text(&row.derived.last_day),
        row.derived.status.to_string(),
        row.derived.truth.to_string(),
        all(row.derived.lacking.iter().map(|lacking| lacking.to_string()).collect()),
        all(reported.collect()),
        all(row.assessed.iter().map(assessed).collect()),
        all(target.collect()),
        all(row.served_by.iter().map(served).collect()),
        all(money.collect()),
        all(row.disagreement.iter().map(|one| one.text.clone()).collect()),
        text(&row.restates),
        text(&row.last_word),
        sources(row.every_cite()),
    ]
}

/// A value, or nothing.
fn text(value: &Option<impl std::fmt::Display>) -> String {
    value.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// Values with something between them.
fn joined(values: &[impl std::fmt::Display], between: &str) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
}

/// The ids of sources, each once, in order of use.
fn sources<'c>(cites: impl Iterator<Item = &'c Struct<'static>>) -> String {
    let mut ids: Vec<&str> = Vec::new();
    for id in cites.filter_map(|cite| cite.leaf("source")) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.join(" ")
}
