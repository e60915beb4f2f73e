//! BR303: exactly 500 individuals, often a placeholder.

use crate::finding::{Severity, Sink};
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, Usual, data};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: FactSet::of(&[Fact::Individuals]),
    cites: &[data("OCR public export, October 2024: 112 of 6,442 rows have exactly 500 individuals")],
    usual: Usual::COUNT,
    ..Rule::new(
        "BR303",
        "count-exactly-500",
        "The number of individuals is exactly 500, which often stands for a number that is not known yet.",
        include_str!("../../../docs/rules/BR303.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, _: &Context, out: &mut Sink) {
    let individuals = &report.breach.individuals_affected;
    if individuals.get() == Some(500) {
        out.warn(individuals.at(), format_args!("exactly 500 individuals: a count, or a placeholder"))
            .help(format_args!(
                "If 500 is counted, nothing need be done. If it stands for a number that is not known yet, say so in the description and file an \
                 addendum once it is."
            ));
    }
}
