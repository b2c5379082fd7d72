//! JSON of the core, as text and as plain values of Python.

use pyo3::prelude::*;
use serde::Serialize;

use crate::errors;

/// One line of JSON.
pub(crate) fn text(of: &impl Serialize) -> PyResult<String> {
    serde_json::to_string(of).map_err(|error| errors::internal(&error.to_string()))
}

/// Dicts, lists, texts, numbers and flags, with keys in the order of the core.
pub(crate) fn value<'py>(py: Python<'py>, of: &impl Serialize) -> PyResult<Bound<'py, PyAny>> {
    // By way of text: a `Value` would sort the keys.
    parsed(py, &text(of)?)
}

/// The plain values of a JSON text.
pub(crate) fn parsed<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.getattr("loads")?.call1((text,))
}
