//! The record as a folder of tables: what is in it, for whom, and that it is whole and always the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::run::{copy, told_in};

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    let file = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().expect("a plain name");
        (name, fs::read_to_string(entry.path()).expect("a text"))
    };
    entries.map(file).collect()
}

#[test]
fn all_tables_of_the_record_come_as_one_folder() {
    let copy = copy();
    let run = |args: &[&str]| told_in(copy.path(), &[&["--data", "lakes"], args].concat());
    insta::assert_snapshot!(run(&["export", "csv", "-o", "tables"]), @"tables: 33 tables and 158 rows, with their Table Schema");
    run(&["export", "csv", "-o", "again"]);
    let tables = files(&copy.path().join("tables"));
    assert_eq!(tables, files(&copy.path().join("again")));
    insta::assert_snapshot!("export_names", tables.keys().cloned().collect::<Vec<_>>().join("\n"));
    let head =
        |text: &String| text.lines().take(3).map(|line| format!("{line}\n")).collect::<String>();
    let heads: String = tables
        .iter()
        .filter(|(name, _)| name.ends_with(".csv"))
        .map(|(name, text)| format!("{name}\n{}\n", head(text)))
        .collect();
    insta::assert_snapshot!("export_heads", heads);
    let package: serde_json::Value = serde_json::from_str(&tables["datapackage.json"]).unwrap();
    let observations = package["resources"].as_array().unwrap().iter();
    let observations = observations.filter(|table| table["name"] == "observations");
    let observations = observations.map(|table| serde_json::to_string_pretty(table).unwrap());
    insta::assert_snapshot!("export_schema", observations.collect::<String>());
    // What is there is not written over.
    insta::assert_snapshot!(run(&["export", "csv", "-o", "tables"]), @"
    --- standard error
    error: cannot write `tables`: directory not empty
    --- exit code 4
    ");
}

#[test]
fn a_spreadsheet_meets_no_formula_and_knows_the_encoding() {
    let copy = copy();
    let run = |args: &[&str]| told_in(copy.path(), &[&["--data", "lakes"], args].concat());
    run(&["export", "csv", "-o", "raw"]);
    run(&["export", "csv", "-o", "sheets", "--spreadsheet"]);
    let (raw, sheets) = (files(&copy.path().join("raw")), files(&copy.path().join("sheets")));
    let formula =
        |text: &str| text.lines().find(|line| line.contains("formula")).unwrap().to_owned();
    insta::assert_snapshot!(formula(&raw["projects.csv"]), @"formula,=SUM(A1) *bold* [link](https://example.org) | pipe,,,,,,activity,,,,,,,,");
    insta::assert_snapshot!(formula(&sheets["projects.csv"]), @"formula,'=SUM(A1) *bold* [link](https://example.org) | pipe,,,,,,activity,,,,,,,,");
    assert!(
        sheets.iter().all(|(name, text)| text.starts_with('\u{feff}') == name.ends_with(".csv"))
    );
    assert!(sheets["datapackage.json"].contains("utf-8-sig"));
}

#[test]
fn an_export_is_of_the_view_that_is_asked() {
    let copy = copy();
    let known = ["--data", "lakes", "--known-on", "2029-12-31", "export", "csv", "-o", "then"];
    told_in(copy.path(), &known);
    let tables = files(&copy.path().join("then"));
    assert!(tables["datapackage.json"].contains("\"known_on\": \"2029-12-31\""));
    insta::assert_snapshot!(tables["records.csv"], @r#"
    id,kind,label
    river-lakes,partnership,River League – Lakeland
    forest,concept,Forest
    hands,concept,Hands
    roads,concept,Roads
    timber-trade,concept,
    topic-bridges,concept,
    topic-works,concept,
    water,concept,Water
    pact-text,source,The Bridge Pact
    ferry-council,party,Ferry Council
    ferry-meetings,party,Meetings of the Ferry Council
    lakeland,party,Lakeland
    bridge-pact,instrument,Bridge Pact
    pact-art-4,commitment,Three bridges by 2032
    bridge-fund,fund,Bridge Fund
    ferry-meeting-2029,event,"Meeting of the Ferry Council, Pike Harbour"
    "#);
}
