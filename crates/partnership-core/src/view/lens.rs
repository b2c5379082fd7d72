//! What a view shows of a record: which citations are known, which parts hold, which value a field has.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::cites::{every_cite, own_cites, supporting};
use super::days::{bounds, starts_unknown};
use super::reach::Reach;
use super::{Verdict, Why};
use crate::Dataset;
use crate::dataset::Concepts;
use crate::describe::{Field, Node, Shape, Struct};
use crate::model::Kind;
use crate::value::{Day, Truth};

/// The two days of a view, ready to be asked of records.
#[derive(Debug)]
pub(crate) struct Lens<'a> {
    pub(super) dataset: Option<&'a Dataset>,
    concepts: Option<&'a Concepts>,
    tiers: HashMap<String, String>,
    everything: bool,
    on: Option<Day>,
    known: Option<Arc<Known>>,
    pub(super) reach: Reach,
}

/// The day of knowledge, and which sources are known by it.
#[derive(Debug)]
pub(super) struct Known {
    day: Day,
    sources: HashMap<String, Truth>,
}

/// Fields that are the record's own bookkeeping and need no support.
pub(crate) const BOOKKEEPING: &[&str] = &["id", "cite", "alternative", "absent", "reviewed"];

impl Known {
    /// Reads every source once.
    pub(super) fn by(dataset: &Dataset, day: Day) -> Self {
        let sources = dataset.numbers(Kind::Source).map(|number| {
            let source = dataset.tree(number);
            (dataset.id(number).to_owned(), known_by(&source, day))
        });
        Self { day, sources: sources.collect() }
    }
}

impl<'a> Lens<'a> {
    pub(super) fn new(dataset: &'a Dataset, on: Option<Day>, known: Option<Arc<Known>>) -> Self {
        Self {
            dataset: Some(dataset),
            concepts: None,
            tiers: HashMap::new(),
            everything: false,
            on,
            known,
            reach: Reach::default(),
        }
    }

    /// A lens for the index, over records that are not a dataset yet: it shows every value that some view may show,
    /// those that only an earlier day would as maybes. It is told who speaks in each source, and who belongs to whom.
    pub(crate) fn everything(
        concepts: &'a Concepts,
        tiers: HashMap<String, String>,
        records: &[Struct<'static>],
    ) -> Self {
        Self {
            dataset: None,
            concepts: Some(concepts),
            tiers,
            everything: true,
            on: None,
            known: None,
            reach: Reach::of(records),
        }
    }

    /// Whether it shows values that the plain view does not.
    pub(crate) fn shows_everything(&self) -> bool {
        self.everything
    }

    /// Who speaks in a source.
    pub(crate) fn tier(&self, source: &str) -> Option<String> {
        match self.dataset {
            Some(dataset) => dataset.tree(dataset.find(source)?).leaf("tier").map(str::to_owned),
            None => self.tiers.get(source).cloned(),
        }
    }

    /// The concepts; none where there is neither a dataset nor a list of them.
    pub(crate) fn concepts(&self) -> Option<&'a Concepts> {
        self.concepts.or_else(|| self.dataset.map(Dataset::concepts))
    }

    /// Whether nothing is hidden and nothing filtered by time.
    pub(crate) fn is_plain(&self) -> bool {
        self.on.is_none() && self.known.is_none()
    }

    /// Whether a source is known.
    pub(crate) fn source(&self, id: &str) -> Verdict {
        match &self.known {
            None => Verdict::YES,
            Some(known) => {
                let truth = known.sources.get(id).copied().unwrap_or(Truth::Maybe);
                Verdict::of(truth, Why::SourceDate)
            }
        }
    }

