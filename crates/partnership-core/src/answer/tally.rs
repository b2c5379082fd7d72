//! How far the record covers its subject: records by kind, sources by tier, clauses by plan, facts by basis, places and
//! official sources, and every announced total beside what is held.

use partnership_derive::Described;

use super::{Answer, Row, coverage};
use crate::describe::{Class, Field, Node, Struct};
use crate::model::{Basis, ClauseForm, Kind, Tier};
use crate::sorted::{SortedMap, SortedSet};
use crate::value::Truth;
use crate::view::{View, supporting};

/// What a number of the coverage counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum TallyGroup {
    /// Records, by kind.
    #[described(ko = "종류별 기록")]
    Records,
    /// Sources, by who speaks in them.
    #[described(ko = "발신 주체별 출처")]
    Sources,
    /// Facts, by how their best citation supports them.
    #[described(ko = "근거별 사실")]
    Basis,
    /// Facts with a place in their source, or with an official source.
    #[described(ko = "출처의 질")]
    Support,
    /// Clauses of a text that has more of them, by form.
    #[described(ko = "문서별 조항")]
    Clauses,
}

/// A number of the coverage: so many, of so many.
#[derive(Clone, Debug, PartialEq, Eq, Described)]
pub struct Tally {
    /// What is counted.
    #[described(required)]
    pub group: TallyGroup,
    /// Of which: a kind, a tier, a basis, the id of a text.
    #[described(required)]
    pub key: String,
    /// The same in the language of the view.
    #[described(required)]
    pub label: String,
    /// The form of the clauses that are counted; only of a text, and none where all are and the text is known to have
    /// more.
    pub form: Option<ClauseForm>,
    /// How many.
    #[described(required)]
    pub count: usize,
    /// Of how many; none where there is no whole, or where nobody knows.
    pub of: Option<usize>,
    /// What is known of a whole that nobody knows.
    pub note: Option<String>,
}

/// What facts are counted by: a filled field of a record or of one of its parts is one, a row of a table too.
#[derive(Default)]
struct Facts {
    all: usize,
    by_basis: SortedMap<Basis, usize>,
    official: usize,
    /// Dates, figures and links: how many there are, and how many have a place in a source.
    placed: [(usize, usize); 3],
}

const PLACED: [(&str, &str, &str); 3] = [
    ("dates-with-place", "dates with a place in their source", "출처 위치가 있는 날짜"),
    ("figures-with-place", "figures with a place in their source", "출처 위치가 있는 수치"),
    ("links-with-place", "links with a place in their source", "출처 위치가 있는 연결"),
];

