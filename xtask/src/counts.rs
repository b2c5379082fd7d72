//! How many crates of others a crate of ours brings.
//!
//! Counted with the default features and, where it is named, one more. *Linked* leaves out procedural macros and what only they need, since none of it reaches the program; a *tree* has
//! them. Neither has tests or build scripts. `cargo tree` is asked, because `cargo metadata` unites the features of the
//! whole workspace.

use std::collections::BTreeSet;
use std::fmt;

use anyhow::Result;

use crate::metadata::Metadata;
use crate::process;
use crate::repo::Repo;

const BARS: &[Bar] = &[
    Bar { package: "partnership-core", more: "", edges: LINKED, most: 28 },
    Bar { package: "partnership-core", more: "folder", edges: LINKED, most: 36 },
    Bar { package: "partnership-cli", more: "", edges: TREE, most: 85 },
];

const LINKED: Edges = Edges { name: "linked", option: "normal,no-proc-macro" };
const TREE: Edges = Edges { name: "in the tree", option: "normal" };

/// What is counted of a crate, and the most that it may come to.
struct Bar {
    package: &'static str,
    /// A feature beside the default ones; empty for none.
    more: &'static str,
    edges: Edges,
    most: usize,
}

#[derive(Clone, Copy)]
struct Edges {
    name: &'static str,
    option: &'static str,
}

/// A bar and what was counted.
pub(crate) struct Count {
    bar: &'static Bar,
    crates: usize,
}

/// Count each crate of ours that has a bar.
pub(crate) fn count(repo: &Repo, metadata: &Metadata) -> Result<Vec<Count>> {
    let is_here = |bar: &&Bar| metadata.ours().any(|package| package.name == bar.package);
    let bars = BARS.iter().filter(is_here);
    bars.map(|bar| Ok(Count { bar, crates: others(&tree(repo, bar)?) })).collect()
}

impl Count {
    pub(crate) fn fault(&self) -> Option<String> {
        (self.crates > self.bar.most).then(|| format!("too many crates: {self}"))
    }
}

impl fmt::Display for Count {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Bar { package, more, edges, most } = self.bar;
        let plus = if more.is_empty() { "" } else { " + " };
        write!(out, "`{package}`{plus}{more}: {} of {most} {}", self.crates, edges.name)
    }
}

fn tree(repo: &Repo, bar: &Bar) -> Result<String> {
    let mut command = repo.cargo();
    command.args(["tree", "--locked", "--prefix", "none", "--format", "{p}"]);
    command.args(["-p", bar.package, "--features", bar.more, "-e", bar.edges.option]);
    process::read(&mut command)
}

/// Different packages in the output of `cargo tree`, without those of a folder, which are ours.
fn others(tree: &str) -> usize {
    let is_ours = |line: &&str| line.contains(" (/") || line.contains(":\\");
    let lines = tree.lines().filter(|line| !line.is_empty() && !is_ours(line));
    lines.map(|line| line.split(' ').take(2).collect::<Vec<_>>()).collect::<BTreeSet<_>>().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_counts_once_and_ours_do_not() {
        let tree = "ours v0.1.0 (/here/ours)\nserde v1.0.1\nsyn v3.0.0 (proc-macro)\nserde v1.0.1 (*)\n\nserde v2.0.0";
        assert_eq!(others(tree), 3);
    }

    #[test]
    fn a_bar_that_is_passed_is_a_fault_with_both_numbers() {
        let told = |crates| Count { bar: &BARS[0], crates }.fault();
        assert_eq!(told(28), None);
        let fault = "too many crates: `partnership-core`: 29 of 28 linked";
        assert_eq!(told(29).as_deref(), Some(fault));
    }
}
