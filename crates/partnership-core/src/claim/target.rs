//! Whether a target is met: by the figures of each reporter in the year of its deadline, or by results that are counted.

use super::reading::Reading;
use super::{Case, Finding, level};
use crate::describe::{Shaped, Struct};
use crate::model::{Reached, Target, Test, TestKind};
use crate::value::{Hedge, Interval, Quantity};
use crate::view::{Verdict, Why};

pub(super) fn find(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let id = test.commitment.as_ref().map(|id| id.as_str());
    let id = id.or(test.record.as_ref().map(|id| id.as_str()))?;
    let record = case.view.dataset().tree(case.view.dataset().find(id)?);
    let shown = case.view.lens().shown(&record);
    let wanted = |target: &Target| test.value.is_none() || target.value == test.value;
    let mut finding = Finding::default();
    for tree in shown.parts("target") {
        let Some(target) =
            Target::read(&crate::describe::Node::Struct(tree.clone())).filter(wanted)
        else {
            continue;
        };
        let found = case.scored(&shown, &target)?;
        finding.reading.extend(found.reading);
        finding.missing.extend(found.missing);
    }
    Some(finding)
}

impl Case<'_, '_> {
    fn scored(&self, record: &Struct<'_>, target: &Target) -> Option<Finding> {
        let (value, by) = (target.value.as_ref()?, target.by.as_ref());
        let Some(by) = by.filter(|by| by.last() < self.day) else {
            let by = by.map(ToString::to_string).unwrap_or_default();
            return Some(Finding::lacking(self.told.pending(&by)));
        };
        let reached = reached_by(value)?;
        if let Some(figure) = &target.figure {
            let period = vec![by.clone().into()];
            let value =
                format!("{}{}", if value.hedge() == Hedge::Exact { ">=" } else { "" }, value);
            let value = value.parse().ok();
            let test = Test {
                kind: Some(TestKind::Threshold),
                figure: Some(figure.clone()),
                period,
                value,
                ..Test::default()
            };
            return level::find(self, &test);
        }
        let mut finding = Finding::default();
        for tree in record.parts("result") {
            let Some(result) = Reached::read(&crate::describe::Node::Struct(tree.clone())) else {
                continue;
            };
            let counted = result.value.filter(|counted| counted.unit() == value.unit());
            let days = result.span.map(|span| span.bounds());
            let is_last = days.is_some_and(|days| days.end_last >= by.first());
            let amount = counted.as_ref().and_then(|counted| counted.allowed_in(0));
            let (Some(found), Some(mut evidence), true) = (amount, self.witness(record), is_last)
            else {
                continue;
            };
            evidence.cite = self.own.others(self.view.dataset(), tree.parts("cite"));
            if evidence.cite.is_empty() {
                continue;
            }
            let reading = Reading {
                evidence: vec![evidence],
                period: Some(by.clone().into()),
                ..Reading::of(reached, found, 0)
            };
            let vague = days.is_none_or(|days| days.qualified);
            finding.reading.push(reading.unsure(if vague {
                Verdict::maybe(Why::FactDate)
            } else {
                Verdict::YES
            }));
        }
        if finding.reading.is_empty() {
            finding.missing.push(self.told.last_count(&by.to_string()));
        }
        Some(finding)
    }
}

/// The numbers that reach an aim: one of N is reached at N or more.
fn reached_by(value: &Quantity) -> Option<Interval> {
    match value.hedge() {
        Hedge::Above | Hedge::Below | Hedge::AtMost => value.allowed_in(0),
        _ => value.value().map(Interval::at_least),
    }
}
