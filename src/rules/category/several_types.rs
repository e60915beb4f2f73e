//! BR401: several types of breach in one answer.

use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, data, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::BreachType]),
    cites: &[
        form("OCR breach portal: Type of Breach takes one answer"),
        data("OCR public export, October 2024: none of 5,216 reports filed since 2015 has more than one type"),
    ],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR401",
        "several-types",
        "More than one type of breach is chosen, and the form takes one.",
        include_str!("../../../docs/rules/BR401.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let field = &report.breach.breach_type;
    let Some(types) = field.get().filter(|types| types.len() > 1) else { return };
    out.warn(field.at(), format_args!("{} types of breach are chosen ({}); the form takes one", types.len(), types.joined()))
        .help(format_args!("Choose the one that fits best, and tell of the others in the description."));
}
