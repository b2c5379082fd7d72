//! Tables as a Data Package (version 2): what each file is, with a Table Schema for its columns.

use serde_json::{Map, Value, json};

use super::tables::{Column, ColumnForm, SEPARATOR, Table};
use crate::view::View;

impl View<'_> {
    /// The description of a folder with these tables, each in the file `NAME.csv`: a `datapackage.json`, pretty-printed, with
    /// a final newline. `encoding` is that of the files.
    pub fn package(&self, tables: &[Table], encoding: &str) -> String {
        let manifest = self.dataset().manifest();
        let title = manifest.title.best(self.language()).map_or("", |(_, title)| title);
        let limits = manifest.limits.iter().filter_map(|limit| limit.best(self.language()));
        let limits: Vec<&str> = limits.map(|(_, text)| text).collect();
        // On a day, or as once known, a record that is shown may refer to one that is not.
        let is_whole = self.valid_on().is_none() && self.known().is_none();
        let referred = if is_whole { tables } else { &[] };
        let resources = tables.iter().map(|table| resource(table, referred, encoding));
        let resources: Vec<Value> = resources.collect();
        let day = |day: Option<crate::value::Day>| day.map(|day| day.to_string());
        let mut package = json!({
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": manifest.slug(),
            "title": title,
            "description": limits.join(" "),
            "version": manifest.release(),
            "licenses": [{ "name": manifest.licence.as_deref().unwrap_or_default() }],
            "resources": resources,
        });
        // Beyond the standard: what else the manifest says, and which view it is.
        let own = json!({
            "digest": format!("sha256:{}", self.dataset().digest()),
            "manifest": manifest,
            "on": day(self.valid_on()),
            "known_on": day(self.known()),
        });
        if let Some(package) = package.as_object_mut() {
            package.insert("partnership".to_owned(), own);
        }
        format!("{}\n", serde_json::to_string_pretty(&package).unwrap_or_default())
    }
}

fn resource(table: &Table, all: &[Table], encoding: &str) -> Value {
    let fields: Vec<Value> = table.column.iter().map(|column| field(column, table)).collect();
    let keys: Vec<Value> =
        table.column.iter().filter_map(|column| foreign(column, table, all)).collect();
    let mut schema = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields,
        "primaryKey": table.key,
        "missingValues": [""],
    });
    if let (Some(schema), false) = (schema.as_object_mut(), keys.is_empty()) {
        schema.insert("foreignKeys".to_owned(), Value::Array(keys));
    }
    json!({
        "name": table.name,
        "type": "table",
        "path": format!("{}.csv", table.name),
        "description": table.doc,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": encoding,
        "schema": schema,
    })
}

fn field(column: &Column, table: &Table) -> Value {
    let mut field = Map::new();
    let mut put = |key: &str, value: Value| drop(field.insert(key.to_owned(), value));
    put("name", json!(column.name));
    let form = match column.form {
        ColumnForm::Count => "integer",
        ColumnForm::Flag => "boolean",
        ColumnForm::List => "list",
        ColumnForm::Day => "date",
        ColumnForm::Number => "number",
        ColumnForm::Text | ColumnForm::Word(_) | ColumnForm::Ref(_) => "string",
    };
    put("type", json!(form));
    if matches!(column.form, ColumnForm::List) {
        put("delimiter", json!(SEPARATOR.to_string()));
    }
    put("description", json!(column.doc));
    let mut rules = Map::new();
    if table.key.contains(&column.name.as_str()) {
        rules.insert("required".to_owned(), json!(true));
    }
    if let ColumnForm::Word(words) = column.form {
        let words: Vec<&str> = words.words.iter().map(|word| word.name).collect();
        rules.insert("enum".to_owned(), json!(words));
    }
    if !rules.is_empty() {
        put("constraints", Value::Object(rules));
    }
    Value::Object(field)
}

/// The table that the ids of a column are of: that of their kind, or of all records.
fn foreign(column: &Column, table: &Table, all: &[Table]) -> Option<Value> {
    let is_held = |name: &str| all.iter().any(|table| table.name == name);
    if !is_held("records") {
        return None;
    }
    let kinds = match column.form {
        ColumnForm::Ref(kinds) => kinds,
        _ => return None,
    };
    let held = match kinds {
        [kind] if is_held(kind.plural()) => kind.plural(),
        _ => "records",
    };
    // A table refers to itself by an empty name.
    let name = if held == table.name { "" } else { held };
    Some(json!({ "fields": [column.name], "reference": { "resource": name, "fields": ["id"] } }))
}
