//! Claims held against the record: the verdicts that were written by hand from the dossiers, and what a verdict rests on.
#![cfg(feature = "embedded")]

mod packed;

use std::collections::BTreeMap;

use partnership_core::Dataset;
use partnership_core::answer::{Answer, Checked, Claims, Row};
use partnership_core::claim::{ClaimVerdict, CountedAs};
use partnership_core::model::TestKind;
use partnership_core::promise::TargetResult;
use partnership_core::value::{Day, Fit, Hedge, Interval, Number, Quantity};

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
    let hedge = value.len() - value.trim_start_matches(['<', '>', '=', '~', 'x']).len();
    let (hedge, rest) = value.split_at(hedge);
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
    let (digits, rest) = rest.split_at(end);
    let number: Number = digits.parse().expect("digits");
    let mantissa = (number.mantissa() * percent + 50) / 100;
    let scaled = Number::new(mantissa, number.scale()).expect("few digits");
    format!("{hedge}{scaled}{rest}")
}

/// By how much numbers are changed, in per cent. Between two numbers, the upper is half as much again.
const FACTORS: [i128; 6] = [90, 99, 100, 101, 110, 200];

/// A claim with another number, or with two.
struct Changed {
    of: &'static str,
    id: String,
    value: String,
    upper: Option<String>,
    /// The number is that of the claim.
    is_same: bool,
    /// The number is of a fall.
    falls: bool,
}

/// Every labelled claim whose number says what is compared with the figures, with others; and the packed lines of all.
fn changed() -> (String, Vec<Changed>) {
    let packed = packed::lines(Dataset::embedded());
    let (mut lines, mut all) = (packed.clone(), Vec::new());
    for (of, _) in labelled() {
        let start = format!("{{\"kind\":\"claim\",\"id\":\"{of}\",");
        let line = packed.lines().find(|line| line.starts_with(&start)).expect("a claim");
        let claim: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let test = &claim["test"];
        let (kind, Some(said)) = (test["kind"].as_str(), test["value"].as_str()) else { continue };
        // The number of these says which target is meant, or that it is the first above.
        if matches!(kind, Some("target-met" | "superlative"))
            || times(said, 100) == times(said, 200)
        {
            continue;
        }
        let is_bare = said.starts_with(|c: char| c.is_ascii_digit());
        for percent in FACTORS {
            let value = times(said, percent);
            // Nothing is nearly nothing.
            if percent != 100 && value.parse().is_ok_and(|value: Quantity| value.number().is_zero())
            {
                continue;
            }
            let upper = Some(times(said, percent * 3 / 2))
                .filter(|upper| is_bare && kind != Some("rank") && times(said, percent) != *upper);
            for upper in [None].into_iter().chain(upper.map(Some)) {
                let id = format!("{of}-{percent}{}", if upper.is_some() { "-between" } else { "" });
                let numbers = match &upper {
                    Some(upper) => format!("\"value\":\"{value}\",\"upper\":\"{upper}\""),
                    None => format!("\"value\":\"{value}\""),
                };
                let (before, rest) = line.split_once("\"test\":").expect("a test");
                let before =
                    before.replacen(&format!("\"id\":\"{of}\""), &format!("\"id\":\"{id}\""), 1);
                let rest = rest.replacen(&format!("\"value\":\"{said}\""), &numbers, 1);
                lines += &format!("{before}\"test\":{rest}\n");
                let falls = test["sense"] == "below" && kind != Some("multiple");
                let is_same = percent == 100 && upper.is_none();
                all.push(Changed { of, id, value: value.clone(), upper, is_same, falls });
            }
        }
    }
    (lines, all)
}

/// What the words of a claim allow, worked out apart from the code that checks it.
fn allowed(of: &Changed, kind: Option<TestKind>) -> Interval {
    let is_count = matches!(kind, Some(TestKind::Rank | TestKind::Count | TestKind::Length));
    let one = |text: &str| {
        let quantity: Quantity = text.parse().expect("a quantity");
        match is_count && quantity.hedge() == Hedge::Exact {
            true => Interval::exactly(quantity.value().expect("few digits")),
            false => quantity.allowed_in(0).expect("few digits"),
        }
    };
    let value = one(&of.value);
    let both = of.upper.as_deref().and_then(|upper| Interval::new(value.low(), one(upper).high()));
    let both = both.unwrap_or(value);
    if of.falls { -both } else { both }
}

