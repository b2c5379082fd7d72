//! Totals over the members of a group.

use partnership_derive::Described;

use super::ask::{Asked, Group, Members};
use super::sum::{Sum, Way, counted, every, measures, narrower, ways};
use super::table::{Days, Side, Table, tables};
use super::{Addend, Counted, Gap, each, ids, nothing};
use crate::answer::{Answer, Row};
use crate::describe::Struct;
use crate::model::{Measure, PartyId, SeriesId};
use crate::query::QueryError;
use crate::sorted::{SortedMap, SortedSet};
use crate::value::{DateRange, Number, Quantity, Span, Truth};
use crate::view::{Verdict, View, Why};

/// The figures of the members of a group in a period, added up.
#[derive(Clone, Debug, Described)]
pub struct Total {
    /// How sure the sum is: a maybe where a value that was counted or a membership is one. A gap makes it no maybe: it is
    /// named.
    #[described(required)]
    pub truth: Truth,
    /// Why it is not surer.
    pub why: Vec<Why>,
    /// The group.
    #[described(required)]
    pub id: String,
    /// Its name, in the language of the view.
    pub label: Option<String>,
    /// What is measured.
    #[described(required)]
    pub measure: Measure,
    /// Who counted.
    #[described(required)]
    pub reporter: PartyId,
    /// Whose figure it is; the group itself, where its members are the areas.
    pub area: Option<PartyId>,
    /// With whom; the group itself, where its members are the counterparts.
    pub counterpart: Option<PartyId>,
    /// The period, as the tables write it.
    #[described(required)]
    pub period: Span,
    /// Whose figures are counted: the members of the group on that day, `asean@2023-12-31`.
    #[described(required)]
    pub set: String,
    /// These members.
    pub member: Vec<PartyId>,
    /// Who may have been a member on that day, and is not counted.
    pub perhaps: Vec<PartyId>,
    /// The sum, with the power of ten and the unit of the tables; none where no member has a value.
    pub value: Option<Quantity>,
    /// The series that were added up: one, or one of each measure that this one is the sum of.
    pub series: Vec<SeriesId>,
    /// What each member adds.
    pub addend: Vec<Addend>,
    /// The members without a value.
    pub gap: Vec<Gap>,
    /// What sources print for the group.
    pub printed: Vec<Counted>,
    /// Sums of the same members by other tables that lack no more of them.
    pub beside: Vec<Beside>,
    /// The shares of the wholes that the reporter gives: of the measure, and of narrower ones.
    pub share: Vec<Share>,
    /// Where all of it comes from, each citation once.
    pub cite: Vec<Struct<'static>>,
}

/// The sum that other tables give.
#[derive(Clone, Debug, Described)]
pub struct Beside {
    /// The series that were added up.
    pub series: Vec<SeriesId>,
    /// The sum.
    #[described(required)]
    pub value: Quantity,
    /// What each member adds.
    pub addend: Vec<Addend>,
}

/// A share of a whole.
#[derive(Clone, Debug, Described)]
pub struct Share {
    /// The measure of the whole.
    #[described(required)]
    pub measure: Measure,
    /// The share in per cent, rounded to one decimal, half away from zero.
    #[described(required)]
    pub value: Quantity,
    /// The whole, with the power of ten and the unit of the tables.
    #[described(required)]
    pub whole: Quantity,
    /// The observations that the whole is the sum of.
    pub counted: Vec<Counted>,
}

impl Total {
    /// The same with the citations of everything that it rests on.
    fn cited(self) -> Self {
        let beside = self.beside.iter().flat_map(|other| &other.addend);
        let counted = self.addend.iter().chain(beside).flat_map(|addend| &addend.counted);
        let wholes = self.share.iter().flat_map(|share| &share.counted);
        let cites = counted.chain(&self.printed).chain(wholes).flat_map(|one| &one.cite);
        Self { cite: each(cites), ..self }
    }
}

const FIELDS: [&str; 4] = ["measure", "over", "reporter", "period"];

