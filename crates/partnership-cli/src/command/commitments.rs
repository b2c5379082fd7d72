//! `commitments` and `targets`: what was promised, and what became of it.

use partnership_core::answer::LedgerFilter;
use partnership_core::value::{Day, Period};

use super::joined;
use crate::failure::Failure;
use crate::session::{Said, Session};

const EXAMPLES: &str = "\
Examples:
  partnership commitments pillar:economic
  partnership commitments instrument:poa-2021 --format html > ledger.html
  partnership commitments --overdue
  partnership commitments --due-by 2027-12-31 --stale-for 2y
`partnership list kind:commitment` gives the plain list.";

/// Show what was promised and what became of it, by pillar
///
/// A ledger: each line, provision or pledge with who owes it, its deadline or numbers, what carries it out, and what was
/// reported, assessed and derived of it side by side, with their disagreements. What is derived is worked out for the
/// day of the view; `docs/promises.md` states the rules.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CommitmentsArgs {
    /// Which commitments, as `list` reads it; all without
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    /// Only those with a deadline, or a number that is due, on or before that day
    #[arg(long, value_name = "DAY")]
    due_by: Option<Day>,
    /// Only those whose deadline has passed and of which nothing says that they were done
    #[arg(long)]
    overdue: bool,
    /// Only those of which no source speaks within that time before the day of the view: 90d, 18m, 2y
    #[arg(long, value_name = "TIME")]
    stale_for: Option<Period>,
}

impl CommitmentsArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let filter =
            LedgerFilter { due_by: self.due_by, overdue: self.overdue, stale_for: self.stale_for };
        session.ask(|view| view.ledger(&joined(&self.query), filter))
    }
}

/// Score the numbers that were to be reached, on each reporter's figures
///
/// Pending before the deadline has passed, then met, missed with the share that was reached, too close at the printed
/// precision, or not in record with what is missing; with the reckoning and its sources.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership targets theme:trade
  partnership targets kind:project --format csv
  partnership targets id:jeju-2009-trade --on 2015-12-31")]
pub(crate) struct TargetsArgs {
    /// Of which commitments and projects, as `list` reads it; all without
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
}

impl TargetsArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        session.ask(|view| view.targets(&joined(&self.query)))
    }
}
