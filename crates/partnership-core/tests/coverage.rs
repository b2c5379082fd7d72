//! How far a dataset covers its subject, counted by hand in the invented one.

#![cfg(feature = "folder")]

use std::path::Path;

use partnership_core::Dataset;
use partnership_core::answer::{Answer, Row};

fn dataset() -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/other");
    Dataset::load(folder).expect("the invented dataset breaks no rule")
}

fn tally(answer: &Answer, key: &str) -> Option<(usize, Option<usize>)> {
    answer.rows().iter().find_map(|row| match row {
        Row::Tally(tally) if tally.key == key => Some((tally.count, tally.of)),
        _ => None,
    })
}

#[test]
fn records_sources_clauses_and_announced_totals_are_counted() {
    let dataset = dataset();
    let all = dataset.len();
    let answer = dataset.view().coverage();
    // Its folder holds three sources: a pact (official text), a gazette (press), the editors' notes (reference).
    assert_eq!(tally(&answer, "source"), Some((3, Some(all))));
    assert_eq!(tally(&answer, "official-text"), Some((1, Some(3))));
    assert_eq!(tally(&answer, "press"), Some((1, Some(3))));
    // One line of the pact is held.
    assert_eq!(tally(&answer, "bridge-pact"), Some((1, None)));
    // Every fact has a basis, and no fact has two.
    let bases = ["stated", "reported", "announced", "worked-out", "assigned"];
    let counts: Vec<_> = bases.iter().filter_map(|basis| tally(&answer, basis)).collect();
    let whole = counts[0].1.unwrap();
    assert!(counts.iter().all(|(_, of)| *of == Some(whole)), "{counts:?}");
    assert_eq!(counts.iter().map(|(count, _)| count).sum::<usize>(), whole);
}

#[test]
fn a_later_source_is_no_coverage_of_an_earlier_day() {
    let dataset = dataset();
    // On 2030-01-01 the Gazette of 2030-04 is not out: what it alone says is not held.
    let view = dataset.view().known_on("2030-01-01".parse().ok());
    let (early, now) = (view.coverage(), dataset.view().coverage());
    assert_eq!(tally(&early, "press"), None);
    assert!(tally(&early, "project") < tally(&now, "project"), "the bridge is the Gazette's");
}

#[test]
fn a_source_supports_the_fields_that_cite_it() {
    let dataset = dataset();
    let answer = dataset.view().supports("id:pact-text").unwrap();
    let row = answer.rows()[0].as_record().unwrap();
    let supports = row.supports.as_ref().unwrap();
    let fund =
        supports.iter().find(|one| one.id == "bridge-fund").expect("the pact names the fund");
    // Its first citation supports whatever no other names, its second the span, and a contribution carries its own.
    assert_eq!(fund.field, ["contribution", "every other field", "span"]);
    assert_eq!(fund.at, ["art. 5"]);
    assert!(supports.iter().all(|one| one.id != "ada-quill"), "she is the Gazette's");
    assert!(dataset.view().supports("nothing:at-all").is_err());
}

#[test]
fn what_is_missing_names_its_record_its_field_and_its_sort() {
    let dataset = Dataset::load(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")).unwrap();
    let answer = dataset.view().wanted();
    let wanted: Vec<_> = answer
        .rows()
        .iter()
        .filter_map(|row| match row {
            Row::Wanted(wanted) => Some(wanted),
            _ => None,
        })
        .collect();
    // Of 100 projects announced two are held; the most used comes first; what is known not to exist is not missing.
    let list =
        wanted.iter().find(|one| one.id == "abc-100" && one.state == "missing").expect("announced");
    assert_eq!(list.missing, Some(98));
    assert!(
        wanted
            .iter()
            .any(|one| one.id == "abc-100" && one.what == "text" && one.state == "not-found")
    );
    assert!(wanted.windows(2).all(|pair| pair[0].used >= pair[1].used));
    assert!(
        wanted.iter().all(|one| ["unknown", "not-found", "missing"].contains(&one.state.as_str()))
    );
}
