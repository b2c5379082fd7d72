//! Whether the passages that citations point to are where they say, in a copy of the text of their source.

use partnership_derive::Described;

use super::{Answer, Row};
use crate::check::{About, Located, TextCopy};
use crate::describe::{Node, Struct};
use crate::model::{Kind, RecordId};
use crate::order::Order;
use crate::query::QueryError;
use crate::sorted::SortedMap;
use crate::value::{Passage, Place};
use crate::view::{View, every_cite};

/// Most characters of a paragraph that are shown.
const OPENING: usize = 60;
/// In a place of so many paragraphs what was read is looked for among them.
const MOST_AMONG: usize = 24;

/// How a place in a source stands in a copy of its text; the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum PassageState {
    /// The text has no such place.
    #[described(ko = "없음")]
    Missing,
    /// What stands at the place is not what was read.
    #[described(ko = "달라짐")]
    Changed,
    /// What was read stands elsewhere than where the place points.
    #[described(ko = "자리 어긋남")]
    Misplaced,
    /// What was read stands at the place, which has another number of paragraph than the passage says.
    #[described(ko = "옮겨짐")]
    Moved,
    /// No rule says which paragraph the place names, and no passage does.
    #[described(ko = "자리 모름")]
    Unplaced,
    /// The text has the place; no passage is recorded.
    #[described(ko = "자리 확인")]
    Placed,
    /// What was read stands where the citation says.
    #[described(ko = "일치")]
    Verified,
    /// The citation names the source as a whole.
    #[described(ko = "전체 인용")]
    Whole,
    /// No citation names the paragraph.
    #[described(ko = "인용되지 않음")]
    Unreferenced,
}

impl PassageState {
    /// Whether a citation has to be mended, or the copy is of another text.
    pub fn is_fault(self) -> bool {
        self < PassageState::Placed
    }
}

/// A place in a source with the citations that name it, or a paragraph that none names.
#[derive(Clone, Debug, Described)]
pub struct Verified {
    /// The source.
    #[described(required)]
    pub source: String,
    /// How it stands.
    #[described(required)]
    pub state: PassageState,
    /// The place as the citations give it; of a paragraph that none names, the place that a citation would give.
    pub at: Option<String>,
    /// The passage that the citations record.
    pub passage: Option<String>,
    /// The paragraphs where it stands, counted from 1.
    pub paragraph: Vec<u32>,
    /// The passage to record, for this copy.
    pub now: Option<String>,
    /// How many citations there are.
    #[described(required)]
    pub count: usize,
    /// The records that they are in.
    pub used: Vec<RecordId>,
    /// How a paragraph begins that no citation names.
    pub opening: Option<String>,
}

/// Citations alike in place and passage.
#[derive(Default)]
struct Cited {
    count: usize,
    used: Vec<RecordId>,
}

type Citations = SortedMap<(Option<Place>, Option<Passage>), Cited>;

