//! What changed between two datasets, by record and field.

use std::collections::{HashMap, VecDeque};

use partnership_derive::Described;

use super::told::kept;
use super::words::say;
use super::{Answer, Empty, EmptyReason, Row};
use crate::dataset::Manifest;
use crate::describe::{Class, Field, Node, Shape, Shaped, Struct};
use crate::model::{Kind, Rank, RecordId, label};
use crate::sorted::{SortedMap, SortedSet};
use crate::view::{View, supporting};

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum ChangeForm {
    /// The older dataset does not hold it.
    #[described(ko = "추가")]
    Added,
    /// Both hold it, and some field differs.
    #[described(ko = "변경")]
    Changed,
    /// The newer dataset has it under another id.
    #[described(ko = "통합")]
    Redirected,
    /// The newer dataset does not hold it.
    #[described(ko = "삭제")]
    Removed,
}

/// What became of a field or part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum FieldChangeForm {
    /// It was empty.
    #[described(ko = "추가")]
    Added,
    /// It is empty now.
    #[described(ko = "삭제")]
    Removed,
    /// Another value stands.
    #[described(ko = "값 변경")]
    Value,
    /// Another value stands, and the old one is kept as wrong, with the reason.
    #[described(ko = "정정")]
    Corrected,
    /// The same value has another standing.
    #[described(ko = "순위 변경")]
    Rank,
    /// It rests on other citations.
    #[described(ko = "출처 변경")]
    Citation,
}

/// A record that differs.
#[derive(Clone, Debug, Described)]
pub struct Change {
    /// What became of it.
    #[described(required)]
    pub change: ChangeForm,
    /// Its kind.
    #[described(required)]
    pub kind: Kind,
    /// Its id.
    #[described(required)]
    pub id: String,
    /// Its name, in the language of the view.
    #[described(required)]
    pub label: String,
    /// The id that it has now, where it was redirected.
    pub to: Option<RecordId>,
    /// The fields that differ, in the order of the description; of a record that is new or gone, none.
    pub field: Vec<FieldChange>,
    /// What supports a record that is new.
    pub cite: Vec<Struct<'static>>,
}

/// A field or part that differs.
#[derive(Clone, Debug, Described)]
pub struct FieldChange {
    /// Where: `date`, `name.ko`, `step[2].date`. Places are those of the newer dataset; of what is gone, of the older.
    #[described(required)]
    pub path: String,
    /// What became of it.
    #[described(required)]
    pub change: FieldChangeForm,
    /// The value before.
    pub old: Option<Node<'static>>,
    /// The value now.
    pub new: Option<Node<'static>>,
    /// Why the old value is wrong, where it was corrected, or why a value changed its standing.
    pub reason: Option<String>,
    /// What supports the value now.
    pub cite: Vec<Struct<'static>>,
}

