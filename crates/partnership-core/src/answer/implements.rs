//! What carries what out: projects, texts and meetings on the one side; lines, plans, lists and pledges on the other.

use partnership_derive::Described;

use super::scope::{Asked, Scope};
use super::words::say;
use super::{Answer, Empty, EmptyReason, Row, Sum, purses};
use crate::describe::Struct;
use crate::model::{ClauseForm, InstrumentId, Kind, RecordId, Sure, label};
use crate::order::Order;
use crate::promise::{Scoring, Tie, When, standing, value};
use crate::query::QueryError;
use crate::sorted::SortedSet;
use crate::value::{Span, Truth};
use crate::view::{View, Why};

/// A tie: something carries out a line, plan, list or pledge, or is a meeting about it.
#[derive(Clone, Debug, Described)]
pub struct Serving {
    /// How surely the view holds it.
    #[described(required)]
    pub truth: Truth,
    /// Why not more surely.
    pub why: Vec<Why>,
    /// What carries it out.
    #[described(required)]
    pub id: String,
    /// Its kind.
    #[described(required)]
    pub kind: Kind,
    /// Its name, in the language of the view.
    #[described(required)]
    pub label: String,
    /// What is carried out.
    #[described(required)]
    pub to: RecordId,
    /// Its kind.
    #[described(required)]
    pub to_kind: Kind,
    /// Its name, in the language of the view.
    #[described(required)]
    pub to_label: String,
    /// How much of a clause it is, if it is one: only `line` is a line of a plan, read in full.
    pub form: Option<ClauseForm>,
    /// Its number as printed.
    pub number: Option<String>,
    /// The text that it stands in.
    pub instrument: Option<InstrumentId>,
    /// How sure the tie is: a source names both ends, a source ties them though not to the numbered line, or it is ours.
    #[described(required)]
    pub sure: Sure,
    /// How what carries it out lies to the day of the view.
    #[described(required)]
    pub stands: When,
    /// Its own day or span, as written.
    pub span: Option<Span>,
    /// Its budgets and transactions, each by itself.
    pub money: Vec<Sum>,
    /// Who says that it carries it out, and where.
    pub cite: Vec<Struct<'static>>,
}

