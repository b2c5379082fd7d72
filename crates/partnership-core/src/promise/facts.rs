//! The facts behind the derived status of a commitment, each with how sure it is.

use partnership_derive::Described;

use super::evidence::Scoring;
use super::score::{Score, TargetResult};
use super::status::{DerivedStatus, Done, Due, Facts, Lacking, Numbers, When};
use super::work::{Work, standing};
use crate::describe::Struct;
use crate::model::Sure;
use crate::value::{Bounds, Day, Truth};
use crate::view::{Verdict, Why, bounds};

/// The derived status of a commitment, with the facts that it follows from.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Derived {
    /// The status.
    #[described(required)]
    pub status: DerivedStatus,
    /// How sure it is: a maybe where an open fact would give another.
    #[described(required)]
    pub truth: Truth,
    /// Why not surer.
    pub why: Vec<Why>,
    /// What would tell more, and is not in the record.
    pub lacking: Vec<Lacking>,
    /// The facts.
    #[described(required)]
    pub facts: Facts,
    /// The last day of its deadline: its own, else the last of its numbers.
    pub last_day: Option<Day>,
}

/// A fact, and what else it may be.
#[derive(Clone, Copy)]
struct Open<T> {
    is: T,
    or: T,
    verdict: Verdict,
}

impl<T: Copy> Open<T> {
    fn sure(is: T) -> Self {
        Self { is, or: is, verdict: Verdict::YES }
    }

    fn maybe(is: T, or: T, why: Why) -> Self {
        Self { is, or, verdict: Verdict::maybe(why) }
    }

    fn of(truth: Truth, is: T, or: T) -> Self {
        if truth == Truth::Yes { Self::sure(is) } else { Self::maybe(is, or, Why::FactDate) }
    }
}

impl Scoring<'_> {
    /// The derived status of a commitment as the view shows it, with the scores of its targets.
    pub(crate) fn derive(&self, record: &Struct<'_>, scores: &[&[Score]]) -> Derived {
        let due = deadline(record);
        let made = self.made(record);
        let passed = due.map_or(Open::sure(Due::None), |days| passed(days, self.day()));
        let numbers = numbers(scores);
        let years = self.years_of(record);
        let work = self.work(record);
        let turned = |turns: u8| {
            let turn = |bit: u8| turns >> bit & 1 == 1;
            Facts {
                made: if turn(0) { made.or } else { made.is },
                due: if turn(1) { passed.or } else { passed.is },
                numbers: if turn(2) { numbers.or } else { numbers.is },
                years: if turn(3) { years.or } else { years.is },
                work: if turn(4) { work.or } else { work.is },
            }
        };
        let (status, lacking) = DerivedStatus::of(turned(0));
        // An open fact counts where turning it round, with whatever others, gives another status.
        let of = |turns: u8| DerivedStatus::of(turned(turns)).0;
        let counts = |bit: usize| (0..32_u8).any(|turns| of(turns) != of(turns ^ (1 << bit)));
        let all = [made.verdict, passed.verdict, numbers.verdict, years.verdict, work.verdict];
        let open = all.into_iter().enumerate().filter(|(bit, _)| counts(*bit));
        let verdict = open.fold(Verdict::YES, |all, (_, one)| all.and(one));
        Derived {
            status,
            truth: verdict.truth,
            why: verdict.reasons().collect(),
            lacking: lacking.to_vec(),
            facts: turned(0),
            last_day: due.map(|days| days.end_last),
        }
    }

    fn made(&self, record: &Struct<'_>) -> Open<Done> {
        let Some(days) = record.leaf("made").and_then(bounds) else {
            return Open::sure(Done::Unknown);
        };
        match days.started_by(self.day()) {
            Truth::No => Open::sure(Done::Ahead),
            // A commitment that is held was made: an imprecise day only leaves open when.
            _ => Open::sure(Done::Done),
        }
    }

    /// The years of the text that a clause stands in; of a text without any, until one that follows it has begun.
    fn years_of(&self, record: &Struct<'_>) -> Open<When> {
        let dataset = self.view().dataset();
        let Some(id) = record.leaf("instrument") else { return Open::sure(When::None) };
        let Some(number) = dataset.find(id) else { return Open::sure(When::None) };
        let text = self.view().shown(number);
        if let Some(days) = text.leaf("span").and_then(bounds) {
            return spanned(days, self.day());
        }
        let following = self.ties().following(id).iter().map(|number| dataset.tree(*number));
        let begun = following.filter_map(|next| bounds(next.leaf("span")?));
        match begun.map(|days| days.started_by(self.day())).max() {
            Some(Truth::Yes) => Open::sure(When::Over),
            Some(Truth::Maybe) => Open::maybe(When::Over, When::None, Why::FactDate),
            _ => Open::sure(When::None),
        }
    }

    /// What carries it out: all of it, and what is left without ties of the editors' own and undertakings of unsure days.
    fn work(&self, record: &Struct<'_>) -> Open<When> {
        let dataset = self.view().dataset();
        let (mut all, mut sure, mut why) = (Work::NONE, Work::NONE, Verdict::YES);
        for tie in self.ties().to(record.leaf("id").unwrap_or_default()) {
            let shown = self.view().shown(tie.number);
            let (when, held) = standing(dataset.kind(tie.number), &shown, self.day());
            let tied = match tie.sure {
                Sure::Inferred => tie.verdict.and(Verdict::maybe(Why::Inferred)),
                _ => tie.verdict,
            };
            let verdict = held.and(tied);
            all = all.or((when, verdict));
            if verdict == Verdict::YES {
                sure = sure.or((when, verdict));
            }
        }
        if all.0.0 != sure.0.0 {
            why = all.0.1;
        }
        Open { is: all.0.0, or: sure.0.0, verdict: why }
    }
}

