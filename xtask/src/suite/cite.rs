//! References as reference managers read them: CSL-JSON by its schema, BibTeX by a reader that is not ours.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use serde_json::Value;

use super::{Suite, cli};
use crate::process::{self, Log};
use crate::python;
use crate::repo::Repo;

pub(super) const SUITE: Suite = Suite {
    name: "cite",
    about: "every source, a record and the release are CSL-JSON by its schema, and BibTeX that says the same",
    needs: "a Rust toolchain; Python 3.11 or later; the network once, for `jsonschema` and `pybtex`",
    run,
};

fn run(repo: &Repo, log: &Log) -> Result<()> {
    let (binary, folder) = (cli::binary(repo, log)?, repo.cache("cite")?);
    let rows =
        process::read(Command::new(&binary).args(["list", "kind:source", "--format", "jsonl"]))?;
    let id = |line: &str| {
        let row: Value = serde_json::from_str(line).ok()?;
        Some(row["id"].as_str()?.to_owned())
    };
    let mut ids: Vec<String> = rows.lines().filter_map(id).collect();
    ids.push("kadif".to_owned());
    for lang in ["en", "ko"] {
        write(&binary, &folder.join(format!("works-{lang}")), lang, &ids)?;
    }
    write(&binary, &folder.join("release"), "en", &[])?;
    python::script(repo, log, "cite.py")
}

fn write(binary: &Path, to: &Path, lang: &str, ids: &[String]) -> Result<()> {
    for (form, ending) in [("csl", "json"), ("bibtex", "bib")] {
        let mut command = Command::new(binary);
        command.args(["cite", "--lang", lang, "--as", form]).args(ids);
        fs::write(to.with_extension(ending), process::read(&mut command)?)?;
    }
    Ok(())
}
