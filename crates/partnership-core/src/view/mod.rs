//! Views: a dataset, a day of validity, a day of knowledge, a language. Every question is asked of one.

mod cites;
mod days;
mod derived;
mod lens;
mod reach;
mod time;

pub(crate) use cites::{every_cite, supporting};
pub(crate) use days::{bounds, own_days, some_day_of, time_field};
pub use derived::EventState;
pub(crate) use lens::{BOOKKEEPING, Lens};

use std::sync::Arc;

use crate::Dataset;
use crate::dataset::Number;
use crate::describe::Struct;
use crate::value::{Day, Lang, Truth};
use lens::Known;

/// A dataset as it is asked: on a day of validity, as known on a day, in a language.
///
/// Without `on` nothing is filtered by time; without `known_on` nothing is hidden. What needs a day (who holds a post,
/// what comes next) takes `on`, else the dataset's `checked_on`; [`View::day`] says which.
///
/// ```
/// # #[cfg(feature = "embedded")] {
/// use partnership_core::Dataset;
/// use partnership_core::value::Day;
/// let before = Dataset::embedded().view().on("2025-10-25".parse::<Day>()?);
/// assert_eq!(before.query("member:asean")?.rows().len(), 10);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct View<'a> {
    dataset: &'a Dataset,
    on: Option<Day>,
    known_on: Option<Day>,
    lang: Lang,
    known: Option<Arc<Known>>,
    lens: Lens<'a>,
}

/// The days and the language of a view, without its dataset: a surface that keeps one makes the view again for each
/// question, and which sources are known by its day is worked out once.
#[derive(Clone, Debug)]
pub struct Standpoint {
    on: Option<Day>,
    known_on: Option<Day>,
    lang: Lang,
    known: Option<Arc<Known>>,
}

impl<'a> View<'a> {
    pub(crate) fn new(dataset: &'a Dataset) -> Self {
        Self {
            dataset,
            on: None,
            known_on: None,
            lang: Lang::english(),
            known: None,
            lens: Lens::new(dataset, None, None),
        }
    }

    /// The same view with states as they held on a day and happenings up to it; `None` lifts it.
    #[must_use]
    pub fn on(self, day: impl Into<Option<Day>>) -> Self {
        let on = day.into();
        Self { on, lens: Lens::new(self.dataset, on, self.known.clone()), ..self }
    }

    /// The same view with only what sources published by a day support; `None` lifts it.
    #[must_use]
    pub fn known_on(self, day: impl Into<Option<Day>>) -> Self {
        let known_on = day.into();
        let known = known_on.map(|day| Arc::new(Known::by(self.dataset, day)));
        Self { known_on, lens: Lens::new(self.dataset, self.on, known.clone()), known, ..self }
    }

    /// The same dataset from where another view of it looks.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// use partnership_core::Dataset;
    /// use partnership_core::value::Day;
    /// let view = Dataset::embedded().view();
    /// let before = view.known_on("2024-10-09".parse::<Day>()?).standpoint();
    /// let again = Dataset::embedded().view().seen_from(&before);
    /// assert_eq!(again.known(), Some("2024-10-09".parse()?));
    /// # }
    /// # Ok::<(), partnership_core::ParseError>(())
    /// ```
    #[must_use]
    pub fn seen_from(self, standpoint: &Standpoint) -> Self {
        let Standpoint { on, known_on, lang, known } = standpoint.clone();
        Self { on, known_on, lang, lens: Lens::new(self.dataset, on, known.clone()), known, ..self }
    }

    /// Where the view looks from, to be kept without its dataset.
    pub fn standpoint(&self) -> Standpoint {
        Standpoint {
            on: self.on,
            known_on: self.known_on,
            lang: self.lang.clone(),
            known: self.known.clone(),
        }
    }

    /// The same view in another language; where a text is not held in it, English stands in.
    #[must_use]
    pub fn lang(self, lang: Lang) -> Self {
        Self { lang, ..self }
    }

