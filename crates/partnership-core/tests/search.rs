//! What a query of words finds, and that the index, the naive search and damaged bytes behave.

use std::collections::{BTreeMap, BTreeSet};

use partnership_core::search::{
    Builder, Corrupt, Terms, Weight, WordKind, candidates, fold, highlight, matches, search, words,
};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

const RECORDS: [(Weight, &str); 12] = [
    (Weight::Name, "Korea-ASEAN Digital Innovation Flagship"),
    (Weight::Alias, "KADIF"),
    (Weight::Name, "아세안청소년 프로그램"),
    (Weight::Name, "Network of ASEAN-Korea Think-Tanks"),
    (Weight::Summary, "A programme for Lao PDR’s youth, US$12.4 million over 1,234 days"),
    (Weight::Other, "The U.S. and Côte d’Ivoire; Straße, Łódź, Søren"),
    (Weight::Other, "Trade in goods reached 207.418 billion, said a report on the Flagship"),
    (Weight::Name, "High Performance Computing"),
    (Weight::Summary, "Follows KADIF and high hopes"),
    (Weight::Id, "asean-korea-cooperation-fund"),
    (Weight::Name, "KADIF사업 2024년"),
    (Weight::Other, "코로나19 대응 협력"),
];

fn index(records: &[(Weight, &str)]) -> Vec<u8> {
    let mut builder = Builder::default();
    for (record, (weight, text)) in (0..).zip(records) {
        builder.add(record, *weight, text);
    }
    builder.finish()
}

fn found(bytes: &[u8], query: &str) -> Vec<u32> {
    let terms = Terms::open(bytes).unwrap_or_else(|error| panic!("{error}"));
    search(&terms, query, 20).iter().map(|hit| hit.record).collect()
}

#[test]
fn words_are_found_however_they_are_written() {
    let bytes = index(&RECORDS);
    let cases: [(&str, &[u32]); 34] = [
        ("kadif", &[10, 1, 8]),
        ("ＫＡＤＩＦ", &[10, 1, 8]),
        ("kadfi", &[10, 1, 8]),
        ("jadif", &[10, 1, 8]),
        ("programe", &[4]),
        ("programmme", &[4]),
        ("청소년", &[2]),
        ("kadif flagship", &[0, 10, 1, 8, 6]),
        ("청소", &[2]),
        ("소년 프로", &[2]),
        ("프로그렘", &[2]),
        ("사업", &[10]),
        ("코로나", &[11]),
        ("think tank", &[3]),
        ("think-tanks", &[3]),
        ("thinktank", &[3]),
        ("cote ivoire", &[5]),
        ("strasse LODZ soren", &[5]),
        ("STRASSE", &[5]),
        ("us", &[4, 5]),
        ("U.S.", &[4, 5]),
        ("pdr", &[4]),
        ("PDR's", &[4]),
        ("12.4", &[4]),
        ("1,234", &[4]),
        ("1234", &[4]),
        ("207.418", &[6]),
        ("207.419", &[]),
        ("\"high performance\"", &[7]),
        ("flagship", &[0, 6]),
        ("korea fund", &[9]),
        ("f korea", &[9, 0, 3]),
        ("zzz", &[]),
        (" -\"’ ", &[]),
    ];
    for (query, expected) in cases {
        assert_eq!(found(&bytes, query), expected, "{query}");
    }
}

/// Each word by the best that it has: itself, a beginning, one typing mistake; and nothing rather than anything.
#[test]
fn a_word_finds_no_other_that_it_cannot_mean() {
    let bytes = index(&[
        (Weight::Alias, "AKCF"),
        (Weight::Alias, "KADIF"),
        (Weight::Other, "3억 달러, 12.4억달러"),
        (Weight::Other, "3월 26일의 12억"),
        (Weight::Name, "youth 2024"),
        (Weight::Name, "사무국"),
        (Weight::Name, "프로그램"),
        (Weight::Other, "3 of 5"),
        (Weight::Name, "한국국제협력단 사무총장"),
    ]);
    let cases: [(&str, &[u32]); 28] = [
        ("akcf", &[0]),
        ("AKFC", &[]),
        ("akfc", &[]),
        ("kadiff", &[1]),
        ("kadi", &[1]),
        ("KADIF", &[1]),
        ("KADIFF", &[]),
        ("ＫＡＤＦＩ", &[]),
        ("KADFI youth", &[4]),
        ("3억", &[2]),
        ("3억 달러", &[2]),
        ("12.4억", &[2]),
        ("12억", &[3]),
        ("5억", &[]),
        ("300억", &[]),
        ("26일", &[3]),
        ("3", &[2, 3, 7]),
        ("달러", &[2]),
        ("3 zzzzz", &[]),
        ("2024 zzzzz", &[]),
        ("y zzzzz", &[]),
        ("youth zzzzz", &[4]),
        ("youth 2031", &[4]),
        ("사무총", &[8]),
        ("사무극", &[5]),
        ("사무소", &[]),
        ("국제협력", &[8]),
        ("국협", &[]),
    ];
    for (query, expected) in cases {
        assert_eq!(found(&bytes, query), expected, "{query}");
    }
}

