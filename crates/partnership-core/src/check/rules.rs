//! The rules of a record, and those between records.

use std::cell::Cell;
use std::collections::HashMap;

use super::code::Code;
use super::fault::{Fault, Seg};
use super::found::Found;
use super::loops;
use super::record::{lineage_form, memberships, order_of_dates, rows, test_form};
use super::support;
use crate::dataset::{Concepts, Dataset, Draft};
use crate::describe::{Class, Field, Node, Shape, Struct};
use crate::error::{nearest, with_article};
use crate::model::Kind;
use crate::order::Order;
use crate::query::Plan;
use crate::sorted::{SortedMap, SortedSet};
use crate::value::{Quantity, Truth};

/// Every fault of some records, in the order of the records. An id that may be elsewhere (in a file that could not be
/// read) is not missed.
pub(crate) fn faults(draft: &Draft, elsewhere: &dyn Fn(&str) -> bool) -> Found {
    let mut kinds = HashMap::new();
    let mut to = Found::default();
    for (kind, record) in &draft.records {
        let id = record.leaf("id").unwrap_or_default();
        if kinds.insert(id.to_owned(), *kind).is_some() {
            let fault =
                Fault::new(Code::DUPLICATE, format!("`{id}` is the id of another record, too"));
            to.push(fault.at(id, &[Seg::Field("id")]));
        }
    }
    let concepts = draft
        .records
        .iter()
        .filter(|(kind, _)| *kind == Kind::Concept)
        .map(|(_, record)| record.clone());
    let context = Context {
        kinds,
        concepts: Concepts::of(concepts),
        rules: draft
            .manifest
            .rule
            .iter()
            .filter_map(|rule| rule.key.as_ref())
            .map(|key| key.as_str())
            .collect(),
        redirects: redirects(draft),
        language: draft.manifest.language.first().map(ToString::to_string),
        elsewhere,
        suggested: Cell::new(0),
    };
    context.redirects(&mut to);
    let partnerships = draft.records.iter().filter(|(kind, _)| *kind == Kind::Partnership).count();
    if partnerships == 0 && draft.manifest.id.is_some() {
        let fault =
            Fault::new(Code::MISSING_FIELD, "a dataset is of a partnership, and this has none")
                .fix("write the table `[partnership]`: what it is, its sides, its levels");
        to.push(fault.at("dataset.toml", &[]));
    }
    for (_, record) in &draft.records {
        let id = record.leaf("id").unwrap_or_default();
        context.walk(record, id, &mut Vec::new(), &mut to);
        order_of_dates(record, id, &mut to);
        memberships(record, id, &mut to);
        test_form(record, id, &mut to);
        lineage_form(record, id, &mut to);
        rows(record, id, &mut to);
    }
    ordinals(draft, &mut to);
    loops::contained(draft, &mut to);
    to
}

/// What is known of all records while one is read.
struct Context<'d> {
    kinds: HashMap<String, Kind>,
    concepts: Concepts,
    rules: SortedSet<&'d str>,
    /// Where each redirect ends, if it does.
    redirects: SortedMap<&'d str, Option<&'d str>>,
    language: Option<String>,
    elsewhere: &'d dyn Fn(&str) -> bool,
    /// For how many dangling references the nearest id was looked for.
    suggested: Cell<usize>,
}

/// For more dangling references than these no nearest id is looked for.
const MAX_SUGGESTED: usize = 256;

fn redirects(draft: &Draft) -> SortedMap<&str, Option<&str>> {
    let pairs = draft.manifest.redirect.iter();
    let pairs = pairs.filter_map(|redirect| {
        Some((redirect.from.as_ref()?.as_str(), redirect.to.as_ref()?.as_str()))
    });
    loops::ends(&pairs.collect())
}

