//! What to read: paths, folders, standard input.

use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::args::Input;
use super::{Error, output};
use crate::config::{Config, Globs};
use crate::dataset::read::is_dataset;
use crate::source::Source;

/// One input: a draft, read whole, or a dataset, which is read as it is worked on.
pub(super) struct Loaded {
    /// Its file; none for standard input.
    pub(super) path: Option<PathBuf>,
    /// Its name and text; no text for a dataset.
    pub(super) source: Source,
    /// Its bytes, where they are not the text's.
    pub(super) is_utf8: bool,
    rows: Option<Box<dyn Read + Send>>,
}

/// So much of an input is looked at to tell datasets from drafts.
const HEAD: u64 = 256 * 1024;

impl Loaded {
    /// The path by which the configuration knows it; standard input goes by its stand-in.
    pub(super) fn known_as(&self) -> PathBuf {
        self.path.clone().unwrap_or_else(|| self.source.name().into())
    }

    /// Whether it is a dataset rather than a draft.
    pub(super) fn is_dataset(&self) -> bool {
        self.rows.is_some()
    }

    /// The bytes of a dataset; nothing for a draft.
    pub(super) fn into_rows(self) -> Box<dyn Read + Send> {
        self.rows.unwrap_or_else(|| Box::new(std::io::empty()))
    }

    /// The same draft with another text.
    pub(super) fn with_text(self, text: String) -> Self {
        let source = Source::decode(self.source.name(), text.into_bytes());
        Self { source, ..self }
    }

    /// Reads `input`, which holds some `size` bytes, as far as that is known.
    fn of(path: Option<PathBuf>, name: String, mut input: impl Read + Send + 'static, size: u64) -> Result<Self, Error> {
        let failed = |error: std::io::Error| Error::Input(format!("cannot read {name}: {error}"));
        // One byte more, so that a file of the size that it says is read in one go.
        let mut bytes = Vec::with_capacity(usize::try_from(size.min(HEAD) + 1).unwrap_or_default());
        (&mut input).take(HEAD).read_to_end(&mut bytes).map_err(failed)?;
        let is_whole = (bytes.len() as u64) < HEAD;
        if is_dataset(&name, &bytes) {
            let rows: Box<dyn Read + Send> = Box::new(std::io::Cursor::new(bytes).chain(input));
            return Ok(Self { path, source: Source::decode(name, Vec::new()), is_utf8: true, rows: Some(rows) });
        }
        if !is_whole {
            input.read_to_end(&mut bytes).map_err(failed)?;
        }
        let source = Source::decode(name, bytes);
        let is_utf8 = source.encoding() == crate::source::Encoding::Utf8;
        Ok(Self { path, source, is_utf8, rows: None })
    }
}

/// One input that is still to be read.
#[derive(Debug)]
enum Item {
    Stdin,
    /// A file that was named, or that the configuration includes.
    Meant(PathBuf),
    /// A file of a folder; it may hold something else.
    Met(PathBuf),
}

/// The inputs of a run, read one at a time, so that their number takes no memory but their names.
#[derive(Debug)]
pub(super) struct Inputs {
    items: std::vec::IntoIter<Item>,
    stdin_filename: String,
    read: usize,
    skipped: usize,
    failed: usize,
}

/// Lists every input. Folders give the drafts in them, as far as `config` wants those; `below` tells a path as its globs see it.
pub(super) fn list(input: &Input, config: &Config, below: impl Fn(&Path) -> Option<String>) -> Result<Inputs, Error> {
    let mut items = Vec::new();
    for path in &input.paths {
        if path.as_os_str() == "-" {
            items.push(Item::Stdin);
            continue;
        }
        let kind = path.metadata().map_err(|error| Error::Input(format!("cannot read {}: {error}", path.display())))?;
        if kind.is_dir() {
            for entry in ignore::WalkBuilder::new(path).sort_by_file_path(Path::cmp).build() {
                let entry = entry.map_err(|error| Error::Input(error.to_string()))?;
                if entry.file_type().is_some_and(|kind| kind.is_file()) {
                    items.extend(met(entry.into_path(), config, &below));
                }
            }
        } else {
            items.push(Item::Meant(path.clone()));
        }
    }
    let (items, stdin_filename) = (items.into_iter(), input.stdin_filename.clone());
    Ok(Inputs { items, stdin_filename, read: 0, skipped: 0, failed: 0 })
}

