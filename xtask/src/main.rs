//! The tasks of this workspace. `cargo xtask ci` is what a merge must pass, `cargo xtask test` what a newcomer runs.
//!
//! A task prints one line a step and keeps going after a fault, so that one run shows all of them. What a passing step
//! printed is kept in `.cache/logs/`; what a failing one printed is shown.
#![expect(
    clippy::print_stdout,
    reason = "tasks talk on the terminal; nothing pipes them into another program"
)]

mod arrows;
mod bench;
mod bindings;
mod ci;
mod codegen;
mod counts;
mod dist;
mod licences;
mod metadata;
mod process;
mod python;
mod repo;
mod report;
mod suite;
mod tidy;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

use crate::codegen::Mode;
use crate::repo::Repo;
use crate::report::Verdict;
use crate::suite::Skips;

/// Tasks of the workspace
#[derive(Parser, Debug)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version = None)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand, Debug)]
enum Task {
    /// Run all that a merge must pass
    Ci,
    /// Run the test suites, one by one
    Test(TestArgs),
    /// Write the generated files from `data/`
    Codegen(CodegenArgs),
    /// Check the rules that the tree keeps
    Tidy,
    /// Check licences, sources, bans, counts and arrows of the dependencies
    Licences,
    /// Build the command line as it ships
    Dist,
    /// Build a package for another language
    Bindings(bindings::BindingsArgs),
    /// Measure start, memory and sizes beside their anchors
    Bench(bench::BenchArgs),
}

#[derive(Args, Debug)]
struct TestArgs {
    /// Count a skipped suite as failed
    #[arg(long)]
    all: bool,
    /// Name the suites and what each needs, and run none
    #[arg(long)]
    list: bool,
    /// Only these suites
    #[arg(value_name = "SUITE", value_parser = suite::names())]
    suites: Vec<String>,
}

#[derive(Args, Debug)]
struct CodegenArgs {
    /// Write nothing; fail when a generated file is not what `data/` gives
    #[arg(long)]
    check: bool,
}

fn main() -> Result<ExitCode> {
    let repo = Repo::find()?;
    let verdict = match Cli::parse().task {
        Task::Ci => ci::run(&repo)?,
        Task::Test(args) => test(&repo, &args)?,
        Task::Codegen(args) => {
            let mode = if args.check { Mode::Check } else { Mode::Write };
            report::single(codegen::run(&repo, mode))
        }
        Task::Tidy => report::single(tidy::run(&repo)),
        Task::Licences => report::single(licences::run(&repo)),
        Task::Dist => report::single(dist::run(&repo)),
        Task::Bindings(args) => report::single(bindings::run(&repo, &args)),
        Task::Bench(args) => report::single(bench::run(&repo, &args)),
    };
    Ok(verdict.into())
}

fn test(repo: &Repo, args: &TestArgs) -> Result<Verdict> {
    if args.list {
        suite::list();
        return Ok(Verdict::Passed);
    }
    let skips = if args.all { Skips::Fail } else { Skips::Pass };
    suite::run(repo, &args.suites, skips)
}
