//! Questions with expected answers: read, asked, compared.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use partnership_core::answer::{Answer, Claims, LedgerFilter};
use partnership_core::{Dataset, QueryError};
use serde_json::{Map, Value};

/// Checks every question of a folder, of which there are at least so many; all failures are told at once.
pub(crate) fn check(folder: &Path, dataset: &Dataset, at_least: usize) {
    let names = names(folder);
    let asked = std::env::var("VECTORS").is_ok_and(|mode| mode == "write");
    let failures = ask_all(folder, dataset, if asked { Kept::Written } else { Kept::Read });
    assert!(
        failures.is_empty(),
        "{} failures in {} questions:\n{}",
        failures.len(),
        names.len(),
        failures.join("\n")
    );
    assert!(names.len() >= at_least, "{} questions, expected {at_least}", names.len());
}

/// The files of the questions of a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder of questions is there")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".json") && !name.ends_with(".answer.json"))
        .collect();
    names.sort();
    names
}

/// The ids of the rows that are not as they were kept, of the questions that ask for all of a kind.
pub(crate) fn changed_rows(folder: &Path, dataset: &Dataset) -> BTreeSet<String> {
    let read = |path: &Path| -> Value {
        let text = std::fs::read_to_string(path).expect("it is readable");
        serde_json::from_str(&text).expect("it is JSON")
    };
    let rows = |answer: &Value| -> BTreeMap<String, Value> {
        let rows = answer["row"].as_array().into_iter().flatten();
        rows.map(|row| (row["id"].as_str().unwrap_or_default().to_owned(), row.clone())).collect()
    };
    let mut changed = BTreeSet::new();
    for name in names(folder).iter().filter(|name| name.starts_with("list-all-")) {
        let kept = rows(&read(&folder.join(name.replace(".json", ".answer.json"))));
        let now = rows(&ask(dataset, &read(&folder.join(name))["question"]));
        let differs = kept.into_iter().filter(|(id, row)| now.get(id) != Some(row));
        changed.extend(differs.map(|(id, _)| id));
    }
    changed
}

/// What is done with the answers that are kept beside the questions.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    Read,
    Written,
}

fn ask_all(folder: &Path, dataset: &Dataset, kept: Kept) -> Vec<String> {
    let mut failures = Vec::new();
    for name in &names(folder) {
        ask_one(folder, name, dataset, kept, &mut failures);
    }
    failures
}

fn ask_one(folder: &Path, name: &str, dataset: &Dataset, kept: Kept, to: &mut Vec<String>) {
    let text = std::fs::read_to_string(folder.join(name)).expect("a question is readable");
    let asked: Value =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let answer = ask(dataset, &asked["question"]);
    compare(name, &asked, &answer, to);
    snapshot(&folder.join(name.replace(".json", ".answer.json")), name, &answer, kept, to);
}

fn ask(dataset: &Dataset, question: &Value) -> Value {
    let text = |key: &str| question[key].as_str();
    let day = |key: &str| text(key).map(|day| day.parse().expect("a day"));
    let lang = text("lang").unwrap_or("en").parse().expect("a language");
    let view = dataset.view().on(day("on")).known_on(day("known_on")).lang(lang);
    let asked = text("text").unwrap_or_default();
    let ids: Vec<&str> = asked.split_whitespace().collect();
    let answer = match text("command").expect("a command") {
        "list" => view.query(asked),
        "show" => view.show(&ids),
        "search" => Ok(view.search(asked)),
        "timeline" => view.timeline(asked),
        "brief" => match text("for") {
            Some(meeting) => view.brief_for(meeting, day("since")),
            None => Ok(view.brief()),
        },
        "cite" => view.cite(&ids),
        "total" => view.total(asked),
        "rank" => view.rank(asked),
        "mirror" => view.mirror(asked),
        "figures" => view.series_figures(&ids),
        "targets" => view.targets(asked),
        "commitments" => view.ledger(asked, kept(question)),
        "implements" => view.implements(asked),
        "unserved" => view.unserved(asked),
        "lineage" => view.lineage(asked),
        "check" => view.check(match asked.split_once(':') {
            Some(("source", id)) => Claims::Source(id),
            Some((_, id)) => Claims::Speaker(id),
            None => Claims::Ids(&ids),
        }),
        other => panic!("`{other}` is no command"),
    };
    json(answer)
}

/// Which promises of a ledger are asked for.
fn kept(question: &Value) -> LedgerFilter {
    let text = |key: &str| question[key].as_str();
    LedgerFilter {
        due_by: text("due_by").map(|day| day.parse().expect("a day")),
        overdue: question["overdue"] == true,
        stale_for: text("stale_for").map(|period| period.parse().expect("a period")),
    }
}

