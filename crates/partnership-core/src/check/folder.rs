//! Reading a dataset folder: TOML and CSV to records, and the place of every fault in them.
//!
//! This is the one module of the core that reads files. Paths stay inside the dataset's folder after links are
//! resolved; nothing is followed out of it.

use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::DeTable;

use super::code::Code;
use super::fault::{Fault, FilePlace, Seg};
use super::table;
use super::walk::Walk;
use crate::dataset::{Dataset, DatasetError, Draft, Manifest, shape_of};
use crate::describe::{Node, Shaped, Struct};
use crate::error::nearest;
use crate::model::Kind;

/// No file is larger than this.
const FILE_LIMIT: u64 = 16 << 20;
/// No value is nested deeper.
const DEPTH: u32 = 16;

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
    for path in listed(&base).map_err(|error| io(root, error))? {
        reader.file(&base, &path);
    }
    Ok(reader.finish())
}

/// All files below a folder, sorted; hidden ones and the folder of schemas are left out.
fn listed(base: &Path) -> std::io::Result<Vec<PathBuf>> {
    let (mut files, mut waiting) = (Vec::new(), vec![base.to_owned()]);
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            // A link that leads out of the folder is no part of the dataset, nor is one that leads back into it.
            if path.is_dir() && !path.is_symlink() { waiting.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

/// Where a record was read.
struct Origin {
    file: usize,
    /// The table in it; empty for a file that holds one record.
    base: Vec<Seg>,
    /// The table of observations beside it.
    rows: Option<usize>,
}

#[derive(Default)]
struct Reader {
    files: Vec<File>,
    faults: Vec<Fault>,
    manifest: Option<Manifest>,
    records: Vec<(Kind, Struct<'static>)>,
    origins: Vec<Origin>,
    redirects: Vec<(String, String)>,
    tables: Vec<usize>,
}

impl Reader {
    fn fault(&mut self, file: usize, span: std::ops::Range<usize>, fault: Fault) {
        let place = place(&self.files[file], span);
        self.faults.push(Fault { place: Some(place), ..fault });
    }

    fn file(&mut self, base: &Path, path: &Path) {
        let relative = path.strip_prefix(base).unwrap_or(path).to_string_lossy().replace('\\', "/");
        let refuse = |message: String| Fault {
            place: Some(FilePlace { path: relative.clone(), line: 1, column: 1, span: 0..0 }),
            ..Fault::new(Code::FILE, message)
        };
        let inside = path.canonicalize().is_ok_and(|real| real.starts_with(base));
        if !inside {
            self.faults.push(refuse("leads out of the dataset's folder, or nowhere".to_owned()));
            return;
        }
        if std::fs::metadata(path).is_ok_and(|about| about.len() > FILE_LIMIT) {
            self.faults.push(refuse(format!("is larger than {} MiB", FILE_LIMIT >> 20)));
            return;
        }
        let text = match std::fs::read(path).map(String::from_utf8) {
            Ok(Ok(text)) => text,
            Ok(Err(_)) => return self.faults.push(refuse("is not UTF-8".to_owned())),
            Err(error) => return self.faults.push(refuse(error.to_string())),
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
                self.fault(file, 0..0, Fault::new(Code::PLACE, message).near(near));
            }
        }
    }

    /// The tree of a file, if its syntax is right.
    fn parse<'t>(&mut self, file: usize, text: &'t str) -> Option<Spanned<DeTable<'t>>> {
        if too_deep(text) {
            self.fault(
                file,
                0..text.len().min(1),
                Fault::new(Code::TOO_DEEP, "values are nested more than 16 deep"),
            );
            return None;
        }
        let (tree, errors) = DeTable::parse_recoverable(text);
        let mut lines = std::collections::BTreeSet::new();
        let mut errors: Vec<_> =
            errors.into_iter().map(|error| (error.span().unwrap_or(0..0), error)).collect();
        errors.sort_by_key(|(span, _)| span.start);
        for (span, error) in &errors {
            // Recovery stumbles on: one fault a line tells enough.
            if lines.insert(place(&self.files[file], span.clone()).line) {
                self.fault(
                    file,
                    span.clone(),
                    Fault::new(Code::SYNTAX, error.message().trim().replace('\n', "; ")),
                );
            }
        }
        errors.is_empty().then_some(tree)
    }

    fn manifest_file(&mut self, file: usize) {
        let text = self.files[file].text.clone();
        let Some(tree) = self.parse(file, &text) else { return };
        let is_record = |key: &str| key == "partnership";
        let mut walk = Walk { faults: Vec::new() };
        let table = tree.get_ref();
        let rest = table.iter().filter(|(key, _)| !is_record(key.get_ref()));
        let manifest = walk.fields(rest, tree.span(), Manifest::SHAPE);
        let partnership = table.iter().find(|(key, _)| is_record(key.get_ref()));
        let record =
            partnership.and_then(|(_, value)| walk.value(value, shape_of(Kind::Partnership)));
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
        self.walked(file, walk);
    }

    fn redirect_file(&mut self, file: usize) {
        let text = self.files[file].text.clone();
        let Some(tree) = self.parse(file, &text) else { return };
        for (from, to) in tree.get_ref() {
            match to.get_ref().as_str() {
                Some(target) => {
                    self.redirects.push((from.get_ref().to_string(), target.to_owned()))
                }
                None => self.fault(
                    file,
                    to.span(),
                    Fault::new(Code::WRONG_TYPE, "a redirect is the id of a record, in quotes"),
                ),
            }
        }
    }

    /// A file holds one record, named by the file, or a family: tables of the kind's name, each with its id.
    fn record_file(&mut self, file: usize, kind: Kind, stem: &str) {
        let text = self.files[file].text.clone();
        let Some(tree) = self.parse(file, &text) else { return };
        let mut walk = Walk { faults: Vec::new() };
        let family = tree
            .get_ref()
            .iter()
            .find(|(key, value)| key.get_ref() == kind.as_str() && value.get_ref().is_array());
        if let Some((_, list)) = family {
            for (key, value) in
                tree.get_ref().iter().filter(|(key, _)| key.get_ref() != kind.as_str())
            {
                let message =
                    format!("`{}` stands outside of the records of this family", key.get_ref());
                walk.faults.push((key.span(), Fault::new(Code::UNKNOWN_FIELD, message)));
                let _ = value;
            }
            for (at, item) in list.get_ref().as_array().into_iter().flatten().enumerate() {
                let base = vec![Seg::Key(kind.as_str().to_owned()), Seg::Item(at)];
                let Some(record) = walk.value(item, shape_of(kind)) else { continue };
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
            let mut record = walk.fields(rest, tree.span(), shape_of(kind));
            match (&mut record, stem.parse::<crate::value::Slug>()) {
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
        self.walked(file, walk);
    }

    fn take(&mut self, file: usize, kind: Kind, record: Node<'static>, base: Vec<Seg>) {
        if let Node::Struct(record) = record {
            self.records.push((kind, record));
            self.origins.push(Origin { file, base, rows: None });
        }
    }

    fn walked(&mut self, file: usize, walk: Walk) {
        for (span, fault) in walk.faults {
            self.fault(file, span, fault);
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
            let (rows, faults) = table::read(&self.files[file].text);
            faults.into_iter().for_each(|(span, fault)| self.fault(file, span, fault));
            self.records[series].1.set("observation", Node::List(rows));
            self.origins[series].rows = Some(file);
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
            let known = std::mem::take(&mut self.origins);
            let ids: Vec<String> = draft
                .records
                .iter()
                .map(|(_, r)| r.leaf("id").unwrap_or_default().to_owned())
                .collect();
            let mut later = super::faults(&draft);
            if later.is_empty() && !syntax {
                match Dataset::from_image(draft.image().into()) {
                    Ok(built) => {
                        later = super::question_faults(&built);
                        dataset = Some(built);
                    }
                    Err(error) => self.faults.push(Fault::new(Code::FORMAT, error.to_string())),
                }
            }
            for fault in later {
                let record = fault.record.clone().unwrap_or_default();
                let matching: Vec<_> = ids
                    .iter()
                    .enumerate()
                    .filter(|(_, id)| **id == record)
                    .map(|(at, _)| at)
                    .collect();
                // Of two records with one id the later is at fault.
                let placed = matching.last().map(|at| self.locate(&known[*at], &fault.path));
                let placed = placed.or_else(|| {
                    self.files.iter().find(|file| file.path == record).map(|file| place(file, 0..0))
                });
                self.faults.push(Fault { place: placed, ..fault });
            }
        }
        self.faults.sort_by(|a, b| {
            let key =
                |fault: &Fault| fault.place.clone().map(|place| (place.path, place.span.start));
            key(a).cmp(&key(b)).then(a.code.cmp(&b.code))
        });
        self.faults.dedup();
        let dataset = dataset.filter(|_| self.faults.is_empty());
        Folder { files: self.files, faults: self.faults, dataset }
    }

    /// The place of a value: as deep as the path leads in the file.
    fn locate(&self, origin: &Origin, path: &[Seg]) -> FilePlace {
        if let (Some(rows), [Seg::Field("observation"), Seg::Item(row), rest @ ..]) =
            (origin.rows, path)
        {
            let column = rest
                .iter()
                .rev()
                .find_map(|seg| if let Seg::Field(name) = seg { Some(*name) } else { None });
            let file = &self.files[rows];
            return place(file, table::span(&file.text, *row, column));
        }
        let file = &self.files[origin.file];
        let (tree, _) = DeTable::parse_recoverable(&file.text);
        let span = find(&tree, origin.base.iter().chain(path));
        place(file, span)
    }
}

/// The bytes of the value at a path, or of the deepest one on the way to it.
fn find<'p>(
    tree: &Spanned<DeTable<'_>>,
    path: impl Iterator<Item = &'p Seg>,
) -> std::ops::Range<usize> {
    let mut span = 0..0;
    let mut table = Some(tree.get_ref());
    let mut list: Option<&toml::de::DeArray<'_>> = None;
    for seg in path {
        let name = match seg {
            Seg::Field(name) => *name,
            Seg::Key(name) => name.as_str(),
            Seg::Item(at) => {
                let Some(item) = list.and_then(|list| list.get(*at)) else { continue };
                span = item.span();
                (table, list) = (item.get_ref().as_table(), item.get_ref().as_array());
                continue;
            }
        };
        let found = table.and_then(|table| table.iter().find(|(key, _)| key.get_ref() == name));
        let Some((key, value)) = found else { break };
        span = if value.get_ref().is_table() && value.span().is_empty() {
            key.span()
        } else {
            value.span()
        };
        (table, list) = (value.get_ref().as_table(), value.get_ref().as_array());
    }
    first_line(&span)
}

/// A long value is pointed at by its beginning.
pub(super) fn first_line(span: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    span.start..span.end.min(span.start + 120)
}

fn place(file: &File, span: std::ops::Range<usize>) -> FilePlace {
    let text = &file.text;
    let clamp = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (start, end) = (clamp(span.start), clamp(span.end.max(span.start)));
    let before = &text[..start];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    FilePlace { path: file.path.clone(), line, column, span: start..end }
}

/// Whether brackets are nested so deeply that the reader of TOML might run out of stack; counted on the tokens.
fn too_deep(text: &str) -> bool {
    use toml_parser::lexer::TokenKind;
    let mut depth = 0_u32;
    toml_parser::Source::new(text).lex().any(|token| {
        match token.kind() {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => depth += 1,
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => {
                depth = depth.saturating_sub(1)
            }
            _ => {}
        }
        depth > DEPTH
    })
}
