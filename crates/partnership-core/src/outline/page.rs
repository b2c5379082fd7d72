//! The lines of a text without what belongs to its pages.

use std::collections::HashMap;

use crate::value::Passage;

/// How many pages a running head stands on at least.
const PAGES: usize = 3;
/// The most letters of a running head.
const HEAD: usize = 120;

/// A line of a text.
#[derive(Clone, Debug)]
pub(super) struct Line<'t> {
    pub(super) text: std::borrow::Cow<'t, str>,
    /// Whether it is empty only because a page ends or begins here.
    pub(super) is_break: bool,
}

/// The lines that are left, and what was left out.
#[derive(Default)]
pub(super) struct Pages<'t> {
    pub(super) line: Vec<Line<'t>>,
    pub(super) numbers: usize,
    pub(super) heads: Vec<(String, usize)>,
}

/// Reads the lines of a text. A form feed begins a page.
pub(super) fn pages(text: &str) -> Pages<'_> {
    let mut lines: Vec<(String, bool)> = Vec::new();
    for (at, page) in text.trim_start_matches('\u{feff}').split('\u{c}').enumerate() {
        let inner = page.lines().map(clean);
        lines.extend(inner.enumerate().map(|(line, text)| (text, at > 0 && line == 0)));
    }
    let mut pages = Pages::default();
    let is_number: Vec<bool> = lines.iter().map(|(text, _)| is_page(text)).collect();
    pages.numbers = is_number.iter().filter(|is| **is).count();
    let heads = heads(&lines, &is_number);
    for (at, (text, _)) in lines.iter().enumerate() {
        let key = key(text);
        let head = !text.is_empty() && !is_number[at] && heads.contains_key(&key);
        if head {
            match pages.heads.iter_mut().find(|(known, _)| self::key(known) == key) {
                Some((_, count)) => *count += 1,
                None => pages.heads.push((text.clone(), 1)),
            }
        }
        let gone = head || is_number[at];
        let text = if gone { String::new() } else { text.clone() };
        pages.line.push(Line { text: text.into(), is_break: gone });
    }
    // An empty line beside what was left out belongs to the break of the page.
    for at in 0..pages.line.len() {
        let is_empty = pages.line[at].text.is_empty();
        let near = |other: Option<usize>| {
            other.and_then(|other| pages.line.get(other)).is_some_and(|line| line.is_break)
        };
        if is_empty && near(at.checked_sub(1)) {
            pages.line[at].is_break = true;
        }
    }
    for at in (0..pages.line.len().saturating_sub(1)).rev() {
        if pages.line[at].text.is_empty() && pages.line[at + 1].is_break {
            pages.line[at].is_break = true;
        }
    }
    pages
}

/// A line without control and bidirectional characters, with one blank for any white space.
fn clean(line: &str) -> String {
    let hidden = |letter: &char| {
        let is_bidi = matches!(letter, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}');
        !is_bidi && (!letter.is_control() || *letter == '\t')
    };
    Passage::plain(&line.chars().filter(hidden).collect::<String>())
}

/// Whether a line is the number of a page.
fn is_page(text: &str) -> bool {
    let bare = text.trim_matches(|letter: char| " -–—|·[]".contains(letter)).to_lowercase();
    let bare = bare.strip_prefix("page").or_else(|| bare.strip_prefix("p.")).unwrap_or(&bare);
    let bare = bare.trim().trim_end_matches(['쪽', '면']);
    let digits = |text: &str| {
        let text = text.trim();
        (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let (first, rest) = match bare.split_once(" of ").or_else(|| bare.split_once('/')) {
        Some((first, rest)) => (first, Some(rest)),
        None => (bare, None),
    };
    digits(first) && rest.is_none_or(digits)
}

/// A line with numbers aside, as running heads are compared.
fn key(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_ascii_digit()).collect::<String>().trim().to_lowercase()
}

/// The running heads: short lines that stand beside a number or break of a page, at three pages or more.
fn heads(lines: &[(String, bool)], is_number: &[bool]) -> HashMap<String, usize> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut beside: HashMap<String, usize> = HashMap::new();
    let texts: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].0.is_empty()).collect();
    for (place, at) in texts.iter().copied().enumerate() {
        let text = &lines[at].0;
        let bare = key(text);
        if is_number[at] || text.chars().count() > HEAD || bare.chars().count() < 3 {
            continue;
        }
        if !super::labels(text).is_empty() || super::ends(text) {
            continue;
        }
        *counts.entry(bare.clone()).or_default() += 1;
        let before = place.checked_sub(1).map(|before| texts[before]);
        let after = texts.get(place + 1).copied();
        let is_edge = |other: Option<usize>| other.is_none_or(|other| is_number[other]);
        let begins = lines[before.map_or(0, |before| before + 1)..=at].iter().any(|line| line.1);
        if begins || is_edge(before) || is_edge(after) {
            *beside.entry(bare).or_default() += 1;
        }
    }
    let is_head = |(bare, count): &(String, usize)| {
        *count >= PAGES && beside.get(bare).copied().unwrap_or(0) + 1 >= *count
    };
    counts.into_iter().filter(is_head).collect()
}
