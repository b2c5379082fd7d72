//! What the command line must reach, beside what was measured. A missed bar is shown and fails nothing: figures of a busy
//! machine are for a person to judge.

use super::rounds::Sample;
use super::sizes::Sizes;
use super::{CARD, ROW};

/// One line a bar that could be measured.
pub(super) fn table(samples: &[Sample], sizes: &Sizes) -> String {
    let find = |name: &str| samples.iter().find(|sample| sample.name() == name);
    let mut lines = Vec::new();
    for answer in [ROW, CARD].into_iter().filter_map(find) {
        let mut bar = |name: &str, value, most| {
            lines.push(line(&format!("{}: {name}", answer.name()), value, most));
        };
        if let Some(floor) = find("floor") {
            bar("median, of the floor", answer.median() / floor.median(), 3.0);
        }
        if let Some(sqlite) = find("sqlite3") {
            bar("median, of sqlite3", answer.median() / sqlite.median(), 1.0);
        }
        bar("p95, of the median", answer.p95() / answer.median(), 2.0);
        bar("resident MiB", answer.peak() as f64 / 1024.0, 5.0);
    }
    lines.push(line("program MiB", sizes.program as f64 / f64::from(1 << 20), 6.0));
    if sizes.toml > 0 {
        lines.push(line("embedded, of the TOML", sizes.embedded as f64 / sizes.toml as f64, 0.4));
    }
    lines.join("\n")
}

fn line(name: &str, value: f64, most: f64) -> String {
    let end = if value <= most { "met" } else { "missed" };
    format!("{name:<30} {value:>6.2}  at most {most:.1}  {end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_met_up_to_its_own_value() {
        assert_eq!(line("x", 3.0, 3.0), "x                                3.00  at most 3.0  met");
        assert_eq!(
            line("x", 3.01, 3.0),
            "x                                3.01  at most 3.0  missed"
        );
    }

    #[test]
    fn what_was_not_measured_has_no_line() {
        let sizes = Sizes { program: 3 << 20, embedded: 0, toml: 0, csv: 0 };
        assert_eq!(table(&[], &sizes), line("program MiB", 3.0, 6.0));
    }
}
