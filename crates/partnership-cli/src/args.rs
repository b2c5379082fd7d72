//! What stands on the command line: the options that every command takes, and how words after a command are read.

use std::ffi::OsString;
use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args as _, FromArgMatches as _, Parser, ValueEnum};
use partnership_core::ParseError;
use partnership_core::value::{Day, Lang};

use crate::command::Command;
use crate::render::escape::terminal;

const ABOUT: &str = "Ask a sourced record of an international partnership";

const LONG: &str = "\
Ask a sourced record of an international partnership, offline. The record of ASEAN and the Republic of Korea is inside; \
`--data` takes another one. Every answer names its sources, and says what is only maybe so.";

const EXAMPLES: &str = "\
Examples:
  partnership brief                                 One page on the partnership
  partnership projects pillar:B                     Projects under a pillar
  partnership list 'kind:event date:2024..2025'     Events of two years
  partnership show kadif                            A record, with every field and citation
  partnership search 청소년                         Records by their words, in any language held
  partnership timeline kind:event date:2024..2025   What happened, drawn
  partnership list member:asean --on 2025-10-25     Members on a day
  partnership total goods-trade over:asean          Sums over members, with their gaps
  partnership --data DIR validate                   Every fault of a dataset

Exit codes:
  0  answered, also when nothing was found
  1  the dataset has faults, `verify` found a place that is not as cited, or `fmt --check` would change a file
  2  the command line, the query or the input is wrong
  3  the record is older than --max-age
  4  a file cannot be read or written

Environment:
  PARTNERSHIP_DATA   the dataset, where --data is not given
  NO_COLOR, CLICOLOR_FORCE, COLUMNS
  SOURCE_DATE_EPOCH  the second since 1970 whose day `today` is, for output that can be repeated";

/// The whole command line.
#[derive(Parser, Debug)]
#[command(
    name = "partnership",
    version,
    about = ABOUT,
    long_about = LONG,
    after_help = EXAMPLES,
    arg_required_else_help = true,
    max_term_width = 100,
    styles = STYLES,
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) globals: Globals,
    #[command(subcommand)]
    pub(crate) command: Command,
}

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

/// Options that every command takes.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Options of every command")]
pub(crate) struct Globals {
    /// Form of the answer; csv and jsonl where it has rows
    #[arg(
        long,
        global = true,
        value_name = "FORM",
        default_value = "text",
        hide_default_value = true
    )]
    pub(crate) format: Format,
    /// Another dataset: a folder, or one packed file
    #[arg(long, global = true, value_name = "DIR|FILE")]
    pub(crate) data: Option<PathBuf>,
    /// What held on that day: members, posts, statuses; what had happened
    #[arg(long, global = true, value_name = "DATE|today")]
    pub(crate) on: Option<DayArg>,
    /// Only what sources published by that day support
    #[arg(long, global = true, value_name = "DATE|today")]
    pub(crate) known_on: Option<DayArg>,
    /// Language of names and labels: en, ko, or another that the dataset holds
    #[arg(
        long,
        global = true,
        value_name = "TAG",
        default_value = "en",
        hide_default_value = true
    )]
    pub(crate) lang: Lang,
    /// Fail with 3 if nobody looked for news within so many days
    #[arg(long, global = true, value_name = "DAYS", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(0..))]
    pub(crate) max_age: Option<u32>,
    /// When to colour
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_default_value = true
    )]
    pub(crate) color: Color,
    /// Width of text; that of the terminal, else 80
    #[arg(long, global = true, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub(crate) width: Option<u16>,
    /// With csv: cells as they are, not made safe for spreadsheets
    #[arg(long, global = true)]
    pub(crate) csv_raw: bool,
}

/// The form of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Tables and cards for people
    Text,
    /// The whole answer, with its sources
    Json,
    /// A row a line
    Jsonl,
    /// Rows for a spreadsheet
    Csv,
    /// Markdown
    Md,
    /// One page for a browser or for paper, without script
    Html,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal that can, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// A day, or today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayArg {
    Day(Day),
    Today,
}

