//! Closed lists of words, as enums: each word and what it means as the core has them, which a test keeps.

use crate::PartnershipError;

/// Mirrors enums of the core. A word that the core has and a list here lacks does not compile.
macro_rules! words {
    ($($(#[$about:meta])* $name:ident of $core:path { $($(#[$doc:meta])* $word:ident,)* })*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, uniffi::Enum)]
        pub enum $name { $($(#[$doc])* $word,)* }

        impl $name {
            fn core(self) -> $core {
                type Core = $core;
                match self { $(Self::$word => Core::$word,)* }
            }

            pub(crate) fn as_str(self) -> &'static str {
                self.core().as_str()
            }
        }

        #[uniffi::export]
        impl $name {
            /// The word as data, queries and JSON write it; the same in every language.
            pub fn word(&self) -> Result<String, PartnershipError> {
                $crate::guard::guard(|| Ok(self.as_str().to_owned()))
            }

            /// The label that a person reads, in English or (with `ko`) in Korean.
            #[uniffi::method(default(lang = "en"))]
            pub fn label(&self, lang: String) -> Result<String, PartnershipError> {
                $crate::guard::guard(|| Ok(self.core().label(&lang).into()))
            }
        }

        impl From<$core> for $name {
            fn from(word: $core) -> Self {
                type Core = $core;
                match word { $(Core::$word => Self::$word,)* }
            }
        }
    )*};
}

pub(crate) use words;

words! {
    /// A kind of record.
    Kind of partnership_core::model::Kind {
        /// The relation itself: its sides, its dated levels, its steering bodies.
        Partnership,
        /// A term of a scheme that the dataset declares: a pillar, a theme, a measure.
        Concept,
        /// A document or page that supports facts.
        Source,
        /// A country, organisation, bloc, body or forum.
        Party,
        /// A person, with dated posts.
        Person,
        /// A declaration, statement, vision, plan, agreement, policy, list or negotiation.
        Instrument,
        /// A discrete public statement of intent: a line of a plan, a provision, a pledge.
        Commitment,
        /// A dated judgement by a named assessor, in the assessor's own vocabulary.
        Assessment,
        /// A programme, project, component or activity.
        Project,
        /// A fund with dated contributions.
        Fund,
        /// A meeting of a series, or a happening of its own.
        Event,
        /// An indicator as one reporter sees it, with observations.
        Series,
        /// Something that a named speaker or text says.
        Claim,
    }

    /// Whether something is so, as far as the record can decide.
    Truth of partnership_core::value::Truth {
        /// It does not hold, whatever the open facts turn out to be.
        No,
        /// It holds for some of the possible facts and not for others.
        Maybe,
        /// It holds, whatever the open facts turn out to be.
        Yes,
    }

    /// Why something is only maybe so.
    Why of partnership_core::view::Why {
        /// The date of its source is vague or unknown.
        SourceDate,
        /// Its own date is imprecise or uncertain.
        FactDate,
        /// It is announced; nothing held says that it happened.
        Announced,
        /// One of several values that sources give.
        Alternative,
        /// The end of its time is not known.
        OpenTerm,
        /// Its time is not in the record.
        Undated,
        /// The number is hedged.
        Hedge,
        /// A group that it belongs to is named, and not it.
        Group,
        /// What the table leaves out may stand before it.
        LeftOut,
        /// A tie that it rests on is the editors' own.
        Inferred,
    }

    /// Why an answer may have no rows.
    EmptyReason of partnership_core::answer::EmptyReason {
        /// Nothing in the record is so.
        NoMatch,
        /// No source that was published by the day of knowledge supports it.
        NotKnownYet,
        /// It was not so on the day of validity.
        NotValidThen,
        /// It was looked for, and not found: neither yes nor no.
        NotFound,
        /// Nothing differs.
        Unchanged,
    }

    /// How a meeting stands on a day.
    EventState of partnership_core::view::EventState {
        /// A source says or reports that it took place.
        Held,
        /// Its day has not come.
        Ahead,
        /// Its day has passed; it was announced, and nothing in the record says that it took place.
        NotConfirmed,
        /// It was called off.
        Cancelled,
        /// It was put off.
        Postponed,
        /// Its day is not in the record.
        Undated,
    }

    /// How a source supports a value.
    Basis of partnership_core::model::Basis {
        /// The source says it.
        Stated,
        /// A second-hand text reports what another says.
        Reported,
        /// The source announced it before it happened.
        Announced,
        /// The editor worked it out from what the source says.
        WorkedOut,
        /// The editor assigned it: a pillar, a theme, an identity.
        Assigned,
    }

    /// The standing of one of several values.
    Rank of partnership_core::model::Rank {
        /// The value that the record prefers.
        Preferred,
        /// It may be right too.
        Normal,
        /// It is known to be wrong: shown, and never a reading of anything.
        Deprecated,
    }

    /// A kind of absence. A field that is neither filled nor declared absent was *not collected*.
    Absence of partnership_core::model::Absence {
        /// It exists; its value is not known.
        Unknown,
        /// It is known not to exist; a citation says so.
        None,
        /// It was looked for, at the named place and day, and not found.
        NotFound,
    }

    /// Who speaks in a source.
    Tier of partnership_core::model::Tier {
        /// A text that the parties themselves agreed or issued.
        OfficialText,
        /// A page of a party or its body.
        OfficialSite,
        /// A statistics office or its tables.
        Statistics,
        /// A newspaper, agency, journal or broadcaster.
        Press,
        /// A work of reference, or an editors' own text.
        Reference,
    }

    /// How much of a source was read.
    Extent of partnership_core::model::Extent {
        /// All of it.
        Whole,
        /// Some of it.
        Part,
        /// The opening lines of the page.
        Opening,
        /// A table.
        Table,
        /// Only what another text says of it.
        SeenElsewhere,
    }

    /// Whose words a title is.
    TitleBy of partnership_core::model::TitleBy {
        /// The publisher's.
        Publisher,
        /// A description by the editors.
        Editor,
    }

    /// What sort of undertaking a project is (IATI hierarchy).
    ProjectForm of partnership_core::model::ProjectForm {
        /// Several projects under one name, or one that recurs.
        Programme,
        /// A project.
        Project,
        /// A part of a project.
        Component,
        /// A single activity.
        Activity,
    }

    /// What sort of text an instrument is.
    InstrumentForm of partnership_core::model::InstrumentForm {
        /// A treaty or agreement.
        Treaty,
        /// A protocol to a treaty.
        Protocol,
        /// A declaration.
        Declaration,
        /// A joint statement.
        JointStatement,
        /// A vision.
        Vision,
        /// A plan of action.
        PlanOfAction,
        /// A policy or initiative of one side.
        Policy,
        /// A list of projects.
        List,
        /// Talks towards a text.
        Negotiation,
    }

    /// What sort of party it is.
    PartyForm of partnership_core::model::PartyForm {
        /// A state.
        Country,
        /// A customs territory or economy that is no state.
        Economy,
        /// A group of states with organs of its own.
        Bloc,
        /// An organisation: a ministry, agency, institute, company, journal.
        Organisation,
        /// An organ of a party or of several.
        Body,
        /// A series of meetings.
        Forum,
    }

    /// How much of a clause was seen.
    ClauseForm of partnership_core::model::ClauseForm {
        /// A numbered line, read in full.
        Line,
        /// A numbered line, read in part.
        LineInPart,
        /// A number whose wording was not seen.
        NumberOnly,
        /// A heading.
        Heading,
        /// A paragraph of a statement.
        Paragraph,
        /// An area that another text attributes to a plan.
        Area,
        /// A provision that another text reports.
        Provision,
        /// A pledge by a speaker.
        Pledge,
    }

    /// What sort of sentence a claim is.
    ClaimForm of partnership_core::model::ClaimForm {
        /// A number, rank or share.
        Figure,
        /// Something that happened or recurs.
        Event,
        /// What the speaker holds.
        Position,
        /// What the speaker means to do.
        Intention,
        /// Why, as the speaker sees it.
        Reason,
    }

    /// What sort of name an alias is.
    AliasForm of partnership_core::model::AliasForm {
        /// Initials or another short form.
        Acronym,
        /// A name of the past.
        Former,
        /// Another spelling or wording.
        Variant,
        /// A translation that a source gives.
        Translation,
        /// What one speaker or text calls it, though others do not.
        Label,
    }

    /// What may be done with a text, a project or a negotiation.
    Action of partnership_core::model::Action {
        /// Talked about.
        Discussed,
        /// Put forward.
        Proposed,
        /// Examined, jointly or by one side.
        Studied,
        /// Being written.
        Drafted,
        /// Agreed to be done, its content still open (an agreement to open negotiations is one).
        AgreedInPrinciple,
        /// Negotiations opened.
        NegotiationsLaunched,
        /// A round of negotiations held.
        Round,
        /// Negotiations ended with a text.
        Concluded,
        /// Initialled.
        Initialled,
        /// Adopted by a meeting or body.
        Adopted,
        /// Signed.
        Signed,
        /// Ratified or approved at home.
        Ratified,
        /// Acceded to.
        Acceded,
        /// Entered into force.
        InForce,
        /// Changed by a later text.
        Amended,
        /// Left by a party.
        Withdrawn,
        /// Ended.
        Terminated,
        /// Made known.
        Announced,
        /// Approved by whoever decides on it.
        Approved,
        /// Begun in public.
        Launched,
        /// Planned to begin (IATI activity date 1).
        PlannedStart,
        /// Began (IATI activity date 2).
        Start,
        /// Planned to end (IATI activity date 3).
        PlannedEnd,
        /// Ended (IATI activity date 4).
        End,
    }

    /// IATI activity status (codes 1 to 6), with `postponed` for meetings.
    StatusCode of partnership_core::model::StatusCode {
        /// Being scoped or planned (1).
        Pipeline,
        /// Being carried out (2).
        Implementation,
        /// Physically complete, accounts still open (3).
        Finalisation,
        /// Complete (4).
        Closed,
        /// Cancelled (5).
        Cancelled,
        /// Halted for a time (6).
        Suspended,
        /// Put off (of meetings).
        Postponed,
    }

    /// The part that somebody plays. The first four are IATI organisation roles, the others are those of meetings.
    ParticipantRole of partnership_core::model::ParticipantRole {
        /// Gives the money (1).
        Funding,
        /// Answers for it (2).
        Accountable,
        /// Manages it for whoever funds it (3).
        Extending,
        /// Carries it out (4).
        Implementing,
        /// Backs it, in whichever way the source leaves open.
        Supporting,
        /// Benefits from it.
        Beneficiary,
        /// Chairs.
        Chair,
        /// Chairs together with another.
        CoChair,
        /// Leads a delegation.
        Head,
        /// Takes part.
        Member,
        /// Watches.
        Observer,
        /// Gives the place.
        Host,
        /// Brings it about.
        Organiser,
        /// Speaks or performs.
        Speaker,
    }

    /// Whether a number is of each year or of the whole time.
    Per of partnership_core::model::Per {
        /// Of each year.
        Year,
        /// Of the whole.
        Whole,
    }

    /// How sure a tie is.
    Sure of partnership_core::model::Sure {
        /// A source names both ends.
        Stated,
        /// A source ties them, though not to the numbered line.
        Strong,
        /// The editors' own.
        Inferred,
    }

    /// Whether something was held online.
    Online of partnership_core::model::Online {
        /// In person.
        No,
        /// Online.
        Yes,
        /// Both.
        Hybrid,
    }

    /// IATI budget type.
    BudgetForm of partnership_core::model::BudgetForm {
        /// The first (1).
        Original,
        /// A later one (2).
        Revised,
    }

    /// IATI budget status.
    BudgetStatus of partnership_core::model::BudgetStatus {
        /// Not bound (1).
        Indicative,
        /// Bound (2).
        Committed,
    }

    /// What the values of a series are.
    Transform of partnership_core::model::Transform {
        /// Levels.
        Level,
        /// Growth over the period before.
        Growth,
        /// Shares of a whole.
        Share,
        /// Ranks.
        Rank,
        /// Averages over the period.
        Average,
        /// Sums up to the end of the period.
        Cumulative,
    }

    /// The standing of a value (SDMX `CL_OBS_STATUS`, in words).
    ObservationStatus of partnership_core::model::ObservationStatus {
        /// Normal (A).
        Normal,
        /// Estimated (E).
        Estimated,
        /// Provisional (P).
        Provisional,
        /// The table has no value (M).
        Missing,
        /// Doubtful (D).
        Doubtful,
    }
}
