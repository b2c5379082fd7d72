//! Values in words: the compact text of any value, as tables and cards print it.

use crate::describe::{Node, Shape, Struct};
use crate::value::Hedge;

/// The text of a value in a language: of a list its values, of a part its fields, without citations. Language texts
/// that are not held in the language stand in English.
pub fn plain(node: &Node<'_>, lang: &str) -> String {
    match node {
        Node::Leaf(text) => text.to_string(),
        Node::Map(_) => node.text(lang).unwrap_or_default().to_owned(),
        Node::List(items) => {
            let texts: Vec<_> = items
                .iter()
                .map(|item| plain(item, lang))
                .filter(|text| !text.is_empty())
                .collect();
            texts.join("; ")
        }
        Node::Struct(value) => part(value, lang),
    }
}

/// The fields of a part in one line, those that say something without their name first.
fn part(value: &Struct<'_>, lang: &str) -> String {
    let mut words = Vec::new();
    for (field, node) in value.iter() {
        if matches!(field.name, "cite" | "alternative" | "absent" | "reviewed") {
            continue;
        }
        let text = match (field.shape, node) {
            (Shape::Words(of), Node::Leaf(word)) => match of.find(word) {
                Some(known) => of.label(known.name, lang).into_owned(),
                None => word.to_string(),
            },
            _ => plain(node, lang),
        };
        if !text.is_empty() {
            words.push(text);
        }
    }
    words.join(" ")
}

/// The id of a record that the view does not show a name of, marked so that nobody takes it for one.
pub(super) fn unnamed(id: &str, lang: &str) -> String {
    let why = if lang == "ko" {
        "이름이 아직 알려지지 않음"
    } else {
        "its name is not known yet"
    };
    format!("{id} ({why})")
}

/// A number as people read it: with its power of ten as a word, and its unit. Digits stay as printed; `power` and `unit`
/// are those of its series, where the text has none of its own.
///
/// ```
/// use partnership_core::answer::amount;
/// assert_eq!(amount("<~210", 9, "USD"), "nearly 210 billion USD");
/// assert_eq!(amount("32e6 USD", 0, ""), "32 million USD");
/// ```
pub fn amount(text: &str, power: i8, unit: &str) -> String {
    amount_in(text, power, unit, "en")
}

/// The same in a language: English, or Korean.
pub fn amount_in(text: &str, power: i8, unit: &str, lang: &str) -> String {
    let Ok(quantity) = text.parse::<crate::value::Quantity>() else {
        return format!("{text} {unit}").trim().to_owned();
    };
    let power = quantity.printed_power().unwrap_or(power);
    let unit = quantity.unit().unwrap_or(unit);
    let scale = match (power, lang) {
        (0, _) => String::new(),
        (3, "ko") => "천".to_owned(),
        (6, "ko") => "백만".to_owned(),
        (9, "ko") => "십억".to_owned(),
        (12, "ko") => "조".to_owned(),
        (3, _) => " thousand".to_owned(),
        (6, _) => " million".to_owned(),
        (9, _) => " billion".to_owned(),
        (12, _) => " trillion".to_owned(),
        (other, _) => format!(" × 10^{other}"),
    };
    hedged(quantity.hedge(), format!("{}{scale} {unit}", quantity.number()).trim_end(), lang)
}

/// A number or amount with the words around it: `at least 400`.
pub(super) fn hedged(hedge: Hedge, amount: &str, lang: &str) -> String {
    let (english, before, after) = match hedge.as_str() {
        "=" => ("exactly ", "정확히 ", ""),
        "~" => ("about ", "약 ", ""),
        "<~" => ("nearly ", "거의 ", ""),
        ">~" => ("just over ", "", " 남짓"),
        "x" => ("×", "×", ""),
        ">" => ("over ", "", " 초과"),
        ">=" => ("at least ", "", " 이상"),
        "<" => ("under ", "", " 미만"),
        "<=" => ("at most ", "", " 이하"),
        _ => ("", "", ""),
    };
    match lang {
        "ko" => format!("{before}{amount}{after}"),
        _ => format!("{english}{amount}"),
    }
}

/// A share in words: `79.9–79.97 %`; the ends are those of its interval, and the brackets stay with programs.
///
/// ```
/// let share = "(71.92, 71.98)".parse::<partnership_core::value::Interval>()?;
/// assert_eq!(partnership_core::answer::share(share), "71.92–71.98 %");
/// # Ok::<(), partnership_core::ParseError>(())
/// ```
#[must_use]
pub fn share(share: crate::value::Interval) -> String {
    use std::ops::Bound::{Excluded, Included, Unbounded};
    match (share.low(), share.high()) {
        (Included(low) | Excluded(low), Included(high) | Excluded(high)) if low == high => {
            format!("{low} %")
        }
        (Included(low) | Excluded(low), Included(high) | Excluded(high)) => {
            format!("{low}–{high} %")
        }
        (Included(low) | Excluded(low), Unbounded) => format!("> {low} %"),
        (Unbounded, Included(high) | Excluded(high)) => format!("< {high} %"),
        (Unbounded, Unbounded) => "? %".to_owned(),
    }
}

/// A fixed phrase in the language of a reader.
pub(super) fn say<'w>(lang: &str, english: &'w str, korean: &'w str) -> &'w str {
    if lang == "ko" { korean } else { english }
}
