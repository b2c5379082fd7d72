//! Coverage: what a source announces, what of it the record holds, what is missing.

use partnership_derive::Described;

use super::told::kept;
use super::words::{amount_in, hedged};
use crate::describe::Struct;
use crate::order::Order;
use crate::query::{Plan, eval};
use crate::value::{Bounds, Day, Quantity, Truth};
use crate::view::{Verdict, View, Why, bounds, own_days};

/// An announced number beside what the record holds.
#[derive(Clone, Debug, Described)]
pub struct Coverage {
    /// The record that announces it.
    #[described(required)]
    pub id: String,
    /// What is counted.
    #[described(required)]
    pub what: String,
    /// The number as printed.
    #[described(required)]
    pub announced: Quantity,
    /// How many the record surely holds.
    #[described(required)]
    pub held: usize,
    /// How many more it may hold.
    #[described(required)]
    pub maybe: usize,
    /// How many are missing, since not even perhaps held; none where the printed number is no whole one.
    pub missing: Option<usize>,
    /// The query whose rows are held.
    #[described(required)]
    pub query: String,
    /// Where the number comes from.
    pub cite: Vec<Struct<'static>>,
}

impl Coverage {
    /// What is missing of what is announced: `bridges of the pact (1 of 3 bridges)`.
    pub(super) fn lacked(&self, missing: usize, lang: &str) -> String {
        let Self { what, announced, .. } = self;
        let missing = hedged(announced.hedge(), &missing.to_string(), lang);
        let announced = amount_in(&announced.to_string(), 0, "", lang);
        match lang {
            "ko" => format!("{what} ({announced} 가운데 {missing})"),
            _ => format!("{what} ({missing} of {announced})"),
        }
    }

    /// What is announced, what of it the record holds, and what it lacks, in English or (with `ko`) in Korean.
    pub fn said(&self, lang: &str) -> String {
        let Self { what, announced, held, maybe, missing, .. } = self;
        let more = |before: &str, count: &usize, after: &str| match count {
            0 => String::new(),
            count => format!("{before}{count}{after}"),
        };
        // Of a bound or an estimate no exact number is missing.
        let missing = match missing.unwrap_or_default() {
            0 => String::new(),
            count => hedged(announced.hedge(), &count.to_string(), lang),
        };
        let announced = amount_in(&announced.to_string(), 0, "", lang);
        if lang == "ko" {
            let maybe = more(", 불확실 ", maybe, "");
            let missing =
                if missing.is_empty() { missing } else { format!(", 미수록 {missing}") };
            return format!("{what}: 발표 {announced}, 이 기록에 수록 {held}{maybe}{missing}");
        }
        let maybe = match held {
            0 => more(" for sure, ", maybe, " perhaps"),
            _ => more(", and perhaps ", maybe, " more"),
        };
        let held = if *held == 0 { "none".to_owned() } else { held.to_string() };
        let missing = if missing.is_empty() { missing } else { format!(", and lacks {missing}") };
        format!("{what}: {announced} announced; this record holds {held} of them{maybe}{missing}")
    }
}

/// The rows that a count's query finds: at the time of the count where it has one, else in the view.
pub(crate) fn held(view: &View<'_>, plan: &Plan, count: &Struct<'_>) -> Vec<(u32, Verdict)> {
    let on = count.leaf("on").unwrap_or_default();
    match bounds(on) {
        Some(days) if on.contains('/') => begun_within(view, plan, days),
        Some(days) if !days.qualified && view.valid_on().is_none() => holding(view, plan, days),
        _ => eval::rows(view, plan),
    }
}

