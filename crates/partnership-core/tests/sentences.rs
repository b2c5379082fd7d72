//! Free sentences: the table that was written by hand before the parser, and what no sentence may do.
#![cfg(feature = "embedded")]

use partnership_core::Dataset;
use partnership_core::answer::{Answer, Row, Sentence};
use partnership_core::model::Test;
use partnership_core::value::Quantity;

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
        let is_elsewhere = ["target-met", "recurrence", "funding", "count"].contains(&line.kind)
            || test.fund.is_some();
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
                assert!(row.refused.is_some() && row.reading.is_empty() && row.verdict.is_none());
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
