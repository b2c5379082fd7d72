//! From text to the tree of a query, and what is refused on the way.
//!
//! One pass, with a stack of its own: the depth of a query costs no stack of the thread.

use std::ops::Range;

use super::syntax::{self, Atom, Expr, Limits, Name, Span, Term, Value, Word};

/// Why a text is no query; the first fault in it.
///
/// ```
/// use partnership_core::query::{Query, SyntaxErrorKind};
///
/// let error = "kind:project pillar:".parse::<Query>().unwrap_err();
/// assert_eq!(error.to_string(), "`pillar:` has no value");
/// assert_eq!((error.kind, error.span), (SyntaxErrorKind::EmptyValue, 13..20));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
#[non_exhaustive]
pub struct SyntaxError {
    /// Which rule is broken.
    pub kind: SyntaxErrorKind,
    /// Bytes of the query's text, on character boundaries.
    pub span: Range<usize>,
    /// What is wrong, without control characters and of bounded length.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

/// The rules that a text can break, each with a code that stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SyntaxErrorKind {
    /// More bytes than the limit.
    TooLong,
    /// More words and values than the limit.
    TooManyTerms,
    /// More parentheses inside one another than the limit.
    TooDeep,
    /// A quote that is not closed.
    UnclosedQuote,
    /// A parenthesis that is not closed.
    UnclosedParenthesis,
    /// A `)` that closes nothing.
    UnexpectedParenthesis,
    /// Nothing after a colon, comma or operator, or between quotes.
    EmptyValue,
    /// Nothing between parentheses.
    EmptyParentheses,
    /// Nothing after `-`, or on one side of `OR`.
    MissingTerm,
    /// No name of a field where one is needed.
    NotAField,
    /// A part inside a part.
    NestedPart,
    /// A character that cannot stand where it does.
    Character,
}

impl SyntaxErrorKind {
    /// The code, such as `P0305`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::TooLong => "P0301",
            Self::TooManyTerms => "P0302",
            Self::TooDeep => "P0303",
            Self::UnclosedQuote => "P0305",
            Self::UnclosedParenthesis => "P0306",
            Self::UnexpectedParenthesis => "P0307",
            Self::EmptyValue => "P0308",
            Self::EmptyParentheses => "P0309",
            Self::MissingTerm => "P0310",
            Self::NotAField => "P0311",
            Self::NestedPart => "P0312",
            Self::Character => "P0313",
        }
    }
}

type Result<T> = std::result::Result<T, SyntaxError>;

/// The tree of a text; none for one without terms.
pub(super) fn parse(text: &str, limits: &Limits) -> Result<Option<Expr>> {
    check_length(text, limits)?;
    check_characters(text)?;
    Parser {
        text,
        limits,
        at: 0,
        spaced: true,
        terms: 0,
        frames: vec![Frame::new(Opening::Query, None)],
    }
    .run()
}

fn check_length(text: &str, limits: &Limits) -> Result<()> {
    // Spans are `u32`.
    let most = limits.bytes.min(u32::MAX as usize);
    if text.len() <= most {
        return Ok(());
    }
    let start = (0..=most).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let message = format!("the query has {} bytes; expected at most {most}", text.len());
    Err(fault(SyntaxErrorKind::TooLong, start..text.len(), message))
}

/// Checked first and in quotes too, so that no message can carry one on.
fn check_characters(text: &str) -> Result<()> {
    let Some((at, character)) = text.char_indices().find(|&(_, character)| is_invisible(character))
    else {
        return Ok(());
    };
    let message =
        format!("{} is a control character; expected printed text", code_point(character));
    let error = fault(SyntaxErrorKind::Character, at..at + character.len_utf8(), message);
    Err(error.help("remove it, or write a space"))
}

/// Control characters, and those that reorder or hide what is shown.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        )
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// What a parenthesis opened, and where.
enum Opening {
    Query,
    Group(usize),
    Part(Name),
}

/// An open parenthesis and what has been read in it.
struct Frame {
    opening: Opening,
    /// Where the `-` before it stands.
    minus: Option<usize>,
    /// The finished sides of `OR`.
    sides: Vec<Expr>,
    /// The side that is being read.
    side: Vec<Expr>,
    /// The `OR` that the side follows.
    or: Range<usize>,
}

