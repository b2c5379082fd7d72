//! Levels: at, above or below a number; one against another; the first or largest; sums of parts.

use std::rc::Rc;

use super::figures::Key;
use super::multiple::unit_text;
use super::pairs::{Level, Levels, joined, pairs};
use super::reading::{Reading, power_for};
use super::when::years_of;
use super::{Case, Finding};
use crate::model::{Figure, Per, Sense, Test};
use crate::value::{Fit, Interval, Number, Quantity, Span};

pub(super) fn find(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let (value, figure) = (test.value.as_ref()?, test.figure.as_ref()?);
    let (key, allowed) = (Key::of(figure)?, test.allowed()?);
    let when = case.periods(test);
    let mut finding = Finding::default();
    if when.period.is_empty() {
        finding.missing.push(case.told.said_when());
    }
    for (periods, is_since) in [(&when.period, false), (&when.since, true)] {
        for period in periods {
            let mut readings = Vec::new();
            for (reporter, level) in case.of_each(figure, &key, period, value.unit(), test.per) {
                readings.push(case.at_level(allowed, value, &level, &reporter, period));
            }
            match (readings.is_empty(), is_since) {
                (true, false) => finding.missing.push(case.lacks(&key, period)),
                (_, false) => finding.reading.extend(readings),
                (_, true) => finding.since.extend(readings),
            }
        }
    }
    Some(finding)
}

impl Case<'_, '_> {
    /// Every level of a key in a period, by reporter; with `whole`, the sum of its years where no sum is printed.
    pub(super) fn of_each(
        &self,
        figure: &Figure,
        key: &Key,
        period: &Span,
        unit: Option<&str>,
        per: Option<Per>,
    ) -> Vec<(String, Level)> {
        let only = figure.reporter.as_ref().map(|id| id.as_str());
        let mut all = Vec::new();
        for reporter in self.figures.reporters(key, only) {
            let levels = self.levels(key, &reporter, period, unit);
            let mut of_reporter: Vec<Level> = levels.all().into_iter().cloned().collect();
            if per == Some(Per::Whole) && of_reporter.is_empty() {
                of_reporter = self.over_years(key, &reporter, period, unit);
            }
            all.extend(of_reporter.into_iter().map(|level| (reporter.clone(), level)));
        }
        all
    }

    /// The sums of yearly levels, one for each way of counting that all years have.
    pub(super) fn over_years(
        &self,
        key: &Key,
        reporter: &str,
        period: &Span,
        unit: Option<&str>,
    ) -> Vec<Level> {
        let mut sums: Vec<Level> = Vec::new();
        for (at, year) in years_of(period, self.day).iter().enumerate() {
            let levels = self.levels(key, reporter, year, unit);
            let levels: Vec<Level> = levels.all().into_iter().cloned().collect();
            sums = match at {
                0 => levels,
                _ => {
                    let alike = |a: &Level, b: &Level| {
                        a.counted == b.counted && a.tables.first() == b.tables.first()
                    };
                    let add = |sum: &Level| {
                        levels
                            .iter()
                            .find(|level| alike(sum, level))
                            .and_then(|level| sum.plus(level))
                    };
                    sums.iter().filter_map(add).collect()
                }
            };
        }
        sums
    }

    /// A level beside what is said of it.
    pub(super) fn at_level(
        &self,
        allowed: Interval,
        value: &Quantity,
        level: &Level,
        reporter: &str,
        period: &Span,
    ) -> Reading {
        let power = power_for([level.number].into_iter());
        let reading = joined(self, Reading::of(allowed, level.amount, power), &[level], reporter);
        Reading {
            period: Some(period.clone()),
            unit: unit_text(self, value.unit(), power),
            arithmetic: level.text(power),
            ..reading
        }
    }
}

