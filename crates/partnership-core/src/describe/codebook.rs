//! The codebook of a dataset: what a record of each kind holds, in Markdown, with the limits and rules of its editors.

use super::{Class, Field, Shape, StructType, WordType};
use crate::dataset::Manifest;
use crate::model::Kind;
use crate::sorted::SortedMap;
use crate::value::Lang;

/// The codebook: limits and rules as the manifest states them, then every kind, part and list of words.
///
/// ```
/// let dataset = partnership_core::Dataset::embedded();
/// let text = partnership_core::describe::codebook(dataset.manifest());
/// assert!(text.contains("### Kind `project`"));
/// ```
pub fn codebook(manifest: &Manifest) -> String {
    let mut book = Book::default();
    for kind in Kind::ALL {
        book.collect(kind.described());
    }
    let english = Lang::english();
    let title = manifest.title.best(&english).map_or(manifest.slug(), |(_, title)| title);
    let mut text = format!(
        "# Codebook\n\nWhat a record of “{title}” holds, release {}. Made by `cargo xtask codegen` from the description that \
         files, queries, tables and schemas come from, too; do not edit it. Words in `code` are those of the files.\n",
        manifest.release(),
    );
    text += "\n## What the record does not hold\n\n";
    for (_, limit) in manifest.limits.iter().filter_map(|limit| limit.best(&english)) {
        text += &format!("- {}\n", escaped(limit));
    }
    text += "\n## Rules of the editors\n\nA citation whose basis is `worked-out` or `assigned` names one of these as its `rule`.\n\n\
             | rule | what it says |\n| --- | --- |\n";
    for rule in &manifest.rule {
        let key = rule.key.as_ref().map_or("", |key| key.as_str());
        let words = rule.text.best(&english).map_or("", |(_, text)| text);
        text += &row(&[&format!("`{key}`"), &escaped(words)]);
    }
    text += "\n## Kinds of record\n\nA field that is required is filled in every record of the kind, or the record says why not.\n";
    for kind in Kind::ALL {
        text += &section(&format!("Kind `{kind}`"), kind.described());
    }
    text += "\n## Parts and values with fields\n\nA part carries its own citations.\n";
    for of in book.types.values() {
        let what = if of.part { "Part" } else { "Value" };
        text += &section(&format!("{what} `{}`", of.name), of);
    }
    text += "\n## Lists of words\n";
    for words in book.words.values() {
        text += &format!(
            "\n### Words `{}`\n\n{}\n\n| word | in Korean | meaning |\n| --- | --- | --- |\n",
            words.name,
            escaped(words.doc)
        );
        for word in words.words {
            text += &row(&[&format!("`{}`", word.name), word.ko, &escaped(word.doc)]);
        }
    }
    text
}

/// The parts and lists of words that kinds use, by name.
#[derive(Default)]
struct Book {
    types: SortedMap<&'static str, &'static StructType>,
    words: SortedMap<&'static str, &'static WordType>,
}

impl Book {
    fn collect(&mut self, of: &'static StructType) {
        let mut waiting = vec![of];
        while let Some(of) = waiting.pop() {
            for field in of.fields {
                match field.shape.single() {
                    Shape::Words(words) => drop(self.words.insert(words.name, words)),
                    Shape::Struct(part) if self.types.insert(part.name, part).is_none() => {
                        waiting.push(part);
                    }
                    _ => {}
                }
            }
        }
    }
}

fn section(title: &str, of: &StructType) -> String {
    let mut text = format!(
        "\n### {title}\n\n{}\n\n| field | holds | required | meaning |\n| --- | --- | --- | --- |\n",
        escaped(of.doc)
    );
    for field in of.fields {
        let required = if field.required { "yes" } else { "" };
        text += &row(&[&format!("`{}`", field.name), &holds(field), required, &escaped(field.doc)]);
    }
    text
}

/// What a field holds, in words, with a link to where it is told.
fn holds(field: &Field) -> String {
    let one = match field.shape.single() {
        Shape::Struct(of) => {
            let what = if of.part { "part" } else { "value" };
            format!("[{}](#{what}-{})", of.name, of.name)
        }
        Shape::Words(words) => format!("[a word](#words-{})", words.name),
        shape => match shape.class() {
            Class::Concept(serves) => format!("the notation of a concept for `{serves}`"),
            Class::Ref(_) if field.name == "id" => "its own slug".to_owned(),
            Class::Ref(kinds) if kinds.len() < Kind::ALL.len() => {
                let links = kinds.iter().map(|kind| format!("[{kind}](#kind-{kind})"));
                format!("the id of {}", either(&links.collect::<Vec<_>>()))
            }
            Class::Ref(_) => "the id of a record".to_owned(),
            _ => match shape {
                Shape::Leaf(leaf) if leaf.class == Class::Text => leaf.what.to_owned(),
                Shape::Leaf(leaf) => format!("{}, such as `{}`", leaf.what, leaf.example),
                _ => shape.what().to_owned(),
            },
        },
    };
    match field.shape {
        Shape::List(_) => format!("list: {one}"),
        _ => one,
    }
}

fn either(names: &[String]) -> String {
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}

fn row(cells: &[&str]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// A text on one line, with nothing that would end a cell. Documentation is Markdown already; its links to Rust items are
/// told by their words.
fn escaped(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
    line.replace("[`", "`").replace("`]", "`")
}
