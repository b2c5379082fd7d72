//! What the reader of TOML would take and a dataset does not: deep nesting, and what came after TOML 1.0.

use std::ops::Range;

use toml_parser::lexer::TokenKind;

use super::code::Code;
use super::fault::Fault;
use super::found::Found;

/// No value is nested deeper.
const DEPTH: usize = 16;

/// What an open bracket belongs to, and what stood last in it.
struct Open {
    inline: bool,
    broken: bool,
    comma: Option<Range<usize>>,
}

/// Every such place of a text; of nesting only the first, after which nothing is looked at. Counted on tokens, so that
/// the reader of TOML never runs out of stack.
pub(super) fn refused(text: &str) -> Found<(Range<usize>, Fault)> {
    let mut faults = Found::default();
    let mut open: Vec<Open> = Vec::new();
    let mut dots = 0;
    for token in toml_parser::Source::new(text).lex() {
        let span = token.span().start()..token.span().end();
        // A key with dots opens a table for each.
        dots = match token.kind() {
            TokenKind::Dot => dots + 1,
            TokenKind::Newline => 0,
            _ if dots > DEPTH => return too_deep(span),
            TokenKind::Equals | TokenKind::Comma => 0,
            _ => dots,
        };
        match token.kind() {
            kind @ (TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket) => {
                if let Some(within) = open.last_mut() {
                    within.comma = None;
                }
                let inline = kind == TokenKind::LeftCurlyBracket;
                open.push(Open { inline, broken: false, comma: None });
                if open.len() > DEPTH {
                    return too_deep(span);
                }
            }
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => {
                if let Some(Open { inline: true, comma: Some(comma), .. }) = open.pop() {
                    let fault = Fault::new(Code::SYNTAX, "an inline table ends without a comma");
                    faults.push((comma, fault.fix("delete the comma")));
                }
            }
            TokenKind::Newline | TokenKind::Comment => {
                if let Some(Open { inline: true, broken: broken @ false, .. }) = open.last_mut() {
                    *broken = true;
                    let fault = Fault::new(Code::SYNTAX, "an inline table stands on one line");
                    faults.push((
                        span.start..span.start,
                        fault.fix("join the lines, or write a table with a heading in brackets"),
                    ));
                }
            }
            TokenKind::Whitespace => {}
            kind => {
                if let Some(within) = open.last_mut() {
                    within.comma = (kind == TokenKind::Comma).then(|| span.clone());
                }
                if matches!(kind, TokenKind::BasicString | TokenKind::MlBasicString)
                    && let Some(at) = text.get(span.clone()).and_then(late_escape)
                {
                    let fault = Fault::new(Code::SYNTAX, "this escape is not one of TOML 1.0");
                    let at = span.start + at;
                    faults.push((at..at + 2, fault.fix("write `\\u` and four digits")));
                }
            }
        }
    }
    faults
}

/// The one fault of a text that is nested too deeply.
fn too_deep(at: Range<usize>) -> Found<(Range<usize>, Fault)> {
    let message = format!("values are nested more than {DEPTH} deep");
    let mut only = Found::default();
    only.push((at, Fault::new(Code::TOO_DEEP, message)));
    only
}

/// Where a string has an escape that TOML 1.0 does not know.
fn late_escape(text: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' && matches!(letters.next(), Some((_, 'e' | 'x'))) {
            return Some(at);
        }
    }
    None
}
