//! What changed between two datasets: each change is made by hand in the lines of an invented one, and must be told, alone.

#![cfg(feature = "folder")]

mod packed;

use std::path::Path;

use partnership_core::Dataset;
use partnership_core::answer::{EmptyReason, FieldChange, Row};
use partnership_core::describe::Node;

fn lines() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/other");
    packed::lines(&Dataset::load(folder).expect("the invented dataset breaks no rule"))
}

fn read(lines: &str) -> Dataset {
    Dataset::from_packed(lines.as_bytes()).unwrap_or_else(|error| panic!("{error}: {error:?}"))
}

/// The same lines with one passage of one record replaced.
fn with(id: &str, from: &str, to: &str) -> String {
    let mark = format!("\"id\":\"{id}\"");
    let all = lines();
    let changed = all.lines().map(|line| {
        if !line.contains(&mark) || line.contains("\"format\"") {
            return line.to_owned();
        }
        assert!(line.contains(from), "`{id}` has no `{from}`: {line}");
        line.replacen(from, to, 1)
    });
    changed.collect::<Vec<_>>().join("\n") + "\n"
}

fn leaf(node: &Option<Node<'_>>) -> String {
    match node {
        None => "–".to_owned(),
        Some(Node::Leaf(text)) => text.to_string(),
        Some(Node::List(cites)) => {
            let cites = cites.iter().filter_map(Node::as_struct);
            let cites = cites.map(|cite| {
                format!("{} {}", cite.leaf("source").unwrap_or("?"), cite.leaf("at").unwrap_or("?"))
            });
            cites.collect::<Vec<_>>().join(", ")
        }
        Some(other) => {
            format!("{other:?}").split_whitespace().next().unwrap_or_default().to_owned()
        }
    }
}

/// Each change on a line: record, what became of it, then each field.
fn told(old: &str, new: &str) -> Vec<String> {
    let (old, new) = (read(old), read(new));
    let answer = new.view().changes_since(&old.view());
    let field = |change: &FieldChange| {
        let why = change.reason.as_deref().map(|why| format!(" ({why})")).unwrap_or_default();
        format!(
            "{} {}: {} → {}{why}",
            change.path,
            change.change,
            leaf(&change.old),
            leaf(&change.new)
        )
    };
    let row = |row: &Row| match row {
        Row::Change(change) => {
            let to = change.to.as_ref().map(|to| format!(" → {to}")).unwrap_or_default();
            let fields: Vec<String> = change.field.iter().map(field).collect();
            format!("{} {}{to} | {}", change.id, change.change, fields.join(" | "))
        }
        other => panic!("no change: {other:?}"),
    };
    answer.rows().iter().map(row).collect()
}

#[test]
fn each_change_is_told_alone() {
    let changes: &[(&str, &str, &str, &str)] = &[
        (
            "mill-bridge",
            "2030-03-01/..",
            "2030-03-02/..",
            "span value: 2030-03-01/.. → 2030-03-02/..",
        ),
        (
            "bridge-pact",
            "Pacte des ponts",
            "Pacte du pont",
            "name.fr value: Pacte des ponts → Pacte du pont",
        ),
        ("bridge-pact", ",\"fr\":\"Pacte des ponts\"", "", "name.fr removed: Pacte des ponts → –"),
        (
            "bridge-pact",
            "[\"W\",\"R\"]",
            "[\"R\",\"F\"]",
            "pillar[1] added: – → F | pillar[0] removed: W → –",
        ),
        (
            "bridge-pact",
            "2029-09-09\",\"place",
            "2029-09-08\",\"place",
            "step[0].date value: 2029-09-09 → 2029-09-08",
        ),
        (
            "bridge-pact",
            "\"at\":\"art. 9\"",
            "\"at\":\"art. 8\"",
            "step[0].cite citation: pact-text art. 9 → pact-text art. 8",
        ),
        (
            "bridge-pact",
            "\"city\":{\"en\":\"Pike Harbour\"}",
            "\"city\":{\"en\":\"Mill Town\"}",
            "step[0].place.city.en value: Pike Harbour → Mill Town",
        ),
        (
            "ferry-meeting-2029",
            "\"number\":40",
            "\"number\":41",
            "ordinal[0].number value: 40 → 41",
        ),
        // The wrong value is kept, with the reason.
        (
            "mill-bridge",
            "\"span\":\"2030-03-01/..\",\"status\":[{\"status\":\"implementation\",\"date\":\"2030-03-01\"",
            "\"span\":\"2030-03-05/..\",\"status\":[{\"status\":\"implementation\",\"date\":\"2030-03-01\"",
            "span value: 2030-03-01/.. → 2030-03-05/..",
        ),
    ];
    for (id, from, to, expected) in changes {
        let found = told(&lines(), &with(id, from, to));
        assert_eq!(found, [format!("{id} changed | {expected}")], "{id}: {from} → {to}");
        assert_eq!(told(&with(id, from, to), &lines()).len(), 1, "and back");
    }
}

