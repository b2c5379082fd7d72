//! The briefing, section by section; and references for a bibliography.

use partnership_core::answer::{MeetingLine, Row};
use partnership_core::value::Truth;

use super::answer::Page;
use super::{Block, Entry, Tone, Words};

/// Sections with their lines.
pub(super) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let manifest = page.view.dataset().manifest();
    let title = manifest.title.best(page.view.language()).map_or("", |(_, title)| title);
    if let [Row::Meeting(first), ..] = page.answer.rows() {
        let name = page.view.name_or_id(&first.id);
        let title = match page.lang.as_str() {
            "ko" => format!("회의 자료: {name}"),
            _ => format!("For the meeting: {name}"),
        };
        return [Block::Title(title.into())].into_iter().chain(meeting(page)).collect();
    }
    let mut blocks = vec![Block::Title(title.into())];
    for row in page.answer.rows() {
        let Row::Section(section) = row else { continue };
        blocks.push(Block::Heading(section.title.as_str().into()));
        let entries = section.line.iter().map(|line| {
            let text = Words::from(line.text.as_str());
            let text = text.and(page.maybe(line.verdict)).and(page.marks(&line.cite));
            Entry::new(Words::default().with(Tone::Lead, &line.lead), text)
        });
        blocks.push(Block::Rows(entries.collect()));
    }
    blocks
}

/// The two pages for a meeting, part by part, after a line on how they are read.
fn meeting(page: &Page<'_>) -> Vec<Block> {
    let lines = page.answer.rows().iter().filter_map(|row| match row {
        Row::Meeting(line) => Some(&**line),
        _ => None,
    });
    let lines: Vec<&MeetingLine> = lines.collect();
    let parts = lines.chunk_by(|one, other| one.part == other.part).flat_map(|part| {
        let heading = part.first().map(|line| line.part.title(&page.lang));
        let entries = part.iter().map(|line| {
            let text = Words::from(line.text.as_str()).and(page.doubt(line));
            let text = text.and(page.marks(&line.cite));
            let id = Words::default().with(Tone::Dim, format!("({})", line.id));
            Entry::new(Words::default().with(Tone::Lead, &line.lead), text.and(id))
        });
        heading
            .map(|title| Block::Heading(title.into()))
            .into_iter()
            .chain([Block::Rows(entries.collect())])
    });
    let read = page.say(
        "Each line ends with its sources, numbered as below with a word where they do not state it themselves, and the id \
         of its record, of which `partnership show ID` tells all. “Press only”: nothing but news supports it. “Maybe”: the \
         record leaves it open. A date with ~ is about then, one with ? uncertain. Nothing that comes of the meeting itself \
         is told.",
        "각 줄 끝의 번호는 아래 출처(직접 밝히지 않으면 그 방식), 괄호 안은 기록의 식별자이며, `partnership show ID`로 \
         전체를 볼 수 있음. “언론 보도만”은 보도 외의 근거가 없다는 뜻, “불확실”은 기록만으로 알 수 없다는 뜻. 날짜의 ~는 \
         대략, ?는 불분명. 회의 자체의 결과는 싣지 않음.",
    );
    [Block::Para(Words::default().with(Tone::Dim, read))].into_iter().chain(parts).collect()
}

impl Page<'_> {
    /// How sure a line is, and whether nothing but the press supports it.
    fn doubt(&self, line: &MeetingLine) -> Words {
        let mut doubts: Vec<String> = Vec::new();
        if line.press {
            doubts.push(self.say("press only", "언론 보도만").to_owned());
        }
        if line.truth == Truth::Maybe {
            let reasons: Vec<_> = line.why.iter().map(|why| why.said(&self.lang)).collect();
            doubts.push(format!("{}: {}", self.say("maybe", "불확실"), reasons.join("; ")));
        }
        match doubts.is_empty() {
            true => Words::default(),
            false => Words::default().with(Tone::Maybe, format!("({})", doubts.join("; "))),
        }
    }
}

/// References, each as a paragraph.
pub(super) fn references(page: &Page<'_>) -> Vec<Block> {
    let rows = page.answer.rows().iter().filter_map(|row| match row {
        Row::Reference(reference) => Some(Block::Para(addressed(&reference.text))),
        _ => None,
    });
    rows.collect()
}

/// A text in which addresses stay in one piece, so that they can be copied.
fn addressed(text: &str) -> Words {
    let mut words = Words::default();
    for part in text.split_inclusive(' ') {
        let address = part.trim_end_matches([' ', ',', '.']);
        if ["https://", "http://"].iter().any(|scheme| part.starts_with(scheme)) {
            words.add(Tone::Link, address);
            words.add(Tone::Plain, part.get(address.len()..).unwrap_or_default());
        } else {
            words.add(Tone::Plain, part);
        }
    }
    words
}
