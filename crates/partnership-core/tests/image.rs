//! The bytes of a dataset: packed and read again, the same on every machine, refused when damaged and harmless when
//! their checksum was made to fit.
#![cfg(feature = "folder")]

mod packed;

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use insta::assert_snapshot;
use partnership_core::dataset::DatasetError;
use partnership_core::{Dataset, Kind};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn load(name: &str) -> Dataset {
    Dataset::load(folder(name)).expect("it breaks no rule")
}

/// Runs in a thread with a small stack, as a language binding may have.
fn small<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = std::thread::Builder::new().stack_size(256 << 10).spawn(run);
    thread.expect("a thread").join().expect("no panic")
}

/// Asks of everything that there is, in several views; gives the answers as text.
fn answers(dataset: &Dataset) -> String {
    let ids: Vec<&str> = dataset.ids().take(40).collect();
    let days = ["1989-11-08", "2030-06-01"].map(|day| day.parse().ok());
    let mut told = String::new();
    for (on, known_on) in [(None, None), (days[0], None), (days[1], days[1])] {
        let view = dataset.view().on(on).known_on(known_on).lang("ko".parse().expect("a language"));
        let fields = [
            "",
            "pact",
            "\"a pact\" OR lake",
            "date:2024..2030",
            "amount:\">1 EUR\"",
            "-links:lakeland pillar:any",
            "step:(action:signed)",
            "value:\">=1\"",
            "basis:reported -theme:none",
        ];
        for query in fields {
            told += &view
                .query(query)
                .map_or_else(|error| error.to_string(), |answer| answer.to_json());
        }
        let asked = [
            Ok(view.brief()),
            Ok(view.search("bridge lake pct")),
            view.timeline(""),
            view.show(&ids),
            view.cite(&ids),
        ];
        for answer in asked {
            told += &answer.map_or_else(
                |error| error.to_string(),
                |answer| {
                    let _ = answer.table("ko");
                    answer.to_json()
                },
            );
        }
    }
    for id in &ids {
        told += &format!(
            "{:?}",
            dataset.record(id).map(|record| (record.kind(), record.id().to_owned()))
        );
    }
    told
}

#[test]
fn a_packed_dataset_is_the_same_dataset() {
    small(|| {
        for name in ["cases", "other"] {
            let dataset = load(name);
            let packed = dataset.to_packed();
            let again =
                Dataset::from_packed(packed.as_bytes()).expect("what was packed can be read");
            assert_eq!(again.digest(), dataset.digest());
            assert!(again.image() == dataset.image() && again.to_packed() == packed);
            assert_eq!(again.manifest(), dataset.manifest());
            assert!(again.dropped().is_empty());
            assert_eq!(packed.lines().count(), dataset.len() + 1);
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.partnership"));
            std::fs::write(&path, &packed).expect("it can be written");
            assert_eq!(Dataset::load(&path).expect("it can be read").digest(), dataset.digest());
            let opened =
                Dataset::from_image(Cow::Owned(dataset.image().to_vec())).expect("an image is one");
            assert_eq!(answers(&opened), answers(&dataset));
        }
    });
}

#[test]
fn a_folder_gives_the_same_bytes_wherever_it_stands_and_however_it_was_written() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("image");
    let mut files = Vec::new();
    let mut waiting = vec![folder("cases")];
    while let Some(at) = waiting.pop() {
        for entry in std::fs::read_dir(at).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { waiting.push(path) } else { files.push(path) }
        }
    }
    let wanted = load("cases").image().to_vec();
    for (copy, backwards) in [("one", false), ("another/of a longer name", true)] {
        let target = root.join(copy);
        let _ = std::fs::remove_dir_all(&target);
        files.sort();
        if backwards {
            files.reverse();
        }
        for file in &files {
            let to = target.join(file.strip_prefix(folder("cases")).expect("it is inside"));
            // Folders below that of the kind mean nothing.
            let to = if backwards && to.ends_with("projects.toml") {
                to.with_file_name("deep/er/projects.toml")
            } else {
                to
            };
            std::fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
            std::fs::copy(file, to).expect("a copy");
        }
        let dataset = Dataset::load(&target).expect("it breaks no rule");
        assert!(dataset.image() == wanted, "the image of `{copy}` is another");
    }
}

