//! BR009: a date that can be read in more than one way, or whose century is left open.

use crate::finding::{Detail, Fault, Severity, Sink, quoted};
use crate::rules::{Check, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    cites: &[logic("a notation with several readings does not say which day is meant")],
    ..Rule::new(
        "BR009",
        "ambiguous-date",
        "A date can be read in more than one way, or has a year of two digits.",
        include_str!("../../../docs/rules/BR009.md"),
        Check::Reader(word),
    )
};

fn word(fault: &Fault, out: &mut Sink) {
    let Detail::Readings { raw, readings, .. } = &fault.detail else { return };
    let draft = match &readings[..] {
        [one] => out.warn(fault.at, format_args!("{} leaves the century open; it may be {one}", quoted(raw))),
        _ => out.warn(fault.at, format_args!("{} can be read as {}", quoted(raw), readings.join(" or as "))),
    };
    draft.help(format_args!("Write the day that is meant as YYYY-MM-DD; no reading is guessed."));
}
