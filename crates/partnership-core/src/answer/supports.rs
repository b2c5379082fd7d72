//! Sources with what each supports.

use partnership_derive::Described;

use super::{Answer, Row};
use crate::describe::{Node, Struct};
use crate::model::Kind;
use crate::query::{Plan, QueryError, eval};
use crate::sorted::SortedMap;
use crate::view::View;

/// A record that a source supports, with the fields.
#[derive(Clone, Debug, PartialEq, Eq, Described)]
pub struct Supported {
    /// The record.
    #[described(required)]
    pub id: String,
    /// The fields that its citations of the source support, in the order of the record; a part without the places.
    pub field: Vec<String>,
    /// The places in the source, as given.
    pub at: Vec<String>,
}

impl View<'_> {
    /// The sources that a query asks for, each with the records and fields that it supports in this view.
    ///
    /// # Errors
    /// When the text breaks the grammar, or names a field or value that the record cannot have.
    pub fn supports(&self, text: &str) -> Result<Answer, QueryError> {
        let plan = Plan::among("kind:source", text, self.dataset())?;
        let mut supported: SortedMap<&str, Vec<Supported>> = SortedMap::default();
        let found = eval::ids(self, &plan);
        found.iter().for_each(|(id, _)| {
            supported.insert(id, Vec::new());
        });
        for (number, record) in self.records() {
            if self.dataset().kind(number) == Kind::Source {
                continue;
            }
            let id = self.dataset().id(number);
            cited(&record, "", &mut |source, field, at| {
                let Some(all) = supported.get_mut(source) else { return };
                if all.last().is_none_or(|last| last.id != id) {
                    all.push(Supported { id: id.to_owned(), field: Vec::new(), at: Vec::new() });
                }
                let Some(last) = all.last_mut() else { return };
                if !last.field.iter().any(|known| known == field) {
                    last.field.push(field.to_owned());
                }
                if let Some(at) = at.filter(|at| !last.at.iter().any(|known| known == at)) {
                    last.at.push(at.to_owned());
                }
            });
        }
        let answer = self.list("sources", &plan);
        Ok(answer.with_rows(|row| {
            if let Row::Record(row) = row {
                row.supports = supported.remove(row.id());
            }
        }))
    }
}

/// Each citation of a record or part: source, field, place. Values of the model are not nested deeply.
fn cited(owner: &Struct<'_>, path: &str, to: &mut dyn FnMut(&str, &str, Option<&str>)) {
    for (field, node) in owner.iter() {
        for part in node.items().filter_map(Node::as_struct) {
            if part.of.name != "citation" {
                cited(part, if path.is_empty() { field.name } else { path }, to);
                continue;
            }
            let (source, at) = (part.leaf("source").unwrap_or_default(), part.leaf("at"));
            let fields = part.list("fields").iter().filter_map(Node::as_str);
            let named: Vec<&str> = if path.is_empty() { fields.collect() } else { vec![path] };
            if named.is_empty() {
                to(source, "every other field", at);
            }
            named.iter().for_each(|field| to(source, field, at));
        }
    }
}
