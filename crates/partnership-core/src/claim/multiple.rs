//! Multiples, growth and differences: one level against an earlier one of the same reporter.

use std::ops::Bound;

use super::figures::Key;
use super::pairs::{Level, Levels, joined, pairs};
use super::reading::{Reading, power_for};
use super::{Case, Finding};
use crate::model::{Sense, Test, TestKind};
use crate::value::{Fit, Interval, Number, Span};

/// What a test of change compares: figures of a key, shares of one key in another, or what goes into a fund.
enum Of<'t> {
    Figure(Key),
    Share(Key, Key),
    Fund(&'t Test),
}

/// What the record says of a base and an end, in each way that they go together.
struct Change {
    found: Interval,
    arithmetic: String,
    levels: Vec<Level>,
}

pub(super) fn find(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let value = test.value.as_ref()?;
    let allowed = allowed(test)?;
    let of = match (&test.fund, &test.figure, &test.of) {
        (Some(_), _, _) => Of::Fund(test),
        (None, Some(figure), Some(whole)) => Of::Share(Key::of(figure)?, Key::of(whole)?),
        (None, Some(figure), None) => Of::Figure(Key::of(figure)?),
        _ => return None,
    };
    let unit = value.unit().filter(|unit| !["%", "points"].contains(unit));
    let reporters = reporters(case, test, &of);
    let mut finding = Finding::default();
    for base in &test.base {
        let when = case.ends(test, base);
        if when.period.is_empty() {
            finding.missing.push(case.told.said_when());
        }
        for (periods, is_since) in [(&when.period, false), (&when.since, true)] {
            for end in periods {
                let mut readings = Vec::new();
                for reporter in &reporters {
                    let readings_of = |change: Change| {
                        let power = match unit {
                            Some(_) => power_for(change.levels.iter().map(|level| level.number)),
                            None => 0,
                        };
                        let levels: Vec<&Level> = change.levels.iter().collect();
                        let reading = joined(
                            case,
                            Reading::of(allowed, change.found, power),
                            &levels,
                            reporter,
                        );
                        Reading {
                            base: Some(base.clone()),
                            period: Some(end.clone()),
                            unit: unit_text(case, value.unit(), power),
                            arithmetic: change.arithmetic,
                            ..reading
                        }
                    };
                    let changes = changes(case, test, &of, reporter, (base, end), unit);
                    readings.extend(changes.into_iter().map(readings_of));
                    readings.extend(printed_growth(
                        case,
                        test,
                        &of,
                        reporter,
                        (base, end),
                        allowed,
                    ));
                }
                match (readings.is_empty(), is_since) {
                    (true, false) => {
                        finding.missing.extend(lacking(case, &of, &reporters, base, end, unit))
                    }
                    (_, false) => finding.reading.extend(readings),
                    (_, true) => finding.since.extend(readings),
                }
            }
        }
    }
    let mut told: Vec<String> = Vec::new();
    finding.missing.retain(|missing| {
        !told.contains(missing) && {
            told.push(missing.clone());
            true
        }
    });
    Some(finding)
}

/// What the words allow; of a fall its negative.
fn allowed(test: &Test) -> Option<Interval> {
    let allowed = test.allowed()?;
    let falls = test.sense == Some(Sense::Below) && test.kind != Some(TestKind::Multiple);
    Some(if falls { -allowed } else { allowed })
}

/// The unit of both intervals, with the power of ten in which they are told.
pub(super) fn unit_text(case: &Case<'_, '_>, unit: Option<&str>, power: i8) -> Option<String> {
    let text = crate::answer::amount_in(
        &format!("1e{power}"),
        0,
        unit.unwrap_or_default(),
        case.told.lang(),
    );
    let text = text.trim_start_matches('1').trim_start();
    (!text.is_empty()).then(|| text.to_owned())
}

impl Case<'_, '_> {
    /// The unit of the numbers of a calculation, in parentheses.
    pub(super) fn in_unit(&self, of: &Level, power: i8) -> String {
        let unit = unit_text(self, of.unit.as_deref(), power);
        unit.map(|unit| format!(" ({unit})")).unwrap_or_default()
    }
}

fn reporters(case: &Case<'_, '_>, test: &Test, of: &Of<'_>) -> Vec<String> {
    let only = test.figure.as_ref().and_then(|figure| figure.reporter.as_ref());
    match of {
        Of::Figure(key) | Of::Share(key, _) => {
            case.figures.reporters(key, only.map(|id| id.as_str()))
        }
        // What goes into a fund is as sources tell it: one account of it, whoever counted.
        Of::Fund(_) => vec![String::new()],
    }
}

