//! What a reporter gives for a key in a period, in each way that it may be counted, and which ways go together.

use std::rc::Rc;

use super::Case;
use super::figures::{Key, Row, Table};
use super::reading::{CountedAs, Evidence, Reading, power_for};
use crate::describe::Struct;
use crate::model::PartyId;
use crate::value::{Fit, Interval, Number, Span, Truth};
use crate::view::{Verdict, supporting};

/// A figure that a reporter gives, in one way of counting.
#[derive(Clone, Debug)]
pub(super) struct Level {
    pub(super) amount: Interval,
    /// The printed number, or the sum of the printed numbers.
    pub(super) number: Number,
    pub(super) hedge: &'static str,
    pub(super) unit: Option<String>,
    pub(super) counted: CountedAs,
    /// The tables that it is from; sums pair only within these.
    pub(super) tables: Vec<usize>,
    /// Whether what it rests on is known to be wrong.
    pub(super) wrong: bool,
    /// Members that the tables lack.
    pub(super) lacks: Vec<String>,
    pub(super) verdict: Verdict,
    /// What was printed, where sources give several values.
    pub(super) printing: Option<String>,
    pub(super) evidence: Vec<Evidence>,
    /// The number of each piece of evidence.
    pub(super) numbers: Vec<Number>,
    /// What a reader should know: that a figure is provisional or doubtful.
    pub(super) note: Vec<String>,
}

/// All that a reporter gives for a key in a period.
#[derive(Clone, Debug, Default)]
pub(super) struct Levels {
    /// As printed, each value and the sum of printed parts.
    pub(super) printed: Vec<Level>,
    /// Summed over the members of each period, and over those of the day on which the sentence was said.
    pub(super) then: Vec<Level>,
    pub(super) said: Vec<Level>,
    /// Whether the two sets are one.
    one_set: bool,
    is_group: bool,
}

/// Of a sum over members as many must be held: three in four. Those that lack are named.
const MOST: (usize, usize) = (3, 4);

impl Levels {
    pub(super) fn is_empty(&self) -> bool {
        self.printed.is_empty() && self.then.is_empty() && self.said.is_empty()
    }

    /// Every level, each way once.
    pub(super) fn all(&self) -> Vec<&Level> {
        let said = self.said.iter().filter(|_| !self.one_set);
        self.printed.iter().chain(&self.then).chain(said).collect()
    }

    fn sums(&self, said: bool) -> &[Level] {
        if said { &self.said } else { &self.then }
    }
}

/// The levels of two keys or periods that go together: printed with printed, sums over one set of one table with each
/// other. Where one of the two has no sum, what is printed stands in.
pub(super) fn pairs<'l>(from: &'l Levels, to: &'l Levels) -> Vec<(&'l Level, &'l Level)> {
    let mut pairs = Vec::new();
    for a in &from.printed {
        pairs.extend(to.printed.iter().map(|b| (a, b)));
    }
    let one_set = (from.one_set || !from.is_group) && (to.one_set || !to.is_group);
    for said in [false, true].into_iter().filter(|said| !(one_set && *said)) {
        match (from.sums(said), to.sums(said)) {
            ([], []) => {}
            ([], sums) => {
                pairs.extend(from.printed.iter().flat_map(|a| sums.iter().map(move |b| (a, b))))
            }
            (sums, []) => {
                pairs.extend(sums.iter().flat_map(|a| to.printed.iter().map(move |b| (a, b))))
            }
            (from_sums, to_sums) if from.is_group == to.is_group => {
                let fits = |a: &Level, b: &Level| !from.is_group || a.tables == b.tables;
                for a in from_sums {
                    pairs.extend(to_sums.iter().filter(|b| fits(a, b)).map(|b| (a, b)));
                }
            }
            // A whole is taken as its part is: from the tables of the parts of the measure, or from that of the measure itself.
            (from_sums, to_sums) => {
                let (sums, wholes, direct) = match from.is_group {
                    true => (from_sums, to_sums, &to.printed),
                    false => (to_sums, from_sums, &from.printed),
                };
                for sum in sums {
                    let alike = |whole: &&Level| whole.tables.len() == sum.tables.len();
                    let wholes = wholes.iter().chain(direct).filter(alike);
                    pairs.extend(wholes.map(|whole| match from.is_group {
                        true => (sum, whole),
                        false => (whole, sum),
                    }));
                }
            }
        }
    }
    pairs
}

