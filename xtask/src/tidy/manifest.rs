//! What the manifests of our crates must say.

use crate::metadata::{Metadata, Package};

/// What a crate of ours leaves out, though a stranger needs it to judge the crate.
pub(super) fn faults(metadata: &Metadata) -> Vec<String> {
    metadata.ours().flat_map(of).collect()
}

fn of(package: &Package) -> Vec<String> {
    let has_readme = package.readme.is_some() || !package.is_published();
    let fields = [
        ("description", package.description.is_some()),
        ("license", package.license.is_some()),
        ("rust-version", package.rust_version.is_some()),
        ("readme", has_readme),
    ];
    let missing = fields.iter().filter(|(_, is_there)| !is_there);
    missing
        .map(|(field, _)| format!("`{}` has no `{field}` in its manifest", package.name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_says_what_a_stranger_must_know() {
        let mut package = Package {
            name: "new".to_owned(),
            description: Some("New".to_owned()),
            license: Some("MIT".to_owned()),
            rust_version: Some("1.88".to_owned()),
            ..Package::default()
        };
        let told = ["`new` has no `readme` in its manifest"];
        assert_eq!(of(&package), told);
        package.publish = Some(Vec::new());
        assert_eq!(of(&package), [""; 0]);
    }
}
