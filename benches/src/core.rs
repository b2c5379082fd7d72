//! Our own engine, asked as anyone asks it.

use std::borrow::Cow;

use anyhow::Result;
use partnership_core::Dataset;
use partnership_core::answer::Answer;

use crate::table::micros;
use crate::task::Task;
use crate::timing;

/// The whole answer, from the text of the query.
pub(crate) fn whole(dataset: &Dataset, task: &Task) -> Option<Answer> {
    dataset.view().query(task.query).ok()
}

/// How many ids a ready plan gives, each told apart from its row.
pub(crate) fn ids(dataset: &Dataset, task: &Task) -> Result<impl Fn() -> usize> {
    let (view, plan) = (dataset.view(), partnership_core::query::Plan::parse(task.query, dataset)?);
    Ok(move || std::hint::black_box(view.ids(&plan)).len())
}

/// Prints how long it takes to open an image, and to give a first answer from it.
pub(crate) fn opening(bytes: &'static [u8]) -> Result<()> {
    let open = || Dataset::from_image(Cow::Borrowed(bytes));
    open()?;
    let first = |query: &'static str| {
        move || drop(open().map(|dataset| std::hint::black_box(dataset.view().query(query))))
    };
    let mut opening = || drop(std::hint::black_box(open()));
    let (mut id, mut field, mut word) =
        (first("id:kadif"), first("kind:project pillar:B"), first("kadif"));
    let mut every = first("");
    let times = timing::race([&mut opening, &mut id, &mut field, &mut word, &mut every]);
    let names = [
        "opened and its checksum checked",
        "opened, first row by its id",
        "opened, first rows by two fields",
        "opened, first rows by a word",
        "opened, every record read",
    ];
    for (name, time) in names.iter().zip(times) {
        println!("{name:<34} {:>10} µs", micros(time));
    }
    Ok(())
}
