//! No command opens a socket.

use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use super::{Suite, cli};
use crate::process::{self, Log};
use crate::repo::Repo;
use crate::report::skip;

pub(super) const SUITE: Suite = Suite {
    name: "network",
    about: "no command opens a socket",
    needs: "Linux, and `strace`",
    run,
};

fn run(repo: &Repo, log: &Log) -> Result<()> {
    // It may be there, and not be allowed to watch.
    if process::read(Command::new("strace").args(["-qq", "-o", "/dev/null", "true"])).is_err() {
        return Err(skip("there is no `strace` that may watch a program"));
    }
    let binary = cli::binary(repo, log)?;
    let calls = repo.cache("network")?.join("calls.txt");
    for args in cli::COMMANDS {
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-e", "trace=%network", "-o"]).arg(&calls).arg(&binary);
        // How a command ends is other suites' matter.
        let _ = command.args(*args).current_dir(repo.root()).output()?;
        let seen = fs::read_to_string(&calls)?;
        if let Some(call) = seen.lines().find(|line| line.contains('(')) {
            bail!("`partnership {}` asks the network: {call}", args.join(" "));
        }
    }
    Ok(())
}
