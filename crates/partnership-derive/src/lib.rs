//! `#[derive(Described)]`: what a record is made of, written once, as its Rust type.
//!
//! On a struct it gives `StructType` (name, documentation, fields, how time is read), reading from and
//! writing to the generic tree, and serde through that tree. On an enum of plain words it gives the
//! list of words with their documentation, `FromStr`, `Display` and serde.
//!
//! | attribute | on | meaning |
//! | --- | --- | --- |
//! | `name = "…"` | struct, enum | the name in data, if not the kebab-case of the type |
//! | `state = "span"` | struct | holds throughout that field (alternatives: `a\|b`, first filled) |
//! | `happening = "date"` | struct | happened on some day within that field; with `state`, only where it is filled |
//! | `until = "date"` | struct | holds from that field until the next of its list |
//! | `part` | struct | carries citations of its own |
//! | `flatten` | field | its fields stand among those of the owner |
//! | `required` | field | validation refuses a record without it |
//! | `ko = "…"` | variant | the label in Korean |

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{Attribute, Data, DeriveInput, Expr, ExprLit, Fields, Lit, LitStr, Meta};

/// See the crate's documentation.
#[proc_macro_derive(Described, attributes(described))]
pub fn described(input: TokenStream) -> TokenStream {
    let input = match syn::parse::<DeriveInput>(input) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error().into(),
    };
    let result = match &input.data {
        Data::Struct(data) => structure(&input, &data.fields),
        Data::Enum(data) => words(&input, data),
        Data::Union(_) => Err(syn::Error::new_spanned(&input, "a union is not described")),
    };
    result.unwrap_or_else(|error| error.to_compile_error()).into()
}

/// The attributes of one item, read once.
#[derive(Default)]
struct Options {
    name: Option<String>,
    state: Option<String>,
    happening: Option<String>,
    until: Option<String>,
    ko: Option<String>,
    part: bool,
    flatten: bool,
    required: bool,
}

impl Options {
    fn of(attributes: &[Attribute]) -> syn::Result<Self> {
        let mut options = Self::default();
        for attribute in attributes.iter().filter(|a| a.path().is_ident("described")) {
            attribute.parse_nested_meta(|meta| {
                let Some(key) = meta.path.get_ident().map(ToString::to_string) else {
                    return Err(meta.error("not an attribute of `described`"));
                };
                let text = || -> syn::Result<Option<String>> {
                    Ok(Some(meta.value()?.parse::<LitStr>()?.value()))
                };
                match key.as_str() {
                    "name" => options.name = text()?,
                    "state" => options.state = text()?,
                    "happening" => options.happening = text()?,
                    "until" => options.until = text()?,
                    "ko" => options.ko = text()?,
                    "part" => options.part = true,
                    "flatten" => options.flatten = true,
                    "required" => options.required = true,
                    _ => return Err(meta.error("not an attribute of `described`")),
                }
                Ok(())
            })?;
        }
        Ok(options)
    }

