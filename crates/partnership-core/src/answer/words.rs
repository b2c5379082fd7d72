//! Values in words: the compact text of any value, as tables and cards print it.

use crate::describe::{Node, Shape, Struct};

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

/// A number as people read it: with its power of ten as a word, and its unit. Digits stay as printed; `power` and `unit`
/// are those of its series, where the text has none of its own.
///
/// ```
/// use partnership_core::answer::amount;
/// assert_eq!(amount("<~210", 9, "USD"), "nearly 210 billion USD");
/// assert_eq!(amount("32e6 USD", 0, ""), "32 million USD");
/// ```
pub fn amount(text: &str, power: i8, unit: &str) -> String {
    let Ok(quantity) = text.parse::<crate::value::Quantity>() else {
        return format!("{text} {unit}").trim().to_owned();
    };
    let power = quantity.printed_power().unwrap_or(power);
    let unit = quantity.unit().unwrap_or(unit);
    let scale = match power {
        0 => String::new(),
        3 => " thousand".to_owned(),
        6 => " million".to_owned(),
        9 => " billion".to_owned(),
        12 => " trillion".to_owned(),
        other => format!(" × 10^{other}"),
    };
    let hedge = match quantity.hedge().as_str() {
        "~" => "about ",
        "<~" => "nearly ",
        ">" => "over ",
        ">=" => "at least ",
        "<" => "under ",
        "<=" => "at most ",
        _ => "",
    };
    format!("{hedge}{}{scale} {unit}", quantity.number()).trim_end().to_owned()
}
