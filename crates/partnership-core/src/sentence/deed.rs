//! Money of funds, targets, counts, meetings, memberships, days and their order.

use super::amount::{Ends, Unit};
use super::cursor::At;
use super::time::span;
use super::{Frame, quantity, spans, with_ends};
use crate::model::{Action, Ended, Every, Kind, Per, Rung, Test, TestKind};
use crate::value::Point;

/// What is done with a text or project, and the step that it is.
const DEEDS: [(&str, Option<Action>); 16] = [
    ("was signed", Some(Action::Signed)),
    ("were signed", Some(Action::Signed)),
    ("entered into force", Some(Action::InForce)),
    ("came into force", Some(Action::InForce)),
    ("took effect", Some(Action::InForce)),
    ("was adopted", Some(Action::Adopted)),
    ("was concluded", Some(Action::Concluded)),
    ("was ratified", Some(Action::Ratified)),
    ("was announced", Some(Action::Announced)),
    ("was approved", Some(Action::Approved)),
    ("was launched", Some(Action::Launched)),
    ("was established", None),
    ("was founded", None),
    ("was held", None),
    ("took place", None),
    ("began", None),
];
const THINGS: [Kind; 4] = [Kind::Instrument, Kind::Event, Kind::Project, Kind::Fund];
const GAVE: [(&str, Rung); 9] = [
    ("has pledged", Rung::Pledge),
    ("pledged", Rung::Pledge),
    ("promised", Rung::Pledge),
    ("has committed", Rung::Commitment),
    ("committed", Rung::Commitment),
    ("has paid", Rung::Disbursement),
    ("paid", Rung::Disbursement),
    ("disbursed", Rung::Disbursement),
    ("spent", Rung::Expenditure),
];

/// What a sentence counts, and how many there are to be.
struct Count {
    of: CountOf,
    query: String,
    value: Ends,
}

/// Sorts of what is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CountOf {
    /// Those who belong to a body or hold an office in it.
    Members,
    /// What somebody has done.
    Deeds,
}

impl Count {
    fn of_members(query: String, value: Ends) -> Self {
        Self { of: CountOf::Members, query, value }
    }

    fn of_deeds(query: String, value: Ends) -> Self {
        Self { of: CountOf::Deeds, query, value }
    }
}

impl<'r> At<'r> {
    /// `A pledged US$32 million a year to the fund by 2027`, `the fund received US$20 million in 2023`.
    pub(super) fn fund(&mut self, frame: &Frame) -> Option<Test> {
        let at = self;
        let (fund, amount, rung, payer) = match at.or_stay(|at| at.record(&[Kind::Fund])) {
            Some(fund) => {
                at.any(&["received", "got", "was given"]).then_some(())?;
                (fund, at.amount()?, None, None)
            }
            None => {
                let payer = at.party()?;
                let rung = match at.one_of(&GAVE) {
                    Some(rung) => Some(rung),
                    None => at
                        .any(&["has contributed", "contributed", "contributes", "gave", "gives"])
                        .then_some(None)?,
                };
                let amount = at.amount()?;
                at.any(&["a year", "per year", "annually", "each year", "every year"]);
                at.any(&["to", "into", "for"]).then_some(())?;
                (at.record(&[Kind::Fund])?, amount, rung, Some(payer))
            }
        };
        at.any(&["a year", "per year", "annually", "each year", "every year"]);
        let Unit::Money(money) = amount.unit else {
            return at.stop("the currency is not said", &amount.digits, None);
        };
        let time = at.times()?.and(frame.time.clone())?;
        at.is_end().then_some(())?;
        let test = Test {
            kind: Some(TestKind::Funding),
            fund: fund.parse().ok(),
            party: payer.and_then(|payer| payer.parse().ok()),
            rung: rung.into_iter().collect(),
            per: Some(Per::Year),
            period: at.level_time(time)?,
            ..Test::default()
        };
        with_ends(&amount.ends(money), test)
    }

