//! Shapes of the value types: one line a type.

use super::{Class, LeafType, Node, Shape, Shaped, Struct};
use crate::error::ParseError;
use crate::model::Citation;
use crate::value::{
    CountryAlpha2, CountryAlpha3, CountryNumeric, Day, Interval, Lang, Money, Passage, Place,
    Point, Quantity, Slug, Span, Text, Truth, Url,
};

/// Gives a type with `FromStr` and `Display` the shape of a leaf.
macro_rules! leaf {
    ($kind:ty, $what:literal, $example:literal, $class:expr) => {
        impl $crate::describe::Shaped for $kind {
            const SHAPE: &'static $crate::describe::Shape =
                &$crate::describe::Shape::Leaf(&$crate::describe::LeafType {
                    what: $what,
                    example: $example,
                    class: $class,
                    check: |text| text.parse::<$kind>().map(drop),
                });
            fn read(node: &$crate::describe::Node<'_>) -> Option<Self> {
                node.as_str()?.parse().ok()
            }
            fn write(&self) -> Option<$crate::describe::Node<'static>> {
                Some($crate::describe::Node::Leaf(self.to_string().into()))
            }
        }
    };
}
pub(crate) use leaf;

leaf!(Point, "a date", "2024-10-10", Class::Point);
leaf!(Span, "a span of time", "2025/2030", Class::Span);
leaf!(Day, "a day", "2024-10-10", Class::Point);
leaf!(Interval, "an interval", "[22.5, 23.5)", Class::Code);
leaf!(Truth, "a truth", "maybe", Class::Code);
leaf!(Quantity, "a quantity", "40000 persons", Class::Quantity);
leaf!(Money, "a sum of money", "30e6 USD", Class::Money);
leaf!(Lang, "a language tag", "en", Class::Code);
leaf!(Place, "a place in a source", "A1 ¶3", Class::Text);
leaf!(Passage, "a passage", "11:9f3a0c1d", Class::Code);
leaf!(Url, "an address", "https://example.org/page", Class::Code);
leaf!(Slug, "a key", "national-committee", Class::Code);
leaf!(CountryAlpha2, "an ISO 3166-1 alpha-2 code", "KR", Class::Code);
leaf!(CountryAlpha3, "an ISO 3166-1 alpha-3 code", "KOR", Class::Code);
leaf!(CountryNumeric, "an ISO 3166-1 numeric code", "410", Class::Code);

/// Gives a number the shape of a whole number.
macro_rules! count {
    ($($kind:ty),*) => {$(
        impl Shaped for $kind {
            const SHAPE: &'static Shape = &Shape::Leaf(&LeafType {
                what: "a whole number",
                example: "25",
                class: Class::Count,
                check: |text| match text.parse::<$kind>() {
                    Ok(number) if number.to_string() == text => Ok(()),
                    _ => Err(ParseError::new(
                        "a whole number",
                        text,
                        concat!("digits within the range of ", stringify!($kind)),
                    )),
                },
            });
            fn read(node: &Node<'_>) -> Option<Self> {
                node.as_str()?.parse().ok()
            }
            fn write(&self) -> Option<Node<'static>> {
                Some(Node::Leaf(self.to_string().into()))
            }
        }
    )*};
}
count!(u16, u32, usize, i8);

impl Shaped for bool {
    const SHAPE: &'static Shape = &Shape::Leaf(&LeafType {
        what: "a flag",
        example: "true",
        class: Class::Flag,
        check: |text| match text {
            "true" | "false" => Ok(()),
            _ => Err(ParseError::new("a flag", text, "`true` or `false`")),
        },
    });
    fn read(node: &Node<'_>) -> Option<Self> {
        node.as_str()?.parse().ok()
    }
    fn write(&self) -> Option<Node<'static>> {
        Some(Node::Leaf(self.to_string().into()))
    }
}

impl Shaped for String {
    const SHAPE: &'static Shape = &Shape::Leaf(&LeafType {
        what: "a text",
        example: "A1 ¶3",
        class: Class::Text,
        check: crate::value::check_text,
    });
    fn read(node: &Node<'_>) -> Option<Self> {
        node.as_str().map(str::to_owned)
    }
    fn write(&self) -> Option<Node<'static>> {
        Some(Node::Leaf(self.clone().into()))
    }
}

impl Shaped for Text {
    const SHAPE: &'static Shape = &Shape::Text;
    fn read(node: &Node<'_>) -> Option<Self> {
        let pairs = node.as_map()?.iter();
        Text::checked(pairs.map(|(tag, text)| (tag.as_ref(), text.as_ref())))
    }
    fn write(&self) -> Option<Node<'static>> {
        let pairs = self.iter().map(|(tag, text)| (tag.to_string().into(), text.to_owned().into()));
        let pairs: Vec<_> = pairs.collect();
        (!pairs.is_empty()).then_some(Node::Map(pairs))
    }
}

/// The value of an alternative: a node of the type of the field that it is about.
impl Shaped for Node<'static> {
    const SHAPE: &'static Shape = &Shape::Any;
    fn read(node: &Node<'_>) -> Option<Self> {
        Some(node.clone().into_owned())
    }
    fn write(&self) -> Option<Node<'static>> {
        Some(self.clone())
    }
}

/// A citation in a row of an answer, as the view shows it: no other bare tree stands in a described type.
impl Shaped for Struct<'static> {
    const SHAPE: &'static Shape = <Citation as Shaped>::SHAPE;
    fn read(node: &Node<'_>) -> Option<Self> {
        node.as_struct().map(|cite| cite.clone().into_owned())
    }
    fn write(&self) -> Option<Node<'static>> {
        Some(Node::Struct(self.clone()))
    }
}
