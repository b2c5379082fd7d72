//! Figures that sources print, worked out anew: what disagrees was written by hand from the dossiers before.
#![cfg(feature = "embedded")]

mod packed;

use std::collections::BTreeSet;

use partnership_core::Dataset;
use partnership_core::answer::{Answer, Printed, Row};
use partnership_core::claim::{PrintedForm, PrintedVerdict};
use partnership_core::value::{Day, Fit, Interval};

fn printed() -> Answer {
    Dataset::embedded().view().check_printed().expect("claims can be asked for")
}

fn rows(answer: &Answer) -> impl Iterator<Item = &Printed> {
    answer.rows().iter().map(|row| match row {
        Row::Printed(row) => row,
        other => panic!("no printed figure: {other:?}"),
    })
}

fn line(row: &Printed) -> String {
    let text = |of: Option<String>| of.unwrap_or_default();
    let by: Vec<&str> = row.by.iter().map(|id| id.as_str()).collect();
    [
        row.id.clone(),
        row.form.to_string(),
        text(row.counterpart.as_ref().map(ToString::to_string)),
        text(row.period.as_ref().map(ToString::to_string)),
        text(row.value.as_ref().map(ToString::to_string)),
        by.join(" "),
    ]
    .join("\t")
}

/// Each line but its arithmetic.
fn by_hand() -> BTreeSet<String> {
    let lines = include_str!("claims/printed.tsv").lines();
    let lines = lines.filter(|line| !line.starts_with('#')).skip(1);
    lines.map(|line| line.rsplit_once('\t').expect("an arithmetic").0.to_owned()).collect()
}

#[test]
fn what_disagrees_is_what_was_found_by_hand() {
    let answer = printed();
    let of_tables = rows(&answer).filter(|row| row.form != PrintedForm::Claim);
    let apart = of_tables.filter(|row| row.verdict == PrintedVerdict::Disagrees);
    let found: BTreeSet<String> = apart.map(line).collect();
    let wanted = by_hand();
    let more: Vec<_> = found.difference(&wanted).collect();
    let less: Vec<_> = wanted.difference(&found).collect();
    assert!(more.is_empty() && less.is_empty(), "only found: {more:#?}\nonly by hand: {less:#?}");
}

#[test]
fn what_agrees_or_depends_says_how_and_what_lacks_says_what() {
    let answer = printed();
    for row in rows(&answer) {
        let fits: BTreeSet<Fit> = row.reading.iter().map(|reading| reading.fit).collect();
        let apart = fits.contains(&Fit::Outside);
        let alone = fits.len() == 1;
        let is = match row.verdict {
            PrintedVerdict::NotHeld => fits.is_empty() && !row.missing.is_empty(),
            _ if row.form == PrintedForm::Claim => !fits.is_empty(),
            PrintedVerdict::Agrees => !fits.is_empty() && !apart,
            PrintedVerdict::Disagrees => apart && alone,
            PrintedVerdict::Depends => apart && !alone,
        };
        assert!(is, "{}: {:?} of {fits:?}", line(row), row.verdict);
        assert!(!row.cite.is_empty() && !row.by.is_empty(), "{}", line(row));
        for reading in &row.reading {
            assert!(reading.evidence.iter().all(|one| !one.cite.is_empty()), "{}", line(row));
            let intervals = reading.found.parse::<Interval>().ok();
            let intervals = intervals.zip(reading.allowed.parse::<Interval>().ok());
            if let Some((found, allowed)) = intervals.filter(|_| row.form != PrintedForm::Claim) {
                assert_eq!(found.fits(allowed), reading.fit, "{}", line(row));
            }
        }
    }
}

