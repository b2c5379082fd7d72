//! What a reader of a list should know beside its rows.

use super::words::say;
use crate::describe::{Node, Struct};
use crate::query::{Atom, Expr, Plan, Query, Term, eval};
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
    operators(view, plan.text(), &mut notes);
    notes
}

/// Words that other languages join conditions by, and ours looks for.
fn operators(view: &View<'_>, text: &str, to: &mut Vec<String>) {
    let Ok(query) = text.parse::<Query>() else { return };
    let lang = view.language().as_str();
    let mut waiting = Vec::from_iter(query.root());
    while let Some(expr) = waiting.pop() {
        let word = match expr {
            Expr::All(terms) | Expr::Any(terms) => {
                waiting.extend(terms.iter().rev());
                continue;
            }
            Expr::Not(inner, _) => {
                waiting.push(inner);
                continue;
            }
            Expr::Term(Term { atom: Atom::Word(word), .. }) if !word.quoted => &*word.text,
            Expr::Term(_) => continue,
        };
        let how = match word {
            "or" => say(lang, "alternatives are joined by `OR`", "여럿 가운데 하나는 `OR`로 이음"),
            "not" | "NOT" => say(
                lang,
                "what must not be so has `-` before it",
                "아니어야 하는 것은 앞에 `-`를 붙임",
            ),
            "AND" => say(
                lang,
                "conditions beside each other must all hold",
                "나란히 쓴 조건은 모두 맞아야 함",
            ),
            _ => continue,
        };
        let looked_for = say(lang, "was looked for as a word", "낱말로 찾음");
        to.push(format!("`{word}` {looked_for}: {how}"));
    }
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
