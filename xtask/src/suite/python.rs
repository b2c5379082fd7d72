//! The Python package as a stranger gets it: one wheel, in a clean environment of each CPython that is found.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::Suite;
use crate::process::{self, Log};
use crate::repo::Repo;
use crate::report::skip;

pub(super) const SUITE: Suite = Suite {
    name: "python",
    about: "the wheel in clean environments: its tests, the vectors, stubs, types, examples; its classes",
    needs: "two CPythons from 3.10, the first with its shared library; the network once, for pinned packages",
    run,
};

/// Where the library is that a program with an interpreter inside links; fails where there is none.
const LIBRARY: &str = "
import os, sys, sysconfig
folder, name = map(sysconfig.get_config_var, ('LIBDIR', 'LDLIBRARY'))
sys.exit(sys.version_info < (3, 10) or not os.path.exists(os.path.join(folder, name)))
";

fn run(repo: &Repo, log: &Log) -> Result<()> {
    if process::read(Command::new("python3").args(["-c", LIBRARY])).is_err() {
        return Err(skip("there is no Python 3.10 or later with its shared library"));
    }
    let cache = repo.cache("python-package")?;
    let ready = log.run(&mut check(repo, "prepare", &cache));
    ready.map_err(|_| {
        skip("there are no two CPythons, or pip cannot install the pinned packages; see `.cache/logs`")
    })?;
    log.run(&mut embedded(repo)?)?;
    log.run(&mut check(repo, "run", &cache))
}

fn check(repo: &Repo, task: &str, cache: &Path) -> Command {
    let mut command = Command::new("python3");
    let script = repo.path("bindings/python/tools/check.py");
    command.current_dir(repo.root()).arg(script).arg(task).arg(cache);
    command
}

/// The tests with an interpreter inside. It is the one that links, whatever stands first in the path.
fn embedded(repo: &Repo) -> Result<Command> {
    let told = |code: &str| process::read(Command::new("python3").args(["-c", code]));
    let library = told("import sysconfig; print(sysconfig.get_config_var('LIBDIR'), end='')")?;
    let home = told("import sys; print(sys.base_prefix, end='')")?;
    let program = told("import sys; print(sys._base_executable, end='')")?;
    let mut command = repo.cargo();
    command.args(["test", "-p", "partnership-python", "--features", "embed", "--locked"]);
    command.env("PYO3_PYTHON", program).env("PYTHONHOME", home);
    command.env("LD_LIBRARY_PATH", PathBuf::from(library));
    Ok(command)
}
