//! What a question on ties is about: a record, a plan with its clauses, a pillar, a theme, or everything.

use crate::describe::Struct;
use crate::model::{Kind, Sure};
use crate::query::{Plan, QueryError, eval};
use crate::sorted::SortedSet;
use crate::value::Truth;
use crate::view::View;

/// The words of a question: an id, pillar or theme, and how sure a tie has to be.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    pub(super) of: Option<String>,
    sure: Option<Sure>,
}

impl Asked {
    /// Reads `poa-2021`, `pillar`, `sure:strong`.
    pub(super) fn of(view: &View<'_>, text: &str) -> Result<Self, QueryError> {
        let mut asked = Self::default();
        let mut at = 0;
        for word in text.split_whitespace() {
            let start = text[at..].find(word).map_or(at, |found| at + found);
            at = start + word.len();
            let refuse = |message: String| QueryError::new("P0304", start..at, message);
            if let Some(sure) = word.strip_prefix("sure:") {
                asked.sure = Some(sure.parse().map_err(|_| {
                    let words = Sure::ALL.iter().map(|sure| sure.as_str());
                    refuse(format!("`{sure}` is not how sure a tie is"))
                        .among(sure, words)
                        .within(text)
                })?);
            } else if asked.of.is_some() {
                let message = format!("`{word}` is one too many: ties are asked of one thing");
                return Err(refuse(message).within(text));
            } else if known(view, word) {
                asked.of = Some(word.to_owned());
            } else {
                return Err(unknown(view, word, start, "record, pillar or theme").within(text));
            }
        }
        Ok(asked)
    }

    /// Whether a tie is as sure as is asked.
    pub(super) fn is_enough(&self, sure: Sure) -> bool {
        self.sure.is_none_or(|least| sure <= least)
    }
}

/// Whether a word names a record, pillar or theme.
fn known(view: &View<'_>, word: &str) -> bool {
    let concepts = view.dataset().concepts();
    let named = |serves: &&str| !concepts.named(serves, word).is_empty();
    view.dataset().find(word).is_some() || ["pillar", "theme"].iter().any(named)
}

/// The error for a word that names nothing, with the nearest that does.
pub(super) fn unknown(view: &View<'_>, word: &str, start: usize, what: &str) -> QueryError {
    let concepts = view.dataset().concepts();
    let notations = ["pillar", "theme"].map(|serves| concepts.notations(serves));
    let notations = notations.iter().flatten().map(|(notation, _)| *notation);
    let message = format!("`{word}` is no {what}");
    let all = view.dataset().ids().chain(notations);
    QueryError::new("P0304", start..start + word.len(), message).among(word, all)
}

/// The records that are meant.
#[derive(Debug)]
pub(super) struct Scope {
    /// The record itself, where one was named.
    pub(super) own: Option<u32>,
    /// What may be served: the record, its clauses, those of a pillar or theme; none where everything may.
    served: Option<SortedSet<u32>>,
    /// The projects of a pillar or theme; none where all are meant.
    projects: Option<SortedSet<u32>>,
}

impl Scope {
    /// What a word stands for; without one everything.
    pub(super) fn of(view: &View<'_>, word: Option<&str>) -> Result<Self, QueryError> {
        let Some(word) = word else {
            return Ok(Self { own: None, served: None, projects: None });
        };
        let dataset = view.dataset();
        let Some(number) = dataset.find(word) else {
            let pillar = !dataset.concepts().named("pillar", word).is_empty();
            return Self::filtered(view, if pillar { "pillar" } else { "theme" }, word);
        };
        if dataset.kind(number) == Kind::Concept {
            let concept = dataset.tree(number);
            let text = |field| concept.leaf(field).unwrap_or_default().to_owned();
            let serves = text("serves");
            if ["pillar", "theme"].contains(&serves.as_str()) {
                let notation = format!("{}:{}", text("scheme"), text("notation"));
                return Self::filtered(view, &serves, &notation);
            }
        }
        let mut served = SortedSet::from_iter([number]);
        with_clauses(view, &mut served);
        Ok(Self {
            own: Some(number),
            served: Some(served),
            projects: Some(SortedSet::from_iter([number])),
        })
    }

    fn filtered(view: &View<'_>, field: &str, notation: &str) -> Result<Self, QueryError> {
        let numbers = |kind: Kind| -> Result<SortedSet<u32>, QueryError> {
            let plan = Plan::parse(&format!("kind:{kind} {field}:\"{notation}\""), view.dataset())?;
            Ok(eval::rows(view, &plan).into_iter().map(|(number, _)| number).collect())
        };
        let (served, projects) = (numbers(Kind::Commitment)?, numbers(Kind::Project)?);
        Ok(Self { own: None, served: Some(served), projects: Some(projects) })
    }

    /// Whether a record is meant as one that is carried out.
    pub(super) fn is_served(&self, number: u32) -> bool {
        self.served.as_ref().is_none_or(|served| served.contains(&number))
    }

    /// Whether a project is meant.
    pub(super) fn is_project(&self, number: u32) -> bool {
        self.projects.as_ref().is_none_or(|projects| projects.contains(&number))
    }
}

/// Adds the clauses of texts, and those that stand under clauses. A clause stands in no other order than its number, so
/// it is gone through until nothing is new.
fn with_clauses(view: &View<'_>, served: &mut SortedSet<u32>) {
    let dataset = view.dataset();
    let clauses: Vec<(u32, Vec<u32>)> = dataset
        .numbers(Kind::Commitment)
        .filter_map(|number| {
            let record = dataset.tree(number);
            let held = view.lens().record(Kind::Commitment, &record).truth != Truth::No;
            let within = |field: &str| record.leaf(field).and_then(|id| dataset.find(id));
            let above = ["instrument", "under"].iter().filter_map(|field| within(field)).collect();
            held.then_some((number, above))
        })
        .collect();
    loop {
        let before = served.len();
        let new = clauses.iter().filter(|(_, above)| above.iter().any(|up| served.contains(up)));
        let new: Vec<u32> = new.map(|(number, _)| *number).collect();
        served.extend(new);
        if served.len() == before {
            return;
        }
    }
}

/// The whole that a project is a part of, then the whole of that, and so on.
pub(super) fn wholes(view: &View<'_>, record: &Struct<'_>) -> Vec<u32> {
    let dataset = view.dataset();
    let mut all: Vec<u32> = Vec::new();
    let mut next = record.leaf("part_of").and_then(|id| dataset.find(id));
    while let Some(number) = next.filter(|number| !all.contains(number)) {
        all.push(number);
        next = dataset.tree(number).leaf("part_of").and_then(|id| dataset.find(id));
    }
    all
}
