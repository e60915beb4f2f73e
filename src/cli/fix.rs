//! `breachlint fix`.

use chrono::NaiveDate;

use super::args::Fix;
use super::input::{self, Loaded};
use super::{Error, output};
use crate::finding::Safety;
use crate::fix::fix;

pub(super) fn run(arguments: &Fix) -> Result<bool, Error> {
    let as_of = input::as_of(&arguments.clock);
    let safety = if arguments.unsafe_fixes { Safety::Unsafe } else { Safety::Safe };
    let mut changed = false;
    for file in input::load(&arguments.input)? {
        if arguments.diff {
            let fixed = fix(file.source.name(), file.source.text(), as_of, safety);
            if fixable(&file) && fixed.text != file.source.text() {
                changed = true;
                output::print(&diff(&file, &fixed.text))?;
            }
        } else if file.path.is_none() {
            let fixed = apply(file, as_of, safety)?;
            output::print(fixed.source.text())?;
        } else {
            apply(file, as_of, safety)?;
        }
    }
    Ok(changed)
}

/// Applies every fix to `file` and writes it back where it came from.
pub(super) fn apply(file: Loaded, as_of: NaiveDate, safety: Safety) -> Result<Loaded, Error> {
    if !fixable(&file) {
        return Ok(file);
    }
    let fixed = fix(file.source.name(), file.source.text(), as_of, safety);
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
