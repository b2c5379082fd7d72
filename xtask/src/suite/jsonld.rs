//! Claims as JSON-LD, expanded by a processor that is not ours.

use std::fs;
use std::process::Command;

use anyhow::Result;

use super::{Suite, cli};
use crate::process::{self, Log};
use crate::python;
use crate::repo::Repo;

pub(super) const SUITE: Suite = Suite {
    name: "jsonld",
    about: "the verdicts on claims expand to schema.org, PROV and Web Annotation terms",
    needs: "a Rust toolchain; Python 3.11 or later; the network once, for `pyld`",
    run,
};

fn run(repo: &Repo, log: &Log) -> Result<()> {
    let binary = cli::binary(repo, log)?;
    let text = process::read(Command::new(binary).args(["check", "--all", "--jsonld"]))?;
    fs::write(repo.cache("jsonld")?.join("claims.jsonld"), text)?;
    python::script(repo, log, "jsonld.py")
}
