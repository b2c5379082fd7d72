//! Projects.

use partnership_derive::Described;

use crate::model::{
    Budget, Codes, Head, Link, Participant, ProjectId, Reached, Spot, Status, Step, Support,
    Target, Transaction,
};
use crate::value::Span;

/// A programme, project, component or activity.
#[derive(Clone, Debug, PartialEq, Described)]
#[described(state = "span")]
pub struct Project {
    /// Stable slug.
    pub id: ProjectId,
    /// Names and summary.
    #[described(flatten)]
    pub head: Head,
    /// What sort of undertaking it is.
    #[described(required)]
    pub form: Option<ProjectForm>,
    /// The undertaking that it is a part of.
    pub part_of: Option<ProjectId>,
    /// From when until when it runs.
    pub span: Option<Span>,
    /// What was done, and when.
    pub step: Vec<Step>,
    /// Statuses that publishers reported.
    pub status: Vec<Status>,
    /// Where it takes place.
    pub place: Vec<Spot>,
    /// Who takes part, by role.
    pub participant: Vec<Participant>,
    /// What it carries out: lines, lists, pledges.
    pub implements: Vec<Link>,
    /// Its budgets.
    pub budget: Vec<Budget>,
    /// Its transactions.
    pub transaction: Vec<Transaction>,
    /// The numbers that are to be reached.
    pub target: Vec<Target>,
    /// What was reached, as reported.
    pub result: Vec<Reached>,
    /// Its codes in published lists.
    pub code: Option<Codes>,
    /// How we know.
    #[described(flatten)]
    pub support: Support,
}

/// What sort of undertaking a project is (IATI hierarchy).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum ProjectForm {
    /// Several projects under one name, or one that recurs.
    #[described(ko = "프로그램")]
    Programme,
    /// A project.
    #[described(ko = "사업")]
    Project,
    /// A part of a project.
    #[described(ko = "구성 사업")]
    Component,
    /// A single activity.
    #[described(ko = "활동")]
    Activity,
}
