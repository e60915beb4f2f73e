//! `breachlint normalize --verify`: whether an output and its change log reproduce each other.

use std::fs::File;
use std::io::{BufReader, Seek, SeekFrom};
use std::path::Path;

use super::args::Normalize;
use super::staged::scratch;
use super::{Error, input, output};
use crate::dataset::layout::Kind;
use crate::dataset::read::{self, Input};
use crate::dataset::{Failure, Pace};
use crate::normalize::rows::verify::{Agreement, compare, files, first_difference};
use crate::normalize::rows::{Outputs, Settings, To, rows};

pub(super) fn run(arguments: &Normalize, path: &Path) -> Result<bool, Error> {
    let name = path.display().to_string();
    let failed = |error: std::io::Error| Error::Input(format!("cannot read {name}: {error}"));
    let as_of = arguments.clock.as_of.unwrap_or_else(input::today);
    let to = match path.extension().and_then(std::ffi::OsStr::to_str) {
        Some("ndjson" | "jsonl") => To::Ndjson,
        Some("json") => To::Json,
        _ => To::Csv,
    };
    let settings = Settings { as_of, to, for_spreadsheets: false, pace: Pace::threads(arguments.pace.threads()) };
    let input = open(&name, path)?;
    if input.layout.kind() == Kind::Log {
        if arguments.changes.is_some() {
            return Err(Error::Usage("the rows of a log do not say where they came from: leave --changes away".to_owned()));
        }
        return super::normalize_log::verify(&name, input, file(path).map_err(failed)?, as_of);
    }
    let mut again = scratch().map_err(failed)?;
    let mut rejects = Vec::new();
    let count = {
        let mut outputs = Outputs {
            data: &mut again,
            changes: None,
            rejects: &mut rejects,
            findings: None,
            across: None,
            scratch: &mut scratch,
            progress: &mut |_| {},
        };
        rows(vec![(name.clone(), input)], &settings, &mut outputs).map_err(|failure| match failure {
            Failure::Read(error) | Failure::Write(error) => failed(error),
        })?
    };
    again.seek(SeekFrom::Start(0)).map_err(failed)?;
    let there = file(path).map_err(failed)?;
    if let Some(line) = first_difference(&mut BufReader::new(again), &mut BufReader::new(there)).map_err(failed)? {
        output::say(&format!("breachlint: {name}:{line}: not in canonical form: normalizing it again would change it here"));
        return Ok(true);
    }
    output::say(&format!("breachlint: {name}: {} records in canonical form", count.out));
    let Some(log) = &arguments.changes else { return Ok(false) };
    let log_name = log.display().to_string();
    let mut lines = BufReader::new(file(log).map_err(|error| Error::Input(format!("cannot read {log_name}: {error}")))?);
    let first = open(&name, path)?;
    let order = files(&first.layout.clone(), first.records()).map_err(failed)?;
    let second = open(&name, path)?;
    match compare(&second.layout.clone(), second.records(), &order, &mut lines).map_err(failed)? {
        Agreement::Whole { found, absent } => {
            output::say(&format!(
                "breachlint: {log_name}: {found} changes stand in {name}; {absent} are of rows that are not in it (folded into others)"
            ));
            Ok(false)
        }
        Agreement::Broken { line, why } => {
            output::say(&format!("breachlint: {log_name}:{line}: {why}"));
            Ok(true)
        }
    }
}

fn open(name: &str, path: &Path) -> Result<Input, Error> {
    let failed = |error: std::io::Error| Error::Input(format!("cannot read {name}: {error}"));
    match read::open(name, Box::new(file(path).map_err(failed)?), &read::Options::default()) {
        Ok(input) => Ok(input),
        Err(read::Failure::Io(error)) => Err(failed(error)),
        Err(read::Failure::Refused(fault)) => Err(Error::Input(format!("{name}: {}", super::layout::words(&fault)))),
    }
}

#[expect(clippy::disallowed_methods, reason = "files are read in `cli` and nowhere else")]
fn file(path: &Path) -> std::io::Result<File> {
    File::open(path)
}
