//! BR002: a key that stands twice in one section.

use crate::finding::{Detail, Fault, Severity, Sink};
use crate::rules::{Check, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    cites: &[logic("two answers to one question cannot both be meant")],
    ..Rule::new(
        "BR002",
        "duplicate-key",
        "The same key stands twice in one section.",
        include_str!("../../../docs/rules/BR002.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Earlier(first) = fault.detail else { return };
    out.error(fault.at, format_args!("this key stands a second time in its section"))
        .here(format_args!("stands again here"))
        .label(first, format_args!("stands here first"))
        .help(format_args!("Keep the answer that is right and remove the other; some readers take the first, others the last."));
}
