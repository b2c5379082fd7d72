//! A field is written once: nothing that the description holds is missing from documentation, schema, query, table,
//! JSON or the typed struct.

use std::collections::{BTreeMap, BTreeSet};

use partnership_core::answer::plain;
use partnership_core::dataset::{Draft, Manifest};
use partnership_core::describe::{
    Class, Described, Field, Node, Shape, Shaped, Struct, StructType, schemas,
};
use partnership_core::model::{self, Typed};
use partnership_core::query::field::resolve;
use partnership_core::{Dataset, Kind};
use serde_json::Value;

/// Every type with fields that a dataset can hold, by name.
fn types() -> BTreeMap<&'static str, &'static StructType> {
    let mut found = BTreeMap::new();
    let mut waiting: Vec<&StructType> = Kind::ALL.iter().map(|kind| kind.described()).collect();
    waiting.push(Manifest::TYPE);
    while let Some(of) = waiting.pop() {
        if let Some(known) = found.insert(of.name, of) {
            assert!(std::ptr::eq(known.fields, of.fields), "two types are called `{}`", of.name);
            continue;
        }
        waiting.extend(of.fields.iter().filter_map(|field| field.shape.struct_type()));
    }
    found
}

/// Every leaf of a type, by its dotted path.
fn leaves(of: &'static StructType) -> Vec<(String, &'static Field)> {
    let mut leaves = Vec::new();
    let mut waiting = vec![(String::new(), of)];
    while let Some((before, of)) = waiting.pop() {
        for field in of.fields {
            let path = format!("{before}{}", field.name);
            match field.shape.struct_type() {
                Some(inner) => waiting.push((format!("{path}."), inner)),
                None => leaves.push((path, field)),
            }
        }
    }
    leaves
}

/// Makes records in which every field is filled, and every free text is another.
#[derive(Default)]
struct Filler {
    texts: usize,
}

