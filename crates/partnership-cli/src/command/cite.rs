//! `cite`: references for a bibliography.

use clap::ValueEnum;
use serde_json::to_string_pretty;

use crate::args::Format;
use crate::failure::Failure;
use crate::render::json;
use crate::session::{Said, Session};

/// Print references: to a source, to a record with its sources, or to the whole record
///
/// `--as csl` and `--as bibtex` write for reference managers and LaTeX: what is named, then the sources that it rests on, each
/// once and under its id. A title in square brackets is a description by the editors.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership cite
  partnership cite kadif yna24
  partnership cite kadif --as bibtex > kadif.bib
  partnership cite interview-lee-2025 --as csl > sources.json")]
pub(crate) struct CiteArgs {
    /// Ids of sources or other records; the dataset itself without
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// For a reference manager, as a bare file of its own
    #[arg(long = "as", value_name = "FORM")]
    form: Option<CiteForm>,
}

/// Forms that reference managers read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CiteForm {
    /// CSL-JSON, for Zotero, pandoc and what else knows citation styles
    Csl,
    /// BibTeX in UTF-8, with the entries and dates of biblatex
    Bibtex,
}

impl CiteArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let ids: Vec<&str> = self.ids.iter().flat_map(|text| text.split_whitespace()).collect();
        let Some(form) = self.form else { return session.ask(|view| view.cite(&ids)) };
        if session.globals.format != Format::Text {
            return Err(Failure::usage(
                "--as is a format, and goes with no --format",
                "leave one of them out",
            ));
        }
        let dataset = session.dataset()?;
        let view = session.view(&dataset)?;
        let works = view.bibliography(&view.cite(&ids)?);
        Ok(Said::raw(match form {
            CiteForm::Csl => json::written(&to_string_pretty(&works).unwrap_or_default()),
            CiteForm::Bibtex => works.bibtex(),
        }))
    }
}
