//! Counts of rows, and membership on a day. That a row is not held is no sign that there is none.

use super::rank::counted;
use super::reading::{Evidence, Reading};
use super::{Case, Finding};
use crate::answer::held;
use crate::describe::{Node, Shaped, Struct};
use crate::model::{Test, label};
use crate::query::{Plan, eval};
use crate::value::{Fit, Hedge, Interval, Number, Truth};
use crate::view::{Verdict, Why, every_cite};

/// No more rows are shown as evidence.
const SHOWN: usize = 40;

pub(super) fn find(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let (query, value) = (test.query.as_ref()?, test.value.as_ref()?);
    let allowed = counted(test)?;
    let plan = Plan::parse(query, case.view.dataset()).ok()?;
    let Some(Node::Struct(tree)) = test.write() else { return None };
    let (mut sure, mut maybe, mut evidence) = (0_usize, 0_usize, Vec::new());
    for (number, verdict) in held(case.view, &plan, &tree) {
        let record = case.view.dataset().tree(number);
        let Some(one) = case.witness(&record) else { continue };
        if verdict.truth == Truth::Yes {
            sure += 1
        } else {
            maybe += 1
        }
        evidence.push(one);
    }
    let count = |count: usize| u32::try_from(count).map(Number::from).unwrap_or_default();
    let (least, most) = (count(sure), count(sure + maybe));
    let found = Interval::new(std::ops::Bound::Included(least), std::ops::Bound::Included(most))?;
    let number = value.value()?;
    let open = matches!(value.hedge(), Hedge::Below | Hedge::AtMost)
        || test.upper.is_some()
        || number.is_zero();
    // There may be rows that the record lacks: too few are too few held, and show nothing of the world.
    if most < number && found.fits(allowed) == Fit::Outside {
        let lacking = number.checked_sub(most)?;
        return Some(Finding::lacking(case.told.rows(sure, maybe, &lacking)));
    }
    if open && found.fits(allowed) != Fit::Outside {
        return Some(Finding::lacking(case.told.whole_list(sure + maybe)));
    }
    evidence.truncate(SHOWN);
    let reading = Reading {
        arithmetic: case.told.counted(sure, maybe),
        evidence,
        period: test.on.clone().map(Into::into),
        ..Reading::of(allowed, found, 0)
    };
    Some(Finding { reading: vec![reading], ..Finding::default() })
}

impl Case<'_, '_> {
    /// A record as evidence; none if only the claimant tells of it.
    pub(super) fn witness(&self, record: &Struct<'_>) -> Option<Evidence> {
        let shown = self.view.lens().shown(record);
        let mut cites: Vec<Struct<'static>> = Vec::new();
        every_cite(&shown, &mut |cite| cites.push(cite.clone().into_owned()));
        // The record's own citations say that there is such a thing; those of its parts, more.
        let own: Vec<_> = shown.parts("cite").cloned().map(Struct::into_owned).collect();
        let others = self.own.others(self.view.dataset(), own.iter());
        let others = if others.is_empty() {
            self.own.others(self.view.dataset(), cites.iter())
        } else {
            others
        };
        let id = record.leaf("id")?;
        Some(Evidence {
            record: id.parse().ok()?,
            area: None,
            counterpart: Vec::new(),
            period: record.leaf("date").or(record.leaf("span")).and_then(|days| days.parse().ok()),
            value: label(&shown, self.told.lang()).unwrap_or(id).to_owned(),
            cite: Some(others).filter(|cites| !cites.is_empty())?.into_iter().take(3).collect(),
        })
    }
}

/// Whether somebody is a member on a day, or throughout a period.
pub(super) fn member(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let (who, organization) = (test.who.as_ref()?, test.organization.as_ref()?);
    let role = test.role.as_ref().map(|role| format!("/{role}")).unwrap_or_default();
    let query = format!("id:{who} member:{organization}{role}");
    let plan = Plan::parse(&query, case.view.dataset()).ok()?;
    let days: Vec<_> = match (&test.on, test.period.as_slice()) {
        (Some(on), _) => vec![on.first(), on.last()],
        (None, [period, ..]) => vec![period.bounds().start_last, period.bounds().end_first],
        (None, []) => vec![case.day],
    };
    let number = case.view.dataset().find(who.as_str())?;
    let record = case.view.dataset().tree(number);
    let Some(evidence) = case.witness(&record) else {
        return Some(Finding::lacking(case.told.no_test()));
    };
    let holds = days.iter().map(|day| {
        let then = case.view.dataset().view().seen_from(&case.view.standpoint()).on(*day);
        eval::rows(&then, &plan).first().map_or(Verdict::NO, |(_, verdict)| *verdict)
    });
    let verdict = holds.reduce(Verdict::and)?;
    let named = [who.as_str().to_owned(), organization.as_str().to_owned()];
    let allowed = case.names(&named).join(" – ");
    if verdict.truth == Truth::No {
        // A membership that is not held then shows nothing, unless the record has its beginning, and that is later.
        let last = days.iter().max().copied()?;
        let Some(from) = began_after(case, &record, test, last) else {
            return Some(Finding::lacking(allowed));
        };
        let reading = Reading {
            period: test.on.clone().map(Into::into).or(test.period.first().cloned()),
            evidence: vec![evidence],
            ..Reading::new(Fit::Outside, allowed, from)
        };
        return Some(Finding { reading: vec![reading], ..Finding::default() });
    }
    let reading = Reading {
        period: test.on.clone().map(Into::into).or(test.period.first().cloned()),
        evidence: vec![evidence],
        ..Reading::new(Fit::Inside, allowed.clone(), allowed)
    };
    let why = if verdict.truth == Truth::Maybe { verdict } else { Verdict::YES };
    let reading = if verdict.truth == Truth::Maybe && why.reasons().next().is_none() {
        reading.unsure(Verdict::maybe(Why::FactDate))
    } else {
        reading.unsure(why)
    };
    Some(Finding { reading: vec![reading], ..Finding::default() })
}

/// The span of the one membership that is meant, if it surely began after a day.
fn began_after(
    case: &Case<'_, '_>,
    record: &Struct<'_>,
    test: &Test,
    day: crate::value::Day,
) -> Option<String> {
    let shown = case.view.lens().shown(record);
    let role = test.role.as_ref().map(|role| role.as_str());
    let organization = test.organization.as_ref()?.as_str();
    let is_meant = |term: &&Struct<'_>| {
        let own = term.leaf("role");
        let fits = own == role || (role.is_none() && own == Some("member"));
        term.leaf("organization") == Some(organization) && fits
    };
    let mut terms = shown.parts("membership").filter(is_meant);
    let (first, None) = (terms.next()?, terms.next()) else { return None };
    let span = first.leaf("span")?;
    let began = crate::view::bounds(span)?;
    (day < began.start_first && !began.qualified).then(|| span.to_owned())
}
