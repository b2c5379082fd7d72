//! The list of what the library exports, and what holds for all of it.

mod interface;

use interface::exported;
use uniffi_meta::{FieldMetadata, FnParamMetadata, Metadata, Type};

#[test]
fn the_exported_names_with_their_signatures_are_these() {
    let mut lines: Vec<String> = exported().iter().filter_map(line).collect();
    lines.sort();
    insta::assert_snapshot!(lines.join("\n"));
}

/// In Swift a panic in a function that cannot fail ends the process.
#[test]
fn every_function_and_constructor_may_fail() {
    for item in exported() {
        let (name, throws) = match item {
            Metadata::Func(of) => (of.name, of.throws),
            Metadata::Constructor(of) => (format!("{}.{}", of.self_name, of.name), of.throws),
            Metadata::Method(of) => (format!("{}.{}", of.self_name, of.name), of.throws),
            _ => continue,
        };
        assert_eq!(throws.as_ref().map(named).as_deref(), Some("PartnershipError"), "{name}");
    }
}

/// Java has no unsigned numbers, and Kotlin mangles the names of methods that take them.
#[test]
fn every_number_is_signed() {
    let text = format!("{:?}", exported());
    for unsigned in ["UInt8", "UInt16", "UInt32", "UInt64"] {
        assert!(!text.contains(unsigned), "{unsigned}");
    }
}

/// Everything that Kotlin and Swift show has its words from here.
#[test]
fn everything_is_documented() {
    for item in exported() {
        let (name, doc) = match item {
            Metadata::Func(of) => (of.name, of.docstring),
            Metadata::Constructor(of) => (of.name, of.docstring),
            Metadata::Method(of) => (of.name, of.docstring),
            Metadata::Record(of) => {
                for field in &of.fields {
                    assert!(field.docstring.is_some(), "{}.{}", of.name, field.name);
                }
                (of.name, of.docstring)
            }
            Metadata::Enum(of) => {
                for word in &of.variants {
                    assert!(word.docstring.is_some(), "{}.{}", of.name, word.name);
                }
                (of.name, of.docstring)
            }
            Metadata::Object(of) => (of.name, of.docstring),
            _ => continue,
        };
        assert!(doc.is_some(), "{name}");
    }
}

fn line(item: &Metadata) -> Option<String> {
    let returns = |of: &Option<Type>| of.as_ref().map_or("()".to_owned(), named);
    Some(match item {
        Metadata::Func(of) => {
            format!("fn {}({}) -> {}", of.name, inputs(&of.inputs), returns(&of.return_type))
        }
        Metadata::Constructor(of) => {
            format!("new {}.{}({})", of.self_name, of.name, inputs(&of.inputs))
        }
        Metadata::Method(of) => {
            let (inputs, returns) = (inputs(&of.inputs), returns(&of.return_type));
            format!("fn {}.{}({inputs}) -> {returns}", of.self_name, of.name)
        }
        Metadata::Record(of) => format!("record {} {{ {} }}", of.name, fields(&of.fields)),
        Metadata::Enum(of) => {
            let words = of.variants.iter().map(|word| match word.fields.as_slice() {
                [] => word.name.clone(),
                some => format!("{}({})", word.name, fields(some)),
            });
            format!("enum {} {{ {} }}", of.name, words.collect::<Vec<_>>().join(", "))
        }
        Metadata::Object(of) => format!("object {}", of.name),
        _ => return None,
    })
}

fn inputs(of: &[FnParamMetadata]) -> String {
    let one = |input: &FnParamMetadata| {
        let default = if input.default.is_some() { " = …" } else { "" };
        format!("{}: {}{default}", input.name, named(&input.ty))
    };
    of.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn fields(of: &[FieldMetadata]) -> String {
    let one = |field: &FieldMetadata| match field.name.as_str() {
        "" => named(&field.ty),
        name => format!("{name}: {}", named(&field.ty)),
    };
    of.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// A type in words.
fn named(of: &Type) -> String {
    match of {
        Type::Object { name, .. } | Type::Record { name, .. } | Type::Enum { name, .. } => {
            name.clone()
        }
        Type::Optional { inner_type } => format!("{}?", named(inner_type)),
        Type::Sequence { inner_type } => format!("[{}]", named(inner_type)),
        Type::Map { key_type, value_type } => {
            format!("[{}: {}]", named(key_type), named(value_type))
        }
        other => format!("{other:?}"),
    }
}
