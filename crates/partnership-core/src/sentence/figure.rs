//! What is measured, of whom and with whom, and what is said of it.

use super::Frame;
use super::amount::{Amount, Unit};
use super::cursor::At;
use crate::model::{Figure, Per, Test};

/// What a sentence is about.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    Level(Figure),
    /// One figure in another.
    Share(Figure, Figure),
    /// What a party gives to a fund in a year: the fund, and the party.
    Fund(String, String),
}

/// Words that may stand between an owner and a measure, and say nothing that the record would tell apart.
const NEUTRAL: [&str; 6] = ["total", "overall", "annual", "yearly", "two way", "mutual"];

/// Whether a measure counts what comes from the other party, and not what goes to it.
fn comes(words: &str) -> bool {
    let words = words.to_lowercase();
    let comes = ["import", "visit", "arrival", "student", "inflow", "resident"];
    comes.iter().any(|word| words.contains(word))
}

impl<'r> At<'r> {
    /// `trade between A and B`, `A's exports to B`, `investment of A in B`, `the population of A`.
    pub(super) fn figure(&mut self) -> Option<Figure> {
        self.or_stay(|at| {
            at.eat("the");
            if let Some(found) = at.or_stay(Self::measure_first) {
                return Some(found);
            }
            let area = at.owner()?;
            let mut free = *at;
            while at.any(&NEUTRAL) {}
            let (measure, words) = match free.measure() {
                Some(found) => {
                    *at = free;
                    found
                }
                None => at.measure()?,
            };
            let counterpart = at.counterpart(words);
            Some(figure(measure, Some(area), counterpart))
        })
    }

    fn measure_first(&mut self) -> Option<Figure> {
        let at = self;
        while at.any(&NEUTRAL) {}
        let (measure, words) = at.measure()?;
        if at.eat("and") {
            if let Some((_, other)) = at.or_stay(Self::measure) {
                let why = format!(
                    "`{words}` and `{other}` are two measures, and a sentence tells of one"
                );
                return at.stop(why, "", Some("one sentence for each".to_owned()));
            }
            return None;
        }
        if at.eat("between") {
            let first = at.party()?;
            if at.comma() && at.or_stay(Self::party).is_some() {
                return at.stop("three parties, and trade is of two", "", None);
            }
            at.eat("and").then_some(())?;
            let second = at.party()?;
            return at.between(measure, words, first, second);
        }
        if at.eat("of") {
            let area = at.party()?;
            let counterpart = at.counterpart(words);
            return Some(figure(measure, Some(area), counterpart));
        }
        if at.eat("from") {
            let from = at.party()?;
            let to = at.any(&["to", "in", "into"]).then(|| at.party())??;
            let (area, counterpart) = if comes(words) { (to, from) } else { (from, to) };
            return Some(figure(measure, Some(area), Some(counterpart)));
        }
        at.stop(
            format!("whose `{words}` is not said: two parties are missing, and none is assumed"),
            "",
            None,
        )
    }

    /// A figure of two parties without a direction: of a measure that has none, or that is also counted both ways.
    fn between(&self, measure: &str, words: &str, first: &str, second: &str) -> Option<Figure> {
        let said = self.reader.names.measures.get(measure)?;
        let is_of = |side: &str| side == first || side == second;
        let are_sides = self.reader.names.sides.iter().any(|sides| {
            sides.len() == 2 && sides.iter().all(|side| is_of(side)) && first != second
        });
        match (said.two_way, said.both_ways && are_sides) {
            (true, _) => Some(figure(measure, Some(first), Some(second))),
            (false, true) => Some(figure(measure, None, None)),
            (false, false) => {
                let (a, b) = (self.reader.names.short(first), self.reader.names.short(second));
                let why =
                    format!("`{words}` has a direction, and between two parties there are two");
                self.stop(why, "", Some(format!("{a}'s {words} …, or {b}'s {words} …")))
            }
        }
    }

