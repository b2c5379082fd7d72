//! `implements`: what carries what out, and what nothing is known to carry out.

use partnership_core::answer::surely;
use partnership_core::model::Sure;

use crate::failure::Failure;
use crate::session::{Said, Session};

/// Show what carries a line, plan or pledge out, and what a project carries out
///
/// Of a project, text or pledge the lines, lists and plans that it carries out; of a line, a plan with its clauses, a pillar
/// or a theme what carries it out; each with how sure that is (`stated`: a source names both ends; `strong`: a source ties
/// them, though not to the numbered line; `inferred`: it is the editors' own) and who says so. Last the money of the
/// projects by pillar, by rung of the ladder and by currency, never added up over these.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership implements poa-2021
  partnership implements kadif --sure strong
  partnership implements political-security
  partnership implements poa-2005 --without
  partnership implements --without --format csv")]
pub(crate) struct ImplementsArgs {
    /// Id of a project, line, plan or pledge, or a pillar or theme; everything without
    #[arg(value_name = "ID|PILLAR|THEME")]
    of: Option<String>,
    /// Only ties that are at least so sure
    #[arg(long, value_name = "SURE")]
    sure: Option<Sure>,
    /// Lines that no project carries out, and projects that carry out no line
    #[arg(long)]
    without: bool,
}

impl ImplementsArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let text = surely(self.of.as_deref().unwrap_or_default(), self.sure);
        session.ask(|view| match self.without {
            true => view.unserved(&text),
            false => view.implements(&text),
        })
    }
}
