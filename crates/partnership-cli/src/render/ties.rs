//! What carries what out, the money of it, and what nothing is known to carry out.

use partnership_core::Kind;
use partnership_core::answer::{Purse, Row, Serving, Unserved, amount_in, clause_named};
use partnership_core::model::RecordId;

use super::answer::Page;
use super::{Block, Entry, Tone, Words};

/// What is asked for, each with the other end of its ties; then the money.
pub(super) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let rows = page.answer.rows().iter();
    let ties: Vec<&Serving> = rows
        .clone()
        .filter_map(|row| match row {
            Row::Serving(row) => Some(row),
            _ => None,
        })
        .collect();
    let purses: Vec<&Purse> = rows
        .filter_map(|row| match row {
            Row::Purse(row) => Some(row),
            _ => None,
        })
        .collect();
    let entries = ties.chunk_by(|a, b| a.to == b.to).flat_map(|served| {
        let head = served.first().map(|row| page.tied(row));
        let by = served.iter().map(|row| page.serving(row));
        head.into_iter().chain(by).collect::<Vec<_>>()
    });
    let mut blocks = vec![Block::Rows(entries.collect())];
    if !purses.is_empty() {
        let money = page.say("Money of the projects", "사업의 금액");
        blocks.push(Block::Heading(money.into()));
        blocks.push(page.purses(&purses));
    }
    blocks
}

/// Lines without a project, then projects without a line.
pub(super) fn unserved(page: &Page<'_>) -> Vec<Block> {
    let rows = page.answer.rows().iter().filter_map(|row| match row {
        Row::Unserved(row) => Some(row),
        _ => None,
    });
    let rows: Vec<&Unserved> = rows.collect();
    let groups = rows.chunk_by(|a, b| (a.kind, &a.instrument) == (b.kind, &b.instrument));
    let mut blocks = Vec::new();
    let mut last = None;
    for group in groups {
        let Some(first) = group.first() else { continue };
        if last != Some(first.kind) {
            let title = match first.kind {
                Kind::Project => page.say("Projects without any line", "조항이 없는 사업"),
                _ => page.say("Without any project", "사업이 없음"),
            };
            blocks.push(Block::Heading(title.into()));
            last = Some(first.kind);
        }
        let text = first.instrument.as_ref().and_then(|id| page.view.name_of(id.as_str()));
        blocks.extend(text.map(|name| Block::Para(Words::default().with(Tone::Strong, name))));
        blocks.push(Block::Rows(group.iter().map(|row| page.alone(row)).collect()));
    }
    blocks
}

impl Page<'_> {
    fn tied(&self, row: &Serving) -> Entry {
        let clause = clause_named(row.form, row.number.as_deref(), &self.lang);
        let kind = match clause.is_empty() {
            true => row.to_kind.label(&self.lang).into_owned(),
            false => clause,
        };
        let about = format!(" ({})", row.to);
        let words = Words::default().with(Tone::Strong, &row.to_label).with(Tone::Dim, about);
        Entry::new(Words::default().with(Tone::Lead, kind), words)
    }

    fn serving(&self, row: &Serving) -> Entry {
        let span = row.span.as_ref().map(|span| format!("{span}; ")).unwrap_or_default();
        let stands = row.stands.label(&self.lang);
        let kind = row.kind.label(&self.lang);
        let about = format!(" ({}; {kind}; {span}{stands})", row.id);
        let words = Words::from(row.label.as_str()).with(Tone::Dim, about);
        let words = words.and(self.places(&row.cite)).and(self.unsure(row.truth, &row.why));
        let money = row.money.iter().fold(words, |words, sum| self.sum(words, sum));
        let lead = Words::default().with(Tone::Lead, row.sure.label(&self.lang));
        Entry::new(lead, money).deeper(1)
    }

    fn purses(&self, purses: &[&Purse]) -> Block {
        let head = [
            self.say("pillar", "분야"),
            self.say("rung", "단계"),
            self.say("sum", "합계"),
            self.say("range", "범위"),
            self.say("projects", "사업"),
            self.say("within these", "그 안에 포함됨"),
        ];
        let rows = purses.iter().map(|purse| {
            let none = self.say("none", "없음").to_owned();
            let amount = amount_in(&purse.amount.to_string(), 0, "", &self.lang);
            vec![
                purse.label.clone().unwrap_or(none).into(),
                self.rung(purse.rung).into(),
                amount.into(),
                purse.range.to_string().into(),
                ids(&purse.project).into(),
                ids(&purse.within).into(),
            ]
        });
        Block::Table { head: head.map(str::to_owned).to_vec(), rows: rows.collect() }
    }

    fn alone(&self, row: &Unserved) -> Entry {
        let lead = clause_named(row.form, row.number.as_deref(), &self.lang);
        let mut about = vec![row.id.clone()];
        if !row.by.is_empty() {
            about.push(format!("{} {}", self.say("tied to it:", "연결:"), ids(&row.by)));
        }
        if !row.part_of.is_empty() {
            about.push(format!("{} {}", self.say("part of", "상위 사업"), ids(&row.part_of)));
        }
        let words = Words::from(row.label.as_str())
            .with(Tone::Dim, format!(" ({})", about.join("; ")))
            .and(self.marks(&row.cite))
            .and(self.unsure(row.truth, &row.why));
        Entry::new(Words::default().with(Tone::Lead, lead), words)
    }
}

fn ids(ids: &[impl AsRef<str>]) -> String {
    ids.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ")
}

/// The ids of records, for whoever shows a few of them.
pub(super) fn listed(all: &[RecordId]) -> String {
    ids(all)
}
