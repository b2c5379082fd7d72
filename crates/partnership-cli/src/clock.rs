//! Today's date. The one module that reads a clock; the core is told the day.

use partnership_core::value::Day;

/// Today where the machine is; the day of `SOURCE_DATE_EPOCH` in UTC where that is set, so that output can be repeated.
pub(crate) fn today() -> Day {
    let epoch = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse::<i64>().ok());
    match epoch {
        Some(seconds) => {
            let days = seconds.div_euclid(86_400);
            // Where no calendar goes, its end stands.
            let days = i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX });
            Day::from_number(days).clamp(Day::FIRST, Day::LAST)
        }
        None => {
            // Where the machine does not say where it is, UTC stands.
            let now = time::OffsetDateTime::now_local();
            let date = now.unwrap_or_else(|_| time::OffsetDateTime::now_utc()).date();
            Day::new(date.year(), date.month().into(), date.day()).unwrap_or(Day::MIN)
        }
    }
}
