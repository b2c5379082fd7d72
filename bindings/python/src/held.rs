//! A dataset and the days and language of a view, kept alive together and cheap to share.

use std::path::PathBuf;
use std::sync::Arc;

use partnership_core::value::{Day, Lang};
use partnership_core::view::Standpoint;
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
    point: Standpoint,
}

impl Ask {
    /// The view without filters.
    pub(crate) fn of(held: Held) -> Self {
        let lang = held.dataset().view().language().clone();
        Self::at(held, None, None, lang)
    }

    /// A view of some days and language. A day of knowledge is worked out once, here: every source is read.
    pub(crate) fn at(held: Held, on: Option<Day>, known_on: Option<Day>, lang: Lang) -> Self {
        let view = held.dataset().view().on(on).known_on(known_on).lang(lang.clone());
        let point = view.standpoint();
        Self { held, on, known_on, lang, point }
    }

    /// Asks the core's view.
    pub(crate) fn with<T>(&self, ask: impl FnOnce(&View<'_>) -> T) -> T {
        ask(&self.held.dataset().view().seen_from(&self.point))
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
