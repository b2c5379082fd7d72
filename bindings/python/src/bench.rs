//! What the core takes without Python, for the script that measures what Python adds.

use std::hint::black_box;
use std::time::Instant;

use partnership_core::Dataset;
use pyo3::prelude::*;

use crate::guard::detached;

/// The mean time of a search in the core, in microseconds, over so many searches.
#[pyfunction]
#[pyo3(name = "_core_search")]
pub(crate) fn core_search(py: Python<'_>, text: &str, times: u32) -> PyResult<f64> {
    detached(py, || {
        let view = Dataset::embedded().view();
        let start = Instant::now();
        for _ in 0..times {
            black_box(view.search(black_box(text)));
        }
        start.elapsed().as_secs_f64() * 1e6 / f64::from(times.max(1))
    })
}
