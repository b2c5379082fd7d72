//! The text of a plan or statement as a tree: which numbers, headings and passages it has. No sentence is kept.
//!
//! The rule, in order:
//!
//! - **Pages.** A line that is the number of a page (`12`, `- 3 -`, `Page 3 of 12`, `3쪽`) is left out, and so is a running
//!   head: a short line without a number of its own that stands at three pages or more, numbers in it aside.
//! - **Numbers** begin a line: `1.`, `1.1`, `1.1.1`, `1.1(1)`, `I.`, `I.A.3`, `(1)`, `(a)`, `(iv)`, `a)`, `가.`, `①`, `제3조`,
//!   `Article 3`. One of several steps stands under the clause whose number it begins with. One of a single step stands
//!   beside the nearest clause before it whose number it follows, or, if it is a first one, under the clause before it; its
//!   number is then that of the clause above with its own: `1.1` and `(1)` make `1.1(1)`, `I`, `A` and `3` make `I.A.3`; not in
//!   a statement, whose paragraphs are counted through, and not of articles. A number that fits nowhere is part of a
//!   sentence.
//! - **Bullets** are clauses without a number. A short line in capitals between empty lines is a heading without one.
//! - What has no number goes on with the clause before it, or, below a heading, is a clause of its own.
//! - **Headings** are short, end in no stop, and have clauses below, stand beside such, or are in capitals. All else is a line
//!   of a plan or a paragraph of a statement.
//! - The **title** is the first paragraph if it has no number; what stands before the first number is the preamble. In a
//!   text without any number every paragraph is one clause.

mod draft;
mod label;
mod page;
mod place;
mod toml;

use crate::check::{About, TextCopy};
use crate::model::ClauseForm;
use crate::value::Passage;

pub use draft::{Draft, DraftError};

use label::{Label, labels};
use page::{Line, pages};
use place::{Node, Stack};

/// A text that is too large to be one plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct OutlineError(String);

impl OutlineError {
    /// A text without any clause.
    fn empty() -> Self {
        Self("the text has no clause".to_owned())
    }
}

/// The most bytes of a text.
const LARGEST: usize = 4 * 1024 * 1024;
/// The most clauses of one.
const MOST: usize = 5_000;
/// The most lines of one, and the most paragraphs.
const LINES: usize = 200_000;
const PARAGRAPHS: usize = 20_000;
/// The most words, and letters, of a heading.
const HEADING: (usize, usize) = (15, 120);

/// A text as a tree of clauses.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The clauses, in the order of the text.
    pub clause: Vec<OutlineClause>,
    /// How many page numbers were left out.
    pub pages: usize,
    /// The running heads that were left out, each with how often it stood.
    pub heads: Vec<(String, usize)>,
    /// How many paragraphs stand before the first number, the title aside.
    pub preamble: usize,
    /// How many paragraphs close the text and are no clause.
    pub closing: usize,
    /// Numbers before which others are missing.
    pub gaps: Vec<String>,
    /// The text that the passages count and digest: a paragraph for each clause, without what belongs to pages.
    pub plain: String,
}

/// A clause of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineClause {
    /// Its number as printed, with those of the clauses above where it has one step alone.
    pub number: Option<String>,
    /// What it looks like: a heading, a line or paragraph, or a number that nothing follows.
    pub form: ClauseForm,
    /// The words of a heading; none of what is a sentence.
    pub heading: Option<String>,
    /// The clause that it stands under, by its place in the list.
    pub under: Option<usize>,
    /// Its place, as a citation writes it.
    pub at: String,
    /// Where it stands in the plain text, and its digest.
    pub passage: Passage,
    /// How many words it has, so that who sums it up sees how much there is.
    pub words: usize,
}

impl Outline {
    /// Reads a text; `form` is what its sentences are: lines of a plan, or paragraphs of a statement.
    ///
    /// # Errors
    /// When it has more than 4 MiB, 200,000 lines, 20,000 paragraphs or 5,000 clauses.
    pub fn read(text: &str, form: ClauseForm) -> Result<Self, OutlineError> {
        let most =
            |what: &str, most: usize| OutlineError(format!("the text has more than {most} {what}"));
        if text.len() > LARGEST {
            return Err(most("bytes", LARGEST));
        }
        if text.lines().count() > LINES {
            return Err(most("lines", LINES));
        }
        let pages = pages(text);
        let blocks = blocks(&pages.line);
        if blocks.len() > PARAGRAPHS {
            return Err(most("paragraphs", PARAGRAPHS));
        }
        let nodes = nodes(&blocks, form == ClauseForm::Line);
        if nodes.node.len() > MOST {
            return Err(most("clauses", MOST));
        }
        let mut outline = Self {
            pages: pages.numbers,
            heads: pages.heads,
            preamble: nodes.preamble.len(),
            closing: nodes.closing.len(),
            gaps: nodes.gaps.clone(),
            ..Self::default()
        };
        outline.fill(nodes, form);
        Ok(outline)
    }

