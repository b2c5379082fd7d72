//! A record of any kind, and what the kinds have in common.

use crate::describe::{Described, Shaped, Struct, StructType};
use crate::model::{
    Assessment, AssessmentId, Claim, ClaimId, Commitment, CommitmentId, Concept, ConceptId, Event,
    EventId, Fund, FundId, Head, Instrument, InstrumentId, Kind, Partnership, PartnershipId, Party,
    PartyId, Person, PersonId, Project, ProjectId, Series, SeriesId, Source, SourceId,
};

/// A type that is a kind of record.
pub trait Typed: Described {
    /// Which kind.
    const KIND: Kind;
    /// Its typed id.
    type Id: AsRef<str> + std::str::FromStr;
    /// The id of this record.
    fn id(&self) -> &Self::Id;
}

/// Lists the kinds once: their types and ids.
macro_rules! kinds {
    ($($kind:ident $id:ident;)*) => {
        /// A record of any kind.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        #[expect(clippy::large_enum_variant, reason = "records are handled one at a time")]
        pub enum Record {
            $(#[doc = concat!("A record of kind ", stringify!($kind), ".")] $kind($kind),)*
        }

        impl Record {
            /// Its kind.
            pub fn kind(&self) -> Kind {
                match self { $(Record::$kind(_) => Kind::$kind,)* }
            }

            /// Its id.
            pub fn id(&self) -> &str {
                match self { $(Record::$kind(record) => record.id.as_str(),)* }
            }

            /// The typed record of a tree.
            pub(crate) fn read(kind: Kind, from: &Struct<'_>) -> Option<Self> {
                match kind {
                    $(Kind::$kind => $kind::read_fields(from, &mut 0).map(Record::$kind),)*
                }
            }
        }

        impl Kind {
            /// What a record of this kind is made of.
            pub const fn described(self) -> &'static StructType {
                match self { $(Kind::$kind => <$kind as Described>::TYPE,)* }
            }
        }

        $(impl Typed for $kind {
            const KIND: Kind = Kind::$kind;
            type Id = $id;
            fn id(&self) -> &$id { &self.id }
        }

        impl From<$kind> for Record {
            fn from(record: $kind) -> Self { Record::$kind(record) }
        })*
    };
}

kinds! {
    Partnership PartnershipId;
    Concept ConceptId;
    Source SourceId;
    Party PartyId;
    Person PersonId;
    Instrument InstrumentId;
    Commitment CommitmentId;
    Assessment AssessmentId;
    Project ProjectId;
    Fund FundId;
    Event EventId;
    Series SeriesId;
    Claim ClaimId;
}

/// Gives a kind the fields of its head as its own.
macro_rules! heads {
    ($($kind:ident)*) => {$(
        impl std::ops::Deref for $kind {
            type Target = Head;
            fn deref(&self) -> &Head { &self.head }
        }
    )*};
}

heads! { Partnership Party Person Instrument Commitment Assessment Project Fund Event Series }

/// The text by which a record is called: its name, title or sentence.
pub(crate) fn label<'r>(record: &'r Struct<'_>, lang: &str) -> Option<&'r str> {
    NAMING.iter().find_map(|field| record.get(field)?.text(lang))
}

/// The fields that name a record, the first that is filled.
const NAMING: [&str; 3] = ["name", "title", "text"];

/// How many fields of a kind come first, up to the last of those that name a record.
pub(crate) fn label_end(kind: Kind) -> usize {
    let ends = NAMING.iter().filter_map(|field| kind.described().index(field));
    ends.max().map_or(0, |last| last + 1)
}

/// The typed value of a tree.
pub(crate) fn typed<T: Shaped>(record: Struct<'_>) -> Option<T> {
    T::read(&crate::describe::Node::Struct(record))
}
