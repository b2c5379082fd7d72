//! Numbers in words and digits, with what hedges them and what they are of.

use super::cursor::At;
use super::token::{Sort, Token};
use crate::value::ending;

/// A number as a sentence gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    /// The sign of its hedge.
    pub(super) hedge: &'static str,
    /// Digits, and the power of ten that a word gives.
    pub(super) digits: String,
    pub(super) unit: Unit,
    /// The digits of the upper end, where it is said to lie between two.
    pub(super) upper: Option<String>,
}

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    None,
    Percent,
    Points,
    Money(&'static str),
}

/// The text of a quantity, and that of its upper end where it is said to lie between two.
pub(super) type Ends = (String, Option<String>);

impl Amount {
    /// The quantity, of some unit.
    pub(super) fn of(&self, unit: &str) -> String {
        let space = if unit.is_empty() { "" } else { " " };
        format!("{}{}{space}{unit}", self.hedge, self.digits)
    }

    /// The same with that of the upper end.
    pub(super) fn ends(&self, unit: &str) -> Ends {
        let upper = |digits: &String| Amount { digits: digits.clone(), ..self.clone() }.of(unit);
        (self.of(unit), self.upper.as_ref().map(upper))
    }
}

/// Words before a number and the signs of their hedges; the longer first.
pub(super) const HEDGES: [(&str, &str); 41] = [
    ("no fewer than", ">="),
    ("no less than", ">="),
    ("not less than", ">="),
    ("at least", ">="),
    ("slightly more than", ">~"),
    ("a little over", ">~"),
    ("just over", ">~"),
    ("just under", "<~"),
    ("just below", "<~"),
    ("just short of", "<~"),
    ("close to", "<~"),
    ("nearly", "<~"),
    ("almost", "<~"),
    ("no more than", "<="),
    ("not more than", "<="),
    ("as many as", "<="),
    ("at most", "<="),
    ("up to", "<="),
    ("well over", ">"),
    ("more than", ">"),
    ("in excess of", ">"),
    ("upwards of", ">"),
    ("higher than", ">"),
    ("exceeding", ">"),
    ("above", ">"),
    ("over", ">"),
    ("less than", "<"),
    ("fewer than", "<"),
    ("under", "<"),
    ("below", "<"),
    ("exactly", "="),
    ("precisely", "="),
    ("in the region of", "~"),
    ("about", "~"),
    ("around", "~"),
    ("roughly", "~"),
    ("approximately", "~"),
    ("some", "~"),
    ("a total of", ""),
    ("only", ""),
    ("just", ""),
];

/// Words of a multiple, with the number.
const MULTIPLES: [(&str, &str); 10] = [
    ("doubled", "2"),
    ("twofold", "2"),
    ("tripled", "3"),
    ("trebled", "3"),
    ("threefold", "3"),
    ("quadrupled", "4"),
    ("fourfold", "4"),
    ("fivefold", "5"),
    ("tenfold", "10"),
    ("halved", "0.5"),
];

/// Words of a share, in per cent.
const SHARES: [(&str, &str); 12] = [
    ("three quarters", "75"),
    ("two thirds", "66.7"),
    ("one third", "33.3"),
    ("one quarter", "25"),
    ("one fifth", "20"),
    ("one tenth", "10"),
    ("a third", "33.3"),
    ("a quarter", "25"),
    ("a fifth", "20"),
    ("a tenth", "10"),
    ("half", "50"),
    ("most", "50"),
];

const UNITS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
];
const TEENS: [&str; 7] =
    ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

pub(super) const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

pub(super) const POWERS: [(&str, u32); 10] = [
    ("thousand", 3),
    ("million", 6),
    ("mn", 6),
    ("m", 6),
    ("billion", 9),
    ("bn", 9),
    ("b", 9),
    ("trillion", 12),
    ("tn", 12),
    ("hundred", 2),
];

