//! What changed between two datasets: a heading for each thing that may become of a record, and its records.

use partnership_core::answer::{Change, ChangeForm, FieldChange, FieldChangeForm, Row};
use partnership_core::describe::{Node, Struct};

use super::answer::Page;
use super::{Block, Entry, Tone, Words};
use partnership_core::counted;

const FORMS: [ChangeForm; 4] =
    [ChangeForm::Added, ChangeForm::Changed, ChangeForm::Redirected, ChangeForm::Removed];

/// The releases, what changed in numbers, then the records.
pub(super) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let changes: Vec<&Change> = page
        .answer
        .rows()
        .iter()
        .filter_map(|row| match row {
            Row::Change(change) => Some(change),
            _ => None,
        })
        .collect();
    let of = |form| changes.iter().filter(move |row| row.change == form);
    let told = FORMS.iter().filter(|form| of(**form).count() > 0);
    let told = told.map(|form| {
        let label = form.label(&page.lang);
        if page.lang == "ko" {
            format!("{label} {}건", of(*form).count())
        } else {
            format!("{} {label}", counted(of(*form).count(), "record"))
        }
    });
    let told: Vec<String> = told.collect();
    let mut blocks =
        vec![Block::Title(page.answer.text().into()), Block::Para(told.join(", ").into())];
    for form in FORMS {
        let rows: Vec<Entry> = of(form).flat_map(|change| page.change(change)).collect();
        if !rows.is_empty() {
            blocks.push(Block::Heading(capital(&form.label(&page.lang)).into()));
            blocks.push(Block::Rows(rows));
        }
    }
    blocks
}

impl Page<'_> {
    fn change(&self, change: &Change) -> Vec<Entry> {
        let lead = Words::default().with(Tone::Lead, change.kind.label(&self.lang));
        let mut text =
            Words::from(change.label.as_str()).with(Tone::Dim, format!(" ({})", change.id));
        if let Some(to) = &change.to {
            text = text.and(Words::from("→")).and(self.named(to.as_str()));
        }
        let mut entries = vec![Entry::new(lead, text.and(self.marks(&change.cite)))];
        entries.extend(change.field.iter().map(|field| self.field_change(change, field).deeper(1)));
        entries
    }

    fn field_change(&self, of: &Change, change: &FieldChange) -> Entry {
        let field = of.kind.described().field_at(&change.path);
        let shown = |node: &Option<Node<'static>>| match (node, field) {
            (Some(_), _) if change.change == FieldChangeForm::Citation => {
                let (of, other) = match node == &change.old {
                    true => (&change.old, &change.new),
                    false => (&change.new, &change.old),
                };
                self.citations(of, other)
            }
            (Some(node), Some(field)) => self.value(field, node),
            _ => Words::default().with(Tone::Dim, "–"),
        };
        let mut words =
            Words::default().with(Tone::Strong, change.change.label(&self.lang)).plain(":");
        match change.change {
            FieldChangeForm::Added => words = words.and(shown(&change.new)),
            FieldChangeForm::Removed => words = words.and(shown(&change.old)),
            _ => words = words.and(shown(&change.old)).and("→".into()).and(shown(&change.new)),
        }
        if let Some(reason) = &change.reason {
            words.add(Tone::Plain, format!(" ({reason})"));
        }
        if change.change != FieldChangeForm::Citation {
            words = words.and(self.marks(&change.cite));
        }
        Entry::new(Words::default().with(Tone::Lead, self.label(&change.path)), words)
    }

    /// The citations that the other list lacks, by the keys of their sources: of those that are gone the answer numbers
    /// none.
    fn citations(&self, of: &Option<Node<'_>>, other: &Option<Node<'_>>) -> Words {
        let one = |cite: &Struct<'_>| {
            let plain = ["source", "at", "basis", "rule", "passage"];
            let mut words: Vec<_> = plain.iter().filter_map(|field| cite.leaf(field)).collect();
            let fields: Vec<_> = cite.list("fields").iter().filter_map(Node::as_str).collect();
            let fields = fields.join(", ");
            words.extend((!fields.is_empty()).then_some(fields.as_str()));
            let note = cite.leaf("note").map(|note| format!("({note})"));
            words.extend(note.as_deref());
            words.join(" ")
        };
        let others: Vec<_> = other.iter().flat_map(Node::items).collect();
        let all = of.iter().flat_map(Node::items).filter(|cite| !others.contains(cite));
        let all: Vec<_> = all.filter_map(Node::as_struct).map(one).collect();
        match all.is_empty() {
            true => Words::default().with(Tone::Dim, "–"),
            false => all.join("; ").into(),
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}
