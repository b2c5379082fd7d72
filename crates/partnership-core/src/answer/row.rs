//! The rows of an answer: records, and what is told of them.

use serde::ser::{Serialize, Serializer};

use super::{
    Change, Checked, Coverage, Line, MeetingLine, Mirrored, Moment, Printed, Promise, Purse,
    RecordRow, Reference, Section, Sentence, Serving, Standing, Strand, Supported, Tally,
    TargetRow, Total, Unserved, Verified, Wanted,
};
use crate::claim::SeriesFigure;
use crate::describe::{Node, Shape, Shaped, Struct};
use crate::value::Truth;
use crate::view::every_cite;

/// A row of an answer.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Row {
    /// A record.
    Record(RecordRow),
    /// Something on a timeline.
    Moment(Moment),
    /// A section of a briefing.
    Section(Section),
    /// How to cite a record or source.
    Reference(Reference),
    /// What is announced, held and missing.
    Coverage(Coverage),
    /// What differs from another dataset.
    Change(Change),
    /// A number of the coverage.
    Tally(Tally),
    /// What is missing.
    Wanted(Wanted),
    /// A place in a source, and whether a copy of its text has it.
    Verified(Verified),
    /// A total over the members of a group.
    Total(Box<Total>),
    /// A rank among partners.
    Standing(Box<Standing>),
    /// A number that is to be reached, and how it stands.
    Target(TargetRow),
    /// A promise of the ledger, and what became of it.
    Promise(Box<Promise>),
    /// Something that carries out a line, plan or pledge.
    Serving(Serving),
    /// Money under one pillar, on one rung of the ladder, in one currency.
    Purse(Purse),
    /// A line without any project, or a project without any line.
    Unserved(Unserved),
    /// A clause of a line, or a text that may have one.
    Strand(Strand),
    /// A claim, and whether the record bears it out.
    Checked(Checked),
    /// A line of the two pages for a meeting.
    Meeting(Box<MeetingLine>),
    /// A flow, as each end counts it.
    Mirrored(Mirrored),
    /// A figure that a source prints, and what it comes to.
    Printed(Printed),
    /// A value of a series, and what follows from it.
    Traced(Box<SeriesFigure>),
    /// A sentence, how it is read, and whether the record bears it out.
    Sentence(Box<Sentence>),
}

impl Row {
    /// The id of the record that the row is of; empty for a section, a number of the coverage, a
    /// place in a source and a flow.
    pub fn id(&self) -> &str {
        match self {
            Row::Record(row) => row.id(),
            Row::Moment(row) => &row.id,
            Row::Section(_)
            | Row::Tally(_)
            | Row::Verified(_)
            | Row::Purse(_)
            | Row::Mirrored(_) => "",
            Row::Reference(row) => &row.id,
            Row::Coverage(row) => &row.id,
            Row::Change(row) => &row.id,
            Row::Wanted(row) => &row.id,
            Row::Total(row) => &row.id,
            Row::Standing(row) => &row.id,
            Row::Target(row) => &row.id,
            Row::Promise(row) => &row.id,
            Row::Serving(row) => &row.id,
            Row::Unserved(row) => &row.id,
            Row::Strand(row) => &row.id,
            Row::Checked(row) => &row.id,
            Row::Meeting(row) => &row.id,
            Row::Printed(row) => &row.id,
            Row::Traced(row) => row.id.as_str(),
            Row::Sentence(row) => &row.id,
        }
    }

