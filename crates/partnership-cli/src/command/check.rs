//! `check`: what the record says of a claim.

use partnership_core::answer::Claims;

use crate::failure::Failure;
use crate::session::{Said, Session};

/// Hold claims against the record: does it bear out what was said
///
/// What the words of a claim allow is an interval ("23-fold" is 22.5 to 23.5), and so is what the record gives, since its
/// figures are rounded. Each reading (a year that the sentence leaves open, a reporter, a way to count a group) is shown with
/// its arithmetic and sources. All inside: supported. All outside: contradicted. Else it depends, and on what; where no
/// reading can be worked out, the claim is not in record, and what is missing is named. A claimant's own figure is never
/// evidence. The exit code is 0 whatever the verdicts are.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership check lee-2025-trade-fold
  partnership check --source interview-lee-2025
  partnership check --speaker moon-jae-in --lang ko
  partnership check --all --format csv
  partnership check --printed")]
#[group(required = true, multiple = false)]
pub(crate) struct CheckArgs {
    /// Ids of claims
    #[arg(value_name = "ID")]
    id: Vec<String>,
    /// Every claim that a source makes
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
    /// Every claim of a person or party
    #[arg(long, value_name = "ID")]
    speaker: Option<String>,
    /// Every claim of the record
    #[arg(long)]
    all: bool,
    /// Every total, share, multiple and growth that a source prints, worked out anew; what disagrees first
    #[arg(long)]
    printed: bool,
}

impl CheckArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        if self.printed {
            return session.ask(|view| view.check_printed());
        }
        let ids: Vec<&str> = self.id.iter().map(String::as_str).collect();
        let claims = match (&self.source, &self.speaker, self.all) {
            (Some(source), _, _) => Claims::Source(source),
            (None, Some(speaker), _) => Claims::Speaker(speaker),
            (None, None, true) => Claims::Query(""),
            (None, None, false) => Claims::Ids(&ids),
        };
        session.ask(|view| view.check(claims))
    }
}
