//! What leads back to itself: records that contain themselves, redirects that never end. Each link is followed once.

use std::collections::HashMap;

use super::code::Code;
use super::fault::{Fault, Seg};
use super::found::Found;
use crate::dataset::Draft;
use crate::describe::Node;
use crate::order::Order;
use crate::sorted::SortedMap;

/// Fields that lead from a record to one that contains it, and never back.
const CONTAINING: &[&str] =
    &["part_of", "under", "broader", "made_of", "follows", "restates", "beside"];

/// Records that contain themselves.
pub(super) fn contained(draft: &Draft, to: &mut Found) {
    let ids: Vec<_> =
        draft.records.iter().map(|(_, record)| record.leaf("id").unwrap_or_default()).collect();
    let numbers: HashMap<&str, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    for field in CONTAINING {
        let next: Vec<Vec<usize>> = draft
            .records
            .iter()
            .map(|(_, record)| {
                let ids = record.list(field).iter().filter_map(Node::as_str);
                ids.filter_map(|id| numbers.get(id).copied()).collect()
            })
            .collect();
        for start in looped(&next) {
            let fault =
                Fault::new(Code::LOOP, format!("`{field}` of `{0}` leads back to it", ids[start]));
            to.push(fault.at(ids[start], &[Seg::Field(field)]));
        }
    }
}

/// Those that lead back to themselves, in order: the members of components of more than one, and those that lead to
/// themselves at once (Tarjan, without recursion).
fn looped(next: &[Vec<usize>]) -> Vec<usize> {
    const NEW: usize = usize::MAX;
    let (mut order, mut low) = (vec![NEW; next.len()], vec![NEW; next.len()]);
    let mut inside = vec![false; next.len()];
    let (mut stack, mut found, mut count) = (Vec::new(), Vec::new(), 0);
    for start in 0..next.len() {
        if order[start] != NEW {
            continue;
        }
        // Each with the number of its links that were followed.
        let mut path = vec![(start, 0)];
        while let Some((at, link)) = path.pop() {
            if link == 0 {
                (order[at], low[at], inside[at]) = (count, count, true);
                count += 1;
                stack.push(at);
            }
            if let Some(&to) = next[at].get(link) {
                path.push((at, link + 1));
                match order[to] {
                    NEW => path.push((to, 0)),
                    earlier if inside[to] => low[at] = low[at].min(earlier),
                    _ => {}
                }
                continue;
            }
            if let Some((parent, _)) = path.last() {
                low[*parent] = low[*parent].min(low[at]);
            }
            if low[at] == order[at] {
                let from = stack.iter().rposition(|member| *member == at).unwrap_or_default();
                let component = stack.split_off(from);
                component.iter().for_each(|member| inside[*member] = false);
                if component.len() > 1 || next[at].contains(&at) {
                    found.extend(component);
                }
            }
        }
    }
    found.order();
    found
}

/// Where each redirect ends; nowhere where it leads back to itself or to one that does.
pub(super) fn ends<'r>(next: &SortedMap<&'r str, &'r str>) -> SortedMap<&'r str, Option<&'r str>> {
    let mut ends: SortedMap<&str, Option<&str>> = SortedMap::default();
    for start in next.keys() {
        let (mut path, mut at) = (Vec::new(), *start);
        let end = loop {
            if let Some(known) = ends.get(at) {
                break *known;
            }
            let Some(&target) = next.get(at) else { break Some(at) };
            // Whoever comes back here on the way is in a loop.
            ends.insert(at, None);
            path.push(at);
            at = target;
        };
        path.into_iter().for_each(|from| {
            ends.insert(from, end);
        });
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::{SortedMap, ends, looped};

    #[test]
    fn what_leads_back_is_found_and_what_only_leads_there_is_not() {
        // 0 → 1 → 2 → 1; 3 → 3; 4 → 0 and 5; 5 ends.
        let next = [vec![1], vec![2], vec![1], vec![3], vec![0, 5], vec![]];
        assert_eq!(looped(&next), [1, 2, 3]);
    }

    #[test]
    fn a_redirect_ends_or_does_not() {
        let next =
            SortedMap::from_iter([("a", "b"), ("b", "c"), ("x", "y"), ("y", "x"), ("z", "x")]);
        let found = ends(&next);
        assert_eq!(found.get("a"), Some(&Some("c")));
        assert!(["x", "y", "z"].iter().all(|id| found.get(id) == Some(&None)));
    }
}
