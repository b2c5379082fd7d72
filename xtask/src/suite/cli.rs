//! The command line as the suites run it that watch it from outside: the binary, and a run of every command.

use std::path::PathBuf;

use anyhow::Result;

use crate::metadata::Metadata;
use crate::process::Log;
use crate::repo::Repo;

/// Every command, and most forms of answers.
pub(super) const COMMANDS: &[&[&str]] = &[
    &["brief"],
    &["brief", "--lang", "ko"],
    &["list"],
    &["list", "--format", "json"],
    &["projects", "pillar:B", "--format", "csv"],
    &["show", "kadif", "asean"],
    &["search", "cooperation fund"],
    &["timeline", "kind:event"],
    &["cite", "kadif"],
    &["cite", "kadif", "--as", "bibtex"],
    &["total", "goods-trade", "over:asean"],
    &["rank", "goods-trade", "one:asean,eu", "--format", "csv"],
    &["fields"],
    &["explain"],
    &["schema", "project"],
    &["completions", "bash"],
    &["man"],
    &["pack", "-o", "-"],
    &["validate", "data/asean-rok"],
    &["fmt", "--check", "data/asean-rok"],
    &["--help"],
    &["list", "pillar:Z"],
];

/// The binary, as a plain build makes it.
pub(super) fn binary(repo: &Repo, log: &Log) -> Result<PathBuf> {
    log.run(repo.cargo().args(["build", "--locked", "-p", "partnership-cli"]))?;
    let name = format!("debug/partnership{}", std::env::consts::EXE_SUFFIX);
    Ok(Metadata::read(repo)?.target_directory.join(name))
}
