//! Which citations support what.

use crate::describe::{Class, Node, Struct};

/// Calls for the citations of a part and of parts of it, but not for those of its alternatives.
pub(super) fn own_cites<'r, 'n>(part: &'r Struct<'n>, to: &mut dyn FnMut(&'r Struct<'n>)) {
    for (field, node) in part.iter().filter(|(field, _)| field.name != "alternative") {
        if field.shape.class() == Class::Struct {
            for inner in node.items().filter_map(Node::as_struct) {
                if inner.of.name == "citation" { to(inner) } else { own_cites(inner, to) }
            }
        }
    }
}

/// Calls for every citation in a record or part, at any depth.
pub(crate) fn every_cite<'r, 'n>(owner: &'r Struct<'n>, to: &mut dyn FnMut(&'r Struct<'n>)) {
    for (field, node) in owner.iter() {
        if field.shape.class() != Class::Struct {
            continue;
        }
        for part in node.items().filter_map(Node::as_struct) {
            if part.of.name == "citation" { to(part) } else { every_cite(part, to) }
        }
    }
}

/// The citations of an owner that support a field: those that name it; else, of a part, those that name none, and of a
/// record the first if it names none.
pub(crate) fn supporting<'r, 'n>(
    owner: &'r Struct<'n>,
    field: &str,
) -> std::vec::IntoIter<&'r Struct<'n>> {
    let names =
        |cite: &&Struct<'_>| cite.list("fields").iter().any(|name| name.as_str() == Some(field));
    let bare = |cite: &&Struct<'_>| cite.list("fields").is_empty();
    let named: Vec<_> = owner.parts("cite").filter(names).collect();
    let is_record = owner.of.field("id").is_some();
    let found: Vec<_> = match (is_record, named.is_empty()) {
        (false, _) => owner.parts("cite").filter(|cite| names(cite) || bare(cite)).collect(),
        (true, false) => named,
        (true, true) => owner.parts("cite").take(1).filter(bare).collect(),
    };
    found.into_iter()
}
