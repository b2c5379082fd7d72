//! Lists of records as a table: what they are called, when they were, and what the query asked for.

use partnership_core::Kind;
use partnership_core::answer::{RecordRow, citations, plain};
use partnership_core::describe::{Class, Node, Struct};
use partnership_core::query::{Atom, Expr, Query, Term};
use partnership_core::value::Truth;
use partnership_core::view::{EventState, Why};

use super::answer::Page;
use super::{Block, Entry, Tone, Words};

/// No more columns are added for fields that the query names.
const ASKED: usize = 3;

/// No more records are named that a source supports.
const MOST_SUPPORTED: usize = 3;

/// The table, how many rows it has, and why some are not sure.
pub(super) fn blocks(page: &Page<'_>) -> Vec<Block> {
    let rows = page.records();
    let first = rows.clone().next().map(RecordRow::kind);
    let several_kinds = rows.clone().any(|row| Some(row.kind()) != first);
    let maybe = rows.clone().any(|row| row.verdict.truth == Truth::Maybe);
    let dated = rows.clone().any(|row| !page.when(row).is_empty());
    let asked = asked(page);
    let period = period(page);
    let mut head = vec![page.say("name (id)", "이름 (id)").to_owned()];
    head.extend(several_kinds.then(|| page.say("kind", "종류").to_owned()));
    head.extend(dated.then(|| page.say("when", "때").to_owned()));
    head.extend(asked.iter().map(|field| page.label(field).into_owned()));
    head.extend(period.clone());
    head.extend(maybe.then(|| page.say("sure", "확실성").to_owned()));
    let supports = rows.clone().any(|row| row.supports.is_some());
    head.extend(supports.then(|| page.say("supports", "뒷받침하는 기록").to_owned()));
    head.push(page.say("sources", "출처").to_owned());
    let cells = rows.clone().map(|row| {
        // A printer of lines puts the id on a line of its own, so that it is not broken.
        let name = Words::from(row.title(&page.lang)).with(Tone::Dim, format!("\n({})", row.id()));
        let mut cells = vec![name];
        cells.extend(several_kinds.then(|| row.kind().label(&page.lang).into_owned().into()));
        cells.extend(dated.then(|| page.when(row).into()));
        cells.extend(asked.iter().map(|field| page.asked(row, field)));
        cells.extend(period.iter().map(|period| page.figures(row, period)));
        cells.extend(maybe.then(|| page.sure(row).into()));
        cells.extend(supports.then(|| supported(row).into()));
        cells.push(Words::default().with(Tone::Mark, page.numbers(row)));
        cells
    });
    let mut blocks = vec![Block::Table { head, rows: cells.collect() }];
    blocks.push(page.count("row", rows.clone().map(|row| row.verdict)));
    blocks.extend(page.reasons());
    blocks
}

/// The numbers of a meeting: of its one series as they are, else with the series.
fn numbered(row: &RecordRow) -> String {
    let alone = row.record.list("forum").len() == 1 && row.record.list("ordinal").len() == 1;
    let numbers = row.record.parts("ordinal").map(|ordinal| {
        let number = ordinal.leaf("number").unwrap_or_default();
        match ordinal.leaf("forum").filter(|_| !alone) {
            Some(forum) => format!("{forum} {number}"),
            None => number.to_owned(),
        }
    });
    numbers.collect::<Vec<_>>().join("; ")
}

/// How many records a source supports, and the first few.
fn supported(row: &RecordRow) -> String {
    let all = row.supports.as_deref().unwrap_or_default();
    let first: Vec<&str> = all.iter().take(MOST_SUPPORTED).map(|one| one.id.as_str()).collect();
    let more = if all.len() > MOST_SUPPORTED { ", …" } else { "" };
    match all.len() {
        0 => String::new(),
        count => format!("{count}: {}{more}", first.join(", ")),
    }
}

