//! BR520: an encrypted device, and nothing said of how it was unlocked.

use crate::finding::{Severity, Sink};
use crate::narrative::Class;
use crate::narrative::statements::{ENCRYPTED, UNENCRYPTED};
use crate::report::terms::BreachType;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::BreachType]),
    any_of: Context::TEXTS,
    states: &[&ENCRYPTED],
    cites: &[law("45 CFR 164.402")],
    effective: Era::BREACH_RULE,
    ..Rule::new(
        "BR520",
        "encrypted-device-reported",
        "The text says that the device was encrypted, and does not say that it was unlocked or its key known.",
        include_str!("../../../docs/rules/BR520.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let kind = &report.breach.breach_type;
    if !kind.get().is_some_and(|types| types.any(&[BreachType::Theft, BreachType::Loss])) {
        return;
    }
    let Some(told) = context.told(report) else { return };
    // Beside something that was not encrypted, the device is not the whole of the breach.
    if told.states(&UNENCRYPTED, &[]).is_some() {
        return;
    }
    let Some(words) = told.states(&ENCRYPTED, &[Class::Incident, Class::Information]) else { return };
    out.advise(words.at, format_args!("{} says that the device was encrypted: {words}", told.name()))
        .label(kind.at(), format_args!("reported as a breach"))
        .help(format_args!("PHI that is encrypted by a method in HHS's guidance, with the key kept apart, is not unsecured, and its loss need not be reported. If it was unlocked, or the key was with it, say so in the description."));
}
