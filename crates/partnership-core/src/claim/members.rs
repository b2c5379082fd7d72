//! The members of a group on a day.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::order::Order;
use crate::query::{Plan, eval};
use crate::value::{Day, Truth};
use crate::view::View;

/// The members of groups, each worked out once.
#[derive(Debug, Default)]
pub(super) struct Groups(RefCell<HashMap<GroupDay, Rc<[String]>>>);

type GroupDay = (String, Day);

impl Groups {
    /// The ids of the sure members of a group on a day, in order; none of what is no group.
    pub(super) fn members(&self, view: &View<'_>, group: &str, day: Day) -> Rc<[String]> {
        let key = (group.to_owned(), day);
        if let Some(known) = self.0.borrow().get(&key) {
            return Rc::clone(known);
        }
        let then = view.dataset().view().seen_from(&view.standpoint()).on(day);
        let plan = Plan::parse(&format!("kind:party member:{group}"), view.dataset());
        let found = plan.map(|plan| eval::ids(&then, &plan)).unwrap_or_default();
        let sure = found.into_iter().filter(|(_, truth)| *truth == Truth::Yes);
        let mut ids: Vec<String> = sure.map(|(id, _)| id.to_owned()).collect();
        ids.order();
        let ids: Rc<[String]> = ids.into();
        self.0.borrow_mut().insert(key, Rc::clone(&ids));
        ids
    }
}
