//! Mirror statistics: what each end of a flow counts of it, beside each other.

use partnership_derive::Described;

use super::ask::Asked;
use super::{each, nothing};
use crate::answer::{Answer, Row};
use crate::claim::{Case, CountedAs, Figures, Flow, Given, Kept, Key, Own, Told};
use crate::describe::Struct;
use crate::model::{Measure, ObservationStatus, PartyId, SeriesId};
use crate::order::Order;
use crate::query::QueryError;
use crate::value::{DateRange, Interval, Quantity, Span};
use crate::view::{View, Why};

/// A flow in a period, as each reporter counts it.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Mirrored {
    /// What was asked for.
    #[described(required)]
    pub measure: Measure,
    /// Whose figure it is.
    pub area: Option<PartyId>,
    /// With whom.
    pub counterpart: Option<PartyId>,
    /// The period.
    #[described(required)]
    pub period: Span,
    /// What each reporter gives, those at the area's end first.
    pub side: Vec<MirrorSide>,
    /// What lies between each figure from the area's end and each from the other. None of these is anybody's figure.
    pub gap: Vec<MirrorGap>,
    /// Why they differ, as far as the record says.
    pub reason: Vec<String>,
    /// Where all of it comes from, each citation once.
    pub cite: Vec<Struct<'static>>,
}

/// What a reporter gives for a flow.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct MirrorSide {
    /// Who counted.
    #[described(required)]
    pub reporter: PartyId,
    /// The name of who counted, in the language of the view.
    pub reporter_label: Option<String>,
    /// What is measured: at the other end, the mirror of what was asked for.
    #[described(required)]
    pub measure: Measure,
    /// Whose figure it is.
    pub area: Option<PartyId>,
    /// With whom.
    pub counterpart: Option<PartyId>,
    /// How it is counted: as printed, or as a sum where nothing is printed.
    #[described(required)]
    pub counted: CountedAs,
    /// The value, with the power of ten and the unit of its table.
    #[described(required)]
    pub value: Quantity,
    /// Other values that sources give for the same, none known to be wrong.
    pub also: Vec<Quantity>,
    /// The standing of the value.
    pub status: Option<ObservationStatus>,
    /// Why it is only a maybe; empty where it is sure.
    pub why: Vec<Why>,
    /// How the reporter defines what it counts, in the language of the view.
    pub definition: Option<String>,
    /// The series.
    pub series: Vec<SeriesId>,
    /// Where the value comes from.
    pub cite: Vec<Struct<'static>>,
}

/// What lies between two figures of one flow.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct MirrorGap {
    /// Who counted the first, at the area's end.
    #[described(required)]
    pub reporter: PartyId,
    /// Who counted the other.
    #[described(required)]
    pub other: PartyId,
    /// The first less the other, as printed.
    #[described(required)]
    pub gap: Quantity,
    /// What the printed digits allow for it, in the unit and without a power of ten.
    #[described(required)]
    pub gap_within: Interval,
    /// The first by the other, rounded half away from zero to three decimals.
    #[described(required)]
    pub ratio: Quantity,
    /// What the printed digits allow for it, rounded outward.
    #[described(required)]
    pub ratio_within: Interval,
}

const FIELDS: [&str; 5] = ["measure", "area", "counterpart", "reporter", "period"];

/// What is sought.
struct Sought {
    measure: String,
    /// Of each end the parties that are asked for; any where there are none.
    area: Vec<String>,
    counterpart: Vec<String>,
    reporter: Option<String>,
    period: Option<DateRange>,
}

