//! Each command in each of its forms.

use crate::run::{data, told, told_in};

macro_rules! prints {
    ($($name:ident: $($arg:literal)*;)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(told(&[$($arg),*]));
        })*
    };
}

prints! {
    brief_text: "brief";
    brief_korean: "brief" "--lang" "ko";
    brief_md: "brief" "--format" "md";
    brief_json: "brief" "--format" "json";
    meeting_text: "brief" "--for" "flood-council-2030";
    meeting_korean: "brief" "--for" "flood-council-2030" "--lang" "ko" "--since" "2029-06-30";
    meeting_md: "brief" "--for" "flood-council-2030" "--format" "md";
    meeting_json: "brief" "--for" "flood-council-2030" "--format" "json";
    meeting_csv: "brief" "--for" "flood-council-2030" "--format" "csv";
    meeting_html: "brief" "--for" "flood-council-2030" "--format" "html";
    list_text: "list" "kind:project,event";
    list_of_maybes: "list" "kind:event" "date:2030-02-11";
    list_shows_what_it_was_asked_for: "projects" "pillar:R" "-status:any" "OR" "theme:bridges";
    list_of_a_series_of_meetings: "list" "forum:ferry-meetings";
    list_of_series_in_a_year: "list" "kind:series" "period:2028";
    list_md: "list" "kind:project" "--format" "md";
    list_csv: "list" "kind:project" "--format" "csv";
    list_csv_raw: "list" "kind:project" "--csv-raw";
    list_json: "list" "id:mill-bridge" "--format" "json";
    list_jsonl: "projects" "--format" "jsonl";
    list_narrow_and_korean: "instruments" "--width" "30" "--lang" "ko";
    show_text: "show" "mill-bridge" "pact-art-4";
    show_disagreement_and_absences: "show" "flood-council-2030";
    show_series: "show" "timber";
    show_narrow_and_korean: "show" "bridge-pact" "--width" "44" "--lang" "ko";
    show_source: "show" "gazette-2030";
    claims_have_speakers: "claims";
    a_card_marks_what_is_maybe: "show" "bridge-fund" "ada-quill" "--known-on" "2030-04-10";
    show_md: "show" "flood-council-2030" "--format" "md";
    show_json: "show" "flood-council-2030" "--format" "json";
    show_jsonl: "show" "ada-quill" "northbank" "--format" "jsonl";
    show_csv: "show" "ada-quill" "--format" "csv";
    show_of_a_merged_id: "show" "old-mill-project" "--format" "md";
    show_with_coverage_and_links: "show" "river-lakes";
    search_text: "search" "bridges";
    search_korean: "search" "다리" "--lang" "ko";
    search_json: "search" "pier" "flood" "--format" "json";
    search_csv: "search" "ada" "--format" "csv";
    search_md: "search" "flood" "--format" "md";
    timeline_text: "timeline";
    timeline_narrow_and_korean: "timeline" "kind:event" "--width" "40" "--lang" "ko";
    timeline_md: "timeline" "kind:event" "--format" "md";
    timeline_csv: "timeline" "kind:instrument" "--format" "csv";
    timeline_jsonl: "timeline" "kind:instrument" "--format" "jsonl";
    timeline_json: "timeline" "kind:fund" "date:2030" "--format" "json";
    coverage_text: "coverage";
    coverage_korean: "coverage" "--lang" "ko";
    coverage_json: "coverage" "--format" "json";
    coverage_csv: "coverage" "--format" "csv";
    wanted_text: "wanted";
    wanted_json: "wanted" "--format" "json";
    wanted_csv: "wanted" "--format" "csv";
    total_text: "total" "timber-trade" "over:river-league";
    total_of_one_period_korean: "total" "timber-trade" "over:river-league@2000-01-01" "period:2028" "--lang" "ko";
    total_md: "total" "timber-trade" "over:river-league" "--format" "md";
    total_csv: "total" "timber-trade" "over:river-league" "--format" "csv";
    total_json: "total" "timber-trade" "over:river-league" "period:2028" "--format" "json";
    total_html: "total" "timber-trade" "over:river-league" "--format" "html";
    rank_text: "rank" "timber-trade" "of:northbank";
    rank_of_all_korean: "rank" "timber-trade" "period:2029" "among:river-league" "--lang" "ko";
    rank_csv: "rank" "timber-trade" "--format" "csv";
    rank_json: "rank" "timber-trade" "of:southbank" "period:2028" "--format" "json";
    sources_with_what_they_support: "sources" "tier:press" "OR" "id:own-notes";
    sources_that_support_a_record: "sources" "supports:mill-bridge";
    sources_json: "sources" "tier:press" "--format" "json";
    brief_html: "brief" "--format" "html";
    list_html: "list" "kind:project,event" "--format" "html";
    show_html: "show" "flood-council-2030" "--format" "html" "--lang" "ko";
    timeline_html: "timeline" "kind:instrument" "--format" "html";
    cite_text: "cite" "gazette-2030" "own-notes" "mill-bridge";
    cite_json: "cite" "pact-text" "--format" "json";
    cite_as_csl: "cite" "mill-bridge" "--as" "csl";
    cite_as_bibtex: "cite" "mill-bridge" "pact-text" "--as" "bibtex";
    cite_as_with_a_format: "cite" "--as" "csl" "--format" "json";
    cite_csv: "cite" "pact-text" "mill-bridge" "--format" "csv";
    fields_of_a_name: "fields" "pillar" "step.action" "member";
    fields_json: "fields" "rung" "--format" "json";
    explain_text: "explain" "p0204";
    explain_json: "explain" "P0204" "--format" "json";
    validate_clean: "validate" "lakes";
    validate_json: "validate" "--format" "json";
    an_empty_answer_says_why: "list" "kind:project" "funder:any" "name:mill";
    an_empty_answer_of_a_day: "list" "id:mill-bridge" "--on" "2029-01-01";
    an_empty_answer_of_what_was_known: "brief" "--known-on" "2020-01-01";
    an_empty_csv: "list" "kind:project" "name:nothing" "--format" "csv";
    today_is_said: "list" "member:river-league" "--on" "today";
}

