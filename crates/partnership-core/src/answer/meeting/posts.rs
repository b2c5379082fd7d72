//! Who holds which post on the day, and of which posts no holder is known.

use super::{MeetingLine, MeetingPart, Sheet};
use crate::answer::told::kept;
use crate::describe::Struct;
use crate::model::Kind;
use crate::value::{Day, Truth};
use crate::view::{Verdict, bounds};

/// A post that one holds at a time.
pub(super) struct Post {
    /// The party that declares it.
    pub(super) party: String,
    pub(super) key: String,
    pub(super) name: String,
    pub(super) cite: Vec<Struct<'static>>,
}

/// Somebody who holds a post, or may.
struct Holder<'v> {
    id: &'v str,
    name: String,
    held: Verdict,
    /// The last day, by that of the view, on which the post is known to be held.
    seen: Option<Day>,
    cite: Vec<Struct<'static>>,
}

impl Sheet<'_> {
    /// Each post with its holder; and the posts without one. Where nobody surely holds it, the one that was last seen in it.
    pub(super) fn posts(&self) -> (Vec<MeetingLine>, Vec<Post>) {
        let (mut lines, mut vacant) = (Vec::new(), Vec::new());
        let posts = self.declared();
        let holders = self.holders(&posts);
        for (post, holders) in posts.into_iter().zip(holders) {
            let sure: Vec<&Holder<'_>> =
                holders.iter().filter(|one| one.held.truth == Truth::Yes).collect();
            let last = || holders.iter().max_by_key(|one| one.seen).into_iter().collect();
            let told: Vec<&Holder<'_>> = if sure.is_empty() { last() } else { sure };
            if told.is_empty() {
                vacant.push(post);
                continue;
            }
            for one in told {
                let told = ("", self.held_by(&post.name, one));
                lines.push(self.line(
                    MeetingPart::Posts,
                    told,
                    (one.id, one.held),
                    one.cite.clone(),
                ));
            }
        }
        (lines, vacant)
    }

    /// A post with its holder; where the record leaves open who it is, it says so and names who was last seen in it.
    fn held_by(&self, post: &str, holder: &Holder<'_>) -> String {
        let name = &holder.name;
        match (holder.held.truth, holder.seen, self.page.lang.as_str()) {
            (Truth::Maybe, Some(day), "ko") => {
                format!("{post}: 알 수 없음, 최근 확인 {day} {name}")
            }
            (Truth::Maybe, Some(day), _) => {
                format!("{post}: not known; last seen in it on {day}: {name}")
            }
            (Truth::Maybe, None, "ko") => format!("{post}: 알 수 없음, {name}일 수 있음"),
            (Truth::Maybe, None, _) => format!("{post}: not known; perhaps {name}"),
            _ => format!("{post}: {name}"),
        }
    }

    /// The posts of the sides, of their members and organs, and of what both are members of, of which one holds each.
    pub(super) fn declared(&self) -> Vec<Post> {
        let dataset = self.page.view.dataset();
        let mut posts = Vec::new();
        for number in dataset.numbers(Kind::Party) {
            let party = self.page.view.shown(number);
            if !self.is_ours(&party) {
                continue;
            }
            for role in party.parts("role").filter(|role| role.leaf("holder") == Some("one")) {
                let Some(key) = role.leaf("key") else { continue };
                let name = role.get("name").and_then(|name| name.text(&self.page.lang));
                posts.push(Post {
                    party: dataset.id(number).to_owned(),
                    key: key.to_owned(),
                    name: name.unwrap_or(key).to_owned(),
                    cite: kept(role.parts("cite")),
                });
            }
        }
        posts
    }

    /// Whether a party is a side, a member or an organ of one, or an organisation of its own; not another state.
    fn is_ours(&self, party: &Struct<'_>) -> bool {
        let is_state = matches!(party.leaf("form"), Some("country" | "economy" | "bloc"));
        let whole = party.leaf("part_of").or_else(|| party.leaf("id")).unwrap_or_default();
        !is_state || self.side_of_party(whole).is_some()
    }

    /// Those who hold each post on the day, or may.
    fn holders(&self, posts: &[Post]) -> Vec<Vec<Holder<'_>>> {
        let (view, lens) = (self.page.view, self.page.view.lens());
        let mut holders: Vec<Vec<Holder<'_>>> = posts.iter().map(|_| Vec::new()).collect();
        let kinds = [Kind::Party, Kind::Person];
        for number in kinds.into_iter().flat_map(|kind| view.dataset().numbers(kind)) {
            let record = view.dataset().tree(number);
            let Some((of, list)) = record.of.field("membership").zip(record.get("membership"))
            else {
                continue;
            };
            if lens.record(view.dataset().kind(number), &record).truth == Truth::No {
                continue;
            }
            for (node, held) in lens.parts(&record, of, list) {
                let Some(term) = node.as_struct() else { continue };
                let is_of = |post: &Post| {
                    term.leaf("organization") == Some(&post.party)
                        && term.leaf("role") == Some(&post.key)
                };
                let Some(at) = posts.iter().position(is_of) else { continue };
                let id = view.dataset().id(number);
                let name = self.page.name(&view.shown(number));
                let (seen, cite) = (self.seen(term), kept(term.parts("cite")));
                holders[at].push(Holder { id, name, held, seen, cite });
            }
        }
        holders
    }

    /// The last day, by that of the view, on which a term is known to hold.
    fn seen(&self, term: &Struct<'_>) -> Option<Day> {
        let day = self.page.view.day();
        let dates = term.parts("seen").filter_map(|seen| seen.leaf("on"));
        let ends = term.leaf("span").into_iter().flat_map(|span| span.split('/'));
        let days = dates.chain(ends).filter_map(bounds).map(|days| days.start_last);
        days.filter(|seen| *seen <= day).max()
    }
}