fn changes(
    case: &Case<'_, '_>,
    test: &Test,
    of: &Of<'_>,
    reporter: &str,
    (base, end): (&Span, &Span),
    unit: Option<&str>,
) -> Vec<Change> {
    let kind = test.kind;
    match of {
        Of::Figure(key) => {
            let from = case.levels(key, reporter, base, unit);
            let to = case.levels(key, reporter, end, unit);
            let pairs = pairs(&from, &to).into_iter();
            pairs.filter_map(|(from, to)| change(case, kind, from, to)).collect()
        }
        Of::Fund(test) => {
            let (from, to) = (case.of_fund(test, base, true), case.of_fund(test, end, false));
            let pairs = from.iter().flat_map(|from| to.iter().map(move |to| (from, to)));
            pairs.filter_map(|(from, to)| change(case, kind, from, to)).collect()
        }
        Of::Share(part, whole) => {
            let shares = |period: &Span| {
                let (part, whole) = (
                    case.levels(part, reporter, period, None),
                    case.levels(whole, reporter, period, None),
                );
                shares(&part, &whole)
            };
            let (from, to) = (shares(base), shares(end));
            let alike = |a: &(Level, Level, Interval), b: &(Level, Level, Interval)| {
                a.0.counted == b.0.counted && a.1.counted == b.1.counted && a.0.tables == b.0.tables
            };
            let pairs = from
                .iter()
                .flat_map(|a| to.iter().filter(move |b| alike(a, b)).map(move |b| (a, b)));
            let change = |(a, b): (&(Level, Level, Interval), &(Level, Level, Interval))| {
                let power = power_for([a.0.number, b.0.number].into_iter());
                let part = |of: &(Level, Level, Interval)| {
                    format!("{} / {}", of.0.text(power), of.1.text(power))
                };
                let (later, before, unit) = (part(b), part(a), case.in_unit(&a.0, power));
                let (found, arithmetic) = match kind? {
                    TestKind::Growth => {
                        (growth(b.2, a.2)?, format!("({later}) / ({before}) − 1{unit}"))
                    }
                    TestKind::Multiple => {
                        (b.2.checked_div(a.2)?, format!("({later}) / ({before}){unit}"))
                    }
                    _ => (b.2.checked_sub(a.2)?, format!("{later} − {before}{unit}")),
                };
                let levels = vec![a.0.clone(), a.1.clone(), b.0.clone(), b.1.clone()];
                Some(Change { found, arithmetic, levels })
            };
            pairs.filter_map(change).collect()
        }
    }
}

/// Each part with its whole, in per cent.
pub(super) fn shares(part: &Levels, whole: &Levels) -> Vec<(Level, Level, Interval)> {
    let share = |(part, whole): (&Level, &Level)| {
        let hundred = Interval::exactly(Number::from(100_u32));
        let share = part.amount.checked_div(whole.amount)?.checked_mul(hundred)?;
        (part.unit == whole.unit).then(|| (part.clone(), whole.clone(), share))
    };
    pairs(part, whole).into_iter().filter_map(share).collect()
}

/// What became of one level in another of the same unit: the multiple, the growth in per cent, or the difference.
fn change(case: &Case<'_, '_>, kind: Option<TestKind>, from: &Level, to: &Level) -> Option<Change> {
    if from.unit != to.unit {
        return None;
    }
    let power = power_for([from.number, to.number].into_iter());
    let (a, b, unit) = (to.text(power), from.text(power), case.in_unit(to, power));
    let (found, arithmetic) = match kind? {
        TestKind::Difference => (to.amount.checked_sub(from.amount)?, format!("{a} − {b}")),
        TestKind::Growth => (growth(to.amount, from.amount)?, format!("{a} / {b} − 1{unit}")),
        _ => (to.amount.checked_div(from.amount)?, format!("{a} / {b}{unit}")),
    };
    Some(Change { found, arithmetic, levels: vec![from.clone(), to.clone()] })
}

/// By how many per cent one number is above another.
fn growth(to: Interval, from: Interval) -> Option<Interval> {
    let one = Interval::exactly(Number::from(1_u32));
    let hundred = Interval::exactly(Number::from(100_u32));
    to.checked_div(from)?.checked_sub(one)?.checked_mul(hundred)
}

/// Growth over the year before, as the reporter prints it.
fn printed_growth(
    case: &Case<'_, '_>,
    test: &Test,
    of: &Of<'_>,
    reporter: &str,
    (base, end): (&Span, &Span),
    allowed: Interval,
) -> Vec<Reading> {
    let (Some(TestKind::Growth), Of::Figure(key)) = (test.kind, of) else { return Vec::new() };
    if end.bounds().start_first.year() != base.bounds().start_first.year().saturating_add(1) {
        return Vec::new();
    }
    let mut readings = Vec::new();
    for way in case.figures.ways(key) {
        for (at, table) in case.figures.tables(&way.measure, "growth", Some(reporter)) {
            for row in case.figures.rows(table, &way, end) {
                let Some(level) = case.level(at, table, row) else { continue };
                let reading =
                    joined(case, Reading::of(allowed, level.amount, 0), &[&level], reporter);
                let arithmetic = case.told.printed_growth();
                let (base, period) = (Some(base.clone()), Some(end.clone()));
                readings.push(Reading {
                    base,
                    period,
                    unit: Some("%".to_owned()),
                    arithmetic,
                    ..reading
                });
            }
        }
    }
    readings
}

