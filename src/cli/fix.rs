//! `breachlint fix`.

use super::args::Fix;
use super::input::{self, Loaded};
use super::project::Project;
use super::{Error, output};
use crate::finding::Safety;
use crate::fix::fix_under;
use crate::rules::Engine;

pub(super) fn run(arguments: &Fix) -> Result<bool, Error> {
    let mut project = Project::open(&arguments.settings, &arguments.clock, &arguments.input.paths)?;
    let safety = if arguments.unsafe_fixes { Safety::Unsafe } else { Safety::Safe };
    let mut changed = false;
    let mut inputs = input::list(&arguments.input, &project.config, |path| project.below_root(path))?;
    for file in inputs.by_ref() {
        let engine = project.draft_engine(&file.known_as());
        if arguments.diff {
            let fixed = fix_under(file.source.name(), file.source.text(), &engine, safety);
            if fixable(&file) && fixed.text != file.source.text() {
                changed = true;
                output::print(&diff(&file, &fixed.text))?;
            }
        } else if file.path.is_none() {
            let fixed = apply(file, &engine, safety)?;
            output::print(fixed.source.text())?;
        } else {
            apply(file, &engine, safety)?;
        }
    }
    inputs.finish().map(|()| changed)
}

/// Applies every fix to `file` and writes it back where it came from.
pub(super) fn apply(file: Loaded, engine: &Engine, safety: Safety) -> Result<Loaded, Error> {
    if !fixable(&file) {
        return Ok(file);
    }
    let fixed = fix_under(file.source.name(), file.source.text(), engine, safety);
    for done in &fixed.done {
        output::say(&format!("breachlint: {}: {done}", file.source.name()));
    }
    if fixed.text == file.source.text() {
        return Ok(file);
    }
    if let Some(path) = &file.path {
        output::write(path, fixed.text.as_bytes(), output::Access::AsBefore)?;
    }
    Ok(file.with_text(fixed.text))
}

/// Datasets are normalized, not fixed in place; a text that had to be decoded is left to its owner.
fn fixable(file: &Loaded) -> bool {
    if !file.is_utf8 {
        output::say(&format!("breachlint: {}: not changed, because it is not UTF-8", file.source.name()));
    }
    file.is_utf8 && !file.is_dataset()
}

fn diff(file: &Loaded, fixed: &str) -> String {
    let mut options = diffy::DiffOptions::new();
    options.set_original_filename(format!("a/{}", file.source.name())).set_modified_filename(format!("b/{}", file.source.name()));
    options.create_patch(file.source.text(), fixed).to_string()
}
