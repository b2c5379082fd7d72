//! Programs timed in turn, so that noise of the machine falls on all of them alike.

use std::time::{Duration, Instant};

const ROUNDS: usize = 25;
/// How long one round of one program takes, about.
const ROUND: Duration = Duration::from_micros(1_500);

/// Nanoseconds that each takes: of its rounds the best one, in which least else ran.
pub(crate) fn race<const N: usize>(mut programs: [&mut dyn FnMut(); N]) -> [f64; N] {
    let repeats = programs.each_mut().map(|program| {
        let start = Instant::now();
        program();
        program();
        let once = start.elapsed().as_nanos() as u64 / 2;
        (ROUND.as_nanos() as u64 / once.max(1)).clamp(1, 20_000)
    });
    let mut best = [f64::INFINITY; N];
    for _ in 0..ROUNDS {
        for (at, program) in programs.iter_mut().enumerate() {
            let start = Instant::now();
            (0..repeats[at]).for_each(|_| program());
            best[at] = best[at].min(start.elapsed().as_nanos() as f64 / repeats[at] as f64);
        }
    }
    best
}
