//! Numeric targets, each with how it stands on the figures of every reporter.

use partnership_derive::Described;

use super::{Answer, Row};
use crate::describe::Struct;
use crate::model::{ClauseForm, Kind, PartyId, Per, Pillar, label};
use crate::promise::{Aim, Score, Scoring, value};
use crate::query::{Plan, QueryError, eval};
use crate::value::{Day, Interval, Point, Quantity, Truth};
use crate::view::{Verdict, View, Why};

/// A number that is to be reached, of a commitment or a project, and how it stands on the day of the view.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct TargetRow {
    /// How surely its record belongs to the answer.
    #[described(required)]
    pub truth: Truth,
    /// Why not more surely.
    pub why: Vec<Why>,
    /// The kind of record that sets it: a commitment or a project.
    #[described(required)]
    pub kind: Kind,
    /// The record.
    #[described(required)]
    pub id: String,
    /// The name of the record, in the language of the view.
    #[described(required)]
    pub label: String,
    /// How much of a clause the commitment is; none of a project.
    pub form: Option<ClauseForm>,
    /// Which of the targets of its record it is, from 0.
    #[described(required)]
    pub at: usize,
    /// What is to be reached, in the language of the view.
    #[described(required)]
    pub what: String,
    /// The number, as written.
    #[described(required)]
    pub value: Quantity,
    /// The numbers that reach it.
    #[described(required)]
    pub reached_by: Interval,
    /// By when, as written.
    pub by: Option<Point>,
    /// The last day on which it is pending.
    pub last_day: Option<Day>,
    /// Whether it is of each year or of the whole.
    #[described(required)]
    pub per: Per,
    /// From which number, where the source names one.
    pub baseline: Option<Quantity>,
    /// Whose duty it is.
    pub obligor: Vec<PartyId>,
    /// The pillars of its record.
    pub pillar: Vec<Pillar>,
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
            let asked = Plan::among("target:any", text, self.dataset()).unwrap_or(plan);
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
        let record = self.shown(number);
        let rows = record.parts("target").enumerate().filter_map(|(at, target)| {
            let amount: Quantity = value(target, "value")?;
            let per: Per = value(target, "per")?;
            let by: Option<Point> = value(target, "by");
            let aim = Aim::new(amount.clone(), by.clone(), per)?;
            Some(TargetRow {
                truth: verdict.truth,
                why: verdict.reasons().collect(),
                kind,
                id: self.dataset().id(number).to_owned(),
                label: label(&record, &lang).unwrap_or(self.dataset().id(number)).to_owned(),
                form: value(&record, "form"),
                at,
                what: target
                    .get("what")
                    .and_then(|what| what.text(&lang))
                    .unwrap_or_default()
                    .to_owned(),
                value: amount,
                reached_by: aim.reached_by,
                by,
                last_day: aim.last_day(),
                per,
                baseline: value(target, "baseline"),
                obligor: value(&record, "obligor").unwrap_or_default(),
                pillar: value(&record, "pillar").unwrap_or_default(),
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
