//! The rows of a log of drafts, for commands that take each row as a draft.

use super::Error;
use super::input::Loaded;
use super::layout::words;
use crate::dataset::layout::Kind;
use crate::dataset::log::{Draft, Drafts};
use crate::dataset::read::{self, Failure, fault_in};

/// The rows of the log `file`. A list of public records has no drafts.
pub(super) fn drafts(file: Loaded, reading: &read::Options) -> Result<Drafts, Error> {
    let name = file.source.name().to_owned();
    let input = read::open(&name, file.into_rows(), reading).map_err(|failure| match failure {
        Failure::Io(error) => failed(&name, &error),
        Failure::Refused(fault) => Error::Input(format!("cannot read {name}: {}", words(&fault))),
    })?;
    if input.layout.kind() != Kind::Log {
        return Err(Error::Input(format!("{name} is a list of public records: its rows are no drafts, and have no day of discovery")));
    }
    Drafts::of(input).ok_or_else(|| Error::Input(format!("{name} is no log of drafts")))
}

/// The next row of the log `name`.
pub(super) fn row(name: &str, draft: std::io::Result<Draft>) -> Result<Draft, Error> {
    draft.map_err(|error| failed(name, &error))
}

fn failed(name: &str, error: &std::io::Error) -> Error {
    match fault_in(error) {
        Some(fault) => Error::Input(format!("cannot read all of {name}: {}", words(fault))),
        None => Error::Input(format!("cannot read {name}: {error}")),
    }
}
