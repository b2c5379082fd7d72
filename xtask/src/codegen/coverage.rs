//! What the record holds, in numbers: the block of `data/README.md` between two marks.

use anyhow::{Context, Result};
use partnership_core::Dataset;
use partnership_core::answer::{Row, Tally, TallyGroup};

const START: &str = "<!-- coverage: made by `cargo xtask codegen` -->\n";
const END: &str = "<!-- /coverage -->\n";

/// The text with the block as the dataset has it.
pub(super) fn filled(text: &str, dataset: &Dataset) -> Result<String> {
    let (before, rest) = text.split_once(START).context("the mark of the coverage is missing")?;
    let (_, after) = rest.split_once(END).context("the end of the coverage is missing")?;
    Ok(format!("{before}{START}{}{END}{after}", block(dataset)))
}

fn block(dataset: &Dataset) -> String {
    let answer = dataset.view().coverage();
    let mut text = String::new();
    for group in TallyGroup::ALL {
        let Some(title) = title(*group) else { continue };
        text += &format!("\n| {title} | number | of all |\n| --- | ---: | ---: |\n");
        let rows = answer.rows().iter().filter_map(|row| match row {
            Row::Tally(tally) if tally.group == *group => Some(line(tally)),
            _ => None,
        });
        text.extend(rows);
    }
    text + "\n"
}

/// Of the clauses of texts, which are many, the command tells.
fn title(group: TallyGroup) -> Option<&'static str> {
    match group {
        TallyGroup::Records => Some("records"),
        TallyGroup::Sources => Some("sources, by who speaks"),
        TallyGroup::Basis => Some("facts, by how they are known"),
        TallyGroup::Support => Some("facts and their sources"),
        TallyGroup::Clauses => None,
    }
}

fn line(tally: &Tally) -> String {
    let of = tally.of.map(|of| of.to_string()).unwrap_or_default();
    format!("| {} | {} | {of} |\n", tally.label, tally.count)
}

#[cfg(test)]
mod tests {
    use super::filled;
    use partnership_core::check::folder;

    #[test]
    fn only_the_block_is_made() {
        let root = crate::repo::Repo::find().unwrap();
        let dataset = folder::read(&root.path("data/asean-rok")).unwrap().dataset.unwrap();
        let text =
            "a\n<!-- coverage: made by `cargo xtask codegen` -->\nold\n<!-- /coverage -->\nb\n";
        let new = filled(text, &dataset).unwrap();
        assert!(
            new.starts_with("a\n") && new.ends_with("-->\nb\n") && !new.contains("old"),
            "{new}"
        );
        assert_eq!(filled(&new, &dataset).unwrap(), new);
        assert!(filled("a\n", &dataset).is_err());
    }
}
