//! Lines that no project carries out, and projects that carry out no line.

use partnership_derive::Described;

use super::counted::sentence;
use super::implements::pillars;
use super::scope::{Asked, Scope, wholes};
use super::words::say;
use super::{Answer, Row};
use crate::describe::Struct;
use crate::model::{ClauseForm, ConceptId, InstrumentId, Kind, ProjectId, RecordId, label};
use crate::order::Order;
use crate::promise::{Scoring, Tie};
use crate::query::QueryError;
use crate::sorted::{SortedMap, SortedSet};
use crate::value::Truth;
use crate::view::{View, Why};

/// A line that no project carries out, or a project that carries out none. The record lacks a tie: that is no proof that
/// there is none.
#[derive(Clone, Debug, Described)]
pub struct Unserved {
    /// How surely the view holds it.
    #[described(required)]
    pub truth: Truth,
    /// Why not more surely.
    pub why: Vec<Why>,
    /// The line or project.
    #[described(required)]
    pub id: String,
    /// Its kind: `commitment` or `project`.
    #[described(required)]
    pub kind: Kind,
    /// Its name, in the language of the view.
    #[described(required)]
    pub label: String,
    /// How much of a clause a line is: only `line` is a line of a plan, read in full.
    pub form: Option<ClauseForm>,
    /// Its number as printed.
    pub number: Option<String>,
    /// The text that it stands in.
    pub instrument: Option<InstrumentId>,
    /// Its pillars, as the schemes map them.
    pub pillar: Vec<ConceptId>,
    /// What else is tied to a line: texts, meetings, other commitments; and projects by ties that are less sure than was asked.
    pub by: Vec<RecordId>,
    /// The projects of which a project is a part, and which carry out some line.
    pub part_of: Vec<ProjectId>,
    /// What supports it.
    pub cite: Vec<Struct<'static>>,
}

impl View<'_> {
    /// The commitments that no project carries out, then the projects that carry nothing out, of a plan, pillar or theme, or
    /// of all. With `sure:strong` only ties count that are at least so sure.
    ///
    /// # Errors
    /// When the text names no record, pillar or theme, or no sureness.
    pub fn unserved(&self, text: &str) -> Result<Answer, QueryError> {
        let asked = Asked::of(self, text)?;
        let scope = Scope::of(self, asked.of.as_deref())?;
        let scoring = Scoring::of(self);
        let lang = self.language().to_string();
        let dataset = self.dataset();
        let mut by_record: SortedMap<u32, Vec<&Tie>> = SortedMap::default();
        let mut serving = SortedSet::default();
        for (to, tie) in scoring.ties().all() {
            let Some(to) = dataset.find(to) else { continue };
            by_record.or_default(to).push(tie);
            if asked.is_enough(tie.sure) {
                serving.insert(tie.number);
            }
        }
        let is_project = |tie: &&&Tie| dataset.kind(tie.number) == Kind::Project;
        let is_open = |number: &u32| match dataset.kind(*number) {
            Kind::Commitment if scope.is_served(*number) => {
                let ties = by_record.get(number).map_or(&[][..], Vec::as_slice);
                !ties.iter().filter(is_project).any(|tie| asked.is_enough(tie.sure))
            }
            Kind::Project => scope.is_project(*number) && !serving.contains(number),
            _ => false,
        };
        let all = dataset.numbers(Kind::Commitment).chain(dataset.numbers(Kind::Project));
        let rows: Vec<Unserved> = all
            .filter(is_open)
            .filter_map(|number| {
                let mut row = self.unserved_row(number)?;
                let mut by: Vec<u32> =
                    by_record.get(&number).into_iter().flatten().map(|tie| tie.number).collect();
                by.order();
                by.dedup();
                if row.kind == Kind::Commitment {
                    row.by = by.iter().filter_map(|by| dataset.id(*by).parse().ok()).collect();
                }
                let wholes = wholes(self, &dataset.tree(number)).into_iter();
                let wholes = wholes.filter(|whole| serving.contains(whole));
                row.part_of = wholes.filter_map(|whole| dataset.id(whole).parse().ok()).collect();
                Some(row)
            })
            .collect();
        let notes = counted(&rows, &lang);
        let empty = rows.is_empty();
        let answer =
            Answer::new(self, "unserved", text, rows.into_iter().map(Row::Unserved).collect());
        if empty {
            let reason = super::EmptyReason::NoMatch;
            let text = say(
                &lang,
                "every line has a project, and every project a line",
                "모든 조항에 사업이 있고 모든 사업에 조항이 있음",
            );
            return Ok(answer.because(super::Empty { reason, text: text.to_owned(), term: None }));
        }
        Ok(notes.into_iter().fold(answer, Answer::note))
    }

    fn unserved_row(&self, number: u32) -> Option<Unserved> {
        let dataset = self.dataset();
        let lang = self.language().to_string();
        let kind = dataset.kind(number);
        let tree = dataset.tree(number);
        let verdict = self.lens().record(kind, &tree);
        if verdict.truth == Truth::No {
            return None;
        }
        let record = self.lens().shown(&tree);
        let pillar = pillars(self, &record);
        Some(Unserved {
            truth: verdict.truth,
            why: verdict.reasons().collect(),
            id: dataset.id(number).to_owned(),
            kind,
            label: label(&record, &lang).unwrap_or(dataset.id(number)).to_owned(),
            form: match kind {
                Kind::Commitment => record.leaf("form").and_then(|form| form.parse().ok()),
                _ => None,
            },
            number: record.leaf("number").map(str::to_owned),
            instrument: record.leaf("instrument").and_then(|id| id.parse().ok()),
            pillar: pillar.iter().filter_map(|id| dataset.id(*id).parse().ok()).collect(),
            by: Vec::new(),
            part_of: Vec::new(),
            cite: record.parts("cite").cloned().map(Struct::into_owned).collect(),
        })
    }
}

/// How many lines there are of each form, how many projects, and how sure the ties are that would count.
fn counted(rows: &[Unserved], lang: &str) -> Vec<String> {
    let lines = rows.iter().filter(|row| row.kind == Kind::Commitment).count();
    let forms = ClauseForm::ALL.iter().map(|form| {
        let count = rows.iter().filter(|row| row.form == Some(*form)).count();
        (form.label(lang).into_owned(), count)
    });
    let parts = rows.iter().filter(|row| !row.part_of.is_empty()).count();
    let projects = rows.len() - lines;
    let whole = say(lang, "parts of one that has a line", "조항이 있는 사업의 구성 사업");
    let other = say(lang, "others", "그 밖");
    let projects_of = [(other.to_owned(), projects - parts), (whole.to_owned(), parts)];
    let title = |english, korean| say(lang, english, korean);
    let mut notes = Vec::new();
    if lines > 0 {
        notes.push(sentence(title("without any project", "사업이 없음"), lines, forms));
    }
    if projects > 0 {
        let title = title("projects without any line", "조항이 없는 사업");
        notes.push(sentence(title, projects, projects_of.into_iter()));
    }
    let silent = "the record lacks a tie; that is no proof that there is none";
    notes.push(say(lang, silent, "기록에 연결이 없을 뿐, 없다는 증거는 아님").to_owned());
    notes
}

/// How sure ties have to be, in the words of a question.
pub fn surely(of: &str, sure: Option<impl std::fmt::Display>) -> String {
    let sure = sure.map(|sure| format!(" sure:{sure}")).unwrap_or_default();
    format!("{of}{sure}").trim().to_owned()
}