    /// The dataset.
    pub fn dataset(&self) -> &'a Dataset {
        self.dataset
    }

    /// The day of validity, if one is set.
    pub fn valid_on(&self) -> Option<Day> {
        self.on
    }

    /// The day of knowledge, if one is set.
    pub fn known(&self) -> Option<Day> {
        self.known_on
    }

    /// The language.
    pub fn language(&self) -> &Lang {
        &self.lang
    }

    /// The day that whatever needs one takes: the day of validity, else the dataset's `checked_on`.
    pub fn day(&self) -> Day {
        self.on.unwrap_or_else(|| self.dataset.manifest().checked())
    }

    pub(crate) fn lens(&self) -> &Lens<'a> {
        &self.lens
    }

    /// The same view on another day, or on none: which sources are known is not worked out again.
    pub(crate) fn moved(&self, on: Option<Day>) -> Self {
        self.dataset.view().seen_from(&Standpoint { on, ..self.standpoint() })
    }

    /// A record without what the view hides of it. Whether the record itself is in the view is another question.
    pub(crate) fn shown(&self, number: Number) -> Struct<'a> {
        let tree = self.dataset.tree(number);
        if self.lens.is_plain() { tree } else { self.lens.shown(&tree) }
    }
}

/// How sure something is, and why it is not surer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// No, maybe or yes.
    pub truth: Truth,
    why: u16,
}

/// Why something is only maybe so.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, partnership_derive::Described,
)]
pub enum Why {
    /// The date of its source is vague or unknown.
    #[described(ko = "출처의 날짜가 불분명하거나 알려지지 않음")]
    SourceDate,
    /// Its own date is imprecise or uncertain.
    #[described(ko = "해당 날짜가 불분명함")]
    FactDate,
    /// It is announced; nothing held says that it happened.
    #[described(ko = "발표되었으나 실제로 이루어졌다는 기록이 없음")]
    Announced,
    /// One of several values that sources give.
    #[described(ko = "출처마다 값이 다름")]
    Alternative,
    /// The end of its time is not known.
    #[described(ko = "기간의 끝이 알려지지 않음")]
    OpenTerm,
    /// Its time is not in the record.
    #[described(ko = "날짜가 기록에 없음")]
    Undated,
    /// The number is hedged.
    #[described(ko = "어림수임")]
    Hedge,
    /// A group that it belongs to is named, and not it.
    #[described(ko = "속한 집단만 언급되고 그 자신은 언급되지 않음")]
    Group,
    /// What the table leaves out may stand before it.
    #[described(ko = "표에 없는 상대가 앞설 수 있음")]
    LeftOut,
    /// A tie that it rests on is the editors' own.
    #[described(ko = "근거가 되는 연결이 편집자의 추정임")]
    Inferred,
}

impl Why {
    /// The reason inside a sentence, in English or (with `ko`) in Korean.
    pub fn said(self, lang: &str) -> String {
        let word = Self::WORDS.find(self.as_str());
        match word.filter(|_| lang == "ko").map_or("", |word| word.ko) {
            "" => {}
            korean => return korean.to_owned(),
        }
        let mut letters = word.map_or(self.as_str(), |word| word.doc).trim_end_matches('.').chars();
        let first = letters.next().map(|first| first.to_lowercase().collect::<String>());
        first.unwrap_or_default() + letters.as_str()
    }
}

impl Verdict {
    /// Surely so.
    pub const YES: Self = Self { truth: Truth::Yes, why: 0 };
    /// Surely not so.
    pub const NO: Self = Self { truth: Truth::No, why: 0 };

    /// Perhaps so, for a reason.
    pub fn maybe(why: Why) -> Self {
        Self { truth: Truth::Maybe, why: 1 << why as u16 }
    }

    /// A truth, with the reason in case it is a maybe.
    pub fn of(truth: Truth, why: Why) -> Self {
        match truth {
            Truth::Maybe => Self::maybe(why),
            Truth::Yes => Self::YES,
            Truth::No => Self::NO,
        }
    }

    /// The reasons for a maybe, in the order of the list.
    pub fn reasons(self) -> impl Iterator<Item = Why> {
        Why::ALL.iter().copied().filter(move |why| self.why >> (*why as u16) & 1 == 1)
    }

    /// Writes how sure a row is, and why not surer, as every row begins.
    pub(crate) fn entries<M: serde::ser::SerializeMap>(self, to: &mut M) -> Result<(), M::Error> {
        to.serialize_entry("truth", self.truth.as_str())?;
        let why: Vec<_> = self.reasons().map(|why| why.as_str()).collect();
        if !why.is_empty() {
            to.serialize_entry("why", &why)?;
        }
        Ok(())
    }

    fn with(truth: Truth, a: Self, b: Self) -> Self {
        let why = if truth == Truth::Maybe { a.why | b.why } else { 0 };
        Self { truth, why }
    }

    /// Both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self::with(self.truth.and(other.truth), self, other)
    }

    /// Either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self::with(self.truth.or(other.truth), self, other)
    }
}

impl std::ops::Not for Verdict {
    type Output = Self;
    fn not(self) -> Self {
        Self { truth: !self.truth, ..self }
    }
}
