//! The packages for Kotlin and Swift: one library, and the sources that UniFFI writes from it.
//!
//! The sources are written from a build that is not stripped, since names of functions are how UniFFI finds them; what
//! ships is the stripped build of the profile `mobile` of the same crate. Both are made once and used by both languages.

mod aar;
mod bench;
mod kotlin;
mod ndk;
mod swift;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use clap::{Args, Subcommand};

use crate::metadata::Metadata;
use crate::process::Log;
use crate::repo::Repo;

pub(crate) use kotlin::{missing as missing_for_kotlin, verify as verify_kotlin};
pub(crate) use swift::{missing as missing_for_swift, verify as verify_swift};

#[derive(Args, Debug)]
pub(crate) struct BindingsArgs {
    #[command(subcommand)]
    language: Language,
}

#[derive(Subcommand, Debug)]
enum Language {
    /// Build the jar with the library inside, and the AAR, and install the jar for Maven
    Kotlin(KotlinArgs),
    /// Build the library and the sources of the Swift package
    Swift(SwiftArgs),
}

#[derive(Args, Debug)]
struct KotlinArgs {
    /// Put libraries for Android into the AAR; needs the NDK
    #[arg(long)]
    android: bool,
    /// Run the example
    #[arg(long)]
    example: bool,
    /// Measure the first answer, a page and the sizes
    #[arg(long)]
    bench: bool,
}

#[derive(Args, Debug)]
struct SwiftArgs {
    /// Build the xcframework for iOS and macOS; needs macOS with Xcode
    #[arg(long)]
    xcframework: bool,
    /// Run the example
    #[arg(long)]
    example: bool,
    /// Measure the first answer and a page
    #[arg(long)]
    bench: bool,
}

/// Build what was asked for, and say where it is.
///
/// # Errors
///
/// When a tool is missing, and then what and how to get it; or when a build fails.
pub(crate) fn run(repo: &Repo, args: &BindingsArgs) -> Result<String> {
    let log = Log::new(repo, "bindings")?;
    let said = match &args.language {
        Language::Kotlin(args) => kotlin::run(repo, &log, args.android, args.example, args.bench),
        Language::Swift(args) => swift::run(repo, &log, args.xcframework, args.example, args.bench),
    };
    said.context("see `.cache/logs/bindings.log`")
}

/// The crate, and the library that it makes on this machine.
const CRATE: &str = "partnership-uniffi";

fn library() -> String {
    format!("{}partnership_uniffi{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX)
}

/// The folder of what both languages take: `native/` with the stripped library, `kotlin/` and `swift/` with sources.
fn folder(repo: &Repo) -> Result<PathBuf> {
    repo.cache("bindings")
}

/// Builds the library both ways, and writes the sources of a language.
fn generate(repo: &Repo, log: &Log, language: &str) -> Result<PathBuf> {
    let target = Metadata::read(repo)?.target_directory;
    let mut plain = repo.cargo();
    log.run(plain.args(["build", "--locked", "-p", CRATE, "--features", "bindgen"]))?;
    let mut release = repo.cargo();
    log.run(release.args(["build", "--locked", "--profile", "small", "-p", CRATE, "--lib"]))?;
    let folder = folder(repo)?;
    let native = folder.join("native");
    fs::create_dir_all(&native)?;
    copy(&target.join("small").join(library()), &native.join(library()))?;
    let sources = folder.join(language);
    if sources.exists() {
        fs::remove_dir_all(&sources)?;
    }
    let generator = format!("partnership-bindgen{}", std::env::consts::EXE_SUFFIX);
    let mut write = Command::new(target.join("debug").join(generator));
    write.current_dir(repo.root());
    write.args(["generate", "-l", language, "--no-format", "-o"]).arg(&sources);
    log.run(write.arg(target.join("debug").join(library())))?;
    Ok(sources)
}

/// Copies a file, only if it changed: what is built from it stays fresh.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let bytes = fs::read(from).with_context(|| format!("cannot read `{}`", from.display()))?;
    if fs::read(to).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    // Not in place: a running program may have it open.
    if to.exists() {
        fs::remove_file(to)?;
    }
    fs::write(to, bytes).with_context(|| format!("cannot write `{}`", to.display()))
}

/// Whether a program is on the path.
fn has(program: &str, version: &str) -> bool {
    crate::process::read(Command::new(program).arg(version)).is_ok()
}
