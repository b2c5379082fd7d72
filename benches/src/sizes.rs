//! The bytes of the image beside the text that people edit.

use std::path::Path;

use anyhow::{Context, Result};
use partnership_core::Dataset;

/// Prints the size of the image and of the texts of the record.
pub(crate) fn print(dataset: &Dataset) -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/asean-rok");
    let (toml, csv) = (bytes(&folder, "toml")?, bytes(&folder, "csv")?);
    let image = dataset.image().len() as u64;
    println!("image {image} bytes, TOML {toml}, CSV {csv}");
    for (name, text) in [("TOML", toml), ("TOML and CSV", toml + csv)] {
        let ratio = image as f64 / text as f64;
        let end = if ratio <= 0.4 { "met" } else { "missed" };
        println!("image, of the {name:<14} {ratio:>5.2}  at most 0.4  {end}");
    }
    Ok(())
}

/// The bytes of all files of an extension, at any depth.
fn bytes(folder: &Path, extension: &str) -> Result<u64> {
    let mut sum = 0;
    let list = folder.read_dir().with_context(|| format!("cannot read `{}`", folder.display()))?;
    for entry in list {
        let path = entry?.path();
        if path.is_dir() {
            sum += bytes(&path, extension)?;
        } else if path.extension().is_some_and(|found| found == extension) {
            sum += path.metadata()?.len();
        }
    }
    Ok(sum)
}
