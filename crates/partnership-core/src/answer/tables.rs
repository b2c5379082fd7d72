//! The record as tables: one a kind, one a kind of part, made from the description alone.
//!
//! A text by language has a column a language. A value with fields but without a name of its own (a seat, codes) has a
//! column for each of its fields. A list of single values is one cell, its values separated by `;`. A list of parts is a table
//! of its own, in which `record` and `owner` say to what a part belongs and `path` where it stands there: `step[2]` of the
//! record, `step[2].cite[0]` of that step. Beside a date stand its first and last day, beside a quantity or sum its number and
//! unit, as far as they are known; these are read off the value and say nothing new.

use crate::describe::{
    Class, Field, Node, Shape, Shaped as _, Shown, Struct, StructType, WordType,
};
use crate::model::{Kind, label};
use crate::sorted::SortedMap;
use crate::value::{Day, Money, Quantity};
use crate::view::{View, bounds};

/// What separates the values of a list in one cell.
pub const SEPARATOR: char = ';';

/// What stands for a kind where a part is the manifest's own: a rule, a redirect.
const MANIFEST: &str = "dataset";

/// A table of the record.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name: the plural of a kind or part.
    pub name: String,
    /// What its rows are.
    pub doc: String,
    /// Its columns.
    pub column: Vec<Column>,
    /// The columns by which a row is known.
    pub key: &'static [&'static str],
    /// Its rows: cells in the order of the columns, none where nothing is filled.
    pub row: Vec<Vec<Option<String>>>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name: that of the field, after those of the values that it lies in.
    pub name: String,
    /// What it means.
    pub doc: String,
    /// What its cells hold.
    pub form: ColumnForm,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug)]
pub enum ColumnForm {
    /// Text of any form.
    Text,
    /// A whole number.
    Count,
    /// `true` or `false`.
    Flag,
    /// One word of a list.
    Word(&'static WordType),
    /// The id of a record of one of these kinds.
    Ref(&'static [Kind]),
    /// Several values, separated by [`SEPARATOR`].
    List,
    /// A day, read off another column.
    Day,
    /// A number, read off another column.
    Number,
}

/// Columns of every table of parts, before its fields.
const OWN: [(&str, &str); 4] = [
    ("record", "The record that it belongs to."),
    ("kind", "The kind of that record."),
    ("path", "Where it stands in the record; places in lists are counted from 0."),
    ("owner", "The path of the part that it belongs to; empty where that is the record itself."),
];

impl View<'_> {
    /// All tables of the record, as the view shows it: `records` with every id, then a table for each kind that is held,
    /// then one for each kind of part, by name. Rows are in the documented order of the records, parts in that of their
    /// records. Nothing is left out: records can be made from the tables again.
    pub fn tables(&self) -> Vec<Table> {
        let lang = self.language().to_string();
        let mut all = Maker { languages: self.languages(), tables: SortedMap::default() };
        let mut records = index();
        let mut kinds: SortedMap<Kind, Table> = SortedMap::default();
        for (number, record) in self.records() {
            let (id, kind) = (self.dataset().id(number), self.dataset().kind(number));
            let name = label(&record, &lang).unwrap_or_default();
            records.row.push([id, kind.as_str(), name].map(|text| Some(text.to_owned())).to_vec());
            let table = kinds.or_insert_with(kind, || {
                let column = all.columns(kind.described());
                let doc = kind.described().doc.to_owned();
                Table { name: kind.plural().to_owned(), doc, column, key: &["id"], row: Vec::new() }
            });
            table.row.push(all.row(&record, &Owner { id, kind: kind.as_str(), path: "" }));
        }
        let manifest = self.dataset().manifest();
        if let Some(Node::Struct(tree)) = manifest.write() {
            all.parts(&tree, &Owner { id: manifest.slug(), kind: MANIFEST, path: "" });
        }
        std::iter::once(records)
            .chain(kinds.into_values())
            .chain(all.tables.into_values())
            .collect()
    }

    /// The languages that texts of the record are in: those of the manifest first.
    fn languages(&self) -> Vec<String> {
        let mut all: Vec<String> =
            self.dataset().manifest().language.iter().map(ToString::to_string).collect();
        for (_, record) in self.records() {
            tags(&record, &mut |tag| {
                if !all.iter().any(|known| known == tag) {
                    all.push(tag.to_owned());
                }
            });
        }
        all
    }
}

/// The table of all ids.
fn index() -> Table {
    let column = |name: &str, doc: &str| Column {
        name: name.to_owned(),
        doc: doc.to_owned(),
        form: ColumnForm::Text,
    };
    Table {
        name: "records".to_owned(),
        doc: "Every record, whatever its kind.".to_owned(),
        column: vec![
            column("id", "Stable slug."),
            column(
                "kind",
                "The kind of the record; its own table has the plural of it for a name.",
            ),
            column("label", "Its name, title or sentence."),
        ],
        key: &["id"],
        row: Vec::new(),
    }
}

/// The tags of all texts. Values of the model are not nested deeply.
fn tags(owner: &Struct<'_>, to: &mut dyn FnMut(&str)) {
    for (field, node) in owner.iter().filter(|(field, _)| field.shape.class() != Class::Any) {
        for item in node.items() {
            match item {
                Node::Struct(part) => tags(part, to),
                Node::Map(pairs) if matches!(field.shape, Shape::Text) => {
                    pairs.iter().for_each(|(tag, _)| to(tag));
                }
                _ => {}
            }
        }
    }
}

/// To what a row belongs.
struct Owner<'o> {
    id: &'o str,
    kind: &'o str,
    path: &'o str,
}

