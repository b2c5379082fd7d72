//! The one guarded entry: a panic becomes the ordinary internal error, and prints nothing.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use crate::PartnershipError;

thread_local! {
    /// What a panic under guard said; none where no guard stands.
    static SAID: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Lets panics under guard be told by their error alone. Others are printed as before.
fn quiet() {
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

/// Runs what may panic; a panic becomes [`PartnershipError::Internal`].
pub(crate) fn guard<T>(
    work: impl FnOnce() -> Result<T, PartnershipError>,
) -> Result<T, PartnershipError> {
    let (mut work, mut result) = (Some(work), None);
    let said = run(&mut || result = work.take().map(|work| work()));
    result.unwrap_or_else(|| Err(PartnershipError::internal(&said)))
}

/// Runs what may panic, and tells what a panic said. Built once for all entries.
fn run(work: &mut dyn FnMut()) -> String {
    static QUIET: Once = Once::new();
    QUIET.call_once(quiet);
    let outer = SAID.with(|said| said.replace(Some(String::new())));
    // What is shared is frozen, or set once and whole: nothing half done is seen after a panic, which is told by there
    // being no result.
    _ = catch_unwind(AssertUnwindSafe(work));
    SAID.with(|said| said.replace(outer)).unwrap_or_default()
}
