//! How far a dataset covers its subject, counted by hand in the invented one.

#![cfg(feature = "folder")]

mod packed;

use std::path::Path;

use partnership_core::Dataset;
use partnership_core::answer::{Answer, LedgerFilter, Row};

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
    // What is asked among sources, or among promises, stays among them.
    let outside = "id:pact-text) OR (kind:project";
    for refused in
        [dataset.view().supports(outside), dataset.view().ledger(outside, LedgerFilter::default())]
    {
        let refused = refused.expect_err("a parenthesis closes nothing");
        assert!(refused.to_string().contains("`)` closes nothing"), "{refused}");
    }
    // A word that joins conditions elsewhere is told.
    let noted = dataset.view().supports("id:pact-text or not kind:project").unwrap();
    assert_eq!(
        noted.notes(),
        [
            "`or` was looked for as a word: alternatives are joined by `OR`",
            "`not` was looked for as a word: what must not be so has `-` before it",
        ]
    );
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

/// How many projects a count of the pact surely holds, and how many it may, if the bridge was built from March to June
/// 2030.
fn held(on: &str, day: Option<&str>) -> (usize, usize) {
    let count = format!(
        r#""count":[{{"what":{{"en":"works"}},"query":"kind:project implements:bridge-pact","value":"5 works","on":"{on}","cite":[{{"source":"pact-text","at":"art. 5"}}]}}],"pillar":"#
    );
    let packed = packed::lines(&dataset());
    let lines = packed.lines().map(|line| match line {
        line if line.contains(r#""id":"bridge-pact""#) => line.replacen(r#""pillar":"#, &count, 1),
        line => line.replace(r#""span":"2030-03-01/..""#, r#""span":"2030-03-01/2030-06-30""#),
    });
    let packed = lines.collect::<Vec<_>>().join("\n");
    let dataset = Dataset::from_packed(packed.as_bytes()).expect("it breaks no rule");
    let view = dataset.view().on(day.map(|day| day.parse().expect("a day")));
    let answer = view.show(&["bridge-pact"]).expect("it is held");
    let row = answer.rows()[0].as_record().expect("a record");
    row.coverage.first().map_or((0, 0), |entry| (entry.held, entry.maybe))
}

#[test]
fn a_count_of_a_day_holds_what_holds_on_it_and_one_of_a_time_what_began_in_it() {
    assert_eq!(held("2030-04-01", None), (1, 0), "under way on the day");
    assert_eq!(held("2031-01-01", None), (0, 0), "ended before");
    assert_eq!(held("2029/2031", None), (1, 0), "begun within, though ended by the end");
    assert_eq!(held("/2031", None), (1, 0), "from a beginning that is not known");
    assert_eq!(held("2030/2031", None), (1, 0), "the first year belongs to it");
    assert_eq!(held("2029/2030", None), (0, 1), "of the last year only a part may");
    assert_eq!(held("2031/2032", None), (0, 0), "begun before");
    assert_eq!(held("2028/2029", None), (0, 0), "begun after");
    assert_eq!(held("2028/2029~", None), (0, 1), "after an end that is only about known");
    assert_eq!(held("2029/2031", Some("2032-01-01")), (1, 0), "on a later day as well");
    assert_eq!(held("2029/2031", Some("2030-12-31")), (0, 0), "nobody had counted yet");
}

#[cfg(feature = "embedded")]
#[test]
fn of_each_plan_of_action_it_is_told_what_is_held_and_that_nobody_knows_the_whole() {
    let answer = Dataset::embedded().view().coverage();
    for plan in ["poa-2005", "poa-2011", "poa-2016", "poa-2021", "poa-2026"] {
        let tallies = answer.rows().iter().filter_map(|row| match row {
            Row::Tally(tally) if tally.key == plan => Some(tally),
            _ => None,
        });
        let (whole, forms): (Vec<_>, Vec<_>) = tallies.partition(|tally| tally.form.is_none());
        let held: usize = forms.iter().map(|tally| tally.count).sum();
        assert!(held > 0, "{plan}");
        let [whole] = whole[..] else { panic!("{plan}: {whole:?}") };
        assert_eq!((whole.count, whole.of), (held, None), "{plan}");
        let note = whole.note.as_deref().unwrap_or_default();
        assert!(note.starts_with("the number of its lines is not known"), "{plan}: {note}");
    }
}
