//! `check`: what the record says of a claim, a sentence or a text.

use std::path::Path;

use partnership_core::answer::{Answer, Claims, Row, SentenceState};

use crate::args::Format;
use crate::data;
use crate::failure::Failure;
use crate::session::{Said, Session};

/// Hold claims, a sentence or a whole text against the record: does it bear out what was said
///
/// What the words of a claim allow is an interval ("23-fold" is 22.5 to 23.5), and so is what the record gives, since its
/// figures are rounded. Each reading (a year that the sentence leaves open, a reporter, a way to count a group) is shown with
/// its arithmetic and sources. All inside: supported. All outside: contradicted. Else it depends, and on what; where no
/// reading can be worked out, the claim is not in record, and what is missing is named. A claimant's own figure is never
/// evidence. The exit code is 0 whatever the verdicts are.
///
/// A sentence is English, of a small grammar over the names of the record (docs/sentences.md). How it is read is shown before
/// the verdict. One that is not understood is refused with exit code 2: the answer says what was recognised, what was not,
/// and the nearest sentence that is read; nothing is assumed. Of a file, or standard input as `-`, each sentence with a number, a
/// rank or a date is held against the record; `--format html` sets the verdicts in the margin of the text.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership check lee-2025-trade-fold
  partnership check \"Trade between ASEAN and Korea grew 23-fold since 1989\"
  partnership check speech.txt --format html > speech.html
  partnership check --source interview-lee-2025
  partnership check --speaker moon-jae-in --lang ko
  partnership check --all --format csv
  partnership check --printed
  partnership check --source interview-lee-2025 --jsonld > reviews.jsonld")]
#[command(group = clap::ArgGroup::new("claims").required(true).multiple(true).args(["id", "source", "speaker", "all", "printed"]))]
pub(crate) struct CheckArgs {
    /// Ids of claims; or one sentence; or a file, `-` for standard input
    #[arg(value_name = "ID|SENTENCE|FILE")]
    id: Vec<String>,
    /// Every claim that a source makes
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
    /// Every claim of a person or party
    #[arg(long, value_name = "ID")]
    speaker: Option<String>,
    /// Every claim of the record
    #[arg(long, conflicts_with_all = ["id", "source", "speaker", "printed"])]
    all: bool,
    /// Every total, share, multiple and growth that a source prints, worked out anew; what disagrees first
    #[arg(long, conflicts_with_all = ["id", "source", "speaker"])]
    printed: bool,
    /// The verdicts as JSON-LD: schema.org ClaimReview, with PROV terms and Web Annotation selectors
    #[arg(long, conflicts_with = "printed")]
    jsonld: bool,
}

/// Texts are read whole; more than this is no speech.
const LARGEST: u64 = 1_000_000;

impl CheckArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        // The JSON-LD is a format of its own, and of claims alone: nothing else that is asked for is left out in silence.
        if self.jsonld && session.globals.format != Format::Text {
            return Err(Failure::usage(
                "--jsonld is a format, and goes with no --format",
                "leave one of them out",
            ));
        }
        if self.printed {
            return session.ask(|view| view.check_printed());
        }
        let ids: Vec<&str> = self.id.iter().map(String::as_str).collect();
        let claims = Claims::chosen(&ids, self.source.as_deref(), self.speaker.as_deref())?;
        if let Claims::Ids([one]) = claims {
            if one.trim().contains(char::is_whitespace) || one.trim().is_empty() {
                self.only_of_claims("a sentence")?;
                return sentence(session, one);
            }
            let dataset = session.dataset()?;
            let is_file =
                *one == "-" || (dataset.record(one).is_none() && Path::new(one).is_file());
            if is_file {
                self.only_of_claims("a file")?;
                let text = data::plain_text(Path::new(one), LARGEST, "give a part of it")?;
                return session.answer(&dataset, |view| Ok(view.sentences(&text)));
            }
        }
        if self.jsonld {
            let dataset = session.dataset()?;
            let view = session.view(&dataset)?;
            return Ok(Said::raw(view.claim_reviews(&view.check(claims)?)));
        }
        session.ask(|view| view.check(claims))
    }

    /// Refuses `--jsonld` of what is no claim of the record.
    fn only_of_claims(&self, what: &str) -> Result<(), Failure> {
        if !self.jsonld {
            return Ok(());
        }
        let message = format!("--jsonld is of claims of the record, and not of {what}");
        Err(Failure::usage(message, "give --format json"))
    }
}

/// One sentence; refused, it still is an answer, and no success.
fn sentence(session: &Session, text: &str) -> Result<Said, Failure> {
    let mut refused = None;
    let said = session.ask(|view| {
        let answer = view.sentence(text);
        refused = why(&answer);
        Ok(answer)
    })?;
    Ok(match refused {
        None => said,
        Some(why) => {
            let note = [said.note.clone(), Some(format!("error: the sentence is not read: {why}"))];
            let note: Vec<String> = note.into_iter().flatten().collect();
            Said { code: 2, ..said.note(note.join("\n")) }
        }
    })
}

fn why(answer: &Answer) -> Option<String> {
    answer.rows().iter().find_map(|row| match row {
        Row::Sentence(row) if row.state == SentenceState::NotRead => row.refused.clone(),
        _ => None,
    })
}
