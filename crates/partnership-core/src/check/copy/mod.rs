//! A copy of the text of a source: its paragraphs, and the paragraphs that a place in the source names.
//!
//! The rule, in order:
//!
//! - **Paragraphs** are separated by empty lines; in a text without an empty line each line is one. They are counted from
//!   1, whatever they hold: this is the number that a passage writes.
//! - **Title**: the first paragraph that is the title of the source.
//! - **Captions**: paragraphs of a photo by their first words (`Photo …`, `A photo …`, `사진 …`) or by a credit in
//!   parentheses (`(Photo by …)`), and those that somebody names so.
//! - **Turns** of a conversation: a name of at most five words and a colon, which begins two paragraphs or more, begins a
//!   turn, if there are two such names or more. The first to speak asks: `Q3` is the third turn of that speaker, `A3` what
//!   the others say until the next question, `A3 ¶2` its second paragraph, captions left out.
//! - **Biography**: paragraphs outside the answers that begin with the name of an author, at most two words before it. **Editor's note**: the
//!   paragraph that begins so. Either ends the last turn.
//! - **Body**: what is left, of paragraphs that end as sentences do. Before the first turn it is the `introduction`; in a text
//!   without turns the introduction is its first paragraph.
//! - **`¶2`** is the second paragraph of the body, turns included. **`§2`** is the part that a paragraph numbered 2 begins
//!   (`2.`, `2)`, `§ 2`, `Article 2`, `제2조`) until the next number, and `§2 ¶1` its first paragraph; in a text without such
//!   numbers `§` is `¶`.
//! - A range (`¶2–3`) names all of it, and a list (`Q5, A5 ¶1–2`; `introduction; A3 ¶3`) each of its places.
//!
//! Other words (`opening`, `table 1`, `p. 3`) name no paragraph by rule: they rest on the passage alone.

mod roles;

use crate::sorted::SortedSet;
use crate::value::Passage;

use roles::{digits, numbered, roles, split};

/// What the record says of a source that helps to find places in it.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Its titles, in any language.
    pub title: Vec<String>,
    /// The names of its authors, in any language.
    pub author: Vec<String>,
    /// Places that no rule finds, with the paragraph that each names.
    pub known: Vec<(String, u32)>,
}

/// A copy of the text of a source.
#[derive(Clone, Debug)]
pub struct TextCopy {
    paragraphs: Vec<Paragraph>,
    known: Vec<(String, u32)>,
}

#[derive(Clone, Debug)]
struct Paragraph {
    text: String,
    role: Role,
    /// Number of the part that it belongs to; 0 before the first.
    section: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Title,
    Caption,
    /// A paragraph of the question of that number.
    Question(u32),
    /// A paragraph of the answer to that question.
    Answer(u32),
    Biography,
    Note,
    /// Body before the first turn, and of a text without turns.
    Body,
    /// What is no sentence, such as a line with a date.
    Other,
}

/// Which paragraphs a place names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Located {
    /// These, in order; never none.
    At(Vec<u32>),
    /// None: the text has no such place.
    Nowhere,
    /// No rule says.
    NoRule,
}

impl TextCopy {
    /// The paragraphs of a text, with what they are.
    #[must_use]
    pub fn read(text: &str, about: &About) -> Self {
        let texts = split(text);
        let roles = roles(&texts, about);
        let (mut section, mut paragraphs) = (0, Vec::new());
        for (text, role) in texts.into_iter().zip(roles) {
            if numbered(&text) == Some(section + 1) {
                section += 1;
            }
            paragraphs.push(Paragraph { text, role, section });
        }
        Self { paragraphs, known: about.known.clone() }
    }

    /// How many paragraphs there are.
    #[must_use]
    pub fn len(&self) -> u32 {
        u32::try_from(self.paragraphs.len()).unwrap_or(u32::MAX)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }

    /// The paragraph of that number, counted from 1, in its plain form.
    #[must_use]
    pub fn paragraph(&self, number: u32) -> Option<&str> {
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        self.paragraphs.get(at).map(|paragraph| paragraph.text.as_str())
    }

