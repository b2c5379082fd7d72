//! Writing a file or folder whole or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What temporary files and folders are called: hidden, so that no dataset holds them.
const BEFORE: &str = ".partnership-";
const AFTER: &str = ".tmp";
/// What has not been touched for so long belongs to a run that was killed.
const LEFT_BEHIND: Duration = Duration::from_secs(600);

/// Writes a file by way of a temporary one beside it, then renames: whoever looks, and whatever interrupts, there is
/// the old file or the new one, whole. A link is followed, and the rights of an old file are kept. What runs that were
/// killed have left in the folder goes.
///
/// # Errors
/// When the folder cannot be written to, or the disk is full; the old file is then as it was.
pub(crate) fn atomic_write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = folder_of(&target);
    sweep(folder);
    let mut builder = tempfile::Builder::new();
    builder.prefix(BEFORE).suffix(AFTER);
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
    sync(folder);
    Ok(())
}

/// Makes a folder with files by way of a temporary one beside it, then renames: there is nothing of it, or all. So it is
/// with a folder that is there already and empty, unless somebody stands in it or it cannot be replaced: that one is
/// filled by way of a temporary one in it, the last file last, and a run that is killed leaves what the next one ignores.
///
/// # Errors
/// When something stands in the folder, or a file cannot be written, with its path.
pub(crate) fn atomic_folder(
    path: &Path,
    files: &[(String, impl AsRef<[u8]>)],
) -> Result<(), (PathBuf, io::Error)> {
    if path.is_dir() {
        if !is_empty(path) {
            return Err((path.to_owned(), io::ErrorKind::DirectoryNotEmpty.into()));
        }
        if is_stood_in(path) {
            return fill_from_within(path, files);
        }
    }
    match replace(path, files) {
        Err(_) if path.is_dir() => fill_from_within(path, files),
        other => other,
    }
}

/// Whether nothing stands in a folder but what runs that were killed have left.
pub(crate) fn is_empty(folder: &Path) -> bool {
    let mut entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.all(|entry| is_ours(&entry.file_name().to_string_lossy()))
}

/// Whether the process works in a folder, or below it.
fn is_stood_in(folder: &Path) -> bool {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    matches!((here, folder.canonicalize()), (Ok(here), Ok(folder)) if here.starts_with(&folder))
}

/// Makes a folder beside the place where it shall be, and puts it there; an empty one that stands there gives way.
fn replace(path: &Path, files: &[(String, impl AsRef<[u8]>)]) -> Result<(), (PathBuf, io::Error)> {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let beside = folder_of(&target);
    fs::create_dir_all(beside).map_err(at(beside))?;
    sweep(beside);
    let stage = tempfile::Builder::new().prefix(BEFORE).suffix(AFTER).tempdir_in(beside);
    let stage = stage.map_err(at(beside))?;
    // One of its own inside of the temporary one, which nobody else may enter.
    let made = stage.path().join("made");
    fill(&made, files)
        .map_err(|(file, error)| (path.join(file.strip_prefix(&made).unwrap_or(&file)), error))?;
    if let Ok(old) = fs::metadata(&target) {
        fs::set_permissions(&made, old.permissions()).map_err(at(path))?;
    }
    sweep(&target);
    fs::rename(&made, &target).map_err(at(path))?;
    sync(beside);
    Ok(())
}

/// Fills an empty folder that stays the one that it is.
fn fill_from_within(
    path: &Path,
    files: &[(String, impl AsRef<[u8]>)],
) -> Result<(), (PathBuf, io::Error)> {
    sweep(path);
    let stage = tempfile::Builder::new().prefix(BEFORE).suffix(AFTER).tempdir_in(path);
    let stage = stage.map_err(at(path))?;
    fill(stage.path(), files).map_err(|(file, error)| {
        (path.join(file.strip_prefix(stage.path()).unwrap_or(&file)), error)
    })?;
    let mut names: Vec<&str> = Vec::new();
    for name in files.iter().filter_map(|(name, _)| name.split('/').next()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    for (moved, name) in names.iter().enumerate() {
        if let Err(error) = fs::rename(stage.path().join(name), path.join(name)) {
            // Only what was put there goes again.
            for name in &names[..moved] {
                let _ = fs::rename(path.join(name), stage.path().join(name));
            }
            return Err((path.join(name), error));
        }
    }
    sync(path);
    Ok(())
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> (PathBuf, io::Error) {
    let path = path.to_owned();
    move |error| (path, error)
}

fn fill(folder: &Path, files: &[(String, impl AsRef<[u8]>)]) -> Result<(), (PathBuf, io::Error)> {
    for (name, bytes) in files {
        let path = folder.join(name);
        let within = folder_of(&path);
        fs::create_dir_all(within).map_err(|error| (within.to_owned(), error))?;
        atomic_write(&path, bytes.as_ref()).map_err(|error| (path, error))?;
    }
    Ok(())
}

/// Removes what runs that were killed have left in a folder.
pub(crate) fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let ours = is_ours(&entry.file_name().to_string_lossy());
        let touched = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
        if ours && touched().is_some_and(|since| since > LEFT_BEHIND) {
            let path = entry.path();
            let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        }
    }
}

