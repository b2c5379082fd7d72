//! Reading a dataset folder: TOML and CSV to records, and the place of every fault in them.
//!
//! This is the one module of the core that reads files. Paths stay inside the dataset's folder after links are
//! resolved; nothing is followed out of it.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::io::Read;
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::DeTable;

use super::code::Code;
use super::fault::{Fault, FilePlace, Seg};
use super::found::Found;
use super::place::{At, find, first_line, placed};
use super::syntax;
use super::table;
use super::walk::{Walk, refused};
use crate::dataset::{Dataset, DatasetError, Draft, FORMAT, Manifest, shape_of};
use crate::describe::{Node, Shaped, Struct};
use crate::error::nearest;
use crate::model::Kind;
use crate::order::Order;
use crate::sorted::SortedMap;
use crate::value::Slug;

/// No file is larger than this.
const FILE_LIMIT: u64 = 16 << 20;

/// A file of a dataset folder.
#[derive(Clone, Debug)]
pub struct File {
    /// Relative to the folder, with `/` between its parts.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// What was read of a folder.
#[derive(Debug)]
pub struct Folder {
    /// Its files, by path.
    pub files: Vec<File>,
    /// Every fault, in the order of files and places.
    pub faults: Vec<Fault>,
    /// The dataset, where there is no fault.
    pub dataset: Option<Dataset>,
}

impl Folder {
    /// The text of a file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.iter().find(|file| file.path == path).map(|file| file.text.as_str())
    }
}

/// The dataset of a folder.
pub(crate) fn load(root: &Path) -> Result<Dataset, DatasetError> {
    let folder = read(root)?;
    match folder.dataset {
        Some(dataset) if folder.faults.is_empty() => Ok(dataset),
        _ => Err(DatasetError::Faults(folder.faults)),
    }
}

/// Reads a folder and finds all of its faults in one run.
///
/// # Errors
/// When the folder itself cannot be read, or is no dataset: it has no `dataset.toml`.
pub fn read(root: &Path) -> Result<Folder, DatasetError> {
    let io = |path: &Path, source| DatasetError::Io { path: path.display().to_string(), source };
    let base = root.canonicalize().map_err(|error| io(root, error))?;
    if !base.join("dataset.toml").is_file() {
        let missing = std::io::Error::new(
            std::io::ErrorKind::NotFound,
            "it has no `dataset.toml`, so it is no dataset; `partnership init DIR` makes one",
        );
        return Err(io(root, missing));
    }
    let mut reader = Reader::default();
    for path in listed(&base, root).map_err(|(path, error)| io(&path, error))? {
        reader.file(&base, &path);
    }
    Ok(reader.finish())
}

/// All files below a folder, sorted; hidden ones are left out. What cannot be read is named below `root`, as it was given.
fn listed(base: &Path, root: &Path) -> Result<Vec<PathBuf>, (PathBuf, std::io::Error)> {
    let (mut files, mut waiting) = (Vec::new(), vec![base.to_owned()]);
    while let Some(folder) = waiting.pop() {
        let failed = |error| {
            let inside = folder.strip_prefix(base).unwrap_or(&folder);
            // Nothing joined would leave a `/` at the end.
            let named = if inside.as_os_str().is_empty() { root.into() } else { root.join(inside) };
            (named, error)
        };
        for entry in std::fs::read_dir(&folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            // A link that leads out of the folder is no part of the dataset, nor is one that leads back into it.
            if path.is_dir() && !path.is_symlink() { waiting.push(path) } else { files.push(path) }
        }
    }
    files.order();
    Ok(files)
}

/// Where a record was read.
struct Origin {
    file: usize,
    /// The table in it; empty for a file that holds one record.
    base: Vec<Seg>,
    /// The table of observations beside it, and where each row begins.
    rows: Option<(usize, Vec<usize>)>,
}

