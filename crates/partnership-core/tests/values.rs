//! The leaf values: what they take, what they print, what they refuse, and what they answer.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::cmp::Ordering;
use std::fmt::{Debug, Display};
use std::str::FromStr;

use partnership_core::ParseError;
use partnership_core::value::*;
use proptest::prelude::*;

fn read<T: FromStr<Err = ParseError>>(text: &str) -> T {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

fn refused<T: FromStr<Err = ParseError> + Debug>(texts: &[&str]) -> String {
    texts.iter().map(|text| text.parse::<T>().unwrap_err().to_string() + "\n").collect()
}

/// Text, Rust's debug form and JSON of a value all hold the one text.
fn has_one_form<T>(text: &str)
where
    T: FromStr<Err = ParseError>
        + Display
        + Debug
        + PartialEq
        + serde::Serialize
        + serde::de::DeserializeOwned,
{
    let value: T = read(text);
    let json = serde_json::to_string(&value).unwrap();
    assert_eq!(value.to_string(), text);
    assert_eq!(format!("{value:?}"), format!("{text:?}"));
    assert_eq!(json, serde_json::to_string(text).unwrap());
    assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value);
    assert!(serde_json::from_str::<T>("2024").is_err(), "a JSON number is no text");
}

#[test]
fn every_value_is_its_text_outside() {
    has_one_form::<Truth>("maybe");
    has_one_form::<Day>("2024-10-10");
    has_one_form::<Day>("-0044-03-15");
    has_one_form::<Point>("2025~");
    has_one_form::<Span>("2018-01/");
    has_one_form::<DateRange>("..2020");
    has_one_form::<Number>("-1.50");
    has_one_form::<Quantity>("<~88.0 %");
    has_one_form::<QuantityRange>("1e6..5e6 USD");
    has_one_form::<Hedge>(">=");
    has_one_form::<Money>("~6.1e9 KRW");
    has_one_form::<Lang>("zh-Hant-TW");
    has_one_form::<Place>("A1 ¶5");
    has_one_form::<Url>("https://www.mofa.go.kr:443/www/brd/m_4076/view.do?seq=1#top");
    has_one_form::<Slug>("asean-rok-summit-2024");
    has_one_form::<CountryAlpha2>("KR");
    has_one_form::<CountryAlpha3>("KOR");
    has_one_form::<CountryNumeric>("096");
    has_one_form::<Passage>("11:9f3a02c4");
}

