//! The dataset that is asked: the one inside, a folder, or a packed file.

use std::fs::File;
use std::io::Read as _;
use std::ops::Deref;
use std::path::Path;

use partnership_core::check::folder::{self, Folder};
use partnership_core::{Dataset, DatasetError};

use crate::failure::Failure;

/// A dataset, wherever it comes from.
pub(crate) enum Held {
    /// The one inside.
    Embedded(&'static Dataset),
    /// One that was read.
    Read(Box<Dataset>),
}

impl Deref for Held {
    type Target = Dataset;

    fn deref(&self) -> &Dataset {
        match self {
            Held::Embedded(dataset) => dataset,
            Held::Read(dataset) => dataset,
        }
    }
}

/// The dataset of a path; without one, the one inside.
///
/// # Errors
/// When the path cannot be read, or has faults: all of them.
pub(crate) fn open(path: Option<&Path>) -> Result<Held, Failure> {
    let Some(path) = path else { return Ok(Held::Embedded(Dataset::embedded())) };
    if !path.is_dir() {
        let read = Dataset::load(path).map_err(|error| refused(path, error))?;
        return Ok(Held::Read(Box::new(read)));
    }
    let Folder { files, faults, dataset } = read(path)?;
    match dataset {
        Some(dataset) if faults.is_empty() => Ok(Held::Read(Box::new(dataset))),
        _ => Err(Failure::Faults { root: path.to_owned(), files, faults }),
    }
}

/// What a folder holds, with its faults.
///
/// # Errors
/// When it cannot be read, or is no dataset.
pub(crate) fn read(path: &Path) -> Result<Folder, Failure> {
    folder::read(path).map_err(|error| refused(path, error))
}

/// A text that somebody pasted or saved, of so many bytes at most; `-` is standard input.
///
/// # Errors
/// When it cannot be read, is larger, or is not plain text.
pub(crate) fn plain_text(path: &Path, most: u64, help: &str) -> Result<String, Failure> {
    let failed = |error| Failure::File { doing: "read", path: path.to_owned(), error };
    let mut bytes = Vec::new();
    // The size that a device or pipe tells is none.
    let read = match path == Path::new("-") {
        true => std::io::stdin().lock().take(most + 1).read_to_end(&mut bytes),
        false => File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes)),
    };
    read.map_err(failed)?;
    if bytes.len() as u64 > most {
        let message = format!("`{}` is larger than a text may be", path.display());
        return Err(Failure::usage(message, help));
    }
    String::from_utf8(bytes).map_err(|_| {
        let message = format!("`{}` is not plain text in UTF-8", path.display());
        Failure::usage(message, "save the text of the page, without its layout")
    })
}

fn refused(path: &Path, error: DatasetError) -> Failure {
    match error {
        DatasetError::Faults(faults) => {
            Failure::Faults { root: path.to_owned(), files: Vec::new(), faults }
        }
        // A folder inside of it that cannot be read is the one that is named.
        DatasetError::Io { path: inside, source } if Path::new(&inside) != path => {
            Failure::File { doing: "read", path: inside.into(), error: source }
        }
        error => Failure::Dataset { path: path.to_owned(), error },
    }
}
