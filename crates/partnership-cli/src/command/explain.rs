//! `explain`: what a code means.

use partnership_core::check::{Code, explain};
use serde_json::json;

use crate::args::Format;
use crate::failure::Failure;
use crate::render::listing::Listing;
use crate::render::{Block, Words, to_text};
use crate::session::{Said, Session};

/// Tell what the code of a fault means and how to mend it
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  partnership explain P0204
  partnership explain")]
pub(crate) struct ExplainArgs {
    /// The code; all codes without
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

impl ExplainArgs {
    pub(crate) fn run(self, session: &Session) -> Result<Said, Failure> {
        let codes: Vec<_> = match &self.code {
            Some(code) => vec![explain(code).ok_or_else(|| unknown(code))?],
            None => Code::all().filter_map(|code| explain(code.as_str())).collect(),
        };
        if let (Some(_), Format::Text, [(code, title, text)]) =
            (&self.code, session.globals.format, codes.as_slice())
        {
            let page =
                [Block::Title(format!("{code}: {title}").into()), Block::Para(Words::from(*text))];
            return Ok(Said::text(to_text(&page, session.width())));
        }
        let whole = self.code.is_some() || session.is_for_programs();
        let rows = codes.iter().map(|(code, title, text)| {
            let mut row = vec![json!(code.as_str()), json!(title)];
            row.extend(whole.then(|| json!(text)));
            row
        });
        let head: &[&str] = if whole { &["code", "title", "text"] } else { &["code", "title"] };
        let list = Listing { head, rows: rows.collect() };
        let text = list.to(session.globals.format, session.width(), session.profile());
        Ok(if session.is_for_programs() { Said::raw(text) } else { Said::text(text) })
    }
}

fn unknown(code: &str) -> Failure {
    let near = partnership_core::nearest(code, Code::all().map(Code::as_str));
    let help = near.map_or_else(
        || "`partnership explain` lists the codes".to_owned(),
        |near| format!("did you mean `{near}`? `partnership explain` lists all"),
    );
    Failure::usage(format!("`{code}` is not a code; expected one such as `P0204`"), help)
}