#[derive(Default)]
struct Reader {
    files: Vec<File>,
    /// Each with its file and the bytes that are meant, where it is of one.
    faults: Found<(At, Fault)>,
    manifest: Option<Manifest>,
    records: Vec<(Kind, Struct<'static>)>,
    origins: Vec<Origin>,
    redirects: Vec<(String, String)>,
    tables: Vec<usize>,
    /// Files whose syntax is wrong: what they hold is not known.
    unread: Vec<usize>,
}

impl Reader {
    fn fault(&mut self, file: usize, span: Range<usize>, fault: Fault) {
        self.faults.push((Some((file, span)), fault));
    }

    fn all(&mut self, file: usize, found: Found<(Range<usize>, Fault)>) {
        self.faults.more += found.more;
        found.kept.into_iter().for_each(|(span, fault)| self.fault(file, span, fault));
    }

    fn file(&mut self, base: &Path, path: &Path) {
        let inside = path.strip_prefix(base).unwrap_or(path).iter();
        let relative = inside.map(OsStr::to_string_lossy).collect::<Vec<_>>().join("/");
        let refuse = |message: String| {
            let place = FilePlace { path: relative.clone(), line: 1, column: 1, span: 0..0 };
            (None, Fault { place: Some(place), ..Fault::new(Code::FILE, message) })
        };
        let inside = path.canonicalize().is_ok_and(|real| real.starts_with(base));
        if !inside {
            self.faults.push(refuse("leads out of the dataset's folder, or nowhere".to_owned()));
            return;
        }
        // The path of a file is a text: another would stand for a file that is not there.
        let mut inside = path.strip_prefix(base).unwrap_or(path).iter();
        if inside.any(|part| part.to_str().is_none()) {
            self.faults.push(refuse("has a name that is not UTF-8".to_owned()));
            return;
        }
        // A pipe or device is never opened: reading it may not end.
        if !path.is_file() {
            self.faults.push(refuse("is not a file".to_owned()));
            return;
        }
        let mut bytes = Vec::new();
        let read = std::fs::File::open(path)
            .and_then(|file| file.take(FILE_LIMIT + 1).read_to_end(&mut bytes));
        if let Err(error) = read {
            return self.faults.push(refuse(error.to_string()));
        }
        if bytes.len() as u64 > FILE_LIMIT {
            let message = format!("is larger than {} MiB", FILE_LIMIT >> 20);
            return self.faults.push(refuse(message));
        }
        let text = match String::from_utf8(bytes) {
            // Spreadsheets and some editors write a byte order mark.
            Ok(text) => text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned),
            Err(error) => {
                let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
                let line = valid.iter().filter(|byte| **byte == b'\n').count() + 1;
                let (at, fault) = refuse("is not UTF-8".to_owned());
                let place = fault.place.map(|place| FilePlace { line, ..place });
                return self.faults.push((at, Fault { place, ..fault }));
            }
        };
        self.files.push(File { path: relative.clone(), text });
        let file = self.files.len() - 1;
        let mut parts = relative.split('/');
        let (first, last) =
            (parts.next().unwrap_or_default(), relative.rsplit('/').next().unwrap_or_default());
        let kind =
            Kind::ALL.iter().copied().find(|kind| kind.plural() == first && relative.contains('/'));
        match (relative.as_str(), kind, last.rsplit_once('.')) {
            ("dataset.toml", ..) => self.manifest_file(file),
            ("redirects.toml", ..) => self.redirect_file(file),
            (_, Some(Kind::Series), Some((_, "csv"))) => self.tables.push(file),
            (_, Some(kind), Some((stem, "toml"))) if kind != Kind::Partnership => {
                self.record_file(file, kind, stem)
            }
            (_, _, Some((_, "md"))) if kind.is_none() => {}
            _ if !relative.contains('/') && matches!(last, "LICENSE" | "NOTICE") => {}
            _ => {
                let near = nearest(first, Kind::ALL.iter().map(|kind| kind.plural()));
                let message = format!("`{relative}` is not where a dataset has files");
                let fault = Fault::new(Code::PLACE, message);
                let fault = match kind {
                    Some(_) => fault.fix("a record's file ends with `.toml`, in small letters"),
                    None => fault.near(near),
                };
                self.fault(file, 0..0, fault);
            }
        }
    }

