//! BR408: loss from a system that is seldom mislaid.

use super::shared_server::tells_of_a_server;
use crate::finding::{Severity, Sink};
use crate::report::terms::{BreachType, Location, TermSet};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::BreachType, Fact::Location]),
    cause: Some(cause),
    uses: FactSet::of(&[Fact::Description, Fact::OcrNarrative]),
    silences: &["BR412", "BR417", "BR419"],
    cites: &[logic("what is lost is a thing: papers, a device, a machine"), data("OCR public export, October 2024: 3 such reports")],
    ..Rule::new(
        "BR408",
        "loss-from-system",
        "The type is Loss, every location is a server, mailbox or record system, and no text tells of a lost server.",
        include_str!("../../../docs/rules/BR408.md"),
        Check::Report(check),
    )
};

fn cause(report: &Report<'_>) -> bool {
    let systems = [Location::ElectronicMedicalRecord, Location::Email, Location::NetworkServer];
    let kind = report.breach.breach_type.get().and_then(TermSet::single);
    kind == Some(BreachType::Loss) && report.breach.location.get().is_some_and(|locations| locations.only(&systems))
}

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let Some(locations) = breach.location.get().filter(|_| cause(report)) else { return };
    if locations.has(Location::NetworkServer) && tells_of_a_server(report, &["lost", "mislaid", "misplaced", "missing"]) {
        return;
    }
    let listed = locations.joined();
    out.warn(breach.location.at(), format_args!("the type is `Loss`, and nothing is named that is often mislaid: {listed}"))
        .label(breach.breach_type.at(), format_args!("papers or equipment gone astray"))
        .help(format_args!("Name what was lost, such as `Paper/Films` or `Laptop`; if it was a server, say so in the description."));
}
