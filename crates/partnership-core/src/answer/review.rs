//! Verdicts on claims in the words of the web: schema.org `ClaimReview`, with PROV for what they rest on and Web Annotation
//! selectors for the places in sources, as JSON-LD. The one context stands inline: nothing is fetched to read it.

use serde_json::{Map, Value, json};

use super::{Answer, Checked, Row};
use crate::claim::{ClaimVerdict, Reading};
use crate::describe::Struct;
use crate::model::Kind;
use crate::view::View;

/// What ids begin with: those of a dataset are unique within it.
const URN: &str = "urn:partnership";

impl View<'_> {
    /// The claims of an answer as a JSON-LD document, pretty-printed, with a final newline.
    ///
    /// Each claim is an `itemReviewed` with where it appears; its verdict is the `reviewRating`, from 5 (supported) over 3
    /// (depends) to 1 (contradicted), without a value where the record lacks what would show it. The readings with their
    /// arithmetic are the `reviewBody`; what they rest on is `wasDerivedFrom`. A place is a fragment selector whose value is the
    /// place as it is cited.
    pub fn claim_reviews(&self, answer: &Answer) -> String {
        let claims = answer.rows().iter().filter_map(|row| match row {
            Row::Checked(row) => Some(row),
            _ => None,
        });
        let mut graph: Vec<Value> = claims.map(|claim| self.review(claim)).collect();
        graph.extend(answer.sources().iter().map(|source| self.source_node(source)));
        graph.push(self.dataset_node());
        let document = json!({ "@context": context(), "@graph": graph });
        format!("{}\n", serde_json::to_string_pretty(&document).unwrap_or_default())
    }

    fn iri(&self, id: &str) -> String {
        format!("{URN}:{}:{id}", self.dataset().manifest().slug())
    }

    fn whole_iri(&self) -> String {
        format!("{URN}:{}", self.dataset().manifest().slug())
    }

    fn review(&self, claim: &Checked) -> Value {
        let lang = self.language().to_string();
        let body: Vec<String> = claim.reading.iter().map(|reading| told(reading, &lang)).collect();
        let lacks = ClaimVerdict::NotInRecord.label(&lang);
        let missing = claim.missing.iter().map(|missing| format!("{lacks}: {missing}"));
        let body: Vec<String> = body.into_iter().chain(missing).collect();
        let mut records: Vec<String> = Vec::new();
        for one in claim.reading.iter().flat_map(|reading| &reading.evidence) {
            let iri = self.iri(one.record.as_str());
            if !records.contains(&iri) {
                records.push(iri);
            }
        }
        let rests = self.places(claim.reading.iter().flat_map(Reading::cites));
        json!({
            "id": self.iri(&format!("{}:review", claim.id)),
            "type": ["ClaimReview", "Entity"],
            "claimReviewed": { "@value": claim.label, "@language": lang },
            "inLanguage": lang,
            "dateCreated": { "@value": self.day().to_string(), "@type": "xsd:date" },
            "itemReviewed": self.claim_node(claim),
            "reviewRating": rating(claim.verdict, &lang),
            "reviewBody": body.join("\n"),
            "isBasedOn": records,
            "wasDerivedFrom": rests,
            "wasAttributedTo": {
                "id": format!("{URN}:checker"),
                "type": ["SoftwareApplication", "SoftwareAgent"],
                "name": "partnership",
                "softwareVersion": env!("CARGO_PKG_VERSION"),
            },
            "wasGeneratedBy": {
                "type": "Activity",
                "name": format!("hedges {}", claim.hedges),
                "used": [self.whole_iri(), self.iri(&claim.id)],
            },
        })
    }

    fn claim_node(&self, claim: &Checked) -> Value {
        let mut node = Map::new();
        node.insert("id".to_owned(), self.iri(&claim.id).into());
        node.insert("type".to_owned(), json!(["Claim", "Entity"]));
        node.insert("appearance".to_owned(), self.places(claim.cite.iter()).into());
        if let Some(speaker) = &claim.speaker {
            let number = self.dataset().find(speaker.as_str());
            let is_person = number.is_some_and(|at| self.dataset().kind(at) == Kind::Person);
            let kind = if is_person { "Person" } else { "Organization" };
            let name = claim.speaker_label.clone().unwrap_or_else(|| speaker.to_string());
            node.insert(
                "author".to_owned(),
                json!({ "id": self.iri(speaker.as_str()), "type": kind, "name": name }),
            );
        }
        if let Some(said) = claim.said.as_ref().map(|said| dated(said.as_str())) {
            node.insert("datePublished".to_owned(), said);
        }
        Value::Object(node)
    }

    /// Places in sources, each once.
    fn places<'c>(&self, cites: impl Iterator<Item = &'c Struct<'static>>) -> Vec<Value> {
        let mut places: Vec<Value> = Vec::new();
        for cite in cites {
            let Some(source) = cite.leaf("source") else { continue };
            let mut node = json!({ "type": "SpecificResource", "hasSource": self.iri(source) });
            let at = cite.leaf("at").or(cite.leaf("passage"));
            if let (Some(at), Some(object)) = (at, node.as_object_mut()) {
                let mut selector = json!({
                    "type": "FragmentSelector",
                    "value": at,
                    "conformsTo": format!("{URN}:place"),
                });
                if let (Some(passage), Some(object)) =
                    (cite.leaf("passage"), selector.as_object_mut())
                {
                    object.insert("identifier".to_owned(), passage.into());
                }
                object.insert("hasSelector".to_owned(), selector);
            }
            if !places.contains(&node) {
                places.push(node);
            }
        }
        places
    }

    fn source_node(&self, source: &Struct<'static>) -> Value {
        let lang = self.language().to_string();
        let id = source.leaf("id").unwrap_or_default();
        let mut node = Map::new();
        node.insert("id".to_owned(), self.iri(id).into());
        node.insert("type".to_owned(), json!(["CreativeWork", "Entity"]));
        let text = |field: &str| source.get(field).and_then(|of| of.text(&lang)).map(str::to_owned);
        let publisher =
            text("publisher").map(|name| json!({ "type": "Organization", "name": name }));
        let fields = [
            ("name", text("title").map(Value::from)),
            ("publisher", publisher),
            ("datePublished", source.leaf("issued").map(dated)),
            ("url", source.leaf("url").map(Value::from)),
            ("inLanguage", source.leaf("language").map(Value::from)),
        ];
        for (name, value) in fields {
            if let Some(value) = value {
                node.insert(name.to_owned(), value);
            }
        }
        Value::Object(node)
    }

    fn dataset_node(&self) -> Value {
        let manifest = self.dataset().manifest();
        let title = manifest.title.best(self.language()).map_or("", |(_, title)| title);
        json!({
            "id": self.whole_iri(),
            "type": ["Dataset", "Entity"],
            "name": title,
            "version": manifest.release(),
            "identifier": format!("sha256:{}", self.dataset().digest()),
        })
    }
}

