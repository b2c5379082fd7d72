//! Timelines: everything dated that records hold, in order of days.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::told::kept;
use super::words::{amount_in, plain, say, unnamed};
use super::{Answer, Row};
use partnership_derive::Described;

use crate::describe::{Class, Node, Shape, Struct, Time};
use crate::model::{Kind, label};
use crate::order::Order;
use crate::query::{Plan, QueryError, eval};
use crate::value::{Bounds, DateRange, Day, Quantity, Truth};
use crate::view::{EventState, Verdict, View, bounds, supporting};

/// Something dated: a record, or a part of one.
#[derive(Clone, Debug)]
pub struct Moment {
    /// When, as written.
    pub date: String,
    /// The bounds of that date.
    pub days: Bounds,
    /// What happened or began, as a word that is the same in every language: `signed`, `held`, `level`.
    pub what: String,
    /// The same in the language of the view.
    pub said: String,
    /// The name of the record, in the language of the view.
    pub label: String,
    /// What the part adds; empty for the record itself.
    pub detail: String,
    /// The kind of the record.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// How sure it is.
    pub verdict: Verdict,
    /// What supports it.
    pub cite: Vec<Struct<'static>>,
}

impl Moment {
    /// The name of the record, with what the part adds.
    pub fn text(&self) -> String {
        if self.detail.is_empty() {
            self.label.clone()
        } else {
            format!("{}: {}", self.label, self.detail)
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        self.verdict.entries(&mut map)?;
        map.serialize_entry("date", &self.date)?;
        map.serialize_entry("what", &self.what)?;
        map.serialize_entry("label", &self.label)?;
        if !self.detail.is_empty() {
            map.serialize_entry("detail", &self.detail)?;
        }
        map.serialize_entry("kind", self.kind.as_str())?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("cite", &self.cite)?;
        map.end()
    }
}

impl View<'_> {
    /// Everything dated of the records that a query asks for, in order of days: meetings, steps, levels, terms, sums,
    /// claims. Where the query names dates, only what lies within, or may. An empty query leaves out sources.
    ///
    /// # Errors
    /// When the text breaks the grammar, or names a field or value that the record cannot have.
    pub fn timeline(&self, text: &str) -> Result<Answer, QueryError> {
        let plan = Plan::parse(text, self.dataset())?;
        // Of who held a post only that post is told, not every other of the same person.
        let mut posts: Vec<String> = Vec::new();
        plan.each_filter(&mut |field, values| {
            if matches!(field, "post" | "member") {
                posts.extend(values.iter().map(|value| (*value).to_owned()));
            }
        });
        let is_asked = |term: &Struct<'_>| {
            let party = term.leaf("organization").unwrap_or_default();
            let role = format!("{party}/{}", crate::query::role(term));
            posts.is_empty() || posts.iter().any(|post| post == party || *post == role)
        };
        let mut moments = Vec::new();
        for (number, verdict) in eval::rows(self, &plan) {
            let kind = self.dataset().kind(number);
            if kind == Kind::Source && text.trim().is_empty() {
                continue;
            }
            moments.extend(self.moments_of(number, verdict, &self.shown(number), &is_asked));
        }
        let ranges = plan.dates();
        let within = |days: Bounds| {
            let touch = |range: &DateRange| days.meets(range.from, range.to);
            ranges.iter().map(touch).fold(Truth::Yes, |all, one| all.and(one))
        };
        moments.retain(|moment: &Moment| within(moment.days) != Truth::No);
        moments.order_by(|a, b| {
            let key =
                |moment: &Moment| (moment.days.start_first, moment.days.end_last, moment.kind);
            key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id)).then_with(|| a.what.cmp(&b.what))
        });
        let answer =
            Answer::new(self, "timeline", text, moments.into_iter().map(Row::Moment).collect());
        if answer.rows().is_empty() {
            Ok(answer.because(super::envelope::why_empty(self, &plan)))
        } else {
            Ok(answer)
        }
    }

    /// What is dated of one record, as the view shows it.
    pub(super) fn moments(
        &self,
        number: u32,
        verdict: Verdict,
        record: &Struct<'_>,
    ) -> Vec<Moment> {
        self.moments_of(number, verdict, record, &|_| true)
    }

    /// The same with only some of its terms. A term without known ends is told by the days on which it was seen.
    fn moments_of(
        &self,
        number: u32,
        verdict: Verdict,
        record: &Struct<'_>,
        is_asked: &dyn Fn(&Struct<'_>) -> bool,
    ) -> Vec<Moment> {
        let (kind, id) = (self.dataset().kind(number), self.dataset().id(number));
        let lang = self.language().to_string();
        let name = label(record, &lang).map_or_else(|| unnamed(id, &lang), str::to_owned);
        let mut moments = Vec::new();
        let mut push = |date: Option<&str>, said: Said, cite: Vec<Struct<'static>>, held| {
            let Some((date, days)) = date.and_then(|date| Some((date, bounds(date)?))) else {
                return;
            };
            moments.push(Moment {
                date: date.to_owned(),
                days,
                what: said.what,
                said: said.label,
                label: name.clone(),
                detail: said.detail,
                kind,
                id: id.to_owned(),
                verdict: verdict.and(held),
                cite,
            });
        };
        let field_cites = |field: &str| kept(supporting(record, field));
        if let Some(field) = crate::view::time_field(record) {
            let said = match kind {
                Kind::Event => Said::state(EventState::of(record, self.day()), &lang),
                Kind::Source => Said::word(Dated::Published, &lang),
                Kind::Claim => Said::word(Dated::Said, &lang),
                Kind::Commitment => Said::word(Dated::Made, &lang),
                Kind::Assessment => Said::word(Dated::Assessed, &lang),
                _ => Said::word(Dated::Runs, &lang),
            };
            push(record.leaf(field), said, field_cites(field), Verdict::YES);
        }
        for (field, list) in record.iter() {
            let timed = field.shape.struct_type().is_some_and(|of| {
                of.time != Time::Timeless && !matches!(of.name, "observation" | "alias" | "count")
            });
            if !timed {
                continue;
            }
            for (item, held) in self.lens().parts(record, field, list) {
                let Some(part) = item.as_struct() else { continue };
                let is_term = part.of.name == "membership";
                if is_term && !is_asked(part) {
                    continue;
                }
                let seen = part.parts("seen").filter(|_| is_term && part.get("span").is_none());
                for seen in seen {
                    let label = say(&lang, "seen in it", "재임 확인").to_owned();
                    let said = Said { label, ..Said::part(part, &lang, self) };
                    push(seen.leaf("on"), said, kept(seen.parts("cite")), held);
                }
                let time = crate::view::time_field(part);
                push(
                    time.and_then(|time| part.leaf(time)),
                    Said::part(part, &lang, self),
                    kept(part.parts("cite")),
                    held,
                );
            }
        }
        push(record.leaf("due"), Said::word(Dated::Due, &lang), field_cites("due"), Verdict::YES);
        for target in record.parts("target") {
            let value = amount_in(target.leaf("value").unwrap_or_default(), 0, "", &lang);
            let what = target.get("what").map(|node| plain(node, &lang)).unwrap_or_default();
            // `3 bridges`, of `bridges open`: the unit is said once.
            let quantity = target.leaf("value").and_then(|text| text.parse::<Quantity>().ok());
            let unit = quantity.as_ref().and_then(Quantity::unit).unwrap_or_default();
            let rest = what.strip_prefix(unit).filter(|_| !unit.is_empty()).map(str::trim_start);
            let detail = match rest {
                Some(rest) => format!("{value} {rest}").trim_end().to_owned(),
                None if what.is_empty() => value,
                None => format!("{what}: {value}"),
            };
            let said = Said { detail, ..Said::word(Dated::Target, &lang) };
            push(target.leaf("by"), said, kept(target.parts("cite")), Verdict::YES);
        }
        moments
    }
}

