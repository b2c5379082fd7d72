//! What validation says: the smallest dataset that breaks each rule, and all faults of one dataset.
#![cfg(feature = "folder")]

mod copy;

use std::collections::{BTreeMap, BTreeSet};

use copy::{Copy, cases};
use insta::assert_snapshot;
use partnership_core::check::{Code, explain};

/// The names of the cases: `p0101-syntax` is the smallest dataset that breaks the rule of `P0101`.
fn names() -> Vec<String> {
    let entries = std::fs::read_dir(cases()).expect("the cases are there");
    let names =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = names.filter(|name| name != "base").collect();
    names.sort();
    names
}

fn told(name: &str) -> String {
    let copy = Copy::new(name);
    copy.overlay(&cases().join(name));
    copy.told()
}

#[test]
fn what_is_wrong_with_a_file_is_told_with_its_place_and_a_fix() {
    assert_snapshot!(told("p0100-file"), @"parties/mill.toml:1:1: P0100 is not UTF-8");
    assert_snapshot!(told("p0101-syntax"), @r#"
    parties/mill.toml:1:21: P0101 an inline table ends without a comma
      | ,
      = delete the comma
    "#);
    assert_snapshot!(told("p0102-unknown-field"), @r#"
    parties/mill.toml:3:1: P0102 `pilar` is not a field of a party
      | pilar
      = did you mean `pillar`?
    "#);
    assert_snapshot!(told("p0103-missing-field"), @r#"
    parties/mill.toml:1:1: P0103 `form` is missing from this party
      = add `form = …`: What sort of party it is.
    "#);
    assert_snapshot!(told("p0104-wrong-type"), @r#"
    funds/mill-fund.toml:2:16: P0104 a text stands here; expected a list, each contribution
      | "30e6 USD"
      = write `[{ rung = … }]`
    parties/mill.toml:3:8: P0104 a bare date stands here; expected a span of time, in quotes
      | 2024-10-10
      = put it in quotes
    "#);
    assert_snapshot!(told("p0105-date"), @r#"
    parties/mill.toml:3:8: P0105 `10 October 2024` is not a span; expected a date such as `2024-10`, or two with a slash, such as `2025/2030`, open `2023-05/..` or unknown `2018-01/` (whitespace is not allowed)
      | "10 October 2024"
    "#);
    assert_snapshot!(told("p0106-quantity"), @r#"
    funds/mill-fund.toml:2:45: P0106 `30m USD` is not an amount of money; expected digits, a space and an ISO 4217 currency, such as `30e6 USD`
      | "30m USD"
    "#);
    assert_snapshot!(told("p0107-value"), @r#"
    parties/mill.toml:2:8: P0107 `organization` is not a party form; expected `country`, `economy`, `bloc`, `organisation`, `body` or `forum`
      | "organization"
      = did you mean `organisation`?
    "#);
    assert_snapshot!(told("p0108-not-nfc"), @r#"
    parties/mill.toml:1:15: P0108 this text is not in Unicode normal form C
      | "Mu\u{308}hle"
      = run `partnership fmt`, or type the letter instead of its escape
    "#);
    assert_snapshot!(told("p0109-control"), @r#"
    parties/mill.toml:1:15: P0109 this text has the character U+202E
      | "Mill\u{202e}"
      = delete it
    "#);
    assert_snapshot!(told("p0110-too-deep"), @r#"
    parties/mill.toml:3:25: P0110 values are nested more than 16 deep
      | [
    parties/oak.toml:3:35: P0110 values are nested more than 16 deep
      | a
    "#);
    assert_snapshot!(told("p0111-name"), @r#"
    parties/Old_Mill.toml:1:1: P0111 `Old_Mill` is not an id
      = small letters, digits and single hyphens, such as `asean-rok-summit-2024`
    "#);
    assert_snapshot!(told("p0112-place"), @r#"
    partys/mill.toml:1:1: P0112 `partys/mill.toml` is not where a dataset has files
      = did you mean `parties`?
    persons/MILLER.TOML:1:1: P0112 `persons/MILLER.TOML` is not where a dataset has files
      = a record's file ends with `.toml`, in small letters
    "#);
    assert_snapshot!(told("p0113-format"), @r#"
    dataset.toml:1:10: P0113 `2.0` is not the format of this release
      | "2.0"
      = this release reads format 1.0; take the release that reads yours
    "#);
    assert_snapshot!(told("p0114-table"), @r#"
    series/timber-cut.csv:2:1: P0114 this row has 3 cells, the first has 2
      | 2024,12,13
    series/timber-sold.csv:3:27: P0114 1 in `at` for 2 in `source`
      | p. 1
      = write as many, with ` | ` between them; one may be empty
    "#);
}

#[test]
fn what_is_wrong_with_records_is_told_with_its_place_and_a_fix() {
    assert_snapshot!(told("p0201-duplicate"), @r#"
    parties/parties.toml:2:6: P0201 `league` is the id of another record, too
      | "league"
      = the other stands in `parties/league.toml`
    "#);
    assert_snapshot!(told("p0202-dangling"), @r#"
    parties/mill.toml:3:11: P0202 `lakes` is not the id of a record of this dataset
      | "lakes"
      = did you mean `lake`?
    "#);
    assert_snapshot!(told("p0203-wrong-kind"), @r#"
    parties/mill.toml:3:11: P0203 `gazette` is a source; `part_of` refers to a party
      | "gazette"
    "#);
    assert_snapshot!(told("p0204-unsupported"), @r#"
    parties/mill.toml:3:8: P0204 `span` has no citation; a date, figure or reference must be named
      | "2024/.."
      = name it in the `fields` of the citation that supports it: `fields = ["span"]`
    "#);
    assert_snapshot!(told("p0205-cites-nothing"), @r#"
    parties/mill.toml:3:65: P0205 `nane` is not a field of a party
      | "nane"
      = did you mean `name`?
    "#);
    assert_snapshot!(told("p0206-ends-first"), @r#"
    parties/mill.toml:3:8: P0206 `2030/2025` is not a span; expected a date such as `2024-10`, or two with a slash, such as `2025/2030`, open `2023-05/..` or unknown `2018-01/` (interval end precedes interval start)
      | "2030/2025"
    "#);
    assert_snapshot!(told("p0207-overlap"), @r#"
    parties/mill.toml:5:39: P0207 this membership overlaps an earlier one in the same role
      | "2023/.."
    "#);
    assert_snapshot!(told("p0208-ladder"), @r#"
    funds/mill-fund.toml:3:15: P0208 two rungs of the ladder are two entries, never alternatives of one
      | "rung"
    "#);
    assert_snapshot!(told("p0209-units"), @r#"
    claims/between-units.toml:5:56: P0209 `upper` has the unit of `value`: `12e3 kg` is not of `10e3 t`
      | "12e3 kg"
    series/timber-cut.csv:2:6: P0209 this value is in t, the series in m3
      | 12 t
    "#);
    assert_snapshot!(told("p0210-ordinal"), @r#"
    events/meetings.toml:12:41: P0210 `meeting-2024` is number 3 of `league`, too
      | 3
    "#);
    assert_snapshot!(told("p0211-coverage"), @r#"
    parties/mill.toml:3:69: P0211 3 are held, more than the 2 parties announced
      | "2 parties"
    "#);
    assert_snapshot!(told("p0212-same"), @r#"
    parties/mill.toml:3:42: P0212 this alternative of `form` is the preferred value
      | "organisation"
      = make it a further citation of the field
    "#);
    assert_snapshot!(told("p0213-redirect"), @r#"
    redirects.toml:1:12: P0213 `old-mill` leads back to itself
      | "older-mill"
    redirects.toml:2:14: P0213 `older-mill` leads back to itself
      | "old-mill"
    "#);
    assert_snapshot!(told("p0214-notation"), @r#"
    parties/mill.toml:3:11: P0214 `B` is not a pillar of any scheme
      | "B"
    "#);
    assert_snapshot!(told("p0215-rule"), @r#"
    parties/mill.toml:3:58: P0215 `by-topics` is not a rule of `dataset.toml`
      | "by-topics"
      = did you mean `by-topic`?
    "#);
    assert_snapshot!(told("p0216-absent"), @r#"
    parties/mill.toml:3:11: P0216 that `span` was not found needs `searched` and `on`
      | { field = "span", state = "not-found" }
    "#);
    assert_snapshot!(told("p0217-test"), @r#"
    claims/between-down.toml:5:56: P0217 `upper` is above `value`: `10e3 t` is not above `12e3 t`
      | "10e3 t"
    claims/between-hedged.toml:5:38: P0217 `>10e3 t` has a hedge; between two numbers neither has one
      | ">10e3 t"
    claims/between-none.toml:5:36: P0217 a test of kind `compare` has no `upper`: no two numbers bound it
      | "12e3 t"
    claims/wood.toml:5:8: P0217 a test of kind `threshold` needs `value`
      | { kind = "threshold", figure = { measure = "timber", area =
    "#);
    assert_snapshot!(told("p0218-row"), @r#"
    series/timber-cut.csv:3:1: P0218 there is another preferred value for 2024
      | 2024
      = give one of them a `rank` and a `reason`
    "#);
    assert_snapshot!(told("p0219-bare"), @r#"
    parties/mill.toml:3:33: P0219 this citation does not say which fields it supports
      | { source = "gazette", at = "p. 2" }
      = add `fields = ["…"]`
    "#);
    assert_snapshot!(told("p0220-alternative"), @r#"
    parties/mill.toml:3:26: P0220 `forms` is not a field of a party
      | "forms"
      = did you mean `form`?
    "#);
    assert_snapshot!(told("p0221-question"), @r#"
    parties/mill.toml:3:47: P0221 `partie` is not a value of `kind`; expected `assessment`, `claim`, `commitment`, `concept`, `event`, `fund`, `instrument`, `partnership`, `party`, `person`, `project`, `series` or `source`
      | "kind:partie"
    "#);
    assert_snapshot!(told("p0222-loop"), @r#"
    parties/mill.toml:3:11: P0222 `part_of` of `mill` leads back to it
      | "mill"
    "#);
    assert_snapshot!(told("p0115-long"), @r#"
    parties/mill.toml:3:18: P0115 this text has 16399 bytes; expected at most 16384
      | "mill mill mill mill mill mill mill mill mill mill mill mill
    "#);
    assert_snapshot!(told("p0223-language"), @r#"
    parties/mill.toml:1:8: P0223 this text is not held in `en`
      | { ko = "방앙간" }
      = add `en = "…"`
    "#);
    assert_snapshot!(told("p0224-lineage"), @r#"
    commitments/mill.toml:3:12: P0224 a link of lineage that is `carried` needs `of`
      | { how = "carried", cite = [{ source = "gazette" }] }
    commitments/mill.toml:3:66: P0224 a link of lineage that is `new` has no `of`
      | { how = "new", of = "mill", cite = [{ source = "gazette" }]
    commitments/mill.toml:3:86: P0224 `mill` does not continue itself
      | "mill"
    "#);
}

#[test]
fn every_rule_of_a_dataset_has_a_smallest_one_that_breaks_it_alone() {
    let mut shown = BTreeMap::new();
    for name in names() {
        let copy = Copy::new(&name);
        copy.overlay(&cases().join(&name));
        let code = name.split('-').next().unwrap_or_default().to_uppercase();
        let faults = copy.read().faults;
        assert!(!faults.is_empty(), "{name} breaks no rule");
        assert!(
            faults.iter().all(|fault| fault.code.as_str() == code),
            "{name} breaks others: {faults:?}"
        );
        assert!(shown.insert(code, name).is_none(), "a rule has one case");
    }
    // P0116 is no rule: it closes a list that is too long.
    let rules = Code::all().map(Code::as_str).filter(|code| *code < "P0300" && *code != "P0116");
    let rules: Vec<_> = rules.collect();
    assert_eq!(shown.keys().map(String::as_str).collect::<Vec<_>>(), rules);
    assert_eq!(Copy::new("base").told(), "", "the base breaks no rule");
}

#[test]
fn every_code_is_explained_in_any_spelling() {
    for code in Code::all() {
        let digits = &code.as_str()[1..];
        for spelling in
            [code.as_str().to_owned(), code.as_str().to_lowercase(), format!(" {digits} ")]
        {
            let (found, title, text) = explain(&spelling).expect("a code is explained");
            assert_eq!((found, title), (code, code.title()));
            assert!(!title.is_empty() && text.ends_with('.') && text.len() > 20, "{code}: {text}");
        }
    }
    assert!(
        ["", "P", "P9999", "P01", "kadif", "P0101\0"].iter().all(|code| explain(code).is_none())
    );
}

#[test]
fn all_faults_are_told_in_one_run_in_the_order_of_files_and_places() {
    let copy = Copy::new("many");
    for name in
        names().iter().filter(|name| !["p0100-file", "p0113-format"].contains(&name.as_str()))
    {
        // Each case gets a name of its own, so that none covers another.
        let case = Copy::new("one");
        case.overlay(&cases().join(name));
        for file in case.read().files {
            if cases().join(name).join(&file.path).exists() && !file.path.starts_with("redirects") {
                let stem = name.replace("-", "x");
                let path = file
                    .path
                    .replace("mill", &stem)
                    .replace("timber-cut", &stem)
                    .replace("meetings", &stem);
                copy.write(&path, file.text.replace("\"mill\"", &format!("\"{stem}\"")).as_bytes());
            }
        }
    }
    let faults = copy.read().faults;
    let codes: BTreeSet<_> = faults.iter().map(|fault| fault.code.as_str()).collect();
    // What needs answers (P0211, P0221) is asked of a dataset that breaks nothing else.
    let asked: BTreeSet<_> = Code::all()
        .map(Code::as_str)
        .filter(|code| {
            *code < "P0300"
                && !["P0100", "P0113", "P0116", "P0211", "P0213", "P0221"].contains(code)
        })
        .collect();
    assert_eq!(codes, asked);
    let places: Vec<_> = faults
        .iter()
        .map(|fault| {
            fault.place.as_ref().map(|place| (place.path.clone(), place.line, place.column))
        })
        .collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{places:?}");
}

#[test]
fn what_a_broken_file_holds_is_not_missed_elsewhere() {
    let copy = Copy::new("broken");
    copy.write("sources/gazette.toml", b"title = \n");
    copy.write("parties/mill.toml", b"name = { en = \"Mill\" }\nform = \"body\"\npart_of = \"lakes\"\ncite = [{ source = \"gazette\" }, { source = \"gazette\", fields = [\"part_of\"] }]\n");
    assert_snapshot!(copy.told(), @r#"
    parties/mill.toml:3:11: P0202 `lakes` is not the id of a record of this dataset
      | "lakes"
      = did you mean `lake`?
    sources/gazette.toml:1:9: P0101 string values must be quoted, expected literal string
    "#);
}
