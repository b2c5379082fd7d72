//! `brief`: one page on the partnership, or two for a meeting.

use partnership_core::value::Day;

use crate::failure::Failure;
use crate::session::{Said, Session};

/// Print one page on the partnership, or two for a meeting, with numbered sources
///
/// One page: what the partnership is, milestones, texts now, pillars with what is held under each, funds, figures with
/// their reporters, what comes next, and what the record does not hold.
///
/// With `--for` the two pages to take along to a meeting, on its day: what is due and overdue, what changed since the
/// meeting of its forum before, who holds which post, what both sides count and how far they are apart, open
/// disagreements, what each side said last, and what is not known. What comes of the meeting itself takes no part.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership brief
  partnership brief --on 2019-12-31 --known-on 2019-12-31
  partnership brief --lang ko --format md > brief.md
  partnership brief --for asean-rok-summit-2025 --format html > meeting.html
  partnership brief --for asean-rok-summit --on 2026-05-20 --since 2025-12-31")]
pub(crate) struct BriefArgs {
    /// A meeting, or a forum whose next one is meant
    #[arg(long = "for", value_name = "MEETING")]
    meeting: Option<String>,
    /// Tell what changed after that day; by default after the meeting before
    #[arg(long, value_name = "DATE", requires = "meeting")]
    since: Option<Day>,
}

impl BriefArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        match &self.meeting {
            Some(meeting) => session.ask(|view| view.brief_for(meeting, self.since)),
            None => session.ask(|view| Ok(view.brief())),
        }
    }
}
