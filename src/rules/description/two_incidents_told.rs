//! BR524: the text tells of two incidents.

use crate::finding::{Severity, Sink};
use crate::narrative::Class;
use crate::narrative::statements::SEPARATE;
use crate::report::Report;
use crate::rules::{Check, Context, Rule, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    any_of: Context::TEXTS,
    states: &[&SEPARATE],
    silences: &["BR306"],
    cites: &[form("OCR's instructions: one report for each breach; several may be filed on one day")],
    ..Rule::new(
        "BR524",
        "two-incidents-told",
        "The text tells of two separate incidents in one report.",
        include_str!("../../../docs/rules/BR524.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let Some(told) = context.told(report) else { return };
    let Some(words) = told.states(&SEPARATE, &[Class::Incident, Class::Information]) else { return };
    out.warn(words.at, format_args!("{} tells of more than one incident: {words}", told.name()))
        .help(format_args!("File one report for each breach, with its own dates, count and type. Events of one cause may stay together; say then what joins them."));
}