/// The answer without its dataset; of a refusal what a surface needs to show it.
fn json(answer: Result<Answer, QueryError>) -> Value {
    match answer {
        Ok(answer) => {
            let mut value: Value =
                serde_json::from_str(&answer.to_json()).expect("answers are JSON");
            value.as_object_mut().map(|object| object.remove("dataset"));
            value
        }
        Err(error) => {
            let mut object = Map::new();
            object.insert("code".into(), error.code.into());
            object.insert("text".into(), error.message.into());
            object.insert("start".into(), error.span.start.into());
            object.insert("end".into(), error.span.end.into());
            object.insert("expected".into(), error.expected.into());
            object.insert("nearest".into(), error.nearest.into());
            Value::Object([("error".to_owned(), Value::Object(object))].into_iter().collect())
        }
    }
}

fn compare(name: &str, asked: &Value, answer: &Value, to: &mut Vec<String>) {
    let mut fail = |message: String| to.push(format!("{name}: {message}"));
    let (expect, not) = (&asked["expect"], &asked["not"]);
    if asked["rests_on"].as_array().is_none_or(Vec::is_empty) && expect["error"].is_null() {
        fail("names no source and place".to_owned());
    }
    if let Some(wanted) = expect["error"].as_object() {
        for (key, value) in wanted {
            if answer["error"][key] != *value {
                fail(format!("error {key} is {}, expected {value}", answer["error"][key]));
            }
        }
        return;
    }
    if !answer["error"].is_null() {
        return fail(format!("refused: {}", answer["error"]));
    }
    let empty = Vec::new();
    let rows = answer["row"].as_array().unwrap_or(&empty);
    let ids: Vec<&str> = rows.iter().map(|row| row["id"].as_str().unwrap_or_default()).collect();
    let wanted = strings(&expect["id"]);
    let mut rest = ids.iter();
    for id in &wanted {
        if !rest.any(|found| found == id) {
            fail(format!("`{id}` is not among the rows, or not in this order: {ids:?}"));
        }
    }
    if expect["only"] == true
        && let Some(other) = ids.iter().find(|id| !wanted.iter().any(|wanted| wanted == *id))
    {
        fail(format!("`{other}` is a row, too: {ids:?}"));
    }
    let first = strings(&expect["first"]);
    if !ids.iter().zip(&first).all(|(found, wanted)| found == wanted) || ids.len() < first.len() {
        fail(format!("the rows do not begin with {first:?}: {ids:?}"));
    }
    let maybe = strings(&expect["maybe"]);
    for row in rows {
        let id = row["id"].as_str().unwrap_or_default();
        let wanted = if maybe.iter().any(|maybe| maybe == id) { "maybe" } else { "yes" };
        let asked_for = wanted == "maybe" || strings(&expect["id"]).iter().any(|asked| asked == id);
        if asked_for && row["truth"].is_string() && row["truth"] != wanted {
            fail(format!("`{id}` is {}, expected {wanted}", row["truth"]));
        }
    }
    values(&expect["value"], rows, |id, value, held| {
        if !held {
            fail(format!("`{id}` does not hold `{value}`"));
        }
    });
    for cite in expect["cite"].as_array().into_iter().flatten() {
        let [id, source, at] = [0, 1, 2].map(|at| cite[at].as_str().unwrap_or_default());
        let row = rows.iter().filter(|row| id.is_empty() || row["id"] == id);
        if !row.into_iter().any(|row| cites(row, source, at)) {
            fail(format!("`{id}` has no citation of {source} at {at}"));
        }
    }
    for wanted in expect["score"].as_array().into_iter().flatten() {
        let rows = rows.iter().filter(|row| row["id"] == wanted[0]);
        let mut scores = rows.flat_map(|row| row["score"].as_array().into_iter().flatten());
        if !scores.any(|score| is_score(score, wanted)) {
            fail(format!("no score is {wanted}"));
        }
    }
    for wanted in expect["tie"].as_array().into_iter().flatten() {
        let is = |row: &&Value| [&row["id"], &row["to"], &row["sure"]] == each(wanted);
        if !rows.iter().any(|row| is(&row)) {
            fail(format!("no tie is {wanted}"));
        }
    }
    for wanted in expect["total"].as_array().into_iter().flatten() {
        let is = |row: &Value| {
            let told = ["pillar", "rung", "currency", "amount", "count"].map(|key| word(&row[key]));
            let is_purse = row["currency"].is_string();
            let same = |(told, of): (&Value, &Value)| *of == "" || told == of;
            is_purse && told.iter().zip(each::<5>(wanted)).all(same)
        };
        if !rows.iter().any(is) {
            fail(format!("no money is {wanted}"));
        }
    }
    let strands: Vec<&Value> = expect["strand"].as_array().into_iter().flatten().collect();
    let mut rest = rows.iter();
    for wanted in &strands {
        if !rest.any(|row| [&row["id"], &row["how"], &row["text"]] == each(wanted)) {
            fail(format!("no strand is {wanted}, or not in this order"));
        }
    }
    if expect["only_strands"] == true && rows.len() != strands.len() {
        fail(format!("{} strands, expected {}", rows.len(), strands.len()));
    }
    for wanted in expect["status"].as_array().into_iter().flatten() {
        let row = rows.iter().find(|row| row["id"] == wanted[0]);
        let found = row.map(|row| (&row["derived"]["status"], &row["derived"]["truth"]));
        if found != Some((&wanted[1], &wanted[2])) {
            fail(format!("`{}` is {found:?}, expected {} ({})", wanted[0], wanted[1], wanted[2]));
        }
    }
    for (wanted, is_held) in [(expect, true), (not, false)] {
        for line in wanted["line"].as_array().into_iter().flatten() {
            let is = |row: &Value| [&row["part"], &row["id"]] == each(line);
            if rows.iter().any(is) != is_held {
                fail(format!("line {line}: expected {is_held}"));
            }
        }
        for id in strings(&wanted["press"]) {
            let is = |row: &Value| row["id"] == id.as_str() && row["press"] == true;
            if rows.iter().any(is) != is_held {
                fail(format!("`{id}` rests on press alone: expected {is_held}"));
            }
        }
    }
    for wanted in expect["verdict"].as_array().into_iter().flatten() {
        let row = rows.iter().find(|row| row["id"] == wanted[0]);
        let found = row.map(|row| &row["verdict"]);
        if found != Some(&wanted[1]) {
            fail(format!("`{}` is {found:?}, expected {}", wanted[0], wanted[1]));
        }
    }
    if let Some(reason) = expect["empty"].as_str()
        && answer["empty"]["reason"] != reason
    {
        fail(format!("empty because of {}, expected {reason}", answer["empty"]["reason"]));
    }
    for id in strings(&not["id"]) {
        if ids.iter().any(|found| *found == id) {
            fail(format!("`{id}` must not be a row"));
        }
    }
    values(&not["value"], rows, |id, value, held| {
        if held {
            fail(format!("`{id}` must not hold `{value}`"));
        }
    });
}

