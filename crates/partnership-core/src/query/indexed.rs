//! What goes into the index: every value of every field that a walk could find, and the texts that a search reads.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::field::{QueryField, UNINDEXED, names, resolve};
use crate::dataset::Concepts;
use crate::describe::{Class, Node, Struct};
use crate::model::Kind;
use crate::search::Weight;
use crate::sorted::SortedSet;
use crate::value::{Day, ordinals};
use crate::view::{Lens, Verdict};

/// Records by number, and whether each surely has the value.
pub(crate) type Postings = BTreeMap<u32, bool>;
/// The four days of an interval, and whether it is qualified.
pub(crate) type DayKey = ([i32; 4], bool);

/// All values of all indexed fields.
#[derive(Debug, Default)]
pub(crate) struct Indexed {
    pub(crate) texts: BTreeMap<String, BTreeMap<String, Postings>>,
    pub(crate) days: BTreeMap<String, BTreeMap<DayKey, Postings>>,
}

/// The name under which the index holds what is declared absent, as `field=state`.
pub(crate) const ABSENT: &str = "@absent";

/// The name under which the index holds concepts by their notation.
pub(crate) const NOTATION: &str = "@notation";

impl Indexed {
    /// The values of records in the documented order.
    pub(crate) fn of(records: &[Struct<'static>], concepts: &Concepts) -> Self {
        let text = |record: &Struct<'_>, name| record.leaf(name).unwrap_or_default().to_owned();
        let tiers = records.iter().filter(|record| record.of.name == "source");
        let tiers: HashMap<_, _> =
            tiers.map(|record| (text(record, "id"), text(record, "tier"))).collect();
        let lens = Lens::everything(concepts, tiers, records);
        let fields = indexed_fields();
        let mut all = Self::default();
        for (number, record) in records.iter().enumerate() {
            let Ok(kind) = record.of.name.parse::<Kind>() else { continue };
            for field in fields.iter().filter(|field| field.kinds.contains(&kind)) {
                field.collect(&lens, kind, record, Day::MIN, &mut |value, verdict| {
                    all.add(field, number as u32, value, verdict, concepts);
                });
            }
            absences(record, "", &mut |key| all.note(ABSENT, key, number as u32));
            if kind == Kind::Concept {
                all.note(NOTATION, text(record, "notation"), number as u32);
            }
        }
        all
    }

    fn note(&mut self, field: &str, value: String, number: u32) {
        let values = self.texts.entry(field.to_owned()).or_default();
        values.entry(value).or_default().insert(number, true);
    }

    fn add(
        &mut self,
        field: &QueryField,
        number: u32,
        value: &str,
        verdict: Verdict,
        concepts: &Concepts,
    ) {
        let sure = verdict == Verdict::YES;
        let name = field.index_name().to_owned();
        let postings = match field.class {
            Class::Point | Class::Span => {
                let Some(days) = crate::view::bounds(value) else { return };
                let key = [days.start_first, days.start_last, days.end_first, days.end_last]
                    .map(Day::number);
                vec![self.days.entry(name).or_default().entry((key, days.qualified)).or_default()]
            }
            Class::Concept(serves) => {
                let values = self.texts.entry(name).or_default();
                for id in concepts.named(serves, value) {
                    let postings = values.entry(id.to_owned()).or_default();
                    let slot = postings.entry(number).or_default();
                    *slot |= sure;
                }
                return;
            }
            _ => vec![self.texts.entry(name).or_default().entry(value.to_owned()).or_default()],
        };
        for postings in postings {
            let slot = postings.entry(number).or_default();
            *slot |= sure;
        }
    }

    /// Every text that the index needs a number for.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.values().flat_map(|values| values.keys().map(String::as_str))
    }
}

/// What a record and its parts declare absent, as `path=state`.
pub(crate) fn absences(owner: &Struct<'_>, path: &str, to: &mut dyn FnMut(String)) {
    for absent in owner.parts("absent") {
        if let (Some(field), Some(state)) = (absent.leaf("field"), absent.leaf("state")) {
            to(format!("{path}{field}={state}"));
        }
    }
    for (field, node) in
        owner.iter().filter(|(field, _)| !matches!(field.name, "absent" | "cite" | "alternative"))
    {
        for part in node.items().filter_map(Node::as_struct) {
            absences(part, &format!("{path}{}.", field.name), to);
        }
    }
}

/// The fields that the index holds: each by its name, none twice.
fn indexed_fields() -> Vec<QueryField> {
    let mut all: SortedSet<String> = names().into_iter().map(str::to_owned).collect();
    for kind in Kind::ALL {
        for field in kind.described().fields.iter().filter(|field| !UNINDEXED.contains(&field.name))
        {
            let inner = field.shape.struct_type().map(|of| of.fields).unwrap_or_default();
            let dotted = inner.iter().filter(|inner| !UNINDEXED.contains(&inner.name));
            all.extend(dotted.map(|inner| format!("{}.{}", field.name, inner.name)));
        }
    }
    let resolved = all.iter().filter_map(|name| resolve(name));
    resolved.filter(|field| field.is_indexed() && field.index_name() == field.name).collect()
}

/// The texts of a record that a search reads, each with its weight.
pub(crate) fn texts<'r>(record: &'r Struct<'_>) -> Vec<(Weight, Cow<'r, str>)> {
    let mut all = Vec::new();
    if let Some(id) = record.leaf("id") {
        // A word that is only a part of an id says less than the whole of one.
        let weight = if id.contains('-') { Weight::Summary } else { Weight::Id };
        all.push((weight, Cow::Borrowed(id)));
    }
    collect_texts(record, None, &mut all);
    if record.of.name == "source" {
        // Sources are about what the record holds: the things themselves come first.
        all.iter_mut().for_each(|(weight, _)| *weight = (*weight).min(Weight::Summary));
    }
    all
}

fn collect_texts<'r>(
    owner: &'r Struct<'_>,
    within: Option<&str>,
    to: &mut Vec<(Weight, Cow<'r, str>)>,
) {
    for (field, node) in owner.iter() {
        if matches!(
            field.name,
            "id" | "cite" | "absent" | "reviewed" | "query" | "url" | "archived" | "field" | "note"
        ) {
            continue;
        }
        let weight = match (within, field.name) {
            (None, "name" | "title" | "text") => Weight::Name,
            (Some("alias"), "text") | (None, "notation") => Weight::Alias,
            (None, "summary") => Weight::Summary,
            _ => Weight::Other,
        };
        // A row that names its own source was printed in a text, and a misprint is searched for; the other rows of a
        // table are found by their series.
        let own_row = owner.of.name == "observation"
            && field.name == "value"
            && (owner.get("cite").is_some() || owner.get("rank").is_some());
        let searched = matches!(field.shape.class(), Class::Text | Class::Any)
            || own_row
            || field.name == "iso3";
        // People know a meeting by its number: `26th`, `26차`.
        let numbered = owner.of.name == "ordinal" && field.name == "number";
        for item in node.items() {
            match item {
                Node::Leaf(number) if numbered => {
                    let ordinals = number.parse().map(ordinals).into_iter().flatten();
                    to.extend(ordinals.map(|text| (Weight::Name, Cow::Owned(text))));
                }
                Node::Leaf(text) if searched => to.push((weight, Cow::Borrowed(text.as_ref()))),
                Node::Map(pairs) if searched => {
                    to.extend(pairs.iter().map(|(_, text)| (weight, Cow::Borrowed(text.as_ref()))));
                }
                Node::Struct(part) => collect_texts(part, Some(field.name), to),
                _ => {}
            }
        }
    }
}