#[test]
fn better_places_and_better_matches_come_first() {
    let bytes = index(&[
        (Weight::Other, "fund fund fund"),
        (Weight::Name, "funding"),
        (Weight::Name, "fund"),
        (Weight::Alias, "fund"),
        (Weight::Other, "fund"),
        (Weight::Id, "fund"),
        (Weight::Summary, "fund"),
        (Weight::Other, "funding"),
    ]);
    assert_eq!(found(&bytes, "fund"), [5, 2, 3, 1, 6, 0, 4, 7]);
    assert_eq!(search(&Terms::open(&bytes).unwrap(), "fund", 3).len(), 3);
    assert!(search(&Terms::open(&bytes).unwrap(), "fund", 0).is_empty());

    // Where no record has all words, those with more come first, however common the words are.
    let bytes = index(&[
        (Weight::Id, "rare"),
        (Weight::Other, "trade goods"),
        (Weight::Other, "trade"),
        (Weight::Other, "trade services"),
    ]);
    assert_eq!(found(&bytes, "rare trade goods"), [1, 0, 2, 3]);
}

#[test]
fn a_text_falls_into_words() {
    let text = "Lao PDR’s think-tank, state-of-the-art; 2019-2024, C-02: 1,234,567.89 of 12,34 (1.1.1) e.g. v1.2 ㈜ＡＢ½";
    let shown: Vec<String> = words(text)
        .into_iter()
        .map(|word| format!("{} {:?} {}", word.text, word.kind, &text[word.at]))
        .filter(|line| !["of", "the"].iter().any(|short| line.starts_with(&format!("{short} "))))
        .collect();
    insta::assert_snapshot!(shown.join("\n"), @"
    lao Plain Lao
    pdr Plain PDR
    think Plain think
    tank Plain tank
    thinktank Joined think-tank
    state Plain state
    art Plain art
    2019 Plain 2019
    2024 Plain 2024
    c Plain C
    02 Plain 02
    c02 Joined C-02
    1234567.89 Plain 1,234,567.89
    12 Plain 12
    34 Plain 34
    1.1.1 Plain 1.1.1
    eg Plain e.g
    v1 Plain v1
    2 Plain 2
    주 Plain ㈜
    ab1 Plain ＡＢ½
    2 Plain ½
    ");
    let hangul: Vec<String> = words("한-아세안 AI청소년 KADIF는 12.4억")
        .iter()
        .map(|word| format!("{} {:?}", word.text, word.kind))
        .collect();
    insta::assert_snapshot!(hangul.join(", "), @"한 Plain, 아세안 Plain, 아세 Pair, 세안 Pair, 한아세안 Joined, ai Plain, 청소년 Plain, 청소 Pair, 소년 Pair, kadif Plain, 는 Plain, 12.4 Plain, 억 Plain, 12.4억 Counted");
}

#[test]
fn what_was_found_is_shown() {
    let cases = [
        ("The KADIF project", "kadfi"),
        ("아세안청소년 청소년의 청소기", "청소년"),
        ("Lao PDR’s Think-Tank, thinking", "thinktank pdr"),
        ("ＫＡＤＩＦ! Cafe\u{301}s at Łódź", "kadif cafes lodz"),
        ("US$1,234.5 million", "1234"),
        ("programmes and programs", "program"),
        ("nothing", "else"),
    ];
    let shown = cases.map(|(text, query)| {
        let mut marked = text.to_owned();
        for range in highlight(text, query).into_iter().rev() {
            marked.insert(range.end, ']');
            marked.insert(range.start, '[');
        }
        marked
    });
    insta::assert_snapshot!(shown.join("\n"), @"
    The [KADIF] project
    아세안[청소년] [청소년의] 청소기
    Lao [PDR]’s [Think-Tank], thinking
    [ＫＡＤＩＦ]! [Cafés] at [Łódź]
    US$[1,234.5] million
    [programmes] and [programs]
    nothing
    ");
}

#[test]
fn the_bytes_do_not_depend_on_the_order_of_adding() {
    let texts = [
        (3, Weight::Name, "a fund"),
        (0, Weight::Other, "fund"),
        (3, Weight::Other, "fund fund fund"),
        (9, Weight::Id, "x"),
    ];
    let build = |order: &[usize]| {
        let mut builder = Builder::default();
        order.iter().for_each(|&at| builder.add(texts[at].0, texts[at].1, texts[at].2));
        builder.finish()
    };
    let bytes = build(&[0, 1, 2, 3]);
    assert_eq!(bytes, build(&[2, 3, 1, 0]));
    let terms = Terms::open(&bytes).unwrap();
    let fund: Vec<_> = terms
        .exact("fund")
        .iter()
        .map(|posting| (posting.record, posting.weight, posting.count))
        .collect();
    assert_eq!(fund, [(0, Weight::Other, 1), (3, Weight::Name, 3)]);
    assert_eq!(terms.records(), 3);
}

#[test]
fn an_empty_index_finds_nothing_and_no_bytes_are_no_index() {
    let bytes = Builder::default().finish();
    assert!(found(&bytes, "a").is_empty());
    assert!(candidates(&Terms::open(&bytes).unwrap(), "ab").is_empty());
    assert_eq!(Terms::open(&[]).unwrap_err(), Corrupt);
    insta::assert_snapshot!(Corrupt, @"the index of terms is damaged");
}

#[test]
fn hostile_texts_fit_a_small_stack() {
    let hostile = [
        "-",
        "a-",
        "1,234",
        "1.",
        "a.",
        "가",
        "ᄀ",
        "e\u{301}",
        "\u{301}",
        "’s",
        "a ",
        "\"(",
        "청소년 ",
    ];
    let run = move || {
        for text in hostile.map(|part| part.repeat(0x1_0000 / part.len())) {
            let bytes = index(&[(Weight::Name, &text), (Weight::Other, "kadif 청소년")]);
            let terms = Terms::open(&bytes).unwrap();
            assert_eq!(candidates(&terms, &text).contains(&0), matches(&text, &text));
            search(&terms, &text, 10);
            highlight(&text, &text);
        }
    };
    std::thread::Builder::new().stack_size(0x4_0000).spawn(run).unwrap().join().unwrap();
}

/// Texts in which words meet each other often.
fn text() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "kadif",
        "Kad",
        "ＫＡＤＩＦ",
        "think",
        "thinking",
        "tank",
        "-",
        "-",
        " ",
        " ",
        " ",
        "\n",
        ".",
        ",",
        "’s",
        "U.S.",
        "a",
        "12",
        "12.4",
        "1,234",
        "234",
        "아세안",
        "청소년",
        "소년",
        "청소",
        "년",
        "청소",
        "ß",
        "e\u{301}",
        "\u{301}",
        "㈜",
        "é",
        "İ",
        "\u{ad}",
    ]);
    let known = prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat());
    prop_oneof![4 => known, 1 => any::<String>()]
}

