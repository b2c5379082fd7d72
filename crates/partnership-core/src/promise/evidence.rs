//! What measures a target: the figures of each reporter, the payments into a fund, the results that are counted.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use super::figures::{Figures, Way};
use super::gather::Ties;
use super::score::{Aim, Counted, Fact, Measured, Score, TargetResult, score};
use crate::describe::{Node, Shaped, Struct};
use crate::model::{Kind, Target};
use crate::value::{Day, Interval, Number};
use crate::view::{Verdict, View, Why};

/// Scores targets. What several of them need is read once, when it is first asked for.
pub(crate) struct Scoring<'a> {
    /// The view with nothing left out by valid time: what was paid in an earlier year counts.
    view: View<'a>,
    /// Up to which day figures count.
    day: Day,
    figures: RefCell<HashMap<Vec<Way>, Rc<Figures<'a>>>>,
    ties: OnceCell<Ties>,
    sides: OnceCell<Vec<String>>,
}

impl<'a> Scoring<'a> {
    pub(crate) fn of(view: &View<'a>) -> Self {
        let open = view.dataset().view().known_on(view.known()).lang(view.language().clone());
        let (ties, sides) = (OnceCell::new(), OnceCell::new());
        Self { day: view.day(), figures: RefCell::default(), ties, sides, view: open }
    }

    /// The figures of every reporter that some ways give; targets of one measure share them.
    pub(super) fn figures(&self, ways: &[Way]) -> Rc<Figures<'a>> {
        let read = || Rc::new(Figures::of(&self.view, ways));
        Rc::clone(self.figures.borrow_mut().entry(ways.to_vec()).or_insert_with(read))
    }

    /// What is tied to what.
    pub(crate) fn ties(&self) -> &Ties {
        self.ties.get_or_init(|| Ties::of(&self.view))
    }

    /// The sides of the partnership.
    pub(super) fn sides(&self) -> &[String] {
        self.sides.get_or_init(|| {
            let dataset = self.view.dataset();
            let all = dataset.numbers(Kind::Partnership).map(|number| dataset.tree(number));
            let sides = |record: Struct<'a>| {
                let sides = record.list("side").iter().filter_map(Node::as_str);
                sides.map(str::to_owned).collect::<Vec<_>>()
            };
            all.flat_map(sides).collect()
        })
    }

    /// The view that figures and ties are read through.
    pub(crate) fn view(&self) -> &View<'a> {
        &self.view
    }

    /// The day up to which figures count.
    pub(crate) fn day(&self) -> Day {
        self.day
    }

    /// The scores of a target of a record, one for each reporter; one without a reporter where none has figures.
    pub(crate) fn scores(&self, record: &Struct<'_>, target: &Struct<'_>) -> Vec<Score> {
        let Some((typed, aim)) = read(target) else { return Vec::new() };
        let scores = match (&typed.figure, &typed.fund) {
            (Some(figure), _) => self.by_reporter(figure, &aim),
            (None, Some(fund)) => self.by_fund(fund.as_str(), &aim).into_iter().collect(),
            (None, None) => self.by_results(record, &typed, &aim).into_iter().collect(),
        };
        match scores.is_empty() {
            true => vec![self.scored(&aim, None, None, None, vec![self.unmeasured(&typed)])],
            false => scores,
        }
    }

    /// A score from what decides it and from what is newest.
    pub(super) fn scored(
        &self,
        aim: &Aim,
        reporter: Option<&str>,
        decided_by: Option<Counted>,
        latest: Option<Counted>,
        mut missing: Vec<String>,
    ) -> Score {
        let (result, verdict) = score(aim, self.day, decided_by.as_ref());
        if result != TargetResult::NotInRecord {
            missing.clear();
        } else if aim.by.is_none() {
            missing = vec![self.say("a deadline", "기한")];
        }
        let decides = result != TargetResult::Pending && result != TargetResult::NotInRecord;
        let decided_by = decided_by.filter(|_| decides).map(|counted| counted.measured);
        let is_other = |counted: &Counted| {
            decided_by.as_ref().is_none_or(|decided| decided.period != counted.measured.period)
        };
        let latest = latest.filter(is_other).map(|counted| counted.measured);
        Score {
            reporter: reporter.and_then(|id| id.parse().ok()),
            reporter_label: reporter.map(|id| self.named(id)),
            result,
            truth: verdict.truth,
            why: verdict.reasons().collect(),
            decided_by,
            missing,
            latest,
        }
    }

    /// What is missing where nothing measures a target.
    fn unmeasured(&self, target: &Target) -> String {
        let Some(figure) = &target.figure else {
            return self.say("what was reached", "달성한 수");
        };
        let measure = figure.measure.as_ref().map_or("", |measure| measure.as_str());
        let mut names =
            vec![self.view.concept_of("measure", measure).unwrap_or_else(|| measure.to_owned())];
        let ends = [&figure.area, &figure.counterpart].into_iter().flatten();
        names.extend(ends.map(|id| self.named(id.as_str())));
        format!("{} {}", self.say("a yearly series:", "연간 통계:"), names.join(", "))
    }

    pub(super) fn named(&self, id: &str) -> String {
        self.view.name_or_id(id)
    }

    pub(super) fn is_korean(&self) -> bool {
        self.view.language().as_str() == "ko"
    }

    fn say(&self, english: &str, korean: &str) -> String {
        if self.is_korean() { korean } else { english }.to_owned()
    }
}

