//! The fields that a query can ask for: all that the description has, by their dotted names, and short ones.

use super::values::{follow, whole_values};
use crate::describe::{Class, Field, Shape, Struct, StructType, WordType};
use crate::model::{Basis, Kind, Tier};
use crate::value::Day;
use crate::view::{EventState, Lens, Verdict};

/// A field that a query can ask for.
#[derive(Clone, Debug)]
pub struct QueryField {
    /// What a query writes before the colon.
    pub name: String,
    /// What it means.
    pub doc: &'static str,
    /// How its values are compared.
    pub class: Class,
    /// The kinds of record that have it.
    pub kinds: Vec<Kind>,
    /// The words that it takes, where they are a closed list.
    pub words: Vec<&'static str>,
    /// The kinds of record that it refers to; empty means any, where it is a reference.
    pub targets: Vec<Kind>,
    pub(crate) how: How,
}

/// Where the values of a field come from.
#[derive(Clone, Debug)]
pub(crate) enum How {
    /// Paths through the description; a step may ask for a word in the part that it enters.
    Paths(Vec<Vec<Step>>),
    /// Something that is read off a record as a whole.
    Whole(Whole),
}

/// One step of a path.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub(super) field: &'static str,
    pub(super) only: Option<(&'static str, &'static str)>,
}

/// What is read off a record as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whole {
    Kind,
    Id,
    Date,
    Source,
    Basis,
    Tier,
    Links,
    Supports,
    Role,
    InForce,
    Signed,
    State,
    TakesPart,
}

const PARTY: Class = Class::Ref(&[Kind::Party]);
const PERSON: Class = Class::Ref(&[Kind::Person]);
const TAKES_PART: &[Kind] = &[Kind::Project, Kind::Fund, Kind::Event];

/// Fields that are read off a record as a whole.
const WHOLE: &[(&str, Class, Whole, &str)] = &[
    ("kind", Class::Word, Whole::Kind, "The kind of record."),
    ("id", Class::Ref(&[]), Whole::Id, "The record of that id."),
    (
        "date",
        Class::Span,
        Whole::Date,
        "The record's own day or span; of texts and projects without one, the days of their steps.",
    ),
    (
        "source",
        Class::Ref(&[Kind::Source]),
        Whole::Source,
        "A source that some citation of the record names.",
    ),
    ("basis", Class::Word, Whole::Basis, "How some citation of the record supports it."),
    (
        "tier",
        Class::Word,
        Whole::Tier,
        "Who speaks in the source, or in some source of the record.",
    ),
    ("links", Class::Ref(&[]), Whole::Links, "A record that some field refers to."),
    (
        "supports",
        Class::Ref(&[]),
        Whole::Supports,
        "A record that some citation of it supports by the source.",
    ),
    ("party", PARTY, Whole::Links, "A party that some field refers to."),
    ("person", PERSON, Whole::Links, "A person that some field refers to."),
    (
        "member",
        PARTY,
        Whole::Role,
        "The party that it is a member of; `party/role` for another role.",
    ),
    ("post", PARTY, Whole::Role, "A post, as `party/role`."),
    (
        "takes_part",
        Class::Ref(TAKES_PART),
        Whole::TakesPart,
        "A project, fund or meeting that names it among its participants; `id/role` for one role.",
    ),
    ("inforce", PARTY, Whole::InForce, "A party for which the text is in force."),
    ("signed", PARTY, Whole::Signed, "A party that signed or acceded to the text."),
    ("state", Class::Word, Whole::State, "How a meeting stands on the day of the view."),
];

/// Short names for paths through the description, in the order of the reference.
const SHORT: &[(&str, &str)] = &[
    ("funder", "participant[role=funding].organization"),
    ("implementer", "participant[role=implementing].organization"),
    ("host", "participant[role=host].organization"),
    ("payer", "contribution.payer"),
    ("amount", "contribution.amount transaction.amount"),
    ("rung", "contribution.rung transaction.rung"),
    ("budget", "budget.amount"),
    ("status", "status.status"),
    ("implements", "implements.to"),
    ("sure", "implements.sure"),
    ("step", "step.action"),
    ("ordinal", "ordinal.number"),
    ("country", "place.country seat.country"),
    ("target", "target.value"),
    ("lineage", "lineage.of"),
    ("period", "observation.period"),
    ("value", "value observation.value"),
    ("code", "code.iso2 code.iso3 code.num code.iati"),
    ("test", "test.kind"),
    ("measure", "measure test.figure.measure"),
    ("copy", "copy.site"),
];

