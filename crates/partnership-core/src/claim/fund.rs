//! Money of a fund: its level in a year, or a sum over years. A pledge is not a payment.

use super::multiple::unit_text;
use super::pairs::{Level, joined};
use super::reading::{CountedAs, Evidence, Reading, power_for};
use super::when::{same, year, years_of};
use super::{Case, Finding};
use crate::describe::Struct;
use crate::model::{Per, Test};
use crate::value::{Bounds, Quantity, Span, Truth};
use crate::view::{Verdict, Why, bounds};

pub(super) fn find(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let value = test.value.as_ref()?;
    let (allowed, fund) = (test.allowed()?, test.fund.as_ref()?);
    let when = case.periods(test);
    let mut finding = Finding::default();
    for (periods, is_since) in [(&when.period, false), (&when.since, true)] {
        for period in periods {
            let levels = case.of_fund(test, period, false).into_iter();
            let levels = levels.filter(|level| level.unit.as_deref() == value.unit());
            let readings: Vec<Reading> = levels
                .map(|level| {
                    let power = power_for([level.number].into_iter());
                    let reading =
                        joined(case, Reading::of(allowed, level.amount, power), &[&level], "");
                    Reading {
                        period: Some(period.clone()),
                        counted: None,
                        unit: unit_text(case, value.unit(), power),
                        arithmetic: level.text(power),
                        ..reading
                    }
                })
                .collect();
            match (readings.is_empty(), is_since) {
                (true, false) => {
                    let name = case.view.name_of(fund.as_str()).unwrap_or_default();
                    finding.missing.push(case.told.level_of_fund(&name, period));
                }
                (_, false) => finding.reading.extend(readings),
                (_, true) => finding.since.extend(readings),
            }
        }
    }
    Some(finding)
}

/// A contribution that counts: what it is per, its days and what it amounts to.
struct Paid {
    per: Option<Per>,
    days: Bounds,
    level: Level,
}

impl Case<'_, '_> {
    /// What goes into a fund in a period, in each way that sources tell it. A base is of what is paid, on whatever rung; the
    /// end on that which the test names.
    pub(super) fn of_fund(&self, test: &Test, period: &Span, is_base: bool) -> Vec<Level> {
        let Some(fund) = &test.fund else { return Vec::new() };
        let Some(number) = self.view.dataset().find(fund.as_str()) else { return Vec::new() };
        let record = self.view.dataset().tree(number);
        let rungs: Vec<&str> =
            if is_base { Vec::new() } else { test.rung.iter().map(|rung| rung.as_str()).collect() };
        let payer = test.party.as_ref().map(|party| party.as_str());
        let paid: Vec<Paid> = self.contributions(&record, &rungs, payer);
        if test.per != Some(Per::Whole) {
            return in_year(&paid, period).cloned().collect();
        }
        let wanted = period.bounds();
        let whole = paid.iter().filter(|paid| paid.per == Some(Per::Whole));
        let mut sums: Vec<Level> = Vec::new();
        for part in whole.clone() {
            let starts = part.days.start_first.year() == wanted.start_first.year();
            if starts && part.days.end_last == wanted.end_last {
                sums.push(part.level.clone());
            } else if starts && part.days.end_last < wanted.end_last {
                sums.extend(self.with_years(
                    &part.level,
                    part.days.end_last.year(),
                    wanted.end_last.year(),
                    &paid,
                ));
            }
        }
        sums.extend(self.summed(&paid, period));
        sums
    }

    /// A sum with the levels of the years after it, if all are held.
    fn with_years(&self, sum: &Level, after: i32, last: i32, paid: &[Paid]) -> Option<Level> {
        let mut sum = sum.clone();
        for year in (after.saturating_add(1)..=last).filter_map(year) {
            sum = sum.plus(in_year(paid, &year).next()?)?;
        }
        sum.note.push(self.told.sum_of_years());
        Some(sum)
    }