/// The deadline of a commitment: its own, else the last of its numbers.
fn deadline(record: &Struct<'_>) -> Option<Bounds> {
    let own = record.leaf("due").and_then(bounds);
    own.or_else(|| {
        let last = record.parts("target").filter_map(|target| bounds(target.leaf("by")?));
        last.max_by_key(|days| days.end_last)
    })
}

/// A deadline lasts through its last day; one that is qualified has only maybe passed.
fn passed(days: Bounds, day: Day) -> Open<Due> {
    match (days.end_last < day, days.qualified) {
        (false, _) => Open::sure(Due::Ahead),
        (true, false) => Open::sure(Due::Passed),
        (true, true) => Open::maybe(Due::Passed, Due::Ahead, Why::FactDate),
    }
}

fn spanned(days: Bounds, day: Day) -> Open<When> {
    match (days.started_by(day), days.ended_before(day)) {
        (Truth::No, _) => Open::sure(When::Ahead),
        (_, Truth::Yes) => Open::sure(When::Over),
        (Truth::Maybe, _) => Open::maybe(When::Running, When::Ahead, Why::FactDate),
        (Truth::Yes, ended) => Open::of(!ended, When::Running, When::Over),
    }
}

/// What some targets say together.
fn numbers(scores: &[&[Score]]) -> Open<Numbers> {
    let told: Vec<Numbers> = scores.iter().map(|scores| number(scores)).collect();
    let is = match told.as_slice() {
        [] => Numbers::None,
        all if all.contains(&Numbers::Pending) => Numbers::Pending,
        all if all.iter().all(|one| *one == Numbers::NotInRecord) => Numbers::NotInRecord,
        all if all.iter().all(|one| *one == Numbers::Met) => Numbers::Met,
        all if !all.contains(&Numbers::Met) && !all.contains(&Numbers::Unsettled) => {
            Numbers::Missed
        }
        _ => Numbers::Unsettled,
    };
    let open = scores.iter().flat_map(|scores| scores.iter());
    let why =
        open.flat_map(|score| &score.why).map(|why| Verdict::maybe(*why)).reduce(Verdict::and);
    let decided = matches!(is, Numbers::Met | Numbers::Missed);
    match why.filter(|_| decided) {
        Some(verdict) => Open { is, or: Numbers::Unsettled, verdict },
        None => Open::sure(is),
    }
}

/// What one target says on the figures of those reporters that tell.
fn number(scores: &[Score]) -> Numbers {
    let has = |result: TargetResult| scores.iter().any(|score| score.result == result);
    let (met, missed) = (has(TargetResult::Met), has(TargetResult::Missed));
    if has(TargetResult::Pending) {
        Numbers::Pending
    } else if has(TargetResult::TooClose) || (met && missed) {
        Numbers::Unsettled
    } else if met {
        Numbers::Met
    } else if missed {
        Numbers::Missed
    } else {
        Numbers::NotInRecord
    }
}
