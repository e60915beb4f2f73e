//! BR014: stray spaces, control characters and damaged line breaks.

use super::shared_edits::fix;
use crate::finding::{Detail, Fault, Safety, Severity, Sink};
use crate::rules::{Check, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    fix: Some(Safety::Safe),
    cites: &[data("OCR public export: 555 names with a leading or trailing space, 41 with a double space")],
    ..Rule::new(
        "BR014",
        "stray-characters",
        "An answer has stray, doubled or non-breaking spaces, control characters or unusual line breaks.",
        include_str!("../../../docs/rules/BR014.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Text { what, edits, .. } = &fault.detail else { return };
    let draft = out
        .advise(fault.at, format_args!("this answer has {what}"))
        .help(format_args!("Write single plain spaces between words, and none at the ends."));
    if !edits.is_empty() {
        draft.fix(|| fix("clean up the spaces", fault.at, edits));
    }
}
