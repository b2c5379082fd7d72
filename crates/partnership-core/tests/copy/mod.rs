//! A dataset folder in the temporary folder of the tests, and what validation says of it.

use std::path::{Path, PathBuf};

use partnership_core::check::folder::{self, Folder};

/// The smallest valid dataset, with the files of a case over it.
pub(crate) struct Copy(pub(crate) PathBuf);

impl Copy {
    pub(crate) fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faults").join(name);
        if root.exists() {
            std::fs::remove_dir_all(&root).expect("the last run's copy can be removed");
        }
        let copy = Self(root);
        copy.overlay(&cases().join("base"));
        copy
    }

    pub(crate) fn overlay(&self, from: &Path) {
        let mut waiting = vec![from.to_owned()];
        while let Some(folder) = waiting.pop() {
            for entry in std::fs::read_dir(&folder).expect("a case is a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    waiting.push(path);
                    continue;
                }
                let inside = path.strip_prefix(from).expect("a file of the case");
                self.write(
                    inside.to_str().expect("names are UTF-8"),
                    &std::fs::read(&path).expect("a file"),
                );
            }
        }
    }

    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.0.join(path);
        std::fs::create_dir_all(path.parent().expect("it stands in a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("the copy can be written");
    }

    pub(crate) fn read(&self) -> Folder {
        folder::read(&self.0).expect("it has a manifest")
    }

    /// What a person sees: each fault, below it the bytes that are meant and the fix.
    pub(crate) fn told(&self) -> String {
        let folder = self.read();
        let mut told = String::new();
        for fault in &folder.faults {
            told += &format!("{fault}\n");
            let place = fault.place.as_ref().expect("a fault of a folder has a place");
            if let Some(meant) = folder
                .text(&place.path)
                .map(|text| &text[place.span.clone()])
                .filter(|text| !text.is_empty())
            {
                let line = meant.lines().next().unwrap_or_default();
                let start: String = line.chars().take(60).map(seen).collect();
                told += &format!("  | {}\n", start.trim_end());
            }
            if let Some(fix) = &fault.fix {
                told += &format!("  = {fix}\n");
            }
        }
        assert_eq!(folder.dataset.is_none(), !folder.faults.is_empty(), "{told}");
        told
    }
}

/// The folder of the cases.
pub(crate) fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults")
}

/// A character, escaped if it cannot be seen for what it is.
fn seen(letter: char) -> String {
    match letter {
        '\u{300}'..='\u{36f}' | '\u{202a}'..='\u{202e}' => letter.escape_unicode().to_string(),
        _ if letter.is_control() => letter.escape_unicode().to_string(),
        _ => letter.to_string(),
    }
}
