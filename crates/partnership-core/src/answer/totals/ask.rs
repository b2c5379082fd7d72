//! What is asked: a measure and filters, in the words of the query language, each with its place in the text.

use std::ops::Range;

use crate::model::Kind;
use crate::query::{Atom, Expr, Plan, Query, QueryError, Term, eval};
use crate::value::{DateRange, Day, Point, Truth};
use crate::view::View;

/// What was written: a measure, and values of fields.
pub(super) struct Asked<'q> {
    text: &'q str,
    given: Vec<Given<'q>>,
}

/// A value of a field, and the bytes where it stands.
#[derive(Clone, Debug)]
pub(super) struct Given<'q> {
    field: &'q str,
    pub(super) value: String,
    pub(super) span: Range<usize>,
}

/// Parties that count together: a group as it was at the end of each period, or on a day that is named.
#[derive(Clone, Debug)]
pub(super) struct Group<'q> {
    pub(super) id: String,
    pub(super) on: Option<Day>,
    pub(super) given: Given<'q>,
}

impl<'q> Asked<'q> {
    /// Reads a text; a word without a field is the measure, or a period.
    pub(super) fn read(text: &'q str, fields: &[&'static str]) -> Result<Self, QueryError> {
        let query: Query = text.parse().map_err(|error| QueryError::from(error).within(text))?;
        let mut asked = Self { text, given: Vec::new() };
        let terms = match query.root() {
            None => &[],
            Some(Expr::All(terms)) => terms.as_slice(),
            Some(one) => std::slice::from_ref(one),
        };
        for term in terms {
            asked.take(term, fields)?;
        }
        Ok(asked)
    }

    fn take(&mut self, term: &Expr, fields: &[&'static str]) -> Result<(), QueryError> {
        let whole = 0..self.text.len();
        let span = |span: &Range<u32>| span.start as usize..span.end as usize;
        match term {
            Expr::Term(Term { atom: Atom::Word(word), span: at }) => {
                let value = word.text.to_string();
                // A word that is a year can be nothing else.
                let is_period = fields.contains(&"period") && value.parse::<DateRange>().is_ok();
                let field = if is_period { "period" } else { "measure" };
                self.given.push(Given { field, value, span: span(at) });
            }
            Expr::Term(Term { atom: Atom::Filter { field, values }, .. }) => {
                let known = fields.iter().find(|known| ***known == *field.text);
                let Some(known) = known else {
                    let message = format!("`{}` is not a field of this question", field.text);
                    let error = QueryError::new("P0300", span(&field.span), message);
                    return Err(error.among(&field.text, fields.iter().copied()).within(self.text));
                };
                for value in values {
                    let (text, span) = (value.text.to_string(), span(&value.span));
                    self.given.push(Given { field: known, value: text, span });
                }
            }
            Expr::Not(_, at) => return Err(self.refused(span(at), "`-`")),
            Expr::Any(_) => return Err(self.refused(whole, "`OR`")),
            Expr::All(_) | Expr::Term(_) => return Err(self.refused(whole, "a parenthesis")),
        }
        Ok(())
    }

    fn refused(&self, span: Range<usize>, what: &str) -> QueryError {
        let message = format!("{what} has no place in a question for figures");
        let mut error = QueryError::new("P0314", span, message).within(self.text);
        error.help = Some("write a measure and filters: `goods-trade over:asean`".to_owned());
        error
    }

    /// A refusal of a value, with the values that would have been taken.
    pub(super) fn not<'v>(
        &self,
        given: &Given<'_>,
        message: impl Into<String>,
        accepted: impl IntoIterator<Item = &'v str>,
    ) -> QueryError {
        let error = QueryError::new("P0304", given.span.clone(), message);
        error.among(&given.value, accepted).within(self.text)
    }

    fn all(&self, field: &str) -> impl Iterator<Item = &Given<'q>> {
        self.given.iter().filter(move |given| given.field == field)
    }

    /// The one value of a field.
    fn one(&self, field: &str) -> Result<Option<&Given<'q>>, QueryError> {
        let mut all = self.all(field);
        let first = all.next();
        match all.next() {
            Some(second) => {
                let message = format!("`{}` is a second `{field}`; one is taken", second.value);
                Err(QueryError::new("P0314", second.span.clone(), message).within(self.text))
            }
            None => Ok(first),
        }
    }

    /// The measure; one of the dataset.
    pub(super) fn measure(&self, view: &View<'_>) -> Result<Given<'q>, QueryError> {
        let known = view.dataset().concepts().notations("measure");
        let known = || known.iter().map(|(notation, _)| *notation);
        let Some(given) = self.one("measure")? else {
            let message = "no measure is named; write one first, such as `goods-trade`";
            let error = QueryError::new("P0314", 0..self.text.len(), message);
            return Err(error.among("", known()).within(self.text));
        };
        if known().any(|notation| notation == given.value) {
            return Ok(given.clone());
        }
        if let Some(value) = by_name(view, &given.value) {
            return Ok(Given { value, ..given.clone() });
        }
        Err(self.not(given, format!("`{}` is not a measure", given.value), known()))
    }

    /// The reporter, if one is named.
    pub(super) fn reporter(&self) -> Result<Option<&Given<'q>>, QueryError> {
        self.one("reporter")
    }

    /// The periods, if they are named.
    pub(super) fn period(&self) -> Result<Option<DateRange>, QueryError> {
        let Some(given) = self.one("period")? else { return Ok(None) };
        let read = given.value.parse().map_err(|error: crate::ParseError| {
            QueryError::new("P0304", given.span.clone(), error.to_string()).within(self.text)
        });
        read.map(Some)
    }

    /// The parties of a field: groups and others.
    pub(super) fn parties(
        &self,
        view: &View<'_>,
        field: &str,
    ) -> Result<Vec<Group<'q>>, QueryError> {
        self.all(field).map(|given| self.party(view, given)).collect()
    }

    /// The group of a field, if one is named.
    pub(super) fn group(
        &self,
        view: &View<'_>,
        field: &str,
    ) -> Result<Option<Group<'q>>, QueryError> {
        let Some(given) = self.one(field)? else { return Ok(None) };
        let group = self.party(view, given)?;
        let plain = view.dataset().view();
        if plain.lens().is_group(&group.id) {
            return Ok(Some(group));
        }
        let message = format!("`{}` has no members in this record", group.id);
        Err(self.not(given, message, plain.lens().groups()))
    }

    /// That a group is needed, and none is named.
    pub(super) fn no_group(&self, view: &View<'_>, field: &str) -> QueryError {
        let message =
            format!("no group is named; write `{field}:` and one, such as `{field}:asean`");
        let error = QueryError::new("P0314", 0..self.text.len(), message);
        let plain = view.dataset().view();
        error.among("", plain.lens().groups()).within(self.text)
    }

    fn party(&self, view: &View<'_>, given: &Given<'q>) -> Result<Group<'q>, QueryError> {
        let (id, day) = match given.value.split_once('@') {
            Some((id, day)) => (id, Some(day)),
            None => (given.value.as_str(), None),
        };
        let dataset = view.dataset();
        let Some(number) = dataset.find(id).filter(|at| dataset.kind(*at) == Kind::Party) else {
            let parties = dataset.numbers(Kind::Party).map(|number| dataset.id(number));
            let named = Given { value: id.to_owned(), ..given.clone() };
            return Err(self.not(&named, format!("`{id}` is not a party of this record"), parties));
        };
        let on = day.filter(|day| *day != "each").map(|day| {
            day.parse::<Point>().map(|point| point.last()).map_err(|_| {
                let message = format!(
                    "`{day}` is not the day of a membership; expected one such as `1999-04-30`, or `each`"
                );
                self.not(given, message, [])
            })
        });
        Ok(Group { id: dataset.id(number).to_owned(), on: on.transpose()?, given: given.clone() })
    }
}

