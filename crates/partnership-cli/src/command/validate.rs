//! `validate`: every fault of a dataset in one run.

use std::path::{Path, PathBuf};

use partnership_core::Dataset;
use partnership_core::check::Fault;
use serde_json::json;

use crate::args::Format;
use crate::data;
use crate::failure::Failure;
use crate::render::diagnostic;
use crate::render::listing::Listing;
use crate::session::{Said, Session, left_out};

/// Report every fault of a dataset, with its place and a fix
///
/// The exit code is 1 if there is any. Faults go to standard output.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership validate data/asean-rok
  partnership validate NAME.partnership
  partnership validate --format json | jq .row[].file")]
pub(crate) struct ValidateArgs {
    /// A folder or packed file; without, that of --data, else this folder
    #[arg(value_name = "DIR|FILE")]
    path: Option<PathBuf>,
}

impl ValidateArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let asked = self.path.or_else(|| session.globals.data.clone());
        let path = asked.unwrap_or_else(|| PathBuf::from("."));
        if !path.is_dir() {
            return match data::open(Some(&path)) {
                Ok(dataset) => {
                    let said = clean(session, &path, &dataset)?;
                    Ok(left_out(&dataset).into_iter().fold(said, Said::note))
                }
                Err(Failure::Faults { faults, .. }) => Ok(report(session, &faults, |width| {
                    diagnostic::faults(&faults, &[], None, width)
                })),
                Err(other) => Err(other),
            };
        }
        let folder = data::read(&path)?;
        match folder.dataset {
            Some(dataset) if folder.faults.is_empty() => clean(session, &path, &dataset),
            _ => Ok(report(session, &folder.faults, |width| {
                diagnostic::faults(&folder.faults, &folder.files, Some(&path), width)
            })),
        }
    }
}

fn clean(session: &Session, path: &Path, dataset: &Dataset) -> Result<Said, Failure> {
    let checked = dataset.manifest().checked();
    let said = no_faults(session, path, dataset.len());
    Ok(match session.is_to_come(checked)? {
        true => said.note(format!("note: `checked_on` is {checked}, a day to come")),
        false => said,
    })
}

fn no_faults(session: &Session, path: &Path, records: usize) -> Said {
    if session.globals.format != Format::Text {
        return report(session, &[], |_| String::new());
    }
    let path = path.display().to_string();
    let records = partnership_core::counted(records, "record");
    Said::text(format!("{}: {records}, no faults\n", crate::render::escape::terminal(&path)))
}

fn report(session: &Session, faults: &[Fault], text: impl FnOnce(usize) -> String) -> Said {
    let code = u8::from(!faults.is_empty());
    if session.globals.format == Format::Text {
        return Said { code, ..Said::text(text(session.width())) };
    }
    let rows = faults.iter().map(|fault| {
        let place = fault.place.as_ref();
        vec![
            json!(fault.code.as_str()),
            json!(place.map(|place| place.path.as_str())),
            json!(place.map(|place| place.line)),
            json!(place.map(|place| place.column)),
            json!(fault.record),
            json!(fault.message),
            json!(fault.fix),
            json!(fault.nearest),
        ]
    });
    let head = &["code", "file", "line", "column", "record", "message", "fix", "nearest"];
    let list = Listing { head, rows: rows.collect() };
    let text = list.to(session.globals.format, session.width(), session.profile());
    let said = if session.is_for_programs() { Said::raw(text) } else { Said::text(text) };
    Said { code, ..said }
}
