//! Answers: a sequence of rows with their sources. Records are read one by one, when they are looked at.

use std::sync::{Arc, OnceLock};

use partnership_core::Kind;
use partnership_core::answer::{self, Row};
use partnership_core::query::Plan;
use partnership_core::view::Verdict;
use pyo3::exceptions::{PyIndexError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PySlice, PyTuple, PyType};

use crate::guard::{detached, guard};
use crate::held::Ask;
use crate::item::Found;
use crate::rows::{Moment, Reference, Section};
use crate::table::{self, Table};
use crate::{convert, html, item, json, replay, view, words};

/// What a question was answered: rows in the documented order, their sources, and why there are none if so.
///
/// A sequence: `len(answer)`, `answer[0]`, `for row in answer`.
#[pyclass(frozen, sequence, module = "partnership")]
pub(crate) struct Answer {
    pub(crate) ask: Arc<Ask>,
    /// The plan, and the records that it found; none where the core answered with rows at once.
    plan: Option<(Plan, Vec<(u32, Verdict)>)>,
    is_whole: bool,
    full: OnceLock<answer::Answer>,
    /// The text of sentences that were held against the record: the question does not keep it.
    given: Option<String>,
}

impl Answer {
    /// The records of a plan, not read yet.
    pub(crate) fn of_plan(ask: &Arc<Ask>, plan: Plan, found: Vec<(u32, Verdict)>) -> Self {
        let (plan, full) = (Some((plan, found)), OnceLock::new());
        Self { ask: ask.clone(), plan, is_whole: false, full, given: None }
    }

    /// An answer of the core.
    pub(crate) fn of_rows(ask: &Arc<Ask>, full: answer::Answer) -> Self {
        let is_whole = full.command() == "show";
        Self { ask: ask.clone(), plan: None, is_whole, full: OnceLock::from(full), given: None }
    }

    /// The core's answer on sentences, with the text that they stand in.
    pub(crate) fn of_sentences(ask: &Arc<Ask>, full: answer::Answer, given: &str) -> Self {
        Self { given: Some(given.to_owned()), ..Self::of_rows(ask, full) }
    }

    pub(crate) fn full(&self, py: Python<'_>) -> PyResult<&answer::Answer> {
        if let (None, Some((plan, _))) = (self.full.get(), &self.plan) {
            let full = detached(py, || self.ask.with(|view| view.list("list", plan)))?;
            let _ = self.full.set(full);
        }
        self.full.get().ok_or_else(|| crate::errors::internal("an answer without rows"))
    }

    fn works(&self, py: Python<'_>) -> PyResult<answer::Bibliography> {
        let full = self.full(py)?;
        detached(py, || self.ask.with(|view| view.bibliography(full)))
    }

    fn len(&self) -> usize {
        match (&self.plan, self.full.get()) {
            (Some((_, found)), _) => found.len(),
            (None, Some(full)) => full.rows().len(),
            (None, None) => 0,
        }
    }

    fn row<'py>(&self, py: Python<'py>, at: usize) -> PyResult<Bound<'py, PyAny>> {
        if let Some((_, found)) = &self.plan {
            let (number, verdict) = found[at];
            return item::record(py, Found::new(&self.ask, number, Some(verdict)));
        }
        let ask = &self.ask;
        Ok(match &self.full(py)?.rows()[at] {
            Row::Record(row) => match ask.held.dataset().number_of(row.id()) {
                Some(number) => {
                    let found = Found::new(ask, number, None).read(row);
                    item::record(py, if self.is_whole { found.whole() } else { found })?
                }
                None => return Err(crate::errors::internal("a row without a record")),
            },
            Row::Moment(row) => Bound::new(py, Moment::new(ask, row.clone()))?.into_any(),
            Row::Section(row) => Bound::new(py, Section::new(ask, row.clone()))?.into_any(),
            Row::Reference(row) => Bound::new(py, Reference::new(ask, row.clone()))?.into_any(),
            row => match row.tree() {
                Some(tree) => item::part(py, ask, &tree)?,
                None => return Err(crate::errors::internal("a row of a newer core")),
            },
        })
    }
}

