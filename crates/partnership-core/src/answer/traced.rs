//! The values of series with what follows from them.

use super::{Answer, Row};
use crate::claim::{Case, Figures, Kept, Own, Told};
use crate::model::Kind;
use crate::query::QueryError;
use crate::view::View;

impl View<'_> {
    /// The values of some series, each with its growth, its share of the whole, an index, the break before it and its standing.
    ///
    /// Growth is over the same days of the year before; the base of an index is the first whole year, or the first after a
    /// break. Nothing is worked out over a break, of a value that is not the preferred one, or of what is no level.
    ///
    /// # Errors
    /// When an id is of no series; the nearest is named.
    pub fn series_figures(&self, ids: &[&str]) -> Result<Answer, QueryError> {
        let mut series: Vec<String> = Vec::new();
        for id in ids {
            series.push(self.is_of(id, &[Kind::Series], "a series")?);
        }
        let open = self.dataset().view().seen_from(&self.standpoint()).on(None);
        let trees = series.iter().filter_map(|id| self.dataset().find(id));
        let trees: Vec<_> = trees.map(|number| self.dataset().tree(number)).collect();
        let measures = trees.iter().filter_map(|tree| tree.leaf("measure"));
        let figures = Figures::with_wrong(&open, measures);
        let case = Case {
            figures: &figures,
            view: &open,
            own: Own::default(),
            said: None,
            day: self.day(),
            told: Told::new(self.language().to_string()),
            kept: Kept::default(),
        };
        let rows = series.iter().flat_map(|id| case.trace(id));
        let over =
            |days: crate::value::Bounds| self.valid_on().is_some_and(|day| days.end_last > day);
        let rows =
            rows.filter(|row| !over(row.period.bounds())).map(|row| Row::Traced(Box::new(row)));
        let answer = Answer::new(self, "figures", &series.join(" "), rows.collect());
        if !answer.rows().is_empty() {
            return Ok(answer);
        }
        let plan = crate::query::Plan::parse(&format!("id:{}", series.join(",")), self.dataset())?;
        Ok(answer.because(super::envelope::why_empty(self, &plan)))
    }
}