/// What became of the promises of another dataset, `accord`, which is invented.
#[test]
fn the_ledger_and_its_numbers_have_every_form() {
    let asked: [(&str, &[&str]); 14] = [
        ("commitments_text", &["commitments"]),
        ("commitments_korean", &["commitments", "--lang", "ko", "--width", "50"]),
        ("commitments_md", &["commitments", "id:coast-road", "--format", "md"]),
        ("commitments_html", &["commitments", "--format", "html"]),
        ("commitments_json", &["commitments", "id:grain-200", "--format", "json"]),
        ("commitments_jsonl", &["commitments", "pillar:trade", "--format", "jsonl"]),
        ("commitments_csv", &["commitments", "--format", "csv"]),
        ("commitments_overdue", &["commitments", "--overdue", "--due-by", "2029-12-31"]),
        ("commitments_none", &["commitments", "id:coast-road", "--overdue"]),
        ("targets_text", &["targets"]),
        ("targets_korean", &["targets", "--lang", "ko", "--on", "2030-06-30"]),
        ("targets_json", &["targets", "--format", "json"]),
        ("targets_csv", &["targets", "--format", "csv"]),
        ("targets_html", &["targets", "--format", "html"]),
    ];
    for (name, args) in asked {
        insta::assert_snapshot!(name, told_in(&data(), &[&["--data", "accord"], args].concat()));
    }
}

#[test]
fn lists_of_fields_and_codes_name_everything() {
    insta::assert_snapshot!("fields_text", told(&["fields", "--width", "100"]));
    insta::assert_snapshot!("explain_all", told(&["explain"]));
    insta::assert_snapshot!("explain_all_csv", told(&["explain", "--format", "csv"]));
}

#[test]
fn the_digest_is_cited() {
    insta::assert_snapshot!(told(&["cite"]));
}

#[test]
fn the_record_inside_answers() {
    let asked: [(&[&str], &str); 12] = [
        (&["brief"], "Comprehensive Strategic Partnership"),
        (&["show", "kadif"], "project kadif"),
        (&["projects", "pillar:B"], "(kadif)"),
        (&["search", "청소년"], "청소년"),
        (&["list", "kind:series", "period:2022"], "207.418 billion"),
        // What the column does not say stands before the figure: of whom, of which month, how sure.
        (&["list", "id:rok-students-printed", "period:2020"], "asean 2020-11: 64319 persons"),
        (&["list", "id:rok-fdi-outward-partner-basis-open", "period:2008"], "us: 6.2 billion USD"),
        (&["list", "id:asean-stats-goods-trade", "period:2023"], "doubtful: nearly 210 billion"),
        (&["list", "kind:project", "pillar:B", "budget:any"], "30 million"),
        (&["show", "csp-2024-digital-flagship"], "money for the flagship from 2024: 30 million"),
        (&["timeline", "kind:event", "date:2024..2025"], "2024 │ "),
        (&["list", "member:asean", "--on", "2025-10-25"], "10 rows"),
    ];
    for (args, meant) in asked {
        let told = told_in(&data(), args);
        assert!(told.contains(meant), "{args:?}: {told}");
        assert!(!told.contains("---"), "{args:?}: {told}");
    }
}

#[test]
fn colour_is_an_addition() {
    for args in
        [&["brief"][..], &["show", "flood-council-2030"], &["list", "pillar:R"], &["timeline"]]
    {
        let coloured = told(&[args, &["--color", "always"]].concat());
        let plain = told(&[args, &["--color", "never"]].concat());
        assert!(coloured.contains('\u{1b}') && !plain.contains('\u{1b}'), "{args:?}");
        assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain, "{args:?}");
        assert_eq!(plain, told(args), "{args:?}");
    }
}

#[test]
fn no_line_is_wider_than_asked_but_for_addresses() {
    use unicode_width::UnicodeWidthStr as _;
    for width in [40, 57, 100] {
        for lang in ["en", "ko"] {
            for args in [
                &["brief"][..],
                &["show", "bridge-pact", "flood-council-2030"],
                &["list"],
                &["timeline"],
                &["search", "a"],
            ] {
                let wide = width.to_string();
                let told = told(&[args, &["--width", &wide, "--lang", lang]].concat());
                let long =
                    told.lines().find(|line| line.width() > width && !line.contains("https://"));
                assert_eq!(long, None, "{args:?} {width} {lang}");
            }
        }
    }
}
