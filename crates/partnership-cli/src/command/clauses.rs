//! `clauses`: the pasted text of a plan as records that wait for their words.

use std::path::{Path, PathBuf};

use partnership_core::model::SourceId;
use partnership_core::outline::{Draft, DraftError};

use crate::data;
use crate::failure::Failure;
use crate::session::{Said, Session};
use crate::write::atomic_write;
use partnership_core::counted;

/// Turn the text of a plan into its tree of clauses, ready to be summed up
///
/// Writes a record for each clause: its number as printed, its place in the tree, the words of a heading, the place and
/// digest of its passage. No sentence of the text is stored: the name of each line is empty, and `validate` asks for it
/// until somebody has written it in words of their own. Numbers such as `1.1(1)`, `1.1.1`, `I.A.3` and `가.`, paragraphs of
/// a statement, wrapped lines, page numbers and running heads are understood. Clauses that the record holds are left out.
///
/// The passages count the paragraphs of the text as `--plain` writes it, one a clause: keep that file, for `partnership
/// verify`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership clauses plan.txt --instrument poa-2026 --source poa-2026-text
  partnership clauses plan.txt --instrument poa-2026 --source poa-2026-text -o lines.toml --plain plan-plain.txt
  partnership --data data/asean-rok verify poa-2026-text plan-plain.txt")]
pub(crate) struct ClausesArgs {
    /// The text of the plan or statement, as plain text in UTF-8
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Id of the plan or statement
    #[arg(long, value_name = "ID")]
    instrument: String,
    /// Id of the source that the text is; without, the one that the record names
    #[arg(long, value_name = "ID")]
    source: Option<SourceId>,
    /// Write the records there; to standard output without
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write the text there as the passages count it
    #[arg(long, value_name = "FILE")]
    plain: Option<PathBuf>,
}

/// Texts are read whole; more than this is no plan.
const LARGEST: u64 = 4 * 1024 * 1024;
/// What to give instead of what is refused.
const ONE: &str = "give the text of one plan or statement";

impl ClausesArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let dataset = session.dataset()?;
        let text = data::plain_text(&self.file, LARGEST, ONE)?;
        let view = session.view(&dataset)?;
        let draft = view.draft_clauses(&text, &self.instrument, self.source.as_ref());
        let draft = draft.map_err(|error| match error {
            DraftError::Query(error) => Failure::from(error),
            DraftError::Text(error) => Failure::usage(error.to_string(), ONE),
        })?;
        if let Some(path) = &self.plain {
            written(path, &draft.outline.plain)?;
        }
        let note = told(&draft);
        match &self.output {
            Some(path) => {
                written(path, &draft.toml)?;
                Ok(Said::text(String::new()).note(note))
            }
            None => Ok(Said::raw(draft.toml).note(note)),
        }
    }
}

fn written(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error| Failure::File { doing: "write", path: path.to_owned(), error };
    atomic_write(path, text.as_bytes()).map_err(failed)
}

/// What was found and what was left out.
fn told(draft: &Draft) -> String {
    let outline = &draft.outline;
    let forms = draft.count.iter().map(|(form, count)| format!("{} {count}", form.label("en")));
    let mut notes = vec![format!("clauses: {}", forms.collect::<Vec<_>>().join(", "))];
    if !draft.held.is_empty() {
        notes.push(format!("held already: {}", draft.held.join(", ")));
    }
    let mut left = Vec::new();
    if outline.preamble > 0 {
        left.push(format!("{} before the first number", counted(outline.preamble, "paragraph")));
    }
    if outline.closing > 0 {
        left.push(format!("{} at the end", counted(outline.closing, "paragraph")));
    }
    if outline.pages > 0 {
        left.push(counted(outline.pages, "page number"));
    }
    let head = |(head, count): &(String, usize)| format!("“{head}”, {}", counted(*count, "time"));
    left.extend(outline.heads.iter().map(head));
    if !left.is_empty() {
        notes.push(format!("left out: {}", left.join("; ")));
    }
    if !outline.gaps.is_empty() {
        notes.push(format!("numbers are missing before: {}", outline.gaps.join(", ")));
    }
    notes.join("\n")
}
