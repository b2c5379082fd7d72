//! The country codes of the parties against the list that Debian's `iso-codes` keeps, through `pycountry`.

use anyhow::Result;

use super::Suite;
use crate::process::Log;
use crate::python;
use crate::repo::Repo;
use crate::report::skip;

pub(super) const SUITE: Suite = Suite {
    name: "codes",
    about: "the country codes of the parties are those of ISO 3166-1, and belong together",
    needs: "Python 3.11 or later; the network once, for `pycountry`",
    run,
};

fn run(repo: &Repo, log: &Log) -> Result<()> {
    let is_party = |file: &String| file.starts_with("data/") && file.contains("/parties/");
    if !repo.files()?.iter().any(is_party) {
        return Err(skip("no dataset has a party"));
    }
    python::script(repo, log, "codes.py")
}
