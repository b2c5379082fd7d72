//! Figures that sources print, worked out anew where the record holds what they are made of.

use partnership_derive::Described;

use super::{Answer, Checked, Claims, Row};
use crate::claim::{
    Case, ClaimVerdict, Figures, Kept, Own, PrintedForm, PrintedVerdict, Reading, Subject, Told,
};
use crate::describe::Struct;
use crate::model::{Measure, PartyId, Rank, SourceId, TestKind};
use crate::order::Order;
use crate::query::QueryError;
use crate::value::{Bounds, Quantity, Span};
use crate::view::{View, bounds};

/// A total, balance, share, multiple or growth as it is printed, and what it comes to.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Printed {
    /// The series that has it, or the claim.
    #[described(required)]
    pub id: String,
    /// Its name, in the language of the view; of a claim what is said.
    pub label: String,
    /// How it is worked out.
    #[described(required)]
    pub form: PrintedForm,
    /// What is measured.
    pub measure: Option<Measure>,
    /// Who counted.
    pub reporter: Option<PartyId>,
    /// Whose figure it is.
    pub area: Option<PartyId>,
    /// With whom.
    pub counterpart: Option<PartyId>,
    /// The period.
    pub period: Option<Span>,
    /// The number as printed, with the power of ten and the unit of its table.
    pub value: Option<Quantity>,
    /// Its standing among several values of one period.
    pub rank: Option<Rank>,
    /// Why it is not preferred, or what a reader of it should know, as the record has it.
    pub reason: Option<String>,
    /// Who prints it: sources that come to the same.
    pub by: Vec<SourceId>,
    /// Whether it is what it comes to.
    #[described(required)]
    pub verdict: PrintedVerdict,
    /// What it comes to, each way with its arithmetic.
    pub reading: Vec<Reading>,
    /// What the record lacks.
    pub missing: Vec<String>,
    /// Where it is printed.
    pub cite: Vec<Struct<'static>>,
}

impl Printed {
    /// Every citation: of the figure, then of what it is worked out from.
    pub(super) fn every_cite(&self) -> impl Iterator<Item = &Struct<'static>> {
        self.cite.iter().chain(self.reading.iter().flat_map(Reading::cites))
    }
}

/// The kinds of tests that work a number out.
const WORKED_OUT: [TestKind; 6] = [
    TestKind::Multiple,
    TestKind::Growth,
    TestKind::MeanGrowth,
    TestKind::Difference,
    TestKind::Share,
    TestKind::Sum,
];