    fn time(&self) -> Tokens {
        let alternatives = |fields: &str| {
            let fields = fields.split('|');
            quote!(&[#(#fields),*])
        };
        match (&self.state, &self.happening, &self.until) {
            (Some(state), Some(happening), _) => {
                let (state, happening) = (alternatives(state), alternatives(happening));
                quote!(crate::describe::Time::HappeningElse(#happening, #state))
            }
            (Some(fields), _, _) => {
                let fields = alternatives(fields);
                quote!(crate::describe::Time::State(#fields))
            }
            (_, Some(fields), _) => {
                let fields = alternatives(fields);
                quote!(crate::describe::Time::Happening(#fields))
            }
            (_, _, Some(field)) => quote!(crate::describe::Time::Until(#field)),
            _ => quote!(crate::describe::Time::Timeless),
        }
    }
}

fn structure(input: &DeriveInput, fields: &Fields) -> syn::Result<Tokens> {
    let own = Options::of(&input.attrs)?;
    let ident = &input.ident;
    let name = own.name.clone().unwrap_or_else(|| kebab(&ident.to_string()));
    let doc = documentation(&input.attrs);
    let (time, part) = (own.time(), own.part);
    // Runs of plain fields and flattened types, in order of declaration.
    let (mut lists, mut reads, mut writes) = (Vec::new(), Vec::new(), Vec::new());
    for field in fields {
        let options = Options::of(&field.attrs)?;
        let Some(member) = field.ident.as_ref() else {
            return Err(syn::Error::new_spanned(field, "a described field has a name"));
        };
        let kind = &field.ty;
        if options.flatten {
            lists.push(quote!(<#kind as crate::describe::Described>::TYPE.fields));
            reads.push(
                quote!(#member: <#kind as crate::describe::Described>::read_fields(from, at)?),
            );
            writes.push(quote!(crate::describe::Described::write_fields(&self.#member, to, at);));
            continue;
        }
        let (name, doc, required) =
            (member.to_string(), documentation(&field.attrs), options.required);
        let name = name.trim_start_matches("r#").to_owned();
        lists.push(quote!(&[crate::describe::Field {
            name: #name, doc: #doc, required: #required,
            shape: <#kind as crate::describe::Shaped>::SHAPE,
        }]));
        reads.push(if defaults(kind) {
            quote!(#member: crate::describe::take(from, at).unwrap_or_default())
        } else {
            quote!(#member: crate::describe::take(from, at)?)
        });
        writes.push(quote!(crate::describe::give(&self.#member, to, at);));
    }
    Ok(quote! {
        impl crate::describe::Described for #ident {
            const TYPE: &'static crate::describe::StructType = {
                const LISTS: &[&[crate::describe::Field]] = &[#(#lists),*];
                const FIELDS: &[crate::describe::Field] =
                    &crate::describe::joined::<{ crate::describe::length(LISTS) }>(LISTS);
                &crate::describe::StructType { name: #name, doc: #doc, fields: FIELDS, time: #time, part: #part }
            };
            fn read_fields(from: &crate::describe::Struct<'_>, at: &mut usize) -> Option<Self> {
                Some(Self { #(#reads),* })
            }
            fn write_fields(&self, to: &mut crate::describe::Struct<'static>, at: &mut usize) {
                #(#writes)*
            }
        }
        impl crate::describe::Shaped for #ident {
            const SHAPE: &'static crate::describe::Shape =
                &crate::describe::Shape::Struct(<Self as crate::describe::Described>::TYPE);
            fn read(node: &crate::describe::Node<'_>) -> Option<Self> {
                <Self as crate::describe::Described>::read_fields(node.as_struct()?, &mut 0)
            }
            fn write(&self) -> Option<crate::describe::Node<'static>> {
                let mut to = crate::describe::Struct::new(<Self as crate::describe::Described>::TYPE);
                crate::describe::Described::write_fields(self, &mut to, &mut 0);
                Some(crate::describe::Node::Struct(to))
            }
        }
        impl serde::Serialize for #ident {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                crate::describe::serialize(self, serializer)
            }
        }
        impl<'de> serde::Deserialize<'de> for #ident {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::describe::deserialize(deserializer)
            }
        }
    })
}

fn words(input: &DeriveInput, data: &syn::DataEnum) -> syn::Result<Tokens> {
    let own = Options::of(&input.attrs)?;
    let ident = &input.ident;
    let name = own.name.clone().unwrap_or_else(|| kebab(&ident.to_string()));
    let doc = documentation(&input.attrs);
    let article = if name.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    let what = format!("{article} {}", name.replace('-', " "));
    let (mut variants, mut names, mut entries) = (Vec::new(), Vec::new(), Vec::new());
    for variant in &data.variants {
        if !matches!(variant.fields, Fields::Unit) {
            return Err(syn::Error::new_spanned(variant, "a word has no data"));
        }
        let options = Options::of(&variant.attrs)?;
        let word = options.name.unwrap_or_else(|| kebab(&variant.ident.to_string()));
        let (doc, ko) = (documentation(&variant.attrs), options.ko.unwrap_or_default());
        entries.push(quote!(crate::describe::Word { name: #word, doc: #doc, ko: #ko }));
        names.push(word);
        variants.push(&variant.ident);
    }
    Ok(quote! {
        impl #ident {
            /// Every value, in order of declaration.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];
            const WORDS: &'static crate::describe::WordType =
                &crate::describe::WordType { name: #name, what: #what, doc: #doc, words: &[#(#entries),*] };
            /// The word as data, queries and JSON write it.
            pub const fn as_str(self) -> &'static str {
                match self { #(Self::#variants => #names),* }
            }
            /// The label that a person reads, in English or (with `ko`) in Korean, where one is given.
            pub fn label(self, lang: &str) -> std::borrow::Cow<'static, str> {
                Self::WORDS.label(self.as_str(), lang)
            }
        }
        impl std::fmt::Display for #ident {
            fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { to.pad(self.as_str()) }
        }
        impl std::str::FromStr for #ident {
            type Err = crate::ParseError;
            fn from_str(text: &str) -> Result<Self, crate::ParseError> {
                match text {
                    #(#names => Ok(Self::#variants),)*
                    _ => Err(Self::WORDS.refuse(text)),
                }
            }
        }
        impl crate::describe::Shaped for #ident {
            const SHAPE: &'static crate::describe::Shape = &crate::describe::Shape::Words(Self::WORDS);
            fn read(node: &crate::describe::Node<'_>) -> Option<Self> { node.as_str()?.parse().ok() }
            fn write(&self) -> Option<crate::describe::Node<'static>> {
                Some(crate::describe::Node::Leaf(self.as_str().into()))
            }
        }
        impl serde::Serialize for #ident {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
        impl<'de> serde::Deserialize<'de> for #ident {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::describe::deserialize(deserializer)
            }
        }
    })
}

/// Whether a missing value reads as none, an empty list or an empty text.
fn defaults(kind: &syn::Type) -> bool {
    let syn::Type::Path(path) = kind else { return false };
    path.path
        .segments
        .last()
        .is_some_and(|last| last.ident == "Option" || last.ident == "Vec" || last.ident == "Text")
}

/// The doc comment as one text, its lines joined.
fn documentation(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value().trim().to_owned()),
            _ => None,
        },
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// `JointStatement` becomes `joint-statement`.
fn kebab(name: &str) -> String {
    let mut text = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.extend(letter.to_lowercase());
    }
    text
}
