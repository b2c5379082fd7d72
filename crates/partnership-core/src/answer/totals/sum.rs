//! Sums over parties: which tables are taken, what each party adds, who has no value.

use std::cmp::Reverse;

use super::table::{Cell, Days, Side, Table};
use super::{Addend, Counted, Gap, GapReason};
use crate::describe::Node;
use crate::model::SeriesId;
use crate::order::Order;
use crate::value::{Number, Quantity, Truth};
use crate::view::{Verdict, View};

/// One table of each of the measures that are added up; of one measure, one.
#[derive(Clone)]
pub(super) struct Way<'t, 'a> {
    pub(super) tables: Vec<&'t Table<'a>>,
}

/// A sum over parties.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    pub(super) value: Option<Number>,
    pub(super) addend: Vec<Addend>,
    pub(super) gap: Vec<Gap>,
    pub(super) verdict: Verdict,
}

/// The measure by itself, and those that it is the sum of.
pub(super) fn measures(view: &View<'_>, measure: &str) -> Vec<Vec<String>> {
    let dataset = view.dataset();
    let summands = |id: &&str| {
        let concept = dataset.tree(dataset.find(id)?);
        let parts = concept.list("sum").iter().filter_map(Node::as_str);
        let parts = parts.filter_map(|id| dataset.concepts().notation(id));
        Some(parts.map(str::to_owned).collect::<Vec<_>>())
    };
    let named = dataset.concepts().named("measure", measure);
    let sums = named.iter().filter_map(summands).filter(|sum| !sum.is_empty());
    std::iter::once(vec![measure.to_owned()]).chain(sums).collect()
}

/// The measures that are narrower than one.
pub(super) fn narrower(view: &View<'_>, measure: &str) -> Vec<String> {
    let concepts = view.dataset().concepts();
    let within = concepts.named("measure", measure).into_iter().flat_map(|id| concepts.within(id));
    let notations = within.filter_map(|id| concepts.notation(id));
    notations.filter(|notation| *notation != measure).map(str::to_owned).collect()
}

/// The measures whose tables are needed: those of every way, and the narrower ones whose wholes a share may be of.
pub(super) fn every(view: &View<'_>, measure: &str, ways: &[Vec<String>]) -> Vec<String> {
    [ways.concat(), narrower(view, measure)].concat()
}

