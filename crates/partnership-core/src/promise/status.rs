//! The derived status of a commitment: a table from facts to a word.

use partnership_derive::Described;

/// How a commitment stands on a day, as facts and the day alone tell. What a publisher reports and what an assessor judges
/// stand beside it and never change it.
///
/// The first row whose facts are so gives the status; an empty cell is any. What the record lacks to say more stands at the end.
///
/// | | made | deadline | numbers | its years | what carries it out | status | lacking |
/// | --- | --- | --- | --- | --- | --- | --- | --- |
/// | 1 | ahead | | | | | *not started* | |
/// | 2 | | passed | met | | | *met* | |
/// | 3 | | passed | missed | | | *missed* | |
/// | 4 | | passed | unsettled | | | *unsettled* | figures |
/// | 5 | | passed | | | running | *under way* | completion |
/// | 6 | | passed | | | over | *ended* | |
/// | 7 | | passed | not in record | | | *overdue* | figures |
/// | 8 | | passed | | | | *overdue* | completion |
/// | 9 | | | | over | | *ended* | |
/// | 10 | | | | ahead | | *not started* | |
/// | 11 | | | | | running | *under way* | |
/// | 12 | | | | | ahead | *not started* | |
/// | 13 | | | | running | | *open* | work |
/// | 14 | | ahead | | | | *open* | work |
/// | 15 | done | | | | | *open* | work |
/// | 16 | | | | | | *unknown* | day, years, deadline, work |
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum DerivedStatus {
    /// It is not made yet, its years lie ahead, or all that carries it out does.
    #[described(ko = "착수 전")]
    NotStarted,
    /// It holds, and nothing in the record shows work on it on the day.
    #[described(ko = "미종결")]
    Open,
    /// Something that carries it out runs on the day.
    #[described(ko = "진행 중")]
    UnderWay,
    /// Its deadline has passed, and its numbers were reached.
    #[described(ko = "달성")]
    Met,
    /// Its deadline has passed, and its numbers were not reached.
    #[described(ko = "미달")]
    Missed,
    /// Its deadline has passed, and its numbers are reached on some figures and not on others, or are too close to tell.
    #[described(ko = "판정 엇갈림")]
    Unsettled,
    /// Its deadline has passed, and nothing in the record says that it was done. That is no proof that it was not.
    #[described(ko = "기한 경과")]
    Overdue,
    /// Its years are over, or what carries it out is.
    #[described(ko = "종료")]
    Ended,
    /// The record does not hold what would tell.
    #[described(ko = "알 수 없음")]
    Unknown,
}

/// Whether something was made by the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
#[described(name = "made-state")]
pub enum Done {
    /// When is not in the record.
    Unknown,
    /// It lies ahead.
    Ahead,
    /// It was.
    Done,
}

/// How a deadline lies to the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
#[described(name = "due-state")]
pub enum Due {
    /// None is in the record.
    None,
    /// It has not passed: its last day is the day or a later one.
    Ahead,
    /// It has passed.
    Passed,
}

/// What the numeric targets of a commitment say together, each on the figures of those reporters that tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
#[described(name = "numbers-state")]
pub enum Numbers {
    /// It has none.
    None,
    /// Some are pending.
    Pending,
    /// All are met.
    Met,
    /// Some are missed, and none is met.
    Missed,
    /// Some are met and others not, or one is on one reporter's figures and not on another's, or it is too close to tell.
    Unsettled,
    /// Of none the record tells.
    NotInRecord,
}

/// How a span of time lies to the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
#[described(name = "span-state")]
pub enum When {
    /// None is in the record.
    #[described(ko = "기록 없음")]
    None,
    /// It lies ahead.
    #[described(ko = "예정")]
    Ahead,
    /// It runs.
    #[described(ko = "진행 중")]
    Running,
    /// It is over.
    #[described(ko = "종료")]
    Over,
}

/// What would tell more, and is not in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Lacking {
    /// The day on which it was made.
    #[described(ko = "약속한 날")]
    Day,
    /// The years for which it holds.
    #[described(ko = "대상 기간")]
    Years,
    /// A deadline.
    #[described(ko = "기한")]
    Deadline,
    /// What is being done to carry it out.
    #[described(ko = "이행 사업")]
    Work,
    /// Whether it was done.
    #[described(ko = "완료 여부")]
    Completion,
    /// Figures that would decide its numbers.
    #[described(ko = "판정할 수치")]
    Figures,
}

