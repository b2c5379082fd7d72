//! The same package as Gradle takes it for Android: an AAR with the classes, the rules for R8, and a library an ABI.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use crate::process::{self, Log};
use crate::repo::Repo;

/// A library for Android: the name of its ABI there, and the file.
pub(super) type Library = (&'static str, PathBuf);

/// Packs it and checks what is in it. Without libraries its name says so.
pub(super) fn pack(repo: &Repo, log: &Log, libraries: &[Library]) -> Result<PathBuf> {
    let kotlin = repo.path("bindings/kotlin");
    let folder = repo.cache("bindings")?.join("aar");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for name in ["AndroidManifest.xml", "proguard.txt"] {
        fs::copy(kotlin.join("src/android").join(name), folder.join(name))?;
    }
    fs::write(folder.join("R.txt"), "")?;
    let classes = kotlin.join("target/classes");
    let module = Path::new("META-INF").join("partnership.kotlin_module");
    log.run(
        Command::new("jar")
            .arg("--create")
            .arg("--file")
            .arg(folder.join("classes.jar"))
            .args(["-C".as_ref(), classes.as_os_str(), "partnership".as_ref()])
            .args(["-C".as_ref(), classes.as_os_str(), module.as_os_str()]),
    )?;
    for (abi, library) in libraries {
        let to = folder.join("jni").join(abi);
        fs::create_dir_all(&to)?;
        fs::copy(library, to.join("libpartnership_uniffi.so"))?;
    }
    let mark = if libraries.is_empty() { "-without-native" } else { "" };
    let packed = kotlin.join(format!("target/partnership-0.1.0{mark}.aar"));
    let mut jar = Command::new("jar");
    jar.args(["--create", "--no-manifest", "--file"]).arg(&packed).arg("-C").arg(&folder);
    log.run(jar.arg("."))?;
    check(&packed, libraries)?;
    Ok(packed)
}

/// Gradle asks for these, and finds no library for a desktop.
fn check(packed: &Path, libraries: &[Library]) -> Result<()> {
    let list = process::read(Command::new("jar").arg("--list").arg("--file").arg(packed))?;
    let has = |name: &str| list.lines().any(|line| line.trim_start_matches("./") == name);
    for name in ["AndroidManifest.xml", "classes.jar", "proguard.txt", "R.txt"] {
        ensure!(has(name), "the AAR has no `{name}`:\n{list}");
    }
    for (abi, _) in libraries {
        ensure!(has(&format!("jni/{abi}/libpartnership_uniffi.so")), "no library for `{abi}`");
    }
    let natives = list.lines().filter(|line| line.ends_with(".so")).count();
    ensure!(natives == libraries.len(), "{natives} libraries, expected {}", libraries.len());
    Ok(())
}
