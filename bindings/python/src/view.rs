//! `View`: every question that the core answers.

use std::collections::BTreeMap;
use std::sync::Arc;

use partnership_core::answer::{Claims, LedgerFilter, surely};
use partnership_core::query::{Expr, Limits, Plan, Query};
use partnership_core::value::{Day, Lang};
use partnership_core::{ParseError, QueryError};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};

use crate::answer::Answer;
use crate::dataset::Dataset;
use crate::given::Given;
use crate::guard::{detached, guard};
use crate::held::{Ask, Held};
use crate::{date, errors, given, replay, table};

/// A dataset as it is asked: on a day of validity, as known on a day, in a language.
#[pyclass(frozen, subclass, module = "partnership")]
pub(crate) struct View {
    pub(crate) ask: Arc<Ask>,
    /// Records that were looked up, by id: nothing in them changes, so whoever asks again gets the same.
    pub(crate) looked_up: Py<PyDict>,
}

/// A view as an object; of the dataset itself where nothing is filtered.
pub(crate) fn object<'py>(py: Python<'py>, ask: &Arc<Ask>) -> PyResult<Bound<'py, PyAny>> {
    let view = View { ask: ask.clone(), looked_up: PyDict::new(py).unbind() };
    if ask.is_plain() && ask.lang == ask.held.dataset().view().language().clone() {
        return Ok(Bound::new(py, PyClassInitializer::from(view).add_subclass(Dataset))?.into_any());
    }
    Ok(Bound::new(py, view)?.into_any())
}

/// A view of some days and language.
pub(crate) fn seen_from<'py>(
    py: Python<'py>,
    held: Held,
    on: Option<Day>,
    known_on: Option<Day>,
    lang: Lang,
) -> PyResult<Bound<'py, PyAny>> {
    let ask = detached(py, || Ask::at(held, on, known_on, lang))?;
    object(py, &Arc::new(ask))
}

#[pymethods]
impl View {
    /// Records that a query asks for, in the documented order: `kind:project pillar:B "high performance"`.
    ///
    /// Words search, `field:value` filters, `field:a,b` is any of, `-` negates, `OR` and parentheses group.
    /// Raises QueryError, a ValueError, that points at the place.
    #[pyo3(signature = (text = "", /))]
    pub(crate) fn query(&self, py: Python<'_>, text: &str) -> PyResult<Answer> {
        self.planned(py, |dataset| Plan::parse(text, dataset))
    }

    /// What the plural nouns ask.
    #[pyo3(signature = (kind, texts, filters, /))]
    fn _list(
        &self,
        py: Python<'_>,
        kind: &str,
        texts: &Bound<'_, PyTuple>,
        filters: &Bound<'_, PyDict>,
    ) -> PyResult<Answer> {
        let mut terms = vec![Expr::filter("kind", &[kind])];
        for text in texts {
            terms.push(Expr::word(&text.extract::<String>()?));
        }
        for (name, value) in filters {
            let values = given::values(&value)?;
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            if !values.is_empty() {
                terms.push(Expr::filter(&given::field(&name.extract::<String>()?), &values));
            }
        }
        self.planned(py, |dataset| {
            let query =
                Query::new(Expr::all(terms), &Limits::default()).map_err(QueryError::from)?;
            Plan::of(&query, dataset)
        })
    }

    /// Records by the words of their names, summaries and other texts, best first; a typo in a longer word is forgiven.
    #[pyo3(signature = (text, /))]
    pub(crate) fn search(&self, py: Python<'_>, text: &str) -> PyResult<Answer> {
        Ok(Answer::of_rows(&self.ask, detached(py, || self.ask.with(|view| view.search(text)))?))
    }

    /// Everything dated of the records that a query asks for, in order of days.
    ///
    /// Where the query names dates, only what lies within them, or may. Raises QueryError.
    #[pyo3(signature = (text = "", /))]
    pub(crate) fn timeline(&self, py: Python<'_>, text: &str) -> PyResult<Answer> {
        self.answered(py, |view| view.timeline(text))?.map_err(|error| errors::query(&error))
    }

