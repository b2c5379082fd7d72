//! What is tied to what, gathered once for an answer: who carries a commitment out, and what is assessed.

use std::collections::HashMap;

use crate::describe::{Shaped, Struct};
use crate::model::{Kind, Sure};
use crate::value::Truth;
use crate::view::{Lens, Verdict, View, supporting};

/// A record that carries out another, or is about it.
#[derive(Clone, Debug)]
pub(crate) struct Tie {
    /// The number of the record.
    pub(crate) number: u32,
    /// How sure the tie is.
    pub(crate) sure: Sure,
    /// What supports it.
    pub(crate) cite: Vec<Struct<'static>>,
    /// How sure the view is of it.
    pub(crate) verdict: Verdict,
}

/// Kinds of records that may carry something out, be about it, follow it, or judge it.
const KINDS: [Kind; 5] =
    [Kind::Instrument, Kind::Commitment, Kind::Assessment, Kind::Project, Kind::Event];

/// The ties of a dataset as known on the day of a view, whatever held on its other day: what is over still counts.
#[derive(Debug, Default)]
pub(crate) struct Ties {
    to: HashMap<String, Vec<Tie>>,
    /// By text those that follow it.
    followed: HashMap<String, Vec<u32>>,
    /// By what is judged the assessments of it.
    assessed: HashMap<String, Vec<u32>>,
}

impl Ties {
    /// Reads every record that may carry something out, be about it, or follow it.
    pub(crate) fn of(view: &View<'_>) -> Self {
        let mut ties = Self::default();
        for kind in KINDS {
            for number in view.dataset().numbers(kind) {
                let record = view.dataset().tree(number);
                if view.lens().record(kind, &record).truth == Truth::No {
                    continue;
                }
                match kind {
                    Kind::Assessment => ties.ends(view.lens(), number, &record, "of"),
                    Kind::Event => ties.about(view.lens(), number, &record),
                    Kind::Instrument => ties.ends(view.lens(), number, &record, "follows"),
                    _ => {}
                }
                ties.implements(view.lens(), number, &record);
            }
        }
        ties
    }

    /// The records that carry one out or are about it, in the documented order.
    pub(crate) fn to(&self, id: &str) -> &[Tie] {
        self.to.get(id).map_or(&[], Vec::as_slice)
    }

    /// Every tie, with the id of what is carried out.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &Tie)> {
        self.to.iter().flat_map(|(to, ties)| ties.iter().map(move |tie| (to.as_str(), tie)))
    }

    /// The texts that follow one.
    pub(crate) fn following(&self, id: &str) -> &[u32] {
        self.followed.get(id).map_or(&[], Vec::as_slice)
    }

    /// The assessments of a record, in the documented order.
    pub(crate) fn assessments(&self, id: &str) -> &[u32] {
        self.assessed.get(id).map_or(&[], Vec::as_slice)
    }

    /// Keeps a record at the other end of a field that refers to one.
    fn ends(&mut self, lens: &Lens<'_>, number: u32, record: &Struct<'_>, field: &str) {
        let ends = if field == "of" { &mut self.assessed } else { &mut self.followed };
        if let Some(id) = record.leaf(field)
            && lens.supported(record, field).truth != Truth::No
        {
            ends.entry(id.to_owned()).or_default().push(number);
        }
    }

    fn implements(&mut self, lens: &Lens<'_>, number: u32, record: &Struct<'_>) {
        for (link, verdict) in parts(lens, record, "implements") {
            let Some(to) = link.leaf("to") else { continue };
            let sure = link.leaf("sure").and_then(|sure| sure.parse().ok());
            let cite = cites(lens, link.parts("cite"));
            let sure = sure.unwrap_or(Sure::Inferred);
            self.to.entry(to.to_owned()).or_default().push(Tie { number, sure, cite, verdict });
        }
    }

    /// A meeting about a commitment carries it out, as surely as its source says what it is about.
    fn about(&mut self, lens: &Lens<'_>, number: u32, record: &Struct<'_>) {
        let verdict = lens.supported(record, "about");
        if verdict.truth == Truth::No {
            return;
        }
        let ours =
            |cite: &&Struct<'_>| matches!(cite.leaf("basis"), Some("assigned" | "worked-out"));
        let sure = match supporting(record, "about").any(|cite| !ours(&cite)) {
            true => Sure::Strong,
            false => Sure::Inferred,
        };
        for id in record.list("about").iter().filter_map(|id| id.as_str()) {
            let cite = cites(lens, supporting(record, "about"));
            self.to.entry(id.to_owned()).or_default().push(Tie { number, sure, cite, verdict });
        }
    }
}

/// The parts of a field that a lens shows, each with how surely.
pub(crate) fn parts<'r, 'n>(
    lens: &Lens<'_>,
    record: &'r Struct<'n>,
    field: &str,
) -> Vec<(&'r Struct<'n>, Verdict)> {
    let (Some(of), Some(list)) = (record.of.field(field), record.get(field)) else {
        return Vec::new();
    };
    let parts = lens.parts(record, of, list).into_iter();
    parts.filter_map(|(node, held)| Some((node.as_struct()?, held))).collect()
}

/// The typed value of a field, if it is filled.
pub(crate) fn value<T: Shaped>(owner: &Struct<'_>, field: &str) -> Option<T> {
    T::read(owner.get(field)?)
}

/// The citations that are known.
pub(crate) fn cites<'c, 'n: 'c>(
    lens: &Lens<'_>,
    cites: impl Iterator<Item = &'c Struct<'n>>,
) -> Vec<Struct<'static>> {
    let known = cites
        .filter(|cite| lens.source(cite.leaf("source").unwrap_or_default()).truth != Truth::No);
    known.cloned().map(Struct::into_owned).collect()
}