    /// The language that its letters tell: Korean, or nothing.
    fn language(&self) -> Option<&'static str> {
        let (mut korean, mut all) = (0_usize, 0_usize);
        for letter in self.plain.chars().filter(|letter| letter.is_alphabetic()) {
            korean += usize::from(('가'..='힣').contains(&letter));
            all += 1;
        }
        (korean * 4 > all).then_some("ko")
    }

    fn fill(&mut self, nodes: Nodes, form: ClauseForm) {
        let before = nodes.title.iter().chain(&nodes.preamble);
        let mut paragraphs: Vec<String> = before.cloned().collect();
        let first = paragraphs.len() + 1;
        paragraphs.extend(nodes.node.iter().map(Node::whole));
        paragraphs.extend(nodes.closing);
        self.plain = paragraphs.join("\n\n") + "\n";
        let copy = TextCopy::read(&self.plain, &About::default());
        let is_heading = headings(&nodes.node);
        let is_above = aboves(&nodes.node);
        for (at, node) in nodes.node.iter().enumerate() {
            let paragraph = u32::try_from(first + at).unwrap_or(u32::MAX);
            let number = node.number();
            let place = match (&number, node.item) {
                (Some(number), _) => number.clone(),
                (None, Some((above, item))) => {
                    let above = above.and_then(|above| nodes.node[above].number());
                    format!("{} item {item}", above.unwrap_or_default()).trim().to_owned()
                }
                (None, None) => {
                    copy.place(paragraph).unwrap_or_else(|| format!("paragraph {paragraph}"))
                }
            };
            self.clause.push(OutlineClause {
                form: match (is_heading[at], node.text.is_empty() && !is_above[at]) {
                    (true, _) => ClauseForm::Heading,
                    (_, true) => ClauseForm::NumberOnly,
                    _ => form,
                },
                heading: is_heading[at].then(|| node.text.clone()),
                number,
                under: node.under,
                at: place,
                passage: Passage::of(paragraph, &node.whole()),
                words: node.text.split_whitespace().count(),
            });
        }
    }
}

/// Lines that belong together, with the label that begins them.
struct Block<'t> {
    label: Vec<Label<'t>>,
    text: String,
    /// Whether an empty line, or the end of a sentence, stands before it.
    fresh: bool,
    bullet: bool,
}

/// Lines joined to blocks: each begins with a label or bullet, or after an empty line.
fn blocks<'t>(lines: &'t [Line<'t>]) -> Vec<Block<'t>> {
    let mut all: Vec<Block<'t>> = Vec::new();
    let mut fresh = true;
    for line in lines {
        let text = line.text.trim();
        if text.is_empty() {
            // A new page is no new paragraph: the sentence may go on.
            fresh |= !line.is_break || all.last().is_none_or(|last| ends(&last.text));
            continue;
        }
        let ended = all.last().is_none_or(|last| ends_softly(&last.text));
        let found = labels(text);
        let bullet = found.is_empty().then(|| bullet(text)).flatten().filter(|_| fresh || ended);
        match (found.is_empty(), bullet) {
            (false, _) => labelled(found, fresh, &mut all),
            (true, Some(rest)) => {
                let text = rest.to_owned();
                all.push(Block { label: Vec::new(), text, fresh, bullet: true });
            }
            (true, None) if fresh => {
                let text = text.to_owned();
                all.push(Block { label: Vec::new(), text, fresh, bullet: false });
            }
            (true, None) => {
                if let Some(last) = all.last_mut() {
                    join(&mut last.text, text);
                }
            }
        }
        fresh = false;
    }
    all
}

/// A block that a label begins; one whose words begin with a first number of their own is two.
fn labelled<'t>(label: Vec<Label<'t>>, fresh: bool, all: &mut Vec<Block<'t>>) {
    let rest = label.first().map_or("", |label| label.rest);
    let inner = labels(rest);
    let is_two = inner.iter().any(|label| label.is_first() && label.is_bracketed());
    let text = if is_two { String::new() } else { rest.to_owned() };
    all.push(Block { label, text, fresh, bullet: false });
    if is_two {
        let text = inner.first().map_or("", |label| label.rest).to_owned();
        all.push(Block { label: inner, text, fresh: true, bullet: false });
    }
}

/// A text with words after it.
fn join(text: &mut String, more: &str) {
    if !text.is_empty() && !more.is_empty() {
        text.push(' ');
    }
    text.push_str(more);
}

/// What follows the mark of a bullet.
fn bullet(text: &str) -> Option<&str> {
    const MARKS: &str = "•▪◦●○□■‣∙·*–—-";
    let mut letters = text.chars();
    letters.next().filter(|mark| MARKS.contains(*mark))?;
    let rest = letters.as_str();
    rest.starts_with(char::is_whitespace).then(|| rest.trim_start()).filter(|rest| !rest.is_empty())
}

/// Clauses on their way, and what is none.
#[derive(Default)]
struct Nodes {
    title: Option<String>,
    preamble: Vec<String>,
    node: Vec<Node>,
    closing: Vec<String>,
    gaps: Vec<String>,
}

