//! SQLite: a table and an index for each task, made for it alone, and FTS5 for words; all in memory.

use std::cell::RefCell;

use anyhow::Result;
use partnership_core::value::Day;
use rusqlite::types::Value;
use rusqlite::{Connection, Statement, params, params_from_iter};

use crate::rows::Facts;
use crate::task::{Ask, Task};

const SCHEMA: &str = "
    PRAGMA page_size = 4096;
    CREATE TABLE record(n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, body TEXT NOT NULL);
    CREATE INDEX record_kind ON record(kind, n);
    CREATE TABLE pillar(concept TEXT, n INTEGER, PRIMARY KEY(concept, n)) WITHOUT ROWID;
    CREATE TABLE kind_pillar(kind TEXT, concept TEXT, n INTEGER, PRIMARY KEY(kind, concept, n)) WITHOUT ROWID;
    CREATE TABLE link(id TEXT, n INTEGER, PRIMARY KEY(id, n)) WITHOUT ROWID;
    CREATE TABLE days(first INTEGER, last INTEGER, n INTEGER);
    CREATE INDEX days_range ON days(last, first, n);
    CREATE TABLE dollars(most INTEGER, n INTEGER, PRIMARY KEY(most, n)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE word USING fts5(text, content = '', prefix = '2 3 4');
    CREATE VIRTUAL TABLE inside USING fts5(text, content = '', prefix = '2 3 4');
";

/// The rows, and all their indexes.
pub(crate) struct Rows {
    connection: Connection,
    ids: Vec<String>,
}

impl Rows {
    pub(crate) fn write(facts: &[Facts]) -> Result<Self> {
        let mut connection = Connection::open_in_memory()?;
        connection.execute_batch(SCHEMA)?;
        connection.set_prepared_statement_cache_capacity(64);
        let all = connection.transaction()?;
        for (n, of) in (0_i64..).zip(facts) {
            let put = |sql: &str, values: &[&dyn rusqlite::ToSql]| {
                all.prepare_cached(sql).and_then(|mut to| to.execute(values))
            };
            put("INSERT INTO record VALUES (?, ?, ?, ?)", params![n, of.id, of.kind, of.body])?;
            for concept in &of.pillars {
                put("INSERT INTO pillar VALUES (?, ?)", params![concept, n])?;
                put("INSERT INTO kind_pillar VALUES (?, ?, ?)", params![of.kind, concept, n])?;
            }
            for id in &of.links {
                put("INSERT INTO link VALUES (?, ?)", params![id, n])?;
            }
            for days in &of.days {
                let (first, last) = (days.start_first.number(), days.end_last.number());
                put("INSERT INTO days VALUES (?, ?, ?)", params![first, last, n])?;
            }
            for most in &of.dollars {
                put("INSERT OR IGNORE INTO dollars VALUES (?, ?)", params![most, n])?;
            }
            put("INSERT INTO word(rowid, text) VALUES (?, ?)", params![n, of.words])?;
            put("INSERT INTO inside(rowid, text) VALUES (?, ?)", params![n, of.inside])?;
        }
        all.commit()?;
        connection.execute_batch("INSERT INTO word(word) VALUES ('optimize'); INSERT INTO inside(inside) VALUES ('optimize'); ANALYZE;")?;
        Ok(Self { connection, ids: facts.iter().map(|of| of.id.clone()).collect() })
    }

    /// A ready statement of a task, and what it gives: ids in order, by number from a list beside it, which is faster
    /// than a join.
    pub(crate) fn ids<'s>(&'s self, task: &Task) -> Result<impl FnMut() -> Vec<&'s str>> {
        let (sql, values) = statement(task.ask)?;
        let ready = RefCell::new(self.connection.prepare(&sql)?);
        Ok(move || self.found(&mut ready.borrow_mut(), &values).unwrap_or_default())
    }

    fn found(&self, ready: &mut Statement<'_>, values: &[Value]) -> Result<Vec<&str>> {
        let mut rows = ready.query(params_from_iter(values))?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.extend(self.ids.get(row.get::<_, u32>(0)? as usize).map(String::as_str));
        }
        Ok(all)
    }

    /// The rows of a task, from the text of its statement: each body read as JSON.
    pub(crate) fn whole(&self, task: &Task) -> Result<Vec<serde_json::Value>> {
        let (sql, values) = statement(task.ask)?;
        let mut ready = self
            .connection
            .prepare(&format!("SELECT body FROM record WHERE n IN ({sql}) ORDER BY n"))?;
        let mut rows = ready.query(params_from_iter(&values))?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(serde_json::from_str(row.get_ref(0)?.as_str()?)?);
        }
        Ok(all)
    }
}

/// The statement of a task and the values for its places.
fn statement(ask: Ask) -> Result<(String, Vec<Value>)> {
    let text = |value: &str| Value::Text(value.to_owned());
    let texts = |values: &[&str]| values.iter().map(|value| text(value)).collect::<Vec<_>>();
    let marks = |count: usize| vec!["?"; count].join(", ");
    let day = |text: &str| text.parse::<Day>().map(|day| Value::Integer(day.number().into()));
    Ok(match ask {
        Ask::Id(id) => ("SELECT n FROM record WHERE id = ?".into(), vec![text(id)]),
        Ask::Link(id) => ("SELECT n FROM link WHERE id = ? ORDER BY n".into(), vec![text(id)]),
        Ask::KindAndPillar(kind, concepts) => (
            format!(
                "SELECT DISTINCT n FROM kind_pillar WHERE kind = ? AND concept IN ({}) ORDER BY n",
                marks(concepts.len())
            ),
            [vec![text(kind)], texts(concepts)].concat(),
        ),
        Ask::KindNotPillar(kind, concepts) => (
            format!(
                "SELECT n FROM record WHERE kind = ? AND n NOT IN (SELECT n FROM pillar WHERE concept IN ({})) ORDER BY n",
                marks(concepts.len())
            ),
            [vec![text(kind)], texts(concepts)].concat(),
        ),
        Ask::Pillars(concepts) => (
            format!(
                "SELECT DISTINCT n FROM pillar WHERE concept IN ({}) ORDER BY n",
                marks(concepts.len())
            ),
            texts(concepts),
        ),
        Ask::Days(first, last) => (
            "SELECT DISTINCT n FROM days WHERE last >= ? AND first <= ? ORDER BY n".into(),
            vec![day(first)?, day(last)?],
        ),
        Ask::Dollars(least) => (
            "SELECT DISTINCT n FROM dollars WHERE most >= ? ORDER BY n".into(),
            vec![Value::Integer(least)],
        ),
        Ask::Words(words) => {
            ("SELECT rowid FROM word WHERE word MATCH ?".into(), vec![text(&words.join(" AND "))])
        }
        Ask::Prefix(word) => {
            ("SELECT rowid FROM word WHERE word MATCH ?".into(), vec![text(&format!("{word}*"))])
        }
        Ask::Korean(word) => (
            "SELECT rowid FROM inside WHERE inside MATCH ?".into(),
            vec![text(&format!("{word}*"))],
        ),
    })
}
