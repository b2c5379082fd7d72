//! What carries what out, what nothing does, and lines through plans: an invented partnership with every case.

#![cfg(feature = "folder")]

use std::path::Path;

use partnership_core::Dataset;
use partnership_core::answer::{Answer, Row, StrandForm};
use partnership_core::model::{Kind, LineageForm};
use partnership_core::promise::When;

fn dataset() -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans");
    Dataset::load(folder).expect("the invented dataset breaks no rule")
}

/// Each strand as `text how clause of`.
fn strands(answer: &Answer) -> Vec<String> {
    let rows = answer.rows().iter().filter_map(|row| match row {
        Row::Strand(row) => Some(row),
        _ => None,
    });
    let told = rows.map(|row| {
        let text = row.text.as_ref().map_or("", |text| text.as_str());
        let of: Vec<&str> = row.of.iter().map(|of| of.as_str()).collect();
        let last = row.last_in.as_ref().map_or(String::new(), |last| format!(" last in {last}"));
        let of: String = of.iter().map(|of| format!(" {of}")).collect();
        format!("{text} {} {}{of}{last}", row.how, row.id)
    });
    told.collect()
}

#[test]
fn every_form_of_lineage_is_drawn_in_the_order_of_the_plans() {
    let dataset = dataset();
    let view = dataset.view();
    let told = |of: &str| strands(&view.lineage(of).expect("it is a clause or theme"));
    // From either end and from the middle the line is the same.
    for of in ["road-1", "road-2", "road-3"] {
        assert_eq!(
            told(of),
            [
                "plan-1 stands road-1",
                "plan-2 carried road-2 road-1",
                "plan-3 strengthened road-3 road-2"
            ]
        );
    }
    assert_eq!(
        told("lamps-1"),
        [
            "plan-1 stands lamps-1",
            "plan-1 stands signs-1",
            "plan-2 merged way-2 signs-1 lamps-1",
            "plan-3 weakened way-3 way-2",
        ]
    );
    assert_eq!(
        told("ferry-1"),
        [
            "plan-1 stands ferry-1",
            "plan-2 split bell-2 ferry-1",
            "plan-2 split ferry-2 ferry-1",
            "plan-3 no-evidence plan-3",
        ]
    );
    assert_eq!(
        told("toll-1"),
        [
            "plan-1 stands toll-1",
            "plan-2 dropped toll-1 last in plan-1",
            "plan-3 no-evidence plan-3"
        ]
    );
    assert_eq!(
        told("raft-2"),
        ["plan-1 no-evidence plan-1", "plan-2 new raft-2", "plan-3 no-evidence plan-3"]
    );
    assert_eq!(
        told("ferries"),
        [
            "plan-1 stands ferry-1",
            "plan-1 stands toll-1",
            "plan-2 dropped toll-1 last in plan-1",
            "plan-2 split bell-2 ferry-1",
            "plan-2 split ferry-2 ferry-1",
            "plan-2 new raft-2",
            "plan-3 no-evidence plan-3",
        ]
    );
}

#[test]
fn silence_is_never_an_end() {
    let dataset = dataset();
    let answer = dataset.view().lineage("raft-2").expect("it is a clause");
    let Some(Row::Strand(silent)) = answer.rows().last() else { panic!("a strand") };
    assert_eq!((silent.how, silent.lines), (StrandForm::NoEvidence, Some(2)));
    assert!(silent.cite.is_empty() && silent.of.is_empty() && silent.last_in.is_none());
    // What is said to be new has a clause of its theme in an earlier plan beside it.
    let Row::Strand(new) = &answer.rows()[1] else { panic!("a strand") };
    let beside: Vec<&str> = new.beside.iter().map(|one| one.as_str()).collect();
    assert_eq!(beside, ["ferry-1", "toll-1"]);
}

#[test]
fn a_line_ends_with_what_had_been_adopted_on_the_day() {
    let dataset = dataset();
    let view = dataset.view().on("2008-01-01".parse::<partnership_core::value::Day>().ok());
    let told = strands(&view.lineage("road-1").expect("it is a clause"));
    assert_eq!(told, ["plan-1 stands road-1", "plan-2 carried road-2 road-1"]);
}

#[test]
fn each_form_that_a_clause_may_have_is_a_form_of_a_strand() {
    for form in LineageForm::ALL {
        assert!(form.as_str().parse::<StrandForm>().is_ok(), "{form}");
    }
    for form in StrandForm::ALL {
        assert!(!form.label("ko").is_ascii(), "{form}");
    }
    for when in When::ALL {
        assert!(!when.label("ko").is_ascii(), "{when}");
    }
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
    for text in ["", " ", "stones", "rod-3", "W", "\u{202e}x", "\0"] {
        let error = view.lineage(text).expect_err("it is refused");
        assert!(text.get(error.span.clone()).is_some(), "{text:?}");
    }
}