#[test]
fn a_number_that_is_changed_flips_the_verdict_exactly_when_it_leaves_the_interval() {
    let (lines, changed) = changed();
    let dataset = Dataset::from_packed(lines.as_bytes()).expect("a dataset");
    let ids: Vec<&str> = changed.iter().map(|of| of.id.as_str()).collect();
    let answer = dataset.view().check(Claims::Ids(&ids)).expect("claims");
    let found: Vec<&Checked> = rows(&answer).collect();
    let (mut flips, mut stays) = ([0, 0], [0, 0]);
    for (of, row) in changed.iter().zip(&found) {
        assert_eq!(row.id, of.id);
        let whole =
            changed.iter().zip(&found).find(|(other, _)| other.of == of.of && other.is_same);
        let (_, original) = whole.expect("the same number");
        let allowed = allowed(of, row.test);
        // Of rows that are counted too few may be held, or it is not known that all are.
        let is_lacking = row.reading.is_empty() && row.test == Some(TestKind::Count);
        assert!(
            is_lacking
                || row.reading.len() == original.reading.len()
                || row.test == Some(TestKind::Count),
            "{}",
            of.id
        );
        for (reading, before) in row.reading.iter().zip(&original.reading) {
            // The same facts say the same, whatever is said of them.
            assert_eq!(reading.arithmetic, before.arithmetic, "{}", of.id);
            assert_eq!(reading.evidence, before.evidence, "{}", of.id);
            let is_in =
                |power: &str| reading.unit.as_deref().is_some_and(|unit| unit.starts_with(power));
            let power = if is_in("billion") {
                -9
            } else if is_in("million") {
                -6
            } else {
                0
            };
            let end = |end: std::ops::Bound<Number>| {
                end.map(|number| number.checked_shift(power).expect("few digits"))
            };
            let scaled = Interval::new(end(allowed.low()), end(allowed.high())).expect("ends");
            assert_eq!(reading.allowed.parse::<Interval>(), Ok(scaled), "{}", of.id);
            let own: Interval = reading.found.parse().expect("an interval");
            assert_eq!(own.fits(scaled), reading.fit, "{}: {own} in {scaled}", of.id);
        }
        let all_are = |fit| row.reading.iter().all(|reading| reading.fit == fit);
        let expected = match row.reading.iter().any(|reading| reading.why.is_empty()) {
            _ if row.reading.is_empty() => ClaimVerdict::NotInRecord,
            true if all_are(Fit::Inside) => ClaimVerdict::Supported,
            true if all_are(Fit::Outside) => ClaimVerdict::Contradicted,
            _ => ClaimVerdict::Depends,
        };
        assert_eq!(row.verdict, expected, "{}", of.id);
        let at = usize::from(of.upper.is_some());
        if row.verdict == original.verdict { stays[at] += 1 } else { flips[at] += 1 }
    }
    assert!(flips.iter().chain(&stays).all(|count| *count >= 20), "{flips:?} flip, {stays:?} stay");
}

/// Every target of the record, said to be met: the verdict goes the way in which `targets` scores it, whoever counts.
#[test]
fn a_target_that_is_said_to_be_met_is_scored_as_targets_are() {
    let answer = Dataset::embedded().view().targets("").expect("targets");
    let targets = answer.rows().iter().filter_map(|row| match row {
        Row::Target(row) => Some(row),
        _ => None,
    });
    let targets: Vec<_> = targets.collect();
    let mut lines = packed::lines(Dataset::embedded());
    let start = "{\"kind\":\"claim\",\"id\":\"lee-2025-iem-40000\",";
    let line = lines.lines().find(|line| line.starts_with(start)).expect("a claim").to_owned();
    let (before, rest) = line.split_once("\"test\":").expect("a test");
    let (_, rest) = rest.split_once('}').expect("its end");
    for (at, row) in targets.iter().enumerate() {
        let before = before.replacen("lee-2025-iem-40000", &format!("said-{at}"), 1);
        let test = format!(
            "{{\"kind\":\"target-met\",\"record\":\"{}\",\"value\":\"{}\"}}",
            row.id, row.value
        );
        lines += &format!("{before}\"test\":{test}{rest}\n");
    }
    let dataset = Dataset::from_packed(lines.as_bytes()).expect("a dataset");
    let ids: Vec<String> = (0..targets.len()).map(|at| format!("said-{at}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let answer = dataset.view().check(Claims::Ids(&ids)).expect("claims");
    let mut seen = BTreeMap::new();
    for (row, said) in targets.iter().zip(rows(&answer)) {
        let has = |result| row.score.iter().any(|score| score.result == result);
        let decided =
            [TargetResult::Met, TargetResult::Missed, TargetResult::TooClose].into_iter().any(has);
        // A claim may rest on a sum over members, too, which is no series.
        let by_sum = said.reading.iter().all(|reading| {
            let by = reading.counted;
            matches!(by, Some(CountedAs::MembersOfEachPeriod | CountedAs::MembersWhenSaid))
        });
        let wrong = match said.verdict {
            ClaimVerdict::NotInRecord => decided,
            _ if by_sum => decided,
            ClaimVerdict::Supported => !has(TargetResult::Met) || has(TargetResult::Missed),
            ClaimVerdict::Contradicted => !has(TargetResult::Missed) || has(TargetResult::Met),
            _ => !decided,
        };
        assert!(!wrong, "{} {}: {} {:?}", row.id, row.value, said.verdict, row.score);
        *seen.entry(said.verdict).or_insert(0) += 1;
    }
    assert!(seen.len() > 2, "{seen:?}");
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
