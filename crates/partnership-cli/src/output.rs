//! Standard output and error: one locked, buffered writer each, with colour where it is wanted.

use std::io::{self, BufWriter, IsTerminal as _, Write as _};

use anstream::{AutoStream, ColorChoice};

use crate::args::Color;

/// Writes a text to standard output. A reader that went away is no error: it has read enough.
///
/// # Errors
/// When the text cannot be written for another reason, such as a full disk.
pub(crate) fn out(text: &str, color: Color) -> io::Result<()> {
    let stdout = io::stdout().lock();
    let choice = choice(color, || AutoStream::choice(&stdout));
    let mut to = BufWriter::new(AutoStream::new(stdout, choice));
    quietly(to.write_all(text.as_bytes()).and_then(|()| to.flush()))
}

/// Writes bytes to standard output as they are.
///
/// # Errors
/// As of [`out`].
pub(crate) fn raw(bytes: &[u8]) -> io::Result<()> {
    let mut to = io::stdout().lock();
    quietly(to.write_all(bytes).and_then(|()| to.flush()))
}

/// Writes a text to standard error; there is nobody left to tell if that fails.
pub(crate) fn err(text: &str, color: Color) {
    let stderr = io::stderr().lock();
    let choice = choice(color, || AutoStream::choice(&stderr));
    let mut to = BufWriter::new(AutoStream::new(stderr, choice));
    let _ = to.write_all(text.as_bytes()).and_then(|()| to.flush());
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

fn quietly(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}
