//! Cards: a record with every field, what supports each, other values, what is absent and why, and what links here.

use partnership_core::answer::{Coverage, RecordRow, citations};
use partnership_core::describe::{Node, Struct};

use super::answer::{Page, sentence};
use super::value::SUPPORT;
use super::{Block, Entry, Tone, Words, observations};

/// No more links are named; a query gives the others.
const MOST_LINKS: usize = 40;

/// A card for each record, and the editors' rules that they name.
pub(super) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = page.records().flat_map(|row| page.card(row)).collect();
    blocks.extend(page.rules());
    blocks
}

impl Page<'_> {
    fn card(&self, row: &RecordRow) -> Vec<Block> {
        let record = &row.record;
        let mut about = format!("{} {}", row.kind().label(&self.lang), row.id());
        if let Some(state) = row.state {
            about += &format!(", {}", state.label(&self.lang));
        }
        let about = Words::default().with(Tone::Dim, about).and(self.maybe(row.verdict));
        let mut blocks = vec![Block::Title(row.title(&self.lang).into()), Block::Para(about)];
        blocks.push(Block::Rows(self.fields(row)));
        blocks.extend(observations::blocks(self, record));
        blocks.extend(self.announced(row.coverage.iter()));
        if !row.not_collected.is_empty() {
            let names: Vec<_> = row.not_collected.iter().map(|name| self.label(name)).collect();
            let text =
                format!("{} {}.", self.say("Not collected:", "수집하지 않음:"), names.join(", "));
            blocks.push(Block::Para(text.into()));
        }
        blocks.extend(self.links(row));
        blocks
    }

    /// Every field of a record or part that says something, in the order of the description.
    fn fields(&self, row: &RecordRow) -> Vec<Entry> {
        let (owner, mut entries) = (&row.record, Vec::new());
        for field in owner.of.fields {
            if SUPPORT.contains(&field.name) || ["id", "observation"].contains(&field.name) {
                continue;
            }
            let before = entries.len();
            match owner.get(field.name) {
                Some(Node::List(items)) if items.iter().any(|item| item.as_struct().is_some()) => {
                    let parts = items.iter().filter_map(Node::as_struct).enumerate();
                    parts.for_each(|(at, part)| {
                        let maybe = self.maybe_at(row, &format!("{}[{at}]", field.name));
                        let support = self.support(part, owner, field.name);
                        entries.push(Entry::new("", self.part(part).and(maybe).and(support)));
                        entries.extend(
                            self.beside(part, None).into_iter().map(|entry| entry.deeper(1)),
                        );
                    });
                }
                Some(node) => {
                    let marks = self.places(citations(owner, field.name));
                    let maybe = self.maybe_at(row, field.name).and(self.written(field.name));
                    let value = self.value(field, node).and(self.ending(field, node));
                    entries.push(Entry::new("", value.and(maybe).and(marks)));
                    entries.extend(self.translations(node));
                }
                None => {}
            }
            let others = self.beside(owner, Some(field.name));
            if entries.len() == before && others.iter().any(|entry| entry.depth > 0) {
                entries.push(Entry::new("", self.say("undecided", "미정")));
            }
            entries.extend(others);
            if let Some(first) = entries.get_mut(before) {
                first.lead = Words::default().with(Tone::Lead, self.label(field.name));
            }
        }
        entries
    }

    /// The mark of a part or value, by its path, that is only maybe so in the view.
    fn maybe_at(&self, row: &RecordRow, path: &str) -> Words {
        let found = row.maybe.iter().find(|(of, _)| of == path);
        found.map_or_else(Words::default, |(_, verdict)| self.maybe(*verdict))
    }

    /// Of a summary, that it is of another day than the view: it has none of its own.
    fn written(&self, field: &str) -> Words {
        let checked = self.view.dataset().manifest().checked();
        match self.view.valid_on() {
            Some(day) if field == "summary" && day < checked => {
                let text = match self.lang.as_str() {
                    "ko" => format!("({checked} 기준)"),
                    _ => format!("(as of {checked})"),
                };
                Words::default().with(Tone::Dim, text)
            }
            _ => Words::default(),
        }
    }

    /// What supports a part: its own citations, else those of the field.
    fn support(&self, part: &Struct<'_>, owner: &Struct<'_>, field: &str) -> Words {
        if part.parts("cite").next().is_some() {
            return self.places(part.parts("cite"));
        }
        self.places(citations(owner, field))
    }

    /// The same text in other languages.
    fn translations(&self, node: &Node<'_>) -> Vec<Entry> {
        let pairs = node.as_map().unwrap_or_default();
        let shown = node.text(&self.lang);
        let others = pairs.iter().filter(|(_, text)| Some(text.as_ref()) != shown);
        let entry = |(tag, text): &(std::borrow::Cow<'_, str>, std::borrow::Cow<'_, str>)| {
            Entry::new(Words::default().with(Tone::Dim, tag.as_ref()), text.as_ref()).deeper(1)
        };
        others.map(entry).collect()
    }

    /// Other values of a field, and what is known where there is none; without a field, of all fields of a part.
    fn beside(&self, owner: &Struct<'_>, only: Option<&str>) -> Vec<Entry> {
        let meant = |of: &&Struct<'_>| only.is_none_or(|name| of.leaf("field") == Some(name));
        let name = |of: &Struct<'_>| match only {
            Some(_) => String::new(),
            None => format!("{} ", self.label(of.leaf("field").unwrap_or_default())),
        };
        let mut entries = Vec::new();
        for other in owner.parts("alternative").filter(meant) {
            let field = other.leaf("field").and_then(|name| owner.of.field(name));
            let (Some(node), Some(field)) = (other.get("value"), field) else { continue };
            let rank = self.word(other, "rank").unwrap_or_default();
            let reason = other.leaf("reason").unwrap_or_default();
            let value = Words::from(name(other)).and(self.value(field, node));
            let text = value.and(format!("({rank}: {reason})").into());
            let lead = Words::default().with(Tone::Dim, self.say("or", "또는"));
            entries.push(Entry::new(lead, text.and(self.places(other.parts("cite")))).deeper(1));
        }
        for absent in owner.parts("absent").filter(meant) {
            let text = Words::from(format!("{}{}", name(absent), self.absence(absent)));
            entries.push(Entry::new("", text.and(self.places(absent.parts("cite")))));
        }
        entries
    }

    /// One sentence for each kind of absence; the fourth, *not collected*, stands under the card.
    fn absence(&self, absent: &Struct<'_>) -> String {
        let at = absent.leaf("searched").unwrap_or_default();
        let on = absent.leaf("on").unwrap_or_default();
        let text = match absent.leaf("state") {
            Some("none") => self.say("there is none", "없음이 확인됨").to_owned(),
            Some("not-found") => match self.lang.as_str() {
                "ko" => format!("찾지 못함: {at}, {on}"),
                _ => format!("not found: searched in {at}, on {on}"),
            },
            _ => self
                .say("not known: it exists, its value is in no source held", "알 수 없음")
                .to_owned(),
        };
        let note = absent.leaf("note").map(|note| format!(" ({note})")).unwrap_or_default();
        format!("{text}{note}")
    }

    /// What is announced, held and missing; nothing where nothing is announced.
    pub(super) fn announced<'c>(&self, entries: impl Iterator<Item = &'c Coverage>) -> Vec<Block> {
        let rows = entries.map(|entry| {
            let text = format!("{} (partnership list '{}')", entry.said(&self.lang), entry.query);
            Entry::new("", Words::from(text).and(self.places(&entry.cite)))
        });
        let rows: Vec<Entry> = rows.collect();
        let heading = Block::Heading(self.say("Announced, and held here", "발표와 수록").into());
        if rows.is_empty() { Vec::new() } else { vec![heading, Block::Rows(rows)] }
    }

    fn links(&self, row: &RecordRow) -> Vec<Block> {
        if row.linked_from.is_empty() {
            return Vec::new();
        }
        let named = row.linked_from.iter().take(MOST_LINKS);
        let mut rows: Vec<_> = named.map(|id| Entry::new("", self.named(id))).collect();
        let more = row.linked_from.len().saturating_sub(MOST_LINKS);
        if more > 0 {
            let more = match self.lang.as_str() {
                "ko" => format!("외 {more}건"),
                _ => format!("and {more} more"),
            };
            let text = format!("{more}: partnership list links:{}", row.id());
            rows.push(Entry::new("", text));
        }
        vec![Block::Heading(self.say("Linked from", "참조하는 기록").into()), Block::Rows(rows)]
    }

    /// The rules that the cards' citations name, in the words of the manifest.
    fn rules(&self) -> Vec<Block> {
        let mut keys: Vec<String> = Vec::new();
        self.records().for_each(|row| every_rule(&row.record, &mut keys));
        let manifest = self.view.dataset().manifest();
        let rows = keys.iter().filter_map(|key| {
            let (_, text) = manifest.rule_text(key)?.best(self.view.language())?;
            Some(Entry::new(
                Words::default().with(Tone::Lead, key),
                sentence(text.trim_end_matches('.')),
            ))
        });
        let rows: Vec<_> = rows.collect();
        let heading = Block::Heading(self.say("Rules of the editors", "편집 규칙").into());
        if rows.is_empty() { Vec::new() } else { vec![heading, Block::Rows(rows)] }
    }
}

/// The rules of the citations of a record and its parts; values of the model are not nested deeply.
fn every_rule(owner: &Struct<'_>, keys: &mut Vec<String>) {
    let rule = owner.leaf("rule").filter(|_| owner.of.name == "citation");
    if let Some(rule) = rule
        && !keys.iter().any(|key| key == rule)
    {
        keys.push(rule.to_owned());
    }
    for (_, node) in owner.iter() {
        node.items().filter_map(Node::as_struct).for_each(|part| every_rule(part, keys));
    }
}
