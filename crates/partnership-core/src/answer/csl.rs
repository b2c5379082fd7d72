//! CSL-JSON: what reference managers read of a source, of a record, or of the release.

use serde::Serialize;

use super::{Answer, Row};
use crate::dataset::Manifest;
use crate::describe::{Node, Struct};
use crate::model::{Extent, Kind, Tier, TitleBy, label};
use crate::value::{Day, Lang, Point};
use crate::view::View;

/// One work in CSL-JSON 1.0.2, as far as the record fills it. It prints as JSON by serde.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Csl {
    /// The id of the record; of the release, the dataset's with its version, so that two releases can be cited together.
    pub id: String,
    /// What the record knows of its form: who speaks in it tells more of a source than a guess from its title would.
    #[serde(rename = "type")]
    pub form: &'static str,
    /// Its title; in square brackets where the editors worded it, as bibliographies mark what is not the work's own.
    pub title: String,
    /// Whose page or record it stands in: the newspaper, agency or broadcaster; of a record the title of the dataset.
    #[serde(rename = "container-title", skip_serializing_if = "String::is_empty")]
    pub container: String,
    /// Who answers for it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub publisher: String,
    /// Who wrote it or speaks in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<CslName>,
    /// When it was published; none means undated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<CslDate>,
    /// The day on which it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<CslDate>,
    /// Where it was published, else the address of the copy that was read.
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The site of the copy that was read, if it was not read at the publisher's.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The language of its text, by BCP 47; empty where it is undetermined.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// Its release or vintage.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub version: String,
    /// Licence and digest, for which CSL has no variables. Not `custom`: reference managers drop that and keep notes.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A name that is not taken apart: which part of one is the family's is not recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CslName {
    /// The name.
    pub literal: String,
}

/// A date variable of CSL.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CslDate {
    /// One list of year, month and day, as far as they are known.
    #[serde(rename = "date-parts", skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Vec<u16>>,
    /// The season of the year, from 1, spring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub season: Option<u16>,
    /// Whether the date is uncertain or approximate: EDTF's `?`, `~` and `%`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub circa: bool,
    /// The EDTF text, where it is no year, month, day or season.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raw: Option<String>,
    /// The date as the record has it.
    #[serde(skip)]
    pub edtf: String,
}

/// Works for a reference manager, each once. As serde prints it, it is the bare array of CSL-JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Bibliography(pub Vec<Csl>);

impl View<'_> {
    /// The works of an answer: what its references are of, in their order, then the sources of its rows.
    pub fn bibliography(&self, answer: &Answer) -> Bibliography {
        let mut works: Vec<Csl> = Vec::new();
        let cited = answer.rows().iter().filter_map(|row| match row {
            Row::Reference(row) => Some(row.csl.clone()),
            _ => None,
        });
        for work in cited.chain(answer.sources().iter().map(|source| Csl::of_source(self, source)))
        {
            if !works.iter().any(|known| known.id == work.id) {
                works.push(work);
            }
        }
        Bibliography(works)
    }
}

impl Csl {
    /// A source, as the view shows it.
    pub(super) fn of_source(view: &View<'_>, source: &Struct<'_>) -> Self {
        let lang = view.language().to_string();
        let leaf = |field: &str| source.leaf(field).unwrap_or_default().to_owned();
        let title = label(source, &lang).unwrap_or_default();
        let publisher = source.get("publisher").and_then(|publisher| publisher.text(&lang));
        let publisher = publisher.unwrap_or_default().to_owned();
        let authors = source.list("author").iter().filter_map(|author| {
            let number = view.dataset().find(author.as_str()?)?;
            Some(CslName { literal: view.dataset().label(number, &lang)? })
        });
        let copy = source.get("copy").and_then(Node::as_struct);
        let of_copy = |field: &str| copy.and_then(|copy| copy.leaf(field)).map(str::to_owned);
        let url = source.leaf("url").map(str::to_owned);
        let site = if url.is_none() { of_copy("site") } else { None };
        let url = url.or_else(|| of_copy("url"));
        let tier = leaf("tier").parse::<Tier>().ok();
        let form = match tier {
            Some(Tier::Press) => "article-newspaper",
            Some(Tier::Statistics) => "dataset",
            Some(Tier::Reference) if leaf("read") == Extent::Table.as_str() => "dataset",
            Some(Tier::OfficialText) => "document",
            _ if url.is_none() => "document",
            _ => "webpage",
        };
        // Styles print the newspaper where a piece stands in one, and who publishes a page or table.
        let (container, publisher) = match tier {
            Some(Tier::Press) => (publisher, String::new()),
            _ => (String::new(), publisher),
        };
        Self {
            id: leaf("id"),
            form,
            title: if is_described(source) { format!("[{title}]") } else { title.to_owned() },
            container,
            publisher,
            author: authors.collect(),
            issued: source.leaf("issued").map(CslDate::of),
            accessed: source.leaf("accessed").map(CslDate::of),
            url,
            source: site.unwrap_or_default(),
            language: leaf("language").parse::<Lang>().map_or_else(|_| String::new(), known),
            version: leaf("version"),
            note: source.leaf("licence").map(licence).unwrap_or_default(),
        }
    }