/// What a reading of a base and an end would need.
fn lacking(
    case: &Case<'_, '_>,
    of: &Of<'_>,
    reporters: &[String],
    base: &Span,
    end: &Span,
    unit: Option<&str>,
) -> Vec<String> {
    let keys: Vec<&Key> = match of {
        Of::Figure(key) => vec![key],
        Of::Share(part, whole) => vec![part, whole],
        Of::Fund(test) => {
            let is_empty =
                |period: &&&Span| case.of_fund(test, period, **period == base).is_empty();
            let name = test.fund.as_ref().and_then(|fund| case.view.name_of(fund.as_str()));
            let name = name.unwrap_or_default();
            return [base, end]
                .iter()
                .filter(is_empty)
                .map(|period| case.told.level_of_fund(&name, period))
                .collect();
        }
    };
    let mut missing = Vec::new();
    for key in keys {
        for period in [base, end] {
            let held = |reporter: &&String| !case.levels(key, reporter, period, unit).is_empty();
            if reporters.iter().find(held).is_none() {
                missing.push(case.lacks(key, period));
            }
        }
    }
    // Each is held, but by no one reporter together.
    if missing.is_empty() {
        missing.extend(keys_of(of).into_iter().map(|key| case.lacks(key, end)));
    }
    missing
}

fn keys_of<'o>(of: &'o Of<'_>) -> Vec<&'o Key> {
    match of {
        Of::Figure(key) => vec![key],
        Of::Share(part, whole) => vec![part, whole],
        Of::Fund(_) => Vec::new(),
    }
}

/// Growth a year, on average over some years: tested without roots, by what the base would have become.
pub(super) fn mean(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let (over, key) = (test.over.as_ref()?, Key::of(test.figure.as_ref()?)?);
    let allowed = allowed(test)?;
    let (base, end) = (point(over, true)?, point(over, false)?);
    let steps = end.bounds().start_first.year() - base.bounds().start_first.year();
    let only = test.figure.as_ref().and_then(|figure| figure.reporter.as_ref());
    let mut finding = Finding::default();
    for reporter in case.figures.reporters(&key, only.map(|id| id.as_str())) {
        let from = case.levels(&key, &reporter, &base, None);
        let to = case.levels(&key, &reporter, &end, None);
        for (from, to) in pairs(&from, &to) {
            let Some(found) =
                from.unit.eq(&to.unit).then(|| mean_of(from.amount, to.amount, steps)).flatten()
            else {
                continue;
            };
            let power = power_for([from.number, to.number].into_iter());
            let reading = joined(case, Reading::of(allowed, found, 0), &[from, to], &reporter);
            finding.reading.push(Reading {
                base: Some(base.clone()),
                period: Some(end.clone()),
                unit: Some("%".to_owned()),
                arithmetic: format!("({} / {})^(1/{steps}) − 1", to.text(power), from.text(power)),
                ..reading
            });
        }
    }
    if finding.reading.is_empty() {
        let lacks = [&base, &end].map(|period| case.lacks(&key, period));
        finding.missing.extend(lacks);
    }
    Some(finding)
}

fn point(over: &Span, first: bool) -> Option<Span> {
    let end = if first { over.start() } else { over.end() };
    end.point().cloned().map(Span::from)
}

/// Decimals of a per cent to which mean growth is worked out.
const DECIMALS: u32 = 5;

/// The least and greatest yearly growth in per cent that lead from one level to the other in so many steps.
pub(super) fn mean_of(from: Interval, to: Interval, steps: i32) -> Option<Interval> {
    let ratio = to.checked_div(from)?;
    let edge = |end: Bound<Number>, up: bool| match end {
        Bound::Included(ratio) | Bound::Excluded(ratio) => {
            let (below, above) = root(ratio, steps)?;
            Some(Bound::Included(Number::new(
                i128::from(if up { above } else { below }),
                DECIMALS,
            )?))
        }
        Bound::Unbounded => Some(Bound::Unbounded),
    };
    Interval::new(edge(ratio.low(), false)?, edge(ratio.high(), true)?)
}

/// The two growths next to each other, in units of the last decimal, between which a ratio is reached in so many steps.
fn root(ratio: Number, steps: i32) -> Option<(i64, i64)> {
    let unit = 10_i64.pow(DECIMALS);
    let is_above = |growth: i64| {
        let factor = Number::new(i128::from(100 * unit + growth), DECIMALS + 2)?;
        let mut grown = Interval::exactly(Number::from(1_u32));
        for _ in 0..steps {
            // What takes too many digits is far above any ratio of two figures.
            let Some(next) = grown.checked_mul(Interval::exactly(factor)) else {
                return Some(true);
            };
            grown = next.outward(Interval::DECIMALS);
        }
        Some(grown.fits(Interval::above(ratio)) == Fit::Inside)
    };
    let (mut below, mut above) = (-100 * unit, 1_000 * unit);
    while above - below > 1 {
        let middle = below + (above - below) / 2;
        if is_above(middle)? { above = middle } else { below = middle }
    }
    Some((below, above))
}
