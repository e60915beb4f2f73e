//! BR008: a text that is no day of the calendar.

use crate::finding::{Detail, Fault, Severity, Sink, quoted};
use crate::rules::{Check, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    cites: &[logic("a date names a day of the calendar")],
    ..Rule::new(
        "BR008",
        "impossible-date",
        "A date names no day of the calendar between 1900 and 2099.",
        include_str!("../../../docs/rules/BR008.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Readings { raw, .. } = &fault.detail else { return };
    out.error(fault.at, format_args!("{} names no day of the calendar between 1900 and 2099", quoted(raw)))
        .help(format_args!("Write the day as YYYY-MM-DD, such as 2026-01-31."));
}
