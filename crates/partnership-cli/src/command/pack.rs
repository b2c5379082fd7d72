//! `pack`: a dataset as one file.

use std::path::PathBuf;

use crate::data;
use crate::failure::Failure;
use crate::session::{Said, Session};
use crate::write::atomic_write;

/// Pack a dataset into one file, which `--data` takes
///
/// The file is canonical JSON Lines, first the manifest, then one record a line by id. Its SHA-256 is the digest of the
/// dataset.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership pack data/asean-rok -o asean-rok.partnership
  partnership pack -o - | sha256sum")]
pub(crate) struct PackArgs {
    /// The folder; without, the dataset of --data, else the one inside
    #[arg(value_name = "DIR")]
    path: Option<PathBuf>,
    /// The file to write; `-` for standard output
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

impl PackArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let dataset = match &self.path {
            Some(path) => data::open(Some(path))?,
            None => session.dataset()?,
        };
        let packed = dataset.to_packed();
        if self.output.as_os_str() == "-" {
            return Ok(Said::raw(packed));
        }
        atomic_write(&self.output, packed.as_bytes()).map_err(|error| Failure::File {
            doing: "write",
            path: self.output.clone(),
            error,
        })?;
        let text = format!(
            "{}: {}, sha256:{}\n",
            crate::render::escape::terminal(&self.output.display().to_string()),
            partnership_core::counted(dataset.len(), "record"),
            dataset.digest()
        );
        Ok(Said::text(text))
    }
}
