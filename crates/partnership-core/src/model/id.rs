//! Typed ids: permanent kebab-case slugs, unique over all kinds of a dataset, never reused.

use std::fmt;
use std::str::FromStr;

use crate::describe::{Class, leaf::leaf};
use crate::error::ParseError;
use crate::model::Kind;
use crate::value::Slug;

/// Makes one newtype over [`Slug`] a line, with the kinds that it may name.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident, $what:literal, $example:literal, $class:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Slug);

        impl $name {
            /// The slug.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.pad(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = ParseError;
            fn from_str(text: &str) -> Result<Self, ParseError> {
                match text.parse() {
                    Ok(slug) => Ok(Self(slug)),
                    Err(_) => Err(ParseError::new(
                        $what, text, concat!("small letters, digits and single hyphens, such as `", $example, "`"),
                    )),
                }
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        leaf!($name, $what, $example, $class);
    )*};
}

ids! {
    /// The id of the partnership.
    PartnershipId, "the id of a partnership", "asean-rok", Class::Id;
    /// The id of a concept.
    ConceptId, "the id of a concept", "abc-b", Class::Ref(&[Kind::Concept]);
    /// The id of a source.
    SourceId, "the id of a source", "yna24", Class::Ref(&[Kind::Source]);
    /// The id of a party.
    PartyId, "the id of a party", "asean", Class::Ref(&[Kind::Party]);
    /// The id of a person.
    PersonId, "the id of a person", "lee-jang-keun", Class::Ref(&[Kind::Person]);
    /// The id of a party or a person: whoever acts (a PROV agent).
    AgentId, "the id of a party or person", "lee-jang-keun", Class::Ref(&[Kind::Party, Kind::Person]);
    /// The id of a party or of a fund, which may act like one.
    BodyId, "the id of a party or fund", "akcf", Class::Ref(&[Kind::Party, Kind::Fund]);
    /// The id of an instrument.
    InstrumentId, "the id of an instrument", "rcep", Class::Ref(&[Kind::Instrument]);
    /// The id of a commitment.
    CommitmentId, "the id of a commitment", "poa-2021-3-8", Class::Ref(&[Kind::Commitment]);
    /// The id of an assessment.
    AssessmentId, "the id of an assessment", "poa-2016-jcc-2019", Class::Ref(&[Kind::Assessment]);
    /// The id of a project.
    ProjectId, "the id of a project", "kadif", Class::Ref(&[Kind::Project]);
    /// The id of a fund.
    FundId, "the id of a fund", "akcf", Class::Ref(&[Kind::Fund]);
    /// The id of an event.
    EventId, "the id of an event", "asean-rok-summit-2024", Class::Ref(&[Kind::Event]);
    /// The id of a series.
    SeriesId, "the id of a series", "kcs-goods-trade", Class::Ref(&[Kind::Series]);
    /// The id of a claim.
    ClaimId, "the id of a claim", "lee-2025-trade-fold", Class::Ref(&[Kind::Claim]);
    /// The id of a record of any kind.
    RecordId, "the id of a record", "kadif", Class::Ref(&[]);
}

/// Makes one newtype for the notation of a concept of the schemes that serve a field.
macro_rules! notations {
    ($($(#[$doc:meta])* $name:ident, $what:literal, $example:literal, $field:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The notation as written, with its scheme where it was given.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.pad(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = ParseError;
            fn from_str(text: &str) -> Result<Self, ParseError> {
                let allowed = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
                let (scheme, notation) = text.split_once(':').unwrap_or(("x", text));
                if scheme.parse::<Slug>().is_ok() && !notation.is_empty() && notation.chars().all(allowed) {
                    return Ok(Self(text.into()));
                }
                Err(ParseError::new($what, text, concat!("a notation, such as `", $example, "`, or `scheme:notation`")))
            }
        }

        leaf!($name, $what, $example, Class::Concept($field));
    )*};
}

notations! {
    /// A pillar, by its notation (`B`), with the scheme (`abc:B`) where two schemes share one.
    Pillar, "a pillar", "B", "pillar";
    /// A theme, by its notation.
    Theme, "a theme", "cyber-security", "theme";
    /// A measure of statistics, by its notation.
    Measure, "a measure", "goods-trade", "measure";
}
