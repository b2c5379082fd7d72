//! The Kotlin package: a jar by Maven, with the library of this machine inside, and an AAR.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{aar, bench, generate, has, ndk};
use crate::process::{self, Log};
use crate::repo::Repo;

const FOLDER: &str = "bindings/kotlin";

/// What this machine lacks to build it.
pub(crate) fn missing() -> Option<&'static str> {
    if !has("javac", "-version") {
        return Some("no JDK: install one from 17, such as `openjdk-17-jdk-headless`");
    }
    (!has("mvn", "-version")).then_some("no Maven: install one from 3.8, such as `maven`")
}

pub(super) fn run(
    repo: &Repo,
    log: &Log,
    android: bool,
    example: bool,
    measure: bool,
) -> Result<String> {
    if let Some(missing) = missing() {
        bail!(missing);
    }
    let libraries = if android { ndk::build(repo, log)? } else { Vec::new() };
    generate(repo, log, "kotlin")?;
    // For the user's own Maven, so that an app finds it.
    log.run(maven(repo, None).args(["-DskipTests", "install"]))?;
    let packed = aar::pack(repo, log, &libraries)?;
    let mut said = format!("{FOLDER}/target/partnership-0.1.0.jar\n{}", packed.display());
    if example {
        said = process::read(&mut example_of(repo, None, "ExampleKt"))?;
    }
    if measure {
        // Once through Maven, which compiles it and knows where all is; then alone, since Maven's own machine is not idle.
        let built = process::read(&mut example_of(repo, None, "Bench"))?;
        let path = built.lines().find_map(|line| Some(line.split_once("class-path ")?.1));
        let path = path.context("the bench said no `class-path`")?;
        let start = || process::read(Command::new("java").args(["-classpath", path, "Bench"]));
        said = bench::kotlin(repo, start)?;
    }
    Ok(said)
}

/// Builds the package, runs its tests and its example, and packs the AAR, with a Maven repository in `.cache/`.
pub(crate) fn verify(repo: &Repo, log: &Log) -> Result<()> {
    generate(repo, log, "kotlin")?;
    let local = repo.cache("maven")?;
    log.run(maven(repo, Some(&local)).arg("install"))?;
    aar::pack(repo, log, &[])?;
    log.run(&mut example_of(repo, Some(&local), "ExampleKt"))
}

fn maven(repo: &Repo, local: Option<&PathBuf>) -> Command {
    let mut command = Command::new("mvn");
    command.current_dir(repo.root()).args(["-B", "-ntp", "-f", "bindings/kotlin/pom.xml"]);
    // A library that was left there would be tested in place of the new one.
    command.args(local.map(|local| format!("-Dmaven.repo.local={}", local.display())));
    command
}

fn example_of(repo: &Repo, local: Option<&PathBuf>, main: &str) -> Command {
    let mut command = Command::new("mvn");
    command.current_dir(repo.root()).args(["-q", "-B", "-f", "bindings/kotlin/example/pom.xml"]);
    command.args(local.map(|local| format!("-Dmaven.repo.local={}", local.display())));
    command.arg(format!("-Dmain={main}"));
    command
}
