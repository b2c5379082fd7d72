//! Rules for TOML: the record, and the manifests.

use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

use super::{Fault, File, Tree};

/// What people edit is TOML 1.0, which every editor and Python's own reader take; ours would also take 1.1.
pub(super) fn data_is_toml_1_0(file: &File, _: &Tree) -> Vec<Fault> {
    if !file.is("toml") || !file.path.starts_with("data/") {
        return Vec::new();
    }
    let newer = newer_than_1_0(&file.text).into_iter();
    newer
        .map(|(at, what)| {
            Fault::of_line(line_of(&file.text, at), format!("{what} is TOML 1.1; write TOML 1.0"))
        })
        .collect()
}

/// Whoever chooses features learns what each brings.
pub(super) fn features_have_comments(file: &File, _: &Tree) -> Vec<Fault> {
    let mut found = Vec::new();
    let (mut is_features, mut before) = (false, "");
    for (number, line) in file.lines().filter(|_| is_manifest(file)) {
        if line.starts_with('[') {
            is_features = line == "[features]";
        } else if is_features
            && starts_a_key(line)
            && !line.starts_with("default ")
            && !before.starts_with('#')
        {
            found.push(Fault::of_line(number, "say in a comment above what the feature brings"));
        }
        before = line;
    }
    found
}

/// A member without this line keeps none of the workspace's lints, and says nothing.
///
/// A binding cannot inherit `forbid`, which nothing lifts: what its macros write is `unsafe` and says so. It repeats the
/// tables with `deny` in that one place, and in no other.
pub(super) fn lints_are_inherited(file: &File, tree: &Tree) -> Vec<Fault> {
    let is_member = is_manifest(file) && file.text.contains("[package]");
    if !is_member || file.text.contains("[lints]\nworkspace = true\n") {
        return Vec::new();
    }
    if !file.path.starts_with("bindings/") {
        return vec![Fault::of_file("take the workspace's lints: `[lints]`, `workspace = true`")];
    }
    let lints = tree.file("Cargo.toml").map(lints_of_a_binding).unwrap_or_default();
    if !lints.is_empty() && file.text.contains(&lints) {
        return Vec::new();
    }
    vec![Fault::of_file("repeat the workspace's lints, with `unsafe_code = \"deny\"`")]
}

/// The tables of lints in the manifest of the workspace, as a binding repeats them.
fn lints_of_a_binding(root: &File) -> String {
    let is_lints = |table: &&str| table.starts_with("[workspace.lints.");
    let tables: Vec<&str> = root.text.split("\n\n").filter(is_lints).map(str::trim_end).collect();
    let lints = tables.join("\n\n").replace("[workspace.lints.", "[lints.");
    lints.replace("unsafe_code = \"forbid\"", "unsafe_code = \"deny\"")
}

fn is_manifest(file: &File) -> bool {
    file.path == "Cargo.toml" || file.path.ends_with("/Cargo.toml")
}

fn starts_a_key(line: &str) -> bool {
    line.starts_with(|mark: char| mark.is_ascii_alphanumeric() || mark == '"')
        && line.contains(" = ")
}

/// Where a text uses what TOML 1.1 added, by byte: line breaks and a last comma in inline tables, two escapes, times
/// without seconds.
fn newer_than_1_0(text: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    let mut open = Vec::new();
    let mut after_comma = false;
    for token in Source::new(text).lex() {
        let is_inline = open.last() == Some(&TokenKind::LeftCurlyBracket);
        let what = match token.kind() {
            TokenKind::Newline if is_inline => Some("a line break in an inline table"),
            TokenKind::RightCurlyBracket if is_inline && after_comma => Some("a comma before `}`"),
            TokenKind::BasicString | TokenKind::MlBasicString => newer_escape(slice(text, token)),
            TokenKind::Atom if is_short_time(slice(text, token)) => Some("a time without seconds"),
            _ => None,
        };
        found.extend(what.map(|what| (token.span().start(), what)));
        match token.kind() {
            kind @ (TokenKind::LeftCurlyBracket | TokenKind::LeftSquareBracket) => open.push(kind),
            TokenKind::RightCurlyBracket | TokenKind::RightSquareBracket => drop(open.pop()),
            _ => {}
        }
        let is_space =
            matches!(token.kind(), TokenKind::Whitespace | TokenKind::Newline | TokenKind::Comment);
        after_comma = token.kind() == TokenKind::Comma || (after_comma && is_space);
    }
    found
}

