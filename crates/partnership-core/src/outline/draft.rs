//! Clauses of a text as records that wait for their words.

use super::toml;
use super::{Outline, OutlineClause, OutlineError};
use crate::describe::{Node, Struct};
use crate::model::{ClauseForm, Kind, SourceId};
use crate::query::QueryError;
use crate::sorted::{SortedMap, SortedSet};
use crate::value::{Point, Truth};
use crate::view::{View, bounds};

/// Records of the clauses of a text, as a file of a dataset holds them.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The file. It lacks one thing alone: the names of what is a sentence, which somebody writes in words of their own.
    pub toml: String,
    /// How many clauses of each form are in it.
    pub count: Vec<(ClauseForm, usize)>,
    /// The ids of clauses that the dataset holds already; they are left out.
    pub held: Vec<String>,
    /// The text as a tree.
    pub outline: Outline,
}

/// Why there is no draft.
#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// The instrument or source is not named as it has to be.
    #[error("{0}")]
    Query(QueryError),
    /// The text is no text of a plan.
    #[error("{0}")]
    Text(OutlineError),
}

/// What the records have in common.
pub(super) struct Common<'c> {
    pub(super) instrument: &'c str,
    pub(super) source: &'c str,
    /// When the text was adopted, as written, with the source and place that say so.
    pub(super) made: Option<Made>,
    /// The first language of the dataset.
    pub(super) first: String,
    /// That of the text, if it is another.
    pub(super) other: Option<String>,
}

/// A day, the source of it, and the place in that.
pub(super) struct Made {
    pub(super) date: String,
    pub(super) source: String,
    pub(super) at: Option<String>,
}

impl View<'_> {
    /// The clauses of the text of an instrument as records: numbers as printed, the tree, the words of headings, the place and
    /// digest of each passage. The name of what is a sentence is left empty. Where no source is given it is the one that the
    /// record names as the text of the instrument.
    ///
    /// # Errors
    /// When there is no such instrument, no source, no clause, or the text is too large.
    pub fn draft_clauses(
        &self,
        text: &str,
        instrument: &str,
        source: Option<&SourceId>,
    ) -> Result<Draft, DraftError> {
        let dataset = self.dataset();
        let refuse = |message: String| QueryError::new("P0304", 0..instrument.len(), message);
        let found = dataset.find(instrument);
        let Some(number) = found.filter(|number| dataset.kind(*number) == Kind::Instrument) else {
            let error = refuse(format!("`{instrument}` is not the id of an instrument"));
            let all = dataset.numbers(Kind::Instrument).map(|number| dataset.id(number));
            return Err(DraftError::Query(error.among(instrument, all).within(instrument)));
        };
        let id = dataset.id(number);
        let record = self.shown(number);
        let Some(source) = source.map(SourceId::as_str).or_else(|| record.leaf("text")) else {
            let mut error = refuse(format!("the record names no source for the text of `{id}`"));
            error.help = Some("give the id of the source that it is: `--source ID`".to_owned());
            return Err(DraftError::Query(error.within(instrument)));
        };
        let form = match record.leaf("form") {
            Some("plan-of-action" | "list" | "treaty" | "protocol") => ClauseForm::Line,
            _ => ClauseForm::Paragraph,
        };
        let outline = Outline::read(text, form).map_err(DraftError::Text)?;
        if outline.clause.is_empty() {
            return Err(DraftError::Text(OutlineError::empty()));
        }
        let of_source = dataset.find(source).map(|number| dataset.tree(number));
        let told = of_source.as_ref().and_then(|source| source.leaf("language"));
        let language = told.map(str::to_owned).or_else(|| outline.language().map(str::to_owned));
        let first = dataset.manifest().language.first();
        let first = first.map_or_else(|| "en".to_owned(), ToString::to_string);
        let other = language.filter(|language| *language != first);
        let common = Common { instrument: id, source, made: made(&record), first, other };
        Ok(self.drafted(outline, &common))
    }

    /// The ids of the clauses of an instrument that are held, by their numbers.
    fn held_numbers(&self, instrument: &str) -> SortedMap<String, String> {
        let dataset = self.dataset();
        let all = dataset.numbers(Kind::Commitment).filter_map(|number| {
            let record = dataset.tree(number);
            let is_its = record.leaf("instrument") == Some(instrument)
                && self.lens().record(Kind::Commitment, &record).truth != Truth::No;
            let printed = record.leaf("number").filter(|_| is_its)?;
            Some((compared(printed), dataset.id(number).to_owned()))
        });
        all.collect()
    }

    fn drafted(&self, outline: Outline, common: &Common<'_>) -> Draft {
        let numbers = self.held_numbers(common.instrument);
        let mut taken: SortedSet<String> = SortedSet::default();
        let mut ids: Vec<String> = Vec::new();
        let mut count: SortedMap<ClauseForm, usize> = SortedMap::default();
        let (mut held, mut records) = (Vec::new(), String::new());
        for clause in &outline.clause {
            let known = clause.number.as_ref().and_then(|number| numbers.get(&compared(number)));
            if let Some(known) = known.filter(|known| !taken.contains(*known)) {
                taken.insert(known.clone());
                held.push(known.clone());
                ids.push(known.clone());
                continue;
            }
            let above = clause.under.and_then(|under| ids.get(under).cloned());
            let own = slug(clause, above.as_deref(), common.instrument);
            let id = self.free(format!("{}-{own}", common.instrument), &mut taken);
            *count.or_default(clause.form) += 1;
            records.push_str(&toml::record(clause, &id, above.as_deref(), common));
            ids.push(id);
        }
        let count: Vec<(ClauseForm, usize)> = count.into_iter().collect();
        Draft { toml: toml::head(&count, &held, common) + &records, count, held, outline }
    }

    /// An id that nothing has: with a number after it, if need be.
    fn free(&self, wanted: String, taken: &mut SortedSet<String>) -> String {
        let is_free = |id: &String| !taken.contains(id) && self.dataset().find(id).is_none();
        let next = (2_u32..).map(|number| format!("{wanted}-x{number}"));
        let id = std::iter::once(wanted.clone()).chain(next).find(is_free).unwrap_or_default();
        taken.insert(id.clone());
        id
    }
}