/// The ways to a figure in a period, that with most values first: each table of a measure that has a value of some of the
/// parties, and of measures that are added up the fullest table of each.
pub(super) fn ways<'t, 'a>(
    tables: &[&'t Table<'a>],
    measures: &[Vec<String>],
    held: impl Fn(&Table<'_>) -> usize,
) -> Vec<Way<'t, 'a>> {
    let fullest = |measure: &str| {
        let mut of: Vec<&'t Table<'a>> = tables
            .iter()
            .copied()
            .filter(|table| table.measure == measure && held(table) > 0)
            .collect();
        of.order_by_key(|table| (Reverse(held(table)), Reverse(table.len()), table.id));
        of
    };
    let mut ways = Vec::new();
    for measures in measures {
        if let [measure] = measures.as_slice() {
            ways.extend(fullest(measure).into_iter().map(|table| Way { tables: vec![table] }));
            continue;
        }
        let each = measures.iter().map(|measure| fullest(measure).into_iter().next());
        let each: Option<Vec<_>> = each.collect();
        ways.extend(
            each.filter(|tables| tables.iter().all(|table| table.unit == tables[0].unit))
                .map(|tables| Way { tables }),
        );
    }
    let least = |way: &Way<'_, '_>| way.tables.iter().map(|table| held(table)).min();
    let rows = |way: &Way<'_, '_>| way.tables.iter().map(|table| table.len()).sum::<usize>();
    ways.order_by_key(|way| (Reverse(least(way)), Reverse(rows(way))));
    ways
}

impl<'t> Way<'t, '_> {
    pub(super) fn series(&self) -> Vec<SeriesId> {
        self.tables.iter().filter_map(|table| table.id.parse().ok()).collect()
    }

    /// The power of ten that sums are written in: the least of the tables.
    fn power(&self) -> i8 {
        self.tables.iter().map(|table| table.power).min().unwrap_or_default()
    }

    /// A sum with its power of ten and unit, as quantities are written.
    pub(super) fn written(&self, value: Number) -> Option<Quantity> {
        let power = self.power();
        let power = if power == 0 { String::new() } else { format!("e{power}") };
        let unit = self.tables.first().map_or("", |table| table.unit.as_str());
        format!("{value}{power} {unit}").trim_end().parse().ok()
    }

    /// A sum in units.
    pub(super) fn full(&self, value: Number) -> Option<Number> {
        value.checked_shift(self.power())
    }

    /// What each table says of a party; none if one of them says nothing.
    pub(super) fn cells(
        &self,
        side: &Side,
        party: &str,
        days: Days,
    ) -> Option<Vec<(&'t Table<'_>, Cell)>> {
        let each =
            self.tables.iter().map(|table| Some((*table, table.value(side, party, days)?.1)));
        each.collect()
    }

    /// The figure of a party, in the power of the way.
    pub(super) fn figure(&self, side: &Side, party: &str, days: Days) -> Option<(Number, Verdict)> {
        let (mut sum, mut verdict) = (Number::ZERO, Verdict::YES);
        for table in &self.tables {
            let (value, cell) = table.value(side, party, days)?;
            let value = value.checked_shift(table.power.checked_sub(self.power())?)?;
            sum = sum.checked_add(value)?;
            verdict = verdict.and(cell.verdict);
        }
        Some((sum, verdict))
    }

    /// The sum over parties, with what each adds and who is missing.
    pub(super) fn sum(&self, view: &View<'_>, side: &Side, parties: &[&str], days: Days) -> Sum {
        let mut sum =
            Sum { value: None, addend: Vec::new(), gap: Vec::new(), verdict: Verdict::YES };
        // A sum of more digits than a number has is none.
        let mut total = Some(Number::ZERO);
        for party in parties {
            let Some((value, verdict)) = self.figure(side, party, days) else {
                sum.gap.extend(self.gaps(side, party, days));
                continue;
            };
            sum.addend.extend(self.addend(view, side, party, days));
            total = total.and_then(|before| before.checked_add(value));
            sum.verdict = sum.verdict.and(verdict);
        }
        sum.value = total.filter(|_| !sum.addend.is_empty());
        sum
    }

    fn addend(&self, view: &View<'_>, side: &Side, party: &str, days: Days) -> Option<Addend> {
        let (value, _) = self.figure(side, party, days)?;
        let cells = self.cells(side, party, days)?;
        let counted = cells.into_iter().filter_map(|(table, cell)| counted(view, table, cell));
        let (party, value) = (party.parse().ok()?, self.written(value)?);
        Some(Addend { party, value, counted: counted.collect() })
    }

    /// Which tables have no value of a party, and why.
    fn gaps(&self, side: &Side, party: &str, days: Days) -> Vec<Gap> {
        let lacks = self.tables.iter().filter(|table| table.value(side, party, days).is_none());
        let gap = |table: &&Table<'_>| {
            let (key, mut held) = (side.key(party), Vec::new());
            for (area, counterpart, other) in table.keys() {
                if (area, counterpart) == (key.0.as_str(), key.1.as_str())
                    && table.value(side, party, other).is_some()
                {
                    held.push(other);
                }
            }
            let reason = match table.cell(side, party, days) {
                Some(cell) if cell.verdict.truth == Truth::No => GapReason::Hidden,
                Some(_) => GapReason::Missing,
                None if held.is_empty() => GapReason::NotInTable,
                None => GapReason::OtherPeriod,
            };
            let years = held.iter().min().zip(held.iter().max());
            let years = years.map(|(first, last)| match (first.0.year(), last.1.year()) {
                (first, last) if first == last => first.to_string(),
                (first, last) => format!("{first}/{last}"),
            });
            Some(Gap {
                party: party.parse().ok()?,
                series: table.id.parse().ok()?,
                reason,
                held: years,
            })
        };
        lacks.filter_map(gap).collect()
    }
}

/// An observation with what is said of it.
pub(super) fn counted(view: &View<'_>, table: &Table<'_>, cell: Cell) -> Option<Counted> {
    Some(Counted {
        series: table.id.parse().ok()?,
        value: table.written(cell)?,
        status: table.leaf(cell, "status").and_then(|status| status.parse().ok()),
        note: table.leaf(cell, "note").map(str::to_owned),
        cite: table.cites(view, cell),
    })
}
