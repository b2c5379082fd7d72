//! Lines followed through plans and statements: what each clause continues, by links that were reviewed.

use partnership_derive::Described;

use super::{Answer, Row, scope};
use crate::describe::{Node, Struct};
use crate::model::{ClauseForm, InstrumentId, Kind, LineageForm, RecordId, label};
use crate::order::Order;
use crate::promise::{cites, parts};
use crate::query::{Plan, QueryError};
use crate::sorted::{SortedMap, SortedSet};
use crate::value::{Day, Span, Truth};
use crate::view::{Verdict, View, Why, bounds, supporting};

/// How a clause stands in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Described)]
pub enum StrandForm {
    /// It stands in the text, and no reviewed link ties it to an earlier clause.
    #[described(ko = "있음")]
    Stands,
    /// It continues an earlier clause as it was.
    #[described(ko = "계승")]
    Carried,
    /// It continues an earlier clause and is stronger.
    #[described(ko = "강화")]
    Strengthened,
    /// It continues an earlier clause and is weaker.
    #[described(ko = "약화")]
    Weakened,
    /// It joins earlier clauses.
    #[described(ko = "통합")]
    Merged,
    /// It is one of several that came of an earlier clause.
    #[described(ko = "분할")]
    Split,
    /// It says an earlier commitment again.
    #[described(ko = "재확인")]
    Restated,
    /// It is new: a source or the editors say that nothing earlier stands behind it.
    #[described(ko = "신설")]
    New,
    /// The text no longer has it.
    #[described(ko = "삭제")]
    Dropped,
    /// Nothing in the record tells whether the text has it: no evidence either way.
    #[described(ko = "어느 쪽으로도 근거 없음")]
    NoEvidence,
}

/// A clause of a line that is followed through plans and statements, or a text of which nothing tells whether it has it.
#[derive(Clone, Debug, Described)]
pub struct Strand {
    /// How surely the view holds it.
    #[described(required)]
    pub truth: Truth,
    /// Why not more surely.
    pub why: Vec<Why>,
    /// The clause; where a text has none, the text.
    #[described(required)]
    pub id: String,
    /// Its name, in the language of the view.
    #[described(required)]
    pub label: String,
    /// How it stands.
    #[described(required)]
    pub how: StrandForm,
    /// The plan or statement; none of a pledge that stands in no text.
    pub text: Option<InstrumentId>,
    /// Its name, in the language of the view.
    pub text_label: Option<String>,
    /// When the text was adopted, or a pledge in no text made, as written.
    pub date: Option<Span>,
    /// How much of a clause it is: only `line` is a line of a plan, read in full.
    pub form: Option<ClauseForm>,
    /// Its number as printed.
    pub number: Option<String>,
    /// The earlier clauses that it continues, joins or says again.
    pub of: Vec<RecordId>,
    /// Of what was dropped, the text in which it last stood.
    pub last_in: Option<InstrumentId>,
    /// Clauses of the same theme that no reviewed link ties to the line: of that text, or, beside what is new, of earlier ones.
    pub beside: Vec<RecordId>,
    /// How many lines of the text were read in full, where nothing tells whether it has one.
    pub lines: Option<usize>,
    /// What supports that it stands so.
    pub cite: Vec<Struct<'static>>,
}

/// A link of a clause, as the view shows it.
struct Tied {
    how: StrandForm,
    of: Option<u32>,
    /// Of what was dropped, the text without it.
    into: Option<u32>,
    verdict: Verdict,
    cite: Vec<Struct<'static>>,
}

/// A clause with what a line needs of it.
struct Clause {
    verdict: Verdict,
    text: Option<u32>,
    themes: Vec<String>,
    is_line: bool,
    tied: Vec<Tied>,
}

/// All clauses of the view, and the texts that follow one another.
struct Lines<'v> {
    view: &'v View<'v>,
    clauses: SortedMap<u32, Clause>,
    /// By text the one that it follows.
    follows: SortedMap<u32, u32>,
}