impl View<'_> {
    /// Whether each passage that citations of a source point to is where they say in a copy of its text: places in the order
    /// of their state, the worst first, then of the text; last the paragraphs that no citation names. `known` says which
    /// paragraphs places name that no rule finds, see [`TextCopy`].
    ///
    /// # Errors
    /// When the id is not of a source.
    pub fn verify(
        &self,
        source: &str,
        text: &str,
        known: &[(String, u32)],
    ) -> Result<Answer, QueryError> {
        let shown = self.show(&[source])?;
        let id = shown.rows().first().map_or(source, Row::id);
        let of = self.dataset().find(id).filter(|at| self.dataset().kind(*at) == Kind::Source);
        let Some(number) = of else {
            let message = format!("`{source}` is not the id of a source");
            return Err(QueryError::new("P0304", 0..source.len(), message).within(source));
        };
        let cited = self.citations_of(id);
        let copy = self.copy(&self.dataset().tree(number), text, known, &cited);
        let mut rows: Vec<Verified> = cited
            .into_iter()
            .map(|((at, passage), cited)| {
                let (state, paragraph) = stands(&copy, at.as_ref(), passage.as_ref());
                let now = copy.passage(&paragraph).map(|passage| passage.to_string());
                Verified {
                    source: id.to_owned(),
                    state,
                    at: at.map(|at| at.to_string()),
                    passage: passage.map(|passage| passage.to_string()),
                    paragraph,
                    now,
                    count: cited.count,
                    used: cited.used,
                    opening: None,
                }
            })
            .collect();
        rows.order_by(|a, b| (a.state, &a.paragraph).cmp(&(b.state, &b.paragraph)));
        let named = |number: &u32| rows.iter().any(|row| row.paragraph.contains(number));
        let unnamed: Vec<u32> = (1..=copy.len()).filter(|number| !named(number)).collect();
        rows.extend(unnamed.into_iter().map(|number| unreferenced(id, &copy, number)));
        let is_named = |place: &str| {
            let mut cited = rows.iter().filter(|row| row.count > 0);
            cited.any(|row| row.at.as_ref().is_some_and(|at| at.eq_ignore_ascii_case(place)))
        };
        let idle = known.iter().filter(|(place, _)| !is_named(place));
        let idle: Vec<_> = idle.map(|(place, _)| crate::error::shown(place)).collect();
        let rows = rows.into_iter().map(Row::Verified).collect();
        let answer = Answer::new(self, "verify", id, rows);
        Ok(idle.into_iter().fold(answer, |answer, place| {
            answer.note(match self.language().as_str() {
                "ko" => format!("`{place}`: 이 자리를 든 인용이 없음"),
                _ => format!("no citation names the place `{place}`"),
            })
        }))
    }

    /// The citations of a source, by place and passage.
    fn citations_of(&self, source: &str) -> Citations {
        let mut all = Citations::default();
        for (number, record) in self.records() {
            every_cite(&record, &mut |cite| {
                let is_its = cite.leaf("source").is_some_and(|id| {
                    self.dataset().find(id).is_some_and(|at| self.dataset().id(at) == source)
                });
                if !is_its {
                    return;
                }
                let at = cite.leaf("at").and_then(|at| at.parse().ok());
                let passage = cite.leaf("passage").and_then(|passage| passage.parse().ok());
                let entry = all.or_default((at, passage));
                entry.count += 1;
                let id = self.dataset().id(number);
                if entry.used.last().map(RecordId::as_str) != Some(id) {
                    entry.used.extend(id.parse::<RecordId>());
                }
            });
        }
        all
    }

    /// The copy, read with what the record and the caller know of it.
    fn copy(
        &self,
        source: &Struct<'_>,
        text: &str,
        known: &[(String, u32)],
        cited: &Citations,
    ) -> TextCopy {
        let names = |record: &Struct<'_>, field: &str| {
            let texts = record.get(field).and_then(Node::as_map).unwrap_or_default().iter();
            let aliases = record.parts("alias").filter_map(|alias| alias.leaf("text"));
            let texts = texts.map(|(_, text)| text.to_string());
            texts.chain(aliases.map(str::to_owned)).collect::<Vec<_>>()
        };
        let authors = source.list("author").iter().filter_map(Node::as_str);
        let authors = authors.filter_map(|id| self.dataset().find(id));
        let author = authors.flat_map(|at| names(&self.dataset().tree(at), "name")).collect();
        let about = About { title: names(source, "title"), author, known: known.to_vec() };
        let copy = TextCopy::read(text, &about);
        // A place that no rule finds is where its passage stands.
        let held = cited.keys().filter_map(|(at, passage)| {
            let at = at.as_ref()?.to_string();
            let by_rule = copy.locate(&at) != Located::NoRule;
            let found = whereabouts(&copy, passage.as_ref()?, 1)?;
            (!by_rule).then_some((at, *found.first()?))
        });
        let held: Vec<_> = held.collect();
        if held.is_empty() {
            return copy;
        }
        TextCopy::read(text, &About { known: [known, &held].concat(), ..about })
    }
}

/// How a place stands, and in which paragraphs.
fn stands(
    copy: &TextCopy,
    at: Option<&Place>,
    passage: Option<&Passage>,
) -> (PassageState, Vec<u32>) {
    let located = at.map_or(Located::NoRule, |at| copy.locate(at.as_str()));
    let Some(passage) = passage else {
        return match located {
            _ if at.is_none() => (PassageState::Whole, Vec::new()),
            Located::At(numbers) => (PassageState::Placed, numbers),
            Located::Nowhere => (PassageState::Missing, Vec::new()),
            Located::NoRule => (PassageState::Unplaced, Vec::new()),
        };
    };
    let length = match &located {
        Located::At(numbers) => numbers.len(),
        _ => 1,
    };
    // Where the rule gives the place more paragraphs than were read, what was read stands among them.
    let among = match &located {
        Located::At(numbers) if !fits(copy, passage, numbers) => among(copy, passage, numbers),
        _ => None,
    };
    if let Some(found) = among {
        return (PassageState::Moved, found);
    }
    let found = whereabouts(copy, passage, length);
    match (located, found) {
        (Located::At(numbers), _) if fits(copy, passage, &numbers) => {
            let is_there = numbers.first() == Some(&passage.paragraph());
            (if is_there { PassageState::Verified } else { PassageState::Moved }, numbers)
        }
        (Located::At(_) | Located::Nowhere, Some(found)) => (PassageState::Misplaced, found),
        (Located::At(numbers), None) => (PassageState::Changed, numbers),
        (Located::NoRule, Some(found)) if found == [passage.paragraph()] => {
            (PassageState::Verified, found)
        }
        (Located::NoRule, Some(found)) => (PassageState::Moved, found),
        (Located::NoRule, None) if passage.paragraph() <= copy.len() => {
            (PassageState::Changed, vec![passage.paragraph()])
        }
        (Located::Nowhere | Located::NoRule, None) => (PassageState::Missing, Vec::new()),
    }
}