impl Context<'_> {
    fn redirects(&self, to: &mut Found) {
        for (from, end) in &self.redirects {
            let place = |fault: Fault| fault.at("redirects.toml", &[Seg::Key((*from).to_owned())]);
            if self.kinds.contains_key(*from) {
                to.push(place(Fault::new(
                    Code::DUPLICATE,
                    format!("`{from}` is the id of a record, and is redirected"),
                )));
            }
            match end {
                None => to.push(place(Fault::new(
                    Code::REDIRECT,
                    format!("`{from}` leads back to itself"),
                ))),
                Some(end) if !self.kinds.contains_key(*end) && !(self.elsewhere)(end) => {
                    to.push(place(Fault::new(
                        Code::REDIRECT,
                        format!("`{from}` leads to `{end}`, which is no record"),
                    )));
                }
                Some(_) => {}
            }
        }
    }

    fn walk(&self, owner: &Struct<'_>, id: &str, path: &mut Vec<Seg>, to: &mut Found) {
        missing(owner, id, path, to);
        support::check(owner, id, path, to);
        self.bases(owner, id, path, to);
        alternatives(owner, id, path, to);
        absences(owner, id, path, to);
        for (field, node) in owner.iter() {
            path.push(Seg::Field(field.name));
            let listed = matches!(node, Node::List(_));
            for (at, item) in node.items().enumerate() {
                if listed {
                    path.push(Seg::Item(at));
                }
                match item {
                    Node::Leaf(text) => self.leaf(field, text, id, path, to),
                    Node::Map(pairs) => self.language(pairs, id, path, to),
                    Node::Struct(part) => self.walk(part, id, path, to),
                    Node::List(_) => {}
                }
                if listed {
                    path.pop();
                }
            }
            path.pop();
        }
    }

    fn language(
        &self,
        pairs: &[(std::borrow::Cow<'_, str>, std::borrow::Cow<'_, str>)],
        id: &str,
        path: &[Seg],
        to: &mut Found,
    ) {
        if let Some(first) = &self.language
            && !pairs.iter().any(|(tag, _)| tag == first)
        {
            let fault = Fault::new(Code::LANGUAGE, format!("this text is not held in `{first}`"));
            to.push(fault.at(id, path).fix(format!("add `{first} = \"…\"`")));
        }
    }

    fn leaf(&self, field: &Field, text: &str, id: &str, path: &[Seg], to: &mut Found) {
        match field.shape.class() {
            Class::Ref(_) if path.len() == 1 && field.name == "id" => {}
            // It was told that this is no id or notation at all.
            Class::Ref(_) | Class::Concept(_) if refuse(field, text).is_some() => {}
            Class::Ref(kinds) => {
                let target = self.redirects.get(text).copied().flatten().unwrap_or(text);
                match self.kinds.get(target) {
                    None if (self.elsewhere)(target) => {}
                    None => {
                        let fits = |kind: &Kind| kinds.is_empty() || kinds.contains(kind);
                        self.suggested.set(self.suggested.get() + 1);
                        let known = self
                            .kinds
                            .iter()
                            .filter(|(_, kind)| fits(kind))
                            .filter(|_| self.suggested.get() <= MAX_SUGGESTED)
                            .map(|(id, _)| id.as_str());
                        let mut known: Vec<_> = known.collect();
                        known.order();
                        let fault = Fault::new(
                            Code::DANGLING,
                            format!("`{text}` is not the id of a record of this dataset"),
                        );
                        to.push(fault.near(nearest(text, known)).at(id, path));
                    }
                    Some(kind) if !kinds.is_empty() && !kinds.contains(kind) => {
                        let wanted: Vec<_> = kinds.iter().map(|kind| kind.as_str()).collect();
                        let message = format!(
                            "`{text}` is {}; `{}` refers to {}",
                            with_article(kind.as_str()),
                            field.name,
                            with_article(&wanted.join(" or "))
                        );
                        to.push(Fault::new(Code::WRONG_KIND, message).at(id, path));
                    }
                    Some(_) => {}
                }
            }
            Class::Concept(serves) => {
                let named = self.concepts.named(serves, text);
                if named.len() != 1 && !(named.is_empty() && (self.elsewhere)(text)) {
                    let known: Vec<_> = self
                        .concepts
                        .notations(serves)
                        .into_iter()
                        .map(|(notation, _)| notation)
                        .collect();
                    let message = match named.len() {
                        0 => format!("`{text}` is not a {serves} of any scheme"),
                        _ => format!(
                            "`{text}` stands in several schemes; write the scheme before it"
                        ),
                    };
                    to.push(
                        Fault::new(Code::NOTATION, message).near(nearest(text, known)).at(id, path),
                    );
                }
            }
            _ => {}
        }
    }

    /// What the editor worked out or assigned names a rule of the manifest.
    fn bases(&self, owner: &Struct<'_>, id: &str, path: &[Seg], to: &mut Found) {
        for (at, cite) in owner.parts("cite").enumerate() {
            let place =
                |field| [path, &[Seg::Field("cite"), Seg::Item(at), Seg::Field(field)]].concat();
            match (cite.leaf("basis"), cite.leaf("rule")) {
                (_, Some(rule)) if !self.rules.contains(rule) => {
                    let fault =
                        Fault::new(Code::RULE, format!("`{rule}` is not a rule of `dataset.toml`"));
                    to.push(
                        fault
                            .near(nearest(rule, self.rules.iter().copied()))
                            .at(id, &place("rule")),
                    );
                }
                (Some(basis @ ("worked-out" | "assigned")), None) => {
                    let fault =
                        Fault::new(Code::RULE, format!("a citation that is {basis} names no rule"));
                    to.push(
                        fault
                            .fix("add `rule = \"…\"`, one of those in `dataset.toml`")
                            .at(id, &place("basis")),
                    );
                }
                _ => {}
            }
        }
    }
}

