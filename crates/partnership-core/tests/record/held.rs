//! Tables whose cells stand in the record: read through the typed API, line by line.

use std::collections::BTreeSet;
use std::sync::Arc;

use partnership_core::Dataset;
use partnership_core::model::{Kind, Typed};
use serde::Serialize;
use serde_json::Value;

use crate::table::{Kept, Table};

/// What a table and the record do not agree on; nothing if all of it is held.
pub(crate) fn differences<T: Typed + Serialize>(table: &Table) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(query) = &table.whole {
        whole(query, table, &mut found);
    }
    let ids: BTreeSet<&str> = table.lines.iter().map(|line| line[0].as_str()).collect();
    for id in ids {
        let lines = table.lines.iter().filter(|line| line[0] == id);
        match (record::<T>(id).as_ref(), &table.parts) {
            (None, _) => found.push(format!("{id}: the record has no {} of that id", T::KIND)),
            (Some(record), None) => lines.for_each(|line| fields(table, line, record, &mut found)),
            (Some(record), Some(path)) => {
                let told = lines.map(|line| line[1..].to_vec()).collect();
                parts(id, told, held_parts(table, path, record), &mut found);
            }
        }
    }
    found
}

/// The record of that id as JSON, by way of its Rust type.
fn record<T: Typed + Serialize>(id: &str) -> Arc<Option<Value>> {
    static KEPT: Kept<(Kind, String), Option<Value>> = Kept::new();
    KEPT.get((T::KIND, id.to_owned()), || {
        let record: T = Dataset::embedded().get(id)?;
        Some(serde_json::to_value(&record).expect("a record is JSON"))
    })
}

/// The rows of the query are the first cells of the lines, no more and no fewer.
fn whole(query: &str, table: &Table, found: &mut Vec<String>) {
    let answer = Dataset::embedded().view().query(query).expect("a query of a table is understood");
    let held: BTreeSet<&str> = answer.rows().iter().map(|row| row.id()).collect();
    let told: BTreeSet<&str> = table.lines.iter().map(|line| line[0].as_str()).collect();
    found.extend(told.difference(&held).map(|id| format!("{id}: no row of `{query}`")));
    found.extend(
        held.difference(&told).map(|id| format!("{id}: a row of `{query}`, not of the table")),
    );
}

fn fields(table: &Table, line: &[String], record: &Value, found: &mut Vec<String>) {
    for (column, told) in table.columns.iter().zip(line).skip(1) {
        let held = text(record, column);
        if held != *told {
            found.push(format!("{}: {column} is `{held}`, the table has `{told}`", line[0]));
        }
    }
}

fn held_parts(table: &Table, path: &str, record: &Value) -> Vec<Vec<String>> {
    let cells = |part| table.columns[1..].iter().map(|column| text(part, column)).collect();
    at(record, path).into_iter().map(cells).collect()
}

/// Each line is a part, and each part is a line.
fn parts(id: &str, told: Vec<Vec<String>>, mut held: Vec<Vec<String>>, found: &mut Vec<String>) {
    for line in told {
        match held.iter().position(|part| *part == line) {
            Some(at) => drop(held.swap_remove(at)),
            None => found.push(format!("{id}: the record does not hold {line:?}")),
        }
    }
    found.extend(held.iter().map(|part| format!("{id}: the table does not have {part:?}")));
}

/// All values at a place: names between dots, after each perhaps `[name=value&…]` for those members that have it.
fn at<'v>(value: &'v Value, path: &str) -> Vec<&'v Value> {
    let mut found = vec![value];
    for step in path.split('.') {
        let (name, conditions) = step.trim_end_matches(']').split_once('[').unwrap_or((step, ""));
        let members = found.into_iter().filter_map(|value| value.get(name)).flat_map(members);
        found = members.filter(|member| meets(member, conditions)).collect();
    }
    found
}

fn members(value: &Value) -> std::slice::Iter<'_, Value> {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice).iter()
}

fn meets(member: &Value, conditions: &str) -> bool {
    let mut all = conditions.split('&').filter_map(|condition| condition.split_once('='));
    all.all(|(name, wanted)| text(member, name) == wanted)
}

/// The values at a place as one text, each once and sorted; empty if there is none.
fn text(value: &Value, path: &str) -> String {
    let leaf = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let texts: BTreeSet<String> = at(value, path).into_iter().map(leaf).collect();
    texts.into_iter().collect::<Vec<_>>().join(" ")
}