/// The tables of parts while they are made.
struct Maker {
    languages: Vec<String>,
    tables: SortedMap<String, Table>,
}

impl Maker {
    fn columns(&self, of: &'static StructType) -> Vec<Column> {
        let mut all = Vec::new();
        self.add_columns(of, "", &mut all);
        all
    }

    fn add_columns(&self, of: &'static StructType, before: &str, to: &mut Vec<Column>) {
        for field in of.fields {
            let name = format!("{before}{}", field.name);
            let column = |name: String, form| Column { name, doc: field.doc.to_owned(), form };
            match field.shape {
                Shape::Struct(inner) => self.add_columns(inner, &format!("{name}_"), to),
                Shape::List(Shape::Struct(_) | Shape::Text) => {}
                Shape::List(_) => to.push(column(name, ColumnForm::List)),
                Shape::Text => {
                    let names = self.languages.iter().map(|tag| format!("{name}_{tag}"));
                    to.extend(names.map(|name| column(name, ColumnForm::Text)));
                }
                Shape::Words(words) => to.push(column(name, ColumnForm::Word(words))),
                Shape::Leaf(_) | Shape::Any => {
                    let read = derived(field, &name);
                    to.push(column(name, form(field)));
                    to.extend(read);
                }
            }
        }
    }

    /// The cells of a value with fields; its parts go into their tables.
    fn row(&mut self, value: &Struct<'_>, owner: &Owner<'_>) -> Vec<Option<String>> {
        let mut cells = Vec::new();
        self.add_cells(value.of, Some(value), &mut cells);
        self.parts(value, owner);
        cells
    }

    fn add_cells(
        &self,
        of: &'static StructType,
        value: Option<&Struct<'_>>,
        to: &mut Vec<Option<String>>,
    ) {
        for field in of.fields {
            let node = value.and_then(|value| value.get(field.name));
            match field.shape {
                Shape::Struct(inner) => self.add_cells(inner, node.and_then(Node::as_struct), to),
                Shape::List(Shape::Struct(_) | Shape::Text) => {}
                Shape::Text => {
                    let pairs = node.and_then(Node::as_map).unwrap_or_default();
                    let text = |tag: &String| pairs.iter().find(|(of, _)| of == tag);
                    let texts = self.languages.iter().map(|tag| text(tag).map(|(_, text)| text));
                    to.extend(texts.map(|text| text.map(ToString::to_string)));
                }
                _ => {
                    to.push(node.map(|node| cell(field, node)));
                    let text = node.and_then(Node::as_str).unwrap_or_default();
                    to.extend(derived_cells(field, text));
                }
            }
        }
    }

    /// Puts the parts of a value into their tables.
    fn parts(&mut self, value: &Struct<'_>, owner: &Owner<'_>) {
        self.parts_within(value, "", owner);
    }

    fn parts_within(&mut self, value: &Struct<'_>, within: &str, owner: &Owner<'_>) {
        for (field, node) in value.iter() {
            let name = format!("{within}{}", field.name);
            match (field.shape, node) {
                (Shape::Struct(_), Node::Struct(inner)) => {
                    self.parts_within(inner, &format!("{name}."), owner);
                }
                (Shape::List(Shape::Struct(of)), node) => {
                    for (at, part) in node.items().filter_map(Node::as_struct).enumerate() {
                        let dot = if owner.path.is_empty() { "" } else { "." };
                        let path = format!("{}{dot}{name}[{at}]", owner.path);
                        self.part(of, part, &path, owner);
                    }
                }
                _ => {}
            }
        }
    }

