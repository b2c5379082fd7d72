//! What is refused or bounded, so that nothing that is said is passed over.

use partnership_core::Dataset;
use partnership_core::claim::ClaimVerdict;

use super::row;

/// What a sentence is refused for: each has the words that were not read.
fn refused(sentences: &[(&str, &str)]) {
    let view = Dataset::embedded().view();
    for (sentence, unread) in sentences {
        let answer = view.sentence(sentence);
        let row = row(&answer);
        assert!(row.test.is_none() && row.verdict.is_none(), "{sentence}: {:?}", row.test);
        assert!(
            row.unread.iter().any(|words| words == unread),
            "{sentence}: {:?} {:?}",
            row.unread,
            row.refused
        );
    }
}

/// A sign that could change what is said is told as not read.
#[test]
fn no_sign_is_passed_over() {
    refused(&[
        ("Trade between Korea and ASEAN was US$.2 trillion in 2022", "."),
        ("Korea's trade with ASEAN grew by .5 per cent in 2022", "."),
        ("Trade between Korea and ASEAN was ≥US$187.0 billion in 2023", "≥"),
        ("Trade between Korea and ASEAN was ~US$180 billion in 2023", "~"),
        ("Trade between Korea and ASEAN was <US$187 billion in 2023", "<"),
        ("Trade between Korea and ASEAN was ≠US$187 billion in 2023", "≠"),
        ("Trade between Korea and ASEAN was ±US$187 billion in 2023", "±"),
        ("Trade between Korea and ASEAN was US$−187 billion in 2023", "−187"),
        ("Trade between Korea and ASEAN was US$-187 billion in 2023", "-187"),
        ("Trade between Korea and ASEAN was US$187½ billion in 2023", "½"),
        ("Trade between Korea and ASEAN was US$187 billion+ in 2023", "+"),
        ("Trade between Korea and ASEAN was US$18７ billion in 2023", "７"),
        ("Trade between Korea and ASEAN was ¥187 billion in 2023", "¥"),
        ("Korea's trade with ASEAN grew by 5‰ in 2022", "‰"),
    ]);
    let read = "(“Trade between Korea and ASEAN”: *US$187 billion* in 2023.)";
    let read = read.replace("”: *", "” was *");
    assert!(row(&Dataset::embedded().view().sentence(&read)).test.is_some(), "{read}");
}

#[test]
fn a_question_has_no_verdict() {
    let stated = "Trade between ASEAN and Korea grew 23-fold from 1989 to 2023";
    let view = Dataset::embedded().view();
    for asked in [format!("{stated}?"), format!("“{stated}?”"), format!("{stated} ?!")] {
        for answer in [view.sentence(&asked), view.sentences(&asked)] {
            let row = row(&answer);
            assert_eq!((row.verdict, row.unread.as_slice()), (None, &["?".to_owned()][..]));
            let nearest = row.nearest.as_deref().unwrap_or_default();
            assert_eq!(nearest.trim_start_matches('“'), stated);
        }
    }
    refused(&[("Is Timor-Leste a member of ASEAN?", "?")]);
}

/// What rose by less than 30 per cent did rise; what fell did not.
#[test]
fn a_verb_of_direction_bounds_the_other_end() {
    let told = [
        (
            "Korea's trade with ASEAN fell by less than 20 per cent in 2022",
            "(0, 20)",
            "contradicted",
        ),
        ("Korea's trade with ASEAN grew by up to 20 per cent in 2023", "(0, 20]", "contradicted"),
        ("Korea's trade with ASEAN grew by up to 20 per cent in 2022", "(0, 20]", "supported"),
        ("Korea's trade with ASEAN fell by less than 20 per cent in 2023", "(0, 20)", "supported"),
        (
            "Korea's trade with ASEAN fell by less than US$40 billion in 2022",
            "(0, 40000000000)",
            "contradicted",
        ),
        (
            "Korea's trade with ASEAN grew less than 3-fold from 2022 to 2023",
            "(1, 3)",
            "contradicted",
        ),
        (
            "ASEAN's share of Korea's trade fell by less than 3 percentage points in 2023",
            "(0, 3)",
            "contradicted",
        ),
        (
            "Korea's trade with ASEAN grew by less than 20 per cent a year from 2022 to 2023",
            "(0, 20)",
            "contradicted",
        ),
    ];
    let view = Dataset::embedded().view();
    for (sentence, allowed, verdict) in told {
        let answer = view.sentence(sentence);
        let row = row(&answer);
        let test = row.test.as_ref().expect(sentence);
        assert_eq!(
            test.allowed().map(|allowed| allowed.to_string()).as_deref(),
            Some(allowed),
            "{sentence}"
        );
        assert_eq!(
            row.verdict.map(|verdict| verdict.to_string()).as_deref(),
            Some(verdict),
            "{sentence}"
        );
    }
}

