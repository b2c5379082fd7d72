//! `fields`: what a query can ask for.

use partnership_core::describe::Class;
use partnership_core::query::{QueryField, field};
use serde_json::json;

use crate::args::Format;
use crate::failure::Failure;
use crate::render::listing::Listing;
use crate::render::{Block, Entry, to_text};
use crate::session::{Said, Session};

/// List the fields that a query can ask for, or tell about some
///
/// Dotted names reach into parts: `step.action`. Every field also takes `any`, `unknown`, `none`, `not-found` and
/// `not-collected`.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership fields
  partnership fields pillar step.action
  partnership fields --format json")]
pub(crate) struct FieldsArgs {
    /// Names of fields; all short ones without
    #[arg(value_name = "FIELD")]
    names: Vec<String>,
}

impl FieldsArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let known = field::names();
        let all = self.names.is_empty();
        let names =
            if all { known.iter().map(|name| (*name).to_owned()).collect() } else { self.names };
        let found: Result<Vec<QueryField>, Failure> = names
            .iter()
            .map(|name| field::resolve(name).ok_or_else(|| unknown(name, &known)))
            .collect();
        let found = found?;
        if session.globals.format == Format::Text && !all {
            let page: Vec<_> = found.iter().flat_map(card).collect();
            return Ok(Said::text(to_text(&page, session.width())));
        }
        let rows = found.iter().map(|field| {
            let kinds: Vec<_> = field.kinds.iter().map(|kind| kind.as_str()).collect();
            vec![
                json!(field.name),
                json!(takes(field)),
                json!(kinds),
                json!(field.words),
                json!(field.doc),
            ]
        });
        let rows = rows.collect::<Vec<_>>();
        let list = if session.is_for_programs() {
            Listing { head: &["field", "takes", "kinds", "words", "meaning"], rows }
        } else {
            // A person finds a field by its meaning; words and kinds are told of a single one.
            let short =
                rows.into_iter().map(|row| vec![row[0].clone(), row[1].clone(), row[4].clone()]);
            Listing { head: &["field", "takes", "meaning"], rows: short.collect() }
        };
        let text = list.to(session.globals.format, session.width(), session.profile());
        Ok(if session.is_for_programs() { Said::raw(text) } else { Said::text(text) })
    }
}

fn card(field: &QueryField) -> Vec<Block> {
    let kinds: Vec<_> = field.kinds.iter().map(|kind| kind.as_str()).collect();
    let mut rows = vec![
        Entry::new("meaning", field.doc),
        Entry::new("takes", takes(field)),
        Entry::new("kinds", kinds.join(", ")),
    ];
    if !field.words.is_empty() {
        rows.push(Entry::new("words", field.words.join(", ")));
    }
    vec![Block::Title(field.name.as_str().into()), Block::Rows(rows)]
}

/// What stands after the colon.
fn takes(field: &QueryField) -> String {
    match field.class {
        Class::Id => "id".to_owned(),
        Class::Word => "word".to_owned(),
        Class::Text => "text".to_owned(),
        Class::Point | Class::Span => "date".to_owned(),
        Class::Quantity => "number".to_owned(),
        Class::Money => "money".to_owned(),
        Class::Count => "whole number".to_owned(),
        Class::Flag => "true or false".to_owned(),
        Class::Ref(kinds) if kinds.len() == 1 => format!("id of a {}", kinds[0]),
        Class::Ref(_) => "id".to_owned(),
        Class::Concept(serves) => format!("notation of a {serves}"),
        Class::Code => "code".to_owned(),
        Class::Any | Class::Struct => "any, or (…)".to_owned(),
    }
}

fn unknown(name: &str, known: &[&str]) -> Failure {
    let help = partnership_core::nearest(name, known.iter().copied()).map_or_else(
        || "`partnership fields` lists them".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    Failure::usage(format!("`{name}` is not a field that a query can ask for"), help)
}
