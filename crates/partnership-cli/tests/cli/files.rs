//! What happens to files: made, packed, formatted, and left whole.

use std::fs;
use std::path::Path;

use crate::run::{command, copy, data, told_in};

#[test]
fn a_new_partnership_is_valid_at_once_and_answers() {
    let folder = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| told_in(folder.path(), args);
    insta::assert_snapshot!(run(&["init", "lake-town", "--title", "Lake \"&\" Town"]), @"
    lake-town: 16 files and their schemas

    Next:
      partnership --data lake-town brief
      partnership validate lake-town
    ");
    insta::assert_snapshot!(run(&["validate", "lake-town"]), @"lake-town: 23 records, no faults");
    insta::assert_snapshot!(run(&["fmt", "lake-town", "--check"]), @"
    --- standard error
    0 of 16 files would change
    ");
    insta::assert_snapshot!("init_brief", run(&["--data", "lake-town", "brief"]));
    insta::assert_snapshot!("init_list", run(&["--data", "lake-town", "list"]));
    insta::assert_snapshot!(run(&["init", "lake-town"]), @"
    --- standard error
    error: `lake-town` is not empty
    help: give the name of a new folder
    --- exit code 2
    ");
    insta::assert_snapshot!(run(&["init", "Lake Town"]), @"
    --- standard error
    error: `Lake Town` is not an id; expected at most 64 small letters and digits in words joined by `-`, such as `asean-rok-summit-2024`
    help: give a slug with `--id`
    --- exit code 2
    ");
    insta::assert_snapshot!(
        "init_with_an_id_that_is_taken",
        run(&["init", "b", "--id", "first-side"])
    );
    assert!(!folder.path().join("b").exists());
    // A folder is named by what it is called, not by how it is given; a title is no template.
    let here = folder.path().join("river-mill");
    fs::create_dir(&here).unwrap();
    told_in(&here, &["init", ".", "--title", "The @ID@ of @TODAY@"]);
    let manifest = fs::read_to_string(here.join("dataset.toml")).unwrap();
    assert!(manifest.contains("id = \"river-mill\""), "{manifest}");
    assert!(manifest.contains("The @ID@ of @TODAY@"), "{manifest}");
    let kinds = partnership_core::Kind::ALL.iter().map(|kind| {
        let asked = format!("kind:{kind}");
        run(&["--data", "lake-town", "list", &asked, "--format", "jsonl"])
    });
    assert!(kinds.into_iter().all(|told| told.starts_with('{')));
}

#[test]
fn a_packed_dataset_answers_as_its_folder_does() {
    let copy = copy();
    let run = |args: &[&str]| told_in(copy.path(), args);
    insta::assert_snapshot!("pack", run(&["pack", "lakes", "-o", "lakes.partnership"]));
    for asked in [
        &["brief"][..],
        &["list"],
        &["show", "flood-council-2030"],
        &["timeline"],
        &["cite"],
        &["search", "bridge"],
        &["total", "timber-trade", "over:river-league"],
    ] {
        for form in ["text", "json"] {
            let of = |data| run(&[&["--data", data, "--format", form], asked].concat());
            assert_eq!(of("lakes"), of("lakes.partnership"), "{asked:?}");
        }
    }
    assert_eq!(
        run(&["--data", "lakes", "pack", "-o", "-"]),
        fs::read_to_string(copy.path().join("lakes.partnership")).unwrap()
    );
    insta::assert_snapshot!(run(&["validate", "lakes.partnership"]), @"lakes.partnership: 29 records, no faults");
    // A newer minor format is read, and what is not known is told.
    let text = fs::read_to_string(copy.path().join("lakes.partnership")).unwrap();
    // One that somebody altered is refused, unless its manifest says nothing of the records.
    fs::write(copy.path().join("altered.partnership"), text.replacen("4.5e6", "4.6e6", 1)).unwrap();
    let altered = run(&["validate", "altered.partnership"]);
    assert!(altered.contains("the records are not those that were packed"), "{altered}");
    let (head, records) = text.split_once('\n').unwrap();
    let (head, _) = head.split_once(",\"records\":").unwrap();
    let newer = format!("{head}}}\n{records}").replacen("\"1.0\"", "\"1.9\"", 1);
    fs::write(
        copy.path().join("newer.partnership"),
        newer.replace("\"form\":\"activity\"", "\"mood\":\"x\",\"form\":\"activity\""),
    )
    .unwrap();
    insta::assert_snapshot!(
        "a_newer_minor_format",
        run(&["--data", "newer.partnership", "list", "id:formula"])
    );
    fs::write(copy.path().join("major.partnership"), text.replacen("\"1.0\"", "\"2.0\"", 1))
        .unwrap();
    insta::assert_snapshot!(run(&["--data", "major.partnership", "brief"]), @"
    --- standard error
    error: `major.partnership`: the file has format 2.0; this release reads format 1.0: take a newer release
    --- exit code 1
    ");
}

#[test]
fn formatting_changes_form_only_and_only_once() {
    let copy = copy();
    let run = |args: &[&str]| told_in(copy.path(), args);
    let file = copy.path().join("lakes/persons/ada-quill.toml");
    let clean = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{}\n\n", clean.replace('\n', "  \r\n"))).unwrap();
    fs::write(copy.path().join("lakes/persons/broken.toml"), "name = \n").unwrap();
    insta::assert_snapshot!(run(&["fmt", "lakes", "--check"]), @"
    persons/ada-quill.toml
    --- standard error
    1 of 18 files would change; left alone, since not TOML: persons/broken.toml
    --- exit code 1
    ");
    assert_ne!(fs::read_to_string(&file).unwrap(), clean);
    insta::assert_snapshot!(run(&["fmt", "lakes"]), @"
    persons/ada-quill.toml
    --- standard error
    1 of 18 files changed; left alone, since not TOML: persons/broken.toml
    ");
    assert_eq!(fs::read_to_string(&file).unwrap(), clean);
    insta::assert_snapshot!(run(&["fmt", "lakes"]), @"
    --- standard error
    0 of 18 files changed; left alone, since not TOML: persons/broken.toml
    ");
}

#[test]
fn schemas_and_manuals_are_written_into_folders() {
    let folder = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| told_in(folder.path(), args);
    insta::assert_snapshot!(run(&["schema", "-o", "schemas"]), @"15 schemas written");
    assert!(folder.path().join("schemas/project.json").is_file());
    assert!(run(&["schema", "project"]).starts_with('{'));
    let pages = run(&["man", "pages"]);
    assert!(pages.ends_with("pages written\n"), "{pages}");
    assert!(folder.path().join("pages/partnership-show.1").is_file());
    assert!(run(&["man"]).contains(".TH partnership 1"));
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(run(&["completions", shell]).contains("partnership"), "{shell}");
    }
}

#[test]
fn what_cannot_be_written_is_told_and_the_old_file_stays() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("taken");
    fs::write(&file, "old").unwrap();
    let told = told_in(
        folder.path(),
        &["--data", data().join("lakes").to_str().unwrap(), "pack", "-o", "taken/new"],
    );
    insta::assert_snapshot!(told, @"
    --- standard error
    error: cannot write `taken/new`: not a directory
    --- exit code 4
    ");
    assert_eq!(fs::read_to_string(&file).unwrap(), "old");
}

/// A disk that is full: nothing of an answer is lost in silence.
#[test]
#[cfg(target_os = "linux")]
fn an_answer_that_cannot_be_written_is_told() {
    if !Path::new("/dev/full").exists() {
        return;
    }
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = command(&data(), &["explain"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(4));
    insta::assert_snapshot!(String::from_utf8(output.stderr).unwrap(), @"error: cannot write the answer: No space left on device (os error 28)");
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    assert_eq!(command(&data(), &["--help"]).stdout(full).status().unwrap().code(), Some(4));
}

/// What a cell says and nobody can read is one fault, of that cell.
#[test]
fn a_cell_that_cannot_be_read_is_told_once() {
    let copy = copy();
    let table = copy.path().join("lakes/series/timber.csv");
    for wrong in ["\"1,000\"", "=1+1", "inf"] {
        fs::write(&table, format!("counterpart,period,value\nnorthbank,2028,{wrong}\n")).unwrap();
        let told = told_in(copy.path(), &["validate", "lakes"]);
        assert!(!told.contains("P0218") && told.contains("P0106"), "{wrong}: {told}");
        assert_eq!(told.matches("timber.csv").count(), 1, "{wrong}: {told}");
    }
}

/// Nobody looked for news on a day to come; and a dataset is of one partnership.
#[test]
fn a_manifest_that_cannot_be_true_is_told() {
    let copy = copy();
    let run = |args: &[&str]| told_in(copy.path(), args);
    let path = copy.path().join("lakes/dataset.toml");
    let manifest = fs::read_to_string(&path).unwrap();
    fs::write(&path, manifest.replace("2031-05-20", "9999-12-31")).unwrap();
    insta::assert_snapshot!(run(&["validate", "lakes"]), @"
    lakes: 29 records, no faults
    --- standard error
    note: `checked_on` is 9999-12-31, a day to come
    ");
    insta::assert_snapshot!(run(&["--data", "lakes", "--max-age", "1", "brief"]), @"
    --- standard error
    error: the record says that it was checked on 9999-12-31, which is after 2031-06-01
    help: put `checked_on` right in `dataset.toml`, or the clock
    --- exit code 3
    ");
    let (head, _) = manifest.split_once("[partnership]").unwrap();
    fs::write(&path, head).unwrap();
    insta::assert_snapshot!(run(&["validate", "lakes"]), @"
    error[P0103]: a dataset is of a partnership, and this has none
     --> lakes/dataset.toml:1:1
      |
    1 | # An invented partnership, for tests of what the command prints.
      | ^
      |
    help: write the table `[partnership]`: what it is, its sides, its levels

    1 fault in 1 file; `partnership explain P0103` tells more
    --- exit code 1
    ");
}

/// A file is no folder, and has nothing to be formatted.
#[test]
fn a_packed_file_is_not_formatted() {
    let copy = copy();
    let run = |args: &[&str]| told_in(copy.path(), args);
    run(&["pack", "lakes", "-o", "lakes.partnership"]);
    insta::assert_snapshot!(run(&["fmt", "lakes.partnership"]), @"
    --- standard error
    error: `lakes.partnership` is a file; `fmt` formats the files of a folder
    help: a packed file has one form only: `partnership pack` writes it
    --- exit code 2
    ");
}
