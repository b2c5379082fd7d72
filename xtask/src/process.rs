//! Programs that a task runs: their output goes to a log, or is the answer.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::repo::Repo;

/// Where the programs of one step write, kept in `.cache/logs/`.
#[derive(Debug)]
pub(crate) struct Log {
    path: PathBuf,
}

impl Log {
    /// An empty log of that name; an older one is gone.
    pub(crate) fn new(repo: &Repo, name: &str) -> Result<Self> {
        let path = repo.cache("logs")?.join(format!("{name}.log"));
        File::create(&path).with_context(|| format!("cannot write `{}`", path.display()))?;
        Ok(Self { path })
    }

    /// Run a program to its end, without standard input.
    ///
    /// # Errors
    ///
    /// When it cannot start, or when it reports a failure: the log then says why.
    pub(crate) fn run(&self, command: &mut Command) -> Result<()> {
        let text = text_of(command);
        let mut log = OpenOptions::new().append(true).open(&self.path)?;
        writeln!(log, "$ {text}")?;
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        let status = command.status().with_context(|| format!("cannot run `{text}`"))?;
        if !status.success() {
            bail!("`{text}` failed ({status})");
        }
        Ok(())
    }

    /// All that was written so far.
    pub(crate) fn text(&self) -> String {
        let bytes = fs::read(&self.path).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

/// Run a program for what it prints.
///
/// # Errors
///
/// When it cannot start or reports a failure: the error holds what it printed on standard error.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let text = text_of(command);
    let output =
        command.stdin(Stdio::null()).output().with_context(|| format!("cannot run `{text}`"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{text}` failed ({}): {}", output.status, said.trim());
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{text}` printed no text"))
}

/// The command as a person would type it: the program by its name, long paths included only as arguments.
fn text_of(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let mut text = name.to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}