/// The facts that a status is a function of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Described)]
#[described(name = "status-facts")]
pub struct Facts {
    /// Whether it was made by the day.
    #[described(required)]
    pub made: Done,
    /// Its own deadline, else the last of its numbers.
    #[described(required)]
    pub due: Due,
    /// What its numbers say.
    #[described(required)]
    pub numbers: Numbers,
    /// The years of the text that it stands in; over, too, once a text that follows it has begun.
    #[described(required)]
    pub years: When,
    /// What carries it out: running if any of it runs, else over if any of it is, else ahead.
    #[described(required)]
    pub work: When,
}

/// A row of the table: facts, each any where it is empty, and what follows from them.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Whether it was made.
    pub made: Option<Done>,
    /// Its deadline.
    pub due: Option<Due>,
    /// Its numbers.
    pub numbers: Option<Numbers>,
    /// Its years.
    pub years: Option<When>,
    /// What carries it out.
    pub work: Option<When>,
    /// The status.
    pub status: DerivedStatus,
    /// What would tell more.
    pub lacking: &'static [Lacking],
}

const ANY: Row = Row {
    made: None,
    due: None,
    numbers: None,
    years: None,
    work: None,
    status: DerivedStatus::Unknown,
    lacking: &[Lacking::Day, Lacking::Years, Lacking::Deadline, Lacking::Work],
};

/// Nothing that would tell more.
const SURE: Row = Row { lacking: &[], ..ANY };
const PASSED: Row = Row { due: Some(Due::Passed), ..SURE };
const OPEN: Row = Row { status: DerivedStatus::Open, lacking: &[Lacking::Work], ..ANY };

const TABLE: [Row; 16] = [
    Row { made: Some(Done::Ahead), status: DerivedStatus::NotStarted, ..SURE },
    Row { numbers: Some(Numbers::Met), status: DerivedStatus::Met, ..PASSED },
    Row { numbers: Some(Numbers::Missed), status: DerivedStatus::Missed, ..PASSED },
    Row {
        numbers: Some(Numbers::Unsettled),
        status: DerivedStatus::Unsettled,
        lacking: &[Lacking::Figures],
        ..PASSED
    },
    Row {
        work: Some(When::Running),
        status: DerivedStatus::UnderWay,
        lacking: &[Lacking::Completion],
        ..PASSED
    },
    Row { work: Some(When::Over), status: DerivedStatus::Ended, ..PASSED },
    Row {
        numbers: Some(Numbers::NotInRecord),
        status: DerivedStatus::Overdue,
        lacking: &[Lacking::Figures],
        ..PASSED
    },
    Row { status: DerivedStatus::Overdue, lacking: &[Lacking::Completion], ..PASSED },
    Row { years: Some(When::Over), status: DerivedStatus::Ended, ..SURE },
    Row { years: Some(When::Ahead), status: DerivedStatus::NotStarted, ..SURE },
    Row { work: Some(When::Running), status: DerivedStatus::UnderWay, ..SURE },
    Row { work: Some(When::Ahead), status: DerivedStatus::NotStarted, ..SURE },
    Row { years: Some(When::Running), ..OPEN },
    Row { due: Some(Due::Ahead), ..OPEN },
    Row { made: Some(Done::Done), ..OPEN },
    ANY,
];

impl DerivedStatus {
    /// The table, in order: the first row that fits is the one.
    #[must_use]
    pub fn table() -> &'static [Row] {
        &TABLE
    }

    /// The status that follows from some facts, and what would tell more.
    ///
    /// ```
    /// use partnership_core::promise::{DerivedStatus, Done, Due, Facts, Numbers, When};
    /// let facts = Facts {
    ///     made: Done::Done, due: Due::Passed, numbers: Numbers::None, years: When::None, work: When::None,
    /// };
    /// assert_eq!(DerivedStatus::of(facts).0, DerivedStatus::Overdue);
    /// ```
    #[must_use]
    pub fn of(facts: Facts) -> (Self, &'static [Lacking]) {
        // The last row takes whatever is left.
        let row = TABLE.iter().find(|row| row.fits(facts)).unwrap_or(&ANY);
        (row.status, row.lacking)
    }
}

impl Row {
    /// Whether some facts are those of the row.
    #[must_use]
    pub fn fits(&self, facts: Facts) -> bool {
        let Facts { made, due, numbers, years, work } = facts;
        self.made.is_none_or(|wanted| wanted == made)
            && self.due.is_none_or(|wanted| wanted == due)
            && self.numbers.is_none_or(|wanted| wanted == numbers)
            && self.years.is_none_or(|wanted| wanted == years)
            && self.work.is_none_or(|wanted| wanted == work)
    }
}