/// Puts every block into the tree.
fn nodes(blocks: &[Block<'_>], composes: bool) -> Nodes {
    let mut nodes = Nodes::default();
    let mut stack = Stack::new(composes);
    let is_numbered = blocks.iter().any(|block| block.label.iter().any(Label::is_first));
    let next = next_labels(blocks);
    for (block, next) in blocks.iter().zip(next) {
        if nodes.node.len() > MOST {
            break;
        }
        let placed = stack.place(&nodes.node, &block.label, block.fresh, next);
        if let Some(placed) = placed {
            if placed.is_gap {
                nodes.gaps.push(placed.node.number().unwrap_or_default());
            }
            let mut node = placed.node;
            node.text.clone_from(&block.text);
            nodes.node.push(node);
            continue;
        }
        // A label that fits nowhere is part of the sentence.
        let printed = block.label.first().map_or("", |label| label.printed);
        let mut text = printed.to_owned();
        join(&mut text, &block.text);
        loose(&mut nodes, &mut stack, block, text, is_numbered);
    }
    nodes
}

/// For each block the labels of the next one that has some.
fn next_labels<'b, 't>(blocks: &'b [Block<'t>]) -> Vec<&'b [Label<'t>]> {
    let (mut next, mut all): (&[Label<'t>], Vec<_>) = (&[], Vec::new());
    for block in blocks.iter().rev() {
        all.push(next);
        if !block.label.is_empty() {
            next = &block.label;
        }
    }
    all.reverse();
    all
}

/// Puts a block without a number where it belongs.
fn loose(nodes: &mut Nodes, stack: &mut Stack, block: &Block<'_>, text: String, is_numbered: bool) {
    let heading = is_heading(&text) && is_capitals(&text) && block.fresh && !block.bullet;
    let between = heading && !nodes.preamble.is_empty();
    if nodes.node.is_empty() && (is_numbered || nodes.title.is_none()) && !block.bullet && !between
    {
        match nodes.title.is_none() && nodes.preamble.is_empty() && is_heading(&text) {
            true => nodes.title = Some(text),
            false if is_numbered => nodes.preamble.push(text),
            false => nodes.node.push(stack.item(&nodes.node, text, None)),
        }
        return;
    }
    if !nodes.closing.is_empty() || (block.fresh && closes(&text)) {
        nodes.closing.push(text);
    } else if heading {
        let node = stack.heading(&nodes.node, text);
        nodes.node.push(node);
    } else if block.bullet {
        let node = stack.item(&nodes.node, text, Some('•'));
        nodes.node.push(node);
    } else if let Some(last) = nodes.node.last_mut().filter(|last| {
        // Below a heading a sentence is a clause of its own; a sentence goes on with what follows it.
        (is_numbered || !block.fresh) && !(block.fresh && is_heading(&last.text) && ends(&text))
    }) {
        join(&mut last.text, &text);
    } else {
        let node = stack.item(&nodes.node, text, None);
        nodes.node.push(node);
    }
}

/// Whether a paragraph closes a text: who adopted it, where and when, or a rule.
fn closes(text: &str) -> bool {
    const WORDS: [&str; 8] =
        ["adopted ", "done ", "signed ", "in witness", "* *", "***", "___", "---"];
    let small = text.to_lowercase();
    WORDS.iter().any(|word| small.starts_with(word))
}

/// Whether a text ends as a sentence does.
fn ends(text: &str) -> bool {
    text.trim_end_matches(['"', '\'', '”', '’', ')', '」'])
        .ends_with(['.', ';', ':', '!', '?', '。'])
}

/// The same, or with what may stand before one of several items.
fn ends_softly(text: &str) -> bool {
    ends(text) || text.ends_with([',', '·']) || text.ends_with(" and") || text.ends_with(" or")
}

/// Whether a text is short and ends in no stop.
fn is_heading(text: &str) -> bool {
    // A long text is looked at no further: what is pasted may be one sentence without end.
    if text.len() > HEADING.1 * 4 {
        return false;
    }
    let words = text.split_whitespace().count();
    words > 0 && words <= HEADING.0 && text.chars().count() <= HEADING.1 && !ends_softly(text)
}

/// Whether a text is in capitals.
fn is_capitals(text: &str) -> bool {
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    letters().any(char::is_uppercase) && !letters().any(char::is_lowercase)
}

/// Which clauses are headings.
fn headings(nodes: &[Node]) -> Vec<bool> {
    let above = aboves(nodes);
    // A short clause without any below it is a heading where one beside it has some.
    let mut beside = std::collections::HashSet::new();
    for (at, node) in nodes.iter().enumerate() {
        if above[at] && is_heading(&node.text) {
            beside.insert((node.under, node.style()));
        }
    }
    let told = nodes.iter().enumerate().map(|(at, node)| {
        let among = node.style().is_some() && beside.contains(&(node.under, node.style()));
        is_heading(&node.text) && (above[at] || among || is_capitals(&node.text) || node.is_part())
    });
    told.collect()
}

/// Which clauses have others below.
fn aboves(nodes: &[Node]) -> Vec<bool> {
    let mut above = vec![false; nodes.len()];
    for under in nodes.iter().filter_map(|node| node.under) {
        above[under] = true;
    }
    above
}
