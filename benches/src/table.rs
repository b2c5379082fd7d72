//! The table of a race: each task, what each engine takes, and whether ours is no slower than the better of the others.

use crate::task::Task;

/// Lines of a table, with a heading.
pub(crate) struct Table {
    title: &'static str,
    lines: Vec<String>,
    met: usize,
}

impl Table {
    pub(crate) fn new(title: &'static str) -> Self {
        Self { title, lines: Vec::new(), met: 0 }
    }

    /// Adds what ours, SQLite and Tantivy took, in nanoseconds.
    pub(crate) fn add(&mut self, task: &Task, rows: usize, [ours, sqlite, tantivy]: [f64; 3]) {
        let ratio = ours / sqlite.min(tantivy);
        let end = if ratio <= 1.0 { "met" } else { "missed" };
        self.met += usize::from(ratio <= 1.0);
        self.lines.push(format!(
            "{:<14} {rows:>6} {:>10} {:>10} {:>10} {ratio:>8.2}  {end}",
            task.name,
            micros(ours),
            micros(sqlite),
            micros(tantivy),
        ));
    }

    pub(crate) fn print(&self) {
        if self.lines.is_empty() {
            return;
        }
        println!("\n{}, in µs", self.title);
        println!(
            "{:<14} {:>6} {:>10} {:>10} {:>10} {:>8}",
            "task", "rows", "ours", "SQLite", "Tantivy", "of best"
        );
        self.lines.iter().for_each(|line| println!("{line}"));
        println!("{} of {} met", self.met, self.lines.len());
    }
}

/// Microseconds, as short as they can be told apart.
pub(crate) fn micros(nanoseconds: f64) -> String {
    format!("{:.2}", nanoseconds / 1e3)
}
