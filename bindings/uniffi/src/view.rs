//! A view: every question that a dataset can be asked. Each method asks the core and converts the answer.

use partnership_core::View;
use partnership_core::answer::{RecordRow, Row};
use partnership_core::query::Plan;
use partnership_core::value::{Day, Lang};

use crate::dataset::Held;
use crate::filter::{self, places};
use crate::guard::guard;
use crate::shown::Shown;
use crate::{
    Answer, Brief, Card, Cards, Claims, Commitments, Events, Filter, Instruments, Kind, Parties,
    PartnershipError, Projects, Reference, References, Rows, SeriesList, Sources, Term, Timeline,
};

/// A dataset as it is asked: on a day of validity, as known on a day, in a language. (`View` is a type of SwiftUI.)
///
/// Lists come in pages: `size` rows from the place `start`, counted from 0. A page past the end is empty, a negative
/// one throws. Every answer has the sources of its rows, or each row their ids.
#[derive(Debug, uniffi::Object)]
pub struct DatasetView {
    pub(crate) held: Held,
    pub(crate) on: Option<Day>,
    pub(crate) known_on: Option<Day>,
    pub(crate) lang: Lang,
}

impl DatasetView {
    /// Asks the core's view, which borrows its dataset: each question makes one.
    pub(crate) fn ask<T>(
        &self,
        ask: impl FnOnce(&View<'_>) -> Result<T, PartnershipError>,
    ) -> Result<T, PartnershipError> {
        guard(|| {
            let view = self.held.dataset().view();
            // Setting a day prepares the view for it, which costs something even for none.
            let view = if self.on.is_some() { view.on(self.on) } else { view };
            let view = if self.known_on.is_some() { view.known_on(self.known_on) } else { view };
            ask(&view.lang(self.lang.clone()))
        })
    }

    fn typed<T>(
        &self,
        kind: Kind,
        filters: &[Filter],
        (start, size): (i32, i32),
        convert: fn(&View<'_>, &partnership_core::answer::Page, i32) -> T,
    ) -> Result<T, PartnershipError> {
        self.ask(|view| {
            let plan = filter::plan(kind, filters, view.dataset())?;
            Ok(convert(view, &view.page(&plan, places(start, size)?), start))
        })
    }
}

#[uniffi::export]
impl DatasetView {
    /// One page on the partnership, made from the record alone; every line names a record and its sources.
    pub fn brief(&self) -> Result<Brief, PartnershipError> {
        self.ask(|view| Ok(Brief::of(view, &view.brief())))
    }

    /// Whole records by id, redirects followed. Throws if an id is of no record, and names the nearest.
    pub fn show(&self, ids: Vec<String>) -> Result<Cards, PartnershipError> {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        self.ask(|view| {
            let answer = view.show(&ids).map_err(PartnershipError::id)?;
            let shown = Shown::new(view, &answer);
            let rows = answer.rows().iter().filter_map(Row::as_record);
            let rows = rows.map(|row| Card::of(&shown, row)).collect();
            Ok(Cards { rows, answer: Answer::whole(&shown, &answer) })
        })
    }

    /// Records that a query asks for, in the documented order: `kind:project pillar:B "high performance"`.
    ///
    /// Words search, `field:value` filters, `field:a,b` is any of, `-` negates, `OR` and parentheses group. Throws with
    /// the place and the nearest valid field or value.
    #[uniffi::method(default(start = 0, size = 50))]
    pub fn query(&self, text: String, start: i32, size: i32) -> Result<Rows, PartnershipError> {
        self.ask(|view| {
            let plan = Plan::parse(&text, view.dataset())?;
            Ok(Rows::planned(view, &plan, places(start, size)?, start))
        })
    }

    /// Records of a kind that meet all conditions, in the documented order.
    #[uniffi::method(default(filters = [], start = 0, size = 50))]
    pub fn list(
        &self,
        kind: Kind,
        filters: Vec<Filter>,
        start: i32,
        size: i32,
    ) -> Result<Rows, PartnershipError> {
        self.ask(|view| {
            let plan = filter::plan(kind, &filters, view.dataset())?;
            Ok(Rows::planned(view, &plan, places(start, size)?, start))
        })
    }

    /// Records by the words of their names, summaries and other texts, best first; a typo in a longer word is forgiven.
    #[uniffi::method(default(start = 0, size = 50))]
    pub fn search(&self, text: String, start: i32, size: i32) -> Result<Rows, PartnershipError> {
        self.ask(|view| {
            let places = places(start, size)?;
            Ok(Rows::of(view, &view.search(&text).page(places), start))
        })
    }

    /// Everything dated of the records that a query asks for, in order of days.
    ///
    /// Where the query names dates, only what lies within them, or may.
    #[uniffi::method(default(text = "", start = 0, size = 50))]
    pub fn timeline(
        &self,
        text: String,
        start: i32,
        size: i32,
    ) -> Result<Timeline, PartnershipError> {
        self.ask(|view| {
            let places = places(start, size)?;
            Ok(Timeline::of(view, &view.timeline(&text)?.page(places), start))
        })
    }

    /// How to cite sources or records; without ids, the dataset. Throws if an id is of no record.
    #[uniffi::method(default(ids = []))]
    pub fn cite(&self, ids: Vec<String>) -> Result<References, PartnershipError> {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        self.ask(|view| {
            let answer = view.cite(&ids).map_err(PartnershipError::id)?;
            let rows = answer.rows().iter().filter_map(|row| match row {
                Row::Reference(row) => Some(Reference::of(row)),
                _ => None,
            });
            let rows = rows.collect();
            Ok(References { rows, answer: Answer::whole(&Shown::new(view, &answer), &answer) })
        })
    }

    /// Projects that meet all conditions.
    #[uniffi::method(default(filters = [], start = 0, size = 50))]
    pub fn projects(
        &self,
        filters: Vec<Filter>,
        start: i32,
        size: i32,
    ) -> Result<Projects, PartnershipError> {
        self.typed(Kind::Project, &filters, (start, size), Projects::of)
    }

    /// Events that meet all conditions, by day.
    #[uniffi::method(default(filters = [], start = 0, size = 50))]
    pub fn events(
        &self,
        filters: Vec<Filter>,
        start: i32,
        size: i32,
    ) -> Result<Events, PartnershipError> {
        self.typed(Kind::Event, &filters, (start, size), Events::of)
    }

    /// Parties that meet all conditions.
    #[uniffi::method(default(filters = [], start = 0, size = 50))]
    pub fn parties(
        &self,
        filters: Vec<Filter>,
        start: i32,
        size: i32,
    ) -> Result<Parties, PartnershipError> {
        self.typed(Kind::Party, &filters, (start, size), Parties::of)
    }

    /// Instruments that meet all conditions.
    #[uniffi::method(default(filters = [], start = 0, size = 50))]
    pub fn instruments(
        &self,
        filters: Vec<Filter>,
        start: i32,
        size: i32,
    ) -> Result<Instruments, PartnershipError> {
        self.typed(Kind::Instrument, &filters, (start, size), Instruments::of)
    }

    /// Commitments that meet all conditions.
    #[uniffi::method(default(filters = [], start = 0, size = 50))]
    pub fn commitments(
        &self,
        filters: Vec<Filter>,
        start: i32,
        size: i32,
    ) -> Result<Commitments, PartnershipError> {
        self.typed(Kind::Commitment, &filters, (start, size), Commitments::of)
    }

    /// Series of statistics that meet all conditions, with their values. Two reporters are two series.
    #[uniffi::method(default(filters = [], start = 0, size = 50))]
    pub fn series(
        &self,
        filters: Vec<Filter>,
        start: i32,
        size: i32,
    ) -> Result<SeriesList, PartnershipError> {
        self.typed(Kind::Series, &filters, (start, size), SeriesList::of)
    }

    /// Claims that meet all conditions.
    #[uniffi::method(default(filters = [], start = 0, size = 50))]
    pub fn claims(
        &self,
        filters: Vec<Filter>,
        start: i32,
        size: i32,
    ) -> Result<Claims, PartnershipError> {
        self.typed(Kind::Claim, &filters, (start, size), Claims::of)
    }

    /// Sources that meet all conditions.
    #[uniffi::method(default(filters = [], start = 0, size = 50))]
    pub fn sources(
        &self,
        filters: Vec<Filter>,
        start: i32,
        size: i32,
    ) -> Result<Sources, PartnershipError> {
        self.typed(Kind::Source, &filters, (start, size), Sources::of)
    }

    /// The concepts that serve a field (`pillar`, `theme`, `measure`), with their names, for pickers and legends.
    pub fn concepts(&self, serves: String) -> Result<Vec<Term>, PartnershipError> {
        self.ask(|view| {
            let served = Filter::Any { field: "serves".to_owned(), values: vec![serves.clone()] };
            let plan = filter::plan(Kind::Concept, &[served], view.dataset())?;
            let answer = view.list("list", &plan);
            let shown = Shown::new(view, &answer);
            let rows = answer.rows().iter().filter_map(Row::as_record);
            let term = |row: &RecordRow| Term {
                notation: row.record.leaf("notation").unwrap_or_default().to_owned(),
                concept: vec![row.id().to_owned()],
                name: shown.text(&row.record, "name").unwrap_or_default(),
            };
            Ok(rows.map(term).collect())
        })
    }
}
