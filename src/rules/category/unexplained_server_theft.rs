//! BR407: theft of a network server that no text tells of.

use super::shared_server::tells_of_a_server;
use crate::finding::{Severity, Sink};
use crate::report::terms::{BreachType, Location, TermSet};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::BreachType, Fact::Location]),
    cause: Some(cause),
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

fn cause(report: &Report<'_>) -> bool {
    let (kind, location) = (report.breach.breach_type.get(), report.breach.location.get());
    kind.and_then(TermSet::single) == Some(BreachType::Theft) && location.and_then(TermSet::single) == Some(Location::NetworkServer)
}

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    if !cause(report) || tells_of_a_server(report, &["stole", "theft of", "burglar", "broke into", "broken into"]) {
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
