//! Where what is reported, assessed and derived of a promise, or what sources say of it, do not agree.

use partnership_derive::Described;

use super::Promise;
use super::words::{plain, say};
use crate::describe::{Node, Struct};
use crate::model::{RecordId, Scheme, StatusCode};
use crate::promise::{DerivedStatus, TargetResult};

/// A disagreement, which is an answer of its own.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Disagreement {
    /// What disagrees with what.
    #[described(required)]
    pub form: DisagreementForm,
    /// The ids of the records between which it is: reporters, projects, assessments; none where sources differ.
    pub between: Vec<RecordId>,
    /// It, in the language of the view.
    #[described(required)]
    pub text: String,
    /// What supports the one that is not supported elsewhere in the row.
    pub cite: Vec<Struct<'static>>,
}

/// What may disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum DisagreementForm {
    /// A number is met on one reporter's figures and missed on another's.
    #[described(ko = "작성 기관별 판정")]
    Reporters,
    /// What a publisher reports is not what follows from facts.
    #[described(ko = "발표와 도출")]
    ReportedDerived,
    /// What an assessor judges is not what follows from facts.
    #[described(ko = "평가와 도출")]
    AssessedDerived,
    /// Two assessors judge the same otherwise.
    #[described(ko = "평가 사이")]
    Assessors,
    /// Sources differ on the commitment itself.
    #[described(ko = "출처 사이")]
    Sources,
}

/// The disagreements of a promise, in the order of their forms.
pub(super) fn disagreements(
    promise: &Promise,
    record: &Struct<'_>,
    lang: &str,
) -> Vec<Disagreement> {
    let mut all = reporters(promise, lang);
    all.extend(reported(promise, lang));
    all.extend(assessed(promise, lang));
    all.extend(assessors(promise, lang));
    sources(record, "", lang, &mut all);
    all
}

fn reporters(promise: &Promise, lang: &str) -> Vec<Disagreement> {
    let targets = promise.target.iter().filter_map(|target| {
        let of =
            |result: TargetResult| target.score.iter().filter(move |score| score.result == result);
        let both =
            of(TargetResult::Met).next().is_some() && of(TargetResult::Missed).next().is_some();
        let told = of(TargetResult::Met).chain(of(TargetResult::Missed));
        let words: Vec<String> = told
            .clone()
            .map(|score| {
                let who = score.reporter_label.as_deref().unwrap_or_default();
                format!("{} ({who})", score.result.label(lang))
            })
            .collect();
        both.then(|| Disagreement {
            form: DisagreementForm::Reporters,
            between: told
                .filter_map(|score| score.reporter.as_ref()?.as_str().parse().ok())
                .collect(),
            text: format!("{}: {}", target.what, words.join(", ")),
            cite: Vec::new(),
        })
    });
    targets.collect()
}

fn reported(promise: &Promise, lang: &str) -> Vec<Disagreement> {
    let derived = promise.derived.status;
    let against = promise.reported.iter().filter(|reported| {
        use DerivedStatus::{Ended, Met, NotStarted, Overdue, UnderWay};
        match reported.status {
            StatusCode::Implementation | StatusCode::Finalisation => {
                matches!(derived, NotStarted | Overdue | Ended)
            }
            StatusCode::Pipeline => matches!(derived, UnderWay | Ended | Met),
            StatusCode::Closed | StatusCode::Cancelled => matches!(derived, NotStarted | UnderWay),
            StatusCode::Suspended | StatusCode::Postponed => matches!(derived, UnderWay | Met),
        }
    });
    let told = against.map(|reported| Disagreement {
        form: DisagreementForm::ReportedDerived,
        between: vec![reported.of.clone()],
        text: format!(
            "{} {} ({}, {}), {} {}",
            say(lang, "reported", "발표:"),
            reported.status.label(lang),
            reported.of,
            reported.date,
            say(lang, "derived", "도출:"),
            derived.label(lang),
        ),
        cite: Vec::new(),
    });
    told.collect()
}

/// How far a word of a vocabulary says that something got; none of the assessor's own words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Got {
    Nowhere,
    SomeWay,
    There,
}

