//! Claims held against the record: the verdicts that were written by hand from the dossiers, and what a verdict rests on.
#![cfg(feature = "embedded")]

mod packed;

use std::collections::BTreeMap;

use partnership_core::Dataset;
use partnership_core::answer::{Answer, Checked, Claims, Row};
use partnership_core::claim::ClaimVerdict;
use partnership_core::model::TestKind;
use partnership_core::value::{Day, Fit, Interval, Number, Quantity};

fn rows(answer: &Answer) -> impl Iterator<Item = &Checked> {
    answer.rows().iter().map(|row| match row {
        Row::Checked(row) => row,
        other => panic!("no verdict: {other:?}"),
    })
}

fn check(ids: &[&str]) -> Answer {
    Dataset::embedded().view().check(Claims::Ids(ids)).expect("claims of the record")
}

/// The lines of the table: id and verdict.
fn labelled() -> Vec<(&'static str, ClaimVerdict)> {
    let lines = include_str!("claims/labelled.tsv").lines();
    let lines = lines.filter(|line| !line.starts_with('#')).skip(1);
    let cells = lines.map(|line| line.split('\t').collect::<Vec<_>>());
    cells.map(|cells| (cells[0], cells[2].parse().expect("a verdict"))).collect()
}

#[test]
fn labelled_claims_have_the_verdicts_that_the_dossiers_bear_out() {
    let labelled = labelled();
    let ids: Vec<&str> = labelled.iter().map(|(id, _)| *id).collect();
    let answer = check(&ids);
    let mut confusion: BTreeMap<(ClaimVerdict, ClaimVerdict), Vec<&str>> = BTreeMap::new();
    for ((id, wanted), row) in labelled.iter().zip(rows(&answer)) {
        assert_eq!(*id, row.id);
        confusion.entry((*wanted, row.verdict)).or_default().push(id);
    }
    let counts =
        confusion.iter().map(|((wanted, found), ids)| (wanted.as_str(), found.as_str(), ids.len()));
    // Written by hand, then computed, then how many.
    let expected = [
        ("supported", "supported", 26),
        ("contradicted", "contradicted", 12),
        ("depends", "depends", 11),
        ("not-in-record", "not-in-record", 32),
    ];
    assert_eq!(counts.collect::<Vec<_>>(), expected, "{confusion:#?}");
}

#[test]
fn nothing_is_borne_out_or_refuted_without_a_fact_and_its_source() {
    let answer = Dataset::embedded().view().check(Claims::Query("")).expect("all claims");
    for row in rows(&answer) {
        let decided = matches!(row.verdict, ClaimVerdict::Supported | ClaimVerdict::Contradicted);
        let own: Vec<&str> = row.cite.iter().filter_map(|cite| cite.leaf("source")).collect();
        for reading in row.reading.iter().chain(&row.since) {
            assert!(!reading.evidence.is_empty(), "{}: {}", row.id, reading.arithmetic);
            for evidence in &reading.evidence {
                assert!(Dataset::embedded().record(evidence.record.as_str()).is_some());
                let mut sources = evidence.cite.iter().filter_map(|cite| cite.leaf("source"));
                assert!(sources.clone().count() > 0, "{}: {}", row.id, evidence.record);
                assert!(sources.all(|source| !own.contains(&source)), "{}: its own figure", row.id);
            }
        }
        assert_eq!(decided, decided && row.has_evidence(), "{}", row.id);
        assert_eq!(row.verdict == ClaimVerdict::NotInRecord, row.reading.is_empty(), "{}", row.id);
        assert!(row.verdict != ClaimVerdict::NotInRecord || !row.missing.is_empty(), "{}", row.id);
        assert_eq!(row.verdict == ClaimVerdict::Depends, !row.depends_on.is_empty(), "{}", row.id);
    }
}

/// A number with its hedge, times a factor in per cent, rounded to as many decimals as were written.
fn times(value: &str, percent: i128) -> String {
    let hedge = value.len() - value.trim_start_matches(['<', '>', '=', '~']).len();
    let (hedge, rest) = value.split_at(hedge);
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
    let (digits, rest) = rest.split_at(end);
    let number: Number = digits.parse().expect("digits");
    let mantissa = (number.mantissa() * percent + 50) / 100;
    let scaled = Number::new(mantissa, number.scale()).expect("few digits");
    format!("{hedge}{scaled}{rest}")
}

