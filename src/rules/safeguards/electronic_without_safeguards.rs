//! BR611: no safeguard at all, and the information was electronic.

use crate::finding::{Severity, Sink};
use crate::report::terms::{Location, Safeguard};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, law};

/// Locations that hold electronic information whatever else is true of them.
const ELECTRONIC: [Location; 6] = [
    Location::DesktopComputer,
    Location::ElectronicMedicalRecord,
    Location::Email,
    Location::Laptop,
    Location::NetworkServer,
    Location::OtherPortableDevice,
];

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Location, Fact::Safeguards]),
    cites: &[law("45 CFR 164.308(a)")],
    ..Rule::new(
        "BR611",
        "electronic-without-safeguards",
        "The safeguards in place are given as `None`, and the information was electronic.",
        include_str!("../../../docs/rules/BR611.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let (Some(location), Some(safeguards)) = (breach.location.get(), breach.safeguards.get()) else { return };
    let Some(electronic) = location.iter().find(|place| ELECTRONIC.contains(place)) else { return };
    if safeguards.has(Safeguard::None) {
        out.warn(breach.safeguards.at_term(Safeguard::None), format_args!("`None` stands for the safeguards of electronic information"))
            .label(breach.location.at_term(electronic), format_args!("electronic: the Security Rule requires safeguards here"))
            .help(format_args!(
                "Name every safeguard that was in place before the breach, training and policies included. If there truly was none, keep `None` and \
                 expect OCR to ask for the risk analysis."
            ));
    }
}
