//! What each side said last, before the meeting.

use super::{MeetingLine, MeetingPart, Sheet, Told};
use crate::answer::told::kept;
use crate::describe::Struct;
use crate::model::Kind;
use crate::order::Order;
use crate::sorted::SortedMap;
use crate::value::{Day, Truth};
use crate::view::{Verdict, bounds, supporting};

/// Sentences of a side that the pages have room for.
const SAID: usize = 3;
/// What is older is told only where a side said nothing since.
const YEARS: i32 = 3;

impl Sheet<'_> {
    /// The newest claims of each side, of one day what it holds and means to do before its figures.
    pub(super) fn said(&self) -> Told {
        let mut sides: Vec<Vec<(Day, bool, MeetingLine)>> = Vec::new();
        let delegates = self.delegates();
        for (_, verdict, claim) in self.page.rows("kind:claim") {
            let Some((speaker, side)) = self.speaker(&claim, &delegates) else { continue };
            let said = claim.leaf("said").unwrap_or_default();
            let Some(days) = bounds(said).filter(|days| days.start_first <= self.until) else {
                continue;
            };
            let text = claim.get("text").and_then(|text| text.text(&self.page.lang));
            let text = format!("{speaker}: {}", text.unwrap_or_default());
            let cite = kept(supporting(&claim, "text"));
            let id = claim.leaf("id").unwrap_or_default();
            if sides.len() <= side {
                sides.resize_with(side + 1, Vec::new);
            }
            let line = self.line(MeetingPart::Said, (said, text), (id, verdict), cite);
            let is_fact = matches!(claim.leaf("form"), Some("figure" | "event"));
            sides[side].push((days.start_first, is_fact, line));
        }
        let mut more = 0;
        let recent = self.page.view.day().plus(-366 * YEARS);
        let lines = sides.into_iter().flat_map(|mut said| {
            said.order_by(|(a, fact, x), (b, other, y)| {
                b.cmp(a).then(fact.cmp(other)).then_with(|| x.id.cmp(&y.id))
            });
            let new = said.iter().filter(|(day, ..)| *day >= recent).count();
            let room = SAID.min(new.max(1));
            more += said.len().saturating_sub(room);
            said.into_iter().take(room).map(|(.., line)| line)
        });
        let lines: Vec<MeetingLine> = lines.collect();
        (lines, more)
    }

    /// Persons that took part in meetings, each with the party for which it was.
    fn delegates(&self) -> SortedMap<String, String> {
        let mut delegates = SortedMap::default();
        for (_, _, event) in self.page.rows("kind:event participant.person:any") {
            for part in event.parts("participant") {
                let ends = part.leaf("person").zip(part.leaf("organization"));
                if let Some((person, party)) = ends {
                    delegates.insert(person.to_owned(), party.to_owned());
                }
            }
        }
        delegates
    }

    /// The name of who speaks, and for which side; none of those that speak for neither or both.
    fn speaker(
        &self,
        claim: &Struct<'_>,
        delegates: &SortedMap<String, String>,
    ) -> Option<(String, usize)> {
        let id = claim.leaf("speaker")?;
        let dataset = self.page.view.dataset();
        let number = dataset.find(id)?;
        let side = match dataset.kind(number) {
            Kind::Party => self.side_of_party(id)?,
            _ => {
                let said = claim.leaf("said").and_then(bounds)?.start_first;
                let sent = || delegates.get(id).and_then(|party| self.side_of_party(party));
                self.side_of_person(number, said).or_else(sent)?
            }
        };
        let whose = self.page.sides().ids().get(side).map(|side| self.short(side));
        let name = self.page.named(id);
        match whose.filter(|_| self.page.sides().position(Some(id)).is_none()) {
            Some(whose) => Some((format!("{name} ({whose})"), side)),
            None => Some((name, side)),
        }
    }

    /// The side that a party is, is a member of, or is an organ of.
    pub(super) fn side_of_party(&self, id: &str) -> Option<usize> {
        let sides = self.page.sides();
        sides.holding(id).or_else(|| {
            let dataset = self.page.view.dataset();
            let party = dataset.tree(dataset.find(id)?);
            party.leaf("part_of").and_then(|whole| sides.holding(whole))
        })
    }

    /// The side in which a person held a post when something was said; of several the first.
    fn side_of_person(&self, number: u32, day: Day) -> Option<usize> {
        let view = self.page.view.moved(Some(day));
        let tree = view.dataset().tree(number);
        let (of, list) = tree.of.field("membership").zip(tree.get("membership"))?;
        let mut terms = view.lens().parts(&tree, of, list);
        terms.order_by_key(|(_, held): &(_, Verdict)| held.truth != Truth::Yes);
        terms
            .into_iter()
            .find_map(|(term, _)| self.side_of_party(term.as_struct()?.leaf("organization")?))
    }
}
