//! Answers in every form: which blocks a page is made of, and which forms an answer has.

use std::borrow::Cow;

use partnership_core::answer::{Answer, Row};
use partnership_core::describe::{Struct, label};
use partnership_core::model::{Basis, Kind};
use partnership_core::value::Truth;
use partnership_core::view::{Verdict, View};

use super::csv::Profile;
use super::{
    Block, Tone, Words, brief, card, checked, coverage, csv, difference, json, lineage, mirror,
    printed, promises, search, sentences, sources, table, ties, timeline, totals, traced, verify,
};
use crate::args::Format;
use crate::failure::Failure;
use partnership_core::counted;

/// What all blocks of a page need: the view, for names of what rows refer to, and the answer, for numbers of sources.
pub(super) struct Page<'p> {
    pub(super) view: &'p View<'p>,
    pub(super) answer: &'p Answer,
    pub(super) lang: String,
}

/// How an answer is to be shown.
#[derive(Clone, Debug)]
pub(crate) struct Manner {
    pub(crate) format: Format,
    pub(crate) profile: Profile,
    pub(crate) width: usize,
    /// Whether the day of validity, and that of knowledge, were asked for as `today`.
    pub(crate) today: (bool, bool),
}

/// An answer in a form.
///
/// # Errors
/// When it has no rows that the form could hold.
pub(crate) fn print(view: &View<'_>, answer: &Answer, manner: &Manner) -> Result<String, Failure> {
    let page = Page { view, answer, lang: view.language().to_string() };
    Ok(match manner.format {
        Format::Json => json::envelope(answer),
        Format::Jsonl | Format::Csv if !has_rows(answer) => {
            let message =
                format!("`{}` has no rows, so it has no csv and no jsonl", answer.command());
            return Err(Failure::usage(message, "use `--format text`, `json`, `md` or `html`"));
        }
        Format::Jsonl => json::lines(answer),
        Format::Csv => csv::answer(answer, &page.lang, manner.profile),
        Format::Text => super::to_text(&page.blocks(manner), manner.width),
        Format::Md => super::to_markdown(&page.blocks(manner)),
        Format::Html => super::to_html(&page.titled(manner), &page.lang),
    })
}

/// A briefing of the whole has sections, all else has rows.
fn has_rows(answer: &Answer) -> bool {
    answer.command() != "brief" || !answer.text().is_empty()
}

