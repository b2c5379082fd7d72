//! How the rows of the ledger are read off those of the core.

use partnership_core::{answer, describe::Struct, promise};

use super::{
    Assessed, Derived, Disagreement, Fact, Lacking, Measured, Promise, Reported, Rung, Scheme,
    Score, ScoredTarget, Served, Stage, Sum,
};
use crate::shown::Shown;
use crate::{Amount, Citation, ClauseForm, Edtf, ObservationStatus, Why};

fn all<C, T>(shown: &Shown<'_>, all: &[C], of: fn(&Shown<'_>, &C) -> T) -> Vec<T> {
    all.iter().map(|one| of(shown, one)).collect()
}

fn cites(shown: &Shown<'_>, all: &[Struct<'static>]) -> Vec<Citation> {
    all.iter().map(|cite| Citation::of(shown, cite)).collect()
}

fn why(all: &[partnership_core::view::Why]) -> Vec<Why> {
    all.iter().copied().map(Why::from).collect()
}

fn date(date: &impl ToString) -> Edtf {
    Edtf::of(&date.to_string())
}

fn amount(number: &impl ToString) -> Amount {
    Amount::of(&number.to_string(), 0, "")
}

impl Promise {
    pub(super) fn of(shown: &Shown<'_>, of: &answer::Promise) -> Self {
        let named = |one: &answer::Named| shown.named(&one.id);
        Self {
            truth: of.truth.into(),
            why: why(&of.why),
            id: of.id.clone(),
            label: of.label.clone(),
            form: of.form.map(ClauseForm::from),
            instrument: of.instrument.as_ref().map(named),
            number: of.number.clone(),
            pillar: of.pillar.as_ref().map(named),
            obligor: of.obligor.iter().map(named).collect(),
            made: of.made.as_ref().map(date),
            due: of.due.as_ref().map(date),
            restates: of.restates.as_ref().map(|id| shown.named(id.as_str())),
            target: all(shown, &of.target, ScoredTarget::of),
            served_by: all(shown, &of.served_by, Served::of),
            reported: all(shown, &of.reported, Reported::of),
            assessed: all(shown, &of.assessed, Assessed::of),
            derived: Derived::of(&of.derived),
            disagreement: all(shown, &of.disagreement, Disagreement::of),
            last_word: of.last_word.map(|day| day.to_string()),
            cite: cites(shown, &of.cite),
        }
    }
}

impl ScoredTarget {
    fn of(shown: &Shown<'_>, of: &answer::TargetRow) -> Self {
        Self {
            what: of.what.clone(),
            value: amount(&of.value),
            reached_by: of.reached_by.to_string(),
            by: of.by.as_ref().map(date),
            last_day: of.last_day.map(|day| day.to_string()),
            per: of.per.into(),
            baseline: of.baseline.as_ref().map(amount),
            score: all(shown, &of.score, Score::of),
            cite: cites(shown, &of.cite),
        }
    }
}

impl Score {
    fn of(shown: &Shown<'_>, of: &promise::Score) -> Self {
        let measured = |of: &promise::Measured| Measured::of(shown, of);
        Self {
            reporter: of.reporter.as_ref().map(|id| shown.named(id.as_str())),
            result: of.result.into(),
            truth: of.truth.into(),
            why: why(&of.why),
            decided_by: of.decided_by.as_ref().map(measured),
            missing: of.missing.clone(),
            latest: of.latest.as_ref().map(measured),
        }
    }
}

impl Measured {
    fn of(shown: &Shown<'_>, of: &promise::Measured) -> Self {
        Self {
            period: date(&of.period),
            fact: all(shown, &of.fact, Fact::of),
            amount: of.amount.to_string(),
            share: of.share.to_string(),
            arithmetic: of.arithmetic.clone(),
        }
    }
}

impl Fact {
    fn of(shown: &Shown<'_>, of: &promise::Fact) -> Self {
        Self {
            id: of.id.clone(),
            period: date(&of.period),
            value: amount(&of.value),
            status: of.status.map(ObservationStatus::from),
            cite: cites(shown, &of.cite),
        }
    }
}

impl Served {
    fn of(shown: &Shown<'_>, of: &answer::Served) -> Self {
        Self {
            kind: of.kind.into(),
            id: of.id.clone(),
            label: of.label.clone(),
            sure: of.sure.into(),
            stands: of.stands.into(),
            truth: of.truth.into(),
            span: of.span.as_ref().map(date),
            money: all(shown, &of.money, Sum::of),
            cite: cites(shown, &of.cite),
        }
    }
}

impl Sum {
    fn of(shown: &Shown<'_>, of: &answer::Sum) -> Self {
        Self {
            rung: of.rung.map(Rung::from),
            amount: of.amount.iter().map(amount).collect(),
            date: of.date.as_ref().map(date),
            cite: cites(shown, &of.cite),
        }
    }
}

impl Reported {
    fn of(shown: &Shown<'_>, of: &answer::Reported) -> Self {
        Self {
            of: shown.named(of.of.as_str()),
            status: of.status.into(),
            date: date(&of.date),
            cite: cites(shown, &of.cite),
        }
    }
}

impl Assessed {
    fn of(shown: &Shown<'_>, of: &answer::Assessed) -> Self {
        Self {
            id: of.id.clone(),
            of: shown.named(of.of.as_str()),
            assessor: shown.named(&of.assessor.id),
            date: of.date.as_ref().map(date),
            span: of.span.as_ref().map(date),
            scheme: of.scheme.map(Scheme::from),
            stage: of.stage.map(Stage::from),
            verdict: of.verdict.clone(),
            value: of.value.as_ref().map(amount),
            unit_of: of.unit_of.clone(),
            done: of.done.clone(),
            cite: cites(shown, &of.cite),
        }
    }
}

impl Derived {
    fn of(of: &promise::Derived) -> Self {
        Self {
            status: of.status.into(),
            truth: of.truth.into(),
            why: why(&of.why),
            lacking: of.lacking.iter().copied().map(Lacking::from).collect(),
            last_day: of.last_day.map(|day| day.to_string()),
        }
    }
}

impl Disagreement {
    fn of(shown: &Shown<'_>, of: &answer::Disagreement) -> Self {
        Self {
            form: of.form.into(),
            between: of.between.iter().map(|id| shown.named(id.as_str())).collect(),
            text: of.text.clone(),
            cite: cites(shown, &of.cite),
        }
    }
}