    /// `The target of US$150 billion of trade by 2015 was met`.
    pub(super) fn target(&mut self, frame: &Frame) -> Option<Test> {
        let at = self;
        at.eat("the");
        at.any(&["target of", "goal of", "aim of"]).then_some(())?;
        let from = *at;
        let amount = at.amount().filter(|amount| amount.upper.is_none())?;
        at.any(&["of", "in", "for"]).then_some(())?;
        at.any(&["two way", "annual"]);
        let (measure, _) = at.measure()?;
        let by = at.eat("by").then(|| at.year())??;
        at.any(&[
            "was met",
            "was reached",
            "was achieved",
            "has been met",
            "has been reached",
            "is met",
        ])
        .then_some(())?;
        at.is_end().then_some(())?;
        let Unit::Money(money) = amount.unit else { return None };
        let wanted = quantity(&amount.of(money))?;
        let fits = |target: &&super::names::Aim| {
            target.measure == measure
                && target.by == by
                && target.value.compare_to(&wanted) == Some(std::cmp::Ordering::Equal)
        };
        let Some(found) = at.reader.names.aims.iter().find(fits) else {
            let words = at.since(from);
            return at.stop("no such target is held", words, None);
        };
        let _ = frame;
        Some(Test {
            kind: Some(TestKind::TargetMet),
            commitment: found.commitment.parse().ok(),
            value: Some(found.value.clone()),
            ..Test::default()
        })
    }

    /// `Seven members of A belong to B`, `A had eleven dialogue partners in July 2024`, `B has hosted three …`.
    pub(super) fn counted(&mut self, frame: &Frame) -> Option<Test> {
        let Count { of, query, value } = None
            .or_else(|| self.or_stay(Self::members_in))
            .or_else(|| self.or_stay(Self::holders))
            .or_else(|| self.or_stay(Self::hosted))
            .or_else(|| self.or_stay(Self::supported))?;
        let at = self;
        let from = *at;
        let time = at.times()?.and(frame.time.clone())?;
        at.is_end().then_some(())?;
        if let Some(year) = time.end.or(time.base) {
            let words = at.since(from);
            let nearest = at.reader.text.replacen(words, &format!("in {year}"), 1);
            return at.stop("a count is of one day, month or year", words, Some(nearest));
        }
        // Who belongs to a body is so on a day: without a time, on that which is asked for. What has happened, ever.
        let asked = frame.on.filter(|_| of == CountOf::Members).map(Point::from);
        let on = time.at.and_then(|on| on.parse().ok()).or(asked);
        let kind = Some(TestKind::Count);
        with_ends(&value, Test { kind, query: Some(query), on, ..Test::default() })
    }

    fn count(&mut self) -> Option<Ends> {
        let between =
            |at: &mut Self| at.amount_between().filter(|between| between.unit == Unit::None);
        if let Some(between) = self.or_stay(between) {
            return Some(between.ends(""));
        }
        self.or_stay(|at| {
            let hedge = at.hedge().unwrap_or("");
            Some((format!("{hedge}{}", at.number()?), None))
        })
    }

    fn members_in(&mut self) -> Option<Count> {
        let at = self;
        let value = at.count()?;
        at.any(&["members of", "member states of", "countries of"]).then_some(())?;
        let first = at.party()?;
        at.any(&["belong to", "belonged to", "are members of", "are in"]).then_some(())?;
        let second = at.party()?;
        Some(Count::of_members(format!("member:{second} member:{first}"), value))
    }

    fn holders(&mut self) -> Option<Count> {
        let at = self;
        let party = at.party()?;
        at.any(&["has", "had"]).then_some(())?;
        let value = at.count()?;
        if at.any(&["members", "member states"]) {
            return Some(Count::of_members(format!("kind:party member:{party}"), value));
        }
        // The office is the one whose key these words are, but for the ending of many.
        let held = at.reader.names.offices.get(party)?;
        let key = held.iter().find(|key| {
            let many = format!("{}s", key.replace('-', " "));
            at.eat(&many)
        })?;
        Some(Count::of_members(format!("member:{party}/{key}"), value))
    }

