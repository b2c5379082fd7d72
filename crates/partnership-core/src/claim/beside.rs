//! What the record gives for what was recognised of a sentence that is not read.

use super::Case;
use super::figures::Key;
use super::reading::Evidence;
use crate::model::Figure;
use crate::value::Span;

/// No more rows are shown.
const MOST: usize = 12;

impl Case<'_, '_> {
    /// The rows of some figures in some periods; of periods that are left open, in the last two full years.
    pub(crate) fn beside(&self, figures: &[Figure], periods: &[Span]) -> Vec<Evidence> {
        let open = self.periods(&crate::model::Test::default()).period;
        let periods = if periods.is_empty() { &open } else { periods };
        let mut found: Vec<Evidence> = Vec::new();
        for key in figures.iter().filter_map(Key::of) {
            for reporter in self.figures.reporters(&key, None) {
                for period in periods {
                    let levels = self.levels(&key, &reporter, period, None);
                    let printed = levels.printed.iter().flat_map(|level| &level.evidence);
                    for evidence in printed {
                        if !found.contains(evidence) && found.len() < MOST {
                            found.push(evidence.clone());
                        }
                    }
                }
            }
        }
        found
    }
}
