//! `cite`: references for a bibliography.

use crate::failure::Failure;
use crate::session::{Said, Session};

/// Print references: to a source, to a record with its sources, or to the whole record
///
/// JSON gives sources as CSL, for reference managers.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership cite
  partnership cite kadif yna24
  partnership cite yna24 --format json")]
pub(crate) struct CiteArgs {
    /// Ids of sources or other records; the dataset itself without
    #[arg(value_name = "ID")]
    ids: Vec<String>,
}

impl CiteArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let ids: Vec<&str> = self.ids.iter().flat_map(|text| text.split_whitespace()).collect();
        session.ask(|view| view.cite(&ids))
    }
}
