//! Applies fixes to a text until nothing changes: overlapping ones one after another, none that would break the text or cross a legal threshold.

use chrono::NaiveDate;

use crate::check::{draft_engine, filled_roots, reports_of};
use crate::document::{Document, Edit, apply};
use crate::finding::{Change, Finding, Safety};
use crate::guard::{Class, allows};
use crate::rules::Engine;
use crate::source::{Encoding, LineColumn, Source};

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
    fix_under(name, text, &draft_engine(as_of), safety)
}

/// The same with the rules, levels and suppressions of `engine`: what is set aside stays as it is.
pub fn fix_under(name: &str, text: &str, engine: &Engine, safety: Safety) -> Fixed {
    let as_of = engine.context().as_of;
    let mut fixed = Fixed { text: text.to_owned(), done: Vec::new() };
    for _ in 0..ROUNDS {
        let source = Source::decode(name, fixed.text.clone().into_bytes());
        let document = Document::read(&source, crate::check::syntax(name, source.text()));
        let mut edits: Vec<Edit> = Vec::new();
        let mut done = Vec::new();
        for (index, (reading, findings)) in reports_of(&document, engine).into_iter().enumerate() {
            let before = Class::of(&reading.report, as_of);
            for finding in &findings {
                let Some(fix) = finding.fix.as_ref().filter(|fix| fix.safety <= safety) else { continue };
                let Some(new) = admitted(&document, index, &before, &fix.changes, as_of) else { continue };
                let mut tried = edits.clone();
                tried.extend(new);
                if apply(source.text(), &tried).is_err() {
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

/// What `fix` would do about single findings of one file, for formats that offer it to an editor.
#[derive(Debug)]
pub struct Offers<'s> {
    document: Document<'s>,
    classes: Vec<Class>,
    as_of: NaiveDate,
}

impl<'s> Offers<'s> {
    /// Reads `source` once more, on whose text the edits are.
    pub fn new(source: &'s Source, as_of: NaiveDate) -> Self {
        let document = Document::read(source, crate::check::syntax(source.name(), source.text()));
        let classes =
            filled_roots(&document).into_iter().map(|root| Class::of(&crate::report::read(&document, root).report, as_of)).collect();
        Self { document, classes, as_of }
    }

    /// The edits that settle `finding` of report `number` (from 1), whatever their safety; none where `fix` would refuse them.
    pub fn edits(&self, number: usize, finding: &Finding) -> Option<Vec<Edit>> {
        let changes = &finding.fix.as_ref()?.changes;
        let index = number.checked_sub(1)?;
        admitted(&self.document, index, self.classes.get(index)?, changes, self.as_of)
    }

    /// The positions of an edit's first character and of the one after its last.
    pub fn lines(&self, edit: &Edit) -> (LineColumn, LineColumn) {
        let (text, span) = (self.document.source().text(), edit.span.range());
        (self.document.lines().position(text, span.start), self.document.lines().position(text, span.end))
    }
}

/// `changes` as edits, where they have a place, leave the text well-formed and report `index` in its legal class.
fn admitted(document: &Document<'_>, index: usize, before: &Class, changes: &[Change], as_of: NaiveDate) -> Option<Vec<Edit>> {
    let source = document.source();
    if source.encoding() != Encoding::Utf8 {
        return None;
    }
    let edits = document.edits(changes).ok()?;
    let alone = apply(source.text(), &edits).ok()?;
    keeps_its_class(source.name(), &alone, index, before, as_of, document.faults().len()).then_some(edits)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::syntax;
    use crate::finding::{Fix, Severity, Value};
    use crate::source::At;

    const SMALL: &str = include_str!("../fixtures/base/small.yaml");

    /// What becomes of `text` when the answer under `keys` is set to `value` by a fix.
    fn offered(text: &str, keys: &[&str], value: Value) -> Option<String> {
        let source = Source::decode("draft.yaml", text.as_bytes().to_vec());
        let document = Document::read(&source, syntax("draft.yaml", text));
        let node = keys.iter().try_fold(document.roots()[0].node, |node, key| document.get(node, key)).expect("the answer is there");
        let finding = Finding {
            code: "BR012",
            severity: Severity::Warning,
            message: String::new(),
            at: At::value(node),
            here: String::new(),
            labels: Vec::new(),
            help: None,
            fix: Some(Fix::safe("write it so", Change::Set(At::value(node), value))),
        };
        let edits = Offers::new(&source, "2026-03-01".parse().expect("a day")).edits(1, &finding)?;
        Some(apply(text, &edits).expect("one edit"))
    }

    #[test]
    fn no_fix_moves_a_report_across_a_line_of_the_law() {
        let count = |number| offered(SMALL, &["breach", "individuals_affected"], Value::Number(number));
        assert!(count(38).is_some_and(|text| text.contains("individuals_affected: 38")), "a count on the same side");
        assert_eq!(count(500), None, "500 individuals");
        let discovered = |day: &str| offered(SMALL, &["breach", "discovery_start_date"], Value::Text(day.to_owned()));
        assert_eq!(discovered("2019-01-05"), None, "another year of discovery, and late");
        let full = include_str!("../fixtures/base/full.yaml");
        let residents = |number| offered(full, &["breach", "residents_by_state", "PA"], Value::Number(number));
        assert!(residents(500).is_some(), "500 residents are not more than 500");
        assert_eq!(residents(501), None, "media in one more State would have to be told");
        assert_eq!(offered(full, &["breach", "discovery_start_date"], Value::Text("2025-12-31".to_owned())), None, "60 days are over");
        let kind = offered(full, &["breach", "type"], Value::Text("x\": [".to_owned()));
        assert!(kind.is_some_and(|text| text.contains("type: \"x\\\": [\"\n")), "what would break the text is quoted");
    }

    #[test]
    fn fixes_of_one_answer_are_made_one_after_another() {
        let text = SMALL.replace("Fewer Than 500 Individuals", "  fewer than  500 individuals ");
        let text = text.replacen("affecting:   fewer", "affecting: \"  fewer", 1).replacen("individuals \n", "individuals \"\n", 1);
        let fixed = fix("draft.yaml", &text, "2026-03-01".parse().expect("a day"), Safety::Safe);
        assert!(fixed.text.contains("affecting: \"Fewer Than 500 Individuals\""), "{}", fixed.text);
        assert_eq!(fix("draft.yaml", &fixed.text, "2026-03-01".parse().expect("a day"), Safety::Unsafe).done, Vec::<String>::new());
    }
}
