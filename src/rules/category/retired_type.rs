//! BR402: a type of breach that the form no longer offers.

use crate::finding::{Severity, Sink};
use crate::report::terms::{BreachType, Term};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Era, Rule, data, form};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Error],
    needs: FactSet::of(&[Fact::BreachType]),
    silences: &["BR401"],
    cites: &[
        form("OCR breach portal: Type of Breach has five answers since 2015"),
        data("OCR public export, October 2024: the last report of type Unknown was filed on 2014-01-13, of type Other on 2014-12-15"),
    ],
    effective: Era::CURRENT_FORM,
    ..Rule::new(
        "BR402",
        "retired-type",
        "The type of breach is Other or Unknown, which the form has not offered since 2015.",
        include_str!("../../../docs/rules/BR402.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let field = &report.breach.breach_type;
    let Some(types) = field.get() else { return };
    let Some(retired) = types.iter().find(|term| !term.is_current()) else { return };
    let offered: Vec<&str> = BreachType::ALL.iter().filter(|term| term.is_current()).map(|term| term.label()).collect();
    out.error(field.at_term(retired), format_args!("`{retired}` is no type of breach on a report filed after 2014-12-31"))
        .help(format_args!("Choose the one that fits best of {}; tell the rest in the description.", offered.join(", ")));
}