impl View<'_> {
    /// The figures of the members of a group, added up for each reporter and period.
    ///
    /// The text names a measure and a group, and perhaps a reporter and periods: `goods-trade over:asean`,
    /// `oda over:asean@1999-04-30 reporter:oecd period:2009..2023`. Without a day the members are those at the end of each
    /// period, with one those of that day. Without periods each whole year that a table has is one; a period that is no
    /// whole year is taken where it is the one that is named.
    ///
    /// # Errors
    /// When the text breaks the grammar, or names a measure, group or reporter that the record has no such figures of.
    pub fn total(&self, text: &str) -> Result<Answer, QueryError> {
        let asked = Asked::read(text, &FIELDS)?;
        let measure = asked.measure(self)?.value;
        let group = asked.group(self, "over")?.ok_or_else(|| asked.no_group(self, "over"))?;
        let period = asked.period()?;
        let ways = measures(self, &measure);
        let reporter = self.figures(&asked, &measure, &ways, |view, table| {
            !sides(view, &[table], std::slice::from_ref(&group)).is_empty()
        })?;
        let question = Sought { measure: &measure, ways: &ways, group: &group, period: &period };
        let rows = totals(self, &question, reporter.as_deref());
        let rows: Vec<Row> = rows.into_iter().map(|total| Row::Total(Box::new(total))).collect();
        let answer = Answer::new(self, "total", text, rows);
        if !answer.rows().is_empty() {
            return Ok(answer);
        }
        let plain = self.dataset().view();
        let elsewhere = |view: &View<'_>| !totals(view, &question, reporter.as_deref()).is_empty();
        Ok(answer.because(nothing(self, elsewhere(&plain), &measure, &period)))
    }

    /// Checks that the dataset has figures by member or partner of the measure; gives the reporter, if one is asked for.
    pub(super) fn figures(
        &self,
        asked: &Asked<'_>,
        measure: &str,
        ways: &[Vec<String>],
        is_meant: impl Fn(&View<'_>, &Table<'_>) -> bool,
    ) -> Result<Option<String>, QueryError> {
        let plain = self.dataset().view();
        let tables = tables(&plain, &ways.concat());
        let meant = tables.iter().filter(|table| is_meant(&plain, table));
        let reporters: SortedSet<&str> = meant.map(|table| table.reporter.as_str()).collect();
        let Some(given) = asked.reporter()? else {
            if reporters.is_empty() {
                let given = asked.measure(self)?;
                let message = format!("no series of `{measure}` has values by partner or member");
                return Err(asked.not(&given, message, summable(&plain)));
            }
            return Ok(None);
        };
        if reporters.contains(given.value.as_str()) {
            return Ok(Some(given.value.clone()));
        }
        let message =
            format!("`{}` has no values of `{measure}` by partner or member", given.value);
        Err(asked.not(given, message, reporters))
    }
}

/// The measures of which some series of levels has more than one party.
fn summable<'a>(view: &View<'a>) -> Vec<&'a str> {
    let notations = view.dataset().concepts().notations("measure");
    let is_table = |notation: &&str| {
        tables(view, &measures(view, notation).concat()).iter().any(|table| {
            let ends: SortedSet<_> = table.keys().map(|(area, with, _)| (area, with)).collect();
            ends.len() > 1
        })
    };
    notations.into_iter().map(|(notation, _)| notation).filter(is_table).collect()
}

/// What is sought.
struct Sought<'q> {
    measure: &'q str,
    ways: &'q [Vec<String>],
    group: &'q Group<'q>,
    period: &'q Option<DateRange>,
}

fn totals(view: &View<'_>, sought: &Sought<'_>, reporter: Option<&str>) -> Vec<Total> {
    let tables = tables(view, &every(view, sought.measure, sought.ways));
    let mut rows = Vec::new();
    for (by, tables) in by_reporter(&tables, reporter) {
        for side in sides(view, &tables, std::slice::from_ref(sought.group)) {
            for (days, written) in periods(&tables, sought.period) {
                let whole = Whole { view, tables: &tables, side: &side, days };
                rows.extend(whole.total(sought, by, written));
            }
        }
    }
    rows
}

/// The tables of each reporter.
pub(super) fn by_reporter<'t, 'a>(
    tables: &'t [Table<'a>],
    only: Option<&str>,
) -> SortedMap<&'t str, Vec<&'t Table<'a>>> {
    let mut by: SortedMap<&str, Vec<&Table<'a>>> = SortedMap::default();
    for table in tables.iter().filter(|table| only.is_none_or(|only| only == table.reporter)) {
        by.or_default(&table.reporter).push(table);
    }
    by
}

