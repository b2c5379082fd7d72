//! `list`, and a command for each kind of record: `projects pillar:B` is `list kind:project pillar:B`.

use clap::{ArgMatches, Args as _, FromArgMatches, Subcommand};
use partnership_core::Kind;
use partnership_core::query::{Expr, Query};

use super::joined;
use crate::failure::Failure;
use crate::session::{Said, Session};

const LANGUAGE: &str = "\
The query language:
  word \"a phrase\"            words of names, summaries and other texts
  field:value field:a,b      a filter; any of several values
  date:2019..2024            a range of dates, numbers or sums: budget:\">=1e6 USD\"
  field:any field:unknown    filled; or none, not-found, not-collected
  -term  a OR b  ( )         not; either; together
  step:(action:signed party:kr)  filters on one and the same part
`partnership fields` lists the fields. Put a query with quotes or parentheses in single quotes.";

const EXAMPLES: &str = "\
Examples:
  partnership list kind:project pillar:B
  partnership list kind:event date:2024..2025 -state:held
  partnership list 'kind:project budget:\">=10e6 USD\"'
  partnership list member:asean --on 2025-10-25 --format csv";

/// List records, by kind, first day and id
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES, after_long_help = format!("{EXAMPLES}\n\n{LANGUAGE}"))]
pub(crate) struct ListArgs {
    /// What to list; all records without
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
}

impl ListArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        session.ask(|view| view.query(&joined(&self.query)))
    }
}

/// List the records of a kind; commitments have a ledger instead.
#[derive(Debug)]
pub(crate) struct Noun {
    kind: Kind,
    args: ListArgs,
}

impl Noun {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let query = joined(&self.args.query);
        session.ask(|view| match self.kind {
            // A source is listed with what it supports.
            Kind::Source => view.supports(&query),
            kind => view.query(&within(kind, &query)),
        })
    }

    /// Whether it is the plural of a kind.
    pub(crate) fn has_subcommand(name: &str) -> bool {
        kinds().any(|kind| kind.plural() == name)
    }
}

/// The kinds that are listed by their plural.
fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Commitment)
}

/// A query of records of one kind: alternatives are held together by parentheses.
fn within(kind: Kind, query: &str) -> String {
    let is_either =
        query.parse::<Query>().is_ok_and(|query| matches!(query.root(), Some(Expr::Any(_))));
    match query {
        "" => format!("kind:{kind}"),
        _ if is_either => format!("kind:{kind} ({query})"),
        _ => format!("kind:{kind} {query}"),
    }
}

impl FromArgMatches for Noun {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let missing = || clap::Error::new(clap::error::ErrorKind::MissingSubcommand);
        let (name, inner) = matches.subcommand().ok_or_else(missing)?;
        let kind = kinds().find(|kind| kind.plural() == name).ok_or_else(missing)?;
        Ok(Self { kind, args: ListArgs::from_arg_matches(inner)? })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Subcommand for Noun {
    fn augment_subcommands(mut command: clap::Command) -> clap::Command {
        for kind in kinds() {
            let about = format!("List {}, as `list kind:{kind}` does", kind.plural());
            let noun = ListArgs::augment_args(clap::Command::new(kind.plural()));
            let examples = format!(
                "Examples:\n  partnership {plural}\n  partnership {plural} {query} --format csv\n\n\
                 {doc}\nThe query is that of `partnership list`; see its `--help`.",
                plural = kind.plural(),
                query = if kind == Kind::Source { "supports:kadif" } else { "links:asean" },
                doc = kind.described().doc,
            );
            command = command.subcommand(
                noun.about(about).after_help(examples.clone()).after_long_help(examples),
            );
        }
        command
    }

    fn augment_subcommands_for_update(command: clap::Command) -> clap::Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        Noun::has_subcommand(name)
    }
}

#[cfg(test)]
mod tests {
    use super::within;
    use partnership_core::Kind;

    #[test]
    fn alternatives_stay_within_the_kind() {
        assert_eq!(within(Kind::Project, ""), "kind:project");
        assert_eq!(within(Kind::Project, "pillar:B a"), "kind:project pillar:B a");
        assert_eq!(within(Kind::Project, "a OR b"), "kind:project (a OR b)");
    }
}