/// What short names mean whose paths end in a field that says less.
const MEANING: &[(&str, &str)] = &[
    ("funder", "The party or fund that gives the money."),
    ("implementer", "The party or fund that does the work."),
    ("host", "The party that houses the meeting."),
];

/// What a path may not enter for the index: citations and rows of tables are left to the walk, and so are addresses, which
/// are long and each of one record.
pub(super) const UNINDEXED: &[&str] = &[
    "cite",
    "url",
    "archived",
    "alternative",
    "absent",
    "observation",
    "test",
    "reviewed",
    "figure",
    "among",
    "seen",
    "copy",
];

/// The field of that name, if a query can ask for it.
pub fn resolve(name: &str) -> Option<QueryField> {
    if let Some((name, class, whole, doc)) = WHOLE.iter().find(|(known, ..)| *known == name) {
        let kinds: Vec<Kind> = match whole {
            Whole::State => vec![Kind::Event],
            Whole::Supports => vec![Kind::Source],
            Whole::InForce | Whole::Signed => vec![Kind::Instrument],
            Whole::Role => vec![Kind::Party, Kind::Person],
            Whole::TakesPart => vec![Kind::Party, Kind::Person, Kind::Fund],
            _ => Kind::ALL.to_vec(),
        };
        let words = match whole {
            Whole::Kind => words_of(Kind::ALL, Kind::as_str),
            Whole::Basis => words_of(Basis::ALL, Basis::as_str),
            Whole::Tier => words_of(Tier::ALL, Tier::as_str),
            Whole::State => words_of(EventState::ALL, EventState::as_str),
            _ => Vec::new(),
        };
        return Some(QueryField {
            name: (*name).to_owned(),
            doc,
            class: *class,
            kinds,
            words,
            targets: targets_of(*class),
            how: How::Whole(*whole),
        });
    }
    let paths = match SHORT.iter().find(|(known, _)| *known == name) {
        Some((_, paths)) => paths,
        None => name,
    };
    let mut found = described(name, paths)?;
    if let Some((_, doc)) = MEANING.iter().find(|(known, _)| *known == name) {
        found.doc = doc;
    }
    Some(found)
}

fn words_of<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|word| name(*word)).collect()
}

/// The kinds that a reference may name.
fn targets_of(class: Class) -> Vec<Kind> {
    if let Class::Ref(kinds) = class { kinds.to_vec() } else { Vec::new() }
}

/// The field of some paths, over every kind that has one of them.
fn described(name: &str, paths: &str) -> Option<QueryField> {
    let mut found: Option<QueryField> = None;
    for kind in Kind::ALL {
        for path in paths.split(' ') {
            let Some((steps, field)) = walk(kind.described(), path) else { continue };
            let entry = found.get_or_insert_with(|| QueryField {
                name: name.to_owned(),
                doc: field.doc,
                class: field.shape.class(),
                kinds: Vec::new(),
                words: Vec::new(),
                targets: targets_of(field.shape.class()),
                how: How::Paths(Vec::new()),
            });
            // A name that is a reference in one kind and a text in another takes words, which ids are made of.
            if field.shape.class() == Class::Text {
                entry.class = Class::Text;
            }
            let fresh = targets_of(field.shape.class());
            let fresh = fresh.into_iter().filter(|kind| !entry.targets.contains(kind));
            entry.targets.extend(fresh.collect::<Vec<_>>());
            if !entry.kinds.contains(kind) {
                entry.kinds.push(*kind);
            }
            if let Shape::Words(WordType { words, .. }) = field.shape.single() {
                let fresh =
                    words.iter().map(|word| word.name).filter(|word| !entry.words.contains(word));
                entry.words.extend(fresh.collect::<Vec<_>>());
            }
            if let How::Paths(all) = &mut entry.how {
                let known =
                    |one: &Vec<Step>| one.iter().map(|s| s.field).eq(steps.iter().map(|s| s.field));
                if !all.iter().any(known) {
                    all.push(steps);
                }
            }
        }
    }
    found
}

