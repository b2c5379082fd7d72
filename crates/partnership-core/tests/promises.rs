//! What became of promises: the whole table of the derived status, and what no day and no source may change in a score.

#![cfg(feature = "folder")]

mod packed;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use partnership_core::Dataset;
use partnership_core::answer::{Row, TargetRow};
use partnership_core::promise::{
    DerivedStatus, Done, Due, Facts, Lacking, Numbers, StatusRow, TargetResult, When,
};
use partnership_core::value::Day;
use proptest::prelude::*;

/// Every combination of facts.
fn all_facts() -> Vec<Facts> {
    let mut all = Vec::new();
    for &made in Done::ALL {
        for &due in Due::ALL {
            for &numbers in Numbers::ALL {
                for &years in When::ALL {
                    all.extend(When::ALL.iter().map(|&work| Facts {
                        made,
                        due,
                        numbers,
                        years,
                        work,
                    }));
                }
            }
        }
    }
    all
}

/// The status in words of our own, written without the table.
fn expected(facts: Facts) -> DerivedStatus {
    let Facts { made, due, numbers, years, work } = facts;
    if made == Done::Ahead {
        return DerivedStatus::NotStarted;
    }
    if due == Due::Passed {
        return match (numbers, work) {
            (Numbers::Met, _) => DerivedStatus::Met,
            (Numbers::Missed, _) => DerivedStatus::Missed,
            (Numbers::Unsettled, _) => DerivedStatus::Unsettled,
            (_, When::Running) => DerivedStatus::UnderWay,
            (_, When::Over) => DerivedStatus::Ended,
            _ => DerivedStatus::Overdue,
        };
    }
    match (years, work) {
        (When::Over, _) => DerivedStatus::Ended,
        (When::Ahead, _) => DerivedStatus::NotStarted,
        (_, When::Running) => DerivedStatus::UnderWay,
        (_, When::Ahead) => DerivedStatus::NotStarted,
        (When::Running, _) => DerivedStatus::Open,
        _ if due == Due::Ahead || made == Done::Done => DerivedStatus::Open,
        _ => DerivedStatus::Unknown,
    }
}

#[test]
fn every_combination_of_facts_has_the_status_that_was_written_down() {
    let all = all_facts();
    assert_eq!(all.len(), 3 * 3 * 6 * 4 * 4);
    for facts in all {
        assert_eq!(DerivedStatus::of(facts).0, expected(facts), "{facts:?}");
    }
}

#[test]
fn every_row_of_the_table_is_the_first_for_some_facts() {
    let table = DerivedStatus::table();
    let first = |facts: Facts| table.iter().position(|row| row.fits(facts));
    let reached: std::collections::BTreeSet<_> = all_facts().into_iter().map(first).collect();
    assert_eq!(reached, (0..table.len()).map(Some).collect());
}

/// The table as documentation prints it.
fn printed() -> Vec<String> {
    let word = |word: Option<&str>| word.map(|word| word.replace('-', " ")).unwrap_or_default();
    let rows = DerivedStatus::table().iter().enumerate().map(|(at, row): (usize, &StatusRow)| {
        let lacking: Vec<&str> = row.lacking.iter().map(|lacking| lacking.as_str()).collect();
        let cells = [
            (at + 1).to_string(),
            word(row.made.map(Done::as_str)),
            word(row.due.map(Due::as_str)),
            word(row.numbers.map(Numbers::as_str)),
            word(row.years.map(When::as_str)),
            word(row.work.map(When::as_str)),
            format!("*{}*", word(Some(row.status.as_str()))),
            lacking.join(", "),
        ];
        let cells = cells
            .iter()
            .map(|cell| if cell.is_empty() { " ".to_owned() } else { format!(" {cell} ") });
        format!("|{}|", cells.collect::<Vec<_>>().join("|"))
    });
    rows.collect()
}