    /// The release that a view is of.
    pub(super) fn of_release(view: &View<'_>) -> Self {
        let manifest = view.dataset().manifest();
        let title = manifest.title.best(view.language()).map_or("", |(_, title)| title);
        let issued = released(manifest).to_string();
        Self {
            id: format!("{}-{}", manifest.slug(), manifest.release()),
            form: "dataset",
            title: title.to_owned(),
            publisher: EDITORS.to_owned(),
            issued: Some(CslDate::of(&issued)),
            language: manifest.language.first().map(Lang::to_string).unwrap_or_default(),
            version: manifest.release().to_owned(),
            note: format!("{}; digest sha256:{}", state(manifest), view.dataset().digest()),
            ..Self::default()
        }
    }

    /// A record that is no source: an entry of the release.
    pub(super) fn of_record(view: &View<'_>, kind: Kind, record: &Struct<'_>) -> Self {
        let release = Self::of_release(view);
        let id = record.leaf("id").unwrap_or_default();
        let lang = view.language().to_string();
        Self {
            id: id.to_owned(),
            form: "entry",
            title: label(record, &lang).unwrap_or(id).to_owned(),
            container: release.title,
            note: format!("{kind} {id}; {}", state(view.dataset().manifest())),
            ..release
        }
    }
}

/// Whether the editors worded the title of a source.
pub(super) fn is_described(source: &Struct<'_>) -> bool {
    source.leaf("title_by") == Some(TitleBy::Editor.as_str())
}

/// Who answers for a record that names nobody.
pub const EDITORS: &str = "The editors of the record";

/// The day of a release: that which names it, else that of its last check.
pub fn released(manifest: &Manifest) -> Day {
    let named = manifest.release().replace('.', "-").parse::<Day>();
    named.unwrap_or_else(|_| manifest.checked())
}

/// What a release is under, and how new it is.
fn state(manifest: &Manifest) -> String {
    let licence =
        manifest.licence.as_deref().map(|licence| format!("{}; ", self::licence(licence)));
    format!("{}checked on {}", licence.unwrap_or_default(), manifest.checked())
}

fn licence(licence: &str) -> String {
    format!("licence {licence}")
}

/// A language, but for the one that stands for none.
fn known(lang: Lang) -> String {
    if lang.as_str() == "und" { String::new() } else { lang.to_string() }
}

impl CslDate {
    /// A point in time. Spans do not occur: a work is published, and read, on some day within.
    fn of(text: &str) -> Self {
        let is_circa = text.parse::<Point>().is_ok_and(|point| point.qualified());
        let plain = text.trim_end_matches(['?', '~', '%']);
        let parts: Option<Vec<u16>> = plain.split('-').map(|part| part.parse().ok()).collect();
        let (parts, season) = match parts {
            // EDTF writes the seasons of level 1 as months 21 to 24.
            Some(parts) if parts.get(1).is_some_and(|month| *month > 12) => {
                (vec![vec![parts[0]]], Some(parts[1] - 20))
            }
            Some(parts) => (vec![parts], None),
            None => (Vec::new(), None),
        };
        let raw = parts.is_empty().then(|| text.to_owned());
        Self { parts, season, circa: is_circa, raw, edtf: text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::CslDate;

    #[test]
    fn a_date_has_parts_where_it_is_plain_and_its_text_where_it_is_not() {
        let told = |text| serde_json::to_string(&CslDate::of(text)).unwrap();
        assert_eq!(told("2024"), r#"{"date-parts":[[2024]]}"#);
        assert_eq!(told("2024-10-09"), r#"{"date-parts":[[2024,10,9]]}"#);
        assert_eq!(told("2025~"), r#"{"date-parts":[[2025]],"circa":true}"#);
        assert_eq!(told("2025-03-11?"), r#"{"date-parts":[[2025,3,11]],"circa":true}"#);
        assert_eq!(told("2001-21"), r#"{"date-parts":[[2001]],"season":1}"#);
        assert_eq!(told("201X"), r#"{"raw":"201X"}"#);
        assert_eq!(told("2004-XX~"), r#"{"circa":true,"raw":"2004-XX~"}"#);
        assert_eq!(told("-0100"), r#"{"raw":"-0100"}"#);
    }
}
