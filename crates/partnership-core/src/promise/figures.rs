//! The yearly figures of reporters: every series read once, by what it measures.

use std::collections::HashMap;

use super::evidence::{Figured, Scoring, summed, unless};
use super::gather::{cites, parts, value};
use super::score::{Aim, Counted, Fact, Score};
use crate::answer::Observed;
use crate::describe::{Node, Struct};
use crate::model::{Figure, Kind, Per};
use crate::sorted::{SortedMap, SortedSet};
use crate::value::{Hedge, Quantity, Truth};
use crate::view::{Verdict, View, Why, bounds, supporting};

/// A key without holes but for the reporter: measure, whose figure, with whom.
pub(super) type Key = (String, Option<String>, Option<String>);

/// Figures that are added up.
pub(super) type Way = Vec<Key>;

/// What a row of a table stands under beside its key: who counted, whether it is a sum up to then, in which unit.
type Stand = (String, bool, Option<String>);

/// Where a row stands: the number of its series among those that were read, and its own.
type At = (usize, usize, Verdict);

/// The series that give a figure in some way, with their rows of whole years.
pub(super) struct Figures<'a> {
    series: Vec<Struct<'a>>,
    /// In the order of the series.
    reporters: Vec<String>,
    rows: HashMap<Key, HashMap<Stand, SortedMap<i32, Vec<At>>>>,
}

impl<'a> Figures<'a> {
    /// Reads the series of the measures of some ways.
    pub(super) fn of(view: &View<'a>, ways: &[Way]) -> Self {
        let dataset = view.dataset();
        let mut figures = Self { series: Vec::new(), reporters: Vec::new(), rows: HashMap::new() };
        for number in dataset.numbers(Kind::Series) {
            let series = dataset.tree(number);
            let is_level = matches!(series.leaf("transform"), Some("level" | "cumulative"));
            let measure = series.leaf("measure");
            let is_asked = ways.iter().flatten().any(|(asked, ..)| measure == Some(asked));
            let held = || view.lens().record(Kind::Series, &series).truth != Truth::No;
            if is_level && is_asked && held() {
                figures.read(view, &series, ways);
                figures.series.push(series);
            }
        }
        figures
    }

    fn read(&mut self, view: &View<'a>, series: &Struct<'a>, ways: &[Way]) {
        let text = |field: &str| series.leaf(field).map(str::to_owned);
        let (Some(measure), Some(reporter)) = (text("measure"), text("reporter")) else { return };
        if !self.reporters.contains(&reporter) {
            self.reporters.push(reporter.clone());
        }
        let stand = (reporter, text("transform").as_deref() == Some("cumulative"), text("unit"));
        let at = self.series.len();
        let mut table = series.list("observation").iter().enumerate();
        for (row, held) in parts(view.lens(), series, "observation") {
            // Rows that the view leaves out are passed over.
            let is_row =
                |node: &Node<'_>| node.as_struct().is_some_and(|one| std::ptr::eq(one, row));
            let Some((place, _)) = table.find(|(_, node)| is_row(node)) else { continue };
            let value = Observed { series, row };
            let of = |field| value.get(field).and_then(Node::as_str);
            let (area, counterpart) = (of("area"), of("counterpart"));
            let is_asked = ways.iter().flatten().any(|(asked, from, to)| {
                *asked == measure && from.as_deref() == area && to.as_deref() == counterpart
            });
            if !is_asked || row.get("value").is_none() || !value.is_of_a_year() {
                continue;
            }
            let days = row.leaf("period").and_then(bounds);
            let Some(year) = days.map(|days| days.end_last.year()) else { continue };
            let key = (measure.clone(), area.map(str::to_owned), counterpart.map(str::to_owned));
            let years = self.rows.entry(key).or_default().entry(stand.clone()).or_default();
            years.or_default(year).push((at, place, held));
        }
    }

    fn years(&self, key: &Key, stand: &Stand) -> Option<&SortedMap<i32, Vec<At>>> {
        self.rows.get(key)?.get(stand)
    }
}

impl<'a> Scoring<'a> {
    /// The scores of a target that a statistical key measures, one for each reporter that has figures of it.
    pub(super) fn by_reporter(&self, figure: &Figure, aim: &Aim) -> Vec<Score> {
        let ways = self.ways(figure);
        let figures = self.figures(&ways);
        let wanted =
            |id: &&String| figure.reporter.as_ref().is_none_or(|only| only.as_str() == *id);
        let scores = figures.reporters.iter().filter(wanted).filter_map(|reporter| {
            let unit = aim.value.unit().map(str::to_owned);
            let stand = (reporter.clone(), aim.per == Per::Whole, unit);
            let told = Told { scoring: self, figures: &figures, ways: &ways, stand, aim };
            let years = told.all_years();
            let mut by_then = years.iter().rev().copied().filter(|year| aim.is_in_time(*year));
            let deciding = aim.deciding_year();
            let measure = figure.measure.as_ref().map_or("", |measure| measure.as_str());
            let missing = deciding.map(|year| self.missing_of(measure, year)).into_iter().collect();
            let decided_by = deciding.and_then(|year| told.figure(year));
            let newest = by_then.find_map(|year| told.figure(year));
            let score = || self.scored(aim, Some(reporter.as_str()), decided_by, newest, missing);
            (!years.is_empty()).then(score)
        });
        scores.collect()
    }

    fn missing_of(&self, measure: &str, year: i32) -> String {
        let measure =
            self.view().concept_of("measure", measure).unwrap_or_else(|| measure.to_owned());
        match self.is_korean() {
            true => format!("{year}년 {measure}"),
            false => format!("{measure}, {year}"),
        }
    }

