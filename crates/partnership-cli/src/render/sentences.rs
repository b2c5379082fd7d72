//! Sentences with their verdicts in the margin: how each is read, what it rests on, or why it is not read.

use partnership_core::answer::{Answer, Cell, Row, Sentence, SentenceState};
use partnership_core::claim::{ClaimVerdict, Reading};
use partnership_core::sentence::KnownAs;

use super::answer::Page;
use super::columns::{list, sources, text};
use super::{Block, Entry, Tone, Words};

/// The rows; of a page to be kept, also the sentences that have nothing to check.
pub(super) fn blocks(page: &Page<'_>, is_whole: bool) -> Vec<Block> {
    let rows = page.answer.rows().iter().filter_map(row);
    let shown = rows.filter(|row| is_whole || row.state != SentenceState::Nothing);
    let title = page.say("Held against the record", "기록에 비추어 보면");
    vec![
        Block::Title(title.into()),
        Block::Rows(shown.flat_map(|row| page.sentence(row)).collect()),
    ]
}

/// Whether an answer is of sentences, not of claims.
pub(super) fn are_told(answer: &Answer) -> bool {
    answer.rows().iter().any(|one| row(one).is_some())
}

fn row(row: &Row) -> Option<&Sentence> {
    match row {
        Row::Sentence(row) => Some(row),
        _ => None,
    }
}

/// A line for a sentence.
pub(super) fn cells(row: &Row) -> Option<Vec<Cell>> {
    let Row::Sentence(row) = row else { return None };
    let cells = [
        row.id.clone(),
        row.start.to_string(),
        row.label.clone(),
        row.state.to_string(),
        text(&row.verdict),
        row.read_as.clone(),
        list(&row.depends_on),
        list(&row.missing),
        text(&row.refused),
        text(&row.nearest),
        sources(row.reading.iter().flat_map(Reading::cites)),
    ];
    Some(cells.map(|text| Cell { text, number: false }).into())
}

impl Page<'_> {
    fn sentence(&self, row: &Sentence) -> Vec<Entry> {
        let text = match row.label.trim().is_empty() {
            true => self.say("(nothing)", "(없음)").to_owned(),
            false => row.label.split_whitespace().collect::<Vec<_>>().join(" "),
        };
        let tone = if row.state == SentenceState::Nothing { Tone::Dim } else { Tone::Strong };
        let lead = Words::default().with(Tone::Lead, self.margin(row));
        let mut entries = vec![Entry::new(lead, Words::default().with(tone, text))];
        let mut add = |lead: &str, text: String| {
            let lead = Words::default().with(Tone::Lead, lead);
            entries.push(Entry::new(lead, text).deeper(1));
        };
        match row.state {
            SentenceState::Nothing => {}
            SentenceState::Read => {
                add(self.say("read as", "이해한 뜻"), row.read_as.clone());
                entries.extend(self.rests_on(
                    &row.depends_on,
                    &row.reading,
                    &row.missing,
                    &row.since,
                ));
            }
            SentenceState::NotRead => {
                add(self.say("because", "이유"), row.refused.clone().unwrap_or_default());
                let known = row.known.iter().map(|known| {
                    let what = known.known_as.label(&self.lang);
                    let ids = match (known.known_as, known.id.join(" or ")) {
                        (KnownAs::Number | KnownAs::Year, _) => String::new(),
                        (_, ids) => format!(" {ids}"),
                    };
                    format!("{} ({what}{ids})", known.words)
                });
                let known: Vec<String> = known.collect();
                if !known.is_empty() {
                    add(self.say("recognised", "알아본 것"), known.join("; "));
                }
                if let Some(nearest) = &row.nearest {
                    add(self.say("nearest", "가까운 문장"), nearest.clone());
                }
                for evidence in &row.beside {
                    let period =
                        evidence.period.as_ref().map(ToString::to_string).unwrap_or_default();
                    let of = evidence.record.as_str();
                    let name = self.view.name_or_id(of);
                    let text = Words::from(format!("{name}: {}", evidence.value))
                        .and(self.marks(&evidence.cite));
                    let lead = Words::default().with(Tone::Lead, period);
                    entries.push(Entry::new(lead, text).deeper(1));
                }
            }
        }
        entries
    }

    /// What stands in the margin.
    fn margin(&self, row: &Sentence) -> &'static str {
        match (row.state, row.verdict) {
            (SentenceState::Nothing, _) => "",
            (SentenceState::NotRead, _) | (_, None) => self.say("not read", "읽지 못함"),
            (_, Some(ClaimVerdict::Supported)) => self.say("supported", "뒷받침됨"),
            (_, Some(ClaimVerdict::Contradicted)) => self.say("contradicted", "반박됨"),
            (_, Some(ClaimVerdict::Depends)) => self.say("depends", "읽기에 따라 다름"),
            (_, Some(ClaimVerdict::NotInRecord)) => self.say("not in record", "기록에 없음"),
            (_, Some(ClaimVerdict::Untestable)) => self.say("not to be tested", "검증 대상 아님"),
        }
    }
}
