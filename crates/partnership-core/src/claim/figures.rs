//! The tables of the record by measure and reporter, and the rows of a key in them.

use std::collections::HashMap;

use super::members::Groups;
use super::when::{is_within, same};
use crate::describe::{Node, Shaped, Struct};
use crate::model::{Figure, Kind, Test, TestKind};
use crate::query::{Plan, eval};
use crate::sorted::{SortedMap, SortedSet};
use crate::value::{Bounds, Interval, Number, Quantity, Span, Truth};
use crate::view::{Verdict, View, Why, bounds};

/// The tables that some tests may ask for, read once.
#[derive(Debug)]
pub(crate) struct Figures<'a> {
    tables: Vec<Table<'a>>,
    measures: SortedMap<String, Measure>,
    pub(super) groups: Groups,
}

/// How a measure hangs together with others; all by notation.
#[derive(Clone, Debug, Default)]
pub(super) struct Measure {
    /// Measures whose sum it is.
    pub(super) sum: Vec<String>,
    /// Two measures of which it is the first less the other.
    pub(super) balance: Vec<String>,
    /// Measures that are the rank of it.
    pub(super) ranks: Vec<String>,
    /// Measures that are a share of it.
    pub(super) shares: Vec<String>,
    /// The measure that the other side counts for the same flow.
    pub(super) mirror: Option<String>,
    pub(super) two_way: bool,
    pub(super) stock: bool,
}

/// A series.
#[derive(Debug)]
pub(super) struct Table<'a> {
    pub(super) tree: Struct<'a>,
    pub(super) row: Vec<Row<'a>>,
    by_key: HashMap<(Option<String>, Option<String>), Vec<usize>>,
}

/// A value of a series that the view shows, and that is not known to be wrong.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) area: Option<String>,
    pub(super) counterpart: Option<String>,
    pub(super) days: Bounds,
    pub(super) quantity: Quantity,
    /// What the printed number allows.
    pub(super) amount: Interval,
    /// The number itself, in its power of ten.
    pub(super) number: Number,
    /// How surely it is of its key.
    pub(super) verdict: Verdict,
    /// Whether it is the preferred value.
    pub(super) preferred: bool,
    /// Whether it is known to be wrong.
    pub(super) wrong: bool,
    pub(super) node: Struct<'a>,
}

/// What is measured, whose figure it is, and with whom.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key {
    pub(crate) measure: String,
    pub(crate) area: Option<String>,
    pub(crate) counterpart: Option<String>,
}

impl Key {
    pub(super) fn of(figure: &Figure) -> Option<Self> {
        let id = |id: &Option<crate::model::PartyId>| id.as_ref().map(|id| id.as_str().to_owned());
        Some(Self {
            measure: figure.measure.as_ref()?.as_str().to_owned(),
            area: id(&figure.area),
            counterpart: id(&figure.counterpart),
        })
    }

    pub(super) fn with_measure(&self, measure: &str) -> Self {
        Self { measure: measure.to_owned(), ..self.clone() }
    }

    pub(super) fn turned(&self) -> Self {
        Self {
            measure: self.measure.clone(),
            area: self.counterpart.clone(),
            counterpart: self.area.clone(),
        }
    }
}

