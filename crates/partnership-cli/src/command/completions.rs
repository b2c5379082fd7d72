//! `completions`: a script for a shell.

use clap::CommandFactory as _;
use clap_complete::aot::{Shell, generate};

use crate::args::Cli;
use crate::failure::Failure;
use crate::session::Said;

/// Print a script by which a shell completes commands and options
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership completions bash > ~/.local/share/bash-completion/completions/partnership
  partnership completions zsh > ~/.zfunc/_partnership
  partnership completions fish > ~/.config/fish/completions/partnership.fish")]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl CompletionsArgs {
    pub(crate) fn run(self) -> Result<Said, Failure> {
        let mut script = Vec::new();
        generate(self.shell, &mut Cli::command(), "partnership", &mut script);
        Ok(Said::raw(String::from_utf8_lossy(&script)))
    }
}
