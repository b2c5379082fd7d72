//! Generated files are marked, so that a review folds them away and nobody edits them.

use std::path::PathBuf;

use anyhow::Result;

use crate::process;
use crate::repo::Repo;

const MARK: &str = "linguist-generated";

/// Generated files that `.gitattributes` does not mark.
pub(super) fn unmarked(repo: &Repo, files: impl Iterator<Item = PathBuf>) -> Result<Vec<String>> {
    let mut command = repo.git();
    command.args(["check-attr", MARK, "--"]).args(files);
    // Without a file git reports misuse, and there is nothing to ask.
    if command.get_args().count() == 3 {
        return Ok(Vec::new());
    }
    let answer = process::read(&mut command)?;
    let unmarked =
        answer.lines().filter_map(|line| line.strip_suffix(&format!(": {MARK}: unspecified")));
    Ok(unmarked.map(|path| format!("{path}: mark it `{MARK}` in `.gitattributes`")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generated_file_without_its_mark_is_named() {
        let repo = Repo::find().unwrap();
        let files = ["Cargo.lock", "README.md"].map(PathBuf::from);
        let told = ["README.md: mark it `linguist-generated` in `.gitattributes`"];
        assert_eq!(unmarked(&repo, files.into_iter()).unwrap(), told);
        assert_eq!(unmarked(&repo, [].into_iter()).unwrap(), [""; 0]);
    }
}