    /// The passage of those paragraphs; none where one of them is not there.
    #[must_use]
    pub fn passage(&self, numbers: &[u32]) -> Option<Passage> {
        let texts: Option<Vec<&str>> = numbers.iter().map(|at| self.paragraph(*at)).collect();
        Some(Passage::of(*numbers.first()?, &texts?.join(" ")))
    }

    /// The place of a paragraph as a citation writes it; none where no rule names it.
    #[must_use]
    pub fn place(&self, number: u32) -> Option<String> {
        if let Some((place, _)) = self.known.iter().find(|(_, at)| *at == number) {
            return Some(place.clone());
        }
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        let role = self.paragraphs.get(at)?.role;
        let among = |role| self.of(role).iter().position(|other| *other == number).unwrap_or(0) + 1;
        Some(match role {
            Role::Title => "title".to_owned(),
            Role::Caption => format!("caption {}", among(role)),
            Role::Question(turn) => format!("Q{turn}"),
            Role::Answer(turn) => format!("A{turn} ¶{}", among(role)),
            Role::Biography => "biography".to_owned(),
            Role::Note => "editor's note".to_owned(),
            Role::Body if self.has_turns() => "introduction".to_owned(),
            Role::Body => format!("¶{}", among(role)),
            Role::Other => return None,
        })
    }

    /// The paragraphs that a place names.
    #[must_use]
    pub fn locate(&self, place: &str) -> Located {
        let whole = folded(place);
        let (mut found, mut turn) = (SortedSet::default(), None);
        for part in whole.split([',', ';']).map(str::trim) {
            match self.one(part, &mut turn) {
                Located::At(numbers) => found.extend(numbers),
                Located::NoRule => return self.by_word(&whole),
                Located::Nowhere => return Located::Nowhere,
            }
        }
        Located::At(found.into_iter().collect())
    }

    /// The paragraph of a place that no rule finds, where somebody says which.
    fn by_word(&self, place: &str) -> Located {
        match self.known.iter().find(|(known, _)| folded(known) == place) {
            Some((_, number)) if self.paragraph(*number).is_some() => Located::At(vec![*number]),
            Some(_) => Located::Nowhere,
            None => Located::NoRule,
        }
    }

    /// The paragraphs of one place; `¶2` after `A1 ¶1` is one of the same answer.
    fn one(&self, place: &str, turn: &mut Option<Vec<u32>>) -> Located {
        match place {
            "title" | "headline" => return found(self.of(Role::Title)),
            "biography" => return found(self.of(Role::Biography)),
            "editor's note" => return found(self.of(Role::Note)),
            "introduction" if self.has_turns() => return found(self.of(Role::Body)),
            "introduction" => return found(self.body().into_iter().take(1).collect()),
            _ => {}
        }
        if let Some(number) = caption(place) {
            let at = self.of(Role::Caption).get(number - 1).copied();
            // Which paragraphs are captions is not always to be seen, so one more may be there.
            return at.map_or(Located::NoRule, |at| Located::At(vec![at]));
        }
        let Some(steps) = steps(place) else { return Located::NoRule };
        let mut among: Option<Vec<u32>> = None;
        for (unit, first, last) in steps {
            let range = |all: &[u32]| -> Vec<u32> {
                (first..=last).filter_map(|n| all.get(n as usize - 1).copied()).collect()
            };
            let turns = |role: fn(u32) -> Role| (first..=last).flat_map(move |n| self.of(role(n)));
            let numbers = match (unit, &among) {
                ('q', None) => turns(Role::Question).collect(),
                ('a', None) => turns(Role::Answer).collect(),
                ('§', None) if self.has_sections() => self.section(first, last),
                ('¶', Some(among)) => range(among),
                ('¶', None) if turn.is_some() => range(turn.as_deref().unwrap_or_default()),
                ('¶' | '§', None) => range(&self.body()),
                _ => return Located::NoRule,
            };
            if among.is_none() && unit != '¶' {
                *turn = Some(numbers.clone());
            }
            // All of a range is there, or the place is not.
            if numbers.is_empty()
                || (unit == '¶' && numbers.len() as u64 != u64::from(last - first) + 1)
            {
                return Located::Nowhere;
            }
            among = Some(numbers);
        }
        found(among.unwrap_or_default())
    }

