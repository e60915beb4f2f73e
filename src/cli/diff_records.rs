//! `breachlint diff` of two exports.

use std::io::{Cursor, Read, Result};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::Diff;
use super::input::{self, Loaded};
use super::project::Project;
use super::{Error, output, reading};
use crate::dataset::Pace;
use crate::diff::{Export, Failure, records};
use crate::render::records_diff;
use crate::rules;

/// Opens a file from its start.
type Open = Box<dyn Fn() -> Result<Box<dyn Read + Send>>>;

pub(super) fn two_exports(arguments: &Diff, project: &Project, old: Loaded, new: Loaded) -> std::result::Result<bool, Error> {
    let options = reading::options(&arguments.reading, &project.config, project.as_of)?;
    let pace = Pace::threads(arguments.pace.threads());
    let (first, second) = (opener(&arguments.old, old)?, opener(&arguments.new, new)?);
    let export = |path: &Path, open| Export { name: path.display().to_string(), open, options: options.clone(), pace };
    let diff = records(&export(&arguments.old, &*first), &export(&arguments.new, &*second)).map_err(refusal)?;
    let mut out = Vec::new();
    records_diff(&diff, arguments.format, &mut out)?;
    match &arguments.output {
        Some(path) => output::write(path, &out, output::Access::AsBefore)?,
        None => {
            output::print(&String::from_utf8_lossy(&out))?;
        }
    }
    Ok(!diff.changes.is_empty())
}

/// What is no file on disk, such as a pipe, can be read only once: it is kept in memory.
fn opener(path: &Path, loaded: Loaded) -> std::result::Result<Open, Error> {
    if path.is_file() {
        let path: PathBuf = path.to_owned();
        return Ok(Box::new(move || Ok(Box::new(input::open(&path)?))));
    }
    let mut bytes = Vec::new();
    loaded.into_rows().read_to_end(&mut bytes).map_err(|error| Error::Input(format!("cannot read {}: {error}", path.display())))?;
    let bytes: Arc<[u8]> = bytes.into();
    Ok(Box::new(move || Ok(Box::new(Cursor::new(Arc::clone(&bytes))))))
}

fn refusal(failure: Failure) -> Error {
    Error::Input(match failure {
        Failure::Refused { file, code } => {
            let why = rules::find(code).map_or("it cannot be read", |rule| rule.summary);
            format!("{file} cannot be compared: {why} ({code}; see `breachlint check {file}`)")
        }
        Failure::Read { .. } => failure.to_string(),
    })
}