impl Frame {
    fn new(opening: Opening, minus: Option<usize>) -> Self {
        Self { opening, minus, sides: Vec::new(), side: Vec::new(), or: 0..0 }
    }
}

struct Parser<'a> {
    text: &'a str,
    limits: &'a Limits,
    at: usize,
    /// Whether a term may begin here: after a space, `(` or `-`.
    spaced: bool,
    terms: usize,
    /// The first is the query itself.
    frames: Vec<Frame>,
}

impl<'a> Parser<'a> {
    fn run(mut self) -> Result<Option<Expr>> {
        while let Some(character) = self.peek() {
            match character {
                ' ' => {
                    self.at += 1;
                    self.spaced = true;
                }
                ')' => self.close()?,
                _ if !self.spaced => return Err(self.crowded(character)),
                _ => self.term()?,
            }
        }
        match self.frames.pop() {
            Some(frame) if self.frames.is_empty() => joined(frame.sides, frame.side, frame.or),
            Some(frame) => Err(self.unclosed(&frame.opening)),
            None => Ok(None),
        }
    }

    fn term(&mut self) -> Result<()> {
        let minus = self.minus()?;
        match self.peek() {
            Some('(') => {
                self.open(Opening::Group(self.at), minus, self.at..self.at + 1)?;
                self.at += 1;
                Ok(())
            }
            Some('"') => {
                let start = self.at;
                let text = self.quoted()?;
                self.word(start, minus, text, true)
            }
            _ => self.word_or_field(minus),
        }
    }

    /// A `-` here, which stands right before its term.
    fn minus(&mut self) -> Result<Option<usize>> {
        let start = self.at;
        if syntax::looks_negated(self.rest()) {
            return Err(self.foreign(start, '-'));
        }
        if !self.eat('-') {
            return Ok(None);
        }
        match self.peek() {
            None | Some(' ' | ')' | '-') => {
                let error = missing("`-` has no term after it", start..self.at);
                Err(error.help("write `-` right before the term that it negates, or quote it"))
            }
            Some(_) => Ok(Some(start)),
        }
    }

    fn word_or_field(&mut self, minus: Option<usize>) -> Result<()> {
        let start = self.at;
        let head = self.bare(syntax::ends_word)?;
        if self.peek() == Some(':') {
            return self.field(start, minus, head);
        }
        match (head, minus) {
            ("OR", None) => self.or(start),
            ("OR", Some(minus)) => {
                let error = missing("`-` has no term after it", minus..minus + 1);
                Err(error.help("to search for the word `OR`, quote it"))
            }
            _ => self.word(start, minus, head.into(), false),
        }
    }

    fn word(
        &mut self,
        start: usize,
        minus: Option<usize>,
        text: Box<str>,
        quoted: bool,
    ) -> Result<()> {
        if let Some(field) = self.part() {
            return Err(self.word_in_part(start, field));
        }
        self.count(start)?;
        self.push(start, minus, Atom::Word(Word { text, quoted }));
        Ok(())
    }

    fn or(&mut self, start: usize) -> Result<()> {
        let span = start..self.at;
        let Some(frame) = self.frames.last_mut() else {
            return Ok(());
        };
        if frame.side.is_empty() {
            let error = missing("`OR` has no term before it", span);
            return Err(error.help("to search for the word `OR`, quote it"));
        }
        frame.sides.push(Expr::all(std::mem::take(&mut frame.side)));
        frame.or = span;
        self.spaced = false;
        Ok(())
    }

    /// From the colon on.
    fn field(&mut self, start: usize, minus: Option<usize>, name: &str) -> Result<()> {
        let name_end = self.at;
        self.at += 1;
        if !syntax::is_name(name) || self.rest().starts_with("//") {
            return Err(self.not_a_field(start, name));
        }
        let field = Name { text: name.into(), span: span(start, name_end) };
        if self.peek() == Some('(') {
            return self.open_part(start, minus, field);
        }
        let mut values = vec![self.value(start)?];
        while self.peek() == Some(',') {
            let comma = self.at;
            self.at += 1;
            values.push(self.value(comma)?);
        }
        self.push(start, minus, Atom::Filter { field, values });
        Ok(())
    }

