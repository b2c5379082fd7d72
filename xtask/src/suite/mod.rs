//! The test suites. To add one: a file here with a `SUITE`, its `mod` line, and its place in [`SUITES`].

mod cite;
mod cli;
mod codes;
mod jsonld;
mod kotlin;
mod network;
mod package;
mod python;
mod rust;
mod schema;
mod swift;
mod terminal;

use anyhow::Result;
use clap::builder::PossibleValuesParser;

use crate::process::Log;
use crate::repo::Repo;
use crate::report::{self, Outcome, Verdict};

/// In the order in which they run.
const SUITES: &[Suite] = &[
    rust::SUITE,
    terminal::SUITE,
    network::SUITE,
    package::SUITE,
    python::SUITE,
    schema::SUITE,
    codes::SUITE,
    jsonld::SUITE,
    cite::SUITE,
    kotlin::SUITE,
    swift::SUITE,
];

/// Tests that run together, and what they need.
pub(crate) struct Suite {
    /// What one types after `cargo xtask test`.
    name: &'static str,
    /// What it shows, in one line.
    about: &'static str,
    /// What a machine must have; the suite itself sets up the rest, in `.cache/` only.
    needs: &'static str,
    /// Runs the tests. An error fails the suite, one made by [`report::skip`] skips it.
    run: fn(&Repo, &Log) -> Result<()>,
}

/// What a skipped suite means for the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Skips {
    Pass,
    Fail,
}

/// The names, for the command line to check.
pub(crate) fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(SUITES.iter().map(|suite| suite.name))
}

/// Print what there is and what each needs.
pub(crate) fn list() {
    for Suite { name, about, needs, .. } in SUITES {
        println!("{name:<9} {about}\n          needs {needs}");
    }
}

/// Run the suites of these names, or all of [`SUITES`] when no name is given, and print how each ended.
pub(crate) fn run(repo: &Repo, wanted: &[String], skips: Skips) -> Result<Verdict> {
    let mut tally = Tally::default();
    let is_named = |suite: &&Suite| wanted.iter().any(|name| name == suite.name);
    for suite in SUITES.iter().filter(|suite| wanted.is_empty() || is_named(suite)) {
        let log = Log::new(repo, &format!("test-{}", suite.name))?;
        let outcome = report::step(suite.name, || (suite.run)(repo, &log));
        if let Outcome::Failed(why) = &outcome {
            report::show(&log.text());
            report::show(why);
        }
        tally.add(suite.name, outcome);
    }
    let (lines, verdict) = tally.close(skips);
    println!("{lines}");
    Ok(verdict)
}

/// How the suites ended, so far.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
    skipped: Vec<&'static str>,
}

impl Tally {
    fn add(&mut self, name: &'static str, outcome: Outcome) {
        match outcome {
            Outcome::Passed => self.passed += 1,
            Outcome::Failed(_) => self.failed += 1,
            Outcome::Skipped(_) => self.skipped.push(name),
        }
    }

    /// The closing lines, and the end that they stand for.
    fn close(self, skips: Skips) -> (String, Verdict) {
        let names = self.skipped.join(", ");
        let (note, failed) = match (self.skipped.len(), skips) {
            (0, _) => (String::new(), self.failed),
            (_, Skips::Pass) => (format!("skipped: {names}\n"), self.failed),
            (skipped, Skips::Fail) => {
                (format!("skipped, so failed: {names}\n"), self.failed + skipped)
            }
        };
        let verdict = if failed == 0 { Verdict::Passed } else { Verdict::Failed };
        (format!("{note}{} passed, {failed} failed", self.passed), verdict)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally() -> Tally {
        let mut tally = Tally::default();
        tally.add("rust", Outcome::Passed);
        tally.add("codes", Outcome::Skipped("no Python".to_owned()));
        tally
    }

    #[test]
    fn a_skip_is_named_and_fails_only_when_all_must_run() {
        let kind = ("skipped: codes\n1 passed, 0 failed".to_owned(), Verdict::Passed);
        assert_eq!(tally().close(Skips::Pass), kind);
        let strict = ("skipped, so failed: codes\n1 passed, 1 failed".to_owned(), Verdict::Failed);
        assert_eq!(tally().close(Skips::Fail), strict);
    }

    #[test]
    fn a_failure_fails_the_run() {
        let mut tally = tally();
        tally.add("schema", Outcome::Failed("one fault".to_owned()));
        let (lines, verdict) = tally.close(Skips::Pass);
        assert_eq!(
            (lines.as_str(), verdict),
            ("skipped: codes\n1 passed, 1 failed", Verdict::Failed)
        );
    }
}
