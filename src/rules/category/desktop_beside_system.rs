//! BR416: a desktop computer beside the system behind it.

use crate::finding::{Severity, Sink};
use crate::report::terms::Location;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::Location]),
    cites: &[data("OCR public export, October 2024: Desktop Computer was taken away from the locations of 19 reports")],
    ..Rule::new(
        "BR416",
        "desktop-beside-system",
        "Desktop Computer stands beside the network server or e-mail that it may only have led to.",
        include_str!("../../../docs/rules/BR416.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let field = &report.breach.location;
    let Some(locations) = field.get().filter(|locations| locations.has(Location::DesktopComputer)) else { return };
    let Some(system) = [Location::NetworkServer, Location::Email].into_iter().find(|&system| locations.has(system)) else { return };
    out.advise(field.at_term(Location::DesktopComputer), format_args!("`Desktop Computer` stands beside `{system}`"))
        .here(format_args!("the way in, or a place of the information?"))
        .label(field.at_term(system), format_args!("where the information may have been"))
        .help(format_args!(
            "Keep `Desktop Computer` only if breached information was stored on it, not because the intruder came in through it."
        ));
}
