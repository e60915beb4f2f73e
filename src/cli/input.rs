//! What to read: paths, folders, standard input.

use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::args::{Clock, Input};
use super::{Error, output};
use crate::source::Source;

/// One input: a draft, read whole, or a dataset, which is read as it is checked.
#[derive(Debug)]
pub(super) struct Loaded {
    /// Its file; none for standard input.
    pub(super) path: Option<PathBuf>,
    /// Its name and text; no text for a dataset.
    pub(super) source: Source,
    /// Its bytes, where they are not the text's.
    pub(super) is_utf8: bool,
}

impl Loaded {
    /// Whether it is a dataset rather than a draft.
    pub(super) fn is_dataset(&self) -> bool {
        is_dataset(self.source.name())
    }

    /// The bytes of a dataset.
    #[expect(clippy::disallowed_methods, reason = "files are read here and nowhere else")]
    pub(super) fn stream(&self) -> Result<Box<dyn Read + Send>, Error> {
        match &self.path {
            None => Ok(Box::new(std::io::stdin())),
            Some(path) => {
                let file = std::fs::File::open(path).map_err(|error| Error::Input(format!("cannot read {}: {error}", path.display())))?;
                Ok(Box::new(file))
            }
        }
    }
}

/// Reads every input. Folders give the drafts in them; a run without any input is an error.
pub(super) fn load(input: &Input) -> Result<Vec<Loaded>, Error> {
    let mut loaded = Vec::new();
    let mut skipped = 0usize;
    for path in &input.paths {
        if path.as_os_str() == "-" {
            loaded.push(stdin(&input.stdin_filename)?);
        } else if path.is_dir() {
            for entry in ignore::WalkBuilder::new(path).sort_by_file_path(Path::cmp).build() {
                let entry = entry.map_err(|error| Error::Input(error.to_string()))?;
                if !entry.file_type().is_some_and(|kind| kind.is_file()) || !may_be_a_draft(entry.path()) {
                    continue;
                }
                let file = read(entry.path())?;
                if mentions_a_report(file.source.text()) {
                    loaded.push(file);
                } else {
                    skipped += 1;
                }
            }
        } else {
            loaded.push(read(path)?);
        }
    }
    if skipped > 0 {
        let files = if skipped == 1 { "1 file skipped that holds".to_owned() } else { format!("{skipped} files skipped that hold") };
        output::say(&format!("breachlint: {files} no breach report"));
    }
    if loaded.is_empty() {
        return Err(Error::Input("nothing to check: no draft was found".to_owned()));
    }
    Ok(loaded)
}

/// Whether a file of this name is a dataset.
fn is_dataset(name: &str) -> bool {
    name.rsplit('.').next().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

/// Reads standard input, which is called `name`; a dataset is left for later.
pub(super) fn stdin(name: &str) -> Result<Loaded, Error> {
    if is_dataset(name) {
        return Ok(decoded(None, name.to_owned(), Vec::new()));
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| Error::Input(format!("cannot read standard input: {error}")))?;
    Ok(decoded(None, name.to_owned(), bytes))
}

/// Reads the file at `path`; a dataset is left for later.
#[expect(clippy::disallowed_methods, reason = "files are read here and nowhere else")]
pub(super) fn read(path: &Path) -> Result<Loaded, Error> {
    if is_dataset(&path.display().to_string()) {
        return Ok(decoded(Some(path.to_owned()), path.display().to_string(), Vec::new()));
    }
    let bytes = std::fs::read(path).map_err(|error| Error::Input(format!("cannot read {}: {error}", path.display())))?;
    Ok(decoded(Some(path.to_owned()), path.display().to_string(), bytes))
}

fn decoded(path: Option<PathBuf>, name: String, bytes: Vec<u8>) -> Loaded {
    let source = Source::decode(name, bytes);
    let is_utf8 = source.encoding() == crate::source::Encoding::Utf8;
    Loaded { path, source, is_utf8 }
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
        let line = line.trim_start_matches(['\u{feff}', ' ', '{', '[', '-']).trim_start_matches('"');
        keys.iter().any(|key| line.strip_prefix(key).is_some_and(|rest| rest.trim_start_matches('"').trim_start().starts_with(':')))
    })
}

/// The day on which drafts are judged: the only clock, read once.
#[expect(clippy::disallowed_methods, reason = "the clock is read here and nowhere else")]
pub(super) fn as_of(clock: &Clock) -> NaiveDate {
    clock.as_of.unwrap_or_else(|| chrono::Local::now().date_naive())
}
