//! Tables of the record lose nothing: the records can be made from them again.

use std::collections::{HashMap, HashSet};

use partnership_core::Dataset;
use partnership_core::answer::{SEPARATOR, Table};
use partnership_core::describe::{Class, Field, Shape, StructType};
use partnership_core::model::Kind;
use serde_json::{Map, Value, json};

type Cells<'t> = &'t [Option<String>];

/// The tables, and their rows by record and path.
struct Held<'t> {
    tables: HashMap<&'t str, &'t Table>,
    rows: HashMap<(&'t str, &'t str), (&'t Table, Cells<'t>)>,
    languages: Vec<String>,
}

/// A row, and where it stands.
#[derive(Clone, Copy)]
struct Row<'t> {
    table: &'t Table,
    cells: Cells<'t>,
    record: &'t str,
    path: &'t str,
}

impl<'t> Row<'t> {
    fn cell(&self, name: &str) -> Option<&'t str> {
        let at = self.table.column.iter().position(|column| column.name == name);
        self.cells[at.unwrap_or_else(|| panic!("no column `{name}`"))].as_deref()
    }
}

impl Held<'_> {
    /// A record or part, or a value in it: `column` and `path` come before the names of its fields.
    fn value(&self, of: &'static StructType, row: Row<'_>, column: &str, path: &str) -> Value {
        let mut value = Map::new();
        for field in of.fields {
            let (name, at) = (format!("{column}{}", field.name), format!("{path}{}", field.name));
            let found = match field.shape {
                Shape::Struct(inner) => {
                    self.value(inner, row, &format!("{name}_"), &format!("{at}."))
                }
                Shape::List(Shape::Struct(inner)) => self.parts(inner, row, &at),
                Shape::Text => {
                    let texts = self.languages.iter().filter_map(|tag| {
                        Some((tag.clone(), json!(row.cell(&format!("{name}_{tag}"))?)))
                    });
                    Value::Object(texts.collect())
                }
                _ => row.cell(&name).map_or(Value::Null, |text| leaf(field, text)),
            };
            let is_empty = match &found {
                Value::Null => true,
                Value::Array(all) => all.is_empty(),
                Value::Object(all) => all.is_empty(),
                _ => false,
            };
            if !is_empty {
                value.insert(field.name.to_owned(), found);
            }
        }
        Value::Object(value)
    }

    fn parts(&self, of: &'static StructType, row: Row<'_>, name: &str) -> Value {
        let dot = if row.path.is_empty() { "" } else { "." };
        let mut all = Vec::new();
        loop {
            let path = format!("{}{dot}{name}[{}]", row.path, all.len());
            let Some((table, cells)) = self.rows.get(&(row.record, path.as_str())) else { break };
            let part = Row { table, cells, record: row.record, path: &path };
            assert_eq!(part.cell("owner").unwrap_or_default(), row.path);
            all.push(self.value(of, part, "", ""));
        }
        Value::Array(all)
    }
}

fn leaf(field: &Field, text: &str) -> Value {
    match (field.shape, field.shape.class()) {
        (Shape::List(_), _) => text.split(SEPARATOR).map(|text| json!(text)).collect(),
        (_, Class::Count) => json!(text.parse::<i64>().expect("a number")),
        (_, Class::Flag) => json!(text == "true"),
        (_, Class::Any) if text.starts_with(['{', '[']) => {
            serde_json::from_str(text).unwrap_or_else(|_| json!(text))
        }
        _ => json!(text),
    }
}

#[test]
fn the_records_can_be_made_from_their_tables_again() {
    let dataset = Dataset::embedded();
    let tables = dataset.view().tables();
    let languages = dataset.manifest().language.iter().map(ToString::to_string).collect();
    let mut held = Held { tables: HashMap::new(), rows: HashMap::new(), languages };
    for table in &tables {
        held.tables.insert(&table.name, table);
        if table.key == ["record", "path"] {
            for row in &table.row {
                let place = |at: usize| row[at].as_deref().unwrap();
                let before = held.rows.insert((place(0), place(2)), (table, row));
                assert!(before.is_none(), "{} {}", place(0), place(2));
            }
        }
    }
    let by_name = |kind: Kind| held.tables[kind.plural()];
    for line in dataset.to_packed().lines().skip(1) {
        let mut meant: Value = serde_json::from_str(line).unwrap();
        let kind = meant.as_object_mut().unwrap().remove("kind").unwrap();
        let kind: Kind = kind.as_str().unwrap().parse().unwrap();
        let id = meant["id"].as_str().unwrap().to_owned();
        let table = by_name(kind);
        let cells = table.row.iter().find(|row| row[0].as_deref() == Some(&id)).unwrap();
        let row = Row { table, cells, record: &id, path: "" };
        assert_eq!(held.value(kind.described(), row, "", ""), meant, "{id}");
    }
}

#[test]
fn a_table_has_no_name_twice_and_no_cell_too_many() {
    let tables = Dataset::embedded().view().tables();
    let mut names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), tables.len());
    for table in &tables {
        let mut names: Vec<&str> = table.column.iter().map(|column| column.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), table.column.len(), "{}", table.name);
        assert!(table.row.iter().all(|row| row.len() == table.column.len()), "{}", table.name);
    }
}

#[test]
fn every_key_that_the_package_names_leads_to_a_row() {
    let dataset = Dataset::embedded();
    let view = dataset.view();
    let tables = view.tables();
    let package: Value = serde_json::from_str(&view.package(&tables, "utf-8")).unwrap();
    let cells = |table: &Table, name: &str| -> Vec<String> {
        let at = table.column.iter().position(|column| column.name == name).unwrap();
        table.row.iter().filter_map(|row| row[at].clone()).collect()
    };
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), tables.len());
    let mut keys = 0;
    for (resource, table) in resources.iter().zip(&tables) {
        assert_eq!(resource["name"], table.name.as_str());
        for key in resource["schema"]["foreignKeys"].as_array().into_iter().flatten() {
            let (column, to) = (&key["fields"][0], key["reference"]["resource"].as_str().unwrap());
            let to = if to.is_empty() { table.name.as_str() } else { to };
            let to = tables.iter().find(|table| table.name == to).unwrap();
            let ids: HashSet<String> = cells(to, "id").into_iter().collect();
            let column = column.as_str().unwrap();
            let lost = cells(table, column).into_iter().find(|id| !ids.contains(id));
            assert_eq!(lost, None, "{} {column}", table.name);
            keys += 1;
        }
    }
    assert!(keys > 50, "{keys}");
    // On a day a record may refer to one that is not shown: then no key is promised.
    let then = dataset.view().on(Some("2020-01-01".parse().unwrap()));
    assert!(!then.package(&then.tables(), "utf-8").contains("foreignKeys"));
}