fn fits(copy: &TextCopy, passage: &Passage, numbers: &[u32]) -> bool {
    let texts: Option<Vec<&str>> = numbers.iter().map(|at| copy.paragraph(*at)).collect();
    texts.is_some_and(|texts| passage.fits(&texts.join(" ")))
}

/// The paragraphs of a place without a run of them, the shortest such, that have the digest of a passage.
fn among(copy: &TextCopy, passage: &Passage, numbers: &[u32]) -> Option<Vec<u32>> {
    let all = if numbers.len() > MOST_AMONG { &[] } else { numbers };
    let runs = (1..all.len()).flat_map(|run| (0..=all.len() - run).map(move |from| (from, run)));
    let mut left = runs.map(|(from, run)| [&all[..from], &all[from + run..]].concat());
    left.find(|numbers| fits(copy, passage, numbers))
}

/// Where so many paragraphs have the digest of a passage: where it says, else the first such place.
fn whereabouts(copy: &TextCopy, passage: &Passage, length: usize) -> Option<Vec<u32>> {
    let length = u32::try_from(length).ok()?;
    let from = |first: u32| (first..first.saturating_add(length)).collect::<Vec<_>>();
    let mut all = std::iter::once(passage.paragraph()).chain(1..=copy.len());
    all.find_map(|first| Some(from(first)).filter(|numbers| fits(copy, passage, numbers)))
}

fn unreferenced(source: &str, copy: &TextCopy, number: u32) -> Verified {
    let text = copy.paragraph(number).unwrap_or_default();
    let mut opening: String = text.chars().take(OPENING).collect();
    if opening.len() < text.len() {
        opening.push('…');
    }
    Verified {
        source: source.to_owned(),
        state: PassageState::Unreferenced,
        at: copy.place(number),
        passage: None,
        paragraph: vec![number],
        now: copy.passage(&[number]).map(|passage| passage.to_string()),
        count: 0,
        used: Vec::new(),
        opening: Some(opening),
    }
}

#[cfg(test)]
mod tests {
    use super::{PassageState, stands};
    use crate::check::{About, TextCopy};
    use crate::value::{Passage, Place};

    const TALK: &str = "\
The League asked Ada Quill about the bridge.

RL: Why a bridge?

Ms Quill: Boats are slow.

RL: And who pays?

Ms Quill: The members pay.
";

    /// What stands above the introduction belongs to it by the rule; what was read is there all the same.
    #[test]
    fn what_only_moved_is_not_changed() {
        let read = |text: &str| TextCopy::read(text, &About::default());
        let (old, new) = (read(TALK), read(&format!("A paragraph was put above it.\n\n{TALK}")));
        let changed = read(&TALK.replace("asked Ada", "never asked Ada"));
        let longer = read(&TALK.replace("Boats are slow.", "Boats are slow.\n\nThey leak."));
        let states = |at: &str, numbers: &[u32]| {
            let (place, passage): (Option<Place>, Option<Passage>) =
                (at.parse().ok(), old.passage(numbers));
            let of = |copy| stands(copy, place.as_ref(), passage.as_ref());
            [of(&old), of(&new), of(&changed), of(&longer)]
        };
        use PassageState::{Changed, Moved, Verified};
        assert_eq!(
            states("introduction", &[1]),
            [(Verified, vec![1]), (Moved, vec![2]), (Changed, vec![1]), (Verified, vec![1])]
        );
        assert_eq!(
            states("introduction; A2", &[1, 5]),
            [
                (Verified, vec![1, 5]),
                (Moved, vec![2, 6]),
                (Changed, vec![1, 5]),
                (Verified, vec![1, 6])
            ]
        );
        // An answer that gained a paragraph holds what was read, and no longer as a whole.
        assert_eq!(states("A1", &[3])[3], (Moved, vec![3]));
    }
}
