//! `schema`: JSON Schemas for editors.

use std::path::PathBuf;

use partnership_core::describe::schemas;

use crate::failure::Failure;
use crate::session::{Said, Session};
use crate::write::atomic_write;
use partnership_core::counted;

/// Write the schemas of a dataset's files, so that editors complete and check
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership schema project
  partnership schema -o .schema")]
pub(crate) struct SchemaArgs {
    /// Print this one: a kind, `redirects`, or `observations.table`
    #[arg(value_name = "NAME", required_unless_present = "output", conflicts_with = "output")]
    name: Option<String>,
    /// Write all into this folder
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

impl SchemaArgs {
    pub(crate) fn run(self, _: &Session) -> Result<Said, Failure> {
        let all = schemas();
        if let Some(folder) = &self.output {
            let failed = |path: PathBuf| move |error| Failure::File { doing: "write", path, error };
            std::fs::create_dir_all(folder).map_err(failed(folder.clone()))?;
            for (name, text) in &all {
                let path = folder.join(name);
                atomic_write(&path, text.as_bytes()).map_err(failed(path.clone()))?;
            }
            let text = format!("{} written\n", counted(all.len(), "schema"));
            return Ok(Said::text(text));
        }
        let name = self.name.unwrap_or_default();
        let found = all.iter().find(|(file, _)| file.strip_suffix(".json") == Some(&name));
        match found {
            Some((_, text)) => Ok(Said::raw(text.as_str())),
            None => {
                let names: Vec<_> =
                    all.iter().filter_map(|(file, _)| file.strip_suffix(".json")).collect();
                let message = format!("`{name}` is not the name of a schema");
                Err(Failure::usage(message, format!("the names are {}", names.join(", "))))
            }
        }
    }
}
