//! The Swift package: generated, compiled without a warning, tested, and its example run.

use anyhow::Result;

use super::Suite;
use crate::bindings;
use crate::process::Log;
use crate::repo::Repo;
use crate::report::skip;

pub(super) const SUITE: Suite = Suite {
    name: "swift",
    about: "the Swift package: its tests, the vectors, format, no warning in Swift 6 mode, example",
    needs: "Swift from 6.0, or root on Debian with `debootstrap` and the network once (2.6 GB in `.cache/`)",
    run,
};

fn run(repo: &Repo, log: &Log) -> Result<()> {
    match bindings::missing_for_swift(repo) {
        Some(missing) => Err(skip(missing)),
        None => bindings::verify_swift(repo, log),
    }
}
