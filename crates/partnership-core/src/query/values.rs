//! The values that a record has for a field in a view, and how surely.

use crate::describe::{Class, Node, Struct};
use crate::model::Kind;
use crate::value::Day;
use crate::view::{EventState, Lens, Verdict, Why, every_cite, some_day_of};

use super::field::{Step, Whole};

/// Follows a path from an owner, through lists and parts, to the leaves at its end.
pub(super) fn follow(
    lens: &Lens<'_>,
    owner: &Struct<'_>,
    path: &[Step],
    so_far: Verdict,
    to: &mut dyn FnMut(&str, Verdict),
) {
    let Some((step, rest)) = path.split_first() else { return };
    let Some(field) = owner.of.field(step.field) else { return };
    for (value, known) in lens.values(owner, field) {
        for (item, held) in lens.parts(owner, field, &value) {
            let verdict = so_far.and(known).and(held);
            match item {
                Node::Leaf(text) if rest.is_empty() => to(text, verdict),
                Node::Map(pairs) if rest.is_empty() => {
                    pairs.iter().for_each(|(_, text)| to(text, verdict))
                }
                Node::Struct(part) => {
                    let wanted = step.only.is_none_or(|(key, word)| part.leaf(key) == Some(word));
                    if wanted && rest.is_empty() {
                        to("", verdict);
                    } else if wanted {
                        let standing = rest.first().is_some_and(|next| is_standing(next.field));
                        let read = if standing { Verdict::YES } else { lens.row(owner, part) };
                        follow(lens, part, rest, verdict.and(read), to);
                    }
                }
                _ => {}
            }
        }
    }
}

/// Whether a field tells how a row stands among others: who asks for it means rows that are not read otherwise.
pub(super) fn is_standing(field: &str) -> bool {
    matches!(field, "rank" | "reason" | "against")
}

pub(super) fn whole_values(
    whole: Whole,
    lens: &Lens<'_>,
    kind: Kind,
    record: &Struct<'_>,
    day: Day,
    to: &mut dyn FnMut(&str, Verdict),
) {
    match whole {
        Whole::Kind => to(kind.as_str(), Verdict::YES),
        // A plan asks for the sources by their ids.
        Whole::Id | Whole::Supports => to(record.leaf("id").unwrap_or_default(), Verdict::YES),
        Whole::Date => own_dates(lens, record, to),
        Whole::Source => cites(record, &mut |cite| {
            let source = cite.leaf("source").unwrap_or_default();
            to(source, lens.source(source));
        }),
        Whole::Basis => cites(record, &mut |cite| {
            let known = lens.source(cite.leaf("source").unwrap_or_default());
            to(cite.leaf("basis").unwrap_or("stated"), known);
        }),
        Whole::Tier if kind == Kind::Source => {
            to(record.leaf("tier").unwrap_or_default(), Verdict::YES)
        }
        Whole::Tier => cites(record, &mut |cite| {
            let source = cite.leaf("source").unwrap_or_default();
            if let Some(tier) = lens.tier(source) {
                to(&tier, lens.source(source));
            }
        }),
        Whole::Links => links(lens, record, Verdict::YES, to),
        Whole::Role => roles(lens, record, to),
        Whole::InForce => bound(lens, record, &["in-force"], &["terminated"], to),
        Whole::Signed => bound(lens, record, &["signed", "acceded"], &[], to),
        Whole::State if kind == Kind::Event => {
            to(EventState::of(&lens.shown(record), day).as_str(), Verdict::YES);
        }
        Whole::State => {}
        Whole::TakesPart => {
            lens.taking_part(record.leaf("id").unwrap_or_default(), to);
        }
    }
}

/// Calls for each citation; the same source twice is given twice.
fn cites(record: &Struct<'_>, to: &mut dyn FnMut(&Struct<'_>)) {
    every_cite(record, &mut |cite| to(cite));
}

