//! What carries what out, and what nothing does: an invented partnership with every case.

#![cfg(feature = "folder")]

use std::path::Path;

use partnership_core::Dataset;
use partnership_core::answer::{Answer, Row};
use partnership_core::model::Kind;

fn dataset() -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans");
    Dataset::load(folder).expect("the invented dataset breaks no rule")
}

/// Each tie as `id to sure stands`.
fn ties(answer: &Answer) -> Vec<String> {
    let rows = answer.rows().iter().filter_map(|row| match row {
        Row::Serving(row) => Some(format!("{} {} {} {}", row.id, row.to, row.sure, row.stands)),
        _ => None,
    });
    rows.collect()
}

/// Each purse as `pillar rung amount (count) projects / within`.
fn purses(answer: &Answer) -> Vec<String> {
    let rows = answer.rows().iter().filter_map(|row| match row {
        Row::Purse(row) => Some(row),
        _ => None,
    });
    let told = rows.map(|row| {
        let ids = |ids: &[partnership_core::model::ProjectId]| {
            ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" ")
        };
        let pillar = row.pillar.as_ref().map_or("-", |pillar| pillar.as_str());
        format!(
            "{pillar} {} {} ({}) {} / {}",
            row.rung.map_or("budget", |rung| rung.as_str()),
            row.amount,
            row.count,
            ids(&row.project),
            ids(&row.within)
        )
    });
    told.collect()
}

#[test]
fn ties_are_asked_for_both_ways() {
    let dataset = dataset();
    let view = dataset.view();
    let told = |of: &str| ties(&view.implements(of).expect("it is known"));
    assert_eq!(told("road-3"), ["carts road-3 strong running", "stones road-3 stated running"]);
    assert_eq!(told("stones"), ["stones road-3 stated running", "stones way-3 inferred running"]);
    assert_eq!(told("plan-2"), ["ropes ferry-2 strong over"]);
    assert_eq!(told("W"), ["ropes ferry-2 strong over"]);
    assert_eq!(told("roads"), told("plan-3"));
    assert_eq!(told("plan-3 sure:strong"), told("road-3"));
    assert_eq!(told("road-3 sure:stated"), ["stones road-3 stated running"]);
    assert_eq!(told("").len(), 4);
}

#[test]
fn money_is_added_up_within_a_pillar_a_rung_and_a_currency_alone() {
    let dataset = dataset();
    let answer = dataset.view().implements("").expect("everything");
    assert_eq!(
        purses(&answer),
        [
            // The revised budget stands for the first, and the carts are within the stones.
            "land budget 14e6 EUR (2) ropes stones / carts",
            "land budget 900000 USD (1) ropes / ",
            "land commitment 2e6 EUR (1) stones / ",
            "land disbursement 500000 EUR (1) stones / ",
            "water budget 1.5e6 EUR (1) ropes / ",
            "water budget 900000 USD (1) ropes / ",
        ]
    );
    let ranges = answer.rows().iter().filter_map(|row| match row {
        Row::Purse(row) => Some(row.range.to_string()),
        _ => None,
    });
    // About 1.5 million is 5 % to either side, and 12.5 million what rounds to it.
    assert_eq!(ranges.collect::<Vec<_>>()[0], "[13875000, 14125000)");
}

/// Each row as `kind id by / part of`.
fn unserved(answer: &Answer, kind: Kind) -> Vec<String> {
    let rows = answer.rows().iter().filter_map(|row| match row {
        Row::Unserved(row) if row.kind == kind => Some(row),
        _ => None,
    });
    let told = rows.map(|row| {
        let by: Vec<&str> = row.by.iter().map(|id| id.as_str()).collect();
        let of: Vec<&str> = row.part_of.iter().map(|id| id.as_str()).collect();
        format!("{} {} / {}", row.id, by.join(" "), of.join(" "))
    });
    told.collect()
}

#[test]
fn what_has_no_other_end_is_listed_with_what_is_near() {
    let dataset = dataset();
    let view = dataset.view();
    let answer = view.unserved("plan-3").expect("it is known");
    assert!(answer.rows().is_empty() && answer.empty().is_some(), "{}", answer.to_json());
    // A tie of ours alone is no link that a source makes; it is told all the same.
    let answer = view.unserved("plan-3 sure:strong").expect("it is known");
    assert_eq!(unserved(&answer, Kind::Commitment), ["way-3 stones / "]);
    let answer = view.unserved("").expect("everything");
    assert_eq!(unserved(&answer, Kind::Commitment).len(), 9);
    assert_eq!(unserved(&answer, Kind::Project), ["harness  / carts stones", "kites  / "]);
    let answer = view.unserved("W").expect("a pillar");
    assert_eq!(unserved(&answer, Kind::Project), ["kites  / "]);
    assert_eq!(answer.notes()[0], "without any project: 4 = line 4");
    // Every commitment either has a project or is listed.
    let all = dataset.view().query("kind:commitment").expect("a query").rows().len();
    let served = ties(&view.implements("").expect("everything"));
    let mut served: Vec<&str> = served.iter().filter_map(|tie| tie.split(' ').nth(1)).collect();
    served.sort_unstable();
    served.dedup();
    assert_eq!(all, served.len() + 9);
}

#[test]
fn what_is_asked_of_nothing_is_refused_with_the_nearest() {
    let dataset = dataset();
    let view = dataset.view();
    for (text, nearest) in
        [("rod-3", Some("road-3")), ("road-3 road-2", None), ("road-3 sure:quite", None)]
    {
        let error = view.implements(text).expect_err("it is refused");
        assert_eq!((error.code, error.nearest.as_deref()), ("P0304", nearest), "{text}");
        assert!(text.get(error.span.clone()).is_some(), "{text}: {:?}", error.span);
    }
}
