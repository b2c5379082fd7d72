//! Whether a target is met: by every figure that each reporter gives of the year that decides it; by what was paid or counted.

use super::figures::Key;
use super::multiple::unit_text;
use super::reading::{CountedAs, Evidence, Reading};
use super::when::year;
use super::{Case, Finding};
use crate::describe::Struct;
use crate::model::{Figure, Target, Test};
use crate::promise::{Aim, Score, Scoring, TargetResult, aim_of};
use crate::value::Fit;
use crate::view::Verdict;

pub(super) fn find(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let id = test.commitment.as_ref().map(|id| id.as_str());
    let id = id.or(test.record.as_ref().map(|id| id.as_str()))?;
    let record = case.view.dataset().tree(case.view.dataset().find(id)?);
    let shown = case.view.lens().shown(&record);
    let wanted = |target: &Target| test.value.is_none() || target.value == test.value;
    let mut finding = Finding::default();
    for tree in shown.parts("target") {
        let Some((target, aim)) = aim_of(tree).filter(|(target, _)| wanted(target)) else {
            continue;
        };
        let passed = aim.has_passed(case.day);
        let found = match (&target.figure, passed == Verdict::NO) {
            (_, true) => {
                let by = aim.by.as_ref().map(ToString::to_string).unwrap_or_default();
                Finding::lacking(case.told.pending(&by))
            }
            (Some(figure), false) => case.by_figures(figure, &aim, passed)?,
            (None, false) => case.by_scores(&shown, tree, &aim),
        };
        finding.reading.extend(found.reading);
        finding.missing.extend(found.missing);
    }
    Some(finding)
}

impl Case<'_, '_> {
    /// Every level that a reporter gives of the deciding year is a reading.
    fn by_figures(&self, figure: &Figure, aim: &Aim, passed: Verdict) -> Option<Finding> {
        let (key, period) = (Key::of(figure)?, year(aim.deciding_year()?)?);
        let mut finding = Finding::default();
        for (reporter, level) in self.of_each(figure, &key, &period, aim.value.unit(), None) {
            let is_bare = level.counted == CountedAs::Printed && level.hedge.is_empty();
            let result = aim.is_reached(level.amount, is_bare.then_some(level.number));
            let reading = self.at_level(aim.reached_by, &aim.value, &level, &reporter, &period);
            finding.reading.push(Reading { fit: fit_of(result), ..reading }.unsure(passed));
        }
        if finding.reading.is_empty() {
            finding.missing.push(self.lacks(&key, &period));
        }
        Some(finding)
    }

    /// What was paid into a fund, or counted, as targets are scored.
    fn by_scores(&self, record: &Struct<'_>, target: &Struct<'_>, aim: &Aim) -> Finding {
        let scoring = Scoring::of(&self.view.moved(Some(self.day)));
        let mut finding = Finding::default();
        for score in scoring.scores(record, target) {
            match self.scored(&score, aim) {
                Some(reading) => finding.reading.push(reading),
                None if score.missing.is_empty() => finding.missing.push(self.told.no_test()),
                None => finding.missing.extend(score.missing),
            }
        }
        finding
    }

    /// A score as a reading; none where nothing decides it, or only the claimant tells of that.
    fn scored(&self, score: &Score, aim: &Aim) -> Option<Reading> {
        let measured = score.decided_by.as_ref()?;
        let mut evidence: Vec<Evidence> = Vec::new();
        for fact in &measured.fact {
            let cite = self.own.others(self.view.dataset(), fact.cite.iter());
            evidence.push(Evidence {
                record: fact.id.parse().ok()?,
                area: None,
                counterpart: Vec::new(),
                period: Some(fact.period.clone()),
                value: crate::answer::amount_in(&fact.value.to_string(), 0, "", self.told.lang()),
                cite: Some(cite).filter(|cite| !cite.is_empty())?,
            });
        }
        Some(Reading {
            period: Some(measured.period.clone()),
            unit: unit_text(self, aim.value.unit(), 0),
            arithmetic: measured.arithmetic.clone(),
            why: score.why.clone(),
            evidence,
            ..Reading::new(
                fit_of(score.result),
                aim.reached_by.to_string(),
                measured.amount.to_string(),
            )
        })
    }
}

fn fit_of(result: TargetResult) -> Fit {
    match result {
        TargetResult::Met => Fit::Inside,
        TargetResult::Missed => Fit::Outside,
        _ => Fit::Overlapping,
    }
}