    fn part(&mut self, of: &'static StructType, part: &Struct<'_>, path: &str, owner: &Owner<'_>) {
        let own = [owner.id, owner.kind, path, owner.path];
        let own = own.map(|text| (!text.is_empty()).then(|| text.to_owned()));
        let mut cells = own.to_vec();
        cells.extend(self.row(part, &Owner { path, ..*owner }));
        let name = plural(of.name);
        if !self.tables.contains_key(&name) {
            // What the manifest itself holds belongs to no record.
            let is_record = owner.kind != MANIFEST;
            let own = OWN.map(|(name, doc)| Column {
                name: name.to_owned(),
                doc: doc.to_owned(),
                form: match name {
                    "record" if is_record => ColumnForm::Ref(Kind::ALL),
                    _ => ColumnForm::Text,
                },
            });
            let column = own.into_iter().chain(self.columns(of)).collect();
            let doc = of.doc.to_owned();
            let table = Table {
                name: name.clone(),
                doc,
                column,
                key: &["record", "path"],
                row: Vec::new(),
            };
            self.tables.insert(name.clone(), table);
        }
        if let Some(table) = self.tables.get_mut(&name) {
            table.row.push(cells);
        }
    }
}

/// The plural of a part, as its table is called.
fn plural(name: &str) -> String {
    match name {
        "absent" => "absences".to_owned(),
        "seen" => "sightings".to_owned(),
        _ => match name.strip_suffix('y') {
            Some(stem) => format!("{stem}ies"),
            None if name.ends_with(['s', 'x', 'h']) => format!("{name}es"),
            None => format!("{name}s"),
        },
    }
}

fn form(field: &Field) -> ColumnForm {
    match field.shape.class() {
        Class::Count => ColumnForm::Count,
        Class::Flag => ColumnForm::Flag,
        Class::Ref(kinds) if field.name != "id" => ColumnForm::Ref(kinds),
        _ => ColumnForm::Text,
    }
}

/// A value in one cell: of a list its values; of what has the shape of another field, JSON unless it is one text.
fn cell(field: &Field, node: &Node<'_>) -> String {
    match (node, field.shape) {
        (Node::Leaf(text), _) => text.to_string(),
        (node, Shape::List(_)) => {
            let texts: Vec<&str> = node.items().filter_map(Node::as_str).collect();
            texts.join(&SEPARATOR.to_string())
        }
        (node, shape) => serde_json::to_string(&Shown(node, shape)).unwrap_or_default(),
    }
}

/// Columns that are read off a value.
fn derived(field: &Field, name: &str) -> Vec<Column> {
    let column = |end: &str, doc: &str, form| Column {
        name: format!("{name}_{end}"),
        doc: format!("{doc} `{name}`."),
        form,
    };
    match field.shape.class() {
        Class::Point | Class::Span => vec![
            column("first", "The first possible day of", ColumnForm::Day),
            column("last", "The last possible day of", ColumnForm::Day),
        ],
        Class::Quantity => vec![
            column(
                "number",
                "The number, without hedge and power of ten, as in",
                ColumnForm::Number,
            ),
            column("power", "The power of ten, where one is written, of", ColumnForm::Count),
            column("unit", "The unit, where one is written, of", ColumnForm::Text),
        ],
        Class::Money => vec![
            column("number", "The whole sum, without hedge, as in", ColumnForm::Number),
            column("unit", "The currency of", ColumnForm::Text),
        ],
        _ => Vec::new(),
    }
}

/// The cells of those columns.
fn derived_cells(field: &Field, text: &str) -> Vec<Option<String>> {
    if matches!(field.shape, Shape::List(_)) {
        return Vec::new();
    }
    match field.shape.class() {
        Class::Point | Class::Span => {
            let days = bounds(text);
            let day = |day: Option<Day>| {
                let known = day.filter(|day| *day != Day::MIN && *day != Day::MAX);
                known.map(|day| day.to_string())
            };
            vec![day(days.map(|days| days.start_first)), day(days.map(|days| days.end_last))]
        }
        Class::Quantity => {
            let quantity = text.parse::<Quantity>().ok();
            vec![
                quantity.as_ref().map(|quantity| quantity.number().to_string()),
                quantity.as_ref().and_then(|of| of.printed_power()).map(|power| power.to_string()),
                quantity.as_ref().and_then(|of| of.unit()).map(str::to_owned),
            ]
        }
        Class::Money => {
            let money = text.parse::<Money>().ok();
            let value = money.as_ref().and_then(|money| money.quantity().value());
            vec![
                value.map(|value| value.to_string()),
                money.as_ref().map(|money| money.currency().to_owned()),
            ]
        }
        _ => Vec::new(),
    }
}
