//! Lines of a width: what a terminal shows in two columns (Hangul, Han, full-width forms) counts as two.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::{Tone, Words, escape};

/// A mark that is longer may be broken.
const LONG_MARK: usize = 40;

/// How many columns a text takes.
pub(crate) fn columns(text: &str) -> usize {
    if is_plain(text) { text.len() } else { text.width() }
}

/// Whether each of its bytes is a character of ASCII of one column, as most texts are: told sooner than of characters.
pub(crate) fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (b' '..0x7f).contains(&byte))
}

/// Lines of words, none wider than `width` but for addresses; broken at blanks, and inside of what is longer than a line.
/// Everything is escaped here.
pub(crate) fn lines(words: &Words, width: usize) -> Vec<String> {
    let width = width.max(8);
    let mut to = Lines { width, ..Lines::default() };
    for (tone, text) in words.iter() {
        let safe = escape::terminal(text);
        let whole = match tone {
            Tone::Mark => safe.len() <= LONG_MARK,
            tone => matches!(tone, Tone::Lead | Tone::Note | Tone::Link),
        };
        let most = if tone == Tone::Link { usize::MAX } else { width };
        let mut rest = safe.as_ref();
        while let Some(at) =
            rest.bytes().position(|byte| !whole && matches!(byte, b' ' | b'\t' | b'\n'))
        {
            cuts(&rest[..at], most, |part, columns| to.add(tone, part, columns));
            to.end_word();
            rest = &rest[at + 1..];
        }
        cuts(rest, most, |part, columns| to.add(tone, part, columns));
    }
    to.end_word();
    to.done.push(to.line);
    to.done
}

/// Lines in the making. Spans that touch are one word.
#[derive(Default)]
struct Lines {
    width: usize,
    done: Vec<String>,
    line: String,
    used: usize,
    word: String,
    word_used: usize,
}

impl Lines {
    fn add(&mut self, tone: Tone, text: &str, columns: usize) {
        if self.word_used + columns > self.width {
            self.end_word();
        }
        put(&mut self.word, tone, text);
        self.word_used += columns;
    }

    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        if self.used > 0 && self.used + 1 + self.word_used > self.width {
            self.done.push(std::mem::take(&mut self.line));
            self.used = 0;
        } else if self.used > 0 {
            self.line.push(' ');
            self.used += 1;
        }
        self.line.push_str(&self.word);
        self.used += self.word_used;
        self.word.clear();
        self.word_used = 0;
    }
}

/// Words on one line, however long.
pub(crate) fn line(words: &Words) -> String {
    lines(words, usize::MAX / 2).concat()
}

/// A text in its tone. Colours go again where the output wants none.
pub(crate) fn styled(tone: Tone, text: &str) -> String {
    let mut styled = String::new();
    put(&mut styled, tone, text);
    styled
}

/// Adds a text in its tone. The codes are written out, since a formatter would take longer than the text.
fn put(to: &mut String, tone: Tone, text: &str) {
    let before = match tone {
        Tone::Plain => return to.push_str(text),
        Tone::Strong => "\u{1b}[1m",
        Tone::Lead => "\u{1b}[36m",
        Tone::Dim | Tone::Mark | Tone::Note => "\u{1b}[2m",
        Tone::Maybe => "\u{1b}[33m",
        Tone::Link => "\u{1b}[4m",
    };
    [before, text, "\u{1b}[0m"].iter().for_each(|part| to.push_str(part));
}

/// Gives the parts of a text that fit into a width, with their columns; none of nothing.
fn cuts(text: &str, width: usize, mut to: impl FnMut(&str, usize)) {
    let mut rest = text;
    // A whole text without a blank may be long: it is not measured again for each line.
    let is_wider = |rest: &str| rest.len() > width.saturating_mul(64) || columns(rest) > width;
    while is_wider(rest) {
        let mut used = 0;
        let fits = rest.char_indices().find(|(_, c)| {
            used += c.width().unwrap_or_default();
            used > width
        });
        let Some((at, _)) = fits.filter(|(at, _)| *at > 0) else { break };
        to(&rest[..at], columns(&rest[..at]));
        rest = &rest[at..];
    }
    if !rest.is_empty() {
        to(rest, columns(rest));
    }
}

#[cfg(test)]
mod tests {
    use super::{columns, lines};
    use crate::render::{Tone, Words};

    #[test]
    fn a_line_is_never_wider_and_touching_words_stay_together() {
        let words = Words::from("한-아세안 청소년 교류와 과학 영재")
            .plain(" ends")
            .with(Tone::Mark, "[1 worked out]")
            .plain(" https://example.org/a/very/long/address");
        let plain = |width| {
            let lines = lines(&words, width);
            lines
                .iter()
                .map(|line| anstream::adapter::strip_str(line).to_string())
                .collect::<Vec<_>>()
        };
        for width in 8..60 {
            assert!(plain(width).iter().all(|line| columns(line) <= width), "{width}");
        }
        insta::assert_snapshot!(plain(20).join("\n"), @"
        한-아세안 청소년
        교류와 과학 영재
        ends[1 worked out]
        https://example.org/
        a/very/long/address
        ");
    }
}
