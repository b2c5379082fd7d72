//! A dataset and the days and language of a view, kept alive together and cheap to share.

use std::path::PathBuf;
use std::sync::Arc;

use partnership_core::value::{Day, Lang};
use partnership_core::{Dataset, View};

/// A dataset, wherever it comes from.
#[derive(Clone)]
pub(crate) enum Held {
    /// The one inside.
    Embedded,
    /// One that was read, and where.
    Read(Arc<Dataset>, Arc<PathBuf>),
}

impl Held {
    pub(crate) fn dataset(&self) -> &Dataset {
        match self {
            Held::Embedded => Dataset::embedded(),
            Held::Read(dataset, _) => dataset,
        }
    }

    /// Where it was read; none for the one inside.
    pub(crate) fn path(&self) -> Option<&PathBuf> {
        match self {
            Held::Embedded => None,
            Held::Read(_, path) => Some(path),
        }
    }
}

/// A view that owns its dataset. The core's borrows it, so each question makes one.
#[derive(Clone)]
pub(crate) struct Ask {
    pub(crate) held: Held,
    pub(crate) on: Option<Day>,
    pub(crate) known_on: Option<Day>,
    pub(crate) lang: Lang,
}

impl Ask {
    /// The view without filters.
    pub(crate) fn of(held: Held) -> Self {
        let lang = held.dataset().view().language().clone();
        Self { held, on: None, known_on: None, lang }
    }

    /// Asks the core's view.
    pub(crate) fn with<T>(&self, ask: impl FnOnce(&View<'_>) -> T) -> T {
        let view = self.held.dataset().view();
        // Setting a day prepares the view for it, which costs something even for none.
        let view = if self.on.is_some() { view.on(self.on) } else { view };
        let view = if self.known_on.is_some() { view.known_on(self.known_on) } else { view };
        ask(&view.lang(self.lang.clone()))
    }

    /// Whether two ask the same of the same record, in whichever language.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        self.on == other.on
            && self.known_on == other.known_on
            && self.held.dataset().digest() == other.held.dataset().digest()
    }

    /// Whether nothing is hidden and nothing filtered by time.
    pub(crate) fn is_plain(&self) -> bool {
        self.on.is_none() && self.known_on.is_none()
    }
}
