//! Walking the tree of a TOML file beside the description: records, and every fault on the way.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::code::Code;
use super::fault::Fault;
use super::found::Found;
use super::place::first_line;
use crate::describe::{Class, Node, Shape, Shaped, Struct, StructType};
use crate::error::{ParseError, nearest, with_article};
use crate::order::Order;
use crate::value::LONGEST;

/// Walks a tree of TOML with the description.
#[derive(Default)]
pub(super) struct Walk {
    pub(super) faults: Found<(std::ops::Range<usize>, Fault)>,
}

impl Walk {
    fn push(&mut self, span: std::ops::Range<usize>, fault: Fault) {
        self.faults.push((span, fault));
    }

    pub(super) fn fields<'t, 'i: 't>(
        &mut self,
        pairs: impl Iterator<Item = (&'t Spanned<std::borrow::Cow<'i, str>>, &'t Spanned<DeValue<'i>>)>,
        shape: &'static Shape,
    ) -> Node<'static> {
        let Shape::Struct(of) = shape.single() else { return Node::List(Vec::new()) };
        let mut value = Struct::new(of);
        for (key, found) in pairs {
            let name = key.get_ref().as_ref();
            let Some(index) = of.index(name) else {
                self.unknown(of, name, key.span());
                continue;
            };
            value.put(index, self.value(found, of.fields[index].shape));
        }
        Node::Struct(value)
    }

    fn unknown(&mut self, of: &'static StructType, name: &str, span: std::ops::Range<usize>) {
        let near = nearest(name, of.fields.iter().map(|field| field.name));
        let fields: Vec<_> = of.fields.iter().map(|field| field.name).collect();
        let fault = Fault::new(
            Code::UNKNOWN_FIELD,
            format!("`{name}` is not a field of {}", with_article(of.name)),
        )
        .near(near);
        let fault = if near.is_none() {
            fault.fix(format!("its fields are {}", fields.join(", ")))
        } else {
            fault
        };
        self.push(span, fault);
    }

    pub(super) fn value(
        &mut self,
        found: &Spanned<DeValue<'_>>,
        shape: &'static Shape,
    ) -> Node<'static> {
        let span = found.span();
        match (found.get_ref(), shape) {
            (DeValue::String(text), Shape::Leaf(_) | Shape::Words(_) | Shape::Any) => {
                self.leaf(text, span, shape)
            }
            (DeValue::Integer(number), _)
                if matches!(shape.class(), Class::Count | Class::Any) && number.radix() == 10 =>
            {
                self.leaf(number.as_str(), span, shape)
            }
            (DeValue::Boolean(flag), _) if shape.class() == Class::Flag => {
                self.leaf(if *flag { "true" } else { "false" }, span, shape)
            }
            (DeValue::Array(items), Shape::List(item)) => {
                Node::List(items.iter().map(|value| self.value(value, item)).collect())
            }
            (DeValue::Array(items), Shape::Any) => {
                let item = <String as Shaped>::SHAPE;
                Node::List(items.iter().map(|value| self.value(value, item)).collect())
            }
            (DeValue::Table(table), Shape::Text | Shape::Any) => self.texts(table),
            (DeValue::Table(table), Shape::Struct(_)) => self.fields(table.iter(), shape),
            (other, _) => {
                self.wrong_type(other, shape, span);
                Node::Leaf(Default::default())
            }
        }
    }

    fn wrong_type(
        &mut self,
        found: &DeValue<'_>,
        shape: &'static Shape,
        span: std::ops::Range<usize>,
    ) {
        let expected = match shape {
            Shape::List(item) => format!("a list, each {}", item.what()),
            Shape::Text => "a table of texts by language, such as { en = \"…\" }".to_owned(),
            Shape::Struct(of) => format!("a table: {}", of.name),
            _ if shape.class() == Class::Count => "a whole number, without quotes".to_owned(),
            _ => format!("{}, in quotes", shape.what()),
        };
        let message = format!("{} stands here; expected {expected}", found_as(found));
        let fix = match (found, shape) {
            (DeValue::Datetime(_) | DeValue::Integer(_), Shape::Leaf(_)) => {
                Some("put it in quotes".to_owned())
            }
            (_, Shape::List(Shape::Struct(of))) if !matches!(found, DeValue::Table(_)) => {
                let first = of.fields.first();
                first.map(|first| format!("write `[{{ {} = … }}]`", first.name))
            }
            (_, Shape::List(_)) => Some("put it in brackets: `[…]`".to_owned()),
            (DeValue::String(_), _) if shape.class() == Class::Count => {
                Some("take the quotes away".to_owned())
            }
            _ => None,
        };
        let fault = Fault::new(Code::WRONG_TYPE, message);
        self.push(
            first_line(&span),
            match fix {
                Some(fix) => fault.fix(fix),
                None => fault,
            },
        );
    }

    fn leaf(
        &mut self,
        text: &str,
        span: std::ops::Range<usize>,
        shape: &'static Shape,
    ) -> Node<'static> {
        // A refused value is kept, so that nothing else says that it is missing; no dataset is made of it.
        if let Some(fault) = refused(text, shape) {
            self.push(span, fault);
        }
        Node::Leaf(text.to_owned().into())
    }

    fn texts(&mut self, table: &DeTable<'_>) -> Node<'static> {
        let mut pairs = Vec::new();
        for (tag, value) in table {
            let Some(text) = value.get_ref().as_str() else {
                self.wrong_type(value.get_ref(), <String as Shaped>::SHAPE, value.span());
                pairs.push((tag.get_ref().to_string().into(), Default::default()));
                continue;
            };
            if let Err(error) = tag.get_ref().parse::<crate::value::Lang>() {
                self.push(tag.span(), Fault::new(Code::VALUE, error.to_string()));
            } else if let Some(fault) = refused(text, <String as Shaped>::SHAPE) {
                self.push(value.span(), fault);
            }
            pairs.push((tag.get_ref().to_string().into(), text.to_owned().into()));
        }
        // The language of the dataset comes first whatever the order of the file: English is it nearly always.
        pairs.order_by_key(|(tag, _): &(std::borrow::Cow<'_, str>, _)| (tag != "en", tag.clone()));
        Node::Map(pairs)
    }
}

/// What is wrong with a text as a value of a shape.
pub(super) fn refused(text: &str, shape: &'static Shape) -> Option<Fault> {
    if text.len() > LONGEST {
        let message = format!("this text has {} bytes; expected at most {LONGEST}", text.len());
        return Some(Fault::new(Code::LONG, message));
    }
    if let Some(letter) = text.chars().find(|letter| crate::value::is_hidden(*letter)) {
        let name = format!("U+{:04X}", u32::from(letter));
        return Some(
            Fault::new(Code::CONTROL, format!("this text has the character {name}"))
                .fix("delete it"),
        );
    }
    if !unicode_normalization::is_nfc(text) {
        return Some(
            Fault::new(Code::NOT_NFC, "this text is not in Unicode normal form C")
                .fix("run `partnership fmt`, or type the letter instead of its escape"),
        );
    }
    let error = match shape {
        Shape::Leaf(leaf) => (leaf.check)(text).err()?,
        Shape::Words(words) if words.find(text).is_none() => words.refuse(text),
        _ => return None,
    };
    let code = match shape.class() {
        Class::Span if ends_first(text) => Code::ENDS_FIRST,
        Class::Point | Class::Span => Code::DATE,
        Class::Quantity | Class::Money => Code::QUANTITY,
        _ => Code::VALUE,
    };
    let near = error.nearest().map(str::to_owned);
    // The nearest word is the fix: it is not said twice.
    let bare = ParseError::new(error.what(), error.text(), error.expected().to_owned());
    Some(Fault::new(code, bare.to_string()).near(near.as_deref()))
}

/// Whether a span is refused only because it ends before it starts.
fn ends_first(text: &str) -> bool {
    let Some((start, end)) = text.split_once('/') else { return false };
    match (start.parse::<crate::value::Point>(), end.parse::<crate::value::Point>()) {
        (Ok(start), Ok(end)) => end.bounds().end_last < start.bounds().start_first,
        _ => false,
    }
}

fn found_as(found: &DeValue<'_>) -> &'static str {
    match found {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "a flag",
        DeValue::Datetime(_) => "a bare date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
