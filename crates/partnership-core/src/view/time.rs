//! How the time of a record or part stands to the day of a view.

use super::days::{bounds, some_day_of};
use super::{Lens, Verdict, Why};
use crate::dataset::{Bracket, Number};
use crate::describe::{Node, Struct, Time};
use crate::value::{Bounds, Day, Truth};

impl Lens<'_> {
    /// How the time of a record or part stands to a day.
    pub(super) fn time(&self, owner: &Struct<'_>, day: Day) -> Verdict {
        let state = |fields| {
            self.on_the_day(owner, fields, |days| {
                Verdict::of(days.holds_on(day), vagueness(days, day))
            })
        };
        match owner.of.time {
            Time::Timeless | Time::Until(_) => Verdict::YES,
            Time::State(_) if owner.of.name == "alias" && owner.get("span").is_none() => {
                Verdict::YES
            }
            Time::Happening(_) if owner.of.name == "count" && owner.get("on").is_none() => {
                Verdict::YES
            }
            // A sum of a whole span is complete at its end.
            Time::HappeningElse(..)
                if owner.leaf("per") == Some("whole") && owner.get("date").is_none() =>
            {
                self.happened(owner, &["span"], day)
            }
            Time::State(fields) => state(fields),
            Time::HappeningElse(happening, fields) => {
                match happening.iter().any(|field| owner.get(field).is_some()) {
                    true => self.happened(owner, happening, day),
                    false => state(fields),
                }
            }
            Time::Happening(fields) => self.happened(owner, fields, day),
        }
    }

    /// Whether something had happened by a day. A value is of the last day of its period, a result, a sum or a count of the
    /// end of its span, a meeting of its first day; what was only announced may not have happened.
    fn happened(&self, owner: &Struct<'_>, fields: &[&str], day: Day) -> Verdict {
        let begun = self.on_the_day(owner, fields, |days| {
            let counted = match owner.of.name {
                "observation" => {
                    Bounds { start_first: days.end_last, start_last: days.end_last, ..days }
                }
                "result" | "contribution" | "count" if owner.get("date").is_none() => {
                    Bounds { start_first: days.end_first, start_last: days.end_last, ..days }
                }
                _ => days,
            };
            Verdict::of(counted.started_by(day), Why::FactDate)
        });
        match matches!(owner.of.name, "event" | "step") && self.announced_only(owner) {
            true => begun.and(Verdict::maybe(Why::Announced)),
            false => begun,
        }
    }

    /// The verdict on the first of these fields that the view shows; a maybe where values that may be right too differ.
    fn on_the_day(
        &self,
        owner: &Struct<'_>,
        fields: &[&str],
        judge: impl Fn(Bounds) -> Verdict,
    ) -> Verdict {
        let shown = fields.iter().find_map(|name| {
            let values = self.values(owner, owner.of.field(name)?);
            let read = |text: &str| match *name {
                "within" => bounds(&some_day_of(text)),
                _ => bounds(text),
            };
            let days: Vec<_> = values.iter().filter_map(|(node, _)| read(node.as_str()?)).collect();
            (!days.is_empty()).then_some(days)
        });
        let Some(days) = shown else { return Verdict::maybe(Why::Undated) };
        let first = judge(days[0]);
        match days[1..].iter().all(|days| judge(*days).truth == first.truth) {
            true => first,
            false => Verdict::maybe(Why::Alternative),
        }
    }

    /// Whether all that the view shows of a happening was said beforehand.
    pub(crate) fn announced_only(&self, owner: &Struct<'_>) -> bool {
        let known = |cite: &&Struct<'_>| {
            self.source(cite.leaf("source").unwrap_or_default()).truth != Truth::No
        };
        super::derived::only_announced(owner.parts("cite").filter(known))
    }

    /// Whether a part of an owner holds on a day, beside the others of its list.
    pub(super) fn holds<'n>(
        &self,
        owner: &Struct<'n>,
        part: &Struct<'n>,
        day: Day,
        others: impl Fn() -> Vec<Struct<'n>>,
    ) -> Verdict {
        match part.of.time {
            Time::Until(field) => {
                let start = |part: &Struct<'_>| bounds(part.leaf(field)?);
                let Some(own) = start(part) else { return Verdict::maybe(Why::Undated) };
                let later = others();
                let later = later
                    .iter()
                    .filter_map(start)
                    .filter(|days| days.start_first > own.start_first);
                let over = later.map(|days| days.started_by(day)).max().unwrap_or(Truth::No);
                Verdict::of(own.started_by(day).and(!over), Why::FactDate)
            }
            Time::State(_) if part.of.name == "membership" => {
                self.term(owner.leaf("id").unwrap_or_default(), part, day)
            }
            _ => self.time(part, day),
        }
    }

    /// Whether a term holds on a day: as its span says; where an end is not known, yes between its sure days, no beyond
    /// the nearest day on which another surely held a post of one holder, else maybe. No length of term is assumed.
    fn term(&self, holder: &str, term: &Struct<'_>, day: Day) -> Verdict {
        let by_span = self.time(term, day);
        if by_span.truth != Truth::Maybe {
            return by_span;
        }
        let span = term.leaf("span").and_then(bounds);
        let Some((first, last)) = self.sure_days(term) else { return by_span };
        if first <= day && day <= last && !span.is_some_and(|span| span.qualified) {
            return Verdict::YES;
        }
        // Within the month or year in which it was seen on some day.
        if last < day && day < first {
            return Verdict::maybe(Why::OpenTerm);
        }
        let unknown = span.is_none_or(|span| match day < first {
            true => span.start_first == Day::MIN,
            false => span.end_last == Day::MAX,
        });
        if !unknown {
            return by_span;
        }
        let (from, to) = if day < first { (day, first.min(last)) } else { (last.max(first), day) };
        let taken = self
            .neighbours(holder, term)
            .into_iter()
            .any(|(start, end)| start <= to && end >= from);
        if taken { Verdict::NO } else { Verdict::maybe(Why::OpenTerm) }
    }

    /// The first and last day on which a term is known to hold: those of its span that are sure, and those on which it
    /// was seen. Where it was only seen on some day of a month or year, the first is after the last: no day is sure, and
    /// some day from the last to the first is one of them.
    fn sure_days(&self, term: &Struct<'_>) -> Option<(Day, Day)> {
        let seen = term.parts("seen");
        let seen = seen.filter(|seen| {
            self.best(seen.parts("cite")).is_none_or(|known| known.truth != Truth::No)
        });
        let mut days: Vec<_> = seen
            .filter_map(|seen| bounds(seen.leaf("on")?))
            .map(|d| (d.start_last, d.end_first))
            .collect();
        if let Some(span) = term.leaf("span").and_then(bounds) {
            if span.start_first.is_finite() && span.start_last.is_finite() {
                days.push((span.start_last, span.start_last.max(span.end_first)));
            } else if span.end_first.is_finite() && span.end_last.is_finite() {
                days.push((span.end_first, span.end_first));
            }
        }
        let first = days.iter().map(|(first, _)| *first).min()?;
        let last = days.iter().map(|(_, last)| *last).max()?;
        Some((first, last))
    }

    /// The sure days of the others that held the same post, where only one holds it at a time.
    fn neighbours(&self, holder: &str, term: &Struct<'_>) -> Vec<(Day, Day)> {
        let (Some(dataset), Some(organization), Some(role)) =
            (self.dataset, term.leaf("organization"), term.leaf("role"))
        else {
            return Vec::new();
        };
        // The index excludes for every view: who it does not name need not be read.
        let indexed = |field, value: &str| {
            let mut found = Bracket::none(dataset.len());
            dataset.index().exact(field, value, &mut found);
            found.filter_map(|number, _| Some(number))
        };
        let party = dataset.find(organization).unwrap_or(Number::MAX);
        if !indexed("role.holder", "one").contains(&party) {
            return Vec::new();
        }
        let single = |declared: &Struct<'_>| {
            declared.leaf("key") == Some(role) && declared.leaf("holder") == Some("one")
        };
        if !dataset.tree(party).parts("role").any(single) {
            return Vec::new();
        }
        let mut days = Vec::new();
        for number in indexed("member", &format!("{organization}/{role}")) {
            if dataset.id(number) == holder {
                continue;
            }
            let other = dataset.tree(number);
            let same = other.list("membership").iter().filter_map(Node::as_struct).filter(|term| {
                term.leaf("organization") == Some(organization)
                    && term.leaf("role") == Some(role)
                    && self.part_known(&other, "membership", term).truth != Truth::No
            });
            days.extend(same.filter_map(|term| self.sure_days(term)));
        }
        days
    }
}

/// The reason of a maybe about a state on a day: the end that matters is not known, or its dates are imprecise.
fn vagueness(days: Bounds, day: Day) -> Why {
    let unknown = if day < days.start_last {
        days.start_first == Day::MIN
    } else {
        days.end_last == Day::MAX && days.end_first < Day::MAX
    };
    if unknown { Why::OpenTerm } else { Why::FactDate }
}
