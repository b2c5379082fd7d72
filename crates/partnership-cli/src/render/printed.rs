//! Figures that sources print, and what they come to: those that disagree whole, the others by number.

use partnership_core::answer::{Printed, Row};
use partnership_core::claim::{PrintedForm, PrintedVerdict};
use partnership_core::model::Rank;

use super::answer::Page;
use super::{Block, Entry, Tone, Words};

/// Verdicts in the order of their headings.
const VERDICTS: [PrintedVerdict; 4] = [
    PrintedVerdict::Disagrees,
    PrintedVerdict::Depends,
    PrintedVerdict::Agrees,
    PrintedVerdict::NotHeld,
];

/// The numbers, then what disagrees, then what depends on how it is worked out.
pub(super) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let all: Vec<&Printed> = page.answer.rows().iter().filter_map(row).collect();
    let of = |verdict| all.iter().filter(move |row| row.verdict == verdict);
    let told = VERDICTS.iter().map(|verdict| {
        let count = of(*verdict).count();
        match page.lang.as_str() {
            "ko" => format!("{} {count}건", verdict.label("ko")),
            lang => format!("{}: {count}", verdict.label(lang)),
        }
    });
    let told: Vec<String> = told.collect();
    let mut blocks = vec![Block::Para(Words::default().with(Tone::Dim, told.join(", ")))];
    for verdict in [PrintedVerdict::Disagrees, PrintedVerdict::Depends] {
        if of(verdict).count() > 0 {
            blocks.push(Block::Heading(verdict.label(&page.lang).into_owned().into()));
            blocks.push(Block::Rows(of(verdict).flat_map(|row| page.figure(row)).collect()));
        }
    }
    blocks
}

/// The figure of a row.
pub(super) fn row(row: &Row) -> Option<&Printed> {
    match row {
        Row::Printed(row) => Some(row),
        _ => None,
    }
}

impl Page<'_> {
    fn figure(&self, row: &Printed) -> Vec<Entry> {
        let name = |id: &str| self.view.name_or_id(id);
        let mut words = Words::from(row.label.clone());
        if row.form != PrintedForm::Claim {
            let with = row.counterpart.as_ref().map(|id| format!(", {}", name(id.as_str())));
            let period = row.period.as_ref().map(|period| format!(", {period}"));
            let value = row.value.as_ref().map(|value| format!(": {}", self.amount(value)));
            words = words.plain([with, period].into_iter().flatten().collect::<String>());
            words = words.with(Tone::Strong, value.unwrap_or_default());
        }
        if row.rank == Some(Rank::Deprecated) {
            let known = self.say("known to be wrong", "오류로 알려짐");
            words = words.with(Tone::Dim, format!(" ({known})"));
        }
        if let Some(reason) = &row.reason {
            words = words.with(Tone::Dim, format!(" ({reason})"));
        }
        let words = words.and(self.places(&row.cite));
        let lead = |text: &str| Words::default().with(Tone::Lead, text);
        let mut entries =
            vec![Entry::new(Words::default().with(Tone::Dim, row.id.as_str()), words)];
        for reading in &row.reading {
            let told = self.reading(reading).and(self.marks(reading.cites()));
            entries.push(Entry::new(lead(&row.form.label(&self.lang)), told).deeper(1));
        }
        entries
    }
}
