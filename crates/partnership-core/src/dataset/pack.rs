//! Packed files: canonical JSON Lines, first the manifest, then one record a line by id. The manifest ends with how many
//! records there are, the digest of their lines and that of its own fields before, so that a file that was cut off or altered
//! is told from a whole one.

use std::borrow::Cow;
use std::cell::RefCell;

use serde::de::DeserializeSeed;
use sha2::{Digest, Sha256};

use super::manifest::FORMAT;
use super::{Dataset, DatasetError, Draft, Manifest, Number};
use crate::describe::{Node, Seed, Shape, Shaped, Struct};
use crate::model::Kind;
use crate::order::Order;

/// No line is longer than this, and no file has more lines: hostile input is refused early.
const LINE_LIMIT: usize = 16 << 20;
const COUNT_LIMIT: usize = 1 << 20;

/// The lines of a dataset.
pub(super) fn write(dataset: &Dataset) -> String {
    let records =
        (0..dataset.len() as Number).map(|number| (dataset.kind(number), dataset.tree(number)));
    lines(dataset.manifest(), records.collect())
}

/// The lines of a manifest and records: compact, keys in the order of the description, records by id.
pub(super) fn lines(manifest: &Manifest, mut records: Vec<(Kind, Struct<'_>)>) -> String {
    records.order_by(|(_, a), (_, b)| a.leaf("id").cmp(&b.leaf("id")));
    // Trees of checked texts always serialize.
    let mut body = String::new();
    for (kind, record) in &records {
        let line = serde_json::to_string(record).unwrap_or_default();
        match line.strip_prefix('{') {
            Some(rest) => body.push_str(&format!("{{\"kind\":\"{kind}\",{rest}")),
            None => body.push_str(&line),
        }
        body.push('\n');
    }
    let head = serde_json::to_string(manifest).unwrap_or_default();
    let sums = sums(records.len(), &digest(&body), Some(&digest(&head)));
    format!("{}{sums}\n{body}", head.strip_suffix('}').unwrap_or(&head))
}

/// How the line of the manifest ends.
fn sums(records: usize, digest: &str, manifest: Option<&str>) -> String {
    let manifest = manifest.map(|own| format!(",\"manifest\":\"{own}\"")).unwrap_or_default();
    format!(",\"records\":{records},\"digest\":\"{digest}\"{manifest}}}")
}

/// SHA-256 in hexadecimal.
pub(super) fn digest(text: &str) -> String {
    hexadecimal(Sha256::new_with_prefix(text.as_bytes()))
}

fn hexadecimal(sum: Sha256) -> String {
    sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads a packed file; gives the fields that a newer minor format added and this release leaves out.
pub(super) fn read(bytes: &[u8]) -> Result<(Draft, Vec<String>), DatasetError> {
    let refuse = |line: usize, reason: String| DatasetError::Line { line, reason };
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        refuse(line, "not UTF-8".to_owned())
    })?;
    // Some editors write a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    let Some((_, first)) = rows.next().filter(|(_, line)| !line.trim().is_empty()) else {
        return Err(refuse(
            1,
            "the file is empty; expected the manifest of a packed dataset".to_owned(),
        ));
    };
    let head = head(first)?;
    let newer = newer(&head.format)?;
    let dropped = RefCell::new(Vec::new());
    let seed = |shape| if newer { Seed::lenient(shape, &dropped) } else { Seed::new(shape) };
    let own = without_sums(first, &head);
    let manifest = parse(&own, 0, seed(Manifest::SHAPE)).map_err(|reason| refuse(1, reason))?;
    if let Some(lacking) = lacking(&manifest) {
        return Err(refuse(1, format!("the manifest lacks {lacking}")));
    }
    let manifest =
        Manifest::read(&manifest).ok_or_else(|| refuse(1, "not a manifest".to_owned()))?;
    // Of a newer format we do not know all fields.
    if let Some(reason) = head.is_other(&manifest).filter(|_| !newer) {
        return Err(refuse(1, reason));
    }
    let (mut records, mut sum) = (Vec::new(), Sha256::new());
    for (line, text) in rows {
        sum.update(text.as_bytes());
        sum.update(b"\n");
        if text.len() > LINE_LIMIT || line > COUNT_LIMIT {
            return Err(refuse(line, "longer than a packed dataset may be".to_owned()));
        }
        let (kind, body) = kind_of(text).map_err(|reason| refuse(line, reason))?;
        let shape = shape_of(kind);
        let taken = text.len() - body.len();
        match parse(&body, taken, seed(shape)).map_err(|reason| refuse(line, reason))? {
            Node::Struct(record) => records.push((kind, record)),
            _ => return Err(refuse(line, "not a record".to_owned())),
        }
    }
    let told = head.disagrees(records.len(), &hexadecimal(sum));
    if let Some(reason) = told {
        return Err(refuse(1, reason));
    }
    let mut dropped = dropped.into_inner();
    dropped.order();
    dropped.dedup();
    Ok((Draft { manifest, records }, dropped))
}

