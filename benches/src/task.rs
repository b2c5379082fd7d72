//! What is asked, once in our language and once as the other engines take it.

/// A question.
pub(crate) struct Task {
    /// What it stands for.
    pub(crate) name: &'static str,
    /// As the core takes it.
    pub(crate) query: &'static str,
    /// As the others are told it.
    pub(crate) ask: Ask,
}

/// A question without a language.
#[derive(Clone, Copy)]
pub(crate) enum Ask {
    Id(&'static str),
    /// A reference to a record.
    Link(&'static str),
    /// A kind, and concepts of pillars.
    KindAndPillar(&'static str, &'static [&'static str]),
    KindNotPillar(&'static str, &'static [&'static str]),
    Pillars(&'static [&'static str]),
    /// First and last day.
    Days(&'static str, &'static str),
    /// At least so many US dollars.
    Dollars(i64),
    /// Each of these words, as it is.
    Words(&'static [&'static str]),
    /// A word that begins so.
    Prefix(&'static str),
    /// A Korean word, alone or inside a longer one.
    Korean(&'static str),
}

/// Words are such that none of the record begins with them and is longer: the others may look for the word alone.
pub(crate) const TASKS: &[Task] = &[
    Task { name: "look-up by id", query: "id:kadif", ask: Ask::Id("kadif") },
    Task { name: "one field", query: "links:asean", ask: Ask::Link("asean") },
    Task {
        name: "two fields",
        query: "kind:project pillar:economic",
        ask: Ask::KindAndPillar("project", &["community-economic", "abc-b"]),
    },
    Task {
        name: "any of",
        query: "pillar:economic,socio-cultural",
        ask: Ask::Pillars(&["community-economic", "abc-b", "community-socio-cultural", "abc-c"]),
    },
    Task {
        name: "negation",
        query: "kind:instrument -pillar:economic",
        ask: Ask::KindNotPillar("instrument", &["community-economic", "abc-b"]),
    },
    Task {
        name: "date range",
        query: "date:2019..2021",
        ask: Ask::Days("2019-01-01", "2021-12-31"),
    },
    Task { name: "money range", query: "amount:\">=3e6 USD\"", ask: Ask::Dollars(3_000_000) },
    Task { name: "rare word", query: "kadif", ask: Ask::Words(&["kadif"]) },
    Task { name: "common word", query: "cooperation", ask: Ask::Words(&["cooperation"]) },
    Task {
        name: "two words",
        query: "digital innovation",
        ask: Ask::Words(&["digital", "innovation"]),
    },
    Task { name: "prefix", query: "coop", ask: Ask::Prefix("coop") },
    Task { name: "Korean word", query: "아세안", ask: Ask::Korean("아세안") },
];
