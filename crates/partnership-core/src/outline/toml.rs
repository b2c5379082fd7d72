//! Records of clauses as TOML.

use std::fmt::Write as _;

use super::OutlineClause;
use super::draft::Common;
use crate::model::ClauseForm;

/// What stands above the records.
pub(super) fn head(count: &[(ClauseForm, usize)], held: &[String], common: &Common<'_>) -> String {
    let forms: Vec<String> = count.iter().map(|(form, count)| format!("{form} {count}")).collect();
    let mut text = format!(
        "# Clauses of {}, from {}: {}.\n\
         # Headings stand as printed. Write the name of each other clause in words of your own, and a summary if need be; then\n\
         # `pillar`, `theme`, `obligor` and `due`, each with a citation. `partnership validate` says what is left.\n",
        common.instrument,
        common.source,
        forms.join(", ")
    );
    if !held.is_empty() {
        let _ = writeln!(text, "# Held already, and left out: {}.", held.join(", "));
    }
    text
}

/// A clause. Its name is that of a heading in the language of the text, and empty of all else.
pub(super) fn record(
    clause: &OutlineClause,
    id: &str,
    above: Option<&str>,
    common: &Common<'_>,
) -> String {
    let mut fields = vec!["name", "form", "instrument"];
    let name = match (&clause.heading, &common.other) {
        (Some(words), None) => format!("{} = {}", common.first, quoted(words)),
        (Some(words), Some(other)) => {
            format!("{} = \"\", {other} = {}", common.first, quoted(words))
        }
        (None, _) => format!("{} = \"\"", common.first),
    };
    let words = match clause.heading {
        None if clause.words > 0 => format!(" # {}", crate::error::counted(clause.words, "word")),
        _ => String::new(),
    };
    let mut text = format!("\n[[commitment]]\nid = {}\nname = {{ {name} }}{words}\n", quoted(id));
    let mut line = |field: &str, value: &str| {
        let _ = writeln!(text, "{field} = {}", quoted(value));
    };
    line("form", clause.form.as_str());
    line("instrument", common.instrument);
    if let Some(above) = above {
        line("under", above);
        fields.push("under");
    }
    if let Some(number) = &clause.number {
        line("number", number);
        fields.push("number");
    }
    if let Some(made) = &common.made {
        line("made", &made.date);
    }
    let fields: Vec<String> = fields.into_iter().map(quoted).collect();
    let _ = writeln!(
        text,
        "cite = [\n  {{ source = {}, at = {}, fields = [{}], passage = {} }},",
        quoted(common.source),
        quoted(&clause.at),
        fields.join(", "),
        quoted(&clause.passage.to_string())
    );
    if let Some(made) = &common.made {
        let at = made.at.as_ref().map(|at| format!(", at = {}", quoted(at))).unwrap_or_default();
        let source = quoted(&made.source);
        let _ = writeln!(text, "  {{ source = {source}{at}, fields = [\"made\"] }},");
    }
    text.push_str("]\n");
    text
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
