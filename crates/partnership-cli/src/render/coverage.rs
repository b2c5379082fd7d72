//! What the record holds in numbers, and what it lacks.

use partnership_core::answer::{Row, Tally, TallyGroup, Wanted};

use super::answer::Page;
use super::{Block, Entry, Tone, Words};

/// A heading for each group of numbers, then what is announced and held.
pub(super) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let tallies: Vec<&Tally> = page
        .answer
        .rows()
        .iter()
        .filter_map(|row| match row {
            Row::Tally(tally) => Some(tally),
            _ => None,
        })
        .collect();
    let mut blocks = Vec::new();
    for group in TallyGroup::ALL {
        let rows = tallies.iter().filter(|tally| tally.group == *group);
        let tallies: Vec<&Tally> = rows.copied().collect();
        // Shares of one whole: it is said once, so that nobody takes it for a number of what should be held.
        let whole = tallies.first().and_then(|tally| tally.of);
        let whole = whole.filter(|of| tallies.iter().all(|tally| tally.of == Some(*of)));
        let rows: Vec<Entry> = match group {
            TallyGroup::Clauses => page.clauses(&tallies),
            _ => tallies.iter().map(|tally| number(tally, whole.is_some())).collect(),
        };
        if !rows.is_empty() {
            let mut heading = page.heading(*group).to_owned();
            if let Some(of) = whole {
                heading += &match page.lang.as_str() {
                    "ko" => format!(" (모두 {of})"),
                    _ => format!(" ({of} in all)"),
                };
            }
            blocks.push(Block::Heading(heading.into()));
            blocks.push(Block::Rows(rows));
        }
    }
    let announced = page.answer.rows().iter().filter_map(|row| match row {
        Row::Coverage(entry) => Some(entry),
        _ => None,
    });
    blocks.extend(page.announced(announced));
    blocks
}

/// A number, and its share of the whole, which is named unless it is told before.
fn number(tally: &Tally, told: bool) -> Entry {
    let share = tally.of.filter(|of| *of > 0).map(|of| {
        // In tenths of a per cent, rounded half up.
        let tenths = (tally.count * 2000 + of) / (of * 2);
        let of = if told { String::new() } else { format!(" of {of}") };
        format!("{of} ({}.{} %)", tenths / 10, tenths % 10)
    });
    let text = format!("{}{}", tally.count, share.unwrap_or_default());
    Entry::new(Words::default().with(Tone::Lead, tally.label.as_str()), text)
}

/// What is missing, under the record that lacks it.
pub(super) fn wanted(page: &Page<'_>) -> Vec<Block> {
    let all = page.answer.rows().iter().filter_map(|row| match row {
        Row::Wanted(wanted) => Some(wanted),
        _ => None,
    });
    let all: Vec<&Wanted> = all.collect();
    let records = all.chunk_by(|a, b| a.id == b.id).flat_map(|record| {
        let head = record.first().map(|wanted| {
            let used = page.say("used by", "참조");
            let about = format!(" ({}; {used} {})", wanted.id, wanted.used);
            Entry::new("", Words::from(wanted.label.as_str()).with(Tone::Dim, about))
        });
        let what = record.iter().map(|wanted| page.wanted(wanted).deeper(1));
        head.into_iter().chain(what).collect::<Vec<_>>()
    });
    vec![Block::Rows(records.collect())]
}

impl Page<'_> {
    fn heading(&self, group: TallyGroup) -> &'static str {
        match group {
            TallyGroup::Records => self.say("Records", "기록"),
            TallyGroup::Sources => self.say("Sources, by who speaks", "발신 주체별 출처"),
            TallyGroup::Basis => self.say("Facts, by how they are known", "근거별 사실"),
            TallyGroup::Support => self.say("Facts and their sources", "사실과 출처"),
            TallyGroup::Clauses => self.say("Clauses held of each text", "문서별 수록 조항"),
        }
    }

    /// Of each text the forms of the clauses that are held.
    fn clauses(&self, tallies: &[&Tally]) -> Vec<Entry> {
        let texts = tallies.chunk_by(|a, b| a.key == b.key).map(|text| {
            let form = |tally: &&&Tally| {
                let form = tally.form?.label(&self.lang);
                Some(format!("{form} {}", tally.count))
            };
            let forms: Vec<String> = text.iter().filter_map(|tally| form(&tally)).collect();
            let held = if forms.is_empty() {
                self.say("none", "없음").to_owned()
            } else {
                forms.join(", ")
            };
            let name = text.first().map_or("", |tally| tally.label.as_str());
            let unknown = self.say("how many it has is not known", "전체 수는 알 수 없음");
            let note = text.iter().find_map(|tally| tally.note.as_deref());
            let note = note.map(|note| if note.is_empty() { unknown } else { note });
            let note = note.map(|note| format!("; {note}")).unwrap_or_default();
            Entry::new("", format!("{name}: {held}{note}"))
        });
        texts.collect()
    }

    fn wanted(&self, wanted: &Wanted) -> Entry {
        let of = wanted.part.as_ref().map(|part| format!(" ({part})")).unwrap_or_default();
        let what = Words::default().with(Tone::Strong, self.label(&wanted.what)).plain(of);
        let state = match wanted.state.as_str() {
            "missing" => self.say("announced, not held", "발표되었으나 미수록"),
            "not-found" => self.say("looked for, not found", "찾지 못함"),
            _ => self.say("exists; no source held gives it", "존재하나 출처 없음"),
        };
        let searched = self.say("searched:", "찾은 곳:");
        let settle = self.say("would settle it:", "확인할 출처:");
        let mut parts = vec![state.to_owned()];
        parts.extend(wanted.note.clone());
        parts.extend(wanted.searched.as_ref().map(|at| format!("{searched} {at}")));
        parts.extend(wanted.settle.as_ref().map(|source| format!("{settle} {source}")));
        let text = what.plain(": ").plain(parts.join("; ")).and(self.marks(&wanted.cite));
        Entry::new("", text)
    }
}