/// The fields of records that the query names, so that the answer shows why each row is one.
fn asked(page: &Page<'_>) -> Vec<String> {
    let Ok(query) = page.answer.text().parse::<Query>() else { return Vec::new() };
    let (mut waiting, mut names) = (Vec::from_iter(query.root()), Vec::new());
    while let Some(expr) = waiting.pop() {
        match expr {
            Expr::All(terms) | Expr::Any(terms) => waiting.extend(terms.iter().rev()),
            Expr::Not(..) => {}
            Expr::Term(Term {
                atom: Atom::Filter { field, .. } | Atom::Part { field, .. },
                ..
            }) => {
                let name = field.text.split('.').next().unwrap_or_default().to_owned();
                let shown = ["kind", "id", "name", "date", "source"].contains(&name.as_str());
                let held = page.records().any(|row| row.record.get(&name).is_some());
                if !shown && held && !names.contains(&name) {
                    names.push(name);
                }
            }
            Expr::Term(_) => {}
        }
    }
    // What is claimed is no fact of the record: who says it stands beside it.
    if page.records().all(|row| row.kind() == Kind::Claim) {
        names.retain(|name| name != "speaker");
        names.insert(0, "speaker".to_owned());
    }
    // Where all rows are of the one series of meetings that was asked for, their numbers say more.
    if let Some(at) = names.iter().position(|name| name == "forum")
        && !names.iter().any(|name| name == "ordinal")
        && page.records().any(|row| row.record.get("ordinal").is_some())
        && page.records().all(|row| row.record.list("forum").len() == 1)
    {
        let mut forums = page.records().map(|row| row.record.list("forum")[0].as_str());
        let first = forums.next();
        if forums.all(|forum| Some(forum) == first) {
            names[at] = "ordinal".to_owned();
        }
    }
    names.truncate(ASKED);
    names
}

/// The one period that the query names, where the rows are series.
fn period(page: &Page<'_>) -> Option<String> {
    let query: Query = page.answer.text().parse().ok()?;
    let terms = match query.root()? {
        Expr::All(terms) => terms.as_slice(),
        one => std::slice::from_ref(one),
    };
    let mut named = terms.iter().filter_map(|term| match term {
        Expr::Term(Term { atom: Atom::Filter { field, values }, .. })
            if &*field.text == "period" =>
        {
            Some(values.as_slice())
        }
        _ => None,
    });
    let (Some([one]), None) = (named.next(), named.next()) else { return None };
    let series = page.records().all(|row| row.kind() == Kind::Series);
    let held = || page.records().any(|row| observed(row, &one.text).next().is_some());
    (series && held()).then(|| one.text.to_string())
}

/// The values of a series in a period, and in months and days of it.
fn observed<'r>(row: &'r RecordRow, period: &'r str) -> impl Iterator<Item = &'r Struct<'static>> {
    let is_in = move |own: &str| {
        own.strip_prefix(period).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    row.record.parts("observation").filter(move |value| value.leaf("period").is_some_and(is_in))
}