/// What began in a time, ended since or not. All of its first year, month or day belongs to it. Of its last, a part may
/// come after the count, so what began then is a maybe; so is, of an end that is only about known, what began later.
fn begun_within(view: &View<'_>, plan: &Plan, days: Bounds) -> Vec<(u32, Verdict)> {
    let open = view.moved(None);
    let until = view.valid_on().unwrap_or(Day::MAX);
    let last = if days.qualified { until } else { days.end_last.min(until) };
    let within = |start: Bounds| {
        let surely = start.started_by(days.end_first.min(until));
        let by = surely.or(start.started_by(last).and(Truth::Maybe));
        Verdict::of(by.and(!start.ended_before(days.start_first)), Why::FactDate)
    };
    let begun = |number| {
        let record = open.shown(number);
        // Of several steps the first began it.
        let first = own_days(&record).min_by_key(|days| days.start_first)?;
        let Bounds { start_first, start_last, .. } = first;
        Some(within(Bounds { end_first: start_first, end_last: start_last, ..first }))
    };
    let row = |(number, verdict): (u32, Verdict)| {
        let verdict = verdict.and(begun(number).unwrap_or(Verdict::maybe(Why::Undated)));
        (verdict.truth != Truth::No).then_some((number, verdict))
    };
    eval::rows(&open, plan).into_iter().filter_map(row).collect()
}

/// What holds on a day. Of a month or year what holds on its first day and on its last is sure, and what holds on one of
/// them is a maybe.
fn holding(view: &View<'_>, plan: &Plan, days: Bounds) -> Vec<(u32, Verdict)> {
    let on = |day| eval::rows(&view.moved(Some(day)), plan);
    let last = on(days.end_last);
    if days.start_first == days.end_last {
        return last;
    }
    let maybe = Verdict::maybe(Why::FactDate);
    let mut rows: Vec<(u32, Verdict)> = Vec::new();
    for (number, verdict) in &last {
        rows.push((*number, verdict.and(maybe)));
    }
    for (number, verdict) in on(days.start_first) {
        match rows.iter().position(|(known, _)| *known == number) {
            Some(at) => rows[at].1 = verdict.and(last[at].1),
            None => rows.push((number, verdict.and(maybe))),
        }
    }
    rows.order_by_key(|(number, _)| *number);
    rows
}

/// The coverage of a record: one entry for each number that it announces.
pub(super) fn of(view: &View<'_>, record: &Struct<'_>) -> Vec<Coverage> {
    record.parts("count").filter_map(|count| entry(view, record, count)).collect()
}

/// Of the numbers that a record announces and of which less is held the one of the latest day.
pub(super) fn newest_open(view: &View<'_>, record: &Struct<'_>) -> Option<Coverage> {
    let day = |count: &Struct<'_>| {
        count.leaf("on").and_then(bounds).map_or(Day::MIN, |days| days.end_last)
    };
    let entries =
        record.parts("count").filter_map(|count| Some((day(count), entry(view, record, count)?)));
    let open = entries.filter(|(_, entry)| entry.missing.is_some_and(|missing| missing > 0));
    open.max_by_key(|(day, entry)| (*day, entry.missing)).map(|(_, entry)| entry)
}

fn entry(view: &View<'_>, record: &Struct<'_>, count: &Struct<'_>) -> Option<Coverage> {
    let lang = view.language().to_string();
    let query = count.leaf("query")?;
    let plan = Plan::parse(query, view.dataset()).ok()?;
    let rows = held(view, &plan, count);
    let sure = rows.iter().filter(|(_, verdict)| verdict.truth == Truth::Yes).count();
    let announced: Quantity = count.leaf("value")?.parse().ok()?;
    let total = announced.value().and_then(|value| value.to_string().parse::<usize>().ok());
    Some(Coverage {
        id: record.leaf("id").unwrap_or_default().to_owned(),
        what: count.get("what").and_then(|what| what.text(&lang)).unwrap_or_default().to_owned(),
        announced,
        held: sure,
        maybe: rows.len() - sure,
        missing: total.map(|total| total.saturating_sub(rows.len())),
        query: query.to_owned(),
        cite: kept(count.parts("cite")),
    })
}
