//! Records: what every kind has beside the fields of its description.

use partnership_core::model::Kind;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::guard::{detached, guard};
use crate::item::{Found, Item, State, state_of};
use crate::table::{self, Table};
use crate::{convert, rows, view, words};

/// A record of the dataset, as the view that was asked shows it.
#[pyclass(frozen, subclass, extends = Item, module = "partnership")]
pub(crate) struct Record;

fn found<'r>(slf: &'r PyRef<'_, Record>) -> &'r Found {
    match &*slf.as_super().state {
        State::Record(found) => found,
        State::Part(_) => unreachable!("only records have this class"),
    }
}

#[pymethods]
impl Record {
    #[new]
    fn new(token: &Bound<'_, PyAny>) -> PyResult<PyClassInitializer<Self>> {
        let state = state_of(token)?;
        Ok(PyClassInitializer::from(Item { state }).add_subclass(Self))
    }

    /// Its id: a slug that is never given to another.
    #[getter]
    fn id(slf: PyRef<'_, Self>) -> String {
        found(&slf).id().to_owned()
    }

    /// The kind of record.
    #[getter]
    fn kind<'py>(slf: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        guard(|| words::kind(py, found(&slf).kind()))
    }

    /// Its name, title or sentence, in the language of the view.
    #[getter]
    fn label(slf: PyRef<'_, Self>, py: Python<'_>) -> PyResult<String> {
        guard(|| {
            let found = found(&slf);
            Ok(found.read_in(py)?.label(found.ask.lang.as_str()).to_owned())
        })
    }

    /// How surely it belongs to the answer that gave it: `Truth.YES` or `Truth.MAYBE`; `Truth.NO` for a record that a
    /// link leads to and the view hides.
    #[getter]
    fn truth<'py>(slf: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        guard(|| words::truth(py, found(&slf).read_in(py)?.verdict.truth))
    }

    /// Why it is not surer.
    #[getter]
    fn why<'py>(slf: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        guard(|| rows::why(py, found(&slf).read_in(py)?.verdict))
    }

    /// The parts and values that are only maybe so in the view: the reasons, by path.
    #[getter]
    fn maybe<'py>(slf: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        guard(|| {
            let all = PyDict::new(py);
            for (path, verdict) in &found(&slf).read_in(py)?.maybe {
                all.set_item(path, rows::why(py, *verdict)?)?;
            }
            Ok(all)
        })
    }

    /// How a meeting stands on the day of the view; `None` for other kinds.
    #[getter]
    fn state<'py>(slf: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        guard(|| found(&slf).read_in(py)?.state.map(|state| words::state(py, state)).transpose())
    }

    /// When it is or was: its own day or span; of texts and projects without one, those of their steps.
    #[getter]
    fn when<'py>(slf: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        guard(|| {
            let found = found(&slf);
            let dates = found.read_in(py)?.when().into_iter().map(|text| convert::date(py, text));
            PyTuple::new(py, dates.collect::<PyResult<Vec<_>>>()?)
        })
    }

    /// The sources that it rests on, in order of use.
    #[getter]
    fn sources<'py>(slf: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        guard(|| {
            let found = found(&slf);
            convert::links(py, &found.ask, found.read_in(py)?.sources())
        })
    }

    /// The records that refer to it.
    #[getter]
    fn linked_from<'py>(slf: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        guard(|| {
            let found = found(&slf);
            convert::links(
                py,
                &found.ask,
                found.whole_row(py)?.linked_from.iter().map(String::as_str),
            )
        })
    }

    /// Fields that are neither filled nor declared absent.
    #[getter]
    fn not_collected<'py>(slf: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        guard(|| PyTuple::new(py, &found(&slf).whole_row(py)?.not_collected))
    }

    /// What it announces, what of that the record holds, and what is missing.
    #[getter]
    fn coverage<'py>(slf: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        guard(|| {
            let found = found(&slf);
            rows::beside(py, &found.ask, &found.whole_row(py)?.coverage)
        })
    }

    /// What a source supports: the records, with the fields; `None` where `supports` was not asked.
    #[getter]
    fn supports<'py>(
        slf: PyRef<'py, Self>,
        py: Python<'py>,
    ) -> PyResult<Option<Bound<'py, PyTuple>>> {
        guard(|| {
            let found = found(&slf);
            let all = found.read_in(py)?.supports.as_ref();
            all.map(|all| rows::beside(py, &found.ask, all)).transpose()
        })
    }

    /// What a search matched; `None` where no search gave it.
    #[getter]
    fn matched(slf: PyRef<'_, Self>, py: Python<'_>) -> PyResult<Option<rows::Match>> {
        guard(|| {
            let matched = found(&slf).read_in(py)?.matched.as_ref();
            Ok(matched.map(|matched| rows::Match(matched.clone())))
        })
    }

    /// The record as a table of one row; a series as its observations, one a row.
    fn table(slf: PyRef<'_, Self>, py: Python<'_>) -> PyResult<Table> {
        let found = found(&slf);
        detached(py, || {
            let (row, lang) = (found.row(), found.ask.lang.as_str());
            if row.kind() == Kind::Series {
                table::of_series(&[&row.record], lang)
            } else {
                table::of_records(&[row], lang)
            }
        })?
    }

    /// The Arrow PyCapsule interface of the table.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        slf: PyRef<'py, Self>,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        Bound::new(py, Self::table(slf, py)?)?
            .call_method1("__arrow_c_stream__", (requested_schema,))
    }

    /// A pandas `DataFrame` of the table. Raises ImportError where pandas or pyarrow is missing.
    fn to_pandas<'py>(slf: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Bound::new(py, Self::table(slf, py)?)?.call_method0("to_pandas")
    }

    /// A polars `DataFrame` of the table. Raises ImportError where polars is missing.
    fn to_polars<'py>(slf: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Bound::new(py, Self::table(slf, py)?)?.call_method0("to_polars")
    }

    /// An Altair chart of a series, or of what the record announces and holds; the source line stands in it.
    ///
    /// `theme` is `light` or `dark`. Raises ImportError without `partnership[plot]`, ValueError where nothing is to draw.
    #[pyo3(signature = (*, theme = "light"))]
    fn plot<'py>(slf: &Bound<'py, Self>, theme: &str) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("partnership._plot")?.getattr("record")?.call1((slf, theme))
    }

    /// The view that it is read in.
    #[getter]
    fn view<'py>(slf: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        view::object(py, &found(&slf).ask)
    }
}
