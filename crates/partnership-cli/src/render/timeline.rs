//! A timeline: years in a gutter, a rule, a line for each thing that is dated.

use partnership_core::answer::{Moment, Row};

use super::answer::Page;
use super::{Block, Entry, Tone, Words};

/// The line of time, and how many things stand on it.
pub(super) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let moments = || {
        page.answer.rows().iter().filter_map(|row| match row {
            Row::Moment(moment) => Some(moment),
            _ => None,
        })
    };
    let mut year = None;
    let entries = moments().map(|moment| {
        let this = year_of(moment);
        let lead = if year.as_ref() == Some(&this) { String::new() } else { this.clone() };
        year = Some(this);
        Entry::new(Words::default().with(Tone::Strong, lead), page.moment(moment))
    });
    let entries = entries.collect();
    let count = page.count("moment", moments().map(|moment| moment.verdict));
    vec![Block::Ruled(entries), count]
}

fn year_of(moment: &Moment) -> String {
    match moment.days.start_first {
        day if day.is_finite() => format!("{:04}", day.year()),
        _ => "…".to_owned(),
    }
}

impl Page<'_> {
    fn moment(&self, moment: &Moment) -> Words {
        let said = format!(" ({})", moment.said);
        let words = Words::default()
            .with(Tone::Lead, format!("{} ", moment.date))
            .plain(format!(" {}", moment.text()))
            .with(Tone::Dim, said);
        words.and(self.maybe(moment.verdict)).and(self.marks(&moment.cite))
    }
}
