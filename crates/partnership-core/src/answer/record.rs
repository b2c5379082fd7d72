//! Rows that are records.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::coverage::{self, Coverage};
use super::envelope::kinds;
use super::words::{plain, say};
use super::{Answer, Match, Row, Supported};
use crate::describe::{Class, Shown, Struct};
use crate::error::nearest;
use crate::model::{Kind, label};
use crate::query::{Plan, QueryError, eval};
use crate::sorted::SortedMap;
use crate::view::{EventState, Verdict, View, every_cite};

/// A record of an answer, as the view shows it.
#[derive(Clone, Debug)]
pub struct RecordRow {
    pub(super) kind: Kind,
    /// The record: its fields in the order of the description.
    pub record: Struct<'static>,
    /// How surely it belongs to the answer, and why not more.
    pub verdict: Verdict,
    /// The parts and values of the record that are only maybe so in the view, by their paths.
    pub maybe: Vec<(String, Verdict)>,
    /// How a meeting stands on the day of the view.
    pub state: Option<EventState>,
    /// What it announces, what of that is held, and what is missing; only where the whole record is shown.
    pub coverage: Vec<Coverage>,
    /// The records that refer to it; only where the whole record is shown.
    pub linked_from: Vec<String>,
    /// Fields that are neither filled nor declared absent; only where the whole record is shown.
    pub not_collected: Vec<&'static str>,
    /// What a search matched.
    pub matched: Option<Match>,
    /// What a source supports; only where that was asked for.
    pub supports: Option<Vec<Supported>>,
    whole: bool,
}

impl RecordRow {
    pub(super) fn of(view: &View<'_>, number: u32, verdict: Verdict) -> Self {
        let kind = view.dataset().kind(number);
        let mut maybe = Vec::new();
        let mut record = view.dataset().lasting_tree(number);
        if !view.lens().is_plain() {
            record =
                view.lens().shown_with(&record, "", &mut |path, held| maybe.push((path, held)));
        }
        let state = (kind == Kind::Event).then(|| EventState::of(&record, view.day()));
        Self {
            kind,
            record,
            verdict,
            maybe,
            state,
            coverage: Vec::new(),
            linked_from: Vec::new(),
            not_collected: Vec::new(),
            matched: None,
            supports: None,
            whole: false,
        }
    }

    /// The row with what links to it, what is derived and what is not collected.
    pub(super) fn whole(mut self, view: &View<'_>) -> Self {
        self.whole = true;
        self.coverage = coverage::of(view, &self.record);
        let links = Plan::parse(&format!("links:{}", self.id()), view.dataset());
        let found = links.map(|plan| eval::rows(view, &plan)).unwrap_or_default();
        let ids = found.iter().map(|(number, _)| view.dataset().id(*number).to_owned());
        self.linked_from = ids.filter(|id| id != self.id()).collect();
        // What a view hides was collected all the same: the record itself tells.
        let tree = view.dataset().find(self.id()).map(|number| view.dataset().tree(number));
        let record = tree.as_ref().unwrap_or(&self.record);
        let absent =
            |name: &str| record.parts("absent").any(|absent| absent.leaf("field") == Some(name));
        let fields = record.of.fields.iter().map(|field| field.name);
        let missing = fields.filter(|name| {
            !matches!(*name, "cite" | "alternative" | "absent" | "reviewed")
                && record.get(name).is_none()
                && !absent(name)
        });
        self.not_collected = missing.collect();
        self
    }

    /// The kind of record.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Its id.
    pub fn id(&self) -> &str {
        self.record.leaf("id").unwrap_or_default()
    }

    /// Its name, title or sentence in a language.
    pub fn label(&self, lang: &str) -> &str {
        label(&self.record, lang).unwrap_or_else(|| self.id())
    }

    /// The same for a reader: where the view shows no name, since none is known yet, the id says so.
    pub fn title(&self, lang: &str) -> String {
        let id = || super::words::unnamed(self.id(), lang);
        label(&self.record, lang).map_or_else(id, str::to_owned)
    }

    /// The ids of its sources, in order of use, each once.
    pub fn sources(&self) -> Vec<&str> {
        let mut ids = Vec::new();
        every_cite(&self.record, &mut |cite| {
            if let Some(id) = cite.leaf("source")
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        });
        ids
    }

    /// When it is or was: its own day or span as written; of texts and projects without one, those of their steps.
    pub fn when(&self) -> Vec<&str> {
        match crate::view::time_field(&self.record) {
            Some(field) => self.record.leaf(field).into_iter().collect(),
            None => {
                let parts = self.record.parts("step").chain(self.record.parts("level"));
                parts.filter_map(|part| part.leaf("date")).collect()
            }
        }
    }
}

