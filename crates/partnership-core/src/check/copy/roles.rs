//! What each paragraph of a text is: the rules that the module above states.

use std::collections::{HashMap, HashSet};

use super::{About, Role, folded};
use crate::value::Passage;

/// Most words of the name before a colon.
const NAME_WORDS: usize = 5;
/// Most words before the name with which a biography begins: `H.E.`, `The author`.
const WORDS_BEFORE: usize = 2;

/// The paragraphs of a text, in their plain form.
pub(super) fn split(text: &str) -> Vec<String> {
    let lines = || text.trim_start_matches('\u{feff}').lines().map(Passage::plain);
    let has_gaps = lines().skip_while(String::is_empty).collect::<Vec<_>>();
    let has_gaps = has_gaps.windows(2).any(|pair| pair[0].is_empty() && !pair[1].is_empty());
    let mut paragraphs: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in lines() {
        match paragraphs.last_mut().filter(|_| is_open && has_gaps) {
            _ if line.is_empty() => is_open = false,
            Some(last) => {
                last.push(' ');
                last.push_str(&line);
            }
            None => {
                paragraphs.push(line);
                is_open = true;
            }
        }
    }
    paragraphs
}

/// What each paragraph is.
pub(super) fn roles(texts: &[String], about: &About) -> Vec<Role> {
    let (first, names) = speakers(texts);
    let titles: Vec<String> = about.title.iter().map(|title| folded(title)).collect();
    let (mut turn, mut count, mut titled) = (None, 0, false);
    let role = |(at, text): (usize, &String)| {
        let plain = folded(text);
        let named = about.known.iter().find(|(_, number)| *number as usize == at + 1);
        if named.is_some_and(|(place, _)| folded(place).contains("caption")) || is_caption(&plain) {
            return Role::Caption;
        }
        if !titled && titles.contains(&plain) {
            titled = true;
            return Role::Title;
        }
        let speaker = speaker(text).filter(|name| names.contains(name));
        if let Some(name) = speaker {
            let asks = first == Some(name);
            count += u32::from(asks);
            turn = Some(if asks { Role::Question(count) } else { Role::Answer(count) });
        } else if plain.starts_with("editor's note") {
            turn = Some(Role::Other);
            return Role::Note;
        } else if is_biography(&plain, about) && !matches!(turn, Some(Role::Question(_))) {
            turn = turn.map(|_| Role::Other);
            return Role::Biography;
        }
        turn.unwrap_or(if is_sentence(text) { Role::Body } else { Role::Other })
    };
    texts.iter().enumerate().map(role).collect()
}

/// The names that begin turns, and the first of them; none unless two speak.
fn speakers(texts: &[String]) -> (Option<&str>, HashSet<&str>) {
    let all: Vec<&str> = texts.iter().filter_map(|text| speaker(text)).collect();
    let mut often: HashMap<&str, u32> = HashMap::new();
    all.iter().for_each(|name| *often.entry(name).or_default() += 1);
    often.retain(|_, times| *times > 1);
    if often.len() < 2 {
        return (None, HashSet::new());
    }
    let first = all.into_iter().find(|name| often.contains_key(name));
    (first, often.into_keys().collect())
}

/// The name before the colon with which a paragraph begins.
fn speaker(text: &str) -> Option<&str> {
    let (name, rest) = text.split_once(':')?;
    let words = name.split(' ').count();
    let is_name = (1..=NAME_WORDS).contains(&words) && name.chars().all(|c| c != '.' || words > 1);
    let begins = name.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    (is_name && begins && (rest.is_empty() || rest.starts_with(' '))).then_some(name)
}

fn is_caption(plain: &str) -> bool {
    let words = ["photo", "photos", "photograph", "image", "caption", "사진"];
    let mut first = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let begins = first.by_ref().find(|word| !matches!(*word, "a" | "the"));
    let credited = || words.iter().any(|word| plain.contains(&format!("({word}")));
    begins.is_some_and(|word| words.contains(&word)) || credited()
}

/// Whether a paragraph begins with the name of an author.
fn is_biography(plain: &str, about: &About) -> bool {
    let begins = |name: &String| {
        let before = plain.find(&folded(name)).map(|at| plain[..at].split_whitespace().count());
        !name.is_empty() && before.is_some_and(|words| words <= WORDS_BEFORE)
    };
    about.author.iter().any(begins)
}

fn is_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '\'', ')', ']']).chars().next_back();
    end.is_some_and(|c| matches!(c, '.' | '!' | '?' | '。' | '…' | ':' | ';'))
}

/// The number of the part that a paragraph begins.
pub(super) fn numbered(text: &str) -> Option<u32> {
    let bare = |text: &str, ends: &[char]| {
        let (digits, rest) = digits(text)?;
        (rest.is_empty() || rest.starts_with(ends)).then_some(digits)
    };
    let after = |word: &str| text.strip_prefix(word).map(str::trim_start);
    if let Some(rest) = ["§", "Article ", "Section ", "제"].iter().find_map(|word| after(word)) {
        return bare(rest, &['.', ')', ':', ' ', '조', '항']);
    }
    bare(text, &['.', ')']).filter(|_| {
        // A number with a point in it is no number of a part.
        text.split_once(['.', ')'])
            .is_some_and(|(_, rest)| rest.is_empty() || rest.starts_with(' '))
    })
}

/// The number that a text begins with, and what follows it.
pub(super) fn digits(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}
