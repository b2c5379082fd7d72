//! Evaluation: bounds from the index, and the walk over a record that decides between them.

use std::cell::OnceCell;

use super::field::{How, QueryField, Whole};
use super::indexed::{ABSENT, absences, texts};
use super::plan::{Node, Plan, Test};
use super::values::is_standing;
use crate::dataset::{Bracket, Known, Number};
use crate::describe::{Class, Struct};
use crate::model::{Absence, Kind};
use crate::search::{self, Asked};
use crate::value::{Bounds, Quantity, Truth};
use crate::view::{Verdict, View, Why, bounds};

/// The records that satisfy a plan in a view, in the documented order, each with how surely.
pub fn rows(view: &View<'_>, plan: &Plan) -> Vec<(Number, Verdict)> {
    let decide = |number, known| {
        // A maybe is read for its reasons.
        if matches!(known, Known::Exactly(Truth::Yes)) {
            return Some((number, Verdict::YES));
        }
        let verdict = decide(view, plan, number);
        (verdict.truth != Truth::No).then_some((number, verdict))
    };
    Bounded { view }.plan(plan).filter_map(decide)
}

/// The same without reasons, so that fewer records are read.
pub(crate) fn numbers(view: &View<'_>, plan: &Plan) -> Vec<(Number, Truth)> {
    told(view, plan, |number| number)
}

/// The same with the ids of the records.
pub(crate) fn ids<'a>(view: &View<'a>, plan: &Plan) -> Vec<(&'a str, Truth)> {
    told(view, plan, view.dataset().each_id())
}

fn told<T>(view: &View<'_>, plan: &Plan, tell: impl Fn(Number) -> T) -> Vec<(T, Truth)> {
    let decide = |number, known| {
        let truth = match known {
            Known::Exactly(truth) => truth,
            Known::Open => decide(view, plan, number).truth,
        };
        (truth != Truth::No).then(|| (tell(number), truth))
    };
    Bounded { view }.plan(plan).filter_map(decide)
}

/// The same by reading every record; what the index is tested against.
#[doc(hidden)]
pub fn naive_rows(view: &View<'_>, plan: &Plan) -> Vec<(Number, Verdict)> {
    let all = 0..view.dataset().len() as Number;
    all.map(|number| (number, decide(view, plan, number)))
        .filter(|(_, verdict)| verdict.truth != Truth::No)
        .collect()
}

fn decide(view: &View<'_>, plan: &Plan, number: Number) -> Verdict {
    let (kind, record) = (view.dataset().kind(number), view.dataset().tree(number));
    let held = view.lens().record(kind, &record);
    if held.truth == Truth::No {
        return held;
    }
    held.and(Walk::new(view, kind, &record).node(&plan.root))
}

/// A value of a field, read as far as tests ask.
struct Value<'t> {
    text: &'t str,
    days: OnceCell<Option<Bounds>>,
    amount: OnceCell<Option<Quantity>>,
}

/// Reads one record.
struct Walk<'v, 'r> {
    view: &'v View<'v>,
    kind: Kind,
    record: &'r Struct<'r>,
    /// As the view shows it, from the first time that it is asked for.
    shown: OnceCell<Struct<'r>>,
    /// The words of each of its texts, from the first time that one is asked for: a question may ask for many.
    words: OnceCell<Vec<Vec<search::Word>>>,
}

impl<'v, 'r> Walk<'v, 'r> {
    fn new(view: &'v View<'v>, kind: Kind, record: &'r Struct<'r>) -> Self {
        Self { view, kind, record, shown: OnceCell::new(), words: OnceCell::new() }
    }