impl View<'_> {
    /// The figures of a flow that are counted at either end of it, beside each other, in order of periods.
    ///
    /// The text names a measure, and perhaps a period and the ends: `goods-trade 2008`, `fdi-flow area:asean
    /// counterpart:kr period:2010..2020`. Without ends each flow is told that is counted from both. A part of a year is told
    /// only where it is the period that is named. A reporter that prints no figure of a period stands with the sum over
    /// members, where it has them all. Two reporters are never added up.
    ///
    /// # Errors
    /// When the text breaks the grammar, or names a measure, party or reporter that the record has no such figures of.
    pub fn mirror(&self, text: &str) -> Result<Answer, QueryError> {
        let asked = Asked::read(text, &FIELDS)?;
        let measure = asked.measure(self)?;
        let ids = |field| -> Result<Vec<String>, QueryError> {
            Ok(asked.parties(self, field)?.into_iter().map(|group| group.id).collect())
        };
        let sought = Sought {
            measure: measure.value.clone(),
            area: ids("area")?,
            counterpart: ids("counterpart")?,
            reporter: asked.reporter()?.map(|given| given.value.clone()),
            period: asked.period()?,
        };
        let plain = self.dataset().view();
        let known = reporters(&plain, &sought.measure);
        if known.is_empty() {
            let message = format!("no flow of `{}` is counted at both of its ends", measure.value);
            return Err(asked.not(
                &measure,
                message,
                told_twice(&plain).iter().map(String::as_str),
            ));
        }
        if let Some(given) = asked.reporter()?.filter(|given| !known.contains(&given.value)) {
            let message = format!("`{}` does not count `{}`", given.value, measure.value);
            return Err(asked.not(given, message, known.iter().map(String::as_str)));
        }
        let rows = mirrored(self, &sought);
        let answer =
            Answer::new(self, "mirror", text, rows.into_iter().map(Row::Mirrored).collect());
        if !answer.rows().is_empty() {
            return Ok(answer);
        }
        let elsewhere = !mirrored(&plain, &sought).is_empty();
        Ok(answer.because(nothing(self, elsewhere, &sought.measure, &sought.period)))
    }
}

/// Who counts flows of a measure that are counted at both ends.
fn reporters(view: &View<'_>, measure: &str) -> Vec<String> {
    let flows = Figures::of_both_ends(view, measure).flows(measure).into_iter();
    let mut names: Vec<String> = flows
        .filter(Flow::has_both_ends)
        .flat_map(|flow| flow.by.into_iter().map(|(reporter, ..)| reporter))
        .collect();
    names.order();
    names.dedup();
    names
}

/// The measures of which some flow is counted at both ends.
fn told_twice(view: &View<'_>) -> Vec<String> {
    let notations = view.dataset().concepts().notations("measure");
    let notations = notations.into_iter().map(|(notation, _)| notation.to_owned());
    notations.filter(|notation| !reporters(view, notation).is_empty()).collect()
}

fn mirrored(view: &View<'_>, sought: &Sought) -> Vec<Mirrored> {
    // A figure of an earlier year counts, too: only what had not ended by the day is left out.
    let open = view.dataset().view().seen_from(&view.standpoint()).on(None);
    let figures = Figures::of_both_ends(&open, &sought.measure);
    let case = Case {
        figures: &figures,
        view: &open,
        own: Own::default(),
        said: None,
        day: view.day(),
        told: Told::new(view.language().to_string()),
        kept: Kept::default(),
    };
    let mut rows = Vec::new();
    let named = !sought.area.is_empty() || !sought.counterpart.is_empty();
    for flow in figures.flows(&sought.measure) {
        let Some(flow) = sought.turned(&flow).filter(|flow| named || flow.has_both_ends()) else {
            continue;
        };
        for period in figures.periods(&flow) {
            let over = view.valid_on().is_some_and(|day| period.bounds().end_last > day);
            if !over && sought.takes(&period) {
                rows.extend(case.mirrored(&flow, period, sought));
            }
        }
    }
    rows
}

impl Sought {
    /// The flow with the ends as they are asked for; none where it is another one.
    fn turned(&self, flow: &Flow) -> Option<Flow> {
        let fits = |key: &Key| {
            let is = |wanted: &[String], end: &Option<String>| {
                wanted.is_empty() || end.as_ref().is_some_and(|end| wanted.contains(end))
            };
            is(&self.area, &key.area) && is(&self.counterpart, &key.counterpart)
        };
        if fits(&flow.key) {
            Some(flow.clone())
        } else {
            flow.other_way().filter(|flow| fits(&flow.key))
        }
    }