/// What a day on a timeline is of, where no word of the record says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub(super) enum Dated {
    /// A source came out.
    #[described(ko = "발행")]
    Published,
    /// A claim was made.
    #[described(ko = "발언")]
    Said,
    /// A commitment was made.
    #[described(ko = "약속")]
    Made,
    /// An assessment was given.
    #[described(ko = "평가")]
    Assessed,
    /// It runs from then, or over that time.
    #[described(ko = "기간")]
    Runs,
    /// It is due by then.
    #[described(ko = "기한")]
    Due,
    /// A number is to be reached by then.
    #[described(ko = "목표")]
    Target,
    /// A level of the relation begins.
    #[described(ko = "단계")]
    Level,
    /// A membership or post holds.
    #[described(ko = "직위")]
    Membership,
}

/// What a moment says: a word that is the same in every language, its label, and what the part adds.
struct Said {
    what: String,
    label: String,
    detail: String,
}

impl Said {
    fn word(word: Dated, lang: &str) -> Self {
        Self { what: word.to_string(), label: word.label(lang).into_owned(), detail: String::new() }
    }

    fn state(state: EventState, lang: &str) -> Self {
        Self {
            what: state.to_string(),
            label: state.label(lang).into_owned(),
            detail: String::new(),
        }
    }

    /// The word of the first closed list of a part, else the name of its type; and the rest of it.
    fn part(part: &Struct<'_>, lang: &str, view: &View<'_>) -> Self {
        let mut said: Option<Self> = None;
        let mut rest = Vec::new();
        let name = |id: &str| view.name_of(id).unwrap_or_else(|| unnamed(id, lang));
        for (field, node) in part.iter() {
            let refers = matches!(field.shape.class(), Class::Ref(_));
            match (field.shape, node) {
                (Shape::Words(of), Node::Leaf(word)) if said.is_none() => {
                    let label = of.find(word).map(|word| of.label(word.name, lang).into_owned());
                    let label = label.unwrap_or_else(|| word.to_string());
                    said = Some(Self { what: word.to_string(), label, detail: String::new() });
                }
                _ if NOT_TOLD.contains(&field.name) => {}
                (_, Node::Leaf(id)) if refers => rest.push(name(id)),
                (_, Node::List(items)) if refers => {
                    let names: Vec<_> = items.iter().filter_map(Node::as_str).map(name).collect();
                    rest.push(names.join(", "));
                }
                (_, Node::Struct(_)) => {}
                (_, Node::Leaf(sum))
                    if matches!(field.shape.class(), Class::Money | Class::Quantity) =>
                {
                    rest.push(amount_in(sum, 0, "", lang));
                }
                _ => rest.push(plain(node, lang)),
            }
        }
        rest.retain(|text| !text.is_empty());
        let said = said.unwrap_or_else(|| match part.of.name.parse::<Dated>() {
            Ok(word) => Self::word(word, lang),
            Err(_) => Self {
                what: part.of.name.to_owned(),
                label: crate::describe::label(part.of.name, lang).into_owned(),
                detail: String::new(),
            },
        });
        Self { detail: rest.join(", "), ..said }
    }
}

/// Fields of a part that the line of a moment does not repeat.
const NOT_TOLD: &[&str] = &["date", "span", "cite", "alternative", "absent", "seen", "per", "by"];

/// The first day of a moment, for those that put them in order.
pub(super) fn first(moment: &Moment) -> Day {
    moment.days.start_first
}
