//! From `data/` to the generated files. They are committed, so that a build needs no generator; `--check` shows that
//! they are what `data/` gives.

mod citation;
mod coverage;
mod ledger;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::repo::Repo;

/// Folders that hold generated files and nothing else: what is no longer generated is stale there.
const OWNED: &[&str] = &["data/schema"];

/// What to do with files that are not what `data/` gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Write,
    Check,
}

/// The dataset that is embedded, and where its bytes go.
const DATA: &str = "data/asean-rok";
const IMAGE: &str = "crates/partnership-data/src/asean-rok.bin";
const CODEBOOK: &str = "data/CODEBOOK.md";
/// Written by people, but for one block.
pub(crate) const README: &str = "data/README.md";
const CITATION: &str = "CITATION.cff";
const LEDGER: &str = "docs/ledger.md";

/// Every generated file, by its path from the root, and its bytes. The same `data/` always gives the same bytes.
pub(crate) fn generate(root: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let folder = partnership_core::check::folder::read(&root.join(DATA))?;
    let Some(dataset) = folder.dataset else {
        let faults: Vec<_> =
            folder.faults.iter().map(|fault| format!("  {DATA}/{fault}")).collect();
        bail!(
            "`{DATA}` has faults; `partnership validate {DATA}` shows them\n{}",
            faults.join("\n")
        );
    };
    let schemas = partnership_core::describe::schemas().into_iter();
    let schemas =
        schemas.map(|(name, text)| (Path::new("data/schema").join(name), text.into_bytes()));
    let codebook = partnership_core::describe::codebook(dataset.manifest());
    let readme = fs::read_to_string(root.join(README)).with_context(|| format!("no `{README}`"))?;
    let readme = coverage::filled(&readme, &dataset).with_context(|| format!("`{README}`"))?;
    let mut files = vec![
        (PathBuf::from(README), readme.into_bytes()),
        (PathBuf::from(IMAGE), dataset.image().to_vec()),
        (PathBuf::from(CODEBOOK), codebook.into_bytes()),
        (PathBuf::from(LEDGER), ledger::page(&dataset)?.into_bytes()),
        (PathBuf::from(CITATION), citation::text(&dataset, &program(root)?).into_bytes()),
    ];
    files.extend(schemas);
    Ok(files)
}

/// The version of the program: that of the workspace.
fn program(root: &Path) -> Result<String> {
    let manifest = fs::read_to_string(root.join("Cargo.toml"))?;
    let of = manifest.split_once("[workspace.package]").and_then(|(_, rest)| {
        rest.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
    });
    Ok(of.context("`Cargo.toml` has no version of the workspace")?.to_owned())
}

/// Write the generated files, or check them.
///
/// # Errors
///
/// When `data/` has a fault, a file cannot be written, or a checked file is stale; every stale file is named.
pub(crate) fn run(repo: &Repo, mode: Mode) -> Result<String> {
    let files = generate(repo.root())?;
    let stale = stale(repo.root(), &files)?;
    let names =
        stale.iter().map(|path| format!("  {}", path.display())).collect::<Vec<_>>().join("\n");
    match (mode, stale.len()) {
        (_, 0) => Ok(format!("generated files: {}, all as `data/` gives them", files.len())),
        (Mode::Check, count) => bail!("stale files: {count}; run `cargo xtask codegen`\n{names}"),
        (Mode::Write, count) => {
            write(repo.root(), &files, &stale)?;
            Ok(format!("generated files: {}, written or removed: {count}\n{names}", files.len()))
        }
    }
}

/// Generated files that differ or are missing, and files in an owned folder that are not generated, sorted.
fn stale(root: &Path, files: &[(PathBuf, Vec<u8>)]) -> Result<BTreeSet<PathBuf>> {
    let differs = |(path, bytes): &&(PathBuf, Vec<u8>)| {
        fs::read(root.join(path)).ok().as_ref() != Some(bytes)
    };
    let mut stale: BTreeSet<PathBuf> =
        files.iter().filter(differs).map(|(path, _)| path.clone()).collect();
    for owned in OWNED.iter().filter(|owned| root.join(owned).is_dir()) {
        for entry in fs::read_dir(root.join(owned))? {
            let path = Path::new(owned).join(entry?.file_name());
            if !files.iter().any(|(generated, _)| *generated == path) {
                stale.insert(path);
            }
        }
    }
    Ok(stale)
}

fn write(root: &Path, files: &[(PathBuf, Vec<u8>)], stale: &BTreeSet<PathBuf>) -> Result<()> {
    for path in stale {
        let target = root.join(path);
        match files.iter().find(|(generated, _)| generated == path) {
            Some((_, bytes)) => replace(&target, bytes),
            None => fs::remove_file(&target).map_err(Into::into),
        }
        .with_context(|| format!("cannot write `{}`", path.display()))?;
    }
    Ok(())
}

/// Beside the target first, then renamed: a run that is cut short leaves the old file whole.
fn replace(target: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut beside = target.as_os_str().to_owned();
    beside.push(".new~");
    fs::write(&beside, bytes)?;
    Ok(fs::rename(&beside, target)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generated_files_are_what_data_gives() {
        if let Err(stale) = run(&Repo::find().unwrap(), Mode::Check) {
            panic!("{stale:#}");
        }
    }

    #[test]
    fn a_missing_a_changed_and_a_left_over_file_are_stale_until_written() {
        let root = Repo::find().unwrap().cache("tests/codegen").unwrap();
        fs::remove_dir_all(&root).unwrap();
        fs::create_dir_all(root.join("data/schema")).unwrap();
        fs::write(root.join("data/schema/gone.json"), "{}").unwrap();
        fs::write(root.join("image.bin"), [1]).unwrap();
        let file = |path: &str, bytes: &[u8]| (PathBuf::from(path), bytes.to_vec());
        let files = [file("data/schema/event.json", b"{}"), file("image.bin", &[2])];
        let found = stale(&root, &files).unwrap();
        let names: Vec<_> = found.iter().map(|path| path.to_str().unwrap()).collect();
        assert_eq!(names, ["data/schema/event.json", "data/schema/gone.json", "image.bin"]);
        write(&root, &files, &found).unwrap();
        assert_eq!(stale(&root, &files).unwrap(), BTreeSet::new());
    }
}
