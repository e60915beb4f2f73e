//! BR015: a limit of this tool was reached, and something was not read.

use crate::finding::{Detail, Fault, Severity, Sink};
use crate::rules::{Check, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    cites: &[logic("what was not read was not checked")],
    ..Rule::new(
        "BR015",
        "limit-reached",
        "A limit on size, depth or number was reached, and part of the input was not read.",
        include_str!("../../../docs/rules/BR015.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Limit { which, limit, unread } = &fault.detail else { return };
    out.error(fault.at, format_args!("the limit on the {which} ({limit}) was reached; not read: {unread}"))
        .help(format_args!("No report needs so much: look for a damaged file or a mistake in its making, or split the file."));
}