/// Currencies, as they stand before a number or after it. A bare `$` does not say whose.
pub(super) const CURRENCIES: [(&str, &str); 16] = [
    ("us dollars", "USD"),
    ("u s dollars", "USD"),
    ("american dollars", "USD"),
    ("dollars", "USD"),
    ("us$", "USD"),
    ("usd", "USD"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("eur", "EUR"),
    ("€", "EUR"),
    ("won", "KRW"),
    ("krw", "KRW"),
    ("₩", "KRW"),
    ("yen", "JPY"),
    ("jpy", "JPY"),
    ("gbp", "GBP"),
];

const PERCENT: [&str; 3] = ["per cent", "percent", "%"];
const POINTS: [&str; 5] =
    ["percentage points", "percentage point", "per cent points", "points", "pp"];

/// Whether a word is a number.
pub(super) fn is_number_word(word: &str) -> bool {
    UNITS.contains(&word) || TEENS.contains(&word) || TENS.contains(&word)
}

/// Whether a word is a multiple: `doubled`.
pub(super) fn is_multiple(word: &str) -> bool {
    MULTIPLES.iter().any(|(multiple, _)| *multiple == word)
}

impl At<'_> {
    /// A number with its hedge and unit: `more than US$200 billion`, `9.8 per cent`, `10 million or more`.
    pub(super) fn amount(&mut self) -> Option<Amount> {
        if let Some(between) = self.amount_between() {
            return Some(between);
        }
        self.or_stay(|at| {
            let hedge = at.hedge();
            let from = *at;
            let plain = at.plain()?;
            at.range_after(from)?;
            let after = at.one_of(&[
                ("or more", ">="),
                ("or fewer", "<="),
                ("or less", "<="),
                ("or so", "~"),
            ]);
            let hedge = match (hedge, after) {
                (Some(_), Some(_)) => return None,
                (hedge, after) => hedge.or(after).unwrap_or(""),
            };
            Some(Amount { hedge, ..plain })
        })
    }

    /// A number with its unit, without a hedge.
    pub(super) fn plain(&mut self) -> Option<Amount> {
        let at = self;
        let before = at.one_of(&CURRENCIES);
        let digits = at.scaled()?;
        let unit = match before {
            Some(money) => {
                // `US$5 dollars` says it twice, and means one.
                at.one_of(&CURRENCIES);
                Unit::Money(money)
            }
            None if at.any(&POINTS) => Unit::Points,
            None if at.any(&PERCENT) => {
                if at.any(&["points", "point"]) {
                    Unit::Points
                } else {
                    Unit::Percent
                }
            }
            None => at.one_of(&CURRENCIES).map_or(Unit::None, Unit::Money),
        };
        Some(Amount { hedge: "", digits, unit, upper: None })
    }

    pub(super) fn hedge(&mut self) -> Option<&'static str> {
        self.one_of(&HEDGES)
    }

    /// Digits or a word, with a power of ten in a word: `200 billion` is `200e9`.
    fn scaled(&mut self) -> Option<String> {
        let digits = self.number()?;
        match self.one_of(&POWERS) {
            Some(power) => Some(format!("{digits}e{power}")),
            None => Some(digits),
        }
    }

    /// A number in digits or as a word, without hedge and power.
    pub(super) fn number(&mut self) -> Option<String> {
        let token = self.next()?;
        if token.is_number() {
            if token.sort == Sort::Minus {
                return self.below_zero(token);
            }
            if token.text.len() > 24 {
                return None;
            }
            self.take(1);
            return Some(token.text.clone());
        }
        let word = token.text.as_str();
        let place = |of: &[&str]| of.iter().position(|known| *known == word);
        if let Some(unit) = place(&UNITS) {
            self.take(1);
            return Some(unit.to_string());
        }
        if let Some(teen) = place(&TEENS) {
            self.take(1);
            return Some((teen + 13).to_string());
        }
        let tens = (place(&TENS)? + 2) * 10;
        self.take(1);
        let next = self.next().filter(|token| token.bound);
        let unit =
            next.and_then(|token| UNITS[1..10].iter().position(|known| *known == token.text));
        let unit = unit.map_or(0, |unit| {
            self.take(1);
            unit + 1
        });
        Some((tens + unit).to_string())
    }

    /// Refuses a number with a minus.
    fn below_zero<T>(&self, token: &Token) -> Option<T> {
        let text = self.reader.text;
        let dash = text[..token.at.start].chars().next_back().map_or(0, char::len_utf8);
        let words = &text[token.at.start - dash..token.at.end];
        let without = text.replacen(words, &token.text, 1);
        let falls = ["grew", "rose", "increased"]
            .iter()
            .fold(without.clone(), |text, word| text.replacen(word, "fell", 1));
        if falls == without {
            return self.stop("a number with a minus is not read", words, None);
        }
        let why = "a number of growth is positive: a fall is said by `fell`";
        self.stop(why, words, Some(falls))
    }

    /// A multiple: `23-fold`, `25 times`, `more than doubled`. The text of the quantity.
    pub(super) fn multiple(&mut self) -> Option<Ends> {
        if let Some(between) = self.multiple_between() {
            return Some(between);
        }
        let one = self.or_stay(|at| {
            let hedge = at.hedge();
            if let Some(number) = at.one_of(&MULTIPLES) {
                return Some(match hedge {
                    None | Some("" | "~") => format!("x{number}"),
                    Some(hedge) => format!("{hedge}{number}"),
                });
            }
            let from = *at;
            let number = at.number()?;
            if !at.any(&["fold", "times"]) {
                return None;
            }
            if at.any(&["more", "higher", "larger", "greater", "as"]) {
                let words = at.since(from).to_owned();
                let why = format!("`{words}` can be {number} or one more");
                let year =
                    at.rest().iter().find(|token| token.text.len() == 4 && token.is_number());
                let year = year.map_or("YEAR", |year| year.text.as_str());
                let nearest = format!("… has become {number} times that of {year}");
                return at.stop(why, &words, Some(nearest));
            }
            Some(format!("{}{number}", hedge.unwrap_or("")))
        })?;
        Some((one, None))
    }

    /// A share: `half`, `about a quarter`, `14.7 per cent`. The text of the quantity.
    pub(super) fn share(&mut self) -> Option<Ends> {
        self.or_stay(|at| {
            let word = at.or_stay(|at| {
                let hedge = at.hedge();
                let from = *at;
                let number = at.one_of(&SHARES)?;
                let hedge = match (at.since(from).to_lowercase().as_str(), hedge) {
                    ("most", None) => ">",
                    ("most", _) => return None,
                    (_, None | Some("")) => "~",
                    (_, Some(hedge)) => hedge,
                };
                Some(format!("{hedge}{number} %"))
            });
            if let Some(word) = word {
                return Some((word, None));
            }
            let amount = at.amount()?;
            (amount.unit == Unit::Percent).then(|| amount.ends("%"))
        })
    }

    /// `second`, `12th`.
    pub(super) fn ordinal(&mut self) -> Option<usize> {
        let token = self.next()?;
        if let Some(place) = ORDINALS.iter().position(|word| *word == token.text) {
            self.take(1);
            return Some(place + 1);
        }
        let is_number = token.sort == Sort::Number;
        let number = is_number.then(|| token.text.parse::<usize>().ok()).flatten()?;
        self.or_stay(|at| {
            at.take(1);
            at.eat(ending(number)).then_some(number)
        })
    }
}