/// Numbers that look random and are the same on every run (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }
}

#[test]
fn every_damage_is_found_by_the_checksum() {
    let mut rng = Random(1);
    for (name, times) in [("other", 9_500), ("cases", 500)] {
        let image = load(name).image().to_vec();
        for _ in 0..times {
            let at = rng.below(image.len());
            let mut bytes = image.clone();
            match rng.below(4) {
                0 => bytes.truncate(at),
                1 => bytes[at..].fill(0),
                2 => bytes.insert(at, rng.below(256) as u8),
                _ => bytes[at] ^= 1 << (rng.below(8)),
            }
            if bytes != image {
                let error =
                    Dataset::from_image(Cow::Owned(bytes)).map(|_| at).expect_err("it is damaged");
                assert!(matches!(error, DatasetError::Bytes(_)));
            }
        }
    }
    let error = |bytes: &'static [u8]| {
        Dataset::from_image(Cow::Borrowed(bytes)).expect_err("it is no image").to_string()
    };
    assert_snapshot!(error(b""), @"not a dataset of this release: they do not begin as one");
    assert_snapshot!(error(b"PSHIP\x00\x03\x00\x00\x00\x00\x00"), @"not a dataset of this release: they end too early");
    assert_snapshot!(error(b"PSHIP\x00\x03\x00\x01\x02\x03\x04more"), @"not a dataset of this release: their checksum does not fit");
    assert_snapshot!(error(b"PSHIP\x00\x09\x00\x01\x02\x03\x04more"), @"not a dataset of this release: they do not begin as one");
}

/// Where the checksum stands, and what it is of.
const SUM: std::ops::Range<usize> = 8..12;

fn with_sum(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.len() >= SUM.end {
        let sum = crc32fast::hash(&bytes[SUM.end..]).to_le_bytes();
        bytes[SUM].copy_from_slice(&sum);
    }
    bytes
}

fn number(from: &mut &[u8]) -> u64 {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = from[0];
        *from = &from[1..];
        number |= u64::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            return number;
        }
    }
}

fn put(to: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

/// So many numbers, each of as many bytes as the first byte says.
fn numbers(count: usize, from: &mut &[u8]) -> Vec<usize> {
    let width = usize::from(from[0]);
    let (numbers, rest) = from[1..].split_at(count * width);
    *from = rest;
    let number =
        |bytes: &[u8]| bytes.iter().rev().fold(0, |all, byte| all << 8 | usize::from(*byte));
    numbers.chunks(width).map(number).collect()
}

fn put_numbers(to: &mut Vec<u8>, numbers: &[usize]) {
    to.push(4);
    numbers.iter().for_each(|number| to.extend(&number.to_le_bytes()[..4]));
}

/// The same image with nothing compressed, so that damage reaches what stands in it.
fn unpacked(image: &[u8]) -> Vec<u8> {
    let mut from = &image[SUM.end..];
    let digest = number(&mut from) as usize;
    from = &from[digest..];
    let _newest = number(&mut from);
    let mut plain = image[..image.len() - from.len()].to_vec();
    let lengths: Vec<_> = (0..6).map(|_| number(&mut from) as usize).collect();
    let mut sections = Vec::new();
    for (at, length) in lengths.into_iter().enumerate() {
        let (section, rest) = from.split_at(length);
        from = rest;
        // Records are a list whose blocks are compressed.
        let section = if at == 3 { plain_list(section) } else { section.to_vec() };
        put(&mut plain, section.len() as u64);
        sections.extend(section);
    }
    plain.extend(sections);
    with_sum(plain)
}

fn plain_list(list: &[u8]) -> Vec<u8> {
    let mut from = list;
    let (sample, count) = (number(&mut from) as usize, number(&mut from) as usize);
    let (lasts, lengths) = (numbers(count, &mut from), numbers(count, &mut from));
    let (sample, mut from) = from.split_at(sample);
    let ends = numbers(count, &mut from);
    let (mut blocks, mut ends_of, mut at) = (Vec::new(), Vec::new(), 0);
    for (end, length) in ends.iter().zip(&lengths) {
        let packed = &from[at..*end];
        at = *end;
        let block = match packed.len() == *length {
            true => packed.to_vec(),
            false => lz4_flex::block::decompress_with_dict(packed, *length, sample)
                .expect("it was compressed"),
        };
        blocks.extend(block);
        ends_of.push(blocks.len());
    }
    let mut plain = Vec::new();
    put(&mut plain, 0);
    put(&mut plain, count as u64);
    [lasts, lengths, ends_of].iter().for_each(|numbers| put_numbers(&mut plain, numbers));
    plain.extend(blocks);
    plain
}

/// The most memory that the process has had mapped, in KiB; 0 where the system does not say.
fn mapped() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmPeak:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse().ok()).unwrap_or(0)
}