impl<'a> Case<'_, 'a> {
    /// All that a reporter gives for a key in a period, in a unit; without one, in any.
    pub(super) fn counted(
        &self,
        key: &Key,
        reporter: &str,
        period: &Span,
        unit: Option<&str>,
    ) -> Levels {
        let measure = self.figures.measure(&key.measure);
        let mut levels = Levels { one_set: true, ..Levels::default() };
        for way in self.figures.ways(key) {
            levels.printed.extend(self.printed(&way, reporter, period));
            let parts = self.of_parts(&way, &measure.sum, reporter, period);
            let members = |day| {
                let of = |group: &String| self.figures.groups.members(self.view, group, day);
                way.counterpart.as_ref().map(of).filter(|members| !members.is_empty())
            };
            let Some(then) = members(period.bounds().end_last) else {
                // To a whole the sum of its parts is what a sum over members is to a group: it comes of the same tables.
                levels.then.extend(parts.iter().cloned());
                levels.said.extend(parts);
                continue;
            };
            let said = self.said.and_then(|said| members(said.start_first));
            let said = said.unwrap_or_else(|| Rc::clone(&then));
            levels.is_group = true;
            levels.one_set = said == then;
            levels.printed.extend(parts);
            for tables in self.table_sets(&way, &measure.sum, reporter) {
                levels.then.extend(self.over(
                    &way,
                    &tables,
                    &then,
                    CountedAs::MembersOfEachPeriod,
                    period,
                ));
                levels.said.extend(self.over(
                    &way,
                    &tables,
                    &said,
                    CountedAs::MembersWhenSaid,
                    period,
                ));
            }
        }
        let fits = |level: &Level| unit.is_none() || level.unit.as_deref() == unit;
        levels.printed.retain(fits);
        levels.then.retain(fits);
        levels.said.retain(fits);
        levels
    }

    /// The rows that a reporter prints for a key, but for the claimant's own. One that holds a finer one tells no more.
    pub(super) fn printed(&self, key: &Key, reporter: &str, period: &Span) -> Vec<Level> {
        let mut levels = Vec::new();
        for (at, table) in self.figures.tables(&key.measure, "level", Some(reporter)) {
            let rows = self.figures.rows(table, key, period);
            let mut of_table: Vec<(Level, bool)> = Vec::new();
            for row in rows {
                if let Some(level) = self.level(at, table, row) {
                    of_table.push((level, row.preferred));
                }
            }
            let holds_finer = |one: &Level| {
                let finer = |other: &Level| {
                    other.amount != one.amount && other.amount.fits(one.amount) == Fit::Inside
                };
                of_table.iter().any(|(other, _)| finer(other))
            };
            let several = of_table.iter().filter(|(level, _)| !holds_finer(level)).count() > 1;
            for (level, _) in of_table.iter().filter(|(level, _)| !holds_finer(level)) {
                let printing =
                    several.then(|| level.evidence.first().map(|one| one.value.clone())).flatten();
                levels.push(Level { printing, ..level.clone() });
            }
        }
        levels
    }

    /// A row as a level; none if only the claimant gives it.
    pub(super) fn level(&self, at: usize, table: &Table<'a>, row: &Row<'a>) -> Option<Level> {
        let cites = self.cites(table, row);
        if cites.is_empty() {
            return None;
        }
        let unit = row.quantity.unit().or(table.unit());
        let text = crate::answer::amount_in(
            row.node.leaf("value").unwrap_or_default(),
            table.power(),
            unit.unwrap_or_default(),
            self.told.lang(),
        );
        Some(Level {
            amount: row.amount,
            number: row.number,
            hedge: row.quantity.hedge().as_str(),
            unit: unit.map(str::to_owned),
            counted: CountedAs::Printed,
            tables: vec![at],
            wrong: row.wrong,
            lacks: Vec::new(),
            verdict: row.verdict,
            printing: None,
            numbers: vec![row.number],
            note: row
                .node
                .leaf("status")
                .and_then(|status| self.told.standing(status))
                .into_iter()
                .collect(),
            evidence: vec![Evidence {
                record: table.id().parse().ok()?,
                area: party(row.area.as_deref()),
                counterpart: party(row.counterpart.as_deref()).into_iter().collect(),
                period: row.node.leaf("period").and_then(|period| period.parse().ok()),
                value: text,
                cite: cites,
            }],
        })
    }

    /// The citations of a row that are not the claimant's own.
    pub(super) fn cites(&self, table: &Table<'a>, row: &Row<'a>) -> Vec<Struct<'static>> {
        let own: Vec<&Struct<'_>> = row.node.parts("cite").collect();
        let all =
            if own.is_empty() { supporting(&table.tree, "observation").collect() } else { own };
        let known = all.into_iter().filter(|cite| {
            let source = cite.leaf("source").unwrap_or_default();
            self.view.lens().source(source).truth != Truth::No
        });
        self.own.others(self.view.dataset(), known)
    }

    /// The sum of the printed parts of a measure.
    fn of_parts(&self, key: &Key, parts: &[String], reporter: &str, period: &Span) -> Vec<Level> {
        let each = parts.iter().map(|part| self.printed(&key.with_measure(part), reporter, period));
        let mut sums: Vec<Level> = Vec::new();
        for (at, levels) in each.enumerate() {
            sums = match at {
                0 => levels,
                _ => sums.iter().flat_map(|a| levels.iter().filter_map(|b| a.plus(b))).collect(),
            };
        }
        sums.into_iter().map(|sum| Level { counted: CountedAs::PrintedParts, ..sum }).collect()
    }

    /// The tables by partner from which a reporter's figures of a group can be summed: one of the measure, or one of each
    /// of its parts.
    pub(super) fn table_sets(
        &self,
        key: &Key,
        parts: &[String],
        reporter: &str,
    ) -> Vec<Vec<usize>> {
        let by_partner = |measure: &str| {
            let tables = self.figures.tables(measure, "level", Some(reporter));
            let of = tables.filter(|(_, table)| table.has_partners(key.area.as_deref()));
            of.map(|(at, _)| at).collect::<Vec<_>>()
        };
        let mut sets: Vec<Vec<usize>> =
            by_partner(&key.measure).into_iter().map(|at| vec![at]).collect();
        let mut of_parts: Vec<Vec<usize>> = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let tables = by_partner(part);
            of_parts = match at {
                0 => tables.into_iter().map(|at| vec![at]).collect(),
                _ => of_parts
                    .iter()
                    .flat_map(|set| tables.iter().map(|at| [&set[..], &[*at]].concat()))
                    .collect(),
            };
        }
        sets.extend(of_parts);
        sets
    }

    /// The sum over some members in some tables, of which each gives a part of the measure.
    fn over(
        &self,
        key: &Key,
        tables: &[usize],
        members: &[String],
        counted: CountedAs,
        period: &Span,
    ) -> Option<Level> {
        let mut sum: Option<Level> = None;
        let mut lacks = Vec::new();
        for member in members {
            match self.of_member(key, tables, member, period) {
                Some(level) => {
                    sum = match sum {
                        None => Some(level),
                        Some(sum) => Some(sum.plus(&level)?),
                    };
                }
                None => lacks.push(member.clone()),
            }
        }
        let held = members.len() - lacks.len();
        let enough = held * MOST.1 >= members.len() * MOST.0;
        let sum = sum.filter(|_| enough)?;
        Some(Level { counted, lacks, tables: tables.to_vec(), printing: None, ..sum })
    }

    /// The figure of one partner in some tables, each of which gives a part; the preferred row of each.
    pub(super) fn of_member(
        &self,
        key: &Key,
        tables: &[usize],
        member: &str,
        period: &Span,
    ) -> Option<Level> {
        let mut sum: Option<Level> = None;
        for at in tables {
            let table = self.figures.table(*at)?;
            let measure = table.tree.leaf("measure")?;
            let key = Key {
                measure: measure.to_owned(),
                area: key.area.clone(),
                counterpart: Some(member.to_owned()),
            };
            let rows = self.figures.rows(table, &key, period);
            let row = rows.into_iter().find(|row| row.preferred)?;
            let level = self.level(*at, table, row)?;
            sum = match sum {
                None => Some(level),
                Some(sum) => Some(sum.plus(&level)?),
            };
        }
        sum
    }
}

