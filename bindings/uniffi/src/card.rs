//! The generic card: a record of any kind with every field that it holds, as JSON has it.

use std::collections::BTreeMap;

use partnership_core::answer::{self, RecordRow, citations};
use partnership_core::describe::{Class, Field as Described, Node, Shape, Struct};
use partnership_core::model;
use partnership_core::view::Verdict;

use crate::shown::{Shown, leaf, leaves, number, word};
use crate::{
    Absence, Amount, Answer, Citation, Edtf, EventState, Kind, LocalText, Named, Rank, Term, Truth,
    Why,
};

/// A whole record of any kind.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Card {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
    /// Its name, title or sentence, in the language of the view.
    pub name: String,
    /// When it is or was.
    pub date: Vec<Edtf>,
    /// How surely it belongs to the answer.
    pub truth: Truth,
    /// Why not more.
    pub why: Vec<Why>,
    /// How a meeting stands on the day of the view.
    pub state: Option<EventState>,
    /// What it holds.
    pub part: Part,
    /// The parts and values that are only maybe so in the view.
    pub maybe: Vec<Doubt>,
    /// What it announces, what of that is held, and what is missing.
    pub coverage: Vec<Coverage>,
    /// The records that refer to it.
    pub linked_from: Vec<Named>,
    /// The fields that are neither filled nor declared absent.
    pub not_collected: Vec<String>,
}

/// A record or a part of one.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Part {
    /// What it is: `project`, `step`.
    pub of: String,
    /// The fields that are filled, in the order of the description.
    pub field: Vec<Field>,
    /// Its own citations, of whichever field.
    pub cite: Vec<Citation>,
    /// Other values that sources give, of whichever field.
    pub alternative: Vec<Alternative>,
    /// What is known of fields that hold no value.
    pub absent: Vec<Absent>,
}

/// A field that is filled.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Field {
    /// Its name in data, queries and JSON.
    pub name: String,
    /// The same, to be read.
    pub label: String,
    /// What it means.
    pub doc: String,
    /// Whether it may hold several values.
    pub list: bool,
    /// What it holds.
    pub value: Vec<Value>,
    /// What supports it.
    pub cite: Vec<Citation>,
    /// Other values that sources give.
    pub alternative: Vec<Alternative>,
}

/// A value of a field.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
pub enum Value {
    /// A text, code or address.
    Plain {
        /// As written.
        text: String,
    },
    /// A word of a closed list.
    Word {
        /// The word, the same in every language.
        word: String,
        /// Its label in English and Korean.
        label: LocalText,
    },
    /// A text in one or more languages.
    Texts {
        /// In each of them.
        text: LocalText,
    },
    /// A whole number.
    Number {
        /// The number.
        number: i64,
    },
    /// Yes or no.
    Flag {
        /// Whether it is so.
        flag: bool,
    },
    /// A date or a span of time.
    Date {
        /// The date.
        date: Edtf,
    },
    /// A sum of money or a quantity.
    Quantity {
        /// The amount.
        amount: Amount,
    },
    /// Another record.
    Link {
        /// The record.
        to: Named,
    },
    /// A pillar, theme or measure.
    Concept {
        /// The concept.
        term: Term,
    },
    /// A value with fields of its own.
    Nested {
        /// What it holds.
        part: Part,
    },
}

/// Another value that sources give for a field.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Alternative {
    /// The field.
    pub field: String,
    /// Whether the field may hold several values.
    pub list: bool,
    /// The other value.
    pub value: Vec<Value>,
    /// Whether it may be right too, or is known to be wrong.
    pub rank: Option<Rank>,
    /// Why it is not preferred.
    pub reason: String,
    /// The sources that demote it.
    pub against: Vec<String>,
    /// Where it comes from.
    pub cite: Vec<Citation>,
}

/// What is known of a field that holds no value.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Absent {
    /// The field.
    pub field: String,
    /// Which kind of absence it is.
    pub state: Option<Absence>,
    /// Where it was looked for.
    pub searched: Option<String>,
    /// On which day.
    pub on: Option<String>,
    /// Which source would settle it, and where it is to be had.
    pub settle: Option<String>,
    /// What a reader should know.
    pub note: Option<String>,
    /// Where it is said that there is none.
    pub cite: Vec<Citation>,
}

/// A value or part that is only maybe so.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Doubt {
    /// From the record to it: `membership[0].span`.
    pub path: String,
    /// Why it is not sure.
    pub why: Vec<Why>,
}

/// An announced number beside what the record holds.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Coverage {
    /// The record that announces it.
    pub id: String,
    /// What is counted.
    pub what: String,
    /// The number as printed.
    pub announced: String,
    /// How many the record surely holds.
    pub held: i32,
    /// How many more it may hold.
    pub maybe: i32,
    /// How many are missing; none where the printed number is no whole one.
    pub missing: Option<i32>,
    /// The query whose rows are held.
    pub query: String,
    /// Where the number comes from.
    pub cite: Vec<Citation>,
}

/// Whole records.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Cards {
    /// In the order asked for.
    pub rows: Vec<Card>,
    /// What was asked, and the sources.
    pub answer: Answer,
}