    fn numbers(&self, of: impl Fn(&Paragraph) -> bool) -> Vec<u32> {
        (1..).zip(&self.paragraphs).filter(|(_, one)| of(one)).map(|(number, _)| number).collect()
    }

    fn of(&self, role: Role) -> Vec<u32> {
        self.numbers(|paragraph| paragraph.role == role)
    }

    fn body(&self) -> Vec<u32> {
        self.numbers(|one| matches!(one.role, Role::Body | Role::Question(_) | Role::Answer(_)))
    }

    fn section(&self, first: u32, last: u32) -> Vec<u32> {
        self.numbers(|one| (first..=last).contains(&one.section) && one.role != Role::Caption)
    }

    fn has_turns(&self) -> bool {
        self.paragraphs.iter().any(|one| matches!(one.role, Role::Question(_)))
    }

    fn has_sections(&self) -> bool {
        self.paragraphs.iter().any(|one| one.section > 0)
    }
}

fn found(numbers: Vec<u32>) -> Located {
    if numbers.is_empty() { Located::Nowhere } else { Located::At(numbers) }
}

/// Which caption a place names: `second photo caption`, `caption 2`.
fn caption(place: &str) -> Option<usize> {
    const ORDINALS: [&str; 9] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
    let words: Vec<&str> = place.split(' ').collect();
    match words.as_slice() {
        ["photo", "caption"] | ["caption"] => Some(1),
        ["photo", "caption", number] | ["caption", number] => {
            number.parse().ok().filter(|number| *number > 0)
        }
        [ordinal, "photo", "caption"] | [ordinal, "caption"] => {
            ORDINALS.iter().position(|known| known == ordinal).map(|at| at + 1)
        }
        _ => None,
    }
}

/// The units of a place with their ranges: `a6 ¶5–6` is answer 6, then paragraphs 5 to 6.
fn steps(place: &str) -> Option<Vec<(char, u32, u32)>> {
    let mut steps = Vec::new();
    let mut rest = place;
    while let Some(unit) = rest.chars().next() {
        rest = rest[unit.len_utf8()..].trim_start_matches(unit).trim_start();
        let (first, tail) = digits(rest)?;
        let end = tail.trim_start().strip_prefix(['–', '-']).map(str::trim_start);
        let (last, tail) = match end.and_then(digits) {
            Some((last, tail)) => (last, tail),
            None => (first, tail),
        };
        if !matches!(unit, 'q' | 'a' | '¶' | '§')
            || first == 0
            || last < first
            || last - first > 999
        {
            return None;
        }
        steps.push((unit, first, last));
        rest = tail.trim_start();
    }
    (!steps.is_empty()).then_some(steps)
}