/// A file of a folder, if it is wanted.
fn met(path: PathBuf, config: &Config, below: impl Fn(&Path) -> Option<String>) -> Option<Item> {
    if config.include.is_empty() && config.exclude.is_empty() {
        return may_be_a_draft(&path).then_some(Item::Met(path));
    }
    let name = below(&path);
    let is_in = |globs: &Globs| name.as_deref().is_some_and(|name| globs.is_match(name));
    if is_in(&config.exclude) {
        return None;
    }
    if is_in(&config.include) {
        return Some(Item::Meant(path));
    }
    (config.include.is_empty() && may_be_a_draft(&path)).then_some(Item::Met(path))
}

impl Iterator for Inputs {
    type Item = Loaded;

    /// The next input that could be read. One that could not is told to the person, and the run goes on.
    fn next(&mut self) -> Option<Loaded> {
        loop {
            let (loaded, met) = match self.items.next()? {
                Item::Stdin => (stdin(&self.stdin_filename), false),
                Item::Meant(path) => (read(&path), false),
                Item::Met(path) => (read(&path), true),
            };
            match loaded {
                Err(error) => {
                    self.failed += 1;
                    output::say(&format!("breachlint: {error}"));
                }
                Ok(loaded) if met && !mentions_a_report(loaded.source.text()) => self.skipped += 1,
                Ok(loaded) => {
                    self.read += 1;
                    return Some(loaded);
                }
            }
        }
    }
}

impl Inputs {
    /// Whether anything was read so far.
    pub(super) fn has_read(&self) -> bool {
        self.read > 0
    }

    /// Ends the run: what was skipped is said, and it is an error that something could not be read or that there was nothing.
    pub(super) fn finish(&self) -> Result<(), Error> {
        if self.skipped > 0 {
            let files = if self.skipped == 1 {
                "1 file skipped that holds".to_owned()
            } else {
                format!("{} files skipped that hold", self.skipped)
            };
            output::say(&format!("breachlint: {files} no breach report"));
        }
        match (self.failed, self.read) {
            (0, 0) => Err(Error::Input("nothing to check: no draft was found".to_owned())),
            (0, _) => Ok(()),
            (failed, read) => Err(Error::Input(format!("{failed} of {} inputs could not be read", failed + read))),
        }
    }
}

/// Reads standard input, which is called `name`.
pub(super) fn stdin(name: &str) -> Result<Loaded, Error> {
    Loaded::of(None, name.to_owned(), std::io::stdin(), 0)
}

/// Reads the file at `path`.
pub(super) fn read(path: &Path) -> Result<Loaded, Error> {
    let file = open(path).map_err(|error| Error::Input(format!("cannot read {}: {error}", path.display())))?;
    let size = file.metadata().map_or(0, |about| about.len());
    Loaded::of(Some(path.to_owned()), path.display().to_string(), file, size)
}

/// Opens the file at `path`.
#[expect(clippy::disallowed_methods, reason = "files are read here and nowhere else")]
pub(super) fn open(path: &Path) -> std::io::Result<std::fs::File> {
    std::fs::File::open(path)
}

fn may_be_a_draft(path: &Path) -> bool {
    path.extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| ["yaml", "yml", "json"].iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Whether a file found in a folder is meant for breachlint: a key of ours stands at the start of a line. A path that is named is always read.
fn mentions_a_report(text: &str) -> bool {
    let keys = ["filing", "covered_entity", "breach", "attestation"];
    text.lines().any(|line| {
        // A line that opens an object may hold it whole.
        if line.starts_with(['{', '[']) && keys.iter().any(|key| line.contains(&format!("\"{key}\":"))) {
            return true;
        }
        let line = line.trim_start_matches(['\u{feff}', ' ', '{', '[', '-']).trim_start_matches('"');
        keys.iter().any(|key| line.strip_prefix(key).is_some_and(|rest| rest.trim_start_matches('"').trim_start().starts_with(':')))
    })
}

/// The only clock, read once.
#[expect(clippy::disallowed_methods, reason = "the clock is read here and nowhere else")]
pub(super) fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}
