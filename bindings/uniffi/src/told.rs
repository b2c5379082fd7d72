//! Answers whose rows are no records: coverage, gaps, totals, ranks, targets, ties, lines of clauses, checked claims.

use partnership_core::answer::{Answer as CoreAnswer, Claims};

use crate::shown::Shown;
use crate::{Answer, DatasetView, Named, Part, PartnershipError};

/// Rows that are no records.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Told {
    /// In the documented order.
    pub rows: Vec<ToldRow>,
    /// What was asked, and the sources.
    pub answer: Answer,
}

/// A row that is no record.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ToldRow {
    /// The record that it is of; none where it is of none.
    pub record: Option<Named>,
    /// What it tells, field by field: `part.of` is its type, such as `promise`.
    pub part: Part,
}

impl Told {
    pub(crate) fn of(view: &partnership_core::View<'_>, answer: &CoreAnswer) -> Self {
        let shown = Shown::new(view, answer);
        let trees = answer.rows().iter().filter_map(|row| row.tree());
        let rows = trees
            .map(|tree| ToldRow { record: shown.one(&tree, "id"), part: Part::of(&shown, &tree) });
        Self { rows: rows.collect(), answer: Answer::whole(&shown, answer) }
    }
}

#[uniffi::export]
impl DatasetView {
    /// How far the record covers its subject: numbers of records, sources and facts, then each announced total beside
    /// what is held and missing.
    pub fn coverage(&self) -> Result<Told, PartnershipError> {
        self.ask(|view| Ok(Told::of(view, &view.coverage())))
    }

    /// What the record lacks, the most used first, and which source would settle it.
    pub fn wanted(&self) -> Result<Told, PartnershipError> {
        self.ask(|view| Ok(Told::of(view, &view.wanted())))
    }

    /// Figures added up over the members of a group, with every set and gap named, as `total` of the command asks them.
    pub fn total(&self, text: String) -> Result<Told, PartnershipError> {
        self.ask(|view| Ok(Told::of(view, &view.total(&text)?)))
    }

    /// The rank of a partner among others, as `rank` of the command asks it.
    pub fn rank(&self, text: String) -> Result<Told, PartnershipError> {
        self.ask(|view| Ok(Told::of(view, &view.rank(&text)?)))
    }

    /// What the two ends of a flow count, beside each other, with gap and ratio, as `mirror` of the command asks it.
    pub fn mirror(&self, text: String) -> Result<Told, PartnershipError> {
        self.ask(|view| Ok(Told::of(view, &view.mirror(&text)?)))
    }

    /// The values of some series with what follows from each: growth, share, index, breaks and status.
    pub fn figures(&self, ids: Vec<String>) -> Result<Told, PartnershipError> {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        self.ask(|view| {
            let answer = view.series_figures(&ids).map_err(PartnershipError::id)?;
            Ok(Told::of(view, &answer))
        })
    }

    /// The two pages for a meeting, or for the next meeting of a forum: what is due, overdue, changed since the meeting
    /// before it (or since a day), who holds which post, figures of both sides, and what is not known.
    #[uniffi::method(default(since = None))]
    pub fn brief_for(
        &self,
        meeting: String,
        since: Option<String>,
    ) -> Result<Told, PartnershipError> {
        self.ask(|view| {
            let since = since.map(|day| day.parse()).transpose()?;
            Ok(Told::of(view, &view.brief_for(&meeting, since)?))
        })
    }

    /// English sentences held against the record: each with how it is read, or why it is not, and its verdict.
    pub fn check_text(&self, text: String) -> Result<Told, PartnershipError> {
        self.ask(|view| Ok(Told::of(view, &view.sentences(&text))))
    }

    /// Every total, share, multiple and growth that a source prints, worked out anew; what disagrees stands first.
    pub fn check_printed(&self) -> Result<Told, PartnershipError> {
        self.ask(|view| Ok(Told::of(view, &view.check_printed()?)))
    }

    /// The numbers that the commitments and projects of a query are to reach, each scored on every reporter's figures up
    /// to the day of the view.
    #[uniffi::method(default(text = ""))]
    pub fn targets(&self, text: String) -> Result<Told, PartnershipError> {
        self.ask(|view| Ok(Told::of(view, &view.targets(&text)?)))
    }

    /// What carries out a line, plan or pillar, or what a project carries out, how surely, who says so, and the money of
    /// it, as `implements` of the command asks it.
    pub fn implements(&self, text: String) -> Result<Told, PartnershipError> {
        self.ask(|view| Ok(Told::of(view, &view.implements(&text)?)))
    }

    /// Lines of a query without any project, and projects without any line.
    #[uniffi::method(default(text = ""))]
    pub fn unserved(&self, text: String) -> Result<Told, PartnershipError> {
        self.ask(|view| Ok(Told::of(view, &view.unserved(&text)?)))
    }

    /// A clause or theme followed through plans and statements: carried, strengthened, weakened, merged, split, dropped,
    /// new, or no evidence either way.
    pub fn lineage(&self, text: String) -> Result<Told, PartnershipError> {
        self.ask(|view| Ok(Told::of(view, &view.lineage(&text)?)))
    }

    /// Whether the record bears out claims: each with every reading of it, the arithmetic and the figures behind it. Of
    /// some ids, or of a source, or of a speaker; without any of them all. Throws if several are given.
    #[uniffi::method(default(ids = [], source = None, speaker = None))]
    pub fn check(
        &self,
        ids: Vec<String>,
        source: Option<String>,
        speaker: Option<String>,
    ) -> Result<Told, PartnershipError> {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        self.ask(|view| {
            let claims = Claims::chosen(&ids, source.as_deref(), speaker.as_deref())?;
            let answer = view.check(claims).map_err(PartnershipError::id)?;
            Ok(Told::of(view, &answer))
        })
    }
}