impl View<'_> {
    /// The line of a clause or of a theme through plans and statements, in the order of their days: what each clause
    /// continues, by reviewed links alone. A text that follows, or is followed by, one with a clause of the line, and of
    /// which nothing tells whether it has one, stands with *no evidence either way*.
    ///
    /// # Errors
    /// When the text is not the id of a commitment, and no theme.
    pub fn lineage(&self, text: &str) -> Result<Answer, QueryError> {
        let word = text.trim();
        let start = text.find(word).unwrap_or_default();
        let refuse = |message: String| {
            QueryError::new("P0304", start..start + word.len(), message).within(text)
        };
        let dataset = self.dataset();
        let (found, plan) = match dataset.find(word) {
            Some(number) if dataset.kind(number) == Kind::Commitment => {
                (Some(number), format!("id:{word}"))
            }
            Some(number) => (
                None,
                self.theme_of(number).ok_or_else(|| {
                    let kind = dataset.kind(number);
                    let mut error = refuse(format!("`{word}` is a {kind}, and no clause or theme"));
                    error.help = Some(format!(
                        "`partnership list instrument:{word}` lists the clauses of a text"
                    ));
                    error
                })?,
            ),
            None if dataset.concepts().named("theme", word).is_empty() => {
                return Err(scope::unknown(self, word, start, "clause or theme").within(text));
            }
            None => (None, format!("kind:commitment theme:\"{word}\"")),
        };
        let plan = Plan::parse(&plan, dataset)?;
        let lines = Lines::of(self);
        let mut line: SortedSet<u32> = match found {
            Some(number) => {
                lines.clauses.contains_key(&number).then_some(number).into_iter().collect()
            }
            None => {
                let all = crate::query::eval::rows(self, &plan).into_iter();
                let clauses = all.map(|(number, _)| number);
                clauses
                    .filter(|number| {
                        lines.clauses.get(number).is_some_and(|one| one.text.is_some())
                    })
                    .collect()
            }
        };
        lines.close(&mut line);
        let rows = lines.strands(&line, found.is_some());
        let empty = rows.is_empty();
        let answer =
            Answer::new(self, "lineage", text, rows.into_iter().map(Row::Strand).collect());
        Ok(if empty { answer.because(super::envelope::why_empty(self, &plan)) } else { answer })
    }

    /// The query of a concept that is a theme.
    fn theme_of(&self, number: u32) -> Option<String> {
        let concept = self.dataset().tree(number);
        let (scheme, notation) = (concept.leaf("scheme")?, concept.leaf("notation")?);
        (concept.leaf("serves") == Some("theme"))
            .then(|| format!("kind:commitment theme:\"{scheme}:{notation}\""))
    }
}

impl<'v> Lines<'v> {
    fn of(view: &'v View<'v>) -> Self {
        let dataset = view.dataset();
        let mut lines = Self { view, clauses: SortedMap::default(), follows: SortedMap::default() };
        for number in dataset.numbers(Kind::Commitment) {
            let record = dataset.tree(number);
            let verdict = view.lens().record(Kind::Commitment, &record);
            if verdict.truth != Truth::No {
                lines.clauses.insert(number, lines.clause(&record, verdict));
            }
        }
        for number in dataset.numbers(Kind::Instrument) {
            let record = dataset.tree(number);
            let held = view.lens().record(Kind::Instrument, &record).truth != Truth::No
                && view.lens().supported(&record, "follows").truth != Truth::No;
            if let Some(before) = record.leaf("follows").and_then(|id| dataset.find(id))
                && held
            {
                lines.follows.insert(number, before);
            }
        }
        lines
    }

    fn clause(&self, record: &Struct<'_>, verdict: Verdict) -> Clause {
        let (lens, dataset) = (self.view.lens(), self.view.dataset());
        let find = |id: Option<&str>| id.and_then(|id| dataset.find(id));
        let mut tied: Vec<Tied> = parts(lens, record, "lineage")
            .into_iter()
            .filter_map(|(link, verdict)| {
                Some(Tied {
                    how: how(link.leaf("how")?.parse().ok()?),
                    of: find(link.leaf("of")),
                    into: find(link.leaf("into")),
                    verdict,
                    cite: cites(lens, link.parts("cite")),
                })
            })
            .collect();
        let again = lens.supported(record, "restates");
        if let Some(of) = find(record.leaf("restates"))
            && again.truth != Truth::No
        {
            let cite = cites(lens, supporting(record, "restates"));
            tied.push(Tied {
                how: StrandForm::Restated,
                of: Some(of),
                into: None,
                verdict: again,
                cite,
            });
        }
        let themes = record.list("theme").iter().filter_map(Node::as_str);
        Clause {
            verdict,
            text: find(record.leaf("instrument")),
            themes: themes.map(str::to_owned).collect(),
            is_line: record.leaf("form") == Some("line"),
            tied,
        }
    }

