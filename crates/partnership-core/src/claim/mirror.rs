//! What each of two ends counts of one flow: who counts it from where, and which value stands in a period.

use super::Case;
use super::figures::{Figures, Key};
use super::pairs::Level;
use super::reading::CountedAs;
use crate::describe::Struct;
use crate::model::{ObservationStatus, SeriesId};
use crate::order::Order;
use crate::value::{Measured, Quantity, Span};
use crate::view::Verdict;

/// A flow between two parties, with those who count it at each of its ends.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Flow {
    /// As the measure is asked for: whose figure it is, and with whom.
    pub(crate) key: Key,
    /// Who counts it: the key that they count it by, and whether they stand at the area's end.
    pub(crate) by: Vec<(String, Key, bool)>,
}

/// What a reporter gives for a flow in a period.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    pub(crate) key: Key,
    pub(crate) measured: Measured,
    pub(crate) value: Quantity,
    pub(crate) counted: CountedAs,
    /// Other values that sources give, none known to be wrong.
    pub(crate) also: Vec<Quantity>,
    pub(crate) status: Option<ObservationStatus>,
    pub(crate) note: Vec<String>,
    pub(crate) series: Vec<SeriesId>,
    pub(crate) verdict: Verdict,
    pub(crate) cite: Vec<Struct<'static>>,
}

impl Figures<'_> {
    /// The measure that the other end counts for the same flow: itself, if it is the same told of either.
    pub(crate) fn mirror(&self, measure: &str) -> Option<String> {
        let of = self.measure(measure);
        if of.two_way { Some(measure.to_owned()) } else { of.mirror }
    }

    /// The flows of a measure that somebody counts, each with all who count it.
    pub(crate) fn flows(&self, measure: &str) -> Vec<Flow> {
        let (mirror, two_way) = (self.mirror(measure), self.measure(measure).two_way);
        let mut flows: Vec<Flow> = Vec::new();
        for name in [Some(measure), mirror.as_deref().filter(|_| !two_way)].into_iter().flatten() {
            for (_, table) in self.tables(name, "level", None) {
                let Some(reporter) = table.tree.leaf("reporter") else { continue };
                for (area, counterpart) in table.ends() {
                    let key = Key {
                        measure: name.to_owned(),
                        area: Some(area.to_owned()),
                        counterpart: Some(counterpart.to_owned()),
                    };
                    let asked = if name == measure { key.clone() } else { key.turned() };
                    let asked = asked.with_measure(measure);
                    let is_it = |flow: &&mut Flow| {
                        flow.key == asked || (two_way && flow.key == asked.turned())
                    };
                    let flow = match flows.iter_mut().find(is_it) {
                        Some(flow) => flow,
                        None => {
                            flows.push(Flow { key: asked, by: Vec::new() });
                            let last = flows.len() - 1;
                            &mut flows[last]
                        }
                    };
                    let at_area = key.area == flow.key.area;
                    let one = (reporter.to_owned(), key, at_area);
                    if !flow.by.contains(&one) {
                        flow.by.push(one);
                    }
                }
            }
        }
        flows
    }

    /// The periods for which somebody prints a figure of a flow, in order.
    pub(crate) fn periods(&self, flow: &Flow) -> Vec<Span> {
        let mut periods: Vec<Span> = Vec::new();
        for (reporter, key, _) in &flow.by {
            for (_, table) in self.tables(&key.measure, "level", Some(reporter)) {
                for row in table.of_key(key.area.clone(), key.counterpart.clone()) {
                    let period = row.node.leaf("period").and_then(|period| period.parse().ok());
                    let Some(period): Option<Span> = period else { continue };
                    // Of two writings of the same days the plainer: `2021` and not `2021?`.
                    let days = |span: &Span| (span.bounds().start_first, span.bounds().end_last);
                    match periods.iter_mut().find(|known| days(known) == days(&period)) {
                        Some(known) if period.as_str() < known.as_str() => *known = period,
                        Some(_) => {}
                        None => periods.push(period),
                    }
                }
            }
        }
        periods.order_by_key(|span| (span.bounds().start_first, span.bounds().end_last));
        periods
    }
}

