//! What changed since the meeting before: texts, members, posts, meetings, projects, money, pledges.

use super::promises::cut;
use super::{MeetingLine, MeetingPart, Sheet, Told};
use crate::answer::Moment;
use crate::answer::told::kept;
use crate::answer::words::plain;
use crate::describe::{Node, Struct};
use crate::model::Kind;
use crate::order::Order;
use crate::sorted::{SortedMap, SortedSet};
use crate::value::{Bounds, Day, Truth};
use crate::view::{EventState, Verdict, Why, bounds};

/// Lines that the pages have room for.
const CHANGES: usize = 10;

/// A change: how much it matters (less first), how many records refer to it (more first), its day, its line.
type Change = (u8, usize, Day, MeetingLine);

impl Sheet<'_> {
    /// The changes that matter most, in the order of their days.
    pub(super) fn changes(&self) -> Told {
        let mut all = self.levels();
        all.extend(self.joined());
        all.extend(self.happened());
        all.order_by(|(a, b, day, line), (x, y, other, than)| {
            let key = a.cmp(x).then(y.cmp(b)).then(day.cmp(other));
            key.then_with(|| line.id.cmp(&than.id))
        });
        let more = all.len().saturating_sub(CHANGES);
        all.truncate(CHANGES);
        all.order_by(|(_, _, day, line), (_, _, other, than)| {
            day.cmp(other).then_with(|| line.id.cmp(&than.id))
        });
        let (lines, _) = cut(all.into_iter().map(|(.., line)| line).collect(), CHANGES);
        (lines, more)
    }

    /// How surely something began between the meeting before and this one.
    pub(super) fn is_news(&self, days: Bounds) -> Verdict {
        if days.start_first <= self.since || days.start_first > self.until {
            return Verdict::NO;
        }
        let sure = days.start_last <= self.until && !days.qualified;
        if sure { Verdict::YES } else { Verdict::maybe(Why::FactDate) }
    }

    fn change(
        &self,
        date: &str,
        text: String,
        id: &str,
        cite: Vec<Struct<'static>>,
    ) -> Option<MeetingLine> {
        let held = self.is_news(bounds(date)?);
        let line = || self.line(MeetingPart::Changed, (date, text), (id, held), cite);
        (held.truth != Truth::No).then(line)
    }

    /// Levels of the relation itself.
    fn levels(&self) -> Vec<Change> {
        let mut all = Vec::new();
        for (_, _, record) in self.page.rows("kind:partnership") {
            for level in record.parts("level") {
                let date = level.leaf("date").unwrap_or_default();
                let name = level.get("name").map(|name| plain(name, &self.page.lang));
                let text = format!(
                    "{}: {}",
                    self.word("level of the relation", "관계의 단계"),
                    name.unwrap_or_default()
                );
                let id = record.leaf("id").unwrap_or_default();
                let line = self.change(date, text, id, kept(level.parts("cite")));
                all.extend(line.map(|line| (0, usize::MAX, first(date), line)));
            }
        }
        all
    }

    /// Members that joined a side, and those who took up a post of which one holds it.
    fn joined(&self) -> Vec<Change> {
        let sides = self.page.sides();
        let posts = self.declared();
        let mut all = Vec::new();
        for (_, _, record) in self.page.rows("kind:party,person") {
            for term in record.parts("membership") {
                let (organization, role) = (term.leaf("organization"), term.leaf("role"));
                let post = posts.iter().find(|post| {
                    Some(post.party.as_str()) == organization && Some(post.key.as_str()) == role
                });
                let joins = sides.position(organization).is_some() && role == Some("member");
                let Some(span) = term.leaf("span").filter(|_| joins || post.is_some()) else {
                    continue;
                };
                let date = span.split('/').next().unwrap_or_default();
                let as_what = match post {
                    Some(post) => post.name.clone(),
                    None => match self.page.lang.as_str() {
                        "ko" => {
                            format!("{} 회원", self.page.named(organization.unwrap_or_default()))
                        }
                        _ => format!(
                            "member of {}",
                            self.page.named(organization.unwrap_or_default())
                        ),
                    },
                };
                let text = format!("{}: {as_what}", self.page.name(&record));
                let id = record.leaf("id").unwrap_or_default();
                let line = self.change(date, text, id, kept(term.parts("cite")));
                all.extend(line.map(|line| (0, self.page.weight(id), first(date), line)));
            }
        }
        all
    }

    /// What happened: steps of texts, meetings, projects that began, money paid, pledges made outside of texts.
    fn happened(&self) -> Vec<Change> {
        let mut all = Vec::new();
        let (bodies, between) = (self.bodies(), self.between());
        for found in self.page.found("kind:instrument,event,project,fund,commitment") {
            let (number, verdict, record) = self.page.row(found);
            let id = record.leaf("id").unwrap_or_default();
            if number == self.meeting.number {
                continue;
            }
            let moments = self.page.view.moments(number, verdict, &record);
            let news = moments.into_iter().filter(|moment| self.is_told(&record, moment));
            let Some(moment) = news.last() else { continue };
            let Some(class) = self.class(&record, &bodies, &between) else { continue };
            let moment_days = moment.days;
            let day = moment_days.start_first;
            let held = moment.verdict.and(self.is_news(moment.days));
            let text = match moment.kind {
                Kind::Event => moment.label,
                Kind::Commitment => {
                    format!("{}: {}", moment.label, self.word("promised", "약속"))
                }
                _ if moment.detail.is_empty() => format!("{}: {}", moment.label, moment.said),
                _ => format!("{}: {}. {}", moment.label, moment.said, moment.detail),
            };
            let told = (moment.date, text);
            let line = self.line(MeetingPart::Changed, told, (id, held), moment.cite);
            // What may have been at another time stands behind what surely was since.
            let is_sure = self.is_news(moment_days).truth == Truth::Yes;
            let class = if is_sure { class } else { class + 2 };
            all.push((class, self.page.weight(id), day, line));
        }
        all
    }

    fn is_told(&self, record: &Struct<'_>, moment: &Moment) -> bool {
        let is_kind = match moment.kind {
            Kind::Event => EventState::of(record, self.page.view.day()) == EventState::Held,
            Kind::Instrument => {
                ["adopted", "signed", "in-force", "launched", "concluded", "announced"]
                    .contains(&moment.what.as_str())
            }
            Kind::Commitment => moment.what == "made" && record.get("instrument").is_none(),
            Kind::Fund => record.get("contribution").is_some(),
            _ => ["implementation", "start", "launched", "end", "runs", "closed"]
                .contains(&moment.what.as_str()),
        };
        is_kind && self.is_news(moment.days).truth != Truth::No
    }

    /// How much a record matters: texts of the sides, meetings of the bodies that steer, money and pledges; then the rest.
    /// A treaty that lacks a side is no affair of the two.
    pub(super) fn class(
        &self,
        record: &Struct<'_>,
        bodies: &[String],
        between: &SortedSet<String>,
    ) -> Option<u8> {
        let sides = self.page.sides();
        if sides.are_apart_from(record) {
            return None;
        }
        let forums = || record.list("forum").iter().filter_map(Node::as_str);
        let steers = |forum: &str| {
            bodies.iter().any(|body| body == forum) || self.page.is_beside(forum, bodies)
        };
        Some(match record.of.name {
            "instrument" if sides.are_both_in(record) && !sides.are_joined_in(record) => 0,
            "event" if forums().any(|forum| steers(forum) || between.contains(forum)) => 1,
            "event" | "instrument" => 3,
            _ => 2,
        })
    }

    /// The forums in which the sides meet, and nobody else: as far as it is known who took part in their meetings.
    pub(super) fn between(&self) -> SortedSet<String> {
        let mut seen: SortedMap<String, SortedSet<Option<usize>>> = SortedMap::default();
        for (_, _, event) in self.ahead.rows("kind:event forum:any participant.organization:any") {
            let parts = event.parts("participant");
            let sides = parts.filter_map(|part| part.leaf("organization"));
            let sides: SortedSet<Option<usize>> =
                sides.map(|party| self.side_of_party(party)).collect();
            for forum in event.list("forum").iter().filter_map(Node::as_str) {
                seen.or_default(forum.to_owned()).extend(sides.iter().copied());
            }
        }
        let both = |sides: &SortedSet<Option<usize>>| sides.len() > 1 && !sides.contains(&None);
        seen.into_iter().filter(|(_, sides)| both(sides)).map(|(forum, _)| forum).collect()
    }

    pub(super) fn bodies(&self) -> Vec<String> {
        let all = self.page.rows("kind:partnership").into_iter();
        let bodies = all.flat_map(|(_, _, record)| {
            let bodies = record.list("body").iter().filter_map(Node::as_str);
            bodies.map(str::to_owned).collect::<Vec<_>>()
        });
        bodies.collect()
    }
}

fn first(date: &str) -> Day {
    bounds(date).map_or(Day::MIN, |days| days.start_first)
}
