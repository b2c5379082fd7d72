//! The values of a series with what follows from them: growth, shares of the whole, an index, breaks.

use partnership_derive::Described;

use super::Case;
use super::figures::{Key, Row, Table};
use super::printed::year_before;
use super::when::year;
use crate::describe::Struct;
use crate::model::{ObservationStatus, PartyId, Rank, SeriesId};
use crate::order::Order;
use crate::value::{Interval, Measured, Number, Point, Quantity, Span};
use crate::view::Why;

/// A value of a series, and what follows from it. Growth and index are of preferred values of levels, never over a break.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct SeriesFigure {
    /// The series.
    #[described(required)]
    pub id: SeriesId,
    /// Its name, in the language of the view.
    pub label: String,
    /// Who counted.
    pub reporter: Option<PartyId>,
    /// Whose figure it is.
    pub area: Option<PartyId>,
    /// With whom.
    pub counterpart: Option<PartyId>,
    /// The period.
    #[described(required)]
    pub period: Span,
    /// The value as printed, with the power of ten and the unit of the table where it has none of its own.
    #[described(required)]
    pub value: Quantity,
    /// The standing of the value itself.
    pub status: Option<ObservationStatus>,
    /// Its standing among several values of one period.
    pub rank: Option<Rank>,
    /// Why it is not preferred.
    pub reason: Option<String>,
    /// What a reader of it should know.
    pub note: Option<String>,
    /// Why it is only a maybe; empty where it is sure.
    pub why: Vec<Why>,
    /// Growth over the same days of the year before, in per cent, rounded half away from zero to one decimal.
    pub growth: Option<Quantity>,
    /// What the printed digits allow for it.
    pub growth_within: Option<Interval>,
    /// The period that it grew from.
    pub growth_from: Option<Span>,
    /// Its share, in per cent, of what the reporter gives for all partners.
    pub share: Option<Quantity>,
    /// What the printed digits allow for it.
    pub share_within: Option<Interval>,
    /// What the reporter gives for all partners.
    pub share_of: Option<Quantity>,
    /// The value where that of the base is 100.
    pub index: Option<Quantity>,
    /// What the printed digits allow for it.
    pub index_within: Option<Interval>,
    /// The base: the first whole year, or the first after a break.
    pub index_from: Option<Span>,
    /// The day of a break since the year before: values on either side do not compare.
    pub break_at: Option<Point>,
    /// Why the series breaks there.
    pub break_why: Option<String>,
    /// Where the value comes from, and what it is a share of.
    pub cite: Vec<Struct<'static>>,
}

/// A day from which values no longer compare.
struct Cut {
    date: Point,
    why: Option<String>,
}

/// A number with what the printed digits allow for it, and what it is against.
type Worked = (Quantity, Interval, Span);

impl<'a> Case<'_, 'a> {
    /// The values of a series in the order of its table.
    pub(crate) fn trace(&self, series: &str) -> Vec<SeriesFigure> {
        let Some(table) = self.figures.all().find(|table| table.id() == series) else {
            return Vec::new();
        };
        let cuts: Vec<Cut> = table.tree.parts("break_at").filter_map(|of| self.cut(of)).collect();
        table.row.iter().filter_map(|row| self.traced(table, row, &cuts)).collect()
    }

    fn cut(&self, of: &Struct<'_>) -> Option<Cut> {
        let why = of.get("why").and_then(|why| why.text(self.told.lang()));
        Some(Cut { date: of.leaf("date")?.parse().ok()?, why: why.map(str::to_owned) })
    }

    fn traced(&self, table: &Table<'a>, row: &Row<'a>, cuts: &[Cut]) -> Option<SeriesFigure> {
        let period: Span = row.node.leaf("period")?.parse().ok()?;
        let leaf = |name: &str| row.node.leaf(name);
        let party = |id: &Option<String>| id.as_ref().and_then(|id| id.parse().ok());
        let is_level = table.tree.leaf("transform") == Some("level");
        let counts = is_level && row.preferred && !row.wrong;
        let before = year_before(&period).filter(|_| counts);
        let cut = before.as_ref().and_then(|before| between(cuts, before, &period));
        let base = before.filter(|_| cut.is_none());
        let growth = base.and_then(|base| grown(table, row, &base));
        let index = counts.then(|| indexed(table, row, &period, cuts)).flatten();
        let mut cite = self.cites(table, row);
        let share = counts.then(|| self.share(table, row, &period, &mut cite)).flatten();
        let (growth, growth_within, growth_from) = apart(growth);
        let (index, index_within, index_from) = apart(index);
        let (share, share_within, share_of) = match share {
            Some((share, within, whole)) => (Some(share), Some(within), Some(whole)),
            None => (None, None, None),
        };
        Some(SeriesFigure {
            id: table.id().parse().ok()?,
            label: self.view.name_or_id(table.id()),
            reporter: table.tree.leaf("reporter").and_then(|id| id.parse().ok()),
            area: party(&row.area),
            counterpart: party(&row.counterpart),
            period,
            value: row.written(table)?,
            status: leaf("status").and_then(|status| status.parse().ok()),
            rank: leaf("rank").and_then(|rank| rank.parse().ok()),
            reason: leaf("reason").map(str::to_owned),
            note: leaf("note").map(str::to_owned),
            why: row.verdict.reasons().collect(),
            growth,
            growth_within,
            growth_from,
            share,
            share_within,
            share_of,
            index,
            index_within,
            index_from,
            break_at: cut.map(|cut| cut.date.clone()),
            break_why: cut.and_then(|cut| cut.why.clone()),
            cite,
        })
    }

    /// The share of a row in what its reporter gives for all partners; what that rests on is added to the citations.
    fn share(
        &self,
        table: &Table<'a>,
        row: &Row<'a>,
        period: &Span,
        cite: &mut Vec<Struct<'static>>,
    ) -> Option<(Quantity, Interval, Quantity)> {
        row.counterpart.as_ref()?;
        let (measure, reporter) = (table.tree.leaf("measure")?, table.tree.leaf("reporter")?);
        let key = Key { measure: measure.to_owned(), area: row.area.clone(), counterpart: None };
        let whole = self.given(&key, reporter, period)?;
        let (share, within) = row.measured(table).per_cent_of(&whole.measured).ok()?;
        let new = whole.cite.into_iter().filter(|one| !cite.contains(one)).collect::<Vec<_>>();
        cite.extend(new);
        Some((format!("{share} %").parse().ok()?, within, whole.value))
    }
}