impl Page<'_> {
    /// The value of a series in a period; where it has several, how many.
    fn figures(&self, row: &RecordRow, period: &str) -> Words {
        let mut values = observed(row, period);
        match (values.next(), values.count()) {
            (None, _) => Words::default(),
            (Some(one), 0) => {
                // What the series leaves open and the column does not say.
                let own = ["area", "counterpart", "period", "status"].into_iter();
                let own = own.filter_map(|name| one.leaf(name).filter(|text| *text != period));
                let own: Vec<&str> = own.collect();
                let value = self.cell(&row.record, one, "value");
                if own.is_empty() {
                    return value;
                }
                Words::from(format!("{}:", own.join(" "))).and(value)
            }
            (_, more) if self.lang == "ko" => format!("수치 {}개", more + 1).into(),
            (_, more) => format!("{} figures", more + 1).into(),
        }
    }

    fn sure(&self, row: &RecordRow) -> &'static str {
        if row.verdict.truth == Truth::Maybe { self.say("maybe", "불확실") } else { "" }
    }

    /// Each reason for a maybe, with the rows that are only maybe so for it.
    fn reasons(&self) -> Option<Block> {
        let entries = Why::ALL.iter().filter_map(|why| {
            let rows =
                self.records().filter(|row| row.verdict.reasons().any(|other| other == *why));
            let ids: Vec<_> = rows.map(RecordRow::id).collect();
            let lead = Words::default().with(Tone::Maybe, self.say("maybe", "불확실"));
            let text = format!("{}: {}", why.said(&self.lang), ids.join(", "));
            (!ids.is_empty()).then(|| Entry::new(lead, text))
        });
        let entries: Vec<_> = entries.collect();
        (!entries.is_empty()).then_some(Block::Rows(entries))
    }

    /// Its dates: all of them if they are few, else the first and the last; and how a meeting stands, if it is not held.
    pub(super) fn when(&self, row: &RecordRow) -> String {
        let dates = row.when();
        let mut when = match dates.as_slice() {
            [first, _, .., last] => format!("{first} … {last}"),
            few => few.join(", "),
        };
        if let Some(state) = row.state.filter(|state| *state != EventState::Held) {
            let comma = if when.is_empty() { "" } else { ", " };
            when += &format!("{comma}{}", state.label(&self.lang));
        }
        when
    }

    /// The values of a field, with how they are known where no source states them.
    fn asked(&self, row: &RecordRow, name: &str) -> Words {
        let (Some(node), Some(field)) = (row.record.get(name), row.record.of.field(name)) else {
            return Words::default();
        };
        let mut bases: Vec<String> =
            citations(&row.record, name).into_iter().filter_map(|cite| self.basis(cite)).collect();
        bases.dedup();
        let basis =
            if bases.is_empty() { String::new() } else { format!("({})", bases.join(", ")) };
        let words = match field.shape.class() {
            _ if name == "ordinal" => numbered(row).into(),
            Class::Word | Class::Quantity | Class::Money => self.value(field, node),
            Class::Struct if node.items().any(|item| item.as_struct().is_some()) => {
                self.parts(node)
            }
            // Names would fill the table; ids and notations are what the query asked for.
            _ => plain(node, &self.lang).into(),
        };
        words.and(basis.into())
    }

    /// Parts in a cell: sums as people read them, ids as they are.
    fn parts(&self, node: &Node<'_>) -> Words {
        let mut words = Words::default();
        for part in node.items().filter_map(Node::as_struct) {
            words.add(Tone::Plain, if words.is_empty() { "" } else { "; " });
            let mut between = "";
            // What a figure is of stands in words beside it, where there are any.
            let figure = |name: &str| name == "figure" && part.get("what").is_some();
            let told = part.iter().filter(|(field, node)| self.is_told(part, field, node));
            for (field, node) in told.filter(|(field, _)| !figure(field.name)) {
                let value = match (self.in_words(field, node), field.shape.class()) {
                    (Some(told), _) => told.into(),
                    (_, Class::Word | Class::Quantity | Class::Money) => self.value(field, node),
                    _ => plain(node, &self.lang).into(),
                };
                if !value.is_empty() {
                    words.add(Tone::Plain, between);
                    value.iter().for_each(|(tone, text)| words.add(tone, text));
                    between = if field.name == "what" { ": " } else { " " };
                }
            }
        }
        words
    }

    /// The numbers of the sources of a row: `[1–3, 7]`.
    pub(super) fn numbers(&self, row: &RecordRow) -> String {
        let numbers = row.sources().into_iter().filter_map(|id| self.answer.source_number(id));
        let mut numbers: Vec<usize> = numbers.collect();
        numbers.sort_unstable();
        let runs = numbers.chunk_by(|a, b| a + 1 == *b).map(|run| match run {
            [first, _, .., last] => format!("{first}–{last}"),
            few => few.iter().map(usize::to_string).collect::<Vec<_>>().join(", "),
        });
        let runs: Vec<_> = runs.collect();
        if runs.is_empty() { String::new() } else { format!("[{}]", runs.join(", ")) }
    }
}
