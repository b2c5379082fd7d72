//! Free sentences: the table that was written by hand before the parser, and what no sentence may do.
#![cfg(feature = "embedded")]

use partnership_core::Dataset;
use partnership_core::answer::{Answer, Row, Sentence, SentenceState};
use partnership_core::claim::ClaimVerdict;
use partnership_core::model::Test;
use partnership_core::sentence::FORMS;
use partnership_core::value::{Day, Quantity};

fn row(answer: &Answer) -> &Sentence {
    match answer.rows() {
        [Row::Sentence(row)] => row,
        other => panic!("one sentence is one row: {other:?}"),
    }
}

/// A line of the table.
struct Line<'t> {
    sentence: &'t str,
    outcome: &'t str,
    kind: &'t str,
    parties: &'t str,
    measure: &'t str,
    years: &'t str,
    number: &'t str,
    reporter: &'t str,
    verdict: &'t str,
    nearest: &'t str,
    differs: &'t str,
}

fn lines() -> Vec<Line<'static>> {
    let lines = include_str!("sentences/forms.tsv").lines();
    let lines = lines.filter(|line| !line.starts_with('#')).skip(1);
    let cells = lines.map(|line| line.split('\t').collect::<Vec<_>>());
    let line = |cells: Vec<&'static str>| Line {
        sentence: cells[0],
        outcome: cells[1],
        kind: cells[2],
        parties: cells[3],
        measure: cells[4],
        years: cells[5],
        number: cells[6],
        reporter: cells[8],
        verdict: cells[9],
        nearest: cells.get(11).copied().unwrap_or_default(),
        differs: cells.get(12).copied().unwrap_or_default(),
    };
    cells.map(line).collect()
}

/// What a test says that the line does not, or the other way round.
fn differs(line: &Line<'_>, test: &Test) -> Option<String> {
    let kind = test.kind.map(|kind| kind.to_string()).unwrap_or_default();
    if line.kind.split(' ').next() != Some(kind.as_str()) {
        return Some(format!("kind {kind}"));
    }
    let told = format!("{test:?}");
    let has = |word: &str| told.contains(&format!("\"{word}\"")) || told.contains(word);
    let parties = line.parties.split([',', '/']).map(str::trim).filter(|party| *party != "–");
    for party in
        parties.filter(|party| line.measure != "visits (both directions)" && !party.is_empty())
    {
        // What a count, target or meeting is of stands in its query or record.
        let is_elsewhere = ["target-met", "recurrence", "count"].contains(&line.kind);
        if !is_elsewhere && !has(party) {
            return Some(format!("no {party} in {told}"));
        }
    }
    let measure = line.measure.split(' ').next().unwrap_or_default();
    let is_measure =
        measure.contains('-') || ["visits", "residents", "oda", "population"].contains(&measure);
    let is_measure = is_measure && line.kind != "target-met";
    if is_measure && !measure.ends_with("-rank") && !measure.ends_with("-share") && !has(measure) {
        let action = test.action.map(|action| action.to_string());
        if action.as_deref() != Some(measure) {
            return Some(format!("no {measure} in {told}"));
        }
    }
    for (word, spans) in [("base ", &test.base), ("end ", &test.end)] {
        let year = line.years.split(word).nth(1).and_then(|rest| rest.get(..4));
        let year = year.filter(|year| year.parse::<u16>().is_ok());
        let found = spans.first().map(ToString::to_string);
        if test.kind.is_some()
            && year.is_some()
            && test.over.is_none()
            && test.years.is_none()
            && year != found.as_deref()
        {
            return Some(format!("{word}{found:?}"));
        }
    }
    let number = line.number.split([' ', ';']).next().unwrap_or_default();
    if let (Ok(wanted), Some(value)) = (number.parse::<Quantity>(), &test.value)
        && wanted.value() != value.value()
    {
        return Some(format!("number {value}"));
    }
    let reporter = test.figure.as_ref().and_then(|figure| figure.reporter.as_ref());
    let named = ["korea-customs-service", "asean-stats", "korea-eximbank"].contains(&line.reporter);
    (named && reporter.map(|id| id.as_str()) != Some(line.reporter)).then(|| "reporter".to_owned())
}

#[test]
fn a_sentence_is_held_against_what_the_day_of_the_view_has() {
    let on = |sentence: &str, day: &str| {
        let view = Dataset::embedded().view().on(day.parse::<Day>().unwrap());
        row(&view.sentence(sentence)).verdict.map(|verdict| verdict.to_string())
    };
    for (sentence, day, verdict) in [
        ("ASEAN has 10 members", "2020-01-01", "supported"),
        ("ASEAN has 11 members", "2020-01-01", "not-in-record"),
        ("ASEAN has 11 members", "2025-12-01", "supported"),
        ("Trade between ASEAN and Korea grew in 2021", "2022-06-01", "supported"),
        ("Trade between ASEAN and Korea grew in 2023", "2022-06-01", "not-in-record"),
    ] {
        assert_eq!(on(sentence, day).as_deref(), Some(verdict), "{sentence} on {day}");
    }
}

