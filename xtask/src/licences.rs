//! What a dependency must be to enter: its licence, its source, its version, and not on the list of refused ones.

use anyhow::{Result, bail};

use crate::metadata::{Metadata, Package};
use crate::repo::Repo;
use crate::{arrows, counts};

/// Licences that any dependency may have, by SPDX identifier.
const LICENCES: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "Unlicense",
    "Unicode-3.0",
];

/// A licence that only packages of this name, or whose name goes on with `_` or `-`, may have. The second one asks for
/// nothing at all; it stands behind Arrow, on the web only.
const LICENCES_BY_NAME: &[(&str, &str)] = &[("MPL-2.0", "uniffi"), ("CC0-1.0", "tiny-keccak")];

/// Refused, with the reason that the message gives.
const REFUSED: &[(&str, &str)] = &[
    ("ammonia", "escape text for the place where it goes, instead of cleaning HTML"),
    ("atty", "unmaintained; `std::io::IsTerminal` does it"),
    ("bincode", "unmaintained"),
    ("curl", "nothing here asks the network"),
    ("curl-sys", "nothing here asks the network"),
    ("hyper", "nothing here asks the network"),
    ("native-tls", "nothing here asks the network"),
    ("openssl-sys", "nothing here asks the network"),
    ("reqwest", "nothing here asks the network"),
    ("rustls", "nothing here asks the network"),
    ("serde_yaml", "unmaintained"),
    ("serde_yml", "unsound and unmaintained"),
    ("ureq", "nothing here asks the network"),
    ("xml-rs", "quick-xml reads what we read"),
];

/// The lowest version without a known advisory.
const LOWEST: &[(&str, [u64; 3])] = &[
    ("anyhow", [1, 0, 103]),
    ("arrow", [58, 3, 0]),
    ("idna", [1, 0, 0]),
    ("lz4_flex", [0, 12, 1]),
    ("memmap2", [0, 9, 11]),
    ("parquet", [58, 3, 0]),
    ("pyo3", [0, 29, 0]),
    ("quick-xml", [0, 41, 0]),
    ("time", [0, 3, 47]),
    ("tracing-subscriber", [0, 3, 20]),
    ("zip", [2, 3, 0]),
];

/// Check every package of the lock file, the arrows between our crates, and the counts.
///
/// # Errors
///
/// When there is a fault; the error lists all of them.
pub(crate) fn run(repo: &Repo) -> Result<String> {
    let metadata = Metadata::read(repo)?;
    let mut found: Vec<String> = metadata.theirs().flat_map(faults).collect();
    found.extend(arrows::faults(&metadata));
    found.extend(arrows::embedded(repo, &metadata)?);
    let counted = counts::count(repo, &metadata)?;
    found.extend(counted.iter().filter_map(counts::Count::fault));
    if !found.is_empty() {
        bail!("faults: {}\n{}", found.len(), found.join("\n"));
    }
    let lines: Vec<String> = counted.iter().map(ToString::to_string).collect();
    let packages = metadata.theirs().count();
    Ok(format!("{packages} packages of others, no fault\n{}", lines.join("\n"))
        .trim_end()
        .to_owned())
}

/// What is wrong with a package of others.
fn faults(package: &Package) -> Vec<String> {
    let Package { name, version, .. } = package;
    let found = [licence(package), source(package), refused(package), lowest(package)];
    found.into_iter().flatten().map(|fault| format!("`{name}` {version}: {fault}")).collect()
}

fn licence(package: &Package) -> Option<String> {
    let Some(expression) = &package.license else {
        return Some("states no licence".to_owned());
    };
    let is_taken =
        |licence: &str| LICENCES.contains(&licence) || is_taken_by_name(licence, &package.name);
    (!satisfies(expression, is_taken)).then(|| format!("licence `{expression}` is not on the list"))
}

fn is_taken_by_name(licence: &str, package: &str) -> bool {
    LICENCES_BY_NAME.iter().any(|(allowed, family)| {
        let rest = package.strip_prefix(family);
        *allowed == licence
            && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['_', '-']))
    })
}

fn source(package: &Package) -> Option<String> {
    let source = package.source.as_deref()?;
    (!source.starts_with("registry+") && !source.starts_with("sparse+"))
        .then(|| format!("comes from `{source}`, not from a registry"))
}

