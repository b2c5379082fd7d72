//! Places in a source: a heading for each way in which they stand in a copy of its text.

use partnership_core::answer::{PassageState, Row, Verified};

use super::answer::Page;
use super::{Block, Entry, Tone, Words};
use partnership_core::counted;

/// The source, the numbers, then the places, the worst first.
pub(super) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let all = page.answer.rows().iter().filter_map(|row| match row {
        Row::Verified(row) => Some(row),
        _ => None,
    });
    let all: Vec<&Verified> = all.collect();
    let of = |state| all.iter().filter(move |row| row.state == state);
    let name = page.view.name_of(page.answer.text()).unwrap_or_default();
    let told = PassageState::ALL.iter().filter(|state| of(**state).count() > 0);
    let told = told.map(|state| format!("{} {}", of(*state).count(), state.label(&page.lang)));
    let told: Vec<String> = told.collect();
    let mut blocks = vec![Block::Title(name.into()), Block::Para(told.join(", ").into())];
    for state in PassageState::ALL {
        let rows: Vec<Entry> = of(*state).map(|row| page.verified(row)).collect();
        if !rows.is_empty() {
            blocks.push(Block::Heading(page.standing(*state).into()));
            blocks.push(Block::Rows(rows));
        }
    }
    blocks
}

impl Page<'_> {
    fn standing(&self, state: PassageState) -> &'static str {
        match state {
            PassageState::Missing => self.say("Not in the text", "본문에 없음"),
            PassageState::Changed => self.say("Not what was read", "읽은 것과 다름"),
            PassageState::Misplaced => self.say("Not where the place points", "표시된 자리에 없음"),
            PassageState::Moved => {
                self.say("At the place, under another number", "자리는 같으나 번호가 다름")
            }
            PassageState::Unplaced => self
                .say("No rule finds the place, and no passage is recorded", "자리를 찾을 수 없음"),
            PassageState::Placed => {
                self.say("Found; no passage is recorded", "자리 확인, 지문 없음")
            }
            PassageState::Verified => self.say("Found as it was read", "읽은 대로 있음"),
            PassageState::Whole => self.say("Cited as a whole", "전체 인용"),
            PassageState::Unreferenced => {
                self.say("Paragraphs that no citation names", "인용되지 않은 단락")
            }
        }
    }

    fn verified(&self, row: &Verified) -> Entry {
        let lead = Words::default().with(Tone::Lead, row.at.as_deref().unwrap_or("–"));
        let mut parts: Vec<String> = Vec::new();
        let place = row.now.clone().unwrap_or_default();
        if row.state == PassageState::Unreferenced {
            let opening = row.opening.as_deref().unwrap_or_default();
            return Entry::new(
                lead,
                Words::default().with(Tone::Dim, place).plain(format!(" {opening}")),
            );
        }
        if !place.is_empty() {
            parts.push(place);
        }
        if let (Some(recorded), true) = (&row.passage, row.passage != row.now) {
            parts.push(format!("{} {recorded}", self.say("recorded:", "기록:")));
        }
        parts.push(counted(row.count, "citation"));
        if row.state.is_fault() {
            let used: Vec<&str> = row.used.iter().map(|id| id.as_str()).collect();
            parts.push(used.join(", "));
        }
        Entry::new(lead, parts.join("; "))
    }
}
