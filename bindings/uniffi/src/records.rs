//! Typed records: what an app draws of the kinds that it draws most. A card has the rest, and the other kinds; a test
//! names every field of the core that a record here leaves out.

use partnership_core::View;
use partnership_core::answer::{Page, Row};

use crate::shown::Shown;
use crate::{
    Absent, Alternative, Answer, Budget, Citation, ClaimForm, ClauseForm, Doubt, Edtf, EventState,
    InstrumentForm, LocalText, Membership, Named, ObservedValue, Ordinal, Participant, PartyForm,
    ProjectForm, Reached, Source, Spot, Status, Step, Target, Term, Tie, Transform, Truth, Why,
};

/// A programme, project, component or activity.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Project {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Option<LocalText>,
    /// What it is, in our words.
    pub summary: Option<LocalText>,
    /// The pillars that it belongs to.
    pub pillar: Vec<Term>,
    /// The themes that it belongs to.
    pub theme: Vec<Term>,
    /// What sort of undertaking it is.
    pub form: Option<ProjectForm>,
    /// The undertaking that it is a part of.
    pub part_of: Option<Named>,
    /// From when until when it runs.
    pub span: Option<Edtf>,
    /// What was done, and when.
    pub step: Vec<Step>,
    /// Statuses that publishers reported, the newest last.
    pub status: Vec<Status>,
    /// Where it takes place.
    pub place: Vec<Spot>,
    /// Who takes part, by role.
    pub participant: Vec<Participant>,
    /// What it carries out.
    pub implements: Vec<Tie>,
    /// Its budgets.
    pub budget: Vec<Budget>,
    /// The numbers that are to be reached.
    pub target: Vec<Target>,
    /// What was reached, as reported.
    pub result: Vec<Reached>,
    /// How surely it belongs to the answer.
    pub truth: Truth,
    /// Why not more.
    pub why: Vec<Why>,
    /// The parts and values that are only maybe so in the view.
    pub maybe: Vec<Doubt>,
    /// Other values that sources give, of whichever field.
    pub alternative: Vec<Alternative>,
    /// What is known of fields that hold no value.
    pub absent: Vec<Absent>,
    /// What supports it; parts have their own.
    pub cite: Vec<Citation>,
}

/// A meeting of a series, or a happening of its own.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Event {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Option<LocalText>,
    /// What it is, in our words.
    pub summary: Option<LocalText>,
    /// The pillars that it belongs to.
    pub pillar: Vec<Term>,
    /// The themes that it belongs to.
    pub theme: Vec<Term>,
    /// The series of meetings that it belongs to.
    pub forum: Vec<Named>,
    /// Its numbers, as printed.
    pub ordinal: Vec<Ordinal>,
    /// The days that it lasted.
    pub date: Option<Edtf>,
    /// The bounds in which its day lies, where only they are known.
    pub within: Option<Edtf>,
    /// How it stands on the day of the view.
    pub state: Option<EventState>,
    /// Where it took place.
    pub place: Option<Spot>,
    /// The larger meeting beside which it was held.
    pub beside: Option<Named>,
    /// Its motto or theme, as printed.
    pub motto: Option<LocalText>,
    /// Who took part, by role.
    pub participant: Vec<Participant>,
    /// The records that it is about.
    pub about: Vec<Named>,
    /// What it carries out.
    pub implements: Vec<Tie>,
    /// What came of it.
    pub outcome: Vec<Named>,
    /// How surely it belongs to the answer.
    pub truth: Truth,
    /// Why not more.
    pub why: Vec<Why>,
    /// The parts and values that are only maybe so in the view.
    pub maybe: Vec<Doubt>,
    /// Other values that sources give, of whichever field.
    pub alternative: Vec<Alternative>,
    /// What is known of fields that hold no value.
    pub absent: Vec<Absent>,
    /// What supports it; parts have their own.
    pub cite: Vec<Citation>,
}

/// A country, organisation, bloc, body or forum.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Party {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Option<LocalText>,
    /// What it is, in our words.
    pub summary: Option<LocalText>,
    /// What sort of party it is.
    pub form: Option<PartyForm>,
    /// Its code by ISO 3166-1 alpha-2, where it has one.
    pub code: Option<String>,
    /// When it existed.
    pub span: Option<Edtf>,
    /// Where it sits.
    pub seat: Option<Spot>,
    /// The party that it is a part of.
    pub part_of: Option<Named>,
    /// Its memberships in other parties.
    pub membership: Vec<Membership>,
    /// What it carries out.
    pub implements: Vec<Tie>,
    /// How surely it belongs to the answer.
    pub truth: Truth,
    /// Why not more.
    pub why: Vec<Why>,
    /// The parts and values that are only maybe so in the view.
    pub maybe: Vec<Doubt>,
    /// Other values that sources give, of whichever field.
    pub alternative: Vec<Alternative>,
    /// What is known of fields that hold no value.
    pub absent: Vec<Absent>,
    /// What supports it; parts have their own.
    pub cite: Vec<Citation>,
}

