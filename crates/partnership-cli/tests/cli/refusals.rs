//! What each refusal says, and its exit code.

use std::fs;

use crate::run::{copy, data, told, told_in};

macro_rules! refuses {
    ($($name:ident: $($arg:literal)*;)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(told(&[$($arg),*]));
        })*
    };
}

refuses! {
    an_unknown_value: "list" "kind:event" "pillar:Z";
    an_unknown_field: "list" "piller:R";
    an_unknown_field_as_json: "list" "piller:R" "--format" "json";
    a_query_that_is_not_closed: "timeline" "step:(action:signed";
    a_wide_query: "list" "호수 pillar:강";
    a_total_of_no_measure: "total" "timber-trad" "over:river-league";
    a_total_over_no_group: "total" "timber-trade" "over:lakeland" "--format" "json";
    a_rank_with_a_negated_term: "rank" "timber-trade" "-of:northbank";
    an_unknown_id: "show" "mill-bridg";
    an_unknown_id_without_a_near_one: "cite" "zzz";
    a_form_without_rows: "brief" "--format" "csv";
    a_form_without_rows_as_jsonl: "brief" "--format" "jsonl";
    a_part_that_is_asked_as_a_value: "list" "place:\"Pike Harbour\"";
    the_place_of_an_id_in_the_help: "list" "links:ID";
    a_negative_age: "--max-age" "-1" "brief";
    an_unknown_language: "brief" "--lang" "de";
    a_day_that_is_none: "brief" "--on" "2031-02-30";
    a_misspelt_today: "brief" "--on" "tody";
    a_misspelt_command: "timelin";
    a_misspelt_option: "brief" "--formt" "md";
    an_old_record: "--max-age" "5" "brief";
    an_old_record_as_json: "--max-age" "5" "brief" "--format" "json";
    an_unknown_code: "explain" "P9999";
    an_unknown_query_field: "fields" "pilar";
    an_unknown_schema: "schema" "projet";
}

#[test]
fn words_that_steer_a_terminal_are_never_repeated_as_they_are() {
    let harm = "x\u{9b}31m\u{1b}[31m\u{202e}";
    let asked: [&[&str]; 6] = [
        &["list", harm],
        &["show", harm],
        &[harm],
        &["list", "--on", harm],
        &["list", "--lang", harm, "--color", "always"],
        &["completions", harm],
    ];
    for args in asked {
        let told = told(args);
        assert!(told.ends_with("--- exit code 2\n"), "{told}");
        assert!(!told.contains(['\u{9b}', '\u{202e}']) && !told.contains("\u{1b}[31m"), "{told:?}");
    }
}

#[test]
fn a_today_that_is_no_day_is_refused() {
    for seconds in ["abc", "-1", "253402300800", "99999999999999999"] {
        let mut command =
            crate::run::command(&data(), &["--data", "lakes", "brief", "--on", "today"]);
        let output = command.env("SOURCE_DATE_EPOCH", seconds).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{seconds}");
        let expected = format!(
            "error: `SOURCE_DATE_EPOCH` is `{seconds}`, which is no day from 1970 to 9999\n\
             help: set it to seconds since 1970-01-01, such as `1764115200`, or not at all\n"
        );
        assert_eq!(told, expected);
    }
    let mut command = crate::run::command(&data(), &["--data", "lakes", "brief", "--on", "today"]);
    let output = command.env("SOURCE_DATE_EPOCH", "253402300799").output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.ends_with("on 9999-12-31 (today)\n"), "{told}");
}

#[test]
fn what_is_no_dataset_is_named() {
    let asked: [(&str, &[&str]); 4] = [
        ("a_packed_file_that_is_none", &["--data", "lakes/dataset.toml", "brief"]),
        ("a_missing_path", &["--data", "nowhere", "brief"]),
        ("a_folder_that_is_no_dataset", &["--data", "lakes/events", "brief"]),
        ("a_missing_path_as_json", &["--data", "nowhere", "brief", "--format", "json"]),
    ];
    for (name, args) in asked {
        insta::assert_snapshot!(name, told_in(&data(), args));
    }
}

#[test]
fn all_faults_are_told_at_once_with_their_places() {
    let copy = copy();
    let path = copy.path().join("lakes");
    let change = |file: &str, from: &str, to: &str| {
        let text = fs::read_to_string(path.join(file)).unwrap();
        assert!(text.contains(from), "{file}");
        fs::write(path.join(file), text.replacen(from, to, 1)).unwrap();
    };
    change("parties/parties.toml", "form = \"bloc\"", "form = \"blocc\"");
    change("parties/parties.toml", "1998-04-01/..", "1998-13-01/..");
    change("projects/mill-bridge.toml", "name = {", "nmae = {");
    change("events/meetings.toml", "홍수", "홍\u{202e}수");
    fs::write(path.join("events/late.toml"), "name = [\n").unwrap();
    for (name, args) in [
        ("validate_text", &["validate", "lakes"][..]),
        ("validate_faults_json", &["validate", "lakes", "--format", "json"]),
        ("validate_faults_csv", &["validate", "lakes", "--format", "csv"]),
        ("a_question_of_a_faulty_dataset", &["--data", "lakes", "brief"]),
        (
            "a_question_of_a_faulty_dataset_as_json",
            &["--data", "lakes", "brief", "--format", "json"],
        ),
    ] {
        let told = told_in(copy.path(), args);
        assert!(!told.contains('\u{202e}'), "{told}");
        insta::assert_snapshot!(name, told);
    }
}