#[test]
fn a_correction_gives_its_reason() {
    let wrong = r#","alternative":[{"field":"span","value":"2030-03-01/..","rank":"deprecated","reason":"misread","cite":[{"source":"gazette-2030","at":"p. 2"}]}]}"#;
    let new = with("mill-bridge", "2030-03-01/..", "2030-03-05/..");
    let mark =
        "\"fields\":[\"pillar\",\"theme\"],\"basis\":\"assigned\",\"rule\":\"by-subject\"}]}";
    let line = new.lines().find(|line| line.contains("\"id\":\"mill-bridge\"")).unwrap();
    let kept = line.replace(mark, &format!("{}{wrong}", &mark[..mark.len() - 1]));
    assert_ne!(line, kept);
    let new = new.replace(line, &kept);
    let corrected = "mill-bridge changed | span corrected: 2030-03-01/.. → 2030-03-05/.. (misread)";
    assert_eq!(told(&lines(), &new), [corrected]);
    // Another standing of the same value.
    let demoted = new.replace(
        "\"rank\":\"deprecated\",\"reason\":\"misread\"",
        "\"rank\":\"normal\",\"reason\":\"open again\"",
    );
    let rank = "mill-bridge changed | alternative[0].rank rank: deprecated → normal (open again)";
    assert_eq!(told(&new, &demoted), [rank]);
}

#[test]
fn records_come_go_and_merge() {
    let all = lines();
    let gone: String = all
        .lines()
        .filter(|line| !line.contains("\"id\":\"gazette-on-art-4\""))
        .map(|line| format!("{line}\n"))
        .collect();
    assert_eq!(told(&gone, &all), ["gazette-on-art-4 added | "]);
    assert_eq!(told(&all, &gone), ["gazette-on-art-4 removed | "]);
    let redirect = "{\"from\":\"gazette-on-art-4\",\"to\":\"pact-art-4\"}";
    let merged = gone.replace("\"redirect\":[", &format!("\"redirect\":[{redirect},"));
    assert_eq!(told(&all, &merged), ["gazette-on-art-4 redirected → pact-art-4 | "]);
}

#[test]
fn the_same_is_unchanged_and_two_days_compare() {
    let dataset = read(&lines());
    let same = dataset.view().changes_since(&dataset.view());
    assert!(same.rows().is_empty());
    assert_eq!(same.empty().map(|empty| empty.reason), Some(EmptyReason::Unchanged));
    // What the dataset says of itself is told as well, also where no record differs.
    let other = read(&lines().replacen("\"version\":\"", "\"version\":\"9", 1));
    let about = other.view().changes_since(&dataset.view());
    let version = dataset.manifest().release();
    assert_eq!(
        about.notes(),
        [format!("the dataset itself differs: version {version} → 9{version}")]
    );
    let empty = about.empty().unwrap();
    assert_eq!(empty.reason, EmptyReason::Unchanged);
    assert_eq!(empty.text, "every record and field is the same; the dataset itself differs");
    // Between the days the Gazette told of the work on the bridge, and nothing else of the pact changed.
    let day = |text: &str| dataset.view().known_on(text.parse().ok());
    let answer = day("2031-05-20").changes_since(&day("2030-01-01"));
    let ids: Vec<_> = answer.rows().iter().map(Row::id).collect();
    assert!(ids.contains(&"mill-bridge") && ids.contains(&"bridge-pact"), "{ids:?}");
    assert!(!ids.contains(&"forest"), "{ids:?}");
}
