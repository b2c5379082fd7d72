//! What a merge must pass, in the order in which a fault is cheapest to find.

use std::process::Command;

use anyhow::Result;

use crate::codegen::{self, Mode};
use crate::metadata::Metadata;
use crate::process::Log;
use crate::repo::Repo;
use crate::report::{self, Outcome, Verdict};
use crate::suite::{self, Skips};
use crate::{licences, tidy};

type Work = fn(&Repo, &Log) -> Result<()>;

const STEPS: &[(&str, Work)] = &[
    ("fmt", |repo, log| log.run(&mut cargo(repo, "fmt --all --check -- --color never"))),
    ("clippy", |repo, log| {
        log.run(&mut cargo(repo, "clippy --workspace --all-targets --locked -- -D warnings"))
    }),
    ("features", features),
    ("docs", docs),
    ("codegen", |repo, _| codegen::run(repo, Mode::Check).map(drop)),
    ("tidy", |repo, _| tidy::run(repo).map(drop)),
    ("licences", |repo, _| licences::run(repo).map(drop)),
];

/// Run every step, then every suite; a fault stops none of the others.
pub(crate) fn run(repo: &Repo) -> Result<Verdict> {
    let mut failed = Vec::new();
    for (name, work) in STEPS {
        let log = Log::new(repo, &format!("ci-{name}"))?;
        if let Outcome::Failed(why) = report::step(name, || work(repo, &log)) {
            report::show(&log.text());
            report::show(&why);
            failed.push(*name);
        }
    }
    println!("test --all");
    if suite::run(repo, &[], Skips::Fail)? == Verdict::Failed {
        failed.push("test");
    }
    Ok(summary(&failed))
}

fn summary(failed: &[&str]) -> Verdict {
    if failed.is_empty() {
        println!("ci passed");
        return Verdict::Passed;
    }
    println!("ci failed: {}", failed.join(", "));
    Verdict::Failed
}

/// Each published crate without its default features, then with each feature alone: a build of the whole workspace
/// unites all features, and so hides the ones that lean on each other.
fn features(repo: &Repo, log: &Log) -> Result<()> {
    for package in Metadata::read(repo)?.published() {
        let bare = format!("check --locked --no-default-features -p {}", package.name);
        log.run(&mut cargo(repo, &bare))?;
        for feature in package.features.keys().filter(|name| *name != "default") {
            log.run(&mut cargo(repo, &format!("{bare} --features {feature}")))?;
        }
    }
    Ok(())
}

fn docs(repo: &Repo, log: &Log) -> Result<()> {
    let mut command = cargo(repo, "doc --workspace --no-deps --locked");
    log.run(command.env("RUSTDOCFLAGS", "-D warnings"))
}

fn cargo(repo: &Repo, arguments: &str) -> Command {
    let mut command = repo.cargo();
    command.args(arguments.split(' '));
    command
}
