//! The questions of `tests/vectors/`, asked of the embedded record, and those of `tests/cases/`, asked of its own dataset.

mod question;

mod packed;

use std::path::{Path, PathBuf};

use partnership_core::Dataset;
use partnership_core::dataset::DatasetError;

fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors")
}

#[test]
fn the_embedded_record_answers_as_was_written_beforehand() {
    question::check(&vectors(), Dataset::embedded(), 100);
}

#[cfg(feature = "folder")]
#[test]
fn the_hard_cases_are_answered_as_was_written_beforehand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let dataset = Dataset::load(&folder).expect("the hard cases break no rule");
    question::check(&folder.with_file_name("cases.questions"), &dataset, 60);
}

/// Twenty values, of twenty records that are spread over the packed lines by a fixed step, are changed. They are changed
/// together, since a dataset takes long to make; a row shows its own record only, so each change is noticed by itself.
#[test]
fn a_changed_value_fails_some_question() {
    let packed = packed::lines(Dataset::embedded());
    let mut values: Vec<_> = packed.lines().skip(1).enumerate().map(Line::of).collect();
    let step = values.len() / 20;
    let chosen: Vec<usize> = (0..20).map(|at| at * step + step / 2).collect();
    let dataset = loop {
        let changed = |(at, line): (usize, &Line<'_>)| match chosen.contains(&at) {
            true => line.changed(),
            false => line.text.to_owned(),
        };
        let head = packed.lines().next().map(str::to_owned);
        let lines = head.into_iter().chain(values.iter().enumerate().map(changed));
        let text = lines.collect::<Vec<_>>().join("\n");
        // A change that breaks a rule is refused when it is loaded: that is a failure of its own, and no question.
        let broken: Vec<usize> = match Dataset::from_packed(text.as_bytes()) {
            Ok(dataset) => break dataset,
            Err(DatasetError::Line { line, .. }) => vec![line - 2],
            Err(DatasetError::Faults(faults)) => {
                let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
                let is_broken = |at: &usize| values[*at].is_named(&told);
                chosen.iter().copied().filter(is_broken).collect()
            }
            Err(error) => panic!("{error}"),
        };
        assert!(!broken.is_empty(), "the faults name a record that was changed");
        broken.into_iter().for_each(|at| values[at].next());
    };
    let noticed = question::changed_rows(&vectors(), &dataset);
    for line in chosen.iter().map(|at| &values[*at]) {
        assert!(noticed.contains(line.id()), "no question notices that {} was changed", line.id());
    }
}

/// A record of a packed dataset, and the value of it that is changed.
struct Line<'t> {
    text: &'t str,
    /// Where its texts stand, but for its kind and its id, by which others know it.
    values: Vec<std::ops::Range<usize>>,
    at: usize,
    tried: usize,
}

impl<'t> Line<'t> {
    fn of((number, text): (usize, &'t str)) -> Self {
        let values = text.match_indices("\":\"").filter_map(|(at, mark)| {
            let from = at + mark.len();
            Some(from..from + text[from..].find('"')?)
        });
        let values: Vec<_> = values.skip(2).collect();
        let at = number % values.len();
        Self { text, values, at, tried: 0 }
    }

    fn id(&self) -> &str {
        let rest = self.text.split_once("\"id\":\"").expect("a record has an id").1;
        rest.split('"').next().unwrap_or_default()
    }

    /// The text with another value.
    fn changed(&self) -> String {
        let place = &self.values[self.at];
        let other = changed(&self.text[place.clone()]);
        format!("{}{other}{}", &self.text[..place.start], &self.text[place.end..])
    }

    /// Takes the next value.
    fn next(&mut self) {
        self.at = (self.at + 1) % self.values.len();
        self.tried += 1;
        assert!(self.tried < self.values.len(), "no value of {} can be changed", self.id());
    }

    /// Whether faults name the record, or the value that was changed.
    fn is_named(&self, faults: &[String]) -> bool {
        let value = &self.text[self.values[self.at].clone()];
        let names = |fault: &String| {
            fault.starts_with(&format!("{}:", self.id())) || fault.contains(&format!("`{value}`"))
        };
        faults.iter().any(names)
    }
}

/// Another value of the same form: a digit or letter changed, or, where it has none, one added.
fn changed(text: &str) -> String {
    let letters = text.char_indices().rev();
    let Some((at, letter)) = letters.into_iter().find(|(_, letter)| letter.is_ascii_alphanumeric())
    else {
        return format!("{text}a");
    };
    let other = match letter {
        '0'..='8' | 'a'..='y' | 'A'..='Y' => char::from(letter as u8 + 1),
        '9' => '8',
        _ => 'b',
    };
    format!("{}{other}{}", &text[..at], &text[at + 1..])
}
