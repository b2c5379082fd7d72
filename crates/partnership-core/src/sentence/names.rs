//! The words by which a sentence can name what the record holds.

use std::collections::HashMap;

use super::token::{Token, tokens};
use crate::dataset::Dataset;
use crate::describe::Struct;
use crate::model::Kind;
use crate::order::Order;
use crate::sorted::{SortedMap, SortedSet};
use crate::value::Quantity;

/// What a name is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    Party(String),
    /// A measure, by notation.
    Measure(String),
    /// The office of a party, by key.
    Office(String, String),
    Record(Kind, String),
}

/// Words that belong together, and what they may be the name of.
#[derive(Clone, Debug)]
struct Phrase {
    words: Vec<String>,
    named: SortedSet<Named>,
}

/// How a measure can be said and asked.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    /// A name as it is written.
    pub(super) word: String,
    /// Units of its tables of levels.
    pub(super) units: SortedSet<String>,
    /// Whether it is the same told of either party.
    pub(super) two_way: bool,
    /// The measure that the other side counts.
    pub(super) mirror: Option<String>,
    /// The wider measure.
    pub(super) broader: Option<String>,
    /// Whether a table of it is of no area: of both directions together.
    pub(super) both_ways: bool,
    /// Who counts it.
    pub(super) reporters: SortedSet<String>,
    /// The measures whose sum it is.
    sum: Vec<String>,
    /// How many tables it has.
    pub(super) tables: usize,
}

/// A number that somebody means to reach.
#[derive(Clone, Debug)]
pub(super) struct Aim {
    pub(super) commitment: String,
    pub(super) measure: String,
    pub(super) value: Quantity,
    pub(super) by: String,
}

/// Every name of a dataset, found by its first word; the longest that fits is meant.
#[derive(Debug, Default)]
pub(crate) struct Names {
    by_first: HashMap<String, Vec<Phrase>>,
    pub(super) measures: SortedMap<String, Said>,
    /// The keys of the offices of each party.
    pub(super) offices: HashMap<String, Vec<String>>,
    /// The targets of commitments that are figures.
    pub(super) aims: Vec<Aim>,
    /// Series of meetings.
    forums: SortedSet<String>,
    kinds: HashMap<String, Kind>,
    /// Persons by the words of their names.
    persons: Vec<(Vec<String>, String)>,
    /// Series of meetings by what is left of their names without those of the sides, if these are two words or more.
    short_forums: Vec<(Vec<String>, String)>,
    /// The parties whose names stand in that of a series of meetings.
    between: SortedSet<(String, String)>,
    /// The members of each bloc, at whatever time.
    members: SortedSet<(String, String)>,
    /// The sides of the relations that the dataset is of.
    pub(super) sides: Vec<Vec<String>>,
    /// Parties that are several: blocs.
    pub(super) blocs: Vec<String>,
    /// Those of whose members the time is known.
    dated: SortedSet<String>,
    /// The names of parties as they are written.
    written: SortedSet<(String, String)>,
    /// The name of each party, as it is written, the shortest in English.
    short: HashMap<String, String>,
}

/// Longer names are no names that a sentence would have.
const MOST_WORDS: usize = 14;

impl Names {
    /// The names of the records of a dataset; [`Dataset::names`] keeps them.
    pub(crate) fn of(dataset: &Dataset) -> Self {
        let mut names = Self::default();
        for kind in [
            Kind::Party,
            Kind::Concept,
            Kind::Person,
            Kind::Event,
            Kind::Instrument,
            Kind::Fund,
            Kind::Project,
        ] {
            for number in dataset.numbers(kind) {
                let tree = dataset.tree(number);
                let id = dataset.id(number).to_owned();
                match kind {
                    Kind::Party => names.party(&tree, id),
                    Kind::Concept => names.concept(&tree, dataset.concepts()),
                    _ => {
                        let written = names.all(&tree, &Named::Record(kind, id.clone()));
                        if let (Kind::Person, Some(name)) = (kind, written.first()) {
                            let words = tokens(name).into_iter().map(|token| token.text).collect();
                            names.persons.push((words, name.clone()));
                        }
                        names.kinds.insert(id, kind);
                    }
                }
            }
        }
        for number in dataset.numbers(Kind::Partnership) {
            let tree = dataset.tree(number);
            let sides =
                tree.list("side").iter().filter_map(|side| side.as_str()).map(str::to_owned);
            names.sides.push(sides.collect());
        }
        for number in dataset.numbers(Kind::Commitment) {
            names.targets(&dataset.tree(number), dataset.id(number));
        }
        for number in dataset.numbers(Kind::Series) {
            names.table(&dataset.tree(number));
        }
        names.shorten(dataset);
        for phrases in names.by_first.values_mut() {
            phrases.order_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        }
        names
    }

