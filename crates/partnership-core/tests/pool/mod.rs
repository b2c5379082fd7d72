//! The hard cases as a place to draw from: fields with values that they hold, words, days, and random queries of these.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use partnership_core::describe::{Class, Node, Struct};
use partnership_core::query::field::{names, resolve};
use partnership_core::value::Day;
use partnership_core::{Dataset, Kind};
use proptest::prelude::*;
use proptest::sample::select;

/// The dataset of the hard cases.
pub(crate) fn dataset() -> &'static Dataset {
    static DATASET: OnceLock<Dataset> = OnceLock::new();
    DATASET.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
        Dataset::load(folder).expect("the hard cases break no rule")
    })
}

/// A field, and values of it that the record holds.
pub(crate) type Values = (String, Vec<String>);

/// Fields with values that the record holds, as a query writes them.
pub(crate) struct Pool {
    pub(crate) fields: Vec<Values>,
    pub(crate) parts: Vec<(String, Vec<Values>)>,
    pub(crate) words: Vec<String>,
    pub(crate) days: Vec<Day>,
}

/// Every leaf of a record, with its dotted path.
pub(crate) fn leaves(record: &Struct<'_>, before: &str, to: &mut dyn FnMut(&str, &str)) {
    for (field, node) in record.iter() {
        let path = format!("{before}{}", field.name);
        for item in node.items() {
            match item {
                Node::Leaf(text) => to(&path, text),
                Node::Map(pairs) => pairs.iter().for_each(|(_, text)| to(&path, text)),
                Node::Struct(part) => leaves(part, &format!("{path}."), to),
                Node::List(items) => {
                    items.iter().filter_map(Node::as_str).for_each(|text| to(&path, text))
                }
            }
        }
    }
}

pub(crate) fn records() -> Vec<(Kind, Struct<'static>)> {
    let answer = dataset().view().query("").expect("the empty query asks for everything");
    let rows = answer.rows().iter().filter_map(|row| row.as_record());
    rows.map(|row| (row.kind(), row.record.clone())).collect()
}

impl Pool {
    pub(crate) fn get() -> &'static Self {
        static POOL: OnceLock<Pool> = OnceLock::new();
        POOL.get_or_init(Self::new)
    }

    fn new() -> Self {
        let (mut held, mut by_class) = (
            BTreeMap::<String, BTreeSet<String>>::new(),
            BTreeMap::<&str, BTreeSet<String>>::new(),
        );
        let (mut words, mut days) = (BTreeSet::new(), BTreeSet::new());
        for (_, record) in records() {
            leaves(&record, "", &mut |path, text| {
                held.entry(path.to_owned()).or_default().insert(text.to_owned());
                let Some(field) = resolve(path) else { return };
                let class = match field.class {
                    Class::Point | Class::Span => {
                        days.extend(
                            text.split(['/', '.']).filter_map(|end| end.parse::<Day>().ok()),
                        );
                        "days"
                    }
                    Class::Quantity | Class::Money => "amounts",
                    Class::Text => {
                        words.extend(text.split_whitespace().map(|word| {
                            word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
                        }));
                        return;
                    }
                    _ => return,
                };
                by_class.entry(class).or_default().insert(text.to_owned());
            });
        }
        let ids: Vec<(Kind, String)> = records()
            .into_iter()
            .map(|(kind, record)| (kind, record.leaf("id").expect("an id").to_owned()))
            .collect();
        let values = |name: &str, class: Class, words: &[&str], targets: &[Kind]| -> Vec<String> {
            let own = || held.get(name).into_iter().flatten().cloned();
            let mut values: Vec<String> = match class {
                Class::Word => words.iter().map(|word| (*word).to_owned()).collect(),
                Class::Ref(_) => ids
                    .iter()
                    .filter(|(kind, _)| targets.is_empty() || targets.contains(kind))
                    .map(|(_, id)| id.clone())
                    .collect(),
                Class::Point | Class::Span => {
                    let all = by_class["days"].iter().map(|text| text.replace('/', ".."));
                    all.flat_map(|text| {
                        match text.contains("..") || text.contains('~') || text.contains('?') {
                            true => vec![text],
                            false => vec![format!("{text}.."), format!("..{text}"), text],
                        }
                    })
                    .filter(|text| !text.ends_with("....") && !text.starts_with("...."))
                    .collect()
                }
                Class::Quantity | Class::Money => {
                    let all = by_class["amounts"]
                        .iter()
                        .filter(|text| text.contains(' ') || class == Class::Quantity);
                    all.flat_map(|text| {
                        let bare = text.trim_start_matches(['~', '<', '>', '=']);
                        [text.clone(), format!(">={bare}"), format!("<{bare}")]
                    })
                    .collect()
                }
                Class::Count => (0..40)
                    .flat_map(|n| [n.to_string(), format!(">{n}"), format!("{n}..{}", n + 5)])
                    .collect(),
                Class::Flag => vec!["true".to_owned(), "false".to_owned()],
                Class::Text | Class::Any => own()
                    .flat_map(|text| {
                        [text.split_whitespace().next().unwrap_or("x").to_owned(), text]
                    })
                    .collect(),
                Class::Id | Class::Code | Class::Concept(_) => own().collect(),
                Class::Struct => Vec::new(),
            };
            if matches!(name, "member" | "post") {
                let roles: Vec<_> = held["membership.role"].iter().collect();
                let all = values
                    .iter()
                    .zip(roles.iter().cycle())
                    .map(|(id, role)| format!("{id}/{role}"));
                values.extend(all.collect::<Vec<_>>());
                let terms = held["membership.organization"].iter();
                values.extend(
                    terms.flat_map(|id| roles.iter().map(move |role| format!("{id}/{role}"))),
                );
            }
            values
                .iter()
                .map(|value| quoted(value))
                .chain(["any", "unknown", "none", "not-found", "not-collected"].map(str::to_owned))
                .collect()
        };
        let paths: BTreeSet<String> =
            names().into_iter().map(str::to_owned).chain(held.keys().cloned()).collect();
        let fields = paths.into_iter().filter_map(|name| {
            let field = resolve(&name)?;
            let values = values(&name, field.class, &field.words, &field.targets);
            Some((name, values))
        });
        let fields: Vec<_> = fields.collect();
        let mut parts = BTreeMap::<String, Vec<(String, Vec<String>)>>::new();
        for (path, values) in fields.iter().filter(|(path, _)| path.matches('.').count() == 1) {
            if let Some((part, inner)) = path.split_once('.') {
                parts.entry(part.to_owned()).or_default().push((inner.to_owned(), values.clone()));
            }
        }
        words.remove("");
        days.extend(
            ["1900-01-01", "2000-02-29", "2100-12-31"]
                .map(|day| day.parse::<Day>().expect("a day")),
        );
        Self {
            fields,
            parts: parts.into_iter().collect(),
            words: words.into_iter().collect(),
            days: days.into_iter().collect(),
        }
    }
}

