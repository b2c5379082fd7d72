//! Programs started in turn, round after round, so that noise of the machine falls on all of them alike.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;

/// The small program that starts another and measures it.
pub(super) struct Launcher(PathBuf);

/// A program and its arguments.
pub(super) struct Program {
    name: &'static str,
    path: PathBuf,
    arguments: Vec<String>,
}

/// What was measured of a program.
pub(super) struct Sample {
    name: &'static str,
    /// Milliseconds, sorted.
    times: Vec<f64>,
    /// The most resident memory of any round, in KiB.
    peak: u64,
}

impl Launcher {
    pub(super) fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Milliseconds and KiB of one start.
    fn start(&self, program: &Program) -> Result<(f64, u64)> {
        let mut command = Command::new(&self.0);
        let said = process::read(command.arg(&program.path).args(&program.arguments))?;
        let numbers: Vec<u64> =
            said.split_whitespace().map_while(|part| part.parse().ok()).collect();
        match numbers[..] {
            [nanoseconds, peak, 0] => Ok((nanoseconds as f64 / 1e6, peak)),
            [_, _, status] => bail!("`{}` failed ({status})", program.name),
            _ => bail!("the launcher said `{}`", said.trim()),
        }
    }
}

impl Program {
    pub(super) fn new(name: &'static str, path: &Path, arguments: &[&str]) -> Self {
        let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        Self { name, path: path.to_owned(), arguments }
    }
}

impl Sample {
    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    pub(super) fn median(&self) -> f64 {
        self.at(50)
    }

    pub(super) fn p95(&self) -> f64 {
        self.at(95)
    }

    pub(super) fn peak(&self) -> u64 {
        self.peak
    }

    /// The time that this share of the rounds, in hundredths, does not pass.
    fn at(&self, percent: usize) -> f64 {
        let last = self.times.len().saturating_sub(1);
        self.times.get(last * percent / 100).copied().unwrap_or_default()
    }
}

/// Measure every program in every round; a first round, which fills the caches of the system, is thrown away.
pub(super) fn run(launcher: &Launcher, programs: &[Program], rounds: u32) -> Result<Vec<Sample>> {
    let empty = |program: &Program| Sample { name: program.name, times: Vec::new(), peak: 0 };
    let mut samples: Vec<Sample> = programs.iter().map(empty).collect();
    for round in 0..=rounds {
        for (program, sample) in programs.iter().zip(&mut samples) {
            let (time, peak) = launcher.start(program).context("a measured program failed")?;
            if round > 0 {
                sample.times.push(time);
                sample.peak = sample.peak.max(peak);
            }
        }
    }
    samples.iter_mut().for_each(|sample| sample.times.sort_by(f64::total_cmp));
    Ok(samples)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_rounds_and_nineteen_in_twenty_are_no_slower() {
        let times = (0..=100).map(f64::from).collect();
        let sample = Sample { name: "x", times, peak: 0 };
        assert_eq!((sample.median(), sample.p95()), (50.0, 95.0));
    }
}
