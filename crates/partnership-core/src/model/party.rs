//! Parties and persons.

use partnership_derive::Described;

use crate::model::{Head, Link, PartyId, PersonId, Seen, Spot, Support};
use crate::value::{CountryAlpha2, CountryAlpha3, CountryNumeric, Slug, Span, Text};

/// A country, organisation, bloc, body or forum.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(state = "span")]
pub struct Party {
    /// Stable slug.
    pub id: PartyId,
    /// Names and summary.
    #[described(flatten)]
    pub head: Head,
    /// What sort of party it is.
    #[described(required)]
    pub form: Option<PartyForm>,
    /// Its codes in published lists.
    pub code: Option<Codes>,
    /// When it existed.
    pub span: Option<Span>,
    /// Where it sits.
    pub seat: Option<Spot>,
    /// The party that it is a part of.
    pub part_of: Option<PartyId>,
    /// What it was set up to carry out: provisions, pledges.
    pub implements: Vec<Link>,
    /// Its memberships in other parties.
    pub membership: Vec<Membership>,
    /// The roles that others may hold in it.
    pub role: Vec<Role>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// What sort of party it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum PartyForm {
    /// A state.
    #[described(ko = "국가")]
    Country,
    /// A customs territory or economy that is no state.
    #[described(ko = "경제 주체")]
    Economy,
    /// A group of states with organs of its own.
    #[described(ko = "블록")]
    Bloc,
    /// An organisation: a ministry, agency, institute, company, journal.
    #[described(ko = "기관")]
    Organisation,
    /// An organ of a party or of several.
    #[described(ko = "기구")]
    Body,
    /// A series of meetings.
    #[described(ko = "회의체")]
    Forum,
}

/// Codes in published lists.
#[derive(Clone, Debug, Default, PartialEq, Described)]
pub struct Codes {
    /// ISO 3166-1 alpha-2, upper case.
    pub iso2: Option<CountryAlpha2>,
    /// ISO 3166-1 alpha-3, upper case.
    pub iso3: Option<CountryAlpha3>,
    /// ISO 3166-1 numeric (UN M49), three digits.
    pub num: Option<CountryNumeric>,
    /// IATI organisation or activity identifier.
    pub iati: Option<String>,
}

/// A membership in a party, or a post in it. It holds over its span, or on the days on which it was seen.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part, state = "span")]
pub struct Membership {
    /// The party that one is a member of, or holds a post in.
    #[described(required)]
    pub organization: Option<PartyId>,
    /// Key of the role, as that party declares it; `member` where nothing is written.
    pub role: Option<Slug>,
    /// The words of the post, where the party declares no role for it.
    pub title: Text,
    /// From when until when; each end may be imprecise, open (`..`) or unknown (empty).
    pub span: Option<Span>,
    /// Days on which it was seen, where its ends are not known.
    pub seen: Vec<Seen>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// A role that others may hold in a party.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(part)]
pub struct Role {
    /// What memberships write.
    #[described(required)]
    pub key: Option<Slug>,
    /// Its name, by language.
    #[described(required)]
    pub name: Text,
    /// Whether one or many hold it at a time.
    #[described(required)]
    pub holder: Option<Holder>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// How many hold a role at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum Holder {
    /// One.
    #[described(ko = "한 명")]
    One,
    /// Any number.
    #[described(ko = "여럿")]
    Many,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Person {
    /// Stable slug.
    pub id: PersonId,
    /// Names and summary.
    #[described(flatten)]
    pub head: Head,
    /// The person's posts and memberships.
    pub membership: Vec<Membership>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}
