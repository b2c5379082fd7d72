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
            Block::Rows(rows) | Block::Notes(rows) => entries(rows, "  ", width, &mut text),
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
    let least = least(head, rows, width);
    if least.iter().sum::<usize>() > width {
        return stacked(head, rows, width, text);
    }
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
    bound(&mut table, &least, rows, width);
    for (at, line) in table.trim_fmt().lines().enumerate() {
        // The style has a blank before the first column.
        let line = line.strip_prefix(' ').unwrap_or(line);
        push(text, &if at == 0 { styled(Tone::Strong, line.trim_end()) } else { line.to_owned() });
    }
}

/// How many columns each column of a table needs so that no word in it is broken: of the first, which holds ids, no more
/// than half of the width.
fn least(head: &[String], rows: &[Vec<Words>], width: usize) -> Vec<usize> {
    let longest = |text: &str| text.split([' ', '\n']).map(columns).max().unwrap_or_default();
    let of = |(at, name): (usize, &String)| {
        let words = rows.iter().filter_map(|row| row.get(at));
        let widest = words.flat_map(|words| words.iter().map(|(_, text)| longest(text))).max();
        match (at, widest.unwrap_or_default()) {
            (0, widest) => widest.min(width / 2) + 2,
            (_, widest) => widest.max(longest(name)) + 2,
        }
    };
    head.iter().enumerate().map(of).collect()
}

/// The rows of a table that is wider than the terminal: each under its first cell, the others after their names.
fn stacked(head: &[String], rows: &[Vec<Words>], width: usize, text: &mut String) {
    for row in rows {
        let Some((first, rest)) = row.split_first() else { continue };
        lines(first, width).iter().for_each(|line| push(text, line));
        let mut about = Words::default();
        for (name, cell) in head.iter().skip(1).zip(rest).filter(|(_, cell)| !cell.is_empty()) {
            let stop = if about.is_empty() { "" } else { "; " };
            about = about.plain(format!("{stop}{name}: "));
            cell.iter().for_each(|(tone, text)| about.add(tone, text));
        }
        let room = width.saturating_sub(2);
        lines(&about, room).iter().for_each(|line| push(text, &format!("  {line}")));
    }
}

/// The first column is what a row is of: it has a third of the width, if it needs so much. All have room for their words.
fn bound(table: &mut Table, least: &[usize], rows: &[Vec<Words>], width: usize) {
    let fixed = |columns: usize| Width::Fixed(u16::try_from(columns).unwrap_or(u16::MAX));
    let whole = rows.iter().filter_map(|row| row.first()).map(width_of).max().unwrap_or_default();
    let others: usize = least.iter().skip(1).sum();
    let wanted = (width / 3).min(whole).min(width / 2) + 2;
    let few = table.column_count() < 4;
    let upper = width.div_ceil(2);
    for (at, column) in table.column_iter_mut().enumerate() {
        let Some(least) = least.get(at).copied() else { break };
        let bound = match at {
            0 => ColumnConstraint::LowerBoundary(fixed(least.max(wanted).min(width - others))),
            // Where there are few columns, all have room.
            _ if few => ColumnConstraint::LowerBoundary(fixed(least)),
            _ => {
                ColumnConstraint::Boundaries { lower: fixed(least), upper: fixed(upper.max(least)) }
            }
        };
        column.set_constraint(bound);
    }
}