impl View<'_> {
    /// The ties of a record, pillar or theme, both ways: what a project, text or pledge carries out, then what carries out
    /// a line, plan (with its clauses), pillar or theme; without any all ties. `sure:strong` keeps those that are at least
    /// so sure. Last the money of the projects among them, by pillar, by rung of the ladder and by currency.
    ///
    /// Ties are known as of the view; whatever ran on an earlier day counts, and says how it stands on the day of the view.
    ///
    /// # Errors
    /// When the text names no record, pillar or theme, or no sureness.
    pub fn implements(&self, text: &str) -> Result<Answer, QueryError> {
        let asked = Asked::of(self, text)?;
        let rows = self.servings(&asked)?;
        if rows.is_empty() {
            return Ok(
                Answer::new(self, "implements", text, Vec::new()).because(self.untied(&asked)?)
            );
        }
        let lang = self.language().to_string();
        let sureness = by_sureness(&rows, &lang);
        let purses = purses::of(self, rows.iter().filter(|row| row.kind == Kind::Project));
        let money = (!purses.is_empty()).then(|| purses::note(&lang));
        let all = rows.into_iter().map(Row::Serving).chain(purses.into_iter().map(Row::Purse));
        let answer = Answer::new(self, "implements", text, all.collect()).note(sureness);
        Ok(money.into_iter().fold(answer, Answer::note))
    }

    /// The ties of what is asked for: those that it makes itself first, then those to it and its clauses.
    fn servings(&self, asked: &Asked) -> Result<Vec<Serving>, QueryError> {
        let scope = Scope::of(self, asked.of.as_deref())?;
        let scoring = Scoring::of(self);
        let mut found: Vec<(bool, u32, &Tie)> = Vec::new();
        for (to, tie) in scoring.ties().all() {
            let Some(to) = self.dataset().find(to) else { continue };
            // A meeting about a project or text tells of it, and carries nothing out.
            let is_meeting = self.dataset().kind(tie.number) == Kind::Event;
            if is_meeting && self.dataset().kind(to) != Kind::Commitment {
                continue;
            }
            let own = scope.own == Some(tie.number);
            if (own || scope.is_served(to)) && asked.is_enough(tie.sure) {
                found.push((!own, to, tie));
            }
        }
        found.order_by_key(|(other, to, tie)| (*other, *to, tie.number));
        Ok(found.into_iter().filter_map(|(_, to, tie)| self.serving(&scoring, to, tie)).collect())
    }

    fn serving(&self, scoring: &Scoring<'_>, to: u32, tie: &Tie) -> Option<Serving> {
        let dataset = self.dataset();
        let lang = self.language().to_string();
        let (kind, to_kind) = (dataset.kind(tie.number), dataset.kind(to));
        let served = dataset.tree(to);
        let held = self.lens().record(to_kind, &served);
        if held.truth == Truth::No {
            return None;
        }
        let record = scoring.view().shown(tie.number);
        let served = self.lens().shown(&served);
        let (stands, _) = standing(kind, &record, self.day());
        let span = crate::view::time_field(&record).and_then(|field| value(&record, field));
        let verdict = tie.verdict.and(held);
        let named = |record: &Struct<'_>, number| {
            label(record, &lang).unwrap_or(dataset.id(number)).to_owned()
        };
        Some(Serving {
            truth: verdict.truth,
            why: verdict.reasons().collect(),
            id: dataset.id(tie.number).to_owned(),
            kind,
            label: named(&record, tie.number),
            to: dataset.id(to).parse().ok()?,
            to_kind,
            to_label: named(&served, to),
            form: served.leaf("form").and_then(|form| form.parse().ok()),
            number: served.leaf("number").map(str::to_owned),
            instrument: served.leaf("instrument").and_then(|id| id.parse().ok()),
            sure: tie.sure,
            stands,
            span,
            money: super::ledger::money(scoring.view(), &record),
            cite: tie.cite.clone(),
        })
    }

    /// Why nothing is tied to what is asked for.
    fn untied(&self, asked: &Asked) -> Result<Empty, QueryError> {
        let lang = self.language().to_string();
        let view = |on, known| self.dataset().view().on(on).known_on(known);
        if let Some(day) = self.known()
            && !view(self.valid_on(), None).servings(asked)?.is_empty()
        {
            let text = match lang.as_str() {
                "ko" => format!("{day}까지 나온 출처 가운데 이를 뒷받침하는 것이 없음"),
                _ => format!("no source published by {day} supports it"),
            };
            return Ok(Empty { reason: EmptyReason::NotKnownYet, text, term: None });
        }
        if let Some(day) = self.valid_on()
            && !view(None, self.known()).servings(asked)?.is_empty()
        {
            let text = match lang.as_str() {
                "ko" => format!("{day}에는 해당하지 않음; 다른 때에는 해당함"),
                _ => format!("it was not so on {day}; it is at another time"),
            };
            return Ok(Empty { reason: EmptyReason::NotValidThen, text, term: None });
        }
        let text = say(
            &lang,
            "the record ties nothing to it; that is no proof that nothing carries it out",
            "기록에 이와 연결된 것이 없음; 이행하는 것이 없다는 증거는 아님",
        );
        Ok(Empty { reason: EmptyReason::NoMatch, text: text.to_owned(), term: None })
    }
}

/// `ties: 12 = stated 2 + strong 5 + inferred 5`.
fn by_sureness(rows: &[Serving], lang: &str) -> String {
    let counts = Sure::ALL.iter().map(|sure| {
        (sure.label(lang).into_owned(), rows.iter().filter(|row| row.sure == *sure).count())
    });
    super::counted::sentence(say(lang, "ties", "연결"), rows.len(), counts)
}

/// The pillars of a record, as the schemes map them, in the documented order.
pub(super) fn pillars(view: &View<'_>, record: &Struct<'_>) -> SortedSet<u32> {
    let notations = record.list("pillar").iter().filter_map(|node| node.as_str());
    let pillars = notations.filter_map(|notation| super::ledger::pillar_of(view, notation));
    pillars.filter_map(|id| view.dataset().find(&id)).collect()
}

/// What a person reads of the number of a clause: `line 1.1(1)`, `heading`, or nothing.
pub fn clause_named(form: Option<ClauseForm>, number: Option<&str>, lang: &str) -> String {
    let form = form.map(|form| form.label(lang).into_owned()).unwrap_or_default();
    format!("{form} {}", number.unwrap_or_default()).trim().to_owned()
}