fn refused(package: &Package) -> Option<String> {
    let (_, reason) = REFUSED.iter().find(|(name, _)| *name == package.name)?;
    Some(format!("refused: {reason}"))
}

fn lowest(package: &Package) -> Option<String> {
    let (_, lowest) = LOWEST.iter().find(|(name, _)| *name == package.name)?;
    let [major, minor, patch] = lowest;
    (numbers(&package.version) < *lowest)
        .then(|| format!("has an advisory; take {major}.{minor}.{patch} or later"))
}

/// The three numbers of a version, without what follows `-` or `+`; one that is no number counts as 0.
fn numbers(version: &str) -> [u64; 3] {
    let plain = version.split(['-', '+']).next().unwrap_or_default();
    let mut parts = plain.split('.').map(|part| part.parse().unwrap_or(0));
    [(); 3].map(|()| parts.next().unwrap_or(0))
}

/// Whether an SPDX expression can be met with licences that are taken. Parentheses are replaced from the inside by
/// what they come to; `MIT/Apache-2.0` is the old way to write `OR`.
fn satisfies(expression: &str, is_taken: impl Fn(&str) -> bool) -> bool {
    let mut rest = expression.replace('/', " OR ");
    while let Some(close) = rest.find(')') {
        let Some(open) = rest[..close].rfind('(') else {
            return false;
        };
        let inner = if flat(&rest[open + 1..close], &is_taken) { YES } else { NO };
        rest.replace_range(open..=close, inner);
    }
    flat(&rest, &is_taken)
}

/// No licence is called so.
const YES: &str = "=yes";
const NO: &str = "=no";

/// The same without parentheses; `AND` binds stronger than `OR`, and a `WITH` exception only adds permissions.
fn flat(expression: &str, is_taken: &impl Fn(&str) -> bool) -> bool {
    let holds = |term: &str| {
        let licence = term.split(" WITH ").next().unwrap_or_default().trim();
        licence == YES || (licence != NO && is_taken(licence))
    };
    expression.split(" OR ").any(|all| all.split(" AND ").all(holds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_of_the_lock_file_may_be_here() {
        let repo = Repo::find().unwrap();
        if let Err(faults) = run(&repo) {
            panic!("{faults:#}");
        }
    }

    #[test]
    fn an_expression_is_met_by_one_side_of_or_and_both_of_and() {
        let is_taken = |licence: &str| licence == "MIT" || licence == "Unicode-3.0";
        for met in [
            "MIT",
            "GPL-3.0 OR MIT",
            "MIT/GPL-3.0",
            "(MIT OR GPL-3.0) AND Unicode-3.0",
            "MIT WITH X",
            "((MIT) AND (Unicode-3.0))",
        ] {
            assert!(satisfies(met, is_taken), "{met}");
        }
        for unmet in
            ["", "GPL-3.0", "MIT AND GPL-3.0", "((MIT) AND GPL-3.0) OR X", "MIT)", "(MIT", "()"]
        {
            assert!(!satisfies(unmet, is_taken), "{unmet}");
        }
    }

    #[test]
    fn each_reason_to_refuse_a_package_is_told() {
        let git = Package {
            name: "bincode".to_owned(),
            version: "2.0.0".to_owned(),
            license: Some("MPL-2.0".to_owned()),
            source: Some("git+https://example.org/bincode".to_owned()),
            ..Package::default()
        };
        let told = [
            "`bincode` 2.0.0: licence `MPL-2.0` is not on the list",
            "`bincode` 2.0.0: comes from `git+https://example.org/bincode`, not from a registry",
            "`bincode` 2.0.0: refused: unmaintained",
        ];
        assert_eq!(faults(&git), told);
        let old =
            Package { name: "time".to_owned(), version: "0.3.9".to_owned(), ..Package::default() };
        let told = [
            "`time` 0.3.9: states no licence",
            "`time` 0.3.9: has an advisory; take 0.3.47 or later",
        ];
        assert_eq!(faults(&old), told);
        assert!(
            is_taken_by_name("MPL-2.0", "uniffi_core") && !is_taken_by_name("MPL-2.0", "uniffix")
        );
    }
}