/// A text in its plain form, in small letters.
fn folded(text: &str) -> String {
    Passage::plain(text).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{About, Located, TextCopy};

    /// Invented, as are its persons.
    const TALK: &str = "\
Photo of the mill at dusk. (Photo by Ines Orr)

The lake and its bridge

Published on a Monday

The League asked Ada Quill about the bridge.

Ada Quill keeps the mill.

RL: Why a bridge?

Ms Quill: Boats are slow.
They also leak.

The far shore is “near”.

A photo from the opening of the bridge.

RL: And who pays?

Ms Quill: The members pay: all of them.

Children wave at the mill

RL: When?

Ms Quill: In spring.

Editor's Note:
The talk was held in Mill Town.

Ada Quill keeps the mill.
";

    fn copy(known: &[(&str, u32)]) -> TextCopy {
        let known = known.iter().map(|(place, at)| ((*place).to_owned(), *at)).collect();
        let about = About {
            title: vec!["The Lake and its Bridge".to_owned()],
            author: vec!["Ada Quill".to_owned()],
            known,
        };
        TextCopy::read(TALK, &about)
    }

    fn told(copy: &TextCopy, places: &[&str]) -> String {
        let one = |place: &&str| match copy.locate(place) {
            Located::At(numbers) => format!("{place}: {numbers:?}\n"),
            other => format!("{place}: {other:?}\n"),
        };
        places.iter().map(one).collect()
    }

    #[test]
    fn places_of_a_talk_are_found_by_rule() {
        let places = [
            "title",
            "introduction",
            "biography",
            "first photo caption",
            "second photo caption",
            "third photo caption",
            "Q1",
            "A1",
            "A1 ¶1",
            "A1 ¶2",
            "A1 ¶3",
            "A1 ¶1–2",
            "Q2, A2 ¶1",
            "A1 ¶1, ¶2",
            "introduction; A3 ¶1",
            "Q4",
            "Editor’s note",
            "¶2",
            "opening",
            "table 1",
        ];
        insta::assert_snapshot!(told(&copy(&[]), &places), @"
        title: [2]
        introduction: [4]
        biography: [5, 16]
        first photo caption: [1]
        second photo caption: [9]
        third photo caption: NoRule
        Q1: [6]
        A1: [7, 8]
        A1 ¶1: [7]
        A1 ¶2: [8]
        A1 ¶3: Nowhere
        A1 ¶1–2: [7, 8]
        Q2, A2 ¶1: [10, 11]
        A1 ¶1, ¶2: [7, 8]
        introduction; A3 ¶1: [4, 14]
        Q4: Nowhere
        Editor’s note: [15]
        ¶2: [6]
        opening: NoRule
        table 1: NoRule
        ");
    }

    #[test]
    fn a_caption_that_is_named_belongs_to_no_answer() {
        let (bare, named) = (copy(&[]), copy(&[("third photo caption", 12)]));
        assert_eq!(told(&bare, &["A2"]), "A2: [11, 12]\n");
        assert_eq!(
            told(&named, &["A2", "third photo caption"]),
            "A2: [11]\nthird photo caption: [12]\n"
        );
        assert_eq!(bare.place(12).unwrap(), "A2 ¶2");
        assert_eq!(named.place(12).unwrap(), "third photo caption");
    }

    #[test]
    fn every_place_that_a_paragraph_is_given_leads_back_to_it() {
        let copy = copy(&[]);
        for number in 1..=copy.len() {
            let Some(place) = copy.place(number) else { continue };
            let Located::At(numbers) = copy.locate(&place) else { panic!("{place}") };
            assert!(numbers.contains(&number), "{place}");
        }
    }

    #[test]
    fn parts_and_lines_are_counted_where_there_is_no_talk() {
        let pact = "Bridge Pact\n1. The bridge is built.\nIt is of wood.\n2. The members pay.\n2.5 parts in ten are the mill's.\n";
        let copy = TextCopy::read(pact, &About::default());
        let places = ["§1", "§1 ¶2", "§2", "§3", "§1–2", "¶1", "introduction"];
        insta::assert_snapshot!(told(&copy, &places), @"
        §1: [2, 3]
        §1 ¶2: [3]
        §2: [4, 5]
        §3: Nowhere
        §1–2: [2, 3, 4, 5]
        ¶1: [2]
        introduction: [2]
        ");
        let plain = TextCopy::read("A lake.\n\nA mill\nby it.\n", &About::default());
        assert_eq!(told(&plain, &["§2", "¶1–2", "¶2–3"]), "§2: [2]\n¶1–2: [1, 2]\n¶2–3: Nowhere\n");
    }

    proptest::proptest! {
        #[test]
        fn no_text_and_no_place_is_too_odd(
            text in "([A-Z]: |[a-z§¶0-9. :\\n“é한]|\n\n)*", place in "[AQ§¶0-9–;, a-z]*",
        ) {
            let copy = TextCopy::read(&text, &About::default());
            if let Located::At(numbers) = copy.locate(&place) {
                assert!(!numbers.is_empty());
                assert!(copy.passage(&numbers).is_some());
            }
        }
    }
}
