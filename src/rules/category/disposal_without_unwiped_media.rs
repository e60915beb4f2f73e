//! BR410: a computer is disposed of, and the text does not say that it was not wiped.

use crate::finding::{Severity, Sink};
use crate::narrative::statements::UNWIPED;
use crate::report::terms::{BreachType, Location};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::BreachType, Fact::Location]),
    any_of: Context::TEXTS,
    cause: Some(|report| computer(report).is_some()),
    cites: &[law("45 CFR 164.310(d)(2)(i)")],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR410",
        "disposal-without-unwiped-media",
        "A computer was disposed of improperly, and the text does not say that its media were not wiped.",
        include_str!("../../../docs/rules/BR410.md"),
        Check::Report(check),
    )
};

/// The computer that was disposed of.
fn computer(report: &Report<'_>) -> Option<Location> {
    let places = report.breach.location.get()?;
    let kind = report.breach.breach_type.get()?.single()?;
    let computers = [Location::Laptop, Location::DesktopComputer];
    computers.into_iter().find(|place| places.has(*place)).filter(|_| kind == BreachType::ImproperDisposal)
}

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let (kind, field) = (&report.breach.breach_type, &report.breach.location);
    let Some(place) = computer(report) else { return };
    let Some(told) = context.told(report).filter(|told| told.states(&UNWIPED, &[]).is_none()) else { return };
    out.advise(field.at_term(place), format_args!("a {place} was disposed of, and {} does not say that its media were not wiped", told.name()))
        .label(kind.at(), format_args!("Improper Disposal"))
        .help(format_args!("Say what became of the data on it. If the computer was lost or stolen, that is another type; if its media were wiped by an approved method, there may have been no breach."));
}
