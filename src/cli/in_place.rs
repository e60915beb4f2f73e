//! `breachlint normalize --in-place` and `--check`: drafts where they are, as hooks want it.

use super::args::{Input, Normalize};
use super::input::{self, Loaded};
use super::normalize::{canonical, log};
use super::project::Project;
use super::{Error, output};
use crate::check::syntax;
use crate::document::Document;

/// What became of a draft.
enum Done {
    /// It is canonical, or has been made so.
    Canonical,
    /// It is not canonical, and a person has to look; what to do was said.
    Left,
}

/// Rewrites each draft, or with `--check` only names those that are not canonical; true where one was left as it is.
pub(super) fn run(arguments: &Normalize, project: &Project) -> Result<bool, Error> {
    let mut left = false;
    let mut changes = Vec::new();
    let asked = Input { paths: arguments.paths.clone(), stdin_filename: arguments.stdin_filename.clone() };
    let mut inputs = input::list(&asked, &project.config, |path| project.below_root(path))?;
    for file in inputs.by_ref() {
        let Some(normalized) = canonical(&file, None, project.as_of)? else {
            left = true;
            continue;
        };
        if normalized.text == file.source.text() && file.is_utf8 {
            continue;
        }
        let done = if arguments.check {
            output::say(&format!("breachlint: {} is not in canonical form", file.source.name()));
            Done::Left
        } else {
            rewrite(&file, &normalized.text, arguments.drop_comments)?
        };
        left |= matches!(done, Done::Left);
        changes.extend(normalized.changes);
    }
    if let Some(path) = &arguments.changes {
        log(path, &changes)?;
    }
    inputs.finish().map(|()| left)
}

fn rewrite(file: &Loaded, text: &str, drop_comments: bool) -> Result<Done, Error> {
    let name = file.source.name();
    let Some(path) = &file.path else {
        return Err(Error::Usage("standard input has no place of its own; leave --in-place out".to_owned()));
    };
    if !file.is_utf8 {
        output::say(&format!("breachlint: {name}: not changed, because it is not UTF-8"));
        return Ok(Done::Left);
    }
    let comments = Document::read(&file.source, syntax(name, file.source.text())).comments().len();
    if comments > 0 && !drop_comments {
        let noun = if comments == 1 { "comment" } else { "comments" };
        output::say(&format!(
            "breachlint: {name}: not changed, because the canonical form would lose its {comments} {noun}; let them go with --drop-comments"
        ));
        return Ok(Done::Left);
    }
    output::write(path, text.as_bytes(), output::Access::AsBefore)?;
    output::say(&format!("breachlint: {name}: written in canonical form"));
    Ok(Done::Canonical)
}
