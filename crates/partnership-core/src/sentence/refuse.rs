//! Why a sentence is not read, what was recognised in it, and the nearest form that is.

use partnership_derive::Described;

use super::amount::{CURRENCIES, HEDGES, ORDINALS, POWERS, is_multiple, is_number_word};
use super::cursor::{Reader, id_of};
use super::figure::is_currency;
use super::form::{FORMS, Form};
use super::names::Named;
use super::time::is_year;
use super::token::Sort;
use crate::model::Kind;

/// What some words of a sentence were recognised as.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Known {
    /// The words.
    #[described(required)]
    pub words: String,
    /// What they are.
    #[described(required)]
    pub known_as: KnownAs,
    /// The id or notation of what they name; several, where they may be the name of each.
    pub id: Vec<String>,
}

/// What words can be recognised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum KnownAs {
    /// A party.
    #[described(ko = "주체")]
    Party,
    /// A measure.
    #[described(ko = "지표")]
    Measure,
    /// Another record.
    #[described(ko = "항목")]
    Record,
    /// A number.
    #[described(ko = "수")]
    Number,
    /// A year.
    #[described(ko = "연도")]
    Year,
}

/// A sentence that is not read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Refusal {
    /// Why, as half a sentence.
    pub(crate) why: String,
    /// Words that were not understood.
    pub(crate) unread: Vec<String>,
    pub(crate) known: Vec<Known>,
    /// A sentence that would be read, with what is missing in capitals.
    pub(crate) nearest: Option<String>,
}

impl Refusal {
    pub(super) fn too_long() -> Self {
        let why = format!("a sentence of more than {} bytes is not read", super::MOST_BYTES);
        Self { why, ..Self::default() }
    }
}

/// Words of the grammar that say nothing alone; what is none of these, no name and no number, was not understood.
const GRAMMAR: &str = "a an and accounted accounts according adopted after aid amounted amounts annual annually are as at \
    attended average became been before begin began belong below between bigger biggest billion bn broke by came cent citizens \
    climbed commemorative concluded contributed contribution crossed declined decreased dialogue dollars doubled dropped each established \
    every exceeded exceeds expanded exported fell first fold for force found from fund goal goes grew grow grown had half has have \
    held high highest hit hosted imported in increased into invested investor is it its joined largest launched least less level \
    lived live m made market meeting meetings member members met million month more most national nationals nearly no of on or over \
    paid partner partners passed people per percent percentage persons place pledged points quadrupled quarter ratified reached received record \
    reached risen rose row s share signed since so some source stood sum surpassed target tenth than that the third those thousand \
    three time times to topped total totalled traded trading trillion tripled two under until up us$ usd value visited was went were \
    which with year yearly years % halved trebled twofold threefold fourfold fivefold tenfold summit";

pub(super) fn refusal(reader: &Reader<'_>) -> Refusal {
    let (known, unread) = recognised(reader);
    let stop = reader.stopped();
    let found = |of: KnownAs| known.iter().filter(move |one| one.known_as == of);
    let of = Slots { reader, known: &known };
    let nearest = stop.as_ref().and_then(|stop| stop.nearest.clone()).or_else(|| of.nearest());
    let mut unread = unread;
    let why = match stop {
        Some(stop) => {
            if !stop.words.is_empty() && !unread.contains(&stop.words) {
                unread.insert(0, stop.words);
            }
            stop.why
        }
        None if reader.tokens.is_empty() => "there is no sentence".to_owned(),
        None if !unread.is_empty() => {
            let words: Vec<String> = unread.iter().map(|words| of.told(words)).collect();
            words.join("; ")
        }
        None if known.len() == 1 && reader.tokens.len() == 1 => {
            format!("`{}` is no sentence", reader.text.trim())
        }
        None if found(KnownAs::Measure).count() > 1 => {
            "it tells of several measures at once".to_owned()
        }
        None => {
            let rest = reader.written(reader.deepest(), reader.tokens.len());
            match rest {
                "" => "something is missing at its end".to_owned(),
                rest => {
                    unread.push(rest.to_owned());
                    format!("`{rest}` does not fit there")
                }
            }
        }
    };
    Refusal { why, unread, known, nearest }
}

