//! The numbers that may begin a line.

/// How a step of a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Class {
    Decimal,
    Roman,
    Upper,
    Lower,
    LowerRoman,
    Hangul,
    Circled,
    /// `제3조`, `Article 3`: by the word that it goes with.
    Named(&'static str),
}

/// The signs around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Signs {
    /// `1.`, or within a number of several steps.
    Point,
    /// `(1)`.
    Both,
    /// `1)`.
    Closing,
}

/// A step of a number: `1.1(1)` has three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) class: Class,
    pub(super) signs: Signs,
    pub(super) value: u32,
}

impl Step {
    pub(super) fn style(self) -> (Class, Signs) {
        (self.class, self.signs)
    }
}

/// A number that may begin a line, in one of the ways in which it can be read.
#[derive(Clone, Debug)]
pub(super) struct Label<'t> {
    pub(super) step: Vec<Step>,
    /// As printed.
    pub(super) printed: &'t str,
    /// What follows it in the line.
    pub(super) rest: &'t str,
}

impl Label<'_> {
    /// Whether signs stand around it.
    pub(super) fn is_bracketed(&self) -> bool {
        self.step.len() == 1 && self.step[0].signs != Signs::Point
    }

    /// Whether a text may begin with it.
    pub(super) fn is_first(&self) -> bool {
        self.step.iter().all(|step| step.value == 1)
    }
}

/// The most steps of a number.
const STEPS: usize = 8;
const SYLLABLES: &str = "가나다라마바사아자차카타파하";
const NAMES: [(&str, &str); 5] = [
    ("Article ", "article"),
    ("Chapter ", "chapter"),
    ("Section ", "section"),
    ("Part ", "part"),
    ("Paragraph ", "paragraph"),
];
const UNITS: [(char, &str); 4] = [('장', "jang"), ('절', "jeol"), ('조', "jo"), ('항', "hang")];

/// The ways in which the beginning of a line is a number; none where it is not.
pub(super) fn labels(line: &str) -> Vec<Label<'_>> {
    let named = named(line).into_iter();
    let steps = match named.len() {
        0 => numbered(line),
        _ => named.collect(),
    };
    let fits = |(step, end): &(Vec<Step>, usize)| {
        let rest = &line[*end..];
        (rest.is_empty() || rest.starts_with(char::is_whitespace))
            && begins(rest.trim_start(), step)
    };
    let all = steps.into_iter().filter(fits).map(|(step, end)| {
        let (printed, rest) = line.split_at(end);
        Label { step, printed, rest: rest.trim_start() }
    });
    all.collect()
}

/// Whether words may begin a clause with such a number: not in the middle of a sentence.
fn begins(rest: &str, step: &[Step]) -> bool {
    let in_brackets = step.last().is_some_and(|step| step.signs != Signs::Point);
    match rest.trim_start_matches(['"', '“', '‘', '\'', '(', '「']).chars().next() {
        None => true,
        Some(letter) => in_brackets || !(letter.is_lowercase() || letter.is_ascii_digit()),
    }
}

/// `제3조`, `Article 3`.
fn named(line: &str) -> Option<(Vec<Step>, usize)> {
    let of = |name: &'static str, value: u32| Step {
        class: Class::Named(name),
        signs: Signs::Point,
        value,
    };
    if let Some(rest) = line.strip_prefix('제') {
        let (value, tail) = digits(rest)?;
        let unit = tail.chars().next()?;
        let (_, name) = UNITS.iter().find(|(known, _)| *known == unit)?;
        return Some((vec![of(name, value)], line.len() - tail.len() + unit.len_utf8()));
    }
    let found = NAMES.iter().find_map(|(word, name)| {
        let rest = line.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word))?;
        Some((&line[rest.len()..], *name))
    });
    let (rest, name) = found?;
    let (value, tail) = match digits(rest) {
        Some(found) => found,
        None => {
            let end = rest.find(|letter: char| !letter.is_ascii_uppercase()).unwrap_or(rest.len());
            (roman(&rest[..end])?, &rest[end..])
        }
    };
    let tail = tail.strip_prefix(['.', ':']).unwrap_or(tail);
    Some((vec![of(name, value)], line.len() - tail.len()))
}

