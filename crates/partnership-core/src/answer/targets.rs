//! Numeric targets, each with how it stands on the figures of every reporter.

use serde::Serialize;

use super::{Answer, Row};
use crate::describe::{Node, Struct};
use crate::model::{ClauseForm, Kind, Per, label};
use crate::promise::{Aim, Score, Scoring};
use crate::query::{Plan, QueryError, eval};
use crate::value::{Day, Interval, Quantity, Truth};
use crate::view::{Verdict, View, Why};

/// A number that is to be reached, of a commitment or a project, and how it stands on the day of the view.
#[derive(Clone, Debug, Serialize)]
pub struct TargetRow {
    /// How surely its record belongs to the answer.
    pub truth: Truth,
    /// Why not more surely.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<Why>,
    /// The kind of record that sets it: a commitment or a project.
    pub kind: &'static str,
    /// The record.
    pub id: String,
    /// The name of the record, in the language of the view.
    pub label: String,
    /// How much of a clause the commitment is; none of a project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<ClauseForm>,
    /// Which of the targets of its record it is, from 0.
    pub at: usize,
    /// What is to be reached, in the language of the view.
    pub what: String,
    /// The number, as written.
    pub value: String,
    /// The numbers that reach it.
    pub reached_by: Interval,
    /// By when, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The last day on which it is pending.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Day>,
    /// Whether it is of each year or of the whole.
    pub per: Per,
    /// From which number, where the source names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<String>,
    /// Whose duty it is.
    pub obligor: Vec<String>,
    /// The pillars of its record.
    pub pillar: Vec<String>,
    /// How it stands, on the figures of each reporter; one score without a reporter where none has figures.
    pub score: Vec<Score>,
    /// What supports the target itself.
    pub cite: Vec<Struct<'static>>,
}

impl View<'_> {
    /// The numeric targets of the commitments and projects that a query asks for, in the documented order, each scored on the
    /// figures of every reporter up to the day of the view: pending, met, missed, too close, or not in record.
    ///
    /// # Errors
    /// When the text breaks the grammar, or names a field or value that the record cannot have.
    pub fn targets(&self, text: &str) -> Result<Answer, QueryError> {
        let plan = Plan::parse(text, self.dataset())?;
        let scoring = Scoring::of(self);
        let mut rows = Vec::new();
        for (number, verdict) in eval::rows(self, &plan) {
            if matches!(self.dataset().kind(number), Kind::Commitment | Kind::Project) {
                rows.extend(
                    self.target_rows(&scoring, number, verdict).into_iter().map(Row::Target),
                );
            }
        }
        let answer = Answer::new(self, "targets", text, rows);
        if answer.rows().is_empty() {
            let asked =
                Plan::parse(&format!("target:any ({text})"), self.dataset()).unwrap_or(plan);
            return Ok(answer.because(super::envelope::why_empty(self, &asked)));
        }
        Ok(answer)
    }

    /// The targets of one record.
    pub(super) fn target_rows(
        &self,
        scoring: &Scoring<'_>,
        number: u32,
        verdict: Verdict,
    ) -> Vec<TargetRow> {
        let kind = self.dataset().kind(number);
        let lang = self.language().to_string();
        let record = self.lens().shown(&self.dataset().tree(number));
        let ids = |field: &str| {
            let ids = record.list(field).iter().filter_map(Node::as_str);
            ids.map(str::to_owned).collect::<Vec<_>>()
        };
        let rows = record.parts("target").enumerate().filter_map(|(at, target)| {
            let text = |field: &str| target.leaf(field).map(str::to_owned);
            let value: Quantity = target.leaf("value")?.parse().ok()?;
            let per: Per = target.leaf("per")?.parse().ok()?;
            let by = target.leaf("by").and_then(|by| by.parse().ok());
            let aim = Aim::new(value, by, per)?;
            Some(TargetRow {
                truth: verdict.truth,
                why: verdict.reasons().collect(),
                kind: kind.as_str(),
                id: self.dataset().id(number).to_owned(),
                label: label(&record, &lang).unwrap_or(self.dataset().id(number)).to_owned(),
                form: record.leaf("form").and_then(|form| form.parse().ok()),
                at,
                what: target
                    .get("what")
                    .and_then(|what| what.text(&lang))
                    .unwrap_or_default()
                    .to_owned(),
                value: text("value")?,
                reached_by: aim.reached_by,
                by: text("by"),
                last_day: aim.last_day(),
                per,
                baseline: text("baseline"),
                obligor: ids("obligor"),
                pillar: ids("pillar"),
                score: scoring.scores(&record, target),
                cite: target.parts("cite").cloned().map(Struct::into_owned).collect(),
            })
        });
        rows.collect()
    }
}

impl TargetRow {
    /// Every citation: of the target, then of the figures.
    pub(super) fn every_cite(&self) -> impl Iterator<Item = &Struct<'static>> {
        let measured =
            self.score.iter().flat_map(|score| score.decided_by.iter().chain(&score.latest));
        let facts = measured.flat_map(|measured| &measured.fact);
        self.cite.iter().chain(facts.flat_map(|fact| &fact.cite))
    }
}