    fn open_part(&mut self, start: usize, minus: Option<usize>, field: Name) -> Result<()> {
        let span = start..self.at + 1;
        if let Some(outer) = self.part() {
            let (outer, inner) = (excerpt(outer), excerpt(&field.text));
            let message =
                format!("`{inner}:(…)` stands inside `{outer}:(…)`; a part cannot hold another");
            return Err(fault(SyntaxErrorKind::NestedPart, span, message));
        }
        self.open(Opening::Part(field), minus, span)?;
        self.at += 1;
        Ok(())
    }

    /// A value; `before` is where the colon's field, or the comma, begins.
    fn value(&mut self, before: usize) -> Result<Value> {
        let start = self.at;
        let operator =
            syntax::OPERATORS.into_iter().find(|operator| self.rest().starts_with(operator));
        self.at += operator.map_or(0, str::len);
        let quoted = self.peek() == Some('"');
        let text = if quoted { self.quoted()? } else { self.bare(syntax::ends_value)?.into() };
        if text.is_empty() {
            return Err(self.empty_value(before));
        }
        self.count(start)?;
        let text = operator.map(|operator| format!("{operator}{text}").into()).unwrap_or(text);
        Ok(Value { text, span: span(start, self.at), quoted })
    }

    /// Text up to one of the characters that end it.
    fn bare(&mut self, ends: fn(char) -> bool) -> Result<&'a str> {
        let start = self.at;
        while let Some(character) = self.peek().filter(|&character| !ends(character)) {
            if let Some(meant) = syntax::look_alike(character) {
                return Err(self.foreign(self.at, meant));
            }
            self.at += character.len_utf8();
        }
        Ok(&self.text[start..self.at])
    }

    /// Text in quotes, without them and its escapes.
    fn quoted(&mut self) -> Result<Box<str>> {
        let start = self.at;
        let mut text = String::new();
        self.at += 1;
        while let Some(character) = self.bump() {
            match character {
                '"' if text.is_empty() => return Err(self.empty_quotes(start)),
                '"' => return Ok(text.into()),
                '\\' => text.extend(self.escape()?),
                other => text.push(other),
            }
        }
        let error =
            fault(SyntaxErrorKind::UnclosedQuote, start..start + 1, "the quote is not closed");
        Err(error.help("add a `\"` where the quoted text ends"))
    }

    /// What follows a backslash; none at the end of the text, where the quote is not closed either.
    fn escape(&mut self) -> Result<Option<char>> {
        let start = self.at - 1;
        match self.bump() {
            Some(other) if !matches!(other, '"' | '\\') => {
                let message = format!("`\\{other}` is not an escape; expected `\\\"` or `\\\\`");
                let error = fault(SyntaxErrorKind::Character, start..self.at, message);
                Err(error.help("write a backslash in quotes as `\\\\`"))
            }
            escaped => Ok(escaped),
        }
    }

    fn open(&mut self, opening: Opening, minus: Option<usize>, span: Range<usize>) -> Result<()> {
        let most = self.limits.depth.min(Limits::DEEPEST);
        if self.frames.len() > most {
            return Err(too_deep(most, span));
        }
        self.frames.push(Frame::new(opening, minus));
        self.spaced = true;
        Ok(())
    }

    fn close(&mut self) -> Result<()> {
        let end = self.at + 1;
        let Some(frame) = self.frames.pop_if(|frame| !matches!(frame.opening, Opening::Query))
        else {
            let error =
                fault(SyntaxErrorKind::UnexpectedParenthesis, self.at..end, "`)` closes nothing");
            return Err(error.help("remove it, or quote the text that it belongs to"));
        };
        let Frame { opening, minus, sides, side, or } = frame;
        let expr = joined(sides, side, or)?;
        self.at = end;
        match (opening, expr) {
            (opening, None) => return Err(empty_parentheses(&opening, end)),
            (Opening::Part(field), Some(expr)) => {
                let start = field.span.start as usize;
                self.push(start, minus, Atom::Part { field, terms: expr.into_terms() });
            }
            (Opening::Group(_) | Opening::Query, Some(expr)) => self.push_expr(minus, expr),
        }
        Ok(())
    }

    fn push(&mut self, start: usize, minus: Option<usize>, atom: Atom) {
        let term = Term { span: span(start, self.at), atom };
        self.push_expr(minus, Expr::Term(term));
    }

    fn push_expr(&mut self, minus: Option<usize>, expr: Expr) {
        self.spaced = false;
        let expr = match minus {
            Some(start) => expr.negate_at(span(start, self.at)),
            None => expr,
        };
        // The query's own frame is always there.
        if let Some(frame) = self.frames.last_mut() {
            frame.side.push(expr);
        }
    }

    /// One more word or value, from `start` to here.
    fn count(&mut self, start: usize) -> Result<()> {
        self.terms += 1;
        if self.terms <= self.limits.terms {
            return Ok(());
        }
        let message = format!(
            "the query has too many words and values; expected at most {}",
            self.limits.terms
        );
        Err(fault(SyntaxErrorKind::TooManyTerms, start..self.at, message))
    }

    /// The field of the part that this place is in.
    fn part(&self) -> Option<&str> {
        self.frames.iter().find_map(|frame| match &frame.opening {
            Opening::Part(field) => Some(&*field.text),
            Opening::Query | Opening::Group(_) => None,
        })
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += character.len_utf8();
        Some(character)
    }

    fn eat(&mut self, character: char) -> bool {
        let found = self.peek() == Some(character);
        self.at += if found { character.len_utf8() } else { 0 };
        found
    }

    fn unclosed(&self, opening: &Opening) -> SyntaxError {
        let span = match opening {
            Opening::Query => self.at..self.at,
            Opening::Group(at) => *at..at + 1,
            Opening::Part(field) => field.span.start as usize..field.span.end as usize + 2,
        };
        let error =
            fault(SyntaxErrorKind::UnclosedParenthesis, span, "the parenthesis is not closed");
        error.help("add a `)` where it ends")
    }

    fn crowded(&self, character: char) -> SyntaxError {
        let end = self.at + character.len_utf8();
        let message =
            format!("`{character}` follows without a space; expected one between two terms");
        let error = fault(SyntaxErrorKind::Character, self.at..end, message);
        error.help("put a space before it, or quote the whole text or value")
    }

    /// The character at a place looks like one of the grammar.
    fn foreign(&self, at: usize, meant: char) -> SyntaxError {
        let character = self.text[at..].chars().next().unwrap_or(meant);
        let name = if meant == ' ' { "a space".to_owned() } else { format!("`{meant}`") };
        let shown = if meant == ' ' { String::new() } else { format!("`{character}` ") };
        let message = format!("{shown}{} is not read as {name}", bracketed(character, meant));
        let error = fault(SyntaxErrorKind::Character, at..at + character.len_utf8(), message);
        error.help(format!("write {name} as on an English keyboard, or quote the text"))
    }

    fn not_a_field(&self, start: usize, name: &str) -> SyntaxError {
        let whole =
            self.text[start..].split(|c| c != ':' && syntax::ends_word(c)).next().unwrap_or(name);
        let quoted = quote(excerpt(whole));
        if syntax::is_name(name) {
            let message = format!("`{}` is an address, not a field and its value", excerpt(whole));
            let error = fault(SyntaxErrorKind::NotAField, start..start + whole.len(), message);
            return error.help(format!("to search for it, quote it: `{quoted}`"));
        }
        let error = not_a_name(name, start..start + name.len().max(1));
        let lower = name.to_lowercase();
        if syntax::is_name(&lower) {
            return error.help(format!(
                "write `{}:`; to search for the text, quote it: `{quoted}`",
                excerpt(&lower)
            ));
        }
        error.help(format!("to search for the text, quote it: `{quoted}`"))
    }

    fn word_in_part(&self, start: usize, part: &str) -> SyntaxError {
        let (word, part) = (excerpt(&self.text[start..self.at]), excerpt(part));
        let message =
            format!("`{word}` is not a filter; expected `field:value` inside `{part}:(…)`");
        let error = fault(SyntaxErrorKind::NotAField, start..self.at, message);
        error.help(format!("for any of several values of `{part}`, write `{part}:a,b`"))
    }

    /// Nothing from `before`, where a field or comma begins, or after an operator.
    fn empty_value(&self, before: usize) -> SyntaxError {
        let written = excerpt(&self.text[before..self.at]);
        let message = match written.as_str() {
            comma if comma.starts_with(',') => "no value follows the comma".to_owned(),
            field => format!("`{field}` has no value"),
        };
        let error = fault(SyntaxErrorKind::EmptyValue, before..self.at, message);
        error.help("write values without spaces, such as `field:a,b`, or in quotes")
    }

    fn empty_quotes(&self, start: usize) -> SyntaxError {
        let error =
            fault(SyntaxErrorKind::EmptyValue, start..self.at, "nothing stands between the quotes");
        error.help("remove them, or write a text")
    }
}