#[test]
fn damage_under_a_fitting_checksum_does_no_harm() {
    let dataset = load("other");
    let packed = dataset.image().to_vec();
    let plain = unpacked(&packed);
    let opened =
        Dataset::from_image(Cow::Owned(plain.clone())).expect("sections need not be compressed");
    assert_eq!(answers(&opened), answers(&dataset));
    let times =
        std::env::var("PARTNERSHIP_FLIPS").ok().and_then(|text| text.parse().ok()).unwrap_or(120);
    let before = mapped();
    let opened = small(move || {
        let (mut rng, mut opened) = (Random(2), 0);
        for _ in 0..times {
            let mut bytes = if rng.below(4) == 0 { packed.clone() } else { plain.clone() };
            for _ in 0..=rng.below(6) {
                // The tables at the beginning are hit more often than the texts.
                let end = if rng.below(3) == 0 { 256.min(bytes.len()) } else { bytes.len() };
                let at = 12 + rng.below(end.saturating_sub(12));
                if at < bytes.len() {
                    bytes[at] = [
                        0,
                        1,
                        0x7f,
                        0x80,
                        0xff,
                        bytes[at] ^ 1,
                        bytes[at].wrapping_add(1),
                        rng.below(256) as u8,
                    ][rng.below(8)];
                }
            }
            if rng.below(16) == 0 {
                let length = rng.below(bytes.len());
                bytes.truncate(length);
            }
            if let Ok(dataset) = Dataset::from_image(Cow::Owned(with_sum(bytes))) {
                opened += 1;
                answers(&dataset);
            }
        }
        opened
    });
    println!("{opened} of {times} damaged images open");
    assert!(opened * 5 > times, "{opened} of {times} open: most damage is not reached");
    // No length is believed: a block unpacks to at most 64 MiB, and to 255 times its packed size.
    assert!(mapped() - before < 128 << 10, "{} KiB more", mapped() - before);
}

fn refusal(text: impl AsRef<[u8]>) -> String {
    match Dataset::from_packed(text.as_ref()) {
        Ok(_) => "read".to_owned(),
        Err(DatasetError::Faults(faults)) => {
            faults.iter().map(|fault| format!("{fault}\n")).collect()
        }
        Err(error) => error.to_string(),
    }
}

