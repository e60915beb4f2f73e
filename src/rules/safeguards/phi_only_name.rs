//! BR606: nothing but a name or an unspecified identifier is given as the PHI involved.

use crate::finding::{Severity, Sink};
use crate::report::terms::{Demographic, PhiType};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::PhiTypes, Fact::PhiDemographic]),
    cites: &[law("45 CFR 160.103")],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR606",
        "phi-only-name",
        "The only information given as breached is a name or another identifier.",
        include_str!("../../../docs/rules/BR606.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let (Some(types), Some(demographic)) = (breach.phi_types.get(), breach.phi_demographic.get()) else { return };
    if types.single() == Some(PhiType::Demographic) && demographic.only(&[Demographic::Name, Demographic::OtherIdentifier]) {
        out.advise(breach.phi_demographic.at(), format_args!("the only information chosen is {}", named(demographic.iter())))
            .here(format_args!("says who, not what about them"))
            .label(breach.phi_types.at(), format_args!("no other kind is chosen"))
            .help(format_args!(
                "Choose whatever else the records showed, such as dates of service or a department under `Clinical`; if there was nothing else, \
                 say in the description what connects the identifiers with care or its payment."
            ));
    }
}

fn named(terms: impl Iterator<Item = Demographic>) -> String {
    terms.map(|term| format!("`{term}`")).collect::<Vec<_>>().join(" and ")
}