#[test]
fn the_documented_table_is_the_one_that_decides() {
    for text in
        [include_str!("../src/promise/status.rs"), include_str!("../../../docs/promises.md")]
    {
        let shown: Vec<&str> = text
            .lines()
            .map(|line| line.trim_start_matches("/// "))
            .filter(|line| {
                line.starts_with("| ") && line[2..].starts_with(|c: char| c.is_ascii_digit())
            })
            .collect();
        assert_eq!(shown, printed());
    }
}

#[test]
fn each_word_has_a_korean_label() {
    let statuses = DerivedStatus::ALL.iter().map(|word| word.label("ko"));
    let results = TargetResult::ALL.iter().map(|word| word.label("ko"));
    let lacking = Lacking::ALL.iter().map(|word| word.label("ko"));
    for label in statuses.chain(results).chain(lacking) {
        assert!(!label.is_ascii(), "{label}");
    }
}

/// An invented partnership with numbers to be reached: trade in timber of 400,000, met in 2029, and of 500,000, missed.
fn packed() -> &'static str {
    static PACKED: OnceLock<String> = OnceLock::new();
    PACKED.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/other");
        let mut lines = packed::lines(&Dataset::load(folder).expect("it breaks no rule"));
        for (id, value) in [("timber-400", "400e3 EUR"), ("timber-500", ">=500e3 EUR")] {
            let cite = r#"{"source":"gazette-2030","at":"table","fields""#;
            lines += &format!(
                r#"{{"kind":"commitment","id":"{id}","name":{{"en":"Timber"}},"form":"pledge","made":"2027","target":[{{"figure":{{"measure":"timber-trade","area":"lakeland","counterpart":"northbank"}},"what":{{"en":"timber"}},"value":"{value}","by":"2029","per":"year","cite":[{{"source":"gazette-2030","at":"table"}}]}}],"cite":[{cite}:["name","form","made"]}}]}}"#
            );
            lines.push('\n');
        }
        lines
    })
}

fn load(lines: &str) -> Dataset {
    Dataset::from_packed(lines.as_bytes())
        .unwrap_or_else(|error| panic!("{error}: {:?}", std::error::Error::source(&error)))
}

fn targets(dataset: &Dataset, on: Option<Day>, known_on: Option<Day>) -> Vec<TargetRow> {
    let answer = dataset.view().on(on).known_on(known_on).targets("target:any").expect("a query");
    let rows = answer.rows().iter().filter_map(|row| match row {
        Row::Target(row) => Some(row.clone()),
        _ => None,
    });
    rows.collect()
}

/// By target and reporter how it stands.
fn results(rows: &[TargetRow]) -> BTreeMap<(String, usize, Option<String>), TargetResult> {
    let scores = rows.iter().flat_map(|row| {
        row.score.iter().map(|score| {
            let reporter = score.reporter.as_ref().map(ToString::to_string);
            ((row.id.clone(), row.at, reporter), score.result)
        })
    });
    scores.collect()
}

#[test]
fn an_invented_number_is_met_and_another_missed() {
    let found = results(&targets(&load(packed()), None, None));
    let of = |id: &str| found[&(id.to_owned(), 0, Some("lakeland".to_owned()))];
    assert_eq!((of("timber-400"), of("timber-500")), (TargetResult::Met, TargetResult::Missed));
}

/// A further source, and a row or a series that rests on it.
#[derive(Clone, Debug)]
struct Addition {
    year: u16,
    value: u32,
    rank: &'static str,
    reporter: &'static str,
    mirrored: bool,
}

fn addition() -> impl Strategy<Value = Addition> {
    let rank = prop_oneof![Just(""), Just("normal"), Just("deprecated")];
    let reporter = prop_oneof![Just("lakeland"), Just("northbank")];
    (2026_u16..2032, 300_u32..700, rank, reporter, any::<bool>()).prop_map(
        |(year, value, rank, reporter, mirrored)| Addition {
            year,
            value,
            rank,
            reporter,
            mirrored,
        },
    )
}

