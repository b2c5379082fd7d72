//! The ledger: what was promised, and what became of it.

use partnership_derive::Described;

use super::disagree::{Disagreement, disagreements};
use super::{Answer, Empty, EmptyReason, Row, TargetRow};
use crate::describe::{Node, Struct};
use crate::model::{
    ClauseForm, CommitmentId, Kind, RecordId, Rung, Scheme, Stage, StatusCode, Sure, label,
};
use crate::order::Order;
use crate::promise::{Derived, DerivedStatus, Score, Scoring, When, cites, parts, standing, value};
use crate::query::{Plan, QueryError, eval};
use crate::value::{Day, Money, Period, Point, Quantity, Span, Truth};
use crate::view::{Verdict, View, Why, bounds, every_cite};

/// A commitment with all that the record holds on what became of it, each with its author and source: what was reported, what
/// was assessed, and what follows from facts stand side by side and are never merged.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Promise {
    /// How surely it belongs to the answer.
    #[described(required)]
    pub truth: Truth,
    /// Why not more surely.
    pub why: Vec<Why>,
    /// Its id.
    #[described(required)]
    pub id: String,
    /// Its name, in the language of the view.
    #[described(required)]
    pub label: String,
    /// How much of a clause it is: only `line` is a line of a plan, read in full.
    pub form: Option<ClauseForm>,
    /// The text that it stands in.
    pub instrument: Option<Named>,
    /// Its number as printed.
    pub number: Option<String>,
    /// The pillar under which it stands in the ledger: the first of its own, as the schemes map it.
    pub pillar: Option<Named>,
    /// Whose duty it is.
    pub obligor: Vec<Named>,
    /// When it was made, as written.
    pub made: Option<Point>,
    /// By when the whole of it is due, as written.
    pub due: Option<Point>,
    /// The earlier commitment that it says again.
    pub restates: Option<CommitmentId>,
    /// The numbers that are to be reached, scored.
    pub target: Vec<TargetRow>,
    /// What carries it out, in the documented order.
    pub served_by: Vec<Served>,
    /// What publishers reported of what carries it out: the last by the day of the view.
    pub reported: Vec<Reported>,
    /// What assessors judged of it or of the text that it stands in, by the day of the view.
    pub assessed: Vec<Assessed>,
    /// What follows from facts and the day.
    #[described(required)]
    pub derived: Derived,
    /// Where these, or sources, do not agree.
    pub disagreement: Vec<Disagreement>,
    /// The newest day on which a source speaks of it or of what carries it out; none where all are undated.
    pub last_word: Option<Day>,
    /// What supports the commitment itself.
    pub cite: Vec<Struct<'static>>,
}

/// A record by its id and its name in the language of the view.
#[derive(Clone, Debug, PartialEq, Eq, Described)]
#[described(name = "named-record")]
pub struct Named {
    /// The id.
    #[described(required)]
    pub id: String,
    /// The name.
    #[described(required)]
    pub label: String,
}

/// A project, text or meeting that carries a commitment out.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Served {
    /// The kind of record.
    #[described(required)]
    pub kind: Kind,
    /// Its id.
    #[described(required)]
    pub id: String,
    /// Its name, in the language of the view.
    #[described(required)]
    pub label: String,
    /// How sure the tie is.
    #[described(required)]
    pub sure: Sure,
    /// How it lies to the day of the view.
    #[described(required)]
    pub stands: When,
    /// How sure that is.
    #[described(required)]
    pub truth: Truth,
    /// Its own day or span, as written.
    pub span: Option<Span>,
    /// Its budgets and transactions, each by itself.
    pub money: Vec<Sum>,
    /// Who says that it carries the commitment out.
    pub cite: Vec<Struct<'static>>,
}

/// A sum of money. Sums are never added up: not over rungs, currencies or sources.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(name = "sum-of-money")]
pub struct Sum {
    /// Its rung of the ladder; none of a budget.
    pub rung: Option<Rung>,
    /// The sum, as printed; in two currencies at no rate.
    #[described(required)]
    pub amount: Vec<Money>,
    /// When, or for when, as written.
    pub date: Option<Span>,
    /// What supports it.
    pub cite: Vec<Struct<'static>>,
}

