//! How typed records are read off the records of an answer.

use partnership_core::answer::RecordRow;
use partnership_core::describe::Struct;
use partnership_core::model;

use crate::shown::{Shown, count, date, leaf, word};
use crate::{
    Absent, Alternative, Budget, Claim, Commitment, Doubt, Event, EventState, Instrument,
    Membership, ObservedValue, Ordinal, Participant, Party, Project, Reached, Series, Source, Spot,
    Status, Step, Target, Tie, Why,
};

fn why(row: &RecordRow) -> Vec<Why> {
    row.verdict.reasons().map(Why::from).collect()
}

impl Project {
    pub(crate) fn read(shown: &Shown<'_>, of: &Struct<'_>, row: &RecordRow) -> Self {
        Self {
            id: row.id().to_owned(),
            name: shown.text(of, "name"),
            summary: shown.text(of, "summary"),
            pillar: shown.terms(of, "pillar"),
            theme: shown.terms(of, "theme"),
            form: word::<model::ProjectForm, _>(of, "form"),
            part_of: shown.one(of, "part_of"),
            span: date(of, "span"),
            step: shown.parts(of, "step", Step::of),
            status: shown.parts(of, "status", Status::of),
            place: shown.parts(of, "place", Spot::of),
            participant: shown.parts(of, "participant", Participant::of),
            implements: shown.parts(of, "implements", Tie::of),
            budget: shown.parts(of, "budget", Budget::of),
            target: shown.parts(of, "target", Target::of),
            result: shown.parts(of, "result", Reached::of),
            truth: row.verdict.truth.into(),
            why: why(row),
            maybe: Doubt::all(row),
            alternative: Alternative::all(shown, of),
            absent: shown.parts(of, "absent", Absent::of),
            cite: shown.cites(of),
        }
    }
}

impl Event {
    pub(crate) fn read(shown: &Shown<'_>, of: &Struct<'_>, row: &RecordRow) -> Self {
        Self {
            id: row.id().to_owned(),
            name: shown.text(of, "name"),
            summary: shown.text(of, "summary"),
            pillar: shown.terms(of, "pillar"),
            theme: shown.terms(of, "theme"),
            forum: shown.many(of, "forum"),
            ordinal: shown.parts(of, "ordinal", Ordinal::of),
            date: date(of, "date"),
            within: date(of, "within"),
            state: row.state.map(EventState::from),
            place: shown.part(of, "place", Spot::of),
            beside: shown.one(of, "beside"),
            motto: shown.text(of, "motto"),
            participant: shown.parts(of, "participant", Participant::of),
            about: shown.many(of, "about"),
            implements: shown.parts(of, "implements", Tie::of),
            outcome: shown.many(of, "outcome"),
            truth: row.verdict.truth.into(),
            why: why(row),
            maybe: Doubt::all(row),
            alternative: Alternative::all(shown, of),
            absent: shown.parts(of, "absent", Absent::of),
            cite: shown.cites(of),
        }
    }
}

impl Party {
    pub(crate) fn read(shown: &Shown<'_>, of: &Struct<'_>, row: &RecordRow) -> Self {
        Self {
            id: row.id().to_owned(),
            name: shown.text(of, "name"),
            summary: shown.text(of, "summary"),
            form: word::<model::PartyForm, _>(of, "form"),
            code: shown.part(of, "code", |_, code| leaf(code, "iso2")).flatten(),
            span: date(of, "span"),
            seat: shown.part(of, "seat", Spot::of),
            part_of: shown.one(of, "part_of"),
            membership: shown.parts(of, "membership", Membership::of),
            implements: shown.parts(of, "implements", Tie::of),
            truth: row.verdict.truth.into(),
            why: why(row),
            maybe: Doubt::all(row),
            alternative: Alternative::all(shown, of),
            absent: shown.parts(of, "absent", Absent::of),
            cite: shown.cites(of),
        }
    }
}

