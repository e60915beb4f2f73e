//! BR407: theft of a network server that no text tells of.

use super::shared_server::tells_of_a_server;
use crate::finding::{Severity, Sink};
use crate::report::terms::{BreachType, Location};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::BreachType, Fact::Location]),
    uses: FactSet::of(&[Fact::Description, Fact::OcrNarrative]),
    cites: &[data("OCR public export, October 2024: 42 such reports; often a server was carried off, else the theft was of data")],
    ..Rule::new(
        "BR407",
        "unexplained-server-theft",
        "The type is Theft, a network server is the only location, and no text says that a server was stolen.",
        include_str!("../../../docs/rules/BR407.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let (Some(types), Some(locations)) = (breach.breach_type.get(), breach.location.get()) else { return };
    if types.single() != Some(BreachType::Theft) || locations.single() != Some(Location::NetworkServer) {
        return;
    }
    if tells_of_a_server(report, &["stole", "theft of", "burglar", "broke into", "broken into"]) {
        return;
    }
    out.advise(
        breach.breach_type.at(),
        format_args!("the type is `Theft`, the only location `Network Server`, and no text tells of a stolen server"),
    )
    .here(format_args!("the taking of equipment or papers"))
    .label(breach.location.at(), format_args!("was this machine carried off?"))
    .help(format_args!(
        "If the server was stolen, say so in the description; data copied from it by an intruder are a `Hacking/IT Incident`."
    ));
}
