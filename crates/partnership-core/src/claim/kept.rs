//! What was worked out for one reading and is asked again by the next.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::Case;
use super::figures::Key;
use super::pairs::Levels;
use crate::value::Span;

/// The levels that were asked for, by what was asked: many sentences of a text, and many years of one, are of one key.
#[derive(Default)]
pub(crate) struct Kept(RefCell<HashMap<String, Rc<Levels>>>);

impl Case<'_, '_> {
    /// All that a reporter gives for a key in a period, in a unit; without one, in any.
    pub(super) fn levels(
        &self,
        key: &Key,
        reporter: &str,
        period: &Span,
        unit: Option<&str>,
    ) -> Rc<Levels> {
        // No id, date or unit has a line end.
        let asked = [
            &key.measure,
            key.area.as_deref().unwrap_or_default(),
            key.counterpart.as_deref().unwrap_or_default(),
            reporter,
            &period.to_string(),
            unit.unwrap_or_default(),
        ]
        .join("\n");
        if let Some(known) = self.kept.0.borrow().get(&asked) {
            return Rc::clone(known);
        }
        let levels = Rc::new(self.counted(key, reporter, period, unit));
        self.kept.0.borrow_mut().insert(asked, Rc::clone(&levels));
        levels
    }
}
