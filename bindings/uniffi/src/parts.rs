//! Parts of typed records. Each carries its citations; each word that an app draws has its label beside it.

use partnership_core::describe::Struct;
use partnership_core::model;

use crate::shown::{Shown, amount, count, date, leaf, word};
use crate::{
    Action, Amount, BudgetForm, BudgetStatus, Citation, Edtf, LocalText, Named, ObservationStatus,
    Online, ParticipantRole, Per, Rank, StatusCode, Sure,
};

/// Something done with a text, a project or a negotiation, and when.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Step {
    /// What was done.
    pub action: Option<Action>,
    /// The same in the language of the view.
    pub label: String,
    /// When.
    pub date: Option<Edtf>,
    /// For whom; none means for all.
    pub party: Vec<Named>,
    /// The printed number of a round of negotiations.
    pub round: Option<i32>,
    /// Where.
    pub place: Option<Spot>,
    /// What a reader should know.
    pub summary: Option<LocalText>,
    /// What supports it.
    pub cite: Vec<Citation>,
}

/// A status that a publisher reported. It holds until the next one.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Status {
    /// The status.
    pub status: Option<StatusCode>,
    /// The same in the language of the view.
    pub label: String,
    /// From when.
    pub date: Option<Edtf>,
    /// What supports it.
    pub cite: Vec<Citation>,
}

/// Somebody who takes part, and as what.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Participant {
    /// The party or fund.
    pub organization: Option<Named>,
    /// The person.
    pub person: Option<Named>,
    /// As what.
    pub role: Option<ParticipantRole>,
    /// The same in the language of the view.
    pub label: String,
    /// The key of the office in which the person took part.
    pub office: Option<String>,
    /// What supports it.
    pub cite: Vec<Citation>,
}

/// A number that is to be reached.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Target {
    /// What is to be reached, where no series measures it.
    pub what: Option<LocalText>,
    /// The number.
    pub value: Option<Amount>,
    /// By when.
    pub by: Option<Edtf>,
    /// Whether the number is of each year or of the whole.
    pub per: Option<Per>,
    /// From which number.
    pub baseline: Option<Amount>,
    /// What supports it.
    pub cite: Vec<Citation>,
}

/// Something reached, as reported.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Reached {
    /// What was reached.
    pub what: Option<LocalText>,
    /// The number.
    pub value: Option<Amount>,
    /// The time over which it was reached.
    pub span: Option<Edtf>,
    /// What supports it.
    pub cite: Vec<Citation>,
}

/// A budget of a project.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Budget {
    /// The sum; one sum printed in two currencies stands as two values.
    pub amount: Vec<Amount>,
    /// The time that it is for.
    pub span: Option<Edtf>,
    /// Whether it is the first or a later budget.
    pub form: Option<BudgetForm>,
    /// Whether it is bound.
    pub status: Option<BudgetStatus>,
    /// What supports it.
    pub cite: Vec<Citation>,
}

/// A tie to another record, and how sure it is.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Tie {
    /// The other record.
    pub to: Option<Named>,
    /// How sure the tie is.
    pub sure: Option<Sure>,
    /// What supports it.
    pub cite: Vec<Citation>,
}

/// A place where something happens.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Spot {
    /// The country, as a party.
    pub country: Option<Named>,
    /// The city.
    pub city: Option<LocalText>,
    /// The house or hall.
    pub venue: Option<LocalText>,
    /// Whether it was held online; in person where nothing is written.
    pub online: Option<Online>,
}

/// The number of a meeting in a series, as printed.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Ordinal {
    /// The series.
    pub forum: Option<Named>,
    /// The number.
    pub number: Option<i32>,
    /// What supports it.
    pub cite: Vec<Citation>,
}

/// A membership in a party, or a post in it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Membership {
    /// The party.
    pub organization: Option<Named>,
    /// The key of the role; `member` where nothing is written.
    pub role: Option<String>,
    /// The words of the post, where the party declares no role for it.
    pub title: Option<LocalText>,
    /// From when until when.
    pub span: Option<Edtf>,
    /// What supports it.
    pub cite: Vec<Citation>,
}

/// One value of a series. (`Observation` is a module of Swift, which a type of that name would hide.)
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ObservedValue {
    /// Whose figure it is, where the series leaves it open.
    pub area: Option<Named>,
    /// With whom, where the series leaves it open.
    pub counterpart: Option<Named>,
    /// The period.
    pub period: Option<Edtf>,
    /// The number, in the unit and power of the series; none where the table has no value.
    pub value: Option<Amount>,
    /// The standing of the value itself.
    pub status: Option<ObservationStatus>,
    /// Its standing among several values of one period; preferred where nothing is written.
    pub rank: Option<Rank>,
    /// Why it is not preferred.
    pub reason: Option<String>,
    /// What a reader of this value should know.
    pub note: Option<String>,
    /// Where it comes from, where not from the source of the series.
    pub cite: Vec<Citation>,
}

