//! What `check` tells of claims: of an invented record in each form, and of the interview that began the record.

use crate::run::{data, told, told_in};

macro_rules! prints {
    ($($name:ident: $($arg:literal)*;)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(told(&[$($arg),*]));
        })*
    };
}

prints! {
    check_text: "check" "--all";
    check_json: "check" "--all" "--format" "json";
    check_of_what_is_no_claim: "check" "mill-bridge";
    check_of_a_speaker_who_says_nothing: "check" "--speaker" "northbank";
    check_of_nothing: "check";
    check_of_two_choices: "check" "quill-2030" "--source" "gazette" "--speaker" "northbank";
    check_of_all_and_one: "check" "--all" "--speaker" "northbank";
    a_sentence: "check" "Lakeland's trade in timber with Northbank grew by about 10 per cent in 2029";
    a_sentence_json: "check" "Lakeland's trade in timber with Northbank grew by about 10 per cent in 2029" "--format" "json";
    a_sentence_that_is_refused: "check" "Trade in timber between Lakeland and Westbank grew by 10 per cent in 2029";
    a_sentence_that_is_refused_json: "check" "Trade in stone with Northbank doubled in 2029" "--format" "json";
    a_text: "check" "speech.txt";
    a_text_html: "check" "speech.txt" "--format" "html";
    a_text_csv: "check" "speech.txt" "--format" "csv";
    a_text_korean: "check" "speech.txt" "--lang" "ko";
}

/// The same of the record that is inside: of a multiple, of something that did not recur, and of two printed values.
macro_rules! prints_of_record {
    ($($name:ident: $($arg:literal)*;)*) => {
        $(#[test]
        fn $name() {
            let claims = ["lee-2025-trade-fold", "lee-2025-summit-yearly", "yonhap-2023-fifth-fta"];
            let asked: Vec<&str> = ["check"].into_iter().chain(claims).chain([$($arg),*]).collect();
            insta::assert_snapshot!(told_in(&data(), &asked));
        })*
    };
}

prints_of_record! {
    claims_korean: "--lang" "ko" "--width" "100";
    claims_md: "--format" "md";
    claims_csv: "--format" "csv";
    claims_jsonl: "--format" "jsonl";
    claims_html: "--format" "html";
}

/// JSON-LD is of claims, and a format: what else is asked for is refused.
#[test]
fn json_ld_of_what_it_is_not_made_for_is_refused() {
    let of_what = "error: --jsonld is of claims of the record, and not of a";
    let with_what = "error: --jsonld is a format, and goes with no --format";
    let asked: [(&[&str], String); 5] = [
        (&["Trade in stone with Northbank doubled in 2029"], format!("{of_what} sentence")),
        (&["speech.txt"], format!("{of_what} file")),
        (&["-"], format!("{of_what} file")),
        (&["--all", "--format", "csv"], with_what.to_owned()),
        (&["speech.txt", "--format", "json"], "goes with no --format".to_owned()),
    ];
    for (args, wanted) in asked {
        let told = told(&[&["check", "--jsonld"], args].concat());
        assert!(told.contains(&wanted) && told.ends_with("--- exit code 2\n"), "{args:?}: {told}");
    }
    assert!(told(&["check", "--all", "--jsonld"]).starts_with('{'));
}

/// The whole report card; what its sources are is told elsewhere.
#[test]
fn the_interview_is_held_against_the_record() {
    let card = told_in(&data(), &["check", "--source", "interview-lee-2025", "--width", "120"]);
    let (card, sources) = card.split_once("\nSources\n").expect("it has sources");
    assert!(sources.lines().count() > 50);
    insta::assert_snapshot!(card);
}

/// Every figure that disagrees; what its sources are is told elsewhere.
#[test]
fn printed_figures_are_worked_out_anew() {
    let list = told_in(&data(), &["check", "--printed", "--width", "120"]);
    let (list, _) = list.split_once("\nSources\n").expect("it has sources");
    insta::assert_snapshot!(list);
}

#[test]
fn printed_figures_csv() {
    let list = told_in(&data(), &["check", "--printed", "--format", "csv"]);
    let growth =
        list.lines().filter(|line| line.contains(",growth,") || line.starts_with("verdict"));
    insta::assert_snapshot!(growth.collect::<Vec<_>>().join("\n"));
}