#[pymethods]
impl Answer {
    /// For annotations: `Answer[Project]`.
    #[classmethod]
    fn __class_getitem__<'py>(
        class: &Bound<'py, PyType>,
        of: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        class.py().import("types")?.getattr("GenericAlias")?.call1((class, of))
    }

    fn __len__(&self) -> usize {
        self.len()
    }

    fn __bool__(&self) -> bool {
        self.len() > 0
    }

    fn __getitem__<'py>(
        &self,
        py: Python<'py>,
        at: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        guard(|| {
            if let Ok(slice) = at.cast::<PySlice>() {
                let range = slice.indices(self.len() as isize)?;
                let places =
                    (0..range.slicelength).map(|step| range.start + step as isize * range.step);
                let rows = places.map(|place| self.row(py, place as usize));
                return Ok(PyTuple::new(py, rows.collect::<PyResult<Vec<_>>>()?)?.into_any());
            }
            let at: isize = at.extract()?;
            let place = if at < 0 { at + self.len() as isize } else { at };
            match usize::try_from(place).ok().filter(|place| *place < self.len()) {
                Some(place) => self.row(py, place),
                None => Err(PyIndexError::new_err(format!(
                    "row {at} of an answer with {} rows",
                    self.len()
                ))),
            }
        })
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(self.rows(py)?.try_iter()?.into_any())
    }

    /// The rows as a tuple.
    #[getter]
    fn rows<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        guard(|| {
            PyTuple::new(
                py,
                (0..self.len()).map(|at| self.row(py, at)).collect::<PyResult<Vec<_>>>()?,
            )
        })
    }

    /// What was asked: `list`, `show`, `search`, `timeline`, `brief`, `cite`, `coverage`, `wanted`, `sources`, `total`,
    /// `rank`, `targets`, `commitments`, `implements`, `without`, `lineage`, `check`, `diff` or `verify`.
    #[getter]
    fn command(&self, py: Python<'_>) -> PyResult<&str> {
        if self.plan.is_some() { Ok("list") } else { Ok(self.full(py)?.command()) }
    }

    /// What was asked: the text of the query.
    #[getter]
    fn text(&self, py: Python<'_>) -> PyResult<String> {
        match &self.plan {
            Some((plan, _)) => Ok(plan.text().to_owned()),
            None => Ok(self.full(py)?.text().to_owned()),
        }
    }

    /// The sources of the rows, each once, in order of first use: number 1 comes first.
    #[getter]
    fn sources<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        guard(|| {
            let ids = self.full(py)?.sources().iter().filter_map(|source| source.leaf("id"));
            convert::links(py, &self.ask, ids)
        })
    }

    /// What a reader of the whole answer should know.
    #[getter]
    fn notes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        guard(|| PyTuple::new(py, self.full(py)?.notes()))
    }

    /// Why there is no row, in a sentence; `None` where there is one, or where nothing was asked for: no id, no text.
    #[getter]
    fn empty(&self, py: Python<'_>) -> PyResult<Option<String>> {
        guard(|| Ok(self.full(py)?.empty().map(|empty| empty.text.clone())))
    }

    /// The same as a word: `no-match`, `not-known-yet` or `not-valid-then`.
    #[getter]
    fn empty_reason(&self, py: Python<'_>) -> PyResult<Option<String>> {
        guard(|| Ok(self.full(py)?.empty().map(|empty| words::empty_reason(empty.reason))))
    }

    /// The term of the query without which there would be rows.
    #[getter]
    fn empty_term(&self, py: Python<'_>) -> PyResult<Option<String>> {
        guard(|| Ok(self.full(py)?.empty().and_then(|empty| empty.term.clone())))
    }

    /// The view that was asked.
    #[getter]
    fn view<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        view::object(py, &self.ask)
    }

    /// The release of the record that answered, and the day on which somebody last looked for news.
    #[getter]
    fn release(&self, py: Python<'_>) -> PyResult<String> {
        guard(|| Ok(self.full(py)?.release()))
    }

    /// The whole answer as plain values, as JSON has them.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        json::parsed(py, &self.to_json(py)?)
    }

    /// The same as one line of JSON, as the command line prints it.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        let full = self.full(py)?;
        detached(py, || json::text(full))?
    }

    /// The works that it cites as CSL-JSON, for reference managers: what its references are of, then the sources of its rows.
    fn to_csl<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let works = self.works(py)?;
        guard(|| json::value(py, &works))
    }

    /// The same as BibTeX, with the entries and dates of biblatex.
    fn to_bibtex(&self, py: Python<'_>) -> PyResult<String> {
        Ok(self.works(py)?.bibtex())
    }

    /// The rows as a table, typed by the description; a dependency of none.
    fn table(&self, py: Python<'_>) -> PyResult<Table> {
        let full = self.full(py)?;
        let asked = match (&self.plan, &self.given) {
            (Some((plan, _)), _) => table::Asked::Records(plan.kinds()),
            (None, Some(_)) => table::Asked::sentences(),
            (None, None) => table::Asked::by(full.command()),
        };
        detached(py, || table::of_answer(full, &asked, self.ask.lang.as_str()))?
    }

    /// The observations of the series among the rows, one a row of a table.
    ///
    /// `number` holds the value with its power of ten, exact, in the `unit` of the series.
    fn observations(&self, py: Python<'_>) -> PyResult<Table> {
        let full = self.full(py)?;
        detached(py, || {
            let rows = full.rows().iter().filter_map(Row::as_record);
            let series: Vec<_> =
                rows.filter(|row| row.kind() == Kind::Series).map(|row| &row.record).collect();
            table::of_series(&series, self.ask.lang.as_str())
        })?
    }

    /// The Arrow PyCapsule interface of the table.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        Bound::new(py, self.table(py)?)?.call_method1("__arrow_c_stream__", (requested_schema,))
    }

    /// A pandas `DataFrame` of the table. Raises ImportError where pandas or pyarrow is missing.
    fn to_pandas<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Bound::new(py, self.table(py)?)?.call_method0("to_pandas")
    }

    /// A polars `DataFrame` of the table. Raises ImportError where polars is missing.
    fn to_polars<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Bound::new(py, self.table(py)?)?.call_method0("to_polars")
    }

    /// An Altair chart: series by reporter, a timeline by days, records by what is announced and held.
    ///
    /// The source line stands in the chart. `theme` is `light` or `dark`. Raises ImportError without `partnership[plot]`.
    #[pyo3(signature = (*, theme = "light"))]
    fn plot<'py>(slf: &Bound<'py, Self>, theme: &str) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("partnership._plot")?.getattr("answer")?.call1((slf, theme))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        guard(|| {
            let shown =
                (0..self.len().min(10)).map(|at| Ok(format!("\n  {}", self.row(py, at)?.repr()?)));
            let shown = shown.collect::<PyResult<String>>()?;
            let rows = self.len();
            let more =
                if rows > 10 { format!("\n  … and {} more", rows - 10) } else { String::new() };
            let why = match rows {
                0 => self.empty(py)?.map(|why| format!(": {why}")).unwrap_or_default(),
                _ => String::new(),
            };
            let word = if rows == 1 { "row" } else { "rows" };
            Ok(format!(
                "<Answer of {} {:?}: {rows} {word}{why}{shown}{more}>",
                self.command(py)?,
                self.text(py)?
            ))
        })
    }

    /// The rows and their sources as tables, escaped.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        let full = self.full(py)?;
        detached(py, || html::answer(full, self.ask.lang.as_str()))
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        let Ok(other) = other.cast::<Self>() else { return Ok(false) };
        Ok(self.to_json(py)? == other.get().to_json(py)?)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<u64> {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        self.to_json(py)?.hash(&mut hasher);
        Ok(hasher.finish())
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        if let again @ ("diff" | "verify" | "commitments") = self.command(py)? {
            return Err(PyTypeError::new_err(format!(
                "an answer of `{again}` rests on what is not pickled; ask again"
            )));
        }
        let view = view::object(py, &self.ask)?;
        let values = match &self.given {
            Some(given) => (replay::SENTENCES, given.clone()),
            None => (self.command(py)?, self.text(py)?),
        };
        Ok((view.getattr("_ask")?, values.into_pyobject(py)?))
    }
}