    /// Adds what links lead to, in both directions, until nothing is new.
    fn close(&self, line: &mut SortedSet<u32>) {
        loop {
            let before = line.len();
            let mut new = Vec::new();
            for (number, clause) in &self.clauses {
                let earlier = clause.tied.iter().filter_map(|tied| tied.of);
                let earlier: Vec<u32> =
                    earlier.filter(|of| self.clauses.contains_key(of)).collect();
                if line.contains(number) {
                    new.extend(&earlier);
                } else if earlier.iter().any(|of| line.contains(of)) {
                    new.push(*number);
                }
            }
            line.extend(new);
            if line.len() == before {
                return;
            }
        }
    }

    /// The rows of a line: its clauses, what was dropped, and the texts that tell nothing.
    fn strands(&self, line: &SortedSet<u32>, is_one: bool) -> Vec<Strand> {
        let mut rows: Vec<((Day, u32, u32), Strand)> = Vec::new();
        for number in line {
            let Some(clause) = self.clauses.get(number) else { continue };
            let forms: SortedSet<StrandForm> = clause.tied.iter().map(|tied| tied.how).collect();
            let earlier = forms.iter().filter(|how| **how != StrandForm::Dropped);
            let mut stood = false;
            for how in earlier {
                stood = true;
                rows.push((self.place(clause.text, *number), self.strand(*number, clause, *how)));
            }
            if !stood {
                let strand = self.strand(*number, clause, StrandForm::Stands);
                rows.push((self.place(clause.text, *number), strand));
            }
            for tied in clause.tied.iter().filter(|tied| tied.how == StrandForm::Dropped) {
                rows.push((self.place(tied.into, *number), self.dropped(*number, clause, tied)));
            }
        }
        let told: SortedSet<u32> = line
            .iter()
            .filter_map(|number| self.clauses.get(number))
            .flat_map(|clause| {
                clause.text.into_iter().chain(clause.tied.iter().filter_map(|tied| tied.into))
            })
            .collect();
        let silent = self.chained(&told).into_iter().filter(|text| !told.contains(text));
        rows.extend(silent.filter_map(|text| {
            let beside = if is_one { self.alike(line, |own| own == text) } else { Vec::new() };
            Some((self.place(Some(text), u32::MAX), self.silent(text, beside)?))
        }));
        rows.order_by_key(|(place, _)| *place);
        let mut rows: Vec<Strand> = rows.into_iter().map(|(_, strand)| strand).collect();
        for row in rows.iter_mut().filter(|row| row.how == StrandForm::New) {
            row.beside = self.before(&row.id);
        }
        rows
    }

    /// The texts that follow one of these or are followed by one, however far.
    fn chained(&self, texts: &SortedSet<u32>) -> SortedSet<u32> {
        let mut all = texts.clone();
        loop {
            let before = all.len();
            let new =
                self.follows.iter().filter(|(next, last)| all.contains(next) || all.contains(last));
            let new: Vec<u32> = new.flat_map(|(next, last)| [*next, *last]).collect();
            all.extend(new);
            if all.len() == before {
                return all;
            }
        }
    }

    /// Clauses of some texts that share a theme with the line and are not of it.
    fn alike(&self, line: &SortedSet<u32>, of: impl Fn(u32) -> bool) -> Vec<RecordId> {
        let own = line.iter().filter_map(|number| self.clauses.get(number));
        let themes: SortedSet<&String> = own.flat_map(|clause| &clause.themes).collect();
        let alike = self.clauses.iter().filter(|(number, clause)| {
            !line.contains(number)
                && clause.text.is_some_and(&of)
                && clause.themes.iter().any(|theme| themes.contains(theme))
        });
        alike.filter_map(|(number, _)| self.view.dataset().id(*number).parse().ok()).collect()
    }

    /// Clauses of a theme of what is said to be new, in the texts before its own.
    fn before(&self, id: &str) -> Vec<RecordId> {
        let Some(number) = self.view.dataset().find(id) else { return Vec::new() };
        let mut earlier = SortedSet::default();
        let mut text = self.clauses.get(&number).and_then(|clause| clause.text);
        while let Some(before) = text.and_then(|text| self.follows.get(&text)) {
            if !earlier.insert(*before) {
                break;
            }
            text = Some(*before);
        }
        self.alike(&SortedSet::from_iter([number]), |text| earlier.contains(&text))
    }

    /// The day of the text, else of the clause; then the text, then the clause.
    fn place(&self, text: Option<u32>, number: u32) -> (Day, u32, u32) {
        let made = || {
            let tree = (number != u32::MAX).then(|| self.view.dataset().tree(number))?;
            self.view.lens().shown(&tree).leaf("made").map(str::to_owned)
        };
        let date = text.and_then(|text| self.dated(text)).or_else(made);
        let day = date.and_then(|date| bounds(&date)).map_or(Day::MAX, |days| days.start_first);
        (day, text.unwrap_or(u32::MAX), number)
    }

