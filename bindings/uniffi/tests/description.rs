//! What the typed records and enums here leave out of the one description of the core, named.

mod interface;

use std::collections::BTreeMap;

use interface::exported;
use partnership_core::answer::Promise;
use partnership_core::describe::{Shape, Shaped, StructType, WordType};
use partnership_core::model::Kind;
use uniffi_meta::{EnumMetadata, Metadata};

/// Each typed record, and what it is called in the description.
const TYPED: &[(&str, &str)] = &[
    ("Project", "project"),
    ("Event", "event"),
    ("Party", "party"),
    ("Instrument", "instrument"),
    ("Commitment", "commitment"),
    ("Series", "series"),
    ("Claim", "claim"),
    ("Source", "source"),
    ("Step", "step"),
    ("Status", "status"),
    ("Participant", "participant"),
    ("Target", "target"),
    ("Reached", "result"),
    ("Budget", "budget"),
    ("Tie", "link"),
    ("Spot", "spot"),
    ("Ordinal", "ordinal"),
    ("Membership", "membership"),
    ("ObservedValue", "observation"),
    ("Citation", "citation"),
    ("ReadCopy", "copy"),
    ("Review", "review"),
    ("Alternative", "alternative"),
    ("Absent", "absent"),
    ("Promise", "promise"),
    ("ScoredTarget", "target-row"),
    ("Score", "score"),
    ("Measured", "measured"),
    ("Fact", "fact"),
    ("Served", "served"),
    ("Sum", "sum-of-money"),
    ("Reported", "reported"),
    ("Assessed", "assessed"),
    ("Derived", "derived"),
    ("Disagreement", "disagreement"),
];

/// A field that the core gets is taken into the record, or named here; a card has all of them in any case.
#[test]
fn the_fields_that_typed_records_leave_out_are_these() {
    let described = described();
    let records: BTreeMap<String, Vec<String>> = exported()
        .into_iter()
        .filter_map(|item| match item {
            Metadata::Record(of) => {
                Some((of.name, of.fields.into_iter().map(|field| field.name).collect()))
            }
            _ => None,
        })
        .collect();
    let lines = TYPED.iter().map(|(record, name)| {
        let ours = &records[*record];
        let of = described[name];
        let theirs: Vec<&str> = of.fields.iter().map(|field| field.name).collect();
        let missing: Vec<_> =
            theirs.iter().filter(|name| !ours.iter().any(|own| own == *name)).copied().collect();
        let added: Vec<_> =
            ours.iter().filter(|own| !theirs.contains(&own.as_str())).cloned().collect();
        format!("{record} - {} + {}", missing.join(" "), added.join(" ")).trim_end().to_owned()
    });
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @r"
    Project - alias count reviewed transaction code + truth why maybe
    Event - alias count reviewed status + state truth why maybe
    Party - alias pillar theme count reviewed role + truth why maybe
    Instrument - alias count reviewed + truth why maybe
    Commitment - alias count reviewed lineage restates + truth why maybe
    Series - alias pillar theme count reviewed among holds break_at + truth why maybe
    Claim - test reviewed + truth why maybe
    Source -  +
    Step - alternative absent + label
    Status - alternative absent + label
    Participant - alternative absent + label
    Target - figure fund counted_as alternative absent +
    Reached - alternative absent +
    Budget - alternative absent +
    Tie - alternative absent +
    Spot - alternative +
    Ordinal - alternative absent +
    Membership - seen alternative absent +
    ObservedValue - against +
    Citation -  + number rule_text
    ReadCopy -  +
    Review -  +
    Alternative -  + list
    Absent -  +
    Promise -  +
    ScoredTarget - truth why kind id label form at obligor pillar +
    Score - reporter_label +
    Measured -  +
    Fact -  +
    Served -  +
    Sum -  +
    Reported -  +
    Assessed -  +
    Derived - facts +
    Disagreement -  +
    ");
}

/// The words here mean what the core says of them.
#[test]
fn every_word_is_documented_as_in_the_core() {
    let lists = lists();
    let mut compared = 0;
    for item in exported() {
        let Metadata::Enum(of) = item else { continue };
        let Some(list) = lists.get(of.name.as_str()) else { continue };
        let theirs: Vec<_> = list.words.iter().map(|word| flat(word.doc)).collect();
        assert_eq!(docs(&of), theirs, "{}", of.name);
        compared += 1;
    }
    assert!(compared >= 26, "{compared} lists");
}

fn docs(of: &EnumMetadata) -> Vec<String> {
    of.variants.iter().map(|word| flat(word.docstring.as_deref().unwrap_or_default())).collect()
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every type with fields of the description, by its name.
fn described() -> BTreeMap<&'static str, &'static StructType> {
    fn walk(of: &'static StructType, to: &mut BTreeMap<&'static str, &'static StructType>) {
        if to.insert(of.name, of).is_none() {
            of.fields
                .iter()
                .filter_map(|field| field.shape.struct_type())
                .for_each(|of| walk(of, to));
        }
    }
    let mut all = BTreeMap::new();
    Kind::ALL.iter().for_each(|kind| walk(kind.described(), &mut all));
    Promise::SHAPE.struct_type().into_iter().for_each(|of| walk(of, &mut all));
    all
}

/// Every list of words, by the name that its enum has here.
fn lists() -> BTreeMap<String, &'static WordType> {
    use partnership_core::answer::EmptyReason;
    use partnership_core::view::{EventState, Why};
    let fields = described().into_values().flat_map(|of| of.fields).map(|field| field.shape);
    let beside = [Kind::SHAPE, Why::SHAPE, EventState::SHAPE, EmptyReason::SHAPE];
    let words = fields.chain(beside).filter_map(|shape| match shape.single() {
        Shape::Words(of) => Some(*of),
        _ => None,
    });
    words.map(|of| (camel(of.name), of)).collect()
}

/// `joint-statement` becomes `JointStatement`; two lists have another name in the core than in data.
fn camel(name: &str) -> String {
    let parts = name.split('-').map(|part| {
        let (first, rest) = part.split_at(1);
        first.to_uppercase() + rest
    });
    match parts.collect::<String>().as_str() {
        "ExtentRead" => "Extent".to_owned(),
        other => other.to_owned(),
    }
}
