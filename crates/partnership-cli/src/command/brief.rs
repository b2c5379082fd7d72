//! `brief`: one page on the partnership.

use crate::failure::Failure;
use crate::session::{Said, Session};

/// Print one page on the partnership, with numbered sources
///
/// What it is, milestones, texts now, pillars with what is held under each, funds, figures with their reporters, what
/// comes next, and what the record does not hold.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership brief
  partnership brief --on 2019-12-31 --known-on 2019-12-31
  partnership brief --lang ko --format md > brief.md")]
pub(crate) struct BriefArgs {}

impl BriefArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        session.ask(|view| Ok(view.brief()))
    }
}
