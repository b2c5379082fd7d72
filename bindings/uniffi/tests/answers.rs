//! What each exported function returns for a handful of records, and each error. The values have no other text than
//! their fields, so they are kept as Rust prints them.

use std::sync::Arc;

use partnership_uniffi::{
    Dataset, DatasetView, DerivedStatus, Filter, Kind, PartnershipError, TargetResult, explain,
    word_lists,
};

fn dataset() -> Arc<Dataset> {
    Dataset::embedded().expect("the record inside is whole")
}

fn view() -> Arc<DatasetView> {
    dataset().view(None, None, "en".to_owned()).expect("a view")
}

fn texts(of: &[&str]) -> Vec<String> {
    of.iter().map(|text| (*text).to_owned()).collect()
}

/// Without what is long and told elsewhere: the same sources and rules again and again.
fn short(of: impl std::fmt::Debug) -> String {
    let text = sorted(&format!("{of:#?}"));
    let mut kept = String::new();
    let mut skip: Option<usize> = None;
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        match skip {
            Some(at) if indent > at => continue,
            Some(_) => skip = None,
            None => {}
        }
        let name = line.trim_start();
        let long = ["rule_text: Some", "doc: ", "source: [", "title: Some", "summary: Some"];
        if long.iter().any(|start| name.starts_with(start)) && !name.ends_with("[],") {
            kept += &format!("{}{}…\n", &line[..indent], name.split(':').next().unwrap_or(name));
            skip = (name.ends_with(['(', '[', '{'])).then_some(indent);
            // The closing bracket goes with it.
            continue;
        }
        if name != ")," && name != "]," || !kept.trim_end().ends_with('…') {
            kept += &format!("{line}\n");
        }
    }
    kept
}

/// With the languages of each text in one order: maps have none.
fn sorted(text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let starts = |lines: &[&str]| -> Vec<usize> {
        (0..lines.len()).filter(|at| lines[*at].trim_start() == "all: {").collect()
    };
    for start in starts(&lines) {
        let length = lines[start..].iter().position(|line| line.trim_start() == "},");
        let end = start + length.expect("each brace is closed");
        lines[start + 1..end].sort_unstable();
    }
    lines.join("\n")
}

#[test]
fn a_dataset_says_what_it_is() {
    let about = dataset().about().expect("it says so");
    assert_eq!((about.id.as_str(), about.dropped.len()), ("asean-rok", 0));
    assert!(!about.title.shown.is_empty());
    assert_eq!(about.digest.len(), 64);
}

#[test]
fn a_card_has_every_field() {
    insta::assert_snapshot!(
        "card",
        short(view().show(texts(&["asean-korea-day"])).expect("shown"))
    );
}

#[test]
fn typed_records_have_what_an_app_draws() {
    let one = |id: &str| vec![Filter::Id(texts(&[id]))];
    let view = view();
    insta::assert_snapshot!(
        "project",
        short(view.projects(one("kadif"), 0, 1).expect("a page").rows)
    );
    insta::assert_snapshot!(
        "event",
        short(view.events(one("asean-rok-summit-2024"), 0, 1).expect("a page").rows)
    );
    insta::assert_snapshot!("party", short(view.parties(one("tl"), 0, 1).expect("a page").rows));
    insta::assert_snapshot!(
        "instrument",
        short(view.instruments(one("rcep"), 0, 1).expect("a page").rows)
    );
    insta::assert_snapshot!(
        "commitment",
        short(view.commitments(one("csp-2024-digital-flagship"), 0, 1).expect("a page").rows)
    );
    insta::assert_snapshot!(
        "claim",
        short(view.claims(one("lee-2025-trade-fold"), 0, 1).expect("a page").rows)
    );
    insta::assert_snapshot!(
        "source",
        short(view.sources(one("interview-lee-2025"), 0, 1).expect("a page").rows)
    );
    let series = view.series(one("kcs-goods-trade"), 0, 1).expect("a page").rows.remove(0);
    insta::assert_snapshot!("observation", short(&series.observation[..2]));
}

#[test]
fn the_ledger_has_typed_rows() {
    let ledger = |text: &str| view().ledger(text.to_owned(), None, false, None).expect("a ledger");
    let of = |id: &str| ledger(id).rows.remove(0);
    let talents = of("id:csp-2024-talents-40000");
    insta::assert_snapshot!("promise", short(&talents));
    let scores = &talents.target[0].score;
    assert_eq!(
        (talents.derived.status, scores[0].result),
        (DerivedStatus::UnderWay, TargetResult::Pending)
    );
    let all = ledger("");
    assert_eq!(
        all.rows.len(),
        view().told_ledger(String::new(), None, false, None).expect("told").rows.len()
    );
    let refused = view().ledger(String::new(), Some("soon".to_owned()), false, None);
    assert!(refused.expect_err("no day").to_string().contains("soon"));
}

