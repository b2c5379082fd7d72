//! Another partnership, invented and with schemes of its own: every command answers it, and nothing of the embedded
//! record shows through.

#![cfg(feature = "folder")]

use std::path::Path;

use partnership_core::answer::{Answer, Row, Section};
use partnership_core::{Dataset, Kind, QueryError, View};

/// What only the embedded record has a reason to say, in any of its languages.
const FOREIGN: &[&str] = &["ASEAN", "Korea", "ROK", "아세안", "한국", "한-"];

/// Words of the texts that stand in the dataset, some of them in its second language.
const WORDS: &[&str] = &["bridge", "ponts", "Quill", "timber", "\"Ferry Council\"", "Mill Brigde"];

fn dataset() -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/other");
    Dataset::load(folder).expect("the invented dataset breaks no rule")
}

/// Everything that a surface can print of an answer.
fn printed(answer: &Answer) -> String {
    let (columns, rows) = answer.table("en");
    let cells = rows.into_iter().flatten().map(|cell| cell.text);
    let table: Vec<String> = columns.into_iter().chain(cells).collect();
    format!("{}\n{}\n{}", answer.to_json(), table.join("\t"), answer.release())
}

/// All questions with their answers: each command, over all that the dataset holds.
fn asked(view: &View<'_>) -> Vec<(String, Answer)> {
    let mut all = Vec::new();
    let mut keep = |question: String, answer: Result<Answer, QueryError>| {
        let answer = answer.unwrap_or_else(|error| panic!("`{question}` is refused: {error}"));
        assert!(!answer.rows().is_empty(), "`{question}` finds nothing: {:?}", answer.empty());
        all.push((question, answer));
    };
    for kind in Kind::ALL {
        keep(format!("list kind:{kind}"), view.query(&format!("kind:{kind}")));
        keep(format!("timeline kind:{kind}"), timeline(view, *kind));
    }
    let ids: Vec<&str> = view.dataset().ids().collect();
    for id in &ids {
        keep(format!("show {id}"), view.show(&[id]));
        keep(format!("cite {id}"), view.cite(&[id]));
        keep(format!("list id:{id}"), view.query(&format!("id:{id}")));
    }
    keep("show all".to_owned(), view.show(&ids));
    keep("cite".to_owned(), view.cite(&[]));
    for words in WORDS {
        keep(format!("search {words}"), Ok(view.search(words)));
    }
    keep("timeline".to_owned(), view.timeline(""));
    keep("brief".to_owned(), Ok(view.brief()));
    keep("implements".to_owned(), view.implements(""));
    keep("implements bridge-pact".to_owned(), view.implements("bridge-pact"));
    keep("unserved".to_owned(), view.unserved(""));
    keep("lineage".to_owned(), view.lineage("bridges"));
    all
}

/// What is dated of a kind; where nothing is, of everything.
fn timeline(view: &View<'_>, kind: Kind) -> Result<Answer, QueryError> {
    let answer = view.timeline(&format!("kind:{kind}"))?;
    if answer.rows().is_empty() { view.timeline("") } else { Ok(answer) }
}

#[test]
fn no_answer_knows_a_name_that_the_dataset_does_not_hold() {
    let dataset = dataset();
    let mut count = 0;
    for lang in ["en", "fr", "ko"] {
        let view = dataset.view().lang(lang.parse().expect("a language"));
        for (question, answer) in asked(&view) {
            let text = printed(&answer);
            for foreign in FOREIGN {
                assert!(!text.contains(foreign), "`{question}` in {lang} says `{foreign}`: {text}");
            }
            count += 1;
        }
    }
    assert!(count > 300, "only {count} questions were asked");
}

