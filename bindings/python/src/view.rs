//! `View` and `Dataset`: every question that the core answers.

use std::path::PathBuf;
use std::sync::Arc;

use partnership_core::check::{self, folder};
use partnership_core::query::{Expr, Limits, Plan, Query};
use partnership_core::value::Truth;
use partnership_core::{DatasetError, QueryError};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::answer::Answer;
use crate::guard::{detached, guard};
use crate::held::{Ask, Held};
use crate::item::Found;
use crate::rows::Fault;
use crate::{date, errors, given, item};

/// A dataset as it is asked: on a day of validity, as known on a day, in a language.
#[pyclass(frozen, subclass, module = "partnership")]
pub(crate) struct View {
    pub(crate) ask: Arc<Ask>,
}

/// A view as an object; of the dataset itself where nothing is filtered.
pub(crate) fn object<'py>(py: Python<'py>, ask: &Arc<Ask>) -> PyResult<Bound<'py, PyAny>> {
    let view = View { ask: ask.clone() };
    if ask.is_plain() && ask.lang == ask.held.dataset().view().language().clone() {
        return Ok(Bound::new(py, PyClassInitializer::from(view).add_subclass(Dataset))?.into_any());
    }
    Ok(Bound::new(py, view)?.into_any())
}

impl View {
    fn answered(
        &self,
        py: Python<'_>,
        ask: impl FnOnce(
            &partnership_core::View<'_>,
        ) -> Result<partnership_core::answer::Answer, QueryError>
        + Send,
    ) -> PyResult<Result<Answer, QueryError>> {
        let full = detached(py, || self.ask.with(ask))?;
        Ok(full.map(|full| Answer::of_rows(&self.ask, full)))
    }

    fn planned(
        &self,
        py: Python<'_>,
        plan: impl FnOnce(&partnership_core::Dataset) -> Result<Plan, QueryError> + Send,
    ) -> PyResult<Answer> {
        let found = detached(py, || {
            self.ask.with(|view| plan(view.dataset()).map(|plan| (view.found(&plan), plan)))
        })?;
        let (found, plan) = found.map_err(|error| errors::query(&error))?;
        Ok(Answer::of_plan(&self.ask, plan, found))
    }

    /// The record of an id, if it is there and in the view.
    fn find(&self, id: &str) -> PyResult<Option<Found>> {
        let Some(number) = self.ask.held.dataset().number_of(id) else { return Ok(None) };
        let found = Found::new(&self.ask, number, None).whole();
        if self.ask.is_plain() {
            return Ok(Some(found));
        }
        let verdict = self.ask.with(|view| view.holds(number));
        Ok((verdict.truth != Truth::No).then_some(Found { verdict: Some(verdict), ..found }))
    }
}

#[pymethods]
impl View {
    /// Records that a query asks for, in the documented order: `kind:project pillar:B "high performance"`.
    ///
    /// Words search, `field:value` filters, `field:a,b` is any of, `-` negates, `OR` and parentheses group.
    /// Raises QueryError, a ValueError, that points at the place.
    #[pyo3(signature = (text = "", /))]
    fn query(&self, py: Python<'_>, text: &str) -> PyResult<Answer> {
        self.planned(py, |dataset| Plan::parse(text, dataset))
    }

    /// What the plural nouns ask.
    #[pyo3(signature = (kind, texts, filters, /))]
    fn _list(
        &self,
        py: Python<'_>,
        kind: &str,
        texts: &Bound<'_, PyTuple>,
        filters: &Bound<'_, PyDict>,
    ) -> PyResult<Answer> {
        let mut terms = vec![Expr::filter("kind", &[kind])];
        for text in texts {
            terms.push(Expr::word(&text.extract::<String>()?));
        }
        for (name, value) in filters {
            let values = given::values(&value)?;
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            if !values.is_empty() {
                terms.push(Expr::filter(&given::field(&name.extract::<String>()?), &values));
            }
        }
        self.planned(py, |dataset| {
            let query =
                Query::new(Expr::all(terms), &Limits::default()).map_err(QueryError::from)?;
            Plan::of(&query, dataset)
        })
    }

