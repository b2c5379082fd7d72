//! The tables that figures are taken from: each value by whose it is, with whom, and of which days.

use std::collections::HashMap;

use crate::answer::Observed;
use crate::describe::{Node, Struct};
use crate::model::Kind;
use crate::query::{Plan, eval};
use crate::value::{Day, Hedge, Number, Quantity, Truth};
use crate::view::{Verdict, View, Why, bounds, supporting};

/// The first and the last day of a period.
pub(super) type Days = (Day, Day);

/// Which end of a figure stays the same while the other runs through partners or members.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Side {
    /// Whether the other end is the counterpart, and not the area.
    pub(super) of_counterparts: bool,
    /// The end that stays; empty where there is none.
    pub(super) fixed: String,
}

/// A series of levels, with its values by key.
pub(super) struct Table<'a> {
    pub(super) id: &'a str,
    pub(super) measure: String,
    pub(super) reporter: String,
    pub(super) unit: String,
    pub(super) power: i8,
    series: Struct<'a>,
    cells: HashMap<(String, String, Days), Cell>,
    /// Each period as it is written.
    periods: HashMap<Days, String>,
}

/// A value of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    row: usize,
    /// In the power of the table; none where the table has no value.
    pub(super) value: Option<Number>,
    pub(super) verdict: Verdict,
}

impl Side {
    /// The area and the counterpart of a figure of a party.
    pub(super) fn key(&self, party: &str) -> (String, String) {
        match self.of_counterparts {
            true => (self.fixed.clone(), party.to_owned()),
            false => (party.to_owned(), self.fixed.clone()),
        }
    }
}

/// The tables of levels of some measures, in the documented order.
pub(super) fn tables<'a>(view: &View<'a>, measures: &[String]) -> Vec<Table<'a>> {
    let dataset = view.dataset();
    let text = format!("kind:series transform:level measure:{}", measures.join(","));
    let Ok(plan) = Plan::parse(&text, dataset) else { return Vec::new() };
    let found = eval::ids(view, &plan).into_iter();
    let tables = found.filter_map(|(id, _)| Table::read(view, dataset.find(id)?));
    tables.filter(|table| measures.contains(&table.measure)).collect()
}

impl<'a> Table<'a> {
    fn read(view: &View<'a>, number: u32) -> Option<Self> {
        let series = view.dataset().tree(number);
        let text = |field: &str| series.leaf(field).unwrap_or_default().to_owned();
        let held = view.lens().record(Kind::Series, &series).truth != Truth::No;
        if text("transform") != "level" || !held {
            return None;
        }
        let mut table = Self {
            id: view.dataset().id(number),
            measure: text("measure"),
            reporter: text("reporter"),
            unit: text("unit"),
            power: text("power").parse().unwrap_or_default(),
            series: Struct::new(series.of),
            cells: HashMap::new(),
            periods: HashMap::new(),
        };
        let field = series.of.field("observation")?;
        let list = series.get("observation")?;
        let mut shown = view.lens().parts(&series, field, list).into_iter().peekable();
        for (at, node) in list.items().enumerate() {
            let seen = shown.next_if(|(other, _)| std::ptr::eq(*other, node));
            let Some(row) = node.as_struct() else { continue };
            let verdict = seen.map_or(Verdict::NO, |(_, verdict)| verdict);
            table.add(&series, row, at, verdict.and(view.lens().row(&series, row)));
        }
        table.series = series;
        Some(table)
    }

    fn add(&mut self, series: &Struct<'_>, row: &Struct<'_>, at: usize, verdict: Verdict) {
        let observed = Observed { series, row };
        let Some(days) = row.leaf("period").and_then(bounds) else { return };
        let period = (days.start_first, days.end_last);
        let quantity = row.leaf("value").and_then(|value| value.parse::<Quantity>().ok());
        let hedged = quantity.as_ref().is_some_and(|value| value.hedge() != Hedge::Exact);
        let mut verdict = verdict;
        for (is_so, why) in [(hedged, Why::Hedge), (days.qualified, Why::FactDate)] {
            verdict = if is_so { verdict.and(Verdict::maybe(why)) } else { verdict };
        }
        let power = self.power;
        let value = quantity.as_ref().and_then(|value| {
            let own = value.printed_power().unwrap_or(power);
            value.number().checked_shift(own.checked_sub(power)?)
        });
        let end = |field| observed.get(field).and_then(Node::as_str).unwrap_or_default().to_owned();
        let key = (end("area"), end("counterpart"), period);
        let cell = Cell { row: at, value, verdict };
        let held = self.cells.entry(key).or_insert(cell);
        if held.verdict.truth < cell.verdict.truth {
            *held = cell;
        }
        let written = row.leaf("period").unwrap_or_default();
        self.periods.entry(period).or_insert_with(|| written.to_owned());
    }

    /// The figure of a party in a period.
    pub(super) fn cell(&self, side: &Side, party: &str, days: Days) -> Option<Cell> {
        let (area, counterpart) = side.key(party);
        self.cells.get(&(area, counterpart, days)).copied()
    }

    /// The same, if there is a number and the view shows it.
    pub(super) fn value(&self, side: &Side, party: &str, days: Days) -> Option<(Number, Cell)> {
        let cell = self.cell(side, party, days)?;
        let shown = cell.verdict.truth != Truth::No;
        cell.value.filter(|_| shown).map(|value| (value, cell))
    }

    /// Every area and counterpart, each pair once for each of its periods.
    pub(super) fn keys(&self) -> impl Iterator<Item = (&str, &str, Days)> {
        self.cells.keys().map(|(area, counterpart, days)| (&**area, &**counterpart, *days))
    }

    /// Every period, as it is written.
    pub(super) fn periods(&self) -> impl Iterator<Item = (Days, &str)> {
        self.periods.iter().map(|(days, written)| (*days, written.as_str()))
    }

    /// How many values it has.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// A field of a row.
    pub(super) fn leaf(&self, cell: Cell, field: &str) -> Option<&str> {
        self.series.list("observation").get(cell.row)?.as_struct()?.leaf(field)
    }

    /// A value as it is printed, with the power of ten and the unit of the table where it has none of its own.
    pub(super) fn written(&self, cell: Cell) -> Option<Quantity> {
        let value: Quantity = self.leaf(cell, "value")?.parse().ok()?;
        let power = value.printed_power().unwrap_or(self.power);
        let power = if power == 0 { String::new() } else { format!("e{power}") };
        let (number, unit) = (value.number(), value.unit().unwrap_or(&self.unit));
        format!("{}{number}{power} {unit}", value.hedge()).trim_end().parse().ok()
    }

    /// What supports a row: its own citations, else those of the table.
    pub(super) fn cites(&self, view: &View<'_>, cell: Cell) -> Vec<Struct<'static>> {
        let row = self.series.list("observation").get(cell.row).and_then(Node::as_struct);
        let own: Vec<_> = row.into_iter().flat_map(|row| row.parts("cite")).collect();
        let all =
            if own.is_empty() { supporting(&self.series, "observation").collect() } else { own };
        let known = all.into_iter().filter(|cite| {
            let source = cite.leaf("source").unwrap_or_default();
            view.lens().source(source).truth != Truth::No
        });
        known.cloned().map(Struct::into_owned).collect()
    }

    /// The partners that the table is said to hold.
    pub(super) fn holds(&self) -> Option<&Struct<'a>> {
        self.series.get("holds").and_then(Node::as_struct)
    }
}
