//! Packed files: canonical JSON Lines, first the manifest, then one record a line by id.

use std::cell::RefCell;

use serde::de::DeserializeSeed;
use sha2::{Digest, Sha256};

use super::manifest::FORMAT;
use super::{Dataset, DatasetError, Draft, Manifest, Number};
use crate::describe::{Node, Seed, Shape, Shaped, Struct};
use crate::model::Kind;

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
    records.sort_by(|(_, a), (_, b)| a.leaf("id").cmp(&b.leaf("id")));
    let mut text = String::new();
    let mut push = |value: serde_json::Result<String>| {
        // Trees of checked texts always serialize.
        text.push_str(&value.unwrap_or_default());
        text.push('\n');
    };
    push(serde_json::to_string(manifest));
    for (kind, record) in &records {
        let body = serde_json::to_string(record).map(|body| match body.strip_prefix('{') {
            Some(rest) => format!("{{\"kind\":\"{kind}\",{rest}"),
            None => body,
        });
        push(body);
    }
    text
}

/// SHA-256 in hexadecimal.
pub(super) fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
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
    let newer = newer(first)?;
    let dropped = RefCell::new(Vec::new());
    let seed = |shape| if newer { Seed::lenient(shape, &dropped) } else { Seed::new(shape) };
    let manifest = parse(first, 0, seed(Manifest::SHAPE)).map_err(|reason| refuse(1, reason))?;
    if let Some(lacking) = lacking(&manifest) {
        return Err(refuse(1, format!("the manifest lacks {lacking}")));
    }
    let manifest =
        Manifest::read(&manifest).ok_or_else(|| refuse(1, "not a manifest".to_owned()))?;
    let mut records = Vec::new();
    for (line, text) in rows {
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
    let mut dropped = dropped.into_inner();
    dropped.sort();
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

/// Whether the manifest is of a newer minor format; a newer major one is refused by name.
fn newer(line: &str) -> Result<bool, DatasetError> {
    #[derive(serde::Deserialize)]
    #[serde(expecting = "a table with a `format`")]
    struct Format {
        format: String,
    }
    let found: Format = serde_json::from_str(line).map_err(|error| DatasetError::Line {
        line: 1,
        reason: format!("not the manifest of a packed dataset: {}", reason(&error, 0)),
    })?;
    let parts = |text: &str| {
        let (major, minor) = text.split_once('.')?;
        Some((major.parse::<u32>().ok()?, minor.parse::<u32>().ok()?))
    };
    let (Some(theirs), Some(ours)) = (parts(&found.format), parts(FORMAT)) else {
        let reason = format!("`{}` is not a format; expected one such as `{FORMAT}`", found.format);
        return Err(DatasetError::Line { line: 1, reason });
    };
    if theirs.0 != ours.0 {
        return Err(DatasetError::Newer { found: found.format, known: FORMAT });
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
