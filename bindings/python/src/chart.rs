//! What a chart of series draws. Which values stand and what may be compared is the core's to say.

use partnership_core::answer::{comparable, observed};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use crate::guard::guard;
use crate::item::{Item, State};

/// What series of one picture share, and of the values that stand: the place among the observations, the number with its
/// power of ten, and whether it is of a whole year.
type Drawn = (Vec<String>, Vec<(usize, f64, bool)>);

/// The values of a series that a chart draws.
#[pyfunction]
#[pyo3(name = "_drawn")]
pub(crate) fn drawn(py: Python<'_>, series: &Bound<'_, Item>) -> PyResult<Drawn> {
    let State::Record(found) = &*series.get().state else {
        return Err(PyTypeError::new_err("only a series is drawn"));
    };
    guard(|| {
        let tree = &found.read_in(py)?.record;
        let values = observed(tree).enumerate().filter(|(_, value)| value.stands());
        // Pixels need no more digits than a float has; the table holds them all.
        let values = values.filter_map(|(at, value)| {
            let number: f64 = value.number()?.to_string().parse().ok()?;
            Some((at, number, value.is_of_a_year()))
        });
        Ok((comparable(tree), values.collect()))
    })
}
