//! What the two ends of a flow count, in every form.

use crate::run::{data, told_in};

macro_rules! prints {
    ($($name:ident: $($arg:literal)*;)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(told_in(&data(), &["mirror", $($arg),*]));
        })*
    };
}

prints! {
    mirror_text: "goods-trade" "2003..2009" "--width" "120";
    mirror_md: "goods-trade" "2008" "--format" "md";
    mirror_csv: "goods-trade" "2006..2008" "--format" "csv";
    mirror_html: "goods-trade" "2008" "--format" "html";
    mirror_korean: "fdi-outward" "2017..2024" "--lang" "ko" "--width" "120";
    mirror_of_one_end: "visits";
    mirror_of_nothing_known: "goods-trade" "2008" "--known-on" "2008-12-31";
}

#[test]
fn figures_text() {
    let asked = ["show", "kexim-fdi-outward", "--figures", "--width", "120"];
    insta::assert_snapshot!(told_in(&data(), &asked));
}

#[test]
fn figures_csv() {
    let asked = ["show", "asean-stats-fdi-inflow-plus-three", "--figures", "--format", "csv"];
    insta::assert_snapshot!(told_in(&data(), &asked));
}

#[test]
fn figures_of_no_series() {
    insta::assert_snapshot!(told_in(&data(), &["show", "kadif", "--figures"]));
}
