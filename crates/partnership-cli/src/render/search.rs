//! What a search found, best first: the record, and the text that matched where it is not the name.

use super::answer::Page;
use super::{Block, Entry, Tone, Words};

/// The finds, and how many they are.
pub(super) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let mut entries = Vec::new();
    for row in page.records() {
        let label = row.title(&page.lang);
        let kind = row.kind().label(&page.lang);
        let matched = row.matched.as_ref();
        let name = match matched.filter(|matched| matched.text == label) {
            Some(matched) => highlighted(&matched.text, &matched.span),
            None => label.as_str().into(),
        };
        let id = Words::default().with(Tone::Dim, format!("({kind} {})", row.id()));
        let sources = Words::default().with(Tone::Mark, page.numbers(row));
        let text = name.and(id).and(page.maybe(row.verdict)).and(sources);
        entries.push(Entry::new("", text));
        // The id stands there already.
        let other = matched.filter(|matched| matched.text != label && matched.text != row.id());
        entries
            .extend(other.map(|matched| {
                Entry::new("", highlighted(&matched.text, &matched.span)).deeper(1)
            }));
    }
    let count = page.count("find", page.records().map(|row| row.verdict));
    vec![Block::Rows(entries), count]
}

/// A text with what matched in it standing out.
fn highlighted(text: &str, spans: &[std::ops::Range<usize>]) -> Words {
    let (mut words, mut at) = (Words::default(), 0);
    for span in spans {
        let (Some(before), Some(hit)) = (text.get(at..span.start), text.get(span.clone())) else {
            continue;
        };
        words = words.plain(before).with(Tone::Strong, hit);
        at = span.end;
    }
    words.plain(text.get(at..).unwrap_or_default())
}
