//! The model: a Rust struct for each kind of record, and the parts that they share.
//!
//! A field that is empty is *not collected*, unless `absent` says that its value is unknown, does not
//! exist, or was looked for in vain. Nothing here carries a verdict, a sum or a rank: those are asked.

mod claim;
mod commitment;
mod event;
mod figure;
mod id;
mod instrument;
mod kind;
mod money;
mod parts;
mod party;
mod project;
mod record;
mod series;
mod source;
mod support;

pub use claim::{Claim, ClaimForm, Ended, Every, Sense, Test, TestKind};
pub use commitment::{Assessment, ClauseForm, Commitment, Lineage, LineageForm, Scheme, Stage};
pub use event::{Event, Ordinal};
pub use figure::{Among, Figure};
pub use id::{
    AgentId, AssessmentId, BodyId, ClaimId, CommitmentId, ConceptId, EventId, FundId, InstrumentId,
    Measure, PartnershipId, PartyId, PersonId, Pillar, ProjectId, RecordId, SeriesId, SourceId,
    Theme,
};
pub use instrument::{Instrument, InstrumentForm};
pub use kind::Kind;
pub use money::{Budget, BudgetForm, BudgetStatus, Contribution, Fund, Rung, Transaction};
pub use parts::{
    Action, Alias, AliasForm, Count, Head, Link, Online, Participant, ParticipantRole, Per,
    Reached, Seen, Spot, Status, StatusCode, Step, Sure, Target,
};
pub use party::{Codes, Holder, Membership, Party, PartyForm, Person, Role};
pub use project::{Project, ProjectForm};
pub use record::{Record, Typed};
pub(crate) use record::{label, label_end, typed};
pub use series::{Break, Holds, Observation, ObservationStatus, Series, Transform};
pub use source::{Concept, Extent, Level, Partnership, ReadCopy, Source, Tier, TitleBy};
pub use support::{Absence, Absent, Alternative, Basis, Citation, Rank, Review, Support};
