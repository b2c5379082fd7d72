//! Which of our crates may know which.
//!
//! `data/` becomes bytes, bytes become meaning, meaning is talked about: an arrow that points the other way would let a
//! rule hide in a surface. Arrows of tests and build scripts count too.

use anyhow::Result;

use crate::metadata::{Metadata, Package};
use crate::process;
use crate::repo::Repo;

/// Each crate, and those of ours that it may depend on. A new arrow comes alone, with its reason.
const ARROWS: &[(&str, &[&str])] = &[
    ("partnership-data", &[]),
    ("partnership-derive", &[]),
    ("partnership-core", &["partnership-data", "partnership-derive"]),
    ("partnership-cli", &["partnership-core"]),
    ("partnership-python", &["partnership-core"]),
    ("partnership-uniffi", &["partnership-core"]),
    // It writes what `partnership-data` holds, so it must build while those bytes are stale or gone.
    ("xtask", &["partnership-core"]),
];

/// The core's feature that brings `partnership-data`.
const EMBEDDED: &[&str] = &["default", "embedded"];

/// Arrows that the table does not have.
pub(crate) fn faults(metadata: &Metadata) -> Vec<String> {
    metadata.ours().flat_map(of).collect()
}

/// Whether the embedded bytes reach xtask by way of features, which no manifest shows.
pub(crate) fn embedded(repo: &Repo, metadata: &Metadata) -> Result<Option<String>> {
    if !metadata.ours().any(|package| package.name == "partnership-data") {
        return Ok(None);
    }
    let mut command = repo.cargo();
    let tree =
        process::read(command.args(["tree", "--locked", "-p", "xtask", "--prefix", "none"]))?;
    let holds = tree.lines().any(|line| line.starts_with("partnership-data "));
    Ok(holds.then(|| "`xtask` links `partnership-data`, which it must be able to write".to_owned()))
}

fn of(package: &Package) -> Vec<String> {
    let name = &package.name;
    let Some((_, allowed)) = ARROWS.iter().find(|(from, _)| from == name) else {
        return vec![format!("`{name}` has no row in the table of `xtask/src/arrows.rs`")];
    };
    let mut found = Vec::new();
    for to in package.dependencies.iter().filter(|to| to.path.is_some()) {
        if !allowed.contains(&to.name.as_str()) {
            found.push(format!("`{name}` may not depend on `{}`", to.name));
        }
        let is_embedded =
            to.uses_default_features || to.features.iter().any(|f| EMBEDDED.contains(&f.as_str()));
        if name == "xtask" && to.name == "partnership-core" && is_embedded {
            found.push(format!("`{name}` must use `{}` without the embedded record", to.name));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::Dependency;

    fn package(name: &str, to: &str) -> Package {
        let to = Dependency {
            name: to.to_owned(),
            path: Some("somewhere".to_owned()),
            uses_default_features: true,
            ..Dependency::default()
        };
        Package { name: name.to_owned(), dependencies: vec![to], ..Package::default() }
    }

    #[test]
    fn an_arrow_that_the_table_lacks_is_named() {
        let told = |name, to| of(&package(name, to)).join("; ");
        assert_eq!(told("partnership-cli", "partnership-core"), "");
        assert_eq!(
            told("partnership-core", "partnership-cli"),
            "`partnership-core` may not depend on `partnership-cli`"
        );
        assert_eq!(
            told("xtask", "partnership-core"),
            "`xtask` must use `partnership-core` without the embedded record"
        );
        assert_eq!(told("new", "xtask"), "`new` has no row in the table of `xtask/src/arrows.rs`");
    }
}
