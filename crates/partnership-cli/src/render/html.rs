//! Pages as one HTML file: no script, nothing fetched, readable as it is and printed on A4. Marks lead to the notes at the
//! end, notes to the sources.

use std::fmt::Write as _;

use super::{Block, Entry, Tone, Words, escape};

const STYLE: &str = include_str!("page.css");

/// The digest of the style, which alone a browser may apply: a test keeps it.
const STYLE_DIGEST: &str = "adsshLbXVMXf5SuKWseosJ+E479A412PvnDeQ3etAtU=";

/// The blocks as a whole document in a language.
pub(crate) fn page(blocks: &[Block], lang: &str) -> String {
    let title = blocks.iter().find_map(|block| match block {
        Block::Title(words) => Some(words.iter().map(|(_, text)| escape::html(text)).collect()),
        _ => None,
    });
    let title: String = title.unwrap_or_else(|| "partnership".to_owned());
    let lang = escape::html(lang);
    let is_sheet = blocks.iter().any(|block| matches!(block, Block::Notes(_)));
    let class = if is_sheet { " class=\"sheet\"" } else { "" };
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'sha256-{STYLE_DIGEST}'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main{class}>\n"
    );
    for block in blocks {
        match block {
            Block::Title(words) => line(&mut page, "h1", words),
            Block::Heading(words) => line(&mut page, "h2", words),
            Block::Para(words) => line(&mut page, "p", words),
            Block::Rows(rows) if rows.iter().all(|row| row.lead.is_empty()) => {
                list(&mut page, rows)
            }
            Block::Rows(rows) if rows.iter().all(|row| note(row).is_some()) => {
                entries(&mut page, "notes", rows);
            }
            Block::Notes(rows) => entries(&mut page, "notes short", rows),
            Block::Rows(rows) => entries(&mut page, "rows", rows),
            Block::Ruled(rows) => entries(&mut page, "time", rows),
            Block::Table { head, rows } => table(&mut page, head, rows),
        }
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn line(page: &mut String, tag: &str, words: &Words) {
    // Writing to a text cannot fail.
    let _ = writeln!(page, "<{tag}>{}</{tag}>", spans(words));
}

fn list(page: &mut String, rows: &[Entry]) {
    page.push_str("<ul>\n");
    for row in rows {
        // Writing to a text cannot fail.
        let _ = writeln!(page, "<li{}>{}</li>", depth(row), spans(&row.text));
    }
    page.push_str("</ul>\n");
}

fn entries(page: &mut String, class: &str, rows: &[Entry]) {
    let _ = writeln!(page, "<dl class=\"{class}\">");
    for row in rows {
        let at = note(row).map(|number| format!(" id=\"source-{number}\"")).unwrap_or_default();
        let depth = depth(row);
        let (lead, text) = (spans(&row.lead), spans(&row.text));
        let _ = writeln!(page, "<div{at}{depth}><dt>{lead}</dt><dd>{text}</dd></div>");
    }
    page.push_str("</dl>\n");
}

/// How deep a row lies in the one before it.
fn depth(row: &Entry) -> String {
    match row.depth {
        0 => String::new(),
        depth => format!(" class=\"in{}\"", depth.min(2)),
    }
}

fn table(page: &mut String, head: &[String], rows: &[Vec<Words>]) {
    page.push_str("<div class=\"wide\"><table>\n<thead><tr>");
    for name in head {
        let _ = write!(page, "<th scope=\"col\">{}</th>", escape::html(name));
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        let class = |cell: &Words| if is_short(cell) { " class=\"one\"" } else { "" };
        let cell = |cell: &Words| format!("<td{}>{}</td>", class(cell), spans(cell));
        let cells: String = row.iter().map(cell).collect();
        let _ = writeln!(page, "<tr>{cells}</tr>");
    }
    page.push_str("</tbody>\n</table></div>\n");
}

/// Letters of a cell that stays on one line: a date or number is not broken, and a narrow page is moved aside instead.
const SHORT: usize = 26;

/// Whether a cell is a date, a number or little more.
fn is_short(cell: &Words) -> bool {
    let length: usize = cell.iter().map(|(_, text)| text.chars().count()).sum();
    let figure = |(_, text): (Tone, &str)| text.contains(|c: char| c.is_ascii_digit());
    length <= SHORT && cell.iter().any(figure)
}

fn spans(words: &Words) -> String {
    let span = |(tone, text): (Tone, &str)| {
        let safe = escape::html(text);
        match tone {
            Tone::Plain | Tone::Lead | Tone::Note => safe.into_owned(),
            Tone::Strong => format!("<strong>{safe}</strong>"),
            Tone::Dim => format!("<span class=\"dim\">{safe}</span>"),
            Tone::Maybe => format!("<span class=\"maybe\">{safe}</span>"),
            Tone::Mark if is_list(text) => linked(text),
            Tone::Mark => match number(text) {
                Some(number) => format!("<a class=\"mark\" href=\"#source-{number}\">{safe}</a>"),
                None => format!("<span class=\"dim\">{safe}</span>"),
            },
            Tone::Link if is_address(text) => format!("<a href=\"{safe}\">{safe}</a>"),
            Tone::Link => safe.into_owned(),
        }
    };
    words.iter().map(span).collect()
}

/// Whether a mark is nothing but numbers: `[1, 3–5]`.
fn is_list(mark: &str) -> bool {
    let inner = mark.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    inner.is_some_and(|inner| {
        inner.contains(',')
            && inner.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ' ' | '–'))
    })
}

