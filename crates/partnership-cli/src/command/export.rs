//! `export`: the whole record in a form of other tools.

use std::path::PathBuf;

use clap::ValueEnum;
use partnership_core::answer::{Cell, ColumnForm, Table};

use crate::failure::Failure;
use crate::render::csv::{self, Profile};
use crate::render::escape::terminal;
use crate::session::{Said, Session};
use crate::write::atomic_folder;
use partnership_core::counted;

/// Write the whole record as tables, for R, Stata, pandas or a spreadsheet
///
/// One file a kind of record and one a kind of part (steps, memberships, observations, citations, …), and
/// `datapackage.json`, which says what each column means and how the tables belong together (Data Package 2, Table Schema).
/// A part names its `record`, the `owner` that it lies in and its own `path`. Nothing is left out. The folder is there as a
/// whole or not at all (of one that you stand in, `datapackage.json` comes last), and the same record gives the same bytes.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership export csv -o tables
  partnership export csv -o tables-2020 --known-on 2020-12-31
  partnership export csv -o sheets --spreadsheet")]
pub(crate) struct ExportArgs {
    /// The form
    #[arg(value_name = "FORM")]
    form: ExportForm,
    /// The folder to write: a new one, or an empty one
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Cells that a spreadsheet would take for formulas get an apostrophe, and files a mark of their encoding
    #[arg(long)]
    spreadsheet: bool,
}

/// Forms of other tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportForm {
    /// Tables, as CSV files with a Table Schema
    Csv,
}

impl ExportArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let ExportForm::Csv = self.form;
        let dataset = session.dataset()?;
        let view = session.view(&dataset)?;
        let tables = view.tables();
        // By its mark a spreadsheet knows that a file is UTF-8.
        let (profile, mark, encoding) = match self.spreadsheet {
            true => (Profile::Spreadsheet, "\u{feff}", "utf-8-sig"),
            false => (Profile::Raw, "", "utf-8"),
        };
        let file = |table: &Table| {
            let text = format!("{mark}{}", text(table, profile));
            (format!("{}.csv", table.name), text.into_bytes())
        };
        let mut files: Vec<_> = tables.iter().map(file).collect();
        files.push(("datapackage.json".to_owned(), view.package(&tables, encoding).into_bytes()));
        let failed = |(path, error)| Failure::File { doing: "write", path, error };
        atomic_folder(&self.output, &files).map_err(failed)?;
        let rows: usize = tables.iter().map(|table| table.row.len()).sum();
        Ok(Said::text(format!(
            "{}: {} and {}, with their Table Schema\n",
            terminal(&self.output.display().to_string()),
            counted(tables.len(), "table"),
            counted(rows, "row"),
        )))
    }
}

fn text(table: &Table, profile: Profile) -> String {
    let head: Vec<String> = table.column.iter().map(|column| column.name.clone()).collect();
    let rows = table.row.iter().map(|row| {
        let cells = table.column.iter().zip(row).map(|(column, text)| Cell {
            text: text.clone().unwrap_or_default(),
            number: matches!(column.form, ColumnForm::Count | ColumnForm::Number),
        });
        cells.collect()
    });
    csv::table(&head, &rows.collect::<Vec<_>>(), profile)
}
