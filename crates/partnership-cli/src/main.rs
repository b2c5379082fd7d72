//! The command `partnership`.
fn main() {}