/// A figure on its way to be summed.
#[derive(Clone)]
pub(super) struct Figured {
    pub(super) fact: Fact,
    pub(super) amount: Interval,
    /// The number as printed, where it has no hedge.
    pub(super) printed: Option<Number>,
    pub(super) verdict: Verdict,
    /// Amounts that stand beside it and may be right too.
    pub(super) others: Vec<Interval>,
}

/// The typed target and what it asks for.
pub(crate) fn read(target: &Struct<'_>) -> Option<(Target, Aim)> {
    let typed = Target::read(&Node::Struct(target.clone()))?;
    let aim = Aim::new(typed.value.clone()?, typed.by.clone(), typed.per?)?;
    Some((typed, aim))
}

/// Figures of one period added up, with the reckoning.
pub(super) fn summed(figures: Vec<Figured>, aim: &Aim) -> Option<Counted> {
    let amounts = figures.iter().map(|figured| figured.amount);
    let amount = amounts.reduce(|sum, next| sum.checked_add(next).unwrap_or(Interval::ALL))?;
    let share = aim.share_of(amount).filter(|_| amount != Interval::ALL)?;
    let whole = aim.value.value()?;
    let terms: Vec<String> = figures.iter().map(|figured| figured.amount.to_string()).collect();
    let sum = match terms.len() {
        1 => String::new(),
        _ => format!("{} = {amount}; ", terms.join(" + ")),
    };
    let mut others = Vec::new();
    for (at, figured) in figures.iter().enumerate() {
        for other in &figured.others {
            let rest = figures.iter().enumerate().filter(|(one, _)| *one != at);
            let mut rest = rest.map(|(_, one)| one.amount);
            others.extend(rest.try_fold(*other, |sum, next| sum.checked_add(next)));
        }
    }
    let printed = if figures.len() == 1 { figures[0].printed } else { None };
    let verdict = figures.iter().fold(Verdict::YES, |all, figured| all.and(figured.verdict));
    let period = figures[0].fact.period.clone();
    let arithmetic = format!("{sum}{amount} ÷ {whole} = {share} %");
    let fact = figures.into_iter().map(|figured| figured.fact).collect();
    let measured = Measured { period, fact, amount, share, arithmetic };
    Some(Counted { measured, printed, verdict, others })
}

/// A reason for a maybe, where something is not sure.
pub(super) fn unless(sure: bool, why: Why) -> Verdict {
    if sure { Verdict::YES } else { Verdict::maybe(why) }
}
