//! The questions of `tests/vectors/`, asked of the embedded record, and those of `tests/cases/`, asked of its own dataset.

mod question;

use std::path::{Path, PathBuf};

use partnership_core::Dataset;

fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors")
}

#[test]
fn the_embedded_record_answers_as_was_written_beforehand() {
    question::check(&vectors(), Dataset::embedded(), 100);
}

#[cfg(feature = "folder")]
#[test]
fn the_hard_cases_are_answered_as_was_written_beforehand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let dataset = Dataset::load(&folder).expect("the hard cases break no rule");
    question::check(&folder.with_file_name("cases.questions"), &dataset, 60);
}

/// Twenty values, spread over the record by a fixed step, are changed one at a time.
#[test]
fn a_changed_value_fails_some_question() {
    let packed = Dataset::embedded().to_packed();
    let values: Vec<_> = places(&packed).collect();
    let mut at = 1_usize;
    for _ in 0..20 {
        let changed = (0..values.len()).find_map(|step| {
            let place = values[(at + step) % values.len()];
            let text = packed[place.0..place.1].to_owned();
            let other = format!("{}{}{}", &packed[..place.0], changed(&text)?, &packed[place.1..]);
            // A change that breaks a rule is refused when it is loaded: that is a failure of its own, and no question.
            Dataset::from_packed(other.as_bytes()).ok().map(|dataset| (text, dataset))
        });
        let (text, dataset) = changed.expect("some value can be changed");
        let noticed = question::first_failure(&vectors(), &dataset);
        assert!(noticed.is_some(), "no question notices that `{text}` was changed");
        at += values.len() / 20;
    }
}

/// The bytes of the texts of a packed dataset that are values, past its manifest.
fn places(packed: &str) -> impl Iterator<Item = (usize, usize)> {
    let start = packed.find('\n').map_or(0, |end| end + 1);
    packed[start..].match_indices("\":\"").filter_map(move |(at, mark)| {
        let from = start + at + mark.len();
        let length = packed[from..].find('"')?;
        Some((from, from + length))
    })
}

/// Another value of the same form: a digit or letter changed.
fn changed(text: &str) -> Option<String> {
    let (at, letter) =
        text.char_indices().rev().find(|(_, letter)| letter.is_ascii_alphanumeric())?;
    let other = match letter {
        '0'..='8' => char::from(letter as u8 + 1),
        'a'..='y' | 'A'..='Y' => char::from(letter as u8 + 1),
        '9' => '8',
        _ => 'b',
    };
    Some(format!("{}{other}{}", &text[..at], &text[at + 1..]))
}
