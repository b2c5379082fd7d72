//! Pages as Markdown, with tables as GitHub reads them.

use super::{Block, Entry, Tone, Words, escape};

/// The blocks, with a blank line between them.
pub(crate) fn page(blocks: &[Block]) -> String {
    let blocks = blocks.iter().map(|block| match block {
        Block::Title(words) => format!("# {}\n", unmarked(words)),
        Block::Heading(words) => format!("## {}\n", unmarked(words)),
        Block::Para(words) => format!("{}\n", marked(words)),
        Block::Rows(rows) | Block::Notes(rows) | Block::Ruled(rows) => {
            rows.iter().map(item).collect()
        }
        Block::Table { head, rows } => table(head, rows),
    });
    blocks.collect::<Vec<_>>().join("\n")
}

fn item(entry: &Entry) -> String {
    let indent = "  ".repeat(entry.depth);
    let lead = unmarked(&entry.lead);
    let text = marked(&entry.text);
    match (lead.is_empty(), text.is_empty()) {
        (true, _) => format!("{indent}- {text}\n"),
        (false, true) => format!("{indent}- **{lead}**\n"),
        (false, false) => format!("{indent}- **{lead}** {text}\n"),
    }
}

fn table(head: &[String], rows: &[Vec<Words>]) -> String {
    let names: Vec<_> = head.iter().map(|name| escape::markdown(name)).collect();
    let mut text = format!("| {} |\n|{}\n", names.join(" | "), " --- |".repeat(head.len()));
    for row in rows {
        let cells: Vec<_> = row.iter().map(marked).collect();
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    text
}

fn unmarked(words: &Words) -> String {
    words.iter().map(|(_, text)| escape::markdown(text)).collect()
}

fn marked(words: &Words) -> String {
    let spans = words.iter().map(|(tone, text)| {
        let safe = escape::markdown(text);
        match tone {
            // Marks touch their word: blanks stay outside.
            Tone::Strong if !text.trim().is_empty() && text.trim() == text => format!("**{safe}**"),
            Tone::Link if is_address(text) => format!("<{text}>"),
            _ => safe.into_owned(),
        }
    });
    let line: String = spans.collect();
    // What would begin a list, or end a heading, is text.
    match line.chars().next() {
        Some('-' | '+' | '=') => format!("\\{line}"),
        _ => line,
    }
}

/// Whether a text can stand between angle brackets and lead nowhere but to the web.
fn is_address(text: &str) -> bool {
    let web = text.starts_with("https://") || text.starts_with("http://");
    web && !text
        .contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>') || escape::is_hostile(c))
}
