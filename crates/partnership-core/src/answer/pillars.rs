//! The pillars of a briefing, and what is held under each.

use super::Line;
use super::brief::Page;
use super::told::kept;
use crate::describe::Struct;
use crate::view::supporting;

/// Projects of a pillar that a line has room to name.
const PROJECTS: usize = 6;

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
            let count = |kind: &str| self.found(&format!("kind:{kind} pillar:\"{own}\"")).len();
            let mut projects = self.found(&format!("kind:project pillar:\"{own}\" -part_of:any"));
            // Those to which most others refer are named.
            let id = |number: u32| self.view.dataset().id(number);
            projects.sort_by_cached_key(|(number, _)| std::cmp::Reverse(self.weight(id(*number))));
            if projects.is_empty() && count("commitment") == 0 {
                continue;
            }
            let first = projects.iter().take(PROJECTS).map(|found| self.row(*found).2);
            let first: Vec<_> = first.collect();
            let names: Vec<_> =
                first.iter().map(|record| short(record, &self.name(record))).collect();
            let more = projects.len().saturating_sub(PROJECTS);
            let more = if more > 0 {
                format!(", {} {more}", self.word("and", "외"))
            } else {
                String::new()
            };
            let also = self.same(&concept);
            let parts = match count("project").saturating_sub(projects.len()) {
                0 => String::new(),
                parts if self.lang == "ko" => format!(" (구성 사업 {parts})"),
                1 => " and 1 part of one".to_owned(),
                parts => format!(" and {parts} parts of them"),
            };
            let colon = if names.is_empty() { "" } else { ": " };
            let text = format!(
                "{}{also}: {}, {}{colon}{}{more}",
                self.name(&concept),
                self.counted(projects.len(), "project", "사업") + &parts,
                self.counted(count("commitment"), "commitment", "약속"),
                names.join(", "),
            );
            let mut cite = kept(supporting(&concept, "name"));
            first.iter().for_each(|record| cite.extend(kept(supporting(record, "name").take(1))));
            let id = concept.leaf("id").unwrap_or_default().to_owned();
            let order = if also.is_empty() { "~".to_owned() } else { also };
            lines.push((order, Line { lead: notation.to_owned(), text, id, verdict, cite }));
        }
        // In the order of the letters that other schemes give them, those without one last.
        lines.sort_by(|(a, x), (b, y)| a.cmp(b).then_with(|| x.lead.cmp(&y.lead)));
        lines.into_iter().map(|(_, line)| line).collect()
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
fn short(record: &Struct<'_>, name: &str) -> String {
    let acronym = record.parts("alias").find(|alias| alias.leaf("form") == Some("acronym"));
    acronym.and_then(|alias| alias.leaf("text")).unwrap_or(name).to_owned()
}
