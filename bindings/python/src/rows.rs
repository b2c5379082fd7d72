//! Rows that are no records: moments, sections and lines, references, matches, faults.

use std::sync::Arc;

use partnership_core::answer;
use partnership_core::check;
use partnership_core::describe::{Shaped, Struct};
use partnership_core::view::Verdict;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde::Serialize;

use crate::guard::guard;
use crate::held::Ask;
use crate::item::Item;
use crate::{convert, item, json, words};

/// The reasons for a maybe.
pub(crate) fn why(py: Python<'_>, verdict: Verdict) -> PyResult<Bound<'_, PyTuple>> {
    PyTuple::new(
        py,
        verdict.reasons().map(|why| words::why(py, why)).collect::<PyResult<Vec<_>>>()?,
    )
}

fn cites<'py>(
    py: Python<'py>,
    ask: &Arc<Ask>,
    cites: &[Struct<'static>],
) -> PyResult<Bound<'py, PyTuple>> {
    PyTuple::new(
        py,
        cites.iter().map(|cite| item::part(py, ask, cite)).collect::<PyResult<Vec<_>>>()?,
    )
}

/// Described values that stand beside a record.
pub(crate) fn beside<'py>(
    py: Python<'py>,
    ask: &Arc<Ask>,
    all: &[impl Shaped],
) -> PyResult<Bound<'py, PyTuple>> {
    let trees = all.iter().filter_map(Shaped::write);
    let parts = trees.filter_map(|node| node.as_struct().map(|tree| item::part(py, ask, tree)));
    PyTuple::new(py, parts.collect::<PyResult<Vec<_>>>()?)
}

/// A row with the view that it is of; equal where its JSON is. What several rows have is named, and written here once.
macro_rules! row {
    ($(#[$doc:meta])* $name:ident of $row:ty, with [$($shared:ident)*] { $($own:tt)* }) => {
        row! { @ [$(#[$doc])*] $name $row [$($shared)*] { $($own)* } }
    };
    (@ $doc:tt $name:ident $row:ty [record $($shared:ident)*] { $($methods:tt)* }) => {
        row! { @ $doc $name $row [$($shared)*] {
            $($methods)*

            /// The record that it is of.
            #[getter]
            fn record<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                guard(|| convert::link(py, &self.ask, &self.row.id))
            }
        } }
    };
    (@ $doc:tt $name:ident $row:ty [truth $($shared:ident)*] { $($methods:tt)* }) => {
        row! { @ $doc $name $row [$($shared)*] {
            $($methods)*

            /// How surely it is so.
            #[getter]
            fn truth<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                words::truth(py, self.row.verdict.truth)
            }

            /// Why it is not surer.
            #[getter]
            fn why<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
                why(py, self.row.verdict)
            }
        } }
    };
    (@ $doc:tt $name:ident $row:ty [cite $($shared:ident)*] { $($methods:tt)* }) => {
        row! { @ $doc $name $row [$($shared)*] {
            $($methods)*

            /// What supports it.
            #[getter]
            fn cite<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
                guard(|| cites(py, &self.ask, &self.row.cite))
            }
        } }
    };
    (@ [$(#[$doc:meta])*] $name:ident $row:ty [] { $($methods:tt)* }) => {
        $(#[$doc])*
        #[pyclass(frozen, module = "partnership")]
        pub(crate) struct $name {
            ask: Arc<Ask>,
            row: $row,
        }

        impl $name {
            pub(crate) fn new(ask: &Arc<Ask>, row: $row) -> Self {
                Self { ask: ask.clone(), row }
            }
        }

        #[pymethods]
        impl $name {
            $($methods)*

            /// Plain values as JSON has them.
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                guard(|| json::value(py, &self.row))
            }

            /// The same as one line of JSON.
            fn to_json(&self) -> PyResult<String> {
                guard(|| json::text(&self.row))
            }

            fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
                let text = |row: &$row| json::text(row).ok();
                other.cast::<Self>().is_ok_and(|other| text(&other.get().row) == text(&self.row))
            }

            fn __hash__(&self) -> PyResult<u64> {
                hash(&self.row)
            }
        }
    };
}

fn hash(of: &impl Serialize) -> PyResult<u64> {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    json::text(of)?.hash(&mut hasher);
    Ok(hasher.finish())
}

row! {
    /// Something dated on a timeline: a record, or a part of one.
    Moment of answer::Moment, with [record truth cite] {
        /// When: a date, or `Edtf`.
        #[getter]
        fn date<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
            guard(|| convert::date(py, &self.row.date))
        }

        /// What happened or began, as a word that is the same in every language: `signed`, `held`, `level`.
        #[getter]
        fn what(&self) -> &str {
            &self.row.what
        }

        /// The same in the language of the view.
        #[getter]
        fn said(&self) -> &str {
            &self.row.said
        }

        /// The name of the record, in the language of the view.
        #[getter]
        fn label(&self) -> &str {
            &self.row.label
        }

        /// What the part adds; empty for the record itself.
        #[getter]
        fn detail(&self) -> &str {
            &self.row.detail
        }

        fn __repr__(&self) -> String {
            format!("<Moment {} {}: {}>", self.row.date, self.row.said, crate::html::cut(&self.row.text(), 80))
        }
    }
}