/// The fields that a manifest, its rules and its redirects must have and do not: `id`, `title`.
fn lacking(manifest: &Node<'_>) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    let mut note = |owner: &Struct<'_>, before: &str| {
        let required = owner.of.fields.iter().filter(|field| field.required);
        let open = required.filter(|field| owner.get(field.name).is_none());
        names.extend(open.map(|field| format!("`{before}{}`", field.name)));
    };
    let manifest = manifest.as_struct()?;
    note(manifest, "");
    for list in ["rule", "redirect"] {
        manifest.parts(list).for_each(|part| note(part, &format!("{list}.")));
    }
    names.dedup();
    (!names.is_empty()).then(|| names.join(", "))
}

/// What the first line says of the file. Those of earlier releases say nothing of the records.
#[derive(serde::Deserialize)]
#[serde(expecting = "a table with a `format`")]
struct Head {
    format: String,
    records: Option<usize>,
    digest: Option<String>,
    manifest: Option<String>,
}

fn head(line: &str) -> Result<Head, DatasetError> {
    serde_json::from_str(line).map_err(|error| DatasetError::Line {
        line: 1,
        reason: format!("not the manifest of a packed dataset: {}", reason(&error, 0)),
    })
}

impl Head {
    /// Why the manifest is not the one that was packed.
    fn is_other(&self, manifest: &Manifest) -> Option<String> {
        let packed = self.manifest.as_ref()?;
        let is = digest(&serde_json::to_string(manifest).unwrap_or_default());
        (*packed != is).then(|| {
            format!(
                "the manifest is not the one that was packed: its digest is {is}, not {packed}; take `manifest` out of \
                 this line if it was meant to change"
            )
        })
    }

    /// Why the records are not those that were packed.
    fn disagrees(&self, records: usize, digest: &str) -> Option<String> {
        match (self.records, &self.digest) {
            (Some(packed), _) if packed != records => {
                let packed = crate::error::counted(packed, "record");
                Some(format!("the manifest counts {packed}, and {records} follow"))
            }
            (_, Some(packed)) if packed != digest => Some(format!(
                "the records are not those that were packed: their digest is {digest}, not {packed}; \
                 take `digest` out of this line if they were meant to change"
            )),
            _ => None,
        }
    }
}

/// The line of a manifest without what it says of the file.
fn without_sums<'l>(line: &'l str, head: &Head) -> Cow<'l, str> {
    let Head { records, digest, manifest, .. } = head;
    if let (Some(records), Some(digest)) = (records, digest)
        && let Some(own) = line.strip_suffix(&sums(*records, digest, manifest.as_deref()))
    {
        return format!("{own}}}").into();
    }
    if records.is_none() && digest.is_none() && manifest.is_none() {
        return line.into();
    }
    // Somebody else wrote it in another order.
    match serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(line) {
        Ok(mut fields) => {
            fields.retain(|name, _| !matches!(name.as_str(), "records" | "digest" | "manifest"));
            serde_json::to_string(&fields).unwrap_or_default().into()
        }
        Err(_) => line.into(),
    }
}

/// Whether the format is a newer minor one; a newer major one is refused by name.
fn newer(format: &str) -> Result<bool, DatasetError> {
    let parts = |text: &str| {
        let (major, minor) = text.split_once('.')?;
        Some((major.parse::<u32>().ok()?, minor.parse::<u32>().ok()?))
    };
    let (Some(theirs), Some(ours)) = (parts(format), parts(FORMAT)) else {
        let reason = format!("`{format}` is not a format; expected one such as `{FORMAT}`");
        return Err(DatasetError::Line { line: 1, reason });
    };
    if theirs.0 != ours.0 {
        return Err(DatasetError::Newer { found: format.to_owned(), known: FORMAT });
    }
    Ok(theirs.1 > ours.1)
}

/// Takes the kind off a line and gives the rest of it as a record.
fn kind_of(line: &str) -> Result<(Kind, String), String> {
    let expected = "expected a record that begins with {\"kind\":\"…\",";
    let rest = line.strip_prefix("{\"kind\":\"").ok_or(expected)?;
    let (kind, rest) = rest.split_once('"').ok_or(expected)?;
    let kind: Kind = kind.parse().map_err(|error: crate::ParseError| error.to_string())?;
    let rest = rest.strip_prefix(',').ok_or(expected)?;
    Ok((kind, format!("{{{rest}")))
}

/// The tree of a text, which has so many bytes before it in its line.
fn parse(text: &str, before: usize, seed: Seed<'_>) -> Result<Node<'static>, String> {
    let mut from = serde_json::Deserializer::from_str(text);
    let node = seed.deserialize(&mut from).map_err(|error| reason(&error, before))?;
    from.end().map_err(|error| reason(&error, before))?;
    Ok(node)
}

/// What is wrong, with the byte of the line: the reader of JSON counts lines within this one.
fn reason(error: &serde_json::Error, before: usize) -> String {
    let (text, column) = (error.to_string(), error.column());
    let place = format!(" at line {} column {column}", error.line());
    match text.strip_suffix(&place) {
        Some(bare) => format!("{bare} (byte {})", column + before),
        None => text,
    }
}

/// The shape of a kind.
pub(crate) fn shape_of(kind: Kind) -> &'static Shape {
    macro_rules! shapes {
        ($($kind:ident)*) => {
            match kind { $(Kind::$kind => <crate::model::$kind as Shaped>::SHAPE),* }
        };
    }
    shapes!(Partnership Concept Source Party Person Instrument Commitment Assessment Project Fund Event Series Claim)
}
