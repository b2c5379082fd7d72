//! Where a clause stands in the tree.

use super::label::{Class, Label, Signs, Step};
use crate::order::Order;

/// A clause on its way.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    /// The steps of its number, with those above it; empty of what has none.
    step: Vec<Step>,
    /// The same as printed.
    number: String,
    /// Its own number as printed.
    printed: String,
    pub(super) under: Option<usize>,
    /// Of what has no number: the clause above it that has, and which of its kind it is below that.
    pub(super) item: Option<(Option<usize>, usize)>,
    pub(super) text: String,
}

impl Node {
    /// The number, with those above where it has one step alone.
    pub(super) fn number(&self) -> Option<String> {
        (!self.number.is_empty()).then(|| self.number.clone())
    }

    /// The whole of it, as it stands in the text.
    pub(super) fn whole(&self) -> String {
        let mut text = self.printed.clone();
        super::join(&mut text, &self.text);
        text
    }

    /// How its last step is written.
    pub(super) fn style(&self) -> Option<(Class, Signs)> {
        self.step.last().map(|step| step.style())
    }

    /// Whether it is called a chapter, section or part.
    pub(super) fn is_part(&self) -> bool {
        let parts = ["chapter", "section", "part", "jang", "jeol"];
        matches!(self.style(), Some((Class::Named(name), _)) if parts.contains(&name))
    }
}

/// A clause with the place that was found for it.
pub(super) struct Placed {
    pub(super) node: Node,
    /// Whether numbers before it are missing.
    pub(super) is_gap: bool,
}

/// The clauses that are open: each stands under the one before it.
pub(super) struct Stack {
    /// Whether a number of one step is told with those above it: `I`, `A` and `3` as `I.A.3`.
    composes: bool,
    open: Vec<usize>,
    /// The last numbers of clauses that are closed, one of each style: they may go on below what closed them.
    closed: Vec<Step>,
    /// How many clauses without a number stand below the last one that has a number.
    items: usize,
}

/// No tree is deeper.
const DEEPEST: usize = 8;

impl Stack {
    /// None is open yet.
    pub(super) fn new(composes: bool) -> Self {
        Self { composes, open: Vec::new(), closed: Vec::new(), items: 0 }
    }

