//! The quantities of a field, read once and sorted, so that a range of them is found without reading each.

use std::cmp::Ordering;
use std::ops::Range;

use crate::order::Order;
use crate::sorted::SortedMap;
use crate::value::{Hedge, Number, Quantity, QuantityRange, Truth};

/// The quantities of a field by their unit, none being the empty text; each with the place of its postings.
#[derive(Debug, Default)]
pub(super) struct Sums(SortedMap<String, OfUnit>);

/// The quantities of one unit.
#[derive(Debug, Default)]
struct OfUnit {
    /// Numbers without a hedge, in order: those in a range stand together.
    plain: Vec<(Number, Range<usize>)>,
    /// What needs a closer look: hedged ones, and those of more digits than can be compared.
    others: Vec<(Quantity, Range<usize>)>,
}

impl Sums {
    /// Texts that are no quantities are left out.
    pub(super) fn of<'a>(texts: impl Iterator<Item = (&'a str, Range<usize>)>) -> Self {
        let mut all: SortedMap<String, OfUnit> = SortedMap::default();
        for (text, postings) in texts {
            let Ok(quantity) = text.parse::<Quantity>() else { continue };
            let of = all.or_default(quantity.unit().unwrap_or_default().to_owned());
            match quantity.value() {
                Some(value) if quantity.hedge() == Hedge::Exact => of.plain.push((value, postings)),
                _ => of.others.push((quantity, postings)),
            }
        }
        all.values_mut().for_each(|of| of.plain.order_by_key(|(value, _)| *value));
        Self(all)
    }

    /// Calls for each quantity that is, or may be, in a range.
    pub(super) fn each_in(&self, range: &QuantityRange, to: &mut dyn FnMut(&Range<usize>, Truth)) {
        match range.unit() {
            Some(unit) => self.0.get(unit).into_iter().for_each(|of| of.each_in(range, to)),
            None => self.0.values().for_each(|of| of.each_in(range, to)),
        }
    }
}

impl OfUnit {
    fn each_in(&self, range: &QuantityRange, to: &mut dyn FnMut(&Range<usize>, Truth)) {
        self.plain_in(range).iter().for_each(|(_, postings)| to(postings, Truth::Yes));
        for (quantity, postings) in &self.others {
            match range.meets(quantity) {
                Truth::No => {}
                truth => to(postings, truth),
            }
        }
    }

    fn plain_in(&self, range: &QuantityRange) -> &[(Number, Range<usize>)] {
        let from = self.plain.partition_point(|(value, _)| range.place(*value) == Ordering::Less);
        let rest = self.plain.get(from..).unwrap_or_default();
        let count = rest.partition_point(|(value, _)| range.place(*value) == Ordering::Equal);
        rest.get(..count).unwrap_or_default()
    }
}
