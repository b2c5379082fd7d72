//! A claimant's own figure is the claim, and never evidence for it.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::Dataset;
use crate::describe::{Node, Struct};
use crate::sorted::SortedSet;

/// Whose word does not count: the sources of a claim, and those that its speaker wrote.
#[derive(Debug, Default)]
pub(crate) struct Own {
    sources: SortedSet<String>,
    speaker: Option<String>,
    written: RefCell<HashMap<String, bool>>,
}

impl Own {
    /// The sources and the speaker of a claim.
    pub(crate) fn of(claim: &Struct<'_>) -> Self {
        let sources = claim.parts("cite").filter_map(|cite| cite.leaf("source"));
        Self {
            sources: sources.map(str::to_owned).collect(),
            speaker: claim.leaf("speaker").map(str::to_owned),
            written: RefCell::default(),
        }
    }

    /// Of some citations those that another source gives. Where there are none, what they support is the claimant's own.
    pub(crate) fn others<'s, 'n: 's>(
        &self,
        dataset: &Dataset,
        cites: impl Iterator<Item = &'s Struct<'n>>,
    ) -> Vec<Struct<'static>> {
        let other = cites.filter(|cite| !self.is_own(dataset, cite.leaf("source")));
        other.cloned().map(Struct::into_owned).collect()
    }

    fn is_own(&self, dataset: &Dataset, source: Option<&str>) -> bool {
        let Some(source) = source else { return true };
        if self.sources.contains(source) {
            return true;
        }
        let Some(speaker) = &self.speaker else { return false };
        let wrote = || {
            let source = dataset.find(source).map(|number| dataset.tree(number));
            source.is_some_and(|source| {
                let mut authors = source.list("author").iter().filter_map(Node::as_str);
                authors.any(|author| author == speaker)
            })
        };
        *self.written.borrow_mut().entry(source.to_owned()).or_insert_with(wrote)
    }
}
