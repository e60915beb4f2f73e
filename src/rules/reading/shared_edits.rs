//! Edits of parts of a text as one fix: what stands outside them keeps its quotes, folds and layout.

use crate::finding::{Change, Fix, Safety, TextEdit, Value};
use crate::source::At;

/// A safe fix that makes every edit of the text that `at` stands in.
pub(super) fn fix(title: &str, at: At, edits: &[TextEdit]) -> Fix {
    let change = |edit: &TextEdit| Change::Set(at.text(edit.start, edit.end), Value::Text(edit.instead.to_owned()));
    Fix { title: title.to_owned(), safety: Safety::Safe, changes: edits.iter().map(change).collect() }
}