fn built(records: &[Vec<String>]) -> Vec<u8> {
    let mut builder = Builder::default();
    for (record, texts) in (0..).zip(records) {
        texts.iter().for_each(|text| builder.add(record * 3, Weight::Other, text));
    }
    builder.finish()
}

proptest! {
    #[test]
    fn the_index_agrees_with_the_naive_search(
        records in prop::collection::vec(prop::collection::vec(text(), 0..3), 0..20),
        query in text(),
    ) {
        let bytes = built(&records);
        let terms = Terms::open(&bytes).unwrap();
        let naive: Vec<u32> = (0..).zip(&records).filter(|(_, texts)| matches(&texts.join("\n"), &query)).map(|(at, _)| at * 3).collect();
        prop_assert_eq!(&candidates(&terms, &query), &naive);
        // A ranked search finds no record twice, in order, and none that has nothing of the query but mistyped words.
        let hits = search(&terms, &query, 100);
        prop_assert!(hits.windows(2).all(|two| (two[1].score, two[0].record) < (two[0].score, two[1].record) || two[1].score < two[0].score));
        prop_assert_eq!(hits.iter().map(|hit| hit.record).collect::<BTreeSet<_>>().len(), hits.len());
        prop_assert_eq!(&search(&terms, &query, 3)[..], &hits[..hits.len().min(3)]);
        if words(&query).iter().filter(|word| word.kind == WordKind::Plain).count() == 1 {
            prop_assert!(naive.iter().all(|record| hits.iter().any(|hit| hit.record == *record)));
        }
    }

    #[test]
    fn the_terms_are_those_of_the_texts(
        texts in prop::collection::vec("([abc]{1,7}|[가나]{1,4})( ([abc]{1,7}|[가나]{1,4})){0,3}", 1..60),
        word in "[abc]{1,7}|[가나]{1,4}",
    ) {
        let records: Vec<Vec<String>> = texts.iter().map(|text| vec![text.clone()]).collect();
        let bytes = built(&records);
        let terms = Terms::open(&bytes).unwrap();
        let mut known: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
        for (record, text) in (0..).zip(&texts) {
            for word in text.split(' ') {
                known.entry(word.to_owned()).or_default().insert(record * 3);
            }
        }
        for (term, records) in &known {
            prop_assert_eq!(&terms.exact(term).iter().map(|posting| posting.record).collect::<BTreeSet<_>>(), records);
        }
        let prefixed: Vec<&String> = known.keys().filter(|term| term.starts_with(&word)).take(5).collect();
        let found = terms.prefix(&word, 5);
        prop_assert_eq!(found.iter().map(|found| &found.term).collect::<Vec<_>>(), prefixed);

        let least = if word.chars().all(|letter| !letter.is_ascii()) { 3 } else { 5 };
        let letters = |word: &str| word.nfd().collect::<String>();
        let near = known.keys().filter(|term| word.chars().count() >= least && strsim::osa_distance(&letters(term), &letters(&word)) <= 1);
        let (same, other): (Vec<&String>, Vec<&String>) = near.partition(|term| term.chars().next() == word.chars().next());
        let found = terms.near(&word);
        prop_assert_eq!(found.iter().map(|found| &found.term).collect::<Vec<_>>(), if same.is_empty() { other } else { same });
    }

    #[test]
    fn damaged_bytes_do_no_harm(
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        end in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = index(&RECORDS);
        flips.iter().for_each(|(at, with)| bytes[at.index(RECORDS.len() * 20)] ^= with);
        if let Some(end) = end {
            bytes.truncate(end.index(bytes.len()));
        }
        if let Ok(terms) = Terms::open(&bytes) {
            for word in ["kadif", "k", "as", "청소년", "programe", "1234", "zebra"] {
                let read = terms.exact(word).len() + terms.prefix(word, 9).len() + terms.near(word).len() + candidates(&terms, word).len();
                prop_assert!(read <= 4 * bytes.len() * bytes.len());
                prop_assert!(search(&terms, word, 7).len() <= 7);
            }
        }
    }

    #[test]
    fn any_bytes_do_no_harm(mut bytes in prop::collection::vec(any::<u8>(), 9..200), blocks in 0..20u8) {
        bytes[0] = 1;
        bytes[5..9].copy_from_slice(&[blocks, 0, 0, 0]);
        if let Ok(terms) = Terms::open(&bytes) {
            terms.near("kadif");
            search(&terms, "kadif a청 청소년", 7);
        }
    }

    #[test]
    fn folding_twice_changes_nothing_and_places_are_characters(text in text(), query in text()) {
        let folded = fold(&text);
        prop_assert_eq!(&fold(&folded), &folded);
        for word in words(&text) {
            prop_assert!(!word.text.is_empty() && text.get(word.at).is_some_and(|at| !at.is_empty()));
        }
        let mut end = None;
        for range in highlight(&text, &query) {
            prop_assert!(end < Some(range.start) && range.start < range.end && text.get(range.clone()).is_some());
            end = Some(range.end);
        }
    }
}
