//! How a number that was to be reached stands: the comparison itself.

use partnership_derive::Described;

use crate::describe::Struct;
use crate::model::{ObservationStatus, PartyId, Per};
use crate::value::{Day, Fit, Hedge, Interval, Number, Point, Quantity, Span, Truth};
use crate::view::{Verdict, Why};

/// How a numeric target stands on one reporter's figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum TargetResult {
    /// Its deadline has not passed: there is no verdict, whatever the figures are.
    #[described(ko = "기한 전")]
    Pending,
    /// The figure of the deadline reaches it.
    #[described(ko = "달성")]
    Met,
    /// The figure of the deadline does not reach it.
    #[described(ko = "미달")]
    Missed,
    /// The figure of the deadline may reach it or not: too close at the printed precision.
    #[described(ko = "판정 불가")]
    TooClose,
    /// The record does not hold what would decide it.
    #[described(ko = "기록에 없음")]
    NotInRecord,
}

/// What is to be reached, and by when.
#[derive(Clone, Debug)]
pub struct Aim {
    /// The number as written.
    pub value: Quantity,
    /// The numbers that reach it.
    pub reached_by: Interval,
    /// By when, as written.
    pub by: Option<Point>,
    /// Whether it is of each year or of the whole.
    pub per: Per,
}

impl Aim {
    /// Reads an aim; `None` if its number takes more than 28 digits.
    ///
    /// An aim of N is reached at N or more, printed bare or with `>=`; `>N` above N; `~N` from 5 % below; `<=N` and `<N` at or
    /// below. N itself is exact: what is measured is rounded, what is set is not.
    #[must_use]
    pub fn new(value: Quantity, by: Option<Point>, per: Per) -> Option<Self> {
        let number = value.value()?;
        let reached_by = match value.hedge() {
            Hedge::Exact | Hedge::Precise | Hedge::AtLeast => Interval::at_least(number),
            Hedge::About | Hedge::Nearly | Hedge::Word => {
                let allowed = value.allowed_in(0)?;
                Interval::new(allowed.low(), std::ops::Bound::Unbounded)?
            }
            Hedge::Above | Hedge::JustOver => Interval::above(number),
            Hedge::Below => Interval::below(number),
            Hedge::AtMost => Interval::at_most(number),
        };
        Some(Self { value, reached_by, by, per })
    }

    /// The last day on which it may still be reached; none where no deadline is held.
    #[must_use]
    pub fn last_day(&self) -> Option<Day> {
        self.by.as_ref().map(Point::last)
    }

    /// The last whole year that ends by the deadline.
    #[must_use]
    pub fn deciding_year(&self) -> Option<i32> {
        let last = self.last_day()?;
        let whole = (last.month(), last.day_of_month()) == (12, 31);
        Some(if whole { last.year() } else { last.year() - 1 })
    }

    /// Whether a year ends by the deadline, where one is held.
    pub(crate) fn is_in_time(&self, year: i32) -> bool {
        self.deciding_year().is_none_or(|last| year <= last)
    }

    /// Whether the deadline has passed on a day: not on its last day, and only maybe where it is qualified (`2029?`).
    #[must_use]
    pub fn has_passed(&self, day: Day) -> Verdict {
        match self.by.as_ref().map(|by| by.bounds()) {
            Some(days) if days.end_last < day && days.qualified => Verdict::maybe(Why::FactDate),
            Some(days) if days.end_last < day => Verdict::YES,
            _ => Verdict::NO,
        }
    }

    /// What part of it an amount is, in per cent.
    #[must_use]
    pub fn share_of(&self, amount: Interval) -> Option<Interval> {
        let whole = Interval::exactly(self.value.value()?);
        let part = amount.checked_mul(Interval::exactly(Number::from(100_u32)))?;
        part.checked_div(whole).map(|share| share.outward(2))
    }

    /// How an amount stands to it. A source that prints the very number of the aim is taken at its word; else the numbers
    /// that round to what is printed must all reach it, or none.
    #[must_use]
    pub fn is_reached(&self, amount: Interval, printed: Option<Number>) -> TargetResult {
        match amount.fits(self.reached_by) {
            Fit::Inside => TargetResult::Met,
            Fit::Outside => TargetResult::Missed,
            Fit::Overlapping if printed == self.value.value() => match printed {
                Some(number) if self.reached_by.contains(number) => TargetResult::Met,
                _ => TargetResult::TooClose,
            },
            Fit::Overlapping => TargetResult::TooClose,
        }
    }
}