    fn strand(&self, number: u32, clause: &Clause, how: StrandForm) -> Strand {
        let dataset = self.view.dataset();
        let record = self.view.shown(number);
        let tied: Vec<&Tied> = clause.tied.iter().filter(|tied| tied.how == how).collect();
        let verdict = tied.iter().fold(clause.verdict, |all, tied| all.and(tied.verdict));
        let own = || supporting(&record, "form").cloned().map(Struct::into_owned).collect();
        Strand {
            how,
            of: tied.iter().filter_map(|tied| dataset.id(tied.of?).parse().ok()).collect(),
            cite: match how {
                StrandForm::Stands => own(),
                _ => tied.iter().flat_map(|tied| tied.cite.clone()).collect(),
            },
            ..self.bare(number, clause.text, &record, verdict)
        }
    }

    /// A clause in the text that no longer has it.
    fn dropped(&self, number: u32, clause: &Clause, tied: &Tied) -> Strand {
        let dataset = self.view.dataset();
        let record = self.view.shown(number);
        let last_in = clause.text.and_then(|text| dataset.id(text).parse().ok());
        let verdict = clause.verdict.and(tied.verdict);
        let bare = self.bare(number, tied.into, &record, verdict);
        Strand { how: StrandForm::Dropped, last_in, cite: tied.cite.clone(), ..bare }
    }

    /// A text of which nothing tells whether it has a clause of the line.
    fn silent(&self, text: u32, beside: Vec<RecordId>) -> Option<Strand> {
        let tree = self.view.dataset().tree(text);
        let verdict = self.view.lens().record(Kind::Instrument, &tree);
        let record = self.view.lens().shown(&tree);
        let read =
            self.clauses.values().filter(|clause| clause.text == Some(text) && clause.is_line);
        let lines = Some(read.count());
        let bare = self.bare(text, Some(text), &record, verdict);
        (verdict.truth != Truth::No).then_some(Strand { form: None, beside, lines, ..bare })
    }

    /// What all rows say of a clause or text.
    fn bare(
        &self,
        number: u32,
        text: Option<u32>,
        record: &Struct<'_>,
        verdict: Verdict,
    ) -> Strand {
        let dataset = self.view.dataset();
        let lang = self.view.language().to_string();
        let id = dataset.id(number);
        let made = || record.leaf("made").map(str::to_owned);
        Strand {
            truth: verdict.truth,
            why: verdict.reasons().collect(),
            id: id.to_owned(),
            label: label(record, &lang).unwrap_or(id).to_owned(),
            how: StrandForm::NoEvidence,
            text: text.and_then(|text| dataset.id(text).parse().ok()),
            text_label: text.and_then(|text| self.view.name_of(dataset.id(text))),
            date: text
                .and_then(|text| self.dated(text))
                .or_else(made)
                .and_then(|date| date.parse().ok()),
            form: record.leaf("form").and_then(|form| form.parse().ok()),
            number: record.leaf("number").map(str::to_owned),
            of: Vec::new(),
            last_in: None,
            beside: Vec::new(),
            lines: None,
            cite: Vec::new(),
        }
    }

    /// When a text was adopted or signed, else its first day, as written.
    fn dated(&self, text: u32) -> Option<String> {
        let record = self.view.shown(text);
        let first = |made: &[&str]| {
            let is = |step: &&Struct<'_>| {
                made.is_empty() || made.contains(&step.leaf("action").unwrap_or_default())
            };
            let dates = record.parts("step").filter(is).filter_map(|step| step.leaf("date"));
            dates.min_by_key(|date| bounds(date).map(|days| days.start_first)).map(str::to_owned)
        };
        let begun = || record.leaf("span").map(str::to_owned);
        first(&["adopted", "signed"]).or_else(|| first(&[])).or_else(begun)
    }
}

fn how(form: LineageForm) -> StrandForm {
    match form {
        LineageForm::Carried => StrandForm::Carried,
        LineageForm::Strengthened => StrandForm::Strengthened,
        LineageForm::Weakened => StrandForm::Weakened,
        LineageForm::Merged => StrandForm::Merged,
        LineageForm::Split => StrandForm::Split,
        LineageForm::Dropped => StrandForm::Dropped,
        LineageForm::New => StrandForm::New,
    }
}