#[test]
fn the_thirty_dates_have_their_bounds() {
    let taken = [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-10", "2024-10-01", "2024-10-31"),
        ("2024-10-10", "2024-10-10", "2024-10-10"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025~", "2025-01-01", "2025-12-31"),
        ("2019?", "2019-01-01", "2019-12-31"),
        ("2004-06%", "2004-06-01", "2004-06-30"),
        ("2025/2030", "2025-01-01", "2030-12-31"),
        ("2023-05/..", "2023-05-01", "+∞"),
        ("../2027", "-∞", "2027-12-31"),
        ("2023-05/", "2023-05-01", "+∞"),
        ("/2027", "-∞", "2027-12-31"),
        ("2001-21", "2001-03-01", "2001-05-31"),
        ("2001-24", "2001-12-01", "2002-02-28"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("2004-07-XX", "2004-07-01", "2004-07-31"),
        ("2004-XX-XX", "2004-01-01", "2004-12-31"),
        ("1997-12-15/2024~", "1997-12-15", "2024-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
    ];
    for (text, first, last) in taken {
        let span: Span = read(text);
        let bounds = span.bounds();
        assert_eq!(
            (bounds.start_first.to_string(), bounds.end_last.to_string()),
            (first.into(), last.into()),
            "{text}"
        );
        assert_eq!(bounds.qualified, text.contains(['~', '?', '%']), "{text}");
        assert_eq!(span.to_string(), text);
        let point = text.parse::<Point>();
        assert_eq!(point.is_err(), text.contains('/'), "{text}");
        assert!(point.is_err() || point.ok() == span.point().cloned());
    }
    let refused = [
        "2024-10-10T09:30:00Z",
        "2023-02-29",
        "2024-1",
        "2024-13",
        "2030/2025",
        "2024-10~-10",
        "[2024,2025]",
        " 2024",
        "２０２４",
        "",
    ];
    for text in refused {
        assert!(text.parse::<Span>().is_err() && text.parse::<Point>().is_err(), "{text}");
    }
}

#[test]
fn days_are_read_from_spans_as_the_rules_say() {
    use Truth::{Maybe, No, Yes};
    let cases = [
        ("2025/2030", "2024-12-31", No),
        ("2025/2030", "2025-03-01", Maybe),
        ("2025/2030", "2025-12-31", Yes),
        ("2025/2030", "2026-06-01", Yes),
        ("2025/2030", "2030-01-01", Yes),
        ("2025/2030", "2030-01-02", Maybe),
        ("2025/2030", "2031-01-01", No),
        ("2019/", "2018-12-31", No),
        ("2019/", "2019-06-01", Maybe),
        ("2019/", "2026-01-01", Maybe),
        ("/2027", "1900-01-01", Maybe),
        ("/2027", "2028-01-01", No),
        ("2018-01-05/", "2018-01-05", Yes),
        ("2018-01-05/", "2018-01-06", Maybe),
        ("../2027", "1900-01-01", Yes),
        ("../2027", "2027-06-01", Maybe),
        ("../2027", "2028-01-01", No),
        ("2023-05/..", "2023-05-31", Yes),
        ("2023-05/..", "9999-12-31", Yes),
        ("2007-01", "2007-01-15", Maybe),
        ("2007-01", "2007-02-01", No),
        ("2007-01-14", "2007-01-14", Yes),
        ("2025~", "2025-06-01", Maybe),
        ("2007-01-14?", "2007-01-14", Maybe),
        ("2024-06-15/2024", "2024-06-15", Yes),
        ("2024-06-15/2024", "2024-06-14", No),
        ("1997-12-15/2024~", "2010-01-01", Maybe),
    ];
    for (span, day, truth) in cases {
        assert_eq!(read::<Span>(span).bounds().holds_on(read(day)), truth, "{span} on {day}");
    }
    let meets = [
        ("2007-01", "2007", Yes),
        ("2007-01", "2007-01-10..", Maybe),
        ("2025~", "2025", Maybe),
        ("2025~", "2026", No),
        ("2019/2021", "2020..2030", Yes),
        ("2019/2021", "2021-06..", Maybe),
        ("2019/2021", "..2018", No),
        ("2023-05/..", "2030..2031", Yes),
    ];
    for (span, range, truth) in meets {
        let range: DateRange = read(range);
        assert_eq!(
            read::<Span>(span).bounds().meets(range.from, range.to),
            truth,
            "{span} in {range}"
        );
    }
}

#[test]
fn starting_and_ending_are_asked_of_one_end_each() {
    use Truth::{Maybe, No, Yes};
    let plan = read::<Span>("2025/2030").bounds();
    assert_eq!(
        ["2024-12-31", "2025-06-01", "2025-12-31"].map(|day| plan.started_by(read(day))),
        [No, Maybe, Yes]
    );
    assert_eq!(
        ["2030-01-01", "2030-06-01", "2031-01-01"].map(|day| plan.ended_before(read(day))),
        [No, Maybe, Yes]
    );
    let about = read::<Span>("2025~/2030").bounds();
    assert_eq!(
        (about.started_by(read("2026-01-01")), about.ended_before(read("2024-01-01"))),
        (Maybe, No)
    );
    assert_eq!(read::<Span>("2025/..").bounds().ended_before(Day::LAST), No);
}

#[test]
fn spans_and_points_are_ordered_by_first_day_then_text() {
    let mut spans = ["2025/2030", "2025", "2024-12/", "../2027", "2025-01-01"].map(read::<Span>);
    spans.sort();
    assert_eq!(
        spans.map(|span| span.to_string()),
        ["../2027", "2024-12/", "2025", "2025-01-01", "2025/2030"]
    );
    assert!(read::<Point>("2024-02") > read::<Point>("2024"));
    let span: Span = read::<Point>("2024").into();
    assert_eq!((span.start().point(), span.end().point()), (span.point(), span.point()));
    assert_eq!(
        (read::<Span>("../2027").start(), read::<Span>("2027/").end()),
        (&End::Open, &End::Unknown)
    );
}

#[test]
fn a_day_counts_like_the_calendar() {
    let (mut day, end): (Day, Day) = (read("1890-01-01"), read("2110-01-01"));
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for year in 1890..2110 {
        let leap = u8::from((year % 4 == 0 && year % 100 != 0) || year % 400 == 0);
        for (month, length) in (1..).zip(lengths) {
            let length = if month == 2 { length + leap } else { length };
            assert_eq!(Day::new(year, month, length + 1), None);
            for of_month in 1..=length {
                assert_eq!(Day::new(year, month, of_month), Some(day));
                assert_eq!((day.year(), day.month(), day.day_of_month()), (year, month, of_month));
                day = day.plus(1);
            }
        }
    }
    assert_eq!(day, end);
    assert_eq!(Day::new(1970, 1, 1).map(Day::number), Some(0));
    assert_eq!(["9999-12-31", "-9999-01-01"].map(read::<Day>), [Day::LAST, Day::FIRST]);
    assert_eq!(
        (Day::LAST.plus(1), Day::FIRST.plus(i32::MIN), Day::MIN.plus(5)),
        (Day::MAX, Day::MIN, Day::MIN)
    );
    assert_eq!((Day::from_number(i32::MAX - 1), Day::from_number(-5).number()), (Day::MAX, -5));
    assert_eq!(Point::from(Day::MAX), read::<Point>("9999-12-31"));
    assert_eq!(
        DateRange::new(read("2024-01-01"), Day::MAX).map(|range| range.to_string()).as_deref(),
        Some("2024-01-01..")
    );
    assert_eq!(DateRange::new(Day::MAX, Day::MIN), None);
}

#[test]
fn truth_is_the_logic_of_least_and_greatest() {
    let all = [Truth::No, Truth::Maybe, Truth::Yes];
    for (a, b) in all.iter().flat_map(|a| all.map(|b| (*a, b))) {
        assert_eq!((a & b, a | b), (a.min(b), a.max(b)));
        assert_eq!(!(a & b), !a | !b);
    }
    assert_eq!(
        (Truth::from(true), Truth::from(false), Truth::default()),
        (Truth::Yes, Truth::No, Truth::Yes)
    );
}

#[test]
fn sums_and_products_are_exact_or_nothing() {
    let number = read::<Number>;
    let tiny = number("0.0000000000000001");
    assert_eq!(tiny.checked_mul(tiny), None, "rust_decimal alone rounds this to zero");
    let most = number("9999999999999999999999999999");
    assert_eq!(most.checked_add(number("0.4")), None, "and drops this");
    assert_eq!(most.checked_add(number("1")), None);
    assert_eq!(
        number("1.50").checked_sub(number("1.5")).map(|n| n.to_string()).as_deref(),
        Some("0.00")
    );
    assert_eq!(number("-1").checked_mul(number("0")).map(|n| n.to_string()).as_deref(), Some("0"));
    assert!(number("1.50") == number("1.5") && !number("1.50").same_text(number("1.5")));
    assert_eq!(number("2").checked_shift(-3).map(|n| n.to_string()).as_deref(), Some("0.002"));
    assert_eq!(number("2").checked_shift(28), None);
    let ratio = |a: i64, b: i64, c: i64, d: i64| {
        Number::compare_ratios((a.into(), b.into()), (c.into(), d.into()))
    };
    assert_eq!(ratio(1, 3, 2, 6), Some(Ordering::Equal));
    assert_eq!(ratio(1, -3, 2, 6), Some(Ordering::Less));
    assert_eq!((ratio(1, 0, 2, 6), ratio(1, 3, 2, 0)), (None, None));
    assert_eq!(Number::compare_ratios((most, tiny), (most, most)), None);
}

#[test]
fn printed_digits_round_to_what_they_may_be() {
    let cases = [
        ("30e6 USD", Some("[29500000, 30500000)")),
        ("2061429.68 USD", Some("[2061429.675, 2061429.685)")),
        (">1.50e-1", Some("[0.1495, 0.1505)")),
        ("-30 %", Some("(-30.5, -29.5]")),
        ("0", Some("(-0.5, 0.5)")),
        ("1e99", None),
    ];
    for (text, expected) in cases {
        let interval = read::<Quantity>(text).printed_interval();
        let shown = interval.map(|interval| interval.to_string());
        assert_eq!(shown.as_deref(), expected, "{text}");
    }
}

#[test]
fn a_filter_reads_a_hedge_as_all_that_it_allows() {
    use Truth::{Maybe, No, Yes};
    let cases = [
        (">200e9 USD", ">=150e9 USD", Yes),
        (">200e9 USD", ">=250e9 USD", Maybe),
        (">200e9 USD", "<100e9 USD", No),
        (">200e9 USD", ">200e9 USD", Yes),
        (">=200e9 USD", ">200e9 USD", Maybe),
        (">200e9 USD", "200e9 USD", No),
        (">200e9 USD", ">=150e9 KRW", No),
        (">200e9", ">=150e9 USD", No),
        (">200e9 USD", ">=150e9", Yes),
        ("30e6 USD", "30000000 USD", Yes),
        ("30e6 USD", "30.1e6 USD", No),
        ("3", "1..5", Yes),
        ("5", "1..5", Yes),
        ("<5", "1..5", Maybe),
        ("<=5", "<=5", Yes),
        ("<=5", "<5", Maybe),
        ("~6.1e9 KRW", "6e9 KRW", Maybe),
        ("~6.1e9 KRW", "5e9 KRW", No),
        ("~6.1e9 KRW", ">=1e9 KRW", Maybe),
        ("<~210", "205..", Maybe),
        ("<~210", ">210", No),
        ("~-100", "-104", Maybe),
        ("~-100", "-106", No),
        ("1e99", ">=1", Maybe),
    ];
    for (quantity, range, truth) in cases {
        assert_eq!(read::<Quantity>(quantity).meets(&read(range)), truth, "{quantity} in {range}");
    }
    let (a, b, c) = (read::<Quantity>("1.5e3 %"), read("1500.0 %"), read("1500.0"));
    assert_eq!((a.compare_to(&b), a.compare_to(&c), a == b), (Some(Ordering::Equal), None, false));
    assert_eq!((a.hedge(), a.power(), c.printed_power()), (Hedge::Exact, 3, None));
}

#[test]
fn texts_are_found_by_language() {
    let text =
        Text::from_pairs([("ko", "정상회의"), ("en-GB", "summit"), ("zh-Hant", "峰會")]).unwrap();
    let best =
        |lang: &str| text.best(&read(lang)).map(|(lang, text)| format!("{lang} {text}")).unwrap();
    assert_eq!(
        ["ko", "en", "zh", "fr"].map(best),
        ["ko 정상회의", "en-GB summit", "zh-Hant 峰會", "en-GB summit"]
    );
    assert_eq!((text.get(&read("en-GB")), text.get(&read("en"))), (Some("summit"), None));
    let json = r#"{"ko":"정상회의","en-GB":"summit","zh-Hant":"峰會"}"#;
    assert_eq!(serde_json::to_string(&text).unwrap(), json);
    assert_eq!(serde_json::from_str::<Text>(json).unwrap(), text);
    assert!(serde_json::from_str::<Text>(r#"{"en":"a","EN":"b"}"#).is_err());
    assert_eq!(format!("{:?}", Text::from_pairs([("en", "a")]).unwrap()), r#"{"en": "a"}"#);
}

#[test]
fn canonical_forms_and_parts() {
    assert_eq!(read::<Lang>("SL-rozaj-BISKE-1994").as_str(), "sl-rozaj-biske-1994");
    assert_eq!(read::<Lang>("ZH-hANT-tw").as_str(), "zh-Hant-TW");
    assert_eq!(read::<CountryAlpha2>("kr").as_str(), "KR");
    assert_eq!(read::<Place>("table 1, row 12(b)").parts(), [("table", 1), ("row", 12), ("b", 0)]);
    assert_eq!(read::<Place>("opening").parts(), [("opening", 0)]);
    assert!(read::<Place>("§10") > read::<Place>("§9"));
    assert_eq!(read::<Url>("http://[::1]:8080/x").host(), "[::1]");
    assert!(
        CURRENCIES.is_sorted()
            && ["USD", "KRW", "IDR", "XDR"].iter().all(|code| CURRENCIES.contains(code))
    );
}

#[test]
fn refused_dates_say_why() {
    insta::assert_snapshot!(refused::<Point>(&["2023-02-29", "2025/2030", "[2024,2025]", "2024-10-10T09:30:00Z", "Y12345", " 2024", ""]), @"
    `2023-02-29` is not a date; expected a date such as `2024`, `2024-10`, `2024-10-10` or `2025~` (day is out of range for the month)
    `2025/2030` is not a date; expected a date such as `2024`, `2024-10`, `2024-10-10` or `2025~` (this is an interval)
    `[2024,2025]` is not a date; expected a date such as `2024`, `2024-10`, `2024-10-10` or `2025~` (EDTF of level 2 is not taken)
    `2024-10-10T09:30:00Z` is not a date; expected a date such as `2024`, `2024-10`, `2024-10-10` or `2025~` (a time of day is not kept)
    `Y12345` is not a date; expected a date such as `2024`, `2024-10`, `2024-10-10` or `2025~` (years run from -9999 to 9999)
    ` 2024` is not a date; expected a date such as `2024`, `2024-10`, `2024-10-10` or `2025~` (whitespace is not allowed)
    `` is not a date; expected a date such as `2024`, `2024-10`, `2024-10-10` or `2025~` (nothing is written)
    ");
    insta::assert_snapshot!(refused::<Span>(&["2030/2025", "2024/2025/2026", "/", "../2024~-10", "2024 / 2025", "9999-24"]), @"
    `2030/2025` is not a span; expected a date such as `2024-10`, or two with a slash, such as `2025/2030`, open `2023-05/..` or unknown `2018-01/` (interval end precedes interval start)
    `2024/2025/2026` is not a span; expected a date such as `2024-10`, or two with a slash, such as `2025/2030`, open `2023-05/..` or unknown `2018-01/` (interval must contain exactly one '/')
    `/` is not a span; expected a date such as `2024-10`, or two with a slash, such as `2025/2030`, open `2023-05/..` or unknown `2018-01/` (interval needs at least one dated endpoint)
    `../2024~-10` is not a span; expected a date such as `2024-10`, or two with a slash, such as `2025/2030`, open `2023-05/..` or unknown `2018-01/` (EDTF of level 2 is not taken)
    `2024 / 2025` is not a span; expected a date such as `2024-10`, or two with a slash, such as `2025/2030`, open `2023-05/..` or unknown `2018-01/` (whitespace is not allowed)
    `9999-24` is not a span; expected a date such as `2024-10`, or two with a slash, such as `2025/2030`, open `2023-05/..` or unknown `2018-01/` (years run from -9999 to 9999)
    ");
    insta::assert_snapshot!(refused::<DateRange>(&["..", "2024..2019", "2019/2024", "2019...2024", "next year"]), @"
    `..` is not a date or a range of dates; expected a date such as `2024` or `2024-10`, or a range such as `2019..2024`, `2019..` or `..2020` (no side is given)
    `2024..2019` is not a date or a range of dates; expected a date such as `2024` or `2024-10`, or a range such as `2019..2024`, `2019..` or `..2020` (the end lies before the start)
    `2019/2024` is not a date or a range of dates; expected a date such as `2024` or `2024-10`, or a range such as `2019..2024`, `2019..` or `..2020` (a slash is for spans; between the ends of a range stands `..`)
    `2019...2024` is not a date or a range of dates; expected a date such as `2024` or `2024-10`, or a range such as `2019..2024`, `2019..` or `..2020` (year must have exactly four digits (or X))
    `next year` is not a date or a range of dates; expected a date such as `2024` or `2024-10`, or a range such as `2019..2024`, `2019..` or `..2020` (whitespace is not allowed)
    ");
    insta::assert_snapshot!(refused::<Day>(&["2024-02-30", "2024-2-3", "-0000-01-01", "+∞"]), @"
    `2024-02-30` is not a day; expected a day of the calendar such as `2024-10-10`
    `2024-2-3` is not a day; expected a day of the calendar such as `2024-10-10`
    `-0000-01-01` is not a day; expected a day of the calendar such as `2024-10-10`
    `+∞` is not a day; expected a day of the calendar such as `2024-10-10`
    ");
}

#[test]
fn refused_numbers_say_why() {
    insta::assert_snapshot!(refused::<Number>(&["1_000", "+1", ".5", "5.", "1e3", "007", "-0", "12345678901234567890123456789"]), @"
    `1_000` is not a number; expected at most 28 digits such as `1200` or `-3.50`, without separators and leading zeros
    `+1` is not a number; expected at most 28 digits such as `1200` or `-3.50`, without separators and leading zeros
    `.5` is not a number; expected at most 28 digits such as `1200` or `-3.50`, without separators and leading zeros
    `5.` is not a number; expected at most 28 digits such as `1200` or `-3.50`, without separators and leading zeros
    `1e3` is not a number; expected at most 28 digits such as `1200` or `-3.50`, without separators and leading zeros
    `007` is not a number; expected at most 28 digits such as `1200` or `-3.50`, without separators and leading zeros
    `-0` is not a number; expected at most 28 digits such as `1200` or `-3.50`, without separators and leading zeros
    `12345678901234567890123456789` is not a number; expected at most 28 digits such as `1200` or `-3.50`, without separators and leading zeros
    ");
    insta::assert_snapshot!(refused::<Quantity>(&["30 e6", "≥5", "5  persons", "1e+6", "1,000 USD", "about 5", "5 \u{202e}USD"]), @r#"
    `30 e6` is not a quantity; expected digits with an optional power of ten and unit, such as `30e6 USD`, `>200e9 USD`, `40000 persons` or `23`
    `≥5` is not a quantity; expected digits with an optional power of ten and unit, such as `30e6 USD`, `>200e9 USD`, `40000 persons` or `23`
    `5  persons` is not a quantity; expected digits with an optional power of ten and unit, such as `30e6 USD`, `>200e9 USD`, `40000 persons` or `23`
    `1e+6` is not a quantity; expected digits with an optional power of ten and unit, such as `30e6 USD`, `>200e9 USD`, `40000 persons` or `23`
    `1,000 USD` is not a quantity; expected digits with an optional power of ten and unit, such as `30e6 USD`, `>200e9 USD`, `40000 persons` or `23`
    `about 5` is not a quantity; expected digits with an optional power of ten and unit, such as `30e6 USD`, `>200e9 USD`, `40000 persons` or `23`
    `5 \u{202e}USD` is not a quantity; expected digits with an optional power of ten and unit, such as `30e6 USD`, `>200e9 USD`, `40000 persons` or `23`
    "#);
    insta::assert_snapshot!(refused::<QuantityRange>(&["5..1", "..", "~5", "1..5..7", ">", ">=10e6USD", "==5"]), @"
    `5..1` is not a range of quantities; expected a comparison such as `>=10e6 USD`, a range such as `1..5`, or one value such as `30e6 USD`
    `..` is not a range of quantities; expected a comparison such as `>=10e6 USD`, a range such as `1..5`, or one value such as `30e6 USD`
    `~5` is not a range of quantities; expected a comparison such as `>=10e6 USD`, a range such as `1..5`, or one value such as `30e6 USD`
    `1..5..7` is not a range of quantities; expected a comparison such as `>=10e6 USD`, a range such as `1..5`, or one value such as `30e6 USD`
    `>` is not a range of quantities; expected a comparison such as `>=10e6 USD`, a range such as `1..5`, or one value such as `30e6 USD`
    `>=10e6USD` is not a range of quantities; expected a comparison such as `>=10e6 USD`, a range such as `1..5`, or one value such as `30e6 USD`
    `==5` is not a range of quantities; expected a comparison such as `>=10e6 USD`, a range such as `1..5`, or one value such as `30e6 USD`
    ");
    insta::assert_snapshot!(refused::<Money>(&["30e6 USDD", "30e6 krw", "30e6", "10000000000000000000000000000 USD", "$30", "5 persons"]), @"
    `30e6 USDD` is not an amount of money; expected digits, a space and an ISO 4217 currency, such as `30e6 USD`; did you mean `USD`?
    `30e6 krw` is not an amount of money; expected digits, a space and an ISO 4217 currency, such as `30e6 USD`; did you mean `KRW`?
    `30e6` is not an amount of money; expected digits, a space and an ISO 4217 currency, such as `30e6 USD`
    `10000000000000000000000000000 USD` is not an amount of money; expected at most 28 digits, a space and an ISO 4217 currency, such as `30e6 USD`
    `$30` is not an amount of money; expected digits, a space and an ISO 4217 currency, such as `30e6 USD`
    `5 persons` is not an amount of money; expected digits, a space and an ISO 4217 currency, such as `30e6 USD`
    ");
    insta::assert_snapshot!(refused::<Hedge>(&["≈"]) + &refused::<Truth>(&["perhaps"]), @"
    `≈` is not a hedge; expected `=`, `~`, `<~`, `>~`, `>`, `>=`, `<`, `<=`, `x` or nothing
    `perhaps` is not a truth; expected `no`, `maybe` or `yes`
    ");
}

#[test]
fn refused_names_say_why() {
    insta::assert_snapshot!(refused::<Slug>(&["Asean", "asean--rok", "-a"]) + &refused::<Lang>(&["english", "en-GB-US", "e"]), @"
    `Asean` is not an id; expected at most 64 small letters and digits in words joined by `-`, such as `asean-rok-summit-2024`
    `asean--rok` is not an id; expected at most 64 small letters and digits in words joined by `-`, such as `asean-rok-summit-2024`
    `-a` is not an id; expected at most 64 small letters and digits in words joined by `-`, such as `asean-rok-summit-2024`
    `english` is not a language; expected a BCP 47 tag such as `en`, `ko`, `en-GB` or `zh-Hant`
    `en-GB-US` is not a language; expected a BCP 47 tag such as `en`, `ko`, `en-GB` or `zh-Hant`
    `e` is not a language; expected a BCP 47 tag such as `en`, `ko`, `en-GB` or `zh-Hant`
    ");
    insta::assert_snapshot!(refused::<CountryAlpha2>(&["Kenya"]) + &refused::<CountryAlpha3>(&["KÉN"]) + &refused::<CountryNumeric>(&["4O4"]), @"
    `Kenya` is not a country code; expected two letters, such as `KE`
    `KÉN` is not a country code; expected three letters, such as `KEN`
    `4O4` is not a country number; expected three digits, such as `404`
    ");
    insta::assert_snapshot!(refused::<Url>(&["ftp://asean.org/", "https://", "https://me@asean.org/", "https://asean.org/a b"]), @"
    `ftp://asean.org/` is not an address; expected an `http` or `https` address without spaces and user name, such as `https://asean.org/`
    `https://` is not an address; expected an `http` or `https` address without spaces and user name, such as `https://asean.org/`
    `https://me@asean.org/` is not an address; expected an `http` or `https` address without spaces and user name, such as `https://asean.org/`
    `https://asean.org/a b` is not an address; expected an `http` or `https` address without spaces and user name, such as `https://asean.org/`
    ");
    insta::assert_snapshot!(refused::<Passage>(&["11:9F3A02C4", "011:9f3a02c4", "9f3a02c4"]) + &refused::<Place>(&["", "a\nb"]), @r#"
    `11:9F3A02C4` is not a passage; expected a paragraph's number and 8 to 64 small hexadecimal digits, such as `11:9f3a02c4`
    `011:9f3a02c4` is not a passage; expected a paragraph's number and 8 to 64 small hexadecimal digits, such as `11:9f3a02c4`
    `9f3a02c4` is not a passage; expected a paragraph's number and 8 to 64 small hexadecimal digits, such as `11:9f3a02c4`
    `` is not a place in a source; expected plain words on one line, such as `A1 ¶5` or `table 1`
    `a\u{a}b` is not a place in a source; expected plain words on one line, such as `A1 ¶5` or `table 1`
    "#);
}

#[test]
fn refused_texts_say_where() {
    let texts = [
        "",
        "a ",
        "a\u{202e}b",
        "a\u{0}b",
        "e\u{301}",
        &"가".repeat(100).replace("가가가", "가 \r"),
    ];
    let refusals: String =
        texts.iter().map(|text| check_text(text).unwrap_err().to_string() + "\n").collect();
    insta::assert_snapshot!(refusals, @r#"
    `` is not a text; expected at least one character
    `a ` is not a text; expected no space at its start or end
    `a\u{202e}b` is not a text; expected no character that steers the direction of writing (U+202E at byte 1)
    `a\u{0}b` is not a text; expected no control character but new line and tab (U+0000 at byte 1)
    `é` is not a text; expected Unicode's composed form, NFC
    `가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 \u{d}가 …` is not a text; expected no control character but new line and tab (U+000D at byte 4)
    "#);
    let twice = Text::from_pairs([("en", "a"), ("EN", "b")]).unwrap_err();
    let none = Text::from_pairs([]).unwrap_err();
    insta::assert_snapshot!(format!("{twice}\n{none}"), @"
    `en` is not a further language; expected each language once
    `` is not a text; expected at least one language
    ");
}

/// Every parser on one text; none may panic, and what is taken prints as it was written.
fn try_all(text: &str) {
    fn same<T: FromStr<Err = ParseError> + Display>(text: &str) {
        match text.parse::<T>() {
            Ok(value) => assert_eq!(value.to_string(), text),
            Err(error) => assert!(error.to_string().chars().count() < 1200 && error.text() == text),
        }
    }
    same::<Truth>(text);
    same::<Day>(text);
    same::<Point>(text);
    same::<Span>(text);
    same::<DateRange>(text);
    same::<Number>(text);
    same::<Quantity>(text);
    same::<QuantityRange>(text);
    same::<Money>(text);
    same::<Place>(text);
    same::<Url>(text);
    same::<Slug>(text);
    same::<CountryNumeric>(text);
    same::<Passage>(text);
    let canonical = |text: &str| text.parse::<Lang>().map(|lang| lang.to_string());
    assert!(canonical(text).is_err() || canonical(text) == canonical(&canonical(text).unwrap()));
    let _ = (text.parse::<CountryAlpha2>(), text.parse::<CountryAlpha3>(), check_text(text));
    let _ = text.parse::<Place>().map(|place| place.parts().len());
    let _ = text.parse::<Span>().map(|span| span.bounds());
    let _ = text.parse::<Quantity>().map(|q| (q.printed_interval(), q.meets(&read(">=1"))));
}

#[test]
fn parsers_need_little_stack() {
    let long = ["2", "e", "-", "..", "/", "X", "가", "<~", ":9", "[", "\u{202e}", "a-"]
        .map(|part| part.repeat(50_000));
    let run = move || long.iter().for_each(|text| try_all(text));
    std::thread::Builder::new().stack_size(256 * 1024).spawn(run).unwrap().join().unwrap();
}

fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { cases: count, failure_persistence: None, ..ProptestConfig::default() }
}

const POINT: &str = "(-?[12][0-9]{3}|[12][0-9]{2}X|[12][0-9]XX)(-(0[1-9]|1[0-2]|2[1-4])|-(0[1-9]|1[0-2])-([01][1-9]|2[0-8]|XX))?[?~%]?";
const QUANTITY: &str = "(~|<~|>=?|<=?)?(-?[1-9][0-9]{0,8}|0)(\\.[0-9]{1,4})?(e-?[1-9])?";

fn number() -> impl Strategy<Value = (i128, u32)> {
    let mantissa = prop_oneof![Just(0), -1000..1000_i128, -(10_i128.pow(28) - 1)..10_i128.pow(28)];
    (mantissa, 0..28_u32)
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn no_text_makes_a_parser_panic(text in prop_oneof!["\\PC*", ".{0,40}", "[0-9X~?%./: eE<>=+-]{0,16}"]) {
        try_all(&text);
    }

    #[test]
    fn dates_come_back_as_written(start in POINT, end in prop_oneof![Just(String::new()), Just("..".into()), POINT]) {
        if let Ok(point) = start.parse::<Point>() {
            prop_assert_eq!(point.to_string(), start.clone());
            prop_assert!(point.first() <= point.last() && point.first().is_finite() && point.last().is_finite());
            prop_assert_eq!(point.first().to_string().parse::<Day>(), Ok(point.first()));
        }
        let text = format!("{start}/{end}");
        if let Ok(span) = text.parse::<Span>() {
            let bounds = span.bounds();
            prop_assert_eq!(span.as_str(), text);
            prop_assert!(bounds.start_first <= bounds.start_last && bounds.end_first <= bounds.end_last);
            prop_assert!(bounds.start_first <= bounds.end_first && bounds.start_last <= bounds.end_last);
        }
    }

    #[test]
    fn money_and_quantities_come_back_as_written(amount in QUANTITY, unit in prop_oneof![Just("USD"), Just("KRW")]) {
        let text = format!("{amount} {unit}");
        prop_assert_eq!(read::<Quantity>(&amount).to_string(), amount);
        prop_assert_eq!(read::<Money>(&text).to_string(), text.clone());
        let printed = read::<Quantity>(&text).printed_interval().zip(read::<Quantity>(&text).value());
        prop_assert!(printed.is_some_and(|(interval, value)| interval.contains(value)));
    }

    #[test]
    fn spans_answer_as_all_their_possible_days_do(
        ends in prop::array::uniform4(0..8_i32), from in 0..8_i32, length in 0..4_i32,
    ) {
        let (s0, s1) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        let (e0, e1) = (ends[2].min(ends[3]).max(s0), ends[2].max(ends[3]).max(s1));
        let [start_first, start_last, end_first, end_last] = [s0, s1, e0, e1].map(Day::from_number);
        let bounds = Bounds { start_first, start_last, end_first, end_last, qualified: false };
        let to = from + length;
        let touches: Vec<bool> = (s0..=s1).flat_map(|s| (e0..=e1).map(move |e| (s, e)))
            .filter(|(s, e)| s <= e).map(|(s, e)| s <= to && e >= from).collect();
        let expected = match (touches.iter().all(|t| *t), touches.iter().any(|t| *t)) {
            (true, _) => Truth::Yes,
            (_, true) => Truth::Maybe,
            _ => Truth::No,
        };
        prop_assert_eq!(bounds.meets(Day::from_number(from), Day::from_number(to)), expected);
        let unsure = Bounds { qualified: true, ..bounds };
        prop_assert_eq!(unsure.meets(Day::from_number(from), Day::from_number(to)), expected.min(Truth::Maybe));
    }

    #[test]
    fn filters_answer_as_all_the_allowed_numbers_do(
        hedge in prop::sample::select(vec!["", ">", ">=", "<", "<="]), value in -5..=5_i32,
        sign in prop::sample::select(vec!["", ">", ">=", "<", "<="]), limit in -5..=5_i32, width in 0..4_i32, closed in any::<bool>(),
    ) {
        let is = |sign: &str, twice: i32, limit: i32| match sign {
            ">" => twice > 2 * limit,
            ">=" => twice >= 2 * limit,
            "<" => twice < 2 * limit,
            "<=" => twice <= 2 * limit,
            _ => twice == 2 * limit,
        };
        let high = limit + width;
        let range = if closed { format!("{limit}..{high}") } else { format!("{sign}{limit}") };
        let answers: Vec<bool> = (-40..=40).filter(|twice| is(hedge, *twice, value))
            .map(|twice| if closed { is(">=", twice, limit) && is("<=", twice, high) } else { is(sign, twice, limit) })
            .collect();
        let expected = match (answers.iter().all(|a| *a), answers.iter().any(|a| *a)) {
            (true, _) => Truth::Yes,
            (_, true) => Truth::Maybe,
            _ => Truth::No,
        };
        prop_assert_eq!(read::<QuantityRange>(&range).meets(&read(&format!("{hedge}{value}"))), expected, "{}{} in {}", hedge, value, range);
    }

    #[test]
    fn numbers_calculate_like_whole_numbers((a, s) in number(), (b, t) in number()) {
        let (x, y) = (Number::new(a, s).unwrap(), Number::new(b, t).unwrap());
        prop_assert_eq!((x.mantissa(), x.scale()), (a, s));
        prop_assert!(read::<Number>(&x.to_string()).same_text(x));
        let fits = |mantissa: Option<i128>, scale: u32| {
            mantissa.filter(|m| m.unsigned_abs() < 10_u128.pow(28) && scale < 28).map(|m| (m, scale))
        };
        let scale = s.max(t);
        let wide = |m: i128, own: u32| m.checked_mul(10_i128.pow(scale - own));
        let parts = |n: Option<Number>| n.map(|n| (n.mantissa(), n.scale()));
        let sum = wide(a, s).zip(wide(b, t)).and_then(|(a, b)| a.checked_add(b));
        let difference = wide(a, s).zip(wide(b, t)).and_then(|(a, b)| a.checked_sub(b));
        prop_assert_eq!(parts(x.checked_add(y)), fits(sum, scale));
        prop_assert_eq!(parts(x.checked_sub(y)), fits(difference, scale));
        prop_assert_eq!(parts(x.checked_mul(y)), fits(a.checked_mul(b), s + t));
        if let Some((a, b)) = wide(a, s).zip(wide(b, t)) {
            prop_assert_eq!(x.cmp(&y), a.cmp(&b));
        }
    }
}