    /// `to B`, as the measure has it: imports come from somewhere, exports go to it.
    pub(super) fn counterpart(&mut self, words: &str) -> Option<&'r str> {
        self.or_stay(|at| {
            let fits = match comes(words) {
                true => at.any(&["from", "with"]),
                false => at.any(&["with", "to", "in", "into", "for"]),
            };
            fits.then(|| at.party())?
        })
    }

    pub(super) fn subject(&mut self) -> Option<Subject> {
        if let Some(share) = self.or_stay(Self::share_of) {
            return Some(share);
        }
        if let Some((fund, payer)) = self.or_stay(Self::contribution) {
            return Some(Subject::Fund(fund.to_owned(), payer.to_owned()));
        }
        self.figure().map(Subject::Level)
    }

    /// `A's share of B's trade`.
    fn share_of(&mut self) -> Option<Subject> {
        let at = self;
        let part = match at.eat("the share of") {
            true => at.or_stay(|at| {
                let part = at.party()?;
                at.any(&["in", "of"]).then_some(part)
            })?,
            false => {
                let part = at.owner()?;
                at.any(&["share of", "share in"]).then_some(part)?
            }
        };
        let whole = at.figure()?;
        Some(Subject::Share(at.part_of(&whole, part), whole))
    }

    /// The figure of a party within another. What goes to single partners is held of the wider measure.
    pub(super) fn part_of(&self, whole: &Figure, part: &str) -> Figure {
        let measure = whole.measure.as_ref().map(|measure| measure.as_str()).unwrap_or_default();
        let said = self.reader.names.measures.get(measure);
        let wider = said.and_then(|said| said.broader.as_deref());
        let area = whole.area.as_ref().map(|area| area.as_str());
        figure(wider.unwrap_or(measure), area, Some(part))
    }

    fn contribution(&mut self) -> Option<(&'r str, &'r str)> {
        let at = self;
        let payer = at.owner()?;
        at.any(&["yearly", "annual"]);
        at.any(&["contribution to", "contributions to", "payment to", "payments to"])
            .then_some(())?;
        Some((at.record(&[crate::model::Kind::Fund])?, payer))
    }

    /// The fields of a test that say what it is about.
    pub(super) fn test_of(&self, subject: &Subject, frame: &Frame) -> Option<Test> {
        Some(match subject {
            Subject::Level(level) => {
                Test { figure: Some(frame.reported(level)), ..Test::default() }
            }
            Subject::Share(part, whole) => Test {
                figure: Some(frame.reported(part)),
                of: Some(frame.reported(whole)),
                ..Test::default()
            },
            Subject::Fund(fund, payer) => Test {
                fund: Some(fund.parse().ok()?),
                party: Some(payer.parse().ok()?),
                per: Some(Per::Year),
                ..Test::default()
            },
        })
    }

    /// The one unit of the tables of a measure.
    pub(super) fn unit_of(&self, subject: &Subject) -> Option<&'r str> {
        let Subject::Level(level) = subject else { return None };
        let said = self.reader.names.measures.get(level.measure.as_ref()?.as_str())?;
        let mut units = said.units.iter();
        units.next().map(String::as_str).filter(|_| units.next().is_none())
    }

    /// The unit of a number that is said of a subject; a currency is never turned into another.
    pub(super) fn unit_for(
        &mut self,
        subject: &Subject,
        amount: &Amount,
        from: At<'_>,
    ) -> Option<String> {
        let measure = match subject {
            Subject::Level(level) => level.measure.as_ref()?.as_str(),
            Subject::Share(..) => return None,
            Subject::Fund(..) => {
                return match amount.unit {
                    Unit::Money(money) => Some(money.to_owned()),
                    _ => self.stop("the currency is not said", self.since(from), None),
                };
            }
        };
        let said = self.reader.names.measures.get(measure)?;
        let units = || said.units.iter().map(String::as_str);
        let monies: Vec<&str> = units().filter(|unit| is_currency(unit)).collect();
        let counts: Vec<&str> = units().filter(|unit| !is_currency(unit) && *unit != "%").collect();
        match amount.unit {
            Unit::Money(money) if monies.contains(&money) => Some(money.to_owned()),
            Unit::Money(money) if !monies.is_empty() => {
                let why = format!(
                    "the figures are in {}, not in {money}, and no rate is applied",
                    monies.join(" or ")
                );
                let words = self.since(from);
                let nearest = self.reader.text.replacen(words, &written(monies[0], "N"), 1);
                self.stop(why, words, Some(nearest))
            }
            Unit::Percent if said.units.contains("%") => Some("%".to_owned()),
            Unit::None => {
                let named = counts.iter().find(|unit| self.eat(unit));
                let people = ["persons", "people"].iter().any(|word| self.eat(word));
                match (named, counts.as_slice()) {
                    (Some(unit), _) => Some((*unit).to_owned()),
                    (None, [one]) if monies.is_empty() && (!people || *one == "persons") => {
                        Some((*one).to_owned())
                    }
                    _ => {
                        let one = monies.first().or(counts.first()).copied().unwrap_or_default();
                        let why = format!("the unit is not said; the figures are in {one}");
                        let digits = self.since(from);
                        let wanted = match digits.strip_prefix("between ") {
                            Some(ends) => format!("between {}", written(one, ends)),
                            None => written(one, digits),
                        };
                        let nearest = self.reader.text.replacen(digits, &wanted, 1);
                        self.stop(why, digits, Some(nearest))
                    }
                }
            }
            _ => None,
        }
    }
}

/// Whether a unit is the code of a currency.
pub(super) fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// An amount of money as it is written.
pub(super) fn written(unit: &str, digits: &str) -> String {
    match unit {
        "USD" => format!("US${digits}"),
        _ if is_currency(unit) => format!("{unit} {digits}"),
        _ => format!("{digits} {unit}"),
    }
}

pub(super) fn figure(measure: &str, area: Option<&str>, counterpart: Option<&str>) -> Figure {
    Figure {
        measure: measure.parse().ok(),
        area: area.and_then(|id| id.parse().ok()),
        counterpart: counterpart.and_then(|id| id.parse().ok()),
        reporter: None,
    }
}