impl View<'_> {
    /// Works every total, balance, share, multiple and growth out anew that a source prints, from other figures of the same
    /// reporter: those that disagree first, then those that depend on how they are worked out, those that agree, and those
    /// whose inputs the record lacks.
    ///
    /// A source is held to its own numbers, where it prints them; else to what the reporter gives elsewhere. What is known to
    /// be wrong is worked out, too: that is how a lost digit shows. A figure agrees if it may be so at the printed precision.
    ///
    /// # Errors
    /// When the claims of the dataset cannot be asked for.
    pub fn check_printed(&self) -> Result<Answer, QueryError> {
        let open = self.dataset().view().seen_from(&self.standpoint()).on(None);
        let figures = Figures::of_all(&open);
        let case = |said: Option<Bounds>| Case {
            figures: &figures,
            view: &open,
            own: Own::default(),
            said,
            day: self.day(),
            told: Told::new(self.language().to_string()),
            kept: Kept::default(),
        };
        let mut rows: Vec<Printed> = Vec::new();
        let plain = case(None);
        for subject in plain.subjects() {
            rows.extend(self.printed(&subject, &case));
        }
        let claims = self.check(Claims::Query("test:any"))?;
        let claims = claims.rows().iter().filter_map(|row| match row {
            Row::Checked(row) if row.test.is_some_and(|kind| WORKED_OUT.contains(&kind)) => {
                Some(row)
            }
            _ => None,
        });
        rows.extend(claims.map(said));
        rows.order_by_key(|row| row.verdict);
        Ok(Answer::new(self, "printed", "", rows.into_iter().map(Row::Printed).collect()))
    }

    /// A figure with what it comes to, once for all sources that come to the same.
    fn printed<'c, 'a: 'c>(
        &self,
        of: &Subject<'_, 'a>,
        case: &impl Fn(Option<Bounds>) -> Case<'c, 'a>,
    ) -> Vec<Printed> {
        let plain = case(None);
        let cites = plain.printed_at(of);
        let mut groups: Vec<(Vec<SourceId>, Vec<Struct<'static>>, Vec<Reading>)> = Vec::new();
        for cite in cites {
            let Some(source) = cite.leaf("source") else { continue };
            let reading = case(self.published(source, plain.figures)).recomputed(of, source);
            let Ok(id) = source.parse::<SourceId>() else { continue };
            match groups.iter_mut().find(|(_, _, known)| *known == reading) {
                Some((by, cites, _)) if by.contains(&id) => cites.push(cite),
                Some((by, cites, _)) => {
                    by.push(id);
                    cites.push(cite);
                }
                None => groups.push((vec![id], vec![cite], reading)),
            }
        }
        let is_made = matches!(of.form, PrintedForm::Growth | PrintedForm::Share);
        let told = groups.into_iter().filter(|(_, _, reading)| is_made || !reading.is_empty());
        told.filter_map(|(by, cite, reading)| self.as_printed(of, &plain, by, cite, reading))
            .collect()
    }

    fn as_printed(
        &self,
        of: &Subject<'_, '_>,
        case: &Case<'_, '_>,
        by: Vec<SourceId>,
        cite: Vec<Struct<'static>>,
        reading: Vec<Reading>,
    ) -> Option<Printed> {
        let id = of.series();
        let party = |id: &Option<String>| id.as_ref().and_then(|id| id.parse().ok());
        let missing = if reading.is_empty() { case.inputs(of) } else { Vec::new() };
        Some(Printed {
            id: id.to_owned(),
            label: self.name_or_id(id),
            form: of.form,
            measure: of.key.measure.parse().ok(),
            reporter: of.reporter.parse().ok(),
            area: party(&of.key.area),
            counterpart: party(&of.key.counterpart),
            period: Some(of.period.clone()),
            value: of.value(),
            rank: of.leaf("rank").and_then(|rank| rank.parse().ok()),
            reason: of.leaf("reason").or(of.leaf("note")).map(str::to_owned),
            by,
            verdict: PrintedVerdict::of(&reading),
            reading,
            missing,
            cite,
        })
    }

    /// When a source was published; of an undated one the newest period that it prints.
    fn published(&self, source: &str, figures: &Figures<'_>) -> Option<Bounds> {
        let tree = self.dataset().tree(self.dataset().find(source)?);
        tree.leaf("issued").and_then(bounds).or_else(|| figures.newest_of(source))
    }
}

/// A claim as a printed figure.
fn said(claim: &Checked) -> Printed {
    let verdict = match claim.verdict {
        ClaimVerdict::Supported => PrintedVerdict::Agrees,
        ClaimVerdict::Contradicted => PrintedVerdict::Disagrees,
        ClaimVerdict::Depends => PrintedVerdict::Depends,
        ClaimVerdict::NotInRecord | ClaimVerdict::Untestable => PrintedVerdict::NotHeld,
    };
    let sources = claim.cite.iter().filter_map(|cite| cite.leaf("source")?.parse().ok());
    let mut by: Vec<SourceId> = sources.collect();
    by.dedup();
    Printed {
        id: claim.id.clone(),
        label: claim.label.clone(),
        form: PrintedForm::Claim,
        measure: None,
        reporter: None,
        area: None,
        counterpart: None,
        period: None,
        value: None,
        rank: None,
        reason: claim.printed.clone(),
        by,
        verdict,
        reading: claim.reading.clone(),
        missing: claim.missing.clone(),
        cite: claim.cite.clone(),
    }
}
