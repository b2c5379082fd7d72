//! `search`: records by their words.

use super::joined;
use crate::failure::Failure;
use crate::session::{Said, Session};

/// Search the words of records, best finds first
///
/// Case, accents and width do not matter; a typo in a longer word is forgiven; Korean words are found inside of longer
/// ones.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership search cooperation fund
  partnership search 청소년
  partnership search KADIF --format jsonl")]
pub(crate) struct SearchArgs {
    /// Words to search for
    #[arg(value_name = "TEXT", required = true)]
    text: Vec<String>,
}

impl SearchArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        session.ask(|view| Ok(view.search(&joined(&self.text))))
    }
}