/// The lines with a source and a series more for each addition.
fn with(additions: &[Addition]) -> String {
    let mut lines = packed().to_owned();
    for (at, added) in additions.iter().enumerate() {
        let Addition { year, value, rank, reporter, mirrored } = added;
        let source = format!("added-{at}");
        lines += &format!(
            r#"{{"kind":"source","id":"{source}","title":{{"en":"Added"}},"title_by":"publisher","publisher":{{"en":"Added"}},"issued":"2030-0{}-01","accessed":"2031-01-01","language":"en","tier":"press","read":"whole"}}"#,
            at + 1
        );
        lines.push('\n');
        let rank = match *rank {
            "" => String::new(),
            rank => format!(r#","rank":"{rank}","reason":"added""#),
        };
        let (area, counterpart) = match mirrored {
            true => ("northbank", "lakeland"),
            false => ("lakeland", "northbank"),
        };
        lines += &format!(
            r#"{{"kind":"series","id":"added-series-{at}","name":{{"en":"Added"}},"measure":"timber-trade","reporter":"{reporter}","area":"{area}","counterpart":"{counterpart}","unit":"EUR","power":"3","transform":"level","observation":[{{"period":"{year}","value":"{value}"{rank}}}],"cite":[{{"source":"{source}","at":"table"}},{{"source":"{source}","at":"table","fields":["measure","reporter","area","counterpart","observation"]}}]}}"#
        );
        lines.push('\n');
    }
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn adding_a_source_never_turns_met_into_not_in_record(
        additions in prop::collection::vec(addition(), 0..4),
        on in prop::option::of(10_000..25_000_i32), known_on in prop::option::of(21_500..23_000_i32),
    ) {
        let day = |number: Option<i32>| number.map(Day::from_number);
        let before = results(&targets(&load(packed()), day(on), day(known_on)));
        let after = results(&targets(&load(&with(&additions)), day(on), day(known_on)));
        for (key, result) in before {
            if result == TargetResult::Met {
                prop_assert_ne!(after.get(&key), Some(&TargetResult::NotInRecord), "{:?} {:?}", key, additions);
                prop_assert!(after.contains_key(&key), "{:?} has no score any more: {:?}", key, additions);
            }
        }
    }

    #[test]
    fn before_the_deadline_a_number_is_pending(
        additions in prop::collection::vec(addition(), 0..3), before in 0..2_000_i32,
    ) {
        let dataset = load(&with(&additions));
        for row in targets(&dataset, None, None) {
            let Some(last) = row.last_day else { continue };
            for row in targets(&dataset, Some(last.plus(-before)), None) {
                if row.last_day.is_some_and(|other| other >= last) {
                    prop_assert!(row.score.iter().all(|score| score.result == TargetResult::Pending));
                    prop_assert!(row.score.iter().all(|score| score.decided_by.is_none()));
                }
            }
        }
    }
}

#[cfg(feature = "embedded")]
#[test]
fn no_number_of_the_record_has_a_verdict_before_its_deadline() {
    let dataset = Dataset::embedded();
    let mut days: Vec<Day> =
        targets(dataset, None, None).iter().filter_map(|row| row.last_day).collect();
    assert!(days.len() >= 30, "{}", days.len());
    days.sort_unstable();
    days.dedup();
    for day in days.into_iter().flat_map(|day| [day, day.plus(1)]) {
        for row in targets(dataset, Some(day), None) {
            for score in &row.score {
                let pending = row.last_day.is_some_and(|last| day <= last);
                assert_eq!(score.result == TargetResult::Pending, pending, "{} on {day}", row.id);
                let decided = [TargetResult::Met, TargetResult::Missed, TargetResult::TooClose];
                assert_eq!(
                    score.decided_by.is_some(),
                    decided.contains(&score.result),
                    "{}",
                    row.id
                );
                assert_eq!(
                    score.missing.is_empty(),
                    score.result != TargetResult::NotInRecord,
                    "{}",
                    row.id
                );
            }
        }
    }
}
