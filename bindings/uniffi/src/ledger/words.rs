//! Closed lists of words that only the ledger has.

use crate::PartnershipError;
use crate::words::words;

words! {
    /// What follows from facts and the day for a commitment.
    DerivedStatus of partnership_core::promise::DerivedStatus {
        /// It is not made yet, its years lie ahead, or all that carries it out does.
        NotStarted,
        /// It holds, and nothing in the record shows work on it on the day.
        Open,
        /// Something that carries it out runs on the day.
        UnderWay,
        /// Its deadline has passed, and its numbers were reached.
        Met,
        /// Its deadline has passed, and its numbers were not reached.
        Missed,
        /// Its deadline has passed, and its numbers are reached on some figures and not on others, or are too close to tell.
        Unsettled,
        /// Its deadline has passed, and nothing in the record says that it was done. That is no proof that it was not.
        Overdue,
        /// Its years are over, or what carries it out is.
        Ended,
        /// The record does not hold what would tell.
        Unknown,
    }

    /// What would tell more, and is not in the record.
    Lacking of partnership_core::promise::Lacking {
        /// The day on which it was made.
        Day,
        /// The years for which it holds.
        Years,
        /// A deadline.
        Deadline,
        /// What is being done to carry it out.
        Work,
        /// Whether it was done.
        Completion,
        /// Figures that would decide its numbers.
        Figures,
    }

    /// How a target stands on a day.
    TargetResult of partnership_core::promise::TargetResult {
        /// Its deadline has not passed: there is no verdict, whatever the figures are.
        Pending,
        /// The figure of the deadline reaches it.
        Met,
        /// The figure of the deadline does not reach it.
        Missed,
        /// The figure of the deadline may reach it or not: too close at the printed precision.
        TooClose,
        /// The record does not hold what would decide it.
        NotInRecord,
    }

    /// How a span of time lies to the day.
    SpanState of partnership_core::promise::When {
        /// None is in the record.
        None,
        /// It lies ahead.
        Ahead,
        /// It runs.
        Running,
        /// It is over.
        Over,
    }

    /// What may disagree.
    DisagreementForm of partnership_core::answer::DisagreementForm {
        /// A number is met on one reporter's figures and missed on another's.
        Reporters,
        /// What a publisher reports is not what follows from facts.
        ReportedDerived,
        /// What an assessor judges is not what follows from facts.
        AssessedDerived,
        /// Two assessors judge the same otherwise.
        Assessors,
        /// Sources differ on the commitment itself.
        Sources,
    }

    /// How far money has come; the digits are those of the IATI list of transaction types.
    Rung of partnership_core::model::Rung {
        /// Promised.
        Pledge,
        /// Bound by a contract or decision (2).
        Commitment,
        /// Paid over (3).
        Disbursement,
        /// Spent (4).
        Expenditure,
        /// The source does not say how far it has come.
        Unstated,
    }

    /// A vocabulary of assessment.
    Scheme of partnership_core::model::Scheme {
        /// Open Government Partnership, completion.
        Ogp,
        /// G20 Research Group: −1, 0, +1.
        G20,
        /// The assessor's own words.
        Own,
    }

    /// The stage of an assessment.
    Stage of partnership_core::model::Stage {
        /// Within the window.
        Interim,
        /// After it.
        Final,
    }
}