#[test]
fn a_source_is_held_to_its_own_numbers_first() {
    let answer = printed();
    let of = |id: &str, form: PrintedForm, period: &str, by: &str| {
        let is = |row: &&Printed| {
            row.id == id
                && row.form == form
                && row.period.as_ref().is_some_and(|span| span.as_str() == period)
                && row.by.iter().any(|source| source.as_str() == by)
        };
        rows(&answer).find(is).map(|row| (row.verdict, row.reading[0].arithmetic.clone()))
    };
    // The one growth is printed beside two values of the year.
    let growth = |by| of("kexim-fdi-outward-growth", PrintedForm::Growth, "2018", by);
    let (right, wrong) = (growth("hb2019").unwrap(), growth("seaisi2019").unwrap());
    assert_eq!(
        right,
        (PrintedVerdict::Agrees, "6.136 billion USD / 5.258 billion USD − 1".to_owned())
    );
    assert_eq!(wrong.0, PrintedVerdict::Disagrees);
    // A later state of the table does not refute a page whose own members add up.
    let total = of("kcs-goods-trade", PrintedForm::Members, "2023", "nsl2024-07").unwrap();
    assert_eq!(total.0, PrintedVerdict::Agrees);
    // Three years together, and a share in three years.
    let years = of("asean-stats-fdi-inflow-rok", PrintedForm::Years, "2012/2014", "asean-t26");
    assert_eq!(years.unwrap().0, PrintedVerdict::Agrees);
    let share = of("asean-stats-fdi-share-rok", PrintedForm::Share, "2012/2014", "asean-t26");
    assert_eq!(share.unwrap().0, PrintedVerdict::Agrees);
    let balance = of("kcs-goods-balance-asean", PrintedForm::Balance, "2017", "akcweb2017");
    assert_eq!(balance.unwrap().0, PrintedVerdict::Agrees);
}

#[test]
fn what_is_known_to_be_wrong_later_is_not_worked_out_before() {
    let view = Dataset::embedded().view().known_on("2007-12-31".parse::<Day>().expect("a day"));
    let answer = view.check_printed().expect("claims can be asked for");
    // The statement with the misprint is of August 2008.
    assert!(rows(&answer).all(|row| row.by.iter().all(|source| source.as_str() != "aem2008")));
}

#[test]
fn multiples_that_are_said_stand_with_them() {
    let answer = printed();
    let claims: Vec<&Printed> =
        rows(&answer).filter(|row| row.form == PrintedForm::Claim).collect();
    let of = |verdict| claims.iter().filter(|row| row.verdict == verdict).count();
    assert!(claims.iter().any(|row| row.id == "lee-2025-trade-fold"));
    assert!(of(PrintedVerdict::Disagrees) > 0 && of(PrintedVerdict::NotHeld) > 0);
}

/// Growth and index do not go over a break; shares do, being of one year.
#[test]
fn nothing_is_worked_out_over_a_break() {
    let packed = packed::lines(Dataset::embedded());
    let line = packed.lines().find(|line| line.contains("\"id\":\"kexim-fdi-outward\","));
    let line = line.expect("the series");
    let cut = "\"break_at\":[{\"date\":\"2021-01-01\",\"why\":{\"en\":\"another method\"},\"cite\":[{\"source\":\"nsl2023-05\"}]}],\"observation\":";
    let broken = packed.replace(line, &line.replacen("\"observation\":", cut, 1));
    let dataset = Dataset::from_packed(broken.as_bytes()).expect("a dataset");
    let answer = dataset.view().series_figures(&["kexim-fdi-outward"]).expect("a series");
    let of = |period: &str| {
        let row = answer.rows().iter().find_map(|row| match row {
            Row::Traced(row) if row.period.as_str() == period && row.rank.is_none() => Some(&**row),
            _ => None,
        });
        row.expect("a value").clone()
    };
    let text =
        |of: &Option<partnership_core::value::Quantity>| of.as_ref().map(ToString::to_string);
    let (before, first, next) = (of("2020"), of("2021"), of("2022"));
    assert_eq!(text(&before.growth).as_deref(), Some("5.1 %"));
    assert_eq!((first.growth.clone(), first.break_why.as_deref()), (None, Some("another method")));
    assert_eq!(text(&first.share).as_deref(), Some("11.8 %"));
    assert_eq!(
        (text(&first.index).as_deref(), text(&next.index).as_deref()),
        (Some("100"), Some("96.5"))
    );
    assert_eq!((text(&next.growth).as_deref(), next.break_at), (Some("-3.5 %"), None));
}