impl<'a> Figures<'a> {
    /// The tables of the measures that some tests name, and of those that hang together with them.
    pub(crate) fn of<'t>(view: &View<'a>, tests: impl Iterator<Item = &'t Test>) -> Self {
        let tests: Vec<&Test> = tests.collect();
        let aims: Vec<Figure> = tests.iter().flat_map(|test| aims(view, test)).collect();
        let of = |test: &&'t Test| test.figure.iter().chain(&test.of).chain(&test.item);
        let named =
            tests.iter().flat_map(of).chain(&aims).filter_map(|figure| figure.measure.as_ref());
        Self::of_measures(view, named.map(|measure| measure.as_str()))
    }

    /// The tables of some measures, and of those that hang together with them.
    pub(crate) fn of_measures<'m>(view: &View<'a>, named: impl Iterator<Item = &'m str>) -> Self {
        Self::read(view, measures(view), named, false)
    }

    /// The same with the rows that are known to be wrong.
    pub(crate) fn with_wrong<'m>(view: &View<'a>, named: impl Iterator<Item = &'m str>) -> Self {
        Self::read(view, measures(view), named, true)
    }

    /// The tables of a measure, and of what the other end of its flows counts.
    pub(crate) fn of_both_ends(view: &View<'a>, measure: &str) -> Self {
        let measures = measures(view);
        let mirror = measures.get(measure).and_then(|of| of.mirror.clone());
        let named = [Some(measure), mirror.as_deref()].into_iter().flatten();
        Self::read(view, measures, named, false)
    }

    fn read<'m>(
        view: &View<'a>,
        measures: SortedMap<String, Measure>,
        named: impl Iterator<Item = &'m str>,
        with_wrong: bool,
    ) -> Self {
        let mut wanted: SortedSet<&str> = SortedSet::default();
        for measure in named {
            wanted.insert(measure);
            if let Some(of) = measures.get(measure) {
                let others = of.sum.iter().chain(&of.ranks).chain(&of.shares);
                wanted.extend(others.map(String::as_str));
            }
        }
        let wanted: Vec<&str> = wanted.into_iter().collect();
        let tables = match wanted.is_empty() {
            true => Vec::new(),
            false => tables(view, &format!("kind:series measure:{}", wanted.join(",")), with_wrong),
        };
        Self { tables, measures, groups: Groups::default() }
    }

    /// Every table, with the rows that are known to be wrong.
    pub(crate) fn of_all(view: &View<'a>) -> Self {
        let tables = tables(view, "kind:series", true);
        Self { tables, measures: measures(view), groups: Groups::default() }
    }

    /// The first year that any table has a row of.
    pub(super) fn first_year(&self) -> Option<i32> {
        let days = self.tables.iter().flat_map(|table| &table.row).map(|row| row.days.start_first);
        days.min().map(|day| day.year())
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Table<'a>> {
        self.tables.iter()
    }

    /// The last day of which a source prints a figure; none of one that prints none by itself.
    pub(crate) fn newest_of(&self, source: &str) -> Option<Bounds> {
        let rows = self.tables.iter().flat_map(|table| &table.row);
        let is_its =
            |row: &&Row<'a>| row.node.parts("cite").any(|cite| cite.leaf("source") == Some(source));
        rows.filter(is_its).map(|row| row.days).max_by_key(|days| days.end_last)
    }

    /// The measures of which one is the share.
    pub(super) fn wholes(&self, share: &str) -> Vec<String> {
        let of = self.measures.iter().filter(|(_, of)| of.shares.iter().any(|one| one == share));
        of.map(|(notation, _)| notation.clone()).collect()
    }

    pub(super) fn measure(&self, notation: &str) -> Measure {
        self.measures.get(notation).cloned().unwrap_or_default()
    }

    pub(super) fn table(&self, at: usize) -> Option<&Table<'a>> {
        self.tables.get(at)
    }

    /// The tables of a measure and transform, of one reporter or of all.
    pub(super) fn tables(
        &self,
        measure: &str,
        transform: &str,
        reporter: Option<&str>,
    ) -> impl Iterator<Item = (usize, &Table<'a>)> {
        let fits = move |(_, table): &(usize, &Table<'a>)| {
            let of = |field: &str| table.tree.leaf(field);
            of("measure") == Some(measure)
                && of("transform") == Some(transform)
                && reporter.is_none_or(|only| of("reporter") == Some(only))
        };
        let all: Vec<_> = self.tables.iter().enumerate().filter(fits).collect();
        all.into_iter()
    }

    /// The reporters of a measure or of its parts, or of its ranks or shares, in the order of the series.
    pub(super) fn reporters(&self, key: &Key, only: Option<&str>) -> Vec<String> {
        let of = self.measure(&key.measure);
        let names: Vec<&str> = [key.measure.as_str()]
            .into_iter()
            .chain(of.sum.iter().chain(&of.ranks).chain(&of.shares).map(String::as_str))
            .collect();
        let mut reporters: Vec<String> = Vec::new();
        for table in &self.tables {
            let fits = table.tree.leaf("measure").is_some_and(|measure| names.contains(&measure));
            let Some(reporter) = table.tree.leaf("reporter").filter(|_| fits) else { continue };
            if only.is_none_or(|only| only == reporter)
                && !reporters.iter().any(|known| known == reporter)
            {
                reporters.push(reporter.to_owned());
            }
        }
        reporters
    }

    /// The key as it may be told: as it is, and the other way round if the measure is the same told of either party.
    pub(super) fn ways(&self, key: &Key) -> Vec<Key> {
        let two_way = self.measures.get(&key.measure).is_some_and(|of| of.two_way);
        match two_way && key.area.is_some() && key.counterpart.is_some() {
            true => vec![key.clone(), key.turned()],
            false => vec![key.clone()],
        }
    }

    /// The rows of a key in a table for a period; of a stock the last count within it, where none is of the whole.
    pub(super) fn rows<'s>(
        &'s self,
        table: &'s Table<'a>,
        key: &Key,
        period: &Span,
    ) -> Vec<&'s Row<'a>> {
        let wanted = period.bounds();
        let rows = table.of_key(key.area.clone(), key.counterpart.clone());
        let of_period: Vec<_> = rows.iter().copied().filter(|row| same(row.days, wanted)).collect();
        let is_stock = self.measures.get(&key.measure).is_some_and(|of| of.stock);
        if !of_period.is_empty() || !is_stock {
            return of_period;
        }
        let within = rows.into_iter().filter(|row| is_within(row.days, wanted));
        let within: Vec<_> = within.collect();
        let last = within.iter().map(|row| row.days.end_last).max();
        within.into_iter().filter(|row| Some(row.days.end_last) == last).collect()
    }

    /// The rows of a key whose period has the same days, however sure they are: `2021?` for `2021`.
    pub(super) fn rows_near<'s>(
        &'s self,
        table: &'s Table<'a>,
        key: &Key,
        period: &Span,
    ) -> Vec<&'s Row<'a>> {
        let days = |of: Bounds| (of.start_first, of.end_last);
        let rows = table.of_key(key.area.clone(), key.counterpart.clone());
        rows.into_iter().filter(|row| days(row.days) == days(period.bounds())).collect()
    }
}