#[test]
fn lists_searches_timelines_and_references_are_pages() {
    let view = view();
    insta::assert_snapshot!("list", short(view.list(Kind::Fund, vec![], 0, 2).expect("a page")));
    insta::assert_snapshot!(
        "query",
        short(view.query("kind:event state:ahead,not-confirmed".to_owned(), 1, 1).expect("a page"))
    );
    insta::assert_snapshot!(
        "search",
        short(view.search("KADIF".to_owned(), 0, 1).expect("a page").rows)
    );
    insta::assert_snapshot!(
        "timeline",
        short(view.timeline("kind:partnership".to_owned(), 0, 2).expect("a page").rows)
    );
    insta::assert_snapshot!("cite", short(view.cite(texts(&["yna24"])).expect("a reference").rows));
    let brief = view.brief().expect("a page");
    insta::assert_snapshot!("brief", short(&brief.rows[0]));
    let korean = dataset().view(None, None, "ko".to_owned()).expect("a view");
    insta::assert_snapshot!(
        "concepts",
        short(korean.concepts("pillar".to_owned()).expect("concepts"))
    );
}

#[test]
fn words_have_labels_and_codes_are_explained() {
    let lists = word_lists().expect("lists");
    let labels = lists.iter().flat_map(|list| &list.word).map(|word| &word.label.all["ko"]);
    let unlabelled: Vec<_> =
        labels.filter(|label| label.is_ascii() && !label.contains("G20")).collect();
    assert!(unlabelled.is_empty(), "without a label in Korean: {unlabelled:?}");
    assert_eq!(explain("0304".to_owned()).expect("a code").code, "P0304");
}

#[test]
fn each_error_has_a_message_a_place_and_a_suggestion() {
    let view = view();
    let told = |error: PartnershipError| format!("{error}\n{error:#?}\n");
    let day = dataset().view(Some("2024-13".to_owned()), None, "en".to_owned());
    let errors = [
        view.query("한국 piller:B".to_owned(), 0, 1).expect_err("no field"),
        view.query("pillar:Z".to_owned(), 0, 1).expect_err("no pillar"),
        view.show(texts(&["kadif", "kadiff"])).expect_err("no record"),
        view.projects(vec![Filter::Pillar("Z".to_owned())], 0, 1).expect_err("no pillar"),
        view.query(String::new(), -1, 1).expect_err("no page"),
        view.query(String::new(), 0, 0).expect_err("no page"),
        day.expect_err("no day"),
        Dataset::load("none.partnership".to_owned()).expect_err("no file"),
        Dataset::load_bytes(b"{}".to_vec()).expect_err("no dataset"),
        explain("P9".to_owned()).expect_err("no code"),
        view.check(texts(&["lee-2025-trade-fold"]), Some("moon2019".to_owned()), None)
            .expect_err("two choices"),
    ];
    insta::assert_snapshot!("errors", errors.map(told).join("\n"));
}

#[test]
fn a_panic_is_an_ordinary_error_and_the_object_stays_usable() {
    let dataset = dataset();
    for _ in 0..100 {
        let error = dataset.panic_for_tests().expect_err("it panics");
        assert!(matches!(error, PartnershipError::Internal { .. }), "{error}");
        assert!(error.to_string().contains("index out of bounds"), "{error}");
    }
    assert!(dataset.about().is_ok());
}

/// A file of a broken rule is refused with every fault and its place.
#[test]
fn a_broken_file_names_its_faults() {
    let packed = partnership_core::Dataset::embedded().to_packed();
    let (head, records) = packed.split_once('\n').expect("a manifest");
    // What the manifest says of the records no longer holds.
    let (head, _) = head.split_once(",\"records\":").expect("the number of records");
    let broken = format!("{head}}}\n{records}");
    let broken = broken.replace("\"organization\":\"asean\"", "\"organization\":\"aseam\"");
    let error = Dataset::load_bytes(broken.into_bytes()).expect_err("broken");
    let PartnershipError::Dataset { faults, .. } = error else { panic!("{error}") };
    assert!(faults.len() > 1);
    assert!(faults.iter().all(|fault| fault.place.as_ref().is_some_and(|at| !at.at.is_empty())));
    assert_eq!(faults[0].suggestion.as_deref(), Some("asean"));
    let whole = Dataset::load_bytes(packed.into_bytes()).expect("whole");
    assert_eq!(whole.about().expect("about").digest, dataset().about().expect("about").digest);
}
