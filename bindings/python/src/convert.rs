//! Values of the description as values of Python.

use std::sync::Arc;

use partnership_core::describe::{Class, Field, Node, Shape, Struct};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::held::Ask;
use crate::item::{Found, Owner, Part, State};
use crate::{amount, date as dates, item, words};

/// The value of a field: `None` or an empty tuple where it holds none.
pub(crate) fn field<'py>(
    py: Python<'py>,
    state: &Arc<State>,
    field: &'static Field,
    index: usize,
) -> PyResult<Bound<'py, PyAny>> {
    let place = Place { state, field, owner: state.tree() };
    match (state.tree().at(index), field.shape) {
        (Some(node), Shape::List(single)) => {
            let values = node.items().map(|node| place.value(py, single, node));
            Ok(PyTuple::new(py, values.collect::<PyResult<Vec<_>>>()?)?.into_any())
        }
        (Some(node), shape) => place.value(py, shape, node),
        (None, Shape::List(_)) => Ok(PyTuple::empty(py).into_any()),
        (None, _) => Ok(py.None().into_bound(py)),
    }
}

/// Where a value stands.
struct Place<'s> {
    state: &'s Arc<State>,
    field: &'static Field,
    owner: &'s Struct<'static>,
}

impl Place<'_> {
    fn value<'py>(
        &self,
        py: Python<'py>,
        shape: &'static Shape,
        node: &Node<'static>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let ask = self.state.ask();
        match (node, shape) {
            (Node::Struct(part), _) => {
                let owner =
                    Some(Arc::new(Owner { state: self.state.clone(), field: self.field.name }));
                item::object(
                    py,
                    State::Part(Part { ask: ask.clone(), tree: Arc::new(part.clone()), owner }),
                )
            }
            (Node::Map(_), _) => text(py, ask, node),
            (Node::List(items), _) => {
                let single = shape.single();
                let values = items.iter().map(|node| self.value(py, single, node));
                Ok(PyTuple::new(py, values.collect::<PyResult<Vec<_>>>()?)?.into_any())
            }
            (Node::Leaf(leaf), Shape::Any) => match self.meant() {
                // An alternative has the type of the field that it is about.
                Some(shape) => self.value(py, shape.single(), node),
                None => Ok(leaf.into_pyobject(py)?.into_any()),
            },
            (Node::Leaf(text), shape) => self.leaf(py, shape, text),
        }
    }

    /// The shape of the field that this value is an alternative for.
    fn meant(&self) -> Option<&'static Shape> {
        let State::Part(Part { owner: Some(owner), .. }) = &**self.state else { return None };
        let field = owner.state.of().field(self.owner.leaf("field")?)?;
        (field.shape.class() != Class::Any).then_some(field.shape)
    }

    fn leaf<'py>(
        &self,
        py: Python<'py>,
        shape: &'static Shape,
        text: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        let ask = self.state.ask();
        match (shape.class(), shape) {
            _ if self.field.name == "id" => Ok(text.into_pyobject(py)?.into_any()),
            (Class::Word, Shape::Words(of)) => words::member(py, of, text),
            (Class::Code, Shape::Leaf(of)) if of.what == "a truth" => {
                words::truth(py, text.parse().unwrap_or_default())
            }
            (Class::Point | Class::Span, _) => date(py, text),
            (Class::Quantity, _) => amount::quantity(py, text),
            (Class::Money, _) => amount::money(py, text),
            (Class::Count, _) => Ok(text.parse::<i64>()?.into_pyobject(py)?.into_any()),
            (Class::Flag, _) => Ok((text == "true").into_pyobject(py)?.to_owned().into_any()),
            (Class::Ref(_), _) => link(py, ask, text),
            (Class::Concept(serves), _) => {
                let ids = ask.with(|view| view.concepts_of(serves, text));
                let concepts = links(py, ask, ids.iter().map(String::as_str))?;
                py.import("partnership._values")?.getattr("Notation")?.call1((text, concepts))
            }
            _ => Ok(text.into_pyobject(py)?.into_any()),
        }
    }
}

/// A date or span: `datetime.date` where it is one day without a doubt, else `Edtf`.
pub(crate) fn date<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    dates::value(py, text)
}

/// A text by language, read in that of the view.
pub(crate) fn text<'py>(
    py: Python<'py>,
    ask: &Ask,
    node: &Node<'_>,
) -> PyResult<Bound<'py, PyAny>> {
    let all = PyDict::new(py);
    for (tag, text) in node.as_map().unwrap_or_default() {
        all.set_item(tag.as_ref(), text.as_ref())?;
    }
    let shown = node.text(ask.lang.as_str()).unwrap_or_default();
    py.import("partnership._values")?.getattr("Text")?.call1((shown, all))
}

/// The record of an id; the id itself where there is none, which validation refuses.
pub(crate) fn link<'py>(py: Python<'py>, ask: &Arc<Ask>, id: &str) -> PyResult<Bound<'py, PyAny>> {
    match ask.held.dataset().number_of(id) {
        Some(number) => item::record(py, Found::new(ask, number, None)),
        None => Ok(id.into_pyobject(py)?.into_any()),
    }
}

/// The records of some ids.
pub(crate) fn links<'py, 'i>(
    py: Python<'py>,
    ask: &Arc<Ask>,
    ids: impl IntoIterator<Item = &'i str>,
) -> PyResult<Bound<'py, PyTuple>> {
    PyTuple::new(py, ids.into_iter().map(|id| link(py, ask, id)).collect::<PyResult<Vec<_>>>()?)
}