/// The tables that a query finds; with rows that are known to be wrong, or without them.
fn tables<'a>(view: &View<'a>, query: &str, with_wrong: bool) -> Vec<Table<'a>> {
    // A notation of no concept is told of by validation, and has no series.
    let found = Plan::parse(query, view.dataset()).map(|plan| eval::ids(view, &plan));
    let ids = found.unwrap_or_default().into_iter();
    let numbers = ids.filter_map(|(id, _)| view.dataset().find(id));
    numbers.map(|number| Table::of(view, view.dataset().tree(number), with_wrong)).collect()
}

impl<'a> Table<'a> {
    fn of(view: &View<'a>, tree: Struct<'a>, with_wrong: bool) -> Self {
        let power = tree.leaf("power").and_then(|power| power.parse().ok()).unwrap_or_default();
        let mut row = Vec::new();
        if let (Some(field), Some(list)) = (tree.of.field("observation"), tree.get("observation")) {
            for (node, held) in view.lens().parts(&tree, field, list) {
                let Some(node) = node.as_struct() else { continue };
                let ranked = view.lens().row(&tree, node);
                let value = node.leaf("value").and_then(|text| text.parse::<Quantity>().ok());
                let (Some(quantity), Some(days)) = (value, node.leaf("period").and_then(bounds))
                else {
                    continue;
                };
                let (Some(amount), Some(number)) =
                    (quantity.allowed_in(power), quantity.value_in(power))
                else {
                    continue;
                };
                let wrong = ranked.truth == Truth::No;
                if wrong && !with_wrong {
                    continue;
                }
                let dimension = |name: &str| {
                    let of = node.leaf(name).or_else(|| tree.leaf(name));
                    of.map(str::to_owned)
                };
                // One of several values is a reading like any other; a period that is not sure makes a maybe.
                let dated =
                    if days.qualified { Verdict::maybe(Why::FactDate) } else { Verdict::YES };
                row.push(Row {
                    area: dimension("area"),
                    counterpart: dimension("counterpart"),
                    days,
                    quantity,
                    amount,
                    number,
                    verdict: held.and(dated),
                    preferred: ranked.truth == Truth::Yes,
                    wrong,
                    node: node.clone(),
                });
            }
        }
        let mut by_key: HashMap<_, Vec<usize>> = HashMap::new();
        for (at, row) in row.iter().enumerate() {
            by_key.entry((row.area.clone(), row.counterpart.clone())).or_default().push(at);
        }
        Self { tree, row, by_key }
    }

