//! Values in words: names for ids, labels for words, sums as people read them.

use partnership_core::answer::amount_in;
use partnership_core::describe::{Class, Field, Node, Shape, Struct};

use super::answer::Page;
use super::{Tone, Words};

/// Fields of a part that say what they are without their name.
const SELF_EVIDENT: &[&str] = &[
    "date",
    "span",
    "period",
    "value",
    "amount",
    "name",
    "text",
    "what",
    "organization",
    "person",
];

/// What stands beside the values of a part, and is printed after them.
pub(super) const SUPPORT: &[&str] = &["cite", "alternative", "absent", "reviewed"];

impl Page<'_> {
    /// A value of a field.
    pub(super) fn value(&self, field: &Field, node: &Node<'_>) -> Words {
        match node {
            Node::Leaf(text) => self.leaf(field.shape, text),
            Node::Map(_) => node.text(&self.lang).unwrap_or_default().into(),
            Node::List(items) => self.values(field, items, "; "),
            // A part inside of a part carries its citations with it.
            Node::Struct(part) => self.part(part).and(self.places(part.parts("cite"))),
        }
    }

    fn values(&self, field: &Field, items: &[Node<'_>], between: &'static str) -> Words {
        let mut words = Words::default();
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                words.add(Tone::Plain, between);
            }
            self.value(field, item).iter().for_each(|(tone, text)| words.add(tone, text));
        }
        words
    }

    fn leaf(&self, shape: &'static Shape, text: &str) -> Words {
        match (shape.class(), shape.single()) {
            (Class::Word, Shape::Words(of)) => match of.find(text) {
                Some(word) => of.label(word.name, &self.lang).into_owned().into(),
                None => text.into(),
            },
            (Class::Ref(_), _) => self.named(text),
            (Class::Concept(serves), _) => match self.view.concept_of(serves, text) {
                Some(name) => format!("{text} ({name})").into(),
                None => text.into(),
            },
            (Class::Quantity | Class::Money, _) => amount_in(text, 0, "", &self.lang).into(),
            (Class::Flag, _) if text == "true" => self.say("yes", "예").into(),
            (Class::Flag, _) => self.say("no", "아니요").into(),
            _ if text.starts_with("https://") || text.starts_with("http://") => {
                Words::default().with(Tone::Link, text)
            }
            _ => text.into(),
        }
    }

    /// What the end of a span means that has none or an unknown one.
    pub(super) fn ending(&self, field: &Field, node: &Node<'_>) -> Words {
        let text = node.as_str().filter(|_| field.shape.class() == Class::Span);
        let said = match text.and_then(|text| text.split_once('/')) {
            Some((_, "..")) => self.say("(no end yet)", "(계속)"),
            Some((_, "")) => self.say("(end not known)", "(끝은 알 수 없음)"),
            _ => return Words::default(),
        };
        Words::default().with(Tone::Dim, said)
    }

    /// The name of a record, and its id.
    pub(super) fn named(&self, id: &str) -> Words {
        match self.view.name_of(id) {
            Some(name) => Words::from(name).with(Tone::Dim, format!(" ({id})")),
            None => id.into(),
        }
    }

    /// The fields of a part on one line: words and dates as they are, others after their name.
    pub(super) fn part(&self, part: &Struct<'_>) -> Words {
        let mut words = Words::default();
        let mut between = "";
        for (field, node) in part.iter().filter(|(field, node)| self.is_told(part, field, node)) {
            words.add(Tone::Plain, between);
            // What a number is of stands before it.
            between = if field.name == "what" { ": " } else { "; " };
            if let Some(told) = self.in_words(field, node) {
                words.add(Tone::Plain, told);
                continue;
            }
            // A word that can only be `yes` says nothing without its field, and nothing beside it.
            if field.shape.class() == Class::Word
                && matches!(node, Node::Leaf(text) if *text == "yes")
            {
                words.add(Tone::Plain, self.label(field.name));
                continue;
            }
            // Of a test the number is one of several.
            let evident = SELF_EVIDENT.contains(&field.name)
                && !(part.of.name == "test" && field.name == "value");
            let evident = evident || field.shape.class() == Class::Word;
            if !evident {
                words.add(Tone::Plain, format!("{} ", self.label(field.name)));
            }
            let nested = matches!(node, Node::Struct(_));
            words.add(Tone::Plain, if nested { "(" } else { "" });
            let value = match node {
                Node::List(items) if !items.iter().any(|item| item.as_struct().is_some()) => {
                    self.values(field, items, ", ")
                }
                _ => self.value(field, node).and(self.ending(field, node)),
            };
            value.iter().for_each(|(tone, text)| words.add(tone, text));
            words.add(Tone::Plain, if nested { ")" } else { "" });
        }
        match part.leaf("key") {
            Some(key) if part.of.name == "role" => words.with(Tone::Dim, format!(" ({key})")),
            _ => words,
        }
    }

    /// Whether a field of a part says something to a reader of its line. The query of a count stands below, beside what it
    /// finds; the key of a role behind its name.
    pub(super) fn is_told(&self, part: &Struct<'_>, field: &Field, node: &Node<'_>) -> bool {
        let text = node.as_str().unwrap_or_default();
        match (part.of.name, field.name) {
            ("count", "query") | ("role", "key") => false,
            (_, "lang") => text != self.lang,
            (_, "per") => text != "whole",
            (_, name) => !SUPPORT.contains(&name),
        }
    }

    /// A word of a part that needs others beside it to be understood.
    pub(super) fn in_words(&self, field: &Field, node: &Node<'_>) -> Option<&'static str> {
        Some(match (field.name, node.as_str()?) {
            ("per", "year") => self.say("a year", "연간"),
            ("rung", "unstated") => self.say("stage not stated", "단계 불명"),
            ("holder", "one") => self.say("one holder", "한 명"),
            ("holder", "many") => self.say("many holders", "여러 명"),
            _ => return None,
        })
    }
}
