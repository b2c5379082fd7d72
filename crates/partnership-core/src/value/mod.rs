//! The leaf values: each is read from a text by `FromStr`, is not checked again, and prints as the same text.

#[macro_use]
mod form;
mod bounds;
mod code;
mod date;
mod day;
mod decimal;
mod hash;
mod hedge;
mod interval;
mod lang;
mod measured;
mod money;
mod ordinal;
mod period;
mod place;
mod quantity;
mod range;
mod slug;
mod text;
mod truth;
mod url;

pub use bounds::Bounds;
pub use code::{CountryAlpha2, CountryAlpha3, CountryNumeric};
pub use date::{DateRange, End, Point, Span};
pub use day::Day;
pub use decimal::Number;
pub use hash::Passage;
pub use hedge::Hedge;
pub use interval::{Fit, Interval};
pub use lang::Lang;
pub use measured::{Compared, Measured, Mixed};
pub use money::{CURRENCIES, Money};
pub(crate) use ordinal::{ending, ordinals};
pub use period::Period;
pub use place::Place;
pub use quantity::Quantity;
pub use range::QuantityRange;
pub use slug::Slug;
pub(crate) use text::{LONGEST, check_tagged, is_hidden};
pub use text::{Text, check_text};
pub use truth::Truth;
pub use url::Url;