/// Digits at the beginning of a text, at most two.
fn digits(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let value = text[..end].parse().ok().filter(|value| (1..=99).contains(value) && end <= 2)?;
    Some((value, &text[end..]))
}

/// Numbers of one or more steps: all ways in which letters may be read.
fn numbered(line: &str) -> Vec<(Vec<Step>, usize)> {
    if let Some(value) = circled(line) {
        let step = Step { class: Class::Circled, signs: Signs::Both, value };
        return vec![(vec![step], line.chars().next().map_or(0, char::len_utf8))];
    }
    let mut ways: Vec<Vec<Step>> = vec![Vec::new()];
    let mut rest = line;
    let mut closed = false;
    while ways.first().is_some_and(|way| way.len() < STEPS) {
        let (inner, signs) = match rest.strip_prefix('(') {
            Some(inner) => (inner, Signs::Both),
            None => (rest, Signs::Point),
        };
        let end = inner.find(|letter: char| !is_step(letter)).unwrap_or(inner.len());
        let read = values(&inner[..end]);
        if read.is_empty() {
            break;
        }
        let after = &inner[end..];
        let (signs, after) = match (signs, after.strip_prefix(')')) {
            (Signs::Both, Some(after)) => (Signs::Both, after),
            (Signs::Both, None) => break,
            (_, Some(after)) if ways.iter().all(Vec::is_empty) => (Signs::Closing, after),
            _ => (Signs::Point, after),
        };
        let with = |way: &Vec<Step>| {
            let of = |(class, value)| Step { class, signs, value };
            let longer = read.iter().map(move |found| [way.as_slice(), &[of(*found)]].concat());
            longer.collect::<Vec<_>>()
        };
        ways = ways.iter().flat_map(with).take(16).collect();
        rest = after.strip_prefix('.').unwrap_or(after);
        closed = signs != Signs::Point || rest.len() != after.len();
        let goes_on = rest.starts_with(|letter: char| letter == '(' || is_step(letter));
        if !goes_on || (!closed && !rest.starts_with('(')) {
            break;
        }
    }
    let end = line.len() - rest.len();
    // A bare number or letter is none without a sign after it: `2030`, `A plan`.
    let kept = ways.into_iter().filter(|way| way.len() > 1 || (way.len() == 1 && closed));
    kept.map(|way| (way, end)).collect()
}

fn is_step(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || SYLLABLES.contains(letter) || ('Ⅰ'..='Ⅻ').contains(&letter)
}

/// What letters between two signs may mean.
fn values(text: &str) -> Vec<(Class, u32)> {
    let mut found = Vec::new();
    if let Some((value, "")) = digits(text) {
        found.push((Class::Decimal, value));
    }
    let mut letters = text.chars();
    if let (Some(only), None) = (letters.next(), letters.next()) {
        let order = |from: char| only as u32 - from as u32 + 1;
        match only {
            'A'..='Z' => found.push((Class::Upper, order('A'))),
            'a'..='z' => found.push((Class::Lower, order('a'))),
            'Ⅰ'..='Ⅻ' => found.push((Class::Roman, order('Ⅰ'))),
            _ => {}
        }
        if let Some(place) = SYLLABLES.chars().position(|syllable| syllable == only) {
            found.push((Class::Hangul, u32::try_from(place).unwrap_or(0) + 1));
        }
    }
    if let Some(value) = roman(text) {
        found.push((Class::Roman, value));
    }
    if text.bytes().all(|byte| byte.is_ascii_lowercase())
        && let Some(value) = roman(&text.to_ascii_uppercase())
    {
        found.push((Class::LowerRoman, value));
    }
    found
}

/// A Roman number up to 99, in capitals.
fn roman(text: &str) -> Option<u32> {
    const TENS: [&str; 10] = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"];
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    if text.is_empty() || text.len() > 8 || !text.bytes().all(|byte| b"IVXLC".contains(&byte)) {
        return None;
    }
    (1..100_usize)
        .find(|value| text == format!("{}{}", TENS[value / 10], ONES[value % 10]))
        .and_then(|value| u32::try_from(value).ok())
}

fn circled(line: &str) -> Option<u32> {
    let first = line.chars().next()?;
    ('①'..='⑳').contains(&first).then(|| first as u32 - '①' as u32 + 1)
}