fn missing(owner: &Struct<'_>, id: &str, path: &[Seg], to: &mut Found) {
    for field in
        owner.of.fields.iter().filter(|field| field.required && owner.get(field.name).is_none())
    {
        let declared = owner
            .parts("absent")
            .chain(owner.parts("alternative"))
            .any(|part| part.leaf("field") == Some(field.name));
        if !declared {
            let message = format!("`{}` is missing from this {}", field.name, owner.of.name);
            let fix = format!(
                "add `{} = …`: {}",
                field.name,
                field.doc.lines().next().unwrap_or_default()
            );
            to.push(Fault::new(Code::MISSING_FIELD, message).fix(fix).at(id, path));
        }
    }
}

/// Alternatives are of a field of their owner, have its form and unit, and are other values.
fn alternatives(owner: &Struct<'_>, id: &str, path: &[Seg], to: &mut Found) {
    for (at, other) in owner.parts("alternative").enumerate() {
        let place =
            |field| [path, &[Seg::Field("alternative"), Seg::Item(at), Seg::Field(field)]].concat();
        let (Some(name), Some(value)) = (other.leaf("field"), other.get("value")) else { continue };
        let Some(field) = owner.of.field(name) else {
            let near = nearest(name, owner.of.fields.iter().map(|field| field.name));
            let fault = Fault::new(
                Code::ALTERNATIVE,
                format!("`{name}` is not a field of {}", with_article(owner.of.name)),
            );
            to.push(fault.near(near).at(id, &place("field")));
            continue;
        };
        if name == "rung" {
            let fault = Fault::new(
                Code::LADDER,
                "two rungs of the ladder are two entries, never alternatives of one",
            );
            to.push(fault.at(id, &place("field")));
        }
        let form = value.items().filter_map(Node::as_str).find_map(|text| refuse(field, text));
        if let Some(message) = form {
            to.push(Fault::new(Code::ALTERNATIVE, message).at(id, &place("value")));
        }
        if owner.get(name) == Some(value) {
            let fault = Fault::new(
                Code::SAME,
                format!("this alternative of `{name}` is the preferred value"),
            );
            to.push(fault.fix("make it a further citation of the field").at(id, &place("value")));
        }
        let unit = |node: &Node<'_>| {
            node.as_str()?.parse::<Quantity>().ok().map(|q| q.unit().map(str::to_owned))
        };
        if matches!(field.shape.class(), Class::Quantity | Class::Money)
            && let (Some(ours), Some(theirs)) = (owner.get(name).and_then(unit), unit(value))
            && ours != theirs
        {
            let show = |unit: Option<String>| unit.unwrap_or_else(|| "no unit".to_owned());
            let message = format!(
                "this alternative is in {}, the preferred value in {}",
                show(theirs),
                show(ours)
            );
            to.push(Fault::new(Code::UNITS, message).at(id, &place("value")));
        }
    }
}

