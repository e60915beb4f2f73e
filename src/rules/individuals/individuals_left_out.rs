//! BR309: the text leaves deceased people or minors out of the count.

use crate::finding::{Severity, Sink};
use crate::narrative::statements::LEFT_OUT;
use crate::report::{Fact, FactSet, Report};
use crate::rules::{Check, Context, Rule, law};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: FactSet::of(&[Fact::Individuals]),
    any_of: Context::TEXTS,
    states: &[&LEFT_OUT],
    cites: &[law("45 CFR 164.404(d)(1)"), law("45 CFR 160.103")],
    ..Rule::new(
        "BR309",
        "individuals-left-out",
        "The text leaves deceased individuals or minors out of the count.",
        include_str!("../../../docs/rules/BR309.md"),
        Check::Report(check),
    )
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    let Some(told) = context.told(report) else { return };
    let Some(words) = told.states(&LEFT_OUT, &[]) else { return };
    out.advise(words.at, format_args!("{} leaves people out of the count: {words}", told.name()))
        .label(report.breach.individuals_affected.at(), format_args!("the count"))
        .help(format_args!("Deceased individuals and minors count. Notice goes to the next of kin, or to the parent, and the person is one of those affected."));
}
