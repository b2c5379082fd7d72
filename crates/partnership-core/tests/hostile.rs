//! Dataset folders that mean harm: they are refused, in bounded time and stack, and lead nowhere.
#![cfg(feature = "folder")]

mod copy;

use std::collections::BTreeSet;
use std::path::Path;

use copy::{Copy, cases};
use insta::assert_snapshot;
use partnership_core::check::folder;

/// Runs in a thread with a small stack, as a language binding may have.
fn small<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = std::thread::Builder::new().stack_size(256 << 10).spawn(run);
    thread.expect("a thread").join().expect("no panic")
}

/// The codes of a copy with one file more.
fn codes_of(path: &'static str, bytes: Vec<u8>) -> Vec<&'static str> {
    small(move || {
        let copy = Copy::new("hostile");
        copy.write(path, &bytes);
        let folder = copy.read();
        let codes = folder.faults.iter().map(|fault| fault.code.as_str());
        // That there are very many of them is no fault of its own.
        let codes: BTreeSet<_> = codes.filter(|code| *code != "P0116").collect();
        codes.into_iter().collect()
    })
}

const MILL: &str = "name = { en = \"Mill\" }\nform = \"body\"\ncite = [{ source = \"gazette\" }]\n";

#[test]
fn hostile_files_are_refused_in_a_small_stack() {
    let many = |text: &str, bytes: usize| text.repeat(bytes / text.len()).into_bytes();
    let long = |start: &str, bytes: Vec<u8>, end: &str| {
        [start.as_bytes(), &bytes, end.as_bytes()].concat()
    };
    let table: Vec<(&str, Vec<u8>, &[&str])> = vec![
        ("17 lists", format!("alias = {}1{}", "[".repeat(17), "]".repeat(17)).into(), &["P0110"]),
        (
            "17 tables",
            format!("alias = {}1{}", "{a=".repeat(17), "}".repeat(17)).into(),
            &["P0110"],
        ),
        ("open brackets", many("[", 200_000), &["P0110"]),
        ("open braces", long("a = ", many("{a=", 200_000), ""), &["P0110"]),
        ("closed brackets", many("]", 200_000), &["P0101"]),
        ("headings", many("[a]\n", 20_000), &["P0101"]),
        ("a dotted key", long("", many("a.", 200_000), "a = 1"), &["P0110"]),
        ("a dotted heading", long("[", many("a.", 200_000), "a]"), &["P0110"]),
        ("quotes", many("\"", 200_000), &["P0101"]),
        ("equals", many("=", 20_000), &["P0101"]),
        ("not UTF-8", b"name = \"\xff\"".to_vec(), &["P0100"]),
        ("NUL", b"name = \"\0\"".to_vec(), &["P0101"]),
        ("UTF-16", "name".encode_utf16().flat_map(u16::to_le_bytes).collect(), &["P0101"]),
        (
            "10,000 tables on a line",
            long("alias = [", many("{ text = 1 }, ", 150_000), "]"),
            &["P0104"],
        ),
        (
            "a text of 4 MB",
            long("name = { en = \"", many("w ", 4 << 20), "w\" }"),
            &["P0103", "P0115", "P0204"],
        ),
        (
            "4,000 keys",
            (0..4_000).map(|at| format!("k{at} = 1\n")).collect::<String>().into(),
            &["P0102", "P0103"],
        ),
        (
            "dangling references",
            long("outcome = [", many("\"lakes\", ", 200_000), "]"),
            &["P0102", "P0103"],
        ),
        ("17 MB", vec![b'#'; 17 << 20], &["P0100"]),
        ("a newline in a table", b"name = { en = \"Mill\",\n ko = \"x\" }".to_vec(), &["P0101"]),
        ("a comment in a table", b"name = { en = \"Mill\" # so\n }".to_vec(), &["P0101"]),
        ("a comma at its end", b"name = { en = \"Mill\", }".to_vec(), &["P0101"]),
        ("an escape of 1.1", b"name = { en = \"Mill\\x20\" }".to_vec(), &["P0101"]),
        ("the other escape of 1.1", b"name = { en = \"Mill\\e\" }".to_vec(), &["P0101"]),
        ("a key twice", format!("{MILL}form = \"body\"\n").into(), &["P0101"]),
        ("a table twice", b"[name]\nen = \"Mill\"\n[name]\nko = \"x\"\n".to_vec(), &["P0101"]),
        ("a language twice", b"name = { en = \"Mill\", en = \"Mill\" }\n".to_vec(), &["P0101"]),
        ("a byte order mark", format!("\u{feff}{MILL}").into(), &[]),
        ("CRLF", MILL.replace('\n', "\r\n").into(), &[]),
        ("a lone CR", MILL.replace('\n', "\r").into(), &["P0101"]),
        ("an empty file", Vec::new(), &["P0103"]),
    ];
    for (name, bytes, wanted) in table {
        let found = codes_of("parties/mill.toml", bytes);
        assert_eq!(found, wanted, "{name}");
    }
}

/// Files of 64 KiB of which every line breaks a rule together with every other.
#[test]
fn what_is_compared_with_all_others_costs_no_more_than_its_length() {
    let many = |line: &dyn Fn(usize) -> String| {
        let mut text = String::new();
        for at in 0.. {
            let line = line(at);
            if text.len() + line.len() > 64 << 10 {
                break;
            }
            text += &line;
        }
        text
    };
    let party = |at: usize, up: usize| {
        let cite = "cite = [{ source = \"gazette\", fields = [\"name\", \"form\", \"part_of\"] }]";
        let mill = "name = { en = \"Mill\" }\nform = \"body\"\n";
        format!("[[party]]\nid = \"z{at}\"\npart_of = \"z{up}\"\n{mill}{cite}\n")
    };
    let mill = |field: &str, rows: String| format!("{MILL}{field} = [\n{rows}]\n");
    let members = |span: &'static str| {
        let row = format!("{{ organization = \"league\", role = \"m\", span = \"{span}\" }},\n");
        many(&move |_| row.clone())
    };
    let table = [
        ("parties/mill.toml", mill("membership", members("2001/2002")), "P0207"),
        ("parties/more.toml", many(&|at| party(at, at + 1)), "P0202"),
        ("parties/more.toml", many(&|at| party(at, at.saturating_sub(1))), "P0222"),
        ("redirects.toml", many(&|at| format!("r{at} = \"r{}\"\n", at + 1)), "P0213"),
        (
            "redirects.toml",
            "a = \"b\"\n".to_owned() + &many(&|at| format!("r{at} = \"a\"\n")),
            "P0213",
        ),
        ("parties/mill.toml", many(&|at| format!("nam{at} = 1\n")), "P0102"),
        (
            "parties/mill.toml",
            format!("{MILL}cite = [{}]", many(&|_| "{ fields = [\"nam\"] }, ".to_owned())),
            "P0101",
        ),
    ];
    for (path, text, code) in table {
        let start = std::time::Instant::now();
        let copy = Copy::new("long");
        copy.write(path, text.as_bytes());
        let folder = copy.read();
        // A build for tests takes some ten times as long as one for use, which is held to a second.
        assert!(start.elapsed().as_secs() < 10, "{path}: {:?}", start.elapsed());
        let codes: BTreeSet<_> = folder.faults.iter().map(|fault| fault.code.as_str()).collect();
        assert!(codes.contains(code), "{path} {code}: {codes:?}");
        assert!(folder.faults.len() <= 501, "{path}: {}", folder.faults.len());
    }
}

