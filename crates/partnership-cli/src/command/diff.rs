//! `diff`: what changed between two datasets.

use std::path::PathBuf;

use crate::data;
use crate::failure::Failure;
use crate::session::{Said, Session};

/// Compare two datasets, by record and field
///
/// Tells records that are added, changed, redirected or removed; of a changed one each field with its value before and
/// now, corrections with their reason, and changes of rank and of citations. `--on` and `--known-on` compare what the
/// two datasets say of that day, or knew on it.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership diff old.partnership data/asean-rok
  partnership diff old.partnership
  partnership diff old.partnership new.partnership --format json")]
pub(crate) struct DiffArgs {
    /// The older one: a folder or packed file
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The newer one; without, the dataset of --data, else the one inside
    #[arg(value_name = "NEW")]
    new: Option<PathBuf>,
}

impl DiffArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let old = data::open(Some(&self.old))?;
        let new = match &self.new {
            Some(path) => data::open(Some(path))?,
            None => session.dataset()?,
        };
        session.answer(&new, |view| {
            let old = old.view().on(view.valid_on()).known_on(view.known());
            Ok(view.changes_since(&old))
        })
    }
}