    fn party(&mut self, tree: &Struct<'_>, id: String) {
        let named = Named::Party(id.clone());
        let written = self.all(tree, &named);
        self.written.extend(written.iter().map(|name| (id.clone(), name.clone())));
        // English makes of a country in -a its people and what is theirs: Koreans, Korean.
        if tree.leaf("form") == Some("country") {
            for name in written.iter().filter(|name| name.ends_with('a')) {
                self.add(&format!("{name}n"), &named);
                self.add(&format!("{name}ns"), &named);
            }
        }
        for role in tree.parts("role") {
            let keys = self.offices.entry(id.clone()).or_default();
            keys.extend(role.leaf("key").map(str::to_owned));
            if let (Some(key), Some(name)) =
                (role.leaf("key"), role.get("name").and_then(|name| name.text("en")))
            {
                self.add(name, &Named::Office(id.clone(), key.to_owned()));
            }
        }
        match tree.leaf("form") {
            Some("bloc") => self.blocs.push(id.clone()),
            Some("forum") => {
                self.forums.insert(id.clone());
            }
            _ => {}
        }
        for term in tree.parts("membership") {
            let is_member = term.leaf("role").is_none_or(|role| role == "member");
            if let (Some(of), true) = (term.leaf("organization"), is_member) {
                self.members.insert((of.to_owned(), id.clone()));
                if term.get("span").is_some() {
                    self.dated.insert(of.to_owned());
                }
            }
        }
        let is_good = |name: &&String| name.chars().count() > 2 && name.is_ascii();
        let short = written.iter().filter(is_good).min_by_key(|name| name.len());
        if let Some(short) = short.or(written.first()) {
            self.short.insert(id, short.clone());
        }
    }

    fn concept(&mut self, tree: &Struct<'_>, concepts: &crate::dataset::Concepts) {
        let (Some("measure"), Some(notation)) = (tree.leaf("serves"), tree.leaf("notation")) else {
            return;
        };
        let written = self.all(tree, &Named::Measure(notation.to_owned()));
        let other = |field: &str| {
            let first = tree.list(field).first()?.as_str()?;
            concepts.notation(first).map(str::to_owned)
        };
        let (mirror, broader) = (other("mirror"), other("broader"));
        let parts = tree.list("sum").iter().filter_map(|id| concepts.notation(id.as_str()?));
        let sum: Vec<String> = parts.map(str::to_owned).collect();
        let said = self.measures.or_default(notation.to_owned());
        said.word = written.iter().min_by_key(|name| name.len()).cloned().unwrap_or_default();
        said.two_way = tree.leaf("two_way") == Some("true");
        (said.mirror, said.broader, said.sum) = (mirror, broader, sum);
    }

    fn targets(&mut self, tree: &Struct<'_>, id: &str) {
        for target in tree.parts("target") {
            let measure =
                target.get("figure").and_then(|figure| figure.as_struct()?.leaf("measure"));
            let value = target.leaf("value").and_then(|value| value.parse().ok());
            if let (Some(measure), Some(value), Some(by)) = (measure, value, target.leaf("by")) {
                let (commitment, measure, by) = (id.to_owned(), measure.to_owned(), by.to_owned());
                self.aims.push(Aim { commitment, measure, value, by });
            }
        }
    }

    fn table(&mut self, tree: &Struct<'_>) {
        let Some(measure) = tree.leaf("measure") else { return };
        let said = self.measures.or_default(measure.to_owned());
        said.tables += 1;
        said.reporters.extend(tree.leaf("reporter").map(str::to_owned));
        if tree.leaf("transform") == Some("level") {
            said.units.extend(tree.leaf("unit").map(str::to_owned));
            let is_of = |field: &str| tree.get(field).is_some();
            let by_row = tree
                .parts("observation")
                .next()
                .is_some_and(|row| row.get("area").is_some() || row.get("counterpart").is_some());
            said.both_ways |= !is_of("area") && !is_of("counterpart") && !by_row;
        }
    }

