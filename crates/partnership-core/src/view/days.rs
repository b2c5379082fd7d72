//! The days of a record: its own day or span, by kind.

use crate::describe::{Node, Struct, Time};
use crate::value::{Bounds, Point, Span};

/// The text of one of the days of a span, as EDTF writes one of a set: `[2026-11-10..2026-11-12]`. No file holds it.
pub(crate) fn some_day_of(span: &str) -> String {
    format!("[{}]", span.replace('/', ".."))
}

/// The bounds of a date or span leaf, or of one of the days of a span.
pub(crate) fn bounds(text: &str) -> Option<Bounds> {
    if let Some(set) = text.strip_prefix('[').and_then(|set| set.strip_suffix(']')) {
        let Bounds { start_first, end_last, qualified, .. } = bounds(&set.replace("..", "/"))?;
        let (start_last, end_first) = (end_last, start_first);
        return Some(Bounds { start_first, start_last, end_first, end_last, qualified });
    }
    if text.contains('/') {
        return text.parse::<Span>().ok().map(|span| span.bounds());
    }
    text.parse::<Point>().ok().map(|point| point.bounds())
}

/// The bounds of the first of these fields that is filled.
pub(crate) fn first_of(owner: &Struct<'_>, fields: &[&str]) -> Option<Bounds> {
    fields.iter().find_map(|field| bounds(owner.leaf(field)?))
}

/// The record's own days: of a state or happening its time; of a text, a project without a span or the partnership the
/// days of its steps and levels. A record with none is undated.
pub(crate) fn own_days<'r>(record: &'r Struct<'_>) -> impl Iterator<Item = Bounds> + 'r {
    let own = first_of(record, record.of.time.fields());
    let dated = own.is_some();
    let parts = ["step", "level"]
        .into_iter()
        .flat_map(|field| record.list(field))
        .filter_map(Node::as_struct);
    let parts = parts.filter_map(|part| bounds(part.leaf("date")?)).filter(move |_| !dated);
    own.into_iter().chain(parts)
}

/// Where the time of a record or part is written, if it is.
pub(crate) fn time_field(owner: &Struct<'_>) -> Option<&'static str> {
    match owner.of.time {
        Time::State(fields) | Time::Happening(fields) => {
            fields.iter().copied().find(|field| owner.get(field).is_some())
        }
        Time::HappeningElse(first, then) => {
            first.iter().chain(then).copied().find(|field| owner.get(field).is_some())
        }
        Time::Until(field) => owner.get(field).map(|_| field),
        Time::Timeless => None,
    }
}

/// Whether the start of a record's span is not known: `/2028`.
pub(super) fn starts_unknown(record: &Struct<'_>) -> bool {
    record.leaf("span").is_some_and(|span| span.starts_with('/'))
}
