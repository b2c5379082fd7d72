//! What `cargo metadata` says of this workspace and of everything that it depends on.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::process;
use crate::repo::Repo;

/// Every package of the lock file, for every platform.
#[derive(Debug, Deserialize)]
pub(crate) struct Metadata {
    pub(crate) packages: Vec<Package>,
    /// Where cargo builds, on this machine.
    pub(crate) target_directory: PathBuf,
}

/// A package, ours or another's.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    /// An SPDX expression.
    pub(crate) license: Option<String>,
    /// None for a folder of this workspace.
    pub(crate) source: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) readme: Option<String>,
    pub(crate) rust_version: Option<String>,
    /// The registries it may go to: none means any, an empty list means that it is not published.
    pub(crate) publish: Option<Vec<String>>,
    pub(crate) dependencies: Vec<Dependency>,
    pub(crate) features: BTreeMap<String, Vec<String>>,
}

/// What a package asks for, in its manifest.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    /// A folder, for a sibling in the workspace.
    pub(crate) path: Option<String>,
    pub(crate) uses_default_features: bool,
    pub(crate) features: Vec<String>,
}

impl Metadata {
    pub(crate) fn read(repo: &Repo) -> Result<Self> {
        let mut command = repo.cargo();
        let text = process::read(command.args(["metadata", "--format-version=1", "--locked"]))?;
        serde_json::from_str(&text).context("`cargo metadata` printed something unexpected")
    }

    /// The packages of this workspace.
    pub(crate) fn ours(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| package.source.is_none())
    }

    /// Those of ours that go to a registry.
    pub(crate) fn published(&self) -> impl Iterator<Item = &Package> {
        self.ours().filter(|package| package.is_published())
    }

    /// The packages of others.
    pub(crate) fn theirs(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| package.source.is_some())
    }
}

impl Package {
    pub(crate) fn is_published(&self) -> bool {
        self.publish.as_ref().is_none_or(|registries| !registries.is_empty())
    }
}
