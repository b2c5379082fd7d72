//! Records and parts: what all their classes share. Nothing in them changes; attributes are read off the description.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, OnceLock};

use partnership_core::answer::{RecordRow, citations};
use partnership_core::describe::{Field, Seed, Struct, StructType};
use partnership_core::model::Kind;
use partnership_core::view::{Verdict, Why};
use pyo3::exceptions::{PyAttributeError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde::de::DeserializeSeed;

use crate::guard::{detached, guard};
use crate::held::Ask;
use crate::{classes, convert, errors, given, html, json, view};

/// What a record or part is, before and after it is read.
#[derive(Clone)]
pub(crate) enum State {
    /// A record, by its number.
    Record(Found),
    /// A part, with what holds it.
    Part(Part),
}

/// A record that was found. It is read when something of it is asked for.
#[derive(Clone)]
pub(crate) struct Found {
    pub(crate) ask: Arc<Ask>,
    pub(crate) number: u32,
    /// How surely it belongs to the answer that gave it; none where a link led to it.
    pub(crate) verdict: Option<Verdict>,
    /// Whether its JSON has what links to it, what is derived and what is not collected.
    pub(crate) is_whole: bool,
    pub(crate) row: OnceLock<Arc<RecordRow>>,
}

/// A part of a record.
#[derive(Clone)]
pub(crate) struct Part {
    pub(crate) ask: Arc<Ask>,
    pub(crate) tree: Arc<Struct<'static>>,
    pub(crate) owner: Option<Arc<Owner>>,
}

/// What holds a part, and as which field.
pub(crate) struct Owner {
    pub(crate) state: Arc<State>,
    pub(crate) field: &'static str,
}

impl Found {
    pub(crate) fn new(ask: &Arc<Ask>, number: u32, verdict: Option<Verdict>) -> Self {
        Self { ask: ask.clone(), number, verdict, is_whole: false, row: OnceLock::new() }
    }

    pub(crate) fn whole(self) -> Self {
        Self { is_whole: true, ..self }
    }

    /// With the row as an answer holds it.
    pub(crate) fn read(self, row: &RecordRow) -> Self {
        Self { row: OnceLock::from(Arc::new(row.clone())), verdict: Some(row.verdict), ..self }
    }

    pub(crate) fn id(&self) -> &str {
        self.ask.held.dataset().id_of(self.number)
    }

    pub(crate) fn kind(&self) -> Kind {
        self.ask.held.dataset().kind_of(self.number)
    }

    pub(crate) fn row(&self) -> &Arc<RecordRow> {
        self.row.get_or_init(|| {
            let (number, is_whole) = (self.number, self.is_whole);
            Arc::new(self.ask.with(|view| {
                let verdict = self.verdict.unwrap_or_else(|| view.holds(number));
                if is_whole { view.whole_row(number, verdict) } else { view.row(number, verdict) }
            }))
        })
    }

    /// Reads the row, if that was not done, without the interpreter's lock: a long table takes its time.
    pub(crate) fn read_in(&self, py: Python<'_>) -> PyResult<&Arc<RecordRow>> {
        match self.row.get() {
            Some(row) => Ok(row),
            None => detached(py, || self.row()),
        }
    }

    /// The row with what links to it, what is derived and what is not collected.
    pub(crate) fn whole_row(&self, py: Python<'_>) -> PyResult<Arc<RecordRow>> {
        let row = self.read_in(py)?;
        if self.is_whole {
            return Ok(row.clone());
        }
        let whole = || self.ask.with(|view| view.whole_row(self.number, row.verdict));
        detached(py, whole).map(Arc::new)
    }
}

impl State {
    pub(crate) fn ask(&self) -> &Arc<Ask> {
        match self {
            State::Record(found) => &found.ask,
            State::Part(part) => &part.ask,
        }
    }

    /// Reads a record that was not read yet.
    pub(crate) fn read_in(&self, py: Python<'_>) -> PyResult<()> {
        match self {
            State::Record(found) => found.read_in(py).map(drop),
            State::Part(_) => Ok(()),
        }
    }

    /// What it holds, as the view shows it.
    pub(crate) fn tree(&self) -> &Struct<'static> {
        match self {
            State::Record(found) => &found.row().record,
            State::Part(part) => &part.tree,
        }
    }

    pub(crate) fn of(&self) -> &'static StructType {
        match self {
            State::Record(found) => found.kind().described(),
            State::Part(part) => part.tree.of,
        }
    }

    /// The citations that support a field; of a part that has none of its own those of what holds it.
    fn cites(&self, field: Option<&str>) -> Vec<(&Self, &Struct<'static>)> {
        let (mut at, mut field) = (self, field);
        loop {
            let own = match field {
                // What a part stands for is supported by the part.
                Some(field) => match citations(at.tree(), field) {
                    none if none.is_empty() => {
                        at.tree().parts(field).flat_map(|part| part.parts("cite")).collect()
                    }
                    some => some,
                },
                None => at.tree().parts("cite").collect(),
            };
            match at {
                State::Part(Part { owner: Some(owner), .. }) if own.is_empty() => {
                    (at, field) = (&owner.state, Some(owner.field));
                }
                _ => return own.into_iter().map(|cite| (at, cite)).collect(),
            }
        }
    }
}

