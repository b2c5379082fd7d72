//! What a query is made of: the tree that the parser and the typed builder share, its limits, its canonical text.

use std::fmt::{self, Display, Formatter, Write as _};
use std::ops::Range;
use std::str::FromStr;

use super::parse::{self, SyntaxError};

/// Bytes of the query's text, from the first to one past the last, on character boundaries.
pub type Span = Range<u32>;

/// How much of a query is read before it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of text.
    pub bytes: usize,
    /// Words, phrases and values; each value of `field:a,b` counts.
    pub terms: usize,
    /// Parentheses inside one another, those of `field:(…)` too; never more than [`Limits::DEEPEST`].
    pub depth: usize,
}

impl Limits {
    /// The greatest depth that is read, whatever `depth` says: it bounds the walks over the tree.
    pub const DEEPEST: usize = 48;

    /// Levels of a tree for so many parentheses: each may hold an `OR`, an and, and a `-`.
    const LEVELS: usize = 3 * (Self::DEEPEST + 2);
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 4096, terms: 64, depth: 32 }
    }
}

/// A query that is well formed; whether its fields and values exist is not known yet.
///
/// Two queries are equal when their trees are, wherever in the text the terms stand.
///
/// ```
/// use partnership_core::query::{Expr, Limits, Query};
///
/// let typed: Query = "kind:project,fund  (pillar:B)".parse()?;
/// assert_eq!(typed.to_string(), "kind:project,fund pillar:B");
///
/// let built = Expr::all([Expr::filter("kind", &["project", "fund"]), Expr::filter("pillar", &["B"])]);
/// assert_eq!(Query::new(built, &Limits::default())?, typed);
/// # Ok::<(), partnership_core::query::SyntaxError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Query {
    text: Box<str>,
    root: Option<Expr>,
}

impl Query {
    /// Reads a query; the text of an empty one asks for everything.
    ///
    /// # Errors
    ///
    /// When the text breaks the grammar or a limit; the first place where it does.
    pub fn parse(text: &str, limits: &Limits) -> Result<Self, SyntaxError> {
        let root = parse::parse(text, limits)?;
        Ok(Self { text: text.into(), root })
    }

    /// The query of a tree, with its canonical text and the spans in it.
    ///
    /// # Errors
    ///
    /// When no text says the same within the limits: a field that is no name, an empty `OR`, a control character.
    /// The span is one of the canonical text, and empty where there is none (a bad name, a tree too deep to print).
    pub fn new(root: Expr, limits: &Limits) -> Result<Self, SyntaxError> {
        let checked = check(&root).map(|()| root.to_string());
        dismantle(root);
        Self::parse(&checked?, limits)
    }

    /// The text as it was given; spans point into it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tree; none asks for everything.
    #[must_use]
    pub fn root(&self) -> Option<&Expr> {
        self.root.as_ref()
    }
}

impl FromStr for Query {
    type Err = SyntaxError;

    fn from_str(text: &str) -> Result<Self, SyntaxError> {
        Self::parse(text, &Limits::default())
    }
}

impl PartialEq for Query {
    fn eq(&self, other: &Self) -> bool {
        self.root == other.root
    }
}

impl Eq for Query {}

/// What a record must satisfy. Equality ignores spans.
///
/// The constructors keep the canonical form, the only one that the parser yields: no `All` directly in an `All`, no
/// `Any` in an `Any`, no `Not` in a `Not`, no list of one.
#[derive(Clone, Debug)]
pub enum Expr {
    /// Each of them; an empty one holds for everything.
    All(Vec<Expr>),
    /// At least one of them (`OR`); an empty one holds for nothing and has no text.
    Any(Vec<Expr>),
    /// Not that; the span begins at the `-`.
    Not(Box<Expr>, Span),
    /// A single condition.
    Term(Term),
}

impl Expr {
    /// Text to search for; a phrase if it cannot stand without quotes.
    #[must_use]
    pub fn word(text: &str) -> Self {
        Self::bare(Atom::Word(Word { text: text.into(), quoted: word_needs_quotes(text) }))
    }

    /// Text to search for, in quotes even where it could do without.
    #[must_use]
    pub fn phrase(text: &str) -> Self {
        Self::bare(Atom::Word(Word { text: text.into(), quoted: true }))
    }

    /// A field that has any of the values, as `field:a,b`.
    #[must_use]
    pub fn filter(field: &str, values: &[&str]) -> Self {
        Self::bare(Atom::Filter {
            field: Name::new(field),
            values: values.iter().copied().map(Value::new).collect(),
        })
    }

    /// Conditions that one and the same part of a record satisfies, as `field:(…)`.
    #[must_use]
    pub fn part(field: &str, terms: impl IntoIterator<Item = Self>) -> Self {
        Self::bare(Atom::Part { field: Name::new(field), terms: Self::all(terms).into_terms() })
    }

