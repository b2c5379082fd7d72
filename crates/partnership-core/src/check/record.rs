//! Rules of one record: its dates, memberships, test and rows.

use super::code::Code;
use super::fault::{Fault, Seg};
use super::found::Found;
use crate::describe::{Node, Struct};
use crate::order::Order;
use crate::sorted::{SortedMap, SortedSet};
use crate::value::{Day, Hedge, Quantity};
use crate::view::bounds;

/// A source is read after it was published; what ended had begun.
pub(super) fn order_of_dates(record: &Struct<'_>, id: &str, to: &mut Found) {
    if let (Some(issued), Some(read)) =
        (record.leaf("issued").and_then(bounds), record.leaf("accessed"))
        && read.parse::<Day>().is_ok_and(|read| read < issued.start_first)
    {
        let fault = Fault::new(Code::ENDS_FIRST, "the source was read before it was published");
        to.push(fault.at(id, &[Seg::Field("accessed")]));
    }
    let days = |action: &str| {
        let steps = record.parts("step").filter(|step| step.leaf("action") == Some(action));
        steps.filter_map(|step| bounds(step.leaf("date")?)).collect::<Vec<_>>()
    };
    for (first, last) in [("planned-start", "planned-end"), ("start", "end")] {
        // If any lies before any, the first end lies before the last start.
        let end = days(last).iter().map(|end| end.end_last).min();
        let start = days(first).iter().map(|start| start.start_first).max();
        if end.zip(start).is_some_and(|(end, start)| end < start) {
            let fault = Fault::new(
                Code::ENDS_FIRST,
                format!("the step `{last}` lies before the step `{first}`"),
            );
            to.push(fault.at(id, &[Seg::Field("step")]));
        }
    }
}

/// The same role in the same party is held once at a time: of the terms of one role, by the day from which they surely
/// hold, none begins before all earlier ones have ended.
pub(super) fn memberships(record: &Struct<'_>, id: &str, to: &mut Found) {
    type Terms = Vec<(Day, Day, usize)>;
    let mut roles: SortedMap<(&str, &str, &str), Terms> = SortedMap::default();
    for (at, term) in record.parts("membership").enumerate() {
        let title = term.get("title").and_then(|title| title.text("en"));
        let key =
            [term.leaf("organization"), term.leaf("role"), title].map(Option::unwrap_or_default);
        let Some(days) = term.leaf("span").and_then(bounds) else { continue };
        if days.start_last <= days.end_first {
            let terms = roles.or_default(key.into());
            terms.push((days.start_last, days.end_first, at));
        }
    }
    let mut faulty = Vec::new();
    for mut terms in roles.into_values() {
        terms.order();
        let mut running: Option<(Day, usize)> = None;
        for (start, end, at) in terms {
            match running {
                Some((until, other)) if start < until.min(end) => faulty.push(at.max(other)),
                _ => {}
            }
            running = running.filter(|(until, _)| *until > end).or(Some((end, at)));
        }
    }
    faulty.order();
    faulty.dedup();
    for at in faulty {
        let message = "this membership overlaps an earlier one in the same role";
        to.push(
            Fault::new(Code::OVERLAP, message)
                .at(id, &[Seg::Field("membership"), Seg::Item(at), Seg::Field("span")]),
        );
    }
}

/// Which fields a kind of test needs; one of those joined by `|`.
const NEEDS: &[(&str, &[&str])] = &[
    ("multiple", &["figure|fund", "base", "value"]),
    ("growth", &["figure|fund", "base", "value"]),
    ("mean-growth", &["figure", "over", "value"]),
    ("difference", &["figure|fund", "base", "value"]),
    ("compare", &["figure", "of", "sense"]),
    ("share", &["figure", "of", "value"]),
    ("rank", &["figure", "party", "among", "value"]),
    ("superlative", &["figure", "sense", "party|value"]),
    ("threshold", &["figure", "value"]),
    ("sum", &["item", "period", "value"]),
    ("funding", &["fund", "per", "value"]),
    ("target-met", &["commitment|record"]),
    ("count", &["query", "value"]),
    ("recurrence", &["query", "every", "over"]),
    ("presence", &["query", "over", "who|organization"]),
    ("member", &["who", "organization"]),
    ("dated", &["record|who", "on"]),
    ("length", &["record", "value"]),
    ("order", &["record", "then"]),
];

pub(super) fn test_form(record: &Struct<'_>, id: &str, to: &mut Found) {
    let Some(test) = record.get("test").and_then(Node::as_struct) else { return };
    let kind = test.leaf("kind").unwrap_or_default();
    let needs =
        NEEDS.iter().find(|(known, _)| *known == kind).map(|(_, needs)| *needs).unwrap_or_default();
    for need in needs.iter().filter(|need| need.split('|').all(|field| test.get(field).is_none())) {
        let fault = Fault::new(
            Code::TEST,
            format!("a test of kind `{kind}` needs `{}`", need.replace('|', "` or `")),
        );
        to.push(fault.at(id, &[Seg::Field("test")]));
    }
    let unit = test.leaf("value").and_then(|text| text.parse::<Quantity>().ok());
    let unit = unit.as_ref().and_then(Quantity::unit).unwrap_or_default();
    let of_shares = kind == "difference" && test.get("of").is_some();
    if of_shares != (unit == "points") && kind == "difference" {
        let (what, wanted) = match of_shares {
            true => ("a difference of shares", "`points`"),
            false => ("`points`", "a difference of shares, with `of`"),
        };
        let fault = Fault::new(Code::UNITS, format!("{what} is told in {wanted}"));
        to.push(fault.at(id, &[Seg::Field("test"), Seg::Field("value")]));
    }
    if let Some((field, fault)) = upper_end(test, kind) {
        to.push(fault.at(id, &[Seg::Field("test"), Seg::Field(field)]));
    }
    if test.list("rung").len() > 1 {
        let fault = Fault::new(Code::LADDER, "a test of a fund names one rung of the ladder");
        to.push(fault.at(id, &[Seg::Field("test"), Seg::Field("rung")]));
    }
}

