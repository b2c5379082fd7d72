//! How to cite a source or a record.

use serde::Serialize;

use super::csl::{Csl, is_described};
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
    /// The same as CSL-JSON, for reference managers.
    pub csl: Csl,
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
                csl: Csl::of_release(self),
            }));
        }
        for row in shown.rows().iter().filter_map(Row::as_record) {
            let reference = match row.kind() {
                Kind::Source => source(self, &row.record),
                kind => record(self, kind, &row.record, &lang),
            };
            rows.push(Row::Reference(reference));
        }
        Ok(Answer::new(self, "cite", &ids.join(" "), rows))
    }
}

fn source(view: &View<'_>, source: &Struct<'_>) -> Reference {
    let csl = Csl::of_source(view, source);
    let mut parts: Vec<String> = csl.author.iter().map(|author| author.literal.clone()).collect();
    parts.push(if is_described(source) {
        csl.title.clone()
    } else {
        format!("“{}”", csl.title)
    });
    // One of the two is filled.
    let publisher = [&csl.container, &csl.publisher].into_iter().filter(|name| !name.is_empty());
    parts.extend(publisher.cloned());
    let issued = csl.issued.as_ref().map_or("undated", |issued| &issued.edtf);
    parts.push(issued.to_owned());
    parts.extend((!csl.source.is_empty()).then(|| format!("read in the copy of {}", csl.source)));
    parts.extend(csl.url.clone());
    parts.extend(csl.accessed.as_ref().map(|day| format!("read on {}", day.edtf)));
    Reference {
        id: csl.id.clone(),
        kind: Kind::Source.as_str(),
        text: format!("{}.", parts.join(", ")),
        source: vec![csl.id.clone()],
        csl,
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
    let csl = Csl::of_record(view, kind, record);
    Reference { id, kind: kind.as_str(), text, source: sources, csl }
}