/// What all records and parts share.
#[pyclass(frozen, subclass, name = "Part", module = "partnership")]
pub(crate) struct Item {
    pub(crate) state: Arc<State>,
}

/// What makes an item: only this library has one.
#[pyclass(frozen, name = "_Seed", module = "partnership")]
struct Token(Arc<State>);

/// An object of the class that the description gives a record or part.
pub(crate) fn object(py: Python<'_>, state: State) -> PyResult<Bound<'_, PyAny>> {
    let state = Arc::new(state);
    classes::class(py, state.of())?.call1((Bound::new(py, Token(state))?,))
}

/// A record by its number.
pub(crate) fn record(py: Python<'_>, found: Found) -> PyResult<Bound<'_, PyAny>> {
    object(py, State::Record(found))
}

/// A part without an owner: a citation of a row, a source of an answer.
pub(crate) fn part<'py>(
    py: Python<'py>,
    ask: &Arc<Ask>,
    tree: &Struct<'static>,
) -> PyResult<Bound<'py, PyAny>> {
    object(py, State::Part(Part { ask: ask.clone(), tree: Arc::new(tree.clone()), owner: None }))
}

pub(crate) fn state_of(token: &Bound<'_, PyAny>) -> PyResult<Arc<State>> {
    match token.cast::<Token>() {
        Ok(token) => Ok(token.get().0.clone()),
        Err(_) => Err(PyTypeError::new_err(
            "records and parts are not made: ask a dataset for them, as in `partnership.show(\"kadif\")`",
        )),
    }
}

#[pymethods]
impl Item {
    #[new]
    fn new(token: &Bound<'_, PyAny>) -> PyResult<Self> {
        Ok(Self { state: state_of(token)? })
    }

    /// What holds this part; `None` where it stands alone.
    #[getter]
    fn owner<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        guard(|| match &*self.state {
            State::Part(Part { owner: Some(owner), .. }) => {
                object(py, State::clone(&owner.state)).map(Some)
            }
            _ => Ok(None),
        })
    }

    /// The citations that support a field, or without one all citations of its own.
    ///
    /// Parts carry their own citations; one without any gives those of what holds it. Raises ValueError if there is no such field.
    #[pyo3(signature = (field = None, /))]
    fn cites<'py>(&self, py: Python<'py>, field: Option<&str>) -> PyResult<Bound<'py, PyTuple>> {
        guard(|| {
            if let Some(field) = field.filter(|name| self.state.of().field(name).is_none()) {
                return Err(given::no_field(self.state.of(), field));
            }
            self.state.read_in(py)?;
            let found = self.state.cites(field).into_iter().map(|(owner, cite)| {
                let owner = Owner { state: Arc::new(owner.clone()), field: "cite" };
                let ask = owner.state.ask().clone();
                object(
                    py,
                    State::Part(Part {
                        ask,
                        tree: Arc::new(cite.clone()),
                        owner: Some(Arc::new(owner)),
                    }),
                )
            });
            PyTuple::new(py, found.collect::<PyResult<Vec<_>>>()?)
        })
    }

    /// Plain values as JSON has them: texts, whole numbers, flags, lists and dicts.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        json::parsed(py, &self.to_json(py)?)
    }

    /// The same as one line of JSON, as the command line prints it.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || match &*self.state {
            State::Record(found) => json::text(&**found.row()),
            State::Part(part) => json::text(&*part.tree),
        })?
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        self.state.read_in(py)?;
        guard(|| {
            let name = classes::camel(self.state.of().name);
            let lang = self.state.ask().lang.to_string();
            Ok(match &*self.state {
                State::Record(found) => {
                    let row = found.row();
                    let truth = if row.verdict.truth.as_str() == "yes" {
                        String::new()
                    } else {
                        format!(", {}", row.verdict.truth)
                    };
                    format!("<{name} {:?}: {}{truth}>", found.id(), html::cut(row.label(&lang), 72))
                }
                State::Part(part) => {
                    format!("<{name}: {}>", html::cut(&html::line(&part.tree, &lang), 88))
                }
            })
        })
    }

    /// A table of the filled fields, escaped, each with the numbers of its sources.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || html::item(&self.state))
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        let Ok(other) = other.cast::<Item>() else { return false };
        match (&*self.state, &*other.get().state) {
            (State::Record(a), State::Record(b)) => a.id() == b.id() && a.ask.is_like(&b.ask),
            (State::Part(a), State::Part(b)) => a.tree == b.tree,
            _ => false,
        }
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        match &*self.state {
            State::Record(found) => found.id().hash(&mut hasher),
            State::Part(part) => format!("{:?}", part.tree).hash(&mut hasher),
        }
        hasher.finish()
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        guard(|| {
            let native = py.import("partnership._native")?;
            let view = view::object(py, self.state.ask())?;
            Ok(match &*self.state {
                State::Record(found) => {
                    let truth = found.verdict.map(|verdict| verdict.truth.as_str());
                    let why = found.verdict.into_iter().flat_map(Verdict::reasons).map(Why::as_str);
                    let values = (view, found.id(), truth, why.collect::<Vec<_>>(), found.is_whole);
                    (native.getattr("_record_again")?, values.into_pyobject(py)?)
                }
                State::Part(part) => {
                    let values = (view, part.tree.of.name, json::text(&*part.tree)?);
                    (native.getattr("_part_again")?, values.into_pyobject(py)?)
                }
            })
        })
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }
}

