//! The milestones of a briefing.

use super::brief::{Page, few};
use super::timeline::first;
use super::{Line, Moment};
use crate::describe::{Node, Struct};
use crate::model::Kind;
use crate::query::{Plan, eval};
use crate::value::Truth;
use crate::view::EventState;

/// Milestones that a page has room for.
const MILESTONES: usize = 12;

impl Page<'_> {
    /// Levels of the relation, and those texts and meetings to which most other records refer.
    pub(super) fn milestones(&self) -> Vec<Line> {
        let mut moments: Vec<(usize, Moment)> = Vec::new();
        let day = self.view.day();
        let open = self.without_day();
        // A text or meeting that set up a level is told by the level.
        let mut told: Vec<String> = Vec::new();
        let (mut bodies, mut sides): (Vec<String>, Vec<String>) = Default::default();
        // What a plan of action carries out is a milestone rather than the plan, and as weighty.
        let mut carried: Vec<(String, Vec<String>, usize)> = Vec::new();
        for (number, verdict, record) in self.rows("kind:partnership,instrument,event") {
            let leaves =
                |field| record.list(field).iter().filter_map(Node::as_str).map(str::to_owned);
            told.extend(
                record.parts("level").filter_map(|level| level.leaf("by")).map(str::to_owned),
            );
            bodies.extend(leaves("body"));
            sides.extend(leaves("side"));
            // Of meetings those of the bodies that steer the relation count, and those beside them.
            let steers = || {
                leaves("forum")
                    .any(|forum| bodies.contains(&forum) || self.is_beside(&forum, &bodies))
            };
            if told.iter().any(|id| record.leaf("id") == Some(id))
                || (record.of.name == "event" && !steers())
                || self.binds_others(&record, &sides)
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
            let view = if record.of.name == "partnership" { &open } else { self.view };
            for moment in view.moments(number, verdict) {
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
        moments.sort_by(|(a, x), (b, y)| {
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
        moments.truncate(MILESTONES);
        moments.sort_by_key(|(_, moment)| first(moment));
        moments.into_iter().map(|(_, moment)| self.moment(moment)).collect()
    }

    /// Each side of the relation, with its members.
    pub(super) fn sides(&self) -> Vec<Vec<String>> {
        let partnerships = self.rows("kind:partnership");
        let sides = partnerships.iter().flat_map(|(_, _, record)| record.list("side"));
        let whole = sides.filter_map(Node::as_str).map(|side| {
            let mut whole = vec![side.to_owned()];
            let member = &mut |member: &str| whole.push(member.to_owned());
            self.view.lens().members_of(side, None, member);
            whole
        });
        whole.collect()
    }

    /// Whether a text also binds parties that are neither a side of the relation nor a member of one.
    fn binds_others(&self, record: &Struct<'_>, sides: &[String]) -> bool {
        let mut ours = sides.to_vec();
        for side in sides {
            self.view.lens().members_of(side, None, &mut |member| ours.push(member.to_owned()));
        }
        let mut parties = record.list("party").iter().filter_map(Node::as_str);
        let is_other = |party: &str| !ours.iter().any(|one| one == party);
        // Where the view does not know the sides, nobody is another.
        record.of.name == "instrument" && !sides.is_empty() && parties.any(is_other)
    }

    /// Whether a series of meetings is a part of the same body as one of those that steer.
    fn is_beside(&self, forum: &str, bodies: &[String]) -> bool {
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

    /// How many records refer to one: what matters is what others rest on.
    pub(super) fn weight(&self, id: &str) -> usize {
        let plan = Plan::parse(&format!("links:{id}"), self.view.dataset());
        plan.map(|plan| eval::ids(self.view, &plan).len()).unwrap_or_default()
    }
}
