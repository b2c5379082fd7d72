//! A place in a sentence that is being read.

use std::cell::{Cell, RefCell};

use super::names::{Named, Names};
use super::token::{Sort, Token};
use crate::model::Kind;

/// Why a sentence is refused though its words are known; the first that is met is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stop {
    /// What is wrong, as half a sentence.
    pub(super) why: String,
    /// The words that it is about; empty where something is missing.
    pub(super) words: String,
    /// The sentence that would be read, where there is a better one than the form.
    pub(super) nearest: Option<String>,
}

/// A sentence that is being read.
#[derive(Debug)]
pub(super) struct Reader<'r> {
    pub(super) names: &'r Names,
    pub(super) text: &'r str,
    pub(super) tokens: &'r [Token],
    /// The furthest token that something stood at that was understood.
    deepest: Cell<usize>,
    stop: RefCell<Option<Stop>>,
}

impl<'r> Reader<'r> {
    pub(super) fn new(names: &'r Names, text: &'r str, tokens: &'r [Token]) -> Self {
        Self { names, text, tokens, deepest: Cell::new(0), stop: RefCell::default() }
    }

    pub(super) fn start(&'r self) -> At<'r> {
        At { reader: self, at: 0 }
    }

    pub(super) fn deepest(&self) -> usize {
        self.deepest.get()
    }

    pub(super) fn stopped(&self) -> Option<Stop> {
        self.stop.borrow().clone()
    }

    /// The words between two tokens, as they are written.
    pub(super) fn written(&self, from: usize, to: usize) -> &'r str {
        let of = self.tokens.get(from..to.min(self.tokens.len())).unwrap_or_default();
        let (Some(first), Some(last)) = (of.first(), of.last()) else { return "" };
        self.text.get(first.at.start..last.at.end).unwrap_or_default()
    }
}

/// A place in a sentence. What reads from it moves it only where it finds what it looks for.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<'r> {
    pub(super) reader: &'r Reader<'r>,
    pub(super) at: usize,
}

impl<'r> At<'r> {
    pub(super) fn rest(&self) -> &'r [Token] {
        self.reader.tokens.get(self.at..).unwrap_or_default()
    }

    pub(super) fn is_end(&self) -> bool {
        self.rest().is_empty()
    }

    pub(super) fn next(&self) -> Option<&'r Token> {
        self.rest().first()
    }

    pub(super) fn take(&mut self, count: usize) {
        self.at += count;
        self.reader.deepest.set(self.reader.deepest.get().max(self.at));
    }

    /// Takes some words, if they stand here.
    pub(super) fn eat(&mut self, words: &str) -> bool {
        let (rest, mut count) = (self.rest(), 0);
        for word in words.split(' ') {
            if rest.get(count).is_none_or(|token| token.text != word || token.is_number()) {
                return false;
            }
            count += 1;
        }
        self.take(count);
        true
    }

    /// Takes the first of some words that stands here; of several with one beginning the longer comes first.
    pub(super) fn one_of<T: Copy>(&mut self, table: &[(&str, T)]) -> Option<T> {
        table.iter().find(|(words, _)| self.eat(words)).map(|(_, meant)| *meant)
    }

    pub(super) fn any(&mut self, table: &[&str]) -> bool {
        table.iter().any(|words| self.eat(words))
    }

    /// Reads something; leaves the place as it was where there is none.
    pub(super) fn or_stay<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut there = *self;
        let found = read(&mut there)?;
        *self = there;
        Some(found)
    }

    /// Refuses, for a reason that is better than that nothing fits.
    pub(super) fn stop<T>(
        &self,
        why: impl Into<String>,
        words: &str,
        nearest: Option<String>,
    ) -> Option<T> {
        let mut stop = self.reader.stop.borrow_mut();
        if stop.is_none() {
            *stop = Some(Stop { why: why.into(), words: words.to_owned(), nearest });
        }
        None
    }

    /// The words since another place, as they are written.
    pub(super) fn since(&self, from: At<'_>) -> &'r str {
        self.reader.written(from.at, self.at)
    }

    /// A name of one sort; where it may be of several, the sentence is refused.
    fn named(&mut self, wanted: impl Fn(&Named) -> bool) -> Option<&'r Named> {
        self.or_stay(|at| {
            at.eat("the");
            let (count, named) = at.reader.names.find(at.rest(), wanted)?;
            let from = *at;
            at.take(count);
            match named[..] {
                [one] => Some(one),
                _ => {
                    let ids: Vec<&str> = named.iter().map(|one| id_of(one)).collect();
                    let words = at.since(from);
                    at.stop(format!("`{words}` can be {}", ids.join(" or ")), words, None)
                }
            }
        })
    }

    pub(super) fn party(&mut self) -> Option<&'r str> {
        match self.named(|named| matches!(named, Named::Party(_)))? {
            Named::Party(id) => Some(id),
            _ => None,
        }
    }

    /// A party with what makes it an owner: `Korea's`, `Korean`.
    pub(super) fn owner(&mut self) -> Option<&'r str> {
        let party = self.party()?;
        self.possessive();
        Some(party)
    }

    pub(super) fn possessive(&mut self) -> bool {
        let is_one = self.next().is_some_and(|token| token.sort == Sort::Possessive);
        if is_one {
            self.take(1);
        }
        is_one
    }

    pub(super) fn comma(&mut self) -> bool {
        self.eat(",")
    }

    /// A measure, and the words that name it.
    pub(super) fn measure(&mut self) -> Option<(&'r str, &'r str)> {
        let from = *self;
        match self.named(|named| matches!(named, Named::Measure(_)))? {
            Named::Measure(id) => Some((id, self.since(from))),
            _ => None,
        }
    }

    /// A record of some kinds.
    pub(super) fn record(&mut self, kinds: &[Kind]) -> Option<&'r str> {
        let is_wanted = |named: &Named| match named {
            Named::Party(_) => kinds.contains(&Kind::Party),
            Named::Record(kind, _) => kinds.contains(kind),
            _ => false,
        };
        self.named(is_wanted).map(id_of)
    }

    /// An office, and the party whose it is: by its name, or as `the president of` a party.
    pub(super) fn office(&mut self) -> Option<(&'r str, &'r str)> {
        let by_name = self.named(|named| matches!(named, Named::Office(..)));
        if let Some(Named::Office(party, key)) = by_name {
            return Some((party, key));
        }
        self.or_stay(|at| {
            at.eat("the");
            let from = *at;
            while at.next().is_some_and(|token| token.text != "of") && at.at - from.at < 6 {
                at.at += 1;
            }
            let words: Vec<&str> =
                from.rest()[..at.at - from.at].iter().map(|token| token.text.as_str()).collect();
            let key = words.join("-");
            let party = at.eat("of").then(|| at.party())??;
            let held = at.reader.names.offices.get(party)?;
            held.iter().find(|held| **held == key).map(|key| (party, key.as_str()))
        })
    }
}

pub(super) fn id_of(named: &Named) -> &str {
    match named {
        Named::Party(id) | Named::Measure(id) | Named::Record(_, id) | Named::Office(_, id) => id,
    }
}
