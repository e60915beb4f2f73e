//! BR405: theft of nothing but e-mail.

use crate::finding::{Severity, Sink};
use crate::report::terms::{BreachType, Location};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::BreachType, Fact::Location]),
    cites: &[
        logic("a theft takes a thing away, and e-mail is none"),
        data("OCR public export, October 2024: the 8 such reports tell of forwarded mail, phishing and misdirected faxes"),
    ],
    ..Rule::new(
        "BR405",
        "stolen-email",
        "The type is Theft, and e-mail is the only location.",
        include_str!("../../../docs/rules/BR405.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let (Some(types), Some(locations)) = (breach.breach_type.get(), breach.location.get()) else { return };
    if types.single() != Some(BreachType::Theft) || !locations.only(&[Location::Email]) {
        return;
    }
    out.warn(breach.breach_type.at(), format_args!("the type is `Theft`, and the only location is `Email`"))
        .here(format_args!("the taking of equipment or papers"))
        .label(breach.location.at(), format_args!("holds nothing that could be carried off"))
        .help(format_args!(
            "Choose `Hacking/IT Incident` for an intruder, `Unauthorized Access/Disclosure` for mail gone astray; or name the device."
        ));
}
