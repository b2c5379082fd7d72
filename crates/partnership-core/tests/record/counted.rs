//! Tables whose cells are worked out of the record: sums, ranks and shares of its observations, counts of its clauses.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use partnership_core::Dataset;
use partnership_core::model::{ClauseForm, Commitment, Party, Rank, Series};
use partnership_core::value::{Day, Truth};

use crate::table::{Kept, Table};

/// ASEAN's members of 1999, which the sums are taken over in every year.
const TEN: [&str; 10] = ["bn", "id", "kh", "la", "mm", "my", "ph", "sg", "th", "vn"];
/// The years of the customs tables.
const YEARS: std::ops::RangeInclusive<u16> = 1989..=2023;

/// The figures of a series by party and year, in units; none that is deprecated.
type Figures = HashMap<(String, String), f64>;

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
        let value = one.value.as_ref()?.value_in(power)?.to_string().parse().ok()?;
        Some(((party.to_owned(), one.period.as_ref()?.to_string()), value))
    };
    standing.filter_map(figure).collect()
}

fn figure(series: &str, party: &str, year: &str) -> Option<f64> {
    figures(series).get(&(party.to_owned(), year.to_owned())).copied()
}

/// The sum over parties; those for which a table has no figure add nothing.
fn sum<'p>(series: &[&str], parties: impl IntoIterator<Item = &'p str>, year: &str) -> f64 {
    let of = |party: &str| series.iter().filter_map(|one| figure(one, party, year)).sum::<f64>();
    parties.into_iter().map(of).sum()
}

/// Compares each cell with the figure that is worked out for it, at the places that the cell prints.
fn compare(table: &Table, figure: impl Fn(&str, &str) -> Option<f64>) -> Vec<String> {
    compare_texts(table, |key, column, told| {
        let places = told.split_once('.').map_or(0, |(_, after)| after.len());
        figure(key, column).map(|held| format!("{held:.places$}")).unwrap_or_default()
    })
}

