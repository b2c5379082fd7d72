//! The language of queries: what is read, how it is printed, what is refused and where.

use insta::assert_snapshot;
use partnership_core::query::{Atom, Expr, Limits, Query, Term, Value, Word};
use proptest::prelude::*;

/// `text` → its canonical form, which must parse to an equal tree and print the same again.
fn canonical(text: &str) -> String {
    let read = |text: &str| text.parse::<Query>().unwrap_or_else(|error| panic!("{text}: {error}"));
    let query = read(text);
    let printed = query.to_string();
    let again = read(&printed);
    assert_eq!(again, query, "{text}");
    assert_eq!(again.to_string(), printed, "{text}");
    printed
}

#[test]
fn a_query_has_one_canonical_text() {
    let table = [
        // text, canonical text
        ("", ""),
        ("   ", ""),
        ("summit", "summit"),
        ("  ASEAN   summit ", "ASEAN summit"),
        ("정상회의 Việt-Nam", "정상회의 Việt-Nam"),
        (r#""high performance" computing"#, r#""high performance" computing"#),
        (r#""say \"so\" \\ no""#, r#""say \"so\" \\ no""#),
        (
            r#"kind:project pillar:B status:implementation funder:akcf "high performance""#,
            r#"kind:project pillar:B status:implementation funder:akcf "high performance""#,
        ),
        ("form:line instrument:poa-2005,poa-2011", "form:line instrument:poa-2005,poa-2011"),
        (
            "member:asean/dialogue-partner pillar:abc:B",
            "member:asean/dialogue-partner pillar:abc:B",
        ),
        (
            "date:2019..2024 due:..2020 span:2023-05/..",
            "date:2019..2024 due:..2020 span:2023-05/..",
        ),
        (r#"budget:>="1e6 USD""#, r#"budget:">=1e6 USD""#),
        (r#"budget:">=1e6 USD""#, r#"budget:">=1e6 USD""#),
        ("ordinal:>5,<=3,~7 value:-1", "ordinal:>5,<=3,~7 value:-1"),
        (r#"name:"Kim, Jae-shin",Suh"#, r#"name:"Kim, Jae-shin",Suh"#),
        ("-kind:source -\"press release\" -draft", "-kind:source -\"press release\" -draft"),
        ("a b OR c d", "a b OR c d"),
        ("(a b) OR (c d)", "a b OR c d"),
        ("a (b OR c) d", "a (b OR c) d"),
        ("(a OR (b OR c))", "a OR b OR c"),
        ("((a)) (b (c d))", "a b c d"),
        ("-(a b) OR -(-c)", "-(a b) OR c"),
        ("-(kind:a OR kind:b)", "-(kind:a OR kind:b)"),
        ("step:(action:signed party:kr date:2015)", "step:(action:signed party:kr date:2015)"),
        (
            "-step:( (action:signed OR -action:adopted) party:kr )",
            "-step:((action:signed OR -action:adopted) party:kr)",
        ),
        ("step:((action:signed OR action:adopted))", "step:(action:signed OR action:adopted)"),
        ("step.action:signed", "step.action:signed"),
        ("30,000 people or so -x-y a\\b '90s", "30,000 people or so -x-y a\\b '90s"),
    ];
    for (text, expected) in table {
        assert_eq!(canonical(text), expected, "{text}");
    }
}

#[test]
fn spans_point_at_the_words_of_the_text() {
    let query: Query = r#"회의 -step:(party:kr,">1")"#.parse().unwrap();
    let at = |span: &std::ops::Range<u32>| &query.text()[span.start as usize..span.end as usize];
    let Some(Expr::All(terms)) = query.root() else { panic!("two terms") };
    let [Expr::Term(word), Expr::Not(part, negated)] = terms.as_slice() else {
        panic!("a word and a negation")
    };
    assert_eq!((at(&word.span), at(negated)), ("회의", r#"-step:(party:kr,">1")"#));
    let Expr::Term(Term { span, atom: Atom::Part { field, terms } }) = &**part else {
        panic!("a part")
    };
    assert_eq!((at(span), at(&field.span)), (r#"step:(party:kr,">1")"#, "step"));
    let [Expr::Term(Term { atom: Atom::Filter { values, .. }, .. })] = terms.as_slice() else {
        panic!("a filter")
    };
    assert_eq!(
        (at(&values[0].span), at(&values[1].span), &*values[1].text),
        ("kr", r#"">1""#, ">1")
    );
}

#[test]
fn a_builder_gives_the_tree_of_the_text() {
    let limits = Limits::default();
    let signed =
        Expr::part("step", [Expr::filter("action", &["signed"]), Expr::filter("party", &["kr"])]);
    let built = Expr::all([
        Expr::all([Expr::word("12:30"), Expr::word("OR")]),
        Expr::any([
            Expr::any([signed, Expr::word("a b")]),
            Expr::filter("budget", &[">=1e6 USD", "any"]),
        ]),
        Expr::any([Expr::word("x").negate().negate()]),
    ]);
    let query = Query::new(built.clone(), &limits).unwrap();
    assert_eq!(query.root(), Some(&built));
    assert_snapshot!(query, @r#"
    "12:30" "OR" (step:(action:signed party:kr) OR "a b" OR budget:">=1e6 USD",any) x
    "#);
    assert_eq!(Query::new(Expr::all([]), &limits).unwrap().root(), None);

    let refused = |expr: Expr| Query::new(expr, &limits).unwrap_err().to_string();
    let deep = (0..300_000).fold(Expr::word("a"), |inner, _| Expr::Not(Box::new(inner), 0..0));
    let faults = [
        refused(Expr::any([])),
        refused(Expr::any([Expr::word("a"), Expr::all([])])),
        refused(Expr::filter("kind", &[])),
        refused(Expr::filter("kind:a OR b", &["c"])),
        refused(Expr::word("a\u{202e}b")),
        refused(deep),
    ];
    assert_snapshot!(faults.join("\n"), @"
    the parentheses are empty
    the parentheses are empty
    `kind:` has no value
    `kind:a OR b` is not a field name; expected lower-case words, such as `kind` or `step.action`
    U+202E is a control character; expected printed text
    parentheses stand too deep inside one another; expected at most 48
    ");
}

/// The text, carets under its span, the code and the words of the error.
fn fault(text: &str) -> String {
    fault_within(text, &Limits::default())
}

fn fault_within(text: &str, limits: &Limits) -> String {
    let error = Query::parse(text, limits).expect_err("a fault");
    let columns = |part: &str| {
        part.chars().map(|c| if ('\u{2e80}'..'\u{fff0}').contains(&c) { 2 } else { 1 }).sum()
    };
    let carets = "^".repeat(columns(&text[error.span.clone()]));
    let indent = " ".repeat(columns(&text[..error.span.start]));
    let help = error.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
    format!("{text}\n{indent}{carets}\n{}: {error}{help}", error.kind.code())
}

#[test]
fn limits_are_named() {
    let small = Limits { bytes: 20, terms: 3, depth: 2 };
    assert_snapshot!(fault_within("a long text that is 정상", &small), @"
    a long text that is 정상
                        ^^^^
    P0301: the query has 26 bytes; expected at most 20
    ");
    assert_snapshot!(fault_within("a kind:b,c,d", &small), @"
    a kind:b,c,d
               ^
    P0302: the query has too many words and values; expected at most 3
    ");
    assert_snapshot!(fault_within("((a) step:(b:c (d", &small), @"
    ((a) step:(b:c (d
                   ^
    P0303: parentheses stand too deep inside one another; expected at most 2
    ");
    assert_snapshot!(fault_within("(a (b (c)))", &small), @"
    (a (b (c)))
          ^
    P0303: parentheses stand too deep inside one another; expected at most 2
    ");
    assert_eq!(Query::parse("(a (b)) k:c", &small).unwrap().to_string(), "a b k:c");
}

#[test]
fn quotes_and_parentheses_are_closed() {
    assert_snapshot!(fault(r#"kind:project "high perf"#), @r#"
    kind:project "high perf
                 ^
    P0305: the quote is not closed
    help: add a `"` where the quoted text ends
    "#);
    assert_snapshot!(fault(r#"name:"a\"#), @r#"
    name:"a\
         ^
    P0305: the quote is not closed
    help: add a `"` where the quoted text ends
    "#);
    assert_snapshot!(fault("a (b OR (c d)"), @"
    a (b OR (c d)
      ^
    P0306: the parenthesis is not closed
    help: add a `)` where it ends
    ");
    assert_snapshot!(fault("-step:(action:signed"), @"
    -step:(action:signed
     ^^^^^^
    P0306: the parenthesis is not closed
    help: add a `)` where it ends
    ");
    assert_snapshot!(fault("(a b)) c"), @"
    (a b)) c
         ^
    P0307: `)` closes nothing
    help: remove it, or quote the text that it belongs to
    ");
    assert_snapshot!(fault("a ( ) b"), @"
    a ( ) b
      ^^^
    P0309: the parentheses are empty
    help: write a term between them, or quote them
    ");
    assert_snapshot!(fault("-step:()"), @"
    -step:()
     ^^^^^^^
    P0309: `step:` has no terms
    help: write a term between them, or quote them
    ");
}

#[test]
fn nothing_is_left_out() {
    assert_snapshot!(fault("kind: project"), @"
    kind: project
    ^^^^^
    P0308: `kind:` has no value
    help: write values without spaces, such as `field:a,b`, or in quotes
    ");
    assert_snapshot!(fault("kind:project, fund"), @"
    kind:project, fund
                ^
    P0308: no value follows the comma
    help: write values without spaces, such as `field:a,b`, or in quotes
    ");
    assert_snapshot!(fault("kind:project,,fund"), @"
    kind:project,,fund
                ^
    P0308: no value follows the comma
    help: write values without spaces, such as `field:a,b`, or in quotes
    ");
    assert_snapshot!(fault("budget:>= 5"), @"
    budget:>= 5
    ^^^^^^^^^
    P0308: `budget:>=` has no value
    help: write values without spaces, such as `field:a,b`, or in quotes
    ");
    assert_snapshot!(fault(r#"name:"""#), @r#"
    name:""
         ^^
    P0308: nothing stands between the quotes
    help: remove them, or write a text
    "#);
    assert_snapshot!(fault("ASEAN - Korea"), @"
    ASEAN - Korea
          ^
    P0310: `-` has no term after it
    help: write `-` right before the term that it negates, or quote it
    ");
    assert_snapshot!(fault("--kind project"), @"
    --kind project
    ^
    P0310: `-` has no term after it
    help: write `-` right before the term that it negates, or quote it
    ");
    assert_snapshot!(fault("-OR"), @"
    -OR
    ^
    P0310: `-` has no term after it
    help: to search for the word `OR`, quote it
    ");
    assert_snapshot!(fault("OR b"), @"
    OR b
    ^^
    P0310: `OR` has no term before it
    help: to search for the word `OR`, quote it
    ");
    assert_snapshot!(fault("a (b OR) c"), @"
    a (b OR) c
         ^^
    P0310: `OR` has no term after it
    ");
}

#[test]
fn a_colon_needs_a_field() {
    assert_snapshot!(fault("at 12:30"), @r#"
    at 12:30
       ^^
    P0311: `12` is not a field name; expected lower-case words, such as `kind` or `step.action`
    help: to search for the text, quote it: `"12:30"`
    "#);
    assert_snapshot!(fault("Kind:project"), @r#"
    Kind:project
    ^^^^
    P0311: `Kind` is not a field name; expected lower-case words, such as `kind` or `step.action`
    help: write `kind:`; to search for the text, quote it: `"Kind:project"`
    "#);
    assert_snapshot!(fault("https://asean.org/a?b=c:d"), @r#"
    https://asean.org/a?b=c:d
    ^^^^^^^^^^^^^^^^^^^^^^^^^
    P0311: `https://asean.org/a?b=c:d` is an address, not a field and its value
    help: to search for it, quote it: `"https://asean.org/a?b=c:d"`
    "#);
    assert_snapshot!(fault(":project"), @r#"
    :project
    ^
    P0311: `:` has no field name before it
    help: to search for the text, quote it: `":project"`
    "#);
    assert_snapshot!(fault("step..action:signed"), @r#"
    step..action:signed
    ^^^^^^^^^^^^
    P0311: `step..action` is not a field name; expected lower-case words, such as `kind` or `step.action`
    help: to search for the text, quote it: `"step..action:signed"`
    "#);
    assert_snapshot!(fault("kind:(project OR fund)"), @"
    kind:(project OR fund)
          ^^^^^^^
    P0311: `project` is not a filter; expected `field:value` inside `kind:(…)`
    help: for any of several values of `kind`, write `kind:a,b`
    ");
    assert_snapshot!(fault("step:(action:signed target:(value:1))"), @"
    step:(action:signed target:(value:1))
                        ^^^^^^^^
    P0312: `target:(…)` stands inside `step:(…)`; a part cannot hold another
    ");
    assert_snapshot!(fault(&format!("{}:1", "정".repeat(60))), @r#"
    정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정:1
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    P0311: `정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정…` is not a field name; expected lower-case words, such as `kind` or `step.action`
    help: to search for the text, quote it: `"정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정정…"`
    "#);
}

#[test]
fn characters_are_told_apart() {
    assert_snapshot!(fault("pillar\u{ff1a}B"), @"
    pillar：B
          ^^
    P0313: `：` (U+FF1A) is not read as `:`
    help: write `:` as on an English keyboard, or quote the text
    ");
    assert_snapshot!(fault("한국\u{3000}아세안"), @"
    한국　아세안
        ^^
    P0313: U+3000 is not read as a space
    help: write a space as on an English keyboard, or quote the text
    ");
    assert_snapshot!(fault("kind:a\u{ff0c}b"), @"
    kind:a，b
          ^^
    P0313: `，` (U+FF0C) is not read as `,`
    help: write `,` as on an English keyboard, or quote the text
    ");
    assert_snapshot!(fault("a “high performance”"), @r#"
    a “high performance”
      ^
    P0313: `“` (U+201C) is not read as `"`
    help: write `"` as on an English keyboard, or quote the text
    "#);
    assert_snapshot!(fault("a −b"), @"
    a −b
      ^
    P0313: `−` (U+2212) is not read as `-`
    help: write `-` as on an English keyboard, or quote the text
    ");
    assert_snapshot!(fault("\"한국\u{3000}아세안\" pillar:\"\u{ff1a}\" a(b)"), @r#"
    "한국　아세안" pillar:"：" a(b)
                                ^
    P0313: `(` follows without a space; expected one between two terms
    help: put a space before it, or quote the whole text or value
    "#);
    assert_snapshot!(fault(r#"budget:10"USD""#), @r#"
    budget:10"USD"
             ^
    P0313: `"` follows without a space; expected one between two terms
    help: put a space before it, or quote the whole text or value
    "#);
    assert_snapshot!(fault(r#""a"b"#), @r#"
    "a"b
       ^
    P0313: `b` follows without a space; expected one between two terms
    help: put a space before it, or quote the whole text or value
    "#);
    assert_snapshot!(fault(r#""C:\temp""#), @r#"
    "C:\temp"
       ^^
    P0313: `\t` is not an escape; expected `\"` or `\\`
    help: write a backslash in quotes as `\\`
    "#);
    let invisible = ["a\u{7}b", "a\tb", "\"a\nb\"", "a\u{202e}b"]
        .map(|text| text.parse::<Query>().unwrap_err());
    assert!(invisible.iter().all(|error| error.kind.code() == "P0313" && error.span.start > 0));
    assert_snapshot!(invisible.map(|error| error.to_string()).join("\n"), @"
    U+0007 is a control character; expected printed text
    U+0009 is a control character; expected printed text
    U+000A is a control character; expected printed text
    U+202E is a control character; expected printed text
    ");
}

/// Queries that are all punctuation, filled up to `bytes`.
fn hostile(bytes: usize) -> Vec<String> {
    let patterns = [
        "(",
        ")",
        "-",
        "\"",
        "\\",
        ":",
        ",",
        " ",
        "-(",
        "(-",
        "()",
        ")(",
        "(a ",
        "a OR ",
        "OR ",
        "a:(",
        "(a:(",
        "a:b,",
        "a:b ",
        "a ",
        "\"a\" ",
        "-(a OR -(b ",
        "a:>=",
        "a:\"",
        "\"\\\"",
        "x.",
        "A",
        ":",
        "정",
        "((a) ",
        "a:~\"b\",",
        "-a:(b:c) ",
    ];
    patterns.iter().map(|pattern| pattern.repeat(bytes / pattern.len())).collect()
}

#[test]
fn hostile_queries_end_within_the_limits() {
    let accepted = |bytes, limits: &Limits| {
        let outcomes = hostile(bytes).into_iter().map(|text| (Query::parse(&text, limits), text));
        let (good, bad): (Vec<_>, Vec<_>) = outcomes.partition(|(outcome, _)| outcome.is_ok());
        assert!(bad.iter().all(|(outcome, _)| {
            outcome.as_ref().is_err_and(|error| error.message.len() < 300)
        }));
        good.iter()
            .map(|(_, text)| text.chars().take(4).collect::<String>())
            .collect::<Vec<_>>()
            .join("|")
    };
    // Limits lifted and 256 KiB, where anything quadratic would not end.
    let wide = Limits { bytes: usize::MAX, terms: usize::MAX, depth: usize::MAX };
    assert_snapshot!(accepted(1 << 18, &wide), @r#"
    \\\\|,,,,|    |a:b |a a |"a" |a:>=|x.x.|AAAA|정정정정|-a:(
    "#);
    assert_snapshot!(accepted(4096, &Limits::default()), @r#"
    \\\\|,,,,|    |a:>=|x.x.|AAAA|정정정정
    "#);
    assert_eq!(accepted(4096 + 64, &Limits::default()), "");
}

#[test]
fn the_deepest_query_needs_little_stack() {
    let limits = Limits { bytes: 1 << 20, terms: 1 << 10, depth: usize::MAX };
    let deepest =
        |open: &str| format!("{}c{}", open.repeat(Limits::DEEPEST), ")".repeat(Limits::DEEPEST));
    let work = move || {
        for text in [deepest("a OR b -("), deepest("("), deepest("-("), deepest("a (b OR ")] {
            let query = Query::parse(&text, &limits).unwrap();
            assert_eq!(Query::new(query.root().unwrap().clone(), &limits).unwrap(), query);
            assert_eq!(query.clone(), Query::parse(&query.to_string(), &limits).unwrap());
        }
        assert!(Query::parse(&format!("({})", deepest("(")), &limits).is_err());
    };
    std::thread::Builder::new().stack_size(256 << 10).spawn(work).unwrap().join().unwrap();
}

/// Text with much that has a meaning in the language.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Z0-9가-힣é.'/~<>=_-]{1,6}",
        1 => prop::sample::select(vec!["OR", "-", " ", ":", "(", ")", "\"", "\\", ",", "//", "\u{ff1a}", "\u{3000}", "“", "−", ">=", "~", "any"])
            .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 1..4).prop_map(|pieces| pieces.concat())
}

fn any_filter() -> impl Strategy<Value = Expr> {
    let value = (any_text(), any::<bool>());
    let name = "[a-z_]{1,5}(\\.[a-z_]{1,5})?";
    (name, prop::collection::vec(value, 1..4)).prop_map(|(field, values)| {
        let texts: Vec<&str> = values.iter().map(|(text, _)| text.as_str()).collect();
        let mut expr = Expr::filter(&field, &texts);
        if let Expr::Term(Term { atom: Atom::Filter { values: made, .. }, .. }) = &mut expr {
            made.iter_mut()
                .zip(&values)
                .for_each(|(value, (_, literal)): (&mut Value, _)| value.quoted |= literal);
        }
        expr
    })
}

fn grown(leaf: impl Strategy<Value = Expr> + 'static) -> impl Strategy<Value = Expr> {
    leaf.prop_recursive(5, 24, 4, |inner| {
        let some = prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            some.clone().prop_map(Expr::all),
            some.prop_map(Expr::any),
            inner.prop_map(Expr::negate),
        ]
    })
}

fn any_expr() -> impl Strategy<Value = Expr> {
    let part = ("[a-z]{1,4}", prop::collection::vec(grown(any_filter()), 1..3))
        .prop_map(|(field, terms)| Expr::part(&field, terms));
    let word = any_text().prop_map(|text| Expr::word(&text));
    let phrase = any_text().prop_map(|text| Expr::phrase(&text));
    grown(prop_oneof![3 => word, 1 => phrase, 3 => any_filter(), 1 => part])
}

/// Pieces of the language in any order.
fn any_query_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a", "OR", " OR ", "-", "(", ")", " ", " ", "\"", "\\", ":", ",", "kind:", "kind:a",
        "step:(", ">=", "~", "//", "\u{ff1a}", "\u{3000}", "정상", "x.y:", "1", "\u{0}", "\"q r\"",
        "(a OR b)", "-(", "\u{301}", "😀",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// What holds for every text: no panic, spans on boundaries, a canonical text no longer than the text.
fn is_sound(text: &str, limits: &Limits) {
    match Query::parse(text, limits) {
        Ok(query) => {
            let printed = query.to_string();
            assert!(printed.len() <= text.len());
            assert_eq!(Query::parse(&printed, limits).as_ref(), Ok(&query));
        }
        Err(error) => {
            assert!(!text[error.span.clone()].is_empty(), "{text}");
            assert!(!error.message.contains(char::is_control) && error.message.len() < 300);
        }
    }
}

proptest! {
    #[test]
    fn a_tree_survives_its_text(expr in any_expr()) {
        let limits = Limits { bytes: usize::MAX, terms: usize::MAX, depth: usize::MAX };
        let query = Query::new(expr.clone(), &limits).unwrap();
        prop_assert_eq!(query.root(), Some(&expr));
        prop_assert_eq!(query.text(), query.to_string());
    }

    #[test]
    fn no_text_is_too_strange(text in any_query_text(), noise in "\\PC*", bytes in any::<Vec<u8>>()) {
        let tight = Limits { bytes: 60, terms: 4, depth: 2 };
        for text in [&*text, &*noise, &*String::from_utf8_lossy(&bytes)] {
            is_sound(text, &Limits::default());
            is_sound(text, &tight);
        }
    }
}

#[test]
fn a_word_keeps_its_quotes() {
    let atom = |text: &str| match text.parse::<Query>().unwrap().root() {
        Some(Expr::Term(term)) => term.atom.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(atom("any"), Atom::Word(Word { text: "any".into(), quoted: false }));
    assert_ne!(atom("any"), atom("\"any\""));
    assert_ne!(atom("name:any"), atom("name:\"any\""));
}
