//! How a task speaks: one line a step with its time, what a failing step said, and how it all ended.

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Error, Result};

/// How a task ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Passed,
    Failed,
}

impl From<Verdict> for ExitCode {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Passed => ExitCode::SUCCESS,
            Verdict::Failed => ExitCode::FAILURE,
        }
    }
}

/// How one step ended.
#[derive(Debug)]
pub(crate) enum Outcome {
    Passed,
    Skipped(String),
    Failed(String),
}

/// Why a step cannot run here; an error of this type is a skip and no failure.
#[derive(Debug)]
pub(crate) struct Skip(pub(crate) String);

impl std::fmt::Display for Skip {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Skip {}

/// Shorthand for the error that skips a step.
pub(crate) fn skip(reason: impl Into<String>) -> Error {
    Error::new(Skip(reason.into()))
}

/// Run one step and print its line: its name at once, its end when it is known.
pub(crate) fn step(name: &str, work: impl FnOnce() -> Result<()>) -> Outcome {
    print!("{name:<9} ");
    // A terminal that is gone is no fault of the step.
    io::stdout().flush().unwrap_or_default();
    let start = Instant::now();
    let outcome = outcome_of(work());
    println!("{}", closing(&outcome, start.elapsed()));
    outcome
}

/// Run a task that is a single step: what it says is printed, and its end is the end of the program.
pub(crate) fn single(result: Result<String>) -> Verdict {
    match result {
        Ok(said) => {
            println!("{said}");
            Verdict::Passed
        }
        Err(error) => {
            println!("{error:#}");
            Verdict::Failed
        }
    }
}

/// What a failing step said, set off from the lines of the other steps.
pub(crate) fn show(text: &str) {
    for line in text.trim_end().lines() {
        println!("  | {line}");
    }
}

fn outcome_of(result: Result<()>) -> Outcome {
    match result {
        Ok(()) => Outcome::Passed,
        Err(error) => match error.downcast_ref::<Skip>() {
            Some(Skip(reason)) => Outcome::Skipped(reason.clone()),
            None => Outcome::Failed(format!("{error:#}")),
        },
    }
}

fn closing(outcome: &Outcome, time: Duration) -> String {
    let seconds = time.as_secs_f64();
    match outcome {
        Outcome::Passed => format!("passed   {seconds:>6.1} s"),
        Outcome::Failed(_) => format!("failed   {seconds:>6.1} s"),
        Outcome::Skipped(reason) => format!("skipped  {reason}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skip_is_told_from_a_failure_and_both_keep_their_words() {
        let ends = [Ok(()), Err(skip("no Python")), Err(anyhow::anyhow!("two faults"))];
        let lines = ends.map(|end| closing(&outcome_of(end), Duration::from_millis(1250)));
        assert_eq!(lines, ["passed      1.2 s", "skipped  no Python", "failed      1.2 s"]);
    }
}
