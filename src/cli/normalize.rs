//! `breachlint normalize`: one draft to an output.

use std::path::Path;

use chrono::NaiveDate;

use super::args::{Normalize, Notation};
use super::input::Loaded;
use super::project::Project;
use super::{Error, in_place, input, output};
use crate::check::syntax;
use crate::document::Syntax;
use crate::normalize::{ChangeEntry, Normalized, NotNormalized, normalize};

pub(super) fn run(arguments: &Normalize) -> Result<bool, Error> {
    if let Some(path) = &arguments.verify {
        return super::verify::run(arguments, path);
    }
    let project = Project::open(&arguments.settings, &arguments.clock, &arguments.paths)?;
    let as_of = project.as_of;
    if arguments.in_place || arguments.check {
        return in_place::run(arguments, &project);
    }
    let mut files = Vec::new();
    for path in &arguments.paths {
        files.push(if path.as_os_str() == "-" { input::stdin(&arguments.stdin_filename)? } else { input::read(path)? });
    }
    if files.iter().all(Loaded::is_dataset) {
        return super::normalize_rows::run(arguments, files, &project.config, as_of);
    }
    let [file] = &files[..] else {
        return Err(Error::Usage(
            "several inputs are joined only where all of them are datasets; several drafts are rewritten with --in-place".to_owned(),
        ));
    };
    draft(arguments, file, as_of)
}

fn draft(arguments: &Normalize, file: &Loaded, as_of: NaiveDate) -> Result<bool, Error> {
    let Some(normalized) = canonical(file, arguments.to, as_of)? else { return Ok(true) };
    if let Some(path) = &arguments.changes {
        log(path, &normalized.changes)?;
    }
    match &arguments.output {
        Some(path) => output::write(path, normalized.text.as_bytes(), output::Access::Private).map(|()| false),
        None => output::print(&normalized.text),
    }
}

/// The canonical form of `file`; none where it must be fixed first, which is said.
pub(super) fn canonical(file: &Loaded, to: Option<Notation>, as_of: NaiveDate) -> Result<Option<Normalized>, Error> {
    if file.is_dataset() {
        return Err(Error::Usage("datasets are written to a new file (-o), not where they are".to_owned()));
    }
    let name = file.source.name();
    let to = match to {
        Some(Notation::Yaml) => Syntax::Yaml,
        Some(Notation::Json) => Syntax::Json,
        Some(Notation::Csv | Notation::Ndjson | Notation::Parquet) => {
            return Err(Error::Usage("a draft is written as YAML or JSON; CSV, NDJSON and Parquet are for datasets".to_owned()));
        }
        None => syntax(name, file.source.text()),
    };
    match normalize(name, file.source.text(), as_of, to) {
        Ok(normalized) => Ok(Some(normalized)),
        Err(NotNormalized::Faults(faults)) => {
            output::say(&format!("breachlint: {name} has no canonical form yet; fix these first:"));
            for located in &faults {
                let start = located.place.start;
                let message = crate::finding::safe_line(&located.finding.message);
                output::say(&format!("  {name}:{}:{}: [{}] {message}", start.line, start.column, located.finding.code));
            }
            Ok(None)
        }
        Err(NotNormalized::Unproven) => {
            Err(Error::Input(format!("{name}: the canonical text did not read back equal; nothing was written")))
        }
    }
}

/// Writes `changes` to `path`, one JSON object a line.
pub(super) fn log(path: &Path, changes: &[ChangeEntry]) -> Result<(), Error> {
    let mut log = String::new();
    for change in changes {
        let line = serde_json::to_string(change).map_err(|error| Error::Output(path.display().to_string(), error.into()))?;
        log.push_str(&line);
        log.push('\n');
    }
    output::write(path, log.as_bytes(), output::Access::Private)
}