/// The same where an empty cell is a figure that nobody told.
fn compare_told(table: &Table, figure: impl Fn(&str, &str) -> f64) -> Vec<String> {
    compare_texts(table, |key, column, told| {
        let places = told.split_once('.').map_or(0, |(_, after)| after.len());
        if told.is_empty() { String::new() } else { format!("{:.places$}", figure(key, column)) }
    })
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

const EXPORTS: &str = "kcs-goods-exports";
const IMPORTS: &str = "kcs-goods-imports";

/// Spot values of Korean customs.
pub(crate) fn customs_rows(table: &Table) -> Vec<String> {
    compare(table, |key, column| {
        let (party, year) = key.split_once(' ')?;
        let series = if column == "exports" { EXPORTS } else { IMPORTS };
        let held = match party {
            "world" => figure(&format!("{series}-world"), "", year),
            party => figure(series, party, year),
        };
        held.map(|dollars| dollars / 1e3)
    })
}

/// Spot values of net aid.
pub(crate) fn aid_rows(table: &Table) -> Vec<String> {
    compare(table, |key, column| {
        let held = match (key.split_once(' ')?, column) {
            (("world", year), "total") => figure("dac-oda-world", "", year),
            (("world", year), _) => figure("dac-oda-bilateral-world", "", year),
            ((party, year), "bilateral") => figure("dac-oda-partner", party, year),
            _ => None,
        };
        held.map(|dollars| dollars / 1e6)
    })
}

/// Spot values of other series, in the power of ten of each.
pub(crate) fn series_rows(table: &Table) -> Vec<String> {
    let power = |series: &str| {
        let series: Option<Series> = Dataset::embedded().get(series);
        series.map(|series| series.power.unwrap_or(0))
    };
    compare(table, |key, column| {
        let [series, party, year] = key.split(' ').collect::<Vec<_>>().try_into().ok()?;
        let power = power(series)?;
        match column {
            "power" => Some(f64::from(power)),
            _ => figure(series, party, year).map(|held| held / 10_f64.powi(power.into())),
        }
    })
}

/// Trade with the ten members; a cell that is empty was not told.
pub(crate) fn customs_sums(table: &Table) -> Vec<String> {
    compare_told(table, |year, column| {
        let series: &[&str] = match column {
            "exports" => &[EXPORTS],
            "imports" => &[IMPORTS],
            _ => &[EXPORTS, IMPORTS],
        };
        sum(series, TEN, year) / 1e9
    })
}

/// The year's partners with their trade, ASEAN as one, the EU as one or each of its members by itself.
fn partners(year: &str, eu_as_one: bool) -> Arc<BTreeMap<String, f64>> {
    static KEPT: Kept<(String, bool), BTreeMap<String, f64>> = Kept::new();
    KEPT.get((year.to_owned(), eu_as_one), || {
        let eu = if eu_as_one { eu_members(year) } else { BTreeSet::new() };
        let mut partners = BTreeMap::new();
        for series in [EXPORTS, IMPORTS] {
            for ((party, _), dollars) in figures(series).iter().filter(|((_, of), _)| of == year) {
                let partner = match party.as_str() {
                    one if TEN.contains(&one) => "asean",
                    one if eu.contains(one) => "eu",
                    one => one,
                };
                *partners.entry(partner.to_owned()).or_default() += dollars;
            }
        }
        partners
    })
}

fn rank(partners: &BTreeMap<String, f64>) -> Option<usize> {
    let asean = partners.get("asean")?;
    Some(1 + partners.values().filter(|trade| *trade > asean).count())
}

/// The members of the EU at the end of a year.
fn eu_members(year: &str) -> BTreeSet<String> {
    let day: Day = format!("{year}-12-31").parse().expect("a day");
    let dataset = Dataset::embedded();
    let parties = dataset.ids().filter_map(|id| dataset.get::<Party>(id));
    let in_it = |party: &Party| {
        party.membership.iter().any(|one| {
            one.organization.as_ref().is_some_and(|of| of.as_str() == "eu")
                && one.span.as_ref().is_some_and(|span| span.bounds().holds_on(day) == Truth::Yes)
        })
    };
    parties.filter(in_it).map(|party| party.id.to_string()).collect()
}

/// ASEAN and the main partners in a year, its rank and its share.
pub(crate) fn customs_rank(table: &Table) -> Vec<String> {
    compare(table, |year, column| {
        let partners = partners(year, true);
        match column {
            "rank" => rank(&partners).map(|rank| rank as f64),
            "share" => {
                let world =
                    sum(&["kcs-goods-exports-world", "kcs-goods-imports-world"], [""], year);
                Some(100.0 * partners.get("asean")? / world)
            }
            partner => partners.get(partner).map(|dollars| dollars / 1e9),
        }
    })
}

/// The years in which something is so, as spans.
fn spans(is: impl Fn(&str) -> bool) -> String {
    let mut spans: Vec<(u16, u16)> = Vec::new();
    for year in YEARS.filter(|year| is(&year.to_string())) {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == year => *last = year,
            _ => spans.push((year, year)),
        }
    }
    spans.iter().map(|(first, last)| format!("{first}/{last}")).collect::<Vec<_>>().join(" ")
}

/// In which years ASEAN had which rank, with the EU as `one` or `each` of its members.
pub(crate) fn customs_rank_spans(table: &Table) -> Vec<String> {
    let mut found = Vec::new();
    for line in &table.lines {
        let as_one = ["each", "one"].iter().position(|way| *way == line[0]).map(|way| way == 1);
        let wanted: Option<usize> = line[1].parse().ok();
        let held = spans(|year| {
            let rank = as_one.and_then(|as_one| rank(&partners(year, as_one)));
            rank.is_some() && rank == wanted
        });
        if held != line[2] {
            found.push(format!("{} {}: {held}, the table has {}", line[0], line[1], line[2]));
        }
    }
    found
}

/// In which years the EU had how many members.
pub(crate) fn eu_sizes(table: &Table) -> Vec<String> {
    static KEPT: Kept<String, usize> = Kept::new();
    let size = |year: &str| *KEPT.get(year.to_owned(), || eu_members(year).len());
    compare_texts(table, |members, _, _| {
        spans(|year| members.parse().is_ok_and(|members: usize| size(year) == members))
    })
}

/// ASEAN's share of Korea's net aid.
pub(crate) fn aid_shares(table: &Table) -> Vec<String> {
    compare(table, |year, column| {
        let of = if column == "total" { "dac-oda-world" } else { "dac-oda-bilateral-world" };
        Some(100.0 * sum(&["dac-oda-partner"], TEN, year) / figure(of, "", year)?)
    })
}

/// Investment into the ten members; a cell that is empty was not told.
pub(crate) fn investment_sums(table: &Table) -> Vec<String> {
    compare_told(table, |year, column| {
        let series = if column == "korea" { "oecd-fdi-outward-partner" } else { "wdi-fdi-inflow" };
        sum(&[series], TEN, year) / 1e9
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
