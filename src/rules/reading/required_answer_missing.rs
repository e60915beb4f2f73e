//! BR004: an answer without which the form does not go on.

use crate::finding::{Detail, Fault, Severity, Sink};
use crate::rules::{Check, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    silences: &["BR701"],
    cites: &[form("OCR breach portal: the questions marked as required, by the role of the filer")],
    ..Rule::new(
        "BR004",
        "required-answer-missing",
        "An answer that the form requires from this filer is missing.",
        include_str!("../../../docs/rules/BR004.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Missing { key, question, because } = &fault.detail else { return };
    let draft = if because.is_empty() {
        out.error(fault.at, format_args!("`{key}` ({question}) is missing"))
    } else if because.starts_with("because") {
        out.error(fault.at, format_args!("`{key}` ({question}) is missing; it is required {because}"))
    } else {
        out.error(fault.at, format_args!("`{key}` ({question}) is missing: {because}"))
    };
    draft.help(format_args!("Answer `{key}`; the portal does not go on without it."));
}
