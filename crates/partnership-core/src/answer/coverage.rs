//! Coverage: what a source announces, what of it the record holds, what is missing.

use serde::Serialize;

use crate::describe::Struct;
use crate::query::{Plan, eval};
use crate::value::{Quantity, Truth};
use crate::view::{Verdict, View, bounds};

/// An announced number beside what the record holds.
#[derive(Clone, Debug, Serialize)]
pub struct Coverage {
    /// The record that announces it.
    pub id: String,
    /// What is counted.
    pub what: String,
    /// The number as printed.
    pub announced: String,
    /// How many the record surely holds.
    pub held: usize,
    /// How many more it may hold.
    pub maybe: usize,
    /// How many are missing; none where the printed number is no whole one.
    pub missing: Option<usize>,
    /// The query whose rows are held.
    pub query: String,
    /// Where the number comes from.
    pub cite: Vec<Struct<'static>>,
}

/// The rows that a count's query finds: on the day of the count where it is one, else in the view.
pub(crate) fn held(view: &View<'_>, plan: &Plan, count: &Struct<'_>) -> Vec<(u32, Verdict)> {
    let day = count
        .leaf("on")
        .and_then(bounds)
        .filter(|days| days.start_first == days.end_last && !days.qualified);
    match (day, view.valid_on()) {
        (Some(days), None) => {
            let then = view.dataset().view().on(days.end_last).known_on(view.known());
            eval::rows(&then, plan)
        }
        _ => eval::rows(view, plan),
    }
}

/// The coverage of a record: one entry for each number that it announces.
pub(super) fn of(view: &View<'_>, record: &Struct<'_>) -> Vec<Coverage> {
    let lang = view.language().to_string();
    let entries = record.parts("count").filter_map(|count| {
        let query = count.leaf("query")?;
        let plan = Plan::parse(query, view.dataset()).ok()?;
        let rows = held(view, &plan, count);
        let sure = rows.iter().filter(|(_, verdict)| verdict.truth == Truth::Yes).count();
        let announced = count.leaf("value")?;
        let total = announced
            .parse::<Quantity>()
            .ok()
            .and_then(|quantity| quantity.value()?.to_string().parse::<usize>().ok());
        Some(Coverage {
            id: record.leaf("id").unwrap_or_default().to_owned(),
            what: count
                .get("what")
                .and_then(|what| what.text(&lang))
                .unwrap_or_default()
                .to_owned(),
            announced: announced.to_owned(),
            held: sure,
            maybe: rows.len() - sure,
            missing: total.map(|total| total.saturating_sub(sure)),
            query: query.to_owned(),
            cite: count.parts("cite").cloned().map(Struct::into_owned).collect(),
        })
    });
    entries.collect()
}
