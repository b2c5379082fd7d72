//! How fast the command line starts, how much memory it takes, how large things are, and how fast queries are answered
//! in process, each beside its anchor.
//!
//! Figures are ratios of one run on one machine. The floor is an empty static C program; the anchor of a look-up is
//! `sqlite3`, asked for the same record in a file that was prepared from the same rows. Queries are measured by the
//! package in `benches/`, which stands outside the workspace because of the engines that it needs.

mod bars;
mod rounds;
mod sizes;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::dist;
use crate::process::{self, Log};
use crate::repo::Repo;
use rounds::{Launcher, Program, Sample};
use sizes::Sizes;

/// What is asked of the command line: the row that `sqlite3` gives; the same record with all that links to it, as a card;
/// and a page, which has no anchor.
const ROW: &str = "list id:";
const CARD: &str = "show";

#[derive(clap::Args, Debug)]
pub(crate) struct BenchArgs {
    /// How often each program starts
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u32).range(10..))]
    rounds: u32,
    /// The record to look up
    #[arg(long, value_name = "ID", default_value = "kadif")]
    record: String,
    /// Measure no queries in process: their package takes minutes to build
    #[arg(long)]
    no_queries: bool,
    /// How many records the datasets hold at least that queries are asked of; 0 for the record as it is
    #[arg(value_name = "RECORDS", default_values_t = [0_u32, 2_000, 10_000])]
    records: Vec<u32>,
}

/// Build what is measured, measure it, and give the table.
///
/// # Errors
///
/// When the command line does not build, there is no C compiler, or a measured program fails.
pub(crate) fn run(repo: &Repo, args: &BenchArgs) -> Result<String> {
    let log = Log::new(repo, "bench")?;
    let folder = repo.cache("bench")?;
    let binary = dist::build(repo, &log)?;
    let (launcher, floor) = compile(repo, &log, &folder)?;
    let row = ["list", &format!("id:{}", args.record), "--format", "jsonl"];
    let mut programs = vec![
        floor,
        Program::new(ROW, &binary, &row),
        Program::new(CARD, &binary, &["show", &args.record]),
        Program::new("brief", &binary, &["brief"]),
    ];
    programs.extend(sqlite(&binary, &folder, &args.record)?);
    let samples = rounds::run(&launcher, &programs, args.rounds)?;
    let sizes = Sizes::read(repo, &binary)?;
    let bars = bars::table(&samples, &sizes);
    let queries = if args.no_queries { String::new() } else { queries(repo, &args.records)? };
    Ok(format!("{}\n{sizes}\n{bars}\n{queries}", starts(&samples, args.rounds)))
}

/// What the package of the other engines prints.
fn queries(repo: &Repo, records: &[u32]) -> Result<String> {
    let mut command = repo.cargo();
    command.args(["run", "--release", "--locked", "--quiet", "--manifest-path"]);
    command.arg(repo.path("benches/Cargo.toml")).arg("--");
    process::read(command.args(records.iter().map(u32::to_string)))
}

fn compile(repo: &Repo, log: &Log, folder: &Path) -> Result<(Launcher, Program)> {
    let empty = folder.join("empty.c");
    fs::write(&empty, "int main(void) { return 0; }\n")?;
    let floor = folder.join("empty");
    let launcher = folder.join("launch");
    let build = |options: &[&str], from: &Path, to: &Path| {
        log.run(Command::new("cc").arg("-O2").args(options).arg("-o").arg(to).arg(from))
    };
    build(&["-static"], &empty, &floor)?;
    build(&[], &repo.path("xtask/src/bench/launch.c"), &launcher)?;
    Ok((Launcher::new(launcher), Program::new("floor", &floor, &[])))
}

/// A file for `sqlite3` with the same rows, and the question for it; nothing when it is not installed.
fn sqlite(binary: &Path, folder: &Path, record: &str) -> Result<Option<Program>> {
    let Ok(sqlite) = process::read(Command::new("sh").args(["-c", "command -v sqlite3"])) else {
        return Ok(None);
    };
    let rows = process::read(Command::new(binary).args(["list", "--format", "csv"]))?;
    let (csv, file) = (folder.join("record.csv"), folder.join("record.db"));
    fs::write(&csv, rows)?;
    fs::remove_file(&file).or_else(|error| match error.kind() {
        ErrorKind::NotFound => Ok(()),
        _ => Err(error),
    })?;
    let import = format!(".import --csv '{}' record", csv.display());
    let index = "CREATE UNIQUE INDEX record_id ON record(id)";
    process::read(Command::new(sqlite.trim()).arg("-bail").arg(&file).args([&import, index]))?;
    let question = format!("SELECT * FROM record WHERE id = '{}'", record.replace('\'', "''"));
    let file = file.to_string_lossy().into_owned();
    let found = process::read(Command::new(sqlite.trim()).args([&file, &question]))?;
    ensure!(!found.is_empty(), "`list --format csv` has no row with the id `{record}`");
    Ok(Some(Program::new("sqlite3", Path::new(sqlite.trim()), &["-readonly", &file, &question])))
}

fn starts(samples: &[Sample], rounds: u32) -> String {
    let floor = samples.first().map_or(1.0, |sample| sample.median());
    let mut text = format!("start to answer, {rounds} interleaved rounds\n");
    for sample in samples {
        let (median, p95, peak) = (sample.median(), sample.p95(), sample.peak());
        let (name, ratio) = (sample.name(), median / floor);
        text += &format!(
            "{name:<12} {median:>7.2} ms  p95 {p95:>7.2} ms  {ratio:>5.2} x floor  {peak:>6} KiB\n"
        );
    }
    text
}
