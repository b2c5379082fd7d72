//! Any text is read as sentences, or refused; it never panics, and takes time that its length bounds.
#![no_main]

use libfuzzer_sys::fuzz_target;
use partnership_core::Dataset;

fuzz_target!(|text: &str| {
    let view = Dataset::embedded().view();
    let one = view.sentence(text);
    assert_eq!(one.rows().len(), 1);
    let _ = view.sentences(text);
});
