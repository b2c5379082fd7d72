//! Ranks: worked out from a table of all partners, or as a reporter prints them.

use super::figures::{Key, Table};
use super::multiple::unit_text;
use super::pairs::{Level, joined};
use super::reading::{Reading, power_for};
use super::{Case, Finding};
use crate::model::{Among, Test};
use crate::order::Order;
use crate::sorted::SortedSet;
use crate::value::{Fit, Hedge, Interval, Number, Quantity, Span};

pub(super) fn find(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let figure = test.figure.as_ref()?;
    let (key, party) = (Key::of(figure)?, test.party.as_ref()?.as_str());
    let allowed = whole(test.value.as_ref()?)?;
    let only = figure.reporter.as_ref().map(|id| id.as_str());
    let reporters = case.figures.reporters(&key, only);
    let when = case.periods(test);
    let mut finding = Finding::default();
    if when.period.is_empty() {
        finding.missing.push(case.told.said_when());
    }
    for (periods, is_since) in [(&when.period, false), (&when.since, true)] {
        for period in periods {
            let mut readings = Vec::new();
            for reporter in &reporters {
                for among in &test.among {
                    let computed = case.computed(&key, reporter, party, among, period, allowed);
                    readings.extend(
                        computed
                            .into_iter()
                            .map(|reading| Reading { among: Some(case.among(among)), ..reading }),
                    );
                }
                readings.extend(case.ranks_printed(
                    &key,
                    reporter,
                    party,
                    &test.among,
                    period,
                    allowed,
                ));
            }
            match (readings.is_empty(), is_since) {
                (true, false) => finding.missing.push(lacking(case, &key, party, period)),
                (_, false) => finding.reading.extend(readings),
                (_, true) => finding.since.extend(readings),
            }
        }
    }
    Some(finding)
}

/// What a test allows of a whole number, or of those from one to another.
pub(super) fn counted(test: &Test) -> Option<Interval> {
    let low = whole(test.value.as_ref()?)?;
    match &test.upper {
        Some(upper) => Hedge::between(low, whole(upper)?),
        None => Some(low),
    }
}

/// What the words allow of a whole number, which nobody rounds.
fn whole(value: &Quantity) -> Option<Interval> {
    match value.hedge() {
        Hedge::Exact => value.value().map(Interval::exactly),
        _ => value.allowed_in(0),
    }
}

fn lacking(case: &Case<'_, '_>, key: &Key, party: &str, period: &Span) -> String {
    let measure = case.figures.measure(&key.measure).ranks.into_iter().next();
    let measure = measure.unwrap_or_else(|| key.measure.clone());
    let key = Key { measure, area: key.area.clone(), counterpart: Some(party.to_owned()) };
    case.lacks(&key, period)
}

/// An entry of a ranking.
struct Entry {
    id: String,
    level: Level,
}

