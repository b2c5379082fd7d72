//! The codes of faults, with what each means and how to mend it. A code never changes its meaning.

use std::fmt;

/// The code of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub(crate) &'static str);

impl Code {
    /// The code as it is printed: `P0204`.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// All codes, in order.
    pub fn all() -> impl Iterator<Item = Code> {
        CODES.iter().map(|(code, ..)| Code(code))
    }

    /// What the rule is called.
    pub fn title(self) -> &'static str {
        CODES.iter().find(|(code, ..)| *code == self.0).map_or("", |(_, title, _)| title)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(self.0)
    }
}

/// What a code means and how to mend it, for a person; the code in any case, with or without its `P`.
pub fn explain(code: &str) -> Option<(Code, &'static str, &'static str)> {
    let wanted = code.trim().to_ascii_uppercase();
    let wanted = wanted.strip_prefix('P').unwrap_or(&wanted);
    let found = CODES.iter().find(|(code, ..)| code.strip_prefix('P') == Some(wanted));
    found.map(|(code, title, text)| (Code(code), *title, *text))
}

macro_rules! codes {
    ($($name:ident $code:literal $title:literal $text:literal)*) => {
        impl Code {
            $(#[doc = $title] pub const $name: Code = Code($code);)*
        }
        const CODES: &[(&str, &str, &str)] = &[$(($code, $title, $text)),*];
    };
}

codes! {
    FILE "P0100" "a file that cannot be read"
        "The file or folder cannot be opened, is not UTF-8, is larger than a data file may be, or leads out of the dataset's folder. Check its name, its rights and its encoding."
    SYNTAX "P0101" "not TOML"
        "The file breaks the grammar of TOML 1.0. Dates stand in quotes, inline tables stand on one line and end without a comma."
    UNKNOWN_FIELD "P0102" "an unknown field"
        "The kind has no field of that name. `partnership schema KIND` lists the fields; an editor that reads it completes them."
    MISSING_FIELD "P0103" "a missing field"
        "Every record of this kind, or every part of this type, has this field."
    WRONG_TYPE "P0104" "a value of the wrong type"
        "A text stands where a list or table is expected, or the other way round. Dates, sums and ids are texts in quotes; numbers of meetings are bare."
    DATE "P0105" "not a date"
        "Dates are EDTF, levels 0 and 1, in quotes: `2024`, `2024-10`, `2024-10-10`, `2025~` (about), `2019?` (uncertain), `2025/2030` (from, to), `2023-05/..` (open), `2018-01/` (end not known)."
    QUANTITY "P0106" "not a quantity"
        "A quantity is digits as printed, perhaps a power of ten, a blank and a unit: `30e6 USD`, `40000 persons`, `5.1 %`. Hedges stand before it: `=`, `~`, `<~`, `>~`, `>`, `>=`, `<`, `<=`, and `x` for a multiple in a word. Money has an ISO 4217 code as unit."
    VALUE "P0107" "not a value of that field"
        "The text is not one of the words, or not of the form, that the field takes."
    NOT_NFC "P0108" "a text that is not in normal form"
        "Texts are in Unicode normal form C, so that the same name is the same bytes. Run `partnership fmt`; where the text has an escape such as `\\u0301`, type the letter itself."
    CONTROL "P0109" "a control or bidirectional character"
        "Control characters and the twelve bidirectional controls can make a text look like another. Delete them."
    TOO_DEEP "P0110" "nested too deeply"
        "No value of the model is nested more than 16 deep."
    NAME "P0111" "a file name that is no id"
        "A file that holds one record is named by its id: small letters, digits and single hyphens, then `.toml`. A series has a table of the same name, `.csv`."
    PLACE "P0112" "a file where none is expected"
        "A dataset has `dataset.toml`, `redirects.toml` and one folder a kind, named by its plural. Other files stand outside of these."
    FORMAT "P0113" "a format of another release"
        "`format` in `dataset.toml` is the version of these files. This release reads the one that it names."
    TABLE "P0114" "a table that does not fit its series"
        "The first row of the table names its columns, each once; every other row has as many cells."
    LONG "P0115" "a text that is too long"
        "No text of a record is longer than 16,384 bytes. A record restates facts in words of its own; a longer text stands at its source."
    MORE "P0116" "more faults than are told"
        "Of very many faults only the first 500 are told. Mend these, and run `partnership validate` again."
    DUPLICATE "P0201" "an id that is taken"
        "Ids are unique over all kinds of a dataset and are never used again, not even after a redirect."
    DANGLING "P0202" "a reference to nothing"
        "The record that is referred to is not in the dataset. Write it, or correct the id."
    WRONG_KIND "P0203" "a reference to a record of another kind"
        "The field refers to records of certain kinds only."
    UNSUPPORTED "P0204" "a field without a citation"
        "Every field but the id needs a source. The first citation of a record, if it has no `fields`, supports every field that no other names, save dates, figures and references: some citation must name those. A part carries citations of its own."
    CITES_NOTHING "P0205" "a citation of a field that does not exist"
        "`fields` lists names of fields that the record or part has and fills."
    ENDS_FIRST "P0206" "an end before its start"
        "A span ends on or after the day on which it starts; a source is read on or after the day on which it was published; what ended began before."
    OVERLAP "P0207" "memberships that overlap"
        "One party or person holds a role in a party once at a time. Two sources that differ on a date are one membership with an alternative."
    LADDER "P0208" "rungs of the ladder of money mixed"
        "A pledge is not a payment. Two rungs are two contributions, never alternatives of one; a test of a fund names one rung."
    UNITS "P0209" "units mixed"
        "An alternative, a baseline and the rows of a series have the unit of the value that they stand beside."
    ORDINAL "P0210" "an ordinal that is repeated"
        "No two meetings of one series have the same printed number. If two sources print it for two meetings, keep it as an alternative of one."
    COVERAGE "P0211" "coverage that does not add up"
        "The record holds more than the printed number says there are. The query counts too much, or the number is of another day."
    SAME "P0212" "an alternative equal to the preferred value"
        "An alternative is another value. A second source for the same value is a citation."
    REDIRECT "P0213" "a redirect that leads nowhere"
        "A redirect leads from an id that is no more to one that is, in one step or several, and never back."
    NOTATION "P0214" "a notation of no concept"
        "Pillars, themes and measures are notations of concepts in `concepts/`. Where two schemes share one, write the scheme before it: `abc:B`."
    RULE "P0215" "a rule that is not declared"
        "A citation whose basis is `worked-out` or `assigned` names a rule that `dataset.toml` states in words."
    ABSENT "P0216" "an absence that is not told in full"
        "`none` needs a citation; `not-found` needs where it was searched (`searched`) and when (`on`); a single value that is filled is not absent."
    TEST "P0217" "a test of a claim that lacks a field, or has a wrong one"
        "Each kind of test needs certain fields; the schema says which. `upper` stands with a `value` that is less: neither has a hedge, and both are of one unit."
    ROW "P0218" "a row of a table that is repeated"
        "For one period of one key there is one preferred value; others have a `rank` and a `reason`. A dimension is fixed in the series or is a column, never both."
    BARE "P0219" "a citation that does not say what it supports"
        "On a record only the first citation may leave out `fields`."
    ALTERNATIVE "P0220" "an alternative of no field"
        "`field` names a field of the same record or part, and `value` has its form."
    QUESTION "P0221" "a query that is none"
        "The `query` of a count or test is a query of the language, over fields and ids of this dataset."
    LOOP "P0222" "records that contain themselves"
        "`part_of`, `under`, `broader`, `made_of` and the like never lead back to where they began."
    LANGUAGE "P0223" "a text without the dataset's language"
        "Every text is held in the first of the dataset's languages."
    LINEAGE "P0224" "a lineage that does not say what it continues"
        "What was carried, strengthened, weakened, merged or split names the earlier clause in `of`; what was dropped names the text without it in `into`, on the clause that was dropped; what is new names neither."
    UNKNOWN_QUERY_FIELD "P0300" "a query for an unknown field"
        "The query asks for a field that no record has. `partnership fields` lists the short ones; dotted names reach into parts: `step.action`."
    LONG_QUERY "P0301" "a query that is too long"
        "A query has at most 4,096 bytes."
    MANY_TERMS "P0302" "a query of too many terms"
        "A query has at most 64 words and values."
    DEEP_QUERY "P0303" "a query nested too deeply"
        "Parentheses are nested at most 32 deep."
    QUERY_VALUE "P0304" "a query for a value that there is not"
        "The field takes other values; the message names them or the nearest. Ids are found with `partnership search`."
    QUOTE "P0305" "a quote that is not closed"
        "A phrase stands between two quotes; a quote inside it is written `\\\"`."
    PARENTHESIS "P0306" "a parenthesis that is not closed"
        "Every `(` needs a `)`."
    CLOSING "P0307" "a parenthesis that closes nothing"
        "Every `)` needs a `(` before it."
    EMPTY_VALUE "P0308" "a filter without a value"
        "After the colon stands a value, and one after each comma: `field:a,b`."
    EMPTY_GROUP "P0309" "parentheses with nothing in them"
        "Between parentheses stands at least one term."
    MISSING_TERM "P0310" "a term that is missing"
        "After `-`, and on both sides of `OR`, stands a term."
    FIELD_NAME "P0311" "not the name of a field"
        "Before a colon stands the name of a field. Text with a colon stands in quotes."
    NESTED_PART "P0312" "a part inside a part"
        "`part:(…)` holds filters, not other parts."
    QUERY_CHARACTER "P0313" "a character that a query cannot have"
        "Control characters are refused; full-width signs are written as their ASCII forms."
    FIGURES "P0314" "a question for figures that is not of its form"
        "`total` and `rank` take a measure and filters, each once unless it lists parties: `goods-trade over:asean period:2023`. Nothing in them is negated, alternative or grouped."
}
