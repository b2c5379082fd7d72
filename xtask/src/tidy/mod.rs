//! Rules that the tree keeps, each with a message that says what to do. `cargo test` runs them too.

mod generated;
mod manifest;
mod markdown;
mod rust;
mod text;
mod toml;

use std::fs;

use anyhow::{Result, bail};

use crate::codegen;
use crate::metadata::Metadata;
use crate::repo::Repo;

/// Look at one file, and say what is wrong with it.
type Rule = fn(&File, &Tree) -> Vec<Fault>;

const RULES: &[Rule] = &[
    rust::opens_with_docs,
    rust::is_short,
    rust::hides_nothing,
    text::is_clean,
    text::names_no_machine,
    text::is_small,
    markdown::links_resolve,
    markdown::fragments_have_a_kind,
    toml::data_is_toml_1_0,
    toml::features_have_comments,
    toml::lints_are_inherited,
];

/// Every file that is or would be committed.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    files: Vec<File>,
}

/// A file of the tree.
#[derive(Debug)]
pub(crate) struct File {
    /// From the root, with `/` between folders.
    path: String,
    size: usize,
    /// Empty for a file that is no UTF-8.
    text: String,
}

/// Where a rule is broken, and how to keep it.
#[derive(Debug)]
pub(crate) struct Fault {
    /// From 1; none when it is about the whole file.
    line: Option<usize>,
    message: String,
}

/// Check every rule over every file.
///
/// # Errors
///
/// When a rule is broken; the error lists every place.
pub(crate) fn run(repo: &Repo) -> Result<String> {
    let tree = Tree::read(repo)?;
    let mut found = tree.faults();
    found.extend(manifest::faults(&Metadata::read(repo)?));
    let generated = codegen::generate(repo.root())?;
    let generated = generated.into_iter().map(|(path, _)| path);
    let whole = generated.filter(|path| path.as_os_str() != codegen::README);
    found.extend(generated::unmarked(repo, whole)?);
    if !found.is_empty() {
        bail!("faults: {}\n{}", found.len(), found.join("\n"));
    }
    Ok(format!("{} files, no fault", tree.files.len()))
}

impl Tree {
    fn read(repo: &Repo) -> Result<Self> {
        let mut tree = Self::default();
        for path in repo.files()? {
            let bytes = fs::read(repo.path(&path))?;
            tree.add(path, bytes);
        }
        Ok(tree)
    }

    fn add(&mut self, path: String, bytes: Vec<u8>) {
        let size = bytes.len();
        let text = String::from_utf8(bytes).unwrap_or_default();
        self.files.push(File { path, size, text });
    }

    /// A file or a folder of that path is there.
    fn has(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        path.is_empty()
            || self.files.iter().any(|file| file.path == path || file.path.starts_with(&folder))
    }

    fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    fn faults(&self) -> Vec<String> {
        let mut found = Vec::new();
        for file in &self.files {
            let faults = RULES.iter().flat_map(|rule| rule(file, self));
            found.extend(faults.map(|fault| fault.at(&file.path)));
        }
        found
    }
}

impl File {
    fn is(&self, extension: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, found)| found == extension)
    }

    /// Lines with their numbers, from 1.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }
}

impl Fault {
    fn of_file(message: impl Into<String>) -> Self {
        Self { line: None, message: message.into() }
    }

    fn of_line(line: usize, message: impl Into<String>) -> Self {
        Self { line: Some(line), message: message.into() }
    }

    fn at(self, path: &str) -> String {
        match self.line {
            Some(line) => format!("{path}:{line}: {}", self.message),
            None => format!("{path}: {}", self.message),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the rules say of a tree that holds these files.
    pub(super) fn faults(files: &[(&str, &str)]) -> Vec<String> {
        let mut tree = Tree::default();
        for (path, text) in files {
            tree.add((*path).to_owned(), text.as_bytes().to_vec());
        }
        tree.faults()
    }

    #[test]
    fn the_tree_is_tidy() {
        if let Err(faults) = run(&Repo::find().unwrap()) {
            panic!("{faults:#}");
        }
    }
}
