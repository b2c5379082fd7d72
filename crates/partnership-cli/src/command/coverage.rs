//! `coverage` and `wanted`: what the record holds, and what it lacks.

use crate::failure::Failure;
use crate::session::{Said, Session};

/// Count what the record holds, on what it rests, and what is announced, held and missing
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership coverage
  partnership coverage --known-on 2020-01-01
  partnership coverage --format json")]
pub(crate) struct CoverageArgs {}

impl CoverageArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        session.ask(|view| Ok(view.coverage()))
    }
}

/// List what is missing, the most used first, and which source would settle it
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership wanted
  partnership wanted --format csv")]
pub(crate) struct WantedArgs {}

impl WantedArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        session.ask(|view| Ok(view.wanted()))
    }
}
