//! Which periods a sentence may mean.

use super::Case;
use crate::model::Test;
use crate::value::{Bounds, Day, Span};

/// The periods that a sentence may mean, newest first, and later ones that are shown beside.
#[derive(Clone, Debug, Default)]
pub(super) struct When {
    pub(super) period: Vec<Span>,
    pub(super) since: Vec<Span>,
}

impl Case<'_, '_> {
    /// The periods of a level, share or rank: as listed, else open.
    pub(super) fn periods(&self, test: &Test) -> When {
        if test.period.is_empty() { self.open() } else { listed(&test.period) }
    }

    /// The periods in which something may end that started in a base: as listed, else counted from it, else open.
    pub(super) fn ends(&self, test: &Test, base: &Span) -> When {
        match (test.end.is_empty(), test.years) {
            (false, _) => listed(&test.end),
            (true, Some(count)) => {
                let first = base.bounds().start_first.year();
                // Counted either way: 35 years from 1989 end in 2024, or in 2023 if the first is counted.
                let last = first.saturating_add(i32::from(count));
                let period = [last, last.saturating_sub(1)].into_iter().filter_map(year);
                When { period: period.collect(), since: Vec::new() }
            }
            (true, None) => self.open(),
        }
    }

    /// Each of the last two full years before it was said; where that is not known, every year that it can mean.
    fn open(&self) -> When {
        let Some(said) = self.said else { return When::default() };
        let (first, last) = (said.start_first.year(), said.start_last.year());
        let newest = last.saturating_sub(1);
        let oldest = first.saturating_sub(2).max(newest.saturating_sub(50));
        let until = self.day.year();
        When {
            period: (oldest..=newest).rev().filter_map(year).collect(),
            since: (newest.saturating_add(1)..=until).rev().filter_map(year).collect(),
        }
    }
}

fn listed(periods: &[Span]) -> When {
    When { period: periods.to_vec(), since: Vec::new() }
}

/// A calendar year.
pub(super) fn year(year: i32) -> Option<Span> {
    format!("{year:04}").parse().ok()
}

/// The years of a period of several whole years, each alone; none of one year, or of less than whole ones.
pub(super) fn years_of(period: &Span, day: Day) -> Vec<Span> {
    let days = period.bounds();
    let until = days.end_last.min(day);
    let whole = is_first(days.start_first) && until.is_finite() && days.start_first.is_finite();
    let (first, last) = (days.start_first.year(), until.year());
    if !whole || last <= first || last - first > 200 {
        Vec::new()
    } else {
        (first..=last).filter_map(year).collect()
    }
}

fn is_first(day: Day) -> bool {
    (day.month(), day.day_of_month()) == (1, 1)
}

/// Whether two are the same days.
pub(super) fn same(a: Bounds, b: Bounds) -> bool {
    (a.start_first, a.start_last, a.end_first, a.end_last)
        == (b.start_first, b.start_last, b.end_first, b.end_last)
}

/// Whether a count was taken within a year.
pub(super) fn is_within(count: Bounds, year: Bounds) -> bool {
    year.start_first <= count.start_first && count.end_last <= year.end_last
}
