//! The questions of `tests/vectors/`, asked of the embedded record, and those of `tests/cases/`, asked of its own dataset.

mod question;

use std::path::Path;

use partnership_core::Dataset;

#[test]
fn the_embedded_record_answers_as_was_written_beforehand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    question::check(&folder, Dataset::embedded(), 0);
}

#[cfg(feature = "folder")]
#[test]
fn the_hard_cases_are_answered_as_was_written_beforehand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let dataset = Dataset::load(&folder).expect("the hard cases break no rule");
    question::check(&folder.with_file_name("cases.questions"), &dataset, 0);
}
