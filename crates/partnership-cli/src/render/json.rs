//! Answers for programs: the whole envelope, or a row a line.

use partnership_core::answer::Answer;

use super::escape;

/// The whole envelope, indented, with a final line feed.
pub(crate) fn envelope(answer: &Answer) -> String {
    written(&answer.to_json_pretty())
}

/// JSON that is ready, as it is printed: nothing in it reaches a terminal raw.
pub(crate) fn written(json: &str) -> String {
    format!("{}\n", escape::json(json))
}

/// Each row on a line.
pub(crate) fn lines(answer: &Answer) -> String {
    let rows = answer.rows().iter().map(|row| {
        // Rows are made of what JSON can write.
        written(&serde_json::to_string(row).unwrap_or_default())
    });
    rows.collect()
}
