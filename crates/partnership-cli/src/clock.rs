//! Today's date. The one module that reads a clock; the core is told the day.

use partnership_core::value::Day;

use crate::failure::Failure;

/// Today where the machine is; the day of `SOURCE_DATE_EPOCH` in UTC where that is set, so that output can be repeated.
///
/// # Errors
/// When that is set and is no number of seconds, or one of a day that no date can be written of.
pub(crate) fn today() -> Result<Day, Failure> {
    let Some(epoch) = std::env::var_os("SOURCE_DATE_EPOCH").filter(|text| !text.is_empty()) else {
        // Where the machine does not say where it is, UTC stands.
        let now = time::OffsetDateTime::now_local();
        let date = now.unwrap_or_else(|_| time::OffsetDateTime::now_utc()).date();
        return Ok(Day::new(date.year(), date.month().into(), date.day()).unwrap_or(Day::MIN));
    };
    let text = epoch.to_string_lossy();
    day_of(&text).ok_or_else(|| {
        Failure::usage(
            format!("`SOURCE_DATE_EPOCH` is `{text}`, which is no day from 1970 to 9999"),
            "set it to seconds since 1970-01-01, such as `1764115200`, or not at all",
        )
    })
}

/// The day of so many seconds after 1970 began.
fn day_of(seconds: &str) -> Option<Day> {
    let days = seconds.parse::<u64>().ok()? / 86_400;
    let day = Day::from_number(i32::try_from(days).ok()?);
    (day <= Day::LAST).then_some(day)
}