/// The items of a list of so many.
fn each<const N: usize>(value: &Value) -> [&Value; N] {
    std::array::from_fn(|at| &value[at])
}

/// A text, or a number as text.
fn word(value: &Value) -> Value {
    match value {
        Value::Number(number) => number.to_string().into(),
        other => other.clone(),
    }
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Calls for each value that a row is asked for, with whether the row holds it.
fn values(wanted: &Value, rows: &[Value], mut to: impl FnMut(&str, &str, bool)) {
    for (id, texts) in wanted.as_object().into_iter().flatten() {
        for text in strings(texts) {
            let mut of = rows.iter().filter(|row| id.is_empty() || row["id"] == id.as_str());
            let held = of.any(|row| holds(row, &text));
            to(id, &text, held);
        }
    }
}

/// Whether a score is of that reporter, result and share, each written as an empty text where there is none.
fn is_score(score: &Value, wanted: &Value) -> bool {
    let same = |value: &Value, at: usize| {
        value.as_str().unwrap_or_default() == wanted[at].as_str().unwrap_or_default()
    };
    same(&score["reporter"], 1)
        && same(&score["result"], 2)
        && same(&score["decided_by"]["share"], 3)
}

/// Whether a text stands as a value, or within one, anywhere in a row but its citations' keys.
fn holds(value: &Value, text: &str) -> bool {
    match value {
        Value::String(held) => held == text || (text.len() > 3 && held.contains(text)),
        Value::Number(number) => number.to_string() == text,
        Value::Bool(flag) => flag.to_string() == text,
        Value::Array(items) => items.iter().any(|item| holds(item, text)),
        Value::Object(fields) => fields.values().any(|item| holds(item, text)),
        Value::Null => false,
    }
}

fn cites(value: &Value, source: &str, at: &str) -> bool {
    match value {
        Value::Object(fields) => {
            (fields.get("source").is_some_and(|found| found == source)
                && fields.get("at").map_or(at.is_empty(), |found| found == at))
                || fields.values().any(|item| cites(item, source, at))
        }
        Value::Array(items) => items.iter().any(|item| cites(item, source, at)),
        _ => false,
    }
}

fn snapshot(path: &Path, name: &str, answer: &Value, kept: Kept, to: &mut Vec<String>) {
    let text = format!("{}\n", serde_json::to_string_pretty(answer).expect("JSON prints"));
    if kept == Kept::Written {
        std::fs::write(path, &text).expect("a snapshot is written");
        return;
    }
    match std::fs::read_to_string(path) {
        Ok(kept) if kept == text => {}
        Ok(kept) => {
            let line = kept.lines().zip(text.lines()).position(|(a, b)| a != b).unwrap_or_default();
            let show = |text: &str| text.lines().nth(line).unwrap_or("(end)").trim().to_owned();
            to.push(format!(
                "{name}: the answer changed at line {}: was {}, is {}",
                line + 1,
                show(&kept),
                show(&text)
            ));
        }
        Err(_) => {
            to.push(format!("{name}: there is no snapshot; run with VECTORS=write, and read it"))
        }
    }
}