    fn summed(&self, paid: &[Paid], period: &Span) -> Option<Level> {
        let years = years_of(period, self.day);
        let first = in_year(paid, years.first()?).next()?.clone();
        let (first_year, last) =
            (years.first()?.bounds().start_first.year(), years.last()?.bounds().end_last.year());
        self.with_years(&first, first_year, last, paid)
    }

    /// The contributions that a source other than the claimant tells of; with a payer its own.
    fn contributions(&self, fund: &Struct<'_>, rungs: &[&str], payer: Option<&str>) -> Vec<Paid> {
        let lens = self.view.lens();
        let (Some(field), Some(list)) = (fund.of.field("contribution"), fund.get("contribution"))
        else {
            return Vec::new();
        };
        let mut all = Vec::new();
        for (node, held) in lens.parts(fund, field, list) {
            let Some(part) = node.as_struct() else { continue };
            let rung = part.leaf("rung").unwrap_or("unstated");
            let on_rung = if rungs.is_empty() { rung != "pledge" } else { rungs.contains(&rung) };
            let fits = on_rung && (payer.is_none() || part.leaf("payer") == payer);
            let cites = self.own.others(self.view.dataset(), part.parts("cite"));
            let (Some(amounts), Some(span)) = (part.of.field("amount"), part.leaf("span")) else {
                continue;
            };
            if !fits || cites.is_empty() {
                continue;
            }
            let announced = rung != "pledge" && lens.announced_only(part);
            let announced = if announced { Verdict::maybe(Why::Announced) } else { Verdict::YES };
            let values = lens.values(part, amounts);
            let several = values.len() > 1;
            for (node, _) in values {
                let level = node
                    .as_str()
                    .and_then(|text| self.paid(fund, rung, text, span, &cites, several));
                let Some(level) = level else { continue };
                let level = Level { verdict: held.and(announced), ..level };
                let per = part.leaf("per").and_then(|per| per.parse().ok());
                all.extend(bounds(span).map(|days| Paid { per, days, level }));
            }
        }
        all
    }

    fn paid(
        &self,
        fund: &Struct<'_>,
        rung: &str,
        text: &str,
        span: &str,
        cites: &[Struct<'static>],
        several: bool,
    ) -> Option<Level> {
        let amount: Quantity = text.parse().ok()?;
        let note = match rung {
            "pledge" => Some(self.told.as_pledge()),
            "unstated" => Some(self.told.rung_open()),
            _ => None,
        };
        let told = crate::answer::amount_in(text, 0, "", self.told.lang());
        Some(Level {
            amount: amount.allowed_in(0)?,
            number: amount.value()?,
            hedge: amount.hedge().as_str(),
            unit: amount.unit().map(str::to_owned),
            counted: CountedAs::Printed,
            tables: Vec::new(),
            wrong: false,
            lacks: Vec::new(),
            verdict: Verdict::YES,
            printing: several.then(|| told.clone()),
            numbers: vec![amount.value()?],
            note: note.into_iter().collect(),
            evidence: vec![Evidence {
                record: fund.leaf("id")?.parse().ok()?,
                area: None,
                counterpart: Vec::new(),
                period: span.parse().ok(),
                value: told,
                cite: cites.to_vec(),
            }],
        })
    }
}

/// The yearly levels of a year.
fn in_year<'p>(paid: &'p [Paid], period: &Span) -> impl Iterator<Item = &'p Level> {
    let wanted = period.bounds();
    let holds = move |paid: &&Paid| {
        let whole = paid.days.meets(wanted.start_first, wanted.end_last) != Truth::No;
        let within =
            paid.days.start_first <= wanted.start_first && wanted.end_last <= paid.days.end_last;
        paid.per == Some(Per::Year) && whole && (within || same(paid.days, wanted))
    };
    paid.iter().filter(holds).map(|paid| &paid.level)
}