#[test]
fn sentences_are_read_and_judged_as_the_table_has_it() {
    let view = Dataset::embedded().view();
    let mut wrong = Vec::new();
    for (at, line) in lines().iter().enumerate() {
        let answer = view.sentence(line.sentence);
        let row = row(&answer);
        let mut fault = |what: String| wrong.push(format!("{} {}: {what}", at + 1, line.sentence));
        match (line.outcome, &row.test) {
            ("reading", Some(test)) => {
                if let Some(difference) = differs(line, test) {
                    fault(difference);
                }
                let verdict = row.verdict.map(|verdict| verdict.to_string()).unwrap_or_default();
                let wanted = line.differs.split(": ").next().filter(|wanted| !wanted.is_empty());
                if verdict.replace('-', " ") != wanted.unwrap_or(line.verdict) {
                    fault(format!(
                        "{verdict}, not {}: {:?} {:?}",
                        line.verdict,
                        row.missing,
                        row.reading.iter().map(|r| (&r.found, r.fit)).collect::<Vec<_>>()
                    ));
                }
            }
            ("reading", None) if line.differs.starts_with("refused") => {}
            ("reading", None) => fault(format!("refused: {:?} {:?}", row.refused, row.nearest)),
            (_, Some(test)) => fault(format!("read as {test:?}")),
            (_, None) => {
                if row.nearest.as_deref().unwrap_or("–") != line.nearest {
                    fault(format!("nearest {:?}; {:?}", row.nearest, row.refused));
                }
                // What is offered as read is read, once nothing is missing in it.
                let is_whole = |text: &&str| {
                    let is_slot = |word: &str| {
                        ["A", "B", "N", "N-fold", "US$N", "YEAR", "FORUM", "A's", "B's"]
                            .contains(&word)
                    };
                    !text.contains(['…', '–'])
                        && text.starts_with(char::is_uppercase)
                        && !text.split(' ').any(is_slot)
                };
                if let Some(nearest) = row.nearest.as_deref().filter(is_whole)
                    && !view
                        .sentence(nearest)
                        .rows()
                        .iter()
                        .all(|row| matches!(row, Row::Sentence(row) if row.test.is_some()))
                {
                    fault(format!("its nearest is not read: {nearest}"));
                }
                assert!(row.refused.is_some() && row.reading.is_empty() && row.verdict.is_none());
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Every form, filled with names of the record, is read; and the page that documents them has each.
#[test]
fn every_form_that_is_documented_is_read() {
    let page = include_str!("../../../docs/sentences.md");
    let view = Dataset::embedded().view();
    let mut refused = Vec::new();
    for form in FORMS {
        assert!(page.contains(&format!("| {} | {} |", form.text, form.means)), "{}", form.text);
        let pairs = [
            ("FORUM", "ASEAN–ROK Summit"),
            ("FUND", "AKCF"),
            ("AMOUNT", "US$150 billion"),
            ("MEASURE", "Trade"),
            ("FIRST", "RCEP"),
            ("SECOND", "the ASEAN Charter"),
            ("RECORD", "RCEP"),
            ("DATE", "15 November 2020"),
            ("by YEAR was", "by 2015 was"),
            ("US$N", "US$3 billion"),
            ("Nth", "third"),
        ];
        let mut text =
            pairs.iter().fold(form.text.to_owned(), |text, (slot, with)| text.replace(slot, with));
        text = text.replacen("YEAR", "2018", 1).replacen("YEAR", "2020", 1);
        let words = text.split(' ').map(|word| {
            let (slot, rest) = word.split_at(word.len().min(1));
            let is_slot = rest.is_empty() || rest == "'s" || rest == "-fold";
            match slot {
                "A" if is_slot => format!("ASEAN{rest}"),
                "B" if is_slot => format!("Korea{rest}"),
                "C" if is_slot => format!("China{rest}"),
                "N" if is_slot => format!("3{rest}"),
                _ => word.to_owned(),
            }
        });
        let text = words.collect::<Vec<_>>().join(" ");
        let answer = view.sentence(&text);
        let row = row(&answer);
        if row.test.is_none() {
            refused.push(format!("{text}: {:?}", row.refused));
        }
    }
    assert!(refused.is_empty(), "{refused:#?}");
}

#[test]
fn a_text_is_told_sentence_by_sentence() {
    let text = "Korea and ASEAN are friends. Trade between ASEAN and Korea grew 23-fold from 1989 to 2023.\n\n\
        Trade exploded in 2022. Timor-Leste was a member of ASEAN in 2024!";
    let answer = Dataset::embedded().view().sentences(text);
    let told = answer.rows().iter().map(|row| match row {
        Row::Sentence(row) => {
            assert_eq!(text[row.start..].find(&row.label), Some(0));
            (row.state, row.verdict)
        }
        other => panic!("no sentence: {other:?}"),
    });
    let expected = [
        (SentenceState::Nothing, None),
        (SentenceState::Read, Some(ClaimVerdict::Supported)),
        (SentenceState::NotRead, None),
        (SentenceState::Read, Some(ClaimVerdict::Contradicted)),
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected);
    assert_eq!(
        answer.notes(),
        ["4 sentences, 3 with a number, rank or date: 2 read, 1 not read; 1 have nothing to check"]
    );
}

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

/// What is kept from one sentence of a text to the next changes no answer.
#[test]
fn a_sentence_of_a_text_has_the_answer_that_it_has_alone() {
    let view = Dataset::embedded().view();
    // Of a text only what has a number, rank or date is tried.
    let has_digit = |line: &Line<'_>| line.sentence.contains(|c: char| c.is_ascii_digit());
    let read = lines().into_iter().filter(|line| line.outcome == "reading" && has_digit(line));
    let sentences: Vec<&str> = read.step_by(8).map(|line| line.sentence).collect();
    let text: Vec<String> = sentences.iter().map(|sentence| format!("{sentence}.\n\n")).collect();
    let twice = text.concat().repeat(2);
    let answer = view.sentences(&twice);
    assert_eq!(answer.rows().len(), 2 * sentences.len());
    let alone: Vec<Answer> = sentences.iter().map(|sentence| view.sentence(sentence)).collect();
    for (alone, of_text) in alone.iter().cycle().zip(answer.rows()) {
        let Row::Sentence(of_text) = of_text else { panic!("no sentence: {of_text:?}") };
        let alone = row(alone);
        let sentence = &alone.label;
        assert_eq!(of_text.verdict, alone.verdict, "{sentence}");
        assert_eq!(of_text.reading, alone.reading, "{sentence}");
        assert_eq!(of_text.since, alone.since, "{sentence}");
        assert_eq!(of_text.missing, alone.missing, "{sentence}");
    }
}

/// Sentences that are made to take long, or to be taken for what they are not.
#[test]
fn hostile_sentences_are_answered_soon() {
    let many = |word: &str, times: usize| word.repeat(times);
    let hostile = [
        many("a", 2_000_000),
        many("the ", 250_000),
        many("Korea's ", 120),
        many("more than ", 90),
        format!("Trade between ASEAN and Korea grew {}-fold since 1989", many("9", 900)),
        format!("Trade between ASEAN and Korea was US${} billion in 2022", many("9", 27)),
        many("ASEAN–ROK Summit ", 50),
        many("-", 900),
        many("1989 ", 190),
        many("'s", 400),
        format!("According to {}", many("the ", 200)),
        "Trade between ASEAN and Korea grew 0-fold since 1989".to_owned(),
        "Trade between ASEAN and Korea grew 23-fold since 9999".to_owned(),
        "Trade between ASEAN and ASEAN grew 2-fold since 2000".to_owned(),
        many("Korea's trade with ASEAN reached a record in 2022 since 1000. ", 600),
        "\u{202e}Trade between ASEAN and Korea\u{0} grew 23-fold since 1989".to_owned(),
        "a\u{301}\u{301}\u{301} ١٩٨٩ ½ ² 23".to_owned(),
    ];
    let view = Dataset::embedded().view();
    for text in &hostile {
        let (one, all) = (view.sentence(text), view.sentences(text));
        assert_eq!(one.rows().len(), 1);
        assert!(all.rows().len() <= 2_000);
    }
}

mod soup {
    use partnership_core::Dataset;
    use proptest::prelude::*;

    /// Words of the grammar and names of the record, in any order.
    const WORDS: [&str; 88] = [
        "Trade",
        "trade",
        "exports",
        "imports",
        "investment",
        "aid",
        "ODA",
        "visits",
        "between",
        "and",
        "ASEAN",
        "Korea",
        "Korean",
        "Viet Nam",
        "the United States",
        "'s",
        "’s",
        "of",
        "with",
        "to",
        "from",
        "in",
        "by",
        "since",
        "over",
        "the",
        "a",
        "is",
        "was",
        "has",
        "become",
        "grew",
        "fell",
        "rose",
        "doubled",
        "halved",
        "23-fold",
        "23",
        "-5",
        "per cent",
        "%",
        "percentage points",
        "a year",
        "share",
        "1989",
        "2022",
        "2023–2024",
        "July",
        "15",
        "US$",
        "$",
        "billion",
        "million",
        "won",
        "more than",
        "nearly",
        "about",
        "at least",
        "up to",
        "second",
        "largest",
        "-largest",
        "trading partner",
        "source of investment",
        "every",
        "attended",
        "hosted",
        "members",
        "belong",
        "ASEAN–ROK Summit",
        "AKCF",
        "pledged",
        "received",
        "target",
        "met",
        "RCEP",
        "was signed",
        "entered into force",
        "before",
        "after",
        "According to",
        "Korean customs",
        ",",
        ".",
        "half",
        "times",
        "that of",
        "for the first time",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn words_in_any_order_never_panic(of in prop::collection::vec(prop::collection::vec(prop::sample::select(&WORDS[..]), 0..24), 20)) {
            let sentences: Vec<String> = of.iter().map(|words| words.join(" ")).collect();
            let answer = Dataset::embedded().view().sentences(&sentences.join("!\n\n"));
            prop_assert!(answer.rows().len() <= 200);
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,400}") {
            let answer = Dataset::embedded().view().sentences(&text);
            prop_assert!(answer.rows().len() <= 400);
        }
    }
}