    /// The tree of a file, if its syntax is right.
    fn parse<'t>(&mut self, file: usize, text: &'t str) -> Option<Spanned<DeTable<'t>>> {
        let tree = self.parsed(file, text);
        if tree.is_none() {
            self.unread.push(file);
        }
        tree
    }

    fn parsed<'t>(&mut self, file: usize, text: &'t str) -> Option<Spanned<DeTable<'t>>> {
        let refused = syntax::refused(text);
        let deep = refused.kept.iter().any(|(_, fault)| fault.code == Code::TOO_DEEP);
        let fit = refused.is_empty();
        self.all(file, refused);
        if deep {
            return None;
        }
        let (tree, errors) = DeTable::parse_recoverable(text);
        let mut errors: Vec<_> =
            errors.into_iter().map(|error| (error.span().unwrap_or(0..0), error)).collect();
        errors.order_by_key(|(span, _)| span.start);
        let mut told: Option<usize> = None;
        for (span, error) in &errors {
            // Recovery stumbles on: one fault a line tells enough.
            let between = told.map(|last| text.get(last..span.start).unwrap_or("\n"));
            if between.is_none_or(|between| between.contains('\n')) {
                told = Some(span.start);
                self.fault(
                    file,
                    span.clone(),
                    Fault::new(Code::SYNTAX, error.message().trim().replace('\n', "; ")),
                );
            }
        }
        (fit && errors.is_empty()).then_some(tree)
    }

    fn manifest_file(&mut self, file: usize) {
        let text = self.files[file].text.clone();
        let Some(tree) = self.parse(file, &text) else { return };
        let is_record = |key: &str| key == "partnership";
        let mut walk = Walk::default();
        let table = tree.get_ref();
        let rest = table.iter().filter(|(key, _)| !is_record(key.get_ref()));
        let manifest = walk.fields(rest, Manifest::SHAPE);
        let partnership = table.iter().find(|(key, _)| is_record(key.get_ref()));
        let record = partnership.map(|(_, value)| walk.value(value, shape_of(Kind::Partnership)));
        if let Some(record) = record {
            self.take(file, Kind::Partnership, record, vec![Seg::Key("partnership".to_owned())]);
        }
        if let Node::Struct(manifest) = &manifest {
            for field in manifest
                .of
                .fields
                .iter()
                .filter(|field| field.required && manifest.get(field.name).is_none())
            {
                let message = format!("`{}` is missing from the manifest", field.name);
                walk.faults.push((0..0, Fault::new(Code::MISSING_FIELD, message)));
            }
        }
        self.manifest = Manifest::read(&manifest);
        let format = table.get("format").map(|value| (value.span(), value.get_ref().as_str()));
        if let Some((span, Some(found))) = format
            && found != FORMAT
        {
            let message = format!("`{found}` is not the format of this release");
            walk.faults.push((
                span,
                Fault::new(Code::FORMAT, message).fix(format!(
                    "this release reads format {FORMAT}; take the release that reads yours"
                )),
            ));
        }
        self.all(file, walk.faults);
    }

    fn redirect_file(&mut self, file: usize) {
        let text = self.files[file].text.clone();
        let Some(tree) = self.parse(file, &text) else { return };
        for (from, to) in tree.get_ref() {
            let Some(target) = to.get_ref().as_str() else {
                let message = "a redirect is the id of a record, in quotes";
                self.fault(file, first_line(&to.span()), Fault::new(Code::WRONG_TYPE, message));
                continue;
            };
            for (text, span) in [(from.get_ref().as_ref(), from.span()), (target, to.span())] {
                if let Some(fault) = refused(text, <Slug as Shaped>::SHAPE) {
                    self.fault(file, span, fault);
                }
            }
            self.redirects.push((from.get_ref().to_string(), target.to_owned()));
        }
    }

    /// A file holds one record, named by the file, or a family: tables of the kind's name, each with its id.
    fn record_file(&mut self, file: usize, kind: Kind, stem: &str) {
        let text = self.files[file].text.clone();
        let Some(tree) = self.parse(file, &text) else { return };
        let mut walk = Walk::default();
        let family = tree
            .get_ref()
            .iter()
            .find(|(key, value)| key.get_ref() == kind.as_str() && value.get_ref().is_array());
        if let Some((_, list)) = family {
            for (key, _) in tree.get_ref().iter().filter(|(key, _)| key.get_ref() != kind.as_str())
            {
                let message =
                    format!("`{}` stands outside of the records of this family", key.get_ref());
                walk.faults.push((key.span(), Fault::new(Code::UNKNOWN_FIELD, message)));
            }
            for (at, item) in list.get_ref().as_array().into_iter().flatten().enumerate() {
                let base = vec![Seg::Key(kind.as_str().to_owned()), Seg::Item(at)];
                let record = walk.value(item, shape_of(kind));
                if record.as_struct().is_some_and(|record| record.get("id").is_none()) {
                    let fault = Fault::new(
                        Code::MISSING_FIELD,
                        format!("this {kind} of a family has no `id`"),
                    );
                    walk.faults.push((first_line(&item.span()), fault));
                    continue;
                }
                self.take(file, kind, record, base);
            }
        } else {
            if let Some((key, _)) = tree.get_ref().iter().find(|(key, _)| key.get_ref() == "id") {
                let fault = Fault::new(
                    Code::NAME,
                    "the id of a record that has a file of its own is the name of the file",
                );
                walk.faults.push((key.span(), fault.fix("delete this line")));
            }
            let rest = tree.get_ref().iter().filter(|(key, _)| key.get_ref() != "id");
            let mut record = walk.fields(rest, shape_of(kind));
            match (&mut record, stem.parse::<Slug>()) {
                (Node::Struct(record), Ok(id)) => {
                    record.set("id", Node::Leaf(id.to_string().into()))
                }
                _ => {
                    let fault = Fault::new(Code::NAME, format!("`{stem}` is not an id"));
                    walk.faults.push((0..0, fault.fix("small letters, digits and single hyphens, such as `asean-rok-summit-2024`")));
                }
            }
            self.take(file, kind, record, Vec::new());
        }
        self.all(file, walk.faults);
    }

    fn take(&mut self, file: usize, kind: Kind, record: Node<'static>, base: Vec<Seg>) {
        if let Node::Struct(record) = record {
            self.records.push((kind, record));
            self.origins.push(Origin { file, base, rows: None });
        }
    }

    /// Joins tables to their series.
    fn join_tables(&mut self) {
        for file in std::mem::take(&mut self.tables) {
            let path = self.files[file].path.clone();
            let stem = path
                .rsplit('/')
                .next()
                .and_then(|name| name.strip_suffix(".csv"))
                .unwrap_or_default();
            let series = self.records.iter().position(|(kind, record)| {
                *kind == Kind::Series && record.leaf("id") == Some(stem)
            });
            let Some(series) = series else {
                let fault =
                    Fault::new(Code::NAME, format!("there is no series `{stem}` for this table"));
                self.fault(file, 0..0, fault);
                continue;
            };
            if self.records[series].1.get("observation").is_some() {
                let message = format!("the series `{stem}` has its observations elsewhere, too");
                self.fault(file, 0..0, Fault::new(Code::TABLE, message));
                continue;
            }
            let table = table::read(&self.files[file].text);
            self.all(file, table.faults);
            self.records[series].1.set("observation", Node::List(table.rows));
            self.origins[series].rows = Some((file, table.starts));
        }
    }

    fn finish(mut self) -> Folder {
        self.join_tables();
        let manifest = self.manifest.take().map(|mut manifest| {
            let redirect = |(from, to): &(String, String)| crate::dataset::Redirect {
                from: from.parse().ok(),
                to: to.parse().ok(),
            };
            let pairs = self.redirects.iter().map(redirect);
            manifest.redirect.extend(pairs);
            manifest
        });
        let syntax = !self.faults.is_empty();
        let mut dataset = None;
        if let Some(manifest) = manifest {
            let draft = Draft { manifest, records: std::mem::take(&mut self.records) };
            let mut ids: HashMap<String, Vec<usize>> = HashMap::new();
            for (at, (_, record)) in draft.records.iter().enumerate() {
                ids.entry(record.leaf("id").unwrap_or_default().to_owned()).or_default().push(at);
            }
            let unread: Vec<_> = self.unread.iter().map(|file| &self.files[*file]).collect();
            // A record in a file that was not read may be there all the same.
            let elsewhere = |id: &str| {
                let stem = |path: &str| {
                    path.rsplit('/').next()?.strip_suffix(".toml").map(|stem| stem == id)
                };
                unread.iter().any(|file| {
                    stem(&file.path) == Some(true) || file.text.contains(&format!("\"{id}\""))
                })
            };
            let mut later = super::faults(&draft, &elsewhere);
            if later.is_empty() && !syntax {
                match Dataset::from_image(draft.image().into()) {
                    Ok(built) => {
                        later = super::question_faults(&built);
                        dataset = Some(built);
                    }
                    Err(error) => {
                        self.faults.push((None, Fault::new(Code::FORMAT, error.to_string())))
                    }
                }
            }
            for fault in later.kept.iter_mut().filter(|fault| fault.code == Code::DUPLICATE) {
                let at = fault.record.as_deref().and_then(|id| ids.get(id)?.first());
                let path = at.map(|at| &self.files[self.origins[*at].file].path);
                fault.fix = path.map(|path| format!("the other stands in `{path}`"));
            }
            self.locate(later, &ids);
        }
        let faults = placed(&self.files, self.faults);
        let dataset = dataset.filter(|_| faults.is_empty());
        Folder { files: self.files, faults, dataset }
    }

    /// The places of faults of records: as deep as their paths lead in the files. Each file is parsed once.
    fn locate(&mut self, faults: Found, ids: &HashMap<String, Vec<usize>>) {
        let mut by_file: SortedMap<usize, Vec<(&[Seg], Fault)>> = SortedMap::default();
        self.faults.more += faults.more;
        for fault in faults.kept {
            let record = fault.record.as_deref().unwrap_or_default();
            // Of two records with one id the later is at fault.
            let origin = ids.get(record).and_then(|at| at.last()).map(|at| &self.origins[*at]);
            let Some(origin) = origin else {
                // Redirects are no records: their faults name the file.
                match self.files.iter().position(|file| file.path == record) {
                    Some(file) => by_file.or_default(file).push((&[], fault)),
                    None => self.faults.push((None, fault)),
                }
                continue;
            };
            match (&origin.rows, fault.path.as_slice()) {
                (Some((table, starts)), [Seg::Field("observation"), Seg::Item(row), rest @ ..]) => {
                    let text = &self.files[*table].text;
                    let start = starts.get(*row).copied().unwrap_or(text.len());
                    let span = table::span(text, start, rest.iter().rev().find_map(Seg::field));
                    self.faults.push((Some((*table, span)), fault));
                }
                _ => by_file.or_default(origin.file).push((&origin.base, fault)),
            }
        }
        for (file, faults) in by_file {
            let (tree, _) = DeTable::parse_recoverable(&self.files[file].text);
            let found = faults.into_iter().map(|(base, fault)| {
                let span = find(&tree, base.iter().chain(&fault.path));
                (Some((file, span)), fault)
            });
            found.for_each(|fault| self.faults.push(fault));
        }
    }
}
