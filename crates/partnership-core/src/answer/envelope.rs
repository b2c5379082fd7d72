//! The envelope of every answer.

use std::ops::Range;
use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::words::say;
use super::{RecordRow, Row};
use crate::describe::Struct;
use crate::model::Kind;
use crate::order::Order;
use crate::query::{Expr, Limits, Plan, Query, eval};
use crate::sorted::SortedSet;
use crate::value::Day;
use crate::view::{View, every_cite};

/// What a question was answered: rows in the documented order, and all that is needed to cite them.
#[derive(Clone, Debug)]
pub struct Answer {
    dataset: About,
    view: Asked,
    command: &'static str,
    text: String,
    /// All rows, shared by their pages.
    all: Arc<[Row]>,
    /// Those that this answer has.
    places: Range<usize>,
    sources: Vec<Struct<'static>>,
    notes: Vec<String>,
    empty: Option<Empty>,
}

/// The dataset that was asked.
#[derive(Clone, Debug, serde::Serialize)]
struct About {
    id: String,
    version: String,
    checked_on: String,
    newest_source: Option<String>,
    digest: String,
}

/// The view that it was asked of.
#[derive(Clone, Debug, serde::Serialize)]
struct Asked {
    on: Option<String>,
    known_on: Option<String>,
    lang: String,
    day: String,
}

/// Why an answer has no rows.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Empty {
    /// Which reason.
    pub reason: EmptyReason,
    /// The reason in a sentence.
    pub text: String,
    /// The term without which there would be rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
}

/// Why an answer may have no rows.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, partnership_derive::Described,
)]
pub enum EmptyReason {
    /// Nothing in the record is so.
    #[described(ko = "해당 없음")]
    NoMatch,
    /// No source that was published by the day of knowledge supports it.
    #[described(ko = "아직 알려지지 않음")]
    NotKnownYet,
    /// It was not so on the day of validity.
    #[described(ko = "그날에는 아님")]
    NotValidThen,
    /// It was looked for, and not found: neither yes nor no.
    #[described(ko = "찾지 못함")]
    NotFound,
    /// Nothing differs.
    #[described(ko = "차이 없음")]
    Unchanged,
}

impl Answer {
    pub(crate) fn new(view: &View<'_>, command: &'static str, text: &str, rows: Vec<Row>) -> Self {
        let manifest = view.dataset().manifest();
        let show = |day: Day| day.to_string();
        let mut answer = Self {
            dataset: About {
                id: manifest.slug().to_owned(),
                version: manifest.release().to_owned(),
                checked_on: show(manifest.checked()),
                newest_source: view.dataset().newest_source().map(show),
                digest: format!("sha256:{}", view.dataset().digest()),
            },
            view: Asked {
                on: view.valid_on().map(show),
                known_on: view.known().map(show),
                lang: view.language().to_string(),
                day: show(view.day()),
            },
            command,
            text: text.to_owned(),
            places: 0..rows.len(),
            all: rows.into(),
            sources: Vec::new(),
            notes: Vec::new(),
            empty: None,
        };
        let found = sources(answer.rows()).into_iter().filter_map(|id| view.dataset().find(&id));
        answer.sources = found.map(|number| view.dataset().lasting_tree(number)).collect();
        answer
    }

    /// Some of the rows, with their sources numbered anew.
    pub(super) fn part(&self, places: Range<usize>) -> Self {
        let rows = self.rows().get(places.clone()).unwrap_or_default();
        let source = |id: String| self.sources.iter().find(|of| of.leaf("id") == Some(&id));
        let sources = sources(rows).into_iter().filter_map(source).cloned().collect();
        let start = self.places.start + places.start;
        Self {
            dataset: self.dataset.clone(),
            view: self.view.clone(),
            command: self.command,
            text: self.text.clone(),
            all: Arc::clone(&self.all),
            places: start..start + rows.len(),
            sources,
            notes: self.notes.clone(),
            empty: self.empty.clone(),
        }
    }

    pub(crate) fn because(self, empty: Empty) -> Self {
        Self { empty: Some(empty), ..self }
    }

