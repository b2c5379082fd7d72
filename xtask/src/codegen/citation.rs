//! `CITATION.cff`: how to cite the record, in the Citation File Format 1.2.0. What changes with a release is read off it.

use partnership_core::Dataset;
use partnership_core::answer::{EDITORS, released};
use partnership_core::value::Lang;

/// The file, with the version of the program. Texts are quoted as JSON does it, which YAML reads alike.
pub(super) fn text(dataset: &Dataset, program: &str) -> String {
    let manifest = dataset.manifest();
    let title = manifest.title.best(&Lang::english()).map_or(manifest.slug(), |(_, title)| title);
    let day = released(manifest).to_string();
    let digest = format!("sha256:{}", dataset.digest());
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let (title, licence) = (quoted(title), manifest.licence.as_deref().unwrap_or_default());
    format!(
        "# Made by `cargo xtask codegen`; do not edit.
cff-version: 1.2.0
message: {message}
type: dataset
title: {title}
abstract: {about}
authors:
  - name: {editors}
version: {version}
date-released: {day}
license: {licence}
identifiers:
  - type: other
    value: {digest}
    description: {digest_of}
references:
  - type: software
    title: partnership
    authors:
      - name: {makers}
    version: {program}
    license:
      - MIT
      - Apache-2.0
",
        message = quoted(
            "To cite one fact, name its record and its sources, as `partnership cite ID` prints them."
        ),
        about = quoted(&format!(
            "A typed, sourced record of an international partnership; last checked for news on {}.",
            manifest.checked()
        )),
        editors = quoted(EDITORS),
        version = quoted(manifest.release()),
        day = quoted(&day),
        licence = licence,
        digest = quoted(&digest),
        digest_of = quoted("Digest of the record, as `partnership cite` prints it"),
        makers = quoted("The contributors to partnership"),
        program = quoted(program),
    )
}
