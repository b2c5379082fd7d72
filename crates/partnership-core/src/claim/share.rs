//! Shares: a part in a whole of the same reporter, or as a reporter prints it.

use super::figures::Key;
use super::multiple::shares;
use super::pairs::joined;
use super::reading::{Reading, power_for};
use super::{Case, Finding};
use crate::model::Test;
use crate::value::{Interval, Span};

pub(super) fn find(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let (figure, whole) = (test.figure.as_ref()?, test.of.as_ref()?);
    let (part, of) = (Key::of(figure)?, Key::of(whole)?);
    let allowed = test.allowed()?;
    let only = figure.reporter.as_ref().map(|id| id.as_str());
    let reporters = case.figures.reporters(&part, only);
    let when = case.periods(test);
    let mut finding = Finding::default();
    if when.period.is_empty() {
        finding.missing.push(case.told.said_when());
    }
    for (periods, is_since) in [(&when.period, false), (&when.since, true)] {
        for period in periods {
            let mut readings = Vec::new();
            for reporter in &reporters {
                readings.extend(computed(case, (&part, &of), reporter, period, allowed));
                readings.extend(printed(case, (&part, &of), reporter, period, allowed));
            }
            match (readings.is_empty(), is_since) {
                (true, false) => {
                    for key in [&part, &of] {
                        let held = |reporter: &String| {
                            !case.levels(key, reporter, period, None).is_empty()
                        };
                        if !reporters.iter().any(held) {
                            finding.missing.push(case.lacks(key, period));
                        }
                    }
                }
                (_, false) => finding.reading.extend(readings),
                (_, true) => finding.since.extend(readings),
            }
        }
    }
    Some(finding)
}

fn computed(
    case: &Case<'_, '_>,
    (part, of): (&Key, &Key),
    reporter: &str,
    period: &Span,
    allowed: Interval,
) -> Vec<Reading> {
    let part = case.levels(part, reporter, period, None);
    let whole = case.levels(of, reporter, period, None);
    let readings = shares(&part, &whole).into_iter().map(|(part, whole, share)| {
        let power = power_for([part.number].into_iter());
        let reading = joined(case, Reading::of(allowed, share, 0), &[&part, &whole], reporter);
        Reading {
            period: Some(period.clone()),
            unit: Some("%".to_owned()),
            arithmetic: format!(
                "{} / {}{}",
                part.text(power),
                whole.text(power),
                case.in_unit(&part, power)
            ),
            ..reading
        }
    });
    readings.collect()
}

/// The share as the reporter prints it, where the whole is all that the area has.
fn printed(
    case: &Case<'_, '_>,
    (part, of): (&Key, &Key),
    reporter: &str,
    period: &Span,
    allowed: Interval,
) -> Vec<Reading> {
    if of.counterpart.is_some() || of.area != part.area || of.measure != part.measure {
        return Vec::new();
    }
    let mut readings = Vec::new();
    for measure in case.figures.measure(&part.measure).shares {
        let key = part.with_measure(&measure);
        for (at, table) in case.figures.tables(&measure, "share", Some(reporter)) {
            for row in case.figures.rows(table, &key, period) {
                let Some(level) = case.level(at, table, row) else { continue };
                let reading =
                    joined(case, Reading::of(allowed, level.amount, 0), &[&level], reporter);
                readings.push(Reading {
                    period: Some(period.clone()),
                    unit: Some("%".to_owned()),
                    arithmetic: case.told.printed_growth(),
                    ..reading
                });
            }
        }
    }
    readings
}
