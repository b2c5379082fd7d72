//! The Swift package: generated sources and header in their places, tests by SwiftPM.
//!
//! Where no `swift` is on the path, `bindings/swift/tools/swift` brings Debian's into `.cache/trixie` and runs it there.

use std::env;
use std::fs;
use std::process::Command;

use anyhow::{Result, bail};

use super::{CRATE, bench, copy, generate, has};
use crate::metadata::Metadata;
use crate::process::{self, Log};
use crate::repo::Repo;

const FOLDER: &str = "bindings/swift";

/// What is written by hand there, for the formatter to check.
const OURS: &[&str] = &[
    "Package.swift",
    "Sources/Partnership/Datasets.swift",
    "Sources/Partnership/Errors.swift",
    "Sources/Partnership/Values.swift",
    "Tests",
    "example/Package.swift",
    "example/Sources",
];

/// No warning in any of it. Where the library is, `tools/swift` tells the linker.
const OPTIONS: [&str; 2] = ["-Xswiftc", "-warnings-as-errors"];

/// What this machine lacks to build it.
pub(crate) fn missing(repo: &Repo) -> Option<&'static str> {
    let is_ready = has("swift", "--version") || repo.path(".cache/trixie/.ready").exists();
    let is_debian = fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "ID=debian"));
    let has_tools = has("debootstrap", "--version") && has("unshare", "--version");
    let is_root = process::read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if is_ready || (is_debian && has_tools && is_root) {
        return None;
    }
    Some(
        "no `swift`: install Swift from 6.0 (https://www.swift.org/install), or run as root on Debian with `debootstrap`",
    )
}

pub(super) fn run(
    repo: &Repo,
    log: &Log,
    xcframework: bool,
    example: bool,
    measure: bool,
) -> Result<String> {
    if xcframework {
        return framework(repo, log);
    }
    if let Some(missing) = missing(repo) {
        bail!(missing);
    }
    prepare(repo, log)?;
    let start = |name: &str| {
        let mut command = swift(repo, "example", &["run", "-c", "release"]);
        command.args(OPTIONS).arg(name);
        command
    };
    if example {
        return process::read(&mut start("Example"));
    }
    if measure {
        log.run(&mut start("Bench"))?;
        return bench::swift(|| process::read(&mut start("Bench")));
    }
    log.run(swift(repo, "", &["build"]).args(OPTIONS))?;
    Ok(format!("{FOLDER} is ready: `.package(path: \"{FOLDER}\")`"))
}

/// Checks the format, runs the tests without a warning, and the example.
pub(crate) fn verify(repo: &Repo, log: &Log) -> Result<()> {
    prepare(repo, log)?;
    log.run(swift(repo, "", &["format", "lint", "-s", "-r"]).args(OURS))?;
    log.run(swift(repo, "", &["test"]).args(OPTIONS))?;
    log.run(swift(repo, "example", &["run"]).args(OPTIONS).arg("Example"))
}

/// The library where the linker looks, the sources and the header where SwiftPM looks.
fn prepare(repo: &Repo, log: &Log) -> Result<()> {
    let sources = generate(repo, log, "swift")?;
    let package = repo.path(FOLDER).join("Sources");
    fs::create_dir_all(package.join("Partnership/Generated"))?;
    copy(
        &sources.join("Partnership.swift"),
        &package.join("Partnership/Generated/Partnership.swift"),
    )?;
    copy(&sources.join("PartnershipFFI.h"), &package.join("PartnershipFFI/PartnershipFFI.h"))
}

/// Swift in a folder of the package, wherever it comes from.
fn swift(repo: &Repo, folder: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(repo.path(FOLDER).join("tools/swift"));
    command.current_dir(repo.path(FOLDER).join(folder)).args(arguments);
    command
}

/// What an app for iOS or macOS takes. Written for Xcode 16; not run where it was written, for want of a Mac.
fn framework(repo: &Repo, log: &Log) -> Result<String> {
    if env::consts::OS != "macos" {
        bail!(
            "an xcframework is built on macOS only: take a Mac with Xcode 16 and Rust, and run \
             `cargo xtask bindings swift --xcframework` there"
        );
    }
    if !has("xcodebuild", "-version") {
        bail!("no `xcodebuild`: install Xcode 16 and run `xcode-select --install`");
    }
    let installed = process::read(Command::new("rustup").args(["target", "list", "--installed"]))?;
    let missing: Vec<_> =
        TARGETS.iter().filter(|target| !installed.lines().any(|line| line == **target)).collect();
    if !missing.is_empty() {
        let names: Vec<_> = missing.into_iter().copied().collect();
        bail!("targets are missing: run `rustup target add {}`", names.join(" "));
    }
    prepare(repo, log)?;
    for target in TARGETS {
        let mut cargo = repo.cargo();
        cargo.args([
            "build",
            "--locked",
            "--profile",
            "small",
            "-p",
            CRATE,
            "--lib",
            "--target",
            target,
        ]);
        log.run(&mut cargo)?;
    }
    let built = Metadata::read(repo)?.target_directory;
    let library = |target: &str| built.join(target).join("small/libpartnership_uniffi.a");
    let folder = repo.cache("bindings")?.join("apple");
    let headers = folder.join("headers");
    fs::create_dir_all(&headers)?;
    let ffi = repo.path(FOLDER).join("Sources/PartnershipFFI");
    copy(&ffi.join("PartnershipFFI.h"), &headers.join("PartnershipFFI.h"))?;
    fs::write(
        headers.join("module.modulemap"),
        "module PartnershipFFI {\n    header \"PartnershipFFI.h\"\n    export *\n}\n",
    )?;
    // A slice may hold one library: those of one system are joined.
    let joined = |name: &str, targets: [&str; 2]| -> Result<std::path::PathBuf> {
        let to = folder.join(name);
        fs::create_dir_all(&to)?;
        let to = to.join("libpartnership_uniffi.a");
        let mut lipo = Command::new("lipo");
        lipo.arg("-create").args(targets.map(library)).arg("-output").arg(&to);
        log.run(&mut lipo)?;
        Ok(to)
    };
    let slices = [
        library("aarch64-apple-ios"),
        joined("simulator", ["aarch64-apple-ios-sim", "x86_64-apple-ios"])?,
        joined("macos", ["aarch64-apple-darwin", "x86_64-apple-darwin"])?,
    ];
    let to = repo.path(FOLDER).join("PartnershipFFI.xcframework");
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    let mut pack = Command::new("xcodebuild");
    pack.arg("-create-xcframework");
    for slice in slices {
        pack.arg("-library").arg(slice).arg("-headers").arg(&headers);
    }
    log.run(pack.arg("-output").arg(&to))?;
    Ok(to.display().to_string())
}

const TARGETS: &[&str] = &[
    "aarch64-apple-ios",
    "aarch64-apple-ios-sim",
    "x86_64-apple-ios",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
];