    /// Each of them.
    #[must_use]
    pub fn all(terms: impl IntoIterator<Item = Self>) -> Self {
        let terms = terms.into_iter().flat_map(Self::into_terms);
        single(terms.collect()).unwrap_or_else(Self::All)
    }

    /// At least one of them.
    #[must_use]
    pub fn any(terms: impl IntoIterator<Item = Self>) -> Self {
        let terms = terms.into_iter().flat_map(|term| match term {
            Self::Any(inner) => inner,
            other => vec![other],
        });
        single(terms.collect()).unwrap_or_else(Self::Any)
    }

    /// The opposite; of an opposite, the thing itself.
    #[must_use]
    pub fn negate(self) -> Self {
        self.negate_at(0..0)
    }

    pub(super) fn negate_at(self, span: Span) -> Self {
        match self {
            Self::Not(inner, _) => *inner,
            other => Self::Not(Box::new(other), span),
        }
    }

    /// The conditions that hold together, one by one.
    pub(super) fn into_terms(self) -> Vec<Self> {
        match self {
            Self::All(terms) => terms,
            other => vec![other],
        }
    }

    fn bare(atom: Atom) -> Self {
        Self::Term(Term { span: 0..0, atom })
    }

    fn children(&self) -> &[Self] {
        match self {
            Self::All(terms)
            | Self::Any(terms)
            | Self::Term(Term { atom: Atom::Part { terms, .. }, .. }) => terms,
            Self::Not(inner, _) => std::slice::from_ref(inner),
            Self::Term(_) => &[],
        }
    }

    fn into_children(self) -> Vec<Self> {
        match self {
            Self::All(terms)
            | Self::Any(terms)
            | Self::Term(Term { atom: Atom::Part { terms, .. }, .. }) => terms,
            Self::Not(inner, _) => vec![*inner],
            Self::Term(_) => Vec::new(),
        }
    }
}

impl PartialEq for Expr {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::All(a), Self::All(b)) | (Self::Any(a), Self::Any(b)) => a == b,
            (Self::Not(a, _), Self::Not(b, _)) => a == b,
            (Self::Term(a), Self::Term(b)) => a == b,
            _ => false,
        }
    }
}

impl Eq for Expr {}

/// A single condition and where it stands, without a `-` before it.
#[derive(Clone, Debug)]
pub struct Term {
    /// From its first byte to its last, quotes and parentheses included.
    pub span: Span,
    /// What is asked.
    pub atom: Atom,
}

impl PartialEq for Term {
    fn eq(&self, other: &Self) -> bool {
        self.atom == other.atom
    }
}

impl Eq for Term {}

/// What a single condition asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Atom {
    /// Text to search for.
    Word(Word),
    /// A field that has any of the values.
    Filter {
        /// The name before the colon.
        field: Name,
        /// Never empty in a parsed query.
        values: Vec<Value>,
    },
    /// Conditions that one and the same part satisfies; filters only, no part inside.
    Part {
        /// The name before the colon.
        field: Name,
        /// All of them hold together; never empty in a parsed query.
        terms: Vec<Expr>,
    },
}

/// A word or quoted phrase of free text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The text without quotes and escapes.
    pub text: Box<str>,
    /// Whether it stands in quotes.
    pub quoted: bool,
}

/// A name that may be a field's: lower-case words with `_`, joined by dots. Equality ignores the span.
#[derive(Clone, Debug)]
pub struct Name {
    /// The name, such as `step.action`.
    pub text: Box<str>,
    /// Without the colon.
    pub span: Span,
}

impl Name {
    fn new(text: &str) -> Self {
        Self { text: text.into(), span: 0..0 }
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Name {}

/// One value of a filter, still text. Equality ignores the span.
#[derive(Clone, Debug)]
pub struct Value {
    /// Without quotes and escapes, with its operator: `>="1e6 USD"` and `">=1e6 USD"` both are `>=1e6 USD`.
    pub text: Box<str>,
    /// With operator and quotes.
    pub span: Span,
    /// Whether it, or what follows its operator, stands in quotes.
    pub quoted: bool,
}

impl Value {
    fn new(text: &str) -> Self {
        Self { text: text.into(), span: 0..0, quoted: value_needs_quotes(text) }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        (&self.text, self.quoted) == (&other.text, other.quoted)
    }
}

impl Eq for Value {}

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.root.as_ref().map_or(Ok(()), |root| root.fmt(f))
    }
}

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::All(terms) => join(f, terms, " "),
            // It holds for nothing: no text may make it an empty query, which holds for everything.
            Self::Any(terms) if terms.is_empty() => f.write_str("()"),
            Self::Any(terms) => join(f, terms, " OR "),
            Self::Not(inner, _) if matches!(**inner, Self::Term(_)) => write!(f, "-{inner}"),
            Self::Not(inner, _) => write!(f, "-({inner})"),
            Self::Term(term) => term.atom.fmt(f),
        }
    }
}