/// A status that a publisher reported.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Reported {
    /// The record that it was reported of.
    #[described(required)]
    pub of: RecordId,
    /// The status.
    #[described(required)]
    pub status: StatusCode,
    /// From when, as written.
    #[described(required)]
    pub date: Point,
    /// Who reported it, and where.
    pub cite: Vec<Struct<'static>>,
}

/// A judgement, in the assessor's own vocabulary.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Assessed {
    /// The assessment.
    #[described(required)]
    pub id: String,
    /// What was judged: the commitment, or the text that it stands in.
    #[described(required)]
    pub of: RecordId,
    /// Who judged.
    #[described(required)]
    pub assessor: Named,
    /// When, as written.
    pub date: Option<Point>,
    /// The window that it looks at, as written.
    pub span: Option<Span>,
    /// Whose vocabulary it is in.
    pub scheme: Option<Scheme>,
    /// Whether it is of a window that still runs, or of one that has closed.
    pub stage: Option<Stage>,
    /// The word or score in that vocabulary.
    pub verdict: Option<String>,
    /// A share or number, as printed.
    pub value: Option<Quantity>,
    /// Of which units.
    pub unit_of: String,
    /// In which sense they are done.
    pub done: String,
    /// What supports it.
    pub cite: Vec<Struct<'static>>,
}

/// Which promises of an answer are kept; without any condition all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LedgerFilter {
    /// Those whose deadline, or that of one of their numbers, is on or before a day.
    pub due_by: Option<Day>,
    /// Those whose derived status is overdue.
    pub overdue: bool,
    /// Those of which no source speaks within that time before the day of the view.
    pub stale_for: Option<Period>,
}

