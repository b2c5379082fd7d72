//! Who stands behind a group, and who takes part in what: links that are written at their other end. They are gathered
//! once for a lens, when they are first asked for.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::days::bounds;
use super::{Lens, Verdict};
use crate::Dataset;
use crate::dataset::{Bracket, Number};
use crate::describe::{Node, Struct};
use crate::model::Kind;
use crate::value::{Bounds, Truth};

/// By group its members, each with the time for which it is one, if that is written.
type Members = HashMap<String, Vec<(String, Option<Bounds>)>>;
/// By party or person the undertakings and meetings that name it, as `id` and `id/role`, and how surely.
type Parts = HashMap<String, Vec<(String, Verdict)>>;

/// What was gathered.
#[derive(Debug, Default)]
pub(super) struct Reach {
    members: OnceLock<Members>,
    parts: OnceLock<Parts>,
}

impl Reach {
    /// The members of every group among some records, at any time.
    pub(super) fn of(records: &[Struct<'static>]) -> Self {
        let reach = Self::default();
        reach.members.get_or_init(|| {
            let mut members = Members::new();
            let parties = records.iter().filter(|record| record.of.name == "party");
            parties.for_each(|party| belongs(party, |_| true, &mut members));
            members
        });
        reach
    }
}

/// Adds the groups of which a party is a member.
fn belongs(party: &Struct<'_>, known: impl Fn(&Struct<'_>) -> bool, to: &mut Members) {
    let plain = |term: &&Struct<'_>| {
        term.get("title").is_none() && matches!(term.leaf("role"), None | Some("member"))
    };
    for term in party.parts("membership").filter(plain).filter(|term| known(term)) {
        let Some(group) = term.leaf("organization") else { continue };
        let id = party.leaf("id").unwrap_or_default().to_owned();
        let days = term.leaf("span").and_then(bounds);
        to.entry(group.to_owned()).or_default().push((id, days));
    }
}

/// The records that have one of some fields, or may in some view.
fn having(dataset: &Dataset, fields: &[&str]) -> Vec<Number> {
    let mut found = Bracket::none(dataset.len());
    fields.iter().for_each(|field| dataset.index().any(field, &mut found));
    found.filter_map(|number, _| Some(number))
}

impl Lens<'_> {
    /// Calls for each party that was, or may have been, a member of a group at some time of these days; of no days at
    /// any. Of a party that is no group there are none.
    pub(crate) fn members_of(&self, group: &str, when: Option<Bounds>, to: &mut dyn FnMut(&str)) {
        let members = self.members();
        for (member, term) in members.get(group).into_iter().flatten() {
            let apart = match (when.filter(|_| !self.shows_everything()), term) {
                (Some(when), Some(term)) => {
                    term.end_last < when.start_first || term.start_first > when.end_last
                }
                _ => false,
            };
            if !apart {
                to(member);
            }
        }
    }

    /// The members of every group at any time.
    fn members(&self) -> &Members {
        self.reach.members.get_or_init(|| {
            let mut members = Members::new();
            let Some(dataset) = self.dataset else { return members };
            for number in having(dataset, &["membership.organization"]) {
                if dataset.kind(number) != Kind::Party {
                    continue;
                }
                let party = dataset.tree(number);
                let known = |term: &Struct<'_>| {
                    self.part_known(&party, "membership", term).truth != Truth::No
                };
                belongs(&party, known, &mut members);
            }
            members
        })
    }

    /// The groups that have, or may have had, members.
    pub(crate) fn groups(&self) -> impl Iterator<Item = &str> {
        self.members().keys().map(String::as_str)
    }

    /// Whether a party is one of them.
    pub(crate) fn is_group(&self, party: &str) -> bool {
        self.members().contains_key(party)
    }

    /// Gives what a party or person takes part in, as `id` and as `id/role`.
    pub(crate) fn taking_part(&self, who: &str, to: &mut dyn FnMut(&str, Verdict)) {
        let parts = self.reach.parts.get_or_init(|| {
            let mut parts = Parts::new();
            let Some(dataset) = self.dataset else { return parts };
            for number in having(dataset, &["participant.organization", "participant.person"]) {
                let (kind, record) = (dataset.kind(number), dataset.tree(number));
                let field = record.of.field("participant");
                let (Some(field), Some(list)) = (field, record.get("participant")) else {
                    continue;
                };
                let held = self.record(kind, &record);
                for (node, known) in self.parts(&record, field, list) {
                    let Node::Struct(part) = node else { continue };
                    let verdict = held.and(known);
                    let id = dataset.id(number);
                    let role = part.leaf("role").map(|role| format!("{id}/{role}"));
                    for who in ["organization", "person"].iter().filter_map(|end| part.leaf(end)) {
                        let all = parts.entry(who.to_owned()).or_default();
                        all.push((id.to_owned(), verdict));
                        all.extend(role.clone().map(|role| (role, verdict)));
                    }
                }
            }
            parts
        });
        parts.get(who).into_iter().flatten().for_each(|(what, verdict)| to(what, *verdict));
    }
}
