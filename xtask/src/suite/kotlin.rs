//! The Kotlin package: generated, compiled, tested on the JVM, documented, packed, and its example run.

use anyhow::Result;

use super::Suite;
use crate::bindings;
use crate::process::Log;
use crate::repo::Repo;
use crate::report::skip;

pub(super) const SUITE: Suite = Suite {
    name: "kotlin",
    about: "the Kotlin package on the JVM: its tests, the vectors, format, documentation, jar, AAR, example",
    needs: "a JDK from 17 and Maven; the network once, for Maven's packages",
    run,
};

fn run(repo: &Repo, log: &Log) -> Result<()> {
    match bindings::missing_for_kotlin() {
        Some(missing) => Err(skip(missing)),
        None => bindings::verify_kotlin(repo, log),
    }
}