impl View<'_> {
    /// How far the record covers its subject: numbers of records, sources and facts, then every announced total beside what
    /// is held and missing, in the documented order of the records that announce them.
    ///
    /// A fact is a filled field of a record or of one of its parts, or a row of a table; it counts under the best basis
    /// that supports it (*stated* before *reported*, *announced*, *worked out*, *assigned*).
    pub fn coverage(&self) -> Answer {
        let lang = self.language().to_string();
        let mut kinds: SortedMap<Kind, usize> = SortedMap::default();
        let mut tiers: SortedMap<Tier, usize> = SortedMap::default();
        let (mut facts, mut reviewed, mut all) = (Facts::default(), 0, 0);
        let mut clauses: SortedMap<String, SortedMap<ClauseForm, usize>> = SortedMap::default();
        let (mut announced, mut uncounted) = (Vec::new(), SortedMap::default());
        for (number, record) in self.records() {
            let kind = self.dataset().kind(number);
            all += 1;
            *kinds.or_default(kind) += 1;
            reviewed += usize::from(!record.list("reviewed").is_empty());
            announced.extend(coverage::of(self, &record).into_iter().map(Row::Coverage));
            if let Some(note) = uncounted_note(kind, &record) {
                uncounted.insert(self.dataset().id(number).to_owned(), note);
            }
            match kind {
                Kind::Source => {
                    let tier: Option<Tier> = record.leaf("tier").and_then(|tier| tier.parse().ok());
                    if let Some(tier) = tier {
                        *tiers.or_default(tier) += 1;
                    }
                    continue;
                }
                Kind::Commitment => {
                    let form = record.leaf("form").and_then(|form| form.parse().ok());
                    if let (Some(text), Some(form)) = (record.leaf("instrument"), form) {
                        *clauses.or_default(text.to_owned()).or_default(form) += 1;
                    }
                }
                _ => {}
            }
            self.count_facts(&record, &record, &mut facts);
        }
        let mut rows = Vec::new();
        let mut push = |group, key: &str, label: String, count, of| {
            rows.push(Row::Tally(Tally {
                group,
                key: key.to_owned(),
                label,
                form: None,
                count,
                of,
                note: None,
            }));
        };
        for (kind, count) in &kinds {
            push(
                TallyGroup::Records,
                kind.as_str(),
                kind.label(&lang).into_owned(),
                *count,
                Some(all),
            );
        }
        let say =
            |english: &str, korean: &str| if lang == "ko" { korean } else { english }.to_owned();
        push(
            TallyGroup::Records,
            "reviewed",
            say("looked at again by somebody", "재검토됨"),
            reviewed,
            Some(all),
        );
        let sources = tiers.values().sum();
        for (tier, count) in &tiers {
            push(
                TallyGroup::Sources,
                tier.as_str(),
                tier.label(&lang).into_owned(),
                *count,
                Some(sources),
            );
        }
        for (basis, count) in &facts.by_basis {
            push(
                TallyGroup::Basis,
                basis.as_str(),
                basis.label(&lang).into_owned(),
                *count,
                Some(facts.all),
            );
        }
        let official = say("facts with an official source", "공식 출처가 있는 사실");
        push(TallyGroup::Support, "official", official, facts.official, Some(facts.all));
        for ((key, english, korean), (count, of)) in PLACED.iter().zip(facts.placed) {
            push(TallyGroup::Support, key, say(english, korean), of, Some(count));
        }
        for text in clauses.keys().chain(uncounted.keys()).collect::<SortedSet<_>>() {
            let tally = |form, count, note| {
                Row::Tally(Tally {
                    group: TallyGroup::Clauses,
                    key: text.clone(),
                    label: self.name_or_id(text),
                    form,
                    count,
                    of: None,
                    note,
                })
            };
            let forms = || clauses.get(text).into_iter().flatten();
            rows.extend(forms().map(|(form, count)| tally(Some(*form), *count, None)));
            let all = forms().map(|(_, count)| count).sum();
            rows.extend(uncounted.get(text).map(|note| tally(None, all, Some(note.clone()))));
        }
        rows.extend(announced);
        Answer::new(self, "coverage", "", rows)
    }

    /// The records of the view, as it shows them.
    pub(super) fn records(&self) -> impl Iterator<Item = (u32, Struct<'_>)> {
        let numbers = 0..u32::try_from(self.dataset().len()).unwrap_or(u32::MAX);
        numbers.filter_map(|number| Some((number, self.visible(number)?)))
    }

    /// A record as the view shows it; none where it is hidden.
    pub(super) fn visible(&self, number: u32) -> Option<Struct<'_>> {
        let tree = self.dataset().tree(number);
        let held = self.lens().record(self.dataset().kind(number), &tree);
        (held.truth != Truth::No).then(|| self.shown(number))
    }

    /// Counts the facts of a record or part. Values of the model are not nested deeply.
    fn count_facts(&self, owner: &Struct<'_>, record: &Struct<'_>, facts: &mut Facts) {
        for (field, node) in owner.iter() {
            if is_support(field) {
                continue;
            }
            let parts = node.items().filter_map(Node::as_struct);
            match field.shape.struct_type() {
                Some(of) if of.name == "observation" => {
                    for row in parts {
                        let own: Vec<_> = row.parts("cite").collect();
                        let table = || supporting(record, "observation").collect();
                        let cites = if own.is_empty() { table() } else { own };
                        self.count_fact(Some(1), &cites, facts);
                    }
                }
                Some(of) if of.part => parts.for_each(|part| self.count_facts(part, record, facts)),
                _ => {
                    let cites: Vec<_> = supporting(owner, field.name).collect();
                    self.count_fact(sort(field), &cites, facts);
                }
            }
        }
    }

    fn count_fact(&self, sort: Option<usize>, cites: &[&Struct<'_>], facts: &mut Facts) {
        facts.all += 1;
        let basis = |cite: &&Struct<'_>| {
            cite.leaf("basis").map_or(Some(Basis::Stated), |basis| basis.parse().ok())
        };
        if let Some(best) = cites.iter().filter_map(basis).min() {
            *facts.by_basis.or_default(best) += 1;
        }
        let official = |cite: &&Struct<'_>| {
            let source = cite.leaf("source").and_then(|id| self.dataset().find(id));
            let tier = source.map(|number| self.dataset().tree(number));
            matches!(
                tier.as_ref().and_then(|source| source.leaf("tier")),
                Some("official-text" | "official-site" | "statistics")
            )
        };
        facts.official += usize::from(cites.iter().any(official));
        if let Some(sort) = sort {
            facts.placed[sort].0 += 1;
            facts.placed[sort].1 += usize::from(cites.iter().any(|cite| cite.leaf("at").is_some()));
        }
    }
}

/// What is known of the number of clauses of a text, where nobody knows it.
fn uncounted_note(kind: Kind, record: &Struct<'_>) -> Option<String> {
    let mut absent = record.parts("absent").filter(|absent| absent.leaf("state") != Some("none"));
    let of_clauses = absent.find(|absent| absent.leaf("field") == Some("count"))?;
    let note = of_clauses.leaf("note").unwrap_or_default().to_owned();
    (kind == Kind::Instrument).then_some(note)
}

/// Fields that say how something is known, and are no facts of their own.
fn is_support(field: &Field) -> bool {
    matches!(field.name, "id" | "cite" | "alternative" | "absent" | "reviewed")
}

/// Whether a field is a date, a figure or a link.
fn sort(field: &Field) -> Option<usize> {
    match field.shape.class() {
        Class::Point | Class::Span => Some(0),
        Class::Quantity | Class::Money | Class::Count => Some(1),
        Class::Ref(_) | Class::Concept(_) => Some(2),
        _ => None,
    }
}
