//! Plans: a query with its fields found and its values read.

use super::error::QueryError;
use super::field::{self, How, QueryField, Whole};
use super::meant;
use super::syntax::{Atom, Expr, Query, Term, Value};
use crate::dataset::Dataset;
use crate::describe::{Class, StructType};
use crate::error::{nearest, with_article};
use crate::model::{Absence, Kind};
use crate::search::{self, Asked};
use crate::sorted::SortedSet;
use crate::value::{CURRENCIES, DateRange, QuantityRange};
use crate::view::every_cite;

/// A question with its fields found and its values read; the query text and the typed builder make the same one.
#[derive(Clone, Debug)]
pub struct Plan {
    text: String,
    pub(crate) root: Node,
}

/// What a record must satisfy.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    /// Words that some text of the record has, folded.
    Word(Vec<Asked>),
    /// A field with any of some values.
    Field(Box<QueryField>, Vec<Test>),
    /// Conditions that one part of a field satisfies together.
    Part(&'static str, Vec<Kind>, Vec<Node>),
}

/// What a value must be.
#[derive(Clone, Debug)]
pub(crate) enum Test {
    Exact(String),
    /// One of these concepts, by id.
    Concept(Vec<String>),
    Days(DateRange),
    Amount(QuantityRange),
    /// Words in a text, folded.
    Text(Vec<Asked>),
    /// Filled.
    Any,
    /// Declared absent so.
    Absent(Absence),
    /// Neither filled nor declared absent.
    NotCollected,
}

impl Plan {
    /// The plan of a query text.
    ///
    /// # Errors
    /// When the text breaks the grammar, or names a field or value that the record cannot have.
    pub fn parse(text: &str, dataset: &Dataset) -> Result<Self, QueryError> {
        let query: Query = text.parse().map_err(|error| QueryError::from(error).within(text))?;
        Self::of(&query, dataset)
    }

    /// What a text asks for, among what a filter finds; what breaks the grammar is told of the text alone.
    ///
    /// # Errors
    /// As [`Plan::parse`].
    pub fn among(filter: &str, text: &str, dataset: &Dataset) -> Result<Self, QueryError> {
        if text.trim().is_empty() {
            return Self::parse(filter, dataset);
        }
        Self::parse(text, dataset)?;
        Self::parse(&format!("{filter} ({text})"), dataset)
    }

    /// The plan of a parsed or built query.
    ///
    /// # Errors
    /// When it names a field or value that the record cannot have.
    pub fn of(query: &Query, dataset: &Dataset) -> Result<Self, QueryError> {
        let context = Context { dataset, part: None };
        let root = match query.root() {
            Some(root) => context.node(root).map_err(|error| error.within(query.text()))?,
            None => Node::All(Vec::new()),
        };
        Ok(Self { text: query.text().to_owned(), root })
    }

    /// The ranges of days that every row must touch: those of `date` at the top of the query.
    pub(crate) fn dates(&self) -> Vec<DateRange> {
        let ranges = self.top().iter().filter_map(|node| match node {
            Node::Field(field, tests) if field.name == "date" => match tests.as_slice() {
                [Test::Days(range)] => Some(range.clone()),
                _ => None,
            },
            _ => None,
        });
        ranges.collect()
    }

    /// The kinds of record that `kind` at the top of the query names, in their order; none where it names none.
    ///
    /// ```
    /// use partnership_core::{Dataset, Kind, query::Plan};
    ///
    /// # #[cfg(feature = "embedded")] {
    /// let plan = Plan::parse("kind:project,fund nobody", Dataset::embedded())?;
    /// assert_eq!(plan.kinds(), [Kind::Project, Kind::Fund]);
    /// # }
    /// # Ok::<(), partnership_core::QueryError>(())
    /// ```
    pub fn kinds(&self) -> Vec<Kind> {
        let named = self.top().iter().flat_map(|node| match node {
            Node::Field(field, tests) if field.name == "kind" => tests.as_slice(),
            _ => &[],
        });
        let kinds = named.filter_map(|test| match test {
            Test::Exact(kind) => kind.parse().ok(),
            _ => None,
        });
        kinds.collect::<SortedSet<Kind>>().into_iter().collect()
    }

    /// What holds for every record that is found.
    fn top(&self) -> &[Node] {
        match &self.root {
            Node::All(terms) => terms,
            one => std::slice::from_ref(one),
        }
    }

    /// Calls for each filter by exact values, with the field's name.
    pub(crate) fn each_filter(&self, to: &mut dyn FnMut(&str, &[&str])) {
        self.each(&mut |field, tests| {
            let values = tests.iter().filter_map(|test| match test {
                Test::Exact(value) => Some(value.as_str()),
                _ => None,
            });
            to(&field.name, &values.collect::<Vec<_>>());
        });
    }

