//! `init`: a new partnership, valid at once.

use std::fs;
use std::path::PathBuf;

use partnership_core::Kind;
use partnership_core::check::folder;
use partnership_core::describe::schemas;
use partnership_core::value::{Slug, check_text};

use crate::failure::Failure;
use crate::render::escape::terminal;
use crate::session::{Said, Session};
use crate::write::{atomic_folder, is_empty};
use partnership_core::counted;

/// Make a folder for a new partnership: valid at once, with an example of each kind
///
/// Replace the examples by records of your own. Editors that serve Taplo or Even Better TOML complete and check, since
/// the schemas are written along.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership init river-lakes --title 'River League – Lakeland'
  partnership --data river-lakes brief")]
pub(crate) struct InitArgs {
    /// The folder: a new one, or an empty one
    #[arg(value_name = "DIR")]
    path: PathBuf,
    /// Slug of the dataset; the name of the folder without
    #[arg(long, value_name = "SLUG")]
    id: Option<Slug>,
    /// Title of the partnership, in English
    #[arg(long, value_name = "TEXT", default_value = "First side – Second side")]
    title: String,
}

macro_rules! templates {
    ($($path:literal)*) => { &[$(($path, include_str!(concat!("../../template/", $path)))),*] };
}

/// The files, the manifest last: until it stands there is no dataset.
const TEMPLATES: &[(&str, &str)] = templates! {
    "concepts/pillars.toml"
    "concepts/other.toml"
    "sources/examples.toml"
    "parties/examples.toml"
    "persons/example-person.toml"
    "instruments/example-agreement.toml"
    "commitments/example-agreement-4.toml"
    "assessments/example-agreement-4-2021.toml"
    "projects/example-project.toml"
    "funds/example-fund.toml"
    "events/example-meetings.toml"
    "series/example-trade.toml"
    "series/example-trade.csv"
    "claims/example-claim.toml"
    "redirects.toml"
    "dataset.toml"
};

impl InitArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let id = self.slug()?;
        check_text(&self.title)
            .map_err(|error| Failure::Usage { message: error.to_string(), help: None })?;
        if self.path.is_dir() && !is_empty(&self.path) {
            let message = format!("`{}` is not empty", self.path.display());
            return Err(Failure::usage(message, "give the name of a new folder"));
        }
        let files = files(&id, &self.title, &session.today()?.to_string());
        rehearse(&files)?;
        atomic_folder(&self.path, &files).map_err(|(path, error)| Failure::File {
            doing: "write",
            path,
            error,
        })?;
        let shown = self.path.display().to_string();
        let shown = terminal(&shown);
        let records = counted(TEMPLATES.len(), "file");
        Ok(Said::text(format!(
            "{shown}: {records} and their schemas\n\nNext:\n  partnership --data {shown} brief\n  partnership validate {shown}\n"
        )))
    }

    fn slug(&self) -> Result<Slug, Failure> {
        if let Some(id) = &self.id {
            return Ok(id.clone());
        }
        // Such as `.` has a name only once it is resolved.
        let path = match self.path.file_name() {
            Some(_) => self.path.clone(),
            None => self.path.canonicalize().unwrap_or_default(),
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.parse().map_err(|error: partnership_core::ParseError| {
            Failure::usage(error.to_string(), "give a slug with `--id`")
        })
    }
}

/// The files with their names, filled in.
fn files(id: &Slug, title: &str, today: &str) -> Vec<(String, String)> {
    let title = toml_edit::Value::from(title).to_string();
    let fill = |text: &str| {
        // The title last: it may hold what looks like a mark.
        text.replace("@ID@", id.as_str())
            .replace("@TODAY@", today)
            .replace("\"@TITLE@\"", title.trim())
    };
    let schemas = schemas().into_iter().map(|(name, text)| (format!(".schema/{name}"), text));
    let mut files: Vec<_> = schemas.collect();
    files.push((".taplo.toml".to_owned(), taplo()));
    files.extend(TEMPLATES.iter().map(|(name, text)| ((*name).to_owned(), fill(text))));
    files
}

/// Which schema is for which files.
fn taplo() -> String {
    let mut text =
        "# Completion and checks while typing, in editors that serve Taplo or Even Better TOML.\n"
            .to_owned();
    let mut rule = |files: &str, schema: &str| {
        text.push_str(&format!(
            "\n[[rule]]\ninclude = [\"{files}\"]\nschema = {{ path = \"./.schema/{schema}.json\" }}\n"
        ));
    };
    rule("redirects.toml", "redirects");
    for kind in Kind::ALL {
        match kind {
            Kind::Partnership => rule("dataset.toml", "partnership"),
            kind => rule(&format!("{}/**/*.toml", kind.plural()), kind.as_str()),
        }
    }
    text
}

/// Writes the files where nobody sees them, so that what cannot be valid is refused before anything is written.
fn rehearse(files: &[(String, String)]) -> Result<(), Failure> {
    let failed = |error| Failure::File { doing: "write", path: std::env::temp_dir(), error };
    let stage = tempfile::tempdir().map_err(failed)?;
    for (name, text) in files.iter().filter(|(name, _)| !name.starts_with('.')) {
        let path = stage.path().join(name);
        fs::create_dir_all(path.parent().unwrap_or(stage.path())).map_err(failed)?;
        fs::write(&path, text).map_err(failed)?;
    }
    let read = folder::read(stage.path())
        .map_err(|error| Failure::Dataset { path: stage.path().to_owned(), error })?;
    match read.faults.as_slice() {
        [] => Ok(()),
        _ => Err(Failure::Faults { root: PathBuf::new(), files: read.files, faults: read.faults }),
    }
}