#[test]
fn of_very_many_faults_the_first_are_told_and_how_many_more_there_are() {
    let copy = Copy::new("very-many");
    let keys: String = (0..4_000).map(|at| format!("k{at} = 1\n")).collect();
    copy.write("parties/mill.toml", format!("{MILL}{keys}").as_bytes());
    let faults = copy.read().faults;
    assert_eq!(faults.len(), 501);
    assert_eq!(
        faults[0].to_string(),
        "parties/mill.toml:4:1: P0102 `k0` is not a field of a party"
    );
    assert_snapshot!(faults[500].to_string(), @"P0116 3500 more are not told");
    assert_snapshot!(partnership_core::check::counted(&faults), @"more than 500 faults");
}

#[test]
fn a_packed_file_without_a_manifest_says_what_it_lacks() {
    let refused = |text: &str| {
        let error = partnership_core::Dataset::from_packed(text.as_bytes());
        error.expect_err("it is no dataset").to_string()
    };
    assert_snapshot!(refused("{\"format\":\"1.0\"}"), @"line 1: the manifest lacks `id`, `title`, `version`, `checked_on`, `language`, `licence`");
    let whole = r#"{"format":"1.0","id":"a","title":{"en":"A"},"version":"1","checked_on":"2024-01-01","language":["en"],"licence":"CC0-1.0","redirect":[{"from":"b"}],"rule":[{"key":"c","text":{"en":"C"}}]}"#;
    assert_snapshot!(refused(whole), @"line 1: the manifest lacks `redirect.to`");
    let long = whole.replace("\"C\"", &format!("\"{}\"", "w".repeat(16_385)));
    assert!(refused(&long).contains("at most 16384 bytes"), "{}", refused(&long));
}

