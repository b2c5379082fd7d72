//! Errors: the classes of `partnership._errors`, with the messages and places of the core.

use partnership_core::{DatasetError, ParseError, QueryError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::rows::Fault;

/// An exception of a class of `partnership._errors`, made there from these values.
fn raised(
    class: &str,
    values: impl FnOnce(Python<'_>, &Bound<'_, PyDict>) -> PyResult<()>,
) -> PyErr {
    Python::attach(|py| {
        let made = || {
            let all = PyDict::new(py);
            values(py, &all)?;
            py.import("partnership._errors")?.getattr(class)?.call((), Some(&all))
        };
        made().map_or_else(|error: PyErr| error, PyErr::from_value)
    })
}

/// A panic of ours.
pub(crate) fn internal(said: &str) -> PyErr {
    raised("InternalError", |_, all| {
        all.set_item("message", format!("a fault of partnership itself: {said}"))
    })
}

/// A text that is not a value.
pub(crate) fn parse(error: &ParseError) -> PyErr {
    raised("ParseError", |_, all| {
        all.set_item("message", error.to_string())?;
        all.set_item("text", error.text())?;
        all.set_item("expected", error.expected())?;
        all.set_item("nearest", error.nearest())
    })
}

/// A text that is not a question.
pub(crate) fn query(error: &QueryError) -> PyErr {
    placed("QueryError", error)
}

/// An id that no record has.
pub(crate) fn unknown(error: &QueryError) -> PyErr {
    placed("UnknownIdError", error)
}

fn placed(class: &str, error: &QueryError) -> PyErr {
    // Python counts characters.
    let place = |at: usize| error.text.get(..at).map_or(at, |before| before.chars().count());
    raised(class, |py, all| {
        all.set_item("message", &error.message)?;
        all.set_item("code", error.code)?;
        all.set_item("text", &error.text)?;
        all.set_item("span", (place(error.span.start), place(error.span.end)))?;
        all.set_item("expected", PyTuple::new(py, &error.expected)?)?;
        all.set_item("nearest", error.nearest.as_deref())?;
        all.set_item("help", error.help.as_deref())
    })
}

/// A record that the view hides, with the core's reason.
pub(crate) fn hidden(id: &str, reason: &str) -> PyErr {
    raised("NotInViewError", |_, all| {
        all.set_item("message", format!("`{id}` is not in this view: {reason}"))?;
        all.set_item("text", id)
    })
}

/// Bytes or files that are not a dataset.
pub(crate) fn dataset(error: DatasetError) -> PyErr {
    match error {
        DatasetError::Io { path, source } => raised("DatasetReadError", |_, all| {
            // The number that Rust adds stands in `errno`.
            let said = source.to_string();
            let said = said.split_once(" (os error").map_or(said.as_str(), |(said, _)| said);
            all.set_item("message", format!("cannot read `{path}`: {said}"))?;
            all.set_item("errno", source.raw_os_error())?;
            all.set_item("filename", path)
        }),
        other => {
            let message = other.to_string();
            let faults = if let DatasetError::Faults(faults) = other { faults } else { Vec::new() };
            raised("DatasetError", move |py, all| {
                let lines: Vec<String> =
                    faults.iter().map(|fault| format!("\n  {fault}")).collect();
                all.set_item("message", format!("{message}{}", lines.concat()))?;
                let faults = faults.into_iter().map(|fault| Py::new(py, Fault::from(fault)));
                all.set_item("faults", PyTuple::new(py, faults.collect::<PyResult<Vec<_>>>()?)?)
            })
        }
    }
}

/// A code that no rule has.
pub(crate) fn no_code(code: &str) -> PyErr {
    let near = partnership_core::nearest(
        code,
        partnership_core::check::Code::all().map(|code| code.as_str()),
    );
    let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    raised("UnknownCodeError", |_, all| {
        all.set_item(
            "message",
            format!("`{code}` is not a code; expected one such as `P0204`{hint}"),
        )?;
        all.set_item("text", code)?;
        all.set_item("nearest", near)
    })
}
