//! From readings to a verdict, and what it depends on.

use partnership_derive::Described;

use super::reading::Reading;
use crate::order::Order;
use crate::value::Fit;

/// Whether the record bears a claim out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum ClaimVerdict {
    /// It does, in every reading.
    #[described(ko = "뒷받침됨")]
    Supported,
    /// It does not, in any reading.
    #[described(ko = "반박됨")]
    Contradicted,
    /// That depends on how the claim is read, or the numbers are too close to tell.
    #[described(ko = "읽기에 따라 다름")]
    Depends,
    /// The record lacks what would show it.
    #[described(ko = "기록에 없음")]
    NotInRecord,
    /// It is a position, a reason or an intention: no figure, day or row could show it.
    #[described(ko = "검증 대상 아님")]
    Untestable,
}

/// What a verdict depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Turning {
    /// The year that it is of, or ends in.
    #[described(ko = "연도")]
    Period,
    /// The year that it starts from.
    #[described(ko = "기준 연도")]
    Base,
    /// Who counted.
    #[described(ko = "집계 기관")]
    Reporter,
    /// How a group is counted.
    #[described(ko = "집단의 집계 방식")]
    Counting,
    /// Who counts as one.
    #[described(ko = "하나로 세는 집단")]
    Among,
    /// Which of several values that sources give is taken.
    #[described(ko = "출처마다 다른 값")]
    Printing,
    /// How precisely the figures are printed: the numbers are too close to tell.
    #[described(ko = "수치의 정밀도")]
    Precision,
    /// Whether what was announced or is not surely dated is so.
    #[described(ko = "확인되지 않은 사실")]
    Certainty,
}

impl Turning {
    /// What it is, inside a sentence, in English or (with `ko`) in Korean.
    #[must_use]
    pub fn said(self, lang: &str) -> String {
        if lang == "ko" {
            return self.label(lang).into_owned();
        }
        let doc = Self::WORDS.find(self.as_str()).map_or(self.as_str(), |word| word.doc);
        let mut letters = doc.trim_end_matches('.').chars();
        let first = letters.next().map(|first| first.to_lowercase().collect::<String>());
        first.unwrap_or_default() + letters.as_str()
    }
}

/// All inside: supported. All outside: contradicted. None: not in record. Else it depends. A maybe alone decides nothing.
pub(crate) fn judge(readings: &[Reading]) -> (ClaimVerdict, Vec<Turning>) {
    let sure: Vec<&Reading> = readings.iter().filter(|reading| reading.why.is_empty()).collect();
    let all_are = |fit| readings.iter().all(|reading| reading.fit == fit);
    match readings {
        [] => (ClaimVerdict::NotInRecord, Vec::new()),
        _ if sure.is_empty() => (ClaimVerdict::Depends, vec![Turning::Certainty]),
        _ if all_are(Fit::Inside) => (ClaimVerdict::Supported, Vec::new()),
        _ if all_are(Fit::Outside) => (ClaimVerdict::Contradicted, Vec::new()),
        _ => (ClaimVerdict::Depends, turnings(readings, &sure)),
    }
}

type Part = (Turning, fn(&Reading) -> String);

/// What may differ between readings.
const PARTS: [Part; 6] = [
    (Turning::Period, |of| text(&of.period)),
    (Turning::Base, |of| text(&of.base)),
    (Turning::Reporter, |of| text(&of.reporter)),
    (Turning::Counting, |of| text(&of.counted)),
    (Turning::Among, |of| text(&of.among)),
    (Turning::Printing, |of| text(&of.printing)),
];

fn text(of: &Option<impl ToString>) -> String {
    of.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// What two readings of another fit differ in, and in nothing else; if there are no such two, whatever differs at all.
fn turnings(readings: &[Reading], sure: &[&Reading]) -> Vec<Turning> {
    let differing = |a: &Reading, b: &Reading| {
        let parts = PARTS.iter().filter(|(_, of)| of(a) != of(b));
        parts.map(|(turning, _)| *turning).collect::<Vec<_>>()
    };
    let mut single: Vec<Turning> = Vec::new();
    let mut any: Vec<Turning> = Vec::new();
    for (at, a) in sure.iter().enumerate() {
        for b in sure.iter().skip(at + 1).filter(|b| b.fit != a.fit) {
            let parts = differing(a, b);
            if let [one] = parts[..] {
                single.push(one);
            }
            any.extend(parts);
        }
    }
    let mut turnings = if single.is_empty() { any } else { single };
    if sure.iter().any(|reading| reading.fit == Fit::Overlapping) {
        turnings.push(Turning::Precision);
    }
    // What the sure readings agree on turns on those that are not.
    if turnings.is_empty() && readings.len() > sure.len() {
        turnings.push(Turning::Certainty);
    }
    turnings.order();
    turnings.dedup();
    turnings
}
