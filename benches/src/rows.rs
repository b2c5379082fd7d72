//! The rows that the other engines are given: what each record says, read off its tree by the rules of the description.

use std::collections::BTreeSet;

use anyhow::Result;
use partnership_core::answer::RecordRow;
use partnership_core::describe::{Class, Node, Struct};
use partnership_core::search::{WordKind, words};
use partnership_core::value::{Bounds, Hedge, Point, Quantity, Span};
use partnership_core::{Dataset, Kind};

/// What is asked about a record.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) id: String,
    pub(crate) kind: &'static str,
    /// The concepts of its pillars, by id.
    pub(crate) pillars: BTreeSet<String>,
    /// The records that it refers to.
    pub(crate) links: BTreeSet<String>,
    pub(crate) days: Vec<Bounds>,
    /// The most that each sum in US dollars may be.
    pub(crate) dollars: Vec<i64>,
    /// Folded words, a blank between them.
    pub(crate) words: String,
    /// Words of Hangul, and their ends from each syllable but the last on, a blank between them: what has a word inside has
    /// one of these that begins with it.
    pub(crate) inside: String,
    /// The row as JSON.
    pub(crate) body: String,
}

/// The records of a dataset, in the documented order.
pub(crate) fn records(dataset: &Dataset) -> Vec<(Kind, Struct<'static>)> {
    let of = |row: &RecordRow| (row.kind(), row.record.clone());
    let answer = dataset.view().query("").ok();
    let rows = answer.iter().flat_map(|answer| answer.rows());
    rows.filter_map(|row| row.as_record()).map(of).collect()
}

/// The facts of each record, in the documented order.
pub(crate) fn read(dataset: &Dataset) -> Result<Vec<Facts>> {
    let all = records(dataset);
    let concepts: Vec<_> =
        all.iter().filter(|(kind, _)| *kind == Kind::Concept).map(|(_, record)| record).collect();
    let named = |notation: &str| {
        let of = concepts.iter().filter(|concept| concept.leaf("serves") == Some("pillar"));
        of.filter(|concept| concept.leaf("notation") == Some(notation))
            .filter_map(|concept| concept.leaf("id"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    all.iter().map(|(kind, record)| facts(*kind, record, &named)).collect()
}

fn facts(kind: Kind, record: &Struct<'_>, named: &dyn Fn(&str) -> Vec<String>) -> Result<Facts> {
    let (mut links, mut texts) = (BTreeSet::new(), Vec::new());
    collect_links(record, &mut links);
    collect_texts(record, &mut texts);
    let pillars = record.list("pillar").iter().filter_map(Node::as_str).flat_map(named);
    let (mut plain, mut inside) = (Vec::new(), Vec::new());
    for word in texts.iter().flat_map(|text| words(text)) {
        let korean = |letter: char| ('\u{ac00}'..='\u{d7a3}').contains(&letter);
        if word.kind == WordKind::Plain && word.text.chars().all(korean) {
            let starts = word.text.char_indices().map(|(start, _)| &word.text[start..]);
            inside.extend(starts.filter(|end| end.chars().nth(1).is_some()).map(str::to_owned));
        }
        if word.kind != WordKind::Pair {
            plain.push(word.text);
        }
    }
    Ok(Facts {
        id: record.leaf("id").unwrap_or_default().to_owned(),
        kind: kind.as_str(),
        pillars: pillars.collect(),
        links,
        days: days(record),
        dollars: dollars(record),
        words: plain.join(" "),
        inside: inside.join(" "),
        body: serde_json::to_string(record)?,
    })
}

/// Every reference of a record but those of its citations.
fn collect_links(owner: &Struct<'_>, to: &mut BTreeSet<String>) {
    for (field, node) in owner.iter() {
        let class = field.shape.class();
        if !matches!(class, Class::Ref(_) | Class::Struct)
            || matches!(field.name, "id" | "cite" | "alternative" | "absent")
        {
            continue;
        }
        for item in node.items() {
            match item {
                Node::Leaf(id) => drop(to.insert(id.to_string())),
                Node::Struct(part) => collect_links(part, to),
                _ => {}
            }
        }
    }
}

/// Every text that a search reads.
fn collect_texts<'r>(owner: &'r Struct<'_>, to: &mut Vec<&'r str>) {
    if let Some(id) = owner.leaf("id") {
        to.push(id);
    }
    for (field, node) in owner.iter() {
        if matches!(
            field.name,
            "id" | "cite" | "absent" | "reviewed" | "query" | "url" | "archived" | "field" | "note"
        ) {
            continue;
        }
        let own_row = owner.of.name == "observation"
            && field.name == "value"
            && (owner.get("cite").is_some() || owner.get("rank").is_some());
        let searched = matches!(field.shape.class(), Class::Text | Class::Any)
            || own_row
            || field.name == "iso3";
        for item in node.items() {
            match item {
                Node::Leaf(text) if searched => to.push(text),
                Node::Map(pairs) if searched => {
                    to.extend(pairs.iter().map(|(_, text)| text.as_ref()));
                }
                Node::Struct(part) => collect_texts(part, to),
                _ => {}
            }
        }
    }
}

/// Its own day or span; where it has none, the days of its steps and levels.
fn days(record: &Struct<'_>) -> Vec<Bounds> {
    for field in record.of.time.fields() {
        let own = record.leaf(field).into_iter().chain(alternatives(record, field));
        let own: Vec<_> = own.filter_map(bounds).collect();
        if !own.is_empty() {
            return own;
        }
    }
    let parts = record.parts("step").chain(record.parts("level"));
    parts.filter_map(|part| bounds(part.leaf("date")?)).collect()
}

/// What other sources give for a field, and may be right.
fn alternatives<'r>(record: &'r Struct<'_>, field: &'r str) -> impl Iterator<Item = &'r str> {
    let of = record.parts("alternative").filter(move |other| other.leaf("field") == Some(field));
    of.filter(|other| other.leaf("rank") != Some("deprecated"))
        .filter_map(|other| other.leaf("value"))
}

fn bounds(text: &str) -> Option<Bounds> {
    let point = text.parse::<Point>().map(|point| point.bounds());
    point.ok().or_else(|| text.parse::<Span>().ok().map(|span| span.bounds()))
}

/// The most that each contribution or transaction in US dollars may be.
fn dollars(record: &Struct<'_>) -> Vec<i64> {
    let parts = record.parts("contribution").chain(record.parts("transaction"));
    let sums = parts.filter_map(|part| part.leaf("amount")?.parse::<Quantity>().ok());
    sums.filter(|sum| sum.unit() == Some("USD")).filter_map(|sum| most(&sum)).collect()
}

fn most(sum: &Quantity) -> Option<i64> {
    let value = sum.value()?;
    let whole = value.mantissa() / 10_i128.checked_pow(value.scale())?;
    let most = match sum.hedge() {
        Hedge::Above | Hedge::AtLeast => return Some(i64::MAX),
        Hedge::About => whole * 105 / 100,
        _ => whole,
    };
    i64::try_from(most).ok()
}