    /// The figures of the members of a group, added up for each reporter and period: `goods-trade over:asean period:2023`.
    ///
    /// Without a day the members are those at the end of each period, with one (`over:asean@1999-04-30`) those of that day.
    /// Each total names its set and its gaps. Raises QueryError.
    #[pyo3(signature = (text, /))]
    pub(crate) fn total(&self, py: Python<'_>, text: &str) -> PyResult<Answer> {
        self.answered(py, |view| view.total(text))?.map_err(|error| errors::query(&error))
    }

    /// Where partners stand among the others: `goods-trade of:asean one:eu period:2023`.
    ///
    /// A group after `of` or `one` is one partner; `among` keeps to the members of a group. Raises QueryError.
    #[pyo3(signature = (text, /))]
    pub(crate) fn rank(&self, py: Python<'_>, text: &str) -> PyResult<Answer> {
        self.answered(py, |view| view.rank(text))?.map_err(|error| errors::query(&error))
    }

    /// One page on the partnership, made from the record alone; every line names a record and its sources.
    ///
    /// With a meeting, or a forum whose next one is meant, the two pages to take along to it: what is due, overdue, changed
    /// since the meeting before it (or `since` a day), who holds which post, figures of both sides, and what is not known.
    /// Raises QueryError for what is no meeting.
    #[pyo3(signature = (meeting = None, /, *, since = None))]
    pub(crate) fn brief(
        &self,
        py: Python<'_>,
        meeting: Option<&str>,
        since: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Answer> {
        let since = since.filter(|day| !day.is_none()).map(given::day).transpose()?;
        let Some(meeting) = meeting else {
            return match since {
                None => {
                    let brief = detached(py, || self.ask.with(|view| view.brief()))?;
                    Ok(Answer::of_rows(&self.ask, brief))
                }
                Some(_) => Err(PyTypeError::new_err("`since` needs a meeting")),
            };
        };
        let asked = || self.ask.with(|view| view.brief_for(meeting, since));
        let answer = detached(py, asked)?.map_err(|error| errors::query(&error))?;
        // Where the view has no day, the answer takes that of the meeting.
        let day = answer.valid_on().and_then(|day| day.parse().ok());
        let Ask { held, known_on, lang, .. } = &*self.ask;
        let ask = Arc::new(Ask::at(held.clone(), day, *known_on, lang.clone()));
        Ok(Answer::of_rows(&ask, answer))
    }

    /// Whole records by id. Raises UnknownIdError, a KeyError, that names the nearest.
    #[pyo3(signature = (*ids))]
    pub(crate) fn show(&self, py: Python<'_>, ids: Vec<String>) -> PyResult<Answer> {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        self.answered(py, |view| view.show(&ids))?.map_err(|error| errors::unknown(&error))
    }

    /// How to cite sources or records; without ids, the dataset. Raises UnknownIdError, a KeyError.
    #[pyo3(signature = (*ids))]
    pub(crate) fn cite(&self, py: Python<'_>, ids: Vec<String>) -> PyResult<Answer> {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        self.answered(py, |view| view.cite(&ids))?.map_err(|error| errors::unknown(&error))
    }

    /// What the two ends of a flow count, beside each other, with gap and ratio: `goods-trade 2008`, `fdi-flow area:asean`.
    /// Raises QueryError.
    #[pyo3(signature = (text, /))]
    pub(crate) fn mirror(&self, py: Python<'_>, text: &str) -> PyResult<Answer> {
        self.answered(py, |view| view.mirror(text))?.map_err(|error| errors::query(&error))
    }

    /// The values of some series with what follows from each: growth, share, index, breaks and status. Raises UnknownIdError,
    /// a KeyError, for what is no series.
    #[pyo3(signature = (*ids))]
    pub(crate) fn figures(&self, py: Python<'_>, ids: Vec<String>) -> PyResult<Answer> {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        self.answered(py, |view| view.series_figures(&ids))?
            .map_err(|error| errors::unknown(&error))
    }

    /// English sentences held against the record: each with how it is read, or why it is not, and its verdict.
    #[pyo3(signature = (text, /))]
    pub(crate) fn check_text(&self, py: Python<'_>, text: &str) -> PyResult<Answer> {
        let full = detached(py, || self.ask.with(|view| view.sentences(text)))?;
        Ok(Answer::of_sentences(&self.ask, full, text))
    }

    /// Every total, share, multiple and growth that a source prints, worked out anew; what disagrees stands first.
    pub(crate) fn check_printed(&self, py: Python<'_>) -> PyResult<Answer> {
        self.answered(py, |view| view.check_printed())?.map_err(|error| errors::query(&error))
    }

    /// Claims with their verdicts as schema.org ClaimReview, in JSON-LD: those of ids, or of a source, or of a speaker; without
    /// any of them all. Raises TypeError if several are given, and UnknownIdError, a KeyError, for what is no claim, source or
    /// speaker.
    #[pyo3(signature = (*ids, source = None, speaker = None))]
    fn claim_reviews(
        &self,
        py: Python<'_>,
        ids: Vec<String>,
        source: Option<&str>,
        speaker: Option<&str>,
    ) -> PyResult<String> {
        let answer = self.check(py, ids, source, speaker)?;
        let answer = answer.full(py)?;
        detached(py, || self.ask.with(|view| view.claim_reviews(answer)))
    }

    /// How far the record covers its subject: numbers of records, sources and facts, then each announced total beside
    /// what is held and missing.
    pub(crate) fn coverage(&self, py: Python<'_>) -> PyResult<Answer> {
        Ok(Answer::of_rows(&self.ask, detached(py, || self.ask.with(|view| view.coverage()))?))
    }

    /// What the record lacks, the most used first, and which source would settle it.
    pub(crate) fn wanted(&self, py: Python<'_>) -> PyResult<Answer> {
        Ok(Answer::of_rows(&self.ask, detached(py, || self.ask.with(|view| view.wanted()))?))
    }

    /// The numbers that the commitments and projects of a query are to reach, each scored on every reporter's figures up to the
    /// day of the view. Raises QueryError.
    #[pyo3(signature = (text = "", /))]
    pub(crate) fn targets(&self, py: Python<'_>, text: &str) -> PyResult<Answer> {
        self.answered(py, |view| view.targets(text))?.map_err(|error| errors::query(&error))
    }

    /// What was promised, and what became of it: the commitments of a query by pillar, with what was reported, assessed and
    /// derived of each side by side.
    ///
    /// Only those with a deadline by a day, those that are overdue, or those of which no source speaks for a time
    /// (`90d`, `18m`, `2y`). Raises QueryError.
    #[pyo3(signature = (text = "", /, *, due_by = None, overdue = false, stale_for = None))]
    fn ledger(
        &self,
        py: Python<'_>,
        text: &str,
        due_by: Option<&Bound<'_, PyAny>>,
        overdue: bool,
        stale_for: Option<&str>,
    ) -> PyResult<Answer> {
        let due_by = due_by.filter(|day| !day.is_none()).map(given::day).transpose()?;
        let stale_for = stale_for.map(str::parse).transpose();
        let stale_for = stale_for.map_err(|error: ParseError| errors::parse(&error))?;
        let filter = LedgerFilter { due_by, overdue, stale_for };
        self.answered(py, |view| view.ledger(text, filter))?.map_err(|error| errors::query(&error))
    }

    /// What carries a line, plan, pillar or theme out, and what a project carries out, each with how sure that is; then the
    /// money of the projects by pillar, rung and currency. Raises QueryError.
    ///
    /// `sure` keeps ties that are at least so sure: `stated`, `strong`, `inferred`.
    #[pyo3(signature = (of = "", /, *, sure = None))]
    fn implements(&self, py: Python<'_>, of: &str, sure: Option<&str>) -> PyResult<Answer> {
        replay::asked(self, py, "implements", &surely(of, sure))
    }

    /// The lines of a plan, pillar or theme, or of all, that no project carries out, and the projects that carry no line out.
    /// Raises QueryError.
    ///
    /// With `sure` only ties count that are at least so sure: `stated`, `strong`, `inferred`.
    #[pyo3(signature = (of = "", /, *, sure = None))]
    fn unserved(&self, py: Python<'_>, of: &str, sure: Option<&str>) -> PyResult<Answer> {
        replay::asked(self, py, "unserved", &surely(of, sure))
    }

    /// The line of a clause, or of a theme, through plans and statements: what each continues, by reviewed links alone.
    /// Raises QueryError.
    #[pyo3(signature = (of, /))]
    pub(crate) fn lineage(&self, py: Python<'_>, of: &str) -> PyResult<Answer> {
        self.answered(py, |view| view.lineage(of))?.map_err(|error| errors::query(&error))
    }

    /// The sources that a query asks for, each with the records and fields that it supports. Raises QueryError.
    #[pyo3(signature = (text = "", /))]
    pub(crate) fn supports(&self, py: Python<'_>, text: &str) -> PyResult<Answer> {
        self.answered(py, |view| view.supports(text))?.map_err(|error| errors::query(&error))
    }

    /// What changed since an older dataset, or an older day of the same, by record and field.
    #[pyo3(signature = (older, /))]
    fn changes_since(&self, py: Python<'_>, older: &Bound<'_, Self>) -> PyResult<Answer> {
        let older = &older.get().ask;
        let ask = || self.ask.with(|view| older.with(|older| view.changes_since(older)));
        Ok(Answer::of_rows(&self.ask, detached(py, ask)?))
    }

    /// Whether each passage that citations of a source point to stands where they say, in a copy of its text.
    ///
    /// `places` tells which paragraph a place names that no rule finds, counted from 1: `{"table 1": 12}`.
    /// Raises UnknownIdError, a KeyError, for what is no source.
    #[pyo3(signature = (source, text, /, *, places = None))]
    fn verify(
        &self,
        py: Python<'_>,
        source: &str,
        text: &str,
        places: Option<BTreeMap<String, u32>>,
    ) -> PyResult<Answer> {
        let places: Vec<_> = places.unwrap_or_default().into_iter().collect();
        self.answered(py, |view| view.verify(source, text, &places))?
            .map_err(|error| errors::unknown(&error))
    }

    /// Claims held against the record, each with a verdict, its readings, the arithmetic and the sources: those of ids, or
    /// of a source, or of a speaker; without any of them all. Raises TypeError if several are given, and UnknownIdError, a
    /// KeyError, for what is no claim, source or speaker.
    #[pyo3(signature = (*ids, source = None, speaker = None))]
    pub(crate) fn check(
        &self,
        py: Python<'_>,
        ids: Vec<String>,
        source: Option<&str>,
        speaker: Option<&str>,
    ) -> PyResult<Answer> {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let claims = Claims::chosen(&ids, source, speaker)
            .map_err(|error| PyTypeError::new_err(error.to_string()))?;
        self.answered(py, |view| view.check(claims))?.map_err(|error| errors::unknown(&error))
    }

    /// All tables of the record by name: one a kind of record, one a kind of part; a part names its `record`, the `owner`
    /// that it lies in and its own `path`.
    fn tables<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let made = detached(py, || {
            let tables = self.ask.with(|view| view.tables());
            let made = tables.iter().map(|table| Ok((table.name.clone(), table::of_table(table)?)));
            made.collect::<PyResult<Vec<_>>>()
        })??;
        let all = PyDict::new(py);
        made.into_iter()
            .try_for_each(|(name, table)| all.set_item(name, Bound::new(py, table)?))?;
        Ok(all)
    }

