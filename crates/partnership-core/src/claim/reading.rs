//! Readings: what a sentence may mean, and what the record gives for it.

use partnership_derive::Described;

use crate::describe::Struct;
use crate::model::{PartyId, RecordId};
use crate::value::{Fit, Interval, Number, Span};
use crate::view::{Verdict, Why};

/// How a figure of a group is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum CountedAs {
    /// As one figure that the reporter prints.
    #[described(ko = "발표된 수치")]
    Printed,
    /// As the sum of figures that the reporter prints: exports and imports.
    #[described(ko = "발표된 수치의 합")]
    PrintedParts,
    /// As the sum over the members that it had in each period.
    #[described(ko = "각 시기 회원국 합계")]
    MembersOfEachPeriod,
    /// As the sum over the members that it had when the sentence was said.
    #[described(ko = "발언 당시 회원국 합계")]
    MembersWhenSaid,
}

/// Something of the record that a reading rests on.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Evidence {
    /// The record.
    #[described(required)]
    pub record: RecordId,
    /// Whose figure it is.
    pub area: Option<PartyId>,
    /// With whom; of a sum, every one that is in it.
    pub counterpart: Vec<PartyId>,
    /// The period or day.
    pub period: Option<Span>,
    /// What it says.
    pub value: String,
    /// Where that comes from.
    pub cite: Vec<Struct<'static>>,
}

/// What a sentence may mean, what its words allow then, and what the record gives.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Reading {
    /// The period that it starts from.
    pub base: Option<Span>,
    /// The period that it is of, or ends in.
    pub period: Option<Span>,
    /// Who counted.
    pub reporter: Option<PartyId>,
    /// The name of who counted, in the language of the view.
    pub reporter_label: Option<String>,
    /// How a group is counted.
    pub counted: Option<CountedAs>,
    /// Those among whom it is ranked.
    pub among: Option<String>,
    /// Which of several values it takes, where sources give several.
    pub printing: Option<String>,
    /// What the words allow: an interval, a day, a number of rows.
    pub allowed: String,
    /// What the record gives, in the same form.
    pub found: String,
    /// The unit of both.
    pub unit: Option<String>,
    /// Whether what the record gives is what the words allow.
    #[described(required)]
    pub fit: Fit,
    /// Why it is only a maybe; empty where it is sure.
    pub why: Vec<Why>,
    /// How the record gives it.
    pub arithmetic: String,
    /// What a reader should know of it.
    pub note: Vec<String>,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
}

impl Reading {
    /// A reading of nothing yet.
    pub(crate) fn new(fit: Fit, allowed: impl Into<String>, found: impl Into<String>) -> Self {
        Self {
            base: None,
            period: None,
            reporter: None,
            reporter_label: None,
            counted: None,
            among: None,
            printing: None,
            allowed: allowed.into(),
            found: found.into(),
            unit: None,
            fit,
            why: Vec::new(),
            arithmetic: String::new(),
            note: Vec::new(),
            evidence: Vec::new(),
        }
    }

    /// A reading of two intervals of numbers, told in a power of ten.
    pub(crate) fn of(allowed: Interval, found: Interval, power: i8) -> Self {
        let fit = found.fits(allowed);
        Self::new(fit, shifted(allowed, power).to_string(), told(found, allowed, power).to_string())
    }

    /// The same as a maybe, for the reasons of a verdict.
    pub(crate) fn unsure(mut self, verdict: Verdict) -> Self {
        self.why
            .extend(verdict.reasons().filter(|why| !self.why.contains(why)).collect::<Vec<_>>());
        self
    }

    /// Every citation that it rests on.
    pub fn cites(&self) -> impl Iterator<Item = &Struct<'static>> {
        self.evidence.iter().flat_map(|evidence| &evidence.cite)
    }
}

fn shifted(of: Interval, power: i8) -> Interval {
    of.shifted(-power).unwrap_or(of)
}

/// What was found, rounded outward to as few decimals as tell it no worse than itself.
fn told(found: Interval, allowed: Interval, power: i8) -> Interval {
    let (found, allowed) = (shifted(found, power), shifted(allowed, power));
    let (fit, own) = (found.fits(allowed), found.width());
    let is_good = |decimals: &u32| {
        let wider = found.outward(*decimals);
        // A tenth wider at most.
        let most = own.and_then(|own| own.checked_mul(Number::new(11, 1)?));
        let narrow = match (wider.width(), most) {
            (Some(width), Some(most)) => width <= most,
            (width, most) => width.is_none() == most.is_none(),
        };
        wider.fits(allowed) == fit && narrow
    };
    (0..Interval::DECIMALS).find(is_good).map_or(found, |decimals| found.outward(decimals))
}

/// The power of ten in which numbers of some size are told: billions, millions, or as they are.
pub(super) fn power_for(of: impl Iterator<Item = Number>) -> i8 {
    let most = of.map(|number| if number.is_negative() { -number } else { number }).max();
    let reaches = |power: &i8| {
        let limit = Number::from(1_u32).checked_shift(*power);
        most.zip(limit).is_some_and(|(most, limit)| most >= limit)
    };
    [9, 6].into_iter().find(reaches).unwrap_or(0)
}
