//! Links between the documents of the repository, and to its files.

use super::{Fault, File, Tree};

const FRAGMENTS: &[&str] = &["added", "changed", "fixed", "removed", "data"];

/// Every relative link leads to a file or folder of the tree, and its anchor to a heading.
pub(super) fn links_resolve(file: &File, tree: &Tree) -> Vec<Fault> {
    if !file.is("md") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (number, line) in prose(file) {
        for target in targets(line).filter(|target| !leads_out(target)) {
            if let Some(message) = broken(target, file, tree) {
                found.push(Fault::of_line(number, message));
            }
        }
    }
    found
}

/// A fragment of the changelog says in its name under which heading it will stand.
pub(super) fn fragments_have_a_kind(file: &File, _: &Tree) -> Vec<Fault> {
    let Some(name) = file.path.strip_prefix("changelog.d/").filter(|name| *name != "README.md")
    else {
        return Vec::new();
    };
    let parts: Vec<&str> = name.split('.').collect();
    match parts[..] {
        [_, kind, "md"] if FRAGMENTS.contains(&kind) => Vec::new(),
        _ => vec![Fault::of_file(format!("name it `SLUG.KIND.md`, with a kind of {FRAGMENTS:?}"))],
    }
}

fn broken(target: &str, file: &File, tree: &Tree) -> Option<String> {
    let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
    let path = match path {
        "" => Some(file.path.clone()),
        _ => resolve(&file.path, path),
    };
    let Some(path) = path.filter(|path| tree.has(path)) else {
        return Some(format!("`{target}` leads nowhere"));
    };
    let page = tree.file(&path).filter(|page| page.is("md"))?;
    let has_anchor = anchor.is_empty() || headings(page).any(|heading| heading == anchor);
    (!has_anchor).then(|| format!("`{target}` names no heading of `{path}`"))
}

/// Lines outside fenced code.
fn prose(file: &File) -> impl Iterator<Item = (usize, &str)> {
    let mut is_code = false;
    file.lines().filter(move |(_, line)| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        !is_code && !is_fence
    })
}

/// What stands in the parentheses of `[text](target)`, and after `[name]: `.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    let inline = line.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next());
    let named = line
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("]: "))
        .map(|(_, target)| target.trim());
    inline.chain(named)
}

fn leads_out(target: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| target.starts_with(scheme))
}

/// The target from the root; none when it leaves the repository.
fn resolve(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Anchors as repository sites make them: lower case, spaces to hyphens, other marks dropped.
fn headings(page: &File) -> impl Iterator<Item = String> {
    let titles = prose(page).filter(|(_, line)| line.starts_with('#'));
    titles.map(|(_, line)| {
        let title = line.trim_start_matches('#').trim();
        let kept = title.to_lowercase().replace(' ', "-");
        kept.chars().filter(|mark| mark.is_alphanumeric() || "-_".contains(*mark)).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::faults;

    #[test]
    fn a_link_leads_to_a_file_and_to_a_heading() {
        let page = "# Top\n\n[a](docs/b.md#what-it-is), [b](docs), [c](https://example.org/none), [d](#top)\n\
                    [e](docs/c.md) and [f](docs/b.md#gone)\n\n```\n[g](none)\n```\n[h]: none.md\n";
        let files = [
            ("README.md", page),
            ("docs/b.md", "# What it is\n[up](../README.md) [out](../../README.md)\n"),
        ];
        let told = [
            "README.md:4: `docs/c.md` leads nowhere",
            "README.md:4: `docs/b.md#gone` names no heading of `docs/b.md`",
            "README.md:9: `none.md` leads nowhere",
            "docs/b.md:2: `../../README.md` leads nowhere",
        ];
        assert_eq!(faults(&files), told);
    }

    #[test]
    fn a_fragment_of_the_changelog_has_a_kind() {
        let files = [
            ("changelog.d/a.added.md", "A.\n"),
            ("changelog.d/b.md", "B.\n"),
            ("changelog.d/README.md", "C.\n"),
        ];
        let kinds = r#"["added", "changed", "fixed", "removed", "data"]"#;
        let told = [format!("changelog.d/b.md: name it `SLUG.KIND.md`, with a kind of {kinds}")];
        assert_eq!(faults(&files), told);
    }
}