    /// Calls for each filter by a sum of money, with the field's name and the currency.
    pub(crate) fn each_sum(&self, to: &mut dyn FnMut(&str, &str)) {
        self.each(&mut |field, tests| {
            for test in tests {
                if let (Class::Money, Test::Amount(range)) = (field.class, test) {
                    to(&field.name, range.unit().unwrap_or_default());
                }
            }
        });
    }

    fn each(&self, to: &mut dyn FnMut(&QueryField, &[Test])) {
        let mut waiting = vec![&self.root];
        while let Some(node) = waiting.pop() {
            match node {
                Node::All(terms) | Node::Any(terms) => waiting.extend(terms),
                Node::Not(inner) => waiting.push(inner),
                Node::Field(field, tests) => to(field, tests),
                Node::Word(_) | Node::Part(..) => {}
            }
        }
    }

    /// The query's text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Where names are looked up: in records, or in one part of them.
struct Context<'d> {
    dataset: &'d Dataset,
    part: Option<&'static StructType>,
}

impl Context<'_> {
    /// Depth is bounded by the parser's limit. What goes down holds little, so that a small stack is enough.
    fn node(&self, expr: &Expr) -> Result<Node, QueryError> {
        match expr {
            Expr::All(terms) => self.nodes(terms).map(Node::All),
            Expr::Any(terms) => self.nodes(terms).map(Node::Any),
            Expr::Not(inner, _) => self.node(inner).map(|inner| Node::Not(Box::new(inner))),
            Expr::Term(term) => self.term(term),
        }
    }

    fn nodes(&self, exprs: &[Expr]) -> Result<Vec<Node>, QueryError> {
        let mut nodes = Vec::with_capacity(exprs.len());
        for expr in exprs {
            nodes.push(self.node(expr)?);
        }
        Ok(nodes)
    }

    fn term(&self, term: &Term) -> Result<Node, QueryError> {
        Ok(match &term.atom {
            Atom::Word(word) => Node::Word(search::asked(&word.text)),
            Atom::Filter { field: name, values } => {
                let span = name.span.start as usize..name.span.end as usize;
                let field = self.field(&name.text, span)?;
                let tests = values.iter().map(|value| self.test(&field, value));
                let tests = tests.collect::<Result<Vec<_>, _>>()?;
                match field.how {
                    How::Whole(Whole::Supports) => supporting(self.dataset, field, &tests),
                    _ => Node::Field(Box::new(field), tests),
                }
            }
            Atom::Part { field: name, terms } => {
                let span = name.span.start as usize..name.span.end as usize;
                let (field, kinds, of) =
                    part_field(&name.text).ok_or_else(|| self.no_part(&name.text, span))?;
                let inner = Context { dataset: self.dataset, part: Some(of) };
                Node::Part(field, kinds, inner.nodes(terms)?)
            }
        })
    }

    fn field(&self, name: &str, span: std::ops::Range<usize>) -> Result<QueryField, QueryError> {
        match self.part {
            None => field::resolve(name).ok_or_else(|| {
                QueryError::new("P0300", span, format!("`{name}` is not a field of any record"))
                    .among(name, field::names())
            }),
            Some(of) => field::resolve_in(of, name).ok_or_else(|| {
                let message = format!("`{name}` is not a field of {}", with_article(of.name));
                QueryError::new("P0300", span, message)
                    .among(name, of.fields.iter().map(|field| field.name))
            }),
        }
    }

    fn no_part(&self, name: &str, span: std::ops::Range<usize>) -> QueryError {
        let message = format!(
            "`{name}` has no parts; `field:(…)` is for fields whose values have fields of their own"
        );
        QueryError::new("P0300", span, message).among(name, part_names())
    }

    fn test(&self, field: &QueryField, value: &Value) -> Result<Test, QueryError> {
        let text = value.text.as_ref();
        let refuse = |message: String| {
            QueryError::new("P0304", value.span.start as usize..value.span.end as usize, message)
        };
        if !value.quoted {
            match text {
                "any" => return Ok(Test::Any),
                "unknown" if !field.words.contains(&text) => {
                    return Ok(Test::Absent(Absence::Unknown));
                }
                "none" if !field.words.contains(&text) => return Ok(Test::Absent(Absence::None)),
                "not-found" => return Ok(Test::Absent(Absence::NotFound)),
                "not-collected" => return Ok(Test::NotCollected),
                _ => {}
            }
        }
        match field.class {
            Class::Word if field.words.contains(&text) => Ok(Test::Exact(text.to_owned())),
            Class::Word => {
                let error = refuse(format!("`{text}` is not a value of `{}`", field.name))
                    .among(text, field.words.iter().copied());
                Err(named_list(error))
            }
            Class::Concept(serves) => self.concept(field, serves, value),
            Class::Id => self.reference(&[], &field.name, value, false),
            Class::Ref(_) => {
                let kinds = field.targets.as_slice();
                let role = matches!(field.name.as_str(), "member" | "post" | "takes_part");
                self.reference(kinds, &field.name, value, role)
            }
            Class::Point | Class::Span => text.parse().map(Test::Days).map_err(
                |error: crate::ParseError| match meant::range(text) {
                    Some(range) => {
                        let mut error =
                            refuse(format!("`{text}` is not a date or a range of dates"));
                        error.help = Some(format!("write `{}:{range}`", field.name));
                        error.nearest = Some(range);
                        error
                    }
                    None => refuse(error.to_string()),
                },
            ),
            Class::Money | Class::Quantity | Class::Count => {
                let range: QuantityRange =
                    text.parse().map_err(|error: crate::ParseError| refuse(error.to_string()))?;
                if let (Class::Money, Some(unit)) = (field.class, range.unit())
                    && !CURRENCIES.contains(&unit)
                {
                    let message = format!(
                        "`{unit}` is not a currency; expected an ISO 4217 code, such as `USD`"
                    );
                    return Err(refuse(message).among(unit, CURRENCIES.iter().copied()));
                }
                if field.class == Class::Money && range.unit().is_none() {
                    let mut error = refuse(format!("`{text}` has no currency"));
                    error.help = Some(format!(
                        "write `{}:\"{text} USD\"`: sums of different currencies are never compared",
                        field.name
                    ));
                    return Err(error);
                }
                Ok(Test::Amount(range))
            }
            Class::Flag if matches!(text, "true" | "false") => Ok(Test::Exact(text.to_owned())),
            Class::Flag => {
                Err(refuse(format!("`{text}` is not a flag; expected `true` or `false`")))
            }
            Class::Code => Ok(Test::Exact(text.to_owned())),
            Class::Text | Class::Any => Ok(Test::Text(search::asked(text))),
            Class::Struct => {
                let mut error = refuse(format!(
                    "`{}` has fields of its own; ask for one of them, or for `any`",
                    field.name
                ));
                let name = &field.name;
                let part = self.part_that_takes(name, value).unwrap_or_else(|| "…".to_owned());
                error.help = Some(format!("write `{name}:any`, or `{name}:({part})`"));
                Err(error)
            }
        }
    }

    /// The filter that a value makes in the first field of a part that takes it: `city:Busan`.
    fn part_that_takes(&self, name: &str, value: &Value) -> Option<String> {
        let (.., of) = part_field(name)?;
        let inner = Context { dataset: self.dataset, part: Some(of) };
        let fields = of.fields.iter().filter_map(|field| field::resolve_in(of, field.name));
        let mut plain = fields.filter(|field| field.class != Class::Struct);
        let taking = plain.find(|field| inner.test(field, value).is_ok())?;
        let quote = if value.text.contains(char::is_whitespace) { "\"" } else { "" };
        Some(format!("{}:{quote}{}{quote}", taking.name, value.text))
    }

    fn concept(&self, field: &QueryField, serves: &str, value: &Value) -> Result<Test, QueryError> {
        let text = value.text.as_ref();
        let span = value.span.start as usize..value.span.end as usize;
        let concepts = self.dataset.concepts();
        match concepts.named(serves, text).as_slice() {
            [one] => {
                Ok(Test::Concept(concepts.within(one).into_iter().map(str::to_owned).collect()))
            }
            [] => {
                let known = concepts.notations(serves);
                let message = format!("`{text}` is not a {}", field.name);
                Err(named_list(
                    QueryError::new("P0304", span, message)
                        .among(text, known.iter().map(|(notation, _)| *notation)),
                ))
            }
            several => {
                let mut error =
                    QueryError::new("P0304", span, format!("`{text}` stands in several schemes"));
                error.help =
                    Some(format!("write the scheme before it; it may mean {}", several.join(", ")));
                Err(error)
            }
        }
    }

    /// A reference, to a record of the kinds that the field may name; with a role after a slash where it takes one.
    fn reference(
        &self,
        kinds: &[Kind],
        field: &str,
        value: &Value,
        role: bool,
    ) -> Result<Test, QueryError> {
        let text = value.text.as_ref();
        let span = value.span.start as usize..value.span.end as usize;
        let (id, rest) = match text.split_once('/') {
            Some((id, rest)) if role => (id, Some(rest)),
            _ => (text, None),
        };
        let fits = |kind: Kind| kinds.is_empty() || kinds.contains(&kind);
        if id.is_empty() {
            let mut error =
                QueryError::new("P0304", span, format!("`{text}` has no id before its `/`"));
            error.help = Some(format!("write `{field}:ID/ROLE`"));
            return Err(error);
        }
        let found = self.dataset.find(id).filter(|number| fits(self.dataset.kind(*number)));
        let Some(number) = found else {
            let what = match kinds {
                [] => "a record".to_owned(),
                kinds => with_article(
                    &kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(" or "),
                ),
            };
            let ids = self.dataset.ids().filter(|id| {
                self.dataset.find(id).is_some_and(|number| fits(self.dataset.kind(number)))
            });
            let held = if kinds.is_empty() { "" } else { " in the record" };
            let message = format!("`{id}` is not the id of {what}{held}");
            let mut error = QueryError::new("P0304", span, message);
            // What a help page has in the place of an id is no misspelt one.
            error.nearest = nearest(id, ids.filter(|_| id != "ID")).map(str::to_owned);
            error.help = match &error.nearest {
                _ if id == "ID" => Some("put the id of a record in its place".to_owned()),
                Some(near) => Some(format!("did you mean `{near}`?")),
                None => Some(format!("`partnership search {id}` finds records by their names")),
            };
            return Err(error);
        };
        let id = self.dataset.id(number);
        if let Some(role) = rest {
            let roles = meant::roles(self.dataset, field, id);
            if !roles.iter().any(|known| known == role) {
                let message = match role {
                    "" => format!("`{text}` has no role after its `/`"),
                    role => format!("`{role}` is not a role in `{id}`"),
                };
                let error = QueryError::new("P0304", span, message);
                return Err(named_list(error.among(role, roles.iter().map(String::as_str))));
            }
        }
        Ok(Test::Exact(match rest {
            Some(role) => format!("{id}/{role}"),
            None if field == "post" => {
                let mut error = QueryError::new("P0304", span, format!("`{text}` names no post"));
                error.help = Some(format!("write the role after it, such as `{text}/ambassador`"));
                return Err(error);
            }
            None => id.to_owned(),
        }))
    }
}

