//! `man`: the manual.

use std::io;
use std::path::PathBuf;

use clap::CommandFactory as _;
use clap_mangen::Man;

use crate::args::Cli;
use crate::failure::Failure;
use crate::session::Said;
use crate::write::atomic_write;

/// Print the manual page, or write one for each command
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership man | man -l -
  partnership man ~/.local/share/man/man1")]
pub(crate) struct ManArgs {
    /// The folder for the pages; without, the first goes to standard output
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl ManArgs {
    pub(crate) fn run(self) -> Result<Said, Failure> {
        let mut main = Cli::command().disable_help_subcommand(true);
        main.build();
        let folder = match &self.folder {
            Some(folder) => folder.clone(),
            None => return Ok(Said::raw(page(main).1)),
        };
        let failed =
            |path: PathBuf| move |error: io::Error| Failure::File { doing: "write", path, error };
        std::fs::create_dir_all(&folder).map_err(failed(folder.clone()))?;
        let commands: Vec<_> = main.get_subcommands().cloned().collect();
        let pages = std::iter::once(main).chain(commands).map(page);
        let mut count = 0;
        for (name, text) in pages {
            let path = folder.join(name);
            atomic_write(&path, text.as_bytes()).map_err(failed(path.clone()))?;
            count += 1;
        }
        Ok(Said::text(format!("{count} pages written\n")))
    }
}

/// The name of a page and its text.
fn page(command: clap::Command) -> (String, String) {
    let man = Man::new(command);
    let mut text = Vec::new();
    // Writing into memory does not fail.
    let _ = man.render(&mut text);
    (man.get_filename(), String::from_utf8_lossy(&text).into_owned())
}
