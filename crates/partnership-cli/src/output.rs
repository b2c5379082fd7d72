//! Standard output and error: locked, written at once, with colour where it is wanted.

use std::io::{self, IsTerminal as _, Write};

use anstream::{AutoStream, ColorChoice, adapter::strip_str};

use crate::args::Color;

/// Writes a text to standard output. A reader that went away is no error: it has read enough.
///
/// # Errors
/// When the text cannot be written for another reason, such as a full disk.
pub(crate) fn out(text: &str, color: Color) -> io::Result<()> {
    let stdout = io::stdout().lock();
    match choice(color, || AutoStream::choice(&stdout)) {
        // In one piece: a call for each line takes longer than the answer.
        ColorChoice::Never => whole(stdout, unstyled(text).as_bytes()),
        choice => whole(AutoStream::new(stdout, choice), text.as_bytes()),
    }
}

/// Writes bytes to standard output as they are.
///
/// # Errors
/// As of [`out`].
pub(crate) fn raw(bytes: &[u8]) -> io::Result<()> {
    whole(io::stdout().lock(), bytes)
}

/// Writes a text to standard error; there is nobody left to tell if that fails.
pub(crate) fn err(text: &str, color: Color) {
    let stderr = io::stderr().lock();
    let _ = match choice(color, || AutoStream::choice(&stderr)) {
        ColorChoice::Never => whole(stderr, unstyled(text).as_bytes()),
        choice => whole(AutoStream::new(stderr, choice), text.as_bytes()),
    };
}

/// Whether a person reads standard output.
pub(crate) fn out_is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether a person reads standard error.
pub(crate) fn err_is_terminal() -> bool {
    io::stderr().is_terminal()
}

fn choice(color: Color, auto: impl FnOnce() -> ColorChoice) -> ColorChoice {
    match color {
        Color::Auto => auto(),
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    }
}

/// A text without its styles.
fn unstyled(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let mut plain = String::with_capacity(text.len());
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let style = part.strip_prefix('[').and_then(|part| part.split_once('m'));
        match style {
            Some((codes, rest)) if codes.bytes().all(|b| b.is_ascii_digit() || b == b';') => {
                plain.push_str(rest);
            }
            // No style of ours: any other sequence is taken out by who knows them all, which takes longer.
            _ => return strip_str(text).to_string(),
        }
    }
    plain
}

fn whole(mut to: impl Write, bytes: &[u8]) -> io::Result<()> {
    match to.write_all(bytes).and_then(|()| to.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::unstyled;

    #[test]
    fn styles_and_all_other_sequences_are_taken_out() {
        assert_eq!(unstyled("a \u{1b}[1mb\u{1b}[0m c\u{1b}[38;5;2md\u{1b}[0m"), "a b cd");
        assert_eq!(unstyled("\u{1b}]8;;x\u{1b}\\a\u{1b}]8;;\u{1b}\\ \u{1b}[2Kb\u{1b}[m"), "a b");
        assert_eq!(unstyled("m"), "m");
    }
}
