//! The commands: one file each.

mod brief;
mod check;
mod cite;
mod clauses;
mod commitments;
mod completions;
mod coverage;
mod diff;
mod explain;
mod export;
mod fields;
mod fmt;
mod implements;
mod init;
mod lineage;
mod list;
mod man;
mod pack;
mod schema;
mod search;
mod show;
mod timeline;
mod total;
mod validate;
mod verify;

use clap::{Args as _, Subcommand};
use partnership_core::Kind;

use crate::failure::Failure;
use crate::session::{Said, Session};

/// What is asked.
#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    Brief(brief::BriefArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    Search(search::SearchArgs),
    Timeline(timeline::TimelineArgs),
    Cite(cite::CiteArgs),
    Check(check::CheckArgs),
    Coverage(coverage::CoverageArgs),
    Wanted(coverage::WantedArgs),
    Total(total::TotalArgs),
    Rank(total::RankArgs),
    Mirror(total::MirrorArgs),
    Commitments(commitments::CommitmentsArgs),
    Targets(commitments::TargetsArgs),
    Implements(implements::ImplementsArgs),
    Lineage(lineage::LineageArgs),
    Diff(diff::DiffArgs),
    #[command(flatten)]
    Noun(list::Noun),
    Fields(fields::FieldsArgs),
    Validate(validate::ValidateArgs),
    Verify(verify::VerifyArgs),
    Explain(explain::ExplainArgs),
    Clauses(clauses::ClausesArgs),
    Init(init::InitArgs),
    Fmt(fmt::FmtArgs),
    Pack(pack::PackArgs),
    Export(export::ExportArgs),
    Schema(schema::SchemaArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

/// Gives a command its arguments.
type Augment = fn(clap::Command) -> clap::Command;

/// The commands that answer questions, but for those of a kind of record.
const ANSWERING: &[(&str, Augment)] = &[
    ("brief", brief::BriefArgs::augment_args),
    ("list", list::ListArgs::augment_args),
    ("show", show::ShowArgs::augment_args),
    ("search", search::SearchArgs::augment_args),
    ("timeline", timeline::TimelineArgs::augment_args),
    ("cite", cite::CiteArgs::augment_args),
    ("total", total::TotalArgs::augment_args),
    ("rank", total::RankArgs::augment_args),
    ("mirror", total::MirrorArgs::augment_args),
    ("commitments", commitments::CommitmentsArgs::augment_args),
    ("targets", commitments::TargetsArgs::augment_args),
    ("check", check::CheckArgs::augment_args),
];

impl Command {
    /// Runs the command.
    ///
    /// # Errors
    /// When it has no answer.
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        match self {
            Command::Brief(args) => args.run(session),
            Command::List(args) => args.run(session),
            Command::Show(args) => args.run(session),
            Command::Search(args) => args.run(session),
            Command::Timeline(args) => args.run(session),
            Command::Cite(args) => args.run(session),
            Command::Check(args) => args.run(session),
            Command::Coverage(args) => args.run(session),
            Command::Wanted(args) => args.run(session),
            Command::Total(args) => args.run(session),
            Command::Rank(args) => args.run(session),
            Command::Mirror(args) => args.run(session),
            Command::Commitments(args) => args.run(session),
            Command::Targets(args) => args.run(session),
            Command::Implements(args) => args.run(session),
            Command::Lineage(args) => args.run(session),
            Command::Diff(args) => args.run(session),
            Command::Noun(args) => args.run(session),
            Command::Fields(args) => args.run(session),
            Command::Validate(args) => args.run(session),
            Command::Verify(args) => args.run(session),
            Command::Explain(args) => args.run(session),
            Command::Clauses(args) => args.run(session),
            Command::Init(args) => args.run(session),
            Command::Fmt(args) => args.run(session),
            Command::Pack(args) => args.run(session),
            Command::Export(args) => args.run(session),
            Command::Schema(args) => args.run(session),
            Command::Completions(args) => args.run(),
            Command::Man(args) => args.run(),
        }
    }

    /// The command of that name by itself, if it is one of those that answer.
    pub(crate) fn alone(name: &str) -> Option<clap::Command> {
        let noun = || Kind::ALL.iter().map(|kind| kind.plural()).find(|plural| *plural == name);
        let (name, args) = match ANSWERING.iter().find(|(known, _)| *known == name) {
            Some(found) => *found,
            None => (noun()?, list::ListArgs::augment_args as Augment),
        };
        Some(args(clap::Command::new(name)))
    }

    /// Whether the words after a command are a query, in which `-` negates.
    pub(crate) fn takes_query(name: &str) -> bool {
        ["list", "search", "timeline", "total", "rank", "mirror", "commitments", "targets"]
            .contains(&name)
            || list::Noun::has_subcommand(name)
    }
}

/// The words of a query, as one text.
fn joined(words: &[String]) -> String {
    words.iter().map(|word| word.trim_start()).collect::<Vec<_>>().join(" ")
}