impl View<'_> {
    /// What changed since an older dataset: records in the documented order, those that are gone last; fields in the order
    /// of the description. Each dataset is taken as its view shows it, so two views of one dataset compare two days.
    ///
    /// Parts are paired by what they are about (their references, words and days), not by their place in a list.
    pub fn changes_since(&self, old: &View<'_>) -> Answer {
        let lang = self.language().to_string();
        let mut rows = Vec::new();
        for (number, record) in self.records() {
            let id = self.dataset().id(number);
            let before = old.dataset().find(id).filter(|number| old.dataset().id(*number) == id);
            let change = match before.and_then(|number| old.visible(number)) {
                None => Change {
                    cite: kept(record.parts("cite")),
                    ..Change::new(
                        id,
                        &record,
                        ChangeForm::Added,
                        self.dataset().kind(number),
                        &lang,
                    )
                },
                Some(before) => {
                    let mut field = Vec::new();
                    between(&before, &record, "", &mut field);
                    if field.is_empty() {
                        continue;
                    }
                    let kind = self.dataset().kind(number);
                    Change { field, ..Change::new(id, &record, ChangeForm::Changed, kind, &lang) }
                }
            };
            rows.push(Row::Change(change));
        }
        for (number, record) in old.records() {
            let id = old.dataset().id(number);
            let now = self.dataset().find(id);
            let form = match now {
                Some(now) if self.dataset().id(now) != id => ChangeForm::Redirected,
                Some(now) if self.visible(now).is_some() => continue,
                _ => ChangeForm::Removed,
            };
            let to = now.filter(|_| form == ChangeForm::Redirected);
            let to = to.and_then(|now| self.dataset().id(now).parse().ok());
            let kind = old.dataset().kind(number);
            rows.push(Row::Change(Change { to, ..Change::new(id, &record, form, kind, &lang) }));
        }
        let of = |view: &View<'_>| {
            let manifest = view.dataset().manifest();
            format!("{} {}", manifest.slug(), manifest.release())
        };
        let text = format!("{} → {}", of(old), of(self));
        let same = rows.is_empty();
        let answer = Answer::new(self, "diff", &text, rows);
        let about = differing(old.dataset().manifest(), self.dataset().manifest());
        let answer = match about.is_empty() {
            true => answer,
            false => answer.note(format!(
                "{}: {}",
                say(&lang, "the dataset itself differs", "데이터셋 자체의 차이"),
                about.join("; ")
            )),
        };
        match (same, about.is_empty()) {
            (true, true) => answer.because(super::envelope::unchanged(&lang)),
            (true, false) => {
                let text = say(
                    &lang,
                    "every record and field is the same; the dataset itself differs",
                    "모든 기록과 항목이 같으며, 데이터셋 자체만 다름",
                );
                let text = text.to_owned();
                answer.because(Empty { reason: EmptyReason::Unchanged, text, term: None })
            }
            _ => answer,
        }
    }
}

/// The fields in which two manifests differ, with their values where these are short.
fn differing(old: &Manifest, new: &Manifest) -> Vec<String> {
    let (old, new) = (old.write(), new.write());
    let (Some(old), Some(new)) =
        (old.as_ref().and_then(Node::as_struct), new.as_ref().and_then(Node::as_struct))
    else {
        return Vec::new();
    };
    let differ = new.of.fields.iter().filter(|field| old.get(field.name) != new.get(field.name));
    let told = differ.map(|field| match (old.leaf(field.name), new.leaf(field.name)) {
        (Some(old), Some(new)) => format!("{} {old} → {new}", field.name),
        _ => field.name.to_owned(),
    });
    told.collect()
}

impl Change {
    /// The citations of all fields that differ.
    pub(super) fn every_cite(&self) -> impl Iterator<Item = &Struct<'static>> {
        self.cite.iter().chain(self.field.iter().flat_map(|change| &change.cite))
    }

    fn new(id: &str, record: &Struct<'_>, change: ChangeForm, kind: Kind, lang: &str) -> Self {
        let label = label(record, lang).unwrap_or(id).to_owned();
        let (id, to) = (id.to_owned(), None);
        Self { change, kind, id, label, to, field: Vec::new(), cite: Vec::new() }
    }
}

/// What differs between two values with fields. Values of the model are not nested deeply.
fn between(old: &Struct<'_>, new: &Struct<'_>, path: &str, to: &mut Vec<FieldChange>) {
    for field in new.of.fields {
        let (was, is) = (old.get(field.name), new.get(field.name));
        if was == is {
            continue;
        }
        let at = format!("{path}{}", field.name);
        match (field.name, field.shape) {
            ("cite", _) => to.push(FieldChange {
                change: FieldChangeForm::Citation,
                cite: kept(new.parts("cite")),
                ..FieldChange::new(at, new, field, was, is)
            }),
            // Told with the rank that it explains.
            ("reason", _) if old.leaf("rank") != new.leaf("rank") => {}
            ("alternative", _) => alternatives(&at, field, old, new, to),
            (_, Shape::List(item)) => {
                let (was, is) = (old.list(field.name), new.list(field.name));
                for pair in pairs(was, is, matches!(item, Shape::Struct(_))) {
                    item_changes(&at, (new, field), (was, is), pair, to);
                }
            }
            (_, Shape::Text) => texts(&at, (new, field), (was, is), to),
            _ => match (was, is) {
                (Some(Node::Struct(was)), Some(Node::Struct(is))) => {
                    between(was, is, &format!("{at}."), to);
                }
                _ => to.push(FieldChange::new(at, new, field, was, is)),
            },
        }
    }
}