/// The names, numbers and years of a sentence, and the runs of words that are nothing that is known.
fn recognised(reader: &Reader<'_>) -> (Vec<Known>, Vec<String>) {
    let grammar: Vec<&str> = GRAMMAR.split_whitespace().collect();
    let (mut known, mut unread): (Vec<Known>, Vec<String>) = (Vec::new(), Vec::new());
    let mut run: Option<usize> = None;
    let mut at = 0;
    while let Some(token) = reader.tokens.get(at) {
        let rest = &reader.tokens[at..];
        let words = |count: usize| reader.written(at, at + count).to_owned();
        let (count, found) = if let Some((count, named)) = reader.names.find(rest, |_| true) {
            let known_as = match named[0] {
                Named::Party(_) => KnownAs::Party,
                Named::Measure(_) => KnownAs::Measure,
                _ => KnownAs::Record,
            };
            let id = named.iter().map(|named| id_of(named).to_owned()).collect();
            (count, Some(Known { words: words(count), known_as, id }))
        } else if token.is_number() {
            let is_year = token.sort == Sort::Number && is_year(&token.text);
            let known_as = if is_year { KnownAs::Year } else { KnownAs::Number };
            // What makes the number whole belongs to it: `23-fold`, `200 billion`.
            let more =
                rest.iter().skip(1).take_while(|next| !is_year && is_of_number(&next.text)).count();
            (1 + more, Some(Known { words: words(1 + more), known_as, id: Vec::new() }))
        } else {
            let is_number = is_number_word(&token.text);
            let is_known = !matches!(token.sort, Sort::Word | Sort::Mark)
                || is_number
                || ORDINALS.contains(&token.text.as_str())
                || is_multiple(&token.text)
                || grammar.contains(&token.text.as_str())
                || HEDGES.iter().any(|(hedge, _)| hedge.split(' ').any(|word| word == token.text))
                || CURRENCIES.iter().any(|(money, _)| *money == token.text);
            if is_known {
                // `twenty-three` is one number.
                let next = rest.get(1).filter(|next| is_number && next.bound);
                let count = if next.is_some_and(|next| is_number_word(&next.text)) { 2 } else { 1 };
                let known_as = KnownAs::Number;
                let number = Known { words: words(count), known_as, id: Vec::new() };
                (count, is_number.then_some(number))
            } else {
                run.get_or_insert(at);
                at += 1;
                continue;
            }
        };
        if let Some(from) = run.take() {
            unread.push(reader.written(from, at).to_owned());
        }
        known.extend(found);
        at += count;
    }
    if let Some(from) = run {
        unread.push(reader.written(from, at).to_owned());
    }
    (known, unread)
}

fn is_of_number(word: &str) -> bool {
    [
        "fold", "times", "per", "cent", "%", "percent", "thousand", "million", "billion",
        "trillion", "bn",
    ]
    .contains(&word)
}

/// What a form can be filled with.
struct Slots<'s, 'r> {
    reader: &'s Reader<'r>,
    known: &'s [Known],
}

impl Slots<'_, '_> {
    fn of(&self, known_as: KnownAs) -> Vec<&Known> {
        self.known.iter().filter(|known| known.known_as == known_as).collect()
    }

    /// Why some words are not understood: what they may be a part of, if they may.
    fn told(&self, words: &str) -> String {
        let longer = self.reader.names.longer(words);
        match longer.is_empty() {
            true => format!("`{words}` is nothing that the record or the grammar names"),
            false => format!("`{words}` can be {}", longer.join(", ")),
        }
    }

    /// The first form that a sentence has the words of, filled with what was recognised.
    fn nearest(&self) -> Option<String> {
        let has = |words: &&[&str]| {
            words.iter().any(|word| self.reader.tokens.iter().any(|token| token.text == *word))
        };
        let form = FORMS.iter().find(|form| form.near.iter().all(&has))?;
        // A form of figures is near to what has a figure: a measure, or a number that is of two parties.
        let count = |known_as| self.of(known_as).len();
        let numbers = count(KnownAs::Number) + count(KnownAs::Year);
        let is_figure = count(KnownAs::Measure) > 0
            || (count(KnownAs::Party) > 1 && numbers > 0)
            || count(KnownAs::Party) + count(KnownAs::Record) == 0;
        (is_figure || !form.text.contains("MEASURE")).then(|| self.fill(form))
    }

