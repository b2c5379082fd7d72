//! The forms of sentences that are read, as they are shown and documented.

/// A form: an example with what is filled in, in capitals, and what must be in a sentence for it to be the nearest.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// What it looks like. A and B are parties, FIRST and SECOND texts, N a number, MEASURE a measure.
    pub text: &'static str,
    /// Words of which a sentence that is near has one; every list must be met.
    pub(super) near: &'static [&'static [&'static str]],
    /// A sentence of this form of the record that the package holds, or of any other.
    pub means: &'static str,
}

const fn form(
    text: &'static str,
    near: &'static [&'static [&'static str]],
    means: &'static str,
) -> Form {
    Form { text, near, means }
}

/// Every form. A hedge may stand before each number: about, nearly, more than, at least, up to, less than, exactly; or
/// there are two, as `between N and M`. A year may also be a span (`from YEAR to YEAR`, `between YEAR and YEAR`, `over the N years since YEAR`); where none is said of a
/// level, share or rank, each of the last two full years is a reading. `According to REPORTER,` and `In YEAR` may come first.
pub const FORMS: &[Form] = &[
    form(
        "A is B's Nth-largest trading partner",
        &[&["partner", "market", "largest", "biggest", "best", "investor", "destination"]],
        "a rank",
    ),
    form("A attended every FORUM since YEAR", &[&["attended"]], "presence at each meeting"),
    form(
        "The FORUM has been held every year since YEAR",
        &[&["every", "annually", "yearly"]],
        "a meeting in each year",
    ),
    form(
        "The target of AMOUNT of MEASURE by YEAR was met",
        &[&["target", "goal"]],
        "a target of a commitment",
    ),
    form("The FUND received AMOUNT in YEAR", &[&["received"]], "what goes into a fund"),
    form(
        "A pledged AMOUNT a year to the FUND by YEAR",
        &[&["pledged", "paid", "contributed", "committed"]],
        "what is pledged to a fund, or paid",
    ),
    form(
        "A's contribution to the FUND doubled from YEAR to YEAR",
        &[&["contribution"]],
        "a multiple of what goes into a fund",
    ),
    form(
        "A exported more to B than to C in YEAR",
        &[&["exported", "imported", "invested", "traded"]],
        "two levels compared",
    ),
    form("N members of A belong to B", &[&["belong"]], "a count of members"),
    form("A had N dialogue partners in YEAR", &[&["had"]], "a count of those who have a status"),
    form("A has hosted N FORUM", &[&["hosted"]], "a count of meetings"),
    form("The FUND has supported N projects", &[&["projects"]], "a count of projects"),
    form(
        "N nationals of A visited B in YEAR",
        &[&["visited", "lived", "live"]],
        "a number of persons",
    ),
    form("A is a member of B", &[&["member"]], "a membership"),
    form("FIRST was adopted before SECOND", &[&["before", "after"]], "which came first"),
    form(
        "RECORD was signed on DATE",
        &[&["signed", "adopted", "launched", "force", "established", "ratified"]],
        "the day of a text, project or meeting",
    ),
    form(
        "A's share of B's MEASURE rose by N percentage points in YEAR",
        &[&["share"], &["rose", "grew", "fell", "risen", "points", "increased"]],
        "a change of a share",
    ),
    form("A's share of B's MEASURE was N per cent in YEAR", &[&["share"]], "a share"),
    form(
        "A accounted for N per cent of B's MEASURE in YEAR",
        &[&["accounted", "half", "quarter", "third"]],
        "a share",
    ),
    form(
        "MEASURE between A and B reached a record in YEAR",
        &[&["record", "highest"]],
        "the largest so far",
    ),
    form(
        "MEASURE between A and B grew by N per cent a year from YEAR to YEAR",
        &[&["annually", "average"]],
        "mean growth",
    ),
    form(
        "MEASURE between A and B grew by N per cent in YEAR",
        &[&["%", "cent", "percent"]],
        "growth",
    ),
    form(
        "MEASURE between A and B was US$N in YEAR",
        &[&["billion", "million", "bn", "us$", "dollars"]],
        "a level",
    ),
    form("MEASURE between A and B grew N-fold since YEAR", &[], "a multiple"),
];
