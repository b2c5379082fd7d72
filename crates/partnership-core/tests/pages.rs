//! Pages of answers, and packed files that are read to a limit.
#![cfg(feature = "embedded")]

use partnership_core::Dataset;
use partnership_core::answer::{Page, Row};
use partnership_core::query::Plan;

fn ids(page: &Page) -> Vec<String> {
    page.answer.rows().iter().map(|row: &Row| row.id().to_owned()).collect()
}

#[test]
fn pages_one_after_another_are_the_list() {
    let view = Dataset::embedded().view();
    let plan = Plan::parse("kind:project,event", view.dataset()).expect("a query");
    let whole = view.list("list", &plan);
    let total = whole.rows().len();
    let mut paged = Vec::new();
    for start in (0..total).step_by(13) {
        let page = view.page(&plan, start..start + 13);
        assert_eq!(page.total, total);
        // A page of the plan and a page of its answer are one.
        assert_eq!(page.answer.to_json(), whole.page(start..start + 13).answer.to_json());
        paged.extend(ids(&page));
    }
    let wanted: Vec<_> = whole.rows().iter().map(|row| row.id().to_owned()).collect();
    assert_eq!(paged, wanted);
}

#[test]
fn a_page_past_the_end_is_empty_and_says_no_reason() {
    let view = Dataset::embedded().view();
    let plan = Plan::parse("kind:project", view.dataset()).expect("a query");
    for (start, end) in [(usize::MAX, usize::MAX), (usize::MAX, 0), (7, 3)] {
        let page = view.page(&plan, start..end);
        assert!(page.answer.rows().is_empty() && page.total > 0);
        assert!(page.answer.sources().is_empty() && page.answer.empty().is_none());
    }
    let none = Plan::parse("kind:project ordinal:any", view.dataset()).expect("a query");
    assert!(view.page(&none, 0..5).answer.empty().is_some());
}

#[test]
fn the_maybes_of_all_pages_are_counted() {
    let view = Dataset::embedded().view();
    let plan = Plan::parse("span:2029", view.dataset()).expect("a query");
    let rows = view.found(&plan);
    let maybe = rows.iter().filter(|(_, held)| held.reasons().next().is_some()).count();
    assert_eq!(view.page(&plan, 0..1).maybe, maybe);
    assert_eq!(view.list("list", &plan).page(0..1).maybe, maybe);
}

#[test]
fn a_file_without_an_end_is_let_go() {
    let error = Dataset::read_packed("endless", std::io::repeat(b' ')).expect_err("it has no end");
    assert_eq!(error.to_string(), "line 1: the file is larger than 64 MiB");
    let packed = Dataset::embedded().to_packed();
    let read = Dataset::read_packed("whole", packed.as_bytes()).expect("it is whole");
    assert_eq!(read.digest(), Dataset::embedded().digest());
}
