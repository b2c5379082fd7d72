//! The repository: its root, its files, and the ignored folder in which tasks keep what they need.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// A checkout of this workspace.
#[derive(Debug)]
pub(crate) struct Repo {
    root: PathBuf,
}

impl Repo {
    /// The checkout that `cargo` runs this task for, else the one around the current folder.
    pub(crate) fn find() -> Result<Self> {
        let start = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(folder) => PathBuf::from(folder),
            None => env::current_dir().context("no current folder")?,
        };
        let is_root = |folder: &&Path| folder.join("xtask/Cargo.toml").is_file();
        match start.ancestors().find(is_root) {
            Some(root) => Ok(Self { root: root.to_owned() }),
            None => bail!("`{}` is in no checkout of this workspace", start.display()),
        }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A path of the repository, which always uses `/`, as a path of this machine.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// A folder of `.cache/`, made when it is not there.
    pub(crate) fn cache(&self, folder: &str) -> Result<PathBuf> {
        let path = self.root.join(".cache").join(folder);
        fs::create_dir_all(&path).with_context(|| format!("cannot make `{}`", path.display()))?;
        Ok(path)
    }

    /// The cargo that started this task.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.current_dir(&self.root);
        command
    }

    pub(crate) fn git(&self) -> Command {
        let mut command = Command::new("git");
        command.current_dir(&self.root);
        command
    }

    /// Every file that is or would be committed, sorted, with `/` between folders.
    pub(crate) fn files(&self) -> Result<Vec<String>> {
        let mut command = self.git();
        command.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        let list = crate::process::read(&mut command)?;
        let mut files: Vec<String> = list.split_terminator('\0').map(str::to_owned).collect();
        files.retain(|file| self.root.join(file).is_file());
        files.sort();
        files.dedup();
        Ok(files)
    }
}