/// A declaration, statement, vision, plan, agreement, policy, list or negotiation.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Instrument {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Option<LocalText>,
    /// What it is, in our words.
    pub summary: Option<LocalText>,
    /// The pillars that it belongs to.
    pub pillar: Vec<Term>,
    /// The themes that it belongs to.
    pub theme: Vec<Term>,
    /// What sort of text it is.
    pub form: Option<InstrumentForm>,
    /// Whom it is meant to bind, or whose it is.
    pub party: Vec<Named>,
    /// What was done with it, and when.
    pub step: Vec<Step>,
    /// The years that it plans for.
    pub span: Option<Edtf>,
    /// The meeting at which it was adopted.
    pub event: Option<Named>,
    /// The source that holds its full text.
    pub text: Option<Named>,
    /// What it carries out.
    pub implements: Vec<Tie>,
    /// The texts that it changes.
    pub amends: Vec<Named>,
    /// The text that it succeeds.
    pub follows: Option<Named>,
    /// The text or vision that it is a part of.
    pub part_of: Option<Named>,
    /// How surely it belongs to the answer.
    pub truth: Truth,
    /// Why not more.
    pub why: Vec<Why>,
    /// The parts and values that are only maybe so in the view.
    pub maybe: Vec<Doubt>,
    /// Other values that sources give, of whichever field.
    pub alternative: Vec<Alternative>,
    /// What is known of fields that hold no value.
    pub absent: Vec<Absent>,
    /// What supports it; parts have their own.
    pub cite: Vec<Citation>,
}

/// A discrete public statement of intent: a line of a plan, a provision, a pledge.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Commitment {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Option<LocalText>,
    /// What it is, in our words.
    pub summary: Option<LocalText>,
    /// The pillars that it belongs to.
    pub pillar: Vec<Term>,
    /// The themes that it belongs to.
    pub theme: Vec<Term>,
    /// How much of a clause it is.
    pub form: Option<ClauseForm>,
    /// The text that it stands in.
    pub instrument: Option<Named>,
    /// The clause that it stands under.
    pub under: Option<Named>,
    /// Its number as printed.
    pub number: Option<String>,
    /// When it was made.
    pub made: Option<Edtf>,
    /// Whose duty it is.
    pub obligor: Vec<Named>,
    /// By when the whole of it is due.
    pub due: Option<Edtf>,
    /// The numbers that are to be reached.
    pub target: Vec<Target>,
    /// What it carries out.
    pub implements: Vec<Tie>,
    /// How surely it belongs to the answer.
    pub truth: Truth,
    /// Why not more.
    pub why: Vec<Why>,
    /// The parts and values that are only maybe so in the view.
    pub maybe: Vec<Doubt>,
    /// Other values that sources give, of whichever field.
    pub alternative: Vec<Alternative>,
    /// What is known of fields that hold no value.
    pub absent: Vec<Absent>,
    /// What supports it; parts have their own.
    pub cite: Vec<Citation>,
}

/// An indicator as one reporter sees it, with its values.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Series {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Option<LocalText>,
    /// What it is, in our words.
    pub summary: Option<LocalText>,
    /// What is measured.
    pub measure: Vec<Term>,
    /// Who counted.
    pub reporter: Option<Named>,
    /// Whose figure it is.
    pub area: Option<Named>,
    /// With whom.
    pub counterpart: Option<Named>,
    /// The unit; none for bare numbers.
    pub unit: Option<String>,
    /// The power of ten that values without one are in.
    pub power: Option<i32>,
    /// What the values are: levels, growth, shares, ranks.
    pub transform: Option<Transform>,
    /// How the reporter defines the measure.
    pub definition: Option<LocalText>,
    /// The values, by dimension, period and rank.
    pub observation: Vec<ObservedValue>,
    /// How surely it belongs to the answer.
    pub truth: Truth,
    /// Why not more.
    pub why: Vec<Why>,
    /// The parts and values that are only maybe so in the view.
    pub maybe: Vec<Doubt>,
    /// Other values that sources give, of whichever field.
    pub alternative: Vec<Alternative>,
    /// What is known of fields that hold no value.
    pub absent: Vec<Absent>,
    /// What supports it; values that have none of their own rest on it.
    pub cite: Vec<Citation>,
}

/// Something that a named speaker or text says, in our words.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Claim {
    /// Its id.
    pub id: String,
    /// What is said.
    pub text: Option<LocalText>,
    /// Who says it.
    pub speaker: Option<Named>,
    /// When it was said.
    pub said: Option<Edtf>,
    /// What sort of sentence it is.
    pub form: Option<ClaimForm>,
    /// The number and its hedge as the source prints them.
    pub printed: Option<String>,
    /// The records that it is about.
    pub about: Vec<Named>,
    /// The themes that it belongs to.
    pub theme: Vec<Term>,
    /// How surely it belongs to the answer.
    pub truth: Truth,
    /// Why not more.
    pub why: Vec<Why>,
    /// The parts and values that are only maybe so in the view.
    pub maybe: Vec<Doubt>,
    /// Other values that sources give, of whichever field.
    pub alternative: Vec<Alternative>,
    /// What is known of fields that hold no value.
    pub absent: Vec<Absent>,
    /// What supports it.
    pub cite: Vec<Citation>,
}

/// Rows of each typed kind, with what was asked.
macro_rules! pages {
    ($($(#[$about:meta])* $page:ident of $row:ident;)*) => {$(
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, uniffi::Record)]
        pub struct $page {
            /// In the documented order.
            pub rows: Vec<$row>,
            /// What was asked, and the sources.
            pub answer: Answer,
        }

        impl $page {
            pub(crate) fn of(view: &View<'_>, page: &Page, start: i32) -> Self {
                let shown = Shown::new(view, &page.answer);
                let rows = page.answer.rows().iter().filter_map(Row::as_record);
                let rows = rows.map(|row| $row::read(&shown, &row.record, row)).collect();
                Self { rows, answer: Answer::page(&shown, page, start) }
            }
        }
    )*};
}

pages! {
    /// Projects.
    Projects of Project;
    /// Events.
    Events of Event;
    /// Parties.
    Parties of Party;
    /// Instruments.
    Instruments of Instrument;
    /// Commitments.
    Commitments of Commitment;
    /// Series of statistics.
    SeriesList of Series;
    /// Claims.
    Claims of Claim;
    /// Sources.
    Sources of Source;
}
