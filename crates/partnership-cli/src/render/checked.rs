//! The report card of claims: a heading for each verdict, and under each claim its readings, arithmetic and sources.

use partnership_core::answer::{Checked, Row};
use partnership_core::claim::{ClaimVerdict, Reading, Turning};

use super::answer::Page;
use super::{Block, Entry, Tone, Words};

/// No more readings of later years are told.
const MOST_SINCE: usize = 4;

/// Verdicts in the order of their headings: what a reader looks for first.
const VERDICTS: [ClaimVerdict; 5] = [
    ClaimVerdict::Contradicted,
    ClaimVerdict::Depends,
    ClaimVerdict::Supported,
    ClaimVerdict::NotInRecord,
    ClaimVerdict::Untestable,
];

/// The numbers, then the claims.
pub(super) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let all: Vec<&Checked> = page.answer.rows().iter().filter_map(row).collect();
    let of = |verdict| all.iter().filter(move |row| row.verdict == verdict);
    let told = VERDICTS.iter().filter(|verdict| of(**verdict).count() > 0);
    let told = told.map(|verdict| match page.lang.as_str() {
        "ko" => format!("{} {}건", verdict.label("ko"), of(*verdict).count()),
        lang => format!("{} {}", of(*verdict).count(), verdict.label(lang)),
    });
    let told: Vec<String> = told.collect();
    let mut blocks = vec![Block::Title(page.of_whom().into()), Block::Para(told.join(", ").into())];
    for verdict in VERDICTS {
        let rows: Vec<Entry> = of(verdict).flat_map(|row| page.claim(row)).collect();
        if !rows.is_empty() {
            blocks.push(Block::Heading(page.heading_of(verdict).into()));
            blocks.push(Block::Rows(rows));
        }
    }
    blocks
}

pub(super) fn row(row: &Row) -> Option<&Checked> {
    match row {
        Row::Checked(row) => Some(row),
        _ => None,
    }
}

