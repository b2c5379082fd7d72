//! The classes of records and parts, made from the one description when they are first asked for.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use partnership_core::answer::Row;
use partnership_core::describe::{Class, Field, Shape, StructType, WordType};
use partnership_core::model::Kind;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple, PyType};

use crate::item::{FieldOf, Item};
use crate::record::Record;
use crate::rows::Told;
use crate::words;

static MADE: Mutex<Option<HashMap<&'static str, Py<PyType>>>> = Mutex::new(None);

/// `party-form` becomes `PartyForm`.
pub(crate) fn camel(name: &str) -> String {
    let capital = |part: &str| {
        let mut letters = part.chars();
        letters
            .next()
            .map(|first| first.to_ascii_uppercase().to_string() + letters.as_str())
            .unwrap_or_default()
    };
    name.split('-').map(capital).collect()
}

/// The class of a record or part.
pub(crate) fn class<'py>(py: Python<'py>, of: &'static StructType) -> PyResult<Bound<'py, PyType>> {
    let lock = || MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = lock().get_or_insert_default().get(of.name) {
        return Ok(known.bind(py).clone());
    }
    let made = make(py, of)?;
    let mut all = lock();
    let kept = all.get_or_insert_default().entry(of.name).or_insert_with(|| made.unbind());
    Ok(kept.bind(py).clone())
}

fn make<'py>(py: Python<'py>, of: &'static StructType) -> PyResult<Bound<'py, PyType>> {
    let body = PyDict::new(py);
    body.set_item("__slots__", ())?;
    body.set_item("__module__", "partnership")?;
    body.set_item("__doc__", of.doc)?;
    body.set_item("__match_args__", PyTuple::new(py, of.fields.iter().map(|field| field.name))?)?;
    for (index, field) in of.fields.iter().enumerate() {
        body.set_item(field.name, Bound::new(py, FieldOf { field, index })?)?;
    }
    let base = match base(of) {
        "Record" => py.get_type::<Record>(),
        "Row" => py.get_type::<Told>(),
        _ => py.get_type::<Item>(),
    };
    let made = py.get_type::<PyType>().call1((camel(of.name), (base,), body))?;
    Ok(made.cast_into()?)
}

/// The described types of rows that are no records.
fn rows() -> impl Iterator<Item = (&'static Shape, &'static StructType)> {
    Row::SHAPES.iter().filter_map(|shape| Some((*shape, shape.struct_type()?)))
}

/// The class that all like it share: records, rows that are no records, parts.
fn base(of: &StructType) -> &'static str {
    let is_row = rows().any(|(_, row)| row.name == of.name);
    match is_kind(of) {
        true => "Record",
        false if is_row => "Row",
        false => "Part",
    }
}

pub(crate) fn is_kind(of: &StructType) -> bool {
    Kind::ALL.iter().any(|kind| kind.described().name == of.name)
}

/// Everything that the description names, by the name of its class.
#[derive(Default)]
struct Known {
    structs: BTreeMap<String, &'static StructType>,
    words: BTreeMap<String, &'static WordType>,
    parts: BTreeMap<&'static str, &'static Shape>,
    /// Those that answers tell and no record holds.
    told: BTreeSet<&'static str>,
}

impl Known {
    fn all() -> Self {
        let mut known = Self::default();
        known.walk(Kind::ALL.iter().map(|kind| kind.described()).collect());
        let held: BTreeSet<_> = known.structs.values().map(|of| of.name).collect();
        known.walk(rows().map(|(_, of)| of).collect());
        known.parts.extend(rows().map(|(shape, of)| (of.name, shape)));
        let all = known.structs.values().map(|of| of.name);
        known.told = all.filter(|name| !held.contains(name)).collect();
        known.words.extend(words::beside_the_model().map(|words| (camel(words.name), words)));
        known
    }

    fn walk(&mut self, mut waiting: Vec<&'static StructType>) {
        while let Some(of) = waiting.pop() {
            if self.structs.insert(camel(of.name), of).is_some() {
                continue;
            }
            for field in of.fields {
                match field.shape.single() {
                    Shape::Struct(inner) => {
                        self.parts.insert(inner.name, field.shape.single());
                        waiting.push(inner);
                    }
                    Shape::Words(words) => drop(self.words.insert(camel(words.name), words)),
                    _ => {}
                }
            }
        }
    }
}

