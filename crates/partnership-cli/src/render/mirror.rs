//! Mirror statistics: a table a flow, with a column for each reporter, what lies between them, and why.

use partnership_core::answer::{MirrorGap, MirrorSide, Mirrored, Row};
use partnership_core::claim::CountedAs;
use partnership_core::model::{ObservationStatus, PartyId};

use super::answer::Page;
use super::{Block, Entry, Tone, Words};

/// A heading for each flow, its table, and who counts what.
pub(super) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let rows = page.answer.rows().iter().filter_map(|row| match row {
        Row::Mirrored(row) => Some(row),
        _ => None,
    });
    let rows: Vec<&Mirrored> = rows.collect();
    let key = |row: &Mirrored| (row.measure.clone(), row.area.clone(), row.counterpart.clone());
    rows.chunk_by(|a, b| key(a) == key(b)).flat_map(|rows| page.flow(rows)).collect()
}

/// Each reporter of some rows once, with the first figure of it; those at the area's end first.
fn reporters<'r>(rows: &[&'r Mirrored]) -> Vec<&'r MirrorSide> {
    let mut all: Vec<&MirrorSide> = Vec::new();
    for side in rows.iter().flat_map(|row| &row.side) {
        if !all.iter().any(|known| known.reporter == side.reporter) {
            all.push(side);
        }
    }
    let at_area = |side: &&MirrorSide| rows.first().is_none_or(|row| row.area == side.area);
    let (mut first, others): (Vec<_>, Vec<_>) = all.into_iter().partition(at_area);
    first.extend(others);
    first
}

impl Page<'_> {
    fn flow(&self, rows: &[&Mirrored]) -> Vec<Block> {
        let Some(first) = rows.first() else { return Vec::new() };
        let reporters = reporters(rows);
        let mut head = vec![self.say("period", "기간").to_owned()];
        head.extend(reporters.iter().map(|side| self.of(side)));
        head.push(self.say("gap", "차이").to_owned());
        head.push(self.say("ratio", "비율").to_owned());
        head.push(self.say("remarks", "비고").to_owned());
        head.push(self.say("source", "출처").to_owned());
        let cells = |row: &&Mirrored| {
            let mut cells = vec![Words::default().with(Tone::Lead, row.period.as_str())];
            for reporter in &reporters {
                let of = row.side.iter().filter(|side| side.reporter == reporter.reporter);
                cells.push(of.map(|side| self.counted_by(side)).fold(Words::default(), Words::and));
            }
            // Where several stand at an end, each gap is named by who counted.
            let named = row.gap.len() > 1;
            let gap = |told: fn(&Page<'_>, &MirrorGap) -> String| {
                let texts = row.gap.iter().map(|gap| match named {
                    true => format!("{} / {}: {}", gap.reporter, gap.other, told(self, gap)),
                    false => told(self, gap),
                });
                Words::from(texts.collect::<Vec<_>>().join("; "))
            };
            cells.push(gap(|page, gap| page.amount(&gap.gap)));
            cells.push(gap(|_, gap| format!("{} {}", gap.ratio, gap.ratio_within)));
            cells.push(row.reason.join("; ").into());
            cells.push(self.marks(&row.cite));
            cells
        };
        let measure = self.measure(&first.measure);
        let ends = [&first.area, &first.counterpart].map(|end| self.party(end));
        let subject = Words::from(measure).plain(": ").plain(ends.join(" – "));
        let mut blocks = vec![
            Block::Heading(subject),
            Block::Table { head, rows: rows.iter().map(cells).collect() },
        ];
        let notes = reporters.iter().map(|side| {
            let lead = Words::default().with(Tone::Lead, self.of(side));
            let ends = [&side.area, &side.counterpart].map(|end| self.party(end)).join(" – ");
            let what = format!("{}, {ends}", self.measure(&side.measure));
            let definition = side.definition.as_ref().map(|text| format!(": {text}"));
            let series = side.series.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" + ");
            let text = format!("{what}{}", definition.unwrap_or_default());
            Entry::new(lead, Words::from(text).and(Words::default().with(Tone::Dim, series)))
        });
        blocks.push(Block::Rows(notes.collect()));
        blocks
    }

    /// The name of who counted.
    fn of(&self, side: &MirrorSide) -> String {
        side.reporter_label.clone().unwrap_or_else(|| side.reporter.to_string())
    }

    fn party(&self, end: &Option<PartyId>) -> String {
        let id = end.as_ref().map(PartyId::as_str).unwrap_or_default();
        self.view.name_or_id(id)
    }

    fn measure(&self, measure: &partnership_core::model::Measure) -> String {
        let name = self.view.concept_of("measure", measure.as_str());
        name.unwrap_or_else(|| measure.as_str().to_owned())
    }

    fn counted_by(&self, side: &MirrorSide) -> Words {
        let mut words = Words::from(self.amount(&side.value));
        let mut remarks: Vec<String> = Vec::new();
        if side.counted != CountedAs::Printed {
            remarks.push(side.counted.label(&self.lang).into_owned());
        }
        let standing = side.status.filter(|status| *status != ObservationStatus::Normal);
        remarks.extend(standing.map(|status| status.label(&self.lang).into_owned()));
        if !side.also.is_empty() {
            let also: Vec<String> = side.also.iter().map(|value| self.amount(value)).collect();
            remarks.push(format!("{} {}", self.say("also", "또는"), also.join(", ")));
        }
        if !remarks.is_empty() {
            words = words.with(Tone::Dim, format!(" ({})", remarks.join("; ")));
        }
        let reasons: Vec<_> = side.why.iter().map(|why| why.said(&self.lang)).collect();
        match reasons.is_empty() {
            true => words,
            false => words.with(
                Tone::Maybe,
                format!(" ({}: {})", self.say("maybe", "불확실"), reasons.join("; ")),
            ),
        }
    }
}