/// A value as a query writes it.
fn quoted(value: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "-_.:/<>=~".contains(letter);
    let reserved = ["any", "unknown", "none", "not-found", "not-collected"].contains(&value);
    match !value.is_empty() && value.chars().all(plain) && !reserved {
        true => value.to_owned(),
        false => format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

pub(crate) fn filter(field: (String, Vec<String>)) -> impl Strategy<Value = String> {
    let (name, values) = field;
    prop::collection::vec(select(values), 1..=2)
        .prop_map(move |values| format!("{name}:{}", values.join(",")))
}

pub(crate) fn term() -> BoxedStrategy<String> {
    let pool = Pool::get();
    let word = prop_oneof![
        4 => select(pool.words.clone()).prop_map(|word| quoted(&word)),
        1 => (select(pool.words.clone()), select(pool.words.clone())).prop_map(|(a, b)| quoted(&format!("{a} {b}"))),
    ];
    let part = select(pool.parts.clone()).prop_flat_map(|(part, fields)| {
        let inner = (prop::bool::ANY, select(fields).prop_flat_map(filter))
            .prop_map(|(not, text)| if not { format!("-{text}") } else { text });
        prop::collection::vec(inner, 1..=3)
            .prop_map(move |terms| format!("{part}:({})", terms.join(" ")))
    });
    prop_oneof![6 => select(pool.fields.clone()).prop_flat_map(filter), 2 => word, 2 => part]
        .boxed()
}

pub(crate) fn query() -> BoxedStrategy<String> {
    let kinds: Vec<String> = Kind::ALL.iter().map(|kind| format!("kind:{kind}")).collect();
    let term = prop_oneof![8 => term(), 1 => select(kinds)];
    let deep = term.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|inner| format!("-({inner})")),
            prop::collection::vec(inner.clone(), 2..=3)
                .prop_map(|all| format!("({})", all.join(" "))),
            prop::collection::vec(inner, 2..=3).prop_map(|any| format!("({})", any.join(" OR "))),
        ]
    });
    prop_oneof![1 => Just(String::new()), 40 => deep].boxed()
}

pub(crate) fn day() -> impl Strategy<Value = Option<Day>> {
    prop::option::of(select(Pool::get().days.clone()))
}