impl Level {
    /// The sum of two levels of one unit, or of two years of one fund; none where units differ.
    pub(super) fn plus(&self, other: &Self) -> Option<Self> {
        if self.unit != other.unit {
            return None;
        }
        let (mut evidence, mut numbers) = (self.evidence.clone(), self.numbers.clone());
        for (one, number) in other.evidence.iter().zip(&other.numbers) {
            let alike = |known: &Evidence| {
                known.record == one.record
                    && known.area == one.area
                    && known.period == one.period
                    && known.cite == one.cite
            };
            match evidence.iter().position(alike) {
                // Rows of one table and period are told as one, by their sum.
                Some(at) => {
                    evidence[at].counterpart.extend(one.counterpart.iter().cloned());
                    numbers[at] = numbers[at].checked_add(*number)?;
                    evidence[at].value = told_in(numbers[at], self.unit.as_deref());
                }
                None => {
                    evidence.push(one.clone());
                    numbers.push(*number);
                }
            }
        }
        Some(Self {
            amount: self.amount.checked_add(other.amount)?,
            number: self.number.checked_add(other.number)?,
            hedge: if self.hedge.is_empty() { other.hedge } else { self.hedge },
            tables: [&self.tables[..], &other.tables].concat(),
            lacks: [&self.lacks[..], &other.lacks].concat(),
            wrong: self.wrong || other.wrong,
            verdict: self.verdict.and(other.verdict),
            evidence,
            numbers,
            note: [&self.note[..], &other.note].concat(),
            ..self.clone()
        })
    }

