//! The record, held to tables of what was read: by content, not by count. Each test tells every difference.
#![cfg(feature = "embedded")]

#[path = "record/counted.rs"]
mod counted;
#[path = "record/held.rs"]
mod held;
#[path = "record/table.rs"]
mod table;

use std::collections::BTreeMap;

use held::differences;
use partnership_core::Dataset;
use partnership_core::model::{
    Assessment, Claim, Commitment, Event, Fund, Instrument, Party, Person, Project, Series,
};
use table::Table;

/// Makes a test of each table, and the list of all of them.
macro_rules! tables {
    ($($test:ident: $name:literal, $differences:expr;)*) => {
        $(#[test]
        fn $test() {
            table::assert_held($name, $differences);
        })*

        const TABLES: &[(&str, fn(&Table) -> Vec<String>)] = &[$(($name, $differences)),*];
    };
}

tables! {
    numbered_summits_have_their_days_places_and_printed_numbers: "numbered_summits", differences::<Event>;
    commemorative_and_special_summits_are_held: "special_summits", differences::<Event>;
    foreign_ministers_met_when_and_where_it_was_read: "foreign_ministers", differences::<Event>;
    dialogues_and_committees_met_when_and_where_it_was_read: "dialogues_and_committees", differences::<Event>;
    sector_ministers_met_when_and_where_it_was_read: "sector_ministers", differences::<Event>;
    other_meetings_are_held: "other_meetings", differences::<Event>;
    members_have_their_codes_and_accessions: "members", differences::<Party>;
    partners_of_asean_have_their_standing: "dialogue_partners", differences::<Party>;
    coordinators_are_held: "coordinators", differences::<Party>;
    ambassadors_are_held: "ambassadors", differences::<Person>;
    secretaries_general_are_held: "secretaries_general", differences::<Person>;
    secretaries_general_of_the_centre_are_held: "centre_secretaries_general", differences::<Person>;
    presidents_are_held: "presidents", differences::<Person>;
    agreements_have_their_steps_by_party: "agreement_steps", differences::<Instrument>;
    texts_were_adopted_when_it_was_read: "adopted_texts", differences::<Instrument>;
    plans_of_action_are_held: "plans", differences::<Instrument>;
    lines_that_were_read_are_held: "lines_read", differences::<Commitment>;
    clauses_are_counted_by_form: "clause_counts", counted::clause_counts;
    themes_run_through_the_plans: "themes_by_plan", counted::themes_by_plan;
    pledges_have_their_numbers: "pledges", differences::<Commitment>;
    assessments_are_held: "assessments", differences::<Assessment>;
    funds_have_their_contributions: "fund_contributions", differences::<Fund>;
    funds_have_their_counts: "fund_counts", differences::<Fund>;
    projects_have_their_years_and_budgets: "projects", differences::<Project>;
    projects_have_their_targets: "project_targets", differences::<Project>;
    projects_reached_what_was_reported: "project_results", differences::<Project>;
    projects_are_tied_to_plans_as_surely_as_it_was_read: "project_links", differences::<Project>;
    bodies_are_tied_to_what_they_carry_out: "body_links", differences::<Party>;
    funds_are_tied_to_what_they_serve: "fund_links", differences::<Fund>;
    meetings_are_tied_to_what_they_carry_out: "meeting_links", differences::<Event>;
    the_interview_is_held_claim_by_claim: "interview_claims", differences::<Claim>;
    what_speakers_say_of_growth_and_ranks_is_held: "spoken_multiples", differences::<Claim>;
    series_say_what_they_count: "series_heads", differences::<Series>;
    trade_is_held_value_by_value_for_both_reporters: "trade_series", differences::<Series>;
    trade_with_single_partners_is_held: "trade_by_partner", differences::<Series>;
    investment_is_held_value_by_value: "investment_series", differences::<Series>;
    aid_is_held_value_by_value: "aid_series", differences::<Series>;
    people_are_held_value_by_value: "people_series", differences::<Series>;
    customs_rows_are_held: "customs_rows", counted::customs_rows;
    customs_rows_come_to_the_sums_over_the_members: "customs_sums", counted::customs_sums;
    customs_rows_give_the_rank_of_asean: "customs_rank", counted::customs_rank;
    customs_rows_give_the_rank_in_every_year: "customs_rank_spans", counted::customs_rank_spans;
    the_eu_has_its_members_of_the_year: "eu_members", counted::eu_sizes;
    rows_of_students_and_arrivals_are_held: "people_rows", differences::<Series>;
    rows_of_other_series_are_held: "series_rows", counted::series_rows;
    aid_rows_are_held: "aid_rows", counted::aid_rows;
    aid_rows_come_to_the_shares_of_asean: "aid_shares", counted::aid_shares;
    aid_rows_tell_in_which_years_it_was_more_than_a_share: "aid_spans", counted::aid_spans;
    investment_rows_come_to_the_sums_over_the_members: "investment_sums", counted::investment_sums;
}

#[test]
fn every_table_is_held() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/record");
    for entry in std::fs::read_dir(folder).expect("the folder of tables is there") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        let table = name.strip_suffix(".tsv");
        assert!(table.is_none_or(|name| TABLES.iter().any(|(held, _)| *held == name)), "{name}");
    }
}

/// Whoever holds the text of the interview can verify each citation of it: one place, one passage.
#[test]
fn every_citation_of_the_interview_has_the_digest_of_its_passage() {
    let packed = Dataset::embedded().to_packed();
    let mut passages: BTreeMap<&str, &str> = BTreeMap::new();
    let mut count = 0;
    for cite in packed.split("\"source\":\"interview-lee-2025\"").skip(1) {
        let cite = &cite[..cite.find('}').expect("a citation ends")];
        let text = |key: &str| {
            let (_, rest) = cite.split_once(&format!("\"{key}\":\""))?;
            rest.split_once('"').map(|(text, _)| text)
        };
        let Some(place) = text("at") else { continue };
        let passage = text("passage").unwrap_or_else(|| panic!("`{place}` has no passage"));
        assert_eq!(passages.entry(place).or_insert(passage), &passage, "{place}");
        count += 1;
    }
    assert!(count >= 340, "{count} citations");
}

/// A slip in any one cell of any table is a difference: nothing in them is idle.
#[test]
fn a_changed_cell_is_noticed() {
    let mut idle = Vec::new();
    for (name, differences) in TABLES {
        let table = Table::read(name);
        for line in 0..table.lines.len() {
            for column in 0..table.columns.len() {
                if differences(&table.with_slip(line, column)).is_empty() {
                    idle.push(format!(
                        "{name}: {} of {:?}",
                        table.columns[column], table.lines[line]
                    ));
                }
            }
        }
    }
    assert!(idle.is_empty(), "{} cells hold nothing:\n  {}", idle.len(), idle.join("\n  "));
}
