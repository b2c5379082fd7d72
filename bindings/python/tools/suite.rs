//! The suite of `cargo xtask test` that runs this package as a stranger gets it: it moves to `xtask/src/suite/` once the crate joins the
//! workspace. One wheel, in a clean environment of each CPython that is found.

use std::process::Command;

use anyhow::Result;

use super::Suite;
use crate::process::{self, Log};
use crate::repo::Repo;
use crate::report::skip;

pub(super) const SUITE: Suite = Suite {
    name: "python",
    about: "the wheel in clean environments: its tests, the vectors, stubs, types, examples; its classes inside `cargo test`",
    needs: "two CPythons from 3.10, with their shared library; the network once, for pinned packages",
    run,
};

fn run(repo: &Repo, log: &Log) -> Result<()> {
    let check = ["-c", "import sys; sys.exit(sys.version_info < (3, 10))"];
    if process::read(Command::new("python3").args(check)).is_err() {
        return Err(skip("there is no Python 3.10 or later"));
    }
    let test = ["test", "-p", "partnership-python", "--features", "embed", "--locked"];
    log.run(repo.cargo().args(test))?;
    let mut tests = Command::new("python3");
    let script = repo.path("bindings/python/tools/check.py");
    log.run(tests.current_dir(repo.root()).arg(script).arg(repo.cache("python-package")?))
}
