//! What conversions need: the view, its language, and the numbers of the sources of an answer.

use partnership_core::View;
use partnership_core::answer::Answer;
use partnership_core::describe::{Class, Node, Shape, Struct};

use crate::{Amount, Citation, Edtf, LocalText, Named, Term};

/// An answer being shown in a view.
pub(crate) struct Shown<'a> {
    pub(crate) view: &'a View<'a>,
    pub(crate) lang: String,
    answer: &'a Answer,
}

impl<'a> Shown<'a> {
    pub(crate) fn new(view: &'a View<'a>, answer: &'a Answer) -> Self {
        Self { view, lang: view.language().to_string(), answer }
    }

    /// The number of a source in the answer, from 1; 0 where it is none of its sources.
    pub(crate) fn number(&self, source: &str) -> i32 {
        number(self.answer.source_number(source).unwrap_or_default())
    }

    /// A text by language.
    pub(crate) fn texts(&self, node: &Node<'_>) -> LocalText {
        let shown = node.text(&self.lang).unwrap_or_default().to_owned();
        let all = node.as_map().unwrap_or_default().iter();
        LocalText {
            shown,
            all: all.map(|(tag, text)| (tag.to_string(), text.to_string())).collect(),
        }
    }

    pub(crate) fn named(&self, id: &str) -> Named {
        let dataset = self.view.dataset();
        Named {
            id: id.to_owned(),
            name: self.view.name_or_id(id),
            kind: dataset.number_of(id).map(|number| dataset.kind_of(number).into()),
        }
    }

    /// The concept of a notation of a field.
    pub(crate) fn term(&self, serves: &str, notation: &str) -> Term {
        let concept = self.view.concepts_of(serves, notation);
        let dataset = self.view.dataset();
        let name = match concept.as_slice() {
            [one] => dataset.number_of(one).and_then(|number| {
                let row = self.view.row(number, partnership_core::view::Verdict::YES);
                row.record.get("name").map(|name| self.texts(name))
            }),
            _ => None,
        };
        let notation = notation.to_owned();
        let plain = || LocalText { shown: notation.clone(), all: Default::default() };
        Term { name: name.unwrap_or_else(plain), notation, concept }
    }

    /// The text of a field by language.
    pub(crate) fn text(&self, owner: &Struct<'_>, field: &str) -> Option<LocalText> {
        owner.get(field).map(|node| self.texts(node))
    }

    /// The record that a field refers to.
    pub(crate) fn one(&self, owner: &Struct<'_>, field: &str) -> Option<Named> {
        owner.leaf(field).map(|id| self.named(id))
    }

    /// The records that a field refers to.
    pub(crate) fn many(&self, owner: &Struct<'_>, field: &str) -> Vec<Named> {
        owner.list(field).iter().filter_map(Node::as_str).map(|id| self.named(id)).collect()
    }

    /// The concepts of a field.
    pub(crate) fn terms(&self, owner: &Struct<'_>, field: &str) -> Vec<Term> {
        let Some(Class::Concept(serves)) = owner.of.field(field).map(|of| of.shape.class()) else {
            return Vec::new();
        };
        let notations = owner.list(field).iter().filter_map(Node::as_str);
        notations.map(|notation| self.term(serves, notation)).collect()
    }

    /// The label of the word of a field, in the language of the view; empty where there is none.
    pub(crate) fn label(&self, owner: &Struct<'_>, field: &str) -> String {
        match (owner.of.field(field).map(|of| of.shape.single()), owner.leaf(field)) {
            (Some(Shape::Words(of)), Some(text)) => match of.find(text) {
                Some(word) => of.label(word.name, &self.lang).into_owned(),
                None => text.to_owned(),
            },
            _ => String::new(),
        }
    }

    /// The citations of an owner.
    pub(crate) fn cites(&self, owner: &Struct<'_>) -> Vec<Citation> {
        owner.parts("cite").map(|cite| Citation::of(self, cite)).collect()
    }

    /// The parts of a field.
    pub(crate) fn parts<T>(
        &self,
        owner: &Struct<'_>,
        field: &str,
        of: fn(&Self, &Struct<'_>) -> T,
    ) -> Vec<T> {
        owner.parts(field).map(|part| of(self, part)).collect()
    }

    /// The part of a field.
    pub(crate) fn part<T>(
        &self,
        owner: &Struct<'_>,
        field: &str,
        of: fn(&Self, &Struct<'_>) -> T,
    ) -> Option<T> {
        owner.get(field).and_then(Node::as_struct).map(|part| of(self, part))
    }
}

/// The word of a field, as the core's enum and then ours.
pub(crate) fn word<C: std::str::FromStr, W: From<C>>(owner: &Struct<'_>, field: &str) -> Option<W> {
    owner.leaf(field).and_then(|text| text.parse::<C>().ok()).map(W::from)
}

/// The text of a field.
pub(crate) fn leaf(owner: &Struct<'_>, field: &str) -> Option<String> {
    owner.leaf(field).map(str::to_owned)
}

/// The texts of a field.
pub(crate) fn leaves(owner: &Struct<'_>, field: &str) -> Vec<String> {
    owner.list(field).iter().filter_map(Node::as_str).map(str::to_owned).collect()
}

/// The date or span of a field.
pub(crate) fn date(owner: &Struct<'_>, field: &str) -> Option<Edtf> {
    owner.leaf(field).map(Edtf::of)
}

/// The sum or quantity of a field.
pub(crate) fn amount(owner: &Struct<'_>, field: &str) -> Option<Amount> {
    owner.leaf(field).map(|text| Amount::of(text, 0, ""))
}

/// A whole number of a field.
pub(crate) fn count(owner: &Struct<'_>, field: &str) -> Option<i32> {
    owner.leaf(field).and_then(|text| text.parse().ok())
}

/// A size, which never comes near the limit.
pub(crate) fn number(size: usize) -> i32 {
    i32::try_from(size).unwrap_or(i32::MAX)
}
