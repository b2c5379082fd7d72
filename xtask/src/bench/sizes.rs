//! Sizes of what ships, beside what people edit.

use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::repo::Repo;

/// What people edit of the embedded record.
const RECORD: &str = "data/asean-rok/";

/// Where the embedded bytes stand.
const EMBEDDED: &str = "crates/partnership-data/";

/// Bytes of the program, of the embedded record, and of the text that it was made from.
pub(super) struct Sizes {
    pub(super) program: u64,
    pub(super) embedded: u64,
    pub(super) toml: u64,
    pub(super) csv: u64,
}

impl Sizes {
    pub(super) fn read(repo: &Repo, binary: &Path) -> Result<Self> {
        let files = repo.files()?;
        let sum = |folder: &str, extension: &str| -> u64 {
            let is_wanted = |file: &&String| file.starts_with(folder) && file.ends_with(extension);
            files.iter().filter(is_wanted).map(|file| size(&repo.path(file))).sum()
        };
        Ok(Self {
            program: size(binary),
            embedded: sum(EMBEDDED, ".bin"),
            toml: sum(RECORD, ".toml"),
            csv: sum(RECORD, ".csv"),
        })
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "program   {:>9} bytes, stripped", self.program)?;
        writeln!(out, "embedded  {:>9} bytes", self.embedded)?;
        writeln!(out, "TOML      {:>9} bytes", self.toml)?;
        writeln!(out, "CSV       {:>9} bytes", self.csv)
    }
}

fn size(path: &Path) -> u64 {
    fs::metadata(path).map(|file| file.len()).unwrap_or_default()
}
