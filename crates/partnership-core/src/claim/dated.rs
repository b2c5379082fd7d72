//! The day of something, which of two came first, and how long something lasts.

use super::reading::{Evidence, Reading};
use super::{Case, Finding};
use crate::describe::Struct;
use crate::model::{Action, Ended, Test, label};
use crate::value::{Bounds, Fit, Interval, Number, Span, Truth};
use crate::view::{Verdict, Why, bounds, supporting};

/// A day that the record gives, from another source than the claimant.
struct Dated {
    days: Bounds,
    text: String,
    verdict: Verdict,
    evidence: Evidence,
}

/// The steps by which a text comes about, the one that makes it first.
const MAKING: [&str; 7] =
    ["adopted", "signed", "concluded", "approved", "in-force", "launched", "agreed-in-principle"];

pub(super) fn find(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let on = test.on.as_ref()?;
    let dates = match (&test.record, &test.who) {
        (Some(record), _) => {
            let party = test.party.as_ref().map(|party| party.as_str());
            case.dates(record.as_str(), test.action, party, test.ended)?
        }
        (None, Some(who)) => case.terms(test, who.as_str())?,
        (None, None) => return None,
    };
    let what =
        test.record.as_ref().map(|id| id.as_str()).or(test.who.as_ref().map(|who| who.as_str()));
    let what = what.unwrap_or_default();
    if dates.is_empty() {
        let name = case.view.name_or_id(what);
        return Some(Finding::lacking(case.told.day_of(&name)));
    }
    let several = dates.len() > 1;
    let readings = dates.into_iter().map(|date| {
        let fit = within(date.days, on.bounds());
        let reading = Reading::new(fit, on.to_string(), date.text.clone());
        let printing = several.then(|| date.text.clone());
        Reading { printing, evidence: vec![date.evidence], ..reading }.unsure(date.verdict)
    });
    Some(Finding { reading: readings.collect(), ..Finding::default() })
}

/// How some days lie to those that are said.
fn within(days: Bounds, said: Bounds) -> Fit {
    if days.end_last < said.start_first || said.end_last < days.start_first {
        Fit::Outside
    } else if said.start_first <= days.start_first && days.end_last <= said.end_last {
        Fit::Inside
    } else {
        Fit::Overlapping
    }
}

impl Case<'_, '_> {
    /// The days of a record: of the steps that are meant, else of its date or an end of its span, else of the step that made
    /// it. Each value that may be right is one; none that only the claimant gives.
    fn dates(
        &self,
        id: &str,
        action: Option<Action>,
        party: Option<&str>,
        ended: Option<Ended>,
    ) -> Option<Vec<Dated>> {
        let record = self.view.dataset().tree(self.view.dataset().find(id)?);
        let steps = |wanted: &str| {
            let is_meant = |step: &&Struct<'_>| {
                let parties = step.list("party");
                let of = |party: &str| parties.iter().any(|id| id.as_str() == Some(party));
                // A step that names no party may be of others.
                step.leaf("action") == Some(wanted) && party.is_none_or(of)
            };
            let steps = record.parts("step").filter(is_meant);
            steps.flat_map(|step| self.values(&record, step, "date", None)).collect::<Vec<_>>()
        };
        if let Some(action) = action {
            return Some(steps(action.as_str()));
        }
        if party.is_some() {
            return Some(Vec::new());
        }
        let filled = |field: &&&str| record.get(field).is_some();
        let made = MAKING
            .iter()
            .find(|action| record.parts("step").any(|step| step.leaf("action") == Some(action)));
        // Of a text what is dated is how it came about, not the years that it is for; of a fund or project, its time.
        let own = match (ended, made) {
            (Some(_), _) => ["span", "date"].iter().find(filled),
            (None, Some(action)) if record.of.name == "instrument" => return Some(steps(action)),
            (None, _) => ["date", "span", "within"].iter().find(filled),
        };
        Some(own.map(|field| self.values(&record, &record, field, ended)).unwrap_or_default())
    }

    /// When somebody began, or ceased, to be a member or hold a post.
    fn terms(&self, test: &Test, who: &str) -> Option<Vec<Dated>> {
        let record = self.view.dataset().tree(self.view.dataset().find(who)?);
        let organization = test.organization.as_ref()?;
        let role = test.role.as_ref().map_or("member", |role| role.as_str());
        let is_meant = |term: &&Struct<'_>| {
            term.leaf("organization") == Some(organization.as_str())
                && crate::query::role(term) == role
        };
        let ended = test.ended.or(Some(Ended::Start));
        let terms = record.parts("membership").filter(is_meant);
        Some(terms.flat_map(|term| self.values(&record, term, "span", ended)).collect())
    }

    /// The values that a date or span of a record or part has; with an end, that end of it.
    fn values(
        &self,
        record: &Struct<'_>,
        owner: &Struct<'_>,
        name: &'static str,
        ended: Option<Ended>,
    ) -> Vec<Dated> {
        let lens = self.view.lens();
        let Some(field) = owner.of.field(name) else { return Vec::new() };
        let is_happening = matches!(owner.of.name, "step" | "event");
        let announced = is_happening && self.only_announced(owner, name);
        let announced = if announced { Verdict::maybe(Why::Announced) } else { Verdict::YES };
        let own = owner.get(name);
        let mut dates = Vec::new();
        for (node, verdict) in lens.values(owner, field) {
            let Some(text) = node.as_str() else { continue };
            let Some((days, text)) = end_of(text, ended) else { continue };
            let is_own = own == Some(node.as_ref());
            let other = owner.parts("alternative").find(|other| {
                other.leaf("field") == Some(name) && other.get("value") == Some(node.as_ref())
            });
            let cites: Vec<&Struct<'_>> = match (is_own, other) {
                (false, Some(other)) => other.parts("cite").collect(),
                _ => supporting(owner, name).collect(),
            };
            let cite = self.own.others(self.view.dataset(), cites.into_iter());
            if cite.is_empty() {
                continue;
            }
            let vague = if days.qualified { Verdict::maybe(Why::FactDate) } else { Verdict::YES };
            // One of several values is a reading like any other.
            let known =
                if verdict.truth == Truth::Maybe && is_own { verdict } else { Verdict::YES };
            let Some(id) = record.leaf("id").and_then(|id| id.parse().ok()) else { continue };
            dates.push(Dated {
                days,
                verdict: announced.and(vague).and(known),
                evidence: Evidence {
                    record: id,
                    area: None,
                    counterpart: Vec::new(),
                    period: text.parse().ok(),
                    value: self.what(record, owner),
                    cite,
                },
                text,
            });
        }
        dates
    }

    /// Whether all that others say of a happening was said beforehand.
    fn only_announced(&self, owner: &Struct<'_>, name: &str) -> bool {
        let cites: Vec<&Struct<'_>> = supporting(owner, name).collect();
        let others = self.own.others(self.view.dataset(), cites.into_iter());
        !others.is_empty() && others.iter().all(|cite| cite.leaf("basis") == Some("announced"))
    }

    /// What is dated, in words: the step, with the name of its record.
    fn what(&self, record: &Struct<'_>, owner: &Struct<'_>) -> String {
        let shown = self.view.lens().shown(record);
        let name = label(&shown, self.told.lang()).unwrap_or_default().to_owned();
        let action = owner.leaf("action").and_then(|action| action.parse::<Action>().ok());
        match action {
            Some(action) => format!("{name}: {}", action.label(self.told.lang())),
            None => name,
        }
    }
}

