//! Pages as text for a terminal of a width.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};

use super::width::{columns, line, lines, styled};
use super::{Block, Entry, Tone, Words};

/// A lead that is wider stands on a line of its own.
const WIDEST_LEAD: usize = 24;

/// The blocks, with a blank line between them.
pub(crate) fn page(blocks: &[Block], width: usize) -> String {
    let mut text = String::new();
    for (at, block) in blocks.iter().enumerate() {
        let after_heading = at > 0
            && matches!(blocks[at - 1], Block::Heading(_))
            && !matches!(block, Block::Heading(_));
        if at > 0 && !after_heading {
            text.push('\n');
        }
        match block {
            Block::Title(words) | Block::Heading(words) => {
                let title = lines(words, width);
                title.iter().for_each(|line| push(&mut text, &styled(Tone::Strong, line)));
            }
            Block::Para(words) => lines(words, width).iter().for_each(|line| push(&mut text, line)),
            Block::Rows(rows) => entries(rows, "  ", width, &mut text),
            Block::Ruled(rows) => entries(rows, " │ ", width, &mut text),
            Block::Table { head, rows } => table(head, rows, width, &mut text),
        }
    }
    text
}

fn push(text: &mut String, line: &str) {
    text.push_str(line.trim_end());
    text.push('\n');
}

/// Rows of one gutter: as wide as their widest lead, within bounds.
fn entries(rows: &[Entry], rule: &str, width: usize, text: &mut String) {
    if rows.iter().all(|entry| entry.lead.is_empty()) {
        return leadless(rows, width, text);
    }
    let lead = |entry: &Entry| 2 * entry.depth + width_of(&entry.lead);
    let most = WIDEST_LEAD.min(width / 3);
    let gutter = rows.iter().map(lead).filter(|lead| *lead <= most).max().unwrap_or_default();
    let room = width.saturating_sub(gutter + columns(rule));
    for entry in rows {
        let mut first = toned(entry, gutter);
        if lead(entry) > gutter {
            push(text, &format!("{first}{rule}"));
            first = " ".repeat(gutter);
        }
        for (at, line) in lines(&entry.text, room).iter().enumerate() {
            let before = if at == 0 { first.clone() } else { " ".repeat(gutter) };
            push(text, &format!("{before}{rule}{line}"));
        }
    }
}

/// Rows without a gutter: what does not fit hangs.
fn leadless(rows: &[Entry], width: usize, text: &mut String) {
    for entry in rows {
        let indent = "  ".repeat(entry.depth);
        let room = width.saturating_sub(columns(&indent) + 2);
        for (at, line) in lines(&entry.text, room).iter().enumerate() {
            let hang = if at == 0 { "" } else { "  " };
            push(text, &format!("{indent}{hang}{line}"));
        }
    }
}

/// The lead of a row, indented and filled up to the gutter.
fn toned(entry: &Entry, gutter: usize) -> String {
    let indent = "  ".repeat(entry.depth);
    let filled = gutter.saturating_sub(columns(&indent) + width_of(&entry.lead));
    format!("{indent}{}{}", line(&entry.lead), " ".repeat(filled))
}

fn width_of(words: &Words) -> usize {
    words.iter().map(|(_, text)| columns(&super::escape::terminal(text))).sum()
}

fn table(head: &[String], rows: &[Vec<Words>], width: usize, text: &mut String) {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width + 1).unwrap_or(u16::MAX));
    table.set_header(head.iter().map(|name| super::escape::terminal(name).into_owned()));
    let cell = |words: &Words| {
        let text: String = words.iter().map(|(_, text)| text).collect();
        super::escape::terminal(&text).into_owned()
    };
    for row in rows {
        table.add_row(row.iter().map(cell));
    }
    bound(&mut table, head, rows, width);
    for (at, line) in table.trim_fmt().lines().enumerate() {
        // The style has a blank before the first column.
        let line = line.strip_prefix(' ').unwrap_or(line);
        push(text, &if at == 0 { styled(Tone::Strong, line.trim_end()) } else { line.to_owned() });
    }
}

/// The first column is what a row is of: it keeps half of the width, and its longest word in one piece. So do the words of
/// the others, where the width has room for all of them.
fn bound(table: &mut Table, head: &[String], rows: &[Vec<Words>], width: usize) {
    let fixed = |columns: usize| Width::Fixed(u16::try_from(columns).unwrap_or(u16::MAX));
    let longest = |text: &str| text.split([' ', '\n']).map(columns).max().unwrap_or_default();
    let widest = |at: usize| {
        let words = rows.iter().filter_map(|row| row.get(at));
        words.flat_map(|words| words.iter().map(|(_, text)| longest(text))).max()
    };
    let whole = rows.iter().filter_map(|row| row.first()).map(width_of).max().unwrap_or_default();
    let room = widest(0).unwrap_or_default().max(width / 3).min(whole).min(width / 2) + 2;
    let least = head.iter().enumerate().map(|(at, name)| {
        if at == 0 { room } else { widest(at).unwrap_or_default().max(longest(name)) + 2 }
    });
    let least: Vec<usize> = least.collect();
    let others: usize = least.iter().skip(1).sum();
    let whole_words = widest(0).unwrap_or_default() + 2;
    let fits = whole_words + others <= width;
    let room = if fits { room.min(width - others) } else { room };
    let few = table.column_count() < 4;
    let upper = width.div_ceil(2);
    for (at, column) in table.column_iter_mut().enumerate() {
        let bound = match least.get(at) {
            _ if at == 0 => ColumnConstraint::LowerBoundary(fixed(room)),
            // Where there are few columns, all have room.
            _ if few => break,
            Some(least) if fits => ColumnConstraint::Boundaries {
                lower: fixed(*least),
                upper: fixed(upper.max(*least)),
            },
            _ => ColumnConstraint::UpperBoundary(fixed(upper)),
        };
        column.set_constraint(bound);
    }
}
