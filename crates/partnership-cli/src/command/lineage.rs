//! `lineage`: a line followed through plans and statements.

use crate::failure::Failure;
use crate::session::{Said, Session};

/// Follow a clause or a theme through plans and statements
///
/// Tells of each text what became of the line: carried, strengthened, weakened, merged, split, dropped, new, said again; or
/// that there is no evidence either way, which is no evidence that it was dropped. Only links that were reviewed are
/// followed; what shares a theme without a link stands beside.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership lineage poa-2011-1-1-1
  partnership lineage cyber-security
  partnership lineage trade --lang ko
  partnership lineage busan-2014-trade --format md")]
pub(crate) struct LineageArgs {
    /// Id of a clause or pledge, or a theme
    #[arg(value_name = "ID|THEME")]
    of: String,
}

impl LineageArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        session.ask(|view| view.lineage(&self.of))
    }
}