/// A mark in which each number leads to its note.
fn linked(mark: &str) -> String {
    let mut safe = String::new();
    let digit = |c: char| c.is_ascii_digit();
    let mut rest = mark;
    while let Some(at) = rest.find(digit) {
        let end = rest[at..].find(|c| !digit(c)).map_or(rest.len(), |end| at + end);
        let number = &rest[at..end];
        safe.push_str(&rest[..at]);
        let _ = write!(safe, "<a class=\"mark\" href=\"#source-{number}\">{number}</a>");
        rest = &rest[end..];
    }
    safe + rest
}

/// The number of a source that a row of notes is of.
fn note(row: &Entry) -> Option<usize> {
    let (tone, text) = row.lead.iter().next()?;
    (tone == Tone::Note).then(|| number(text)).flatten()
}

/// The number at the start of a mark: 3 of `[3 announced]`.
fn number(mark: &str) -> Option<usize> {
    let digits = mark.strip_prefix('[')?;
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    digits[..end].parse().ok()
}

/// Whether a link may lead there.
fn is_address(text: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| text.starts_with(scheme))
        && !text.contains(|c: char| c.is_whitespace() || escape::is_hostile(c))
}

#[cfg(test)]
mod tests {
    use super::{STYLE, STYLE_DIGEST, page};
    use crate::render::{Block, Entry, Tone, Words};

    #[test]
    fn data_is_text_and_marks_lead_to_notes() {
        let words = Words::from("<script>alert('a')</script> & \u{202e}")
            .with(Tone::Mark, "[2 announced]")
            .with(Tone::Mark, "[1, 3–5]")
            .with(Tone::Mark, "[own-notes \"x\"]")
            .with(Tone::Link, "https://example.org/?a=\"1\"&b")
            .with(Tone::Link, "javascript:alert(1)")
            .with(Tone::Link, "https://example.org/\u{202e}");
        let note = Entry::new(Words::default().with(Tone::Note, "[2]"), "A <b>gazette</b>");
        let all = page(
            &[Block::Title("T <i>".into()), Block::Para(words), Block::Rows(vec![note])],
            "en\"",
        );
        let body = all.split_once("<body>").unwrap().1.trim();
        insta::assert_snapshot!(body, @r##"
        <main>
        <h1>T &lt;i&gt;</h1>
        <p>&lt;script&gt;alert(&#39;a&#39;)&lt;/script&gt; &amp; \u{202e}<a class="mark" href="#source-2">[2 announced]</a>[<a class="mark" href="#source-1">1</a>, <a class="mark" href="#source-3">3</a>–<a class="mark" href="#source-5">5</a>]<span class="dim">[own-notes &quot;x&quot;]</span><a href="https://example.org/?a=&quot;1&quot;&amp;b">https://example.org/?a=&quot;1&quot;&amp;b</a>javascript:alert(1)https://example.org/\u{202e}</p>
        <dl class="notes">
        <div id="source-2"><dt>[2]</dt><dd>A &lt;b&gt;gazette&lt;/b&gt;</dd></div>
        </dl>
        </main>
        </body>
        </html>
        "##);
        assert!(
            all.contains("<title>T &lt;i&gt;</title>") && all.contains("<html lang=\"en&quot;\">")
        );
    }

    #[test]
    fn a_date_or_number_of_a_table_stays_on_one_line() {
        let row = ["2023-01/2026-01~", "Known from the schedule of 2023 only", "Seoul"];
        let rows = vec![row.into_iter().map(Words::from).collect()];
        let all = page(&[Block::Table { head: vec!["when".to_owned()], rows }], "en");
        let row = all.lines().find(|line| line.starts_with("<tr>"));
        insta::assert_snapshot!(row.unwrap(), @r#"<tr><td class="one">2023-01/2026-01~</td><td>Known from the schedule of 2023 only</td><td>Seoul</td></tr>"#);
    }

    #[test]
    fn the_digest_of_the_style_is_that_of_the_file() {
        use sha2::Digest as _;
        let digest = sha2::Sha256::digest(STYLE.as_bytes());
        let bits: String = digest.iter().map(|byte| format!("{byte:08b}")).collect();
        let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let sextets = bits.as_bytes().chunks(6).map(|sextet| {
            let sextet = std::str::from_utf8(sextet).unwrap();
            char::from(
                letters[usize::from(u8::from_str_radix(&format!("{sextet:0<6}"), 2).unwrap())],
            )
        });
        assert_eq!(format!("{}=", sextets.collect::<String>()), STYLE_DIGEST);
        assert!(!STYLE.contains("url(") && !STYLE.contains("@import") && !STYLE.contains('<'));
    }
}
