//! What the index knows of the truth of a condition, for all records at once.

use crate::value::Truth;

/// For each record a lowest and a highest truth, as four bits: surely yes, at least maybe, perhaps yes, at most maybe.
/// *And*, *or* and *not* cost a few machine words per 64 records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bracket {
    /// Of 64 records each the bits `LOW_YES`, `LOW_MAYBE`, `HIGH_YES`, `HIGH_MAYBE`.
    words: Vec<[u64; 4]>,
    length: usize,
}

const LOW_YES: usize = 0;
const LOW_MAYBE: usize = 1;
const HIGH_YES: usize = 2;
const HIGH_MAYBE: usize = 3;

/// What is known of one record.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Known {
    /// Just so.
    Exactly(Truth),
    /// Nothing: a walk must tell.
    Open,
}

impl Known {
    fn lanes(self) -> [u64; 4] {
        match self {
            Known::Exactly(Truth::Yes) => [1, 1, 1, 1],
            Known::Exactly(Truth::Maybe) => [0, 1, 0, 1],
            Known::Exactly(Truth::No) => [0, 0, 0, 0],
            Known::Open => [0, 0, 1, 1],
        }
    }
}

impl Bracket {
    /// No record.
    pub(crate) fn none(length: usize) -> Self {
        Self { words: vec![[0; 4]; length.div_ceil(64)], length }
    }

    /// Every record, surely.
    pub(crate) fn all(length: usize) -> Self {
        Self::none(length).not()
    }

    /// Says of a record that it has one more value, of which this is known.
    pub(crate) fn join_one(&mut self, number: u32, known: Known) {
        self.join_masks(number as usize / 64, 1 << (number % 64), known);
    }

    /// The same of many records, which are mostly in order: this is known of those that are sure, and of the others nothing.
    pub(crate) fn join_each(&mut self, truth: Truth) -> Each<'_> {
        Each { to: self, known: Known::Exactly(truth), word: 0, sure: 0, open: 0 }
    }

    /// The same of a range of records.
    pub(crate) fn join_range(&mut self, range: std::ops::Range<u32>, known: Known) {
        let end = range.end.min(u32::try_from(self.length).unwrap_or(u32::MAX));
        let mut at = range.start;
        while at < end {
            let (word, bit) = (at as usize / 64, at % 64);
            let count = (64 - bit).min(end - at);
            self.join_masks(word, (u64::MAX >> (64 - count)) << bit, known);
            at += count;
        }
    }

    #[inline]
    fn join_masks(&mut self, word: usize, mask: u64, known: Known) {
        let Some(word) = self.words.get_mut(word) else { return };
        word.iter_mut().zip(known.lanes()).for_each(|(lane, on)| *lane |= mask * on);
    }

    /// Both.
    pub(crate) fn meet(&mut self, other: &Self) {
        let pairs = self.words.iter_mut().flatten().zip(other.words.iter().flatten());
        pairs.for_each(|(lane, with)| *lane &= with);
    }

    /// Either.
    pub(crate) fn join(&mut self, other: &Self) {
        let pairs = self.words.iter_mut().flatten().zip(other.words.iter().flatten());
        pairs.for_each(|(lane, with)| *lane |= with);
    }

    /// What was highest is lowest now.
    pub(crate) fn not(mut self) -> Self {
        for [a, b, c, d] in &mut self.words {
            (*a, *b, *c, *d) = (!*d, !*c, !*b, !*a);
        }
        if let (Some(last), rest @ 1..) = (self.words.last_mut(), self.length % 64) {
            last.iter_mut().for_each(|lane| *lane &= (1 << rest) - 1);
        }
        self
    }

    /// The same without any promise: what holds in the plain view need not hold in another.
    pub(crate) fn without_promise(mut self) -> Self {
        for lanes in &mut self.words {
            *lanes = [0, 0, lanes[HIGH_MAYBE], lanes[HIGH_MAYBE]];
        }
        self
    }

    /// Gives the records that are not surely out, in order, with what is known of each, and keeps what comes back.
    pub(crate) fn filter_map<T>(&self, mut keep: impl FnMut(u32, Known) -> Option<T>) -> Vec<T> {
        let count = self.words.iter().map(|lanes| lanes[HIGH_MAYBE].count_ones() as usize).sum();
        let mut kept = Vec::with_capacity(count);
        for (at, lanes) in self.words.iter().enumerate() {
            let (mut rest, yes) = (lanes[HIGH_MAYBE], lanes[LOW_YES]);
            let maybe = lanes[LOW_MAYBE] & !lanes[HIGH_YES];
            while rest != 0 {
                let bit = rest.trailing_zeros();
                let one = 1 << bit;
                rest ^= one;
                let known = if yes & one != 0 {
                    Known::Exactly(Truth::Yes)
                } else if maybe & one != 0 {
                    Known::Exactly(Truth::Maybe)
                } else {
                    Known::Open
                };
                if let Some(one) = keep(at as u32 * 64 + bit, known) {
                    kept.push(one);
                }
            }
        }
        kept
    }
}

/// Gathers what is said of neighbours, so that a word is written once.
pub(crate) struct Each<'b> {
    to: &'b mut Bracket,
    known: Known,
    word: u32,
    sure: u64,
    open: u64,
}

impl Each<'_> {
    /// Says it of one more record.
    #[inline]
    pub(crate) fn record(&mut self, number: u32, sure: bool) {
        if number / 64 != self.word {
            self.write();
            self.word = number / 64;
        }
        let bit = 1 << (number % 64);
        if sure {
            self.sure |= bit;
        } else {
            self.open |= bit;
        }
    }

    fn write(&mut self) {
        let (sure, open) = (std::mem::take(&mut self.sure), std::mem::take(&mut self.open));
        self.to.join_masks(self.word as usize, sure, self.known);
        self.to.join_masks(self.word as usize, open, Known::Open);
    }
}

impl Drop for Each<'_> {
    fn drop(&mut self) {
        self.write();
    }
}
