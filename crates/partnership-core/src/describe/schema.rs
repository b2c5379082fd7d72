//! JSON Schema (2020-12) of the files of a dataset, and the Table Schema of its tables, read off the description.

use serde_json::{Map, Value, json};

use super::{Class, Described, Field, LeafType, Shape, StructType, WordType};
use crate::dataset::Manifest;
use crate::model::{Kind, Observation};

/// The schemas of a dataset folder, by file name: one a kind, one for `dataset.toml` (which holds the partnership), one
/// for `redirects.toml`, and the Table Schema of the tables of observations. Pretty-printed, with a final newline.
///
/// ```
/// let schemas = partnership_core::describe::schemas();
/// assert!(schemas.iter().any(|(name, _)| name == "project.json"));
/// ```
pub fn schemas() -> Vec<(String, String)> {
    let mut all: Vec<(String, Value)> = Vec::new();
    for kind in Kind::ALL {
        let schema = if *kind == Kind::Partnership { manifest() } else { records(*kind) };
        all.push((format!("{kind}.json"), schema));
    }
    all.push(("redirects.json".to_owned(), redirects()));
    all.push(("observations.table.json".to_owned(), table()));
    let print =
        |value: &Value| format!("{}\n", serde_json::to_string_pretty(value).unwrap_or_default());
    all.iter().map(|(name, value)| (name.clone(), print(value))).collect()
}

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A file of a kind: one record, named by the file, or a family of records with ids.
///
/// Both forms share one list of properties, so that an editor marks the value that is wrong, and not the whole file.
fn records(kind: Kind) -> Value {
    let of = kind.described();
    let (mut types, name) = (Map::new(), kind.as_str());
    let mut record = object(of, &mut types);
    let required = record["required"].clone();
    let mut properties = record["properties"].clone();
    if let Some(properties) = properties.as_object_mut() {
        properties.remove("id");
    }
    if let Some(required) = record["required"].as_array_mut() {
        required.insert(0, json!("id"));
    }
    properties[name] = json!({
        "type": "array",
        "description": "A family of records, each with its `id`; then nothing else stands in the file.",
        "items": record,
    });
    json!({
        "$schema": DIALECT,
        "title": format!("Records of kind {name}"),
        "description": of.doc,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "if": { "required": [name] },
        "then": { "maxProperties": 1 },
        // A field that must be there may be declared absent; which one that is, `validate` knows.
        "else": { "anyOf": [{ "required": required }, { "required": ["absent"] }] },
        "$defs": types,
    })
}

fn manifest() -> Value {
    let mut types = Map::new();
    let mut schema = object(Manifest::TYPE, &mut types);
    let partnership = object(Kind::Partnership.described(), &mut types);
    if let Some(properties) = schema["properties"].as_object_mut() {
        properties.insert("partnership".to_owned(), partnership);
        properties.remove("redirect");
    }
    let mut whole =
        json!({ "$schema": DIALECT, "title": "The manifest of a dataset, with its partnership" });
    if let (Some(to), Some(from)) = (whole.as_object_mut(), schema.as_object()) {
        to.extend(from.clone());
        to.insert("$defs".to_owned(), Value::Object(types));
    }
    whole
}

fn redirects() -> Value {
    json!({
        "$schema": DIALECT,
        "title": "Ids that were merged into others",
        "type": "object",
        "additionalProperties": { "type": "string", "description": "The id that stands for it." },
    })
}

/// Table Schema of the tables of observations: the columns that may be used.
fn table() -> Value {
    let column =
        |name: &str, doc: &str| json!({ "name": name, "type": "string", "description": doc });
    let own = Observation::TYPE.fields.iter().filter(|field| field.name != "cite");
    let mut fields: Vec<Value> = own.map(|field| column(field.name, field.doc)).collect();
    let citing = ["source", "at", "basis", "rule"];
    let citation =
        crate::model::Citation::TYPE.fields.iter().filter(|field| citing.contains(&field.name));
    fields.extend(citation.map(|field| column(field.name, field.doc)));
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields,
        "fieldsMatch": "superset",
        "missingValues": [""],
    })
}

fn object(of: &'static StructType, types: &mut Map<String, Value>) -> Value {
    let properties: Map<_, _> =
        of.fields.iter().map(|field| (field.name.to_owned(), property(field, types))).collect();
    let required: Vec<_> =
        of.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    json!({
        "type": "object",
        "title": of.name,
        "description": of.doc,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property(field: &Field, types: &mut Map<String, Value>) -> Value {
    let mut schema = shape(field.shape, types);
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("description".to_owned(), json!(field.doc));
    }
    schema
}

fn shape(shape_of: &'static Shape, types: &mut Map<String, Value>) -> Value {
    match shape_of {
        Shape::Leaf(leaf) => value(leaf),
        Shape::Words(words) => list_of(words),
        Shape::Text => json!({
            "type": "object",
            "additionalProperties": { "type": "string", "minLength": 1 },
            "minProperties": 1,
            "examples": [{ "en": "…" }],
        }),
        Shape::Any => json!({}),
        Shape::List(item) => json!({ "type": "array", "items": shape(item, types) }),
        Shape::Struct(of) => {
            if !types.contains_key(of.name) {
                // The name is taken first, so that a type that contains itself would end here.
                types.insert(of.name.to_owned(), Value::Null);
                let schema = object(of, types);
                types.insert(of.name.to_owned(), schema);
            }
            json!({ "$ref": format!("#/$defs/{}", of.name) })
        }
    }
}

fn value(leaf: &LeafType) -> Value {
    match leaf.class {
        Class::Count => json!({ "type": "integer" }),
        Class::Flag => json!({ "type": "boolean" }),
        Class::Ref(kinds) => {
            let kinds: Vec<_> = kinds.iter().map(|kind| kind.as_str()).collect();
            json!({ "type": "string", "title": leaf.what, "examples": [leaf.example], "x-ref": kinds })
        }
        _ => {
            json!({ "type": "string", "minLength": 1, "title": leaf.what, "examples": [leaf.example] })
        }
    }
}

fn list_of(words: &WordType) -> Value {
    let options: Vec<_> = words
        .words
        .iter()
        .map(|word| json!({ "const": word.name, "description": word.doc }))
        .collect();
    json!({ "title": words.name, "oneOf": options })
}
