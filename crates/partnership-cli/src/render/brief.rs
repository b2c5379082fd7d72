//! The briefing, section by section; and references for a bibliography.

use partnership_core::answer::Row;

use super::answer::Page;
use super::{Block, Entry, Tone, Words};

/// Sections with their lines.
pub(super) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let manifest = page.view.dataset().manifest();
    let title = manifest.title.best(page.view.language()).map_or("", |(_, title)| title);
    let mut blocks = vec![Block::Title(title.into())];
    for row in page.answer.rows() {
        let Row::Section(section) = row else { continue };
        blocks.push(Block::Heading(section.title.as_str().into()));
        let entries = section.line.iter().map(|line| {
            let text = Words::from(line.text.as_str());
            let text = text.and(page.maybe(line.verdict)).and(page.marks(&line.cite));
            Entry::new(Words::default().with(Tone::Lead, &line.lead), text)
        });
        blocks.push(Block::Rows(entries.collect()));
    }
    blocks
}

/// References, each as a paragraph.
pub(super) fn references(page: &Page<'_>) -> Vec<Block> {
    let rows = page.answer.rows().iter().filter_map(|row| match row {
        Row::Reference(reference) => Some(Block::Para(addressed(&reference.text))),
        _ => None,
    });
    rows.collect()
}

/// A text in which addresses stay in one piece, so that they can be copied.
fn addressed(text: &str) -> Words {
    let mut words = Words::default();
    for part in text.split_inclusive(' ') {
        let address = part.trim_end_matches([' ', ',', '.']);
        if ["https://", "http://"].iter().any(|scheme| part.starts_with(scheme)) {
            words.add(Tone::Link, address);
            words.add(Tone::Plain, part.get(address.len()..).unwrap_or_default());
        } else {
            words.add(Tone::Plain, part);
        }
    }
    words
}
