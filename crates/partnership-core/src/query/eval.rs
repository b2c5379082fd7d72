//! Evaluation: bounds from the index, and the walk over a record that decides between them.

use std::cell::OnceCell;

use super::field::{How, QueryField, Whole};
use super::indexed::{ABSENT, absences, texts};
use super::plan::{Node, Plan, Test};
use super::values::is_standing;
use crate::dataset::{Key, Number, Set};
use crate::describe::{Class, Struct};
use crate::model::{Absence, Kind};
use crate::search;
use crate::value::{Quantity, Truth};
use crate::view::{Verdict, View, Why, bounds};

/// The records that satisfy a plan in a view, in the documented order, each with how surely.
pub fn rows(view: &View<'_>, plan: &Plan) -> Vec<(Number, Verdict)> {
    let (sure, possible) = Bounded { view }.node(&plan.root);
    let plain = view.lens().is_plain();
    let decide = |number| {
        if plain && sure.contains(number) {
            return Some((number, Verdict::YES));
        }
        let verdict = decide(view, plan, number);
        (verdict.truth != Truth::No).then_some((number, verdict))
    };
    possible.iter().filter_map(decide).collect()
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

/// Reads one record.
struct Walk<'v, 'r> {
    view: &'v View<'v>,
    kind: Kind,
    record: &'r Struct<'r>,
    /// As the view shows it, from the first time that it is asked for.
    shown: OnceCell<Struct<'r>>,
}

impl<'v, 'r> Walk<'v, 'r> {
    fn new(view: &'v View<'v>, kind: Kind, record: &'r Struct<'r>) -> Self {
        Self { view, kind, record, shown: OnceCell::new() }
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
            Node::Field(field, tests) => self.either(field, tests),
            Node::Part(name, _, terms) => self.part(name, terms),
        }
    }

    // Loops and not folds: what goes down holds little, so that a small stack is enough.
    fn all(&self, terms: &[Node]) -> Verdict {
        let mut all = Verdict::YES;
        for term in terms {
            all = all.and(self.node(term));
        }
        all
    }

    fn any(&self, terms: &[Node]) -> Verdict {
        let mut any = Verdict::NO;
        for term in terms {
            any = any.or(self.node(term));
        }
        any
    }

    fn either(&self, field: &QueryField, tests: &[Test]) -> Verdict {
        tests.iter().map(|test| self.field(field, test)).fold(Verdict::NO, Verdict::or)
    }

    fn word(&self, words: &str) -> Verdict {
        let shown = self.shown();
        let found = texts(shown).iter().any(|(_, text)| search::matches(text, words));
        if found { Verdict::YES } else { Verdict::NO }
    }

    fn field(&self, field: &QueryField, test: &Test) -> Verdict {
        match test {
            Test::Absent(state) => self.absent(field, *state),
            Test::NotCollected => {
                let declared = Absence::ALL
                    .iter()
                    .map(|state| self.absent(field, *state))
                    .fold(Verdict::NO, Verdict::or);
                let has = field.kinds.is_empty() || field.kinds.contains(&self.kind);
                let asked = if has { Verdict::YES } else { Verdict::NO };
                asked.and(!self.field(field, &Test::Any)).and(!declared)
            }
            _ => {
                let mut best = Verdict::NO;
                field.collect(
                    self.view.lens(),
                    self.kind,
                    self.record,
                    self.view.day(),
                    &mut |value, held| {
                        best = best.or(held.and(self.passes(field, test, value)));
                    },
                );
                best
            }
        }
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

    fn passes(&self, field: &QueryField, test: &Test, value: &str) -> Verdict {
        let exact = |yes: bool| if yes { Verdict::YES } else { Verdict::NO };
        match test {
            Test::Exact(wanted) => exact(value == wanted),
            Test::Concept(ids) => {
                let Class::Concept(serves) = field.class else { return Verdict::NO };
                let named = self
                    .view
                    .lens()
                    .concepts()
                    .map(|all| all.named(serves, value))
                    .unwrap_or_default();
                exact(named.iter().any(|id| ids.iter().any(|wanted| wanted == id)))
            }
            Test::Days(range) => match bounds(value) {
                Some(days) => Verdict::of(days.meets(range.from, range.to), Why::FactDate),
                None => Verdict::NO,
            },
            Test::Amount(range) => match value.parse::<Quantity>() {
                Ok(quantity) => Verdict::of(range.meets(&quantity), Why::Hedge),
                Err(_) => Verdict::NO,
            },
            Test::Text(words) => exact(search::matches(value, words)),
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

/// Bounds a question from the index: the records that surely satisfy it in the plain view, and those that may in any.
struct Bounded<'v> {
    view: &'v View<'v>,
}

impl Bounded<'_> {
    fn length(&self) -> usize {
        self.view.dataset().len()
    }

    fn node(&self, node: &Node) -> (Set, Set) {
        match node {
            Node::All(terms) => {
                let mut both = (Set::all(self.length()), Set::all(self.length()));
                for term in terms {
                    let (sure, possible) = self.node(term);
                    both.0.meet(&sure);
                    both.1.meet(&possible);
                }
                both
            }
            Node::Any(terms) => {
                let mut either = (Set::empty(self.length()), Set::empty(self.length()));
                for term in terms {
                    let (sure, possible) = self.node(term);
                    either.0.join(&sure);
                    either.1.join(&possible);
                }
                either
            }
            Node::Not(inner) => {
                let (sure, possible) = self.node(inner);
                // What surely holds without filters need not hold on a day, so a view with one reads them all.
                let excluded =
                    if self.view.lens().is_plain() { sure } else { Set::empty(self.length()) };
                (possible.complement(), excluded.complement())
            }
            Node::Word(words) => self.word(words),
            Node::Field(field, tests) => {
                let mut both = (Set::empty(self.length()), Set::empty(self.length()));
                for test in tests {
                    self.test(field, test, &mut both.0, &mut both.1);
                }
                both
            }
            Node::Part(_, kinds, _) => (Set::empty(self.length()), self.kinds(kinds)),
        }
    }

    fn kinds(&self, kinds: &[Kind]) -> Set {
        let mut set = Set::empty(self.length());
        for kind in kinds {
            set.insert_range(self.view.dataset().numbers(*kind));
        }
        set
    }

    fn word(&self, words: &str) -> (Set, Set) {
        let mut possible = Set::empty(self.length());
        if let Some(terms) = self.view.dataset().terms() {
            search::candidates(&terms, words)
                .into_iter()
                .for_each(|number| possible.insert(number));
        }
        // Several words must stand in one text: only the walk can tell.
        let single = search::words(words).len() == 1;
        let sure = if single { possible.clone() } else { Set::empty(self.length()) };
        (sure, possible)
    }

    fn test(&self, field: &QueryField, test: &Test, sure: &mut Set, possible: &mut Set) {
        let dataset = self.view.dataset();
        let index = dataset.index();
        match (test, &field.how) {
            (Test::Absent(state), _) => {
                for key in absent_keys(field, *state) {
                    index.exact(ABSENT, &key, sure, possible);
                }
            }
            (Test::Exact(kind), How::Whole(Whole::Kind)) => {
                let set = self.kinds(&kind.parse::<Kind>().into_iter().collect::<Vec<_>>());
                sure.join(&set);
                possible.join(&set);
            }
            (Test::Exact(id), How::Whole(Whole::Id)) => {
                if let Some(number) = dataset.find(id) {
                    sure.insert(number);
                    possible.insert(number);
                }
            }
            (Test::NotCollected | Test::Text(_), _)
            | (_, How::Whole(Whole::State | Whole::Kind | Whole::Id)) => {
                possible.join(&self.kinds(&field.kinds));
            }
            _ if !field.is_indexed() => possible.join(&self.kinds(&field.kinds)),
            (Test::Exact(value), _) => index.exact(field.index_name(), value, sure, possible),
            (Test::Concept(ids), _) => {
                ids.iter().for_each(|id| index.exact(field.index_name(), id, sure, possible));
            }
            (Test::Days(range), _) => index.matching(
                field.index_name(),
                |key| match key {
                    Key::Days(days) => days.meets(range.from, range.to),
                    Key::Text(_) => Truth::No,
                },
                sure,
                possible,
            ),
            (Test::Amount(range), _) => index.matching(
                field.index_name(),
                |key| match key {
                    Key::Text(text) => text
                        .parse::<Quantity>()
                        .map_or(Truth::No, |quantity| range.meets(&quantity)),
                    Key::Days(_) => Truth::No,
                },
                sure,
                possible,
            ),
            (Test::Any, _) if field.index_name() == field.name => {
                index.matching(field.index_name(), |_| Truth::Yes, sure, possible);
            }
            (Test::Any, _) => possible.join(&self.kinds(&field.kinds)),
        }
    }
}
