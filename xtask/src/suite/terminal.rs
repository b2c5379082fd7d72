//! What a terminal sees: nothing that steers it but colours, whatever files, data and questions hold.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::{Suite, cli};
use crate::process::{self, Log};
use crate::repo::Repo;
use crate::report::skip;

pub(super) const SUITE: Suite = Suite {
    name: "terminal",
    about: "no text of a file, a dataset or a question steers a terminal",
    needs: "Linux, and `script` of util-linux",
    run,
};

/// What would clear the screen, set the title, blink, ring, steer the direction of writing, or do so with one character.
const HOSTILE: &str =
    "x\u{1b}[2J\u{1b}]0;t\u{7}\u{1b}[5my\u{202e}z\u{2066}\u{9b}31m\u{85}\u{7f}\u{8}";

fn run(repo: &Repo, log: &Log) -> Result<()> {
    let script =
        Command::new("script").args(["-qec", "true", "/dev/null"]).stdin(Stdio::null()).output();
    if !script.is_ok_and(|output| output.status.success()) {
        return Err(skip("there is no `script` of util-linux"));
    }
    let binary = cli::binary(repo, log)?;
    let folder = repo.cache("terminal")?;
    fs::remove_dir_all(&folder)?;
    let data = hostile(&folder, &binary)?;
    let mut runs: Vec<Vec<String>> = cli::COMMANDS.iter().map(|args| owned(args)).collect();
    for path in data {
        for args in [&["validate"][..], &["brief"], &["list", "--format", "md"], &["show", "asean"]]
        {
            runs.push([owned(&["--data", &path]), owned(args)].concat());
        }
        runs.push(owned(&["validate", &path]));
        runs.push(owned(&["fmt", "--check", &path]));
    }
    for args in [
        &["list", HOSTILE][..],
        &["list", "pillar:?"],
        &["show", HOSTILE],
        &["search", HOSTILE],
        &["explain", HOSTILE],
        &["fields", HOSTILE],
        &["schema", HOSTILE],
        &["init", HOSTILE],
        &["list", "--on", HOSTILE],
        &["list", "--lang", HOSTILE],
        &["pack", "-o", HOSTILE],
        &[HOSTILE],
    ] {
        let hostile = args.iter().map(|arg| arg.replace('?', HOSTILE)).collect();
        runs.push(hostile);
    }
    for args in runs {
        let seen = seen(repo, &binary, &args)?;
        if let Some(letter) = steering(&seen) {
            bail!("{args:?} sends U+{:04X} to the terminal", u32::from(letter));
        }
    }
    Ok(())
}

fn owned(args: &[&str]) -> Vec<String> {
    args.iter().map(|arg| (*arg).to_owned()).collect()
}

/// A folder and packed files whose names, keys and values mean harm; their paths.
fn hostile(folder: &Path, binary: &Path) -> Result<Vec<String>> {
    let root = folder.join(format!("data-{HOSTILE}"));
    fs::create_dir_all(folder)?;
    process::read(Command::new(binary).current_dir(folder).args(["init", "plain"]))?;
    fs::rename(folder.join("plain"), &root).context("a folder of a hostile name")?;
    let escaped: String = HOSTILE.chars().map(|c| format!("\\u{:04X}", u32::from(c))).collect();
    for (name, text) in [
        (format!("parties/{HOSTILE}.toml"), "name = { en = \"X\" }\n".to_owned()),
        (format!("{HOSTILE}.txt"), String::new()),
        ("parties/raw.toml".to_owned(), format!("name = {{ en = \"{HOSTILE}\" }}\n")),
        (
            "parties/written.toml".to_owned(),
            format!("name = {{ en = \"{escaped}\" }}\n\"{escaped}\" = 1\nform = \"{escaped}\"\n"),
        ),
        ("series/example-trade.csv".to_owned(), format!("period,{HOSTILE}\n{HOSTILE},1\n")),
    ] {
        fs::write(root.join(&name), text).with_context(|| format!("a file `{name:?}`"))?;
    }
    let packed = folder.join("packed.partnership");
    let text = process::read(Command::new(binary).args(["pack", "-o", "-"]))?;
    fs::write(
        &packed,
        text.replacen(
            "\"title\":{\"en\":\"",
            &format!("\"title\":{{\"en\":\"{}", escaped.to_lowercase()),
            1,
        ),
    )?;
    let line = folder.join("line.partnership");
    fs::write(&line, format!("{{\"format\":\"{}\"}}\n", escaped.to_lowercase()))?;
    Ok([root, packed, line].iter().map(|path| path.to_string_lossy().into_owned()).collect())
}

/// All that a terminal gets of a command, on both streams.
fn seen(repo: &Repo, binary: &Path, args: &[String]) -> Result<String> {
    let quoted = |word: &str| format!("'{}'", word.replace('\'', "'\\''"));
    let words = std::iter::once(binary.to_string_lossy().into_owned()).chain(args.iter().cloned());
    let line: Vec<_> = words.map(|word| quoted(&word)).collect();
    let mut command = Command::new("script");
    command.args(["-qec", &line.join(" "), "/dev/null"]).current_dir(repo.cache("terminal")?);
    command.env("TERM", "xterm-256color").stdin(Stdio::null());
    Ok(String::from_utf8_lossy(&command.output()?.stdout).into_owned())
}

/// The first character that steers a terminal, colours and ends of lines aside.
fn steering(text: &str) -> Option<char> {
    let mut rest = text;
    while let Some(at) = rest.find('\u{1b}') {
        let colour = rest[at + 1..].strip_prefix('[').and_then(|code| {
            let end = code.find(|c: char| !c.is_ascii_digit() && c != ';')?;
            let blinks = code[..end].split(';').any(|part| part == "5" || part == "8");
            (code[end..].starts_with('m') && !blinks).then_some(&code[end + 1..])
        });
        if let Some(letter) = rest[..at].chars().find(|c| steers(*c)) {
            return Some(letter);
        }
        match colour {
            Some(after) => rest = after,
            None => return Some('\u{1b}'),
        }
    }
    rest.chars().find(|c| steers(*c))
}

fn steers(c: char) -> bool {
    let directs = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    directs || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::{HOSTILE, steering};

    #[test]
    fn colours_may_pass_and_nothing_else_may() {
        assert_eq!(steering("\u{1b}[1;36mname\u{1b}[0m\r\n\ta"), None);
        assert_eq!(steering("a\u{1b}[2J"), Some('\u{1b}'));
        assert_eq!(steering("\u{1b}[5ma"), Some('\u{1b}'));
        assert_eq!(steering("a\u{202e}\u{1b}[0m"), Some('\u{202e}'));
        assert!(steering(HOSTILE).is_some());
    }
}