impl Flow {
    /// The same with its ends changed, if it is the same told of either.
    pub(crate) fn other_way(&self) -> Option<Self> {
        let two_way = self.by.iter().all(|(_, key, _)| key.measure == self.key.measure)
            && self.by.iter().any(|(_, _, at_area)| !at_area);
        let by = self.by.iter().map(|(name, key, at_area)| (name.clone(), key.clone(), !at_area));
        two_way.then(|| Self { key: self.key.turned(), by: by.collect() })
    }

    /// Whether it is counted from both ends.
    pub(crate) fn has_both_ends(&self) -> bool {
        let is_at = |end: bool| self.by.iter().any(|(_, _, at_area)| *at_area == end);
        is_at(true) && is_at(false)
    }
}

impl Case<'_, '_> {
    /// What a reporter gives for a key in a period: the preferred value that it prints; else the sum of parts that it prints,
    /// or over all members of a group.
    pub(crate) fn given(&self, key: &Key, reporter: &str, period: &Span) -> Option<Given> {
        self.of_table(key, reporter, period).or_else(|| {
            let levels = self.levels(key, reporter, period, None);
            let sums = levels.all().into_iter().cloned();
            let whole = sums.filter(|level| level.lacks.is_empty());
            let level = whole.min_by_key(|level| level.amount.width())?;
            self.as_given(key, reporter, level, None)
        })
    }

    fn of_table(&self, key: &Key, reporter: &str, period: &Span) -> Option<Given> {
        let mut given: Option<Given> = None;
        for (at, table) in self.figures.tables(&key.measure, "level", Some(reporter)) {
            let mut rows = self.figures.rows_near(table, key, period);
            rows.retain(|row| !row.wrong);
            rows.order_by_key(|row| !row.preferred);
            for row in rows {
                let Some(level) = self.level(at, table, row) else { continue };
                let one = self.as_given(key, reporter, level, Some(&row.node));
                match (&mut given, one) {
                    (Some(given), Some(one)) if !given.also.contains(&one.value) => {
                        given.also.push(one.value)
                    }
                    (None, one) => given = one,
                    _ => {}
                }
            }
        }
        given
    }

    fn as_given(
        &self,
        key: &Key,
        reporter: &str,
        level: Level,
        row: Option<&Struct<'_>>,
    ) -> Option<Given> {
        let unit = level.unit.as_deref();
        let mut series: Vec<SeriesId> = Vec::new();
        for table in level.tables.iter().filter_map(|at| self.figures.table(*at)) {
            let id: SeriesId = table.id().parse().ok()?;
            if !series.contains(&id) {
                series.push(id);
            }
        }
        let power = level.tables.first().and_then(|at| self.figures.table(*at))?.power();
        // Of a row the digits stay as printed: `75.0`.
        let own = row.and_then(|row| row.leaf("value")?.parse::<Quantity>().ok());
        let power = own.as_ref().and_then(Quantity::printed_power).unwrap_or(power);
        let digits = own.map(|own| format!("{}{}", own.hedge(), own.number()));
        let mut text = digits.unwrap_or_else(|| level.text(power));
        if power != 0 {
            text += &format!("e{power}");
        }
        if let Some(unit) = unit {
            text += &format!(" {unit}");
        }
        let leaf = |name: &str| row.and_then(|row| row.leaf(name));
        let mut cite: Vec<Struct<'static>> = Vec::new();
        for one in level.evidence.iter().flat_map(|evidence| &evidence.cite) {
            if !cite.contains(one) {
                cite.push(one.clone());
            }
        }
        Some(Given {
            key: key.clone(),
            measured: Measured::new(level.amount, level.number, unit, Some(reporter), None),
            value: text.parse().ok()?,
            counted: level.counted,
            also: Vec::new(),
            status: leaf("status").and_then(|status| status.parse().ok()),
            note: leaf("note").map(str::to_owned).into_iter().collect(),
            series,
            verdict: level.verdict,
            cite,
        })
    }
}