/// What the type of a field says against a text.
fn refuse(field: &Field, text: &str) -> Option<String> {
    match field.shape.single() {
        Shape::Leaf(leaf) => (leaf.check)(text).err().map(|error| error.to_string()),
        Shape::Words(words) if words.find(text).is_none() => Some(words.refuse(text).to_string()),
        _ => None,
    }
}

fn absences(owner: &Struct<'_>, id: &str, path: &[Seg], to: &mut Found) {
    for (at, absent) in owner.parts("absent").enumerate() {
        let mut push = |message: String| {
            let place = [path, &[Seg::Field("absent"), Seg::Item(at)]].concat();
            to.push(Fault::new(Code::ABSENT, message).at(id, &place));
        };
        let Some(name) = absent.leaf("field") else { continue };
        let Some(field) = owner.of.field(name) else {
            push(format!("`{name}` is not a field of {}", with_article(owner.of.name)));
            continue;
        };
        // On a filled list it speaks of what the list lacks.
        if owner.get(name).is_some() && !matches!(field.shape, Shape::List(_)) {
            push(format!("`{name}` is filled, and declared absent"));
        }
        match absent.leaf("state") {
            Some("none") if absent.get("cite").is_none() => {
                push(format!("that there is no `{name}` needs a citation"))
            }
            Some("not-found") if absent.get("searched").is_none() || absent.get("on").is_none() => {
                push(format!("that `{name}` was not found needs `searched` and `on`"));
            }
            _ => {}
        }
    }
}

/// No two meetings of a series have the same printed number.
fn ordinals(draft: &Draft, to: &mut Found) {
    let mut seen: SortedMap<(&str, &str), &str> = SortedMap::default();
    for (_, record) in draft.records.iter().filter(|(kind, _)| *kind == Kind::Event) {
        let id = record.leaf("id").unwrap_or_default();
        for (at, ordinal) in record.parts("ordinal").enumerate() {
            let (Some(forum), Some(number)) = (ordinal.leaf("forum"), ordinal.leaf("number"))
            else {
                continue;
            };
            if let Some(other) = seen.insert((forum, number), id) {
                let message = format!("`{other}` is number {number} of `{forum}`, too");
                let place = [Seg::Field("ordinal"), Seg::Item(at), Seg::Field("number")];
                to.push(Fault::new(Code::ORDINAL, message).at(id, &place));
            }
        }
    }
}

/// The rules that need answers: queries are queries, and what is held is no more than what is announced.
pub(crate) fn question_faults(dataset: &Dataset) -> Found {
    let mut to = Found::default();
    let view = dataset.view();
    for number in 0..dataset.len() as u32 {
        let (id, record) = (dataset.id(number), dataset.tree(number));
        let test = record.get("test").and_then(Node::as_struct);
        if let Some(error) = test.and_then(|test| Plan::parse(test.leaf("query")?, dataset).err()) {
            let place = [Seg::Field("test"), Seg::Field("query")];
            to.push(Fault::new(Code::QUESTION, error.to_string()).at(id, &place));
        }
        for (at, count) in record.parts("count").enumerate() {
            let place = |field| [Seg::Field("count"), Seg::Item(at), Seg::Field(field)];
            let Some(query) = count.leaf("query") else { continue };
            match Plan::parse(query, dataset) {
                Err(error) => {
                    to.push(Fault::new(Code::QUESTION, error.to_string()).at(id, &place("query")))
                }
                Ok(plan) => {
                    let held = crate::answer::held(&view, &plan, count);
                    let printed =
                        count.leaf("value").and_then(|text| text.parse::<Quantity>().ok()?.value());
                    let held =
                        held.iter().filter(|(_, verdict)| verdict.truth == Truth::Yes).count();
                    let more = printed.is_some_and(|printed| {
                        held.to_string().parse().is_ok_and(|held| printed < held)
                    });
                    if more {
                        let message = format!(
                            "{held} are held, more than the {} announced",
                            count.leaf("value").unwrap_or_default()
                        );
                        to.push(Fault::new(Code::COVERAGE, message).at(id, &place("value")));
                    }
                }
            }
        }
    }
    to
}
