//! Rules for Rust files that no lint keeps.

use super::{Fault, File, Tree};

/// More lines than this are more than one noun or one operation.
const MOST_LINES: usize = 500;

/// Files that may be longer, each with its reason.
const LONG: &[(&str, &str)] = &[
    (
        "crates/partnership-core/src/query/parse.rs",
        "one machine: its states and what each refuses are read together",
    ),
    (
        "crates/partnership-core/tests/engine.rs",
        "one machine: random questions and the ways they are answered",
    ),
    ("crates/partnership-core/tests/query_syntax.rs", "one table of inputs and their messages"),
    ("crates/partnership-core/tests/values.rs", "one table of inputs and their messages"),
];

/// What hides a fault from the next reader, and what to do instead. In two parts, so that this file does not hold it.
const HIDING: &[(&str, &str, &str)] = &[
    ("#[allow", "(", "use `#[expect(lint, reason = \"…\")]`"),
    ("#![allow", "(", "use `#![expect(lint, reason = \"…\")]`"),
    ("todo", "!(", "finish it"),
    ("unimplemented", "!(", "finish it"),
    ("FIX", "ME", "mend it, or open an issue"),
    ("#[ig", "nore", "make the test run, or give it a command of its own"),
];

/// A reader of any file learns first what it is for.
pub(super) fn opens_with_docs(file: &File, _: &Tree) -> Vec<Fault> {
    if !file.is("rs") || file.text.starts_with("//!") {
        return Vec::new();
    }
    vec![Fault::of_line(1, "say in a first line `//! …` what the file is for")]
}

/// A file holds one noun or one operation.
pub(super) fn is_short(file: &File, _: &Tree) -> Vec<Fault> {
    let lines = file.text.lines().count();
    let may_be_long = LONG.iter().any(|(path, _)| *path == file.path);
    if !file.is("rs") || lines <= MOST_LINES || may_be_long {
        return Vec::new();
    }
    vec![Fault::of_file(format!(
        "{lines} lines, more than {MOST_LINES}: one noun or one operation a file"
    ))]
}

/// Nothing is silenced, left open or switched off.
pub(super) fn hides_nothing(file: &File, _: &Tree) -> Vec<Fault> {
    let mut found = Vec::new();
    if !file.is("rs") {
        return found;
    }
    for (number, line) in file.lines() {
        for (head, tail, instead) in HIDING {
            let hiding = format!("{head}{tail}");
            if line.contains(&hiding) {
                found.push(Fault::of_line(number, format!("`{hiding}`: {instead}")));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::faults;

    #[test]
    fn rust_files_say_what_they_are_for_are_short_and_hide_nothing() {
        let long = format!("//! Long.\n{}", "// more\n".repeat(500));
        let hiding = format!("//! Hides.\n#[allow{}dead_code)]\nfn later() {{}}\n", "(");
        let files = [
            ("src/bare.rs", "fn main() {}\n"),
            ("src/hides.rs", hiding.as_str()),
            ("src/long.rs", long.as_str()),
        ];
        let hidden =
            format!("src/hides.rs:2: `#[allow{}`: use `#[expect(lint, reason = \"…\")]`", "(");
        let told = [
            "src/bare.rs:1: say in a first line `//! …` what the file is for",
            &hidden,
            "src/long.rs: 501 lines, more than 500: one noun or one operation a file",
        ];
        assert_eq!(faults(&files), told);
    }
}