/// Kinds of test whose number may lie between two.
const BETWEEN: [&str; 10] = [
    "multiple",
    "growth",
    "mean-growth",
    "difference",
    "share",
    "threshold",
    "sum",
    "funding",
    "count",
    "length",
];

/// What is wrong with the upper end of a number that is said to lie between two.
fn upper_end(test: &Struct<'_>, kind: &str) -> Option<(&'static str, Fault)> {
    test.leaf("upper")?;
    let fault = Fault::new;
    if !BETWEEN.contains(&kind) {
        let message = format!("a test of kind `{kind}` has no `upper`: no two numbers bound it");
        return Some(("upper", fault(Code::TEST, message)));
    }
    let read = |field: &str| test.leaf(field)?.parse::<Quantity>().ok();
    // A test without a `value` is told of already.
    let ends = [("value", read("value")?), ("upper", read("upper")?)];
    if let Some((field, end)) = ends.iter().find(|(_, end)| end.hedge() != Hedge::Exact) {
        let message = format!("`{end}` has a hedge; between two numbers neither has one");
        return Some((*field, fault(Code::TEST, message)));
    }
    let [(_, lower), (_, upper)] = ends;
    if lower.unit() != upper.unit() {
        let message = format!("`upper` has the unit of `value`: `{upper}` is not of `{lower}`");
        return Some(("upper", fault(Code::UNITS, message)));
    }
    let rises = lower.compare_to(&upper) == Some(std::cmp::Ordering::Less);
    let message = format!("`upper` is above `value`: `{upper}` is not above `{lower}`");
    (!rises).then(|| ("upper", fault(Code::TEST, message)))
}

/// What continues an earlier clause names it, what is new names none, and what was dropped names the text without it.
pub(super) fn lineage_form(record: &Struct<'_>, id: &str, to: &mut Found) {
    for (at, link) in record.parts("lineage").enumerate() {
        let Some(how) = link.leaf("how") else { continue };
        let (of, into) = match how {
            "new" => (false, false),
            "dropped" => (false, true),
            _ => (true, false),
        };
        for (field, needed) in [("of", of), ("into", into)] {
            let says = match (needed, link.get(field).is_some()) {
                (true, false) => "needs",
                (false, true) => "has no",
                _ => continue,
            };
            let message = format!("a link of lineage that is `{how}` {says} `{field}`");
            let place = [Seg::Field("lineage"), Seg::Item(at)];
            to.push(Fault::new(Code::LINEAGE, message).at(id, &place));
        }
        if link.leaf("of") == Some(id) {
            let place = [Seg::Field("lineage"), Seg::Item(at), Seg::Field("of")];
            let message = format!("`{id}` does not continue itself");
            to.push(Fault::new(Code::LINEAGE, message).at(id, &place));
        }
    }
}

/// Rows of a table: one preferred value a key, dimensions fixed once, one unit.
pub(super) fn rows(record: &Struct<'_>, id: &str, to: &mut Found) {
    let mut seen = SortedSet::default();
    for (at, row) in record.parts("observation").enumerate() {
        let place = |field| [Seg::Field("observation"), Seg::Item(at), Seg::Field(field)];
        for dimension in ["area", "counterpart"] {
            if row.get(dimension).is_some() && record.get(dimension).is_some() {
                let fault = Fault::new(
                    Code::ROW,
                    format!("`{dimension}` is fixed by the series, and is a column"),
                );
                to.push(fault.at(id, &place(dimension)));
            }
        }
        let key = ["area", "counterpart", "period"]
            .map(|field| row.leaf(field).unwrap_or_default().to_owned());
        match row.leaf("rank") {
            None | Some("preferred") if !seen.insert(key.clone()) => {
                let fault = Fault::new(
                    Code::ROW,
                    format!("there is another preferred value for {}", key.join(" ").trim()),
                );
                to.push(
                    fault.fix("give one of them a `rank` and a `reason`").at(id, &place("period")),
                );
            }
            Some("normal" | "deprecated") if row.get("reason").is_none() => {
                let fault = Fault::new(Code::ROW, "a value that is not preferred needs a `reason`");
                to.push(fault.at(id, &place("rank")));
            }
            _ => {}
        }
        if row.get("value").is_none() && row.leaf("status") != Some("missing") {
            to.push(
                Fault::new(Code::ROW, "an empty value needs the status `missing`")
                    .at(id, &place("period")),
            );
        }
        let unit = row
            .leaf("value")
            .and_then(|text| text.parse::<Quantity>().ok()?.unit().map(str::to_owned));
        if let Some(unit) = unit.filter(|unit| record.leaf("unit") != Some(unit)) {
            let message = format!(
                "this value is in {unit}, the series in {}",
                record.leaf("unit").unwrap_or("bare numbers")
            );
            to.push(Fault::new(Code::UNITS, message).at(id, &place("value")));
        }
    }
    for (at, target) in record.parts("target").enumerate() {
        let unit = |field| {
            target
                .leaf(field)
                .and_then(|text| text.parse::<Quantity>().ok())
                .map(|q| q.unit().map(str::to_owned))
        };
        if let (Some(value), Some(baseline)) = (unit("value"), unit("baseline"))
            && value != baseline
        {
            let place = [Seg::Field("target"), Seg::Item(at), Seg::Field("baseline")];
            to.push(
                Fault::new(Code::UNITS, "the baseline is in another unit than the target")
                    .at(id, &place),
            );
        }
    }
}