/// Names that lead elsewhere, or look as if they did.
const ELSEWHERE: [&str; 66] = [
    "..",
    "../x",
    "../../x",
    "../../../etc/passwd",
    "/etc/passwd",
    "/",
    "//x",
    "./x",
    ".",
    "x/..",
    "x/../y",
    "x/./y",
    "x//y",
    "x/",
    "/x",
    "..\\x",
    "..\\..\\x",
    "\\x",
    "\\\\host\\x",
    "C:\\x",
    "C:x",
    "c:/x",
    "file:///x",
    "http://x",
    "~",
    "~/x",
    "~root",
    "$HOME",
    "${HOME}",
    "`x`",
    "$(x)",
    "%2e%2e/x",
    "%2e%2e%2fx",
    "..%2fx",
    "..%5cx",
    "%00",
    "x%00",
    "x y",
    " x",
    "x ",
    "x\ty",
    "x;y",
    "x|y",
    "x&y",
    "x*",
    "x?",
    "[x]",
    "{x}",
    "<x>",
    "x:y",
    "x@y",
    "x=y",
    "x+y",
    "x,y",
    "x.y",
    ".x",
    "x.",
    "x.toml",
    "-x",
    "x-",
    "x--y",
    "--help",
    "X",
    "é",
    "․․/x",
    "．．／x",
];

#[test]
fn a_name_that_leads_elsewhere_is_no_id_in_any_file() {
    small(|| {
        for name in ELSEWHERE {
            let quoted = format!("{name:?}").replace("\\u{", "\\U{");
            let files = [
                ("redirects.toml", format!("{quoted} = \"league\"\n")),
                ("redirects.toml", format!("old = {quoted}\n")),
                ("parties/more.toml", format!("[[party]]\nid = {quoted}\n{MILL}")),
                ("parties/mill.toml", format!("part_of = {quoted}\n{MILL}")),
                (
                    "dataset.toml",
                    std::fs::read_to_string(cases().join("base/dataset.toml"))
                        .expect("it is there")
                        .replace("\"smallest\"", &quoted),
                ),
            ];
            for (path, text) in files {
                let copy = Copy::new("elsewhere");
                copy.write(path, text.as_bytes());
                let folder = copy.read();
                assert!(folder.dataset.is_none(), "{name} in {path}");
                let known = |code: &str| ["P0107", "P0204"].contains(&code);
                assert!(
                    folder.faults.iter().all(|fault| known(fault.code.as_str())),
                    "{name} in {path}: {:?}",
                    folder.faults
                );
            }
        }
    });
}

