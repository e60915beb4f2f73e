//! BR411: hacking of nothing but a portable device.

use crate::finding::{Severity, Sink};
use crate::report::terms::{BreachType, Location};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::BreachType, Fact::Location]),
    cites: &[data("OCR public export, October 2024: such locations stand 24 times in reports of hacking filed since 2015")],
    ..Rule::new(
        "BR411",
        "hacked-portable-device",
        "The type is Hacking/IT Incident, and laptops or portable devices are the only location.",
        include_str!("../../../docs/rules/BR411.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let (Some(types), Some(locations)) = (breach.breach_type.get(), breach.location.get()) else { return };
    if types.single() != Some(BreachType::HackingIt) || !locations.only(&[Location::Laptop, Location::OtherPortableDevice]) {
        return;
    }
    out.advise(
        breach.breach_type.at(),
        format_args!("the type is `Hacking/IT Incident`, and the only location is portable ({})", locations.joined()),
    )
    .here(format_args!("a technical intrusion"))
    .label(breach.location.at(), format_args!("was it stolen or mislaid?"))
    .help(format_args!(
        "If the device was stolen, the type is `Theft`; if mislaid, `Loss`; if it was entered by technical means, leave it."
    ));
}
