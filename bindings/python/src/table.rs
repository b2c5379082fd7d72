//! Tables: rows as Arrow arrays, typed by the description, for whoever reads the Arrow PyCapsule interface.

use std::sync::Arc;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Decimal128Array, Int64Array, ListArray,
    RecordBatch, RecordBatchIterator, StringArray, StructArray,
};
use arrow_schema::{ArrowError, Field as Column, Schema};
use partnership_core::Kind;
use partnership_core::answer::{self, ColumnForm, Observed, Row, SEPARATOR, observed, plain};
use partnership_core::describe::{Class, Described, Field, Node, Shape, Struct, StructType};
use partnership_core::value::{Bounds, Day, Number, Point, Quantity, Span};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::errors;
use crate::guard::guard;

/// Digits after the point: enough for all that sources print, so that a column keeps one type.
const SCALE: u32 = 10;
/// No shape nests deeper; what would is given as text.
const DEEPEST: usize = 8;

/// Rows and columns, for pandas, polars, pyarrow and DuckDB: it has the Arrow PyCapsule interface.
///
/// Dates are structs of their text and their first and last day; sums and quantities hold an exact decimal; references
/// are ids; lists are lists, and citations stand with what they support.
#[pyclass(frozen, module = "partnership")]
pub(crate) struct Table(RecordBatch);

#[pymethods]
impl Table {
    /// The names of the columns.
    #[getter]
    fn columns(&self) -> Vec<String> {
        self.0.schema().fields().iter().map(|field| field.name().clone()).collect()
    }

    fn __len__(&self) -> usize {
        self.0.num_rows()
    }

    /// The Arrow PyCapsule interface; a schema that is asked for is left aside, as the interface allows.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        guard(|| {
            let reader = RecordBatchIterator::new([Ok(self.0.clone())], self.0.schema());
            PyCapsule::new_with_value(
                py,
                FFI_ArrowArrayStream::new(Box::new(reader)),
                c"arrow_array_stream",
            )
        })
    }

    /// A pandas `DataFrame`. Raises ImportError where pandas or pyarrow is missing.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("partnership._frames")?.getattr("pandas")?.call1((slf,))
    }

    /// A polars `DataFrame`. Raises ImportError where polars is missing.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("partnership._frames")?.getattr("polars")?.call1((slf,))
    }

    fn __repr__(&self) -> String {
        format!("<Table: {} rows of {}>", self.0.num_rows(), self.columns().join(", "))
    }
}

/// The columns of a table, as they are made.
#[derive(Default)]
struct Columns {
    fields: Vec<Column>,
    arrays: Vec<ArrayRef>,
}

impl Columns {
    fn push(&mut self, name: &str, array: ArrayRef) {
        self.fields.push(Column::new(name, array.data_type().clone(), true));
        self.arrays.push(array);
    }

    fn texts<'t>(&mut self, name: &str, texts: impl Iterator<Item = Option<&'t str>>) {
        self.push(name, Arc::new(StringArray::from_iter(texts)));
    }

    fn table(self) -> PyResult<Table> {
        let batch = RecordBatch::try_new(Arc::new(Schema::new(self.fields)), self.arrays);
        batch.map(Table).map_err(|error| errors::internal(&error.to_string()))
    }
}

fn made<T>(array: Result<T, ArrowError>) -> PyResult<T> {
    array.map_err(|error| errors::internal(&error.to_string()))
}

/// What the rows of an answer are, as far as its question tells: an answer without rows has their columns, too.
pub(crate) enum Asked {
    /// Records of these kinds; of any where there is none.
    Records(Vec<Kind>),
    /// Rows of these types.
    Rows(&'static [&'static StructType]),
    /// Dated lines.
    Moments,
    /// Lines.
    Lines,
}

impl Asked {
    /// What a question of the core is answered with.
    pub(crate) fn by(command: &str) -> Self {
        Self::Rows(match command {
            "show" | "list" | "search" => return Self::Records(Vec::new()),
            "sources" => return Self::Records(vec![Kind::Source]),
            "timeline" => return Self::Moments,
            "mirror" => &[answer::Mirrored::TYPE],
            "figures" => &[partnership_core::claim::SeriesFigure::TYPE],
            "printed" => &[answer::Printed::TYPE],
            "total" => &[answer::Total::TYPE],
            "rank" => &[answer::Standing::TYPE],
            "targets" => &[answer::TargetRow::TYPE],
            "commitments" => &[answer::Promise::TYPE],
            "implements" => &[answer::Serving::TYPE, answer::Purse::TYPE],
            "unserved" => &[answer::Unserved::TYPE],
            "lineage" => &[answer::Strand::TYPE],
            "check" => &[answer::Checked::TYPE],
            "diff" => &[answer::Change::TYPE],
            "verify" => &[answer::Verified::TYPE],
            "wanted" => &[answer::Wanted::TYPE],
            "coverage" => &[answer::Tally::TYPE, answer::Coverage::TYPE],
            _ => return Self::Lines,
        })
    }

