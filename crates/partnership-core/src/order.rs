//! Sorting by one sort, so that it is not built anew for each kind of row: stable, and never worse than `n log n`
//! comparisons. What is sorted at each query or start sorts by itself.

use std::cmp::Ordering;

/// Sorting in place through [`places`].
pub(crate) trait Order<T> {
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// The key is asked for at each comparison.
    fn order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    /// The key is asked for once.
    fn order_by_kept_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    fn order(&mut self)
    where
        T: Ord;
}

impl<T> Order<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let places = places(self.len(), &mut |a, b| compare(&self[a], &self[b]));
        rearrange(self, places);
    }

    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    fn order_by_kept_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let places = places(keys.len(), &mut |a, b| keys[a].cmp(&keys[b]));
        rearrange(self, places);
    }

    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }
}

/// From which place each place takes its item.
fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Goes once around each ring of places that take from each other.
fn rearrange<T>(items: &mut [T], mut places: Vec<usize>) {
    for start in 0..items.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut places[at], at);
            if from == start || from == at {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorts_as_the_sort_of_the_standard_library_does(
            items in proptest::collection::vec((0_u8..8, ".{0,2}"), 0..60),
        ) {
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            let mut once = items.clone();
            once.order_by_kept_key(|(key, _)| *key);
            prop_assert_eq!(&once, &expected);
            let mut items = items;
            items.order_by_key(|(key, _)| *key);
            prop_assert_eq!(&items, &expected);
            items.order();
            expected.sort();
            prop_assert_eq!(items, expected);
        }
    }
}
