//! Values in words: names for ids, labels for words, sums as people read them.

use partnership_core::answer::amount_in;
use partnership_core::describe::{Class, Field, Node, Shape, Struct};

use super::answer::Page;
use super::{Tone, Words};

/// Fields of a part that say what they are without their name.
const SELF_EVIDENT: &[&str] = &["date", "span", "period", "value", "amount", "name", "text"];

/// What stands beside the values of a part, and is printed after them.
pub(super) const SUPPORT: &[&str] = &["cite", "alternative", "absent", "reviewed"];

impl Page<'_> {
    /// A value of a field.
    pub(super) fn value(&self, field: &Field, node: &Node<'_>) -> Words {
        match node {
            Node::Leaf(text) => self.leaf(field.shape, text),
            Node::Map(_) => node.text(&self.lang).unwrap_or_default().into(),
            Node::List(items) => {
                let mut words = Words::default();
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        words.add(Tone::Plain, "; ");
                    }
                    self.value(field, item).iter().for_each(|(tone, text)| words.add(tone, text));
                }
                words
            }
            // A part inside of a part carries its citations with it.
            Node::Struct(part) => self.part(part).and(self.places(part.parts("cite"))),
        }
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
        for (field, node) in part.iter().filter(|(field, _)| !SUPPORT.contains(&field.name)) {
            if !words.is_empty() {
                words.add(Tone::Plain, "; ");
            }
            // A word that can only be `yes` says nothing without its field, and nothing beside it.
            if field.shape.class() == Class::Word
                && matches!(node, Node::Leaf(text) if *text == "yes")
            {
                words.add(Tone::Plain, self.label(field.name));
                continue;
            }
            let evident = field.shape.class() == Class::Word || SELF_EVIDENT.contains(&field.name);
            if !evident {
                words.add(Tone::Plain, format!("{} ", self.label(field.name)));
            }
            let nested = matches!(node, Node::Struct(_));
            words.add(Tone::Plain, if nested { "(" } else { "" });
            self.value(field, node).iter().for_each(|(tone, text)| words.add(tone, text));
            words.add(Tone::Plain, if nested { ")" } else { "" });
        }
        words
    }
}
