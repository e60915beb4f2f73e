//! `breachlint normalize`.

use super::args::{Normalize, Notation};
use super::{Error, input, output};
use crate::check::syntax;
use crate::document::Syntax;
use crate::normalize::{NotNormalized, normalize};

pub(super) fn run(arguments: &Normalize) -> Result<bool, Error> {
    if let Some(path) = &arguments.verify {
        return super::verify::run(arguments, path);
    }
    let mut files = Vec::new();
    for path in &arguments.paths {
        files.push(if path.as_os_str() == "-" { input::stdin(&arguments.stdin_filename)? } else { input::read(path)? });
    }
    if files.iter().all(input::Loaded::is_dataset) {
        return super::normalize_rows::run(arguments, files);
    }
    let [file] = &files[..] else {
        return Err(Error::Usage("several inputs are joined only where all of them are datasets".to_owned()));
    };
    draft(arguments, file)
}

fn draft(arguments: &Normalize, file: &input::Loaded) -> Result<bool, Error> {
    let as_of = input::as_of(&arguments.clock);
    let name = file.source.name();
    let to = match arguments.to {
        Some(Notation::Yaml) => Syntax::Yaml,
        Some(Notation::Json) => Syntax::Json,
        Some(Notation::Csv | Notation::Ndjson) => {
            return Err(Error::Usage("a draft is written as YAML or JSON; CSV and NDJSON are for datasets".to_owned()));
        }
        None => syntax(name, file.source.text()),
    };
    let normalized = match normalize(name, file.source.text(), as_of, to) {
        Ok(normalized) => normalized,
        Err(NotNormalized::Faults(faults)) => {
            output::say(&format!("breachlint: {name} has no canonical form yet; fix these first:"));
            for located in &faults {
                let start = located.place.start;
                let message = crate::finding::safe_line(&located.finding.message);
                output::say(&format!("  {name}:{}:{}: [{}] {message}", start.line, start.column, located.finding.code));
            }
            return Ok(true);
        }
        Err(NotNormalized::Unproven) => {
            return Err(Error::Input(format!("{name}: the canonical text did not read back equal; nothing was written")));
        }
    };
    if let Some(path) = &arguments.changes {
        let mut log = String::new();
        for change in &normalized.changes {
            let line = serde_json::to_string(change).map_err(|error| Error::Output(path.display().to_string(), error.into()))?;
            log.push_str(&line);
            log.push('\n');
        }
        output::write(path, log.as_bytes(), output::Access::Private)?;
    }
    match &arguments.output {
        Some(path) => output::write(path, normalized.text.as_bytes(), output::Access::Private).map(|()| false),
        None => output::print(&normalized.text),
    }
}