    /// Every name and alias of a record; gives those that are written in English.
    fn all(&mut self, tree: &Struct<'_>, named: &Named) -> Vec<String> {
        let mut written = Vec::new();
        for field in ["name", "title"] {
            let english = tree.get(field).and_then(|name| name.text("en"));
            written.extend(english.map(str::to_owned));
        }
        for alias in tree.parts("alias").filter(|alias| alias.leaf("lang") == Some("en")) {
            written.extend(alias.leaf("text").map(str::to_owned));
        }
        for name in &written {
            self.add(name, named);
        }
        written
    }

    fn add(&mut self, name: &str, named: &Named) {
        let words: Vec<String> = tokens(name).into_iter().map(|token| token.text).collect();
        // An article is no part of a name: a sentence may have it or not.
        let words =
            if words.first().is_some_and(|word| word == "the") { &words[1..] } else { &words[..] };
        self.add_words(words, named);
    }

    fn add_words(&mut self, words: &[String], named: &Named) {
        let Some(first) = words.first().filter(|_| words.len() <= MOST_WORDS) else { return };
        let phrases = self.by_first.entry(first.clone()).or_default();
        match phrases.iter_mut().find(|phrase| phrase.words == words) {
            Some(phrase) => {
                phrase.named.insert(named.clone());
            }
            None => {
                let named = SortedSet::from_iter([named.clone()]);
                phrases.push(Phrase { words: words.to_vec(), named });
            }
        }
    }

