//! The texts of plans as trees: an invented plan of 60 lines in two numberings, and what copies of texts are like.

#![cfg(feature = "folder")]

use partnership_core::model::ClauseForm;
use partnership_core::outline::{Outline, OutlineClause};
use proptest::prelude::*;

const DECIMAL: &str = include_str!("outline/decimal.txt");
const ROMAN: &str = include_str!("outline/roman.txt");

fn plan(text: &str) -> Outline {
    Outline::read(text, ClauseForm::Line).expect("it is not too large")
}

/// Each clause as `depth number form: heading`, indented.
fn told(outline: &Outline) -> String {
    let mut depth: Vec<usize> = Vec::new();
    let mut lines = Vec::new();
    for clause in &outline.clause {
        let own = clause.under.map_or(0, |under| depth[under] + 1);
        depth.push(own);
        let number = clause.number.as_deref().unwrap_or(&clause.at);
        let heading = clause.heading.as_deref().unwrap_or("…");
        lines.push(format!("{}{number} {}: {heading}", "  ".repeat(own), clause.form));
    }
    lines.join("\n")
}

fn of_form(outline: &Outline, form: ClauseForm) -> Vec<&OutlineClause> {
    outline.clause.iter().filter(|clause| clause.form == form).collect()
}

#[test]
fn one_plan_in_two_numberings_is_one_tree() {
    let (decimal, roman) = (plan(DECIMAL), plan(ROMAN));
    let shape = |outline: &Outline| {
        let told = outline.clause.iter();
        told.map(|one| (one.under, one.form, one.heading.clone(), one.words)).collect::<Vec<_>>()
    };
    assert_eq!(shape(&decimal), shape(&roman));
    for outline in [&decimal, &roman] {
        assert_eq!(of_form(outline, ClauseForm::Line).len(), 60);
        assert_eq!(of_form(outline, ClauseForm::Heading).len(), 9);
        assert_eq!((outline.clause.len(), outline.preamble), (69, 2));
        assert!(outline.gaps.is_empty(), "{:?}", outline.gaps);
        assert_eq!(outline.heads.len(), 1, "{:?}", outline.heads);
        assert!(!outline.plain.contains('\u{c}') && !outline.plain.contains("of 9"));
    }
    let numbers = |outline: &Outline| -> Vec<String> {
        outline.clause.iter().filter_map(|clause| clause.number.clone()).collect()
    };
    let (decimal, roman) = (numbers(&decimal), numbers(&roman));
    assert_eq!(decimal[..5], ["1", "1.1", "1.1(1)", "1.1(2)", "1.1(3)"]);
    assert_eq!(roman[..5], ["I", "I.A", "I.A.1", "I.A.2", "I.A.3"]);
    assert_eq!(decimal.last().map(String::as_str), Some("3.2(10)"));
    assert_eq!(roman.last().map(String::as_str), Some("III.B.10"));
}

#[test]
fn no_sentence_stands_in_a_clause() {
    for outline in [plan(DECIMAL), plan(ROMAN)] {
        for clause in of_form(&outline, ClauseForm::Line) {
            assert!(clause.heading.is_none() && clause.words > 2, "{clause:?}");
        }
    }
}

#[test]
fn passages_count_and_digest_the_plain_text() {
    let outline = plan(DECIMAL);
    let paragraphs: Vec<&str> = outline.plain.trim_end().split("\n\n").collect();
    for clause in &outline.clause {
        let text = paragraphs[clause.passage.paragraph() as usize - 1];
        assert!(clause.passage.fits(text), "{clause:?}: {text}");
    }
    // Read again, the plain text is the same.
    let again = plan(&outline.plain);
    assert_eq!((again.clause, again.plain), (outline.clause, outline.plain));
}