#[test]
fn a_packed_file_that_is_none_is_refused_with_its_line() {
    let packed = packed::lines(&load("other"));
    let lines: Vec<&str> = packed.lines().collect();
    let with = |at: usize, line: &str| {
        let mut lines = lines.clone();
        lines[at] = line;
        lines.join("\n") + "\n"
    };
    let manifest = |from: &str, to: &str| {
        assert!(lines[0].contains(from));
        with(0, &lines[0].replacen(from, to, 1))
    };
    let half = &packed[..packed.len() / 2];
    assert_snapshot!(refusal(""), @"line 1: the file is empty; expected the manifest of a packed dataset");
    assert_snapshot!(refusal("\n\n"), @"line 1: the file is empty; expected the manifest of a packed dataset");
    assert_snapshot!(refusal("{}"), @"line 1: not the manifest of a packed dataset: missing field `format` (byte 2)");
    assert_snapshot!(refusal("null"), @"line 1: not the manifest of a packed dataset: invalid type: null, expected a table with a `format` (byte 4)");
    assert_snapshot!(refusal("PSHIP"), @"line 1: not the manifest of a packed dataset: expected value (byte 1)");
    assert_snapshot!(refusal(b"{\"format\":\"1.0\"}\n\xff"), @"line 2: not UTF-8");
    assert_snapshot!(refusal(half), @"line 14: EOF while parsing a value (byte 569)");
    assert_eq!(refusal(format!("\u{feff}{packed}")), "read");
    assert_eq!(refusal(packed.replace('\n', "\r\n")), "read");
    assert_snapshot!(refusal(format!("{packed}\n")), @r#"line 29: expected a record that begins with {"kind":"…","#);
    assert_snapshot!(refusal(with(1, "{\"id\":\"x\"}")), @r#"line 2: expected a record that begins with {"kind":"…","#);
    assert_snapshot!(refusal(with(1, "{\"kind\":\"partie\",\"id\":\"x\"}")), @"line 2: `partie` is not a kind; expected `partnership`, `concept`, `source`, `party`, `person`, `instrument`, `commitment`, `assessment`, `project`, `fund`, `event`, `series` or `claim`; did you mean `party`?");
    assert_snapshot!(refusal(with(1, "{\"kind\":\"party\",\"id\":\"../x\"}")), @"line 2: `../x` is not the id of a party; expected small letters, digits and single hyphens, such as `asean` (byte 27)");
    assert_snapshot!(refusal(with(1, "{\"kind\":\"party\",\"id\":\"x\",\"nane\":{}}")), @"line 2: `nane` is not a field of a party; did you mean `name`? (byte 31)");
    assert_snapshot!(refusal(with(1, "{\"kind\":\"party\",\"id\":7}")), @"line 2: expected the id of a party as a text, found a number (byte 22)");
    assert_snapshot!(refusal(with(1, "{\"kind\":\"party\",\"id\":\"x\",\"name\":{\"en\":\"M\\u202e\"}}")), @r#"line 2: `M\u{202e}` is not a text; expected no character that steers the direction of writing (U+202E at byte 1) (byte 48)"#);
    assert_snapshot!(refusal(with(1, "{\"kind\":\"party\",\"id\":\"x\",\"id\":\"y\"}")), @"line 2: `id` stands twice (byte 34)");
    assert_snapshot!(refusal(with(1, &format!("{{\"kind\":\"party\",\"alias\":{}", "[".repeat(200_000)))), @"line 2: expected alias, found a list (byte 26)");
    assert_snapshot!(refusal(with(1, &format!("{{\"kind\":\"party\",\"x\":{}", "{\"a\":".repeat(200_000)))), @"line 2: `x` is not a field of a party (byte 19)");
    assert_snapshot!(refusal(with(1, lines[2])), @r#"
    bridge-fund: P0201 `bridge-fund` is the id of another record, too
    ferry-meeting-2029: P0202 `ada-quill` is not the id of a record of this dataset
    gazette-2030: P0202 `ada-quill` is not the id of a record of this dataset
    gazette-on-art-4: P0202 `ada-quill` is not the id of a record of this dataset
    quill-2030: P0202 `ada-quill` is not the id of a record of this dataset
    "#);
    assert_snapshot!(refusal(manifest("\"1.0\"", "\"2.0\"")), @"the file has format 2.0; this release reads format 1.0: take a newer release");
    assert_snapshot!(refusal(manifest("\"1.0\"", "\"one\"")), @"line 1: `one` is not a format; expected one such as `1.0`");
    assert_snapshot!(refusal(manifest("\"title\"", "\"titel\"")), @"line 1: `titel` is not a field of a manifest; did you mean `title`? (byte 42)");
    assert_snapshot!(refusal(manifest("\"river-lakes\"", "\"../x\"")), @"line 1: `../x` is not an id; expected at most 64 small letters and digits in words joined by `-`, such as `asean-rok-summit-2024` (byte 27)");
}

#[test]
fn a_packed_file_that_was_altered_is_refused() {
    let dataset = load("other");
    let packed = dataset.to_packed();
    let (count, digest) = (dataset.len(), dataset.digest());
    let head = packed.lines().next().unwrap();
    assert!(head.contains(&format!(",\"records\":{count},\"digest\":\"")), "{head}");
    // Each record line less or more, and each altered, is told; what an earlier release wrote is read.
    for at in 1..=count {
        let mut less: Vec<&str> = packed.lines().collect();
        less.remove(at);
        let told = refusal(less.join("\n"));
        assert_eq!(
            told,
            format!("line 1: the manifest counts {count} records, and {} follow", count - 1)
        );
    }
    let altered = refusal(packed.replacen("4.5e6 EUR", "4.6e6 EUR", 1));
    assert!(
        altered.starts_with("line 1: the records are not those that were packed: "),
        "{altered}"
    );
    let renamed = refusal(packed.replacen("\"checked_on\":\"20", "\"checked_on\":\"21", 1));
    assert!(
        renamed.starts_with("line 1: the manifest is not the one that was packed: "),
        "{renamed}"
    );
    let wrong = refusal(packed.replacen("\"digest\":\"", "\"digest\":\"0", 1));
    assert!(wrong.starts_with("line 1: the records are not those that were packed: "), "{wrong}");
    for older in [
        packed::lines(&dataset),
        packed.replacen("{\"format\":\"1.0\"", "{ \"format\" : \"1.0\"", 1),
    ] {
        let read = Dataset::from_packed(older.as_bytes()).unwrap();
        assert_eq!(read.digest(), digest, "it is the same dataset");
        assert_eq!(read.to_packed(), packed);
    }
    let (_, rest) = packed.split_once("{\"format\":\"1.0\",").unwrap();
    let sums = head.split_once(",\"records\":").unwrap().1.trim_end_matches('}');
    let turned = format!("{{\"records\":{sums},\"format\":\"1.0\",{rest}");
    let turned = turned.replacen(&format!(",\"records\":{sums}}}"), "}", 1);
    assert_eq!(refusal(turned), "read", "in any order");
}

#[test]
fn a_newer_minor_format_is_read_and_what_is_left_out_is_named() {
    let dataset = load("other");
    let packed = packed::lines(&dataset);
    let newer = packed
        .replacen("\"1.0\"", "\"1.9\"", 1)
        .replacen("{\"format\"", "{\"mood\":{\"deep\":[[1,{}]]},\"format\"", 1)
        .replace("{\"kind\":\"source\",", "{\"kind\":\"source\",\"colour\":[\"red\"],")
        .replacen("\"cite\":[{", "\"cite\":[{\"weight\":0.5,", 1);
    let read = small(move || {
        Dataset::from_packed(newer.as_bytes()).expect("a newer minor format is read")
    });
    assert_eq!(read.dropped(), ["citation.weight", "manifest.mood", "source.colour"]);
    assert!(read.ids().eq(dataset.ids()));
    assert_eq!(read.numbers_of(Kind::Source), dataset.numbers_of(Kind::Source));
}

/// How many records of a kind a dataset holds.
trait Numbers {
    fn numbers_of(&self, kind: Kind) -> usize;
}

impl Numbers for Dataset {
    fn numbers_of(&self, kind: Kind) -> usize {
        self.view().query(&format!("kind:{kind}")).expect("a query").rows().len()
    }
}

#[test]
fn the_embedded_record_answers_in_a_small_stack() {
    small(|| {
        let dataset = Dataset::embedded();
        assert!(!answers(dataset).is_empty());
    });
}
