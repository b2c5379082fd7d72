//! The one guarded entry: a panic becomes an ordinary exception of ours, and prints nothing.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};

use pyo3::prelude::*;

use crate::errors;

thread_local! {
    /// What a panic under guard said; none where no guard stands.
    static SAID: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Lets panics under guard be told by their exception alone. Others are printed as before.
pub(crate) fn quiet() {
    let before = take_hook();
    set_hook(Box::new(move |info| {
        let kept = SAID.with(|said| match said.try_borrow_mut() {
            Ok(mut said) if said.is_some() => {
                *said = Some(info.to_string());
                true
            }
            _ => false,
        });
        if !kept {
            before(info);
        }
    }));
}

/// Runs what may panic; a panic becomes `partnership.InternalError`.
pub(crate) fn guard<T>(work: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    match caught(work) {
        Ok(result) => result,
        Err(said) => Err(errors::internal(&said)),
    }
}

/// Asks the core without the interpreter's lock; a panic becomes `partnership.InternalError`.
pub(crate) fn detached<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> PyResult<T> {
    py.detach(|| caught(work)).map_err(|said| errors::internal(&said))
}

fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    let outer = SAID.with(|said| said.replace(Some(String::new())));
    // What is shared is frozen, or set once and whole: nothing half done is seen after a panic.
    let result = catch_unwind(AssertUnwindSafe(work));
    let said = SAID.with(|said| said.replace(outer));
    result.map_err(|_| said.unwrap_or_default())
}

/// Panics below the guard. For the test that no panic leaves as anything but `InternalError`.
#[pyfunction]
#[pyo3(name = "_panic")]
pub(crate) fn panic_for_tests(py: Python<'_>) -> PyResult<()> {
    detached(py, || {
        let none: &[u8] = &[];
        let at = std::hint::black_box(7);
        std::hint::black_box(none[at]);
    })
}
