//! Readers that go away: nothing on standard error, and the exit code of success.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use crate::run::{command, data};

#[test]
fn every_command_may_be_read_in_part() {
    let folder = tempfile::tempdir().unwrap();
    let init = folder.path().join("new");
    let pages = folder.path().join("pages");
    let tables = folder.path().join("tables");
    let (init, pages) = (init.to_str().unwrap(), pages.to_str().unwrap());
    let mut all: Vec<Vec<&str>> = vec![
        vec!["brief"],
        vec!["list"],
        vec!["list", "--format", "csv"],
        vec!["list", "--format", "json"],
        vec!["list", "--format", "jsonl"],
        vec!["list", "--format", "md"],
        vec!["show", "asean", "kr"],
        vec!["search", "asean"],
        vec!["timeline"],
        vec!["cite"],
        vec!["coverage"],
        vec!["wanted"],
        vec!["total", "goods-trade", "over:asean"],
        vec!["rank", "goods-trade", "period:2023"],
        vec!["fields"],
        vec!["explain"],
        vec!["completions", "bash"],
        vec!["man"],
        vec!["pack", "-o", "-"],
        vec!["schema", "project"],
        vec!["--help"],
        vec!["list", "--help"],
        vec!["--version"],
        vec!["init", init],
        vec!["export", "csv", "-o", tables.to_str().unwrap()],
        vec!["validate", "lakes"],
        vec!["fmt", "--check", "lakes"],
        vec!["man", pages],
    ];
    all.extend(partnership_core::Kind::ALL.iter().map(|kind| vec![kind.plural()]));
    for args in all {
        for lines in [0, 1] {
            // What makes a new folder makes it once.
            let args = match args[0] {
                makes @ ("init" | "export") if lines == 1 => vec![makes, "--help"],
                _ => args.clone(),
            };
            let mut child = command(&data(), &args)
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            let mut out = BufReader::with_capacity(16, child.stdout.take().unwrap());
            let mut line = Vec::new();
            if lines == 1 {
                out.read_until(b'\n', &mut line).unwrap();
            }
            drop(out);
            let output = child.wait_with_output().unwrap();
            let err = String::from_utf8_lossy(&output.stderr);
            let err = if args[0] == "fmt" { "" } else { &err };
            assert_eq!((output.status.code(), err), (Some(0), ""), "{args:?}");
        }
    }
}