    /// Records by the words of their names, summaries and other texts, best first; a typo in a longer word is forgiven.
    #[pyo3(signature = (text, /))]
    fn search(&self, py: Python<'_>, text: &str) -> PyResult<Answer> {
        Ok(Answer::of_rows(&self.ask, detached(py, || self.ask.with(|view| view.search(text)))?))
    }

    /// Everything dated of the records that a query asks for, in order of days.
    ///
    /// Where the query names dates, only what lies within them, or may. Raises QueryError.
    #[pyo3(signature = (text = "", /))]
    fn timeline(&self, py: Python<'_>, text: &str) -> PyResult<Answer> {
        self.answered(py, |view| view.timeline(text))?.map_err(|error| errors::query(&error))
    }

    /// One page on the partnership, made from the record alone; every line names a record and its sources.
    fn brief(&self, py: Python<'_>) -> PyResult<Answer> {
        Ok(Answer::of_rows(&self.ask, detached(py, || self.ask.with(|view| view.brief()))?))
    }

    /// Whole records by id. Raises UnknownIdError, a KeyError, that names the nearest.
    #[pyo3(signature = (*ids))]
    fn show(&self, py: Python<'_>, ids: Vec<String>) -> PyResult<Answer> {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        self.answered(py, |view| view.show(&ids))?.map_err(|error| errors::unknown(&error))
    }

    /// How to cite sources or records; without ids, the dataset. Raises UnknownIdError, a KeyError.
    #[pyo3(signature = (*ids))]
    fn cite(&self, py: Python<'_>, ids: Vec<String>) -> PyResult<Answer> {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        self.answered(py, |view| view.cite(&ids))?.map_err(|error| errors::unknown(&error))
    }

    /// A question by its command and text, as an answer keeps them.
    fn _ask(&self, py: Python<'_>, command: &str, text: &str) -> PyResult<Answer> {
        let ids = || text.split_whitespace().map(str::to_owned).collect();
        match command {
            "show" => self.show(py, ids()),
            "cite" => self.cite(py, ids()),
            "search" => self.search(py, text),
            "timeline" => self.timeline(py, text),
            "brief" => self.brief(py),
            _ => self.query(py, text),
        }
    }

