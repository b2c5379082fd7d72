//! Figures that a source prints, worked out anew from others that the record holds of the same reporter.
//!
//! A source is held to its own numbers first, even to those that are known to be wrong; where it has none, to what else the
//! reporter gives, without what is known to be wrong if there is anything else.

use partnership_derive::Described;

use super::Case;
use super::figures::{Key, Row, Table};
use super::multiple::{mean_of, shares, unit_text};
use super::pairs::{Level, Levels, joined, pairs};
use super::reading::{CountedAs, Reading, power_for};
use super::when::years_of;
use crate::describe::Struct;
use crate::value::{Fit, Interval, Number, Quantity, Span};

/// How a printed figure is worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum PrintedForm {
    /// As the sum of the parts of its measure: exports and imports.
    #[described(ko = "구성 항목의 합")]
    Parts,
    /// As the sum over the members of a group.
    #[described(ko = "회원국 합계")]
    Members,
    /// As one part less the other.
    #[described(ko = "차액")]
    Balance,
    /// As the sum of its years.
    #[described(ko = "연도별 합계")]
    Years,
    /// As growth over the year before, or a year on average.
    #[described(ko = "증감률")]
    Growth,
    /// As a share of a whole.
    #[described(ko = "비중")]
    Share,
    /// As a claim: a multiple, a growth, a share or a sum that somebody says.
    #[described(ko = "발언")]
    Claim,
}

/// Whether a printed figure is what it comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum PrintedVerdict {
    /// It is not, in any way of working it out.
    #[described(ko = "맞지 않음")]
    Disagrees,
    /// That depends on how it is worked out.
    #[described(ko = "계산 방법에 따라 다름")]
    Depends,
    /// It is, at the printed precision.
    #[described(ko = "맞음")]
    Agrees,
    /// The record lacks what it would be worked out from.
    #[described(ko = "계산할 자료 없음")]
    NotHeld,
}

impl PrintedVerdict {
    /// Of figures that may be what they come to at the printed precision.
    pub(crate) fn of(readings: &[Reading]) -> Self {
        let apart = readings.iter().filter(|reading| reading.fit == Fit::Outside).count();
        match apart {
            _ if readings.is_empty() => Self::NotHeld,
            0 => Self::Agrees,
            all if all == readings.len() => Self::Disagrees,
            _ => Self::Depends,
        }
    }
}

/// A printed figure that is worked out anew.
pub(crate) struct Subject<'t, 'a> {
    table: &'t Table<'a>,
    row: &'t Row<'a>,
    pub(crate) key: Key,
    pub(crate) reporter: &'t str,
    pub(crate) period: Span,
    pub(crate) form: PrintedForm,
}

impl Subject<'_, '_> {
    /// The series that has it.
    pub(crate) fn series(&self) -> &str {
        self.table.id()
    }

    /// A field of its row.
    pub(crate) fn leaf(&self, name: &str) -> Option<&str> {
        self.row.node.leaf(name)
    }

    /// The number as printed, with the power of ten and the unit of its table where it has none of its own.
    pub(crate) fn value(&self) -> Option<Quantity> {
        self.row.written(self.table)
    }
}

