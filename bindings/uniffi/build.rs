//! Memory pages of 16 KiB, which Android asks of every native library from version 15 on.

fn main() {
    let system = std::env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    if system == "linux" || system == "android" {
        println!("cargo::rustc-cdylib-link-arg=-Wl,-z,max-page-size=16384");
    }
    println!("cargo::rerun-if-changed=build.rs");
}
