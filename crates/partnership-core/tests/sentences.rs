//! Free sentences: the table that was written by hand before the parser, and what no sentence may do.
#![cfg(feature = "embedded")]

use partnership_core::Dataset;
use partnership_core::answer::{Answer, Row, Sentence, SentenceState};
use partnership_core::claim::ClaimVerdict;
use partnership_core::model::Test;
use partnership_core::sentence::FORMS;
use partnership_core::value::{Day, Quantity};

#[path = "sentences/strict.rs"]
mod strict;

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
        ["4 sentences, 3 with a number, rank or date: 2 read, 1 not read; 1 has nothing to check"]
    );
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
