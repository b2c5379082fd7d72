//! Answers for programs: the whole envelope, or a row a line.

use partnership_core::answer::Answer;

use super::escape;

/// The whole envelope, indented, with a final line feed.
pub(crate) fn envelope(answer: &Answer) -> String {
    let mut text = escape::json(&answer.to_json_pretty()).into_owned();
    text.push('\n');
    text
}

/// Each row on a line.
pub(crate) fn lines(answer: &Answer) -> String {
    let rows = answer.rows().iter().map(|row| {
        let line = serde_json::to_string(row).unwrap_or_default();
        format!("{}\n", escape::json(&line))
    });
    rows.collect()
}