/// What supports a record stands in that record: the sources are looked up now, and asked for by their ids.
fn supporting(dataset: &Dataset, field: QueryField, tests: &[Test]) -> Node {
    let mut sources: SortedSet<String> = SortedSet::default();
    for test in tests {
        match test {
            Test::Exact(id) => {
                let Some(number) = dataset.find(id) else { continue };
                every_cite(&dataset.tree(number), &mut |cite| {
                    sources.insert(cite.leaf("source").unwrap_or_default().to_owned());
                });
            }
            Test::Any | Test::NotCollected => {
                let mut cited: SortedSet<&str> = SortedSet::default();
                dataset.index().each("source", &mut |id, _, _| {
                    cited.insert(id);
                });
                let wanted = matches!(test, Test::Any);
                let ids = dataset.numbers(Kind::Source).map(|number| dataset.id(number));
                let ids = ids.filter(|id| cited.binary_search(id).is_ok() == wanted);
                sources.extend(ids.map(str::to_owned));
            }
            // Of no source it is said in words that it supports nothing.
            _ => {}
        }
    }
    let field = QueryField { how: How::Whole(Whole::Id), ..field };
    Node::Field(Box::new(field), sources.into_iter().map(Test::Exact).collect())
}

/// Puts a short list of accepted values into the message.
fn named_list(mut error: QueryError) -> QueryError {
    if let Some((last, rest)) = error.expected.split_last() {
        let list: Vec<_> = rest.iter().map(|word| format!("`{word}`")).collect();
        let list = if list.is_empty() {
            format!("`{last}`")
        } else {
            format!("{} or `{last}`", list.join(", "))
        };
        error.message = format!("{}; expected {list}", error.message);
    }
    error
}

/// A field whose values have fields of their own, the kinds that have it, and their type.
fn part_field(name: &str) -> Option<(&'static str, Vec<Kind>, &'static StructType)> {
    let mut found: Option<(&'static str, Vec<Kind>, &'static StructType)> = None;
    for kind in Kind::ALL {
        let Some(field) = kind.described().field(name) else { continue };
        let Some(of) = field.shape.struct_type() else { continue };
        found.get_or_insert_with(|| (field.name, Vec::new(), of)).1.push(*kind);
    }
    found
}

/// The names of such fields.
fn part_names() -> impl Iterator<Item = &'static str> {
    let fields = Kind::ALL.iter().flat_map(|kind| kind.described().fields);
    fields.filter(|field| field.shape.struct_type().is_some()).map(|field| field.name)
}