    /// The same with each row changed, whose sources stay; before it has pages.
    pub(super) fn with_rows(mut self, with: impl FnMut(&mut Row)) -> Self {
        Arc::get_mut(&mut self.all).into_iter().flatten().for_each(with);
        self
    }

    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// What was asked: the command.
    pub fn command(&self) -> &'static str {
        self.command
    }

    /// What was asked: the text of the query.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The rows, in the documented order.
    pub fn rows(&self) -> &[Row] {
        self.all.get(self.places.clone()).unwrap_or_default()
    }

    /// The sources of the rows, each once, in order of first use: number 1 comes first.
    pub fn sources(&self) -> &[Struct<'static>] {
        &self.sources
    }

    /// The number of a source in this answer, from 1.
    pub fn source_number(&self, id: &str) -> Option<usize> {
        self.sources.iter().position(|source| source.leaf("id") == Some(id)).map(|at| at + 1)
    }

    /// What a reader of the whole answer should know.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Why there is no row.
    pub fn empty(&self) -> Option<&Empty> {
        self.empty.as_ref()
    }

    /// The day that whatever needs one took.
    pub fn day(&self) -> &str {
        &self.view.day
    }

    /// The day of validity, if one was asked for or the question has its own, as that for a meeting.
    pub fn valid_on(&self) -> Option<&str> {
        self.view.on.as_deref()
    }

    /// The release and day of the record that answered: `2026.11.25, checked 2026-11-25`.
    pub fn release(&self) -> String {
        let About { id, version, checked_on, .. } = &self.dataset;
        format!("{id} {version}, {} {checked_on}", say(&self.view.lang, "checked", "확인일"))
    }

    /// The same, then the days that it was asked for, each marked where the reader asked for `today`.
    pub fn footing(&self, on_today: bool, known_today: bool) -> String {
        let word = |english, korean| say(&self.view.lang, english, korean);
        let today = |is_today| if is_today { word(" (today)", " (오늘)") } else { "" };
        let mut text = self.release();
        text += &match &self.view.on {
            Some(day) => format!("; {} {day}{}", word("on", "유효일"), today(on_today)),
            None => format!("; {} {}", word("as of", "기준일"), self.view.day),
        };
        if let Some(day) = &self.view.known_on {
            text += &format!("; {} {day}{}", word("as known on", "알려진 날"), today(known_today));
        }
        text
    }

    /// The answer as JSON: the whole envelope, on one line.
    pub fn to_json(&self) -> String {
        // Every part of an answer is text, number, list or table with text keys.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The answer as JSON on indented lines.
    pub fn to_json_pretty(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Question<'q> {
            command: &'q str,
            text: &'q str,
        }
        let mut map = to.serialize_map(Some(8))?;
        map.serialize_entry("dataset", &self.dataset)?;
        map.serialize_entry("view", &self.view)?;
        map.serialize_entry("query", &Question { command: self.command, text: &self.text })?;
        map.serialize_entry("count", &self.rows().len())?;
        map.serialize_entry("row", self.rows())?;
        map.serialize_entry("source", &self.sources)?;
        map.serialize_entry("note", &self.notes)?;
        map.serialize_entry("empty", &self.empty)?;
        map.end()
    }
}

/// Why a comparison has no rows.
pub(super) fn unchanged(lang: &str) -> Empty {
    let (english, korean) = (
        "nothing differs: every record and field is the same",
        "다른 것이 없음: 모든 기록과 항목이 같음",
    );
    let text = super::words::say(lang, english, korean).to_owned();
    Empty { reason: EmptyReason::Unchanged, text, term: None }
}

/// The ids of the sources of some rows, each once, in order of first use.
fn sources(rows: &[Row]) -> Vec<String> {
    let (mut ids, mut seen) = (Vec::new(), std::collections::HashSet::new());
    for row in rows {
        row.sources(&mut |id| {
            if !seen.contains(id) {
                seen.insert(id.to_owned());
                ids.push(id.to_owned());
            }
        });
    }
    ids
}

