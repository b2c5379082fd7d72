//! Python for the suites that want a second opinion: one virtual environment in `.cache/python`, with pinned packages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::process::{self, Log};
use crate::repo::Repo;
use crate::report::skip;

/// Every package by its exact version, and so also those that the named ones bring.
const REQUIREMENTS: &str = include_str!("python/requirements.txt");

/// Run a script of `xtask/src/python/` in the environment, from the root of the repository.
///
/// # Errors
///
/// When the script fails; a skip when Python is missing or too old, or its packages cannot be had.
pub(crate) fn script(repo: &Repo, log: &Log, name: &str) -> Result<()> {
    let mut command = Command::new(environment(repo, log)?);
    let script = format!("xtask/src/python/{name}");
    log.run(command.current_dir(repo.root()).args(["-I", "-X", "utf8", &script]))
}

/// The interpreter of the environment; it is made anew whenever the requirements change or a set-up was cut short.
fn environment(repo: &Repo, log: &Log) -> Result<PathBuf> {
    let folder = repo.cache("python")?;
    let interpreter = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let ready = folder.join("ready.txt");
    if fs::read_to_string(&ready).is_ok_and(|text| text == REQUIREMENTS) && interpreter.exists() {
        return Ok(interpreter);
    }
    let host = host()?;
    fs::remove_dir_all(&folder)?;
    let made = log.run(Command::new(host).args(["-m", "venv"]).arg(&folder));
    made.map_err(|error| skip(format!("cannot make a virtual environment: {error:#}")))?;
    install(repo, log, &interpreter)?;
    fs::write(ready, REQUIREMENTS)?;
    Ok(interpreter)
}

fn install(repo: &Repo, log: &Log, interpreter: &Path) -> Result<()> {
    let mut pip = Command::new(interpreter);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]);
    pip.arg("-r").arg(repo.path("xtask/src/python/requirements.txt"));
    log.run(&mut pip).map_err(|_| skip("pip cannot install the pinned packages; see `.cache/logs`"))
}

/// The first Python of this machine that has a TOML reader of its own.
fn host() -> Result<&'static str> {
    let is_new =
        |name: &&&str| process::read(Command::new(name).args(["-c", "import tomllib"])).is_ok();
    match ["python3", "python3.13", "python3.12", "python3.11", "python"].iter().find(is_new) {
        Some(name) => Ok(name),
        None => Err(skip("there is no Python 3.11 or later")),
    }
}
