//! Claims held against the record: a verdict each, with the readings, the arithmetic and the sources.

use partnership_derive::Described;

use super::{Answer, Row};
use crate::ParseError;
use crate::claim::{
    Case, ClaimVerdict, Figures, Finding, Kept, Own, Reading, Told, Turning, judge,
};
use crate::describe::{Shaped, Struct};
use crate::error::nearest;
use crate::model::{AgentId, ClaimForm, ClaimId, Kind, Test, TestKind};
use crate::order::Order;
use crate::query::{Plan, QueryError, eval};
use crate::value::{Hedge, Point, Truth};
use crate::view::{Verdict, View, Why, bounds};

/// Which claims are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claims<'q> {
    /// Those of these ids.
    Ids(&'q [&'q str]),
    /// Those that cite a source for what they say.
    Source(&'q str),
    /// Those of a person or party.
    Speaker(&'q str),
    /// Those that a query finds.
    Query(&'q str),
}

impl<'q> Claims<'q> {
    /// The claims of some ids, of a source or of a speaker, of which one is given; without any all.
    ///
    /// ```
    /// use partnership_core::answer::Claims;
    ///
    /// assert_eq!(Claims::chosen(&[], None, Some("moon-jae-in"))?, Claims::Speaker("moon-jae-in"));
    /// let error = Claims::chosen(&["lee-2025-trade-fold"], Some("moon2019"), None).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "`lee-2025-trade-fold source:moon2019` is not one choice of claims; expected ids, or a source, or a speaker"
    /// );
    /// # Ok::<(), partnership_core::ParseError>(())
    /// ```
    ///
    /// # Errors
    /// When several of them are given: either could be meant, or both.
    pub fn chosen(
        ids: &'q [&'q str],
        source: Option<&'q str>,
        speaker: Option<&'q str>,
    ) -> Result<Self, ParseError> {
        match (ids, source, speaker) {
            ([], None, None) => Ok(Self::Query("")),
            (ids, None, None) => Ok(Self::Ids(ids)),
            ([], Some(source), None) => Ok(Self::Source(source)),
            ([], None, Some(speaker)) => Ok(Self::Speaker(speaker)),
            _ => {
                let ids = ids.iter().map(|id| (*id).to_owned());
                let source = source.map(|id| format!("source:{id}"));
                let speaker = speaker.map(|id| format!("speaker:{id}"));
                let given: Vec<String> = ids.chain(source).chain(speaker).collect();
                let expected = "ids, or a source, or a speaker";
                Err(ParseError::new("one choice of claims", &given.join(" "), expected))
            }
        }
    }
}

/// A claim, and whether the record bears it out.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Checked {
    /// The claim.
    #[described(required)]
    pub id: String,
    /// What is said, in our words, in the language of the view.
    pub label: String,
    /// Who says it.
    pub speaker: Option<AgentId>,
    /// The name of who says it, in the language of the view.
    pub speaker_label: Option<String>,
    /// When it was said.
    pub said: Option<Point>,
    /// The number as its source prints it.
    pub printed: Option<String>,
    /// What sort of sentence it is.
    pub form: Option<ClaimForm>,
    /// What is compared.
    pub test: Option<TestKind>,
    /// Whether the record bears it out.
    #[described(required)]
    pub verdict: ClaimVerdict,
    /// What the verdict depends on.
    pub depends_on: Vec<Turning>,
    /// Why it is only a maybe that the claim belongs to the answer; empty where it is sure.
    pub why: Vec<Why>,
    /// What the sentence may mean, each with what the words allow and what the record gives.
    pub reading: Vec<Reading>,
    /// What the record lacks: a reading of it takes no part.
    pub missing: Vec<String>,
    /// Later years of a sentence that leaves the year open: shown, and no reading.
    pub since: Vec<Reading>,
    /// Claims of the same thing with another number: shown, and no reading.
    pub others: Vec<ClaimId>,
    /// The version of the table that says what words allow.
    pub hedges: u16,
    /// Where it is said.
    pub cite: Vec<Struct<'static>>,
}

impl Checked {
    /// Every citation: of the claim, then of what its readings and later years rest on.
    pub(super) fn every_cite(&self) -> impl Iterator<Item = &Struct<'static>> {
        self.cite.iter().chain(self.reading.iter().chain(&self.since).flat_map(Reading::cites))
    }

    /// Whether any reading rests on something that the record holds.
    #[must_use]
    pub fn has_evidence(&self) -> bool {
        self.reading.iter().any(|reading| !reading.evidence.is_empty())
    }
}