/// Whether a temporary file or folder is called so.
fn is_ours(name: &str) -> bool {
    let random = name.strip_prefix(BEFORE).and_then(|rest| rest.strip_suffix(AFTER));
    random.is_some_and(|random| {
        random.len() == 6 && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// The folder in which a path stands.
fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// The new name must outlive a power cut, too; where a folder cannot be synced, the rename has to do.
fn sync(folder: &Path) {
    #[cfg(unix)]
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = folder;
}

#[cfg(test)]
mod tests {
    use super::{atomic_folder, atomic_write, fill_from_within};
    use std::fs;
    use std::time::{Duration, SystemTime};

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
    /// A run that was killed leaves a hidden file, which the next one takes away; that of a run which still writes stays.
    #[test]
    fn what_a_killed_run_left_goes_with_the_next_one() {
        let folder = tempfile::tempdir().unwrap();
        let [left, fresh, other] =
            [".partnership-Ab12Cd.tmp", ".partnership-xY34zW.tmp", ".partnership-notes.tmp"]
                .map(|name| folder.path().join(name));
        for path in [&left, &fresh, &other] {
            fs::write(path, "half").unwrap();
        }
        let old = SystemTime::now() - Duration::from_secs(3600);
        for path in [&left, &other] {
            fs::File::options().write(true).open(path).unwrap().set_modified(old).unwrap();
        }
        atomic_write(&folder.path().join("a.toml"), b"new").unwrap();
        assert_eq!([&left, &fresh, &other].map(|path| path.exists()), [false, true, true]);
    }

    #[test]
    fn a_folder_is_made_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| (name.to_owned(), "text".to_owned());
        // A file cannot stand where a folder stands.
        let broken = [file("a/b"), file("a")];
        let (fresh, empty) = (folder.path().join("up/fresh"), folder.path().join("empty"));
        fs::create_dir(&empty).unwrap();
        for path in [&fresh, &empty] {
            let (at, _) = atomic_folder(path, &broken).unwrap_err();
            assert_eq!(at, path.join("a"));
        }
        assert!(!fresh.exists());
        assert_eq!(fs::read_dir(folder.path().join("up")).unwrap().count(), 0);
        assert_eq!(fs::read_dir(&empty).unwrap().count(), 0);
        for path in [&fresh, &empty] {
            atomic_folder(path, &[file("a/b"), file("c")]).unwrap();
            assert_eq!(fs::read_to_string(path.join("a/b")).unwrap(), "text");
        }
        assert_eq!(fs::read_dir(folder.path().join("up")).unwrap().count(), 1);
    }

    /// What a killed run has left in an empty folder is hidden and in the way of no other.
    #[test]
    fn an_empty_folder_is_replaced_as_a_whole_or_filled_from_within() {
        let folder = tempfile::tempdir().unwrap();
        let files = [("a/b", "1"), ("c", "2"), ("a/d", "3"), ("last", "4")];
        let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let (whole, within) = (folder.path().join("whole"), folder.path().join("within"));
        for path in [&whole, &within] {
            fs::create_dir_all(path.join(".partnership-Ab12Cd.tmp/made")).unwrap();
        }
        atomic_folder(&whole, &files).unwrap();
        fill_from_within(&within, &files).unwrap();
        for path in [&whole, &within] {
            for (name, text) in &files {
                assert_eq!(&fs::read_to_string(path.join(name)).unwrap(), text);
            }
            assert!(atomic_folder(path, &files).is_err(), "it is not empty any more");
        }
        // Something stands where a file shall go, since somebody put it there meanwhile: it stays, and nothing else does.
        let taken = folder.path().join("taken");
        fs::create_dir_all(taken.join("c/kept")).unwrap();
        assert!(fill_from_within(&taken, &files).is_err());
        let left: Vec<_> =
            fs::read_dir(&taken).unwrap().map(|one| one.unwrap().file_name()).collect();
        assert_eq!(left, ["c"]);
    }
}