#[cfg(unix)]
#[test]
fn a_file_whose_name_leads_elsewhere_is_refused_or_not_read() {
    for name in ELSEWHERE.iter().filter(|name| !name.contains('/')) {
        for (folder, ending) in [("series", ".csv"), ("parties", ".toml"), ("", "")] {
            let copy = Copy::new("names");
            let path = format!("{folder}/{name}{ending}");
            let path = path.trim_start_matches('/');
            if ["", ".", ".."].contains(&path) {
                continue;
            }
            copy.write(path, MILL.as_bytes());
            let read = copy.read();
            let codes: Vec<_> = read.faults.iter().map(|fault| fault.code.as_str()).collect();
            match path.rsplit('/').next() {
                Some(hidden) if hidden.starts_with('.') => {
                    assert!(codes.is_empty(), "{path}: {codes:?}")
                }
                _ => assert!(
                    codes.iter().any(|code| ["P0111", "P0112"].contains(code)),
                    "{path:?}: {codes:?}"
                ),
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_read_through_a_link_that_leads_out_nor_from_a_pipe() {
    use std::os::unix::fs::symlink;
    let copy = Copy::new("links");
    let secret = copy.0.with_file_name("secret.toml");
    std::fs::write(&secret, MILL).expect("a file outside");
    symlink(&secret, copy.0.join("parties/secret.toml")).expect("a link to a file");
    symlink("../../secret.toml", copy.0.join("parties/near.toml")).expect("a relative link");
    symlink("/", copy.0.join("parties/root")).expect("a link to a folder");
    symlink("..", copy.0.join("parties/up")).expect("a link to the folder above");
    symlink("loop", copy.0.join("parties/loop")).expect("a link to itself");
    symlink("/dev/zero", copy.0.join("parties/zero.toml")).expect("a link to a device");
    symlink("parties.toml", copy.0.join("parties/inside.toml")).expect("a link that stays inside");
    let pipe = std::process::Command::new("mkfifo").arg(copy.0.join("parties/pipe.toml")).status();
    assert!(pipe.expect("mkfifo runs").success());
    let folder = copy.read();
    assert!(folder.files.iter().all(|file| !file.text.contains("Mill")), "a file outside was read");
    assert_snapshot!(copy.told(), @r#"
    parties/loop:1:1: P0100 leads out of the dataset's folder, or nowhere
    parties/near.toml:1:1: P0100 leads out of the dataset's folder, or nowhere
    parties/parties.toml:2:6: P0201 `league` is the id of another record, too
      | "league"
      = the other stands in `parties/inside.toml`
    parties/parties.toml:8:6: P0201 `lake` is the id of another record, too
      | "lake"
      = the other stands in `parties/inside.toml`
    parties/pipe.toml:1:1: P0100 is not a file
    parties/root:1:1: P0100 leads out of the dataset's folder, or nowhere
    parties/secret.toml:1:1: P0100 leads out of the dataset's folder, or nowhere
    parties/up:1:1: P0100 is not a file
    parties/zero.toml:1:1: P0100 leads out of the dataset's folder, or nowhere
    "#);
}

/// Written as a text, such a name would be that of another file, which `fmt` would then make.
#[cfg(target_os = "linux")]
#[test]
fn a_file_whose_name_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt as _;
    let copy = Copy::new("bytes");
    let name = std::ffi::OsStr::from_bytes(b"parties/\xff.toml");
    std::fs::write(copy.0.join(name), MILL).expect("a file");
    assert_snapshot!(copy.told(), @"parties/�.toml:1:1: P0100 has a name that is not UTF-8");
    assert!(copy.read().files.iter().all(|file| !file.text.contains("Mill")));
}

/// Reading it would not end.
#[cfg(unix)]
#[test]
fn a_device_is_no_packed_dataset() {
    let error = partnership_core::Dataset::load("/dev/zero").expect_err("it is no dataset");
    assert_snapshot!(error.to_string(), @"line 1: the file is larger than 64 MiB");
}

#[test]
fn a_folder_that_is_no_dataset_is_refused() {
    let copy = Copy::new("empty");
    std::fs::remove_file(copy.0.join("dataset.toml")).expect("it was there");
    let refusal = |path: &Path| {
        let error = folder::read(path).expect_err("it is no dataset");
        let source = std::error::Error::source(&error).expect("the reason").to_string();
        format!("{error}: {source}").replace(&copy.0.display().to_string(), "DIR")
    };
    assert_snapshot!(refusal(&copy.0), @"cannot read `DIR`: it has no `dataset.toml`, so it is no dataset; `partnership init DIR` makes one");
    assert_snapshot!(refusal(&copy.0.join("none")), @"cannot read `DIR/none`: No such file or directory (os error 2)");
    copy.write("dataset.toml", b"");
    let codes: BTreeSet<_> = copy.read().faults.iter().map(|fault| fault.code.as_str()).collect();
    assert_eq!(codes, BTreeSet::from(["P0103"]));
}