row! {
    /// A section of a briefing.
    Section of answer::Section, with [] {
        /// Its heading, in the language of the view.
        #[getter]
        fn title(&self) -> &str {
            &self.row.title
        }

        /// Its lines.
        #[getter]
        fn line<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
            let lines = self.row.line.iter().map(|line| Bound::new(py, Line::new(&self.ask, line.clone())));
            PyTuple::new(py, lines.collect::<PyResult<Vec<_>>>()?)
        }

        fn __str__(&self) -> String {
            let lines = self.row.line.iter().map(|line| format!("\n  {} {}", line.lead, line.text));
            format!("{}{}", self.row.title, lines.collect::<String>())
        }

        fn __repr__(&self) -> String {
            format!("<Section {:?}: {} lines>", self.row.title, self.row.line.len())
        }
    }
}

row! {
    /// A line of a briefing.
    Line of answer::Line, with [record truth cite] {
        /// What stands first and sets the line apart: a date, a pillar, a sum; may be empty.
        #[getter]
        fn lead(&self) -> &str {
            &self.row.lead
        }

        /// What it says.
        #[getter]
        fn text(&self) -> &str {
            &self.row.text
        }

        fn __str__(&self) -> String {
            format!("{} {}", self.row.lead, self.row.text).trim_start().to_owned()
        }

        fn __repr__(&self) -> String {
            format!("<Line: {}>", crate::html::cut(&self.__str__(), 88))
        }
    }
}

row! {
    /// How to cite a source, a record with its sources, or the dataset.
    Reference of answer::Reference, with [] {
        /// The id of what is cited.
        #[getter]
        fn id(&self) -> &str {
            &self.row.id
        }

        /// Its kind: that of the record, or `dataset`.
        #[getter]
        fn kind(&self) -> &str {
            self.row.kind
        }

        /// A line for a bibliography.
        #[getter]
        fn text(&self) -> &str {
            &self.row.text
        }

        /// The sources that it rests on.
        #[getter]
        fn source<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
            guard(|| convert::links(py, &self.ask, self.row.source.iter().map(String::as_str)))
        }

        /// The same as CSL-JSON, as reference managers read it.
        #[getter]
        fn csl<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
            guard(|| json::value(py, &self.row.csl))
        }

        fn __str__(&self) -> &str {
            &self.row.text
        }

        fn __repr__(&self) -> String {
            format!("<Reference {}: {}>", self.row.id, crate::html::cut(&self.row.text, 80))
        }
    }
}

/// A row that is no record: what several of its kinds share. Its attributes are those of the description.
#[pyclass(frozen, subclass, extends = Item, name = "Row", module = "partnership")]
pub(crate) struct Told;

#[pymethods]
impl Told {
    #[new]
    fn new(token: &Bound<'_, PyAny>) -> PyResult<PyClassInitializer<Self>> {
        let state = item::state_of(token)?;
        Ok(PyClassInitializer::from(Item { state }).add_subclass(Self))
    }

    /// The record that it is of; `None` where it is of none.
    #[getter]
    fn record<'py>(slf: PyRef<'py, Self>, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let state = &slf.as_super().state;
        guard(|| state.tree().leaf("id").map(|id| convert::link(py, state.ask(), id)).transpose())
    }
}

/// What a search matched in a record.
#[pyclass(frozen, module = "partnership")]
pub(crate) struct Match(pub(crate) answer::Match);

#[pymethods]
impl Match {
    /// The higher, the better; comparable within one answer only.
    #[getter]
    fn score(&self) -> u32 {
        self.0.score
    }

    /// The text that matched best.
    #[getter]
    fn text(&self) -> &str {
        &self.0.text
    }

    /// The places in that text that matched: first character, and the one after the last.
    #[getter]
    fn span<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let place = |at: usize| self.0.text.get(..at).map_or(at, |before| before.chars().count());
        PyTuple::new(py, self.0.span.iter().map(|span| (place(span.start), place(span.end))))
    }

    fn __repr__(&self) -> String {
        format!("<Match {}: {:?}>", self.0.score, self.0.text)
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| other.get().0 == self.0)
    }

    fn __hash__(&self) -> PyResult<u64> {
        hash(&self.0)
    }
}

/// One thing that is wrong with a dataset.
#[pyclass(frozen, module = "partnership")]
pub(crate) struct Fault(check::Fault);

impl From<check::Fault> for Fault {
    fn from(fault: check::Fault) -> Self {
        Self(fault)
    }
}

#[pymethods]
impl Fault {
    /// The code of the rule that is broken; `partnership.explain` tells more of it.
    #[getter]
    fn code(&self) -> &'static str {
        self.0.code.as_str()
    }

    /// What is wrong.
    #[getter]
    fn message(&self) -> &str {
        &self.0.message
    }

    /// What to do about it.
    #[getter]
    fn fix(&self) -> Option<&str> {
        self.0.fix.as_deref()
    }

    /// The nearest valid value.
    #[getter]
    fn nearest(&self) -> Option<&str> {
        self.0.nearest.as_deref()
    }

    /// The id of the record.
    #[getter]
    fn record(&self) -> Option<&str> {
        self.0.record.as_deref()
    }

    /// The file, relative to the dataset's folder.
    #[getter]
    fn file(&self) -> Option<&str> {
        self.0.place.as_ref().map(|place| place.path.as_str())
    }

    /// The line, from 1.
    #[getter]
    fn line(&self) -> Option<usize> {
        self.0.place.as_ref().map(|place| place.line)
    }

    /// The character in it, from 1.
    #[getter]
    fn column(&self) -> Option<usize> {
        self.0.place.as_ref().map(|place| place.column)
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("<Fault {}>", self.0)
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| other.get().0 == self.0)
    }

    fn __hash__(&self) -> u64 {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        self.0.to_string().hash(&mut hasher);
        hasher.finish()
    }
}