fn got(scheme: Option<Scheme>, verdict: Option<&str>) -> Option<Got> {
    match (scheme?, verdict?) {
        (Scheme::Ogp, "Not Started") | (Scheme::G20, "-1") => Some(Got::Nowhere),
        (Scheme::Ogp, "Limited" | "Substantial") | (Scheme::G20, "0") => Some(Got::SomeWay),
        (Scheme::Ogp, "Complete") | (Scheme::G20, "+1") => Some(Got::There),
        _ => None,
    }
}

fn assessed(promise: &Promise, lang: &str) -> Vec<Disagreement> {
    use DerivedStatus::{Ended, Met, Missed, NotStarted, Open, Overdue, UnderWay};
    let derived = promise.derived.status;
    let own = promise.assessed.iter().filter(|one| one.of.as_str() == promise.id);
    let against = own.filter(|one| match got(one.scheme, one.verdict.as_deref()) {
        Some(Got::Nowhere) => matches!(derived, UnderWay | Met | Ended),
        Some(Got::SomeWay) => matches!(derived, NotStarted | Met),
        Some(Got::There) => matches!(derived, NotStarted | Open | UnderWay | Overdue | Missed),
        None => false,
    });
    let told = against.map(|one| Disagreement {
        form: DisagreementForm::AssessedDerived,
        between: one.id.parse().into_iter().collect(),
        text: format!(
            "{} {} ({}), {} {}",
            say(lang, "assessed", "평가:"),
            one.verdict.as_deref().unwrap_or_default(),
            one.assessor.label,
            say(lang, "derived", "도출:"),
            derived.label(lang),
        ),
        cite: Vec::new(),
    });
    told.collect()
}

/// Judgements of one thing by two assessors, in one vocabulary and of the same units, that differ. What one assessor says
/// later, or after the window, is news and no disagreement.
fn assessors(promise: &Promise, lang: &str) -> Vec<Disagreement> {
    let mut all = Vec::new();
    for (at, one) in promise.assessed.iter().enumerate() {
        for other in &promise.assessed[at + 1..] {
            let alike = one.of == other.of
                && one.assessor != other.assessor
                && one.stage == other.stage
                && one.scheme == other.scheme
                && (&one.unit_of, &one.done) == (&other.unit_of, &other.done);
            let say_of = |one: &super::ledger::Assessed| {
                let value = one.value.as_ref().map(ToString::to_string);
                let verdict = one.verdict.clone().or(value).unwrap_or_default();
                let date = one.date.as_ref().map_or("", |date| date.as_str());
                format!("{verdict} ({}, {date})", one.assessor.label)
            };
            let in_words = one.scheme != Some(Scheme::Own) && one.verdict != other.verdict;
            let in_numbers = !one.unit_of.is_empty() && one.value != other.value;
            if alike && (in_words || in_numbers) {
                all.push(Disagreement {
                    form: DisagreementForm::Assessors,
                    between: [&one.id, &other.id]
                        .into_iter()
                        .filter_map(|id| id.parse().ok())
                        .collect(),
                    text: format!("{} {} {}", say_of(one), say(lang, "and", "/"), say_of(other)),
                    cite: Vec::new(),
                });
            }
        }
    }
    all
}

/// Other values that sources give for a field of the commitment or of its numbers, and that may be right.
fn sources(owner: &Struct<'_>, path: &str, lang: &str, to: &mut Vec<Disagreement>) {
    for other in owner.parts("alternative").filter(|other| other.leaf("rank") == Some("normal")) {
        let (Some(field), Some(value)) = (other.leaf("field"), other.get("value")) else {
            continue;
        };
        let own = owner.get(field).map(|own| plain(own, lang)).unwrap_or_default();
        let name = crate::describe::label(&format!("{path}{field}"), lang).into_owned();
        to.push(Disagreement {
            form: DisagreementForm::Sources,
            between: Vec::new(),
            text: format!(
                "{}: {name} {own} / {} ({})",
                say(lang, "sources", "출처"),
                plain(value, lang),
                other.leaf("reason").unwrap_or_default()
            ),
            cite: other.parts("cite").cloned().map(Struct::into_owned).collect(),
        });
    }
    if path.is_empty() {
        for target in owner.list("target").iter().filter_map(Node::as_struct) {
            sources(target, "target.", lang, to);
        }
    }
}