impl<'a> Row<'a> {
    /// The number with its unit and reporter.
    fn measured(&self, table: &Table<'a>) -> Measured {
        let unit = self.quantity.unit().or(table.unit());
        Measured::new(self.amount, self.number, unit, table.tree.leaf("reporter"), None)
    }

    /// The number as printed, with the power of ten and the unit of its table where it has none of its own.
    pub(super) fn written(&self, table: &Table<'_>) -> Option<Quantity> {
        let power = self.quantity.printed_power().unwrap_or(table.power());
        let scale = if power == 0 { String::new() } else { format!("e{power}") };
        let unit = self.quantity.unit().or(table.unit());
        let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
        format!("{}{}{scale}{unit}", self.quantity.hedge(), self.quantity.number()).parse().ok()
    }
}

/// The break that lies between two periods, if one does.
fn between<'c>(cuts: &'c [Cut], before: &Span, after: &Span) -> Option<&'c Cut> {
    let (from, to) = (before.bounds().start_first, after.bounds().end_last);
    cuts.iter().find(|cut| from < cut.date.first() && cut.date.first() <= to)
}

/// The preferred row of the same key in a period.
fn beside<'t, 'a>(table: &'t Table<'a>, row: &Row<'a>, period: &Span) -> Option<&'t Row<'a>> {
    let days = period.bounds();
    let is_its = |other: &&Row<'a>| {
        (other.days.start_first, other.days.end_last) == (days.start_first, days.end_last)
            && other.preferred
            && !other.wrong
    };
    table.of_key(row.area.clone(), row.counterpart.clone()).into_iter().find(is_its)
}

fn grown(table: &Table<'_>, row: &Row<'_>, base: &Span) -> Option<Worked> {
    let before = beside(table, row, base)?;
    let (percent, within) = row.measured(table).per_cent_of(&before.measured(table)).ok()?;
    let hundred = Number::from(100_u32);
    let growth = percent.checked_sub(hundred)?;
    let within = within.checked_sub(Interval::exactly(hundred))?;
    Some((format!("{growth} %").parse().ok()?, within, base.clone()))
}

/// The row against the first whole year of its key, or the first after the last break before it.
fn indexed(table: &Table<'_>, row: &Row<'_>, period: &Span, cuts: &[Cut]) -> Option<Worked> {
    let own = whole_year(period)?;
    let rows = table.of_key(row.area.clone(), row.counterpart.clone()).into_iter();
    let mut years: Vec<i32> = rows
        .filter(|row| row.preferred && !row.wrong)
        .filter_map(|row| whole_year(&row.node.leaf("period")?.parse().ok()?))
        .filter(|first| *first <= own)
        .collect();
    years.order();
    let mut bases = years.into_iter().filter_map(year);
    let base = bases.find(|base| *base == *period || between(cuts, base, period).is_none())?;
    if base == *period {
        let hundred = Number::from(100_u32);
        return Some((hundred.to_string().parse().ok()?, Interval::exactly(hundred), base));
    }
    let first = beside(table, row, &base)?;
    let (percent, within) = row.measured(table).per_cent_of(&first.measured(table)).ok()?;
    Some((percent.to_string().parse().ok()?, within, base))
}

/// The year that a period is the whole of.
fn whole_year(period: &Span) -> Option<i32> {
    let days = period.bounds();
    let of = year(days.start_first.year())?;
    let same = (of.bounds().start_first, of.bounds().end_last) == (days.start_first, days.end_last);
    same.then(|| days.start_first.year())
}

fn apart(of: Option<Worked>) -> (Option<Quantity>, Option<Interval>, Option<Span>) {
    match of {
        Some((number, within, from)) => (Some(number), Some(within), Some(from)),
        None => (None, None, None),
    }
}