impl Page<'_> {
    /// Whose claims these are.
    fn of_whom(&self) -> String {
        let text = self.answer.text();
        let id = text.strip_prefix("source:").or(text.strip_prefix("speaker:"));
        match id.and_then(|id| self.view.name_of(id)) {
            Some(name) => name,
            None => self.say("Claims held against the record", "기록에 비추어 본 주장").to_owned(),
        }
    }

    fn heading_of(&self, verdict: ClaimVerdict) -> &'static str {
        match verdict {
            ClaimVerdict::Contradicted => self.say("Contradicted", "반박됨"),
            ClaimVerdict::Depends => self.say("Depends on how it is read", "읽기에 따라 다름"),
            ClaimVerdict::Supported => self.say("Supported", "뒷받침됨"),
            ClaimVerdict::NotInRecord => self.say(
                "Not in record: neither borne out nor refuted",
                "기록에 없음: 확인도 반박도 되지 않음",
            ),
            ClaimVerdict::Untestable => self.say("Not to be tested", "검증 대상 아님"),
        }
    }

    fn claim(&self, row: &Checked) -> Vec<Entry> {
        let mut about = vec![row.id.clone()];
        about.extend(row.speaker_label.clone());
        about.extend(row.said.as_ref().map(ToString::to_string));
        let mut text = Words::default().with(Tone::Strong, row.label.as_str());
        if let Some(printed) = &row.printed {
            text.add(Tone::Plain, format!(" (“{printed}”)"));
        }
        text.add(Tone::Dim, format!(" ({})", about.join(", ")));
        let mut entries = vec![Entry::new("", text.and(self.marks(&row.cite)))];
        entries.extend(self.rests_on(&row.depends_on, &row.reading, &row.missing, &row.since));
        if !row.others.is_empty() {
            let ids: Vec<&str> = row.others.iter().map(|id| id.as_str()).collect();
            let lead = Words::default().with(Tone::Lead, self.say("others say", "다른 주장"));
            entries.push(Entry::new(lead, ids.join(", ")).deeper(1));
        }
        entries
    }

    /// What a verdict rests on, a line each.
    pub(super) fn rests_on(
        &self,
        depends_on: &[Turning],
        readings: &[Reading],
        missing: &[String],
        since: &[Reading],
    ) -> Vec<Entry> {
        let mut entries = Vec::new();
        let mut add = |lead: &str, text: Words| {
            let lead = Words::default().with(Tone::Lead, lead);
            entries.push(Entry::new(lead, text).deeper(1));
        };
        if !depends_on.is_empty() {
            let words: Vec<_> = depends_on.iter().map(|turning| turning.said(&self.lang)).collect();
            add(self.say("depends on", "관건"), words.join("; ").into());
        }
        if let Some(first) = readings.first() {
            let unit = first.unit.clone().unwrap_or_default();
            let allowed = format!("{} {unit}", single(&first.allowed));
            add(self.say("words allow", "말의 범위"), allowed.trim_end().into());
        }
        for reading in readings {
            let text = self.reading(reading);
            let text = text.and(self.because(&reading.why)).and(self.marks(reading.cites()));
            add(&period(reading), text);
        }
        for missing in missing {
            add(self.say("lacks", "없는 것"), missing.as_str().into());
        }
        for reading in since.iter().take(MOST_SINCE) {
            let text = self.reading(reading).and(self.marks(reading.cites()));
            add(&format!("{} {}", self.say("since then", "그 뒤"), period(reading)), text);
        }
        entries
    }

    /// What a reading fixes, what it comes to, and how that lies to what the words allow.
    pub(super) fn reading(&self, reading: &Reading) -> Words {
        let mut fixes: Vec<String> = Vec::new();
        fixes.extend(reading.reporter_label.clone());
        fixes.extend(reading.counted.map(|counted| counted.label(&self.lang).into_owned()));
        fixes.extend(reading.among.clone());
        fixes.extend(reading.printing.clone().filter(|_| !reading.arithmetic.is_empty()));
        let mut words = Words::default();
        if !fixes.is_empty() {
            words.add(Tone::Dim, format!("{}: ", fixes.join(", ")));
        }
        let unit = reading.unit.clone().unwrap_or_default();
        if !reading.arithmetic.is_empty() {
            words.add(Tone::Plain, format!("{} → ", reading.arithmetic));
        }
        words.add(Tone::Plain, format!("{} {unit}", single(&reading.found)).trim_end().to_owned());
        words.add(Tone::Plain, ": ");
        words.add(Tone::Strong, reading.fit.label(&self.lang));
        if reading.arithmetic.is_empty() {
            let what: Vec<&str> = reading.evidence.iter().map(|one| one.value.as_str()).collect();
            words.add(Tone::Dim, format!(" ({})", what.join("; ")));
        }
        if !reading.note.is_empty() {
            words.add(Tone::Dim, format!(" ({})", reading.note.join("; ")));
        }
        words
    }

    fn because(&self, why: &[partnership_core::view::Why]) -> Words {
        let reasons: Vec<_> = why.iter().map(|why| why.said(&self.lang)).collect();
        match reasons.is_empty() {
            true => Words::default(),
            false => {
                let maybe = self.say("maybe", "불확실");
                Words::default().with(Tone::Maybe, format!("({maybe}: {})", reasons.join("; ")))
            }
        }
    }
}

/// An interval of one number as that number.
fn single(text: &str) -> &str {
    let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    match inner.and_then(|inner| inner.split_once(", ")) {
        Some((low, high)) if low == high => low,
        _ => text,
    }
}

/// The periods of a reading.
fn period(reading: &Reading) -> String {
    match (&reading.base, &reading.period) {
        (Some(base), Some(period)) => format!("{base} → {period}"),
        (_, Some(period)) => period.to_string(),
        _ => String::new(),
    }
}