#[test]
fn a_number_that_is_changed_flips_the_verdict_exactly_when_it_leaves_the_interval() {
    let numeric = [
        "akc-2015-trade-fold",
        "lee-2025-trade-200bn",
        "lee-2025-akcf-32m",
        "lee-2025-trade-rank",
        "lee-2025-trade-rank-rok",
        "lee-2025-apec-asean-members",
        "lee-2025-commemorative-three",
        "rok-motie-2024-trade-rank",
        "lee-2025-trade-fold",
        "my-2025-trade-200bn",
        "transport-ministers-2019-trade",
        "lee-2025-oda-share",
        "rok-mofa-2019-oda-share",
    ];
    let packed = packed::lines(Dataset::embedded());
    let (mut lines, mut ids) = (packed.clone(), Vec::new());
    for id in numeric {
        let start = format!("{{\"kind\":\"claim\",\"id\":\"{id}\",");
        let line = packed.lines().find(|line| line.starts_with(&start)).expect("a claim");
        let claim: serde_json::Value = serde_json::from_str(line).expect("JSON");
        for percent in [10, 50, 90, 99, 100, 101, 110, 200, 1000] {
            let other = format!("{id}-{percent}");
            let said = claim["test"]["value"].as_str().expect("a number");
            let value = times(said, percent);
            let (before, test) = line.split_once("\"test\":").expect("a test");
            let before =
                before.replacen(&format!("\"id\":\"{id}\""), &format!("\"id\":\"{other}\""), 1);
            let test = test.replacen(
                &format!("\"value\":\"{said}\""),
                &format!("\"value\":\"{value}\""),
                1,
            );
            lines += &format!("{before}\"test\":{test}\n");
            ids.push((id, percent, other, value));
        }
    }
    let dataset = Dataset::from_packed(lines.as_bytes()).expect("a dataset");
    let all: Vec<&str> = ids.iter().map(|(_, _, id, _)| id.as_str()).collect();
    let answer = dataset.view().check(Claims::Ids(&all)).expect("claims");
    let found: Vec<&Checked> = rows(&answer).collect();
    let (mut flips, mut stays) = (0, 0);
    for ((id, percent, _, value), row) in ids.iter().zip(&found) {
        let whole =
            ids.iter().zip(&found).find(|((of, percent, ..), _)| of == id && *percent == 100);
        let (_, original) = whole.expect("the same number");
        let quantity: Quantity = value.parse().expect("a quantity");
        let is_count = matches!(row.test, Some(TestKind::Rank | TestKind::Count));
        let allowed = match is_count {
            true => Interval::exactly(quantity.value().unwrap()),
            false => quantity.allowed_in(0).unwrap(),
        };
        let fits: Vec<Fit> = row.reading.iter().map(|reading| reading.fit).collect();
        for (reading, before) in row.reading.iter().zip(&original.reading) {
            // The same facts say the same, whatever is said of them.
            assert_eq!(reading.arithmetic, before.arithmetic, "{id} {value}");
            assert_eq!(reading.evidence, before.evidence, "{id} {value}");
            let power = if reading.unit.as_deref().is_some_and(|unit| unit.starts_with("billion")) {
                -9
            } else {
                0
            };
            let power = if reading.unit.as_deref().is_some_and(|unit| unit.starts_with("million")) {
                -6
            } else {
                power
            };
            let end = |end: std::ops::Bound<Number>| {
                end.map(|number| number.checked_shift(power).unwrap())
            };
            let scaled = Interval::new(end(allowed.low()), end(allowed.high())).unwrap();
            assert_eq!(reading.allowed.parse::<Interval>().unwrap(), scaled, "{id} {value}");
            let own: Interval = reading.found.parse().expect("an interval");
            assert_eq!(own.fits(scaled), reading.fit, "{id} {value}: {own} in {scaled}");
        }
        let expected = match (
            fits.iter().all(|fit| *fit == Fit::Inside),
            fits.iter().all(|fit| *fit == Fit::Outside),
        ) {
            _ if fits.is_empty() => ClaimVerdict::NotInRecord,
            (true, _) => ClaimVerdict::Supported,
            (_, true) => ClaimVerdict::Contradicted,
            _ => ClaimVerdict::Depends,
        };
        assert_eq!(row.verdict, expected, "{id} {percent} %: {value}");
        if row.verdict == original.verdict { stays += 1 } else { flips += 1 }
    }
    assert!(flips > 40 && stays > 40, "{flips} of {} flip", flips + stays);
}