    /// Sentences that were held against the record.
    pub(crate) fn sentences() -> Self {
        Self::Rows(&[answer::Sentence::TYPE])
    }
}

/// The rows of an answer as a table.
pub(crate) fn of_answer(answer: &answer::Answer, asked: &Asked, lang: &str) -> PyResult<Table> {
    let records: Vec<_> = answer.rows().iter().filter_map(Row::as_record).collect();
    if !records.is_empty() {
        return of_records(&records, lang);
    }
    let trees: Vec<_> = answer.rows().iter().filter_map(Row::tree).collect();
    if !trees.is_empty() {
        return of_trees(&trees, &[], lang);
    }
    let is_empty = answer.rows().is_empty();
    match asked {
        Asked::Records(kinds) if is_empty => return of_kinds(kinds, &[], lang),
        Asked::Rows(types) if is_empty => return of_trees(&[], types, lang),
        _ => {}
    }
    let mut columns = Columns::default();
    let mut lines = Vec::new();
    for row in answer.rows() {
        match row {
            Row::Moment(row) => lines.push(Told {
                date: Some(&row.date),
                lead: &row.what,
                text: row.text(),
                id: &row.id,
                truth: row.verdict.truth.as_str(),
                cite: &row.cite,
            }),
            Row::Section(section) => lines.extend(section.line.iter().map(|line| Told {
                date: None,
                lead: &line.lead,
                text: line.text.clone(),
                id: &line.id,
                truth: line.verdict.truth.as_str(),
                cite: &line.cite,
            })),
            Row::Reference(row) => {
                lines.push(Told {
                    date: None,
                    lead: row.kind,
                    text: row.text.clone(),
                    id: &row.id,
                    truth: "yes",
                    cite: &[],
                });
            }
            _ => {}
        }
    }
    if matches!(asked, Asked::Moments) || lines.iter().any(|line| line.date.is_some()) {
        columns.push("date", dates(&lines.iter().map(|line| line.date).collect::<Vec<_>>())?);
    }
    columns.texts("what", lines.iter().map(|line| Some(line.lead)));
    columns.texts("text", lines.iter().map(|line| Some(line.text.as_str())));
    columns.texts("id", lines.iter().map(|line| Some(line.id)));
    columns.texts("truth", lines.iter().map(|line| Some(line.truth)));
    let cites: Vec<Option<Node<'_>>> = lines
        .iter()
        .map(|line| {
            (!line.cite.is_empty())
                .then(|| Node::List(line.cite.iter().cloned().map(Node::Struct).collect()))
        })
        .collect();
    if let Some(of) = lines.iter().find_map(|line| line.cite.first()) {
        let cites: Vec<Option<&Node<'_>>> = cites.iter().map(Option::as_ref).collect();
        columns.push("cite", lists(&cites, |items| structs(of.of, items, lang, 1))?);
    }
    columns.table()
}

/// A row that is no record.
struct Told<'r> {
    date: Option<&'r str>,
    lead: &'r str,
    text: String,
    id: &'r str,
    truth: &'r str,
    cite: &'r [Struct<'static>],
}

