//! Intervals: their text, how they lie to each other, and that arithmetic on them holds every result of their members.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::ops::Bound;

use partnership_core::value::{Fit, Interval, Number, Quantity};
use proptest::prelude::*;

fn read(text: &str) -> Interval {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

fn shown(interval: Option<Interval>) -> String {
    interval.map_or_else(|| "none".to_owned(), |interval| interval.to_string())
}

#[test]
fn an_interval_is_its_text() {
    for text in ["[22.5, 23.5)", "(200, ∞)", "(-∞, -3]", "(-∞, ∞)", "[4, 4]"] {
        let interval = read(text);
        assert_eq!(interval.to_string(), text);
        let json = serde_json::to_string(&interval).unwrap();
        assert_eq!(json, serde_json::to_string(text).unwrap());
        assert_eq!(serde_json::from_str::<Interval>(&json).unwrap(), interval);
    }
    let refusals = [
        "",
        "5",
        "[5, 4]",
        "(4, 4]",
        "[4, 4)",
        "[∞, ∞)",
        "[1,2]",
        "{1, 2}",
        "[1, 2",
        "[é",
        "[1, 2é",
    ];
    for text in refusals {
        assert!(text.parse::<Interval>().is_err(), "`{text}` is taken");
    }
    insta::assert_snapshot!("[5, 4]".parse::<Interval>().unwrap_err(), @"`[5, 4]` is not an interval; expected two ends in brackets, such as `[22.5, 23.5)` or `(200, ∞)`, with a number between them");
}

#[test]
fn what_is_measured_lies_inside_outside_or_too_close() {
    use Fit::{Inside, Outside, Overlapping};
    let cases = [
        ("[22.65, 22.75)", "[22.5, 23.5)", Inside),
        ("[23.45, 23.55)", "[22.5, 23.5)", Overlapping),
        ("[23.5, 23.55)", "[22.5, 23.5)", Outside),
        ("[22, 22.5)", "[22.5, 23.5)", Outside),
        ("[22, 22.5]", "[22.5, 23.5)", Overlapping),
        ("[150, 151)", "[150, ∞)", Inside),
        ("[150, 151)", "(150, ∞)", Overlapping),
        ("(150, 151)", "(150, ∞)", Inside),
        ("(200, ∞)", "[150, ∞)", Inside),
        ("(100, ∞)", "[150, ∞)", Overlapping),
        ("(-∞, 5]", "(-∞, 5)", Overlapping),
        ("(-∞, ∞)", "[1, 2]", Overlapping),
        ("[1, 2]", "(-∞, ∞)", Inside),
        ("(1, 2]", "[1, 1]", Outside),
    ];
    for (measured, allowed, expected) in cases {
        assert_eq!(read(measured).fits(read(allowed)), expected, "{measured} to {allowed}");
    }
    let korean: Vec<_> = Fit::ALL.iter().map(|fit| fit.label("ko")).collect();
    assert_eq!(korean, ["범위 안", "일부 겹침", "범위 밖"]);
}

#[test]
fn sums_products_and_quotients_keep_their_open_ends() {
    let (a, b) = (read("[1, 2)"), read("(3, 4]"));
    assert_eq!(shown(a.checked_add(b)), "(4, 6)");
    assert_eq!(shown(a.checked_sub(b)), "[-3, -1)");
    assert_eq!(shown(a.checked_mul(b)), "(3, 8)");
    assert_eq!(shown(b.checked_div(a)), "(1.5, 4]");
    assert_eq!(shown(read("[-2, 3]").checked_mul(read("[-5, 4)"))), "[-15, 12)");
    assert_eq!(shown(read("[0, 1)").checked_mul(read("[2, ∞)"))), "[0, ∞)");
    assert_eq!(shown(read("(0, 1]").checked_mul(read("[2, ∞)"))), "(0, ∞)");
    assert_eq!(shown(read("[-1, 0]").checked_mul(read("(-∞, -3]"))), "[0, ∞)");
    assert_eq!(shown(read("(5, ∞)").checked_div(read("[2, 4]"))), "(1.25, ∞)");
    assert_eq!(shown(read("[5, 6]").checked_div(read("[2, ∞)"))), "(0, 3]");
    assert_eq!(shown(read("[-4, 0)").checked_div(read("[2, 4]"))), "[-2, 0)");
    assert_eq!((-read("(3, ∞)")).to_string(), "(-∞, -3)");
    assert_eq!(read("[1, 2)").hull(read("(5, 6]")).to_string(), "[1, 6]");
    assert_eq!(read("(1, 2)").hull(read("[1, 2)")).to_string(), "[1, 2)");
}

#[test]
fn only_a_divisor_above_zero_divides() {
    for divisor in ["[0, 1]", "(0, 1]", "[-2, -1]", "(-∞, 5]", "[0, ∞)"] {
        assert_eq!(read("[1, 2]").checked_div(read(divisor)), None, "{divisor}");
    }
}

#[test]
fn a_quotient_that_does_not_end_is_rounded_outward_and_open_there() {
    let third = read("[1, 1]").checked_div(read("[3, 3]"));
    assert_eq!(shown(third), "(0.333333333333, 0.333333333334)");
    let below = read("[-1, -1]").checked_div(read("[3, 3]"));
    assert_eq!(shown(below), "(-0.333333333334, -0.333333333333)");
    assert_eq!(shown(read("[1, 1]").checked_div(read("[4, 4]"))), "[0.25, 0.25]");
    assert_eq!(read("[0.129, 0.131)").outward(2).to_string(), "(0.12, 0.14)");
    assert_eq!(read("[0.12, 0.14]").outward(2).to_string(), "[0.12, 0.14]");
    assert_eq!(read("(-∞, 7.01]").outward(0).to_string(), "(-∞, 8)");
}

#[test]
fn what_takes_more_than_28_digits_is_none() {
    let most = read("[9999999999999999999999999999, 9999999999999999999999999999]");
    assert_eq!(most.checked_add(read("[1, 1]")), None);
    assert_eq!(most.checked_mul(most), None);
    assert_eq!(most.checked_div(read("[0.00000000001, 1]")), None);
    assert!(most.checked_div(most).is_some());
}

#[test]
fn a_printed_number_allows_what_its_hedge_says() {
    let cases = [
        ("192", 9, "[191500000000, 192500000000)"),
        ("114273e6", 9, "[114272500000, 114273500000)"),
        ("~153", 9, "[145350000000, 160650000000]"),
        ("~2", 6, "[1500000, 2500000]"),
        ("<~210", 9, "[199500000000, 210000000000)"),
        (">88 %", 0, "(88, ∞)"),
        (">=4500 ha", 0, "[4500, ∞)"),
        ("<5", 0, "(-∞, 5)"),
        ("<=5", 0, "(-∞, 5]"),
        ("~-100", 0, "[-105, -95]"),
    ];
    for (text, power, expected) in cases {
        let quantity: Quantity = text.parse().unwrap();
        assert_eq!(shown(quantity.allowed_in(power)), expected, "{text}");
    }
    assert_eq!("1e99".parse::<Quantity>().unwrap().allowed_in(0), None);
}

/// A number with up to three decimals.
fn number() -> impl Strategy<Value = Number> {
    (-30_000_i64..30_000, 0_u32..4)
        .prop_map(|(mantissa, scale)| Number::new(mantissa.into(), scale).unwrap())
}

/// An interval, and a number within it.
fn member() -> impl Strategy<Value = (Interval, Number)> {
    (prop::array::uniform3(number()), 0_u8..3, 0_u8..3).prop_map(|(mut of, low, high)| {
        of.sort();
        let end = |number, form| match form {
            0 => Bound::Included(number),
            1 => Bound::Excluded(number),
            _ => Bound::Unbounded,
        };
        let interval = Interval::new(end(of[0], low), end(of[2], high));
        let interval = interval.unwrap_or_else(|| Interval::exactly(of[1]));
        let number = if interval.contains(of[1]) { of[1] } else { middle(of[0], of[2]) };
        (interval, number)
    })
}

/// A number between two.
fn middle(low: Number, high: Number) -> Number {
    low.checked_add(high).and_then(|sum| sum.checked_mul(Number::new(5, 1)?)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arithmetic_on_intervals_contains_arithmetic_on_members((a, x) in member(), (b, y) in member()) {
        prop_assert!(a.contains(x) && b.contains(y));
        prop_assert!(a.checked_add(b).unwrap().contains(x.checked_add(y).unwrap()));
        prop_assert!(a.checked_sub(b).unwrap().contains(x.checked_sub(y).unwrap()));
        prop_assert!(a.checked_mul(b).unwrap().contains(x.checked_mul(y).unwrap()), "{a} × {b}, {x} × {y}");
        prop_assert!((-a).contains(-x));
        prop_assert!(a.hull(b).contains(x) && a.hull(b).contains(y));
    }

    #[test]
    fn a_quotient_contains_the_quotients_of_members((a, x) in member(), (b, y) in member()) {
        let Some(quotient) = a.checked_div(b) else { return Ok(()) };
        prop_assert!(y > Number::ZERO);
        // x ÷ y lies above an end q where x lies above q · y, exactly.
        let side = |end: Number| x.cmp(&end.checked_mul(y).unwrap());
        match quotient.low() {
            Bound::Included(low) => prop_assert!(side(low).is_ge(), "{a} ÷ {b} = {quotient}, {x} ÷ {y}"),
            Bound::Excluded(low) => prop_assert!(side(low).is_gt(), "{a} ÷ {b} = {quotient}, {x} ÷ {y}"),
            Bound::Unbounded => {}
        }
        match quotient.high() {
            Bound::Included(high) => prop_assert!(side(high).is_le(), "{a} ÷ {b} = {quotient}, {x} ÷ {y}"),
            Bound::Excluded(high) => prop_assert!(side(high).is_lt(), "{a} ÷ {b} = {quotient}, {x} ÷ {y}"),
            Bound::Unbounded => {}
        }
    }

    #[test]
    fn rounding_outward_only_widens((a, x) in member(), decimals in 0_u32..4) {
        let wider = a.outward(decimals);
        prop_assert_eq!(a.fits(wider), Fit::Inside);
        prop_assert!(wider.contains(x));
        prop_assert_eq!(wider.outward(decimals), wider);
    }

    #[test]
    fn how_two_lie_is_what_their_members_say((a, x) in member(), (b, y) in member()) {
        match a.fits(b) {
            Fit::Inside => prop_assert!(b.contains(x)),
            Fit::Outside => prop_assert!(!b.contains(x) && !a.contains(y)),
            Fit::Overlapping => prop_assert!(b.fits(a) != Fit::Outside),
        }
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in "[\\[(](-?[0-9.]{0,5}|∞|-∞)(, |,)?(-?[0-9.]{0,5}|∞)[\\])é]?") {
        if let Ok(interval) = text.parse::<Interval>() {
            prop_assert_eq!(read(&interval.to_string()), interval);
        }
    }
}
