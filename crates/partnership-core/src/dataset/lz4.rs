//! Writing blocks of LZ4 that are as short as the format allows, nearly: the record is written once and read at every
//! start. Any reader of LZ4 unpacks them.

use std::collections::HashMap;

/// The shortest match that the format has.
const LEAST: usize = 4;
/// A match begins so many bytes before the end of the block, and ends so many before it, at least.
const BEGINS: usize = 12;
const ENDS: usize = 5;
/// No match lies further back.
const REACH: usize = 65_535;
/// So many earlier places are compared, and lengths below the longest tried.
const TRIES: usize = 64;
/// What is so long is taken: no longer match is looked for there, nor at the places within it. So the time grows with the
/// length of a text, however often it repeats itself.
const LONG: usize = 64;

/// Bytes that stand a distance before as well.
#[derive(Clone, Copy, Default)]
struct Match {
    length: usize,
    distance: usize,
}

/// Packs blocks as if each stood after a sample.
pub(super) struct Packer<'s> {
    sample: &'s [u8],
    /// Where any four bytes of the sample stand last, and for each place of it where its four bytes stand before.
    newest: HashMap<&'s [u8], usize>,
    before: Vec<Option<usize>>,
}

impl<'s> Packer<'s> {
    pub(super) fn after(sample: &'s [u8]) -> Self {
        let mut newest = HashMap::new();
        let places = sample.windows(LEAST).zip(0..).map(|(four, at)| newest.insert(four, at));
        let before = places.collect();
        Self { sample, newest, before }
    }

    /// One block of LZ4 that unpacks to these bytes. The same bytes give the same block on every machine.
    pub(super) fn pack(&self, plain: &[u8]) -> Vec<u8> {
        let chosen = cheapest(self.longest(plain));
        let (mut to, mut literals, mut at) = (Vec::new(), 0, 0);
        while let Some(Match { length, distance }) = chosen.get(at) {
            if *length == 0 {
                at += 1;
                continue;
            }
            put_sequence(&mut to, &plain[literals..at], length - LEAST);
            // The place of the token's match half is known by `put_sequence`; the distance follows the literals.
            to.extend_from_slice(&(*distance as u16).to_le_bytes());
            put_rest(&mut to, length - LEAST);
            at += length;
            literals = at;
        }
        put_sequence(&mut to, &plain[literals..], 0);
        to
    }

    /// For each place the longest match that begins there. Places are counted from the beginning of the sample.
    fn longest(&self, plain: &[u8]) -> Vec<Match> {
        let start = self.sample.len();
        let mut matches = vec![Match::default(); plain.len()];
        let mut newest: HashMap<&[u8], usize> = HashMap::new();
        let mut before: Vec<Option<usize>> = Vec::new();
        for at in 0..plain.len().saturating_sub(BEGINS) {
            let four = &plain[at..at + LEAST];
            let known = newest.insert(four, start + at);
            let mut from = known.or_else(|| self.newest.get(four).copied());
            before.push(from);
            // Within a long match the rest of it is known.
            let last = at.checked_sub(1).map_or(Match::default(), |last| matches[last]);
            if last.length > LONG {
                matches[at] = Match { length: last.length - 1, ..last };
                continue;
            }
            for _ in 0..TRIES {
                let Some(place) = from.filter(|place| start + at - place <= REACH) else { break };
                let longest = matches[at].length;
                if longest >= LONG {
                    break;
                }
                let may_be_longer = self.byte(plain, place + longest) == plain.get(at + longest);
                let length = if may_be_longer { self.common(plain, place, at) } else { 0 };
                if length > longest {
                    matches[at] = Match { length, distance: start + at - place };
                }
                from = match place.checked_sub(start) {
                    Some(place) => before[place],
                    None => self.before[place],
                };
            }
        }
        matches
    }

    /// The byte at a place, of the sample and then the block.
    fn byte<'p>(&'p self, plain: &'p [u8], place: usize) -> Option<&'p u8> {
        match place.checked_sub(self.sample.len()) {
            Some(place) => plain.get(place),
            None => self.sample.get(place),
        }
    }

