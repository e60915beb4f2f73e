//! BR409: improper disposal from a system that is seldom thrown away.

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
    cites: &[logic("what is disposed of is a thing: papers, a device, a disk"), data("OCR public export, October 2024: 5 such reports")],
    ..Rule::new(
        "BR409",
        "disposal-from-system",
        "The type is Improper Disposal, every location is a server, mailbox or record system, and no text tells of a discarded server.",
        include_str!("../../../docs/rules/BR409.md"),
        Check::Report(check),
    )
};

fn cause(report: &Report<'_>) -> bool {
    let systems = [Location::ElectronicMedicalRecord, Location::Email, Location::NetworkServer];
    let kind = report.breach.breach_type.get().and_then(TermSet::single);
    kind == Some(BreachType::ImproperDisposal) && report.breach.location.get().is_some_and(|locations| locations.only(&systems))
}

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let Some(locations) = breach.location.get().filter(|_| cause(report)) else { return };
    if locations.has(Location::NetworkServer) && tells_of_a_server(report, &["dispos", "discard", "thrown", "recycled", "not wiped"]) {
        return;
    }
    let listed = locations.joined();
    out.warn(
        breach.location.at(),
        format_args!("the type is `Improper Disposal`, and nothing is named that is often thrown away: {listed}"),
    )
    .label(breach.breach_type.at(), format_args!("papers not shredded or media not cleared"))
    .help(format_args!("Name what was thrown away, such as `Paper/Films`; if it was a server or its disks, say so in the description."));
}
