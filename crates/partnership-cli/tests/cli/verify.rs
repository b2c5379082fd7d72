//! What `verify` tells of an invented text: places that are found, recorded, moved and changed.

use std::fs;
use std::path::Path;

use crate::run::{copy, told_in};

/// Invented, as are its speakers.
const TALK: &str = "\
Gazette of the Lakes, spring

The League, which Ada Quill leads, opened a bridge in “spring”.

Gazette: Who made it?

Speaker: The members of the League.

It took a year, and the mill stood still.

Gazette: What comes next?

Speaker: A council on floods.

Timber sold, in tonnes: 12, 14

Printed at the mill
";

/// Places of the invented record, as an interview has them.
const PLACES: &[(&str, &str)] = &[
    ("p. 1", "introduction"),
    ("p. 2", "A1 ¶1–2"),
    ("p. 3", "A1 ¶1"),
    ("p. 4", "A2 ¶1"),
    ("p. 5", "A2 ¶4"),
];

/// A slip in a place that somebody names is told: no citation gives it.
#[test]
fn a_place_that_no_citation_names_is_told() {
    let folder = set_up();
    let asked = ["--data", "lakes", "verify", "gazette-2030", "talk.txt", "--place"];
    let told = |place| told_in(folder.path(), &[&asked[..], &[place]].concat());
    assert!(told("foo=3").contains("Note: no citation names the place `foo`"));
    assert!(!told("table=9").contains("Note: "));
}

/// The record beside the text, with such places.
fn set_up() -> tempfile::TempDir {
    let copy = copy();
    let mut waiting = vec![copy.path().join("lakes")];
    while let Some(folder) = waiting.pop() {
        for entry in
            fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path())
        {
            if entry.is_dir() {
                waiting.push(entry);
            } else {
                let mut text = fs::read_to_string(&entry).expect("a text");
                for (old, new) in PLACES {
                    text = text.replace(&format!("\"{old}\""), &format!("\"{new}\""));
                }
                fs::write(entry, text).expect("a text that may be changed");
            }
        }
    }
    fs::write(copy.path().join("talk.txt"), TALK).expect("a folder that may be changed");
    copy
}

fn verify(folder: &Path, more: &[&str]) -> String {
    let args = ["--data", "lakes", "verify", "gazette-2030", "talk.txt"];
    told_in(folder, &[&args, more].concat())
}

#[test]
fn places_are_found_recorded_and_found_again() {
    let folder = set_up();
    insta::assert_snapshot!("verify_before", verify(folder.path(), &[]));
    let named = ["--place", "table=8", "--place", "p. 7=9", "--place", "p. 6=6"];
    let written = verify(folder.path(), &[&named, &["--write"][..]].concat());
    insta::assert_snapshot!("verify_write", written);
    insta::assert_snapshot!("verify_after", verify(folder.path(), &["--format", "csv"]));
    // What was written is a record without faults, in its normal form.
    insta::assert_snapshot!(told_in(folder.path(), &["validate", "lakes"]), @"lakes: 29 records, no faults");
    insta::assert_snapshot!(told_in(folder.path(), &["fmt", "--check", "lakes"]), @"
    --- standard error
    0 of 17 files would change
    ");
}

#[test]
fn what_moved_changed_or_went_is_told_and_only_numbers_are_renewed() {
    let folder = set_up();
    let named = ["--place", "table=8", "--place", "p. 7=9", "--place", "p. 6=6"];
    verify(folder.path(), &[&named, &["--write"][..]].concat());
    // Other quotation marks, other blanks and another way to write a letter are no change.
    let copied = TALK.replace("“spring”", "\"spring\"").replace(", and", ",\u{a0} and");
    fs::write(folder.path().join("talk.txt"), &copied).unwrap();
    let same = verify(folder.path(), &["--format", "csv"]);
    assert!(!same.contains("changed") && !same.contains("moved"), "{same}");
    let other = copied
        .replace("Gazette: Who", "A line that is new.\n\nGazette: Who")
        .replace("It took a year", "It took two years")
        .replace("\n\nPrinted at the mill", "");
    fs::write(folder.path().join("talk.txt"), other).unwrap();
    // The last paragraph is gone, and with it the passage of a page.
    insta::assert_snapshot!("verify_changed", verify(folder.path(), &["--write"]));
    insta::assert_snapshot!("verify_renewed", verify(folder.path(), &["--format", "csv"]));
}

#[test]
fn what_cannot_be_verified_is_refused() {
    let folder = set_up();
    let run = |args: &[&str]| told_in(folder.path(), args);
    fs::write(folder.path().join("page.pdf"), [0xff, 0xfe]).unwrap();
    let told = [
        run(&["--data", "lakes", "verify", "gazette-2031", "talk.txt"]),
        run(&["--data", "lakes", "verify", "ada-quill", "talk.txt"]),
        run(&["--data", "lakes", "verify", "gazette-2030", "gone.txt"]),
        run(&["--data", "lakes", "verify", "gazette-2030", "page.pdf"]),
        run(&["--data", "lakes", "verify", "gazette-2030", "talk.txt", "--place", "table"]),
        run(&["verify", "interview-lee-2025", "talk.txt", "--write"]),
    ];
    insta::assert_snapshot!("verify_refused", told.concat());
    // A device has no size, and no end.
    let endless = run(&["--data", "lakes", "verify", "gazette-2030", "/dev/zero"]);
    assert!(cfg!(windows) || endless.contains("is larger than a text may be"), "{endless}");
}