/// The sentence that is offered for one that is refused.
fn offered(sentences: &[(&str, &str)]) {
    let view = Dataset::embedded().view();
    for (sentence, nearest) in sentences {
        let answer = view.sentence(sentence);
        let row = row(&answer);
        assert!(row.test.is_none() && row.verdict.is_none(), "{sentence}: {:?}", row.test);
        assert_eq!(row.nearest.as_deref(), Some(*nearest), "{sentence}: {:?}", row.refused);
    }
}

#[test]
fn some_who_visit_are_not_all() {
    refused(&[
        ("10 million Korean students visited ASEAN in 2019", "students"),
        ("10 million Korean tourists visited ASEAN in 2019", "tourists"),
        ("600,000 ASEAN workers lived in Korea in 2018", "workers"),
        ("600,000 ASEAN visitors lived in Korea in 2018", "visitors"),
    ]);
    offered(&[(
        "10 million Korean tourists visited ASEAN in 2019",
        "10 million Korean nationals visited ASEAN in 2019",
    )]);
    let view = Dataset::embedded().view();
    for who in ["Korean nationals", "Korean visitors", "Korean people", "Koreans"] {
        let answer = view.sentence(&format!("At least 10 million {who} visited ASEAN in 2019"));
        assert!(row(&answer).test.is_some(), "{who}");
    }
    let students = view.sentence("10,000 ASEAN students studied in Korea in 2018");
    assert!(row(&students).test.is_some());
}

#[test]
fn a_level_or_record_is_of_one_year() {
    offered(&[
        (
            "Korea's trade with ASEAN reached a record from 2013 to 2018",
            "Korea's trade with ASEAN reached a record in YEAR",
        ),
        (
            "Korea's trade with ASEAN reached a record over the 35 years since 1989.",
            "Korea's trade with ASEAN reached a record in YEAR",
        ),
        (
            "Korea's trade with ASEAN was US$160 billion from 2013 to 2018",
            "Korea's trade with ASEAN was US$160 billion in YEAR",
        ),
        (
            "ASEAN was Korea's second-largest trading partner from 2013 to 2018",
            "ASEAN was Korea's second-largest trading partner in YEAR",
        ),
        (
            "ASEAN accounted for 14 per cent of Korea's trade in 2013–2018",
            "ASEAN accounted for 14 per cent of Korea's trade in YEAR",
        ),
        (
            "Korea's trade with ASEAN exceeded US$200 billion by 2023",
            "Korea's trade with ASEAN exceeded US$200 billion in 2023",
        ),
        (
            "Korea's trade with ASEAN has crossed US$200 billion",
            "Korea's trade with ASEAN has crossed US$200 billion in YEAR",
        ),
    ]);
}

#[test]
fn a_sentence_has_one_reporter_and_one_time() {
    refused(&[
        (
            "According to Korean customs, according to ASEANstats, trade between Korea and ASEAN was US$187 billion in 2023",
            "according to ASEANstats",
        ),
        ("In 2022, in 2023, trade between Korea and ASEAN was US$187 billion", "in 2023"),
    ]);
}

#[test]
fn a_place_is_told_by_its_number() {
    let view = Dataset::embedded().view();
    for place in ["No. 2", "No.2", "number two", "2nd-largest", "second-largest"] {
        let answer = view.sentence(&format!("ASEAN was Korea's {place} trading partner in 2023"));
        let row = row(&answer);
        assert_eq!(row.verdict, Some(ClaimVerdict::Supported), "{place}: {:?}", row.refused);
    }
    refused(&[
        ("ASEAN was Korea's 2th-largest trading partner in 2023", "th"),
        ("RCEP was signed on 15st November 2020", "st November"),
    ]);
}
