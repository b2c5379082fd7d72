//! The sides of the relation in a briefing, and what lies between them.

use super::brief::Page;
use crate::describe::{Node, Struct};

/// The sides of the relation, each with its members; none where the view does not know them.
pub(super) struct Sides(Vec<Vec<String>>);

impl Page<'_> {
    pub(super) fn sides(&self) -> &Sides {
        self.sides.get_or_init(|| self.read_sides())
    }

    fn read_sides(&self) -> Sides {
        let partnerships = self.rows("kind:partnership");
        let sides = partnerships.iter().flat_map(|(_, _, record)| record.list("side"));
        let whole = sides.filter_map(Node::as_str).map(|side| {
            let mut whole = vec![side.to_owned()];
            self.view.lens().members_of(side, None, &mut |member| whole.push(member.to_owned()));
            whole
        });
        Sides(whole.collect())
    }
}

impl Sides {
    pub(super) fn ids(&self) -> Vec<&str> {
        self.0.iter().filter_map(|side| side.first()).map(String::as_str).collect()
    }

    /// Which side a party is, itself and not as a member.
    pub(super) fn position(&self, party: Option<&str>) -> Option<usize> {
        self.0.iter().position(|side| side.first().map(String::as_str) == party)
    }

    /// Which side a party is, itself or as a member.
    pub(super) fn holding(&self, party: &str) -> Option<usize> {
        self.0.iter().position(|side| is_one(side, party))
    }

    /// Whether a treaty lacks a side: it is the affair of the others, and tells nothing of the relation. Another text may
    /// say what one side will do for the other.
    pub(super) fn are_apart_from(&self, record: &Struct<'_>) -> bool {
        let is_treaty = matches!(record.leaf("form"), Some("treaty" | "protocol"));
        let is_in = |side: &Vec<String>| parties(record).any(|party| is_one(side, party));
        is_treaty && !self.0.iter().all(is_in)
    }

    /// Whether a text is of every side, by itself or by a member.
    pub(super) fn are_both_in(&self, record: &Struct<'_>) -> bool {
        let is_in = |side: &Vec<String>| parties(record).any(|party| is_one(side, party));
        self.0.iter().all(is_in)
    }

    /// Whether a text also binds parties that are neither a side nor a member of one.
    pub(super) fn are_joined_in(&self, record: &Struct<'_>) -> bool {
        let is_other = |party: &str| !self.0.iter().any(|side| is_one(side, party));
        record.of.name == "instrument" && !self.0.is_empty() && parties(record).any(is_other)
    }
}

fn parties<'r>(record: &'r Struct<'_>) -> impl Iterator<Item = &'r str> {
    record.list("party").iter().filter_map(Node::as_str)
}

fn is_one(side: &[String], party: &str) -> bool {
    side.iter().any(|one| one == party)
}