/// Parts that add up to a number: each part of one reporter, in the finest way that it has.
pub(super) fn sum(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let value = test.value.as_ref()?;
    let allowed = test.allowed()?;
    let keys: Option<Vec<Key>> = test.item.iter().map(Key::of).collect();
    let keys = keys.filter(|keys| !keys.is_empty())?;
    let only = test.item.first().and_then(|item| item.reporter.as_ref());
    let reporters = case.figures.reporters(&keys[0], only.map(|id| id.as_str()));
    let mut finding = Finding::default();
    for period in &test.period {
        let before = finding.reading.len();
        for reporter in &reporters {
            let mut sum: Option<Level> = None;
            let mut whole = true;
            for key in &keys {
                let levels = case.levels(key, reporter, period, value.unit());
                let finest = levels.all().into_iter().min_by_key(|level| level.amount.width());
                sum = match (finest, sum.take()) {
                    (Some(level), None) => Some(level.clone()),
                    (Some(level), Some(sum)) => sum.plus(level),
                    (None, _) => None,
                };
                whole &= sum.is_some();
                if !whole {
                    break;
                }
            }
            if let Some(level) = sum.filter(|_| whole) {
                finding.reading.push(case.at_level(allowed, value, &level, reporter, period));
            }
        }
        if finding.reading.len() == before {
            finding.missing.extend(keys.iter().map(|key| case.lacks(key, period)));
        }
    }
    Some(finding)
}

/// One level above or below another of the same reporter.
pub(super) fn compare(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let (figure, of) = (test.figure.as_ref()?, test.of.as_ref()?);
    let (key, other) = (Key::of(figure)?, Key::of(of)?);
    let allowed = side(test.sense?)?;
    let when = case.periods(test);
    let mut finding = Finding::default();
    for (periods, is_since) in [(&when.period, false), (&when.since, true)] {
        for period in periods {
            let mut readings = Vec::new();
            let only = figure.reporter.as_ref().map(|id| id.as_str());
            for reporter in case.figures.reporters(&key, only) {
                let a = case.levels(&key, &reporter, period, None);
                let b = case.levels(&other, &reporter, period, None);
                for (a, b) in pairs(&a, &b).into_iter().filter(|(a, b)| a.unit == b.unit) {
                    let Some(gap) = a.amount.checked_sub(b.amount) else { continue };
                    let power = power_for([a.number, b.number].into_iter());
                    let reading =
                        joined(case, Reading::of(allowed, gap, power), &[a, b], &reporter);
                    readings.push(Reading {
                        period: Some(period.clone()),
                        unit: unit_text(case, a.unit.as_deref(), power),
                        arithmetic: format!("{} − {}", a.text(power), b.text(power)),
                        ..reading
                    });
                }
            }
            match (readings.is_empty(), is_since) {
                (true, false) => {
                    finding.missing.extend([case.lacks(&key, period), case.lacks(&other, period)])
                }
                (_, false) => finding.reading.extend(readings),
                (_, true) => finding.since.extend(readings),
            }
        }
    }
    Some(finding)
}

/// Where a difference lies that goes one way.
fn side(sense: Sense) -> Option<Interval> {
    match sense {
        Sense::Above => Some(Interval::above(Number::ZERO)),
        Sense::Below => Some(Interval::below(Number::ZERO)),
        Sense::First => None,
    }
}

