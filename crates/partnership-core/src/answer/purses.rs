//! Money of projects: by pillar, by rung of the ladder, by currency. Nothing is added up over one of these.

use partnership_derive::Described;

use super::implements::{Serving, pillars};
use super::ledger;
use super::scope::wholes;
use super::words::say;
use crate::describe::{Node, Struct};
use crate::model::{ConceptId, ProjectId, Rung};
use crate::order::Order;
use crate::sorted::{SortedMap, SortedSet};
use crate::value::{Interval, Money, Number};
use crate::view::View;

/// What the projects of an answer have under one pillar, on one rung of the ladder, in one currency.
#[derive(Clone, Debug, Described)]
pub struct Purse {
    /// The pillar, as the schemes map it; none of projects without one. A project of several stands under each.
    pub pillar: Option<ConceptId>,
    /// Its name, in the language of the view.
    pub label: Option<String>,
    /// The rung of the ladder; none of budgets.
    pub rung: Option<Rung>,
    /// The currency.
    #[described(required)]
    pub currency: String,
    /// The printed numbers added up.
    #[described(required)]
    pub amount: Money,
    /// What the printed numbers allow for, each with its rounding and its hedge, added up.
    #[described(required)]
    pub range: Interval,
    /// How many sums they are.
    #[described(required)]
    pub count: usize,
    /// The projects whose money it is.
    pub project: Vec<ProjectId>,
    /// Projects with money of that sort that is left out, since it lies within that of a project of which they are a part.
    pub within: Vec<ProjectId>,
}

/// The money of one project that goes into one purse.
struct Share {
    project: u32,
    money: Vec<Money>,
    wholes: Vec<u32>,
}

/// Pillar (by its number, those without one last), rung (budgets first), currency.
type Key = (u32, Option<Rung>, String);

/// The purses of the projects of some rows, in the order of pillars, rungs and currencies.
pub(super) fn of<'r>(view: &View<'_>, rows: impl Iterator<Item = &'r Serving>) -> Vec<Purse> {
    // As its ties, the money of a project counts whatever held on the day of the view.
    let open = view.dataset().view().known_on(view.known());
    let mut shares: SortedMap<Key, Vec<Share>> = SortedMap::default();
    let mut seen = SortedSet::default();
    for row in rows {
        let Some(number) = view.dataset().find(&row.id).filter(|id| seen.insert(*id)) else {
            continue;
        };
        let record = open.shown(number);
        let wholes = wholes(view, &record);
        let own = pillars(view, &record);
        let own: Vec<u32> = if own.is_empty() { vec![u32::MAX] } else { own.into_iter().collect() };
        for ((rung, currency), money) in sums(&open, record) {
            for pillar in &own {
                let key = (*pillar, rung, currency.clone());
                let share = Share { project: number, money: money.clone(), wholes: wholes.clone() };
                shares.or_default(key).push(share);
            }
        }
    }
    shares.into_iter().filter_map(|(key, shares)| purse(view, key, shares)).collect()
}

/// The sums of a project by rung and currency. A revised budget stands for the first one.
fn sums(view: &View<'_>, mut record: Struct<'_>) -> SortedMap<(Option<Rung>, String), Vec<Money>> {
    let is_revised = |budget: &Node<'_>| {
        budget.as_struct().is_some_and(|budget| budget.leaf("form") == Some("revised"))
    };
    let revised: Vec<Node<'_>> =
        record.list("budget").iter().filter(|budget| is_revised(budget)).cloned().collect();
    if !revised.is_empty() {
        record.set("budget", Node::List(revised));
    }
    let mut all: SortedMap<(Option<Rung>, String), Vec<Money>> = SortedMap::default();
    for sum in ledger::money(view, &record) {
        for amount in sum.amount {
            let key = (sum.rung, amount.currency().to_owned());
            all.or_default(key).push(amount);
        }
    }
    all
}

fn purse(view: &View<'_>, key: Key, mut shares: Vec<Share>) -> Option<Purse> {
    let (pillar, rung, currency) = key;
    shares.order_by_key(|share| share.project);
    let here: SortedSet<u32> = shares.iter().map(|share| share.project).collect();
    let id = |share: &Share| view.dataset().id(share.project).parse::<ProjectId>().ok();
    let (within, counted): (Vec<Share>, Vec<Share>) =
        shares.into_iter().partition(|share| share.wholes.iter().any(|whole| here.contains(whole)));
    let money: Vec<&Money> = counted.iter().flat_map(|share| &share.money).collect();
    let add = |sum: Option<Number>, next: &&Money| sum?.checked_add(next.quantity().value()?);
    let amount = money.iter().fold(Some(Number::ZERO), add)?;
    let widen =
        |sum: Option<Interval>, next: &&Money| sum?.checked_add(next.quantity().allowed_in(0)?);
    let range = money.iter().fold(Some(Interval::exactly(Number::ZERO)), widen)?;
    let concept = (pillar != u32::MAX).then(|| view.dataset().id(pillar));
    Some(Purse {
        pillar: concept.and_then(|id| id.parse().ok()),
        label: concept.and_then(|id| view.name_of(id)),
        amount: format!("{} {currency}", in_thousands(amount)).parse().ok()?,
        range,
        count: money.len(),
        project: counted.iter().filter_map(id).collect(),
        within: within.iter().filter_map(id).collect(),
        rung,
        currency,
    })
}

/// A number with the power of ten that people say it in: `12.5e6`.
fn in_thousands(number: Number) -> String {
    let said = [9, 6].into_iter().find_map(|power: i8| {
        let shifted = number.checked_shift(-power)?;
        let plain = Number::trimmed(shifted.mantissa(), shifted.scale())?;
        (plain >= Number::from(1_u32)).then(|| format!("{plain}e{power}"))
    });
    said.unwrap_or_else(|| number.to_string())
}

/// What a reader of such sums has to know.
pub(super) fn note(lang: &str) -> String {
    say(
        lang,
        "money is added up within a pillar, a rung and a currency, and never over them; a project of several pillars stands under each, and a budget is no payment",
        "금액은 같은 분야·단계·통화 안에서만 합산하며 서로 합치지 않음; 여러 분야의 사업은 각 분야에 들어가고, 예산은 집행액이 아님",
    )
    .to_owned()
}
