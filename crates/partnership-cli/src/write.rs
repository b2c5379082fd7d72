//! Writing a file whole or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

/// Writes a file by way of a temporary one beside it, then renames: whoever looks, and whatever interrupts, there is
/// the old file or the new one, whole. A link is followed, and the rights of an old file are kept.
///
/// # Errors
/// When the folder cannot be written to, or the disk is full; the old file is then as it was.
pub(crate) fn atomic_write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".partnership-");
    #[cfg(unix)]
    let rights = {
        use std::os::unix::fs::PermissionsExt as _;
        let old = fs::metadata(&target).map(|about| about.permissions());
        old.unwrap_or_else(|_| fs::Permissions::from_mode(0o666))
    };
    #[cfg(unix)]
    builder.permissions(rights);
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|error| error.error)?;
    // The new name must outlive a power cut, too; where a folder cannot be synced, the rename has to do.
    #[cfg(unix)]
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::atomic_write;
    use std::fs;

    #[test]
    fn a_file_is_replaced_whole_and_a_failed_write_leaves_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a.toml"), folder.path().join("link.toml"));
        atomic_write(&file, b"old").unwrap();
        atomic_write(&file, b"new").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new");
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&file, &link).unwrap();
            atomic_write(&link, b"through the link").unwrap();
            assert_eq!(fs::read(&file).unwrap(), b"through the link");
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        }
        // A folder stands where the file should go: the rename fails, and nothing is left behind.
        let taken = folder.path().join("taken");
        fs::create_dir(&taken).unwrap();
        fs::write(taken.join("kept"), "kept").unwrap();
        assert!(atomic_write(&taken, b"new").is_err());
        assert_eq!(fs::read(taken.join("kept")).unwrap(), b"kept");
        let strays = fs::read_dir(folder.path()).unwrap().filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().starts_with(".partnership-")
        });
        assert_eq!(strays.count(), 0);
    }
}
