//! `breachlint baseline update`.

use super::args::BaselineUpdate;
use super::project::{self, Project};
use super::{Error, attest, input, output};
use crate::check::{Settings, check};
use crate::config::BaselineFile;

pub(super) fn update(arguments: &BaselineUpdate) -> Result<bool, Error> {
    let path = &arguments.output;
    let parse = |text: String| BaselineFile::parse(&text).map_err(|what| Error::Usage(format!("{}: {what}", path.display())));
    let key = if path.is_file() { parse(project::text(path)?)?.key() } else { attest::random_key()? };
    let mut file = BaselineFile::new(&key);
    let project = Project::open(&arguments.settings, &arguments.clock, &arguments.input.paths)?;
    let mut project = project.with_empty_baseline(path, &file);
    let mut inputs = input::list(&arguments.input, &project.config, |path| project.below_root(path))?;
    let settings = Settings { as_of: project.as_of };
    for loaded in inputs.by_ref() {
        if loaded.is_dataset() {
            output::say(&format!("breachlint: {}: left out, because a baseline is for drafts", loaded.source.name()));
            continue;
        }
        let engine = project.draft_engine(&loaded.known_as());
        let name = project.baseline_name(&loaded.known_as());
        let outcome = check(loaded.source, &engine, &settings);
        let found = outcome.reports.into_iter().flat_map(|report| report.findings);
        file.add(&name, found.filter_map(|located| located.fingerprint));
    }
    inputs.finish()?;
    output::write(path, file.text().as_bytes(), output::Access::AsBefore)?;
    let (files, findings) = file.size();
    output::say(&format!("breachlint: {}: {findings} findings in {files} files", path.display()));
    Ok(false)
}
