//! Answers: pages of rows, with what was asked and the sources of the rows.

use std::ops::Range;

use partnership_core::View;
use partnership_core::answer::{self, Page, RecordRow, Row as CoreRow};
use partnership_core::query::Plan;

use crate::shown::{Shown, number};
use crate::{Citation, Edtf, EmptyReason, EventState, Kind, Source, Truth, Why};

/// What was asked, of which view and dataset, and what a reader of the rows should know.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Answer {
    /// The question: `list`, `show`, `search`, `timeline`, `brief`, `cite`, `coverage`, `wanted`, `total`, `rank`,
    /// `targets`, `commitments`, `implements`, `unserved`, `lineage`, `check`.
    pub command: String,
    /// Its text.
    pub text: String,
    /// The day of validity, if one is set.
    pub on: Option<String>,
    /// The day of knowledge, if one is set.
    pub known_on: Option<String>,
    /// The language.
    pub lang: String,
    /// The day that whatever needs one took.
    pub day: String,
    /// The release and day of the record that answered.
    pub release: String,
    /// How many rows there are on all pages.
    pub total: i32,
    /// How many of these are only maybe so.
    pub maybe: i32,
    /// The place of the first row of this page, from 0.
    pub start: i32,
    /// The sources of the rows of this page, each once, in order of first use: number 1 comes first. Of a list of `Row`s
    /// none: a row names its sources by id, and `sources` gives those that are to be drawn.
    pub source: Vec<Source>,
    /// What a reader of the whole answer should know.
    pub note: Vec<String>,
    /// Why there is no row, on any page.
    pub empty: Option<Empty>,
}

/// Why an answer has no rows.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Empty {
    /// Which reason.
    pub reason: EmptyReason,
    /// The reason in a sentence.
    pub text: String,
    /// The term without which there would be rows.
    pub term: Option<String>,
}

/// A record in a list; `show` gives all of it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
    /// Its name, title or sentence, in the language of the view.
    pub name: String,
    /// When it is or was; of texts and projects without a span the days of their steps.
    pub date: Vec<Edtf>,
    /// How surely it belongs to the answer.
    pub truth: Truth,
    /// Why not more.
    pub why: Vec<Why>,
    /// How a meeting stands on the day of the view.
    pub state: Option<EventState>,
    /// The ids of its sources, in order of use.
    pub source: Vec<String>,
    /// What a search matched.
    pub found: Option<Match>,
}

/// What a search matched in a record.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Match {
    /// The higher, the better; comparable within one answer only.
    pub score: i32,
    /// The text that matched best, in pieces: put together they are the text.
    pub piece: Vec<Piece>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Piece {
    /// The piece.
    pub text: String,
    /// Whether it is what matched, to be highlighted.
    pub hit: bool,
}

/// Records in a list.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Rows {
    /// In the documented order, of a search the best first.
    pub rows: Vec<Row>,
    /// What was asked, and the sources.
    pub answer: Answer,
}

/// Something dated: a record, or a part of one.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Moment {
    /// When.
    pub date: Edtf,
    /// What happened or began, as a word that is the same in every language: `signed`, `held`, `level`.
    pub what: String,
    /// The same in the language of the view.
    pub said: String,
    /// The name of the record.
    pub label: String,
    /// What the part adds; empty for the record itself.
    pub detail: String,
    /// The kind of the record.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// How sure it is.
    pub truth: Truth,
    /// Why not more.
    pub why: Vec<Why>,
    /// What supports it.
    pub cite: Vec<Citation>,
}

/// Everything dated, in order of days.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Timeline {
    /// In order of days.
    pub rows: Vec<Moment>,
    /// What was asked, and the sources.
    pub answer: Answer,
}

/// One page on the partnership.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Brief {
    /// Its sections.
    pub rows: Vec<BriefSection>,
    /// What was asked, and the sources.
    pub answer: Answer,
}

/// A section of a briefing.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct BriefSection {
    /// Its heading, in the language of the view.
    pub title: String,
    /// Its lines.
    pub line: Vec<BriefLine>,
}

/// A line of a briefing.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct BriefLine {
    /// What stands first and sets the line apart: a date, a pillar, an amount; may be empty.
    pub lead: String,
    /// What it says.
    pub text: String,
    /// The record that it is of.
    pub id: String,
    /// How sure it is.
    pub truth: Truth,
    /// Why it is not sure.
    pub why: Vec<Why>,
    /// What supports it.
    pub cite: Vec<Citation>,
}

impl Answer {
    /// The whole of an answer.
    pub(crate) fn whole(shown: &Shown<'_>, of: &answer::Answer) -> Self {
        let maybe = of.page(0..usize::MAX).maybe;
        let source = sources(shown, of);
        Self { source, ..Self::of(shown, of, (of.rows().len(), maybe), 0) }
    }

    /// A page of one.
    pub(crate) fn page(shown: &Shown<'_>, page: &Page, start: i32) -> Self {
        let source = sources(shown, &page.answer);
        Self { source, ..Self::light(shown, page, start) }
    }