#[test]
fn numbers_of_three_steps_stand_under_those_of_two() {
    let text = "A Plan\n\n1. POLITICAL COOPERATION\n1.1 Exchanges\n1.1.1. Keep the contacts of leaders and ministers,\nas in\n2020 and since.\n1.1.2 Help the forum.\n1.2 Defence\n1.2.1 Train together, 3.5\nmillion hours in all.\n2. TRADE\n2.1.1 Raise trade to 200 billion.\n";
    insta::assert_snapshot!(told(&plan(text)), @r"
    1 heading: POLITICAL COOPERATION
      1.1 heading: Exchanges
        1.1.1 line: …
        1.1.2 line: …
      1.2 heading: Defence
        1.2.1 line: …
    2 heading: TRADE
      2.1.1 line: …
    ");
}

#[test]
fn letters_and_roman_numbers_nest_by_what_follows_what() {
    let text = "I. SECURITY\n\nA. Dialogue\n\n1. Meet each year.\n\n2. Meet more often:\n\n(a) in spring;\n\n(b) in autumn.\n\nB. Defence\n\n1. Train.\n\nC. Crime\n\n1. Catch thieves.\n\nII. TRADE\n\nA. Goods\n\n1. Sell more.\n\nH. Left out before\n\nI. Letters go on\n";
    insta::assert_snapshot!(told(&plan(text)), @r"
    I heading: SECURITY
      I.A heading: Dialogue
        I.A.1 line: …
        I.A.2 line: …
          I.A.2(a) line: …
          I.A.2(b) line: …
      I.B heading: Defence
        I.B.1 line: …
      I.C heading: Crime
        I.C.1 line: …
    II heading: TRADE
      II.A heading: Goods
        II.A.1 line: …
      II.H heading: Left out before
      II.I heading: Letters go on
    ");
}

#[test]
fn korean_numbers_and_sentences_are_read() {
    let text = "한-바닷가 행동계획\n\n제1장 정치·안보\n\n제1조 양측은 매년 만난다.\n\n제2조 양측은 다음을 한다.\n가. 훈련을 함께 한다.\n나. 정보를 나누되\n비밀은 지킨다.\n\n제2장 경제\n\n제3조 ① 교역을 늘린다.\n② 투자를 늘린다.\n\n- 3 -\n";
    insta::assert_snapshot!(told(&plan(text)), @r"
    제1장 heading: 정치·안보
      제1조 line: …
      제2조 line: …
        제2조.가 line: …
        제2조.나 line: …
    제2장 heading: 경제
      제3조 line: …
        제3조① line: …
        제3조② line: …
    ");
}

#[test]
fn a_statement_has_paragraphs_and_headings_between_them() {
    let text = "JOINT STATEMENT\n\nWe met in the mill.\n\nPOLITICS AND SECURITY\n\n1. We talked of peace.\n\n2. We talked of the sea. It is\nwide.\n\nECONOMY\n\n3. We talked of trade.\n\nAdopted at the mill on the third of May.\n";
    let outline = Outline::read(text, ClauseForm::Paragraph).expect("it is small");
    insta::assert_snapshot!(told(&outline), @r"
    paragraph 3 heading: POLITICS AND SECURITY
      1 paragraph: …
      2 paragraph: …
    paragraph 6 heading: ECONOMY
      3 paragraph: …
    ");
    assert_eq!((outline.preamble, outline.closing), (1, 1));
    let text = "A STATEMENT\n\nI. Peace\n\n1. We talk.\n\n2. We do so:\n(a) often;\n(b) at length.\n\nII. Trade\n\n3. We trade.\n";
    let outline = Outline::read(text, ClauseForm::Paragraph).expect("it is small");
    insta::assert_snapshot!(told(&outline), @r"
    I heading: Peace
      1 paragraph: …
      2 paragraph: …
        2(a) paragraph: …
        2(b) paragraph: …
    II heading: Trade
      3 paragraph: …
    ");
    let text = "A statement\n\nWe met.\n\nWe talked of the sea.\n\nWe parted.\n";
    let outline = Outline::read(text, ClauseForm::Paragraph).expect("it is small");
    insta::assert_snapshot!(told(&outline), @r"
    ¶1 paragraph: …
    ¶2 paragraph: …
    ¶3 paragraph: …
    ");
}

#[test]
fn bullets_and_bare_sentences_below_a_heading_are_clauses_without_a_number() {
    let text = "1. SCHOOLS\n\n• Mend roofs.\n• Lend books,\nnew and old.\n\n2. SPORTS\n\nThe two sides will play.\n\n3. FOOD\n\n4. WATER\n\n(1) Dig wells.\n";
    insta::assert_snapshot!(told(&plan(text)), @r"
    1 heading: SCHOOLS
      1 item 1 line: …
      1 item 2 line: …
    2 heading: SPORTS
      2 item 1 line: …
    3 heading: FOOD
    4 heading: WATER
      4(1) line: …
    ");
}

#[test]
fn what_belongs_to_pages_is_no_part_of_a_sentence() {
    let page = |number: u32| format!("\nPage {number} of 4\n\u{c}Plan of the Hill\n\n");
    let text = format!(
        "Plan of the Hill\n\n1. ROADS\n\n1.1 Mend the road that leads from the mill to the{}shore, and more.\n\n1.2 Mend the{}bridge.\n\n1.3 Paint it.{}1.4 Rest.\n\n4\n",
        page(1),
        page(2),
        page(3)
    );
    let outline = plan(&text);
    assert_eq!(outline.pages, 4);
    assert_eq!(outline.heads, [("Plan of the Hill".to_owned(), 4)]);
    insta::assert_snapshot!(outline.plain, @r"
    1. ROADS

    1.1 Mend the road that leads from the mill to the shore, and more.

    1.2 Mend the bridge.

    1.3 Paint it.

    1.4 Rest.
    ");
}

#[test]
fn missing_numbers_are_told_and_not_filled() {
    let outline = plan("1. ROADS\n\n1.1 Mend.\n\n1.4 Paint.\n\n3. FOOD\n\n3.1 Cook.\n");
    assert_eq!(outline.gaps, ["1.4", "3"]);
}

#[test]
fn a_text_too_large_is_refused_at_once() {
    let large = "1. A\n".repeat(1 << 20);
    assert!(Outline::read(&large, ClauseForm::Line).is_err());
    assert!(Outline::read(&"\n".repeat(300_000), ClauseForm::Line).is_err());
    assert!(Outline::read(&"a\n\n".repeat(30_000), ClauseForm::Line).is_err());
    // One label, and as much after it as there may be.
    assert_eq!(plan(&format!("1. A\n{}", "b.\n\n".repeat(19_000))).clause.len(), 1);
    let many = (0..3000).map(|at| format!("• Item {at}.\n")).collect::<String>();
    assert_eq!(plan(&many).clause.len(), 3000);
    let many = (0..6000).map(|at| format!("• Item {at}.\n")).collect::<String>();
    assert!(Outline::read(&many, ClauseForm::Line).is_err());
    // Depth, wide lines and one letter over and over.
    let deep = "(1) (1) (1) ".repeat(2000);
    for text in [
        deep.as_str(),
        &"(".repeat(100_000),
        &"1.".repeat(50_000),
        &"가".repeat(100_000),
        &"\n".repeat(200_000),
    ] {
        let outline = plan(text);
        assert!(outline.clause.len() < 3000);
    }
    let stairs: String =
        (0..2000).map(|at| format!("({})\n", ["1", "a", "i", "A", "I"][at % 5])).collect();
    let outline = plan(&stairs);
    let mut depth = vec![0_usize; outline.clause.len()];
    for (at, clause) in outline.clause.iter().enumerate() {
        depth[at] = clause.under.map_or(0, |under| depth[under] + 1);
    }
    assert!(depth.iter().all(|depth| *depth < 10), "{:?}", depth.iter().max());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever is pasted: no panic, parents come first, numbers are short, what is hidden is gone.
    #[test]
    fn any_text_has_a_tree(lines in prop::collection::vec(
        prop_oneof![
            "[0-9IVXa-c가나①제조장()., •-]{0,12} ?[A-Za-z가-힣 .;:]{0,40}",
            "\\PC{0,40}",
            ".{0,20}",
            Just("\u{c}".to_owned()),
            Just(String::new()),
        ], 0..60)) {
        let text = lines.join("\n");
        let outline = plan(&text);
        for (at, clause) in outline.clause.iter().enumerate() {
            prop_assert!(clause.under.is_none_or(|under| under < at));
            prop_assert!(clause.number.as_ref().is_none_or(|number| number.chars().count() < 120));
            prop_assert!(clause.heading.as_ref().is_none_or(|heading| heading.chars().count() <= 120));
        }
        let is_hidden = |letter: char| letter != '\n' && (letter.is_control() || ('\u{202a}'..='\u{202e}').contains(&letter));
        prop_assert!(!outline.plain.contains(is_hidden));
    }
}