    fn shown(&self) -> &Struct<'r> {
        if self.view.lens().is_plain() {
            return self.record;
        }
        self.shown.get_or_init(|| self.view.lens().shown(self.record))
    }

    fn node(&self, node: &Node) -> Verdict {
        match node {
            Node::All(terms) => self.all(terms),
            Node::Any(terms) => self.any(terms),
            Node::Not(inner) => !self.node(inner),
            Node::Word(words) => self.word(words),
            Node::Field(field, tests) => self.field(field, tests),
            Node::Part(name, _, terms) => self.part(name, terms),
        }
    }

    // Loops and not folds: what goes down holds little, so that a small stack is enough.
    fn all(&self, terms: &[Node]) -> Verdict {
        let mut all = Verdict::YES;
        for term in terms {
            if all.truth == Truth::No {
                break;
            }
            all = all.and(self.node(term));
        }
        all
    }

    fn any(&self, terms: &[Node]) -> Verdict {
        let mut any = Verdict::NO;
        for term in terms {
            if any.truth == Truth::Yes {
                break;
            }
            any = any.or(self.node(term));
        }
        any
    }

    fn word(&self, asked: &[Asked]) -> Verdict {
        let texts = self.words.get_or_init(|| {
            texts(self.shown()).iter().map(|(_, text)| search::words(text)).collect()
        });
        let found = texts.iter().any(|words| search::have(words, asked));
        if found { Verdict::YES } else { Verdict::NO }
    }

    /// Whether a field passes one of some tests. Its values are read once for all of them.
    fn field(&self, field: &QueryField, tests: &[Test]) -> Verdict {
        let mut best = Verdict::NO;
        for test in tests {
            best = best.or(match test {
                Test::Absent(state) => self.absent(field, *state),
                Test::NotCollected => self.not_collected(field),
                _ => Verdict::NO,
            });
        }
        if tests.iter().all(|test| matches!(test, Test::Absent(_) | Test::NotCollected)) {
            return best;
        }
        let (lens, day) = (self.view.lens(), self.view.day());
        field.collect(lens, self.kind, self.record, day, &mut |text, held| {
            let value = Value { text, days: OnceCell::new(), amount: OnceCell::new() };
            for test in tests {
                best = best.or(held.and(self.passes(field, test, &value)));
            }
        });
        best
    }

    fn not_collected(&self, field: &QueryField) -> Verdict {
        let declared = Absence::ALL
            .iter()
            .map(|state| self.absent(field, *state))
            .fold(Verdict::NO, Verdict::or);
        let has = field.kinds.is_empty() || field.kinds.contains(&self.kind);
        let asked = if has { Verdict::YES } else { Verdict::NO };
        asked.and(!self.field(field, &[Test::Any])).and(!declared)
    }

    fn absent(&self, field: &QueryField, state: Absence) -> Verdict {
        let mut found = Verdict::NO;
        let shown = self.shown();
        for wanted in absent_keys(field, state) {
            absences(shown, "", &mut |key| {
                if key == wanted {
                    found = Verdict::YES;
                }
            });
        }
        found
    }

    fn passes(&self, field: &QueryField, test: &Test, value: &Value<'_>) -> Verdict {
        let exact = |yes: bool| if yes { Verdict::YES } else { Verdict::NO };
        match test {
            Test::Exact(wanted) => exact(value.text == wanted),
            Test::Concept(ids) => {
                let Class::Concept(serves) = field.class else { return Verdict::NO };
                let named = self
                    .view
                    .lens()
                    .concepts()
                    .map(|all| all.named(serves, value.text))
                    .unwrap_or_default();
                exact(named.iter().any(|id| ids.iter().any(|wanted| wanted == id)))
            }
            Test::Days(range) => match value.days.get_or_init(|| bounds(value.text)) {
                Some(days) => Verdict::of(days.meets(range.from, range.to), Why::FactDate),
                None => Verdict::NO,
            },
            Test::Amount(range) => match value.amount.get_or_init(|| value.text.parse().ok()) {
                Some(quantity) => Verdict::of(range.meets(quantity), Why::Hedge),
                None => Verdict::NO,
            },
            Test::Text(words) => exact(search::holds(value.text, words)),
            Test::Any => Verdict::YES,
            Test::Absent(_) | Test::NotCollected => Verdict::NO,
        }
    }

    /// One part must satisfy all of the conditions.
    fn part(&self, name: &str, terms: &[Node]) -> Verdict {
        let lens = self.view.lens();
        let Some(field) = self.record.of.field(name) else { return Verdict::NO };
        let mut best = Verdict::NO;
        for (value, known) in lens.values(self.record, field) {
            for (item, held) in lens.parts(self.record, field, &value) {
                let Some(part) = item.as_struct() else { continue };
                let inner = Walk::new(self.view, self.kind, part);
                let read = if terms.iter().any(asks_standing) {
                    Verdict::YES
                } else {
                    lens.row(self.record, part)
                };
                let all = terms.iter().map(|term| inner.node(term)).fold(read, Verdict::and);
                best = best.or(known.and(held).and(all));
            }
        }
        best
    }
}

