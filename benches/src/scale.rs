//! A larger dataset: the record again and again, each time with other ids.

use partnership_core::dataset::Draft;
use partnership_core::describe::Node;
use partnership_core::{Dataset, Kind};

use crate::rows::records;

/// The image of a dataset of at least so many records; none when the record has as many.
///
/// Copies refer to what the record refers to. Concepts stay single, since two of one notation would be no answer to a
/// question, and so does the partnership.
pub(crate) fn repeat(dataset: &Dataset, least: usize) -> Option<Vec<u8>> {
    let once = records(dataset);
    if once.len() >= least {
        return None;
    }
    let copied: Vec<_> = once
        .iter()
        .filter(|(kind, _)| !matches!(kind, Kind::Concept | Kind::Partnership))
        .cloned()
        .collect();
    let mut all = once;
    for round in 1_usize.. {
        if all.len() >= least {
            break;
        }
        all.extend(copied.iter().cloned().map(|(kind, mut record)| {
            let id = format!("{}-{round}", record.leaf("id").unwrap_or_default());
            record.set("id", Node::Leaf(id.into()));
            (kind, record)
        }));
    }
    Some(Draft { manifest: dataset.manifest().clone(), records: all }.image())
}
