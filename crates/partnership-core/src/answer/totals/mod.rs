//! Totals over the members of a group, ranks and shares among partners: what observations give though no source prints it.
//!
//! Each answer names its sets and its gaps: which members were counted and on which day they were, which of them have no
//! value and why, the observations with their citations, and what a source prints for the whole beside it. Two reporters
//! are never added up, nor are two tables of one measure; a measure that is the sum of others is summed from them. What the
//! two ends of a flow count of it stands side by side.

mod ask;
mod mirror;
mod rank;
mod sum;
mod table;
mod total;

use partnership_derive::Described;

pub use mirror::{MirrorGap, MirrorSide, Mirrored};
pub use rank::{Ranked, Standing};
pub use total::{Beside, Share, Total};

use crate::answer::{Empty, EmptyReason};
use crate::describe::Struct;
use crate::model::{ObservationStatus, PartyId, SeriesId};
use crate::value::{DateRange, Quantity};
use crate::view::View;

/// What one party adds to a total.
#[derive(Clone, Debug, Described)]
pub struct Addend {
    /// The party.
    #[described(required)]
    pub party: PartyId,
    /// Its figure, with the power of ten and the unit of the tables.
    #[described(required)]
    pub value: Quantity,
    /// The observations that it is the sum of.
    pub counted: Vec<Counted>,
}

/// An observation that was counted.
#[derive(Clone, Debug, Described)]
pub struct Counted {
    /// Its series.
    #[described(required)]
    pub series: SeriesId,
    /// The value as printed, with the power of ten and the unit of its table where it has none of its own.
    #[described(required)]
    pub value: Quantity,
    /// The standing of the value.
    pub status: Option<ObservationStatus>,
    /// What a reader of it should know.
    pub note: Option<String>,
    /// Where it comes from.
    pub cite: Vec<Struct<'static>>,
}

/// A member without a value.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Gap {
    /// The member.
    #[described(required)]
    pub party: PartyId,
    /// The series that lacks it.
    #[described(required)]
    pub series: SeriesId,
    /// Why.
    #[described(required)]
    pub reason: GapReason,
    /// The years for which the series has it, the first and the last: `1997/2023`.
    pub held: Option<String>,
}

/// Why a member has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum GapReason {
    /// The series never has it.
    #[described(ko = "표에 없음")]
    NotInTable,
    /// The series has it for other periods.
    #[described(ko = "다른 기간만 있음")]
    OtherPeriod,
    /// The table is empty there.
    #[described(ko = "빈칸")]
    Missing,
    /// No source that is known by the day of the view gives it, or it is later.
    #[described(ko = "아직 알려지지 않음")]
    Hidden,
}

impl GapReason {
    /// The reason in a sentence, of a table that is named after it.
    pub fn said(self, lang: &str) -> String {
        if lang == "ko" {
            return format!("{}:", self.label(lang));
        }
        match self {
            GapReason::NotInTable => "is not in",
            GapReason::OtherPeriod => "is held for other years in",
            GapReason::Missing => "has no value in",
            GapReason::Hidden => "is not known yet from",
        }
        .to_owned()
    }
}

/// The ids of parties; all of them are ids.
fn ids(parties: &[impl AsRef<str>]) -> Vec<PartyId> {
    parties.iter().filter_map(|party| party.as_ref().parse().ok()).collect()
}

/// Citations, each once.
fn each<'c>(cites: impl Iterator<Item = &'c Struct<'static>>) -> Vec<Struct<'static>> {
    let mut all: Vec<Struct<'static>> = Vec::new();
    for cite in cites {
        if !all.contains(cite) {
            all.push(cite.clone());
        }
    }
    all
}

/// Why there is no row: the view hides what there would be, or no table has a value of the period.
fn nothing(view: &View<'_>, elsewhere: bool, measure: &str, period: &Option<DateRange>) -> Empty {
    let korean = view.language().as_str() == "ko";
    let (reason, text) = match (view.known(), view.valid_on()) {
        (Some(day), _) if elsewhere && korean => (
            EmptyReason::NotKnownYet,
            format!("{day}까지 나온 출처 가운데 이 수치를 담은 것이 없음"),
        ),
        (Some(day), _) if elsewhere => {
            (EmptyReason::NotKnownYet, format!("no source published by {day} gives these figures"))
        }
        (None, Some(day)) if elsewhere && korean => {
            (EmptyReason::NotValidThen, format!("{day}까지의 기간에는 수치가 없음"))
        }
        (None, Some(day)) if elsewhere => {
            (EmptyReason::NotValidThen, format!("no figure is of a period that had ended by {day}"))
        }
        _ => {
            let period = period.as_ref().map_or("any year", |period| period.as_str());
            let text = match korean {
                true => format!("`{measure}`의 {period} 구성원별 수치가 없음"),
                false => format!("no series has values of `{measure}` by member for {period}"),
            };
            (EmptyReason::NoMatch, text)
        }
    };
    Empty { reason, text, term: None }
}