/// The largest, smallest or first of its kind: against every earlier year that the reporter gives. A year that lacks leaves
/// it open.
pub(super) fn superlative(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let (figure, sense) = (test.figure.as_ref()?, test.sense?);
    let key = Key::of(figure)?;
    let only = figure.reporter.as_ref().map(|id| id.as_str());
    let unit = test.value.as_ref().and_then(|value| value.unit());
    let when = case.periods(test);
    let mut finding = Finding::default();
    for period in &when.period {
        let before = finding.reading.len();
        let last = period.bounds().start_first.year();
        for reporter in case.figures.reporters(&key, only) {
            let own = case.levels(&key, &reporter, period, unit);
            for level in own.all() {
                let first = test.since.as_ref().map(|since| since.first().year());
                let Some(first) = first.or_else(|| case.first_year(&key, &reporter, level, unit))
                else {
                    continue;
                };
                let worst = case.against_earlier(test, &key, &reporter, level, first..last);
                let (other, year) = match worst {
                    Ok(Some(worst)) => worst,
                    Ok(None) => continue,
                    Err(year) => {
                        // Each way of counting may lack the same.
                        let lacks = case.lacks(&key, &year);
                        if !finding.missing.contains(&lacks) {
                            finding.missing.push(lacks);
                        }
                        continue;
                    }
                };
                let power = power_for([level.number, other.number].into_iter());
                let (allowed, found) = match (&test.value, sense) {
                    // The first above a number: it is, and the highest before is not.
                    (Some(value), Sense::First) => (value.allowed_in(0)?, level.amount),
                    (_, Sense::Below) => {
                        (Interval::below(Number::ZERO), level.amount.checked_sub(other.amount)?)
                    }
                    _ => (Interval::above(Number::ZERO), level.amount.checked_sub(other.amount)?),
                };
                let mut reading =
                    joined(case, Reading::of(allowed, found, power), &[level, &other], &reporter);
                if let (Some(value), Sense::First) = (&test.value, sense) {
                    let earlier = other.amount.fits(value.allowed_in(0)?);
                    reading.fit = match (reading.fit, earlier) {
                        (fit, Fit::Outside) => fit,
                        (_, Fit::Inside) => Fit::Outside,
                        _ => Fit::Overlapping,
                    };
                }
                finding.reading.push(Reading {
                    base: Some(year),
                    period: Some(period.clone()),
                    unit: unit_text(case, level.unit.as_deref(), power),
                    arithmetic: format!("{} − {}", level.text(power), other.text(power)),
                    ..reading
                });
            }
        }
        if finding.reading.len() == before && finding.missing.is_empty() {
            finding.missing.push(case.lacks(&key, period));
        }
    }
    Some(finding)
}

impl Case<'_, '_> {
    /// The first year that a reporter gives in the same way.
    fn first_year(
        &self,
        key: &Key,
        reporter: &str,
        like: &Level,
        unit: Option<&str>,
    ) -> Option<i32> {
        let first = self.figures.first_year()?.max(1900);
        let years = (first..self.day.year()).filter_map(super::when::year);
        let mut years = years.filter(|year| self.like(key, reporter, year, like, unit).is_some());
        years.next().map(|year| year.bounds().start_first.year())
    }

    /// The level of a year that is counted as another one is: those of the year, and its place among them.
    fn like(
        &self,
        key: &Key,
        reporter: &str,
        year: &Span,
        like: &Level,
        unit: Option<&str>,
    ) -> Option<(Rc<Levels>, usize)> {
        let levels = self.levels(key, reporter, year, unit);
        let is_like = |level: &&Level| level.counted == like.counted && level.tables == like.tables;
        let at = levels.all().iter().position(is_like)?;
        Some((levels, at))
    }

    /// Of some earlier years the one that comes nearest to refuting it.
    ///
    /// # Errors
    /// The first year that lacks.
    fn against_earlier(
        &self,
        test: &Test,
        key: &Key,
        reporter: &str,
        level: &Level,
        years: std::ops::Range<i32>,
    ) -> Result<Option<(Level, Span)>, Span> {
        let unit = test.value.as_ref().and_then(|value| value.unit());
        let mut worst: Option<(Number, Rc<Levels>, usize, Span)> = None;
        for year in years.filter_map(super::when::year) {
            let Some((levels, at)) = self.like(key, reporter, &year, level, unit) else {
                return Err(year);
            };
            let number = levels.all()[at].number;
            let is_worse = worst.as_ref().is_none_or(|(worst, ..)| match test.sense {
                Some(Sense::Below) => number < *worst,
                _ => number > *worst,
            });
            if is_worse {
                worst = Some((number, levels, at, year));
            }
        }
        Ok(worst.map(|(_, levels, at, year)| (levels.all()[at].clone(), year)))
    }
}
