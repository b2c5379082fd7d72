//! Tantivy: one segment in memory, a field for each task, queries that count no scores.

use std::ops::Bound;

use anyhow::{Context, Result};
use partnership_core::value::{Bounds, Day, Truth};
use tantivy::merge_policy::NoMergePolicy;
use tantivy::query::{
    BooleanQuery, EnableScoring, InvertedIndexRangeQuery, Occur, Query, RangeQuery, TermQuery,
    TermSetQuery, Weight,
};
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing,
    TextOptions, Value,
};
use tantivy::{DocAddress, Index, IndexWriter, Searcher, TantivyDocument, Term};

use crate::rows::Facts;
use crate::task::{Ask, Task};

/// The rows, and all their indexes. A document has the number of its record.
pub(crate) struct Rows {
    searcher: Searcher,
    fields: Fields,
    ids: Vec<String>,
    days: Vec<Vec<Bounds>>,
}

#[derive(Clone, Copy)]
struct Fields {
    id: Field,
    kind: Field,
    pillar: Field,
    link: Field,
    first: Field,
    last: Field,
    dollars: Field,
    word: Field,
    inside: Field,
    body: Field,
}

impl Fields {
    fn new() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let words = TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer("whitespace")
                .set_index_option(IndexRecordOption::WithFreqs),
        );
        let fields = Self {
            id: schema.add_text_field("id", STRING),
            kind: schema.add_text_field("kind", STRING),
            pillar: schema.add_text_field("pillar", STRING),
            link: schema.add_text_field("link", STRING),
            first: schema.add_i64_field("first", INDEXED | FAST),
            last: schema.add_i64_field("last", INDEXED | FAST),
            dollars: schema.add_i64_field("dollars", INDEXED | FAST),
            word: schema.add_text_field("word", words.clone()),
            inside: schema.add_text_field("inside", words),
            body: schema.add_text_field("body", STORED),
        };
        (schema.build(), fields)
    }

    fn document(&self, of: &Facts) -> TantivyDocument {
        let mut to = TantivyDocument::new();
        to.add_text(self.id, &of.id);
        to.add_text(self.kind, of.kind);
        of.pillars.iter().for_each(|concept| to.add_text(self.pillar, concept));
        of.links.iter().for_each(|id| to.add_text(self.link, id));
        // A record with several days has them as one range, which `Rows::numbers` looks into.
        let first = of.days.iter().map(|days| days.start_first).min();
        let last = of.days.iter().map(|days| days.end_last).max();
        if let Some((first, last)) = first.zip(last) {
            to.add_i64(self.first, first.number().into());
            to.add_i64(self.last, last.number().into());
        }
        of.dollars.iter().for_each(|most| to.add_i64(self.dollars, *most));
        to.add_text(self.word, &of.words);
        to.add_text(self.inside, &of.inside);
        to.add_text(self.body, &of.body);
        to
    }

    fn query(&self, ask: Ask) -> Result<Box<dyn Query>> {
        let all = |terms: Vec<Box<dyn Query>>| -> Box<dyn Query> {
            let must = terms.into_iter().map(|term| (Occur::Must, term));
            Box::new(BooleanQuery::new(must.collect()))
        };
        let day = |text: &str| text.parse::<Day>().map(|day| i64::from(day.number()));
        let least = |field, least| Bound::Included(Term::from_field_i64(field, least));
        Ok(match ask {
            Ask::Id(id) => one(self.id, id),
            Ask::Link(id) => one(self.link, id),
            Ask::KindAndPillar(kind, concepts) => {
                all(vec![one(self.kind, kind), any(self.pillar, concepts)])
            }
            Ask::KindNotPillar(kind, concepts) => Box::new(BooleanQuery::new(vec![
                (Occur::Must, one(self.kind, kind)),
                (Occur::MustNot, any(self.pillar, concepts)),
            ])),
            Ask::Pillars(concepts) => any(self.pillar, concepts),
            Ask::Days(from, to) => all(vec![
                Box::new(RangeQuery::new(least(self.last, day(from)?), Bound::Unbounded)),
                Box::new(RangeQuery::new(Bound::Unbounded, least(self.first, day(to)?))),
            ]),
            Ask::Dollars(from) => {
                Box::new(RangeQuery::new(least(self.dollars, from), Bound::Unbounded))
            }
            Ask::Words([word]) => one(self.word, word),
            Ask::Words(words) => all(words.iter().map(|word| one(self.word, word)).collect()),
            Ask::Prefix(word) => beginning(self.word, word),
            Ask::Korean(word) => beginning(self.inside, word),
        })
    }
}

