//! The engine of queries against a reading of every record, over the hard cases: random queries, random views.
#![cfg(feature = "folder")]

mod pool;

use std::collections::{BTreeMap, BTreeSet};

use partnership_core::View;
use partnership_core::query::{Atom, Expr, Limits, Plan, Query, naive_rows, rows};
use partnership_core::value::{Day, Truth};
use partnership_core::view::Verdict;
use pool::{Pool, dataset, day, filter, leaves, query, records, term};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// How many queries a test asks; `PARTNERSHIP_QUERIES=10000` asks more.
fn cases(of_ten_thousand: u32) -> u32 {
    let total = std::env::var("PARTNERSHIP_QUERIES").ok().and_then(|text| text.parse().ok());
    total.unwrap_or(250_u32).saturating_mul(of_ten_thousand) / 10_000
}

/// Runs a property on random values; a failure is shrunk. The same values on every run, so that a pass is a pass.
fn check<S: Strategy>(
    cases: u32,
    strategy: S,
    property: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let config =
        Config { cases, failure_persistence: None, max_shrink_iters: 400, ..Config::default() };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    if let Err(error) = runner.run(&strategy, property) {
        panic!("{error}");
    }
}

fn view(on: Option<Day>, known_on: Option<Day>) -> View<'static> {
    dataset().view().on(on).known_on(known_on)
}

fn plan(text: &str) -> Result<Plan, TestCaseError> {
    Plan::parse(text, dataset()).map_err(|error| TestCaseError::reject(error.message))
}

type Rows = Vec<(u32, Verdict)>;

/// Ids and truths, for a person to read.
fn told(rows: &Rows) -> Vec<String> {
    let ids: Vec<&str> = dataset().ids().collect();
    rows.iter()
        .map(|(number, verdict)| {
            format!(
                "{} {} {:?}",
                ids[*number as usize],
                verdict.truth,
                verdict.reasons().collect::<Vec<_>>()
            )
        })
        .collect()
}

#[test]
fn the_index_gives_what_a_reading_of_every_record_gives() {
    let asked = std::cell::Cell::new(0_usize);
    let found = std::cell::Cell::new(0_usize);
    let start = std::time::Instant::now();
    check(cases(10_000), (query(), day(), day()), |(text, on, known_on)| {
        let view = view(on, known_on);
        let plan = plan(&text)?;
        let rows = rows(&view, &plan);
        prop_assert_eq!(
            told(&rows),
            told(&naive_rows(&view, &plan)),
            "{} on {:?} known on {:?}",
            text,
            on,
            known_on
        );
        asked.set(asked.get() + 1);
        found.set(found.get() + usize::from(!rows.is_empty()));
        Ok(())
    });
    println!("{} random queries, {} with rows, {:?}", asked.get(), found.get(), start.elapsed());
    assert!(found.get() * 4 > asked.get(), "most queries ask for nothing that there is");
}