/// The shape of a part by its name in data.
pub(crate) fn part_shape(name: &str) -> Option<&'static Shape> {
    Known::all().parts.get(name).copied()
}

/// The class of a record, a part or a closed list of words by its name; `None` for any other name.
#[pyfunction]
#[pyo3(name = "_class_of")]
pub(crate) fn class_of<'py>(py: Python<'py>, name: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
    let known = Known::all();
    if let Some(of) = known.structs.get(name) {
        return class(py, of).map(|class| Some(class.into_any()));
    }
    let Some(of) = known.words.get(name) else { return Ok(None) };
    let first = words::members(py, of)?.values().get_item(0)?;
    Ok(Some(first.get_type().into_any()))
}

/// The kinds, each with its plural and what it is.
#[pyfunction]
#[pyo3(name = "_plurals")]
pub(crate) fn plurals() -> Vec<(&'static str, &'static str, &'static str)> {
    Kind::ALL.iter().map(|kind| (kind.as_str(), kind.plural(), kind.described().doc)).collect()
}

/// The description, for the tools that write stubs and reference: kinds with their plurals, then classes and words.
#[pyfunction]
#[pyo3(name = "_description")]
pub(crate) fn description(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let known = Known::all();
    let all = PyDict::new(py);
    let kinds = Kind::ALL
        .iter()
        .map(|kind| (camel(kind.described().name), kind.plural(), kind.described().doc));
    all.set_item("kinds", kinds.collect::<Vec<_>>())?;
    let fields = |of: &'static StructType| {
        // A view may empty any field of a record; what an answer tells of its own is there.
        let is_sure = |field: &Field| field.required && known.told.contains(of.name);
        let told = |field: &'static Field| {
            (field.name, annotation(field, is_sure(field)), field.doc, note(field))
        };
        of.fields.iter().map(told).collect::<Vec<_>>()
    };
    let classes = known.structs.iter().map(|(name, of)| (name, of.doc, base(of), fields(of)));
    all.set_item("classes", classes.collect::<Vec<_>>())?;
    let list = |of: &'static WordType| {
        of.words.iter().map(|word| (word.name, word.doc)).collect::<Vec<_>>()
    };
    let words = known.words.iter().map(|(name, of)| (name, of.doc, list(of)));
    all.set_item("words", words.collect::<Vec<_>>())?;
    Ok(all)
}

/// The type of a field's values, as stubs write it.
fn annotation(field: &'static Field, is_sure: bool) -> String {
    if field.name == "id" {
        return "str".to_owned();
    }
    let single = match field.shape.class() {
        Class::Code if field.shape.what() == "a truth" => "Truth".to_owned(),
        Class::Id | Class::Code => "str".to_owned(),
        Class::Text if matches!(field.shape.single(), Shape::Text) => "Text".to_owned(),
        Class::Text => "str".to_owned(),
        Class::Word => match field.shape.single() {
            Shape::Words(of) => camel(of.name),
            _ => "str".to_owned(),
        },
        Class::Point | Class::Span => "datetime.date | Edtf".to_owned(),
        Class::Quantity => "Quantity".to_owned(),
        Class::Money => "Money".to_owned(),
        Class::Count => "int".to_owned(),
        Class::Flag => "bool".to_owned(),
        Class::Ref([]) => "Record".to_owned(),
        Class::Ref(kinds) => {
            kinds.iter().map(|kind| camel(kind.described().name)).collect::<Vec<_>>().join(" | ")
        }
        Class::Concept(_) => "Notation".to_owned(),
        Class::Any => "typing.Any".to_owned(),
        Class::Struct => camel(field.shape.what()),
    };
    match field.shape {
        Shape::List(_) => format!("tuple[{single}, ...]"),
        _ if is_sure || matches!(field.shape.class(), Class::Any) => single,
        _ => format!("{single} | None"),
    }
}

/// What a value looks like, where the type alone does not say.
fn note(field: &'static Field) -> Option<String> {
    match field.shape.single() {
        Shape::Leaf(of) if !matches!(of.class, Class::Text | Class::Flag) && field.name != "id" => {
            Some(format!("{}, such as `{}`", of.what, of.example))
        }
        _ => None,
    }
}
