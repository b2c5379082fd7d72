//! The sources of an answer, numbered as the answer cites them.

use partnership_core::describe::{Shape, Struct};

use super::answer::Page;
use super::{Block, Entry, Tone, Words};

/// A heading and the list; nothing where the answer cites nothing.
pub(super) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let sources = page.answer.sources();
    if sources.is_empty() {
        return Vec::new();
    }
    let entry = |(at, source): (usize, &Struct<'static>)| {
        Entry::new(Words::default().with(Tone::Note, format!("[{}]", at + 1)), page.source(source))
    };
    let list = sources.iter().enumerate().map(entry).collect();
    vec![Block::Heading(page.say("Sources", "출처").into()), Block::Rows(list)]
}

/// The same in few words each: publisher, date, who speaks, id.
pub(super) fn short(page: &Page<'_>) -> Vec<Block> {
    let sources = page.answer.sources();
    if sources.is_empty() {
        return Vec::new();
    }
    let entry = |(at, source): (usize, &Struct<'static>)| {
        let publisher = source.get("publisher").or_else(|| source.get("title"));
        let publisher = publisher.and_then(|name| name.text(&page.lang)).unwrap_or_default();
        let issued = source.leaf("issued").unwrap_or(page.say("undated", "날짜 없음"));
        let tier = page.word(source, "tier").unwrap_or_default();
        let words = Words::from(format!("{publisher}, {issued}, {tier}"));
        let id = format!("({})", source.leaf("id").unwrap_or_default());
        let number = Words::default().with(Tone::Note, format!("[{}]", at + 1));
        Entry::new(number, words.and(Words::default().with(Tone::Dim, id)))
    };
    let list = sources.iter().enumerate().map(entry).collect();
    vec![Block::Heading(page.say("Sources", "출처").into()), Block::Notes(list)]
}

impl Page<'_> {
    /// A source: title, publisher, date, who speaks, how much was read, the copy, the address.
    fn source(&self, source: &Struct<'_>) -> Words {
        let title =
            source.get("title").and_then(|title| title.text(&self.lang)).unwrap_or_default();
        let mut words = Words::default();
        if source.leaf("title_by") == Some("editor") {
            words.add(Tone::Plain, format!("[{title}]"));
            words.add(Tone::Dim, self.say(" (described by the editors)", " (편집자의 설명)"));
        } else {
            words.add(Tone::Plain, format!("“{title}”"));
        }
        let publisher = source.get("publisher").and_then(|name| name.text(&self.lang));
        let undated = self.say("undated", "날짜 없음");
        let mut facts: Vec<String> = publisher.into_iter().map(str::to_owned).collect();
        facts.push(source.leaf("issued").unwrap_or(undated).to_owned());
        facts.extend(self.word(source, "tier"));
        let read = self.say("read: ", "읽은 범위: ");
        facts.extend(self.word(source, "read").map(|extent| format!("{read}{extent}")));
        let copy = source.get("copy").and_then(|copy| copy.as_struct());
        let site = copy.and_then(|copy| copy.leaf("site"));
        facts.extend(site.map(|site| format!("{} {site}", self.say("in the copy of", "사본:"))));
        words.add(Tone::Plain, format!(", {}", facts.join(", ")));
        for url in
            [source.leaf("url"), copy.and_then(|copy| copy.leaf("url")), source.leaf("archived")]
                .into_iter()
                .flatten()
        {
            words.add(Tone::Plain, ", ");
            words.add(Tone::Link, url);
        }
        words.and(
            Words::default().with(
                Tone::Dim,
                source.leaf("id").map_or_else(String::new, |id| format!("({id})")),
            ),
        )
    }

    /// A word of a closed list, in the language of the view.
    pub(super) fn word(&self, source: &Struct<'_>, field: &str) -> Option<String> {
        let text = source.leaf(field)?;
        let label = match source.of.field(field)?.shape.single() {
            Shape::Words(of) => {
                of.find(text).map(|word| of.label(word.name, &self.lang).into_owned())
            }
            _ => None,
        };
        Some(label.unwrap_or_else(|| text.replace('-', " ")))
    }
}