    /// The longest name that starts at a token, and all that it may be the name of that is wanted.
    pub(super) fn find<'n>(
        &'n self,
        tokens: &[Token],
        wanted: impl Fn(&Named) -> bool,
    ) -> Option<(usize, Vec<&'n Named>)> {
        let first = tokens.first()?;
        for phrase in self.by_first.get(&first.text)? {
            let named: Vec<&Named> = phrase.named.iter().filter(|named| wanted(named)).collect();
            if named.is_empty() {
                continue;
            }
            if let Some(length) = length_of(&phrase.words, tokens) {
                return Some((length, named));
            }
        }
        None
    }

    /// The measure that a word of the grammar names, if it names one.
    pub(super) fn measure(&self, word: &str) -> Option<&str> {
        match self.find(&tokens(word), |named| matches!(named, Named::Measure(_)))?.1[..] {
            [Named::Measure(measure)] => Some(measure),
            _ => None,
        }
    }

    /// The series of meetings that starts at a token, whose last word may have the ending of many.
    pub(super) fn forum(&self, tokens: &[Token]) -> Option<(usize, &str)> {
        let is_forum =
            |named: &Named| matches!(named, Named::Party(id) if self.forums.contains(id));
        let longest = MOST_WORDS.min(tokens.len());
        // A plural first: the singular may be the name of less.
        for end in (1..=longest).rev() {
            let Some(word) = tokens[end - 1].text.strip_suffix('s') else { continue };
            let mut single = tokens[..end].to_vec();
            single[end - 1].text = word.to_owned();
            if let Some((count, named)) = self.find(&single, is_forum)
                && let ([Named::Party(id)], true) = (&named[..], count == end)
            {
                return Some((count, id));
            }
        }
        let (count, named) = self.find(tokens, is_forum)?;
        match named[..] {
            [Named::Party(id)] => Some((count, id)),
            _ => None,
        }
    }

    /// Texts and series of meetings of the sides may leave their names out: of texts where it is said which plan it is.
    fn shorten(&mut self, dataset: &Dataset) {
        let sides: Vec<String> = self.sides.iter().flatten().cloned().collect();
        let is_side = |named: &Named| matches!(named, Named::Party(id) if sides.contains(id));
        let kinds = [Kind::Instrument, Kind::Party];
        let mut found = Vec::new();
        for (kind, number) in kinds
            .into_iter()
            .flat_map(|kind| dataset.numbers(kind).map(move |number| (kind, number)))
        {
            let (tree, id) = (dataset.tree(number), dataset.id(number));
            if kind == Kind::Party && !self.forums.contains(id) {
                continue;
            }
            let Some(name) = tree.get("name").and_then(|name| name.text("en")) else { continue };
            let words = tokens(name);
            let (mut at, mut between) = (0, Vec::new());
            while let Some((count, named)) = self.find(&words[at..], is_side) {
                between.extend(named.into_iter().filter_map(|named| match named {
                    Named::Party(id) => Some(id.clone()),
                    _ => None,
                }));
                at += count;
            }
            if at > 0 && words.len() >= at + 2 {
                let rest: Vec<String> =
                    words[at..].iter().map(|token| token.text.clone()).collect();
                found.push((kind, id.to_owned(), rest, between));
            }
        }
        for (kind, id, rest, between) in found {
            match kind {
                Kind::Party => {
                    self.between.extend(between.into_iter().map(|party| (id.clone(), party)));
                    self.short_forums.push((rest, id));
                }
                _ => self.add_words(&rest, &Named::Record(kind, id)),
            }
        }
    }

    /// The one series of meetings that words name without the parties, whose last word may have the ending of many.
    pub(super) fn short_forum(&self, tokens: &[Token]) -> Option<(usize, &str)> {
        let fits = |words: &&(Vec<String>, String)| {
            let many = |at: usize, word: &String| {
                let token = tokens[at].text.as_str();
                token == word || (at + 1 == words.0.len() && token.strip_suffix('s') == Some(word))
            };
            tokens.len() >= words.0.len()
                && words.0.iter().enumerate().all(|(at, word)| many(at, word))
        };
        let mut found = self.short_forums.iter().filter(fits);
        match (found.next(), found.next()) {
            (Some((words, id)), None) => Some((words.len(), id)),
            _ => None,
        }
    }

    /// Whether a series of meetings is of both of two parties.
    pub(super) fn is_between(&self, forum: &str, first: &str, second: &str) -> bool {
        let has = |party: &str| self.between.contains(&(forum.to_owned(), party.to_owned()));
        first != second && has(first) && has(second)
    }

    /// Whether an id is of a series of meetings.
    pub(super) fn is_forum(&self, id: &str) -> bool {
        self.forums.contains(id)
    }

    /// Whether an id is of a record of some kind that has a name.
    pub(super) fn is_of(&self, id: &str, kind: Kind) -> bool {
        self.kinds.get(id) == Some(&kind)
    }

    /// The measure that most tables are of: the one that examples are made with.
    pub(super) fn usual(&self) -> Option<&str> {
        let most = self
            .measures
            .iter()
            .max_by_key(|(notation, said)| (said.tables, std::cmp::Reverse(*notation)));
        most.map(|(notation, _)| notation.as_str())
    }

    /// The measures that tables are of.
    pub(crate) fn with_tables(&self) -> impl Iterator<Item = &str> {
        let with = self.measures.iter().filter(|(_, said)| said.tables > 0);
        with.map(|(notation, _)| notation.as_str())
    }

    /// The measures whose sum a measure is.
    pub(super) fn parts_of(&self, measure: &str) -> impl Iterator<Item = &str> {
        self.measures.get(measure).into_iter().flat_map(|said| said.sum.iter().map(String::as_str))
    }

    /// Names of persons of which a word is a part.
    pub(super) fn longer(&self, word: &str) -> Vec<&str> {
        let tokens = tokens(word);
        let [token] = &tokens[..] else { return Vec::new() };
        let found = self.persons.iter().filter(|(words, _)| words.contains(&token.text));
        found.map(|(_, name)| name.as_str()).take(5).collect()
    }

    /// Whether it is known when a bloc had its members, so that it can be counted as one.
    pub(super) fn has_members(&self, bloc: &str) -> bool {
        self.dated.contains(bloc)
    }

    /// Whether a party was ever a member of a bloc.
    pub(super) fn is_member(&self, party: &str, bloc: &str) -> bool {
        self.members.contains(&(bloc.to_owned(), party.to_owned()))
    }

    /// Whether some words are a name of a party as the record has it.
    pub(super) fn is_written(&self, id: &str, words: &str) -> bool {
        let words = words.trim_start_matches("the ");
        self.written.contains(&(id.to_owned(), words.to_owned()))
    }

    /// A short name of a party, as it is written.
    pub(crate) fn short<'n>(&'n self, id: &'n str) -> &'n str {
        self.short.get(id).map_or(id, String::as_str)
    }
}

/// How many tokens some words take, if they stand there.
fn length_of(words: &[String], tokens: &[Token]) -> Option<usize> {
    let stands = tokens.len() >= words.len()
        && words.iter().zip(tokens).all(|(word, token)| token.text == *word);
    stands.then_some(words.len())
}