/// What differs in one place of a list.
fn item_changes(
    at: &str,
    (owner, field): (&Struct<'_>, &'static Field),
    (was, is): (&[Node<'_>], &[Node<'_>]),
    pair: (Option<usize>, Option<usize>),
    to: &mut Vec<FieldChange>,
) {
    let place = pair.1.or(pair.0).unwrap_or_default();
    let path = format!("{at}[{place}]");
    let (was, is) = (pair.0.map(|old| &was[old]), pair.1.map(|new| &is[new]));
    match (was, is) {
        (Some(Node::Struct(was)), Some(Node::Struct(is))) => {
            between(was, is, &format!("{path}."), to)
        }
        _ => to.push(FieldChange::new(path, owner, field, was, is)),
    }
}

/// What differs in a text, by language.
fn texts(
    at: &str,
    (owner, field): (&Struct<'_>, &'static Field),
    (was, is): (Option<&Node<'_>>, Option<&Node<'_>>),
    to: &mut Vec<FieldChange>,
) {
    let pairs = |node: Option<&Node<'_>>| {
        let pairs = node.and_then(Node::as_map).unwrap_or_default().iter();
        pairs.map(|(tag, text)| (tag.to_string(), text.to_string())).collect::<SortedMap<_, _>>()
    };
    let (was, is) = (pairs(was), pairs(is));
    let tags: SortedSet<&String> = was.keys().chain(is.keys()).collect();
    for tag in tags.into_iter().filter(|tag| was.get(*tag) != is.get(*tag)) {
        let leaf = |text: Option<&String>| text.map(|text| Node::Leaf(text.clone().into()));
        let (was, is) = (leaf(was.get(tag)), leaf(is.get(tag)));
        to.push(FieldChange::new(format!("{at}.{tag}"), owner, field, was.as_ref(), is.as_ref()));
    }
}

/// What differs among the other values of fields: those that are new or gone, and those of another standing. One that
/// holds the value from before is told where the field itself is.
fn alternatives(
    at: &str,
    of: &'static Field,
    old: &Struct<'_>,
    new: &Struct<'_>,
    to: &mut Vec<FieldChange>,
) {
    let (was, is) = (old.list("alternative"), new.list("alternative"));
    let told = |other: &Node<'_>| {
        let other = other.as_struct();
        let field = other.and_then(|other| other.leaf("field"));
        let before =
            field.and_then(|field| old.get(field).filter(|was| new.get(field) != Some(was)));
        before.is_some() && before == other.and_then(|other| other.get("value"))
    };
    for pair in pairs(was, is, true) {
        if pair.0.is_some() || !pair.1.is_some_and(|new| told(&is[new])) {
            item_changes(at, (new, of), (was, is), pair, to);
        }
    }
}

