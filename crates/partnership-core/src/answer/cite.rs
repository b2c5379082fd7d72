//! How to cite a source or a record.

use serde::Serialize;

use super::{Answer, Row};
use crate::describe::Struct;
use crate::model::{Kind, label};
use crate::query::QueryError;
use crate::view::{View, every_cite};

/// How to cite a source, or a record with its sources.
#[derive(Clone, Debug, Serialize)]
pub struct Reference {
    /// The record.
    pub id: String,
    /// Its kind.
    pub kind: &'static str,
    /// A line for a bibliography.
    pub text: String,
    /// The ids of the sources that it rests on.
    pub source: Vec<String>,
    /// The source as CSL-JSON; only of a source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub csl: Option<Csl>,
}

/// A source in CSL-JSON, as far as the record fills it.
#[derive(Clone, Debug, Serialize)]
pub struct Csl {
    id: String,
    #[serde(rename = "type")]
    form: &'static str,
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    publisher: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Literal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Edtf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<Edtf>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    language: String,
}

#[derive(Clone, Debug, Serialize)]
struct Literal {
    literal: String,
}

/// A date variable of CSL, by its EDTF text.
#[derive(Clone, Debug, Serialize)]
struct Edtf {
    raw: String,
}

impl View<'_> {
    /// How to cite a source, a record with its sources, or (without ids) the dataset itself.
    ///
    /// # Errors
    /// When an id is of no record; the nearest is named.
    pub fn cite(&self, ids: &[&str]) -> Result<Answer, QueryError> {
        let shown = self.show(ids)?;
        let lang = self.language().to_string();
        let mut rows = Vec::new();
        if ids.is_empty() {
            let manifest = self.dataset().manifest();
            let title = manifest.title.best(self.language()).map_or("", |(_, title)| title);
            let text = format!(
                "{title}. Release {}, checked {}. Digest sha256:{}.",
                manifest.release(),
                manifest.checked(),
                self.dataset().digest(),
            );
            rows.push(Row::Reference(Reference {
                id: manifest.slug().to_owned(),
                kind: "dataset",
                text,
                source: Vec::new(),
                csl: None,
            }));
        }
        for row in shown.rows().iter().filter_map(Row::as_record) {
            let reference = match row.kind() {
                Kind::Source => source(self, &row.record, &lang),
                kind => record(self, kind, &row.record, &lang),
            };
            rows.push(Row::Reference(reference));
        }
        Ok(Answer::new(self, "cite", &ids.join(" "), rows))
    }
}

fn source(view: &View<'_>, source: &Struct<'_>, lang: &str) -> Reference {
    let id = source.leaf("id").unwrap_or_default().to_owned();
    let title = label(source, lang).unwrap_or(&id).to_owned();
    let publisher = source
        .get("publisher")
        .and_then(|publisher| publisher.text(lang))
        .unwrap_or_default()
        .to_owned();
    let authors = source
        .list("author")
        .iter()
        .filter_map(|author| view.dataset().label(view.dataset().find(author.as_str()?)?, lang));
    let authors: Vec<String> = authors.collect();
    let copy = source.get("copy").and_then(|copy| copy.as_struct());
    let url =
        source.leaf("url").or_else(|| copy.and_then(|copy| copy.leaf("url"))).map(str::to_owned);
    let described = source.leaf("title_by") == Some("editor");
    let shown = if described { format!("[{title}]") } else { format!("“{title}”") };
    let mut parts: Vec<String> = authors.clone();
    parts.push(shown);
    parts.extend((!publisher.is_empty()).then(|| publisher.clone()));
    parts.push(source.leaf("issued").map_or_else(|| "undated".to_owned(), str::to_owned));
    if let (None, Some(copy)) = (source.leaf("url"), copy) {
        parts.push(format!("read in the copy of {}", copy.leaf("site").unwrap_or_default()));
    }
    parts.extend(url.clone());
    parts.extend(source.leaf("accessed").map(|day| format!("read on {day}")));
    let form = match source.leaf("tier") {
        Some("press") => "article-newspaper",
        Some("statistics") => "dataset",
        Some("official-text") => "document",
        _ => "webpage",
    };
    let date = |field: &str| source.leaf(field).map(|raw| Edtf { raw: raw.to_owned() });
    Reference {
        text: format!("{}.", parts.join(", ")),
        kind: Kind::Source.as_str(),
        source: vec![id.clone()],
        csl: Some(Csl {
            id: id.clone(),
            form,
            title,
            publisher,
            author: authors.into_iter().map(|literal| Literal { literal }).collect(),
            issued: date("issued"),
            accessed: date("accessed"),
            url,
            language: source.leaf("language").unwrap_or_default().to_owned(),
        }),
        id,
    }
}

fn record(view: &View<'_>, kind: Kind, record: &Struct<'_>, lang: &str) -> Reference {
    let id = record.leaf("id").unwrap_or_default().to_owned();
    let manifest = view.dataset().manifest();
    let title = manifest.title.best(view.language()).map_or("", |(_, title)| title);
    let mut sources: Vec<String> = Vec::new();
    every_cite(record, &mut |cite| {
        let source = cite.leaf("source").unwrap_or_default();
        if !sources.iter().any(|known| known == source) {
            sources.push(source.to_owned());
        }
    });
    let text = format!(
        "“{}” ({kind} {id}), in {title}, release {}, checked {}; after {}.",
        label(record, lang).unwrap_or(&id),
        manifest.release(),
        manifest.checked(),
        sources.join(", "),
    );
    Reference { id, kind: kind.as_str(), text, source: sources, csl: None }
}
