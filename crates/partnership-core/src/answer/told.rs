//! What a surface needs to print a value beside its support: the citations of a field, and names for ids and notations.

use crate::describe::Struct;
use crate::model::label;
use crate::view::{View, supporting};

/// The citations that support a field of a record or part: those that name it; else, of a part, those that name none,
/// and of a record the first if it names none.
pub fn citations<'r, 'n>(owner: &'r Struct<'n>, field: &str) -> Vec<&'r Struct<'n>> {
    supporting(owner, field).collect()
}

/// Citations as an answer keeps them.
pub(super) fn kept<'c, 'n: 'c>(
    cites: impl IntoIterator<Item = &'c Struct<'n>>,
) -> Vec<Struct<'static>> {
    cites.into_iter().cloned().map(Struct::into_owned).collect()
}

impl View<'_> {
    /// The name, title or sentence of the record of an id, in the language of the view; none where the view does not
    /// show it: no source that is known by then gives it.
    pub fn name_of(&self, id: &str) -> Option<String> {
        let number = self.dataset().find(id)?;
        let lang = self.language().to_string();
        if self.lens().is_plain() {
            return self.dataset().label(number, &lang);
        }
        label(&self.shown(number), &lang).map(str::to_owned)
    }

    /// The same; the id itself where there is no name to show.
    pub fn name_or_id(&self, id: &str) -> String {
        self.name_of(id).unwrap_or_else(|| id.to_owned())
    }

    /// The name of the concept that a notation of a field stands for; none where it stands for none or for several.
    pub fn concept_of(&self, serves: &str, notation: &str) -> Option<String> {
        match self.dataset().concepts_of(notation).named(serves, notation).as_slice() {
            [one] => self.name_of(one),
            _ => None,
        }
    }
}
