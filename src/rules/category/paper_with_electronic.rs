//! BR414: paper beside electronic locations.

use crate::finding::{Severity, Sink};
use crate::report::terms::{BreachType, Location};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::BreachType, Fact::Location]),
    cites: &[
        logic("one report tells of one breach, and one cause seldom reaches paper and a system"),
        data("OCR public export, October 2024: 90 reports name paper and an electronic location"),
    ],
    ..Rule::new(
        "BR414",
        "paper-with-electronic",
        "Paper or films and electronic information are breached together, and no theft or loss of things explains both.",
        include_str!("../../../docs/rules/BR414.md"),
        Check::Report(check),
    )
};

const DEVICES: &[Location] = &[Location::DesktopComputer, Location::Laptop, Location::OtherPortableDevice];
const SYSTEMS: &[Location] = &[Location::ElectronicMedicalRecord, Location::Email, Location::NetworkServer];

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let field = &report.breach.location;
    let (Some(types), Some(locations)) = (report.breach.breach_type.get(), field.get()) else { return };
    // A bag that is stolen, a van that is lost, an office that is cleared out: papers and devices go together.
    let carried_off = types.only(&[BreachType::Theft, BreachType::Loss, BreachType::ImproperDisposal]) && !locations.any(SYSTEMS);
    if !locations.has(Location::PaperFilms) || !locations.any(DEVICES) && !locations.any(SYSTEMS) || carried_off {
        return;
    }
    out.advise(
        field.at_term(Location::PaperFilms),
        format_args!("`Paper/Films` stands beside electronic locations ({})", locations.joined()),
    )
    .help(format_args!("If these were two incidents, file a report for each; if it was one, say in the description how it reached both."));
}
