//! Applies fixes to a text until nothing changes: overlapping ones one after another, none that would break the text or cross a legal threshold.

use chrono::NaiveDate;

use crate::check::{draft_engine, filled_roots, reports_of};
use crate::document::{Document, Edit, apply};
use crate::finding::Safety;
use crate::guard::{Class, allows};
use crate::source::Source;

/// How often fixing is repeated before it is given up; each round settles at least one finding.
const ROUNDS: usize = 50;

/// A text after fixing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// The new text.
    pub text: String,
    /// What was done, as "code: title", in the order done.
    pub done: Vec<String>,
}

/// Applies every fix of at most `safety` to the draft `text`, which a person knows as `name`.
pub fn fix(name: &str, text: &str, as_of: NaiveDate, safety: Safety) -> Fixed {
    let engine = draft_engine(as_of);
    let mut fixed = Fixed { text: text.to_owned(), done: Vec::new() };
    for _ in 0..ROUNDS {
        let source = Source::decode(name, fixed.text.clone().into_bytes());
        let document = Document::read(&source, crate::check::syntax(name, source.text()));
        let mut edits: Vec<Edit> = Vec::new();
        let mut done = Vec::new();
        for (index, (reading, findings)) in reports_of(&document, &engine).into_iter().enumerate() {
            let before = Class::of(&reading.report, as_of);
            for finding in &findings {
                let Some(fix) = finding.fix.as_ref().filter(|fix| fix.safety <= safety) else { continue };
                let Ok(new) = document.edits(&fix.changes) else { continue };
                let mut tried = edits.clone();
                tried.extend(new.iter().cloned());
                let Ok(alone) = apply(source.text(), &new) else { continue };
                if apply(source.text(), &tried).is_err() || !keeps_its_class(name, &alone, index, &before, as_of, document.faults().len()) {
                    continue;
                }
                edits = tried;
                done.push(format!("{}: {}", finding.code, fix.title));
            }
        }
        if edits.is_empty() {
            break;
        }
        let Ok(next) = apply(source.text(), &edits) else { break };
        if next == fixed.text {
            break;
        }
        fixed.text = next;
        fixed.done.extend(done);
    }
    fixed
}

/// Whether the changed text is as well-formed as it was, with at most `faults`, and its report `index` in the legal class that it was in before.
fn keeps_its_class(name: &str, changed: &str, index: usize, before: &Class, as_of: NaiveDate, faults: usize) -> bool {
    let source = Source::decode(name, changed.as_bytes().to_vec());
    let document = Document::read(&source, crate::check::syntax(name, source.text()));
    let roots = filled_roots(&document);
    let Some(&root) = roots.get(index).filter(|_| document.faults().len() <= faults) else { return false };
    let after = Class::of(&crate::report::read(&document, root).report, as_of);
    allows(before, &[after])
}