/// The ends through which tables run: those at which some of the parties, or a member of them, stands.
pub(super) fn sides(
    view: &View<'_>,
    tables: &[&Table<'_>],
    parties: &[Group<'_>],
) -> SortedSet<Side> {
    let mut wanted: SortedSet<String> = SortedSet::default();
    for party in parties {
        if !view.lens().is_group(&party.id) {
            wanted.insert(party.id.clone());
        }
        view.lens().members_of(&party.id, None, &mut |member| {
            wanted.insert(member.to_owned());
        });
    }
    let mut sides = SortedSet::default();
    for (area, counterpart, _) in tables.iter().flat_map(|table| table.keys()) {
        if wanted.contains(counterpart) {
            sides.insert(Side { of_counterparts: true, fixed: area.to_owned() });
        } else if wanted.contains(area) {
            sides.insert(Side { of_counterparts: false, fixed: counterpart.to_owned() });
        }
    }
    sides
}

/// The periods that are asked for, in order of days: whole years, or just the one that is named.
pub(super) fn periods(tables: &[&Table<'_>], asked: &Option<DateRange>) -> SortedMap<Days, String> {
    let whole = |days: Days| {
        let (first, last) = days;
        first.year() == last.year()
            && (first.month(), first.day_of_month()) == (1, 1)
            && (last.month(), last.day_of_month()) == (12, 31)
    };
    let mut found: SortedMap<Days, String> = SortedMap::default();
    for (days, written) in tables.iter().flat_map(|table| table.periods()) {
        let meant = match asked {
            None => whole(days),
            Some(range) if (range.from, range.to) == days => true,
            Some(range) => whole(days) && range.from <= days.0 && days.1 <= range.to,
        };
        // Of two writings of the same days the plainer: `2021` and not `2021?`.
        if meant && found.get(&days).is_none_or(|known| written < known.as_str()) {
            found.insert(days, written.to_owned());
        }
    }
    found
}

/// What a reporter's tables say of a period.
pub(super) struct Whole<'w, 'v, 'a> {
    pub(super) view: &'w View<'v>,
    pub(super) tables: &'w [&'w Table<'a>],
    pub(super) side: &'w Side,
    pub(super) days: Days,
}

impl Whole<'_, '_, '_> {
    fn total(&self, sought: &Sought<'_>, reporter: &str, period: String) -> Option<Total> {
        let Self { view, side, days, .. } = self;
        let members = sought.group.members(view, days.1);
        let held = |table: &Table<'_>| {
            members.sure.iter().filter(|id| table.value(side, id, *days).is_some()).count()
        };
        let ways = ways(self.tables, sought.ways, held);
        let way = ways.first()?;
        let sum = way.sum(view, side, &members.sure, *days);
        let beside = ways[1..].iter().filter_map(|other| self.beside(other, &members, &sum));
        let (area, counterpart) = side.key(&sought.group.id);
        let unsure = Verdict::maybe(Why::FactDate);
        let verdict =
            if members.perhaps.is_empty() { sum.verdict } else { sum.verdict.and(unsure) };
        let value = sum.value;
        let total = Total {
            truth: verdict.truth,
            why: verdict.reasons().collect(),
            id: sought.group.id.clone(),
            label: view.name_of(&sought.group.id),
            measure: sought.measure.parse().ok()?,
            reporter: reporter.parse().ok()?,
            area: area.parse().ok(),
            counterpart: counterpart.parse().ok(),
            period: period.parse().ok()?,
            share: value.map(|value| self.shares(way, value, sought.measure)).unwrap_or_default(),
            value: value.and_then(|value| way.written(value)),
            series: way.series(),
            printed: self.printed(sought),
            beside: beside.collect(),
            member: ids(&members.sure),
            perhaps: ids(&members.perhaps),
            set: members.set,
            addend: sum.addend,
            gap: sum.gap,
            cite: Vec::new(),
        };
        Some(total.cited())
    }

    /// The sum that another way gives, if it lacks no more members.
    fn beside(&self, way: &Way<'_, '_>, members: &Members<'_>, than: &Sum) -> Option<Beside> {
        let sum = way.sum(self.view, self.side, &members.sure, self.days);
        let value = sum.value.filter(|_| sum.addend.len() >= than.addend.len())?;
        Some(Beside { series: way.series(), value: way.written(value)?, addend: sum.addend })
    }

    /// What sources print for the group itself.
    fn printed(&self, sought: &Sought<'_>) -> Vec<Counted> {
        let of = self.tables.iter().filter(|table| table.measure == sought.measure);
        let cells = of.filter_map(|table| {
            let (_, cell) = table.value(self.side, &sought.group.id, self.days)?;
            counted(self.view, table, cell)
        });
        cells.collect()
    }

    /// The shares that a figure is of the wholes which the reporter gives: of the measure, and of narrower ones.
    pub(super) fn shares(&self, way: &Way<'_, '_>, figure: Number, measure: &str) -> Vec<Share> {
        let own = way.tables.iter().map(|table| table.measure.clone()).collect();
        let narrower =
            narrower(self.view, measure).into_iter().map(|other| (other.clone(), vec![other]));
        let wholes = std::iter::once((measure.to_owned(), own)).chain(narrower);
        wholes.filter_map(|(name, of)| self.share(way, figure, &name, &of)).collect()
    }

    fn share(&self, way: &Way<'_, '_>, figure: Number, name: &str, of: &[String]) -> Option<Share> {
        let tables = of.iter().map(|measure| {
            let mut of = self.tables.iter().copied().filter(|table| table.measure == *measure);
            of.find(|table| table.value(self.side, "", self.days).is_some())
        });
        let whole = Way { tables: tables.collect::<Option<Vec<_>>>()? };
        if !whole.tables.iter().chain(&way.tables).all(|table| table.unit == whole.tables[0].unit) {
            return None;
        }
        let (value, _) = whole.figure(self.side, "", self.days)?;
        let cells = whole.cells(self.side, "", self.days)?;
        let share = way.full(figure)?.per_cent_of(whole.full(value)?, 1)?;
        let counted = cells.into_iter().filter_map(|(table, cell)| counted(self.view, table, cell));
        Some(Share {
            measure: name.parse().ok()?,
            value: format!("{share} %").parse().ok()?,
            whole: whole.written(value)?,
            counted: counted.collect(),
        })
    }
}
