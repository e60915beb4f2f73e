//! `breachlint diff` of two exports.

use super::args::Diff;
use super::input::Loaded;
use super::{Error, output};
use crate::diff::records;
use crate::render::records_diff;
use crate::rules;

pub(super) fn two_exports(arguments: &Diff, old: &Loaded, new: &Loaded) -> Result<bool, Error> {
    let diff = records(&old.source, &new.source).map_err(|(file, fault)| {
        let why = rules::find(fault.code).map_or("it cannot be read", |rule| rule.summary);
        Error::Input(format!("{file} cannot be compared: {why} ({}; see `breachlint check {file}`)", fault.code))
    })?;
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
