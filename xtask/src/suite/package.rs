//! The published crates as a stranger gets them: packed, unpacked, built from what was packed and nothing else.
//!
//! `cargo package` can verify by itself, but unpacks a sibling that is on no registry only once for each version, and
//! outside the repository: from the second run on it would build against an old one. So it packs, and the packages are
//! built here, as a workspace in which each takes the place of what a registry would send.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::Suite;
use crate::metadata::{Metadata, Package};
use crate::process::Log;
use crate::repo::Repo;
use crate::report::skip;

pub(super) const SUITE: Suite = Suite {
    name: "package",
    about: "the published crates pack with all they need, and build from their packages",
    needs: "a Rust toolchain, `tar`",
    run,
};

fn run(repo: &Repo, log: &Log) -> Result<()> {
    let metadata = Metadata::read(repo)?;
    let packages: Vec<&Package> = metadata.published().collect();
    if packages.is_empty() {
        return Err(skip("no crate is published"));
    }
    let folder = repo.cache("package")?;
    pack(repo, log, &packages, &folder)?;
    unpack(log, &packages, &folder)?;
    fs::write(folder.join("Cargo.toml"), workspace(&packages))?;
    fs::copy(repo.path("Cargo.lock"), folder.join("Cargo.lock"))?;
    let mut build = repo.cargo();
    build.current_dir(&folder).args(["build", "--workspace", "--offline"]);
    log.run(build.arg("--target-dir").arg(folder.join("target")))
}

/// All in one run: a crate alone fails while its siblings are on no registry. Tests run before a commit too, and nothing
/// that they do asks the network for what is already here.
fn pack(repo: &Repo, log: &Log, packages: &[&Package], folder: &Path) -> Result<()> {
    let mut command = repo.cargo();
    command.args(["package", "--no-verify", "--allow-dirty", "--locked", "--offline"]);
    command.arg("--target-dir").arg(folder.join("packed"));
    log.run(command.args(packages.iter().flat_map(|package| ["-p", &package.name])))
}

/// With the time of now on each file: all files of a package have the same time, so cargo would see no change.
fn unpack(log: &Log, packages: &[&Package], folder: &Path) -> Result<()> {
    let unpacked = folder.join("crates");
    if unpacked.exists() {
        fs::remove_dir_all(&unpacked)?;
    }
    fs::create_dir_all(&unpacked)?;
    for package in packages {
        let archive = folder.join("packed/package").join(format!("{}.crate", stem(package)));
        let mut tar = Command::new("tar");
        log.run(tar.arg("-xzmf").arg(archive).arg("-C").arg(&unpacked))?;
    }
    Ok(())
}

fn workspace(packages: &[&Package]) -> String {
    let mut text =
        "[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n\n[patch.crates-io]\n".to_owned();
    for package in packages {
        // A `String` takes all that is written to it.
        writeln!(text, "{} = {{ path = \"crates/{}\" }}", package.name, stem(package))
            .unwrap_or_default();
    }
    text
}

fn stem(package: &Package) -> String {
    format!("{}-{}", package.name, package.version)
}