    /// Finds the place of a clause with one of these labels; none where none fits.
    pub(super) fn place(
        &mut self,
        nodes: &[Node],
        labels: &[Label<'_>],
        fresh: bool,
        next: &[Label<'_>],
    ) -> Option<Placed> {
        // Of several readings of the letters that one whose beginning some clause has.
        let mut longer: Vec<&Label<'_>> =
            labels.iter().filter(|label| label.step.len() > 1).collect();
        longer.order_by_key(|label| std::cmp::Reverse(self.above(nodes, label)));
        let several = longer.into_iter().find_map(|label| self.absolute(nodes, label, fresh));
        let placed = several.or_else(|| self.single(nodes, labels, fresh, next))?;
        self.items = 0;
        let style = placed.node.style();
        self.closed.retain(|step| Some(step.style()) != style);
        self.open.push(nodes.len());
        Some(placed)
    }

    /// The open clause whose number one of several steps begins with, by its place.
    fn above(&self, nodes: &[Node], label: &Label<'_>) -> Option<usize> {
        self.open.iter().rposition(|at| {
            let step = &nodes[*at].step;
            !step.is_empty()
                && step.len() < label.step.len()
                && same(step, &label.step[..step.len()])
        })
    }

    /// A number of several steps stands under the clause whose number it begins with.
    fn absolute(&mut self, nodes: &[Node], label: &Label<'_>, fresh: bool) -> Option<Placed> {
        let (own, above) = label.step.split_last()?;
        let place = self.above(nodes, label);
        let keep = place.map_or_else(|| self.base(nodes), |place| place + 1);
        // A class that no clause above has is another reading of the letters.
        let is_known = self.open.iter().any(|at| {
            let step = &nodes[*at].step;
            step.len() == above.len() && step.iter().zip(above).all(|(a, b)| a.class == b.class)
        });
        let last = self.open.get(keep).map(|at| &nodes[*at].step);
        let before = last.filter(|step| step.len() == label.step.len()).and_then(|step| {
            let beside = step.split_last()?;
            same(beside.1, above).then_some(beside.0.value)
        });
        let is_next = match before {
            Some(before) => own.value == before + 1,
            None => own.value == 1,
        };
        let is_gap = before.is_none_or(|before| own.value > before) && !is_next;
        if !(is_next || (fresh && is_gap)) || !(is_known || place.is_some() || fresh) {
            return None;
        }
        self.close(nodes, keep);
        let number = label.printed.trim_end_matches('.').to_owned();
        Some(self.made(nodes, label, label.step.clone(), number, is_gap))
    }

    /// A number of one step stands beside the nearest open clause that it follows, or goes on below one that closed such, or
    /// is the first below the last one.
    fn single(
        &mut self,
        nodes: &[Node],
        labels: &[Label<'_>],
        fresh: bool,
        next: &[Label<'_>],
    ) -> Option<Placed> {
        let labels: Vec<&Label<'_>> = labels.iter().filter(|label| label.step.len() == 1).collect();
        if let Some((place, label)) = self.beside(nodes, &labels, next) {
            self.close(nodes, place);
            return Some(self.relative(nodes, label, false));
        }
        let goes_on = |label: &&&Label<'_>| self.closed.iter().any(|last| follows(*last, label));
        if let Some(label) = labels.iter().find(goes_on) {
            return Some(self.relative(nodes, label, false));
        }
        // Roman before letters: `I.` is the first of Roman numbers sooner than the ninth letter.
        if let Some(label) = labels.iter().find(|label| label.step[0].value == 1) {
            let is_again =
                self.open.last().and_then(|at| nodes[*at].style()) == Some(label.step[0].style());
            if is_again || self.open.len() >= DEEPEST {
                self.close(nodes, self.open.len().saturating_sub(1));
            }
            return (fresh || !is_again).then(|| self.relative(nodes, label, false));
        }
        let is_later = |last: Step, label: &Label<'_>| {
            last.style() == label.step[0].style() && last.value < label.step[0].value
        };
        let (place, label) = self.nearest(nodes, &labels, 0, is_later).filter(|_| fresh)?;
        self.close(nodes, place);
        Some(self.relative(nodes, label, true))
    }

    /// The open clause that a number follows, by its place. `2.` before `2.1` is that part, and not the second of a list in
    /// the first.
    fn beside<'l, 't>(
        &self,
        nodes: &[Node],
        labels: &[&'l Label<'t>],
        next: &[Label<'_>],
    ) -> Option<(usize, &'l Label<'t>)> {
        let begins = |label: &&&Label<'_>| {
            next.iter().any(|next| next.step.len() > 1 && same(&next.step[..1], &label.step))
        };
        let part = labels.iter().find(begins);
        part.and_then(|_| self.nearest(nodes, labels, 1, follows))
            .or_else(|| self.nearest(nodes, labels, 0, follows))
    }

    /// The nearest open clause of so many steps, or of any number of them, beside which one of the labels stands.
    fn nearest<'l, 't>(
        &self,
        nodes: &[Node],
        labels: &[&'l Label<'t>],
        steps: usize,
        fits: impl Fn(Step, &Label<'_>) -> bool,
    ) -> Option<(usize, &'l Label<'t>)> {
        let open = self.open.iter().enumerate().rev();
        open.filter(|(_, at)| steps == 0 || nodes[**at].step.len() == steps).find_map(
            |(place, at)| {
                let last = *nodes[*at].step.last()?;
                Some((place, *labels.iter().find(|label| fits(last, label))?))
            },
        )
    }

    /// Closes the open clauses from a place on.
    fn close(&mut self, nodes: &[Node], keep: usize) {
        for at in self.open.drain(keep.min(self.open.len())..) {
            if let Some(last) = nodes[at].step.last().copied() {
                self.closed.retain(|step| step.style() != last.style());
                self.closed.push(last);
            }
        }
    }

    /// A clause below those that are open, with their number before its own.
    fn relative(&self, nodes: &[Node], label: &Label<'_>, is_gap: bool) -> Placed {
        let above = self.open.iter().rev().map(|at| &nodes[*at]).find(|node| !node.step.is_empty());
        let printed = label.printed.trim_end_matches(['.', ':']);
        let own = label.step[0];
        let composes = match (own.class, own.signs) {
            (Class::Named(_), _) => false,
            (_, Signs::Point) => self.composes,
            _ => true,
        };
        let (step, number) = match above.filter(|_| composes) {
            Some(above) => {
                let point = if own.signs == Signs::Both { "" } else { "." };
                let steps = [above.step.as_slice(), &label.step].concat();
                (steps, format!("{}{point}{printed}", above.number))
            }
            None => (label.step.clone(), printed.to_owned()),
        };
        self.made(nodes, label, step, number, is_gap)
    }

    fn made(
        &self,
        nodes: &[Node],
        label: &Label<'_>,
        step: Vec<Step>,
        number: String,
        is_gap: bool,
    ) -> Placed {
        let under = self.open.last().copied().filter(|at| *at < nodes.len());
        let printed = label.printed.to_owned();
        Placed { node: Node { step, number, printed, under, ..Node::default() }, is_gap }
    }

    /// How many open clauses are headings without a number, at the top: what has a number stands below them.
    fn base(&self, nodes: &[Node]) -> usize {
        self.open.iter().take_while(|at| nodes[**at].step.is_empty()).count()
    }

    /// A heading without a number: at the top.
    pub(super) fn heading(&mut self, nodes: &[Node], text: String) -> Node {
        self.close(nodes, 0);
        self.items = 0;
        self.open.push(nodes.len());
        Node { text, ..Node::default() }
    }

    /// A clause without a number, below the last one that has one or is a heading.
    pub(super) fn item(&mut self, nodes: &[Node], text: String, mark: Option<char>) -> Node {
        self.items += 1;
        let under = self.open.last().copied();
        let above = self.open.iter().rev().copied().find(|at| !nodes[*at].step.is_empty());
        let item = (mark.is_some() || under.is_some()).then_some((above, self.items));
        Node {
            under,
            item,
            text,
            printed: mark.map(String::from).unwrap_or_default(),
            ..Node::default()
        }
    }
}

/// Whether two numbers are the same, whatever their signs.
fn same(a: &[Step], b: &[Step]) -> bool {
    let alike = |(a, b): (&Step, &Step)| (a.class, a.value) == (b.class, b.value);
    a.len() == b.len() && a.iter().zip(b).all(alike)
}

/// Whether a number is the next of its style.
fn follows(last: Step, label: &Label<'_>) -> bool {
    last.style() == label.step[0].style() && last.value + 1 == label.step[0].value
}
