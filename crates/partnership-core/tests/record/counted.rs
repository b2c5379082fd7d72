//! Tables whose cells are worked out of the record: totals, ranks and shares as the core gives them, counts of its clauses.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use partnership_core::Dataset;
use partnership_core::answer::{Answer, Row, Standing, Total};
use partnership_core::model::{ClauseForm, Commitment, Rank, Series};
use partnership_core::value::Number;

use crate::table::{Kept, Table};

/// ASEAN's members of 1999, which the tables are taken over in every year.
const TEN: &str = "asean@1999-04-30";

/// The figures of a series by party and year, in units; none that is deprecated.
type Figures = HashMap<(String, String), Number>;

fn figures(series: &str) -> Arc<Figures> {
    static KEPT: Kept<String, Figures> = Kept::new();
    KEPT.get(series.to_owned(), || read(series))
}

fn read(series: &str) -> Figures {
    let series: Series = Dataset::embedded().get(series).expect("the record holds the series");
    let power = series.power.unwrap_or(0);
    let standing = series.observation.iter().filter(|one| one.rank != Some(Rank::Deprecated));
    let figure = |one: &partnership_core::model::Observation| {
        let party =
            one.counterpart.as_ref().or(one.area.as_ref()).map_or("", |party| party.as_str());
        let value = one.value.as_ref()?.value_in(power)?;
        Some(((party.to_owned(), one.period.as_ref()?.to_string()), value))
    };
    standing.filter_map(figure).collect()
}

fn figure(series: &str, party: &str, year: &str) -> Option<Number> {
    figures(series).get(&(party.to_owned(), year.to_owned())).copied()
}

/// A figure in a power of ten, at so many places: half away from zero, as the tables are.
fn rounded(figure: Number, power: i8, places: u32) -> String {
    let hundred = Number::from(100_u32).checked_shift(power).expect("a power of ten");
    let rounded = figure.per_cent_of(hundred, places).expect("a figure of few digits");
    rounded.to_string()
}

/// Compares each cell with the figure that is worked out for it, in a power of ten, at the places that the cell prints.
fn compare(table: &Table, power: i8, figure: impl Fn(&str, &str) -> Option<Number>) -> Vec<String> {
    compare_texts(table, |key, column, told| {
        figure(key, column).map(|held| rounded(held, power, places(told))).unwrap_or_default()
    })
}

/// The same where an empty cell is a figure that nobody told.
fn compare_told(
    table: &Table,
    power: i8,
    figure: impl Fn(&str, &str) -> Option<Number>,
) -> Vec<String> {
    compare_texts(table, |key, column, told| match (told, figure(key, column)) {
        ("", _) | (_, None) => String::new(),
        (told, Some(held)) => rounded(held, power, places(told)),
    })
}

/// How many places a cell prints.
fn places(cell: &str) -> u32 {
    let places = cell.split_once('.').map_or(0, |(_, after)| after.len());
    u32::try_from(places).expect("a short cell")
}

/// Compares each cell with the text that is worked out for it.
fn compare_texts(table: &Table, held: impl Fn(&str, &str, &str) -> String) -> Vec<String> {
    let mut found = Vec::new();
    for line in &table.lines {
        for (column, told) in table.columns.iter().zip(line).skip(1) {
            let held = held(&line[0], column, told);
            if held != *told {
                found.push(format!(
                    "{}: {column} comes to `{held}`, the table has `{told}`",
                    line[0]
                ));
            }
        }
    }
    found
}

/// What a total is asked for, by period.
fn totals(question: &str) -> Arc<BTreeMap<String, Total>> {
    static KEPT: Kept<String, BTreeMap<String, Total>> = Kept::new();
    KEPT.get(question.to_owned(), || {
        let answer = Dataset::embedded().view().total(question).expect("a question");
        let total = |row: &Row| match row {
            Row::Total(total) => Some((total.period.to_string(), (**total).clone())),
            _ => None,
        };
        answer.rows().iter().filter_map(total).collect()
    })
}

/// What a rank is asked for, by period and partner.
fn ranks(question: &str) -> Arc<BTreeMap<(String, String), Standing>> {
    static KEPT: Kept<String, BTreeMap<(String, String), Standing>> = Kept::new();
    KEPT.get(question.to_owned(), || {
        let answer: Answer = Dataset::embedded().view().rank(question).expect("a question");
        let standing = |row: &Row| match row {
            Row::Standing(row) => Some(((row.period.to_string(), row.id.clone()), (**row).clone())),
            _ => None,
        };
        answer.rows().iter().filter_map(standing).collect()
    })
}