impl Serialize for RecordRow {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        self.verdict.entries(&mut map)?;
        map.serialize_entry("kind", self.kind.as_str())?;
        for (field, node) in self.record.iter() {
            map.serialize_entry(field.name, &Shown(node, field.shape))?;
        }
        if !self.maybe.is_empty() {
            let paths = self.maybe.iter().map(|(path, held)| {
                (path.as_str(), held.reasons().map(|why| why.as_str()).collect::<Vec<_>>())
            });
            map.serialize_entry("maybe", &paths.collect::<SortedMap<_, _>>())?;
        }
        if let Some(state) = self.state {
            map.serialize_entry("derived", &SortedMap::from_iter([("state", state.as_str())]))?;
        }
        if let Some(matched) = &self.matched {
            map.serialize_entry("match", matched)?;
        }
        if let Some(supports) = &self.supports {
            map.serialize_entry("supports", supports)?;
        }
        if self.whole {
            map.serialize_entry("coverage", &self.coverage)?;
            map.serialize_entry("linked_from", &self.linked_from)?;
            map.serialize_entry("not_collected", &self.not_collected)?;
        }
        map.end()
    }
}

/// A cell of the table of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// Whether it is a number, so that a spreadsheet may take it as one.
    pub number: bool,
}

impl Answer {
    /// The rows that are records as a table: names of columns, then the cells of each row. The columns are the fields
    /// of the description that some row fills, after `kind`, `id` and `truth`, and `source` at the end.
    ///
    /// Of targets there is a line for each score, of the ledger one for each promise.
    pub fn table(&self, lang: &str) -> (Vec<String>, Vec<Vec<Cell>>) {
        if let Some(flat) = self.flat() {
            return flat;
        }
        let rows: Vec<_> = self.rows().iter().filter_map(Row::as_record).collect();
        let mut columns: Vec<&'static str> = Vec::new();
        for kind in kinds(self.rows()) {
            for field in kind.described().fields {
                let used = !matches!(
                    field.name,
                    "id" | "cite" | "alternative" | "absent" | "reviewed" | "observation"
                ) && rows.iter().any(|row| row.record.get(field.name).is_some());
                if used && !columns.contains(&field.name) {
                    columns.push(field.name);
                }
            }
        }
        let text = |text: String| Cell { text, number: false };
        let cells = rows.iter().map(|row| {
            let mut cells = vec![
                text(row.kind.to_string()),
                text(row.id().to_owned()),
                text(row.verdict.truth.to_string()),
            ];
            cells.extend(columns.iter().map(|name| {
                match (row.record.get(name), row.record.of.field(name)) {
                    (Some(node), Some(field)) => Cell {
                        text: plain(node, lang),
                        number: field.shape.class() == Class::Count,
                    },
                    _ => text(String::new()),
                }
            }));
            cells.push(text(row.sources().join(" ")));
            cells
        });
        let cells = cells.collect();
        let mut names: Vec<String> = ["kind", "id", "truth"].map(str::to_owned).to_vec();
        names.extend(columns.iter().map(|name| (*name).to_owned()));
        names.push("source".to_owned());
        (names, cells)
    }
}

pub(super) fn show(view: &View<'_>, ids: &[&str]) -> Result<Answer, QueryError> {
    let text = ids.join(" ");
    let mut rows = Vec::new();
    let mut notes = Vec::new();
    let mut at = 0;
    for id in ids {
        let span = at..at + id.len();
        at = span.end + 1;
        let Some(number) = view.dataset().find(id) else {
            let mut error =
                QueryError::new("P0304", span, format!("`{id}` is not the id of a record"));
            error.nearest = nearest(id, view.dataset().ids()).map(str::to_owned);
            error.help = Some(match &error.nearest {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("`partnership search {id}` finds records by their names"),
            });
            return Err(error.within(&text));
        };
        if view.dataset().id(number) != *id {
            let now = say(view.language().as_str(), "is now", "→");
            notes.push(format!("`{id}` {now} `{}`", view.dataset().id(number)));
        }
        let kind = view.dataset().kind(number);
        let verdict = view.lens().record(kind, &view.dataset().tree(number));
        if verdict.truth == crate::value::Truth::No {
            let hides = say(view.language().as_str(), " is not in this view", ": 이 보기에 없음");
            notes.push(format!("`{id}`{hides}: {}", hidden(view, number)));
            continue;
        }
        rows.push(Row::Record(RecordRow::of(view, number, verdict).whole(view)));
    }
    let empty = rows.is_empty() && !ids.is_empty();
    let answer = notes.into_iter().fold(Answer::new(view, "show", &text, rows), Answer::note);
    if !empty {
        return Ok(answer);
    }
    match Plan::parse(&format!("id:{}", ids[0]), view.dataset()) {
        Ok(plan) => Ok(answer.because(super::envelope::why_empty(view, &plan))),
        Err(error) => Err(error),
    }
}

fn hidden(view: &View<'_>, number: u32) -> String {
    let tree = view.dataset().tree(number);
    let known = view.dataset().view().known_on(view.known());
    match view.known() {
        Some(day)
            if known.lens().record(view.dataset().kind(number), &tree).truth
                == crate::value::Truth::No =>
        {
            match view.language().as_str() {
                "ko" => format!("{day}까지 나온 출처 가운데 이를 뒷받침하는 것이 없음"),
                _ => format!("no source published by {day} supports it"),
            }
        }
        _ if view.language().as_str() == "ko" => format!("{}에는 해당하지 않음", view.day()),
        _ => format!("it was not so on {}", view.day()),
    }
}