    fn fill(&self, form: &Form) -> String {
        let mut text = form.text.to_owned();
        let measure = self.of(KnownAs::Measure).first().and_then(|known| known.id.first());
        let measure = measure.map(String::as_str).or_else(|| self.reader.names.usual());
        let said = measure.and_then(|measure| self.reader.names.measures.get(measure));
        // What has a direction is not between two.
        if let Some(said) = said.filter(|said| !said.two_way) {
            let way = format!("A's MEASURE {} B", toward(&said.word));
            text = text.replace("MEASURE between A and B", &way);
        }
        if said.is_some_and(|said| !said.units.iter().any(|unit| is_currency(unit))) {
            text = text.replace("US$N", "N");
        }
        let mut parties = self.of(KnownAs::Party).into_iter().filter(|known| !self.is_forum(known));
        for slot in ["A", "B", "C"] {
            if !text.split(|c: char| !c.is_alphanumeric()).any(|word| word == slot) {
                continue;
            }
            if let Some(party) = parties.next() {
                // As it is written, unless it is the adjective.
                let id = party.id.first().map(String::as_str).unwrap_or_default();
                let name = match self.reader.names.is_written(id, &party.words) {
                    true => party.words.as_str(),
                    false => self.reader.names.short(id),
                };
                text = replace_word(&text, slot, name.trim_start_matches("the "));
            }
        }
        if let Some(said) = said {
            let first = text.starts_with("MEASURE");
            text = replace_word(&text, "MEASURE", &said.word);
            if first {
                let mut letters = text.chars();
                let upper = letters
                    .next()
                    .map(|c| c.to_uppercase().collect::<String>())
                    .unwrap_or_default();
                text = upper + letters.as_str();
            }
        }
        for year in self.of(KnownAs::Year) {
            text = text.replacen("YEAR", &year.words, 1);
        }
        let token = |is: fn(&str) -> bool| self.reader.tokens.iter().find(|token| is(&token.text));
        if let Some(place) = token(|word| ORDINALS.contains(&word)) {
            text = text.replace("Nth", &place.text);
        }
        if let Some(multiple) = token(is_multiple) {
            text = text.replace("grew N-fold", &multiple.text);
        }
        let number = self.of(KnownAs::Number);
        let is_multiple_of =
            |number: &&&Known| number.words.contains("fold") || number.words.contains("times");
        let meant = number.iter().find(is_multiple_of).filter(|_| text.contains("N-fold"));
        if let Some(number) = meant.or(number.first()) {
            let is_cut = number.words.starts_with(|c: char| c.is_ascii_digit());
            let digits = number.words.chars();
            let digits = digits.take_while(|c| !(c.is_whitespace() || is_cut && *c == '-'));
            let mut digits: String = digits.collect();
            let scale = number.words.split_whitespace().nth(1);
            if let Some(scale) = scale.filter(|word| POWERS.iter().any(|(power, _)| power == word))
            {
                digits = format!("{digits} {scale}");
            }
            text = text.replace("Nth", "NTH");
            text = replace_word(&text, "N", &digits);
            text = text.replace("NTH", "Nth");
        }
        let record = |kind: Kind| {
            self.known
                .iter()
                .find(|known| known.id.iter().any(|id| self.reader.names.is_of(id, kind)))
        };
        if let Some(fund) = record(Kind::Fund) {
            text = replace_word(&text, "FUND", &fund.words);
        }
        if let Some(forum) = self.of(KnownAs::Party).into_iter().find(|known| self.is_forum(known))
        {
            text = replace_word(&text, "FORUM", &forum.words);
        }
        text
    }

    fn is_forum(&self, known: &Known) -> bool {
        known.id.iter().any(|id| self.reader.names.is_forum(id))
    }
}

/// How the party on the other side of a measure is said.
fn toward(measure: &str) -> &'static str {
    let ways = [
        ("import", "from"),
        ("visit", "from"),
        ("student", "from"),
        ("export", "to"),
        ("aid", "to"),
        ("invest", "in"),
    ];
    let measure = measure.to_lowercase();
    let found = ways.iter().find(|(word, _)| measure.contains(word));
    found.map_or("with", |(_, way)| *way)
}

/// A text with a whole word replaced, wherever it stands.
fn replace_word(text: &str, word: &str, with: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(word) {
        let before = rest[..at].chars().next_back().or(out.chars().next_back());
        let after = rest[at + word.len()..].chars().next();
        let whole =
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric);
        out.push_str(&rest[..at]);
        out.push_str(if whole { with } else { word });
        rest = &rest[at + word.len()..];
    }
    out + rest
}
