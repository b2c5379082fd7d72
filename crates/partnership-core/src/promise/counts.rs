//! What was paid into a fund, and what was counted.

use super::evidence::{Figured, Scoring, summed};
use super::gather::{cites, parts, value};
use super::score::{Aim, Counted, Fact, Measured, Score, TargetResult};
use crate::describe::Struct;
use crate::model::{Per, Target};
use crate::order::Order;
use crate::value::{Day, Fit, Hedge, Lang, Quantity, Span};

impl Scoring<'_> {
    /// What was paid into a fund in the deciding year: a pledge is no payment, nor is what was only announced.
    pub(super) fn by_fund(&self, fund: &str, aim: &Aim) -> Option<Score> {
        let record = self.view().dataset().tree(self.view().dataset().find(fund)?);
        let mut paid: Vec<(i32, Figured)> = Vec::new();
        for (part, held) in parts(self.view().lens(), &record, "contribution") {
            let amount: Option<Quantity> = part.leaf("amount").and_then(|text| text.parse().ok());
            let Some(quantity) = amount.filter(|amount| amount.unit() == aim.value.unit()) else {
                continue;
            };
            let is_paid =
                part.leaf("rung") != Some("pledge") && !self.view().lens().announced_only(part);
            let per = part.leaf("per").and_then(|per| per.parse().ok());
            let period: Option<Span> = value(part, "span");
            let (Some(period), Some(amount)) = (period, quantity.allowed_in(0)) else { continue };
            let span = period.bounds();
            if !is_paid || per != Some(aim.per) || aim.per != Per::Year {
                continue;
            }
            let fact = Fact {
                id: fund.to_owned(),
                period,
                value: quantity.clone(),
                status: None,
                cite: cites(self.view().lens(), part.parts("cite")),
            };
            let printed = (quantity.hedge() == Hedge::Exact).then(|| quantity.value()).flatten();
            // A level of some years is that of each of them, from the one in which it began at the latest.
            let (first, last) = (span.start_first.year(), span.end_last.min(self.day()).year());
            for year in first..=last.min(first.saturating_add(200)) {
                let ended = Day::new(year, 12, 31).is_some_and(|end| end <= self.day());
                if ended {
                    let fact = fact.clone();
                    paid.push((
                        year,
                        Figured { fact, amount, printed, verdict: held, others: Vec::new() },
                    ));
                }
            }
        }
        let of = |year: i32| {
            let mut all =
                paid.iter().filter(|(of, _)| *of == year).map(|(_, figured)| figured.clone());
            let first = all.next()?;
            let others = all.map(|other| other.amount).collect();
            let counted = summed(vec![Figured { others, ..first }], aim)?;
            let period = year.to_string().parse().ok()?;
            let measured = Measured { period, ..counted.measured };
            Some(Counted { measured, ..counted })
        };
        let by_then = paid.iter().map(|(year, _)| *year).filter(|year| aim.is_in_time(*year));
        let newest = by_then.max().and_then(of);
        let year = aim.deciding_year();
        let name = self.named(fund);
        let missing = year.map(|year| match self.is_korean() {
            true => format!("{year}년 {name} 납입액"),
            false => format!("what was paid into {name} in {year}"),
        });
        Some(self.scored(aim, None, year.and_then(of), newest, missing.into_iter().collect()))
    }

    /// What was counted: of the record itself, or of projects that carry it out. A count never falls.
    pub(super) fn by_results(
        &self,
        record: &Struct<'_>,
        target: &Target,
        aim: &Aim,
    ) -> Option<Score> {
        let what = target.counted_as.get(&Lang::english())?;
        let own = (record.of.name == "project").then(|| record.clone().into_owned());
        let dataset = self.view().dataset();
        let ties = self.ties().to(record.leaf("id").unwrap_or_default()).iter();
        let tied = ties.map(|tie| dataset.tree(tie.number).into_owned());
        let mut counts: Vec<(Day, Day, Figured)> = Vec::new();
        for project in own.into_iter().chain(tied) {
            for (part, held) in parts(self.view().lens(), &project, "result") {
                let quantity: Option<Quantity> =
                    part.leaf("value").and_then(|text| text.parse().ok());
                let quantity = quantity.filter(|quantity| quantity.unit() == aim.value.unit());
                let period: Option<Span> = value(part, "span");
                let same = part.get("what").and_then(|text| text.text("en")) == Some(what);
                let (Some(quantity), Some(period), true) = (quantity, period, same) else {
                    continue;
                };
                let days = period.bounds();
                let Some(amount) = quantity.allowed_in(0).filter(|_| days.end_last <= self.day())
                else {
                    continue;
                };
                let fact = Fact {
                    id: project.leaf("id").unwrap_or_default().to_owned(),
                    period,
                    value: quantity.clone(),
                    status: None,
                    cite: cites(self.view().lens(), part.parts("cite")),
                };
                let printed =
                    (quantity.hedge() == Hedge::Exact).then(|| quantity.value()).flatten();
                let figured = Figured { fact, amount, printed, verdict: held, others: Vec::new() };
                counts.push((days.end_first, days.end_last, figured));
            }
        }
        counts.order_by_key(|(_, last, _)| *last);
        let count = |figured: &Figured| summed(vec![figured.clone()], aim);
        let in_time = |last: Day| aim.last_day().is_none_or(|due| last <= due);
        let newest = counts.iter().rfind(|(_, last, _)| in_time(*last));
        let newest = newest.and_then(|(.., figured)| count(figured));
        let decided = aim.last_day().and_then(|due| {
            let reached = |figured: &Figured| {
                aim.is_reached(figured.amount, figured.printed) == TargetResult::Met
            };
            let short = |figured: &Figured| figured.amount.fits(aim.reached_by) == Fit::Outside;
            let met = counts.iter().find(|(_, last, figured)| *last <= due && reached(figured));
            let missed =
                || counts.iter().find(|(first, _, figured)| *first >= due && short(figured));
            met.or_else(missed).and_then(|(.., figured)| count(figured))
        });
        let missing = match (aim.by.as_ref(), self.is_korean()) {
            (Some(by), true) => format!("{}까지의 수: {what}", by.as_str()),
            (Some(by), false) => format!("a count up to {}: {what}", by.as_str()),
            (None, _) => String::new(),
        };
        Some(self.scored(aim, None, decided, newest, vec![missing]))
    }
}
