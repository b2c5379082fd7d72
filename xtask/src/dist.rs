//! The command line as it ships: on Linux linked statically, so that it starts without a dynamic linker and runs on every
//! distribution.

use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::metadata::Metadata;
use crate::process::{self, Log};
use crate::repo::Repo;

/// Build it; gives where it stands.
///
/// # Errors
///
/// When it does not build: on Linux the C library must be there for static linking, too.
pub(crate) fn build(repo: &Repo, log: &Log) -> Result<PathBuf> {
    let host = host()?;
    let mut command = repo.cargo();
    // `-p`, since a build of the workspace would unite features.
    command.args(["build", "--release", "--locked", "-p", "partnership-cli", "--target", &host]);
    if cfg!(all(target_os = "linux", target_env = "gnu")) {
        // With a target named, the flags are not those of build scripts and derives, which cannot be linked so.
        // At a fixed address nothing is relocated at start, which otherwise writes to 34 pages before any work. The price
        // is that code and constants always stand at the same place, which a program pays for that talks to no network and
        // whose own code and that of most of its crates is safe.
        let flags = r#"["-Ctarget-feature=+crt-static", "-Crelocation-model=static"]"#;
        command.args(["--config", &format!("target.{host}.rustflags={flags}")]);
    }
    log.run(&mut command).context("see the log in `.cache/logs/`")?;
    let name = format!("{host}/release/partnership{EXE_SUFFIX}");
    Ok(Metadata::read(repo)?.target_directory.join(name))
}

/// Build it and say where it stands.
///
/// # Errors
///
/// As of [`build`].
pub(crate) fn run(repo: &Repo) -> Result<String> {
    let binary = build(repo, &Log::new(repo, "dist")?)?;
    Ok(format!("{}\n", binary.display()))
}

/// The platform of this machine, as the compiler names it.
fn host() -> Result<String> {
    let said = process::read(Command::new("rustc").arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("`rustc -vV` names no host")
}