fn slice(text: &str, token: Token) -> &str {
    text.get(token.span().start()..token.span().end()).unwrap_or_default()
}

fn newer_escape(string: &str) -> Option<&'static str> {
    let mut marks = string.chars();
    while let Some(mark) = marks.next() {
        match (mark == '\\').then(|| marks.next()).flatten() {
            Some('e') => return Some("the escape `\\e`"),
            Some('x') => return Some("the escape `\\x`"),
            _ => {}
        }
    }
    None
}

/// `07:32`, alone or after a date; with a zone or without.
fn is_short_time(atom: &str) -> bool {
    let time = atom.rsplit(['T', 't']).next().unwrap_or_default();
    let local = time.split(['Z', 'z', '+', '-']).next().unwrap_or_default();
    let is_number = |part: &str| part.len() == 2 && part.bytes().all(|mark| mark.is_ascii_digit());
    local.split_once(':').is_some_and(|(hour, minute)| is_number(hour) && is_number(minute))
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::super::tests::faults;

    #[test]
    fn the_record_is_toml_1_0() {
        let old = "a = { b = [1,\n2,\n], c = \"\\\\e{\\n\" }\nd = [\n1,\n]\ne = 07:32:00\nf = '\\e'\n# {\n[g]\n";
        let new = "a = { b = 1,\nc = 2 }\nd = { e = 3, }\nf = \"\\e[0m\"\ng = \"\"\"\n\\x41\"\"\"\nh = 07:32\n";
        let told = [
            "data/new.toml:1: a line break in an inline table is TOML 1.1; write TOML 1.0",
            "data/new.toml:3: a comma before `}` is TOML 1.1; write TOML 1.0",
            "data/new.toml:4: the escape `\\e` is TOML 1.1; write TOML 1.0",
            "data/new.toml:5: the escape `\\x` is TOML 1.1; write TOML 1.0",
            "data/new.toml:7: a time without seconds is TOML 1.1; write TOML 1.0",
        ];
        assert_eq!(
            faults(&[("data/old.toml", old), ("data/new.toml", new), ("other.toml", new)]),
            told
        );
    }

    #[test]
    fn a_binding_repeats_the_lints_and_lifts_one() {
        let root = "[workspace]\n\n[workspace.lints.rust]\nunsafe_code = \"forbid\"\na = \"warn\"\n\n[workspace.lints.clippy]\nb = \"warn\"\n";
        let good = "[package]\n\n[lints.rust]\nunsafe_code = \"deny\"\na = \"warn\"\n\n[lints.clippy]\nb = \"warn\"\n";
        let bad = good.replace("b = \"warn\"", "b = \"allow\"");
        let told = "/Cargo.toml: repeat the workspace's lints, with `unsafe_code = \"deny\"`";
        let files = [("Cargo.toml", root), ("bindings/good/Cargo.toml", good)];
        assert_eq!(faults(&files), [""; 0]);
        let files = [("Cargo.toml", root), ("bindings/bad/Cargo.toml", &bad)];
        assert_eq!(faults(&files), [format!("bindings/bad{told}")]);
    }

    #[test]
    fn a_manifest_explains_its_features_and_takes_the_lints() {
        let good =
            "[package]\n[features]\ndefault = [\"a\"]\n# One.\na = []\n[lints]\nworkspace = true\n";
        let bad = "[package]\n[features]\n# One.\na = []\nb = [\n  \"a\",\n]\n";
        let told = [
            "bad/Cargo.toml:5: say in a comment above what the feature brings",
            "bad/Cargo.toml: take the workspace's lints: `[lints]`, `workspace = true`",
        ];
        assert_eq!(faults(&[("Cargo.toml", good), ("bad/Cargo.toml", bad)]), told);
    }
}
