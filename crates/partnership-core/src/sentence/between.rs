//! Numbers that are said to lie between two: `between 10 and 12 billion dollars`, `between 3 and 4 times`.

use super::amount::{Amount, POWERS, Unit};
use super::cursor::At;
use super::quantity;
use super::time::is_year;

/// One of the two numbers, with its digits as they are written.
struct End<'r> {
    written: &'r str,
    amount: Amount,
}

impl<'r> At<'r> {
    /// An amount between two: what stands only behind the upper end, a power of ten or a unit, is of both.
    pub(super) fn amount_between(&mut self) -> Option<Amount> {
        self.or_stay(|at| {
            let from = *at;
            at.eat("between").then_some(())?;
            let low = at.end(from)?;
            let high = at.upper_end(from, &low)?;
            let unit = match (low.amount.unit, high.amount.unit) {
                (Unit::None, unit) | (unit, Unit::None) => unit,
                (low, high) if low == high => low,
                _ => return None,
            };
            let power = |of: &'_ str| of.split_once('e').map(|(_, power)| power.to_owned());
            let digits = match (power(&low.amount.digits), power(&high.amount.digits)) {
                (None, Some(power)) => format!("{}e{power}", low.amount.digits),
                (Some(power), None) => {
                    let of = |of: &&(&str, u32)| of.1.to_string() == power;
                    let word = POWERS.iter().find(of).map_or("", |(word, _)| word);
                    let (first, last) = (low.written, high.written);
                    let nearest = format!("… between {first} and {last} {word} …");
                    let why = format!("whether `{last}` is in {word}s too is not said");
                    return at.stop(why, at.since(from), Some(nearest));
                }
                _ => low.amount.digits.clone(),
            };
            at.ascends(from, (&low, &digits), &high)?;
            Some(Amount { digits, unit, upper: Some(high.amount.digits), ..low.amount })
        })
    }

    /// A multiple between two: `between 3 and 4 times`, `between 3-fold and 4-fold`.
    pub(super) fn multiple_between(&mut self) -> Option<(String, Option<String>)> {
        const FOLD: [&str; 2] = ["fold", "times"];
        self.or_stay(|at| {
            let from = *at;
            at.eat("between").then_some(())?;
            let low = at.end(from)?;
            at.any(&FOLD);
            let high = at.upper_end(from, &low)?;
            at.any(&FOLD).then_some(())?;
            at.ascends(from, (&low, &low.amount.digits), &high)?;
            Some((low.amount.digits, Some(high.amount.digits)))
        })
    }

    /// Refuses `10–12` and `10 to 12`, which may be a range, a change or a score: `between` says which. Two years are a time.
    pub(super) fn range_after(&self, from: At<'r>) -> Option<()> {
        let (mut at, low) = (*self, self.since(from));
        let is_bound = at.next().is_some_and(|token| token.bound && token.is_number());
        if !is_bound && !at.eat("to") {
            return Some(());
        }
        let start = at;
        let is_year = low.len() == 4 && low.bytes().all(|byte| byte.is_ascii_digit());
        let Some(high) = at.plain().filter(|_| !is_year).map(|_| at.since(start)) else {
            return Some(());
        };
        let words = at.since(from);
        let nearest = self.reader.text.replacen(words, &format!("between {low} and {high}"), 1);
        self.stop(
            format!("`{words}` is no number; two ends are told by `between`"),
            words,
            Some(nearest),
        )
    }

    /// One of the two; between two numbers there is no other hedge.
    fn end(&mut self, from: At<'r>) -> Option<End<'r>> {
        let hedged = *self;
        if self.hedge().is_some() {
            let words = self.since(hedged);
            self.plain()?;
            let why = "`between` says both ends: neither has another hedge";
            let nearest = self.reader.text.replacen(&format!("{words} "), "", 1);
            return self.stop(why, self.since(from), Some(nearest));
        }
        let mut there = *self;
        there.one_of(&super::amount::CURRENCIES);
        let start = there;
        there.number()?;
        let written = there.since(start);
        Some(End { written, amount: self.plain()? })
    }

    /// The upper end; two years are a time, and no two numbers.
    fn upper_end(&mut self, from: At<'r>, low: &End<'r>) -> Option<End<'r>> {
        if low.amount.unit == Unit::None && is_year(low.written) {
            return None;
        }
        if !self.eat("and") {
            let words = self.since(from);
            let nearest = format!("{words} and N");
            let nearest = self.reader.text.replacen(words, &nearest, 1);
            return self.stop(format!("`{words}` has no upper end"), words, Some(nearest));
        }
        self.end(from)
    }

    /// Refuses two numbers of which the greater comes first.
    fn ascends(&self, from: At<'r>, low: (&End<'r>, &str), high: &End<'r>) -> Option<()> {
        let value = |digits: &str| quantity(digits)?.value();
        let (first, last) = (value(low.1)?, value(&high.amount.digits)?);
        if first < last {
            return Some(());
        }
        let words = self.since(from);
        let mended = words.split_once(" and ").map(|(a, b)| {
            // Two ends that are one are a number.
            let mended = match first > last {
                true => {
                    let lesser = a.replacen(low.0.written, high.written, 1);
                    format!("{lesser} and {}", b.replacen(high.written, low.0.written, 1))
                }
                false => b.to_owned(),
            };
            self.reader.text.replacen(words, &mended, 1)
        });
        self.stop(format!("`{words}` does not begin with the lesser number"), words, mended)
    }
}
