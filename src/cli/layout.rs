//! `breachlint layout`: what a dataset was recognised as, and why.

use std::path::Path;

use super::args::{Layout, ListFormat};
use super::project::Project;
use super::{Error, output, reading};
use crate::dataset::read::{self, Failure};
use crate::finding::{Detail, Fault};
use crate::render::{layout_json, layout_text};

pub(super) fn run(arguments: &Layout) -> Result<bool, Error> {
    let project = Project::open(&arguments.settings, &arguments.clock, std::slice::from_ref(&arguments.path))?;
    let options = reading::options(&arguments.reading, &project.config, project.as_of)?;
    let (name, bytes) = stream(&arguments.path, &arguments.stdin_filename)?;
    match read::open(&name, bytes, &options) {
        Ok(found) => {
            let text = match arguments.format {
                ListFormat::Text => layout_text(&name, &found),
                ListFormat::Json => layout_json(&name, &found),
            };
            output::print(&text)
        }
        Err(Failure::Io(error)) => Err(Error::Input(format!("cannot read {name}: {error}"))),
        Err(Failure::Refused(fault)) => {
            output::print(&match arguments.format {
                ListFormat::Text => format!("{name}: {}\n", words(&fault)),
                ListFormat::Json => format!("{}\n", serde_json::json!({ "file": name, "refused": words(&fault), "code": fault.code })),
            })?;
            Ok(true)
        }
    }
}

/// The bytes of `path`, and what it is called.
#[expect(clippy::disallowed_methods, reason = "files are read in `cli` and nowhere else")]
pub(super) fn stream(path: &Path, stdin_name: &str) -> Result<(String, Box<dyn std::io::Read + Send>), Error> {
    if path.as_os_str() == "-" {
        return Ok((stdin_name.to_owned(), Box::new(std::io::stdin())));
    }
    let name = path.display().to_string();
    let file = std::fs::File::open(path).map_err(|error| Error::Input(format!("cannot read {name}: {error}")))?;
    Ok((name, Box::new(file)))
}

/// A refusal in one line.
pub(super) fn words(fault: &Fault) -> String {
    match &fault.detail {
        Detail::Broken { what, help, .. } => format!("{what}. {help}"),
        Detail::Limit { which, limit, unread } => format!("the limit on the {which} ({limit}) was reached; not read: {unread}."),
        _ => "the file is empty.".to_owned(),
    }
}
