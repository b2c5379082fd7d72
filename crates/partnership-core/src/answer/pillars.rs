//! The pillars of a briefing, and what is held under each.

use super::Line;
use super::brief::Page;
use super::told::kept;
use crate::describe::Struct;
use crate::order::Order;
use crate::value::Truth;
use crate::view::{Verdict, supporting};

/// Projects of a pillar that a line has room to name.
const PROJECTS: usize = 6;

/// How many rows are sure, and how many more are maybes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    sure: usize,
    maybe: usize,
}

impl Tally {
    fn of(rows: &[(u32, Verdict)]) -> Self {
        let sure = rows.iter().filter(|(_, verdict)| verdict.truth == Truth::Yes).count();
        Self { sure, maybe: rows.len() - sure }
    }
}

impl Page<'_> {
    /// Each pillar of the schemes that stand for no other, with the projects and commitments under it.
    pub(super) fn pillars(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for (_, verdict, concept) in self.rows("kind:concept serves:pillar") {
            if concept.get("exact").is_some() || concept.get("close").is_some() {
                continue;
            }
            let (scheme, notation) = (
                concept.leaf("scheme").unwrap_or_default(),
                concept.leaf("notation").unwrap_or_default(),
            );
            let own = format!("{scheme}:{notation}");
            let tally = |query: &str| Tally::of(&self.found(&format!("{query} pillar:\"{own}\"")));
            let mut projects = self.found(&format!("kind:project pillar:\"{own}\" -part_of:any"));
            let (wholes, commitments) = (Tally::of(&projects), tally("kind:commitment"));
            // Those to which most others refer are named.
            let id = |number: u32| self.view.dataset().id(number);
            projects.order_by_kept_key(|(number, verdict)| {
                (std::cmp::Reverse(verdict.truth), std::cmp::Reverse(self.weight(id(*number))))
            });
            if projects.is_empty() && commitments == Tally::default() {
                continue;
            }
            let first = projects.iter().take(PROJECTS).map(|found| self.row(*found));
            let first: Vec<_> = first.collect();
            let named = |(_, verdict, record): &(u32, Verdict, Struct<'_>)| {
                let name = short(record, &self.name(record));
                match verdict.truth {
                    Truth::Yes => name,
                    _ => format!("{name} ({})", self.word("maybe", "불확실")),
                }
            };
            let names: Vec<_> = first.iter().map(named).collect();
            let more = projects.len().saturating_sub(PROJECTS);
            let more = if more > 0 {
                format!(", {} {more}", self.word("and", "외"))
            } else {
                String::new()
            };
            let also = self.same(&concept);
            let mut counts = vec![self.tallied(wholes, "project", "사업")];
            let parts = tally("kind:project part_of:any");
            if parts != Tally::default() {
                counts.push(self.tallied(parts, "component", "구성 사업"));
            }
            counts.push(self.tallied(commitments, "commitment", "약속"));
            let colon = if names.is_empty() { "" } else { ": " };
            let text = format!(
                "{}{also}: {}{colon}{}{more}",
                self.name(&concept),
                counts.join("; "),
                names.join(", "),
            );
            let mut cite = kept(supporting(&concept, "name"));
            let cites = first.iter().flat_map(|(_, _, record)| supporting(record, "name").take(1));
            cite.extend(kept(cites));
            let id = concept.leaf("id").unwrap_or_default().to_owned();
            let order = if also.is_empty() { "~".to_owned() } else { also };
            lines.push((order, Line { lead: notation.to_owned(), text, id, verdict, cite }));
        }
        // In the order of the letters that other schemes give them, those without one last.
        lines.order_by(|(a, x), (b, y)| a.cmp(b).then_with(|| x.lead.cmp(&y.lead)));
        lines.into_iter().map(|(_, line)| line).collect()
    }

    /// `3 projects, and 2 maybe`.
    fn tallied(&self, tally: Tally, english: &str, korean: &str) -> String {
        let sure = self.counted(tally.sure, english, korean);
        match (tally.maybe, self.lang.as_str()) {
            (0, _) => sure,
            (maybe, "ko") => format!("{sure}, 불확실 {maybe}"),
            (maybe, _) => format!("{sure}, and {maybe} maybe"),
        }
    }

    /// The terms of other schemes that mean the same: ` (B)`.
    fn same(&self, concept: &Struct<'_>) -> String {
        let concepts = self.view.dataset().concepts();
        let own = concept.leaf("id").unwrap_or_default();
        let others = concepts
            .within(own)
            .into_iter()
            .filter(|id| *id != own)
            .filter_map(|id| concepts.notation(id));
        let others: Vec<_> = others.collect();
        if others.is_empty() { String::new() } else { format!(" ({})", others.join(", ")) }
    }
}

/// The acronym of a record, where it has one, else its name.
pub(super) fn short(record: &Struct<'_>, name: &str) -> String {
    let acronym = record.parts("alias").find(|alias| alias.leaf("form") == Some("acronym"));
    acronym.and_then(|alias| alias.leaf("text")).unwrap_or(name).to_owned()
}