    /// A page of one without the sources, which are most of what a page of rows would cost.
    fn light(shown: &Shown<'_>, page: &Page, start: i32) -> Self {
        Self::of(shown, &page.answer, (page.total, page.maybe), start)
    }

    fn of(shown: &Shown<'_>, of: &answer::Answer, counts: (usize, usize), start: i32) -> Self {
        let view: &View<'_> = shown.view;
        Self {
            command: of.command().to_owned(),
            text: of.text().to_owned(),
            on: of.valid_on().map(str::to_owned),
            known_on: view.known().map(|day| day.to_string()),
            lang: shown.lang.clone(),
            day: of.day().to_owned(),
            release: of.release(),
            total: number(counts.0),
            maybe: number(counts.1),
            start,
            source: Vec::new(),
            note: of.notes().to_vec(),
            empty: of.empty().map(|empty| Empty {
                reason: empty.reason.into(),
                text: empty.text.clone(),
                term: empty.term.clone(),
            }),
        }
    }
}

fn sources(shown: &Shown<'_>, of: &answer::Answer) -> Vec<Source> {
    of.sources().iter().map(|source| Source::of(shown, source)).collect()
}

impl Row {
    fn of(view: &View<'_>, row: &RecordRow) -> Self {
        Self {
            id: row.id().to_owned(),
            kind: row.kind().into(),
            name: row.label(view.language().as_ref()).to_owned(),
            date: row.when().into_iter().map(Edtf::of).collect(),
            truth: row.verdict.truth.into(),
            why: row.verdict.reasons().map(Why::from).collect(),
            state: row.state.map(EventState::from),
            source: row.sources().into_iter().map(str::to_owned).collect(),
            found: row.matched.as_ref().map(Match::of),
        }
    }
}

impl Match {
    fn of(found: &answer::Match) -> Self {
        let mut piece = Vec::new();
        let mut at = 0;
        let mut push = |from: usize, to: usize, hit| {
            let text = found.text.get(from..to).unwrap_or_default().to_owned();
            if !text.is_empty() {
                piece.push(Piece { text, hit });
            }
        };
        for span in &found.span {
            push(at, span.start, false);
            push(span.start, span.end, true);
            at = span.end;
        }
        push(at, found.text.len(), false);
        Self { score: i32::try_from(found.score).unwrap_or(i32::MAX), piece }
    }
}

impl Rows {
    /// A page of rows of an answer of the core.
    pub(crate) fn of(view: &View<'_>, page: &Page, start: i32) -> Self {
        let rows = page.answer.rows().iter().filter_map(CoreRow::as_record);
        Self::light(view, page, rows.map(|row| Row::of(view, row)).collect(), start)
    }

    /// A page of the records of a plan. The core numbers the sources of the rows of a page; here none are asked of it.
    pub(crate) fn planned(view: &View<'_>, plan: &Plan, places: Range<usize>, start: i32) -> Self {
        let found = view.found(plan).into_iter().skip(places.start).take(places.len());
        let rows = found.map(|(number, held)| Row::of(view, &view.row(number, held))).collect();
        Self::light(view, &view.page(plan, 0..0), rows, start)
    }

    fn light(view: &View<'_>, page: &Page, rows: Vec<Row>, start: i32) -> Self {
        Self { rows, answer: Answer::light(&Shown::new(view, &page.answer), page, start) }
    }
}

impl Timeline {
    pub(crate) fn of(view: &View<'_>, page: &Page, start: i32) -> Self {
        let shown = Shown::new(view, &page.answer);
        let rows = page.answer.rows().iter().filter_map(|row| match row {
            CoreRow::Moment(moment) => Some(Moment::of(&shown, moment)),
            _ => None,
        });
        Self { rows: rows.collect(), answer: Answer::page(&shown, page, start) }
    }
}

impl Moment {
    fn of(shown: &Shown<'_>, moment: &answer::Moment) -> Self {
        Self {
            date: Edtf::of(&moment.date),
            what: moment.what.clone(),
            said: moment.said.clone(),
            label: moment.label.clone(),
            detail: moment.detail.clone(),
            kind: moment.kind.into(),
            id: moment.id.clone(),
            truth: moment.verdict.truth.into(),
            why: moment.verdict.reasons().map(Why::from).collect(),
            cite: moment.cite.iter().map(|cite| Citation::of(shown, cite)).collect(),
        }
    }
}

impl Brief {
    pub(crate) fn of(view: &View<'_>, of: &answer::Answer) -> Self {
        let shown = Shown::new(view, of);
        let line = |line: &answer::Line| BriefLine {
            lead: line.lead.clone(),
            text: line.text.clone(),
            id: line.id.clone(),
            truth: line.verdict.truth.into(),
            why: line.verdict.reasons().map(Why::from).collect(),
            cite: line.cite.iter().map(|cite| Citation::of(&shown, cite)).collect(),
        };
        let rows = of.rows().iter().filter_map(|row| match row {
            CoreRow::Section(section) => Some(BriefSection {
                title: section.title.clone(),
                line: section.line.iter().map(line).collect(),
            }),
            _ => None,
        });
        Self { rows: rows.collect(), answer: Answer::whole(&shown, of) }
    }
}