impl Step {
    pub(crate) fn of(shown: &Shown<'_>, step: &Struct<'_>) -> Self {
        Self {
            action: word::<model::Action, _>(step, "action"),
            label: shown.label(step, "action"),
            date: date(step, "date"),
            party: shown.many(step, "party"),
            round: count(step, "round"),
            place: shown.part(step, "place", Spot::of),
            summary: shown.text(step, "summary"),
            cite: shown.cites(step),
        }
    }
}

impl Status {
    pub(crate) fn of(shown: &Shown<'_>, status: &Struct<'_>) -> Self {
        Self {
            status: word::<model::StatusCode, _>(status, "status"),
            label: shown.label(status, "status"),
            date: date(status, "date"),
            cite: shown.cites(status),
        }
    }
}

impl Participant {
    pub(crate) fn of(shown: &Shown<'_>, who: &Struct<'_>) -> Self {
        Self {
            organization: shown.one(who, "organization"),
            person: shown.one(who, "person"),
            role: word::<model::ParticipantRole, _>(who, "role"),
            label: shown.label(who, "role"),
            office: leaf(who, "office"),
            cite: shown.cites(who),
        }
    }
}

impl Target {
    pub(crate) fn of(shown: &Shown<'_>, target: &Struct<'_>) -> Self {
        Self {
            what: shown.text(target, "what"),
            value: amount(target, "value"),
            by: date(target, "by"),
            per: word::<model::Per, _>(target, "per"),
            baseline: amount(target, "baseline"),
            cite: shown.cites(target),
        }
    }
}

impl Reached {
    pub(crate) fn of(shown: &Shown<'_>, reached: &Struct<'_>) -> Self {
        Self {
            what: shown.text(reached, "what"),
            value: amount(reached, "value"),
            span: date(reached, "span"),
            cite: shown.cites(reached),
        }
    }
}

impl Budget {
    pub(crate) fn of(shown: &Shown<'_>, budget: &Struct<'_>) -> Self {
        let sums = budget.list("amount").iter().filter_map(|sum| sum.as_str());
        Self {
            amount: sums.map(|sum| Amount::of(sum, 0, "")).collect(),
            span: date(budget, "span"),
            form: word::<model::BudgetForm, _>(budget, "form"),
            status: word::<model::BudgetStatus, _>(budget, "status"),
            cite: shown.cites(budget),
        }
    }
}

impl Tie {
    pub(crate) fn of(shown: &Shown<'_>, link: &Struct<'_>) -> Self {
        Self {
            to: shown.one(link, "to"),
            sure: word::<model::Sure, _>(link, "sure"),
            cite: shown.cites(link),
        }
    }
}

impl Spot {
    pub(crate) fn of(shown: &Shown<'_>, spot: &Struct<'_>) -> Self {
        Self {
            country: shown.one(spot, "country"),
            city: shown.text(spot, "city"),
            venue: shown.text(spot, "venue"),
            online: word::<model::Online, _>(spot, "online"),
        }
    }
}

impl Ordinal {
    pub(crate) fn of(shown: &Shown<'_>, ordinal: &Struct<'_>) -> Self {
        Self {
            forum: shown.one(ordinal, "forum"),
            number: count(ordinal, "number"),
            cite: shown.cites(ordinal),
        }
    }
}

impl Membership {
    pub(crate) fn of(shown: &Shown<'_>, term: &Struct<'_>) -> Self {
        Self {
            organization: shown.one(term, "organization"),
            role: leaf(term, "role"),
            title: shown.text(term, "title"),
            span: date(term, "span"),
            cite: shown.cites(term),
        }
    }
}

impl ObservedValue {
    pub(crate) fn of(shown: &Shown<'_>, row: &Struct<'_>, power: i8, unit: &str) -> Self {
        Self {
            area: shown.one(row, "area"),
            counterpart: shown.one(row, "counterpart"),
            period: date(row, "period"),
            value: row.leaf("value").map(|text| Amount::of(text, power, unit)),
            status: word::<model::ObservationStatus, _>(row, "status"),
            rank: word::<model::Rank, _>(row, "rank"),
            reason: leaf(row, "reason"),
            note: leaf(row, "note"),
            cite: shown.cites(row),
        }
    }
}