/// A claim of the view, read.
struct Said<'a> {
    number: u32,
    tree: Struct<'a>,
    test: Option<Test>,
    verdict: Verdict,
}

impl View<'_> {
    /// Holds claims against the record, in the documented order; those of ids in the order that they are given.
    ///
    /// Of a source, a speaker or a query those are told that have a test, or a figure or event that lacks one; positions,
    /// reasons and intentions are counted in a note.
    ///
    /// # Errors
    /// When an id is of no claim, source or speaker, or the query is none; the nearest is named.
    pub fn check(&self, claims: Claims<'_>) -> Result<Answer, QueryError> {
        let text = match claims {
            Claims::Ids(ids) => {
                ids.iter()
                    .try_for_each(|id| self.is_of(id, &[Kind::Claim], "a claim").map(drop))?;
                ids.join(" ")
            }
            Claims::Source(id) => {
                format!("source:{}", self.is_of(id, &[Kind::Source], "a source")?)
            }
            Claims::Speaker(id) => {
                let kinds = [Kind::Person, Kind::Party];
                format!("speaker:{}", self.is_of(id, &kinds, "a person or party")?)
            }
            Claims::Query(query) => query.to_owned(),
        };
        let plan = || match claims {
            Claims::Ids(ids) => Plan::parse(&format!("id:{}", ids.join(",")), self.dataset()),
            _ => Plan::among("kind:claim", &text, self.dataset()),
        };
        let rows = match claims {
            // There may be more of them than a query takes.
            Claims::Ids(ids) => {
                let numbers = ids.iter().filter_map(|id| self.dataset().find(id));
                numbers
                    .map(|number| {
                        (number, self.lens().record(Kind::Claim, &self.dataset().tree(number)))
                    })
                    .collect()
            }
            _ => eval::rows(self, &plan()?),
        };
        let shown = rows.into_iter().filter(|(_, verdict)| verdict.truth != Truth::No);
        let said: Vec<Said<'_>> =
            shown.map(|(number, verdict)| self.said(number, verdict)).collect();
        let (told, left): (Vec<Said<'_>>, Vec<Said<'_>>) = said
            .into_iter()
            .partition(|said| matches!(claims, Claims::Ids(_)) || said.is_testable());
        let answer = Answer::new(self, "check", &text, self.held_against(&told));
        let answer = if left.is_empty() { answer } else { answer.note(self.left_out(left.len())) };
        if !answer.rows().is_empty() {
            return Ok(answer);
        }
        Ok(answer.because(super::envelope::why_empty(self, &plan()?)))
    }

    /// The id of a record of some kinds, redirects followed.
    pub(super) fn is_of(&self, id: &str, kinds: &[Kind], what: &str) -> Result<String, QueryError> {
        let is_one = |number: &u32| kinds.contains(&self.dataset().kind(*number));
        if let Some(number) = self.dataset().find(id).filter(is_one) {
            return Ok(self.dataset().id(number).to_owned());
        }
        let numbers = kinds.iter().flat_map(|kind| self.dataset().numbers(*kind));
        let mut ids: Vec<&str> = numbers.map(|number| self.dataset().id(number)).collect();
        ids.order();
        let mut error =
            QueryError::new("P0304", 0..id.len(), format!("`{id}` is not the id of {what}"));
        error.nearest = nearest(id, ids).map(str::to_owned);
        error.help = error.nearest.as_ref().map(|near| format!("did you mean `{near}`?"));
        Err(error.within(id))
    }

    fn said(&self, number: u32, verdict: Verdict) -> Said<'_> {
        let tree = self.shown(number);
        let test = tree.get("test").and_then(Test::read);
        Said { number, tree, test, verdict }
    }

    fn left_out(&self, count: usize) -> String {
        match self.language().as_str() {
            "ko" => format!("입장, 이유, 의향을 말하는 {count}건은 검증 대상이 아님"),
            _ => format!(
                "{count} more are positions, reasons or intentions, which nothing could show"
            ),
        }
    }

    fn held_against(&self, claims: &[Said<'_>]) -> Vec<Row> {
        // What was so in an earlier year counts, too: nothing is left out by valid time.
        let open = self.dataset().view().seen_from(&self.standpoint()).on(None);
        let tests = claims.iter().filter_map(|said| said.test.as_ref());
        let figures = Figures::of(&open, tests);
        let all = self.alike(claims);
        let checked = claims.iter().map(|said| self.checked(said, &open, &figures, &all));
        checked.map(Row::Checked).collect()
    }

    /// All claims with a test, for those that say the same of another number.
    fn alike(&self, claims: &[Said<'_>]) -> Vec<(String, Test)> {
        if claims.is_empty() {
            return Vec::new();
        }
        let found =
            Plan::parse("kind:claim test:any", self.dataset()).map(|plan| eval::ids(self, &plan));
        let ids =
            found.unwrap_or_default().into_iter().filter_map(|(id, _)| self.dataset().find(id));
        let tests = ids.filter_map(|number| {
            let said = self.said(number, Verdict::YES);
            Some((self.dataset().id(number).to_owned(), said.test?))
        });
        tests.collect()
    }

    fn checked(
        &self,
        said: &Said<'_>,
        open: &View<'_>,
        figures: &Figures<'_>,
        all: &[(String, Test)],
    ) -> Checked {
        let lang = self.language().to_string();
        let claim = &said.tree;
        let case = Case {
            figures,
            view: open,
            own: Own::of(claim),
            said: claim.leaf("said").and_then(bounds),
            day: self.day(),
            told: Told::new(lang.as_str()),
            kept: Kept::default(),
        };
        let finding = match &said.test {
            Some(test) => case.find(test),
            None => Finding::lacking(Told::new(lang.as_str()).no_test()),
        };
        let (verdict, depends_on) = match said.is_testable() {
            true => judge(&finding.reading),
            false => (ClaimVerdict::Untestable, Vec::new()),
        };
        let read = |field: &str| claim.leaf(field).map(str::to_owned);
        let id = self.dataset().id(said.number);
        let of_words = |cite: &&Struct<'_>| {
            let fields = cite.list("fields");
            fields.is_empty() || fields.iter().any(|name| name.as_str() == Some("text"))
        };
        Checked {
            id: id.to_owned(),
            label: claim.get("text").and_then(|text| text.text(&lang)).unwrap_or(id).to_owned(),
            speaker: claim.leaf("speaker").and_then(|speaker| speaker.parse().ok()),
            speaker_label: claim.leaf("speaker").and_then(|speaker| self.name_of(speaker)),
            said: claim.leaf("said").and_then(|said| said.parse().ok()),
            printed: read("printed"),
            form: claim.leaf("form").and_then(|form| form.parse().ok()),
            test: said.test.as_ref().and_then(|test| test.kind),
            verdict,
            depends_on,
            why: said.verdict.reasons().collect(),
            reading: finding.reading,
            missing: finding.missing,
            since: finding.since,
            others: said.others(id, all),
            hedges: Hedge::VERSION,
            cite: claim.parts("cite").filter(of_words).cloned().map(Struct::into_owned).collect(),
        }
    }
}