    /// The record of an id, redirects followed; else the default.
    #[pyo3(signature = (id, default = None, /))]
    fn get<'py>(
        &self,
        py: Python<'py>,
        id: &str,
        default: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        guard(|| match self.find(id)? {
            Some(found) => item::record(py, found).map(Some),
            None => Ok(default),
        })
    }

    fn __getitem__<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Bound<'py, PyAny>> {
        guard(|| {
            if let Some(found) = self.find(id)? {
                return item::record(py, found);
            }
            // The core says why not.
            let shown = self.ask.with(|view| view.show(&[id]));
            let answer = shown.map_err(|error| errors::unknown(&error))?;
            let reason = answer.empty().map(|empty| empty.text.clone()).unwrap_or_default();
            Err(errors::hidden(id, &reason))
        })
    }

    fn __contains__(&self, id: &Bound<'_, PyAny>) -> PyResult<bool> {
        let Ok(id) = id.extract::<String>() else { return Ok(false) };
        guard(|| Ok(self.find(&id)?.is_some()))
    }

    /// The same dataset on a day of validity, as known on a day, in a language; what is not given stays as it is.
    ///
    /// Days are dates or texts such as `2024-10-10`, or `today`; a date of `None` is lifted.
    /// Raises ValueError for a text that is no day or language.
    #[pyo3(signature = (*, on = Given::Kept, known_on = Given::Kept, lang = None), text_signature = "($self, *, on=..., known_on=..., lang=None)")]
    fn at<'py>(
        &self,
        py: Python<'py>,
        on: Given<'py>,
        known_on: Given<'py>,
        lang: Option<&str>,
    ) -> PyResult<Bound<'py, PyAny>> {
        guard(|| {
            let lang = lang.map(given::lang).transpose()?.unwrap_or_else(|| self.ask.lang.clone());
            let held = self.ask.held.clone();
            let ask = Ask {
                held,
                on: on.day(self.ask.on)?,
                known_on: known_on.day(self.ask.known_on)?,
                lang,
            };
            object(py, &Arc::new(ask))
        })
    }

    /// The day of validity, if one is set.
    #[getter]
    fn on(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.ask.on.map_or_else(|| Ok(py.None()), |day| date::day_of(py, day))
    }

    /// The day of knowledge, if one is set.
    #[getter]
    fn known_on(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.ask.known_on.map_or_else(|| Ok(py.None()), |day| date::day_of(py, day))
    }

    /// The language, by its BCP 47 tag.
    #[getter]
    fn lang(&self) -> String {
        self.ask.lang.to_string()
    }

    /// The day that whatever needs one takes: the day of validity, else that of the last look for news.
    #[getter]
    fn day(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        date::day_of(py, self.ask.with(|view| view.day()))
    }

    /// The dataset, without the days and language of the view.
    #[getter]
    fn dataset<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        object(py, &Arc::new(Ask::of(self.ask.held.clone())))
    }

    fn __repr__(&self) -> String {
        let manifest = self.ask.held.dataset().manifest();
        let day = |name: &str, day: Option<partnership_core::value::Day>| {
            day.map(|day| format!(" {name} {day}")).unwrap_or_default()
        };
        let (on, known_on) = (day("on", self.ask.on), day("known on", self.ask.known_on));
        let records = self.ask.held.dataset().len();
        format!(
            "<{} {} {}, {records} records{on}{known_on}, in {}>",
            if self.ask.is_plain() { "Dataset" } else { "View" },
            manifest.slug(),
            manifest.release(),
            self.ask.lang
        )
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| {
            let other = &other.get().ask;
            self.ask.is_like(other) && self.ask.lang == other.lang
        })
    }

    fn __hash__(&self) -> u64 {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        (
            self.ask.held.dataset().digest(),
            self.ask.on,
            self.ask.known_on,
            self.ask.lang.to_string(),
        )
            .hash(&mut hasher);
        hasher.finish()
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let day = |day: Option<partnership_core::value::Day>| day.map(|day| day.to_string());
        let values = (
            self.ask.held.path().map(|path| path.display().to_string()),
            self.ask.held.dataset().digest(),
            day(self.ask.on),
            day(self.ask.known_on),
            self.ask.lang.to_string(),
        );
        Ok((py.get_type::<Dataset>().getattr("_restored")?, values.into_pyobject(py)?))
    }
}

/// A date that is given, lifted or left as it is.
enum Given<'py> {
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
    fn day(
        &self,
        kept: Option<partnership_core::value::Day>,
    ) -> PyResult<Option<partnership_core::value::Day>> {
        match self {
            Self::Kept => Ok(kept),
            Self::Lifted => Ok(None),
            Self::Day(given) => given::day(given).map(Some),
        }
    }
}

/// A record of a partnership, ready for questions; nothing in it changes, and threads may share it.
#[pyclass(frozen, subclass, extends = View, module = "partnership")]
pub(crate) struct Dataset;

#[pymethods]
impl Dataset {
    /// The record of ASEAN and the Republic of Korea that is inside the package.
    #[staticmethod]
    fn embedded(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        guard(|| object(py, &Arc::new(Ask::of(Held::Embedded))))
    }