    /// The number in a power of ten, with its hedge.
    pub(super) fn text(&self, power: i8) -> String {
        let number = self.number.checked_shift(-power).unwrap_or(self.number);
        let number = Number::trimmed(number.mantissa(), number.scale()).unwrap_or(number);
        format!("{}{number}", self.hedge)
    }
}

/// A reading with what two levels have in common.
pub(super) fn joined(
    case: &Case<'_, '_>,
    reading: Reading,
    levels: &[&Level],
    reporter: &str,
) -> Reading {
    let mut reading = reading;
    let mut printings: Vec<String> = Vec::new();
    let mut ways: Vec<CountedAs> = Vec::new();
    for level in levels {
        reading = reading.unsure(level.verdict);
        reading.evidence.extend(level.evidence.iter().cloned());
        printings.extend(level.printing.clone());
        reading.note.extend(level.note.iter().cloned());
        ways.push(level.counted);
        if !level.lacks.is_empty() {
            reading.note.push(case.told.without(&case.names(&level.lacks)));
        }
    }
    let is_sum = |way: &CountedAs| {
        matches!(way, CountedAs::MembersOfEachPeriod | CountedAs::MembersWhenSaid)
    };
    let sum = ways.iter().find(|way| is_sum(way)).copied();
    if sum.is_some()
        && ways.contains(&CountedAs::Printed)
        && levels.iter().all(|level| level.is_of_group(case))
    {
        reading.note.push(case.told.stands_in());
    }
    let printed = ways.iter().max().copied();
    let mut told: Vec<String> = Vec::new();
    reading.note.retain(|note| {
        let new = !told.contains(note);
        told.push(note.clone());
        new
    });
    Reading {
        counted: sum.or(printed),
        printing: (!printings.is_empty()).then(|| printings.join(", ")),
        reporter: reporter.parse().ok(),
        reporter_label: case.view.name_of(reporter),
        ..reading
    }
}

impl Level {
    /// Whether it is of a group as a whole.
    fn is_of_group(&self, case: &Case<'_, '_>) -> bool {
        let group = |id: &PartyId| {
            let day = self.evidence.first().and_then(|one| one.period.as_ref());
            day.is_some_and(|period| {
                let members =
                    case.figures.groups.members(case.view, id.as_str(), period.bounds().end_last);
                !members.is_empty()
            })
        };
        matches!(self.counted, CountedAs::MembersOfEachPeriod | CountedAs::MembersWhenSaid)
            || self.evidence.iter().flat_map(|one| &one.counterpart).any(group)
    }
}

/// A number in the form of data, in the power of ten that suits it.
fn told_in(number: Number, unit: Option<&str>) -> String {
    let power = power_for([number].into_iter());
    let scaled = number.checked_shift(-power).unwrap_or(number);
    let scaled = Number::trimmed(scaled.mantissa(), scaled.scale()).unwrap_or(scaled);
    let text = if power == 0 { scaled.to_string() } else { format!("{scaled}e{power}") };
    crate::answer::amount(&text, 0, unit.unwrap_or_default())
}

fn party(id: Option<&str>) -> Option<PartyId> {
    id.and_then(|id| id.parse().ok())
}
