//! What `diff` tells of a correction, a new record and one that is gone.

use std::fs;
use std::path::Path;

use crate::run::{copy, data, told_in};

fn edit(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join("lakes").join(file);
    let text = fs::read_to_string(&path).expect("the file is there");
    assert!(text.contains(from), "{file}: {from}");
    fs::write(path, text.replacen(from, to, 1)).expect("it can be written");
}

#[test]
fn corrections_additions_and_losses_are_told_in_every_form() {
    let copy = copy();
    let at = copy.path();
    let wrong = "alternative = [{ field = \"span\", value = \"2030-03-01/..\", rank = \"deprecated\", \
                 reason = \"the Gazette tells of the first stone\", cite = [{ source = \"gazette-2030\", at = \"p. 2\" }] }]\ncite = [\n";
    edit(at, "projects/mill-bridge.toml", "span = \"2030-03-01/..\"", "span = \"2030-03-11/..\"");
    edit(at, "projects/mill-bridge.toml", "cite = [\n", wrong);
    edit(
        at,
        "projects/mill-bridge.toml",
        "{ en = \"Mill Bridge\" }",
        "{ en = \"Mill Bridge\", ko = \"방앗간 다리\" }",
    );
    fs::remove_file(at.join("lakes/projects/formula.toml")).unwrap();
    let new = "name = { en = \"Reed <b>Ferry</b>\" }\nform = \"activity\"\ncite = [{ source = \"gazette-2030\", at = \"p. 8\" }]\n";
    fs::write(at.join("lakes/projects/reed-ferry.toml"), new).unwrap();
    let old = data().join("lakes").display().to_string();
    let told = |args: &[&str]| {
        let all = [&["--data", "lakes", "diff", &old], args].concat();
        told_in(at, &all)
    };
    insta::assert_snapshot!("diff_text", told(&[]));
    insta::assert_snapshot!("diff_korean", told(&["--lang", "ko", "--width", "60"]));
    insta::assert_snapshot!("diff_md", told(&["--format", "md"]));
    insta::assert_snapshot!("diff_json", told(&["--format", "json"]));
    insta::assert_snapshot!("diff_csv", told(&["--format", "csv"]));
    insta::assert_snapshot!(told_in(at, &["diff", "lakes", "lakes"]), @"
    Nothing differs: every record and field is the same.

    river-lakes 1.2.0, checked 2031-05-20; as of 2031-05-20
    ");
    insta::assert_snapshot!(told_in(at, &["diff", "lakes", "nowhere"]), @"
    --- standard error
    error: cannot read `nowhere`: no such file or directory
    --- exit code 4
    ");
}
