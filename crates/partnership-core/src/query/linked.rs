//! How often records are referred to: what `links:ID` finds, counted for all ids at once.

use super::field;
use crate::sorted::{SortedMap, SortedSet};
use crate::value::Truth;
use crate::view::{Verdict, View};

/// By id how many records of a view refer to it, or may; an id to which none does is left out.
pub(crate) fn counts<'a>(view: &View<'a>) -> SortedMap<&'a str, usize> {
    let dataset = view.dataset();
    let mut counts: SortedMap<&str, usize> = SortedMap::default();
    // What the index does not promise is read, each record once.
    let mut open: SortedMap<u32, SortedSet<&str>> = SortedMap::default();
    dataset.index().each("links", &mut |id, record, sure| {
        if sure && view.lens().is_plain() {
            *counts.or_default(id) += 1;
        } else {
            open.or_default(record).insert(id);
        }
    });
    let Some(links) = field::resolve("links") else { return counts };
    for (number, mut ids) in open {
        let (kind, record) = (dataset.kind(number), dataset.tree(number));
        let held = view.lens().record(kind, &record);
        links.collect(view.lens(), kind, &record, view.day(), &mut |id, link: Verdict| {
            if held.and(link).truth == Truth::No {
                return;
            }
            if let Some(id) = ids.take(id) {
                *counts.or_default(id) += 1;
            }
        });
    }
    counts
}
