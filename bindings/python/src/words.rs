//! Closed lists of words as enums of Python, made from the description when they are first needed.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use partnership_core::answer::EmptyReason;
use partnership_core::describe::{Shape, Shaped, WordType};
use partnership_core::model::Kind;
use partnership_core::view::{EventState, Why};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::classes::camel;

/// Word to member, by the name of the list.
static MADE: Mutex<Option<HashMap<&'static str, Py<PyDict>>>> = Mutex::new(None);

/// The list of words of a type that the model does not hold as a field.
fn of<T: Shaped>() -> &'static WordType {
    match T::SHAPE {
        Shape::Words(words) => words,
        // Each `T` below is an enum of words.
        _ => unreachable!("an enum of words has the shape of words"),
    }
}

/// Lists that answers use and no field holds.
pub(crate) fn beside_the_model() -> [&'static WordType; 3] {
    [of::<Kind>(), of::<Why>(), of::<EventState>()]
}

/// The member of a word that the list has.
pub(crate) fn member<'py>(
    py: Python<'py>,
    of: &'static WordType,
    word: &str,
) -> PyResult<Bound<'py, PyAny>> {
    members(py, of)?.as_any().get_item(word)
}

/// Kind, reason for a maybe, state of a meeting: words that answers use.
pub(crate) fn kind(py: Python<'_>, kind: Kind) -> PyResult<Bound<'_, PyAny>> {
    member(py, of::<Kind>(), kind.as_str())
}
pub(crate) fn why(py: Python<'_>, why: Why) -> PyResult<Bound<'_, PyAny>> {
    member(py, of::<Why>(), why.as_str())
}
pub(crate) fn state(py: Python<'_>, state: EventState) -> PyResult<Bound<'_, PyAny>> {
    member(py, of::<EventState>(), state.as_str())
}

/// Yes, maybe or no, as the enum that is written by hand in the package.
pub(crate) fn truth(
    py: Python<'_>,
    truth: partnership_core::value::Truth,
) -> PyResult<Bound<'_, PyAny>> {
    py.import("partnership._values")?.getattr("Truth")?.call1((truth.as_str(),))
}

/// The word of a reason for an empty answer, as JSON writes it.
pub(crate) fn empty_reason(reason: EmptyReason) -> String {
    let text = serde_json::to_value(reason).ok();
    text.and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Member by word, in order.
pub(crate) fn members<'py>(py: Python<'py>, of: &'static WordType) -> PyResult<Bound<'py, PyDict>> {
    let lock = || MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = lock().get_or_insert_default().get(of.name) {
        return Ok(known.bind(py).clone());
    }
    // Made outside the lock, since Python code runs; of two that race the first stays.
    let words: Vec<_> = of.words.iter().map(|word| (word.name, word.doc, word.ko)).collect();
    let made = py.import("partnership._values")?.getattr("words")?.call1((
        camel(of.name),
        of.doc,
        words,
    ))?;
    let made: Bound<'py, PyDict> = made.cast_into()?;
    let mut all = lock();
    let kept = all.get_or_insert_default().entry(of.name).or_insert_with(|| made.unbind());
    Ok(kept.bind(py).clone())
}
