//! What a dataset says of itself.

use partnership_derive::Described;

use crate::value::{Day, Lang, Slug, Text};

/// The format that this release writes, and the newest that it reads.
pub(crate) const FORMAT: &str = "1.0";

/// What a dataset says of itself.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Manifest {
    /// Format of the files, `major.minor`.
    #[described(required)]
    pub format: Option<String>,
    /// Slug of the dataset.
    #[described(required)]
    pub id: Option<Slug>,
    /// Its title, by language.
    #[described(required)]
    pub title: Text,
    /// Its release.
    #[described(required)]
    pub version: Option<String>,
    /// The day on which somebody last looked for news; the day that questions take where none is given.
    #[described(required)]
    pub checked_on: Option<Day>,
    /// The languages of its texts; the first is that of every text.
    #[described(required)]
    pub language: Vec<Lang>,
    /// The licence of the record, as an SPDX identifier.
    #[described(required)]
    pub licence: Option<String>,
    /// What the record does not hold, in a sentence each; printed first.
    pub limits: Vec<Text>,
    /// The editors' rules by which values were worked out or assigned.
    pub rule: Vec<Rule>,
    /// Ids that were merged into others.
    pub redirect: Vec<Redirect>,
}

/// A rule of the editors, named by citations.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Rule {
    /// What citations write.
    #[described(required)]
    pub key: Option<Slug>,
    /// What it says.
    #[described(required)]
    pub text: Text,
}

/// An id that was merged into another.
#[derive(Clone, Debug, PartialEq, Described)]
pub struct Redirect {
    /// The id that is no more.
    #[described(required)]
    pub from: Option<Slug>,
    /// The id that stands for it.
    #[described(required)]
    pub to: Option<Slug>,
}

impl Manifest {
    /// The slug of the dataset.
    pub fn slug(&self) -> &str {
        self.id.as_ref().map_or("", Slug::as_str)
    }

    /// The day on which somebody last looked for news.
    pub fn checked(&self) -> Day {
        self.checked_on.unwrap_or(Day::MIN)
    }

    /// The release; empty where none is written.
    pub fn release(&self) -> &str {
        self.version.as_deref().unwrap_or_default()
    }

    /// The id that stands for a merged one.
    pub(crate) fn redirected<'m>(&'m self, id: &'m str) -> Option<&'m str> {
        let pairs = self.redirect.iter().filter_map(|redirect| {
            Some((redirect.from.as_ref()?.as_str(), redirect.to.as_ref()?.as_str()))
        });
        let next: std::collections::HashMap<&str, &str> = pairs.collect();
        let mut at = id;
        // A chain is at most as long as the list; loops are refused by validation.
        for _ in 0..=next.len() {
            match next.get(at) {
                Some(to) => at = to,
                None => break,
            }
        }
        (at != id).then_some(at)
    }

    /// The words of a rule.
    pub fn rule_text(&self, key: &str) -> Option<&Text> {
        let found =
            self.rule.iter().find(|rule| rule.key.as_ref().is_some_and(|of| of.as_str() == key));
        found.map(|rule| &rule.text)
    }
}
