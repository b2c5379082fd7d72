//! Ranks, shares told of the part, comparisons, and figures of people.

use super::amount::{Ends, Unit};
use super::cursor::At;
use super::figure::{Subject, figure};
use super::{Frame, quantity, with_ends};
use crate::model::{Among, Figure, Sense, Test, TestKind};

/// What a partner may be called, and the word of the measure that ranks it.
const PARTNERS: [(&str, (&str, bool)); 19] = [
    ("trading partners", ("trade", false)),
    ("trading partner", ("trade", false)),
    ("trade partner", ("trade", false)),
    ("partner in trade", ("trade", false)),
    ("export markets", ("exports", false)),
    ("export market", ("exports", false)),
    ("export destination", ("exports", false)),
    ("market for exports", ("exports", false)),
    ("import source", ("imports", false)),
    ("source of imports", ("imports", false)),
    ("supplier of imports", ("imports", false)),
    ("investment destination", ("investment", false)),
    ("destination of investment", ("investment", false)),
    ("source of foreign direct investment", ("investment", true)),
    ("source of direct investment", ("investment", true)),
    ("source of investment", ("investment", true)),
    ("foreign investor", ("investment", true)),
    ("investor", ("investment", true)),
    ("recipient of aid", ("aid", false)),
];
const IS: [&str; 8] =
    ["has been", "has become", "had become", "became", "remains", "remained", "is", "was"];
const ARE: [&str; 5] = ["are", "were", "is", "was", "has been"];
const MAKES: [&str; 10] = [
    "accounted for",
    "accounts for",
    "made up",
    "makes up",
    "represented",
    "represents",
    "took",
    "is",
    "was",
    "has been",
];

impl<'r> At<'r> {
    /// `A is B's second-largest trading partner in 2023`.
    pub(super) fn rank(&mut self, frame: &Frame) -> Option<Test> {
        let at = self;
        let party = at.party()?;
        at.any(&IS).then_some(())?;
        at.eat("the");
        let owner = at.or_stay(Self::owner);
        let place = at.place_of_rank()?;
        let from = *at;
        let (word, is_source) = match at.one_of(&PARTNERS) {
            Some(found) => found,
            None if at.is_end() => {
                let nearest = Some("A is B's largest MEASURE partner".to_owned());
                return at.stop("a measure and a set to rank in are missing", "", nearest);
            }
            None => {
                let words = at.reader.written(from.at, at.reader.tokens.len());
                return at.stop(format!("`{words}` is no rank of a measure"), words, None);
            }
        };
        let names = at.reader.names;
        let area = match owner {
            Some(owner) => owner,
            None => at.any(&["of", "in", "for"]).then(|| at.party())??,
        };
        let measure = names.measure(word)?;
        let measure = match is_source {
            true => names.measures.get(measure)?.mirror.as_deref()?,
            false => measure,
        };
        let start = *at;
        let time = at.times()?.and(frame.time.clone())?;
        at.is_end().then_some(())?;
        Some(Test {
            kind: Some(TestKind::Rank),
            figure: Some(frame.reported(&figure(measure, Some(area), None))),
            party: party.parse().ok(),
            among: at.among(area, party),
            value: quantity(&place.to_string()),
            period: at.one_year(start, time)?,
            ..Test::default()
        })
    }

    /// `largest`, `second-largest`, `No. 3`.
    fn place_of_rank(&mut self) -> Option<usize> {
        if self.any(&["top", "largest", "biggest"]) {
            return Some(1);
        }
        let numbered = self.or_stay(|at| {
            at.any(&["no", "number"]).then_some(())?;
            at.number()?.parse().ok().filter(|place| *place > 0)
        });
        if numbered.is_some() {
            return numbered;
        }
        self.or_stay(|at| {
            let place = at.ordinal()?;
            if at.any(&["largest", "biggest", "most important"]) {
                return Some(place);
            }
            let words = at.reader.written(at.at.saturating_sub(1), at.reader.tokens.len());
            at.stop(format!("`{words}` is no rank of a measure"), words, None)
        })
    }

    /// Those among whom a party is ranked: as one it counts itself, if it is several; each other bloc that it is no member
    /// of may count as one, or as many.
    fn among(&self, area: &str, party: &str) -> Vec<Among> {
        let names = self.reader.names;
        let ids = |of: &[&str]| of.iter().filter_map(|id| id.parse().ok()).collect::<Vec<_>>();
        let own: Vec<&str> =
            names.blocs.iter().map(String::as_str).filter(|bloc| *bloc == party).collect();
        let is_other = |bloc: &&str| {
            names.has_members(bloc)
                && ![area, party].contains(bloc)
                && !names.is_member(party, bloc)
                && !names.is_member(area, bloc)
        };
        let others: Vec<&str> = names.blocs.iter().map(String::as_str).filter(is_other).collect();
        let without =
            if names.blocs.iter().any(|bloc| bloc == area) { ids(&[area]) } else { Vec::new() };
        let one: Vec<&str> = own.iter().chain(&others).copied().collect();
        let mut among =
            vec![Among { set: Some("all".to_owned()), one: ids(&one), without: without.clone() }];
        if !others.is_empty() {
            among.push(Among { set: Some("all".to_owned()), one: ids(&own), without });
        }
        among
    }

