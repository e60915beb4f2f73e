//! What to read: paths, folders, standard input.

use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::args::{Clock, Input};
use super::{Error, output};
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

    fn of(path: Option<PathBuf>, name: String, mut input: Box<dyn Read + Send>) -> Result<Self, Error> {
        let failed = |error: std::io::Error| Error::Input(format!("cannot read {name}: {error}"));
        let mut bytes = Vec::new();
        (&mut input).take(HEAD).read_to_end(&mut bytes).map_err(failed)?;
        if is_dataset(&name, &bytes) {
            let rows: Box<dyn Read + Send> = Box::new(std::io::Cursor::new(bytes).chain(input));
            return Ok(Self { path, source: Source::decode(name, Vec::new()), is_utf8: true, rows: Some(rows) });
        }
        input.read_to_end(&mut bytes).map_err(failed)?;
        let source = Source::decode(name, bytes);
        let is_utf8 = source.encoding() == crate::source::Encoding::Utf8;
        Ok(Self { path, source, is_utf8, rows: None })
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

/// Reads standard input, which is called `name`.
pub(super) fn stdin(name: &str) -> Result<Loaded, Error> {
    Loaded::of(None, name.to_owned(), Box::new(std::io::stdin()))
}

/// Reads the file at `path`.
#[expect(clippy::disallowed_methods, reason = "files are read here and nowhere else")]
pub(super) fn read(path: &Path) -> Result<Loaded, Error> {
    let file = std::fs::File::open(path).map_err(|error| Error::Input(format!("cannot read {}: {error}", path.display())))?;
    Loaded::of(Some(path.to_owned()), path.display().to_string(), Box::new(file))
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