/// A figure of the record, as it stands there.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Fact {
    /// The record that holds it: a series, a fund, a project.
    #[described(required)]
    pub id: String,
    /// The period that it is of, as written.
    #[described(required)]
    pub period: Span,
    /// The number as printed, with the power of ten and the unit that its table gives it.
    #[described(required)]
    pub value: Quantity,
    /// Whether a source calls it other than normal: `provisional`, `doubtful`, `estimated`.
    pub status: Option<ObservationStatus>,
    /// What supports it.
    pub cite: Vec<Struct<'static>>,
}

/// What was reached in a period: a figure as printed, or the sum of several.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Measured {
    /// The period.
    #[described(required)]
    pub period: Span,
    /// What it is made of; more than one are added.
    pub fact: Vec<Fact>,
    /// The numbers that it may be, in the unit of the target.
    #[described(required)]
    pub amount: Interval,
    /// What part of the target that is, in per cent, its ends rounded outward to two decimals.
    #[described(required)]
    pub share: Interval,
    /// The reckoning in signs.
    #[described(required)]
    pub arithmetic: String,
}

/// A figure with how sure it is, ready to be compared.
#[derive(Clone, Debug)]
pub struct Counted {
    /// What was reached.
    pub measured: Measured,
    /// The number as it is printed, where one figure without a hedge is.
    pub printed: Option<Number>,
    /// How sure it is that this is the figure of its period in the view.
    pub verdict: Verdict,
    /// Other amounts that may be right too.
    pub others: Vec<Interval>,
}

/// How a target stands on the figures of one reporter.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Score {
    /// Who counted; none where a fund or results measure it, or nothing does.
    pub reporter: Option<PartyId>,
    /// Its name, in the language of the view.
    pub reporter_label: Option<String>,
    /// How it stands.
    #[described(required)]
    pub result: TargetResult,
    /// How sure that is.
    #[described(required)]
    pub truth: Truth,
    /// Why not surer.
    pub why: Vec<Why>,
    /// What decides it; none while it is pending, or where that is not in the record.
    pub decided_by: Option<Measured>,
    /// What is not in the record that would decide it.
    pub missing: Vec<String>,
    /// The newest that the record holds by the day of the view, or by the deadline once that has passed; none where that is
    /// what decides it.
    pub latest: Option<Measured>,
}

/// How a target stands on a day, by the figure that decides it: *pending* before its deadline has passed, then *met*, *missed*,
/// *too close*, or *not in record* where there is no figure or no deadline.
///
/// A figure that stands beside another makes the verdict a maybe only where the other gives another result.
///
/// ```
/// use partnership_core::model::Per;
/// use partnership_core::promise::{Aim, TargetResult, score};
/// let aim = Aim::new(">=150e9 USD".parse()?, Some("2015".parse()?), Per::Year).unwrap();
/// assert_eq!(score(&aim, "2015-12-31".parse()?, None).0, TargetResult::Pending);
/// assert_eq!(score(&aim, "2016-01-01".parse()?, None).0, TargetResult::NotInRecord);
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[must_use]
pub fn score(aim: &Aim, day: Day, decided_by: Option<&Counted>) -> (TargetResult, Verdict) {
    if aim.by.is_none() {
        return (TargetResult::NotInRecord, Verdict::YES);
    }
    let passed = aim.has_passed(day);
    if passed == Verdict::NO {
        return (TargetResult::Pending, Verdict::YES);
    }
    let Some(counted) = decided_by else { return (TargetResult::NotInRecord, passed) };
    let result = aim.is_reached(counted.measured.amount, counted.printed);
    let differs = |other: &Interval| aim.is_reached(*other, None) != result;
    let open = match counted.others.iter().any(differs) {
        true => Verdict::maybe(Why::Alternative),
        false => Verdict::YES,
    };
    (result, passed.and(counted.verdict).and(open))
}