/// A total over the ten, in units.
fn total(measure: &str, reporter: &str, year: &str) -> Option<Number> {
    let totals = totals(&format!("{measure} over:{TEN} reporter:{reporter}"));
    totals.get(year)?.value.as_ref()?.value()
}

/// Spot values of Korean customs.
pub(crate) fn customs_rows(table: &Table) -> Vec<String> {
    compare(table, 3, |key, column| {
        let (party, year) = key.split_once(' ')?;
        let series = format!("kcs-goods-{column}");
        match party {
            "world" => figure(&format!("{series}-world"), "", year),
            party => figure(&series, party, year),
        }
    })
}

/// Spot values of net aid.
pub(crate) fn aid_rows(table: &Table) -> Vec<String> {
    compare(table, 6, |key, column| match (key.split_once(' ')?, column) {
        (("world", year), "total") => figure("dac-oda-world", "", year),
        (("world", year), _) => figure("dac-oda-bilateral-world", "", year),
        ((party, year), "bilateral") => figure("dac-oda-partner", party, year),
        _ => None,
    })
}

/// Spot values of other series, in the power of ten of each.
pub(crate) fn series_rows(table: &Table) -> Vec<String> {
    let power = |series: &str| {
        let series: Option<Series> = Dataset::embedded().get(series);
        series.map(|series| series.power.unwrap_or(0))
    };
    compare_texts(table, |key, column, told| {
        let keys = key.split(' ').collect::<Vec<_>>();
        let Ok([series, party, year]) = <[&str; 3]>::try_from(keys) else { return String::new() };
        let Some(power) = power(series) else { return String::new() };
        match column {
            "power" => power.to_string(),
            _ => figure(series, party, year)
                .map(|held| rounded(held, power, places(told)))
                .unwrap_or_default(),
        }
    })
}

/// Trade with the ten members; a cell that is empty was not told.
pub(crate) fn customs_sums(table: &Table) -> Vec<String> {
    compare_told(table, 9, |year, column| {
        let measure = match column {
            "exports" => "goods-exports",
            "imports" => "goods-imports",
            _ => "goods-trade",
        };
        total(measure, "korea-customs-service", year)
    })
}

/// The question for the customs partners' ranks, the EU as one or each of its members by itself.
fn partners(eu_as_one: bool) -> String {
    let eu = if eu_as_one { ",eu" } else { "" };
    format!("goods-trade one:{TEN}{eu} reporter:korea-customs-service")
}

/// ASEAN and the main partners in a year, its rank and its share.
pub(crate) fn customs_rank(table: &Table) -> Vec<String> {
    let ranks = ranks(&partners(true));
    compare_texts(table, |year, column, told| {
        let of = |partner: &str| ranks.get(&(year.to_owned(), partner.to_owned()));
        let held = match column {
            "rank" => of("asean").map(|asean| asean.rank.to_string()),
            "share" => of("asean").map(|asean| asean.share[0].value.number().to_string()),
            partner => of(partner)
                .and_then(|partner| Some(rounded(partner.value.value()?, 9, places(told)))),
        };
        held.unwrap_or_default()
    })
}

/// The years in which something is so, as spans.
fn spans(years: impl Iterator<Item = u16>) -> String {
    let mut spans: Vec<(u16, u16)> = Vec::new();
    for year in years {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == year => *last = year,
            _ => spans.push((year, year)),
        }
    }
    spans.iter().map(|(first, last)| format!("{first}/{last}")).collect::<Vec<_>>().join(" ")
}

/// ASEAN's standing in each year.
fn asean(ranks: &BTreeMap<(String, String), Standing>) -> impl Iterator<Item = (u16, &Standing)> {
    let of = ranks.iter().filter(|((_, id), _)| id == "asean");
    of.filter_map(|((year, _), row)| Some((year.parse().ok()?, row)))
}

/// In which years ASEAN had which rank, with the EU as `one` or `each` of its members.
pub(crate) fn customs_rank_spans(table: &Table) -> Vec<String> {
    let mut found = Vec::new();
    for line in &table.lines {
        let as_one = ["each", "one"].iter().position(|way| *way == line[0]).map(|way| way == 1);
        let held = as_one.map(|as_one| {
            let ranks = ranks(&partners(as_one));
            let had = asean(&ranks).filter(|(_, row)| row.rank.to_string() == line[1]);
            spans(had.map(|(year, _)| year))
        });
        let held = held.unwrap_or_default();
        if held != line[2] {
            found.push(format!("{} {}: {held}, the table has {}", line[0], line[1], line[2]));
        }
    }
    found
}

