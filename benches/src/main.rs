//! The queries of the core beside SQLite and Tantivy: same rows, answers compared before anything is timed.
//!
//! Each task is asked of the embedded record and of two larger ones, made of it by repetition. A missed bar is shown and
//! fails nothing; an answer that differs from the others' ends the run.

mod core;
mod rows;
mod scale;
mod sizes;
mod sqlite;
mod table;
mod tantivy;
mod task;
mod timing;

use std::borrow::Cow;

use anyhow::{Context, Result, ensure};
use partnership_core::Dataset;

use crate::table::Table;
use crate::task::{TASKS, Task};

fn main() -> Result<()> {
    let sizes: Vec<usize> = match std::env::args().skip(1).map(|size| size.parse()).collect() {
        Ok(sizes) if !Vec::is_empty(&sizes) => sizes,
        Ok(_) => vec![0, 2_000, 10_000],
        Err(_) => anyhow::bail!("expected numbers of records, such as `0 2000 10000`"),
    };
    let record = Dataset::embedded();
    sizes::print(record)?;
    for size in sizes {
        let bytes: &'static [u8] = match scale::repeat(record, size) {
            Some(bytes) => bytes.leak(),
            None => record.image(),
        };
        measure(bytes)?;
    }
    Ok(())
}

/// All that is measured of one dataset.
fn measure(bytes: &'static [u8]) -> Result<()> {
    let dataset = Dataset::from_image(Cow::Borrowed(bytes))?;
    let facts = rows::read(&dataset)?;
    println!("\n{} records", facts.len());
    core::opening(bytes)?;
    let (sqlite, tantivy) = (sqlite::Rows::write(&facts)?, tantivy::Rows::write(&facts)?);
    let mut table = Table::new("ids in order, from a ready plan");
    for task in TASKS {
        let mut theirs = (sqlite.ids(task)?, tantivy.ids(task)?);
        let (in_sqlite, in_tantivy) = ((theirs.0)(), (theirs.1)());
        let answer = core::whole(&dataset, task).context("a task is refused")?;
        let ours: Vec<&str> = answer.rows().iter().map(|row| row.id()).collect();
        same(task, &ours, &in_sqlite, "SQLite")?;
        same(task, &ours, &in_tantivy, "Tantivy")?;
        let ids = core::ids(&dataset, task)?;
        ensure!(ids() == ours.len(), "`{}`: the ids are not those of the rows", task.query);
        let (a, b, c) = (
            &mut || {
                std::hint::black_box(ids());
            },
            &mut || drop(std::hint::black_box((theirs.0)())),
            &mut || drop(std::hint::black_box((theirs.1)())),
        );
        table.add(task, ours.len(), timing::race([a, b, c]));
    }
    table.print();
    let mut table = Table::new("whole rows, from the text of the query");
    for task in TASKS {
        let rows = sqlite.whole(task)?.len();
        let (a, b, c) = (
            &mut || drop(std::hint::black_box(core::whole(&dataset, task))),
            &mut || drop(std::hint::black_box(sqlite.whole(task))),
            &mut || drop(std::hint::black_box(tantivy.whole(task))),
        );
        table.add(task, rows, timing::race([a, b, c]));
    }
    table.print();
    Ok(())
}

fn same(task: &Task, ours: &[&str], theirs: &[&str], engine: &str) -> Result<()> {
    ensure!(!ours.is_empty(), "`{}` finds nothing, so it measures nothing", task.query);
    if ours == theirs {
        return Ok(());
    }
    let only = |these: &[&str], those: &[&str]| -> Vec<String> {
        let missing = these.iter().filter(|id| !those.contains(id));
        missing.take(5).map(|id| (*id).to_owned()).collect()
    };
    let (more, less) = (only(ours, theirs), only(theirs, ours));
    Err(anyhow::anyhow!("ours alone {more:?}, theirs alone {less:?}"))
        .with_context(|| format!("`{}`: {engine} answers otherwise", task.query))
}
