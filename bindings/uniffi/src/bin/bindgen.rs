//! Writes the Kotlin and Swift sources of a library that is not stripped:
//! `partnership-bindgen generate -l LANGUAGE --no-format -o FOLDER LIBRARY`.

use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), String> {
    uniffi::uniffi_bindgen_main();
    let folder = env::args_os().skip_while(|argument| argument != "-o").nth(1);
    let kotlin = folder.map(|folder| PathBuf::from(folder).join("partnership/partnership.kt"));
    match kotlin.filter(|file| file.is_file()) {
        Some(file) => {
            let text = fs::read_to_string(&file).map_err(|error| error.to_string())?;
            fs::write(&file, with_messages(&text)?).map_err(|error| error.to_string())
        }
        None => Ok(()),
    }
}

/// The message of an exception lists its fields, as UniFFI writes it; ours has one of its own. And half of a pair of
/// UTF-16, which no text should have, becomes a question mark and not an exception of another class.
fn with_messages(kotlin: &str) -> Result<String, String> {
    let changes = [
        ("get() = \"problem=${", "            get() = problem.message", 5),
        (
            "onMalformedInput(CodingErrorAction.REPORT)",
            "            onMalformedInput(CodingErrorAction.REPLACE)",
            1,
        ),
    ];
    let mut lines: Vec<&str> = kotlin.lines().collect();
    for (start, instead, times) in changes {
        let found = lines.iter_mut().filter(|line| line.trim_start().starts_with(start));
        let count = found.map(|line| *line = instead).count();
        if count != times {
            return Err(format!("`{start}` stands {count} times, expected {times}"));
        }
    }
    Ok(lines.into_iter().flat_map(|line| [line, "\n"]).collect())
}
