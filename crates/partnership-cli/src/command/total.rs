//! `total`, `rank` and `mirror`: what observations give though no source prints it.

use super::joined;
use crate::failure::Failure;
use crate::session::{Said, Session};

/// Add up the figures of the members of a group
///
/// A measure, then `over:` and a group. The members are those at the end of each period; `over:asean@1999-04-30` takes those
/// of a day. Each answer names the members that were counted, those without a value and why, what a source prints for the
/// whole, and the share that it is of a whole, in per cent to one decimal. Two reporters are never added up.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership total goods-trade over:asean
  partnership total goods-trade over:asean@1999-04-30 period:2022
  partnership total oda over:asean reporter:oecd period:2009..2023 --format csv
Filters: over, reporter, period; `partnership list kind:concept serves:measure` lists the measures.")]
pub(crate) struct TotalArgs {
    /// A measure, and filters
    #[arg(value_name = "MEASURE over:GROUP")]
    question: Vec<String>,
}

impl TotalArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        session.ask(|view| view.total(&joined(&self.question)))
    }
}

/// Rank partners by their figures
///
/// A measure, and perhaps `of:` with those that are asked for. A group after `of:` or `one:` counts as one partner, with its
/// members at the end of each period or, with `@`, on a day; any other partner is a single one. `among:` keeps to the members
/// of a group, `without:` leaves partners out. Each answer names who stands before, the next after, and whose figures were
/// added up.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership rank goods-trade period:2023 one:asean,eu
  partnership rank goods-trade of:asean@1999-04-30 one:eu
  partnership rank goods-exports of:vn among:asean period:2010..2023 --format csv
Filters: of, one, among, without, reporter, period.")]
pub(crate) struct RankArgs {
    /// A measure, and filters
    #[arg(value_name = "MEASURE [of:PARTY]")]
    question: Vec<String>,
}

impl RankArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        session.ask(|view| view.rank(&joined(&self.question)))
    }
}

/// Set what the two ends of a flow count beside each other
///
/// A measure, and perhaps a period. What the other end counts is its mirror: exports of the one are imports of the other.
/// Each value is shown with who counted it, the gap and the ratio with what the printed digits allow, and what the record says
/// of why they differ. A reporter that prints no figure of a year stands with the sum over members, where it has them all. Two
/// reporters are never added up, and none of the gaps is anybody's figure.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership mirror goods-trade
  partnership mirror goods-trade 2008
  partnership mirror fdi-outward area:kr counterpart:asean 2015..2024 --format csv
Filters: area, counterpart, reporter, period; `partnership list kind:concept serves:measure` lists the measures.")]
pub(crate) struct MirrorArgs {
    /// A measure, a period, and filters
    #[arg(value_name = "MEASURE [PERIOD]")]
    question: Vec<String>,
}

impl MirrorArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        session.ask(|view| view.mirror(&joined(&self.question)))
    }
}