    /// Whether a period is asked for: a whole year within the named one, or just the named one.
    fn takes(&self, period: &Span) -> bool {
        let days = period.bounds();
        let (first, last) = (days.start_first, days.end_last);
        let whole = first.year() == last.year()
            && (first.month(), first.day_of_month()) == (1, 1)
            && (last.month(), last.day_of_month()) == (12, 31);
        match &self.period {
            None => whole,
            Some(range) if (range.from, range.to) == (first, last) => true,
            Some(range) => whole && range.from <= first && last <= range.to,
        }
    }
}

impl Case<'_, '_> {
    fn mirrored(&self, flow: &Flow, period: Span, sought: &Sought) -> Option<Mirrored> {
        let mut given: Vec<(String, bool, Given)> = Vec::new();
        for (reporter, key, at_area) in &flow.by {
            let is_asked = sought.reporter.as_ref().is_none_or(|only| only == reporter);
            let known = given.iter().any(|(name, end, _)| name == reporter && end == at_area);
            if is_asked && !known {
                let one = self.given(key, reporter, &period);
                given.extend(one.map(|one| (reporter.clone(), *at_area, one)));
            }
        }
        given.order_by_key(|(_, at_area, _)| !at_area);
        let mut gap = Vec::new();
        for (reporter, _, a) in given.iter().filter(|(_, at_area, _)| *at_area) {
            for (other, _, b) in given.iter().filter(|(_, at_area, _)| !at_area) {
                gap.extend(between((reporter, a), (other, b)));
            }
        }
        let reason = given.iter().flat_map(|(_, _, one)| one.note.iter().cloned()).collect();
        let side: Vec<MirrorSide> =
            given.into_iter().filter_map(|(reporter, _, one)| self.side(&reporter, one)).collect();
        Some(Mirrored {
            measure: sought.measure.parse().ok()?,
            area: flow.key.area.as_ref().and_then(|id| id.parse().ok()),
            counterpart: flow.key.counterpart.as_ref().and_then(|id| id.parse().ok()),
            period,
            gap,
            reason,
            cite: each(side.iter().flat_map(|side| &side.cite)),
            side: (!side.is_empty()).then_some(side)?,
        })
    }

    fn side(&self, reporter: &str, given: Given) -> Option<MirrorSide> {
        let dataset = self.view.dataset();
        let definition =
            given.series.first().and_then(|id| dataset.find(id.as_str())).and_then(|at| {
                let series = self.view.shown(at);
                Some(series.get("definition")?.text(self.told.lang())?.to_owned())
            });
        let id = |id: &Option<String>| id.as_ref().and_then(|id| id.parse().ok());
        Some(MirrorSide {
            reporter: reporter.parse().ok()?,
            reporter_label: self.view.name_of(reporter),
            measure: given.key.measure.parse().ok()?,
            area: id(&given.key.area),
            counterpart: id(&given.key.counterpart),
            counted: given.counted,
            value: given.value,
            also: given.also,
            status: given.status,
            why: given.verdict.reasons().collect(),
            definition,
            series: given.series,
            cite: given.cite,
        })
    }
}

fn between((reporter, a): (&str, &Given), (other, b): (&str, &Given)) -> Option<MirrorGap> {
    let compared = a.measured.beside(&b.measured).ok()?;
    // Told in the greater power of ten of the two.
    let power = a.value.power().max(b.value.power());
    let gap = compared.gap.checked_shift(-power)?;
    let scale = if power == 0 { String::new() } else { format!("e{power}") };
    let unit = a.measured.unit().map(|unit| format!(" {unit}")).unwrap_or_default();
    Some(MirrorGap {
        reporter: reporter.parse().ok()?,
        other: other.parse().ok()?,
        gap: format!("{}{scale}{unit}", gap.plain()).parse().ok()?,
        gap_within: compared.gap_within,
        ratio: compared.ratio.to_string().parse().ok()?,
        ratio_within: compared.ratio_within,
    })
}