impl Filler {
    fn filled(&mut self, of: &'static StructType) -> Struct<'static> {
        let mut value = Struct::new(of);
        for field in of.fields {
            value.set(field.name, self.node(field.shape));
        }
        value
    }

    fn node(&mut self, shape: &'static Shape) -> Node<'static> {
        match shape {
            Shape::List(item) => Node::List(vec![self.node(item)]),
            Shape::Struct(of) => Node::Struct(self.filled(of)),
            Shape::Words(of) => Node::Leaf(of.words[0].name.into()),
            Shape::Text => Node::Map(vec![("en".into(), self.text()), ("ko".into(), self.text())]),
            Shape::Leaf(leaf) if leaf.what == "a text" => Node::Leaf(self.text()),
            Shape::Leaf(leaf) => Node::Leaf(leaf.example.into()),
            Shape::Any => Node::Leaf(self.text()),
        }
    }

    fn text(&mut self) -> std::borrow::Cow<'static, str> {
        self.texts += 1;
        format!("word{}", self.texts).into()
    }
}

fn example(shape: &'static Shape) -> &'static str {
    match shape.single() {
        Shape::Leaf(leaf) => leaf.example,
        _ => panic!("no leaf"),
    }
}

/// One record of each kind, its id the example of its type, so that references lead to it; and a concept for each notation.
fn records() -> Vec<(Kind, Struct<'static>)> {
    let mut filler = Filler::default();
    let mut records: Vec<_> =
        Kind::ALL.iter().map(|kind| (*kind, filler.filled(kind.described()))).collect();
    let notations = [
        ("pillar", example(model::Pillar::SHAPE)),
        ("theme", example(model::Theme::SHAPE)),
        ("measure", example(model::Measure::SHAPE)),
    ];
    for (serves, notation) in notations {
        let mut concept = filler.filled(Kind::Concept.described());
        for (name, text) in [("id", serves), ("serves", serves), ("notation", notation)] {
            concept.set(name, Node::Leaf(text.into()));
        }
        records.push((Kind::Concept, concept));
    }
    records
}

fn dataset() -> Dataset {
    let manifest = Filler::default().filled(Manifest::TYPE);
    let manifest = Manifest::read(&Node::Struct(manifest)).expect("a filled manifest is one");
    // The image takes records as they are: rules between fields do not matter here.
    let image = Draft { manifest, records: records() }.image();
    Dataset::from_image(image.into()).expect("an image is one")
}

#[test]
fn every_field_and_word_is_documented_once() {
    for (name, of) in types() {
        assert!(of.doc.ends_with('.'), "`{name}` has no documentation");
        let mut seen = BTreeSet::new();
        for field in of.fields {
            assert!(field.doc.ends_with('.'), "`{name}.{}` has no documentation", field.name);
            assert!(seen.insert(field.name), "`{name}.{}` stands twice", field.name);
            let fits = |letter: char| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_'
            };
            assert!(field.name.chars().all(fits), "`{name}.{}` is no name of a query", field.name);
            match field.shape.single() {
                Shape::Words(words) => {
                    assert!(!words.doc.is_empty() && !words.words.is_empty(), "`{}`", words.name);
                    for word in words.words {
                        assert!(
                            word.doc.ends_with('.'),
                            "`{}` of `{}` has no documentation",
                            word.name,
                            words.name
                        );
                        assert!(
                            !word.ko.is_empty(),
                            "`{}` of `{}` has no Korean label",
                            word.name,
                            words.name
                        );
                    }
                }
                Shape::Leaf(leaf) => {
                    assert_eq!((leaf.check)(leaf.example), Ok(()), "`{name}.{}`", field.name)
                }
                _ => {}
            }
        }
    }
}

#[test]
fn the_schemas_have_exactly_the_fields() {
    let all: BTreeMap<String, Value> = schemas()
        .into_iter()
        .map(|(name, text)| (name, serde_json::from_str(&text).expect("a schema is JSON")))
        .collect();
    let same = |schema: &Value, of: &StructType, but: &[&str], more: &[&str]| {
        let fields = || of.fields.iter().filter(|field| !but.contains(&field.name));
        let wanted: BTreeSet<&str> =
            fields().map(|field| field.name).chain(more.iter().copied()).collect();
        let properties = schema["properties"].as_object().expect("an object");
        let found: BTreeSet<&str> = properties.keys().map(String::as_str).collect();
        assert_eq!(found, wanted, "{}", of.name);
        assert_eq!(schema["additionalProperties"], false, "{}", of.name);
        for field in fields() {
            assert_eq!(
                properties[field.name]["description"], field.doc,
                "{}.{}",
                of.name, field.name
            );
        }
        let required =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let required: BTreeSet<_> = required.filter(|name| *name != "id").collect();
        let wanted =
            fields().filter(|field| field.required && field.name != "id").map(|field| field.name);
        assert_eq!(required, wanted.collect(), "{}", of.name);
    };
    let mut inner = BTreeSet::new();
    for kind in Kind::ALL {
        let schema = &all[&format!("{kind}.json")];
        let of = kind.described();
        if *kind == Kind::Partnership {
            same(schema, Manifest::TYPE, &["redirect"], &["partnership"]);
            same(&schema["properties"]["partnership"], of, &[], &[]);
        } else {
            let mut alone = schema.clone();
            alone["required"] = schema["else"]["anyOf"][0]["required"].clone();
            same(&alone, of, &["id"], &[kind.as_str()]);
            let family = &schema["properties"][kind.as_str()]["items"];
            same(family, of, &[], &[]);
            assert_eq!(family["required"][0], "id");
        }
        for (name, schema) in schema["$defs"].as_object().expect("types") {
            same(schema, types()[name.as_str()], &[], &[]);
            inner.insert(name.clone());
        }
    }
    let tops: BTreeSet<String> = Kind::ALL.iter().map(ToString::to_string).collect();
    let wanted = types().into_keys().map(str::to_owned).filter(|name| !tops.contains(name));
    assert_eq!(inner, wanted.filter(|name| name != "manifest").collect());
    let columns = all["observations.table.json"]["fields"].as_array().expect("columns");
    let columns: BTreeSet<_> =
        columns.iter().filter_map(|column| column["name"].as_str()).collect();
    let fields = model::Observation::TYPE
        .fields
        .iter()
        .map(|field| field.name)
        .filter(|name| *name != "cite");
    assert_eq!(columns, fields.chain(["source", "at", "basis", "rule"]).collect());
}

#[test]
fn every_field_can_be_asked_for_and_finds_its_record() {
    let dataset = dataset();
    let view = dataset.view();
    let finds = |kind: Kind, query: &str| {
        let answer = view.query(query).unwrap_or_else(|error| panic!("{query}: {error}"));
        answer.rows().iter().filter_map(|row| row.as_record()).any(|row| row.kind() == kind)
    };
    let mut asked = 0;
    for (kind, record) in records().iter().take(Kind::ALL.len()) {
        for (path, field) in leaves(kind.described()) {
            let found = resolve(&path)
                .unwrap_or_else(|| panic!("`{path}` of a {kind} cannot be asked for"));
            assert!(found.kinds.contains(kind), "`{path}` of a {kind} is of {:?}", found.kinds);
            assert!(
                finds(*kind, &format!("kind:{kind} {path}:any")),
                "`{path}:any` finds no {kind}"
            );
            assert!(
                !finds(*kind, &format!("kind:{kind} {path}:not-collected")),
                "`{path}` of a {kind} is filled"
            );
            // The first value of the path, as the record writes it.
            let value = path.split('.').try_fold(Node::Struct(record.clone()), |node, name| {
                let node = node.items().next()?.as_struct()?.get(name)?.clone();
                Some(node)
            });
            let value = value.and_then(|node| node.items().next()?.text("en").map(str::to_owned));
            let value = value.expect("every field is filled");
            // A query asks for a range of days.
            let value =
                if field.shape.class() == Class::Span { value.replace('/', "..") } else { value };
            assert!(
                finds(*kind, &format!("kind:{kind} {path}:{value:?}")),
                "`{path}:{value}` finds no {kind}"
            );
            asked += 1;
            if let Some((part, inner)) = path.split_once('.')
                && !inner.contains('.')
            {
                let query = format!("kind:{kind} {part}:({inner}:{value:?})");
                assert!(finds(*kind, &query), "`{query}` finds no {kind}");
                assert!(
                    finds(*kind, &format!("{part}:any {path}:any")),
                    "`{part}:any` finds no {kind}"
                );
            }
        }
    }
    assert!(asked > 400, "{asked} fields");
}

#[test]
fn every_field_stands_in_the_table_and_in_the_json_of_an_answer() {
    let dataset = dataset();
    for (kind, record) in records().iter().take(Kind::ALL.len()) {
        let id = record.leaf("id").expect("an id");
        let answer = dataset.view().show(&[id]).expect("it is there");
        let json: Value = serde_json::from_str(&answer.to_json()).expect("an answer is JSON");
        let shown = answer.rows()[0].as_record().expect("a record");
        assert_eq!(shown.record, *record);
        assert!(shown.not_collected.is_empty(), "{:?}", shown.not_collected);
        let (columns, cells) = answer.table("en");
        let plain_json = serde_json::to_value(record).expect("a record is JSON");
        for (field, node) in record.iter() {
            assert_eq!(json["row"][0][field.name], plain_json[field.name], "{kind}.{}", field.name);
            // Support and rows of tables have tables of their own.
            if ["cite", "alternative", "absent", "reviewed", "observation"].contains(&field.name) {
                continue;
            }
            let at = columns.iter().position(|column| column == field.name);
            let at = at.unwrap_or_else(|| panic!("{kind}.{} is no column", field.name));
            assert!(!cells[0][at].text.is_empty(), "{kind}.{} is empty", field.name);
            assert_eq!(
                cells[0][at].text,
                if field.name == "id" { id.to_owned() } else { plain(node, "en") }
            );
            assert_eq!(cells[0][at].number, field.shape.class() == Class::Count);
        }
        assert_eq!(json["row"][0]["kind"], kind.as_str());
    }
}

/// A filled record through the typed struct and JSON, and back, without a loss.
fn there_and_back<
    T: Typed + PartialEq + std::fmt::Debug + serde::Serialize + serde::de::DeserializeOwned,
>() {
    let kind = T::KIND;
    let (_, tree) = records().into_iter().find(|(of, _)| *of == kind).expect("one of each kind");
    let node = Node::Struct(tree.clone());
    let typed = T::read(&node).expect("a filled record reads");
    assert_eq!(typed.write(), Some(node), "{kind}");
    let json = serde_json::to_string(&typed).expect("it serializes");
    assert_eq!(json, serde_json::to_string(&tree).expect("it serializes"), "{kind}");
    assert_eq!(serde_json::from_str::<T>(&json).expect("it deserializes"), typed, "{kind}");
    assert_eq!(dataset().get::<T>(typed.id().as_ref()), Some(typed), "{kind}");
    // A field that the type does not have is refused.
    let more = json.replacen('{', "{\"no_field\":1,", 1);
    assert!(serde_json::from_str::<T>(&more).is_err(), "{kind}");
    // So is a value that its field does not take.
    for (name, value) in
        serde_json::from_str::<serde_json::Map<String, Value>>(&json).expect("an object")
    {
        let Some(text) = value.as_str().filter(|text| !text.starts_with("word")) else { continue };
        let wrong =
            json.replacen(&format!("{name:?}:{text:?}"), &format!("{name:?}:\"\\u202e\""), 1);
        assert!(serde_json::from_str::<T>(&wrong).is_err(), "{kind}.{name}");
    }
}

#[test]
fn every_kind_goes_through_its_type_and_json_without_a_loss() {
    there_and_back::<model::Partnership>();
    there_and_back::<model::Concept>();
    there_and_back::<model::Source>();
    there_and_back::<model::Party>();
    there_and_back::<model::Person>();
    there_and_back::<model::Instrument>();
    there_and_back::<model::Commitment>();
    there_and_back::<model::Assessment>();
    there_and_back::<model::Project>();
    there_and_back::<model::Fund>();
    there_and_back::<model::Event>();
    there_and_back::<model::Series>();
    there_and_back::<model::Claim>();
    assert_eq!(Kind::ALL.len(), 13, "a kind that is added is added here");
}

/// A page in Korean has no English word but those of the record itself.
#[test]
fn every_field_and_word_has_a_korean_name() {
    let is_korean = |text: &str| text.chars().any(|letter| ('가'..='힣').contains(&letter));
    for of in types().values() {
        for field in of.fields {
            let label = partnership_core::describe::label(field.name, "ko");
            assert!(is_korean(&label), "`{}` of {}", field.name, of.name);
            if let Shape::Words(words) = field.shape.single() {
                let open = words.words.iter().find(|word| !is_korean(word.ko));
                assert!(open.is_none(), "{open:?} of {}", words.name);
            }
        }
    }
    for why in partnership_core::view::Why::ALL {
        assert!(is_korean(&why.said("ko")) && why.said("en").is_ascii(), "{why}");
    }
}
