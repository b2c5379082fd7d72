//! What carries what out, and lines through plans, in each of their forms.

use std::path::Path;

use crate::run::told_in;

/// What a command prints of the invented partnership with three plans.
fn told(args: &[&str]) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../partnership-core/tests");
    told_in(&folder, &[&["--data", "plans"], args].concat())
}

macro_rules! prints {
    ($($name:ident: $($arg:literal)*;)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(told(&[$($arg),*]));
        })*
    };
}

prints! {
    implements_text: "implements" "plan-3";
    implements_korean: "implements" "W" "--lang" "ko";
    implements_md: "implements" "stones" "--format" "md";
    implements_json: "implements" "road-3" "--sure" "stated" "--format" "json";
    implements_jsonl: "implements" "ropes" "--format" "jsonl";
    implements_csv: "implements" "--format" "csv";
    implements_html: "implements" "ferry-2" "--format" "html";
    implements_nothing: "implements" "toll-1";
    without_text: "implements" "--without";
    without_korean: "implements" "W" "--without" "--lang" "ko";
    without_csv: "implements" "plan-3" "--sure" "strong" "--without" "--format" "csv";
    lineage_text: "lineage" "ferries";
    lineage_merged: "lineage" "lamps-1";
    lineage_narrow_and_korean: "lineage" "road-2" "--lang" "ko" "--width" "60";
    lineage_md: "lineage" "toll-1" "--format" "md";
    lineage_json: "lineage" "road-3" "--format" "json";
    lineage_csv: "lineage" "raft-2" "--format" "csv";
    lineage_html: "lineage" "ferry-1" "--format" "html";
    lineage_of_nothing: "lineage" "feries";
}

#[test]
fn no_line_of_them_is_wider_than_asked() {
    use unicode_width::UnicodeWidthStr as _;
    for args in [&["implements"][..], &["implements", "--without"], &["lineage", "ferries"]] {
        for lang in ["en", "ko"] {
            let told = told(&[args, &["--width", "48", "--lang", lang]].concat());
            let long = told.lines().find(|line| line.width() > 48);
            assert_eq!(long, None, "{args:?} {lang}");
        }
    }
}