/// Records as a table: all fields of their kinds, in the order of the description.
pub(crate) fn of_records(rows: &[&answer::RecordRow], lang: &str) -> PyResult<Table> {
    let mut kinds: Vec<_> = rows.iter().map(|row| row.kind()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    of_kinds(&kinds, rows, lang)
}

fn of_kinds(kinds: &[Kind], rows: &[&answer::RecordRow], lang: &str) -> PyResult<Table> {
    let mut columns = Columns::default();
    columns.texts("kind", rows.iter().map(|row| Some(row.kind().as_str())));
    columns.texts("truth", rows.iter().map(|row| Some(row.verdict.truth.as_str())));
    columns.texts("label", rows.iter().map(|row| Some(row.label(lang))));
    if kinds.is_empty() {
        columns.texts("id", [].into_iter());
    }
    let fields = kinds.iter().flat_map(|kind| kind.described().fields);
    let trees: Vec<_> = rows.iter().map(|row| &row.record).collect();
    push_fields(&mut columns, fields, &trees, lang)?;
    columns.table()
}

/// A table of the record as it is exported.
pub(crate) fn of_table(of: &answer::Table) -> PyResult<Table> {
    let mut columns = Columns::default();
    for (at, column) in of.column.iter().enumerate() {
        let cells = of.row.iter().map(|row| row.get(at).and_then(Option::as_deref));
        let array: ArrayRef = match column.form {
            ColumnForm::Count => {
                Arc::new(Int64Array::from_iter(cells.map(|cell| cell?.parse().ok())))
            }
            ColumnForm::Flag => {
                Arc::new(BooleanArray::from_iter(cells.map(|cell| Some(cell? == "true"))))
            }
            ColumnForm::Number => decimals(cells.map(|cell| cell?.parse().ok()))?,
            ColumnForm::Day => {
                let day = |cell: &str| cell.parse::<Day>().ok().map(|day| day.number());
                Arc::new(Date32Array::from_iter(cells.map(|cell| day(cell?))))
            }
            ColumnForm::List => {
                let nodes = cells.map(|cell| {
                    let items = cell?.split(SEPARATOR);
                    Some(Node::List(items.map(|item| Node::Leaf(item.to_owned().into())).collect()))
                });
                let nodes: Vec<Option<Node<'_>>> = nodes.collect();
                let nodes: Vec<_> = nodes.iter().map(Option::as_ref).collect();
                lists(&nodes, |items| Ok(texts(items, "en")))?
            }
            ColumnForm::Text | ColumnForm::Word(_) | ColumnForm::Ref(_) => {
                Arc::new(StringArray::from_iter(cells))
            }
        };
        columns.push(&column.name, array);
    }
    columns.table()
}

/// Rows that are no records: all fields of their types, in the order of the description.
fn of_trees(
    trees: &[Struct<'static>],
    types: &[&'static StructType],
    lang: &str,
) -> PyResult<Table> {
    let mut columns = Columns::default();
    let mut types = types.to_vec();
    for of in trees.iter().map(|tree| tree.of) {
        if !types.iter().any(|known: &&StructType| known.name == of.name) {
            types.push(of);
        }
    }
    if types.len() > 1 {
        columns.texts("row", trees.iter().map(|tree| Some(tree.of.name)));
    }
    let trees: Vec<_> = trees.iter().collect();
    push_fields(&mut columns, types.iter().flat_map(|of| of.fields), &trees, lang)?;
    columns.table()
}

/// A column for each field, by name; values that different types call the same are given as text.
fn push_fields(
    columns: &mut Columns,
    all: impl Iterator<Item = &'static Field>,
    trees: &[&Struct<'static>],
    lang: &str,
) -> PyResult<()> {
    let mut fields: Vec<&'static Field> = Vec::new();
    for field in all {
        if !fields.iter().any(|known| known.name == field.name) {
            fields.push(field);
        }
    }
    for field in fields {
        let nodes: Vec<_> = trees.iter().map(|tree| tree.get(field.name)).collect();
        let mut own = trees.iter().filter_map(|tree| tree.of.field(field.name));
        let same = own.all(|own| own.shape.is_like(field.shape));
        columns.push(
            field.name,
            if same { array(field.shape, &nodes, lang, 0)? } else { texts(&nodes, lang) },
        );
    }
    Ok(())
}

/// The observations of series, one a row: what is fixed for the series stands in each.
pub(crate) fn of_series(series: &[&Struct<'static>], lang: &str) -> PyResult<Table> {
    let rows: Vec<Observed<'_, '_>> = series.iter().flat_map(|of| observed(of)).collect();
    let mut columns = Columns::default();
    let of = Kind::Series.described();
    let observation = of.field("observation").and_then(|field| field.shape.struct_type());
    let row_fields: &[Field] = observation.map_or(&[], |of| of.fields);
    let is_fixed = |field: &&Field| {
        let is_single = matches!(field.shape, Shape::Leaf(_) | Shape::Words(_));
        is_single && !row_fields.iter().any(|own| own.name == field.name)
    };
    for field in of.fields.iter().filter(is_fixed).chain(row_fields) {
        let nodes: Vec<_> = rows.iter().map(|value| value.get(field.name)).collect();
        let name = if field.name == "id" { "series" } else { field.name };
        columns.push(name, array(field.shape, &nodes, lang, 0)?);
    }
    columns.push("number", decimals(rows.iter().map(Observed::number))?);
    columns.table()
}

/// The values of a field as one array.
fn array(
    shape: &'static Shape,
    nodes: &[Option<&Node<'_>>],
    lang: &str,
    depth: usize,
) -> PyResult<ArrayRef> {
    if depth > DEEPEST {
        return Ok(texts(nodes, lang));
    }
    match shape {
        Shape::List(item) => lists(nodes, |items| array(item, items, lang, depth + 1)),
        Shape::Struct(of) => structs(of, nodes, lang, depth + 1),
        Shape::Text | Shape::Any | Shape::Words(_) => Ok(texts(nodes, lang)),
        Shape::Leaf(leaf) => {
            let leaves = nodes.iter().map(|node| node.and_then(Node::as_str));
            Ok(match leaf.class {
                Class::Point | Class::Span => dates(&leaves.collect::<Vec<_>>())?,
                Class::Money => amounts(&leaves.collect::<Vec<_>>(), "amount", "currency")?,
                Class::Quantity => amounts(&leaves.collect::<Vec<_>>(), "number", "unit")?,
                Class::Count => {
                    Arc::new(Int64Array::from_iter(leaves.map(|text| text?.parse().ok())))
                }
                Class::Flag => {
                    Arc::new(BooleanArray::from_iter(leaves.map(|text| Some(text? == "true"))))
                }
                _ => texts(nodes, lang),
            })
        }
    }
}

fn texts(nodes: &[Option<&Node<'_>>], lang: &str) -> ArrayRef {
    let texts = nodes.iter().map(|node| node.map(|node| plain(node, lang)));
    Arc::new(StringArray::from_iter(texts))
}

fn lists<'n>(
    nodes: &[Option<&'n Node<'n>>],
    inner: impl FnOnce(&[Option<&'n Node<'n>>]) -> PyResult<ArrayRef>,
) -> PyResult<ArrayRef> {
    let items: Vec<_> = nodes.iter().flatten().flat_map(|node| node.items()).map(Some).collect();
    let lengths = nodes.iter().map(|node| node.map_or(0, |node| node.items().len()));
    let offsets = arrow_buffer::OffsetBuffer::from_lengths(lengths);
    let values = inner(&items)?;
    let item = Arc::new(Column::new_list_field(values.data_type().clone(), true));
    Ok(Arc::new(made(ListArray::try_new(item, offsets, values, None))?))
}

fn structs(
    of: &'static partnership_core::describe::StructType,
    nodes: &[Option<&Node<'_>>],
    lang: &str,
    depth: usize,
) -> PyResult<ArrayRef> {
    let owners: Vec<_> = nodes.iter().map(|node| node.and_then(Node::as_struct)).collect();
    let mut columns = Columns::default();
    for (index, field) in of.fields.iter().enumerate() {
        let values: Vec<_> =
            owners.iter().map(|owner| owner.and_then(|owner| owner.at(index))).collect();
        columns.push(field.name, array(field.shape, &values, lang, depth)?);
    }
    joined(columns, owners.iter().map(Option::is_some))
}

fn joined(columns: Columns, filled: impl Iterator<Item = bool>) -> PyResult<ArrayRef> {
    let nulls = arrow_buffer::NullBuffer::from_iter(filled);
    Ok(Arc::new(made(StructArray::try_new(columns.fields.into(), columns.arrays, Some(nulls)))?))
}

fn dates(leaves: &[Option<&str>]) -> PyResult<ArrayRef> {
    let bounds: Vec<Option<Bounds>> = leaves.iter().map(|text| bounds((*text)?)).collect();
    let day = |day: Day| day.is_finite().then(|| day.number());
    let mut columns = Columns::default();
    columns.texts("text", leaves.iter().copied());
    columns.push(
        "first",
        Arc::new(Date32Array::from_iter(bounds.iter().map(|days| day((*days)?.start_first)))),
    );
    columns.push(
        "last",
        Arc::new(Date32Array::from_iter(bounds.iter().map(|days| day((*days)?.end_last)))),
    );
    columns.push(
        "qualified",
        Arc::new(BooleanArray::from_iter(bounds.iter().map(|days| Some((*days)?.qualified)))),
    );
    joined(columns, leaves.iter().map(Option::is_some))
}

fn bounds(text: &str) -> Option<Bounds> {
    let point = text.parse::<Point>().map(|point| point.bounds());
    point.or_else(|_| text.parse::<Span>().map(|span| span.bounds())).ok()
}

fn amounts(leaves: &[Option<&str>], number: &str, unit: &str) -> PyResult<ArrayRef> {
    let read: Vec<Option<Quantity>> = leaves.iter().map(|text| (*text)?.parse().ok()).collect();
    let mut columns = Columns::default();
    columns.push(number, decimals(read.iter().map(|of| of.as_ref()?.value()))?);
    columns.texts(unit, read.iter().map(|of| of.as_ref()?.unit()));
    columns.texts("hedge", read.iter().map(|of| Some(of.as_ref()?.hedge().as_str())));
    columns.texts("text", leaves.iter().copied());
    joined(columns, leaves.iter().map(Option::is_some))
}

fn decimals(numbers: impl Iterator<Item = Option<Number>>) -> PyResult<ArrayRef> {
    let values = numbers.map(|number| {
        let number = number?;
        // What has more digits after the point, or too many before it, is in the text only.
        let shift = SCALE.checked_sub(number.scale())?;
        number
            .mantissa()
            .checked_mul(10_i128.checked_pow(shift)?)
            .filter(|value| value.unsigned_abs() < 10_u128.pow(38))
    });
    let array = Decimal128Array::from_iter(values);
    let scale = i8::try_from(SCALE).unwrap_or_default();
    Ok(Arc::new(made(array.with_precision_and_scale(38, scale))?))
}