    /// Whose figures with whom it has, each pair once.
    pub(super) fn ends(&self) -> SortedSet<(&str, &str)> {
        let ends = self.by_key.keys();
        ends.filter_map(|(area, counterpart)| area.as_deref().zip(counterpart.as_deref())).collect()
    }

    pub(super) fn id(&self) -> &str {
        self.tree.leaf("id").unwrap_or_default()
    }

    pub(super) fn power(&self) -> i8 {
        self.tree.leaf("power").and_then(|power| power.parse().ok()).unwrap_or_default()
    }

    pub(super) fn unit(&self) -> Option<&str> {
        self.tree.leaf("unit")
    }

    pub(super) fn of_key(
        &self,
        area: Option<String>,
        counterpart: Option<String>,
    ) -> Vec<&Row<'a>> {
        let found = self.by_key.get(&(area, counterpart));
        found.into_iter().flatten().map(|at| &self.row[*at]).collect()
    }

    /// Whether it has rows of partners, for an area.
    pub(super) fn has_partners(&self, area: Option<&str>) -> bool {
        self.partners_of(area).next().is_some()
    }

    /// The partners that it has rows of, for an area; none of a table whose partner is fixed.
    pub(super) fn partners(&self, area: Option<&str>) -> SortedSet<&str> {
        self.partners_of(area).collect()
    }

    fn partners_of(&self, area: Option<&str>) -> impl Iterator<Item = &str> {
        let keys = self.tree.get("counterpart").is_none().then(|| self.by_key.keys());
        let of_area = keys.into_iter().flatten().filter(move |(of, _)| of.as_deref() == area);
        of_area.filter_map(|(_, counterpart)| counterpart.as_deref())
    }
}

/// The figures that a target is of which is said to be met.
fn aims(view: &View<'_>, test: &Test) -> Vec<Figure> {
    let is_target = test.kind == Some(TestKind::TargetMet);
    let record = test.record.as_ref().filter(|_| is_target).map(|id| id.as_str());
    let of = test.commitment.as_ref().map(|id| id.as_str()).or(record);
    let Some(number) = of.and_then(|id| view.dataset().find(id)) else { return Vec::new() };
    let record = view.dataset().tree(number);
    let targets = record.parts("target").filter_map(|target| target.get("figure"));
    targets.filter_map(Figure::read).collect()
}

/// The measures of a dataset.
fn measures(view: &View<'_>) -> SortedMap<String, Measure> {
    let dataset = view.dataset();
    let concepts = dataset.concepts();
    let mut measures: SortedMap<String, Measure> = SortedMap::default();
    for number in dataset.numbers(Kind::Concept) {
        let concept = dataset.tree(number);
        let (Some("measure"), Some(notation)) = (concept.leaf("serves"), concept.leaf("notation"))
        else {
            continue;
        };
        let notations = |field: &str| {
            let ids = concept.list(field).iter().filter_map(Node::as_str);
            ids.filter_map(|id| concepts.notation(id)).map(str::to_owned).collect::<Vec<_>>()
        };
        for of in notations("rank_of") {
            measures.or_default(of).ranks.push(notation.to_owned());
        }
        for of in notations("share_of") {
            measures.or_default(of).shares.push(notation.to_owned());
        }
        let own = measures.or_default(notation.to_owned());
        own.sum = notations("sum");
        own.balance = notations("balance_of");
        own.mirror = concept.leaf("mirror").and_then(|id| concepts.notation(id)).map(str::to_owned);
        own.two_way = concept.leaf("two_way") == Some("true");
        own.stock = concept.leaf("stock") == Some("true");
    }
    measures
}
