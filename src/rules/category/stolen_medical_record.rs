//! BR406: theft of nothing but the electronic medical record.

use crate::finding::{Severity, Sink};
use crate::report::terms::{BreachType, Location};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::BreachType, Fact::Location]),
    cites: &[
        logic("a theft takes a thing away, and the electronic medical record is none"),
        data("OCR public export, October 2024: most of the 17 such reports tell of staff who took or printed information"),
    ],
    ..Rule::new(
        "BR406",
        "stolen-medical-record",
        "The type is Theft, and the electronic medical record is the only location.",
        include_str!("../../../docs/rules/BR406.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let breach = &report.breach;
    let (Some(types), Some(locations)) = (breach.breach_type.get(), breach.location.get()) else { return };
    if types.single() != Some(BreachType::Theft) || !locations.only(&[Location::ElectronicMedicalRecord]) {
        return;
    }
    out.warn(breach.breach_type.at(), format_args!("the type is `Theft`, and the only location is `Electronic Medical Record`"))
        .here(format_args!("the taking of equipment or papers"))
        .label(breach.location.at(), format_args!("is looked at, copied or printed, not carried off"))
        .help(format_args!(
            "Choose `Unauthorized Access/Disclosure` for staff who copied records; or name what was stolen, such as `Paper/Films`."
        ));
}