impl View<'_> {
    /// The ledger of the commitments that a query asks for, by pillar and then in the documented order: how each was made, what
    /// carries it out, and its reported, assessed and derived status side by side. Commitments without a pillar come last.
    ///
    /// # Errors
    /// When the text breaks the grammar, or names a field or value that the record cannot have.
    pub fn ledger(&self, text: &str, kept: LedgerFilter) -> Result<Answer, QueryError> {
        let plan = Plan::among("kind:commitment", text, self.dataset())?;
        let mut rows = self.promises(&plan);
        let asked_for = rows.len();
        rows.retain(|row| kept.keeps(row, self.day()));
        let notes = super::counted::notes(&rows, self.language().as_ref());
        let answer = Answer::new(
            self,
            "commitments",
            text,
            rows.into_iter().map(Box::new).map(Row::Promise).collect(),
        );
        if answer.rows().is_empty() && asked_for > 0 {
            return Ok(answer.because(left_out(asked_for, self.language().as_ref())));
        }
        if answer.rows().is_empty() {
            return Ok(answer.because(super::envelope::why_empty(self, &plan)));
        }
        Ok(notes.into_iter().fold(answer, Answer::note))
    }

    /// The promises of a plan by pillar, those without one last; within a pillar in the documented order.
    pub(super) fn promises(&self, plan: &Plan) -> Vec<Promise> {
        let scoring = Scoring::of(self);
        let found = eval::rows(self, plan).into_iter();
        let mut rows: Vec<Promise> =
            found.map(|(number, verdict)| self.promise(&scoring, number, verdict)).collect();
        rows.order_by_key(|row| {
            row.pillar.as_ref().map_or((1, None), |pillar| (0, self.dataset().find(&pillar.id)))
        });
        rows
    }

    fn promise(&self, scoring: &Scoring<'_>, number: u32, verdict: Verdict) -> Promise {
        let dataset = self.dataset();
        let lang = self.language().to_string();
        let record = self.shown(number);
        let id = dataset.id(number);
        let target = self.target_rows(scoring, number, verdict);
        let scores: Vec<&[Score]> = target.iter().map(|target| target.score.as_slice()).collect();
        let derived = scoring.derive(&record, &scores);
        let served_by = self.served_by(scoring, id);
        let reported = served_by.iter().filter_map(|served| self.reported(scoring, &served.id));
        let reported: Vec<Reported> = reported.collect();
        let judged = [Some(id), record.leaf("instrument")].into_iter().flatten();
        let assessed: Vec<Assessed> = judged.flat_map(|of| self.assessed(scoring, of)).collect();
        let mut promise = Promise {
            truth: verdict.truth,
            why: verdict.reasons().collect(),
            id: id.to_owned(),
            label: label(&record, &lang).unwrap_or(id).to_owned(),
            form: value(&record, "form"),
            instrument: record.leaf("instrument").map(|id| self.entitled(id)),
            number: value(&record, "number"),
            pillar: self.pillar_of(&record),
            obligor: record
                .list("obligor")
                .iter()
                .filter_map(Node::as_str)
                .map(|id| self.entitled(id))
                .collect(),
            made: value(&record, "made"),
            due: value(&record, "due"),
            restates: value(&record, "restates"),
            target,
            served_by,
            reported,
            assessed,
            derived,
            disagreement: Vec::new(),
            last_word: self.last_word(scoring, &record),
            cite: record.parts("cite").cloned().map(Struct::into_owned).collect(),
        };
        promise.disagreement = disagreements(&promise, &record, &lang);
        promise
    }

    /// What carries a commitment out: projects, texts and meetings, not further commitments.
    fn served_by(&self, scoring: &Scoring<'_>, id: &str) -> Vec<Served> {
        let dataset = self.dataset();
        let lang = self.language().to_string();
        let ties =
            scoring.ties().to(id).iter().filter(|tie| dataset.kind(tie.number) != Kind::Commitment);
        let served = ties.map(|tie| {
            let kind = dataset.kind(tie.number);
            let tree = dataset.tree(tie.number);
            let record = scoring.view().lens().shown(&tree);
            let (stands, verdict) = standing(kind, &record, self.day());
            let span = crate::view::time_field(&record).and_then(|field| value(&record, field));
            Served {
                kind,
                id: dataset.id(tie.number).to_owned(),
                label: label(&record, &lang).unwrap_or(dataset.id(tie.number)).to_owned(),
                sure: tie.sure,
                stands,
                truth: verdict.and(tie.verdict).truth,
                span,
                money: money(scoring.view(), &record),
                cite: tie.cite.clone(),
            }
        });
        served.collect()
    }

    /// The last status that a publisher reported of a record by the day of the view.
    fn reported(&self, scoring: &Scoring<'_>, id: &str) -> Option<Reported> {
        let record = self.dataset().tree(self.dataset().find(id)?);
        let lens = scoring.view().lens();
        let all = parts(lens, &record, "status").into_iter().map(|(status, _)| status);
        let begun = all.filter(|status| {
            let days = status.leaf("date").and_then(bounds);
            days.is_some_and(|days| days.started_by(self.day()) == Truth::Yes)
        });
        let status = begun
            .max_by_key(|status| status.leaf("date").and_then(bounds).map(|days| days.end_last))?;
        Some(Reported {
            of: id.parse().ok()?,
            status: value(status, "status")?,
            date: value(status, "date")?,
            cite: cites(lens, status.parts("cite")),
        })
    }

    /// The assessments of a record, by the day of the view.
    fn assessed(&self, scoring: &Scoring<'_>, of: &str) -> Vec<Assessed> {
        let dataset = self.dataset();
        let lang = self.language().to_string();
        let all = scoring.ties().assessments(of).iter().filter_map(|number| {
            let record = scoring.view().shown(*number);
            let days = record.leaf("date").and_then(bounds);
            if days.is_some_and(|days| days.started_by(self.day()) == Truth::No) {
                return None;
            }
            let said = |field: &str| {
                record.get(field).and_then(|text| text.text(&lang)).unwrap_or_default().to_owned()
            };
            Some(Assessed {
                id: dataset.id(*number).to_owned(),
                of: of.parse().ok()?,
                assessor: self.entitled(record.leaf("assessor")?),
                date: value(&record, "date"),
                span: value(&record, "span"),
                scheme: value(&record, "scheme"),
                stage: value(&record, "stage"),
                verdict: value(&record, "verdict"),
                value: value(&record, "value"),
                unit_of: said("unit_of"),
                done: said("done"),
                cite: record.parts("cite").cloned().map(Struct::into_owned).collect(),
            })
        });
        all.collect()
    }

    /// The newest day on which a source of a commitment, or of what carries it out or judges it, was published; never after
    /// the day of the view.
    fn last_word(&self, scoring: &Scoring<'_>, record: &Struct<'_>) -> Option<Day> {
        let dataset = self.dataset();
        let id = record.leaf("id").unwrap_or_default();
        let mut last = None;
        let mut said = |cite: &Struct<'_>| {
            let source = cite.leaf("source").and_then(|id| dataset.find(id));
            let source = source.map(|number| dataset.tree(number));
            let days = source.as_ref().and_then(|source| bounds(source.leaf("issued")?));
            let day = days
                .map(|days| days.end_last)
                .filter(|_| days.is_some_and(|days| days.start_first <= self.day()));
            last = last.max(day.map(|day| day.min(self.day())));
        };
        every_cite(record, &mut said);
        let ties = scoring.ties().to(id).iter().map(|tie| tie.number);
        for number in ties.chain(scoring.ties().assessments(id).iter().copied()) {
            every_cite(&scoring.view().shown(number), &mut said);
        }
        last
    }

    fn entitled(&self, id: &str) -> Named {
        Named { id: id.to_owned(), label: self.name_or_id(id) }
    }

    /// The pillar of a record, by the concept that its own stands for.
    fn pillar_of(&self, record: &Struct<'_>) -> Option<Named> {
        let notation = record.list("pillar").first().and_then(Node::as_str)?;
        Some(self.entitled(&pillar_of(self, notation)?))
    }
}

