//! HTML for notebooks. All text of a dataset is escaped; addresses lead out only by http and https.

use std::fmt::Write;

use partnership_core::answer::{Answer, Row, citations, plain};
use partnership_core::describe::Struct;

use crate::item::State;

/// A text for the body or an attribute: markup and bidirectional controls cannot get out.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => {
                safe.extend(letter.escape_unicode());
            }
            _ => safe.push(letter),
        }
    }
    safe
}

/// A text of at most so many characters.
pub(crate) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// The filled fields of a part in one line.
pub(crate) fn line(tree: &Struct<'_>, lang: &str) -> String {
    let fields =
        tree.iter().filter(|(field, _)| !matches!(field.name, "cite" | "alternative" | "absent"));
    let fields = fields.map(|(field, node)| format!("{} {}", field.name, plain(node, lang)));
    fields.collect::<Vec<_>>().join(", ")
}

/// A record or part: its filled fields, each with its sources and their places.
pub(crate) fn item(state: &State) -> String {
    let (tree, lang) = (state.tree(), state.ask().lang.to_string());
    let mut rows = Vec::new();
    for (field, node) in tree.iter().filter(|(field, _)| !matches!(field.name, "cite" | "absent")) {
        let cites = citations(tree, field.name).into_iter().map(|cite| {
            format!(
                "{} {}",
                cite.leaf("source").unwrap_or_default(),
                cite.leaf("at").unwrap_or_default()
            )
        });
        let cites = cites.collect::<Vec<_>>().join("; ");
        rows.push(vec![field.name.to_owned(), cut(&plain(node, &lang), 600), cites]);
    }
    table(state.of().name, &["field", "value", "source"].map(str::to_owned), &rows)
}

/// An answer: its rows, notes and numbered sources.
pub(crate) fn answer(answer: &Answer, lang: &str) -> String {
    let title = format!("{} {}", answer.command(), answer.text());
    let mut html = if answer.rows().iter().any(|row| row.as_record().is_some()) {
        let (head, rows) = answer.table(lang);
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .map(|row| row.into_iter().map(|cell| cut(&cell.text, 240)).collect())
            .collect();
        table(&title, &head, &rows)
    } else {
        let trees: Vec<_> = answer.rows().iter().filter_map(Row::tree).collect();
        let (head, rows) = if trees.is_empty() {
            let rows = answer.rows().iter().flat_map(told);
            (Vec::new(), rows.collect())
        } else {
            columns(&trees, lang)
        };
        table(&title, &head, &rows)
    };
    if let Some(empty) = answer.empty() {
        let _ = write!(html, "<p>{}</p>", escape(&empty.text));
    }
    for note in answer.notes() {
        let _ = write!(html, "<p><small>{}</small></p>", escape(note));
    }
    html.push_str(&sources(answer.sources(), lang));
    let _ = write!(html, "<p><small>{}</small></p>", escape(&answer.release()));
    html
}

/// Rows that the description knows: a column for each field that some row has filled, in the order of the description.
fn columns(trees: &[Struct<'static>], lang: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let is_filled = |name: &str| trees.iter().any(|tree| tree.get(name).is_some());
    let mut head: Vec<&str> = Vec::new();
    for field in trees.iter().flat_map(|tree| tree.of.fields) {
        let is_shown = !matches!(field.name, "cite" | "alternative" | "absent");
        if is_shown && !head.contains(&field.name) && is_filled(field.name) {
            head.push(field.name);
        }
    }
    let cell = |tree: &Struct<'_>, name: &str| {
        tree.get(name).map_or_else(String::new, |node| cut(&plain(node, lang), 240))
    };
    let rows = trees.iter().map(|tree| head.iter().map(|name| cell(tree, name)).collect());
    (head.iter().map(|name| (*name).to_owned()).collect(), rows.collect())
}

/// The cells of a row that is neither a record nor described.
fn told(row: &Row) -> Vec<Vec<String>> {
    match row {
        Row::Moment(moment) => vec![vec![moment.date.clone(), moment.said.clone(), moment.text()]],
        Row::Section(section) => {
            let lines = section
                .line
                .iter()
                .map(|line| vec![section.title.clone(), line.lead.clone(), line.text.clone()]);
            lines.collect()
        }
        Row::Reference(reference) => vec![vec![reference.id.clone(), reference.text.clone()]],
        _ => Vec::new(),
    }
}

fn sources(sources: &[Struct<'static>], lang: &str) -> String {
    let mut html = String::new();
    for source in sources {
        let title = source.get("title").and_then(|title| title.text(lang)).unwrap_or_default();
        let title = escape(title);
        let shown = match source
            .leaf("url")
            .filter(|url| url.starts_with("https://") || url.starts_with("http://"))
        {
            Some(url) => format!("<a href=\"{}\" rel=\"noreferrer\">{title}</a>", escape(url)),
            None => title,
        };
        let _ = write!(
            html,
            "<li>{} {shown}, {}</li>",
            escape(source.leaf("id").unwrap_or_default()),
            escape(source.leaf("issued").unwrap_or("undated"))
        );
    }
    if html.is_empty() {
        html
    } else {
        format!("<details><summary>{} sources</summary><ol>{html}</ol></details>", sources.len())
    }
}

fn table(title: &str, head: &[String], rows: &[Vec<String>]) -> String {
    let cells = |name: &str, cells: &[String]| {
        let cells: String = cells
            .iter()
            .map(|cell| format!("<{name} style=\"text-align:left\">{}</{name}>", escape(cell)))
            .collect();
        format!("<tr>{cells}</tr>")
    };
    let head = if head.is_empty() {
        String::new()
    } else {
        format!("<thead>{}</thead>", cells("th", head))
    };
    let body: String = rows.iter().map(|row| cells("td", row)).collect();
    format!("<table><caption>{}</caption>{head}<tbody>{body}</tbody></table>", escape(title))
}