    /// A dataset from a folder of TOML and CSV, or from a packed file.
    ///
    /// Raises DatasetError, a ValueError with all faults, or DatasetReadError, an OSError.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathBuf) -> PyResult<Bound<'_, PyAny>> {
        let read = detached(py, || partnership_core::Dataset::load(&path))?;
        let dataset = read.map_err(errors::dataset)?;
        object(py, &Arc::new(Ask::of(Held::Read(Arc::new(dataset), Arc::new(path)))))
    }

    /// A view as it was pickled.
    #[staticmethod]
    fn _restored<'py>(
        py: Python<'py>,
        path: Option<PathBuf>,
        digest: &str,
        on: Option<&str>,
        known_on: Option<&str>,
        lang: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        let dataset = match path {
            Some(path) => Self::load(py, path)?,
            None => Self::embedded(py)?,
        };
        let held = &dataset.cast::<View>()?.get().ask.held;
        if held.dataset().digest() != digest {
            return Err(PyValueError::new_err(
                "this was pickled from another release of the record",
            ));
        }
        let day = |text: Option<&str>| text.and_then(|text| text.parse().ok());
        object(
            py,
            &Arc::new(Ask {
                held: held.clone(),
                on: day(on),
                known_on: day(known_on),
                lang: given::lang(lang)?,
            }),
        )
    }

    /// The slug of the dataset.
    #[getter]
    fn id(slf: PyRef<'_, Self>) -> String {
        slf.as_super().ask.held.dataset().manifest().slug().to_owned()
    }

    /// Its title.
    #[getter]
    fn title(slf: PyRef<'_, Self>) -> String {
        let ask = &slf.as_super().ask;
        ask.held
            .dataset()
            .manifest()
            .title
            .best(&ask.lang)
            .map(|(_, title)| title.to_owned())
            .unwrap_or_default()
    }

    /// Its release.
    #[getter]
    fn version(slf: PyRef<'_, Self>) -> String {
        slf.as_super().ask.held.dataset().manifest().release().to_owned()
    }

    /// The day on which somebody last looked for news.
    #[getter]
    fn checked_on(slf: PyRef<'_, Self>, py: Python<'_>) -> PyResult<Py<PyAny>> {
        date::day_of(py, slf.as_super().ask.held.dataset().manifest().checked())
    }

    /// The newest day on which a source was published.
    #[getter]
    fn newest_source(slf: PyRef<'_, Self>, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let day = slf.as_super().ask.held.dataset().newest_source();
        day.map_or_else(|| Ok(py.None()), |day| date::day_of(py, day))
    }

    /// SHA-256 of the packed lines, in hexadecimal: the digest of the dataset.
    #[getter]
    fn digest(slf: PyRef<'_, Self>) -> String {
        slf.as_super().ask.held.dataset().digest().to_owned()
    }

    /// What the record does not hold, in a sentence each.
    #[getter]
    fn limits(slf: PyRef<'_, Self>) -> Vec<String> {
        let ask = &slf.as_super().ask;
        let limits = ask.held.dataset().manifest().limits.iter();
        limits.filter_map(|text| text.best(&ask.lang).map(|(_, text)| text.to_owned())).collect()
    }

    /// The dataset as one packed file: JSON Lines, first the manifest, then one record a line by id.
    fn to_packed(slf: PyRef<'_, Self>, py: Python<'_>) -> PyResult<String> {
        let ask = slf.as_super().ask.clone();
        detached(py, || ask.held.dataset().to_packed())
    }

    /// All ids, in the documented order.
    fn ids<'py>(slf: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, slf.as_super().ask.held.dataset().ids().collect::<Vec<_>>())
    }

    fn __len__(slf: PyRef<'_, Self>) -> usize {
        slf.as_super().ask.held.dataset().len()
    }

    fn __iter__<'py>(slf: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(Self::ids(slf, py)?.try_iter()?.into_any())
    }
}

/// Every fault of a dataset folder or packed file, in one run; none for one without a fault.
///
/// Raises DatasetReadError, an OSError, where it cannot be read.
#[pyfunction]
#[pyo3(signature = (path, /))]
pub(crate) fn validate(py: Python<'_>, path: PathBuf) -> PyResult<Bound<'_, PyTuple>> {
    let faults = detached(py, || {
        let read = if path.is_dir() {
            folder::read(&path).map(|folder| folder.faults)
        } else {
            partnership_core::Dataset::load(&path).map(|_| Vec::new())
        };
        match read {
            Err(DatasetError::Faults(faults)) => Ok(faults),
            other => other,
        }
    })?;
    let faults = faults
        .map_err(errors::dataset)?
        .into_iter()
        .map(|fault| Bound::new(py, Fault::from(fault)));
    PyTuple::new(py, faults.collect::<PyResult<Vec<_>>>()?)
}

/// What the code of a fault or error means, and how to mend it: its title, then the text.
///
/// Raises KeyError for a code that there is not.
#[pyfunction]
#[pyo3(signature = (code, /))]
pub(crate) fn explain(code: &str) -> PyResult<(&'static str, &'static str)> {
    match check::explain(code) {
        Some((_, title, text)) => Ok((title, text)),
        None => Err(errors::no_code(code)),
    }
}