    /// The row as a tree of the description, if it is of a type that is described: every surface can show such a row by
    /// walking it.
    pub fn tree(&self) -> Option<Struct<'static>> {
        let node = match self {
            Row::Change(row) => row.write(),
            Row::Coverage(row) => row.write(),
            Row::Tally(row) => row.write(),
            Row::Wanted(row) => row.write(),
            Row::Verified(row) => row.write(),
            Row::Total(row) => row.write(),
            Row::Standing(row) => row.write(),
            Row::Target(row) => row.write(),
            Row::Promise(row) => row.write(),
            Row::Serving(row) => row.write(),
            Row::Purse(row) => row.write(),
            Row::Unserved(row) => row.write(),
            Row::Strand(row) => row.write(),
            Row::Checked(row) => row.write(),
            Row::Meeting(row) => row.write(),
            Row::Mirrored(row) => row.write(),
            Row::Printed(row) => row.write(),
            Row::Traced(row) => row.write(),
            Row::Sentence(row) => row.write(),
            Row::Record(_) | Row::Moment(_) | Row::Section(_) | Row::Reference(_) => None,
        };
        match node {
            Some(Node::Struct(tree)) => Some(tree),
            _ => None,
        }
    }

    /// The shapes of the described types of rows, and of what stands beside a record.
    pub const SHAPES: &'static [&'static Shape] = &[
        Change::SHAPE,
        Coverage::SHAPE,
        Tally::SHAPE,
        Wanted::SHAPE,
        Verified::SHAPE,
        TargetRow::SHAPE,
        Promise::SHAPE,
        Serving::SHAPE,
        Purse::SHAPE,
        Unserved::SHAPE,
        Strand::SHAPE,
        Supported::SHAPE,
        Total::SHAPE,
        Standing::SHAPE,
        Checked::SHAPE,
        MeetingLine::SHAPE,
        Mirrored::SHAPE,
        Printed::SHAPE,
        SeriesFigure::SHAPE,
        Sentence::SHAPE,
    ];

    /// Whether it is only maybe so; what is no record and nothing dated is of the whole view.
    pub(super) fn is_maybe(&self) -> bool {
        match self {
            Row::Record(row) => row.verdict.truth == Truth::Maybe,
            Row::Moment(row) => row.verdict.truth == Truth::Maybe,
            _ => false,
        }
    }

    /// The record, if the row is one.
    pub fn as_record(&self) -> Option<&RecordRow> {
        match self {
            Row::Record(row) => Some(row),
            _ => None,
        }
    }

    /// The ids of the sources of the row, in order of use.
    pub(super) fn sources(&self, to: &mut dyn FnMut(&str)) {
        let mut of = |cite: &Struct<'_>| to(cite.leaf("source").unwrap_or_default());
        match self {
            Row::Record(row) => every_cite(&row.record, &mut of),
            Row::Moment(row) => row.cite.iter().for_each(of),
            Row::Section(section) => {
                section.line.iter().flat_map(|line: &Line| &line.cite).for_each(of)
            }
            Row::Reference(row) => row.source.iter().for_each(|id| to(id)),
            Row::Coverage(row) => row.cite.iter().for_each(of),
            Row::Change(row) => row.every_cite().for_each(of),
            Row::Tally(_) | Row::Purse(_) => {}
            Row::Wanted(row) => row.cite.iter().for_each(of),
            Row::Verified(row) => to(&row.source),
            Row::Total(row) => row.cite.iter().for_each(of),
            Row::Standing(row) => row.cite.iter().for_each(of),
            Row::Target(row) => row.every_cite().for_each(of),
            Row::Promise(row) => row.every_cite().for_each(of),
            Row::Serving(row) => {
                let money = row.money.iter().flat_map(|sum| &sum.cite);
                row.cite.iter().chain(money).for_each(of);
            }
            Row::Unserved(row) => row.cite.iter().for_each(of),
            Row::Strand(row) => row.cite.iter().for_each(of),
            Row::Checked(row) => row.every_cite().for_each(of),
            Row::Meeting(row) => row.cite.iter().for_each(of),
            Row::Mirrored(row) => row.cite.iter().for_each(of),
            Row::Printed(row) => row.every_cite().for_each(of),
            Row::Traced(row) => row.cite.iter().for_each(of),
            Row::Sentence(row) => row.every_cite().for_each(of),
        }
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Row::Record(row) => row.serialize(to),
            Row::Moment(row) => row.serialize(to),
            Row::Section(row) => row.serialize(to),
            Row::Reference(row) => row.serialize(to),
            Row::Coverage(row) => row.serialize(to),
            Row::Change(row) => row.serialize(to),
            Row::Tally(row) => row.serialize(to),
            Row::Wanted(row) => row.serialize(to),
            Row::Verified(row) => row.serialize(to),
            Row::Total(row) => row.serialize(to),
            Row::Standing(row) => row.serialize(to),
            Row::Target(row) => row.serialize(to),
            Row::Promise(row) => row.serialize(to),
            Row::Serving(row) => row.serialize(to),
            Row::Purse(row) => row.serialize(to),
            Row::Unserved(row) => row.serialize(to),
            Row::Strand(row) => row.serialize(to),
            Row::Checked(row) => row.serialize(to),
            Row::Meeting(row) => row.serialize(to),
            Row::Mirrored(row) => row.serialize(to),
            Row::Printed(row) => row.serialize(to),
            Row::Traced(row) => row.serialize(to),
            Row::Sentence(row) => row.serialize(to),
        }
    }
}
