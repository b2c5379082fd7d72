//! The milestones of a briefing.

use super::brief::{Page, few};
use super::timeline::first;
use super::{Line, Moment};
use crate::describe::{Node, Struct};
use crate::model::Kind;
use crate::order::Order;
use crate::value::Truth;
use crate::view::{EventState, Verdict};

/// Milestones that a page has room for.
const MILESTONES: usize = 12;
/// So many of the weightiest records are read for them, before all are.
const READ: usize = 64;

impl Page<'_> {
    /// Levels of the relation, and those texts and meetings to which most other records refer.
    pub(super) fn milestones(&self) -> Vec<Line> {
        let found = self.found("kind:partnership,instrument,event");
        let mut weights: Vec<usize> =
            found.iter().map(|(number, _)| self.weight(self.view.dataset().id(*number))).collect();
        weights.order_by(|a, b| b.cmp(a));
        let least = weights.get(READ).copied().unwrap_or_default();
        // Those to which few refer are read only where the others do not fill the page.
        let mut moments = self.weighed(&found, least);
        let weighty = moments.iter().filter(|(weight, _)| *weight >= least);
        if least > 0 && weighty.count() < MILESTONES {
            moments = self.weighed(&found, 0);
        }
        let mut moments: Vec<Moment> =
            moments.into_iter().take(MILESTONES).map(|(_, moment)| moment).collect();
        moments.order_by_key(first);
        moments.into_iter().map(|moment| self.moment(moment)).collect()
    }

    /// Milestones with their weights, the weightiest first; of records of less than a weight only the relation itself and
    /// what a plan of action carries out.
    fn weighed(&self, found: &[(u32, Verdict)], least: usize) -> Vec<(usize, Moment)> {
        let plans = self.rows("kind:instrument form:plan-of-action");
        let carried_out = |id: &str| {
            let texts = |plan: &Struct<'_>| {
                plan.parts("implements").any(|link| link.leaf("to") == Some(id))
            };
            plans.iter().any(|(_, _, plan)| texts(plan))
        };
        let is_read = |number: u32| {
            let (kind, id) = (self.view.dataset().kind(number), self.view.dataset().id(number));
            kind == Kind::Partnership || self.weight(id) >= least || carried_out(id)
        };
        let mut moments: Vec<(usize, Moment)> = Vec::new();
        let day = self.view.day();
        let open = self.without_day();
        // A text or meeting that set up a level is told by the level.
        let mut told: Vec<String> = Vec::new();
        let mut bodies: Vec<String> = Vec::new();
        let sides = self.sides();
        // What a plan of action carries out is a milestone rather than the plan, and as weighty.
        let mut carried: Vec<(String, Vec<String>, usize)> = Vec::new();
        for found in found.iter().filter(|(number, _)| is_read(*number)) {
            let (number, verdict, record) = self.row(*found);
            let leaves =
                |field| record.list(field).iter().filter_map(Node::as_str).map(str::to_owned);
            told.extend(
                record.parts("level").filter_map(|level| level.leaf("by")).map(str::to_owned),
            );
            bodies.extend(leaves("body"));
            // Of meetings those of the bodies that steer the relation count, and those beside them.
            let steers = || {
                leaves("forum")
                    .any(|forum| bodies.contains(&forum) || self.is_beside(&forum, &bodies))
            };
            if told.iter().any(|id| record.leaf("id") == Some(id))
                || (record.of.name == "event" && !steers())
                || sides.are_joined_in(&record)
                || sides.are_apart_from(&record)
            {
                continue;
            }
            let id = record.leaf("id").unwrap_or_default();
            let weight = self.weight(id);
            if record.leaf("form") == Some("plan-of-action") {
                let texts = record.parts("implements").filter_map(|link| link.leaf("to"));
                carried.push((id.to_owned(), texts.map(str::to_owned).collect(), weight));
            }
            // Earlier levels no longer hold on the day, and are milestones all the same.
            let levels = (record.of.name == "partnership").then(|| open.shown(number));
            let (view, shown) = levels.as_ref().map_or((self.view, &record), |all| (&open, all));
            for moment in view.moments(number, verdict, shown) {
                let level = moment.kind == Kind::Partnership && moment.what == "level";
                let lasting = ["adopted", "signed", "in-force", "launched", "concluded"]
                    .contains(&moment.what.as_str());
                let held =
                    moment.kind == Kind::Event && EventState::of(&record, day) == EventState::Held;
                let past = moment.days.started_by(day) != Truth::No;
                if past && (level || held || (moment.kind == Kind::Instrument && lasting)) {
                    moments.push((if level { usize::MAX } else { weight }, moment));
                }
            }
        }
        for (plan, texts, weight) in carried {
            let mut is_told = false;
            for (own, _) in moments.iter_mut().filter(|(_, one)| texts.contains(&one.id)) {
                *own = weight.max(*own);
                is_told = true;
            }
            if is_told {
                moments.retain(|(_, moment)| moment.id != plan);
            }
        }
        moments.order_by(|(a, x), (b, y)| {
            b.cmp(a).then(first(x).cmp(&first(y))).then_with(|| x.id.cmp(&y.id))
        });
        // One moment a record but for the levels, so that no text fills the page.
        let mut seen: Vec<String> = Vec::new();
        moments.retain(|(_, moment)| {
            moment.kind == Kind::Partnership || {
                let fresh = !seen.contains(&moment.id);
                seen.push(moment.id.clone());
                fresh
            }
        });
        moments
    }

    /// Whether a series of meetings is a part of the same body as one of those that steer.
    pub(super) fn is_beside(&self, forum: &str, bodies: &[String]) -> bool {
        let part_of = |id: &str| {
            let dataset = self.view.dataset();
            dataset.tree(dataset.find(id)?).leaf("part_of").map(str::to_owned)
        };
        part_of(forum).is_some_and(|whole| bodies.contains(&whole))
    }

    fn moment(&self, moment: Moment) -> Line {
        let text = match moment.kind {
            Kind::Event => moment.label,
            Kind::Partnership => format!("{} ({})", moment.detail, moment.said),
            _ => format!("{} ({})", moment.label, moment.said),
        };
        Line {
            lead: moment.date,
            text,
            id: moment.id,
            verdict: moment.verdict,
            cite: few(moment.cite),
        }
    }
}
