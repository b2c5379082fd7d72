//! Every test of every crate, documentation included.

use anyhow::Result;

use super::Suite;
use crate::process::Log;
use crate::repo::Repo;

pub(super) const SUITE: Suite = Suite {
    name: "rust",
    about: "every test of every crate, and the examples in their documentation",
    needs: "a Rust toolchain",
    run,
};

fn run(repo: &Repo, log: &Log) -> Result<()> {
    log.run(repo.cargo().args(["test", "--workspace", "--locked", "--no-fail-fast"]))
}
