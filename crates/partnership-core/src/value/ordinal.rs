//! Numbers of meetings, as people write them.

/// What makes an ordinal of a number in English.
pub(crate) fn ending(number: usize) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

/// `26th` and `제26차`, in English and in Korean.
pub(crate) fn ordinals(number: usize) -> [String; 2] {
    [format!("{number}{}", ending(number)), format!("제{number}차")]
}
