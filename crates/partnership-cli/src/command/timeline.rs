//! `timeline`: everything dated, in order of days.

use super::joined;
use crate::failure::Failure;
use crate::session::{Said, Session};

/// Draw what is dated: meetings, steps, levels, terms, sums, claims
///
/// Where the query names dates, only what lies within them. Records of sources are
/// left out unless the query asks for them, with `kind:source`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership timeline kind:event date:2024..2025
  partnership timeline id:rcep
  partnership timeline kind:instrument,partnership --format md")]
pub(crate) struct TimelineArgs {
    /// What to draw, as `list` reads it; all records without
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
}

impl TimelineArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        session.ask(|view| view.timeline(&joined(&self.query)))
    }
}
