//! What a reader of a list should know beside its rows.

use super::words::say;
use crate::describe::{Node, Struct};
use crate::query::{Plan, eval};
use crate::view::View;

/// Lists that are open, sums that were not compared, steps that were looked for in vain.
pub(super) fn of(view: &View<'_>, plan: &Plan) -> Vec<String> {
    let mut notes = Vec::new();
    plan.each_filter(&mut |field, values| match field {
        "implements" => values.iter().for_each(|id| open_list(view, id, &mut notes)),
        "inforce" | "signed" => in_vain(view, values, &mut notes),
        _ => {}
    });
    plan.each_sum(&mut |field, unit| other_units(view, field, unit, &mut notes));
    notes
}

/// What was looked for in vain that the plan asks of.
pub(super) fn looked_for(view: &View<'_>, plan: &Plan) -> Vec<String> {
    let mut notes = Vec::new();
    plan.each_filter(&mut |field, values| {
        if matches!(field, "inforce" | "signed") {
            in_vain(view, values, &mut notes);
        }
    });
    notes
}

/// A list of which less is held than announced: what is not linked may still be on it.
fn open_list(view: &View<'_>, id: &str, to: &mut Vec<String>) {
    let Some(number) = view.dataset().find(id) else { return };
    for entry in super::coverage::of(view, &view.shown(number)) {
        if entry.missing.is_some_and(|missing| missing > 0) {
            let (announced, held) = (&entry.announced, entry.held);
            to.push(match view.language().as_str() {
                "ko" => format!(
                    "`{id}`: 일부만 수록됨 (발표 {announced}, 수록 {held}); 연결되지 않은 것도 여기에 속할 수 있음"
                ),
                _ => format!(
                    "`{id}` is known in part ({announced} announced, {held} held): what is not linked to it may still belong to it"
                ),
            });
        }
    }
}

/// Texts of some parties of which a step was looked for and not found.
fn in_vain(view: &View<'_>, parties: &[&str], to: &mut Vec<String>) {
    let lang = view.language().to_string();
    let Ok(plan) = Plan::parse("kind:instrument step.action:any", view.dataset()) else { return };
    for (number, _) in eval::rows(view, &plan) {
        let record = view.shown(number);
        let missing = |absent: &&Struct<'_>| {
            absent.leaf("field") == Some("step") && absent.leaf("state") == Some("not-found")
        };
        let mut named = record.list("party").iter().filter_map(Node::as_str);
        if !named.any(|party| parties.contains(&party)) {
            continue;
        }
        for absent in record.parts("absent").filter(missing) {
            let name = crate::model::label(&record, &lang).unwrap_or_default();
            let what = absent.leaf("note").unwrap_or(say(&lang, "some step", "어떤 조치"));
            let on = absent.leaf("on").unwrap_or_default();
            to.push(match lang.as_str() {
                "ko" => format!("{name}: {on}에 찾았으나 발견하지 못함: {what}"),
                _ => format!("{name}: not found when looked for on {on}: {what}"),
            });
        }
    }
}

/// Records whose sums are all in other currencies: they were not compared.
fn other_units(view: &View<'_>, field: &str, unit: &str, to: &mut Vec<String>) {
    let found = |text: String| {
        let plan = Plan::parse(&text, view.dataset());
        plan.map(|plan| view.ids(&plan)).unwrap_or_default()
    };
    let own = found(format!("{field}:>=\"0 {unit}\",<\"0 {unit}\""));
    let any = found(format!("{field}:any")).into_iter().map(|(id, _)| id);
    let others: Vec<&str> = any.filter(|id| !own.iter().any(|(own, _)| own == id)).collect();
    if !others.is_empty() {
        let why = say(
            view.language().as_str(),
            "not compared, since in other currencies only",
            "다른 통화로만 되어 있어 비교하지 않음",
        );
        to.push(format!("{why}: {}", others.join(", ")));
    }
}
