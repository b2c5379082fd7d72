//! The files of `data/` against the schemas that editors use, read by another TOML reader than ours.

use anyhow::Result;

use super::Suite;
use crate::process::Log;
use crate::python;
use crate::repo::Repo;
use crate::report::skip;

pub(super) const SUITE: Suite = Suite {
    name: "schema",
    about: "every TOML file of `data/` fits the JSON Schema of its kind",
    needs: "Python 3.11 or later; the network once, for `jsonschema`",
    run,
};

fn run(repo: &Repo, log: &Log) -> Result<()> {
    if !repo.path("data/schema").is_dir() {
        return Err(skip("there is no `data/schema`"));
    }
    python::script(repo, log, "schema.py")
}
