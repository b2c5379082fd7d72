//! Libraries for Android, by the NDK. Written for the layout that the NDK has from r23 to r28; not run where it was
//! written, for want of one.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{CRATE, aar::Library};
use crate::metadata::Metadata;
use crate::process::{self, Log};
use crate::repo::Repo;

/// The ABI as Android calls it, the target as Rust does, and the compiler's prefix.
const TARGETS: &[(&str, &str, &str)] = &[
    ("arm64-v8a", "aarch64-linux-android", "aarch64-linux-android"),
    ("armeabi-v7a", "armv7-linux-androideabi", "armv7a-linux-androideabi"),
    ("x86_64", "x86_64-linux-android", "x86_64-linux-android"),
];

/// The lowest version of Android that is served: 7.0.
const API: u32 = 24;

/// Builds one library for each ABI.
///
/// # Errors
///
/// When the NDK or a target of Rust is missing: all that is missing, and how to get it.
pub(super) fn build(repo: &Repo, log: &Log) -> Result<Vec<Library>> {
    let tools = toolchain()?;
    let installed = process::read(Command::new("rustup").args(["target", "list", "--installed"]))
        .context("`rustup` is not there to ask which targets are installed")?;
    let missing: Vec<&str> = TARGETS
        .iter()
        .map(|(_, target, _)| *target)
        .filter(|target| !installed.lines().any(|line| line == *target))
        .collect();
    if !missing.is_empty() {
        bail!("targets are missing: run `rustup target add {}`", missing.join(" "));
    }
    let folder = Metadata::read(repo)?.target_directory;
    let mut built = Vec::new();
    for (abi, target, prefix) in TARGETS {
        let compiler = tools.join(format!("{prefix}{API}-clang"));
        if !compiler.is_file() {
            bail!("`{}` is not there: take an NDK from r23", compiler.display());
        }
        let linker = target.to_uppercase().replace('-', "_");
        let mut cargo = repo.cargo();
        cargo.env(format!("CARGO_TARGET_{linker}_LINKER"), &compiler);
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
        built.push((*abi, folder.join(target).join("small/libpartnership_uniffi.so")));
    }
    Ok(built)
}

/// The compilers of the NDK for this machine.
fn toolchain() -> Result<PathBuf> {
    let Some(home) = env::var_os("ANDROID_NDK_HOME") else {
        bail!(
            "`ANDROID_NDK_HOME` is not set: install the NDK (`sdkmanager 'ndk;28.2.13676358'`, or a download from \
             https://developer.android.com/ndk/downloads) and set it to its folder"
        );
    };
    let host = match env::consts::OS {
        "macos" => "darwin-x86_64",
        "windows" => "windows-x86_64",
        _ => "linux-x86_64",
    };
    let tools = Path::new(&home).join("toolchains/llvm/prebuilt").join(host).join("bin");
    if !tools.is_dir() {
        bail!("`{}` is not there: `ANDROID_NDK_HOME` is no NDK from r23", tools.display());
    }
    Ok(tools)
}
