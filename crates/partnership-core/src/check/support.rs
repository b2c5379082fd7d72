//! The rule that every field has a source.

use super::code::Code;
use super::fault::{Fault, Seg};
use super::found::Found;
use crate::describe::{Class, Field, Node, Shape, Struct};
use crate::error::with_article;
use crate::view::BOOKKEEPING;

/// Whether a citation must name the field: dates, figures, references, and values that contain one.
pub(super) fn is_exacting(field: &Field) -> bool {
    match field.shape.single() {
        Shape::Struct(of) if of.field("cite").is_some() => false,
        Shape::Struct(of) => of.fields.iter().any(is_exacting),
        _ => matches!(
            field.shape.class(),
            Class::Point
                | Class::Span
                | Class::Quantity
                | Class::Money
                | Class::Ref(_)
                | Class::Concept(_)
        ),
    }
}

/// Whether the values of a field carry citations of their own.
fn cites_itself(field: &Field) -> bool {
    field.shape.struct_type().is_some_and(|of| of.part)
}

/// Checks the citations of a record or part.
pub(super) fn check(owner: &Struct<'_>, id: &str, path: &[Seg], to: &mut Found) {
    let is_record = path.is_empty();
    if owner.of.field("cite").is_none() || (!owner.of.part && !is_record) {
        return;
    }
    named_fields(owner, id, path, to);
    let cites: Vec<_> = owner.parts("cite").collect();
    if !is_record {
        if cites.is_empty() {
            let fault =
                Fault::new(Code::UNSUPPORTED, format!("this {} has no citation", owner.of.name));
            to.push(fault.at(id, path).fix("add `cite = [{ source = \"…\", at = \"…\" }]`"));
        }
        return;
    }
    let bare = |cite: &Struct<'_>| cite.list("fields").is_empty();
    for (at, _) in cites.iter().enumerate().skip(1).filter(|(_, cite)| bare(cite)) {
        let fault = Fault::new(Code::BARE, "this citation does not say which fields it supports");
        let place = [path, &[Seg::Field("cite"), Seg::Item(at)]].concat();
        to.push(fault.at(id, &place).fix("add `fields = [\"…\"]`"));
    }
    let first_is_bare = cites.first().is_some_and(|cite| bare(cite));
    for (field, _) in owner.iter() {
        if BOOKKEEPING.contains(&field.name) || cites_itself(field) {
            continue;
        }
        let named = cites.iter().any(|cite| names(cite, field.name));
        // A field that has only alternatives is supported by theirs; rows of a table may all name their own source.
        let rows = field.name == "observation"
            && owner.parts("observation").all(|row| row.get("cite").is_some());
        if named || rows || (first_is_bare && !is_exacting(field)) {
            continue;
        }
        let why = if first_is_bare { "; a date, figure or reference must be named" } else { "" };
        let fault = Fault::new(Code::UNSUPPORTED, format!("`{}` has no citation{why}", field.name));
        let fix = format!(
            "name it in the `fields` of the citation that supports it: `fields = [\"{}\"]`",
            field.name
        );
        to.push(fault.at(id, &[Seg::Field(field.name)]).fix(fix));
    }
}

fn names(cite: &Struct<'_>, field: &str) -> bool {
    cite.list("fields").iter().any(|name| name.as_str() == Some(field))
}

/// `fields` of citations name fields that are there and filled.
fn named_fields(owner: &Struct<'_>, id: &str, path: &[Seg], to: &mut Found) {
    for (at, cite) in owner.parts("cite").enumerate() {
        for (item, name) in cite.list("fields").iter().filter_map(Node::as_str).enumerate() {
            let alternative =
                || owner.parts("alternative").any(|other| other.leaf("field") == Some(name));
            let place =
                [path, &[Seg::Field("cite"), Seg::Item(at), Seg::Field("fields"), Seg::Item(item)]]
                    .concat();
            let known = owner.of.fields.iter().map(|field| field.name);
            if owner.of.field(name).is_none() {
                let near = crate::error::nearest(name, known);
                let message = format!("`{name}` is not a field of {}", with_article(owner.of.name));
                to.push(Fault::new(Code::CITES_NOTHING, message).near(near).at(id, &place));
            } else if owner.get(name).is_none() && !alternative() {
                let message = format!("`{name}` is not filled, so nothing of it can be cited");
                to.push(Fault::new(Code::CITES_NOTHING, message).at(id, &place));
            }
        }
    }
}