    /// `A accounted for 14.7 per cent of B's trade in 2023`.
    pub(super) fn share_by_part(&mut self, frame: &Frame) -> Option<Test> {
        let at = self;
        let part = at.party()?;
        at.any(&MAKES).then_some(())?;
        let value = at.share()?;
        at.eat("of").then_some(())?;
        let whole = at.figure()?;
        at.share_test(part, whole, value, frame)
    }

    /// `Half of A's trade with B was with C`, `more than 30 per cent of A's aid went to B`.
    pub(super) fn share_by_whole(&mut self, frame: &Frame) -> Option<Test> {
        let at = self;
        let value = at.share()?;
        at.eat("of").then_some(())?;
        let whole = at.figure()?;
        let verbs = [
            "was with",
            "is with",
            "went to",
            "goes to",
            "go to",
            "was in",
            "came from",
            "comes from",
            "was done with",
        ];
        at.any(&verbs).then_some(())?;
        let part = at.party()?;
        at.share_test(part, whole, value, frame)
    }

    fn share_test(
        &mut self,
        part: &str,
        whole: Figure,
        value: Ends,
        frame: &Frame,
    ) -> Option<Test> {
        let start = *self;
        let time = self.times()?.and(frame.time.clone())?;
        self.is_end().then_some(())?;
        let subject = Subject::Share(self.part_of(&whole, part), whole);
        let period = self.one_year(start, time)?;
        let kind = Some(TestKind::Share);
        with_ends(&value, Test { kind, period, ..self.test_of(&subject, frame)? })
    }

    /// `A exported more to B than to C in 2022`.
    pub(super) fn compared(&mut self, frame: &Frame) -> Option<Test> {
        let at = self;
        let area = at.party()?;
        let verbs = [
            ("exported", ("exports", "to")),
            ("exports", ("exports", "to")),
            ("imported", ("imports", "from")),
            ("imports", ("imports", "from")),
            ("traded", ("trade", "with")),
            ("trades", ("trade", "with")),
            ("invested", ("investment", "in")),
            ("invests", ("investment", "in")),
        ];
        let (word, with) = at.one_of(&verbs)?;
        let sense = at.one_of(&[("more", Sense::Above), ("less", Sense::Below)])?;
        let first = at.eat(with).then(|| at.party())??;
        at.eat("than").then_some(())?;
        let second = at.eat(with).then(|| at.party())??;
        let measure = at.reader.names.measure(word)?;
        let start = *at;
        let time = at.times()?.and(frame.time.clone())?;
        at.is_end().then_some(())?;
        let of = |party: &str| Some(frame.reported(&figure(measure, Some(area), Some(party))));
        Some(Test {
            kind: Some(TestKind::Compare),
            figure: of(first),
            of: of(second),
            sense: Some(sense),
            period: at.one_year(start, time)?,
            ..Test::default()
        })
    }

    /// `At least 10 million Koreans visited ASEAN in 2019`, `nearly 600,000 ASEAN nationals lived in Korea`.
    pub(super) fn people(&mut self, frame: &Frame) -> Option<Test> {
        let at = self;
        let from = *at;
        let amount = at.amount().filter(|amount| amount.unit == Unit::None)?;
        at.any(&["nationals of", "citizens of", "people of", "people from", "visitors from"]);
        let whose = at.party()?;
        let start = *at;
        let some = ["visitors", "tourists", "students", "workers", "travellers", "residents"];
        let is_some = !at.any(&["nationals", "citizens", "people"]) && at.any(&some);
        let said = at.since(start);
        let verbs = [
            ("visited", "visits"),
            ("travelled to", "visits"),
            ("lived in", "residents"),
            ("live in", "residents"),
            ("were living in", "residents"),
            ("resided in", "residents"),
            ("studied in", "students"),
            ("study in", "students"),
        ];
        let word = at.one_of(&verbs)?;
        let is_same = word == said || (word, said) == ("visits", "visitors");
        if is_some && !is_same {
            let nearest = at.reader.text.replacen(said, "nationals", 1);
            let why = format!("`{said}` are not all who are counted");
            return at.stop(why, said, Some(nearest));
        }
        let area = at.party()?;
        let measure = at.reader.names.measure(word)?;
        let level = figure(measure, Some(area), Some(whose));
        let subject = Subject::Level(level);
        let unit = at.unit_for(&subject, &amount, from)?;
        let start = *at;
        let time = at.times()?.and(frame.time.clone())?;
        at.is_end().then_some(())?;
        let period = at.one_year(start, time)?;
        let kind = Some(TestKind::Threshold);
        with_ends(&amount.ends(&unit), Test { kind, period, ..at.test_of(&subject, frame)? })
    }

    pub(super) fn is_or_are(&mut self) -> bool {
        self.any(&ARE)
    }
}
