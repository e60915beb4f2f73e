//! BR418: unauthorized access to nothing but a network server.

use crate::finding::{Severity, Sink};
use crate::report::terms::{BreachType, Location};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::BreachType, Fact::Location]),
    cites: &[data(
        "OCR public export, October 2024: 18 of 21 corrected types became Hacking/IT Incident, from Unauthorized Access/Disclosure",
    )],
    ..Rule::new(
        "BR418",
        "unauthorized-access-to-server",
        "The type is Unauthorized Access/Disclosure, and a network server is the only location.",
        include_str!("../../../docs/rules/BR418.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let (Some(types), Some(locations)) = (breach.breach_type.get(), breach.location.get()) else { return };
    if types.single() != Some(BreachType::UnauthorizedAccess) || locations.single() != Some(Location::NetworkServer) {
        return;
    }
    out.advise(
        breach.breach_type.at(),
        format_args!("the type is `Unauthorized Access/Disclosure`, and the only location is `Network Server`"),
    )
    .here(format_args!("was it a technical intrusion?"))
    .label(breach.location.at(), format_args!("the only location"))
    .help(format_args!(
        "If an intruder broke in by technical means, choose `Hacking/IT Incident`; for a wrong setting or an insider leave it."
    ));
}
