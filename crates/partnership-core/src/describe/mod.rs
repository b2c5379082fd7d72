//! The one description: what each kind is made of, read off its Rust type by `#[derive(Described)]`.
//!
//! Files, validation, query fields, cards, tables, CSV, JSON, JSON Schema and the bindings walk a
//! [`Node`] beside its [`Shape`]; none of them knows a field by name that stands here only once.

mod codebook;
mod label;
pub(crate) mod leaf;
mod node;
mod schema;
mod seed;
mod shape;

pub use codebook::codebook;
pub use label::label;
pub use node::{Node, Struct};
pub use schema::schemas;
pub use seed::{Seed, Shown};
pub(crate) use seed::{deserialize, serialize};
pub use shape::{Class, Field, LeafType, Shape, StructType, Time, Word, WordType};
pub(crate) use shape::{joined, length};

/// A type that a field may have: its shape, and the way from and to the generic tree.
///
/// Reading never fails loudly: a tree that a view has emptied of a value gives `None`.
pub trait Shaped: Sized {
    /// What a value of this type looks like in data.
    const SHAPE: &'static Shape;
    /// The typed value of a node, if the node is one.
    fn read(node: &Node<'_>) -> Option<Self>;
    /// The node of a value; `None` where the value is absent (an empty list, no text).
    fn write(&self) -> Option<Node<'static>>;
}

/// A struct whose fields are described.
pub trait Described: Shaped {
    /// Name, documentation, fields and the way in which a view reads its time.
    const TYPE: &'static StructType;
    #[doc(hidden)]
    fn read_fields(from: &Struct<'_>, at: &mut usize) -> Option<Self>;
    #[doc(hidden)]
    fn write_fields(&self, to: &mut Struct<'static>, at: &mut usize);
}

/// Reads the field that stands at `at` and moves on; what the derive calls.
pub(crate) fn take<T: Shaped>(from: &Struct<'_>, at: &mut usize) -> Option<T> {
    let node = from.at(*at);
    *at += 1;
    node.and_then(T::read)
}

/// Writes the field that stands at `at` and moves on; what the derive calls.
pub(crate) fn give<T: Shaped>(value: &T, to: &mut Struct<'static>, at: &mut usize) {
    if let Some(node) = value.write() {
        to.put(*at, node);
    }
    *at += 1;
}

impl<T: Shaped> Shaped for Option<T> {
    const SHAPE: &'static Shape = T::SHAPE;
    fn read(node: &Node<'_>) -> Option<Self> {
        T::read(node).map(Some)
    }
    fn write(&self) -> Option<Node<'static>> {
        self.as_ref().and_then(T::write)
    }
}

impl<T: Shaped> Shaped for Vec<T> {
    const SHAPE: &'static Shape = &Shape::List(T::SHAPE);
    fn read(node: &Node<'_>) -> Option<Self> {
        Some(node.items().filter_map(T::read).collect())
    }
    fn write(&self) -> Option<Node<'static>> {
        let items: Vec<_> = self.iter().filter_map(T::write).collect();
        (!items.is_empty()).then_some(Node::List(items))
    }
}
