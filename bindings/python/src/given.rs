//! What callers hand in, as the core takes it.

use partnership_core::describe::StructType;
use partnership_core::value::{Day, Lang};
use partnership_core::{ParseError, nearest};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDate, PyFrozenSet, PyInt, PyList, PySet, PyString, PyTuple};

use crate::amount::Quantity;
use crate::date::Edtf;
use crate::errors;
use crate::record::Record;

/// A day: a `datetime.date`, a text such as `2024-10-10`, or `today`, which alone reads a clock.
pub(crate) fn day(given: &Bound<'_, PyAny>) -> PyResult<Day> {
    if given.cast::<PyString>().is_ok_and(|text| text == "today") {
        return day(&given.py().import("datetime")?.getattr("date")?.call_method0("today")?);
    }
    text(given)?.parse().map_err(|error: ParseError| errors::parse(&error))
}

/// A language, by its BCP 47 tag.
pub(crate) fn lang(given: &str) -> PyResult<Lang> {
    given.parse().map_err(|error: ParseError| errors::parse(&error))
}

/// The values of a filter, as queries write them; none for `None`.
pub(crate) fn values(given: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    let is_list = given.is_instance_of::<PyTuple>()
        || given.is_instance_of::<PyList>()
        || given.is_instance_of::<PySet>()
        || given.is_instance_of::<PyFrozenSet>();
    if given.is_none() {
        Ok(Vec::new())
    } else if is_list {
        given.try_iter()?.map(|one| text(&one?)).collect()
    } else {
        Ok(vec![text(given)?])
    }
}

/// The name of a filter: `step__action` for `step.action`.
pub(crate) fn field(name: &str) -> String {
    name.replace("__", ".")
}

/// One value, as queries write it.
fn text(given: &Bound<'_, PyAny>) -> PyResult<String> {
    if let Ok(flag) = given.cast::<PyBool>() {
        return Ok(flag.is_true().to_string());
    }
    if given.is_instance_of::<PyString>() {
        // Members of enums are texts too, and are their word.
        return given.extract();
    }
    if given.is_instance_of::<Record>() {
        return given.getattr("id")?.extract();
    }
    if given.is_instance_of::<PyDate>() {
        // Of a date and time the date counts.
        let text: String = given.call_method0("isoformat")?.extract()?;
        return Ok(text.get(..10).unwrap_or(&text).to_owned());
    }
    if given.is_instance_of::<PyInt>()
        || given.is_instance_of::<Quantity>()
        || given.is_instance_of::<Edtf>()
    {
        return given.str()?.extract();
    }
    let kind = given.get_type().name()?;
    Err(PyTypeError::new_err(format!(
        "a value of type `{kind}` cannot be asked for; expected a text, a date, a whole number, a flag, a record, or several of them"
    )))
}

/// No field of that name.
pub(crate) fn no_field(of: &StructType, name: &str) -> PyErr {
    let near = nearest(name, of.fields.iter().map(|field| field.name));
    let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    PyValueError::new_err(format!("`{name}` is not a field of {}{hint}", of.name))
}

/// A pickled record that the dataset no longer holds.
pub(crate) fn gone(id: &str) -> PyErr {
    PyValueError::new_err(format!(
        "`{id}` was pickled, and this release of the record does not hold it"
    ))
}

/// A pickled part that this release cannot read.
pub(crate) fn broken(why: &str) -> PyErr {
    PyValueError::new_err(format!("a pickled part cannot be read: {why}"))
}

/// A date that is given, lifted or left as it is.
pub(crate) enum Given<'py> {
    Kept,
    Lifted,
    Day(Bound<'py, PyAny>),
}

impl<'py> FromPyObject<'_, 'py> for Given<'py> {
    type Error = PyErr;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if given.is(given.py().Ellipsis()) {
            Ok(Self::Kept)
        } else if given.is_none() {
            Ok(Self::Lifted)
        } else {
            Ok(Self::Day(given.to_owned()))
        }
    }
}

impl Given<'_> {
    pub(crate) fn day(&self, kept: Option<Day>) -> PyResult<Option<Day>> {
        match self {
            Self::Kept => Ok(kept),
            Self::Lifted => Ok(None),
            Self::Day(given) => day(given).map(Some),
        }
    }
}