impl Display for Atom {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) if word.quoted || word_needs_quotes(&word.text) => {
                write_quoted(f, &word.text)
            }
            Self::Word(word) => f.write_str(&word.text),
            Self::Filter { field, values } => {
                write!(f, "{}:", field.text)?;
                for (index, value) in values.iter().enumerate() {
                    f.write_str(if index == 0 { "" } else { "," })?;
                    value.fmt(f)?;
                }
                Ok(())
            }
            Self::Part { field, terms } => {
                write!(f, "{}:(", field.text)?;
                join(f, terms, " ")?;
                f.write_char(')')
            }
        }
    }
}

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.quoted || value_needs_quotes(&self.text) {
            write_quoted(f, &self.text)
        } else {
            f.write_str(&self.text)
        }
    }
}

/// Terms in a row; a list among them stands in parentheses, but an and needs none beside `OR`.
fn join(f: &mut Formatter<'_>, terms: &[Expr], between: &str) -> fmt::Result {
    for (index, term) in terms.iter().enumerate() {
        f.write_str(if index == 0 { "" } else { between })?;
        let bare = match term {
            Expr::All(inner) => between == " OR " && !inner.is_empty(),
            Expr::Any(inner) => inner.is_empty() || terms.len() == 1,
            Expr::Not(..) | Expr::Term(_) => true,
        };
        if bare {
            write!(f, "{term}")?;
        } else {
            write!(f, "({term})")?;
        }
    }
    Ok(())
}

/// The text in quotes, with the two escapes that the parser knows.
pub(super) fn write_quoted(f: &mut impl fmt::Write, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            f.write_char('\\')?;
        }
        f.write_char(character)?;
    }
    f.write_char('"')
}

/// Whether a text can name a field: words of `[a-z_][a-z_0-9]*` with dots between them.
pub(super) fn is_name(text: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
    let is_part = |part: &str| {
        part.bytes().next().is_some_and(letter)
            && part.bytes().all(|byte| letter(byte) || byte.is_ascii_digit())
    };
    text.split('.').all(is_part)
}

/// What a value may begin with; the longer ones first.
pub(super) const OPERATORS: [&str; 5] = [">=", "<=", ">", "<", "~"];

/// What ends a word without quotes.
pub(super) fn ends_word(character: char) -> bool {
    matches!(character, ' ' | '(' | ')' | '"' | ':')
}

/// What ends a value without quotes.
pub(super) fn ends_value(character: char) -> bool {
    matches!(character, ' ' | '(' | ')' | '"' | ',')
}

/// The character of the grammar that another looks like, or does the work of in other scripts.
pub(super) fn look_alike(character: char) -> Option<char> {
    match character {
        '\u{ff1a}' => Some(':'),
        '\u{ff08}' => Some('('),
        '\u{ff09}' => Some(')'),
        '\u{ff0c}' => Some(','),
        '\u{ff02}' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' => Some('"'),
        ' ' => None,
        other => other.is_whitespace().then_some(' '),
    }
}

/// Whether a term that begins so looks negated.
pub(super) fn looks_negated(text: &str) -> bool {
    text.starts_with(['\u{ff0d}', '\u{2212}'])
}

fn word_needs_quotes(text: &str) -> bool {
    let ends = |character| ends_word(character) || look_alike(character).is_some();
    text.is_empty()
        || text == "OR"
        || text.starts_with('-')
        || looks_negated(text)
        || text.contains(ends)
}

fn value_needs_quotes(text: &str) -> bool {
    let ends = |character| ends_value(character) || look_alike(character).is_some();
    text.is_empty() || OPERATORS.contains(&text) || text.starts_with("//") || text.contains(ends)
}

/// The only one of a list, or the list again.
fn single(mut terms: Vec<Expr>) -> Result<Expr, Vec<Expr>> {
    match terms.pop() {
        Some(only) if terms.is_empty() => Ok(only),
        Some(last) => {
            terms.push(last);
            Err(terms)
        }
        None => Err(terms),
    }
}

/// Refuses what must not be printed: names that would read as something else, trees too deep to walk.
fn check(root: &Expr) -> Result<(), SyntaxError> {
    let mut open = vec![(root, 1)];
    while let Some((expr, level)) = open.pop() {
        if level > Limits::LEVELS {
            return Err(parse::too_deep(Limits::DEEPEST, 0..0));
        }
        if let Expr::Term(Term {
            atom: Atom::Filter { field, .. } | Atom::Part { field, .. }, ..
        }) = expr
            && !is_name(&field.text)
        {
            return Err(parse::not_a_name(&field.text, 0..0));
        }
        open.extend(expr.children().iter().map(|child| (child, level + 1)));
    }
    Ok(())
}

/// Drops a tree without recursion, since one that a caller built may be of any depth.
fn dismantle(root: Expr) {
    let mut open = vec![root];
    while let Some(expr) = open.pop() {
        open.extend(expr.into_children());
    }
}