impl FromStr for DayArg {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        if text == "today" {
            return Ok(Self::Today);
        }
        text.parse().map(Self::Day).map_err(|_| {
            ParseError::new("a day", text, "one such as `2024-10-10`, or `today`")
                .with_nearest(partnership_core::nearest(text, ["today"]))
        })
    }
}

/// Reads the command line.
///
/// # Errors
/// When it asks for help, or is none of ours; clap's error says what and prints itself.
pub(crate) fn parse(args: impl Iterator<Item = OsString>) -> Result<Cli, clap::Error> {
    let args: Vec<OsString> = negations(args).collect();
    if let Some(cli) = alone(&args) {
        return Ok(cli);
    }
    Cli::try_parse_from(&args).map_err(|error| {
        // clap repeats words as they are: of words that could steer a terminal it sees what stands for them.
        let text = |arg: &OsString| terminal(&arg.to_string_lossy()).into_owned();
        if !args.iter().any(|arg| text(arg) != arg.to_string_lossy()) {
            return error;
        }
        Cli::try_parse_from(args.iter().map(text)).err().unwrap_or(error)
    })
}

/// What the command line says, if nothing but one command is needed to read it: to build all of them takes longer than
/// most answers. Help, and whatever is refused, is left to all.
fn alone(args: &[OsString]) -> Option<Cli> {
    let mut words = args.iter().skip(1).filter_map(|arg| arg.to_str());
    let command = words.find_map(Command::alone)?;
    let reader = Globals::augment_args(clap::Command::new("partnership"));
    let reader = reader.disable_help_subcommand(true).subcommand_required(true).subcommand(command);
    Cli::from_arg_matches(&reader.try_get_matches_from(args).ok()?).ok()
}

/// A word such as `-pillar:B` is a term of a query and no option: a blank before it tells clap so.
fn negations(args: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    let mut in_query = false;
    args.map(move |arg| {
        let Some(text) = arg.to_str() else { return arg };
        in_query |= Command::takes_query(text);
        let rest = text.strip_prefix('-').unwrap_or_default();
        let is_term = rest.chars().nth(1).is_some() && !rest.starts_with('-');
        if in_query && is_term { OsString::from(format!(" {text}")) } else { arg }
    })
}

#[cfg(test)]
mod tests {
    use super::{Cli, alone, negations};
    use crate::command::Command;
    use clap::{CommandFactory as _, Parser as _};
    use std::ffi::OsString;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_command_alone_is_read_as_among_all() {
        let lines = [
            "show kadif --format json",
            "--format csv list pillar:B --csv-raw",
            "--data show show kadif asean --lang ko",
            "projects --on today --known-on 2024-10-31 --max-age 3 --width 40 --color never",
            "list show",
            "brief",
        ];
        for line in lines {
            let args: Vec<OsString> =
                ["partnership"].into_iter().chain(line.split(' ')).map(Into::into).collect();
            let all = Cli::try_parse_from(&args).unwrap();
            assert_eq!(format!("{:?}", alone(&args)), format!("{:?}", Some(all)), "{line}");
        }
        for line in [
            "show",
            "--format list show kadif",
            "list --help",
            "--data brief show x",
            "help list",
            "list --no",
        ] {
            let args: Vec<OsString> =
                ["partnership"].into_iter().chain(line.split(' ')).map(Into::into).collect();
            assert!(alone(&args).is_none(), "{line}");
        }
        let ids = |command: &clap::Command| {
            command.get_arguments().map(|arg| arg.get_id().clone()).collect::<Vec<_>>()
        };
        for command in Cli::command().get_subcommands() {
            let Some(alone) = Command::alone(command.get_name()) else { continue };
            assert_eq!((alone.get_name(), ids(&alone)), (command.get_name(), ids(command)));
        }
    }

    #[test]
    fn a_negated_term_is_no_option() {
        let given =
            ["partnership", "-x:y", "projects", "-pillar:B", "--on", "today", "-h", "--", "-"];
        let read = negations(given.into_iter().map(Into::into));
        let read: Vec<_> = read.map(|arg| arg.into_string().unwrap()).collect();
        let meant =
            ["partnership", "-x:y", "projects", " -pillar:B", "--on", "today", "-h", "--", "-"];
        assert_eq!(read, meant);
    }
}