/// A number as numbers are compared: without the signs that copies print in several ways.
fn compared(number: &str) -> String {
    let kept = |letter: &char| letter.is_alphanumeric() || matches!(letter, '.' | '(');
    number.chars().filter(kept).collect::<String>().trim_end_matches('.').to_owned()
}

/// When a text was adopted or signed, else its first step, with what says so.
fn made(record: &Struct<'_>) -> Option<Made> {
    let first = |actions: &[&str]| {
        let is = |step: &&Struct<'_>| {
            let action = step.leaf("action").unwrap_or_default();
            let is_point = step.leaf("date").is_some_and(|date| date.parse::<Point>().is_ok());
            is_point && (actions.is_empty() || actions.contains(&action))
        };
        let day = |step: &&Struct<'_>| bounds(step.leaf("date")?).map(|days| days.start_first);
        record.parts("step").filter(is).min_by_key(day)
    };
    let step = first(&["adopted", "signed"]).or_else(|| first(&[]))?;
    let says = |cite: &&Struct<'_>| {
        let fields = cite.list("fields");
        fields.is_empty() || fields.iter().filter_map(Node::as_str).any(|field| field == "date")
    };
    let cite = step.parts("cite").find(says)?;
    Some(Made {
        date: step.leaf("date")?.to_owned(),
        source: cite.leaf("source")?.to_owned(),
        at: cite.leaf("at").map(str::to_owned),
    })
}

/// What an id adds to that of the instrument: `1-1-1`, `h1` of a heading, `p8` of a paragraph.
fn slug(clause: &OutlineClause, above: Option<&str>, instrument: &str) -> String {
    let number = clause.number.as_deref().map(kebab).filter(|slug| !slug.is_empty());
    match (number, clause.form, &clause.heading) {
        (Some(number), ClauseForm::Heading, _) => format!("h{number}"),
        (Some(number), ClauseForm::Paragraph, _) => format!("p{number}"),
        (Some(number), ..) => number,
        (None, _, Some(heading)) => {
            let words: Vec<&str> = heading.split_whitespace().take(4).collect();
            format!("h-{}", kebab(&words.join(" "))).trim_end_matches('-').to_owned()
        }
        (None, ..) => {
            let above = above.and_then(|id| id.strip_prefix(instrument)).unwrap_or_default();
            let last = clause.at.rsplit([' ', '¶']).next().unwrap_or_default();
            let mark = if clause.form == ClauseForm::Paragraph { 'p' } else { 'i' };
            format!("{above}-{mark}{}", kebab(last)).trim_start_matches('-').to_owned()
        }
    }
}

/// A text in small letters, digits and hyphens: `I.A.3` becomes `i-a-3`, `제3조` `3`, `가` `k1`, `②` `2`.
fn kebab(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.chars() {
        let order = |from: char| letter as u32 - from as u32 + 1;
        let syllable = "가나다라마바사아자차카타파하".chars().position(|one| one == letter);
        let (piece, joins) = match (letter, syllable) {
            ('Ⅰ'..='Ⅻ', _) => (order('Ⅰ').to_string(), false),
            ('①'..='⑳', _) => (order('①').to_string(), false),
            (_, Some(place)) => (format!("k{}", place + 1), false),
            _ if letter.is_ascii_alphanumeric() => (letter.to_ascii_lowercase().to_string(), true),
            _ => (String::new(), false),
        };
        if !joins && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        slug.push_str(&piece);
    }
    slug.trim_end_matches('-').to_owned()
}
