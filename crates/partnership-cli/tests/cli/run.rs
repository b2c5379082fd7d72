//! Running the command where nothing of the machine shows: no clock, no terminal, no colour, one width.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The folder with the dataset `lakes`, which is invented.
pub(crate) fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

/// The command in a folder, on 2031-06-01, with an empty environment.
pub(crate) fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_partnership"));
    command.env_clear().env("SOURCE_DATE_EPOCH", "1938038400");
    command.args(args).current_dir(folder).stdin(Stdio::null());
    command
}

/// What a command prints, where, and how it ends.
pub(crate) fn told_in(folder: &Path, args: &[&str]) -> String {
    let output = command(folder, args).output().expect("the command runs");
    let Output { status, stdout, stderr } = output;
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("all that is printed is UTF-8");
    let (out, err) = (text(stdout), text(stderr));
    let mut told = out;
    if !err.is_empty() {
        told.push_str(&format!("--- standard error\n{err}"));
    }
    match status.code() {
        Some(0) => {}
        code => told.push_str(&format!("--- exit code {}\n", code.unwrap_or(-1))),
    }
    told
}

/// The same of the dataset `lakes`.
pub(crate) fn told(args: &[&str]) -> String {
    let mut all = vec!["--data", "lakes"];
    all.extend(args);
    told_in(&data(), &all)
}

/// A copy of the dataset `lakes` that may be changed.
pub(crate) fn copy() -> tempfile::TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    let (from, to) = (data().join("lakes"), copy.path().join("lakes"));
    let mut waiting = vec![PathBuf::new()];
    while let Some(folder) = waiting.pop() {
        std::fs::create_dir_all(to.join(&folder)).expect("a folder");
        for entry in std::fs::read_dir(from.join(&folder)).expect("the dataset is there") {
            let path = folder.join(entry.expect("an entry").file_name());
            if from.join(&path).is_dir() {
                waiting.push(path);
            } else {
                std::fs::copy(from.join(&path), to.join(&path)).expect("a copy");
            }
        }
    }
    copy
}
