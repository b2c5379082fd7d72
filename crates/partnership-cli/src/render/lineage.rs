//! A line followed through plans and statements, text after text.

use partnership_core::answer::{Row, Strand, StrandForm, clause_named};

use super::answer::Page;
use super::ties::listed;
use super::{Block, Entry, Tone, Words};

/// Each text with what became of the line in it.
pub(super) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let rows = page.answer.rows().iter().filter_map(|row| match row {
        Row::Strand(row) => Some(row),
        _ => None,
    });
    let rows: Vec<&Strand> = rows.collect();
    let texts = rows.chunk_by(|a, b| a.text.is_some() && a.text == b.text);
    let entries = texts.flat_map(|text| {
        let head = text.first().map(|row| page.text_of(row));
        let clauses = text.iter().map(|row| page.strand(row));
        head.into_iter().chain(clauses).collect::<Vec<_>>()
    });
    vec![Block::Ruled(entries.collect())]
}

impl Page<'_> {
    fn text_of(&self, row: &Strand) -> Entry {
        let lead = row.date.as_ref().map_or("?".to_owned(), ToString::to_string);
        let none = self.say("In no text", "문서 없음");
        let name = row.text_label.as_deref().unwrap_or(none);
        let id = row.text.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
        let words = Words::default().with(Tone::Strong, name).with(Tone::Dim, id);
        Entry::new(Words::default().with(Tone::Lead, lead), words)
    }

    fn strand(&self, row: &Strand) -> Entry {
        let tone = if row.how == StrandForm::NoEvidence { Tone::Dim } else { Tone::Strong };
        let how = match row.how {
            StrandForm::NoEvidence => {
                self.say("no evidence either way", "어느 쪽으로도 근거 없음").to_owned()
            }
            how => how.label(&self.lang).into_owned(),
        };
        let mut words = Words::default().with(tone, how);
        if let Some(lines) = row.lines {
            let text = match (lines, self.lang.as_str()) {
                (_, "ko") => format!("; 전문을 읽은 조항 {lines}개"),
                (0, _) => "; no line of it was read".to_owned(),
                (1, _) => "; one line of it was read".to_owned(),
                _ => format!("; {lines} lines of it were read"),
            };
            words = words.with(Tone::Dim, text);
        } else {
            let clause = clause_named(row.form, row.number.as_deref(), &self.lang);
            words = words.plain(format!(": {clause}: {}", row.label));
            words = words.with(Tone::Dim, format!(" ({})", row.id));
        }
        if !row.of.is_empty() {
            let lead = match row.how {
                StrandForm::Restated => self.say("says again", "재확인 대상:"),
                _ => self.say("of", "이전 조항:"),
            };
            words = words.plain(format!("; {lead} {}", listed(&row.of)));
        }
        if let Some(last) = &row.last_in {
            words = words.plain(format!("; {} {last}", self.say("last stood in", "마지막 수록:")));
        }
        let words = match row.how {
            StrandForm::Stands => words.and(self.marks(&row.cite)),
            _ => words.and(self.places(&row.cite)),
        };
        let beside = match row.beside.is_empty() {
            true => Words::default(),
            false => {
                let lead = self.say("of the same theme, without a link:", "같은 주제, 연결 없음:");
                Words::default().with(Tone::Dim, format!("({lead} {})", listed(&row.beside)))
            }
        };
        let words = words.and(beside).and(self.unsure(row.truth, &row.why));
        Entry::new("", words).deeper(1)
    }
}