impl Said<'_> {
    /// Whether a test could show it: it has one, or is a figure or event that lacks one.
    fn is_testable(&self) -> bool {
        self.test.is_some() || matches!(self.tree.leaf("form"), Some("figure" | "event"))
    }

    /// Claims of the same thing that give another number, or day.
    fn others(&self, id: &str, all: &[(String, Test)]) -> Vec<ClaimId> {
        let Some(own) = &self.test else { return Vec::new() };
        let is_alike = |test: &Test| {
            let figure = |test: &Test| {
                test.figure.as_ref().map(|figure| {
                    (figure.measure.clone(), figure.area.clone(), figure.counterpart.clone())
                })
            };
            let about = test.figure.is_some() || test.fund.is_some() || test.record.is_some();
            let same = (test.kind, &test.party, &test.fund, &test.record, test.action)
                == (own.kind, &own.party, &own.fund, &own.record, own.action)
                && (&test.base, &test.period) == (&own.base, &own.period);
            let differs = (&test.value, &test.upper, &test.on) != (&own.value, &own.upper, &own.on);
            about && same && differs && figure(test) == figure(own)
        };
        let alike = all.iter().filter(|(other, test)| other != id && is_alike(test));
        alike.filter_map(|(other, _)| other.parse().ok()).collect()
    }
}