impl<'a> Case<'_, 'a> {
    /// Where a printed figure is printed.
    pub(crate) fn printed_at(&self, of: &Subject<'_, 'a>) -> Vec<Struct<'static>> {
        self.cites(of.table, of.row)
    }

    /// What a growth or share would be worked out from, in words.
    pub(crate) fn inputs(&self, of: &Subject<'_, 'a>) -> Vec<String> {
        let lacking = |key: &Key, period: &Span| {
            let held = !self.levels(key, of.reporter, period, None).is_empty();
            (!held).then(|| self.lacks(key, period))
        };
        let mut missing: Vec<String> = Vec::new();
        match of.form {
            PrintedForm::Growth => {
                let ends = self.ends_of(&of.period);
                missing.extend(ends.iter().flat_map(|(base, end)| {
                    [base, end].into_iter().filter_map(|period| lacking(&of.key, period))
                }));
            }
            _ => {
                for measure in self.figures.wholes(&of.key.measure) {
                    let part = of.key.with_measure(&measure);
                    let whole = Key { counterpart: None, ..part.clone() };
                    missing.extend([part, whole].iter().filter_map(|key| lacking(key, &of.period)));
                }
            }
        }
        match missing.is_empty() {
            true => vec![self.lacks(&of.key, &of.period)],
            false => missing,
        }
    }

    /// From which to which period a growth is.
    fn ends_of(&self, period: &Span) -> Option<(Span, Span)> {
        let years = years_of(period, self.day);
        match (years.first(), years.last()) {
            (Some(first), Some(last)) => Some((first.clone(), last.clone())),
            _ => Some((year_before(period)?, period.clone())),
        }
    }

    /// Every printed figure that may be worked out: totals of parts, groups and years, balances, growth and shares.
    pub(crate) fn subjects(&self) -> Vec<Subject<'_, 'a>> {
        let mut subjects = Vec::new();
        for table in self.figures.all() {
            let (Some(measure), Some(reporter)) =
                (table.tree.leaf("measure"), table.tree.leaf("reporter"))
            else {
                continue;
            };
            for row in &table.row {
                let period = row.node.leaf("period").and_then(|period| period.parse().ok());
                let Some(period): Option<Span> = period else { continue };
                let key = Key {
                    measure: measure.to_owned(),
                    area: row.area.clone(),
                    counterpart: row.counterpart.clone(),
                };
                for form in self.forms(table, &key, &period) {
                    let (key, period) = (key.clone(), period.clone());
                    subjects.push(Subject { table, row, key, reporter, period, form });
                }
            }
        }
        subjects
    }

    fn forms(&self, table: &Table<'_>, key: &Key, period: &Span) -> Vec<PrintedForm> {
        let of = self.figures.measure(&key.measure);
        match table.tree.leaf("transform") {
            Some("growth") => vec![PrintedForm::Growth],
            Some("share") => vec![PrintedForm::Share],
            Some("level") => {
                let group = key.counterpart.as_deref().is_some_and(|id| self.is_group(id, period));
                let years = !of.stock && !years_of(period, self.day).is_empty();
                let forms = [
                    (!of.sum.is_empty(), PrintedForm::Parts),
                    (group, PrintedForm::Members),
                    (!of.balance.is_empty(), PrintedForm::Balance),
                    (years, PrintedForm::Years),
                ];
                forms.into_iter().filter(|(is_so, _)| *is_so).map(|(_, form)| form).collect()
            }
            _ => Vec::new(),
        }
    }

    fn is_group(&self, id: &str, period: &Span) -> bool {
        let day = period.bounds().end_last;
        !self.figures.groups.members(self.view, id, day).is_empty()
    }

    /// What a printed figure comes to on the numbers of a source, else on those of its reporter.
    pub(crate) fn recomputed(&self, of: &Subject<'_, 'a>, source: &str) -> Vec<Reading> {
        let found = match of.form {
            PrintedForm::Parts | PrintedForm::Members => self.sums(of, source),
            PrintedForm::Balance => self.balances(of, source),
            PrintedForm::Years => self.years(of, source),
            PrintedForm::Growth => self.growths(of, source),
            PrintedForm::Share => self.shares_of(of, source),
            PrintedForm::Claim => Vec::new(),
        };
        let mut readings: Vec<Reading> = Vec::new();
        for reading in found {
            let alike = |known: &Reading| {
                (&known.found, &known.arithmetic, known.counted)
                    == (&reading.found, &reading.arithmetic, reading.counted)
            };
            if !readings.iter().any(alike) {
                readings.push(reading);
            }
        }
        readings
    }

    /// The levels of a key that a source is held to.
    fn held_to(&self, key: &Key, of: &Subject<'_, '_>, period: &Span, source: &str) -> Levels {
        let mut levels = self.counted(key, of.reporter, period, None);
        if levels.is_empty() {
            levels.printed = self.over_years(key, of.reporter, period, None);
        }
        held(&mut levels, source);
        levels
    }

    fn sums(&self, of: &Subject<'_, '_>, source: &str) -> Vec<Reading> {
        let mut levels = self.counted(&of.key, of.reporter, &of.period, of.table.unit());
        let is_meant = |level: &Level| match level.counted {
            CountedAs::Printed => false,
            CountedAs::PrintedParts => of.form == PrintedForm::Parts,
            _ => of.form == PrintedForm::Members,
        };
        levels.printed.retain(is_meant);
        levels.then.retain(is_meant);
        levels.said.retain(is_meant);
        held(&mut levels, source);
        let readings = levels.all().into_iter().map(|level| {
            let told: Vec<String> =
                level.numbers.iter().map(|number| self.plain(*number, level)).collect();
            let arithmetic = match level.counted {
                CountedAs::PrintedParts => told.join(" + "),
                _ => format!("Σ {}", told.join(" + ")),
            };
            self.reading(of, level.amount, arithmetic, &[level])
        });
        readings.collect()
    }

    fn balances(&self, of: &Subject<'_, '_>, source: &str) -> Vec<Reading> {
        let measure = self.figures.measure(&of.key.measure);
        let [first, second] = &measure.balance[..] else { return Vec::new() };
        let levels = |measure| self.held_to(&of.key.with_measure(measure), of, &of.period, source);
        let (from, to) = (levels(second), levels(first));
        let difference = |(less, of_it): (&Level, &Level)| {
            let found = of_it.amount.checked_sub(less.amount)?;
            let same = of_it.unit == less.unit && of_it.unit.as_deref() == of.table.unit();
            let told =
                format!("{} − {}", self.plain(of_it.number, of_it), self.plain(less.number, less));
            same.then(|| self.reading(of, found, told, &[of_it, less]))
        };
        pairs(&from, &to).into_iter().filter_map(difference).collect()
    }

    fn years(&self, of: &Subject<'_, '_>, source: &str) -> Vec<Reading> {
        let mut levels = Levels::default();
        levels.printed = self.over_years(&of.key, of.reporter, &of.period, of.table.unit());
        held(&mut levels, source);
        let told = |level: &Level| {
            let told: Vec<String> =
                level.numbers.iter().map(|number| self.plain(*number, level)).collect();
            told.join(" + ")
        };
        let readings = levels.printed.iter();
        readings.map(|level| self.reading(of, level.amount, told(level), &[level])).collect()
    }

    fn growths(&self, of: &Subject<'_, '_>, source: &str) -> Vec<Reading> {
        let Some((base, end)) = self.ends_of(&of.period) else { return Vec::new() };
        let years = years_of(&of.period, self.day);
        let steps = end.bounds().start_first.year() - base.bounds().start_first.year();
        let from = self.held_to(&of.key, of, &base, source);
        let to = self.held_to(&of.key, of, &end, source);
        let growth = |(a, b): (&Level, &Level)| {
            let found = match years.is_empty() {
                true => {
                    let one = Interval::exactly(Number::from(1_u32));
                    let hundred = Interval::exactly(Number::from(100_u32));
                    b.amount.checked_div(a.amount)?.checked_sub(one)?.checked_mul(hundred)?
                }
                false => mean_of(a.amount, b.amount, steps)?,
            };
            let told = match years.is_empty() {
                true => format!("{} / {} − 1", self.plain(b.number, b), self.plain(a.number, a)),
                false => format!(
                    "({} / {})^(1/{steps}) − 1",
                    self.plain(b.number, b),
                    self.plain(a.number, a)
                ),
            };
            let reading = self.reading(of, found, told, &[a, b]);
            (a.unit == b.unit).then(|| Reading { base: Some(base.clone()), ..reading })
        };
        pairs(&from, &to).into_iter().filter_map(growth).collect()
    }

    fn shares_of(&self, of: &Subject<'_, '_>, source: &str) -> Vec<Reading> {
        let mut readings = Vec::new();
        for measure in self.figures.wholes(&of.key.measure) {
            let part = of.key.with_measure(&measure);
            let whole = Key { counterpart: None, ..part.clone() };
            let part = self.held_to(&part, of, &of.period, source);
            let whole = self.held_to(&whole, of, &of.period, source);
            readings.extend(shares(&part, &whole).into_iter().map(|(part, whole, share)| {
                let told = format!(
                    "{} / {}",
                    self.plain(part.number, &part),
                    self.plain(whole.number, &whole)
                );
                self.reading(of, share, told, &[&part, &whole])
            }));
        }
        readings
    }

    fn reading(
        &self,
        of: &Subject<'_, '_>,
        found: Interval,
        arithmetic: String,
        levels: &[&Level],
    ) -> Reading {
        // Where a sum lacks members, it is more.
        let lacks = levels.iter().any(|level| !level.lacks.is_empty());
        let more = Interval::new(found.low(), std::ops::Bound::Unbounded);
        let found = more.filter(|_| lacks).unwrap_or(found);
        let is_level = of.table.tree.leaf("transform") == Some("level");
        let power = if is_level { power_for([of.row.number].into_iter()) } else { 0 };
        let reading = Reading::of(of.row.amount, found, power);
        Reading {
            period: Some(of.period.clone()),
            unit: unit_text(self, of.table.unit(), power),
            arithmetic,
            ..joined(self, reading, levels, of.reporter)
        }
    }

    /// A number as people read it, in the power of ten that suits it.
    fn plain(&self, number: Number, of: &Level) -> String {
        let power = power_for([number].into_iter());
        let scaled = number.checked_shift(-power).unwrap_or(number).plain();
        let unit = unit_text(self, of.unit.as_deref(), power);
        unit.map_or(scaled.to_string(), |unit| format!("{scaled} {unit}"))
    }
}

/// Leaves of levels those that rest on a source alone; else those that are not known to be wrong; else all.
fn held(levels: &mut Levels, source: &str) {
    let is_own = |level: &Level| {
        level
            .evidence
            .iter()
            .all(|one| one.cite.iter().any(|cite| cite.leaf("source") == Some(source)))
    };
    let is_right = |level: &Level| !level.wrong;
    let keep: &dyn Fn(&Level) -> bool = match () {
        () if levels.all().into_iter().any(is_own) => &is_own,
        () if levels.all().into_iter().any(is_right) => &is_right,
        () => return,
    };
    levels.printed.retain(keep);
    levels.then.retain(keep);
    levels.said.retain(keep);
}

/// The same days of the year before.
pub(super) fn year_before(period: &Span) -> Option<Span> {
    let before = |text: &str| {
        let (year, rest) = text.split_at_checked(4)?;
        Some(format!("{:04}{rest}", year.parse::<i32>().ok()? - 1))
    };
    let ends: Option<Vec<String>> = period.as_str().split('/').map(before).collect();
    ends?.join("/").parse().ok()
}
