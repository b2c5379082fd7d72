//! Rules for every file that is text.

use super::{Fault, File, Tree};

/// Files that hold what a program printed or what a test must meet as it is.
const AS_IS: &[&str] = &[".snap", "/tests/faults/"];

/// Folders of one machine, without the slashes around them, so that this file does not hold a path.
const MACHINE: &[&str] = &["work", "root", "home", "Users"];

const MOST_BYTES: usize = 1 << 20;

/// The one folder with a file that may be larger: the embedded record.
const LARGE: &str = "crates/partnership-data/";

/// Line feeds only, no spaces before them, one at the end.
pub(super) fn is_clean(file: &File, _: &Tree) -> Vec<Fault> {
    if AS_IS.iter().any(|part| file.path.contains(part)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    // `str::lines` would drop the carriage return that is looked for.
    for (index, line) in file.text.split('\n').enumerate() {
        if line.ends_with([' ', '\t', '\r']) {
            found.push(Fault::of_line(index + 1, "take the space at the end of the line away"));
        }
    }
    if !file.text.is_empty() && !file.text.ends_with('\n') {
        found.push(Fault::of_file("end the last line with a line feed"));
    }
    found
}

/// A path that starts in a folder of one machine means nothing on another. The path of an address is none.
pub(super) fn names_no_machine(file: &File, _: &Tree) -> Vec<Fault> {
    let mut found = Vec::new();
    for (number, line) in file.lines() {
        if let Some(folder) = MACHINE.iter().find(|folder| starts_a_path(line, folder)) {
            found.push(Fault::of_line(number, format!("`/{folder}/` is a folder of one machine")));
        }
    }
    found
}

/// A large file stays in every clone for ever.
pub(super) fn is_small(file: &File, _: &Tree) -> Vec<Fault> {
    if file.size <= MOST_BYTES || file.path.starts_with(LARGE) {
        return Vec::new();
    }
    vec![Fault::of_file(format!("{} bytes, more than 1 MiB", file.size))]
}

fn starts_a_path(line: &str, folder: &str) -> bool {
    let path = format!("/{folder}/");
    let goes_on = |before: char| before.is_alphanumeric() || "._-~%/*}>".contains(before);
    line.match_indices(&path).any(|(at, _)| !line[..at].ends_with(goes_on))
}

#[cfg(test)]
mod tests {
    use super::super::tests::faults;

    #[test]
    fn text_is_clean_small_and_at_home_everywhere() {
        let home = format!("cd /{}/me\nhttps://example.org/{}/page\n", "home", "home");
        let large = "x\n".repeat(1 << 20);
        let files = [
            ("a.txt", "one \ntwo\r\nthree"),
            ("b.txt", home.as_str()),
            ("c.txt", large.as_str()),
            ("crates/partnership-data/src/record.txt", large.as_str()),
            ("d.snap", "as printed \n"),
        ];
        let machine = format!("b.txt:1: `/{}/` is a folder of one machine", "home");
        let told = [
            "a.txt:1: take the space at the end of the line away",
            "a.txt:2: take the space at the end of the line away",
            "a.txt: end the last line with a line feed",
            &machine,
            "c.txt: 2097152 bytes, more than 1 MiB",
        ];
        assert_eq!(faults(&files), told);
    }
}