/// The notation of the one measure that has a name, whatever its case.
fn by_name(view: &View<'_>, name: &str) -> Option<String> {
    let (dataset, name) = (view.dataset(), name.to_lowercase());
    let is_so = |text: &str| text.to_lowercase() == name;
    let mut found = dataset.numbers(Kind::Concept).filter_map(|number| {
        let concept = dataset.tree(number);
        let names = concept.get("name").and_then(|of| of.as_map()).unwrap_or_default();
        let mut aliases = concept.parts("alias").filter_map(|of| of.leaf("text"));
        let named = names.iter().any(|(_, text)| is_so(text)) || aliases.any(is_so);
        let is_it = named && concept.leaf("serves") == Some("measure");
        concept.leaf("notation").filter(|_| is_it).map(str::to_owned)
    });
    let one = found.next()?;
    found.next().is_none().then_some(one)
}

impl Group<'_> {
    /// The members at the end of a period: those that surely belong, then those that may.
    pub(super) fn members<'a>(&self, view: &View<'a>, end: Day) -> Members<'a> {
        let day = self.on.unwrap_or(end);
        let then = view.dataset().view().seen_from(&view.standpoint()).on(day);
        let mut members = Members { set: format!("{}@{day}", self.id), ..Members::default() };
        let text = format!("kind:party member:{}", self.id);
        let Ok(plan) = Plan::parse(&text, view.dataset()) else { return members };
        for (id, truth) in eval::ids(&then, &plan) {
            let sure = truth == Truth::Yes;
            if sure { members.sure.push(id) } else { members.perhaps.push(id) }
        }
        members
    }
}

/// Who belongs to a group on a day.
#[derive(Clone, Debug, Default)]
pub(super) struct Members<'a> {
    /// The group and the day: `asean@1999-04-30`.
    pub(super) set: String,
    pub(super) sure: Vec<&'a str>,
    pub(super) perhaps: Vec<&'a str>,
}