/// The steps of a dotted path from a type, and the field at its end.
fn walk(of: &'static StructType, path: &str) -> Option<(Vec<Step>, &'static Field)> {
    let (mut at, mut steps, mut last) = (Some(of), Vec::new(), None);
    for part in path.split('.') {
        let (name, only) = match part.split_once('[') {
            Some((name, condition)) => (name, condition.strip_suffix(']')?.split_once('=')),
            None => (part, None),
        };
        let field = at?.field(name)?;
        let inner = field.shape.struct_type();
        // The words of a condition are those of the static table or of the description: both live as long.
        let only = only.and_then(|(key, word)| {
            let key = inner?.field(key)?;
            match key.shape.single() {
                Shape::Words(words) => words.find(word).map(|word| (key.name, word.name)),
                _ => None,
            }
        });
        steps.push(Step { field: field.name, only });
        (at, last) = (inner, Some(field));
    }
    last.map(|field| (steps, field))
}

/// The field of a part, by the name that stands inside `part:(…)`; `date` is whatever says when the part is.
pub(crate) fn resolve_in(of: &'static StructType, name: &str) -> Option<QueryField> {
    let path = match of.field(name) {
        None if name == "date" => of.time.fields().first()?,
        _ => name,
    };
    let (steps, field) = walk(of, path)?;
    let words = match field.shape.single() {
        Shape::Words(of) => of.words.iter().map(|word| word.name).collect(),
        _ => Vec::new(),
    };
    Some(QueryField {
        name: name.to_owned(),
        doc: field.doc,
        class: field.shape.class(),
        kinds: Vec::new(),
        words,
        targets: targets_of(field.shape.class()),
        how: How::Paths(vec![steps]),
    })
}

/// All names that a query can begin a filter with, save dotted ones: for suggestions and the reference.
pub fn names() -> Vec<&'static str> {
    let whole = WHOLE.iter().map(|(name, ..)| *name);
    let short = SHORT.iter().map(|(name, _)| *name);
    let mut all: Vec<_> = whole.chain(short).collect();
    for kind in Kind::ALL {
        for field in kind.described().fields {
            if !all.contains(&field.name)
                && !matches!(field.name, "cite" | "alternative" | "absent")
            {
                all.push(field.name);
            }
        }
    }
    all
}

impl QueryField {
    /// Whether the field is in the index under its name.
    pub(crate) fn is_indexed(&self) -> bool {
        match &self.how {
            How::Whole(
                Whole::Kind | Whole::Id | Whole::State | Whole::TakesPart | Whole::Supports,
            ) => false,
            How::Whole(_) => true,
            How::Paths(paths) => {
                let within =
                    |path: &Vec<Step>| !path.iter().any(|step| UNINDEXED.contains(&step.field));
                let short = SHORT.iter().any(|(name, _)| *name == self.name);
                let rows = |path: &Vec<Step>| path.iter().any(|step| step.field == "observation");
                let paths = paths.as_slice();
                !matches!(self.class, Class::Text | Class::Any | Class::Struct)
                    && if short {
                        !paths.iter().any(rows)
                    } else {
                        paths.iter().all(|path| path.len() <= 2 && within(path))
                    }
            }
        }
    }

    /// The name under which the index holds it: parties and persons are references like all others.
    pub(crate) fn index_name(&self) -> &str {
        match self.how {
            How::Whole(Whole::Links) => "links",
            How::Whole(Whole::Role) => "member",
            _ => &self.name,
        }
    }

    /// The last step of its paths: what `absent` names.
    pub(crate) fn leaf_name(&self) -> &str {
        match &self.how {
            How::Paths(paths) => {
                paths.first().and_then(|path| path.last()).map_or("", |step| step.field)
            }
            How::Whole(_) => &self.name,
        }
    }

    /// Gives each value that a record has for the field in a view, and how surely it has it.
    pub(crate) fn collect(
        &self,
        lens: &Lens<'_>,
        kind: Kind,
        record: &Struct<'_>,
        day: Day,
        to: &mut dyn FnMut(&str, Verdict),
    ) {
        // Inside a part there are no kinds.
        if !self.kinds.is_empty() && !self.kinds.contains(&kind) {
            return;
        }
        match &self.how {
            How::Paths(paths) => {
                paths.iter().for_each(|path| follow(lens, record, path, Verdict::YES, to))
            }
            How::Whole(whole) => whole_values(*whole, lens, kind, record, day, to),
        }
    }
}
