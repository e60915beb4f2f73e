//! BR415: location `Other` beside a listed one.

use super::shared_severity::draft_warning;
use crate::finding::{Severity, Sink};
use crate::report::terms::{Location, Term};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning, Severity::Advice],
    needs: FactSet::of(&[Fact::Location]),
    cites: &[data("OCR public export, October 2024: Other was taken away from the locations of 29 reports, more often than any other")],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR415",
        "other-beside-listed",
        "Location Other stands beside a listed location.",
        include_str!("../../../docs/rules/BR415.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let field = &report.breach.location;
    let Some(locations) = field.get().filter(|locations| locations.has(Location::Other) && locations.len() > 1) else { return };
    let listed: Vec<&str> = locations.iter().filter(|&location| location != Location::Other).map(Term::label).collect();
    out.find(
        draft_warning(context.source),
        field.at_term(Location::Other),
        format_args!("location `Other` stands beside `{}`", listed.join("`, `")),
    )
    .help(format_args!("Keep `Other` only for a further place that no listed location covers; a cloud server is a `Network Server`."));
}