impl Page<'_> {
    /// The blocks, with the name of the dataset and the question before what has no title of its own: a page is kept, and
    /// read apart from the command that asked for it.
    fn titled(&self, manner: &Manner) -> Vec<Block> {
        let blocks = self.blocks(manner);
        if matches!(blocks.first(), Some(Block::Title(_))) {
            return blocks;
        }
        let title = self.view.dataset().manifest().title.best(self.view.language());
        let question = format!("{} {}", self.answer.command(), self.answer.text());
        let head = [
            Block::Title(title.map_or("", |(_, title)| title).into()),
            Block::Para(Words::default().with(Tone::Dim, question.trim_end())),
        ];
        head.into_iter().chain(blocks).collect()
    }

    fn blocks(&self, manner: &Manner) -> Vec<Block> {
        let mut blocks = match self.answer.command() {
            _ if self.answer.rows().is_empty() => vec![self.nothing()],
            "show" => card::blocks(self),
            "search" => search::blocks(self),
            "timeline" => timeline::blocks(self),
            "brief" => brief::blocks(self),
            "cite" => brief::references(self),
            "diff" => difference::blocks(self),
            "coverage" => coverage::blocks(self),
            "wanted" => coverage::wanted(self),
            "verify" => verify::blocks(self),
            "total" => totals::totals(self),
            "rank" => totals::ranks(self),
            "mirror" => mirror::blocks(self),
            "figures" => traced::blocks(self),
            "commitments" => promises::ledger(self),
            "targets" => promises::targets(self),
            "implements" => ties::blocks(self),
            "unserved" => ties::unserved(self),
            "lineage" => lineage::blocks(self),
            "check" if sentences::are_told(self.answer) => {
                sentences::blocks(self, matches!(manner.format, Format::Html | Format::Md))
            }
            "check" => checked::blocks(self),
            "printed" => printed::blocks(self),
            _ => table::blocks(self),
        };
        let lead = self.say("Note: ", "참고: ");
        // On paper they share a paragraph.
        let joined = [self.answer.notes().join("; ")];
        let notes = match self.answer.rows() {
            [Row::Meeting(_), ..] => &joined[..],
            _ => self.answer.notes(),
        };
        for note in notes {
            blocks.push(Block::Para(Words::default().with(Tone::Dim, lead).plain(note)));
        }
        // A reference to a source is the source; one to a record names its sources by their keys, which are told here.
        let told =
            |row: &Row| matches!(row, Row::Reference(one) if one.kind == Kind::Source.as_str());
        match self.answer.rows() {
            // What is taken along has room for a short word on each.
            [Row::Meeting(_), ..] => blocks.extend(sources::short(self)),
            rows if !rows.iter().all(told) => blocks.extend(sources::blocks(self)),
            _ => {}
        }
        blocks.push(Block::Para(self.footer(manner)));
        blocks
    }

    /// Why there is no row, as a sentence.
    fn nothing(&self) -> Block {
        let why = self.answer.empty().map_or("nothing", |empty| empty.text.as_str());
        Block::Para(sentence(why).into())
    }

    /// The release that answered and the days that it was asked for.
    fn footer(&self, manner: &Manner) -> Words {
        let (on, known) = manner.today;
        Words::default().with(Tone::Dim, self.answer.footing(on, known))
    }

    /// A fixed phrase in the language of the view.
    pub(super) fn say(&self, english: &'static str, korean: &'static str) -> &'static str {
        if self.lang == "ko" { korean } else { english }
    }

    /// Numbers of sources, with the basis where it is not *stated*.
    pub(super) fn marks<'c, 'n: 'c>(
        &self,
        cites: impl IntoIterator<Item = &'c Struct<'n>>,
    ) -> Words {
        self.cited(cites, false)
    }

    /// The same with the places, the editors' rules and the notes.
    pub(super) fn places<'c, 'n: 'c>(
        &self,
        cites: impl IntoIterator<Item = &'c Struct<'n>>,
    ) -> Words {
        self.cited(cites, true)
    }

    fn cited<'c, 'n: 'c>(
        &self,
        cites: impl IntoIterator<Item = &'c Struct<'n>>,
        whole: bool,
    ) -> Words {
        let mut told: Vec<String> = Vec::new();
        for cite in cites {
            let id = cite.leaf("source").unwrap_or_default();
            let number = self.answer.source_number(id);
            let mut text = number.map_or_else(|| id.to_owned(), |number| number.to_string());
            if let (true, Some(at)) = (whole, cite.leaf("at")) {
                text += &format!(" {at}");
            }
            if let Some(basis) = self.basis(cite) {
                let comma = if whole { "," } else { "" };
                text += &format!("{comma} {basis}");
            }
            if let (true, Some(rule)) = (whole, cite.leaf("rule")) {
                text += &format!(" ({rule})");
            }
            if let (true, Some(note)) = (whole, cite.leaf("note")) {
                text += &format!("; {note}");
            }
            if !told.contains(&text) {
                told.push(text);
            }
        }
        told.iter().fold(Words::default(), |words, text| {
            words.and(Words::default().with(Tone::Mark, format!("[{text}]")))
        })
    }

    /// How a citation supports, in words; none where the source states it.
    pub(super) fn basis(&self, cite: &Struct<'_>) -> Option<String> {
        let basis: Basis = cite.leaf("basis")?.parse().ok()?;
        (basis != Basis::Stated).then(|| basis.label(&self.lang).into_owned())
    }

    /// The name of a field, in the language of the view.
    pub(super) fn label(&self, field: &str) -> Cow<'static, str> {
        label(field, &self.lang)
    }

    /// `maybe`, with its reasons; nothing where it is sure.
    pub(super) fn maybe(&self, verdict: Verdict) -> Words {
        if verdict.truth != Truth::Maybe {
            return Words::default();
        }
        let reasons: Vec<_> = verdict.reasons().map(|why| why.said(&self.lang)).collect();
        let maybe = self.say("maybe", "불확실");
        let text = if reasons.is_empty() {
            format!("({maybe})")
        } else {
            format!("({maybe}: {})", reasons.join("; "))
        };
        Words::default().with(Tone::Maybe, text)
    }

    /// `1 row`, or `12 rows, and 3 maybe`.
    pub(super) fn count(&self, unit: &str, verdicts: impl Iterator<Item = Verdict>) -> Block {
        let (mut sure, mut maybe) = (0, 0);
        verdicts
            .for_each(|verdict| if verdict.truth == Truth::Yes { sure += 1 } else { maybe += 1 });
        let text = match (self.lang.as_str(), maybe) {
            ("ko", 0) => format!("{sure}건"),
            ("ko", _) => format!("{sure}건, 불확실 {maybe}건"),
            (_, 0) => counted(sure, unit),
            _ => format!("{}, and {maybe} maybe", counted(sure, unit)),
        };
        Block::Para(Words::default().with(Tone::Dim, text))
    }

    /// The rows that are records.
    pub(super) fn records(
        &self,
    ) -> impl Iterator<Item = &partnership_core::answer::RecordRow> + Clone {
        self.answer.rows().iter().filter_map(Row::as_record)
    }
}

/// A text of the core, which begins small and has no full stop, as a sentence; a question ends with its own mark.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
    let stop = if text.ends_with('?') { "" } else { "." };
    format!("{}{}{stop}", first.unwrap_or_default(), letters.as_str())
}