/// In which years the EU counted as one with how many members.
pub(crate) fn eu_sizes(table: &Table) -> Vec<String> {
    let ranks = ranks(&partners(true));
    let size = |row: &Standing| {
        row.one.iter().find(|one| one.party.as_str() == "eu").map(|eu| eu.member.len().to_string())
    };
    compare_texts(table, |members, _, _| {
        let had = asean(&ranks).filter(|(_, row)| size(row).as_deref() == Some(members));
        spans(had.map(|(year, _)| year))
    })
}

/// ASEAN's shares of Korea's net aid by year: of bilateral aid, of all aid.
fn aid(whole: &str) -> BTreeMap<String, Number> {
    let whole = match whole {
        "bilateral" => "oda-bilateral",
        "total" => "oda",
        _ => "",
    };
    let share = |total: &Total| {
        let share = total.share.iter().find(|share| share.measure.as_str() == whole)?;
        Some(share.value.number())
    };
    let totals = totals(&format!("oda over:{TEN} reporter:oecd"));
    totals.iter().filter_map(|(year, total)| Some((year.clone(), share(total)?))).collect()
}

/// ASEAN's share of Korea's net aid.
pub(crate) fn aid_shares(table: &Table) -> Vec<String> {
    compare_texts(table, |year, column, _| {
        aid(column).get(year).map(Number::to_string).unwrap_or_default()
    })
}

/// The years in which it was more than a number.
pub(crate) fn aid_spans(table: &Table) -> Vec<String> {
    let mut found = Vec::new();
    for line in &table.lines {
        let over: Option<Number> = line[1].parse().ok();
        let shares = aid(&line[0]);
        let held = match (shares.is_empty(), over) {
            (false, Some(over)) => {
                let years = shares.iter().filter(|(_, share)| **share > over);
                spans(years.filter_map(|(year, _)| year.parse().ok()))
            }
            _ => "nothing".to_owned(),
        };
        if held != line[2] {
            found.push(format!("{} {}: {held}, the table has {}", line[0], line[1], line[2]));
        }
    }
    found
}

/// Investment into the ten members; a cell that is empty was not told.
pub(crate) fn investment_sums(table: &Table) -> Vec<String> {
    compare_told(table, 9, |year, column| match column {
        "korea" => total("fdi-outward", "oecd", year),
        _ => total("fdi-flow", "world-bank", year),
    })
}

/// How many clauses of each form each text has.
pub(crate) fn clause_counts(table: &Table) -> Vec<String> {
    compare_texts(table, |instrument, form, _| {
        let of = |clause: &&Commitment| {
            clause.instrument.as_ref().is_some_and(|of| of.as_str() == instrument)
                && clause.form.is_some_and(|held| held.to_string() == form)
        };
        match clauses().iter().filter(of).count() {
            0 => String::new(),
            count => count.to_string(),
        }
    })
}

/// What the plans have on a theme.
pub(crate) fn themes_by_plan(table: &Table) -> Vec<String> {
    compare_texts(table, |theme, plan, _| {
        let of = |clause: &&Commitment| {
            clause.instrument.as_ref().is_some_and(|of| of.as_str() == plan)
                && clause.theme.iter().any(|held| held.as_str() == theme)
        };
        let marks: BTreeSet<String> = clauses().iter().filter(of).map(mark).collect();
        marks.into_iter().collect::<Vec<_>>().join(" ")
    })
}

fn mark(clause: &Commitment) -> String {
    match (&clause.number, clause.form) {
        (Some(number), _) => number.clone(),
        (None, Some(ClauseForm::Heading)) => "H".to_owned(),
        (None, _) if clause.target.is_empty() => "R".to_owned(),
        (None, _) => "T".to_owned(),
    }
}

fn clauses() -> &'static [Commitment] {
    static CLAUSES: OnceLock<Vec<Commitment>> = OnceLock::new();
    CLAUSES.get_or_init(|| {
        let dataset = Dataset::embedded();
        dataset.ids().filter_map(|id| dataset.get(id)).collect()
    })
}