/// A date as XML Schema has it; what is vague stays a text.
fn dated(text: &str) -> Value {
    let is_plain = text.chars().all(|c| c.is_ascii_digit() || c == '-');
    let kind = match text.len() {
        4 => "xsd:gYear",
        7 => "xsd:gYearMonth",
        _ => "xsd:date",
    };
    if is_plain { json!({ "@value": text, "@type": kind }) } else { text.into() }
}

fn rating(verdict: ClaimVerdict, lang: &str) -> Value {
    let name = verdict.label(lang).into_owned();
    let value = match verdict {
        ClaimVerdict::Supported => Some(5),
        ClaimVerdict::Depends => Some(3),
        ClaimVerdict::Contradicted => Some(1),
        ClaimVerdict::NotInRecord | ClaimVerdict::Untestable => None,
    };
    match value {
        Some(value) => json!({
            "type": "Rating",
            "ratingValue": value,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": name,
        }),
        None => json!({ "type": "Rating", "alternateName": name }),
    }
}

/// A reading in a line.
fn told(reading: &Reading, lang: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(reading.period.as_ref().map(ToString::to_string));
    parts.extend(reading.reporter_label.clone());
    parts.extend(reading.counted.map(|counted| counted.label(lang).into_owned()));
    let arithmetic = if reading.arithmetic.is_empty() {
        String::new()
    } else {
        format!("{} → ", reading.arithmetic)
    };
    let unit = reading.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
    format!(
        "{}: {arithmetic}{}{unit}: {}",
        parts.join(", "),
        reading.found,
        reading.fit.label(lang)
    )
}

/// The terms, each of one of three vocabularies.
fn context() -> Value {
    let mut context = Map::new();
    context.insert("@version".to_owned(), json!(1.1));
    let prefixes = [
        ("schema", "https://schema.org/"),
        ("prov", "http://www.w3.org/ns/prov#"),
        ("oa", "http://www.w3.org/ns/oa#"),
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("dcterms", "http://purl.org/dc/terms/"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ];
    for (prefix, iri) in prefixes {
        context.insert(prefix.to_owned(), iri.into());
    }
    context.insert("id".to_owned(), "@id".into());
    context.insert("type".to_owned(), "@type".into());
    let words = [
        (
            "schema",
            "ClaimReview Claim Rating Person Organization CreativeWork Dataset SoftwareApplication \
                    claimReviewed itemReviewed reviewRating reviewBody ratingValue bestRating worstRating \
                    alternateName author publisher name version softwareVersion identifier inLanguage \
                    datePublished dateCreated appearance",
        ),
        ("prov", "Entity Activity SoftwareAgent wasGeneratedBy wasAttributedTo wasDerivedFrom"),
        ("oa", "SpecificResource FragmentSelector hasSelector"),
    ];
    for (prefix, words) in words {
        for word in words.split_whitespace() {
            context.insert(word.to_owned(), format!("{prefix}:{word}").into());
        }
    }
    context.insert("value".to_owned(), "rdf:value".into());
    let links = [
        ("hasSource", "oa:hasSource"),
        ("used", "prov:used"),
        ("isBasedOn", "schema:isBasedOn"),
        ("url", "schema:url"),
        ("conformsTo", "dcterms:conformsTo"),
    ];
    for (word, iri) in links {
        context.insert(word.to_owned(), json!({ "@id": iri, "@type": "@id" }));
    }
    Value::Object(context)
}