impl Instrument {
    pub(crate) fn read(shown: &Shown<'_>, of: &Struct<'_>, row: &RecordRow) -> Self {
        Self {
            id: row.id().to_owned(),
            name: shown.text(of, "name"),
            summary: shown.text(of, "summary"),
            pillar: shown.terms(of, "pillar"),
            theme: shown.terms(of, "theme"),
            form: word::<model::InstrumentForm, _>(of, "form"),
            party: shown.many(of, "party"),
            step: shown.parts(of, "step", Step::of),
            span: date(of, "span"),
            event: shown.one(of, "event"),
            text: shown.one(of, "text"),
            implements: shown.parts(of, "implements", Tie::of),
            amends: shown.many(of, "amends"),
            follows: shown.one(of, "follows"),
            part_of: shown.one(of, "part_of"),
            truth: row.verdict.truth.into(),
            why: why(row),
            maybe: Doubt::all(row),
            alternative: Alternative::all(shown, of),
            absent: shown.parts(of, "absent", Absent::of),
            cite: shown.cites(of),
        }
    }
}

impl Commitment {
    pub(crate) fn read(shown: &Shown<'_>, of: &Struct<'_>, row: &RecordRow) -> Self {
        Self {
            id: row.id().to_owned(),
            name: shown.text(of, "name"),
            summary: shown.text(of, "summary"),
            pillar: shown.terms(of, "pillar"),
            theme: shown.terms(of, "theme"),
            form: word::<model::ClauseForm, _>(of, "form"),
            instrument: shown.one(of, "instrument"),
            under: shown.one(of, "under"),
            number: leaf(of, "number"),
            made: date(of, "made"),
            obligor: shown.many(of, "obligor"),
            due: date(of, "due"),
            target: shown.parts(of, "target", Target::of),
            implements: shown.parts(of, "implements", Tie::of),
            truth: row.verdict.truth.into(),
            why: why(row),
            maybe: Doubt::all(row),
            alternative: Alternative::all(shown, of),
            absent: shown.parts(of, "absent", Absent::of),
            cite: shown.cites(of),
        }
    }
}

impl Series {
    pub(crate) fn read(shown: &Shown<'_>, of: &Struct<'_>, row: &RecordRow) -> Self {
        let power = count(of, "power");
        let exponent = power.and_then(|power| i8::try_from(power).ok()).unwrap_or_default();
        let unit = of.leaf("unit").unwrap_or_default();
        let values = of.parts("observation");
        Self {
            id: row.id().to_owned(),
            name: shown.text(of, "name"),
            summary: shown.text(of, "summary"),
            measure: shown.terms(of, "measure"),
            reporter: shown.one(of, "reporter"),
            area: shown.one(of, "area"),
            counterpart: shown.one(of, "counterpart"),
            unit: leaf(of, "unit"),
            power,
            transform: word::<model::Transform, _>(of, "transform"),
            definition: shown.text(of, "definition"),
            observation: values
                .map(|value| ObservedValue::of(shown, value, exponent, unit))
                .collect(),
            truth: row.verdict.truth.into(),
            why: why(row),
            maybe: Doubt::all(row),
            alternative: Alternative::all(shown, of),
            absent: shown.parts(of, "absent", Absent::of),
            cite: shown.cites(of),
        }
    }
}

impl Claim {
    pub(crate) fn read(shown: &Shown<'_>, of: &Struct<'_>, row: &RecordRow) -> Self {
        Self {
            id: row.id().to_owned(),
            text: shown.text(of, "text"),
            speaker: shown.one(of, "speaker"),
            said: date(of, "said"),
            form: word::<model::ClaimForm, _>(of, "form"),
            printed: leaf(of, "printed"),
            about: shown.many(of, "about"),
            theme: shown.terms(of, "theme"),
            truth: row.verdict.truth.into(),
            why: why(row),
            maybe: Doubt::all(row),
            alternative: Alternative::all(shown, of),
            absent: shown.parts(of, "absent", Absent::of),
            cite: shown.cites(of),
        }
    }
}

impl Source {
    pub(crate) fn read(shown: &Shown<'_>, of: &Struct<'_>, _: &RecordRow) -> Self {
        Self::of(shown, of)
    }
}