/// The record's own day or span; where it has none, those of its steps and levels. For the index both are given, what
/// only some views reach as a maybe.
fn own_dates(lens: &Lens<'_>, record: &Struct<'_>, to: &mut dyn FnMut(&str, Verdict)) {
    let mut standing = Verdict::YES;
    let mut give = |owner: &Struct<'_>, name: &str, held: Verdict| {
        let Some(field) = owner.of.field(name) else { return false };
        let values = lens.values(owner, field);
        for (value, known) in &values {
            let days = value.as_str().unwrap_or_default();
            // On some day within is not throughout.
            match name {
                "within" => to(&some_day_of(days), held.and(*known)),
                _ => to(days, held.and(*known)),
            }
        }
        !values.is_empty()
    };
    for name in record.of.time.fields() {
        if give(record, name, standing) {
            if !lens.shows_everything() {
                return;
            }
            standing = Verdict::maybe(Why::SourceDate);
        }
    }
    for name in ["step", "level"] {
        let (Some(field), Some(list)) = (record.of.field(name), record.get(name)) else { continue };
        for (part, held) in lens.parts(record, field, list) {
            if let Some(part) = part.as_struct() {
                give(part, "date", standing.and(held));
            }
        }
    }
}

/// Every reference of a record but those of its citations.
fn links(lens: &Lens<'_>, owner: &Struct<'_>, so_far: Verdict, to: &mut dyn FnMut(&str, Verdict)) {
    for field in owner.of.fields {
        let class = field.shape.class();
        if !matches!(class, Class::Ref(_) | Class::Struct)
            || matches!(field.name, "id" | "cite" | "alternative" | "absent")
        {
            continue;
        }
        for (value, known) in lens.values(owner, field) {
            for (item, held) in lens.parts(owner, field, &value) {
                let verdict = so_far.and(known).and(held);
                match item {
                    Node::Leaf(id) => to(id, verdict),
                    Node::Struct(part) => links(lens, part, verdict, to),
                    _ => {}
                }
            }
        }
    }
}

/// Memberships as `party/role`, and as the bare party where the role is `member`.
fn roles(lens: &Lens<'_>, record: &Struct<'_>, to: &mut dyn FnMut(&str, Verdict)) {
    let (Some(field), Some(list)) = (record.of.field("membership"), record.get("membership"))
    else {
        return;
    };
    for (part, verdict) in lens.parts(record, field, list) {
        let Some(part) = part.as_struct() else { continue };
        let Some(party) = part.leaf("organization") else { continue };
        let role = super::meant::role(part);
        to(&format!("{party}/{role}"), verdict);
        if role == "member" {
            to(party, verdict);
        }
    }
}

/// The parties for which a text has had one of some actions, and not one of those that undo it.
fn bound(
    lens: &Lens<'_>,
    record: &Struct<'_>,
    actions: &[&str],
    undone: &[&str],
    to: &mut dyn FnMut(&str, Verdict),
) {
    let (Some(field), Some(list)) = (record.of.field("step"), record.get("step")) else { return };
    let steps = lens.parts(record, field, list);
    let named = |step: &Struct<'_>, among: &[&str]| {
        step.leaf("action").is_some_and(|action| among.contains(&action))
    };
    let over =
        steps.iter().filter(|(step, _)| step.as_struct().is_some_and(|step| named(step, undone)));
    let over = over.map(|(_, held)| *held).fold(Verdict::NO, Verdict::or);
    for (step, held) in &steps {
        let Some(step) = step.as_struct().filter(|step| named(step, actions)) else { continue };
        let mut verdict = held.and(!over);
        if lens.announced_only(step) {
            verdict = verdict.and(Verdict::maybe(Why::Announced));
        }
        let parties =
            if step.list("party").is_empty() { record.list("party") } else { step.list("party") };
        let when = step.leaf("date").and_then(crate::view::bounds);
        for party in parties.iter().filter_map(Node::as_str) {
            to(party, verdict);
            // That a group is bound does not say which of its members are.
            lens.members_of(party, when, &mut |member| {
                to(member, verdict.and(Verdict::maybe(Why::Group)));
            });
        }
    }
}
