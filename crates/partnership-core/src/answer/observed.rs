//! The values of a series with what the series fixes for all of them, as tables and charts take them.

use crate::describe::{Node, Struct};
use crate::order::Order;
use crate::value::{Number, Quantity};
use crate::view::bounds;

/// A value of a series, with its series.
#[derive(Clone, Copy, Debug)]
pub struct Observed<'s, 'n> {
    /// What all values of its table share.
    pub series: &'s Struct<'n>,
    /// The row itself.
    pub row: &'s Struct<'n>,
}

/// The values of a series, in the order of its table; none of any other record.
///
/// ```
/// # #[cfg(feature = "embedded")] {
/// use partnership_core::{Dataset, answer::{Row, observed}};
/// let answer = Dataset::embedded().view().query("kind:series")?;
/// let series = answer.rows().iter().filter_map(Row::as_record).next().unwrap();
/// assert!(observed(&series.record).all(|value| value.get("measure").is_some()));
/// # }
/// # Ok::<(), partnership_core::QueryError>(())
/// ```
pub fn observed<'s, 'n>(series: &'s Struct<'n>) -> impl Iterator<Item = Observed<'s, 'n>> {
    series.parts("observation").map(move |row| Observed { series, row })
}

impl<'s, 'n> Observed<'s, 'n> {
    /// A field of the row, else of its series: a dimension is fixed there or is a column here.
    pub fn get(&self, field: &str) -> Option<&'s Node<'n>> {
        self.row.get(field).or_else(|| self.series.get(field))
    }

    /// The power of ten that a value without one is in.
    pub fn power(&self) -> i8 {
        self.series.leaf("power").and_then(|power| power.parse().ok()).unwrap_or_default()
    }

    /// The value with its power of ten, exact and without its hedge; none where it is missing or beyond 28 digits.
    pub fn number(&self) -> Option<Number> {
        self.row.leaf("value")?.parse::<Quantity>().ok()?.value_in(self.power())
    }

    /// Whether it is the value of its key, and not one beside a better one.
    pub fn stands(&self) -> bool {
        !matches!(self.row.leaf("rank"), Some("normal" | "deprecated"))
    }

    /// Whether its period is a whole year: only such values may be joined to a line, since less of a year is less.
    pub fn is_of_a_year(&self) -> bool {
        let days = self.row.leaf("period").and_then(bounds);
        days.is_some_and(|days| {
            let (first, last) = (days.start_first, days.end_last);
            first.year() == last.year()
                && (first.month(), first.day_of_month()) == (1, 1)
                && (last.month(), last.day_of_month()) == (12, 31)
        })
    }
}

/// What two series must share to stand in one picture: measure, transform, unit, and whose figure it is with whom. Trade
/// of one with another and of the other with the one is the same trade, counted twice.
pub fn comparable(series: &Struct<'_>) -> Vec<String> {
    let text = |field: &str| series.leaf(field).unwrap_or_default().to_owned();
    let mut pair = [text("area"), text("counterpart")];
    pair.order();
    ["measure", "transform", "unit"].map(text).into_iter().chain(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::{Shape, Shaped};
    use crate::model::{Kind, Observation};

    fn leaf(of: &mut Struct<'static>, field: &'static str, text: &'static str) {
        of.set(field, Node::Leaf(text.into()));
    }

    fn row(fields: &[(&'static str, &'static str)]) -> Struct<'static> {
        let Shape::Struct(of) = Observation::SHAPE else {
            unreachable!("an observation is a part")
        };
        let mut row = Struct::new(of);
        fields.iter().for_each(|(field, text)| leaf(&mut row, field, text));
        row
    }

    fn series(rows: Vec<Struct<'static>>) -> Struct<'static> {
        let mut series = Struct::new(Kind::Series.described());
        for (field, text) in [("area", "kr"), ("counterpart", "asean"), ("power", "6")] {
            leaf(&mut series, field, text);
        }
        series.set("observation", Node::List(rows.into_iter().map(Node::Struct).collect()));
        series
    }

    #[test]
    fn a_value_is_read_in_the_power_of_its_series_and_takes_what_that_fixes() {
        let series = series(vec![
            row(&[("period", "2023"), ("value", "1.5")]),
            row(&[("period", "2023-01/2023-06"), ("value", "2e9 USD"), ("area", "vn")]),
            row(&[("period", "2023"), ("rank", "deprecated")]),
        ]);
        let told = observed(&series).map(|value| {
            let area = value.get("area").and_then(Node::as_str).unwrap_or_default();
            let number = value.number().map(|number| number.to_string());
            (number, area, value.is_of_a_year(), value.stands())
        });
        let wanted = [
            (Some("1500000".to_owned()), "kr", true, true),
            (Some("2000000000".to_owned()), "vn", false, true),
            (None, "kr", true, false),
        ];
        assert_eq!(told.collect::<Vec<_>>(), wanted);
    }

    #[test]
    fn the_two_sides_of_one_trade_are_comparable() {
        let here = series(Vec::new());
        let mut there = series(Vec::new());
        leaf(&mut there, "area", "asean");
        leaf(&mut there, "counterpart", "kr");
        assert_eq!(comparable(&here), comparable(&there));
        leaf(&mut there, "unit", "KRW");
        assert_ne!(comparable(&here), comparable(&there));
    }
}