/// What stands between parentheses, or in the whole query; none when there is nothing.
fn joined(mut sides: Vec<Expr>, side: Vec<Expr>, or: Range<usize>) -> Result<Option<Expr>> {
    match (side.is_empty(), sides.is_empty()) {
        (true, true) => Ok(None),
        (true, false) => Err(missing("`OR` has no term after it", or)),
        (false, _) => {
            sides.push(Expr::all(side));
            Ok(Some(Expr::any(sides)))
        }
    }
}

impl SyntaxError {
    fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }
}

pub(super) fn too_deep(most: usize, span: Range<usize>) -> SyntaxError {
    let message = format!("parentheses stand too deep inside one another; expected at most {most}");
    fault(SyntaxErrorKind::TooDeep, span, message)
}

pub(super) fn not_a_name(name: &str, span: Range<usize>) -> SyntaxError {
    // A builder's name has not been through `check_characters`.
    let name: String =
        excerpt(name).chars().map(|c| if is_invisible(c) { '\u{fffd}' } else { c }).collect();
    if name.is_empty() {
        return fault(SyntaxErrorKind::NotAField, span, "`:` has no field name before it");
    }
    let message = format!(
        "`{name}` is not a field name; expected lower-case words, such as `kind` or `step.action`"
    );
    fault(SyntaxErrorKind::NotAField, span, message)
}

