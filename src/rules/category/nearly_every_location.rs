//! BR413: six locations or more.

use crate::finding::{Severity, Sink};
use crate::report::terms::{Location, Term};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Location]),
    silences: &["BR412", "BR414", "BR415", "BR416", "BR417", "BR419"],
    cites: &[data("OCR public export, October 2024: 10 such reports, several of them found invalid")],
    ..Rule::new(
        "BR413",
        "nearly-every-location",
        "Six or more of the eight locations are chosen.",
        include_str!("../../../docs/rules/BR413.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let field = &report.breach.location;
    let Some(locations) = field.get().filter(|locations| locations.len() >= 6) else { return };
    out.warn(field.at(), format_args!("{} of the form's {} locations are chosen", locations.len(), Location::ALL.len()))
        .help(format_args!("Keep the places where the breached information was; what is not known yet can be added by an addendum."));
}
