//! What was probably meant by a value that is none: ranges of dates that are written as comparisons, and roles.

use crate::dataset::Dataset;
use crate::describe::{Node, Struct};
use crate::model::{Kind, ParticipantRole};
use crate::value::Point;

/// The range for a date behind a sign of comparison: `2025..` for `>2024`, `..2024-09` for `<2024-10`.
pub(super) fn range(text: &str) -> Option<String> {
    let rest = text.trim_start_matches(['<', '>', '=']);
    let date: Point = rest.trim().parse().ok()?;
    let written = date.to_string();
    // In the precision in which it is written: a year, a month, a day.
    let length = written.len();
    if !matches!(length, 4 | 7 | 10) || date.bounds().qualified {
        return None;
    }
    let cut = |day: crate::value::Day| day.to_string().get(..length).map(str::to_owned);
    let days = date.bounds();
    match &text[..text.len() - rest.len()] {
        ">" => cut(days.end_last.plus(1)).map(|from| format!("{from}..")),
        ">=" => Some(format!("{written}..")),
        "<" => cut(days.start_first.plus(-1)).map(|to| format!("..{to}")),
        "<=" => Some(format!("..{written}")),
        _ => None,
    }
}

/// The roles that may stand after an id in a filter: those in which a project, fund or meeting has participants; of a
/// party those that it declares, and those that somebody holds.
pub(super) fn roles(dataset: &Dataset, field: &str, id: &str) -> Vec<String> {
    if field == "takes_part" {
        return ParticipantRole::ALL.iter().map(|role| role.as_str().to_owned()).collect();
    }
    let mut roles: Vec<String> = Vec::new();
    let mut add = |role: &str| {
        if !roles.iter().any(|known| known == role) {
            roles.push(role.to_owned());
        }
    };
    if let Some(party) = dataset.find(id).map(|number| dataset.tree(number)) {
        party.parts("role").filter_map(|role| role.leaf("key")).for_each(&mut add);
    }
    for number in [Kind::Party, Kind::Person].into_iter().flat_map(|kind| dataset.numbers(kind)) {
        let holder = dataset.tree(number);
        let terms = holder.list("membership").iter().filter_map(Node::as_struct);
        terms.filter(|term| term.leaf("organization") == Some(id)).for_each(|term| add(role(term)));
    }
    roles
}

/// The role of a membership, as queries name it.
pub(crate) fn role<'t>(term: &'t Struct<'_>) -> &'t str {
    term.leaf("role").unwrap_or(if term.get("title").is_some() { "post" } else { "member" })
}
