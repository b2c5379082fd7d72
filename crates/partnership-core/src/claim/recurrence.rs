//! Whether something recurs in each year. Two consecutive printed numbers of one series enclose the years between; else
//! that no meeting is held shows nothing.

use super::reading::{Evidence, Reading};
use super::when::{year, years_of};
use super::{Case, Finding};
use crate::describe::Struct;
use crate::model::Test;
use crate::order::Order;
use crate::query::{Plan, eval};
use crate::sorted::SortedMap;
use crate::value::{Bounds, Fit, Truth};
use crate::view::{Verdict, Why, bounds};

/// A meeting of the record, as the view shows it.
pub(super) struct Meeting {
    pub(super) tree: Struct<'static>,
    pub(super) days: Option<Bounds>,
    pub(super) verdict: Verdict,
    pub(super) evidence: Evidence,
}

impl Case<'_, '_> {
    /// The meetings that a query finds, by day, but for those that only the claimant tells of.
    pub(super) fn meetings(&self, query: &str) -> Option<Vec<Meeting>> {
        let plan = Plan::parse(query, self.view.dataset()).ok()?;
        let rows = eval::rows(self.view, &plan).into_iter().filter_map(|(number, verdict)| {
            let record = self.view.dataset().tree(number);
            let evidence = self.witness(&record)?;
            let tree = self.view.lens().shown(&record).into_owned();
            let days = tree.leaf("date").or(tree.leaf("within")).and_then(bounds);
            let announced = self.view.lens().announced_only(&record);
            let announced = if announced { Verdict::maybe(Why::Announced) } else { Verdict::YES };
            Some(Meeting { tree, days, verdict: verdict.and(announced), evidence })
        });
        let mut meetings: Vec<Meeting> = rows.collect();
        meetings.order_by_key(|meeting| meeting.days.map(|days| days.start_first));
        Some(meetings)
    }
}

pub(super) fn find(case: &Case<'_, '_>, test: &Test) -> Option<Finding> {
    let over = test.over.as_ref()?;
    let meetings = case.meetings(test.query.as_ref()?)?;
    let years = years_of(over, case.day);
    let mut finding = Finding::default();
    let allowed = case.told.met_each_year(over);
    let (mut met, mut perhaps) = (Vec::new(), Vec::new());
    let (mut open, mut refuted): (Vec<String>, Vec<Reading>) = (Vec::new(), Vec::new());
    for one in &years {
        let (days, number) = (one.bounds(), one.bounds().start_first.year());
        let within = |meeting: &&Meeting| {
            meeting.days.is_some_and(|own| own.meets(days.start_first, days.end_last) != Truth::No)
        };
        let held: Vec<&Meeting> = meetings.iter().filter(within).collect();
        match held.iter().find(|meeting| meeting.verdict.truth == Truth::Yes) {
            Some(meeting) => met.push(*meeting),
            None if !held.is_empty() => perhaps.extend(held.first().copied()),
            None => match enclosed(case, &meetings, number) {
                Some((found, evidence)) => refuted.push(Reading {
                    period: Some(one.clone()),
                    evidence,
                    ..Reading::new(Fit::Outside, allowed.clone(), found)
                }),
                None => open.push(number.to_string()),
            },
        }
    }
    if !open.is_empty() {
        finding.missing.push(case.told.meetings(&open));
    }
    if refuted.is_empty() && open.is_empty() {
        let told = case.told.held_in(met.len() + perhaps.len(), years.len());
        let mut reading = Reading::new(Fit::Inside, allowed, told);
        for meeting in met.iter().chain(&perhaps) {
            reading = reading.unsure(meeting.verdict);
            reading.evidence.push(meeting.evidence.clone());
        }
        finding.reading.push(reading);
    }
    finding.reading.extend(refuted);
    Some(finding)
}

/// Why a year surely had no meeting: the numbers before and after it follow upon each other in one series, which is that of
/// all the meetings.
fn enclosed(
    case: &Case<'_, '_>,
    meetings: &[Meeting],
    wanted: i32,
) -> Option<(String, Vec<Evidence>)> {
    let mut numbered: SortedMap<&str, SortedMap<u16, &Meeting>> = SortedMap::default();
    for meeting in meetings {
        for ordinal in meeting.tree.parts("ordinal") {
            let number = ordinal.leaf("number").and_then(|number| number.parse().ok());
            if let (Some(forum), Some(number)) = (ordinal.leaf("forum"), number) {
                numbered.or_default(forum).insert(number, meeting);
            }
        }
    }
    // A meeting of two series at once is of the one that all belong to.
    let common = |forum: &&str| {
        let of = |meeting: &Meeting| {
            meeting.tree.list("forum").iter().any(|id| id.as_str() == Some(*forum))
        };
        meetings.iter().all(of)
    };
    let forum = numbered.keys().copied().find(common)?;
    let series = numbered.get(forum)?;
    let days = year(wanted)?.bounds();
    for (number, before) in series {
        let Some(after) = series.get(&number.saturating_add(1)) else { continue };
        let (Some(a), Some(b)) = (before.days, after.days) else { continue };
        if a.end_last < days.start_first
            && days.end_last < b.start_first
            && !a.qualified
            && !b.qualified
        {
            let date = |meeting: &Meeting| meeting.tree.leaf("date").unwrap_or_default().to_owned();
            let (from, to) = (date(before), date(after));
            let told =
                case.told.enclosed(wanted, (*number, &from), (number.saturating_add(1), &to));
            let evidence = [before, after]
                .map(|meeting| numbered_as(case, meeting, forum))
                .into_iter()
                .flatten();
            return Some((told, evidence.collect()));
        }
    }
    None
}

/// A meeting as evidence of its printed number.
fn numbered_as(case: &Case<'_, '_>, meeting: &Meeting, forum: &str) -> Option<Evidence> {
    let ordinal =
        meeting.tree.parts("ordinal").find(|ordinal| ordinal.leaf("forum") == Some(forum))?;
    let cite = case.own.others(case.view.dataset(), ordinal.parts("cite"));
    let evidence = meeting.evidence.clone();
    Some(Evidence { cite: if cite.is_empty() { evidence.cite.clone() } else { cite }, ..evidence })
}