    /// The ways in which a reporter may give a figure, best first: as printed, or the sum of what it is made of.
    fn ways(&self, figure: &Figure) -> Vec<Way> {
        let Some(measure) = figure.measure.as_ref().map(|measure| measure.as_str().to_owned())
        else {
            return Vec::new();
        };
        let id = |id: &Option<crate::model::PartyId>| id.as_ref().map(|id| id.as_str().to_owned());
        let (area, counterpart) = (id(&figure.area), id(&figure.counterpart));
        let mut ways = vec![vec![(measure.clone(), area.clone(), counterpart.clone())]];
        if let (None, None, [one, other]) = (&area, &counterpart, self.sides()) {
            let flow = |from: &String, to: &String| {
                (measure.clone(), Some(from.clone()), Some(to.clone()))
            };
            ways.push(vec![flow(one, other), flow(other, one)]);
            return ways;
        }
        let Some(concept) = self.concept(&measure) else { return ways };
        // What is the same told of either party is told of the other, too.
        let mut told = vec![(&area, &counterpart)];
        if concept.leaf("two_way") == Some("true") {
            ways.push(vec![(measure, counterpart.clone(), area.clone())]);
            told.push((&counterpart, &area));
        }
        let made_of = self.made_of(&concept);
        for (from, to) in told.into_iter().filter(|_| !made_of.is_empty()) {
            let all = made_of.iter().map(|part| (part.clone(), from.clone(), to.clone()));
            ways.push(all.collect());
        }
        ways
    }

    /// The concept of a measure.
    fn concept(&self, measure: &str) -> Option<Struct<'a>> {
        let dataset = self.view().dataset();
        let [id] = dataset.concepts().named("measure", measure)[..] else { return None };
        Some(dataset.tree(dataset.find(id)?))
    }

    /// The measures whose sum a measure is.
    fn made_of(&self, concept: &Struct<'_>) -> Vec<String> {
        let concepts = self.view().dataset().concepts();
        let ids = concept.list("sum").iter().filter_map(Node::as_str);
        ids.filter_map(|id| concepts.notation(id)).map(str::to_owned).collect()
    }
}

/// What one reporter tells of a figure.
struct Told<'t, 'a> {
    scoring: &'t Scoring<'a>,
    figures: &'t Figures<'a>,
    ways: &'t [Way],
    stand: Stand,
    aim: &'t Aim,
}

impl Told<'_, '_> {
    fn all_years(&self) -> SortedSet<i32> {
        self.ways.iter().flat_map(|way| self.years(way)).collect()
    }

    /// The years, over by the day, for which every figure of a way is given.
    fn years(&self, way: &Way) -> SortedSet<i32> {
        let last = self.scoring.day().plus(1).year() - 1;
        let of = |key: &Key| -> SortedSet<i32> {
            let years = self.figures.years(key, &self.stand).into_iter().flat_map(SortedMap::keys);
            years.copied().filter(|year| *year <= last).collect()
        };
        way.iter().map(of).reduce(|a, b| &a & &b).unwrap_or_default()
    }

    /// The figure of a year, in the first way that has it.
    fn figure(&self, year: i32) -> Option<Counted> {
        self.ways.iter().filter(|way| self.years(way).contains(&year)).find_map(|way| {
            let figures: Option<Vec<_>> = way.iter().map(|key| self.of_key(key, year)).collect();
            summed(figures?, self.aim)
        })
    }

    fn of_key(&self, key: &Key, year: i32) -> Option<Figured> {
        let lens = self.scoring.view().lens();
        let mut best: Option<Figured> = None;
        let mut others = Vec::new();
        for (series, place, held) in self.figures.years(key, &self.stand)?.get(&year)? {
            let series = self.figures.series.get(*series)?;
            let row = series.list("observation").get(*place).and_then(Node::as_struct);
            let Some(row) = row else { continue };
            let told = Observed { series, row };
            let ranked = lens.row(series, row);
            let quantity: Option<Quantity> = row.leaf("value").and_then(|text| text.parse().ok());
            let quantity = quantity.filter(|_| ranked.truth != Truth::No);
            let amount = quantity.as_ref().and_then(|quantity| quantity.allowed_in(told.power()));
            let (Some(quantity), Some(amount)) = (quantity, amount) else { continue };
            if ranked.truth == Truth::Maybe || best.is_some() {
                others.push(amount);
                continue;
            }
            let mut cite = cites(lens, row.parts("cite"));
            if cite.is_empty() {
                cite = cites(lens, supporting(series, "observation"));
            }
            let fact = Fact {
                id: series.leaf("id").unwrap_or_default().to_owned(),
                period: value(row, "period")?,
                value: written(&quantity, told.power(), self.stand.2.as_deref())?,
                status: value(row, "status"),
                cite,
            };
            let exact = quantity.hedge() == Hedge::Exact;
            let printed = exact.then(|| quantity.value_in(told.power())).flatten();
            let is_sure = row.leaf("period").and_then(bounds).is_some_and(|days| !days.qualified);
            let verdict = held.and(unless(is_sure, Why::FactDate));
            best = Some(Figured { fact, amount, printed, verdict, others: Vec::new() });
        }
        best.map(|best| Figured { others, ..best })
    }
}

/// A value of a table with the power and unit that the table gives it.
fn written(quantity: &Quantity, power: i8, unit: Option<&str>) -> Option<Quantity> {
    let power = quantity.printed_power().unwrap_or(power);
    let power = if power == 0 { String::new() } else { format!("e{power}") };
    let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
    format!("{}{}{power}{unit}", quantity.hedge(), quantity.number()).parse().ok()
}
