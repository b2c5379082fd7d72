//! `Dataset`: where it comes from, what it says of itself, its faults.

use std::path::PathBuf;
use std::sync::Arc;

use partnership_core::DatasetError;
use partnership_core::check::{self, folder};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::guard::detached;
use crate::held::{Ask, Held};
use crate::rows::Fault;
use crate::view::{View, object, seen_from};
use crate::{date, errors, given};

/// A record of a partnership, ready for questions; nothing in it changes, and threads may share it.
#[pyclass(frozen, subclass, extends = View, module = "partnership")]
pub(crate) struct Dataset;

#[pymethods]
impl Dataset {
    /// The record of ASEAN and the Republic of Korea that is inside the package.
    #[staticmethod]
    fn embedded(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        // The first one unpacks it.
        let ask = detached(py, || Ask::of(Held::Embedded))?;
        object(py, &Arc::new(ask))
    }

    /// A dataset from a folder of TOML and CSV, or from a packed file.
    ///
    /// Raises DatasetError, a ValueError with all faults, or DatasetReadError, an OSError.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathBuf) -> PyResult<Bound<'_, PyAny>> {
        let read = detached(py, || {
            let dataset = partnership_core::Dataset::load(&path)?;
            Ok(Ask::of(Held::Read(Arc::new(dataset), Arc::new(path))))
        })?;
        object(py, &Arc::new(read.map_err(errors::dataset)?))
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
        seen_from(py, held.clone(), day(on), day(known_on), given::lang(lang)?)
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
