//! How fast the packages answer first, how fast a page comes, and what they add to an app.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use super::{folder, library};
use crate::process;
use crate::repo::Repo;

/// How often a fresh process is started; the median counts.
const ROUNDS: usize = 9;

/// The table of the Kotlin package.
pub(super) fn kotlin(repo: &Repo, start: impl Fn() -> Result<String>) -> Result<String> {
    let said = rounds(start)?;
    let lines = [
        line("JNA's own load", median(&said, "jna-load-ms")?, None, "ms"),
        line("first answer beyond it", median(&said, "first-answer-ms")?, Some(30.0), "ms"),
        line("page of 50 rows", median(&said, "page-of-50-ms")?, Some(2.0), "ms"),
    ];
    Ok(format!("{}\n{}", lines.join("\n"), sizes(repo)?))
}

/// The table of the Swift package.
pub(super) fn swift(start: impl Fn() -> Result<String>) -> Result<String> {
    let said = rounds(start)?;
    let lines = [
        line("first answer", median(&said, "first-answer-ms")?, Some(5.0), "ms"),
        line("page of 50 rows", median(&said, "page-of-50-ms")?, Some(2.0), "ms"),
    ];
    Ok(lines.join("\n"))
}

fn rounds(start: impl Fn() -> Result<String>) -> Result<Vec<String>> {
    (0..ROUNDS).map(|_| start()).collect()
}

fn median(said: &[String], name: &str) -> Result<f64> {
    let mut values = Vec::new();
    for text in said {
        // A terminal's codes of Maven may stand before it.
        let value = text.lines().find_map(|line| line.split_once(name)?.1.trim().parse().ok());
        let value: f64 = value.with_context(|| format!("the bench said no `{name}`:\n{text}"))?;
        values.push(value);
    }
    values.sort_by(f64::total_cmp);
    Ok(values[values.len() / 2])
}

/// What the library and JNA add to an app, an ABI each. Ours is that of this machine: others are built elsewhere.
fn sizes(repo: &Repo) -> Result<String> {
    let ours = fs::metadata(folder(repo)?.join("native").join(library()))?.len() as f64;
    let mut lines = vec![line("library, stripped", ours / f64::from(1 << 20), Some(3.0), "MiB")];
    let aar = repo.path("bindings/kotlin/target/jna/jna.aar");
    let listed =
        process::read(Command::new("jar").args(["--list", "--verbose", "--file"]).arg(&aar));
    for entry in listed.unwrap_or_default().lines().filter(|entry| entry.ends_with(".so")) {
        let parts: Vec<&str> = entry.split_whitespace().collect();
        let (Some(size), Some(path)) = (parts.first(), parts.last()) else { continue };
        let jna: f64 = size.parse().unwrap_or_default();
        let abi = path.split('/').nth(1).unwrap_or_default();
        let total = (ours + jna) / 1e6;
        lines.push(format!("{abi:<24} {total:>7.2} MB, {:.2} of it JNA's", jna / 1e6));
    }
    Ok(lines.join("\n"))
}

fn line(name: &str, value: f64, most: Option<f64>, unit: &str) -> String {
    let bar = most.map(|most| {
        let end = if value <= most { "met" } else { "missed" };
        format!("  at most {most:.1}  {end}")
    });
    format!("{name:<24} {value:>7.2} {unit}{}", bar.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_met_up_to_its_own_value() {
        assert_eq!(
            line("x", 3.0, Some(3.0), "ms"),
            format!("{:<24}    3.00 ms  at most 3.0  met", "x")
        );
        assert_eq!(line("x", 3.01, None, "ms"), format!("{:<24}    3.01 ms", "x"));
    }

    #[test]
    fn the_middle_of_the_rounds_counts() {
        let said = ["a 3", "a 1", "a 2"].map(str::to_owned);
        assert_eq!(median(&said, "a").unwrap(), 2.0);
        assert!(median(&said, "b").is_err());
    }
}