    fn hosted(&mut self) -> Option<Count> {
        let at = self;
        let party = at.party()?;
        at.any(&["has hosted", "hosted", "has been host of", "was host of"]).then_some(())?;
        let value = at.count()?;
        let by_words = at.or_stay(|at| {
            let (count, id) = at.reader.names.short_forum(at.rest())?;
            at.take(count);
            let with = at.eat("with").then(|| at.party())??;
            at.reader.names.is_between(id, party, with).then_some(id)
        });
        let forum = match by_words {
            Some(forum) => forum,
            None => at.forum()?,
        };
        Some(Count::of_deeds(format!("forum:{forum} host:{party}"), value))
    }

    /// `The fund has supported 400 projects`.
    fn supported(&mut self) -> Option<Count> {
        let at = self;
        let fund = at.record(&[Kind::Fund])?;
        at.any(&["has supported", "supported", "has funded", "funded", "supports", "funds"])
            .then_some(())?;
        let value = at.count()?;
        at.any(&["projects", "project"]).then_some(())?;
        Some(Count::of_deeds(format!("kind:project funder:{fund}"), value))
    }

    /// A series of meetings; a plural is that of its name.
    fn forum(&mut self) -> Option<&'r str> {
        self.or_stay(|at| {
            at.eat("the");
            let from = *at;
            if let Some((count, id)) = at.reader.names.forum(at.rest()) {
                at.take(count);
                return Some(id);
            }
            at.any(&["summits", "summit", "meetings", "meeting", "dialogue"]).then_some(())?;
            let words = at.since(from);
            at.stop(format!("`{words}` can be of several series of meetings"), "", None)
        })
    }

    /// `The summit has been held every year since 1997`.
    pub(super) fn recurs(&mut self, frame: &Frame) -> Option<Test> {
        let at = self;
        let forum = at.forum()?;
        at.any(&[
            "has been held",
            "has met",
            "was held",
            "is held",
            "have been held",
            "met",
            "has taken place",
        ])
        .then_some(())?;
        at.any(&["every year", "each year", "annually", "yearly"]).then_some(())?;
        let over = at.over(frame)?;
        Some(Test {
            kind: Some(TestKind::Recurrence),
            query: Some(format!("forum:{forum}")),
            every: Some(Every::Year),
            over: span(&over),
            ..Test::default()
        })
    }

    /// The time over which something recurs: to the last full year before the day of the sentence, unless its end is said.
    fn over(&mut self, frame: &Frame) -> Option<String> {
        let time = self.times()?.and(frame.time.clone())?;
        self.is_end().then_some(())?;
        let Some(base) = time.base else {
            return self.stop(
                "since when is not said",
                "",
                Some(format!("{} since YEAR", self.reader.text.trim_end_matches('.'))),
            );
        };
        Some(format!("{base}/{}", time.end.unwrap_or_else(|| frame.last_year.to_string())))
    }

    /// `The President of A attended every meeting since 1997`, `somebody attended the meeting in 2023`.
    pub(super) fn attended(&mut self, frame: &Frame) -> Option<Test> {
        let at = self;
        let office = at.office();
        let person =
            if office.is_none() { Some(at.record(&[Kind::Person, Kind::Party])?) } else { None };
        at.any(&["has attended", "attended", "took part in", "was at"]).then_some(())?;
        let every = at.any(&["every", "each"]);
        let forum = at.forum()?;
        let (over, query) = match every {
            true => (at.over(frame)?, format!("forum:{forum}")),
            false => {
                let time = at.times()?.and(frame.time.clone())?;
                let year = time.at.filter(|_| time.base.is_none())?;
                (year.clone(), format!("forum:{forum} date:{year}"))
            }
        };
        at.is_end().then_some(())?;
        Some(Test {
            kind: Some(TestKind::Presence),
            who: person.and_then(|id| id.parse().ok()),
            organization: office.and_then(|(party, _)| party.parse().ok()),
            role: office.and_then(|(_, key)| key.parse().ok()),
            query: Some(query),
            every: every.then_some(Every::Time),
            over: span(&over),
            ..Test::default()
        })
    }

    /// `A is a member of B`.
    pub(super) fn member(&mut self, frame: &Frame) -> Option<Test> {
        let at = self;
        let who = at.record(&[Kind::Party, Kind::Person])?;
        at.is_or_are().then_some(())?;
        let organization = at.or_stay(|at| {
            at.any(&["a member state of", "a member of", "members of"]).then_some(())?;
            at.party()
        });
        let (organization, role) = match organization {
            Some(found) => (found, None),
            None => {
                at.any(&["a", "an", "the"]);
                let (party, key) = at.role_of()?;
                (party, Some(key))
            }
        };
        let from = *at;
        let time = at.times()?.and(frame.time.clone())?;
        at.is_end().then_some(())?;
        if time.end.is_some() || time.years.is_some() {
            let when = match (time.base, time.end) {
                (Some(year), _) => format!("since {year}"),
                (None, year) => format!("in {}", year.unwrap_or_default()),
            };
            let words = at.since(from);
            let why = "membership is of a day, month or year, or since a year";
            return at.stop(why, words, Some(at.reader.text.replacen(words, &when, 1)));
        }
        let is_since = time.base.is_some();
        Some(Test {
            kind: Some(if is_since { TestKind::Dated } else { TestKind::Member }),
            on: time.base.and_then(|year| year.parse().ok()),
            ended: is_since.then_some(Ended::Start),
            who: who.parse().ok(),
            organization: organization.parse().ok(),
            role: role.and_then(|role| role.parse().ok()),
            period: spans(time.at.as_slice()),
            ..Test::default()
        })
    }

    /// `dialogue partner of A`.
    fn role_of(&mut self) -> Option<(&'r str, &'r str)> {
        self.or_stay(|at| at.office())
    }

    /// `X was signed on 15 November 2020`, `X entered into force for A in February 2022`.
    pub(super) fn dated(&mut self, frame: &Frame) -> Option<Test> {
        let at = self;
        let record = at.record(&THINGS)?;
        let action = at.one_of(&DEEDS)?;
        let party = at.or_stay(|at| at.any(&["for", "by"]).then(|| at.party())?);
        let time = at.times()?.and(frame.time.clone())?;
        at.is_end().then_some(())?;
        let on = time.at.filter(|_| time.base.is_none() && time.end.is_none());
        let Some(on) = on else {
            return at.stop(
                "the day, month or year is not said",
                "",
                Some("… on DAY MONTH YEAR".to_owned()),
            );
        };
        Some(Test {
            kind: Some(TestKind::Dated),
            record: record.parse().ok(),
            action,
            party: party.and_then(|party| party.parse().ok()),
            on: on.parse().ok(),
            ..Test::default()
        })
    }

    /// `X was adopted before Y`, `X came after Y was signed`.
    pub(super) fn ordered_deeds(&mut self) -> Option<Test> {
        let at = self;
        let first = at.record(&THINGS)?;
        let action = match at.one_of(&DEEDS) {
            Some(action) => action,
            None => at.eat("came").then_some(None)?,
        };
        let before = at.one_of(&[("before", true), ("after", false)])?;
        let second = at.record(&THINGS)?;
        let then = at.one_of(&DEEDS).flatten();
        at.is_end().then_some(())?;
        let (first, second) = ((first, action), (second, then));
        let ((one, action), (two, then)) = if before { (first, second) } else { (second, first) };
        Some(Test {
            kind: Some(TestKind::Order),
            record: one.parse().ok(),
            action,
            then: two.parse().ok(),
            then_action: then,
            ..Test::default()
        })
    }
}
