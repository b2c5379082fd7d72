//! Dates that are more, or less, than one day.

use std::hash::{DefaultHasher, Hash, Hasher};

use partnership_core::value::{Bounds, Day, Point, Span};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::guard::guard;
use crate::{errors, given, words};

/// A date or span of time as its source prints it: EDTF of levels 0 and 1, such as `2024-10`, `2025~` or `2023-05/..`.
///
/// Raises ValueError for a text that is none.
///
/// >>> from partnership import Edtf
/// >>> plan = Edtf("2025/2030")
/// >>> plan.first, plan.last
/// (datetime.date(2025, 1, 1), datetime.date(2030, 12, 31))
/// >>> plan.holds_on("2026-06-01")
/// <Truth.YES: 'yes'>
#[pyclass(frozen, module = "partnership")]
pub(crate) struct Edtf {
    text: String,
    bounds: Bounds,
}

impl Edtf {
    fn read(text: &str) -> PyResult<Self> {
        let bounds = match text.parse::<Point>() {
            Ok(point) => point.bounds(),
            Err(_) => text.parse::<Span>().map_err(|error| errors::parse(&error))?.bounds(),
        };
        Ok(Self { text: text.to_owned(), bounds })
    }
}

/// `datetime.date` where a text is one day without a doubt, else `Edtf`.
pub(crate) fn value<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    match text.parse::<Day>() {
        Ok(day) if (1..=9999).contains(&day.year()) => Ok(day_of(py, day)?.into_bound(py)),
        _ => Ok(Bound::new(py, Edtf::read(text)?)?.into_any()),
    }
}

/// A day as `datetime.date`; `None` for an end that is open or that Python's calendar does not have.
pub(crate) fn day_of(py: Python<'_>, day: Day) -> PyResult<Py<PyAny>> {
    if !day.is_finite() || !(1..=9999).contains(&day.year()) {
        return Ok(py.None());
    }
    let made = py.import("datetime")?.getattr("date")?.call1((
        day.year(),
        day.month(),
        day.day_of_month(),
    ))?;
    Ok(made.unbind())
}

#[pymethods]
impl Edtf {
    #[new]
    fn new(text: &str) -> PyResult<Self> {
        guard(|| Self::read(text))
    }

    /// The text, as written.
    #[getter]
    fn text(&self) -> &str {
        &self.text
    }

    /// The first day that it may touch; `None` where that is open.
    #[getter]
    fn first(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        day_of(py, self.bounds.start_first)
    }

    /// The last day that it may touch; `None` where that is open.
    #[getter]
    fn last(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        day_of(py, self.bounds.end_last)
    }

    /// The first and last day on which it may have started, and on which it may have ended.
    #[getter]
    fn bounds<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let Bounds { start_first, start_last, end_first, end_last, .. } = self.bounds;
        let days = [start_first, start_last, end_first, end_last].map(|day| day_of(py, day));
        PyTuple::new(py, days.into_iter().collect::<PyResult<Vec<_>>>()?)
    }

    /// Whether a date of it carries `?`, `~` or `%`.
    #[getter]
    fn qualified(&self) -> bool {
        self.bounds.qualified
    }

    /// Whether it touches the days from one to another, both included; a point, whether it lies within.
    ///
    /// Days are dates or texts. Raises ValueError for a text that is no day.
    fn meets<'py>(
        &self,
        py: Python<'py>,
        from_: &Bound<'py, PyAny>,
        to: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        guard(|| words::truth(py, self.bounds.meets(given::day(from_)?, given::day(to)?)))
    }

    /// Whether it was so on a day.
    fn holds_on<'py>(
        &self,
        py: Python<'py>,
        day: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        guard(|| words::truth(py, self.bounds.holds_on(given::day(day)?)))
    }

    /// Whether it had started by the end of a day.
    fn started_by<'py>(
        &self,
        py: Python<'py>,
        day: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        guard(|| words::truth(py, self.bounds.started_by(given::day(day)?)))
    }

    /// Whether its last day lies before a day.
    fn ended_before<'py>(
        &self,
        py: Python<'py>,
        day: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        guard(|| words::truth(py, self.bounds.ended_before(given::day(day)?)))
    }

    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self) -> String {
        format!("Edtf({:?})", self.text)
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| other.get().text == self.text)
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.text.hash(&mut hasher);
        hasher.finish()
    }

    fn __getnewargs__(&self) -> (&str,) {
        (&self.text,)
    }

    #[classattr]
    fn __match_args__() -> (&'static str,) {
        ("text",)
    }
}
