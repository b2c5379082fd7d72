//! What the record lacks and where it might be had, the most used first.

use partnership_derive::Described;

use super::told::kept;
use super::{Answer, Row, coverage};
use crate::describe::{Node, Struct};
use crate::model::{Kind, label};
use crate::order::Order;
use crate::query::linked;
use crate::view::View;

/// Something that is missing: a value that no source held gives, or what is left of an announced number.
#[derive(Clone, Debug, Described)]
pub struct Wanted {
    /// The record that lacks it.
    #[described(required)]
    pub id: String,
    /// Its kind.
    #[described(required)]
    pub kind: Kind,
    /// Its name, in the language of the view.
    #[described(required)]
    pub label: String,
    /// What is missing: a field, by its path, or what an announced number counts.
    #[described(required)]
    pub what: String,
    /// The part that lacks it, in words; none where the record itself does.
    pub part: Option<String>,
    /// Which sort of absence it is: `unknown`, `not-found`, or `missing` of an announced number.
    #[described(required)]
    pub state: String,
    /// How many are missing, of an announced number.
    pub missing: Option<usize>,
    /// Which source would settle it, and where it is to be had; none where nobody knows.
    pub settle: Option<String>,
    /// Where it was looked for.
    pub searched: Option<String>,
    /// What a reader should know.
    pub note: Option<String>,
    /// How many records refer to the one that lacks it; of what a part lacks, one.
    #[described(required)]
    pub used: usize,
    /// Where an announced number comes from, or where it is said that the value exists.
    pub cite: Vec<Struct<'static>>,
}

impl View<'_> {
    /// What is missing, the most used first: values that exist or were looked for in vain, and what is left of announced
    /// numbers. Of records that are used alike, in the documented order.
    pub fn wanted(&self) -> Answer {
        let lang = self.language().to_string();
        let mut all = Vec::new();
        for (number, record) in self.records() {
            let id = self.dataset().id(number);
            let kind = self.dataset().kind(number);
            absences(&record, None, &mut |part, path, absent| {
                let text = |field: &str| absent.leaf(field).map(str::to_owned);
                all.push(Wanted {
                    what: path,
                    part: part.map(|part| super::plain(&Node::Struct(part.clone()), &lang)),
                    state: text("state").unwrap_or_default(),
                    settle: text("settle"),
                    searched: text("searched"),
                    note: text("note"),
                    cite: kept(absent.parts("cite")),
                    ..Wanted::of(id, kind, &record, &lang)
                });
            });
            for entry in coverage::of(self, &record) {
                let Some(missing) = entry.missing.filter(|missing| *missing > 0) else { continue };
                all.push(Wanted {
                    what: entry.lacked(missing, &lang),
                    state: "missing".to_owned(),
                    missing: Some(missing),
                    cite: entry.cite,
                    ..Wanted::of(id, kind, &record, &lang)
                });
            }
        }
        let links = linked::counts(self);
        for wanted in all.iter_mut().filter(|wanted| wanted.part.is_none()) {
            wanted.used = links.get(wanted.id.as_str()).copied().unwrap_or_default();
        }
        all.order_by_key(|wanted| std::cmp::Reverse(wanted.used));
        Answer::new(self, "wanted", "", all.into_iter().map(Row::Wanted).collect())
    }
}

impl Wanted {
    fn of(id: &str, kind: Kind, record: &Struct<'_>, lang: &str) -> Self {
        Self {
            id: id.to_owned(),
            kind,
            label: label(record, lang).unwrap_or(id).to_owned(),
            what: String::new(),
            part: None,
            state: String::new(),
            missing: None,
            settle: None,
            searched: None,
            note: None,
            used: 1,
            cite: Vec::new(),
        }
    }
}

/// Values that are missing of a record or part: the part, if it is one, the path, and what is known of it. What is known
/// not to exist is not missing.
fn absences<'r, 'n>(
    owner: &'r Struct<'n>,
    path: Option<&str>,
    to: &mut dyn FnMut(Option<&'r Struct<'n>>, String, &'r Struct<'n>),
) {
    let before = path.map(|path| format!("{path}.")).unwrap_or_default();
    for absent in owner.parts("absent").filter(|absent| absent.leaf("state") != Some("none")) {
        let at = format!("{before}{}", absent.leaf("field").unwrap_or_default());
        to(path.map(|_| owner), at, absent);
    }
    for (field, node) in owner.iter().filter(|(field, _)| field.name != "absent") {
        for (at, part) in node.items().enumerate() {
            if let Some(part) = Node::as_struct(part) {
                absences(part, Some(&format!("{before}{}[{at}]", field.name)), to);
            }
        }
    }
}