impl Card {
    pub(crate) fn of(shown: &Shown<'_>, row: &RecordRow) -> Self {
        Self {
            id: row.id().to_owned(),
            kind: row.kind().into(),
            name: row.label(&shown.lang).to_owned(),
            date: row.when().into_iter().map(Edtf::of).collect(),
            truth: row.verdict.truth.into(),
            why: row.verdict.reasons().map(Why::from).collect(),
            state: row.state.map(EventState::from),
            part: Part::of(shown, &row.record),
            maybe: Doubt::all(row),
            coverage: row.coverage.iter().map(|of| Coverage::of(shown, of)).collect(),
            linked_from: row.linked_from.iter().map(|id| shown.named(id)).collect(),
            not_collected: row.not_collected.iter().map(|name| (*name).to_owned()).collect(),
        }
    }
}

impl Doubt {
    /// By path, each once, as JSON has them.
    pub(crate) fn all(row: &RecordRow) -> Vec<Self> {
        let paths: BTreeMap<_, _> = row.maybe.iter().map(|(path, held)| (path, held)).collect();
        let doubt = |(path, held): (&String, &Verdict)| Self {
            path: path.clone(),
            why: held.reasons().map(Why::from).collect(),
        };
        paths.into_iter().map(doubt).collect()
    }
}

impl Part {
    pub(crate) fn of(shown: &Shown<'_>, owner: &Struct<'_>) -> Self {
        let beside = |field: &Described| matches!(field.name, "cite" | "alternative" | "absent");
        let alternative = Alternative::all(shown, owner);
        let fields = owner.iter().filter(|(field, _)| !beside(field));
        Self {
            of: owner.of.name.to_owned(),
            field: fields
                .map(|(field, node)| {
                    let mine = alternative.iter().filter(|other| other.field == field.name);
                    Field {
                        name: field.name.to_owned(),
                        label: field.name.replace('_', " "),
                        doc: field.doc.to_owned(),
                        list: matches!(node, Node::List(_)),
                        value: node
                            .items()
                            .map(|item| Value::of(shown, field.name, field.shape, item))
                            .collect(),
                        cite: citations(owner, field.name)
                            .into_iter()
                            .map(|cite| Citation::of(shown, cite))
                            .collect(),
                        alternative: mine.cloned().collect(),
                    }
                })
                .collect(),
            cite: shown.cites(owner),
            alternative,
            absent: shown.parts(owner, "absent", Absent::of),
        }
    }
}

impl Value {
    fn of(shown: &Shown<'_>, name: &str, shape: &'static Shape, node: &Node<'_>) -> Self {
        let text = match node {
            Node::Struct(part) => return Value::Nested { part: Part::of(shown, part) },
            Node::Map(_) | Node::List(_) => return Value::Texts { text: shown.texts(node) },
            Node::Leaf(text) => text.as_ref(),
        };
        match (shape.class(), shape.single()) {
            _ if name == "id" => Value::Plain { text: text.to_owned() },
            (Class::Word, Shape::Words(of)) => match of.find(text) {
                Some(word) => Value::Word {
                    word: word.name.to_owned(),
                    label: LocalText::label(&shown.lang, |tag| of.label(word.name, tag).into()),
                },
                None => Value::Plain { text: text.to_owned() },
            },
            (Class::Point | Class::Span, _) => Value::Date { date: Edtf::of(text) },
            (Class::Quantity | Class::Money, _) => {
                Value::Quantity { amount: Amount::of(text, 0, "") }
            }
            (Class::Count, _) => Value::Number { number: text.parse().unwrap_or_default() },
            (Class::Flag, _) => Value::Flag { flag: text == "true" },
            (Class::Ref(_), _) => Value::Link { to: shown.named(text) },
            (Class::Concept(serves), _) => Value::Concept { term: shown.term(serves, text) },
            _ => Value::Plain { text: text.to_owned() },
        }
    }
}

impl Alternative {
    /// Those of a record or part.
    pub(crate) fn all(shown: &Shown<'_>, owner: &Struct<'_>) -> Vec<Self> {
        owner.parts("alternative").map(|other| Self::of(shown, owner, other)).collect()
    }

    fn of(shown: &Shown<'_>, owner: &Struct<'_>, other: &Struct<'_>) -> Self {
        let field = leaf(other, "field").unwrap_or_default();
        // The value has the form of the field that it is about.
        let shape = owner.of.field(&field).map_or(&Shape::Any, |of| of.shape);
        let value = other.get("value");
        let values = value.into_iter().flat_map(Node::items);
        Self {
            list: matches!(value, Some(Node::List(_))),
            value: values.map(|item| Value::of(shown, &field, shape, item)).collect(),
            field,
            rank: word::<model::Rank, _>(other, "rank"),
            reason: leaf(other, "reason").unwrap_or_default(),
            against: leaves(other, "against"),
            cite: shown.cites(other),
        }
    }
}

impl Absent {
    pub(crate) fn of(shown: &Shown<'_>, absent: &Struct<'_>) -> Self {
        Self {
            field: leaf(absent, "field").unwrap_or_default(),
            state: word::<model::Absence, _>(absent, "state"),
            searched: leaf(absent, "searched"),
            on: leaf(absent, "on"),
            settle: leaf(absent, "settle"),
            note: leaf(absent, "note"),
            cite: shown.cites(absent),
        }
    }
}

impl Coverage {
    fn of(shown: &Shown<'_>, of: &answer::Coverage) -> Self {
        Self {
            id: of.id.clone(),
            what: of.what.clone(),
            announced: of.announced.to_string(),
            held: number(of.held),
            maybe: number(of.maybe),
            missing: of.missing.map(number),
            query: of.query.clone(),
            cite: of.cite.iter().map(|cite| Citation::of(shown, cite)).collect(),
        }
    }
}