// Reads one field of a record or part. Its documentation is that of the field, so the class has none.
#[pyclass(frozen, name = "_Field", module = "partnership")]
pub(crate) struct FieldOf {
    pub(crate) field: &'static Field,
    pub(crate) index: usize,
}

#[pymethods]
impl FieldOf {
    fn __get__<'py>(
        slf: &Bound<'py, Self>,
        item: &Bound<'py, PyAny>,
        _class: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (py, own) = (slf.py(), slf.get());
        let Ok(item) = item.cast::<Item>() else { return Ok(slf.clone().into_any()) };
        let state = &item.get().state;
        guard(|| match &**state {
            // A record that is only named is not read.
            State::Record(found) if own.field.name == "id" => {
                Ok(found.id().into_pyobject(py)?.into_any())
            }
            _ => {
                state.read_in(py)?;
                convert::field(py, state, own.field, own.index)
            }
        })
    }

    fn __set__(&self, _item: &Bound<'_, PyAny>, _value: &Bound<'_, PyAny>) -> PyResult<()> {
        Err(PyAttributeError::new_err(format!(
            "`{}` cannot be set: records do not change",
            self.field.name
        )))
    }

    #[getter]
    fn __doc__(&self) -> &'static str {
        self.field.doc
    }

    #[getter]
    fn __name__(&self) -> &'static str {
        self.field.name
    }
}

/// A record as it was pickled: asked again of the same view.
#[pyfunction]
#[pyo3(name = "_record_again")]
pub(crate) fn record_again<'py>(
    py: Python<'py>,
    view: &Bound<'py, view::View>,
    id: &str,
    truth: Option<&str>,
    why: Vec<String>,
    is_whole: bool,
) -> PyResult<Bound<'py, PyAny>> {
    guard(|| {
        let ask = &view.get().ask;
        let number = ask.held.dataset().number_of(id).ok_or_else(|| given::gone(id))?;
        let why = why.iter().filter_map(|why| why.parse().ok()).map(Verdict::maybe);
        let verdict = match truth {
            Some("yes") => Some(Verdict::YES),
            Some("no") => Some(Verdict::NO),
            _ => why.reduce(Verdict::and),
        };
        let found = Found::new(ask, number, verdict);
        record(py, if is_whole { found.whole() } else { found })
    })
}

/// A part as it was pickled: read from its JSON.
#[pyfunction]
#[pyo3(name = "_part_again")]
pub(crate) fn part_again<'py>(
    py: Python<'py>,
    view: &Bound<'py, view::View>,
    name: &str,
    text: &str,
) -> PyResult<Bound<'py, PyAny>> {
    guard(|| {
        let shape = classes::part_shape(name).ok_or_else(|| given::gone(name))?;
        let mut from = serde_json::Deserializer::from_str(text);
        let node = Seed::new(shape)
            .deserialize(&mut from)
            .map_err(|error| given::broken(&error.to_string()))?;
        match node.as_struct() {
            Some(tree) => part(py, &view.get().ask, tree),
            None => Err(errors::internal("a part that is none")),
        }
    })
}
