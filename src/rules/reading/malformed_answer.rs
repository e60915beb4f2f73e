//! BR007: an e-mail address, telephone number, ZIP code or tracking number that cannot be right.

use crate::finding::{Detail, Fault, Severity, Sink};
use crate::rules::{Check, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    cites: &[form("OCR breach portal: Email, Phone Number (include area code), ZIP Code, Breach Tracking Number")],
    ..Rule::new(
        "BR007",
        "malformed-answer",
        "An e-mail address, telephone number, ZIP code or tracking number is not written as one.",
        include_str!("../../../docs/rules/BR007.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Kind { key, takes, .. } = &fault.detail else { return };
    out.warn(fault.at, format_args!("`{key}` does not read as {takes}")).help(format_args!("Write {takes}."));
}
