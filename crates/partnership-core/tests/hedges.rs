//! What the words around a number allow: every row of the table, with its ends, and what lies next to them.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use partnership_core::model::Test;
use partnership_core::value::{Fit, Hedge, Interval, Number, Quantity, QuantityRange, Truth};

fn allowed(text: &str) -> Interval {
    text.parse::<Quantity>().unwrap().allowed_in(0).unwrap()
}

/// A number, and what lies one unit of the last of its 28 digits below and above.
fn beside(end: &str) -> [Number; 3] {
    let end: Number = end.parse().unwrap();
    let around = |scale| {
        let step = Number::new(1, scale)?;
        Some([end.checked_sub(step)?, end, end.checked_add(step)?])
    };
    (0..28).rev().find_map(around).unwrap()
}

/// An end, and whether it is allowed itself; none where there is no end.
type End = Option<(&'static str, bool)>;

/// Of each written number its lowest and highest allowed ones.
const TABLE: &[(&str, End, End)] = &[
    // A bare number is its rounding interval, by its last written digit.
    ("23", Some(("22.5", true)), Some(("23.5", false))),
    ("5.6", Some(("5.55", true)), Some(("5.65", false))),
    ("23.0", Some(("22.95", true)), Some(("23.05", false))),
    ("30e6", Some(("29500000", true)), Some(("30500000", false))),
    ("2300", Some(("2299.5", true)), Some(("2300.5", false))),
    ("2.3e3", Some(("2250", true)), Some(("2350", false))),
    ("-23", Some(("-23.5", false)), Some(("-22.5", true))),
    ("0", Some(("-0.5", false)), Some(("0.5", false))),
    // Exactly takes the rounding away.
    ("=23", Some(("23", true)), Some(("23", true))),
    ("=5.6", Some(("5.6", true)), Some(("5.6", true))),
    // About: five per cent, and never less than the rounding.
    ("~23", Some(("21.85", true)), Some(("24.15", true))),
    ("~7", Some(("6.5", true)), Some(("7.5", true))),
    ("~10", Some(("9.5", true)), Some(("10.5", true))),
    ("~715e3", Some(("679250", true)), Some(("750750", true))),
    ("~-100", Some(("-105", true)), Some(("-95", true))),
    // Nearly: five per cent below, and short of the number.
    ("<~210e9", Some(("199500000000", true)), Some(("210000000000", false))),
    ("<~7", Some(("6.65", true)), Some(("7", false))),
    ("<~-7", Some(("-7", false)), Some(("-6.65", true))),
    // Just over: its mirror.
    (">~100", Some(("100", false)), Some(("105", true))),
    // More than, over, crossed: the edge is the number itself.
    (">30", Some(("30", false)), None),
    (">200e9", Some(("200000000000", false)), None),
    (">-5", Some(("-5", false)), None),
    // At least.
    (">=400", Some(("400", true)), None),
    // Less than, and up to.
    ("<5", None, Some(("5", false))),
    ("<=9e6", None, Some(("9000000", true))),
    // Doubled, tripled, fivefold, halved: an eighth either way, and from five on half a unit.
    ("x2", Some(("1.75", true)), Some(("2.25", false))),
    ("x3", Some(("2.625", true)), Some(("3.375", false))),
    ("x4", Some(("3.5", true)), Some(("4.5", false))),
    ("x5", Some(("4.5", true)), Some(("5.5", false))),
    ("x10", Some(("9.5", true)), Some(("10.5", false))),
    ("x0.5", Some(("0.4375", true)), Some(("0.5625", false))),
];

#[test]
fn every_hedge_allows_its_row_of_the_table_and_no_more() {
    assert_eq!(Hedge::VERSION, 1);
    for (text, low, high) in TABLE {
        let interval = allowed(text);
        if let Some((end, reached)) = low {
            let [below, at, above] = beside(end);
            let inside = [below, at, above].map(|number| interval.contains(number));
            let single = *low == *high;
            assert_eq!(inside, [false, *reached, !single], "{text} from below");
        }
        if let Some((end, reached)) = high {
            let [below, at, above] = beside(end);
            let inside = [below, at, above].map(|number| interval.contains(number));
            let single = *low == *high;
            assert_eq!(inside, [!single, *reached, false], "{text} from above");
        }
        let far: Number = "9999999999999999".parse().unwrap();
        assert_eq!(interval.contains(far), high.is_none(), "{text} far above");
        assert_eq!(interval.contains(-far), low.is_none(), "{text} far below");
    }
}

#[test]
fn between_runs_from_the_one_rounding_to_the_other() {
    let between = |low: &str, high: &str| Hedge::between(allowed(low), allowed(high));
    assert_eq!(between("20", "30").unwrap().to_string(), "[19.5, 30.5)");
    assert_eq!(between("5.6", "6").unwrap().to_string(), "[5.55, 6.5)");
    assert_eq!(between("30", "20"), None);
}

#[test]
fn a_test_between_two_numbers_allows_both_roundings_and_what_lies_between() {
    let cases = [
        ("20", "30", "19.5", "30.5"),
        ("5.6", "6", "5.55", "6.5"),
        ("75e9 USD", "80e9 USD", "74500000000", "80500000000"),
        ("900e6 USD", "1.2e9 USD", "899500000", "1250000000"),
        ("10 %", "12.0 %", "9.5", "12.05"),
        ("2.5", "3.25", "2.45", "3.255"),
    ];
    for (value, upper, low, high) in cases {
        let (value, upper) = (value.parse().ok(), upper.parse().ok());
        let test = Test { value, upper, ..Test::default() };
        let allowed = test.allowed().unwrap();
        let inside = |end: &str| beside(end).map(|number| allowed.contains(number));
        assert_eq!(inside(low), [false, true, true], "{low} from below");
        assert_eq!(inside(high), [true, false, false], "{high} from above");
    }
    let of = |value: &str, upper: &str| {
        let (value, upper) = (value.parse().ok(), upper.parse().ok());
        Test { value, upper, ..Test::default() }.allowed()
    };
    assert_eq!(of("12", "10"), None);
    assert_eq!(of("", "10"), None);
}

#[test]
fn a_multiple_in_a_word_is_of_nothing_and_never_wider_than_its_figure() {
    assert!("x2 USD".parse::<Quantity>().is_err());
    for factor in 2..12 {
        let (word, figure) = (allowed(&format!("x{factor}")), allowed(&factor.to_string()));
        assert_eq!(word.fits(figure), Fit::Inside, "{factor}");
    }
}

#[test]
fn every_sign_is_written_as_it_is_read() {
    for text in ["23", "=23", "~23", "<~23", ">~23", ">23", ">=23", "<23", "<=23", "x23"] {
        let quantity: Quantity = text.parse().unwrap();
        assert_eq!(quantity.to_string(), text);
        assert_eq!(quantity.hedge().as_str().parse::<Hedge>().unwrap(), quantity.hedge());
    }
}

#[test]
fn a_filter_takes_the_same_table() {
    let cases = [
        ("=5", "5", Truth::Yes),
        ("=5", "6", Truth::No),
        ("~7", "6.5", Truth::Maybe),
        ("~7", "6.4", Truth::No),
        ("<~210", "210", Truth::No),
        ("<~210", "209.9", Truth::Maybe),
        (">~100", "100", Truth::No),
        (">~100", "101..102", Truth::Maybe),
    ];
    for (quantity, range, truth) in cases {
        let range: QuantityRange = range.parse().unwrap();
        assert_eq!(range.meets(&quantity.parse().unwrap()), truth, "{quantity} in {range}");
    }
    assert!("~5".parse::<QuantityRange>().is_err() && ">~5".parse::<QuantityRange>().is_err());
    assert!("=5".parse::<QuantityRange>().is_ok());
}