/// Which values of two lists are the same thing: alike, else of the same key, from the finest key to the coarsest, else
/// the only ones left. In the order of the newer list; what is gone comes last. Pairs of values that are alike are left out.
fn pairs(was: &[Node<'_>], is: &[Node<'_>], parts: bool) -> Vec<(Option<usize>, Option<usize>)> {
    let mut partner: Vec<Option<usize>> = vec![None; is.len()];
    let mut free: SortedSet<usize> = (0..was.len()).collect();
    let mut alike = SortedSet::default();
    let keys: &[fn(&Node<'_>) -> Option<String>] = &[
        |node| Some(format!("{node:?}")),
        |node| key(node, |field| !matches!(field.name, "rank" | "reason" | "note")),
        |node| key(node, |field| is_about(field) || is_time(field)),
        |node| key(node, is_about),
    ];
    for (level, key) in keys.iter().enumerate().take(if parts { keys.len() } else { 1 }) {
        let mut by_key: HashMap<String, VecDeque<usize>> = HashMap::new();
        for at in &free {
            if let Some(key) = key(&was[*at]) {
                by_key.entry(key).or_default().push_back(*at);
            }
        }
        for (at, node) in
            is.iter().enumerate().filter(|(at, _)| partner[*at].is_none()).collect::<Vec<_>>()
        {
            let found = key(node).and_then(|key| by_key.get_mut(&key)?.pop_front());
            if let Some(old) = found {
                partner[at] = Some(old);
                free.take(&old);
                if level == 0 {
                    alike.insert(at);
                }
            }
        }
    }
    let open: Vec<usize> = (0..is.len()).filter(|at| partner[*at].is_none()).collect();
    if let (true, [new], Some(old), 1) = (parts, open.as_slice(), free.first().copied(), free.len())
    {
        partner[*new] = Some(old);
        free.take(&old);
    }
    let kept = partner.into_iter().enumerate().filter(|(at, _)| !alike.contains(at));
    let kept = kept.map(|(at, old)| (old, Some(at)));
    kept.chain(free.into_iter().map(|old| (Some(old), None))).collect()
}

/// The leaves of a part that are meant, as one text; none where it has none.
fn key(node: &Node<'_>, meant: impl Fn(&Field) -> bool) -> Option<String> {
    let part = node.as_struct()?;
    let fields = part.iter().filter(|(field, _)| field.name != "cite" && meant(field));
    let key: String = fields.map(|(field, node)| format!("{}={node:?};", field.name)).collect();
    (!key.is_empty()).then_some(key)
}

/// Whether a field says what a part is about.
fn is_about(field: &Field) -> bool {
    let about = matches!(
        field.shape.class(),
        Class::Word | Class::Ref(_) | Class::Concept(_) | Class::Code
    );
    about && field.name != "rank"
}

fn is_time(field: &Field) -> bool {
    matches!(field.shape.class(), Class::Point | Class::Span)
}

impl FieldChange {
    fn new(
        path: String,
        owner: &Struct<'_>,
        of: &'static Field,
        was: Option<&Node<'_>>,
        is: Option<&Node<'_>>,
    ) -> Self {
        let wrong = was.and_then(|was| corrected(owner, of.name, was));
        let (change, reason) = match (was, is) {
            (None, _) => (FieldChangeForm::Added, None),
            (_, None) => (FieldChangeForm::Removed, None),
            _ if of.name == "rank" => {
                (FieldChangeForm::Rank, owner.leaf("reason").map(str::to_owned))
            }
            _ if wrong.is_some() => (FieldChangeForm::Corrected, wrong),
            _ => (FieldChangeForm::Value, None),
        };
        let own = |node: &Node<'_>| node.clone().into_owned();
        let part = is.and_then(Node::as_struct).filter(|part| part.parts("cite").next().is_some());
        let cite = match part {
            Some(part) => kept(part.parts("cite")),
            None if is.is_none() => Vec::new(),
            None => kept(supporting(owner, of.name)),
        };
        Self { path, change, old: was.map(own), new: is.map(own), reason, cite }
    }
}

/// Why a value of a field is wrong, if the record keeps it as such.
fn corrected(owner: &Struct<'_>, field: &str, value: &Node<'_>) -> Option<String> {
    let mut others = owner.parts("alternative");
    let other = others.find(|other| {
        other.leaf("field") == Some(field)
            && other.leaf("rank") == Some(Rank::Deprecated.as_str())
            && other.get("value") == Some(value)
    })?;
    other.leaf("reason").map(str::to_owned)
}