    /// The best of some citations; `None` where there are none.
    pub(super) fn best<'c>(&self, cites: impl Iterator<Item = &'c Struct<'c>>) -> Option<Verdict> {
        cites.filter_map(|cite| cite.leaf("source")).map(|id| self.source(id)).reduce(Verdict::or)
    }

    /// Whether a record is in the view, and how surely.
    pub(crate) fn record(&self, kind: Kind, record: &Struct<'_>) -> Verdict {
        if self.is_plain() {
            return Verdict::YES;
        }
        self.record_known(kind, record).and(self.record_holds(kind, record))
    }

    fn record_known(&self, kind: Kind, record: &Struct<'_>) -> Verdict {
        match (kind, &self.known) {
            (_, None) | (Kind::Concept, _) => Verdict::YES,
            (Kind::Source, Some(_)) => self.source(record.leaf("id").unwrap_or_default()),
            _ => {
                let mut best = Verdict::NO;
                every_cite(record, &mut |cite| {
                    best = best.or(self.source(cite.leaf("source").unwrap_or_default()))
                });
                best
            }
        }
    }

    fn record_holds(&self, kind: Kind, record: &Struct<'_>) -> Verdict {
        let Some(day) = self.on else { return Verdict::YES };
        match kind {
            // Sources, parties, persons and terms stay, and so does the relation itself.
            Kind::Source
            | Kind::Party
            | Kind::Person
            | Kind::Concept
            | Kind::Partnership
            | Kind::Series => Verdict::YES,
            Kind::Instrument => self.begun(record, day).unwrap_or(Verdict::maybe(Why::Undated)),
            // An undertaking without a span may run from its first step on, unless a step ended it.
            Kind::Project | Kind::Fund if record.get("span").is_none() => {
                let begun = self.begun(record, day).unwrap_or(Verdict::maybe(Why::Undated));
                let ended = record.parts("step").filter(|step| step.leaf("action") == Some("end"));
                let ended = ended.filter_map(|step| bounds(step.leaf("date")?));
                let over = ended.map(|days| days.ended_before(day)).max().unwrap_or(Truth::No);
                begun.and(Verdict::maybe(Why::OpenTerm)).and(Verdict::of(!over, Why::FactDate))
            }
            // One whose start is not known may have run from its first step on, and not before.
            Kind::Project | Kind::Fund if starts_unknown(record) => {
                self.time(record, day).and(self.begun(record, day).unwrap_or(Verdict::YES))
            }
            _ => self.time(record, day),
        }
    }

    /// Whether the first step of a record had been taken by a day; `None` where no step is dated.
    fn begun(&self, record: &Struct<'_>, day: Day) -> Option<Verdict> {
        let known = |step: &&Struct<'_>| self.part_known(record, "step", step).truth != Truth::No;
        let steps = record.parts("step").filter(known);
        let days = steps.filter_map(|step| bounds(step.leaf("date")?));
        days.map(|days| Verdict::of(days.started_by(day), Why::FactDate)).reduce(Verdict::or)
    }

    /// Whether the citations of a part are known: its own and those of parts of it, not those of its alternatives; else
    /// those that its owner gives for the field.
    pub(super) fn part_known(&self, owner: &Struct<'_>, field: &str, part: &Struct<'_>) -> Verdict {
        if self.known.is_none() {
            return Verdict::YES;
        }
        let mut best = None;
        own_cites(part, &mut |cite| {
            let known = self.source(cite.leaf("source").unwrap_or_default());
            best = Some(best.map_or(known, |best: Verdict| best.or(known)));
        });
        match (best, part.of.name, part.leaf("state"), part.leaf("on"), &self.known) {
            // A search in vain is known from the day of the search.
            (None, "absent", Some("not-found"), Some(on), Some(known)) => {
                let searched = bounds(on).map_or(Truth::Yes, |days| days.started_by(known.day));
                Verdict::of(searched, Why::SourceDate)
            }
            (Some(best), ..) => best,
            (None, ..) => self.supported(owner, field),
        }
    }

    /// Whether what supports a field of an owner is known.
    pub(crate) fn supported(&self, owner: &Struct<'_>, field: &str) -> Verdict {
        if self.known.is_none() || BOOKKEEPING.contains(&field) {
            return Verdict::YES;
        }
        self.best(supporting(owner, field)).unwrap_or(Verdict::YES)
    }

    /// The parts of a list that are in the view, each with how surely.
    pub(crate) fn parts<'r, 'n>(
        &self,
        owner: &'r Struct<'n>,
        field: &'static Field,
        list: &'r Node<'n>,
    ) -> Vec<(&'r Node<'n>, Verdict)> {
        let items: Vec<_> = list.items().collect();
        let known = items.iter().map(|item| match item.as_struct() {
            Some(part) => self.part_known(owner, field.name, part),
            None => Verdict::YES,
        });
        let known: Vec<_> = known.collect();
        let holds = |at: usize| match (items[at].as_struct(), self.on) {
            (Some(part), Some(day)) => self.holds(owner, part, day, || {
                items
                    .iter()
                    .zip(&known)
                    .enumerate()
                    .filter(|(other, (_, known))| *other != at && known.truth != Truth::No)
                    .filter_map(|(_, (item, _))| item.as_struct())
                    .cloned()
                    .collect()
            }),
            _ => Verdict::YES,
        };
        let all = (0..items.len()).map(|at| (items[at], known[at].and(holds(at))));
        all.filter(|(_, verdict)| verdict.truth != Truth::No).collect()
    }

    /// The values that a field has in the view, best first: its own, or the first known alternative in its place, then
    /// the other alternatives that may be right. Deprecated ones are never values.
    pub(crate) fn values<'r, 'n>(
        &self,
        owner: &'r Struct<'n>,
        field: &'static Field,
    ) -> Vec<(Cow<'r, Node<'n>>, Verdict)> {
        let mut values = Vec::new();
        if let Some(node) = owner.get(field.name) {
            let parts = field.shape.struct_type().is_some_and(|of| of.field("cite").is_some());
            let known = if parts { Verdict::YES } else { self.supported(owner, field.name) };
            if known.truth != Truth::No {
                values.push((Cow::Borrowed(node), known));
            }
        }
        if owner.of.field("alternative").is_none() {
            return values;
        }
        for other in
            owner.parts("alternative").filter(|other| other.leaf("field") == Some(field.name))
        {
            let (Some(value), false) = (other.get("value"), self.is_deprecated(owner, other))
            else {
                continue;
            };
            let known = self.best(other.parts("cite")).unwrap_or(Verdict::YES);
            if known.truth == Truth::No {
                continue;
            }
            let stands_in = values.is_empty() && owner.get(field.name).is_some();
            let known = if stands_in { known } else { known.and(Verdict::maybe(Why::Alternative)) };
            values.push((Cow::Borrowed(value), known));
        }
        values
    }

    /// Whether an alternative is known to be wrong: from the day on which a source against it is known.
    pub(crate) fn is_deprecated(&self, owner: &Struct<'_>, other: &Struct<'_>) -> bool {
        if other.leaf("rank") != Some("deprecated") || self.everything {
            return false;
        }
        let Some(field) = other.leaf("field") else { return true };
        let against: Vec<_> = other.list("against").iter().filter_map(Node::as_str).collect();
        let demoted = match against.is_empty() {
            false => against.into_iter().map(|id| self.source(id)).reduce(Verdict::or),
            true if owner.get(field).is_some() => Some(self.supported(owner, field)),
            true => None,
        };
        demoted.is_none_or(|known| known.truth != Truth::No)
    }

    /// How a row of a table is read: not at all where it is known to be wrong, as a maybe where it stands beside another
    /// row of its key. Where no other row of the key is known yet, it stands in.
    pub(crate) fn row(&self, table: &Struct<'_>, row: &Struct<'_>) -> Verdict {
        let ranked = |row: &Struct<'_>| matches!(row.leaf("rank"), Some("normal" | "deprecated"));
        if row.of.name != "observation" || self.everything || !ranked(row) {
            return Verdict::YES;
        }
        let same = |other: &&Struct<'_>| {
            ["area", "counterpart", "period"].iter().all(|key| other.leaf(key) == row.leaf(key))
        };
        let preferred = table.parts("observation").filter(same).filter(|other| !ranked(other));
        let better =
            preferred.map(|other| self.part_known(table, "observation", other)).reduce(Verdict::or);
        let against = row.list("against").iter().filter_map(Node::as_str);
        let against = against.map(|id| self.source(id)).reduce(Verdict::or);
        let hidden = |known: Option<Verdict>| known.is_some_and(|known| known.truth == Truth::No);
        match row.leaf("rank") {
            Some("normal") if hidden(better) => Verdict::YES,
            Some("normal") => Verdict::maybe(Why::Alternative),
            _ if hidden(against.or(better)) => Verdict::YES,
            _ => Verdict::NO,
        }
    }

    /// The record as the view shows it: hidden citations, parts and values taken out, alternatives in their place.
    pub(crate) fn shown<'n>(&self, owner: &Struct<'n>) -> Struct<'n> {
        self.shown_with(owner, "", &mut |_, _| {})
    }

    /// The same; calls for each part and value that is only maybe so, with its path.
    pub(crate) fn shown_with<'n>(
        &self,
        owner: &Struct<'n>,
        path: &str,
        maybe: &mut dyn FnMut(String, Verdict),
    ) -> Struct<'n> {
        if self.is_plain() {
            return owner.clone();
        }
        let mut shown = Struct::new(owner.of);
        for field in owner.of.fields {
            let value = match (field.name, owner.get(field.name)) {
                ("cite", Some(node)) => Some(self.known_cites(node)),
                ("id" | "reviewed", node) => node.cloned(),
                ("alternative", Some(node)) => Some(self.shown_alternatives(owner, field, node)),
                _ => self.shown_field(owner, field, &format!("{path}{}", field.name), maybe),
            };
            let filled = |node: &Node<'_>| !matches!(node, Node::List(items) if items.is_empty());
            if let Some(value) = value.filter(filled) {
                shown.set(field.name, value);
            }
        }
        self.cite_stand_ins(owner, &mut shown);
        shown
    }

    /// Gives what stands in for a value its own citations: they name the field that they support.
    fn cite_stand_ins<'n>(&self, owner: &Struct<'n>, shown: &mut Struct<'n>) {
        if owner.list("alternative").is_empty() || owner.of.field("cite").is_none() {
            return;
        }
        let mut cites = shown.list("cite").to_vec();
        for field in owner.of.fields {
            let Some(other) = self.stand_in(owner, field) else { continue };
            let known = other.get("cite").map(|cites| self.known_cites(cites));
            for cite in known.iter().flat_map(Node::items).filter_map(Node::as_struct) {
                let mut cite = cite.clone();
                cite.set("fields", Node::List(vec![Node::Leaf(field.name.into())]));
                cites.push(Node::Struct(cite));
            }
        }
        if !cites.is_empty() {
            shown.set("cite", Node::List(cites));
        }
    }

    /// The alternative that is shown in the place of a value which is not known yet.
    fn stand_in<'r, 'n>(
        &self,
        owner: &'r Struct<'n>,
        field: &'static Field,
    ) -> Option<&'r Struct<'n>> {
        let own = owner.get(field.name)?;
        let (chosen, _) = self.values(owner, field).into_iter().next()?;
        if chosen.as_ref() == own {
            return None;
        }
        owner.parts("alternative").find(|other| {
            other.leaf("field") == Some(field.name) && other.get("value") == Some(chosen.as_ref())
        })
    }

    fn shown_field<'n>(
        &self,
        owner: &Struct<'n>,
        field: &'static Field,
        path: &str,
        maybe: &mut dyn FnMut(String, Verdict),
    ) -> Option<Node<'n>> {
        // A field that only alternatives fill stays open: none of them is chosen.
        owner.get(field.name)?;
        let (value, known) = self.values(owner, field).into_iter().next()?;
        if known.truth == Truth::Maybe {
            maybe(path.to_owned(), known);
        }
        if field.shape.struct_type().is_none() {
            return Some(value.into_owned());
        }
        let listed = matches!(field.shape, Shape::List(_));
        let mut kept = Vec::new();
        for (at, (node, held)) in self.parts(owner, field, &value).into_iter().enumerate() {
            let path = if listed { format!("{path}[{at}]") } else { path.to_owned() };
            if held.truth == Truth::Maybe {
                maybe(path.clone(), held);
            }
            kept.push(match node {
                Node::Struct(part) => {
                    let mut shown = self.shown_with(part, &format!("{path}."), maybe);
                    // A row that is known and stands in for a better one is the row of its key in this view.
                    let stands_in = part.of.name == "observation" && held.truth == Truth::Yes;
                    if stands_in && self.row(owner, part) == Verdict::YES {
                        shown.remove("rank");
                        shown.remove("reason");
                    }
                    Node::Struct(shown)
                }
                other => other.clone(),
            });
        }
        if listed { Some(Node::List(kept)) } else { kept.into_iter().next() }
    }

    /// The alternatives that are known and stand in for nothing; one whose error is not known yet is a normal one.
    fn shown_alternatives<'n>(
        &self,
        owner: &Struct<'n>,
        field: &'static Field,
        list: &Node<'n>,
    ) -> Node<'n> {
        let known =
            self.parts(owner, field, list).into_iter().filter_map(|(node, _)| node.as_struct());
        let shown = known.filter_map(|other| {
            let about = owner.of.field(other.leaf("field")?)?;
            let stands_in = self.stand_in(owner, about).is_some_and(|one| one == other);
            let mut other = self.shown(other);
            if other.leaf("rank") == Some("deprecated") && !self.is_deprecated(owner, &other) {
                other.set("rank", Node::Leaf("normal".into()));
            }
            (!stands_in).then_some(Node::Struct(other))
        });
        Node::List(shown.collect())
    }

    fn known_cites<'n>(&self, cites: &Node<'n>) -> Node<'n> {
        let known = |cite: &&Node<'n>| {
            let source = cite.as_struct().and_then(|cite| cite.leaf("source")).unwrap_or_default();
            self.source(source).truth != Truth::No
        };
        Node::List(cites.items().filter(known).cloned().collect())
    }
}

/// Whether a source is known on a day: maybe from the first day that its date allows, surely from the last; undated or
/// qualified, surely only from the day on which it was read, and always by then.
fn known_by(source: &Struct<'_>, day: Day) -> Truth {
    let accessed =
        source.leaf("accessed").and_then(|text| text.parse::<Day>().ok()).unwrap_or(Day::MAX);
    if day >= accessed {
        return Truth::Yes;
    }
    match source.leaf("issued").and_then(bounds) {
        Some(days) => days.started_by(day),
        None => Truth::Maybe,
    }
}