impl<'a> Case<'_, 'a> {
    /// Those among whom something is ranked, in words.
    fn among(&self, among: &Among) -> String {
        let ids: Vec<String> = among.one.iter().map(|id| id.as_str().to_owned()).collect();
        self.told.as_one(&self.names(&ranked(ids)))
    }

    /// The rank in each set of tables that says from whom a rank may be taken.
    fn computed(
        &self,
        key: &Key,
        reporter: &str,
        party: &str,
        among: &Among,
        period: &Span,
        allowed: Interval,
    ) -> Vec<Reading> {
        let mut readings = Vec::new();
        for tables in self.ranking_tables(key, reporter, among) {
            let entries = self.entries(key, &tables, among, period);
            let Some(own) = entries.iter().find(|entry| entry.id == party) else { continue };
            let lies = |entry: &&Entry| entry.level.amount.checked_sub(own.level.amount).map(above);
            let others = || entries.iter().filter(|entry| entry.id != party);
            let surely = others().filter(|entry| lies(entry) == Some(Fit::Inside)).count();
            let perhaps = others().filter(|entry| lies(entry) != Some(Fit::Outside)).count();
            let rank =
                |count: usize| u32::try_from(count + 1).map(Number::from).unwrap_or_default();
            let bounds =
                (std::ops::Bound::Included(rank(surely)), std::ops::Bound::Included(rank(perhaps)));
            let Some(found) = Interval::new(bounds.0, bounds.1) else { continue };
            // Those above, and the next below, are what it rests on.
            let shown: Vec<&Entry> = entries.iter().take(perhaps + 2).collect();
            let power = power_for(shown.iter().map(|entry| entry.level.number));
            let told = shown.iter().map(|entry| {
                let name = self.name(&entry.id);
                format!("{name} {}", entry.level.text(power))
            });
            let told: Vec<String> = told.collect();
            let levels: Vec<&Level> = shown.iter().map(|entry| &entry.level).collect();
            let unit = unit_text(self, own.level.unit.as_deref(), power).unwrap_or_default();
            let reading = joined(self, Reading::of(allowed, found, 0), &levels, reporter);
            let mut reading = Reading {
                period: Some(period.clone()),
                counted: None,
                arithmetic: format!("{} ({unit})", told.join(", ")),
                ..reading
            };
            let next = entries.iter().skip_while(|entry| entry.id != party).nth(1);
            if let Some(next) = next {
                let gap = own.level.number.checked_sub(next.level.number);
                let gap = gap.and_then(|gap| gap.checked_shift(-power)).unwrap_or_default();
                let gap = Number::trimmed(gap.mantissa(), gap.scale()).unwrap_or(gap);
                let name = self.name(&next.id);
                reading.note.push(self.told.margin(&name, format!("{gap} {unit}").trim()));
            }
            readings.push(reading);
        }
        readings
    }

    /// The entries of a ranking, the largest first; groups that count as one stand for their members of the period.
    fn entries(&self, key: &Key, tables: &[usize], among: &Among, period: &Span) -> Vec<Entry> {
        let mut partners: SortedSet<String> = SortedSet::default();
        for table in tables.iter().filter_map(|at| self.figures.table(*at)) {
            partners.extend(table.partners(key.area.as_deref()).into_iter().map(str::to_owned));
        }
        for id in &among.without {
            let members =
                self.figures.groups.members(self.view, id.as_str(), period.bounds().end_last);
            partners.retain(|partner| partner != id.as_str() && !members.contains(partner));
        }
        let mut entries = Vec::new();
        for group in &among.one {
            let members =
                self.figures.groups.members(self.view, group.as_str(), period.bounds().end_last);
            let held: Vec<&String> =
                members.iter().filter(|member| partners.contains(*member)).collect();
            let mut sum: Option<Level> = None;
            for member in held {
                let Some(level) = self.of_member(key, tables, member, period) else { continue };
                sum = match sum {
                    None => Some(level),
                    Some(sum) => sum.plus(&level),
                };
            }
            partners.retain(|partner| !members.contains(partner));
            entries.extend(sum.map(|level| Entry { id: group.as_str().to_owned(), level }));
        }
        for partner in partners {
            let level = self.of_member(key, tables, &partner, period);
            entries.extend(level.map(|level| Entry { id: partner, level }));
        }
        entries.order_by(|a, b| b.level.number.cmp(&a.level.number).then_with(|| a.id.cmp(&b.id)));
        entries
    }

    /// The tables from which a reporter's figures may be ranked among those that are meant.
    fn ranking_tables(&self, key: &Key, reporter: &str, among: &Among) -> Vec<Vec<usize>> {
        let parts = self.figures.measure(&key.measure).sum;
        let covers = |set: &Vec<usize>| {
            set.iter().all(|at| {
                let table = self.figures.table(*at);
                let held = table.and_then(|table| table.tree.get("holds")?.as_struct());
                held.is_some_and(|held| held.leaf("set") == among.set.as_deref())
            })
        };
        self.table_sets(key, &parts, reporter).into_iter().filter(covers).collect()
    }

    /// Ranks as the reporter prints them; where it says among whom, only among those that are meant.
    fn ranks_printed(
        &self,
        key: &Key,
        reporter: &str,
        party: &str,
        among: &[Among],
        period: &Span,
        allowed: Interval,
    ) -> Vec<Reading> {
        let mut readings = Vec::new();
        for measure in self.figures.measure(&key.measure).ranks {
            let key = Key { measure, area: key.area.clone(), counterpart: Some(party.to_owned()) };
            for (at, table) in self.figures.tables(&key.measure, "rank", Some(reporter)) {
                if !fits(table, among) {
                    continue;
                }
                for row in self.figures.rows(table, &key, period) {
                    let Some(level) = self.level(at, table, row) else { continue };
                    let Some(found) = whole(&row.quantity) else { continue };
                    let reading = joined(self, Reading::of(allowed, found, 0), &[&level], reporter);
                    let mut reading = Reading {
                        period: Some(period.clone()),
                        arithmetic: self.told.printed_growth(),
                        ..reading
                    };
                    if table.tree.get("among").is_none() {
                        reading.note.push(self.told.among_open());
                    }
                    readings.push(reading);
                }
            }
        }
        readings
    }
}

fn above(gap: Interval) -> Fit {
    gap.fits(Interval::above(Number::ZERO))
}

/// Whether a table of ranks says nothing of among whom, or one of what is meant.
fn fits(table: &Table<'_>, among: &[Among]) -> bool {
    let Some(declared) = table.tree.get("among").and_then(|among| among.as_struct()) else {
        return true;
    };
    let ids = |field: &str| {
        ranked(
            declared.list(field).iter().filter_map(|id| id.as_str()).map(str::to_owned).collect(),
        )
    };
    let same = |of: &[crate::model::PartyId], field: &str| {
        ranked(of.iter().map(|id| id.as_str().to_owned()).collect()) == ids(field)
    };
    among.iter().any(|among| {
        among.set.as_deref() == declared.leaf("set")
            && same(&among.one, "one")
            && same(&among.without, "without")
    })
}

fn ranked(mut ids: Vec<String>) -> Vec<String> {
    ids.order();
    ids
}