#[test]
fn a_query_its_canonical_text_and_the_builder_ask_the_same() {
    let pool = Pool::get();
    check(cases(1_000), query(), |text| {
        let canonical = text
            .parse::<Query>()
            .map_err(|error| TestCaseError::reject(error.to_string()))?
            .to_string();
        let view = view(None, None);
        prop_assert_eq!(
            told(&rows(&view, &plan(&text)?)),
            told(&rows(&view, &plan(&canonical)?)),
            "{} is {}",
            text,
            canonical
        );
        Ok(())
    });
    let field =
        || select(pool.fields.clone()).prop_flat_map(|(name, values)| (Just(name), select(values)));
    check(
        cases(1_000),
        (field(), field(), select(pool.words.clone())),
        |((a, x), (b, y), word)| {
            // The builder takes values as they are, the text has them in quotes.
            let bare =
                |value: &str| value.trim_matches('"').replace("\\\"", "\"").replace("\\\\", "\\");
            let view = view(None, None);
            let built = view.projects().filter(&a, bare(&x)).without(&b, bare(&y)).words(&word);
            let text = built.query().expect("it is within the limits").to_string();
            let typed: Vec<String> = built.iter().map(|row| row.id.to_string()).collect();
            match view.query(&text) {
                Ok(answer) => prop_assert_eq!(
                    typed,
                    answer.rows().iter().map(|row| row.id().to_owned()).collect::<Vec<_>>(),
                    "{}",
                    text
                ),
                Err(error) => prop_assert!(typed.is_empty(), "{} is refused: {}", text, error),
            }
            Ok(())
        },
    );
    let view = view(None, None);
    let same = |built: Vec<String>, text: &str| {
        let answer = view.query(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(
            built,
            answer.rows().iter().map(|row| row.id().to_owned()).collect::<Vec<_>>(),
            "{text}"
        );
        assert!(!built.is_empty(), "{text} has no rows");
    };
    let ids = |rows: &mut dyn Iterator<Item = String>| rows.collect::<Vec<_>>();
    same(
        ids(&mut view
            .projects()
            .funder(id_of::<partnership_core::model::BodyId>("akcf"))
            .iter()
            .map(|row| row.id.to_string())),
        "kind:project funder:akcf",
    );
    same(
        ids(&mut view
            .events()
            .forum(id_of::<partnership_core::model::PartyId>("asean-rok-summit"))
            .iter()
            .map(|row| row.id.to_string())),
        "kind:event forum:asean-rok-summit",
    );
    same(
        ids(&mut view
            .events()
            .dated("2019..2024".parse::<partnership_core::value::DateRange>().expect("a range"))
            .iter()
            .map(|row| row.id.to_string())),
        "kind:event date:2019..2024",
    );
    same(
        ids(&mut view
            .parties()
            .linking(id_of::<partnership_core::model::RecordId>("asean"))
            .iter()
            .map(|row| row.id.to_string())),
        "kind:party links:asean",
    );
    same(ids(&mut view.claims().iter().map(|row| row.id.to_string())), "kind:claim");
}

fn id_of<T: std::str::FromStr<Err = partnership_core::ParseError>>(text: &str) -> T {
    text.parse().expect("an id")
}

/// The latest day that the dataset names, and one after it.
fn latest() -> Day {
    *Pool::get().days.iter().max().expect("there are days")
}

#[test]
fn a_view_without_days_hides_nothing_and_one_of_the_latest_day_hides_nothing_either() {
    let open = view(None, None);
    let all = plan("").expect("everything");
    assert!(rows(&open, &all).iter().map(|(number, _)| *number).eq(0..dataset().len() as u32));
    assert!(rows(&open, &all).iter().all(|(_, verdict)| *verdict == Verdict::YES));
    for row in open.query("").expect("everything").rows() {
        let row = row.as_record().expect("a record");
        let typed = serde_json::to_value(&row.record).expect("JSON");
        let record = dataset().record(row.id()).expect("it is there");
        macro_rules! held { ($($kind:ident)*) => { match record { $(partnership_core::model::Record::$kind(record) => serde_json::to_value(&record),)* _ => panic!("a new kind") } } }
        let held = held!(Partnership Concept Source Party Person Instrument Commitment Assessment Project Fund Event Series Claim);
        assert_eq!(typed, held.expect("JSON"), "{} is not whole", row.id());
        assert!(row.maybe.is_empty(), "{} has a maybe", row.id());
    }
    let late = view(None, Some(latest()));
    check(cases(1_000), query(), |text| {
        let plan = plan(&text)?;
        prop_assert_eq!(told(&rows(&open, &plan)), told(&rows(&late, &plan)), "{}", text);
        Ok(())
    });
}

#[test]
fn what_is_known_stays_known() {
    // A later source may show that a value is wrong: those of records with such values are left out.
    let doubted: BTreeSet<String> = records()
        .into_iter()
        .filter(|(_, record)| {
            let mut doubted = false;
            leaves(record, "", &mut |path, text| {
                doubted |= path.ends_with("alternative.rank") && text == "deprecated"
            });
            doubted
        })
        .map(|(_, record)| record.leaf("id").expect("an id").to_owned())
        .collect();
    let ids: Vec<&str> = dataset().ids().collect();
    let moving = ["inforce", "state", "alternative.rank", "standing"];
    let steady =
        Pool::get().fields.iter().filter(|(name, _)| !moving.contains(&name.as_str())).map(
            |(name, values)| {
                (
                    name.clone(),
                    values
                        .iter()
                        .filter(|value| value.as_str() != "not-collected")
                        .cloned()
                        .collect::<Vec<_>>(),
                )
            },
        );
    let term = prop_oneof![1 => Just(String::new()), 3 => select(steady.collect::<Vec<_>>()).prop_flat_map(filter)];
    let days = (select(Pool::get().days.clone()), select(Pool::get().days.clone()));
    check(cases(3_000), (term, days), |(text, (a, b))| {
        let (early, late) = (a.min(b), a.max(b));
        let plan = plan(&text)?;
        let then: BTreeMap<_, _> = rows(&view(None, Some(late)), &plan).into_iter().collect();
        for (number, verdict) in rows(&view(None, Some(early)), &plan) {
            let id = ids[number as usize];
            let stays =
                verdict.truth != Truth::Yes || then.contains_key(&number) || doubted.contains(id);
            prop_assert!(
                stays,
                "{} is sure for `{}` as known on {}, and not there on {}",
                id,
                text,
                early,
                late
            );
        }
        Ok(())
    });
}

#[test]
fn what_may_be_so_may_not_be_so() {
    check(cases(2_000), (term(), day(), day()), |(text, on, known_on)| {
        let view = view(on, known_on);
        let (is, is_not) = (plan(&text)?, plan(&format!("-({text})"))?);
        let whole: BTreeMap<_, _> = rows(&view, &plan("")?).into_iter().collect();
        let (is, is_not): (BTreeMap<_, _>, BTreeMap<_, _>) =
            (rows(&view, &is).into_iter().collect(), rows(&view, &is_not).into_iter().collect());
        for (number, held) in whole {
            let truth = |of: &BTreeMap<u32, Verdict>| {
                of.get(&number).map_or(Truth::No, |verdict| verdict.truth)
            };
            let (yes, no) = (truth(&is), truth(&is_not));
            match held.truth {
                Truth::Yes => prop_assert_eq!(no, !yes, "{} for {}", text, number),
                // A record that is only maybe in the view is never surely so, and one of the two at least is left.
                _ => prop_assert!(yes.max(no) == Truth::Maybe, "{} for {}", text, number),
            }
        }
        Ok(())
    });
}

/// How many words and values a query has, and how deep it goes.
fn size(expr: &Expr) -> (usize, usize) {
    let of =
        |terms: &[Expr]| terms.iter().map(size).fold((0, 0), |(n, d), (m, e)| (n + m, d.max(e)));
    let deeper = |(terms, depth): (usize, usize)| (terms, depth + 1);
    match expr {
        Expr::All(terms) | Expr::Any(terms) => deeper(of(terms)),
        Expr::Not(inner, _) => size(inner),
        Expr::Term(term) => match &term.atom {
            Atom::Word(_) => (1, 0),
            Atom::Filter { values, .. } => (values.len(), 0),
            Atom::Part { terms, .. } => deeper(of(terms)),
        },
    }
}

#[test]
fn a_hostile_query_is_refused_or_small() {
    let limits = Limits::default();
    let piece = prop_oneof![
        4 => select(vec!["(", ")", "-", "-(", "((", "))", "OR ", " OR OR ", "\"", "\\", ":", ",", "..", "step:(", "a:(", " ", "a ", "\u{0}", "：", "정", "~", ">="]).prop_map(str::to_owned),
        1 => term(),
    ];
    let longer = (prop::collection::vec(piece, 1..6), 1_usize..900)
        .prop_map(|(pieces, times)| pieces.concat().repeat(times));
    let read = std::cell::Cell::new(0);
    check(10_000, longer, |mut text| {
        let mut end = text.len().min(5_000);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        match text.parse::<Query>() {
            Ok(query) => {
                let (terms, depth) = query.root().map_or((0, 0), size);
                prop_assert!(
                    text.len() <= limits.bytes
                        && terms <= limits.terms
                        && depth <= 2 * limits.depth,
                    "{} terms, {} deep",
                    terms,
                    depth
                );
                read.set(read.get() + 1);
            }
            Err(error) => {
                let marked = text.get(error.span.clone());
                prop_assert!(marked.is_some(), "{:?} is no span of {}", error.span, text);
            }
        }
        Ok(())
    });
    println!("{} of 10,000 hostile queries can be asked", read.get());
    // What may be asked is at most so many terms: the heaviest of them, in a small stack, in the view that reads most.
    let fields = [
        "date",
        "links",
        "name",
        "summary",
        "step",
        "membership",
        "observation",
        "cite",
        "test",
        "source",
    ];
    let many = |join: &str, term: &dyn Fn(usize) -> String| {
        (0..limits.terms).map(term).collect::<Vec<_>>().join(join)
    };
    let deep = limits.depth - 1;
    let heavy = [
        many(" OR ", &|_| "a".to_owned()),
        many(" ", &|at| format!("-{}:not-found", fields[at % fields.len()])),
        many(" OR ", &|at| format!("{}:not-collected", fields[at % fields.len()])),
        many(" OR ", &|at| format!("{}:unknown", fields[at % fields.len()])),
        format!(
            "step:({})",
            (0..limits.terms - 1).map(|_| "-party:any").collect::<Vec<_>>().join(" ")
        ),
        format!("{}{}{}", "-(a OR ".repeat(deep), "date:any", ")".repeat(deep)),
        format!("date:{}", vec!["1989..2030"; limits.terms].join(",")),
        format!("\"{}\"", "a ".repeat(2_000).trim()),
    ];
    let mut slowest = (std::time::Duration::ZERO, String::new());
    heavy.into_iter().for_each(|text| slowest = slowest.clone().max(timed(text)));
    // And random ones of as many terms as there may be. What they read is bounded: each record once, and no row twice.
    let slowest = std::cell::RefCell::new(slowest);
    let joined = select(vec![" ", " OR ", " -"]);
    check(cases(400), (prop::collection::vec(term(), 20..=40), joined), |(terms, joined)| {
        let mut terms = terms;
        terms.retain(|term| plan(term).is_ok());
        while terms.join(joined).parse::<Query>().is_err() {
            terms.pop();
        }
        slowest.replace_with(|slowest| slowest.clone().max(timed(terms.join(joined))));
        Ok(())
    });
    let (time, text) = slowest.into_inner();
    println!("the slowest takes {time:?}: {}…", text.chars().take(40).collect::<String>());
}

/// How long a query takes in a small stack, in the view that reads most.
fn timed(text: String) -> (std::time::Duration, String) {
    let run = move || {
        let start = std::time::Instant::now();
        let plan = Plan::parse(&text, dataset()).unwrap_or_else(|error| panic!("{text}: {error}"));
        let view = view(Some(latest()), Some(latest()));
        let rows = rows(&view, &plan);
        let time = start.elapsed();
        assert!(rows.windows(2).all(|two| two[0].0 < two[1].0), "{text}");
        assert!(rows.len() <= dataset().len(), "{text}");
        (time, text)
    };
    let small = std::thread::Builder::new().stack_size(256 << 10).spawn(run).expect("a thread");
    small.join().expect("no panic")
}