/// The days of a date; with an end, those of that end of the span.
fn end_of(text: &str, ended: Option<Ended>) -> Option<(Bounds, String)> {
    let Some(ended) = ended else { return Some((bounds(text)?, text.to_owned())) };
    let span: Span = text.parse().ok()?;
    let end = if ended == Ended::Start { span.start() } else { span.end() };
    end.point().map(|point| (point.bounds(), point.to_string()))
}

/// Which of two came first.
pub(super) fn order(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let (record, then) = (test.record.as_ref()?.as_str(), test.then.as_ref()?.as_str());
    let first = case.dates(record, test.action, None, None)?;
    let second = case.dates(then, test.then_action, None, None)?;
    let mut finding = Finding::default();
    for (id, dates) in [(record, &first), (then, &second)] {
        if dates.is_empty() {
            let name = case.view.name_or_id(id);
            finding.missing.push(case.told.day_of(&name));
        }
    }
    for a in &first {
        for b in &second {
            let fit = if a.days.end_last < b.days.start_first {
                Fit::Inside
            } else if b.days.end_last < a.days.start_first {
                Fit::Outside
            } else {
                Fit::Overlapping
            };
            let allowed = case.told.before(&a.evidence.value, &b.evidence.value);
            let reading = Reading::new(fit, allowed, format!("{}, {}", a.text, b.text));
            let printing =
                (first.len() * second.len() > 1).then(|| format!("{}, {}", a.text, b.text));
            let evidence = vec![a.evidence.clone(), b.evidence.clone()];
            finding
                .reading
                .push(Reading { printing, evidence, ..reading }.unsure(a.verdict.and(b.verdict)));
        }
    }
    Some(finding)
}

/// How many years something lasts, the first and the last counted.
pub(super) fn length(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let id = test.record.as_ref()?.as_str();
    let allowed = super::rank::counted(test)?;
    let mut finding = Finding::default();
    let record = case.view.dataset().tree(case.view.dataset().find(id)?);
    for date in case.values(&record, &record, "span", None) {
        let years = date.days.end_last.year() - date.days.start_first.year() + 1;
        if !date.days.end_last.is_finite() || !date.days.start_first.is_finite() {
            continue;
        }
        let Ok(count) = u32::try_from(years) else { continue };
        let found = Interval::exactly(Number::from(count));
        let reading = Reading::of(allowed, found, 0);
        let printing = Some(date.text.clone());
        let arithmetic = format!("{}: {}", date.text, case.told.years(years));
        finding.reading.push(
            Reading { printing, arithmetic, evidence: vec![date.evidence], ..reading }
                .unsure(date.verdict),
        );
    }
    if finding.reading.is_empty() {
        let name = case.view.name_or_id(id);
        finding.missing.push(case.told.span_of(&name));
    }
    Some(finding)
}