/// Whether a condition asks how a row stands among others.
fn asks_standing(node: &Node) -> bool {
    match node {
        Node::All(terms) | Node::Any(terms) => terms.iter().any(asks_standing),
        Node::Not(inner) => asks_standing(inner),
        Node::Field(field, _) => is_standing(&field.name),
        Node::Word(_) | Node::Part(..) => false,
    }
}

/// The keys under which what a field lacks is declared.
fn absent_keys(field: &QueryField, state: Absence) -> Vec<String> {
    let mut keys = vec![format!("{}={state}", field.leaf_name())];
    let dotted = format!("{}={state}", field.name);
    if !keys.contains(&dotted) {
        keys.push(dotted);
    }
    keys
}

/// Bounds a question from the index. It promises for the plain view only, and excludes for all.
struct Bounded<'v> {
    view: &'v View<'v>,
}

impl Bounded<'_> {
    fn plan(&self, plan: &Plan) -> Bracket {
        let bracket = self.node(&plan.root);
        if self.view.lens().is_plain() { bracket } else { bracket.without_promise() }
    }

    fn length(&self) -> usize {
        self.view.dataset().len()
    }

    fn node(&self, node: &Node) -> Bracket {
        match node {
            Node::All(terms) => self.folded(terms, Bracket::all, Bracket::meet),
            Node::Any(terms) => self.folded(terms, Bracket::none, Bracket::join),
            Node::Not(inner) => self.node(inner).not(),
            leaf => {
                let mut bracket = Bracket::none(self.length());
                self.leaf(leaf, &mut bracket);
                // What surely holds without filters need not hold on a day, so its negation excludes nothing then.
                if self.view.lens().is_plain() { bracket } else { bracket.without_promise() }
            }
        }
    }

    fn folded(
        &self,
        terms: &[Node],
        none: fn(usize) -> Bracket,
        with: fn(&mut Bracket, &Bracket),
    ) -> Bracket {
        let mut terms = terms.iter().map(|term| self.node(term));
        let Some(mut all) = terms.next() else { return none(self.length()) };
        terms.for_each(|term| with(&mut all, &term));
        all
    }

    fn leaf(&self, leaf: &Node, to: &mut Bracket) {
        match leaf {
            Node::Word(words) => self.word(words, to),
            Node::Field(field, tests) => tests.iter().for_each(|test| self.test(field, test, to)),
            Node::Part(_, kinds, _) => self.open(kinds, to),
            Node::All(_) | Node::Any(_) | Node::Not(_) => {}
        }
    }

    /// Leaves the records of some kinds to the walk.
    fn open(&self, kinds: &[Kind], to: &mut Bracket) {
        for kind in kinds {
            to.join_range(self.view.dataset().numbers(*kind), Known::Open);
        }
    }

    fn word(&self, words: &[Asked], to: &mut Bracket) {
        let Some(terms) = self.view.dataset().terms() else { return };
        let mut each = to.join_each(Truth::Yes);
        search::each_candidate(&terms, words, |number, sure| each.record(number, sure));
    }

    fn test(&self, field: &QueryField, test: &Test, to: &mut Bracket) {
        let dataset = self.view.dataset();
        let (index, name) = (dataset.index(), field.index_name());
        match (test, &field.how) {
            (Test::Absent(state), _) => {
                absent_keys(field, *state).iter().for_each(|key| index.exact(ABSENT, key, to));
            }
            (Test::Exact(kind), How::Whole(Whole::Kind)) => {
                if let Ok(kind) = kind.parse::<Kind>() {
                    to.join_range(dataset.numbers(kind), Known::Exactly(Truth::Yes));
                }
            }
            (Test::Exact(id), How::Whole(Whole::Id)) => {
                if let Some(number) = dataset.find(id) {
                    to.join_one(number, Known::Exactly(Truth::Yes));
                }
            }
            (Test::NotCollected | Test::Text(_), _)
            | (_, How::Whole(Whole::State | Whole::Kind | Whole::Id)) => {
                self.open(&field.kinds, to);
            }
            _ if !field.is_indexed() => self.open(&field.kinds, to),
            (Test::Exact(value), _) => index.exact(name, value, to),
            (Test::Concept(ids), _) => ids.iter().for_each(|id| index.exact(name, id, to)),
            (Test::Days(range), _) => {
                index.days(name, |days| days.meets(range.from, range.to), to);
            }
            (Test::Amount(range), _) => index.quantities(name, range, to),
            (Test::Any, _) if name == field.name => index.any(name, to),
            (Test::Any, _) => self.open(&field.kinds, to),
        }
    }
}
