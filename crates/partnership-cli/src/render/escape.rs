//! Texts of a dataset, made safe for where they go. Every printer goes through here; nothing else prints data.

use std::borrow::Cow;

/// For a terminal, a pipe or a log: control characters but the line feed and the tab, and the twelve characters that
/// steer the direction of writing, are shown as `\u{…}`.
pub(crate) fn terminal(text: &str) -> Cow<'_, str> {
    if super::width::is_plain(text) {
        return text.into();
    }
    replaced(text, is_hostile, |c, to| to.extend(c.escape_unicode()))
}

/// For JSON that is already written: what a terminal must not see, as JSON writes it, so that it reads back the same.
pub(crate) fn json(text: &str) -> Cow<'_, str> {
    let is_raw = |c: char| is_hostile(c) && c > '\u{1f}';
    replaced(text, is_raw, |c, to| to.push_str(&format!("\\u{:04x}", u32::from(c))))
}

/// For a cell that a spreadsheet opens: what it would take for a formula has an apostrophe before it.
pub(crate) fn spreadsheet(text: &str) -> Cow<'_, str> {
    let formula = |c: char| {
        matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠')
    };
    // Some programs drop blanks before they look.
    let begins = text.starts_with(formula) || text.trim_start().starts_with(formula);
    let safe = terminal(text);
    if begins { format!("'{safe}").into() } else { safe }
}

/// For Markdown: what would be markup is text.
pub(crate) fn markdown(text: &str) -> Cow<'_, str> {
    let text = terminal(text);
    let is_markup = |c: char| {
        matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '\n')
    };
    if !text.contains(is_markup) {
        return text;
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' => safe.push(' '),
            c if is_markup(c) => safe.extend(['\\', c]),
            c => safe.push(c),
        }
    }
    safe.into()
}

/// For HTML, in text and between quotation marks: what would be markup is text.
pub(crate) fn html(text: &str) -> Cow<'_, str> {
    let text = terminal(text);
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return text;
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe.into()
}

/// For a text that carets stand under: what annotate-snippets would print as it is has a sign of as many bytes in its
/// place, so that spans still fit.
pub(crate) fn in_place(text: &str) -> Cow<'_, str> {
    let is_raw = |c: char| is_hostile(c) && c.len_utf8() > 1;
    replaced(text, is_raw, |c, to| to.push(if c.len_utf8() == 2 { '·' } else { '\u{fffd}' }))
}

/// Whether a character could make a text look like another, or steer a terminal.
pub(crate) fn is_hostile(c: char) -> bool {
    // By far the most are none, and quickly known.
    if matches!(c, ' '..='~') {
        return false;
    }
    let steers = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    steers || (c.is_control() && c != '\n' && c != '\t')
}

fn replaced<'t>(
    text: &'t str,
    which: impl Fn(char) -> bool,
    with: impl Fn(char, &mut String),
) -> Cow<'t, str> {
    if !text.contains(&which) {
        return text.into();
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if which(c) { with(c, &mut safe) } else { safe.push(c) }
    }
    safe.into()
}

#[cfg(test)]
mod tests {
    use super::{html, in_place, json, markdown, spreadsheet, terminal};
    use proptest::prelude::*;

    #[test]
    fn hostile_texts_are_shown_and_not_obeyed() {
        assert_eq!(
            terminal("a\u{1b}[31mb\u{202e}c\u{85}\n\td"),
            "a\\u{1b}[31mb\\u{202e}c\\u{85}\n\td"
        );
        assert_eq!(in_place("가\u{9b}\u{61c}\u{200f}\u{202e}a"), "가··\u{fffd}\u{fffd}a");
        assert_eq!(json("\"\u{9b}\u{2066}\""), r#""\u009b\u2066""#);
        assert_eq!(spreadsheet("=1+1"), "'=1+1");
        assert_eq!(spreadsheet("  ＝1"), "'  ＝1");
        assert_eq!(spreadsheet("1 = 1"), "1 = 1");
        assert_eq!(markdown("a|b [x](y) <i>\n# c"), r"a\|b \[x\](y) \<i\> \# c");
    }

    /// Ordinary letters, and those that mean harm.
    fn hostile() -> impl Strategy<Value = String> {
        let harm = prop::sample::select(
            "<>&\"\u{0}\u{1b}\u{7f}\u{9b}\u{202e}\u{2069}\u{61c}\t\r\n=+-@＝＋－＠ a가|\\'"
                .chars()
                .collect::<Vec<_>>(),
        );
        prop::collection::vec(prop_oneof![harm, any::<char>()], 0..12).prop_map(String::from_iter)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_terminal_is_steered(text in hostile()) {
            for safe in [terminal(&text), markdown(&text), spreadsheet(&text), html(&text)] {
                let harm = |c: char| {
                    (c.is_control() && !matches!(c, '\n' | '\t'))
                        || "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}".contains(c)
                };
                prop_assert!(!safe.contains(harm), "{safe:?}");
            }
        }

        #[test]
        fn no_cell_is_a_formula(text in hostile()) {
            let safe = spreadsheet(&text);
            prop_assert!(!safe.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', '\0']));
        }

        #[test]
        fn no_html_is_markup(text in hostile()) {
            prop_assert!(!html(&text).contains(['<', '>', '"', '\'']));
        }

        #[test]
        fn json_reads_back_the_same(text in hostile()) {
            let written = serde_json::to_string(&text).unwrap();
            let safe = json(&written);
            prop_assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), text);
            prop_assert_eq!(terminal(&safe), &*safe);
        }
    }
}
