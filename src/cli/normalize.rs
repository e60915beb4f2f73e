//! `breachlint normalize`.

use super::args::{Normalize, Notation};
use super::{Error, input, output};
use crate::check::syntax;
use crate::document::Syntax;
use crate::normalize::{NotNormalized, normalize};

pub(super) fn run(arguments: &Normalize) -> Result<bool, Error> {
    let as_of = input::as_of(&arguments.clock);
    let file = if arguments.path.as_os_str() == "-" { input::stdin(&arguments.stdin_filename)? } else { input::read(&arguments.path)? };
    if file.is_dataset() {
        return Err(Error::Usage("normalize takes drafts; datasets are not supported by this version".to_owned()));
    }
    let name = file.source.name();
    let to = match arguments.to {
        Some(Notation::Yaml) => Syntax::Yaml,
        Some(Notation::Json) => Syntax::Json,
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