    /// How far the bytes from a place, of the sample and then the block, are those from a place of the block.
    fn common(&self, plain: &[u8], place: usize, at: usize) -> usize {
        let sample = self.sample.get(place..).unwrap_or_default();
        let rest = &plain[place.saturating_sub(self.sample.len())..];
        let own = &plain[at..plain.len() - ENDS];
        let same = alike(sample, own);
        // What goes on to the end of the sample may go on in the block.
        if same < sample.len() { same } else { same + alike(rest, &own[same..]) }
    }
}

/// How many bytes two texts begin with alike.
fn alike(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// Keeps of the matches, shortened where that pays, those by which the whole takes the fewest bytes.
fn cheapest(mut matches: Vec<Match>) -> Vec<Match> {
    let mut costs = vec![0_usize; matches.len() + 1];
    for (at, found) in matches.iter_mut().enumerate().rev() {
        let (mut cost, mut best) = (costs[at + 1] + 1, 0);
        let shorter = found.length.saturating_sub(TRIES).max(LEAST);
        for length in shorter..=found.length {
            // A token, a distance, and bytes for what does not fit into the token.
            let with = costs[at + length] + 3 + (length - LEAST + 240) / 255;
            if with <= cost {
                (cost, best) = (with, length);
            }
        }
        costs[at] = cost;
        found.length = best;
    }
    matches
}

/// A token, and the literals that it announces.
fn put_sequence(to: &mut Vec<u8>, literals: &[u8], more: usize) {
    to.push((literals.len().min(15) << 4 | more.min(15)) as u8);
    put_rest(to, literals.len());
    to.extend_from_slice(literals);
}

/// What is left of a length of which the token holds up to 15.
fn put_rest(to: &mut Vec<u8>, length: usize) {
    let Some(mut rest) = length.checked_sub(15) else { return };
    while rest >= 255 {
        to.push(255);
        rest -= 255;
    }
    to.push(rest as u8);
}

#[cfg(test)]
mod tests {
    use super::Packer;
    use lz4_flex::block::decompress_with_dict;

    /// Each took minutes while every place of a match was compared to its end.
    #[test]
    fn a_text_that_repeats_itself_takes_no_longer_than_another() {
        let size = 1 << 18;
        let began = std::time::Instant::now();
        for part in ["a", "ab", "lorem ipsum dolor sit amet, ", &"a word, ".repeat(3_000)] {
            let plain = part.repeat(size / part.len() + 1);
            for sample in [&b""[..], &plain.as_bytes()[..48 << 10]] {
                let packed = Packer::after(sample).pack(plain.as_bytes());
                let again = decompress_with_dict(&packed, plain.len(), sample).unwrap();
                assert!(again == plain.as_bytes() && packed.len() < plain.len() / 64);
            }
        }
        assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
    }

    #[test]
    fn what_is_packed_is_unpacked_again() {
        let text = "a forum on a fund, a fund on a forum; ".repeat(12);
        let packed = |plain: &[u8], sample: &[u8]| Packer::after(sample).pack(plain);
        assert!(packed(text.as_bytes(), b"").len() < 64, "what stands before is not repeated");
        let (part, all) = (&text.as_bytes()[..90], text.as_bytes());
        assert!(packed(part, all).len() < 24, "nor what stands in the sample");
        let noise: Vec<u8> =
            (0..2_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let runs = [vec![7; 700], noise.clone(), vec![7; 300]].concat();
        let mut plains = vec![Vec::new(), text.clone().into_bytes(), noise, runs];
        plains.extend((0..40).map(|length| text.as_bytes()[..length].to_vec()));
        plains.extend((0..40).map(|length| vec![0; length]));
        for plain in plains {
            for sample in [&b""[..], &all[..38], all] {
                let packed = packed(&plain, sample);
                let again = decompress_with_dict(&packed, plain.len(), sample).unwrap();
                assert!(again == plain);
            }
        }
    }
}
