//! `show`: whole records.

use crate::failure::Failure;
use crate::session::{Said, Session};

/// Show records with every field, what supports each, and what links to them
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership show kadif
  partnership show asean kr --lang ko
  partnership show csp-joint-statement-2024 --format json
  partnership show kcs-goods-trade --figures")]
pub(crate) struct ShowArgs {
    /// Ids of records; an id that was merged leads to the record that took it in
    #[arg(value_name = "ID", required = true, value_parser = clap::builder::NonEmptyStringValueParser::new())]
    ids: Vec<String>,
    /// Of series: each value with its growth, its share of the whole, an index, breaks and its standing
    #[arg(long)]
    figures: bool,
}

impl ShowArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let ids: Vec<&str> = self.ids.iter().flat_map(|text| text.split_whitespace()).collect();
        session.ask(|view| match self.figures {
            true => view.series_figures(&ids),
            false => view.show(&ids),
        })
    }
}