    /// A question by its command and text, as an answer keeps them.
    fn _ask(&self, py: Python<'_>, command: &str, text: &str) -> PyResult<Answer> {
        replay::asked(self, py, command, text)
    }

    /// The record of an id, redirects followed; else the default.
    #[pyo3(signature = (id, default = None, /))]
    fn get<'py>(
        &self,
        py: Python<'py>,
        id: &Bound<'py, PyString>,
        default: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        Ok(self.look_up(py, id)?.or(default))
    }

    fn __getitem__<'py>(
        &self,
        py: Python<'py>,
        id: &Bound<'py, PyString>,
    ) -> PyResult<Bound<'py, PyAny>> {
        if let Some(record) = self.look_up(py, id)? {
            return Ok(record);
        }
        // The core says why not.
        let id: String = id.extract()?;
        let shown = detached(py, || self.ask.with(|view| view.show(&[id.as_str()])))?;
        let answer = shown.map_err(|error| errors::unknown(&error))?;
        let reason = answer.empty().map(|empty| empty.text.clone()).unwrap_or_default();
        Err(errors::hidden(&id, &reason))
    }

    fn __contains__(&self, id: &Bound<'_, PyAny>) -> PyResult<bool> {
        let Ok(id) = id.extract::<String>() else { return Ok(false) };
        guard(|| Ok(self.find(&id)?.is_some()))
    }

    /// The same dataset on a day of validity, as known on a day, in a language; what is not given stays as it is.
    ///
    /// Days are dates or texts such as `2024-10-10`, or `today`; a date of `None` is lifted.
    /// Raises ValueError for a text that is no day or language.
    #[pyo3(signature = (*, on = Given::Kept, known_on = Given::Kept, lang = None), text_signature = "($self, *, on=..., known_on=..., lang=None)")]
    fn at<'py>(
        &self,
        py: Python<'py>,
        on: Given<'py>,
        known_on: Given<'py>,
        lang: Option<&str>,
    ) -> PyResult<Bound<'py, PyAny>> {
        guard(|| {
            let lang = lang.map(given::lang).transpose()?.unwrap_or_else(|| self.ask.lang.clone());
            let (on, known_on) = (on.day(self.ask.on)?, known_on.day(self.ask.known_on)?);
            seen_from(py, self.ask.held.clone(), on, known_on, lang)
        })
    }

    /// The day of validity, if one is set.
    #[getter]
    fn on(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.ask.on.map_or_else(|| Ok(py.None()), |day| date::day_of(py, day))
    }

    /// The day of knowledge, if one is set.
    #[getter]
    fn known_on(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.ask.known_on.map_or_else(|| Ok(py.None()), |day| date::day_of(py, day))
    }

    /// The language, by its BCP 47 tag.
    #[getter]
    fn lang(&self) -> String {
        self.ask.lang.to_string()
    }

    /// The day that whatever needs one takes: the day of validity, else that of the last look for news.
    #[getter]
    fn day(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        date::day_of(py, self.ask.with(|view| view.day()))
    }

    /// The dataset, without the days and language of the view.
    #[getter]
    fn dataset<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        object(py, &Arc::new(Ask::of(self.ask.held.clone())))
    }

    fn __repr__(&self) -> String {
        let manifest = self.ask.held.dataset().manifest();
        let day = |name: &str, day: Option<Day>| {
            day.map(|day| format!(" {name} {day}")).unwrap_or_default()
        };
        let (on, known_on) = (day("on", self.ask.on), day("known on", self.ask.known_on));
        let records = self.ask.held.dataset().len();
        format!(
            "<{} {} {}, {records} records{on}{known_on}, in {}>",
            if self.ask.is_plain() { "Dataset" } else { "View" },
            manifest.slug(),
            manifest.release(),
            self.ask.lang
        )
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| {
            let other = &other.get().ask;
            self.ask.is_like(other) && self.ask.lang == other.lang
        })
    }

    fn __hash__(&self) -> u64 {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        (
            self.ask.held.dataset().digest(),
            self.ask.on,
            self.ask.known_on,
            self.ask.lang.to_string(),
        )
            .hash(&mut hasher);
        hasher.finish()
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let day = |day: Option<Day>| day.map(|day| day.to_string());
        let values = (
            self.ask.held.path().map(|path| path.display().to_string()),
            self.ask.held.dataset().digest(),
            day(self.ask.on),
            day(self.ask.known_on),
            self.ask.lang.to_string(),
        );
        Ok((py.get_type::<Dataset>().getattr("_restored")?, values.into_pyobject(py)?))
    }
}
