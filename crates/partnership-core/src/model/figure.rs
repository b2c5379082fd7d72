//! Keys of statistics.

use partnership_derive::Described;

use crate::model::{Measure, PartyId};

/// A statistical key with holes: what, of whom, with whom, on whose word. A hole is left open for each answer.
#[derive(Clone, Debug, Default, PartialEq, Described)]
pub struct Figure {
    /// What is measured.
    pub measure: Option<Measure>,
    /// Whose figure it is (SDMX `REF_AREA`).
    pub area: Option<PartyId>,
    /// With whom (SDMX `COUNTERPART_AREA`); a bare group means the total as printed.
    pub counterpart: Option<PartyId>,
    /// Who counted.
    pub reporter: Option<PartyId>,
}

/// Those among whom something is ranked or shared.
#[derive(Clone, Debug, Default, PartialEq, Described)]
pub struct Among {
    /// The set: `all`, or a group and a day (`asean@1999-04-30`).
    pub set: Option<String>,
    /// Groups that count as one.
    pub one: Vec<PartyId>,
    /// Those left out.
    pub without: Vec<PartyId>,
}
