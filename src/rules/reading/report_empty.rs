//! BR020: a file or an entry of it that holds no report.

use crate::finding::{Detail, Fault, Severity, Sink};
use crate::rules::{Check, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    cites: &[logic("nothing can be said about a report that is not there")],
    ..Rule::new(
        "BR020",
        "report-empty",
        "The file, or one entry of it, holds no report.",
        include_str!("../../../docs/rules/BR020.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::None = fault.detail else { return };
    out.error(fault.at, format_args!("there is no report here"))
        .help(format_args!("Write a draft, or let `breachlint new` write one to fill in."));
}
