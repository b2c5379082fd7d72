//! What the built library exports, read out of it as the generator reads it.

use std::path::PathBuf;

use uniffi_bindgen::macro_metadata::extract_from_library;
use uniffi_meta::Metadata;

/// Everything that the library of this build exports.
pub(crate) fn exported() -> Vec<Metadata> {
    let test = std::env::current_exe().expect("a test knows its own file");
    let folder = test.parent().expect("it stands in a folder");
    let name = format!(
        "{}partnership_uniffi{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    );
    let places = [folder.join(&name), folder.join("..").join(&name)];
    let library: PathBuf =
        places.into_iter().find(|path| path.is_file()).expect("the library is built beside");
    let library = library.to_str().expect("a path that is text");
    extract_from_library(library.into()).expect("a library that is not stripped")
}
