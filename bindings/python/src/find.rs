//! How a view asks the core, and how a record is found by its id.

use partnership_core::QueryError;
use partnership_core::query::Plan;
use partnership_core::value::Truth;
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::answer::Answer;
use crate::guard::{detached, guard};
use crate::item::Found;
use crate::view::View;
use crate::{errors, item};

impl View {
    pub(crate) fn answered(
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

    pub(crate) fn planned(
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

    /// The record of an id as an object, the same each time; none where it is not there or not in the view.
    pub(crate) fn look_up<'py>(
        &self,
        py: Python<'py>,
        id: &Bound<'py, PyString>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        // A text of another class could hold something else than it is equal to.
        let known = id.is_exact_instance_of::<PyString>().then(|| self.looked_up.bind(py));
        if let Some(record) = known.map(|known| known.get_item(id)).transpose()?.flatten() {
            return Ok(Some(record));
        }
        guard(|| {
            let Some(found) = self.find(id.to_str()?)? else { return Ok(None) };
            let record = item::record(py, found)?;
            known.map(|known| known.set_item(id, &record)).transpose()?;
            Ok(Some(record))
        })
    }

    /// The record of an id, if it is there and in the view.
    pub(crate) fn find(&self, id: &str) -> PyResult<Option<Found>> {
        let Some(number) = self.ask.held.dataset().number_of(id) else { return Ok(None) };
        let found = Found::new(&self.ask, number, None).whole();
        if self.ask.is_plain() {
            return Ok(Some(found));
        }
        let verdict = self.ask.with(|view| view.holds(number));
        Ok((verdict.truth != Truth::No).then_some(Found { verdict: Some(verdict), ..found }))
    }
}