#[test]
fn what_was_not_known_yet_is_no_evidence() {
    let view = Dataset::embedded().view().known_on("2024-12-31".parse::<Day>().unwrap());
    let answer = view.check(Claims::Ids(&["rok-motie-2024-trade-rank"])).unwrap();
    let row = rows(&answer).next().unwrap();
    // The table of customs was published in June 2025.
    assert_eq!(row.verdict, ClaimVerdict::NotInRecord);
    let later = check(&["rok-motie-2024-trade-rank"]);
    assert_eq!(rows(&later).next().unwrap().verdict, ClaimVerdict::Supported);
}

#[test]
fn a_question_about_nothing_names_the_nearest() {
    let view = Dataset::embedded().view();
    let ask = |claims| view.check(claims).unwrap_err();
    let told = [
        ask(Claims::Ids(&["lee-2025-trade-fold", "lee-2025-trade-folds"])),
        ask(Claims::Source("interview-lee-2024")),
        ask(Claims::Speaker("lee-jang-keon")),
        ask(Claims::Ids(&["kadif"])),
    ];
    let told: Vec<String> = told
        .iter()
        .map(|error| format!("{error} ({})", error.nearest.as_deref().unwrap_or_default()))
        .collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    `lee-2025-trade-folds` is not the id of a claim (lee-2025-trade-fold)
    `interview-lee-2024` is not the id of a source (interview-lee-2025)
    `lee-jang-keon` is not the id of a person or party (lee-jang-keun)
    `kadif` is not the id of a claim ()
    ");
}

#[test]
fn a_day_and_a_language_are_taken_from_the_view() {
    let view = Dataset::embedded().view().on("2023-12-31".parse::<Day>().unwrap());
    let answer = view.check(Claims::Source("interview-lee-2025")).unwrap();
    assert!(answer.rows().is_empty() && answer.empty().is_some());
    let korean = Dataset::embedded().view().lang("ko".parse().unwrap());
    let answer = korean.check(Claims::Ids(&["lee-2025-summit-yearly"])).unwrap();
    let row = rows(&answer).next().unwrap();
    assert_eq!(row.verdict.label("ko"), "반박됨");
    assert!(row.reading[0].found.contains("2006년 없음"));
}

#[test]
fn a_verdict_is_a_review_with_its_places_and_its_arithmetic() {
    let view = Dataset::embedded().view();
    let answer = view.check(Claims::Ids(&["lee-2025-oda-share", "lee-2025-fdi-fold"])).unwrap();
    let document: serde_json::Value = serde_json::from_str(&view.claim_reviews(&answer)).unwrap();
    let graph = document["@graph"].as_array().unwrap();
    let (refuted, open) = (&graph[0], &graph[1]);
    assert_eq!(refuted["id"], "urn:partnership:asean-rok:lee-2025-oda-share:review");
    assert_eq!(refuted["type"][0], "ClaimReview");
    assert_eq!(refuted["reviewRating"]["ratingValue"], 1);
    assert_eq!(refuted["itemReviewed"]["author"]["type"], "Person");
    let place = &refuted["itemReviewed"]["appearance"][0];
    assert_eq!(place["hasSource"], "urn:partnership:asean-rok:interview-lee-2025");
    assert_eq!(place["hasSelector"]["value"], "A1 ¶3");
    assert!(refuted["reviewBody"].as_str().unwrap().contains("589.530918 / 3296.49"));
    // What the record lacks has no number, and says what it is.
    assert_eq!(open["reviewRating"].get("ratingValue"), None);
    assert!(open["reviewBody"].as_str().is_some_and(|body| !body.is_empty()));
    assert_eq!(document["@context"]["schema"], "https://schema.org/");
}
