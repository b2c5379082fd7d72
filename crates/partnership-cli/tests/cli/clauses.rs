//! The text of a plan becomes records: they wait for their words, and break no rule once these are there.

use std::path::Path;

use crate::run::told_in;

const SOURCE: &str = r#"title = { en = "Plan of Action of the Hill and the Shore (2031–2035)" }
title_by = "publisher"
issued = "2030-05-03"
accessed = "2030-06-01"
language = "en"
tier = "official-text"
read = "whole"
"#;

const INSTRUMENT: &str = r#"name = { en = "Fourth Plan", ko = "제4차 계획" }
form = "plan-of-action"
party = ["hill", "shore"]
step = [{ action = "adopted", date = "2030-05-03", cite = [{ source = "fourth-text", at = "title" }] }]
span = "2031/2035"
follows = "plan-3"
cite = [{ source = "fourth-text", at = "title" }, { source = "fourth-text", at = "title", fields = ["party", "span", "follows"] }]
"#;

/// A copy of the partnership with three plans that knows of a fourth, and its text beside it.
fn folder(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../partnership-core/tests/plans");
    copy(&from, &folder.path().join("plans"));
    let write = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("it is there")
    };
    write("plans/sources/fourth-text.toml", SOURCE);
    write("plans/instruments/plan-4.toml", INSTRUMENT);
    write("plan.txt", text);
    folder
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("it is there");
    for entry in std::fs::read_dir(from).expect("it is there") {
        let entry = entry.expect("it is there");
        let to = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &to),
            false => drop(std::fs::copy(entry.path(), to).expect("it is there")),
        }
    }
}

fn told(folder: &Path, args: &[&str]) -> String {
    told_in(folder, &[&["--data", "plans"], args].concat())
}

/// The text of the invented plan of 60 lines in one of its numberings.
fn plan(numbering: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../partnership-core/tests/outline");
    std::fs::read_to_string(folder.join(numbering)).expect("it is there")
}

/// Names for what has none yet: words of our own.
fn summed_up(records: &str) -> String {
    let lines = records
        .lines()
        .enumerate()
        .map(|(at, line)| line.replace("en = \"\"", &format!("en = \"What is meant, {at}\"")));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

const SMALL: &str = "\
THE FOURTH PLAN

1. ROADS

1.1 Mend \"the\" road,
all of it.

1.2 Paint \u{202e}the bridge.
";

#[test]
fn records_are_written_without_a_sentence() {
    let folder = folder(SMALL);
    let args = ["clauses", "plan.txt", "--instrument", "plan-4", "--source", "fourth-text"];
    insta::assert_snapshot!(told(folder.path(), &args));
}

#[test]
fn sixty_lines_in_two_numberings_are_valid_once_they_are_summed_up() {
    for numbering in ["decimal.txt", "roman.txt"] {
        let folder = folder(&plan(numbering));
        let path = "plans/commitments/plan-4.toml";
        let args = ["clauses", "plan.txt", "--instrument", "plan-4", "--source", "fourth-text"];
        let more = ["-o", path, "--plain", "plain.txt"];
        let said = told(folder.path(), &[&args[..], &more].concat());
        insta::assert_snapshot!(numbering, said);
        // What is left to do is to sum up each line, and nothing else.
        let faults = told_in(folder.path(), &["validate", "plans", "--format", "json"]);
        let faults: Vec<&str> = faults.matches("\"code\": \"P0107\"").collect();
        assert_eq!(faults.len(), 60, "{numbering}");
        let records = std::fs::read_to_string(folder.path().join(path)).expect("it is there");
        assert!(!records.contains("flood") && !records.contains("harvest"), "{records}");
        std::fs::write(folder.path().join(path), summed_up(&records)).expect("it is there");
        let valid = told_in(folder.path(), &["validate", "plans"]);
        assert!(!valid.contains("exit code"), "{valid}");
        // Every passage is found in the plain text where its citation says.
        let verified =
            told(folder.path(), &["verify", "fourth-text", "plain.txt", "--format", "csv"]);
        let state = |state: &str| verified.lines().filter(|line| line.starts_with(state)).count();
        assert_eq!(
            (state("verified"), state("missing"), state("changed")),
            (69, 0, 0),
            "{verified}"
        );
        let listed =
            told(folder.path(), &["list", "instrument:plan-4 form:line", "--format", "jsonl"]);
        assert_eq!(listed.lines().count(), 60);
        // Asked again, it has nothing to add.
        let again = told(folder.path(), &args);
        assert!(again.contains("held already") && !again.contains("[[commitment]]"), "{again}");
    }
}

#[test]
fn clauses_that_are_held_are_left_out_and_stand_above_what_is_new() {
    let folder =
        folder("THIRD PLAN\n\nI. LAND\n\nI.A. Roads\n\nI.A.1 Mend it.\n\nI.A.3 Sweep it.\n");
    let args = ["clauses", "plan.txt", "--instrument", "plan-3", "--source", "plans"];
    insta::assert_snapshot!(told(folder.path(), &args));
}

#[test]
fn korean_headings_wait_for_their_names_in_the_first_language() {
    let folder =
        folder("행동계획\n\n제1장 정치·안보\n\n제1조 양측은 매년 만난다.\n\n가. 봄에 만난다.\n");
    let args = ["clauses", "plan.txt", "--instrument", "plan-4", "--source", "korean-text"];
    insta::assert_snapshot!(told(folder.path(), &args));
}

#[test]
fn what_is_no_plan_is_refused() {
    let folder = folder("");
    let asked: [&[&str]; 4] = [
        &["plan.txt", "--instrument", "plan-5"],
        &["plan.txt", "--instrument", "plan-4"],
        &["plan.txt", "--instrument", "plan-4", "--source", "fourth-text"],
        &["none.txt", "--instrument", "plan-4"],
    ];
    let told: Vec<String> =
        asked.iter().map(|args| told(folder.path(), &[&["clauses"], *args].concat())).collect();
    insta::assert_snapshot!(told.concat());
    let endless = ["clauses", "/dev/zero", "--instrument", "plan-4"];
    let endless = self::told(folder.path(), &endless);
    assert!(cfg!(windows) || endless.contains("is larger than a text may be"), "{endless}");
}
