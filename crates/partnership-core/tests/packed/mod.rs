//! Packed lines that a test may change.

use partnership_core::Dataset;

/// The packed lines without what the manifest says of the others, as a file of an earlier release has them.
pub(crate) fn lines(dataset: &Dataset) -> String {
    let packed = dataset.to_packed();
    let (head, records) = packed.split_once('\n').expect("a manifest stands first");
    let (head, _) = head.split_once(",\"records\":").expect("it says how many records there are");
    format!("{head}}}\n{records}")
}