fn one(field: Field, value: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, value), IndexRecordOption::Basic))
}

fn any(field: Field, values: &[&str]) -> Box<dyn Query> {
    let terms = values.iter().map(|value| Term::from_field_text(field, value));
    Box::new(TermSetQuery::new(terms))
}

/// Words that begin so: as a range of terms, which is what of several ways took the least.
fn beginning(field: Field, word: &str) -> Box<dyn Query> {
    let from = Term::from_field_text(field, word);
    let to = Term::from_field_text(field, &format!("{word}\u{10ffff}"));
    Box::new(InvertedIndexRangeQuery::new(Bound::Included(from), Bound::Excluded(to)))
}

impl Rows {
    pub(crate) fn write(facts: &[Facts]) -> Result<Self> {
        let (schema, fields) = Fields::new();
        let index = Index::create_in_ram(schema);
        let mut writer: IndexWriter = index.writer_with_num_threads(1, 400_000_000)?;
        writer.set_merge_policy(Box::new(NoMergePolicy));
        for of in facts {
            writer.add_document(fields.document(of))?;
        }
        writer.commit()?;
        let searcher = index.reader()?.searcher();
        anyhow::ensure!(searcher.segment_readers().len() == 1, "Tantivy made several segments");
        let ids = facts.iter().map(|of| of.id.clone()).collect();
        Ok(Self { searcher, fields, ids, days: facts.iter().map(|of| of.days.clone()).collect() })
    }

    /// A ready query of a task, and what it gives: ids in order, by number from a list beside it.
    pub(crate) fn ids<'s>(&'s self, task: &Task) -> Result<impl FnMut() -> Vec<&'s str>> {
        let ready = self.ready(task)?;
        let days = days(task.ask)?;
        Ok(move || {
            let numbers = self.numbers(ready.as_ref(), days).unwrap_or_default();
            numbers.iter().filter_map(|at| Some(self.ids.get(*at as usize)?.as_str())).collect()
        })
    }

    /// The rows of a task, from its terms: each body read as JSON.
    pub(crate) fn whole(&self, task: &Task) -> Result<Vec<serde_json::Value>> {
        let ready = self.ready(task)?;
        let body = |number| {
            let row: TantivyDocument = self.searcher.doc(DocAddress::new(0, number))?;
            let body = row.get_first(self.fields.body).and_then(|body| body.as_str());
            Ok(serde_json::from_str(body.context("a row without a body")?)?)
        };
        self.numbers(ready.as_ref(), days(task.ask)?)?.into_iter().map(body).collect()
    }

    fn ready(&self, task: &Task) -> Result<Box<dyn Weight>> {
        let query = self.fields.query(task.ask)?;
        Ok(query.weight(EnableScoring::disabled_from_searcher(&self.searcher))?)
    }

    fn numbers(&self, ready: &dyn Weight, days: Option<(Day, Day)>) -> Result<Vec<u32>> {
        let mut all = Vec::new();
        for segment in self.searcher.segment_readers() {
            ready.for_each_no_score(segment, &mut |numbers| all.extend_from_slice(numbers))?;
        }
        if let Some((from, to)) = days {
            let meets = |one: &Bounds| one.meets(from, to) != Truth::No;
            all.retain(|number| {
                let own = self.days.get(*number as usize).map(Vec::as_slice).unwrap_or_default();
                own.len() < 2 || own.iter().any(meets)
            });
        }
        Ok(all)
    }
}

/// The first and the last day of a question about days.
fn days(ask: Ask) -> Result<Option<(Day, Day)>> {
    Ok(match ask {
        Ask::Days(from, to) => Some((from.parse()?, to.parse()?)),
        _ => None,
    })
}
