//! Values that stand in many records: texts by language, dates, sums, references.

use std::collections::HashMap;

use partnership_core::value::{Bounds, Day, Point, Quantity, Span};

use crate::Kind;

/// A text in one or more languages.
#[derive(Clone, Debug, Default, PartialEq, uniffi::Record)]
pub struct LocalText {
    /// In the language of the view, else in English.
    pub shown: String,
    /// By language tag (BCP 47): `en`, `ko`.
    pub all: HashMap<String, String>,
}

/// A date or a span of time, as EDTF writes it: `2024-10`, `2025~`, `2025/2030`.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Edtf {
    /// As written.
    pub text: String,
    /// The first day that it may touch, as `2024-10-01`; none where it is open or not known.
    pub first: Option<String>,
    /// The last day that it may touch; none where it is open or not known.
    pub last: Option<String>,
    /// Whether both ends are known to the day and in no doubt.
    pub exact: bool,
}

/// A number as a source prints it, with its unit or currency.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Amount {
    /// As data write it: `30e6 USD`, `>40000 persons`.
    pub text: String,
    /// As people read it: `30 million USD`, `over 40000 persons`.
    pub shown: String,
    /// The exact number in that unit, without its hedge, as decimal digits: `30000000`.
    pub number: Option<String>,
    /// The unit, or the currency by ISO 4217.
    pub unit: Option<String>,
    /// The hedge: `>`, `>=`, `<`, `<=`, `~` (about), `<~` (nearly); empty for none.
    pub hedge: String,
}

/// A reference to a record.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Named {
    /// Its id, for `show`.
    pub id: String,
    /// Its name, title or sentence in the language of the view.
    pub name: String,
    /// Its kind; none where no record has the id.
    pub kind: Option<Kind>,
}

/// A concept of a scheme of the dataset: a pillar, a theme, a measure.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Term {
    /// What queries write: `B`, `cyber-security`.
    pub notation: String,
    /// The ids of the concepts that it may stand for: one, or one of each of several schemes.
    pub concept: Vec<String>,
    /// Its name in every language that is held; the notation where it stands for several concepts.
    pub name: LocalText,
}

impl LocalText {
    /// A text with a label in English and in Korean.
    pub(crate) fn label(lang: &str, of: impl Fn(&str) -> String) -> Self {
        let all = ["en", "ko"].map(|tag| (tag.to_owned(), of(tag)));
        Self { shown: of(lang), all: all.into_iter().collect() }
    }
}

impl Edtf {
    pub(crate) fn of(text: &str) -> Self {
        let bounds = match text.parse::<Point>() {
            Ok(point) => Some(point.bounds()),
            Err(_) => text.parse::<Span>().ok().map(|span| span.bounds()),
        };
        let day = |of: fn(Bounds) -> Day| {
            bounds.map(of).filter(|day| day.is_finite()).map(|day| day.to_string())
        };
        let exact = bounds.is_some_and(|days| {
            !days.qualified
                && days.start_first == days.start_last
                && days.end_first == days.end_last
                && days.start_first.is_finite()
                && days.end_last.is_finite()
        });
        Self {
            text: text.to_owned(),
            first: day(|days| days.start_first),
            last: day(|days| days.end_last),
            exact,
        }
    }
}

impl Amount {
    /// A number of its own, or of a series with a power of ten and a unit.
    pub(crate) fn of(text: &str, power: i8, unit: &str) -> Self {
        let quantity = text.parse::<Quantity>().ok();
        let quantity = quantity.as_ref();
        let own = quantity.and_then(Quantity::unit).unwrap_or(unit);
        let number = quantity.and_then(|of| match of.printed_power() {
            Some(_) => of.value(),
            None => of.number().checked_shift(power),
        });
        Self {
            text: text.to_owned(),
            shown: partnership_core::answer::amount(text, power, unit),
            number: number.map(|number| number.to_string()),
            unit: (!own.is_empty()).then(|| own.to_owned()),
            hedge: quantity.map(|of| of.hedge().as_str().to_owned()).unwrap_or_default(),
        }
    }
}
