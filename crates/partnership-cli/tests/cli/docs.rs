//! The examples of `docs/`: each command of a `console` block is run, and what stands under it is what it prints. A line
//! `…` stands for the rest. `DOCS=write` writes them anew, each as long as it was; read the difference.

use std::path::{Path, PathBuf};

use crate::run::command;

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

/// An example: its words after `partnership`, and the lines under it.
struct Example<'p> {
    line: &'p str,
    shown: Vec<&'p str>,
}

/// The examples of a block.
fn examples(block: &str) -> Vec<Example<'_>> {
    let mut examples: Vec<Example<'_>> = Vec::new();
    for line in block.lines() {
        match (line.strip_prefix("$ "), examples.last_mut()) {
            (Some(line), _) => examples.push(Example { line, shown: Vec::new() }),
            (None, Some(last)) => last.shown.push(line),
            (None, None) => panic!("a block begins with a command, not with `{line}`"),
        }
    }
    examples
}

/// The words of a command line: blanks part them, quotes hold them together, and a comment ends it.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut open, mut quote) = (Vec::new(), String::new(), None);
    let line = line.split("  #").next().unwrap_or_default();
    for letter in line.chars() {
        match (letter, quote) {
            ('\'' | '"', None) => quote = Some(letter),
            (_, Some(end)) if letter == end => quote = None,
            (' ', None) => words.push(std::mem::take(&mut open)),
            _ => open.push(letter),
        }
    }
    words.push(open);
    words.retain(|word| !word.is_empty());
    words
}

impl Example<'_> {
    /// The example as it should stand: as many lines of what the command prints, and `…` where there are more.
    fn as_printed(&self) -> String {
        let words = words(self.line);
        let [program, args @ ..] = &words[..] else { panic!("`{}` names no program", self.line) };
        assert_eq!(program, "partnership", "only the command is run, not `{}`", self.line);
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let output = command(&docs(), &args).output().expect("the command runs");
        let errors = String::from_utf8(output.stderr).expect("all that is printed is UTF-8");
        assert_eq!(errors, "", "{}", self.line);
        let printed = String::from_utf8(output.stdout).expect("all that is printed is UTF-8");
        let printed: Vec<&str> = printed.lines().collect();
        let is_part = self.shown.last() == Some(&"…");
        let count = if is_part { self.shown.len() - 1 } else { printed.len() };
        let mut lines = vec![format!("$ {}", self.line)];
        lines.extend(printed.iter().take(count).map(|line| line.trim_end().to_owned()));
        lines.extend(is_part.then(|| "…".to_owned()));
        lines.join("\n")
    }
}

/// A page with each example as it should stand, and how many there are.
fn anew(page: &str) -> (String, usize) {
    let (mut text, mut count) = (String::new(), 0);
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("```console\n") {
        let (block, after) = after.split_once("\n```").expect("a block ends");
        let examples = examples(block);
        count += examples.len();
        let printed: Vec<String> = examples.iter().map(Example::as_printed).collect();
        text += &format!("{before}```console\n{}\n```", printed.join("\n"));
        rest = after;
    }
    (text + rest, count)
}

#[test]
fn the_examples_of_the_pages_print_what_stands_there() {
    let mut count = 0;
    for entry in std::fs::read_dir(docs()).expect("the pages are there") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|end| end != "md") {
            continue;
        }
        let page = std::fs::read_to_string(&path).expect("a page is readable");
        let (anew, examples) = anew(&page);
        count += examples;
        if std::env::var("DOCS").is_ok_and(|mode| mode == "write") {
            std::fs::write(&path, &anew).expect("a page is written");
        } else {
            assert!(anew == page, "{}: an example prints something else:\n{anew}", path.display());
        }
    }
    assert!(count >= 6, "{count} examples");
}

/// The report card of the README: its counts, and each row of its table beside the claim that it is of.
#[test]
fn the_report_card_of_the_readme_is_what_the_command_says() {
    let readme = std::fs::read_to_string(docs().join("../README.md")).expect("it is readable");
    let told = |args: &[&str]| {
        let output = command(&docs(), args).output().expect("the command runs");
        String::from_utf8(output.stdout).expect("all that is printed is UTF-8")
    };
    let card = told(&["check", "--source", "interview-lee-2025"]);
    let counts = card.lines().nth(2).expect("the counts stand under the title");
    let written = counts.replacen("contradicted", "sentences contradicted", 1);
    let written = written.replacen("depends", "depend", 1);
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words(&readme).contains(&written), "README.md does not say: {written}");

    let rows = [
        ("trade grew 23-fold in 35 years", "lee-2025-trade-fold"),
        ("investment grew 122-fold", "lee-2025-fdi-fold"),
        ("ASEAN is the second-largest partner", "lee-2025-trade-rank"),
        ("a summit every year since 1997", "lee-2025-summit-yearly"),
        ("a president at every summit", "lee-2025-president-every-summit"),
        ("over 30 per cent of aid goes to ASEAN", "lee-2025-oda-share"),
    ];
    for (said, id) in rows {
        let verdict = told(&["check", id]);
        let verdict = verdict.lines().nth(2).and_then(|line| line.strip_prefix("1 "));
        let row = format!("| {said} | {} |", verdict.expect("one claim has one verdict"));
        assert!(readme.contains(&row), "README.md does not say: {row}");
    }
    let (_, table) = readme.split_once("| said | verdict | because |").expect("a table");
    let shown = table.lines().skip(2).take_while(|line| line.starts_with('|')).count();
    assert_eq!(shown, rows.len());
}

#[test]
fn quotes_hold_words_together_and_a_comment_ends_them() {
    let read = words("partnership list 'kind:event date:2024' \"a b\"  # two words");
    assert_eq!(read, ["partnership", "list", "kind:event date:2024", "a b"]);
}