/// Why a ledger is empty of which the conditions keep nothing.
fn left_out(count: usize, lang: &str) -> Empty {
    let text = match lang {
        "ko" => format!("찾은 약속 {count}건 가운데 조건에 맞는 것이 없음"),
        _ => format!(
            "of {count} found, none is kept by the conditions on deadline, status and last word"
        ),
    };
    Empty { reason: EmptyReason::NoMatch, text, term: None }
}

/// The concept that the pillar of a notation stands for.
pub(super) fn pillar_of(view: &View<'_>, notation: &str) -> Option<String> {
    let dataset = view.dataset();
    let [id] = dataset.concepts().named("pillar", notation)[..] else { return None };
    let concept = dataset.tree(dataset.find(id)?);
    let stands_for =
        ["exact", "close"].iter().find_map(|field| concept.list(field).first()?.as_str());
    Some(stands_for.unwrap_or(id).to_owned())
}

/// The budgets and transactions of a project.
pub(super) fn money(view: &View<'_>, record: &Struct<'_>) -> Vec<Sum> {
    let sum = |part: &Struct<'_>| Sum {
        rung: value(part, "rung"),
        amount: value(part, "amount").unwrap_or_default(),
        date: ["date", "span"].into_iter().find_map(|field| value(part, field)),
        cite: cites(view.lens(), part.parts("cite")),
    };
    let parts = ["budget", "transaction"].into_iter().flat_map(|field| record.parts(field));
    parts.map(sum).collect()
}

impl Promise {
    /// The last days of its deadline and of its numbers.
    fn deadlines(&self) -> impl Iterator<Item = Day> {
        let own = self.due.as_ref().map(Point::last);
        own.into_iter().chain(self.target.iter().filter_map(|target| target.last_day))
    }

    /// Every citation: its own, then those of its numbers, of what carries it out, of what was reported and judged.
    pub(super) fn every_cite(&self) -> impl Iterator<Item = &Struct<'static>> {
        let served = self.served_by.iter().flat_map(|served| {
            served.cite.iter().chain(served.money.iter().flat_map(|sum| &sum.cite))
        });
        let reported = self.reported.iter().flat_map(|reported| &reported.cite);
        let assessed = self.assessed.iter().flat_map(|assessed| &assessed.cite);
        let disputed = self.disagreement.iter().flat_map(|one| &one.cite);
        let numbers = self.target.iter().flat_map(TargetRow::every_cite);
        self.cite
            .iter()
            .chain(numbers)
            .chain(served)
            .chain(reported)
            .chain(assessed)
            .chain(disputed)
    }
}

impl LedgerFilter {
    fn keeps(&self, row: &Promise, day: Day) -> bool {
        let due = self.due_by.is_none_or(|by| row.deadlines().any(|last| last <= by));
        let overdue = !self.overdue || row.derived.status == DerivedStatus::Overdue;
        let stale = self
            .stale_for
            .is_none_or(|period| row.last_word.is_none_or(|last| last < period.before(day)));
        due && overdue && stale
    }
}