fn empty_parentheses(opening: &Opening, end: usize) -> SyntaxError {
    let (start, message) = match opening {
        Opening::Part(field) => {
            (field.span.start as usize, format!("`{}:` has no terms", excerpt(&field.text)))
        }
        Opening::Group(at) => (*at, "the parentheses are empty".to_owned()),
        Opening::Query => (0, "the query is empty".to_owned()),
    };
    let error = fault(SyntaxErrorKind::EmptyParentheses, start..end, message);
    error.help("write a term between them, or quote them")
}

fn missing(message: &str, span: Range<usize>) -> SyntaxError {
    fault(SyntaxErrorKind::MissingTerm, span, message)
}

fn fault(kind: SyntaxErrorKind, span: Range<usize>, message: impl Into<String>) -> SyntaxError {
    SyntaxError { kind, span, message: message.into(), help: None }
}

/// `check_length` keeps every place below `u32::MAX`; a greater one would be cut, never wrapped.
fn span(start: usize, end: usize) -> Span {
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    place(start)..place(end)
}

/// The beginning of a text, since a message has a line and a query up to 4 KiB.
fn excerpt(text: &str) -> String {
    let mut characters = text.chars();
    let mut shown: String = characters.by_ref().take(40).collect();
    if characters.next().is_some() {
        shown.push('…');
    }
    shown
}

fn quote(text: String) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    // Writing to a `String` cannot fail.
    let _ = syntax::write_quoted(&mut quoted, &text);
    quoted
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// The number of a character, in brackets where the character is shown as well.
fn bracketed(character: char, meant: char) -> String {
    if meant == ' ' { code_point(character) } else { format!("({})", code_point(character)) }
}