/// Why a plan has no rows: the day of knowledge, the day of validity, or the term whose removal gives the most.
pub(super) fn why_empty(view: &View<'_>, plan: &Plan) -> Empty {
    let dataset = view.dataset();
    let lang = view.language().to_string();
    let korean = lang == "ko";
    let without = |on, known_on| {
        let other = dataset.view().on(on).known_on(known_on);
        eval::rows(&other, plan).len()
    };
    if let Some(day) = view.known()
        && without(view.valid_on(), None) > 0
    {
        let first = first_known(view, plan)
            .map(|day| match korean {
                true => format!("; {day}에 처음 알려짐"),
                false => format!("; it is first known on {day}"),
            })
            .unwrap_or_default();
        let text = match korean {
            true => format!("{day}까지 나온 출처 가운데 이를 뒷받침하는 것이 없음{first}"),
            false => format!("no source published by {day} supports it{first}"),
        };
        return Empty { reason: EmptyReason::NotKnownYet, text, term: None };
    }
    if let Some(day) = view.valid_on()
        && let count @ 1.. = without(None, view.known())
    {
        let text = match korean {
            true => format!("기록에 {day}에 해당하는 것이 없음; 다른 때에는 {count}건"),
            false => format!(
                "nothing in the record is so on {day}; at another time {count} {}",
                if count == 1 { "is" } else { "are" }
            ),
        };
        return Empty { reason: EmptyReason::NotValidThen, text, term: None };
    }
    let in_vain = super::notes::looked_for(view, plan);
    if !in_vain.is_empty() {
        return Empty { reason: EmptyReason::NotFound, text: in_vain.join("; "), term: None };
    }
    let term = best_removal(view, plan);
    let text = match &term {
        Some((term, count)) if korean => {
            format!("기록에 이 모두에 맞는 것이 없음; `{term}` 없이는 {count}건")
        }
        Some((term, count)) => {
            format!("nothing in the record is all of this; without `{term}` there would be {count}")
        }
        None => say(&lang, "nothing in the record is so", "기록에 해당하는 것이 없음").to_owned(),
    };
    Empty { reason: EmptyReason::NoMatch, text, term: term.map(|(term, _)| term) }
}

/// The first day after that of the view on which a source, or a search in vain, makes something of the plan known. What
/// is known stays so, which is why the days are halved and not gone through.
fn first_known(view: &View<'_>, plan: &Plan) -> Option<Day> {
    let dataset = view.dataset();
    let mut days: Vec<Day> = Vec::new();
    let mut published = |source: &Struct<'_>| {
        let days_of = |field| crate::view::bounds(source.leaf(field)?).map(|days| days.start_first);
        days.extend(["issued", "accessed"].into_iter().filter_map(days_of));
    };
    let mut searched: Vec<Day> = Vec::new();
    for (number, _) in eval::rows(&dataset.view().on(view.valid_on()), plan) {
        let record = dataset.tree(number);
        published(&record);
        every_cite(&record, &mut |cite| {
            if let Some(number) = dataset.find(cite.leaf("source").unwrap_or_default()) {
                published(&dataset.tree(number));
            }
        });
        let on = record.parts("absent").filter_map(|absent| absent.leaf("on")?.parse::<Day>().ok());
        searched.extend(on);
    }
    days.extend(searched);
    days.retain(|day| Some(*day) > view.known());
    days.order();
    days.dedup();
    let hidden =
        |day: &Day| eval::rows(&dataset.view().on(view.valid_on()).known_on(*day), plan).is_empty();
    let at = days.partition_point(hidden);
    days.get(at).copied()
}

/// Of the terms that stand together at the top, the one without which most rows would be left.
fn best_removal(view: &View<'_>, plan: &Plan) -> Option<(String, usize)> {
    let query: Query = plan.text().parse().ok()?;
    let Expr::All(terms) = query.root()? else { return None };
    let mut best: Option<(String, usize)> = None;
    for (at, term) in terms.iter().enumerate() {
        let rest = terms
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .map(|(_, term)| term.clone());
        let Ok(rest) = Query::new(Expr::all(rest), &Limits::default()) else { continue };
        let Ok(rest) = Plan::of(&rest, view.dataset()) else { continue };
        let count = eval::rows(view, &rest).len();
        if count > best.as_ref().map_or(0, |(_, most)| *most) {
            best = Some((term.to_string(), count));
        }
    }
    best
}

/// The kinds of the rows of an answer, in order.
pub(super) fn kinds(rows: &[Row]) -> Vec<Kind> {
    let kinds = rows.iter().filter_map(|row| row.as_record().map(RecordRow::kind));
    kinds.collect::<SortedSet<_>>().into_iter().collect()
}