#[test]
fn its_pillars_go_by_its_own_letters() {
    let dataset = dataset();
    let view = dataset.view();
    let found = |text: &str| -> String {
        let answer = view.query(text).unwrap_or_else(|error| panic!("`{text}`: {error}"));
        answer.rows().iter().map(Row::id).collect::<Vec<_>>().join(" ")
    };
    let mut told = String::new();
    for query in [
        "pillar:R",
        "pillar:W",
        "pillar:F,H",
        "pillar:four-arms:R -kind:instrument",
        "kind:project pillar:R implementer:lakeland",
        "theme:works",
        "measure:timber-trade",
        "member:river-league",
        "post:river-league/speaker",
        "forum:ferry-meetings state:held",
        "id:old-mill-project",
    ] {
        told.push_str(format!("{query} → {}", found(query)).trim_end());
        told.push('\n');
    }
    for query in ["pillar:A", "pillar:economic", "theme:digital", "member:asean"] {
        let error = view.query(query).expect_err("it is a name of another record");
        told.push_str(&format!("{query} → {} {error}\n", error.code));
    }
    insta::assert_snapshot!(told, @"
    pillar:R → bridge-pact pact-art-4 mill-bridge bridge-fund
    pillar:W → bridge-pact
    pillar:F,H →
    pillar:four-arms:R -kind:instrument → pact-art-4 mill-bridge bridge-fund
    kind:project pillar:R implementer:lakeland → mill-bridge
    theme:works → pact-art-4 mill-bridge timber
    measure:timber-trade → timber quill-2030
    member:river-league → northbank southbank
    post:river-league/speaker → ada-quill
    forum:ferry-meetings state:held → ferry-meeting-2029
    id:old-mill-project → mill-bridge
    pillar:A → P0304 `A` is not a pillar; expected `F`, `H`, `R` or `W`
    pillar:economic → P0304 `economic` is not a pillar; expected `F`, `H`, `R` or `W`
    theme:digital → P0304 `digital` is not a theme; expected `bridges` or `works`
    member:asean → P0304 `asean` is not the id of a party in the record
    ");
}

/// A briefing as text: headings, lines, the record and the sources of each.
fn page(view: &View<'_>) -> String {
    let brief = view.brief();
    let mut text = String::new();
    for Section { title, line } in brief.rows().iter().filter_map(|row| match row {
        Row::Section(section) => Some(section),
        _ => None,
    }) {
        text.push_str(&format!("# {title}\n"));
        for line in line {
            let cites = line.cite.iter().map(|cite| {
                format!("{} {}", cite.leaf("source").unwrap_or("-"), cite.leaf("at").unwrap_or(""))
            });
            let cites: Vec<_> = cites.collect();
            let lead =
                if line.lead.is_empty() { String::new() } else { format!("{} | ", line.lead) };
            let truth = line.verdict.truth;
            text.push_str(&format!(
                "{lead}{} [{}; {truth}; {}]\n",
                line.text,
                line.id,
                cites.join(", ")
            ));
        }
    }
    text
}

#[test]
fn its_briefing_fits_a_page_and_names_its_sources() {
    insta::assert_snapshot!(page(&dataset().view()), @"
    # The partnership
    River League – Lakeland [river-lakes; yes; pact-text art. 1]
    Level now | Friends of the Water, since 2029-09-09 [river-lakes; yes; pact-text art. 1]
    # Milestones
    2024-03-01 | Neighbours (level) [river-lakes; yes; gazette-2030 p. 1]
    2029-09-08/2029-09-09 | Meeting of the Ferry Council, Pike Harbour [ferry-meeting-2029; yes; pact-text art. 9]
    2029-09-09 | Friends of the Water (level) [river-lakes; yes; pact-text art. 1]
    # Texts now
    since 2029-09-09 | Bridge Pact [bridge-pact; yes; pact-text art. 1]
    # Pillars, and what is held under each
    R | Roads: 1 project; 1 commitment: Mill Bridge [roads; yes; pact-text art. 3, gazette-2030 p. 2]
    # Funds
    Bridge Fund | 20 million EUR, 2029/2032 (pledge, Lakeland) [bridge-fund; yes; pact-text art. 5]
    Bridge Fund | 4.5 million EUR, 2030-01/2030-03 (disbursement, Lakeland) [bridge-fund; yes; gazette-2030 p. 2]
    # What comes next
    2032-06-01/2032-06-30 | Meeting of the Ferry Council, Northbank [ferry-meeting-2032; yes; gazette-2030 p. 4]
    2032 | Three bridges by 2032: 3 bridges open (target) [pact-art-4; yes; pact-text art. 4]
    # What the record does not hold
    Everything in it is invented. [river-lakes; yes; ]
    ");
}

#[test]
fn its_briefing_of_an_earlier_day_holds_less() {
    let dataset = dataset();
    let day = |text: &str| text.parse::<partnership_core::value::Day>().expect("a day");
    let view = dataset.view().on(day("2029-10-01")).known_on(day("2029-12-31"));
    insta::assert_snapshot!(page(&view.lang("fr".parse().expect("a language"))), @"
    # The partnership
    Ligue du fleuve – Lakeland [river-lakes; yes; pact-text art. 1]
    Level now | Friends of the Water, since 2029-09-09 [river-lakes; yes; pact-text art. 1]
    # Milestones
    2029-09-08/2029-09-09 | Meeting of the Ferry Council, Pike Harbour [ferry-meeting-2029; yes; pact-text art. 9]
    2029-09-09 | Friends of the Water (level) [river-lakes; yes; pact-text art. 1]
    # Texts now
    since 2029-09-09 | Pacte des ponts [bridge-pact; yes; pact-text art. 1]
    # Funds
    Bridge Fund | 20 million EUR, 2029/2032 (pledge, Lakeland) [bridge-fund; maybe; pact-text art. 5]
    # What comes next
    2032 | Three bridges by 2032: 3 bridges open (target) [pact-art-4; yes; pact-text art. 4]
    # What the record does not hold
    as of 2031-05-20 | Everything in it is invented. [river-lakes; yes; ]
    ");
}

/// The grammar has no name of its own: the sentences of another record are about its own parties and measures.
#[test]
fn its_sentences_are_read_by_its_own_names() {
    let dataset = dataset();
    let view = dataset.view();
    let told = |text: &str| {
        let answer = view.sentence(text);
        let Row::Sentence(row) = &answer.rows()[0] else { panic!("a sentence") };
        (row.test.as_ref().map(|test| format!("{:?}", test.figure)), row.refused.clone())
    };
    let (figure, refused) =
        told("Lakeland's trade in timber with Northbank grew by about 10 per cent in 2029");
    let figure = figure.unwrap_or_else(|| panic!("{refused:?}"));
    assert!(
        ["timber-trade", "lakeland", "northbank"].iter().all(|id| figure.contains(id)),
        "{figure}"
    );
    let (test, refused) = told("Trade between ASEAN and Korea grew 23-fold since 1989");
    assert!(test.is_none(), "{test:?}");
    assert!(refused.unwrap().contains("Trade"));
    let (test, _) = told("Ada Quill attended every Meeting of the Ferry Council since 2028");
    assert!(test.is_none());
}
