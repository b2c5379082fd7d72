//! `show`: whole records.

use crate::failure::Failure;
use crate::session::{Said, Session};

/// Show records with every field, what supports each, and what links to them
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership show kadif
  partnership show asean kr --lang ko
  partnership show csp-joint-statement-2024 --format json")]
pub(crate) struct ShowArgs {
    /// Ids of records; an id that was merged leads to the record that took it in
    #[arg(value_name = "ID", required = true, value_parser = clap::builder::NonEmptyStringValueParser::new())]
    ids: Vec<String>,
}

impl ShowArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let ids: Vec<&str> = self.ids.iter().flat_map(|text| text.split_whitespace()).collect();
        session.ask(|view| view.show(&ids))
    }
}
