//! `breachlint diff`: the kind of the two files decides what is compared.

use super::args::Diff;
use super::input::{self, Loaded};
use super::project::Project;
use super::{Error, diff_records, output};
use crate::diff::drafts;
use crate::render::drafts_diff;

pub(super) fn run(arguments: &Diff) -> Result<bool, Error> {
    let project = Project::open(&arguments.settings, &arguments.clock, std::slice::from_ref(&arguments.new))?;
    let (old, new) = (input::read(&arguments.old)?, input::read(&arguments.new)?);
    match (old.is_dataset(), new.is_dataset()) {
        (false, false) => two_drafts(arguments, &project, &old, &new),
        (true, true) => diff_records::two_exports(arguments, &project, old, new),
        _ => Err(Error::Usage("diff compares two files of one kind, and one of these is an export".to_owned())),
    }
}

fn two_drafts(arguments: &Diff, project: &Project, old: &Loaded, new: &Loaded) -> Result<bool, Error> {
    let diff = drafts(&old.source, &new.source, project.as_of, arguments.show_values).map_err(|error| Error::Input(error.to_string()))?;
    let mut out = Vec::new();
    drafts_diff(&diff, arguments.format, &mut out)?;
    match &arguments.output {
        Some(path) => output::write(path, &out, output::Access::Private)?,
        None => {
            output::print(&String::from_utf8_lossy(&out))?;
        }
    }
    Ok(diff.changed() > 0)
}
