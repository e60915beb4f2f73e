//! BR013: a text that stands for no answer.

use crate::finding::{Change, Detail, Fault, Fix, Safety, Severity, Sink};
use crate::rules::{Check, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    fix: Some(Safety::Safe),
    cites: &[logic("a question that is not answered has no answer")],
    ..Rule::new(
        "BR013",
        "missing-value-marker",
        "An optional answer is filled with a marker such as N/A or TBD instead of being left out.",
        include_str!("../../../docs/rules/BR013.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Text { .. } = &fault.detail else { return };
    out.advise(fault.at, format_args!("this stands for no answer"))
        .help(format_args!("Leave the question out until there is an answer."))
        .fix(|| Fix::safe("leave the question out", Change::Remove(fault.at)));
}
